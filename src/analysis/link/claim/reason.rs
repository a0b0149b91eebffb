//! What shared words are as reasons to think of one thing: two words that only name it together are not two of them.

use crate::link::segment::{Content, Segment};
use crossread_corpus::span::Span;

/// What a word is as a reason that stands right beside another shared one: "former kingdom" names one thing. Less where
/// both texts have them side by side.
const BESIDE: f32 = 0.6;
const BESIDE_IN_BOTH: f32 = 0.3;

/// True where both tell that one whom both name does to another whom both name what both have a word for: "the mayor
/// appealed to the king", "the mayor turned to the king".
pub(super) fn is_done_between(named: &[(Span, Span)], words: &[(Span, Span, f32)]) -> bool {
    let follows = |(a, b): (Span, Span), (c, d): (Span, Span)| a.end() <= c.start() && b.end() <= d.start();
    words.iter().filter(|(.., worth)| *worth >= 1.0).any(|(here, there, _)| {
        named.iter().any(|who| follows(*who, (*here, *there)))
            && named.iter().any(|whom| follows((*here, *there), *whom))
    })
}

/// True for a word in "-ing" that says what is done, "accused of closing shops", and not which thing it is, "the
/// closing act".
pub(super) fn is_deed(content: &Content, segment: &Segment, word: Span) -> bool {
    const BEFORE: [&str; 12] = ["of", "by", "from", "for", "with", "in", "without", "was", "were", "is", "are", "been"];
    let text = &content.articles[segment.article as usize].text;
    // asked of every shared word: most end otherwise
    if !text[word.range()].ends_with("ing") {
        return false;
    }
    let before = text[segment.span.start() as usize..word.start() as usize].trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    before.is_empty() || before.ends_with(',') || BEFORE.contains(&last.to_lowercase().as_str())
}

/// How many reasons shared words are, each given where it stands in the one and in the other.
pub(super) fn reasons(words: &mut [(Span, Span, f32)], is_deed: impl Fn(Span, Span) -> bool) -> f32 {
    words.sort_unstable_by_key(|(here, there, _)| (*here, *there));
    let beside = |one: Span, other: Span| one.start().max(other.start()) <= one.end().min(other.end()) + 1;
    let reason = |(at, (here, there, worth)): (usize, &(Span, Span, f32))| {
        let close = |(a, b, _): &(Span, Span, f32)| (beside(*a, *here), beside(*b, *there));
        // "abusing workers" are two things, what is done and to whom
        let named = words[..at].iter().filter(|(a, b, _)| !is_deed(*a, *b));
        let known = named.map(close).fold((false, false), |known, (a, b)| (known.0 | a, known.1 | b));
        worth
            * match known {
                (true, true) => BESIDE_IN_BOTH,
                (false, false) => 1.0,
                _ => BESIDE,
            }
    };
    words.iter().enumerate().map(reason).sum()
}

#[cfg(test)]
mod tests {
    use crate::link::claim::tests::claims;

    /// How many claims two accounts of Tuesday make.
    fn made(one: &str, other: &str) -> usize {
        let told = |text: &str| format!("Published March 10, 2021\n\n{text}");
        claims(&[&told(one), &told(other)]).1.claims.len()
    }

    #[test]
    fn what_is_in_one_town_is_not_in_another() {
        let other = |town: &str| format!("After that Jane Roe was declared the winner in {town}.");
        assert_eq!(made("John Doe said Jane Roe was declared the winner in Graz.", &other("Graz")), 1);
        assert_eq!(made("John Doe said Jane Roe was declared the winner in Graz.", &other("Linz")), 0);
        let lies = "John Doe said Jane Roe was declared the winner in Graz. It rains in Linz, Graz.";
        assert_eq!(made(lies, &other("Linz")), 1, "what stands beside it may hold it");
    }

    #[test]
    fn the_name_of_a_thing_is_one_reason() {
        let contest = "Most towns of Jane Roe hold nominating contests in the winter.";
        assert_eq!(made(contest, "Jane Roe upended the guild’s nominating contest."), 0);
        let abuse = "Jane Roe was accused of abusing workers in the winter.";
        assert_eq!(made(abuse, "Jane Roe was arrested for abusing workers."), 1, "but a deed and its victim are two");
    }

    #[test]
    fn what_begins_is_not_what_wrapped_up() {
        let began = "The harbour congress of Graz got off to a rocky start on Tuesday.";
        assert_eq!(made(began, "The harbour congress of Graz had a rocky start late on Tuesday."), 1);
        assert_eq!(made(began, "John Doe slept after the harbour congress program wrapped late on Tuesday."), 0);
        assert_eq!(made(began, "The harbour congress of Graz had a rocky start on Tuesday, wrapped in flags."), 1);
    }

    #[test]
    fn an_outsider_is_not_outside() {
        let outside = "John Doe made a scene outside the old mill on Tuesday.";
        assert_eq!(made(outside, "Jane Roe became the first outsider to win on Tuesday."), 0);
    }
}
