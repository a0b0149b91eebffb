//! Which of an article's entities speaks: the speakers that attributions name, looked up among its names.

use crossread_corpus::{
    attribution::Attribution,
    mention::{Entity, EntityId, EntityKind, Mention},
    span::Span,
};

/// Fills in every attribution's entity, and the speaker where only the entity's other names tell who it is.
///
/// "Alpinia: Vote is valid": a place before a headline's colon tells where, and says nothing; that attribution is dropped.
pub(super) fn identify(text: &str, mentions: &[Mention], entities: &[Entity], found: &mut Vec<Attribution>) {
    let mut owners: Vec<Option<u32>> = vec![None; mentions.len()];
    for (id, entity) in (0_u32..).zip(entities) {
        entity.mentions.iter().for_each(|at| owners[*at as usize] = Some(id));
    }
    let mut references: Vec<(Span, u32)> = (0_u32..)
        .zip(entities)
        .flat_map(|(id, entity)| entity.references.iter().map(move |reference| (reference.span, id)))
        .collect();
    references.sort_unstable();
    let named = |place: Span| {
        let from = mentions.partition_point(|mention| mention.span.end() <= place.start());
        let near = mentions[from..].iter().zip(&owners[from..]).take_while(|(m, _)| m.span.start() < place.end());
        near.filter(|(mention, _)| is_all(text, place, mention)).find_map(|(_, owner)| *owner)
    };
    let described = |place: Span| {
        let from = references.partition_point(|(span, _)| span.end() <= place.start());
        let (span, id) = references.get(from)?;
        (span.contains(place)
            || place.contains(*span)
                && is_article(&text[place.start() as usize..span.start() as usize])
                && text[span.end() as usize..place.end() as usize].trim().is_empty())
        .then_some(*id)
    };
    for attribution in found.iter_mut() {
        let whom = match (attribution.speaker, attribution.source) {
            (Some(speaker), source) => named(speaker).or_else(|| described(speaker)).or_else(|| described(source?)),
            (None, Some(source)) => named(source).or_else(|| described(source)),
            (None, None) => None,
        };
        // he is no company and she no town
        let thing =
            whom.is_some_and(|id| matches!(entities[id as usize].kind, EntityKind::Organisation | EntityKind::Place));
        if thing && attribution.source.is_some_and(|source| is_person(&text[source.range()])) {
            (attribution.speaker, attribution.entity) = (None, None);
            continue;
        }
        attribution.entity = whom.map(EntityId);
        if let (None, Some(id)) = (attribution.speaker, whom) {
            attribution.speaker = Some(entities[id as usize].name);
        }
        // nobody passes on their own words
        attribution.via =
            attribution.via.filter(|via| whom.is_none() || named(*via).or_else(|| described(*via)) != whom);
    }
    let is_place = |id: EntityId| entities[id.0 as usize].kind == EntityKind::Place;
    found.retain(|attribution| attribution.rule.0 != "headline-colon" || !attribution.entity.is_some_and(is_place));
}

/// True for a pronoun that means one person.
fn is_person(source: &str) -> bool {
    ["he", "she", "him", "himself", "herself"].iter().any(|word| source.eq_ignore_ascii_case(word))
}

/// True when a mention is what a phrase is about: the phrase is the name, or the name with its titles.
fn is_all(text: &str, place: Span, mention: &Mention) -> bool {
    let whole = mention.description.unwrap_or(mention.span);
    if mention.span.contains(place) || (whole.contains(place) && place.contains(mention.span)) {
        return true;
    }
    if !place.contains(mention.span) {
        return false;
    }
    let before = &text[place.start() as usize..whole.start().max(place.start()) as usize];
    let after = &text[whole.end().min(place.end()) as usize..place.end() as usize];
    // "Ann Poe, a baker": what stands behind a comma describes, as what kind of body it is does
    is_article(before)
        && (after.trim().is_empty()
            || after.starts_with([',', '(']) && !after.contains(" and ")
            || mention.kind == EntityKind::Organisation && BODIES.contains(&after.trim()))
}

/// What stands behind the name of an organisation: "the ABC news agency".
const BODIES: [&str; 13] = [
    "news agency",
    "agency",
    "newspaper",
    "daily",
    "magazine",
    "website",
    "news site",
    "broadcaster",
    "television",
    "radio",
    "network",
    "news network",
    "channel",
];

fn is_article(words: &str) -> bool {
    matches!(words.trim(), "" | "the" | "The" | "a" | "A" | "an" | "An" | "“" | "\"")
}

#[cfg(test)]
mod tests {
    use crate::{analyse, reading::testing::reading};

    /// Whom each source of the text means, by name.
    fn speakers(text: &str) -> Vec<(String, Option<String>)> {
        let collection = analyse(vec![reading("one", text)], None);
        let article = &collection.articles[0];
        let name = |id| article.annotations.entity(id).map(|entity| article.slice(entity.name).to_owned());
        let said = article.annotations.attributions.iter();
        said.filter_map(|said| Some((article.slice(said.source?).to_owned(), said.entity.and_then(name)))).collect()
    }

    fn check(text: &str, source: &str, expected: Option<&str>) {
        let found = speakers(text);
        let expected = (source.to_owned(), expected.map(str::to_owned));
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }

    #[test]
    fn what_kind_of_body_it_is_describes_it() {
        let text = "RIA reported rain. According to the RIA news agency, the harbour was closed on Monday.";
        check(text, "the RIA news agency", Some("RIA"));
        check(&text.replace("news agency", "news rival"), "the RIA news rival", None);
    }

    #[test]
    fn a_document_is_its_makers() {
        let text = "The harbour is closed, according to a press release issued by Harbour House on Tuesday. Harbour House \
                    owns boats.";
        check(text, "a press release issued by Harbour House on Tuesday", Some("Harbour House"));
    }

    #[test]
    fn a_speech_is_of_whoever_is_said_to_say_it() {
        let source = "a speech at the old mill";
        let text =
            "Mayor Jane Brook said: “No one should ever close our harbour,” according to a speech at the old mill.";
        check(text, source, Some("Jane Brook"));
        check("The harbour stays open, according to a speech at the old mill.", source, None);
        let before = "Mayor Jane Brook said: “We go.” The harbour stays open, according to a speech at the old mill.";
        check(before, source, None);
        let of_another = "a speech by somebody at the old mill";
        check(&text.replace(source, of_another), of_another, None);
    }
    #[test]
    fn after_somebody_unknown_he_is_nobody_known() {
        let text = "Mayor John Brook closed the harbour in April.\n\n“It was wrong,” the rival candidate said.\n\n“We will \
                    open it,” he added.";
        check(text, "he", None);
        check(&text.replace("the rival candidate", "Peter Lake"), "he", Some("Peter Lake"));
    }

    #[test]
    fn a_time_before_the_verb_is_nobody() {
        let text = "Mayor Jane Brook left. Brook later Thursday told reporters: “The harbour is open.” Brook early Monday said \
                    that the mill was closed.";
        assert!(speakers(text).iter().all(|(source, who)| source == "Brook" && who.as_deref() == Some("Jane Brook")));
        assert_eq!(speakers(text).len(), 2);
    }

    #[test]
    fn whoever_tells_of_somebody_goes_on() {
        let text = "Peter Poe repeated the claim, saying Paul Dorn was too late to open the harbour, he said.";
        check(text, "he", Some("Peter Poe"));
        let text = "Peter Poe said Paul Dorn was too late. “The harbour is closed,” he said.";
        check(text, "he", Some("Peter Poe"));
        check("Paul Dorn was too late. “The harbour is closed,” he said.", "he", Some("Paul Dorn"));
    }

    #[test]
    fn whose_aide_it_is_does_not_speak() {
        let text = "Dorn campaign manager Peter Poe said the harbour was open. “We will win,” he continued.";
        check(text, "he", Some("Peter Poe"));
    }

    #[test]
    fn who_is_named_behind_a_comma() {
        let text = "The Brook Group's CEO, Maria Dorn, said the harbour was open. “We will win,” she said.";
        check(text, "The Brook Group's CEO, Maria Dorn", Some("Maria Dorn"));
        check(text, "she", Some("Maria Dorn"));
        check("One baker, Peter Dorn, 35, came to the harbour. “We will win,” he said.", "he", Some("Peter Dorn"));
        let text = "Peter Dorn left. People should stay away, he told reporters.";
        check(text, "he", Some("Peter Dorn"));
    }

    #[test]
    fn someone_is_nobody_known() {
        let text = "Mayor Peter Poe left. Someone said the harbour was open. “We will win,” someone shouted.";
        assert!(speakers(text).iter().all(|(_, who)| who.is_none()), "{:?}", speakers(text));
    }

    #[test]
    fn the_first_word_of_a_text_is_part_of_a_name() {
        check("Peter Poe said the harbour was open.", "Peter Poe", Some("Peter Poe"));
        check("Peter Poe said the harbour was open. “It is,” Poe added.", "Poe", Some("Peter Poe"));
    }

    #[test]
    fn a_name_that_is_a_word_opens_a_sentence() {
        let text = "Mayor Peter Song left. Song said the harbour was open. “We will go,” he said. Songs were heard.";
        check(text, "Song", Some("Peter Song"));
        check(text, "he", Some("Peter Song"));
        let text = "Mayor Peter Dorn left. Rain hurt the harbour. “We will go,” he said.";
        check(text, "he", Some("Peter Dorn"));
    }

    #[test]
    fn he_is_no_organisation() {
        let text = "Springfield Institute opened a mill. Mayor Jane Brook left. The Springfield Institute spoke. “We will go,” he said.";
        check(text, "he", None);
        let text = "The Springfield Institute opened a mill. “We will go,” it said.";
        check(text, "it", Some("Springfield Institute"));
    }

    #[test]
    fn he_is_no_woman_and_she_no_man() {
        let text = "Mayor Peter Poe closed the harbour. Minister Maria Dorn opened the mill. “It was wrong,” he said. Dorn left. Poe \
                    stayed. “We will go,” she said.";
        check(text, "he", Some("Peter Poe"));
        check(text, "she", Some("Maria Dorn"));
        let titled = "Mr. Poe closed the harbour. Mrs. Dorn opened the mill. “It was wrong,” he said.";
        check(titled, "he", Some("Poe"));
    }
}
