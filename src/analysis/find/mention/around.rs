//! What the words around a name say about what it names: "in X", "said X", "X-based", "spokesman for X", "X, 65".

use super::{
    evidence::Evidence,
    lexicon::Classes,
    word::{Shape, Word},
};
use core::ops::Range;
use crossread_corpus::mention::EntityKind::{Organisation, Other, Person, Place};

/// Adds the evidence around the words `range` of a sentence.
pub(super) fn weigh(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    quoted(words, range, evidence);
    before(words, range, evidence);
    behind(words, range, evidence);
}

/// A name that a pair of quotation marks holds alone is most often a title: “The Bridge Keepers”.
fn quoted(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let article = range.start > 0 && matches!(words[range.start - 1].text, "The" | "A" | "the");
    let opens = range
        .start
        .checked_sub(1 + usize::from(article))
        .is_some_and(|at| matches!(words[at].text, "“" | "\"" | "‘" | "''"));
    let comma = words.get(range.end).is_some_and(|w| w.text == ",");
    let closes = words.get(range.end + usize::from(comma)).is_some_and(|w| matches!(w.text, "”" | "\"" | "’" | "''"));
    if opens && closes && range.len() > 1 {
        evidence.add(Other, 4.0, "title-in-quotation-marks");
    }
}

/// The words before.
fn before(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let word = |n: usize| range.start.checked_sub(n).map(|at| &words[at]);
    let text = |n: usize| word(n).map_or("", |w| w.text);
    let Some(last) = word(1) else { return };
    let multi = range.len() > 1;
    match text(1).to_ascii_lowercase().as_str() {
        "in" | "near" | "across" | "throughout" | "outside" | "inside" | "around" => {
            evidence.add(Place, 2.5, "place-preposition")
        }
        "from" | "into" | "toward" | "towards" | "leaving" | "visiting" | "via" => {
            evidence.add(Place, 1.2, "place-preposition")
        }
        "at" => {
            evidence.add(Organisation, 1.0, "at-before");
            evidence.add(Place, 0.8, "at-before");
        }
        "to" => evidence.add(Place, 0.2, "to-before"),
        "of" => {
            of(text(2), evidence);
            // "Jane Roe of Zorblax"
            if word(2).is_some_and(|w| {
                w.is_capital() && !w.is(Classes::ORG_HEAD.or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD))
            }) {
                evidence.add(Organisation, 1.3, "person-of-organisation");
            }
        }
        "for" if matches!(text(2), "MP" | "MEP" | "member" | "candidate") => evidence.add(Place, 3.0, "member-for"),
        "for" if is_spokesman(text(2)) => evidence.add(Organisation, 3.0, "spokesman-for"),
        "with" if matches!(text(2), "interview" | "met" | "talks" | "spoke" | "meeting") => {
            evidence.add(Person, 1.0, "met-with");
        }
        "by" => evidence.add(Person, 0.7, "by-before"),
        "said" | "says" | "added" | "asked" | "told" | "wrote" | "recalled" | "explained" | "joked" | "insisted"
        | "quipped" | "tweeted" | "replied" | "tells" | "argued" => evidence.add(Person, 1.5, "says-before"),
        "the" => the(words, range, evidence),
        "and" | "," | "or" => {}
        _ if last.is(Classes::FAMILY) && last.shape == Shape::Lower => evidence.add(Person, 4.0, "family-before"),
        _ if last.is(Classes::TITLE) && last.shape == Shape::Lower => evidence.add(Person, 4.5, "title-before"),
        _ if matches!(
            last.text,
            "city" | "town" | "village" | "capital" | "province" | "island" | "region" | "neighboring" | "neighbouring"
        ) =>
        {
            evidence.add(Place, 3.5, "place-word-before");
        }
        _ if matches!(
            last.text,
            "agency"
                | "company"
                | "firm"
                | "group"
                | "maker"
                | "giant"
                | "startup"
                | "bank"
                | "retailer"
                | "carrier"
                | "airline"
                | "newspaper"
                | "website"
                | "broadcaster"
                | "network"
                | "magazine"
                | "daily"
                | "charity"
                | "union"
                | "club"
                | "rival"
                | "parent"
                | "subsidiary"
                | "watchdog"
                | "producer"
                | "alliance"
                | "organization"
                | "organisation"
                | "movement"
        ) =>
        {
            evidence.add(Organisation, 3.5, "organisation-word-before");
        }
        "northern" | "southern" | "eastern" | "western" | "central" | "downtown" | "suburban" | "mainland"
        | "northeastern" | "northwestern" | "southeastern" | "southwestern" | "nearby" | "rural" => {
            evidence.add(Place, 3.5, "direction-before")
        }
        _ => {}
    }
    if !multi && matches!(text(1), "his" | "her" | "my" | "their" | "your") {
        evidence.add(Person, -1.0, "possessive-before");
    }
}

/// "president of X", "capital of X", "employees of X".
fn of(head: &str, evidence: &mut Evidence) {
    match head {
        "city" | "town" | "village" | "capital" | "province" | "state" | "region" | "island" | "outskirts"
        | "streets" | "people" | "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast"
        | "southwest" | "coast" | "residents" | "suburb" | "citizens" | "kilometers" | "kilometres" | "km"
        | "miles" | "invasion" | "parts" | "territory" | "port" | "centre" | "center" | "border" | "borders"
        | "annexation" | "government" | "kingdom" | "republic" => {
            evidence.add(Place, 3.5, "place-of");
        }
        "executive" | "chairman" | "ceo" | "CEO" | "shares" | "employees" | "employee" | "employer" | "subsidiary"
        | "unit" | "division" | "founder" | "co-founder" | "owner" | "head" | "director" | "member" | "members"
        | "chair" | "editor" | "arm" | "board" | "leader" | "parent" | "takeover" | "acquisition" | "chief"
        | "secretary-general" | "branch" | "shareholders" => {
            evidence.add(Organisation, 2.2, "office-of");
        }
        "president" | "minister" | "governor" | "secretary" => {
            evidence.add(Place, 1.2, "office-of");
            evidence.add(Organisation, 1.0, "office-of");
        }
        "election" | "death" | "arrest" | "murder" | "killing" | "wife" | "son" | "daughter" | "supporters"
        | "critics" | "family" | "life" | "resignation" | "assassination" | "husband" | "father" | "mother"
        | "brother" | "sister" | "supporter" | "fan" | "friend" => evidence.add(Person, 2.0, "person-of"),
        _ => {}
    }
}

fn is_spokesman(word: &str) -> bool {
    matches!(
        word,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "attorney"
            | "lawyer"
            | "analyst"
            | "works"
            | "worked"
            | "working"
            | "played"
            | "plays"
            | "director"
            | "economist"
            | "scored"
            | "lobbyist"
            | "correspondent"
            | "reporter"
    )
}

/// "the X": a person's name has no article, a single place's seldom.
fn the(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let next = words.get(range.end);
    // "the Roe family", "the Clinton campaign": the article belongs to what follows
    if next.is_some_and(|w| w.shape == Shape::Lower && w.is(Classes::COMMON) && !w.is(Classes::OPENER)) {
        return;
    }
    if next.is_some_and(|w| w.shape == Shape::Clitic) {
        evidence.add(Person, -1.0, "article-before");
        return;
    }
    evidence.add(Person, -2.5, "article-before");
    evidence.add(Organisation, 1.2, "article-before");
    evidence.add(Other, 0.6, "article-before");
    if words[range.end - 1].text.ends_with('s') && words[range.end - 1].shape == Shape::Capital {
        evidence.add(Organisation, 1.0, "article-before-plural");
        evidence.add(Place, -0.5, "article-before-plural");
    }
}

/// The words behind.
fn behind(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let word = |n: usize| words.get(range.end + n);
    let text = |n: usize| word(n).map_or("", |w| w.text);
    let last = &words[range.end - 1];
    if last.cut_behind {
        hyphened(words, range, evidence);
        return;
    }
    match text(0) {
        "," => comma(words, range, evidence),
        // "Jane Roe (65)", "Jane Roe (D-Ohio)"
        "(" if word(1).is_some_and(|w| w.shape == Shape::Number && w.text.len() == 2)
            || text(1).starts_with("R-")
            || text(1).starts_with("D-") =>
        {
            evidence.add(Person, 4.0, "age-behind");
        }
        "who" | "whose" => evidence.add(Person, 2.5, "who-behind"),
        "which" => evidence.add(Organisation, 0.8, "which-behind"),
        "said" | "says" | "added" | "told" | "tells" | "insisted" | "recalled" | "argued" | "asked" | "wrote"
        | "tweeted" | "replied" | "explained" | "thinks" | "believes" | "knows" | "hopes" | "admitted" | "joked"
        | "testified" | "smiled" | "laughed" => {
            evidence.add(Person, 1.2, "says-behind");
            evidence.add(Organisation, 0.5, "says-behind");
        }
        "was" | "is"
            if matches!(
                text(1),
                "born" | "married" | "arrested" | "shot" | "jailed" | "re-elected" | "elected" | "sentenced"
            ) =>
        {
            evidence.add(Person, 1.5, "fate-behind");
        }
        "announced" | "reported" | "acquired" | "launched" | "posted" => {
            evidence.add(Organisation, 0.9, "announces-behind")
        }
        "'s" | "’s" => match text(1) {
            "wife" | "husband" | "son" | "daughter" | "father" | "mother" | "brother" | "sister" | "death"
            | "career" | "resignation" | "campaign" | "lawyer" | "family" | "remarks" | "comments" | "speech" => {
                evidence.add(Person, 1.5, "person-s")
            }
            "shares" | "chief" | "headquarters" | "employees" | "board" | "stock" | "shareholders" | "spokesman"
            | "spokeswoman" | "profit" | "customers" => evidence.add(Organisation, 1.5, "company-s"),
            "president" | "capital" | "government" | "parliament" | "economy" | "prime" | "foreign" | "population"
            | "mayor" | "army" | "borders" => evidence.add(Place, 1.5, "country-s"),
            _ => {}
        },
        "spokesman" | "spokeswoman" | "spokesperson" | "shares" | "employees" | "stock" | "stores" | "officials"
        | "executives" => {
            evidence.add(Organisation, 1.8, "organisation-noun-behind");
        }
        "province" | "region" | "district" | "county" | "city" | "airport" | "state" | "peninsula" | "coast"
        | "suburb" | "area" => {
            evidence.add(Place, 2.5, "place-noun-behind");
        }
        "team" | "club" | "squad" | "chain" | "franchise" | "newspaper" | "militants" | "fighters" | "lawmakers" => {
            evidence.add(Organisation, 2.5, "organisation-noun-behind");
        }
        "probe" | "mission" | "spacecraft" | "satellite" | "rocket" | "missile" | "missiles" | "tournament"
        | "brand" | "pickup" | "album" | "novel" | "ferry" | "tanker" | "yacht" | "vaccine" | "virus" | "drug"
        | "jet" | "jets" | "rifle" | "helicopter" | "helicopters" | "trophy" | "title" | "treaty" | "trilogy" => {
            evidence.add(Other, 2.5, "thing-noun-behind")
        }
        "administration" | "campaign" | "supporters" | "family" | "supporter" => {
            evidence.add(Person, 1.0, "person-noun-behind")
        }
        // "the Ruritanian President": an adjective the lists don't know
        _ if range.len() == 1
            && word(0).is_some_and(|w| w.is(Classes::TITLE) && w.shape == Shape::Capital)
            && !last.is(Classes::NAMES.or(Classes::GIVEN))
            && ["ian", "ese", "ish"].iter().any(|ending| last.text.ends_with(ending)) =>
        {
            evidence.add(Other, 5.0, "adjective-before-title");
        }
        _ => {}
    }
}

/// "Jane Roe, 65,", "Springfield, Ohio", "Roe, the mayor", "Roe, who".
fn comma(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let Some(next) = words.get(range.end + 1) else { return };
    let text = |n: usize| words.get(range.end + 1 + n).map_or("", |w| w.text);
    if next.shape == Shape::Number && next.text.len() == 2 && matches!(text(1), "," | "." | ";") {
        evidence.add(Person, 5.0, "age-behind");
    } else if matches!(next.text, "who" | "whose") {
        evidence.add(Person, 2.5, "who-behind");
    } else if next.is(Classes::COUNTRY.or(Classes::PLACE)) && next.is_capital() {
        evidence.add(Place, 2.0, "place-behind");
    } else if next.text.starts_with("R-") || next.text.starts_with("D-") {
        evidence.add(Person, 4.0, "party-behind");
    } else if matches!(next.text, "a" | "an" | "the" | "his" | "her") || next.shape == Shape::Lower {
        // "Jane Roe, a former baker": a trade within the next words
        let title = words[range.end + 1..]
            .iter()
            .take(6)
            .take_while(|w| w.text != "," && w.text != ".")
            .any(|w| w.shape == Shape::Lower && w.is(Classes::TITLE.or(Classes::FAMILY)));
        if title {
            evidence.add(Person, 3.0, "trade-behind");
        }
    }
}

/// "Paris-based", "pro-Kremlin".
fn hyphened(words: &[Word], range: &Range<usize>, evidence: &mut Evidence) {
    let last = &words[range.end - 1];
    // the rest of the token is not among the words; its length tells enough only together with the lists
    if !last.is(Classes::GIVEN.or(Classes::SURNAME)) {
        evidence.add(Place, 1.5, "hyphened");
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::word::{Seen, words},
        *,
    };
    use crate::find::token::tokens;
    use crossread_corpus::{mention::EntityKind, span::Span};

    /// The name is between brackets.
    fn check(marked: &str, expected: EntityKind) {
        let text = marked.replace(['[', ']'], "");
        let words = words(&text, &tokens(&text, Span::of(0, text.len())), &mut Seen::default());
        let (start, end) = (marked.find('[').expect("a bracket"), marked.find(']').expect("a bracket") - 1);
        let from = words.iter().position(|w| w.span.start() as usize == start).expect("a word begins there");
        let to = words.iter().position(|w| w.span.end() as usize == end).expect("a word ends there") + 1;
        let mut evidence = Evidence::default();
        weigh(&words, &(from..to), &mut evidence);
        assert_eq!(evidence.verdict().0, expected, "{marked}: {evidence:?}");
    }

    #[test]
    fn kinds() {
        check("They live in [Zorblax] now", Place);
        check("a spokesman for [Zorblax] said", Organisation);
        check("[Zorblax], 65, said", Person);
        check("the [Zorblaxian] President left", EntityKind::Other);
        check("[Zorblax], Ohio", Place);
        check("[Zorblax], a former baker, left", Person);
        check("his wife [Zorblax] left", Person);
        check("the capital of [Zorblax] fell", Place);
        check("“No,” said [Zorblax].", Person);
    }
}
