//! Whose a document or a speech is: "the statement said", "a press release issued by the Ministry".

use super::speaker::Candidate;
use crossread_corpus::span::Span;

/// What somebody writes, and says something in.
const DOCUMENTS: [&str; 8] = ["statement", "letter", "report", "email", "memo", "release", "message", "tweet"];

/// "a Ministry statement said": the Ministry; "the statement said": whoever made the one an earlier sentence names.
pub(super) fn document(
    text: &str,
    lower: &str,
    candidates: &[Candidate],
    known: &[(Span, Span)],
    source: Span,
) -> Option<Span> {
    let first = text[source.range()].split([',', '(']).next().unwrap_or_default();
    if let Some(noun) = DOCUMENTS.iter().filter_map(|noun| word_at(first, noun)).min() {
        let before = first[..noun].trim_end();
        let owner = before.trim_start_matches(|c: char| !c.is_uppercase());
        let owner = ["The ", "A ", "An "].iter().find_map(|article| owner.strip_prefix(article)).unwrap_or(owner);
        if owner.starts_with(char::is_uppercase) && !owner.split(' ').any(|word| word == "The") {
            let from = source.start() as usize + before.len() - owner.len();
            return Some(Span::of(from, from + bare(owner).len()));
        }
    }
    if let Some(made) = made_by(&lower[source.range()]) {
        let by = Span::of(source.start() as usize + made, source.end() as usize);
        let named = candidates.iter().find(|c| c.span.start() == by.start() && !c.name.is_empty());
        return named.map(|named| named.name);
    }
    if let Some(speaker) = of_speech(lower, known, source) {
        return Some(speaker);
    }
    let noun = lower[source.range()].strip_prefix("the ").filter(|noun| DOCUMENTS.contains(noun))?;
    let recent = known.iter().rev().filter(|(earlier, _)| earlier.end() <= source.start());
    recent.copied().take(3).find_map(|(earlier, speaker)| {
        word_at(&lower[earlier.start() as usize..source.start() as usize], noun).map(|_| speaker)
    })
}

/// Where `word` stands in `words`, no part of a longer one.
fn word_at(words: &str, word: &str) -> Option<usize> {
    let whole = |at: usize| {
        !words[..at].ends_with(char::is_alphanumeric) && !words[at + word.len()..].starts_with(char::is_alphanumeric)
    };
    words.match_indices(word).map(|(at, _)| at).find(|&at| whole(at))
}

/// Without the ending of a genitive: "Poe's", "the States'".
fn bare(owner: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| owner.strip_suffix(ending)).unwrap_or(owner)
}

/// "a press release issued by the Ministry": where, in these words, the name of whoever made it begins.
fn made_by(words: &str) -> Option<usize> {
    const MADE: [&str; 6] =
        [" issued by ", " released by ", " published by ", " posted by ", " signed by ", " written by "];
    let (at, made) = MADE.iter().find_map(|made| Some((words.find(made)?, made)))?;
    words[..at].rsplit(' ').next().filter(|noun| DOCUMENTS.contains(noun)).map(|_| at + made.len())
}

/// "…, she said, according to a speech in the town hall": whoever spoke last in the sentence.
fn of_speech(lower: &str, known: &[(Span, Span)], source: Span) -> Option<Span> {
    const NOUNS: [&str; 4] = ["a speech", "an address", "an interview", "a video address"];
    let words = &lower[source.range()];
    let rest = NOUNS.iter().find_map(|noun| words.strip_prefix(noun))?;
    // "a speech by the mayor", "an interview with her"
    let others = [" by ", " of ", " with "].iter().any(|word| rest.contains(word));
    if others || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let (earlier, speaker) = known.iter().rev().find(|(earlier, _)| earlier.end() <= source.start())?;
    let between = &lower[earlier.end() as usize..source.start() as usize];
    (!ends_sentence(between)).then_some(*speaker)
}

/// True where a sentence may end in these words.
fn ends_sentence(words: &str) -> bool {
    let ends = |(at, _): (usize, &str)| {
        words[at + 1..].trim_start_matches(['"', '”', '’', '\'', ')']).starts_with(char::is_whitespace)
    };
    words.contains('\n') || words.match_indices(['.', '!', '?', '…']).any(ends)
}

#[cfg(test)]
mod tests {
    use super::super::check::speaker;

    #[test]
    fn a_document_is_its_owners() {
        for (owner, name) in [
            ("A United States", "United States"),
            ("The United States'", "United States"),
            ("A Texas", "Texas"),
            ("Poe's", "Poe"),
            ("Ann Poe’s", "Ann Poe"),
            ("A Reporters Union", "Reporters Union"),
        ] {
            assert_eq!(speaker(&format!("{owner} report said that the bridge was old.")), Some(name), "{owner}");
        }
    }

    #[test]
    fn the_document_is_whose_an_earlier_sentence_names() {
        let said = |noun| format!("Ann Poe said in a {noun} that it was old. The letter said that it fell.");
        assert_eq!(speaker(&said("letter")), Some("Ann Poe"));
        assert_ne!(speaker(&said("newsletter")), Some("Ann Poe"));
    }
}
