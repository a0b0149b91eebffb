//! Runs of words that may make up one name, with the small words names hold: "Bank of the West", "Ludwig van Roe".

use super::{
    lexicon::{Classes, classes},
    memory::{Memory, Sentence},
    word::{Shape, Word},
};
use core::ops::Range;

/// A run of words, and whether a phrase of the lists begins it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Run {
    /// The words of the sentence.
    pub(super) range: Range<usize>,
}

/// The runs of `sentence`, in order, not overlapping.
pub(super) fn runs(sentence: &Sentence, memory: &Memory) -> Vec<Run> {
    let words = &sentence.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let phrase = phrase(words, at);
        if phrase.is_none() && !nameable(sentence, memory, at) {
            at += 1;
            continue;
        }
        let start = at;
        let locked = phrase.is_some();
        at += phrase.map_or(1, |(length, _)| length);
        while let Some(next) = goes_on(sentence, memory, start, at) {
            at = next;
        }
        let mut from = start;
        if sentence.opens(start)
            && !locked
            && !sentence.titled
            && !memory.keeps_opening(&words[start..at], words.get(at))
        {
            from += 1;
            // "The Roe": the article is gone; "In the Bank of X": the small word behind it too
            while from < at
                && (!words[from].is_capital() || (words[from].is(Classes::OPENER) && words[from].is_common()))
            {
                from += 1;
            }
        }
        let hague = locked && phrase.is_some_and(|(_, classes)| classes.any(Classes::PLACES));
        while from < at && !hague && matches!(words[from].text, "The" | "A" | "An" | "THE") {
            from += 1;
        }
        if from < at {
            found.push(Run { range: from..at });
        }
    }
    found
}

/// The longest phrase of the lists that begins at `at`: its length in words and its classes.
pub(super) fn phrase(words: &[Word], at: usize) -> Option<(usize, Classes)> {
    let first = &words[at];
    if !first.is(Classes::STARTS) || !first.is_capital() {
        return None;
    }
    let mut key = first.key;
    let mut longest = None;
    for (n, word) in words.iter().enumerate().skip(at + 1).take(6) {
        if words[n - 1].cut_behind || word.cut_before {
            break;
        }
        key = if word.tight { key.and(word.text) } else { key.then(word.text) };
        // no phrase ends in anything else, and the lists are large
        if word.is_capital() || matches!(word.shape, Shape::Clitic | Shape::Number) {
            let found = classes(key);
            if found.any(Classes::NAMES) {
                longest = Some((n + 1 - at, found));
            }
        }
    }
    longest
}

/// True when the word at `at` may be a name or the start of one.
fn nameable(sentence: &Sentence, memory: &Memory, at: usize) -> bool {
    let word = &sentence.words[at];
    if !word.is_capital() || word.text.len() < 2 && !next_is_capital(sentence, at) {
        return false;
    }
    let initial = word.shape == Shape::Initial && word.text.ends_with('.');
    if word.is(Classes::CAPITAL) && !word.is(Classes::ORG) && !initial {
        // "Theresa May", "Mr May": a month that is a family name
        let before = at.checked_sub(1).map(|n| &sentence.words[n]);
        let person = word.is(Classes::GIVEN.or(Classes::SURNAME))
            && before.is_some_and(|b| {
                b.is_capital() && b.is(Classes::GIVEN.or(Classes::HONORIFIC)) && !b.is(Classes::OPENER)
            });
        let pair =
            sentence.words.get(at + 1).is_some_and(|next| memory.has_pair(word, next) && next.is(Classes::SURNAME));
        return person || pair;
    }
    if !sentence.titled {
        // "FULL TEXT", "AT LEAST 10": shouted words amid a plain sentence
        let shout = |w: &Word| w.shape == Shape::Caps && w.text.len() > 2 && w.is_common() && !w.is(Classes::ORG);
        let beside = at.checked_sub(1).into_iter().chain([at + 1]).filter_map(|n| sentence.words.get(n));
        return !(word.shape == Shape::Caps && word.is_common() && !word.is(Classes::NAMES))
            || !(shout(word) || word.text.len() == 2)
            || !(beside.into_iter().any(shout) || word.text.len() > 4);
    }
    let known = word.is(Classes::NAMES.or(Classes::GIVEN).or(Classes::SURNAME)) && !word.is(Classes::OPENER);
    let family = word.is(Classes::SURNAME)
        && at > 0
        && sentence.words[at - 1].is(Classes::GIVEN)
        && sentence.words[at - 1].is_capital();
    family || memory.has_capital(word.key) && (!memory.has_lower(word.key) || known) || !word.is_common()
}

fn next_is_capital(sentence: &Sentence, at: usize) -> bool {
    sentence.words.get(at + 1).is_some_and(Word::is_capital)
}

/// Where a run from `start` goes on to, when what stands at `at` belongs to it.
fn goes_on(sentence: &Sentence, memory: &Memory, start: usize, at: usize) -> Option<usize> {
    let words = &sentence.words;
    let (last, next) = (&words[at - 1], words.get(at)?);
    if last.cut_behind || next.cut_before {
        return None;
    }
    if let Some((length, _)) = phrase(words, at) {
        return Some(at + length);
    }
    let name_at = |n: usize| words.get(n).is_some() && (phrase(words, n).is_some() || nameable(sentence, memory, n));
    if name_at(at) {
        return Some(at + 1);
    }
    let run = &words[start..at];
    let the = |n: usize| n + usize::from(words.get(n).is_some_and(|w| w.text == "the"));
    let heads = Classes::ORG_HEAD.or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD);
    // "Ministry of Justice", but "Bank of President Roe"
    let known = |n: usize| words[n].is(Classes::TITLE.or(Classes::HONORIFIC)) && next_is_capital(sentence, n);
    match next.text {
        "of" => {
            let right = the(at + 1);
            let opens = last.is(heads)
                || matches!(last.text, "Isle" | "Knights" | "Lord" | "Lords" | "Battle" | "Statue" | "Siege" | "Sons");
            (opens && last.is_capital() && name_at(right) && !known(right) && !words[right].cut_before)
                .then_some(right + 1)
        }
        "for" => {
            let right = the(at + 1);
            let opens = run.iter().any(|w| w.is(Classes::ORG_HEAD) && w.is_capital()) && !last.is(Classes::PEOPLE);
            (opens && name_at(right) && !known(right)).then_some(right + 1)
        }
        "on" => {
            let right = the(at + 1);
            let opens =
                matches!(last.text, "Committee" | "Council" | "Commission" | "Conference" | "Panel" | "Subcommittee");
            (opens && name_at(right)).then_some(right + 1)
        }
        "at" => (run.iter().any(|w| w.text == "University") && name_at(at + 1)).then_some(at + 2),
        "&" => (last.is_capital() && name_at(at + 1)).then_some(at + 2),
        "and" => and(sentence, memory, start, at).then_some(at + 2),
        "'s" | "’s" => possessive(words, run, at).then_some(at + 1),
        _ if next.is(Classes::PARTICLE) && next.shape == Shape::Lower => {
            let second = words.get(at + 1).is_some_and(|w| w.is(Classes::PARTICLE) && w.shape == Shape::Lower);
            let right = at + 1 + usize::from(second);
            let person = last.is_capital() && !last.is(heads.or(Classes::COUNTRY)) && !next.is(Classes::OPENER);
            let name = words.get(right).is_some_and(|w| w.is_capital() && !w.is(Classes::CAPITAL));
            (person && name && !next.tight).then_some(right + 1)
        }
        _ if next.shape == Shape::Number => {
            let plain = next.text.len() <= 4 && next.text.bytes().all(|b| b.is_ascii_digit());
            (last.is(Classes::NUMBERED) && plain).then_some(at + 1)
        }
        _ => None,
    }
}

/// "and" inside a name: "Ministry of Trade and Industry", "Food and Drug Administration".
fn and(sentence: &Sentence, memory: &Memory, start: usize, at: usize) -> bool {
    let words = &sentence.words;
    let plain = |w: &Word| {
        w.shape == Shape::Capital
            && w.is_common()
            && !w.is(Classes::PLACES.or(Classes::PEOPLE).or(Classes::TITLE).or(Classes::HONORIFIC).or(Classes::ORG))
    };
    let right = at + 1;
    if words.get(right).is_none_or(|w| !plain(w)) || !nameable(sentence, memory, right) || sentence.titled {
        return false;
    }
    let run = &words[start..at];
    if !plain(&run[run.len() - 1]) {
        return false;
    }
    let of = run.windows(2).any(|pair| pair[0].is(Classes::ORG_HEAD) && matches!(pair[1].text, "of" | "for" | "on"));
    let end = words[right..].iter().take_while(|w| w.is_capital()).count();
    let head = end > 1 && words[right + end - 1].is(Classes::ORG_HEAD);
    of || (head && !run.iter().any(|w| w.is(Classes::ORG_HEAD) && !w.is(Classes::COMMON)))
}

/// "'s" inside a name: "Children's Hospital", "King's College".
fn possessive(words: &[Word], run: &[Word], at: usize) -> bool {
    let last = &run[run.len() - 1];
    let plain = matches!(
        last.text,
        "Women"
            | "Men"
            | "Children"
            | "People"
            | "Workers"
            | "Veterans"
            | "King"
            | "Queen"
            | "Prince"
            | "Girls"
            | "Boys"
    ) || (run.len() > 1 && matches!(run[run.len() - 2].text, "St." | "St" | "Saint"));
    let behind = words[at + 1..].iter().take_while(|w| w.is_capital()).take(3);
    plain && behind.last().is_some_and(|w| w.is(Classes::ORG_HEAD.or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD)))
}

#[cfg(test)]
mod tests {
    use super::{
        super::word::{Seen, words},
        *,
    };
    use crate::find::token::tokens;
    use crossread_corpus::span::Span;

    /// Runs are between brackets.
    fn check(marked: &str) {
        let text = marked.replace(['[', ']'], "");
        let sentences = [Sentence::new(words(&text, &tokens(&text, Span::of(0, text.len())), &mut Seen::default()))];
        let memory = Memory::of(&sentences);
        let words = &sentences[0].words;
        let mut shown = text.clone();
        for run in runs(&sentences[0], &memory).into_iter().rev() {
            shown.insert(words[run.range.end - 1].span.end() as usize, ']');
            shown.insert(words[run.range.start].span.start() as usize, '[');
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn small_words_inside() {
        check("The [Ministry of Trade and Industry] met [Jane Roe].");
        check("In [Rome], the [Food and Drug Administration] said no.");
        check("[Ludwig van der Roe] and [Jane Doe] met on Monday.");
        check("They joined the [Institute for Strategic Studies] in May.");
        check("[Johnson & Roe] left the [University of Texas at Austin].");
        check("They saw the [Children's Hospital] and [Jane Roe]'s [Boeing 737].");
    }

    #[test]
    fn openings_and_articles() {
        check("Meanwhile [Roe] left [The Hague].");
        check("“We will go,” said [Roe].");
        check("The [Paris]-based firm and pro-[Kremlin] groups left.");
    }
}
