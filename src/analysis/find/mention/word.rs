//! The words of a sentence as names are read off them: shape, classes, and hyphens that part a name from what is no name.

use super::{
    common::is_common,
    lexicon::{Classes, Key, as_written, classes},
};
use crate::find::{
    hashed::NumberMap,
    token::{Token, TokenKind},
};
use crossread_corpus::span::Span;
use std::cell::RefCell;

/// How a token is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// "house"
    Lower,
    /// "House"
    Capital,
    /// "NATO", "U.S."
    Caps,
    /// "J." or "J"
    Initial,
    /// "iPhone", "al-Assad"
    Mixed,
    /// Begins with a digit.
    Number,
    /// "'s"
    Clitic,
    /// Punctuation and signs.
    Mark,
}

/// One token, or the part of a hyphenated one that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// As written.
    pub(super) text: &'a str,
    /// Its key in the lexicon.
    pub(super) key: Key,
    /// What the lists say.
    pub(super) classes: Classes,
    /// How it is written.
    pub(super) shape: Shape,
    /// True when nothing separates it from the token before.
    pub(super) tight: bool,
    /// See [`Word::is_common`]; known only of words with a capital.
    common: bool,
    /// True for "Paris" in "Paris-based": no name goes on behind it.
    pub(super) cut_behind: bool,
    /// True for "Kremlin" in "pro-Kremlin": no name goes on before it.
    pub(super) cut_before: bool,
}

impl Word<'_> {
    /// True when it is in one of the classes of `of`.
    pub(super) const fn is(&self, of: Classes) -> bool {
        self.classes.any(of)
    }

    /// True when it is written as names are.
    pub(super) const fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Caps | Shape::Initial | Shape::Mixed)
    }

    /// True for an ordinary English word, or a form of one.
    pub(super) const fn is_common(&self) -> bool {
        self.common
    }
}

/// What the lists say of the words seen so far, by their keys: the same words come again and again, in other articles, too,
/// and the lists are too large to be at hand for each. What it knows of a word depends on that word alone.
#[derive(Default, Debug)]
pub(super) struct Seen(NumberMap<u64, Listed>);

impl Seen {
    /// When more words are known they are forgotten: those of a story are soon known again.
    const MOST: usize = 1 << 16;

    /// Does `work` with what is known by now.
    pub(super) fn with<T>(work: impl FnOnce(&mut Self) -> T) -> T {
        thread_local! {
            static KNOWN: RefCell<Seen> = RefCell::default();
        }
        let mut seen = KNOWN.take();
        let done = work(&mut seen);
        if seen.0.len() <= Self::MOST {
            KNOWN.set(seen);
        }
        done
    }
}

/// What the lists say of a word in any case.
#[derive(Debug)]
pub(super) struct Listed {
    classes: Classes,
    /// Whether it is an ordinary word, once that has been asked.
    common: Option<bool>,
}

/// The words of one sentence.
pub(super) fn words<'a>(text: &'a str, tokens: &[Token], seen: &mut Seen) -> Vec<Word<'a>> {
    let mut found: Vec<Word<'a>> = Vec::with_capacity(tokens.len());
    let mut end = None;
    for token in tokens {
        let tight = end == Some(token.span.start());
        end = Some(token.span.end());
        let whole = word(text, token.span, token.kind, tight, seen);
        let parts = parts(text, whole, found.last(), seen);
        if parts[0].is_none() {
            found.push(whole);
        }
        found.extend(parts.into_iter().flatten());
    }
    found
}

fn word<'a>(text: &'a str, span: Span, kind: TokenKind, tight: bool, seen: &mut Seen) -> Word<'a> {
    let own = &text[span.range()];
    let key = Key::of(own);
    let shape = match kind {
        TokenKind::Word => shape(own),
        TokenKind::Number => Shape::Number,
        TokenKind::Clitic => Shape::Clitic,
        TokenKind::Mark | TokenKind::Symbol => Shape::Mark,
    };
    let plain = Word {
        span,
        text: own,
        key,
        classes: Classes::default(),
        shape,
        tight,
        common: false,
        cut_behind: false,
        cut_before: false,
    };
    if kind != TokenKind::Word {
        return plain;
    }
    let listed = seen.0.entry(key.value()).or_insert_with(|| Listed { classes: classes(key), common: None });
    let classes = as_written(own, listed.classes);
    // words with accents share a key with those without
    let asked = plain.is_capital() && own.is_ascii();
    let common = classes.any(Classes::COMMON) || (asked && *listed.common.get_or_insert_with(|| is_common(own)));
    Word { classes, common, ..plain }
}

fn shape(word: &str) -> Shape {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Lower };
    let address = word.bytes().any(|byte| byte == b'.') && (word.contains(".com") || word.contains("www."));
    if address || word.starts_with(['@', '#']) {
        return Shape::Lower;
    }
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (true, 0, 0) => Shape::Initial,
        (true, _, 0) if word.ends_with('.') && word.len() <= 5 && !word.starts_with('U') => Shape::Initial,
        (true, _, 0) => Shape::Caps,
        (true, _, _) => Shape::Capital,
        (false, 0, _) => Shape::Lower,
        (false, _, _) => Shape::Mixed,
    }
}

/// The parts of a hyphenated word that may be names, where it is no name as a whole: "Paris" of "Paris-based", "Kremlin"
/// of "pro-Kremlin", both of "US-UK". Empty when it stays whole.
fn parts<'a>(text: &'a str, whole: Word<'a>, before: Option<&Word>, seen: &mut Seen) -> [Option<Word<'a>>; 2] {
    const NONE: [Option<Word<'static>>; 2] = [None, None];
    const SUFFIXES: [&str; 20] = [
        "born", "led", "run", "style", "area", "era", "like", "wide", "held", "made", "owned", "built", "bound",
        "type", "only", "free", "ready", "heavy", "based", "aided",
    ];
    let Some(inner) =
        whole.text.bytes().position(|byte| byte == b'-').filter(|_| !whole.is(Classes::NAMES.or(Classes::GIVEN)))
    else {
        return NONE;
    };
    let last = whole.text.rfind('-').unwrap_or(inner);
    let starts_upper = |part: &str| part.starts_with(char::is_uppercase);
    let (from, to) = (whole.span.start() as usize, whole.span.end() as usize);
    let behind = |seen: &mut Seen| {
        let name = word(text, Span::of(from + inner + 1, to), TokenKind::Word, false, seen);
        Word { cut_before: true, ..name }
    };
    let (first, rest) = (&whole.text[..inner], &whole.text[inner + 1..]);
    if matches!(first, "R" | "D" | "I") {
        // a party and a state: "R-Texas", "D-Calif."
        let state = behind(seen);
        let plain = Word { shape: Shape::Lower, classes: Classes::default(), ..whole };
        return [Some(if state.is(Classes::PLACES) { state } else { plain }), None];
    }
    const PREFIXES: [&str; 10] = ["anti", "pro", "ex", "non", "post", "pre", "mid", "neo", "un", "then"];
    let prefixed = PREFIXES.iter().any(|prefix| first.eq_ignore_ascii_case(prefix));
    if prefixed && !rest.split('-').any(starts_upper) {
        // "Anti-war" at the start of a sentence
        return [Some(Word { shape: Shape::Lower, classes: Classes::default(), ..whole }), None];
    }
    if starts_upper(whole.text) && !starts_upper(&whole.text[last + 1..]) {
        // "Oh Jae-sung": a given name of two syllables, no "-based"
        let tail = &whole.text[last + 1..];
        let short = tail.len() <= 5 && last == inner && !tail.ends_with("ed") && !SUFFIXES.contains(&tail);
        let named = before.is_some_and(|b| b.is_capital() && !b.is(Classes::OPENER.or(Classes::COUNTRY)));
        if short && (named || !is_common(tail)) {
            return NONE;
        }
        // the capital parts in front
        let mut end = inner;
        while let Some(next) = whole.text[end + 1..].find('-').map(|at| end + 1 + at) {
            if !starts_upper(&whole.text[end + 1..next]) {
                break;
            }
            end = next;
        }
        let name = word(text, Span::of(from, from + end), TokenKind::Word, whole.tight, seen);
        return [Some(Word { cut_behind: true, ..name }), None];
    }
    if !starts_upper(rest) {
        return NONE;
    }
    const PARTICLES: [&str; 13] = ["al", "el", "ul", "as", "ad", "an", "ar", "bin", "ibn", "de", "d", "e", "i"];
    if prefixed || (!starts_upper(first) && !PARTICLES.contains(&first)) {
        return [Some(behind(seen)), None];
    }
    let left =
        Word { cut_behind: true, ..word(text, Span::of(from, from + inner), TokenKind::Word, whole.tight, seen) };
    let right = behind(seen);
    if left.is(Classes::PEOPLE) && right.is(Classes::PEOPLE) {
        return [Some(Word { classes: Classes::PEOPLE, ..whole }), None];
    }
    // "US-UK", "Roe-Doe race", but "Jane Roe-Doe"
    let name = Classes::NAMES.or(Classes::SURNAME);
    let alone = left.is(Classes::ORG_HEAD) || before.is_none_or(|b| !b.is_capital() || b.is(Classes::OPENER));
    if alone && last == inner && left.is(name.or(Classes::ORG_HEAD)) && right.is(name) && !left.is(Classes::GIVEN) {
        [Some(left), Some(right)]
    } else {
        NONE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::token::tokens;

    fn check(text: &str, expected: &[(&str, Shape)]) {
        let found = words(text, &tokens(text, Span::of(0, text.len())), &mut Seen::default());
        let shown: Vec<_> = found.iter().map(|w| (w.text, w.shape)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn shapes_and_parts() {
        use Shape::{Capital, Caps, Clitic, Initial, Lower, Mixed, Number};
        check(
            "J. Doe's NATO iPhone has 5",
            &[
                ("J.", Initial),
                ("Doe", Capital),
                ("'s", Clitic),
                ("NATO", Caps),
                ("iPhone", Mixed),
                ("has", Lower),
                ("5", Number),
            ],
        );
        check("Paris-based pro-Roe al-Roe", &[("Paris", Capital), ("Roe", Capital), ("al-Roe", Mixed)]);
        check("R-Ohio D-N and Anti-Roe", &[("Ohio", Capital), ("D-N", Lower), ("and", Lower), ("Roe", Capital)]);
        check("Anti-war talk", &[("Anti-war", Lower), ("talk", Lower)]);
        check("a US-UK deal", &[("a", Lower), ("US", Caps), ("UK", Caps), ("deal", Lower)]);
        check("Jean-Luc Bosnia-Herzegovina", &[("Jean-Luc", Capital), ("Bosnia-Herzegovina", Capital)]);
    }
}
