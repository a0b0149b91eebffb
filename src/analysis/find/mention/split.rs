//! Parts a run of capital words into names and what is no name: titles, "former", the people or place before a title.

use super::{
    lexicon::Classes,
    run::phrase,
    word::{Shape, Word},
};
use core::ops::Range;

/// A name within a run.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Name {
    /// Its words in the sentence.
    pub(super) range: Range<usize>,
    /// True when a title stands right before it: it is a person's.
    pub(super) titled: bool,
}

/// The names in the run `range`.
pub(super) fn names(words: &[Word], range: Range<usize>) -> Vec<Name> {
    let mut found = Vec::with_capacity(2);
    split(words, range, false, &mut found);
    found.retain(|name| is_name(&words[name.range.clone()]));
    found
}

fn split(words: &[Word], range: Range<usize>, titled: bool, found: &mut Vec<Name>) {
    // "Former Texas …": no part of any name
    if words.get(range.start).is_some_and(|w| is_time_of_office(w.text)) && !range.is_empty() {
        return split(words, range.start + 1..range.end, titled, found);
    }
    let run = &words[range.clone()];
    if run.is_empty() {
        return;
    }
    // a phrase of the lists is not cut; what stands behind it may be
    if let Some((length, classes)) = phrase(words, range.start).filter(|(length, _)| range.start + length <= range.end)
    {
        let end = range.start + length;
        let rest = &words[end..range.end];
        let extends = rest.last().is_some_and(is_head) && !rest.iter().any(is_title);
        if rest.is_empty() || extends {
            found.push(Name { range, titled });
        } else if classes.any(Classes::NAMES) {
            found.push(Name { range: range.start..end, titled: false });
            split(words, end..range.end, false, found);
        }
        return;
    }
    if let Some(title) = title(run) {
        let (from, to) = (range.start + title.start, range.start + title.end);
        if from > range.start {
            split(words, range.start..from, false, found);
        }
        split(words, to..range.end, to < range.end, found);
        return;
    }
    // "Chancellor of the Exchequer Jane Roe", "President of Belgium Jane Roe": an office and its holder
    let of = |n: usize| range.start.checked_sub(n).map_or("", |at| words[at].text);
    let office = if of(1) == "the" { 3 } else { 2 };
    let held = of(office - 1) == "of" && range.start >= office && words[range.start - office].is(Classes::TITLE);
    if held && person_begins(&run[1..]) {
        let cut = range.start + 1;
        if run[0].is(Classes::NAMES) {
            found.push(Name { range: range.start..cut, titled: false });
        }
        found.push(Name { range: cut..range.end, titled: true });
        return;
    }
    let first = &run[0];
    let second = run.get(1);
    // "Belgian Jane Roe", "Republican Roe", but "Belgian Airlines", "French Open", "Belgian Academy of Sciences"
    let body = second.is_some_and(is_strong_head) && run[2..].iter().any(|w| matches!(w.text, "of" | "for"));
    if first.is(Classes::PEOPLE) && run.len() > 1 && !run.last().is_some_and(is_head) && !body {
        let phrase_of_people = run.len() == 2 && second.is_some_and(|w| w.is(Classes::PEOPLE));
        if !phrase_of_people {
            found.push(Name { range: range.start..range.start + 1, titled: false });
            split(words, range.start + 1..range.end, false, found);
            return;
        }
    }
    // "Texas Republican", "Kentucky Democrats"
    if run.len() > 1 && first.is(Classes::PLACES) && run[1].is(Classes::PEOPLE) && !run.last().is_some_and(is_head) {
        found.push(Name { range: range.start..range.start + 1, titled: false });
        split(words, range.start + 1..range.end, false, found);
        return;
    }
    // "European Council Charles Roe": a head amid the run, a person's name behind it
    let cut = (1..run.len()).find(|n| is_strong_head(&run[n - 1]) && person_begins(&run[*n..]));
    if let Some(cut) = cut.filter(|cut| !(*cut == 1 && first.is(Classes::ORG_FIRST))) {
        found.push(Name { range: range.start..range.start + cut, titled: false });
        split(words, range.start + cut..range.end, false, found);
        return;
    }
    // "U.S. Jane Roe", "Texas Governor"
    let country = first.is(Classes::COUNTRY.or(Classes::ABBREVIATED)) && matches!(first.shape, Shape::Caps);
    if country && run.len() > 1 && !run.last().is_some_and(is_head) {
        found.push(Name { range: range.start..range.start + 1, titled: false });
        split(words, range.start + 1..range.end, false, found);
        return;
    }
    found.push(Name { range, titled });
}

/// The title in the run: from its first word to the word behind the last. It may end the run.
fn title(run: &[Word]) -> Option<Range<usize>> {
    let ends_in_head = run.last().is_some_and(is_strong_head);
    let at = run.iter().position(is_title)?;
    let honorific = run[at].is(Classes::HONORIFIC);
    // "Stephen King": a given name before a single last word
    if at > 0 && at + 1 == run.len() && run[at - 1].is(Classes::GIVEN) && run[at].is(Classes::SURNAME) {
        return None;
    }
    // "General Motors", "King's College", "Prime Minister's Office", "Saint Petersburg"
    let kept = ends_in_head && !person_begins(&run[at + 1..]);
    let possessive = run.get(at + 1).is_some_and(|w| w.shape == Shape::Clitic);
    let saint = honorific
        && matches!(run[at].text, "St." | "St" | "Saint" | "Prince" | "King" | "Queen" | "Sister")
        && run.get(at + 2).is_some_and(|w| is_head(w) || w.shape == Shape::Clitic);
    if kept || possessive || saint {
        return None;
    }
    let mut from = at;
    while from > 0 && is_rank(&run[from - 1]) {
        from -= 1;
    }
    let mut to = at + 1;
    while run.get(to).is_some_and(|w| {
        (is_title(w) && !(w.is(Classes::SURNAME) && to + 1 == run.len() && to > at + 1))
            || (is_rank(w) && run.get(to + 1).is_some_and(is_title))
            || matches!(w.text, "of" | "the" | "and" | "for")
            || (matches!(run[to - 1].text, "of" | "the")
                && !w.is(Classes::NAMES)
                && (w.is_common() || person_begins(&run[to + 1..])))
            || matches!(w.text, "General" | "Elect" | "Emeritus" | "Designate" | "Minister" | "Justice")
    }) {
        to += 1;
    }
    // a single common word behind is part of the office: "Secretary General", "Press Secretary"
    Some(from..to)
}

/// True for words that say when an office was held.
fn is_time_of_office(word: &str) -> bool {
    matches!(
        word,
        "Former"
            | "Ex"
            | "Late"
            | "Acting"
            | "Longtime"
            | "Retired"
            | "Newly"
            | "Outgoing"
            | "Incoming"
            | "Then"
            | "Fellow"
            | "Veteran"
    )
}

fn is_title(word: &Word) -> bool {
    word.is(Classes::TITLE.or(Classes::HONORIFIC))
        && word.is_capital()
        && !(word.shape == Shape::Caps && word.text.len() <= 3 && word.is(Classes::ORG))
}

fn is_rank(word: &Word) -> bool {
    word.is(Classes::RANK.or(Classes::TITLE)) && !word.is(Classes::PEOPLE) && !word.is(Classes::ORG)
}

/// A word that ends the name of an organisation, a place or an event.
fn is_head(word: &Word) -> bool {
    word.is(Classes::ORG_HEAD.or(Classes::ORG_SUFFIX).or(Classes::PLACE_HEAD).or(Classes::OTHER_HEAD))
        && (!word.is(Classes::SURNAME) || word.is(Classes::COMMON))
}

/// The same, of the kind that a person's name may follow.
fn is_strong_head(word: &Word) -> bool {
    word.is(Classes::ORG_HEAD.or(Classes::ORG_SUFFIX)) && word.is_capital()
}

/// True when a person's name begins here: a given name, or an initial, and one or two words more.
fn person_begins(rest: &[Word]) -> bool {
    let Some(first) = rest.first() else { return false };
    let given = first.is(Classes::GIVEN) && !first.is(Classes::PLACES.or(Classes::ORG_HEAD));
    (2..=4).contains(&rest.len()) && (given || first.shape == Shape::Initial) && !rest.last().is_some_and(is_head)
}

/// False for what is left of a title or an ordinary word: "State" of "Secretary of State".
fn is_name(name: &[Word]) -> bool {
    let Some(first) = name.first() else { return false };
    if name.len() > 1 {
        return phrase(name, 0).is_some() || name.iter().any(|w| w.is_capital() && !w.is(Classes::RANK));
    }
    let known = Classes::NAMES.or(Classes::GIVEN).or(Classes::SURNAME);
    first.text.len() > 1
        && first.is_capital()
        && (!first.text.ends_with('.') || first.is(Classes::NAMES) || first.shape == Shape::Caps)
        && (!first.is(Classes::RANK.or(Classes::TITLE).or(Classes::HONORIFIC)) || first.is(known))
}

#[cfg(test)]
mod tests {
    use super::{
        super::word::{Seen, words},
        *,
    };
    use crate::find::token::tokens;
    use crossread_corpus::span::Span;

    /// Names are between brackets; a star stands behind those a title makes a person's.
    fn check(marked: &str) {
        let text = marked.replace(['[', ']', '*'], "");
        let words = words(&text, &tokens(&text, Span::of(0, text.len())), &mut Seen::default());
        let mut shown = text.clone();
        for name in names(&words, 0..words.len()).into_iter().rev() {
            let end = words[name.range.end - 1].span.end() as usize;
            shown.insert_str(end, if name.titled { "]*" } else { "]" });
            shown.insert(words[name.range.start].span.start() as usize, '[');
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn titles_are_no_part_of_names() {
        check("President [Jane Roe]*");
        check("Mr. [Roe]*");
        check("Prime Minister [Jane Roe]*");
        check("[European Council] President [Charles Roe]*");
        check("[U.S.] Secretary of State [Jane Roe]*");
        check("[Belgian] Foreign Minister [Jane Roe]*");
        check("Secretary of State");
        check("[Jane Roe]");
        check("[Stephen King]");
    }

    #[test]
    fn heads_keep_a_run_together() {
        check("[General Motors]");
        check("[Belgian Defence Ministry]");
        check("[New York Police Department]");
        check("[French Open]");
        check("[Belgian] [Jane Roe]");
        check("[European Council] [Charles Roe]");
    }
}
