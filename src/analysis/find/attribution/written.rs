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
    if let Some(noun) = first.split_whitespace().find(|word| DOCUMENTS.contains(word)) {
        let owner = first[..first.find(noun).unwrap_or(0)].trim_start_matches(|c: char| !c.is_uppercase()).trim_end();
        let owner = owner.trim_start_matches("The ").trim_start_matches("A ").trim_start_matches("An ");
        if owner.starts_with(char::is_uppercase) && !owner.contains("The") {
            let from = source.start() as usize + first.find(owner).unwrap_or(0);
            return Some(Span::of(from, from + owner.trim_end_matches(['\'', 's', '’']).len()));
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
    recent.map(|&(earlier, speaker)| (earlier, speaker)).take(3).find_map(|(earlier, speaker)| {
        lower[earlier.start() as usize..source.start() as usize].contains(noun).then_some(speaker)
    })
}

/// "a press release issued by the Ministry": where, in these words, the name of whoever made it begins.
fn made_by(words: &str) -> Option<usize> {
    const MADE: [&str; 6] =
        [" issued by ", " released by ", " published by ", " posted by ", " signed by ", " written by "];
    let (at, made) = MADE.iter().find_map(|made| Some((words.find(made)?, made)))?;
    DOCUMENTS.iter().any(|noun| words[..at].ends_with(noun)).then_some(at + made.len())
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
