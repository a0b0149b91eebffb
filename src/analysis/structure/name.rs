//! Capitalised names by their shape: a person, an outlet, a label made of section words.

use super::list;

/// True when the text looks like the name of a person: two to five capitalised words, with particles between.
pub(super) fn is_person_shaped(text: &str) -> bool {
    const PARTICLES: [&str; 16] =
        ["de", "da", "di", "del", "der", "den", "van", "von", "bin", "al", "el", "la", "le", "dos", "ter", "ibn"];
    let words: Vec<_> = text.split_whitespace().collect();
    let good = |word: &&str| {
        let letters = word.chars().all(|char| char.is_alphabetic() || matches!(char, '.' | '-' | '\'' | '’'));
        letters && (word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
    };
    (2..=5).contains(&words.len())
        && words.iter().all(good)
        && words[0].starts_with(char::is_uppercase)
        && words.last().is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 1)
        && !words.iter().any(|word| list::OUTLET_WORDS.has(word) || list::SECTION_WORDS.has(word))
        && !words.iter().any(|word| list::ROLE_WORDS.has(word))
        && !words.iter().any(|word| matches!(*word, "The" | "A" | "An" | "And" | "Of" | "For" | "To" | "In" | "On"))
}

/// True when the text is an acronym of two to six capitals ("NPR").
pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().all(|char| char.is_uppercase() || matches!(char, '.' | '&' | '-'));
    letters && (2..=6).contains(&text.chars().filter(|char| char.is_uppercase()).count())
}

/// True when the text is a name that holds a word only outlets' names hold ("The Springfield Gazette", "Fox News").
pub(super) fn is_outlet_shaped(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    let small = |word: &&str| matches!(*word, "of" | "the" | "and" | "for" | "on" | "in" | "de" | "&");
    let good = |word: &&str| word.starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit()) || small(word);
    (1..=6).contains(&words.len())
        && words.iter().all(good)
        && !text.contains([',', ':', ';', '?', '!', '"', '“', '|'])
        && words.iter().any(|word| list::OUTLET_WORDS.has(word))
        && !is_section(text)
        && (words.len() > 1 || is_acronym(text))
}

/// True when the text is made of words that name the parts of a paper, and nothing else.
pub(super) fn is_section(text: &str) -> bool {
    let mut words =
        text.split([' ', '/', '|', '>', '›', '»', ',', '\u{a0}']).filter(|word| !word.is_empty()).peekable();
    text.contains(char::is_uppercase)
        && words.peek().is_some()
        && words.all(|word| list::SECTION_WORDS.has(word) || !word.contains(char::is_alphanumeric))
}

/// Where a place in capitals and its dash end, as ledes begin: `LAKESIDE, Ohio — The mayor`.
pub(super) fn place_lead_in(text: &str) -> Option<usize> {
    const DASHES: [&str; 6] = [" — ", " – ", " - ", " -- ", "— ", ": "];
    let head = &text[..text.char_indices().nth(60).map_or(text.len(), |(at, _)| at)];
    let dash = DASHES.iter().filter_map(|mark| head.find(mark)).min()?;
    let place = &head[..dash];
    let first = place.split([',', ' ']).next().unwrap_or_default();
    let capitals =
        first.chars().count() >= 3 && first.chars().all(|char| char.is_uppercase() || matches!(char, '.' | '-'));
    (capitals && place.split_whitespace().count() <= 6 && !place.contains(['"', '“', '('])).then_some(dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_told_from_other_short_lines() {
        for name in ["Jane Doe", "JANE Q. DOE", "Ana de la Cruz", "Jean-Luc O’Hara"] {
            assert!(is_person_shaped(name), "{name}");
        }
        for other in ["Doe", "Ongoing works", "World News", "The Springfield Gazette", "Jane Doe 3", "Why We Left The"]
        {
            assert!(!is_person_shaped(other), "{other}");
        }
    }

    #[test]
    fn outlets_are_told_from_sections() {
        for name in ["The Springfield Gazette", "Channel 9 News", "Lakeside Daily", "Times of Lakeside"] {
            assert!(is_outlet_shaped(name), "{name}");
        }
        for other in ["World News", "Top Stories", "Gazette", "News", "Jane Doe", "Post office closes"] {
            assert!(!is_outlet_shaped(other), "{other}");
        }
        assert!(
            is_section("World | Europe") && is_section("US & Canada") && !is_section("Jane Doe") && !is_section("")
        );
        assert!(is_acronym("NPR") && is_acronym("A.B.C.") && !is_acronym("NprX") && !is_acronym("N"));
    }
}
