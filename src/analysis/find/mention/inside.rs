//! What a name's own words say about what it names.

use super::{
    evidence::Evidence,
    lexicon::Classes,
    run::phrase,
    word::{Shape, Word},
};
use crossread_corpus::mention::EntityKind::{Organisation, Other, Person, Place};

/// Adds the evidence in the words of `name`.
pub(super) fn weigh(name: &[Word], evidence: &mut Evidence) {
    let capitals = name.iter().filter(|w| w.is_capital()).count();
    if known(name, evidence) {
        return;
    }
    heads(name, evidence);
    if capitals == 1 && name.len() == 1 {
        single(&name[0], evidence);
    } else {
        person(name, evidence);
        several(name, evidence);
    }
}

/// A name that stands in the lists as a whole, or begins with one and ends in nothing telling.
fn known(name: &[Word], evidence: &mut Evidence) -> bool {
    let Some((length, classes)) = phrase(name, 0) else { return false };
    if length < name.len() {
        return false;
    }
    let one = |class, kind, weight, rule, evidence: &mut Evidence| {
        if classes.any(class) {
            evidence.add(kind, weight, rule);
        }
    };
    one(Classes::ORG, Organisation, 9.0, "known-organisation", evidence);
    one(Classes::COUNTRY, Place, 9.5, "known-country", evidence);
    one(Classes::PLACE, Place, 8.5, "known-place", evidence);
    one(Classes::CITY, Place, 7.5, "known-city", evidence);
    one(Classes::OTHER, Other, 9.0, "known-event-or-work", evidence);
    one(Classes::PEOPLE, Other, 9.0, "people-or-creed", evidence);
    true
}

/// The word that says what it is: "Ministry", "Inc", "River", "Cup".
fn heads(name: &[Word], evidence: &mut Evidence) {
    let of = name.iter().position(|w| matches!(w.text, "of" | "for" | "on" | "at"));
    let head = &name[of.map_or(name.len(), |at| at).saturating_sub(1)];
    let last = &name[name.len() - 1];
    let alone = name.len() == 1;
    // "Michelle Fields", "Tiger Woods": a family name that is also a word for a place
    let person =
        name.len() == 2 && name[0].is(Classes::GIVEN) && !name[0].is(Classes::PLACES) && last.is(Classes::SURNAME);
    let weight = if alone {
        2.0
    } else if person {
        3.0
    } else {
        6.0
    };
    if last.is(Classes::ORG_SUFFIX) && !alone {
        evidence.add(Organisation, 8.0, "company-suffix");
    }
    if head.is(Classes::ORG_HEAD) {
        evidence.add(Organisation, weight, "organisation-word");
    }
    if head.is(Classes::PLACE_HEAD) {
        evidence.add(Place, if head.is(Classes::ORG_HEAD) { 2.0 } else { weight }, "place-word");
    }
    if head.is(Classes::OTHER_HEAD) {
        evidence.add(Other, if head.is(Classes::ORG_HEAD) { weight - 2.5 } else { weight }, "event-word");
    }
    if name[0].is(Classes::PLACE_FIRST) && !alone && !name[0].is(Classes::COMMON) {
        evidence.add(Place, 3.0, "place-first-word");
    } else if name[0].is(Classes::PLACE_FIRST) && !alone && name.len() == 2 {
        evidence.add(Place, 2.0, "place-first-word");
    }
    if name[0].is(Classes::ORG_FIRST) && !alone && of.is_none() {
        evidence.add(Organisation, 5.0, "organisation-first-word");
    }
    if name[0].is(Classes::OTHER_FIRST) && !alone {
        evidence.add(Other, 6.0, "event-first-word");
    }
    if !alone && name[0].is(Classes::PLACES) && matches!(last.text, "East" | "West" | "North" | "South" | "Central") {
        evidence.add(Place, 4.0, "direction-behind");
    }
    if !alone && name.iter().all(|w| w.is(Classes::PEOPLE)) {
        evidence.add(Other, 8.0, "people-or-creed");
    }
    if name.iter().any(|w| w.text == "&") {
        evidence.add(Organisation, 4.0, "ampersand");
    }
    if last.shape == Shape::Number {
        evidence.add(Other, 5.0, "numbered-thing");
    }
    if alone {
        return;
    }
    // "Belgian X", "Washington X": names of bodies begin so
    if name[0].is(Classes::PEOPLE) {
        evidence.add(Organisation, 2.0, "people-first");
        evidence.add(Other, 2.0, "people-first");
        evidence.add(Person, -4.0, "people-first");
    }
    if name[0].is(Classes::PLACES) && !name[0].is(Classes::GIVEN.or(Classes::SURNAME)) {
        evidence.add(Organisation, 2.0, "place-as-first-word");
    }
}

/// A single word.
fn single(word: &Word, evidence: &mut Evidence) {
    let person = word.is(Classes::GIVEN.or(Classes::SURNAME));
    let one = |class, kind, weight, rule, evidence: &mut Evidence| {
        if word.is(class) {
            evidence.add(kind, weight, rule);
        }
    };
    one(Classes::COUNTRY, Place, if word.is(Classes::GIVEN) { 6.0 } else { 9.0 }, "known-country", evidence);
    one(Classes::PLACE, Place, if person { 5.0 } else { 8.0 }, "known-place", evidence);
    one(Classes::SEAT, Place, 4.0, "capital-city", evidence);
    one(Classes::CITY, Place, if person { 3.0 } else { 5.5 }, "known-city", evidence);
    one(
        Classes::ORG,
        Organisation,
        if word.is_common() && word.shape == Shape::Capital { 4.5 } else { 8.5 },
        "known-organisation",
        evidence,
    );
    one(Classes::OTHER, Other, 8.5, "known-event-or-work", evidence);
    one(Classes::PEOPLE, Other, 10.0, "people-or-creed", evidence);
    one(Classes::GIVEN, Person, 2.5, "given-name", evidence);
    one(Classes::SURNAME, Person, 2.0, "family-name", evidence);
    if word.shape == Shape::Caps && !word.text.contains('.') && word.text.len() <= 6 {
        evidence.add(Organisation, 3.5, "acronym");
    } else if word.shape == Shape::Caps && word.text.contains('.') {
        evidence.add(Organisation, 2.0, "acronym");
    }
    if camel(word.text) {
        evidence.add(Organisation, 2.5, "inner-capital");
    }
    if word.text.starts_with("al-")
        || word.text.starts_with("Al-")
        || word.text.starts_with("el-")
        || word.text.starts_with("bin ")
    {
        evidence.add(Person, 2.0, "arabic-article");
    }
    if !person && !word.is(Classes::NAMES) {
        if word.is_common() {
            evidence.add(Other, 0.2, "ordinary-word");
        } else {
            endings(word.text, evidence);
        }
    }
}

/// Endings that family names or countries have.
fn endings(word: &str, evidence: &mut Evidence) {
    const NAMES: [&str; 30] = [
        "ov", "ova", "ev", "eva", "enko", "sky", "skiy", "skyi", "ski", "ska", "ich", "vic", "yan", "ian", "shvili",
        "dze", "sen", "son", "sson", "berg", "stein", "mann", "man", "ez", "inho", "oglu", "elli", "opoulos", "akis",
        "uk",
    ];
    const PLACES: [&str; 16] = [
        "stan", "ville", "burg", "burgh", "shire", "grad", "abad", "pur", "polis", "land", "ford", "chester",
        "borough", "mouth", "istan", "holm",
    ];
    let long = word.len() > 5;
    if long && NAMES.iter().any(|ending| word.ends_with(ending)) {
        evidence.add(Person, 1.5, "family-name-ending");
    }
    if long && PLACES.iter().any(|ending| word.ends_with(ending)) {
        evidence.add(Place, 1.5, "place-name-ending");
    }
    evidence.add(Person, 0.6, "unknown-word");
    evidence.add(Organisation, 0.5, "unknown-word");
    evidence.add(Place, 0.3, "unknown-word");
}

/// True for a capital inside a word that no family name explains.
fn camel(word: &str) -> bool {
    let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
    let Some((at, _)) = inner else { return false };
    let before = &word[..at];
    let lower = word.chars().any(char::is_lowercase);
    lower
        && !matches!(
            before,
            "Mc" | "Mac" | "De" | "Di" | "Du" | "La" | "Le" | "Van" | "O'" | "O’" | "D'" | "Fitz" | "al" | "el"
        )
        && !before.contains(['-', '\'', '’', '.'])
}

/// Two to five words as a person's name: "Jane Roe", "J. K. Roe", "Ludwig van der Roe Jr.".
fn person(name: &[Word], evidence: &mut Evidence) {
    let last = &name[name.len() - 1];
    if !(2..=6).contains(&name.len())
        || name.iter().any(|w| matches!(w.text, "of" | "the" | "for" | "and" | "&" | "on"))
    {
        return;
    }
    let first = &name[0];
    let before_suffix = if last.is(Classes::PERSON_SUFFIX) { &name[name.len().saturating_sub(2)] } else { last };
    if last.is(Classes::PERSON_SUFFIX) {
        evidence.add(Person, 5.0, "name-suffix");
    }
    let head = before_suffix.is(Classes::ORG_HEAD.or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD));
    if first.is(Classes::GIVEN) {
        let clear = !first.is_common() && !first.is(Classes::PLACES);
        // "Edison Research": the last word is no family name
        let doubtful = before_suffix.is_common() && !before_suffix.is(Classes::SURNAME.or(Classes::GIVEN));
        evidence.add(Person, if !clear || doubtful { 3.0 } else { 5.0 }, "given-name-first");
        if clear && doubtful {
            evidence.add(Organisation, 1.5, "ordinary-word-last");
        }
    } else if first.shape == Shape::Initial {
        evidence.add(Person, 4.0, "initial-first");
    } else if first.text.contains('-')
        && first.text.split('-').all(|part| super::lexicon::classes(super::lexicon::Key::of(part)).any(Classes::GIVEN))
    {
        evidence.add(Person, 4.5, "given-name-first");
    }
    if before_suffix.is(Classes::SURNAME) && !(head && before_suffix.is_common()) {
        evidence.add(Person, 2.0, "family-name-last");
    } else if before_suffix.is(Classes::GIVEN) && !head {
        evidence.add(Person, 1.0, "family-name-last");
    } else if !before_suffix.is_common() && !before_suffix.is(Classes::NAMES) {
        evidence.add(Person, 1.0, "unknown-last-word");
        endings(before_suffix.text, evidence);
    }
    if name[1..name.len() - 1].iter().any(|w| w.shape == Shape::Initial) {
        evidence.add(Person, 3.0, "middle-initial");
    }
    if name[1..].iter().any(|w| w.shape == Shape::Lower && w.is(Classes::PARTICLE)) {
        evidence.add(Person, 2.0, "particle-inside");
    }
    if name.len() == 2 && name.iter().all(|w| !w.is_common() && w.shape == Shape::Capital && !w.is(Classes::NAMES)) {
        evidence.add(Person, 1.5, "two-uncommon-words");
    }
}

/// Several words none of which is telling.
fn several(name: &[Word], evidence: &mut Evidence) {
    let common = name.iter().filter(|w| w.is_capital() && w.is_common() && !w.is(Classes::GIVEN)).count();
    let capitals = name.iter().filter(|w| w.is_capital()).count();
    if common > 0 && common * 2 > capitals {
        evidence.add(Organisation, 1.2, "ordinary-words");
        evidence.add(Other, 1.0, "ordinary-words");
        evidence.add(Person, -1.5, "ordinary-words");
    }
    if name.iter().any(|w| w.shape == Shape::Caps && w.text.len() > 1 && !w.text.contains('.'))
        && !name.iter().all(|w| w.shape == Shape::Caps)
    {
        evidence.add(Organisation, 1.5, "acronym-inside");
    }
    let (length, classes) = phrase(name, 0).unwrap_or((1, name[0].classes));
    if length < name.len() && classes.any(Classes::ORG) {
        evidence.add(Organisation, 2.0, "begins-with-organisation");
    }
}

#[cfg(test)]
mod tests {
    use super::{super::word::words, *};
    use crate::find::token::tokens;
    use crossread_corpus::{mention::EntityKind, span::Span};

    fn check(name: &str, expected: EntityKind) {
        let words = words(name, &tokens(name, Span::of(0, name.len())), &mut super::super::word::Seen::default());
        let mut evidence = Evidence::default();
        weigh(&words, &mut evidence);
        assert_eq!(evidence.verdict().0, expected, "{name}: {evidence:?}");
    }

    #[test]
    fn kinds() {
        check("Jane Roe", Person);
        check("J. K. Brook", Person);
        check("Ludwig van der Brook Jr.", Person);
        check("Ministry of Trade", Organisation);
        check("Brook & Sons", Organisation);
        check("Zorblax Inc.", Organisation);
        check("BuzzWorks", Organisation);
        check("University of Texas at Austin", Organisation);
        check("Mount Brook", Place);
        check("Brook River", Place);
        check("New Zealand", Place);
        check("Belgian", Other);
        check("Boeing 737", Other);
        check("Zorblax Cup", Other);
    }
}
