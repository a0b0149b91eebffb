//! A sentence as the rules read it: words with their classes, each quotation one word, verbs with their subjects.

use super::{
    around::inverted,
    dictionary::{Classes, Entry, look_up},
    verb_group::{Group, Link, groups},
    word::{Open, Tag, Word, alone, decide},
};
use crate::find::{
    hashed::FewWords,
    quotation::Quotation,
    token::{Token, TokenKind},
};
use crossread_corpus::span::Span;
use std::sync::LazyLock;

/// Words of the longest unit: a text without stops is cut, as the rules look at all verbs of a unit for each verb.
const LONGEST: usize = 300;

/// Words that most units have room in.
const ROOM: usize = 48;

/// Days, months and stretches of time.
const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun. january \
    february march april june july august september october november december hour hours day days week weeks \
    weekend month months year years morning afternoon evening night today yesterday tomorrow";

/// A sentence; longer than one where a quotation of several sentences stands in it.
pub(super) struct Unit<'t> {
    pub(super) text: &'t str,
    /// The text in ASCII lower case, byte for byte as long.
    pub(super) lower: &'t str,
    pub(super) words: Vec<Word>,
    pub(super) groups: Vec<Group>,
    /// Which of the article's blocks it is in.
    pub(super) block: usize,
    /// In the headline.
    pub(super) headline: bool,
}

impl<'t> Unit<'t> {
    /// The words of one sentence, their classes decided, and its verb groups.
    pub(super) fn new(text: &'t str, lower: &'t str, words: Vec<Word>, block: usize, headline: bool) -> Self {
        let mut unit = Self { text, lower, words, groups: Vec::new(), block, headline };
        unit.tag();
        unit.groups = groups(&unit);
        share_inverted(&mut unit);
        unit
    }

    /// The lower-case form of word `at`; empty beyond the end.
    pub(super) fn lower(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| &self.lower[word.span.range()])
    }

    /// The lower-case text of `span`.
    pub(super) fn lower_text(&self, span: Span) -> &'t str {
        &self.lower[span.range()]
    }

    /// The class of word `at`; a stop beyond the end.
    pub(super) fn tag_at(&self, at: usize) -> Tag {
        self.words.get(at).map_or(Tag::Stop, |word| word.tag)
    }

    /// The class of the word before `at`; a stop before the first.
    pub(super) fn tag_before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Stop, |before| self.tag_at(before))
    }

    /// Word `at` as written, a quotation whole; empty beyond the end.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| &self.text[word.span.range()])
    }

    /// The text from word `from` up to, not including, word `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.words[from].span.start(), self.words[to - 1].span.end())
    }

    /// True when word `at` names a day, a month or a stretch of time.
    pub(super) fn is_time(&self, at: usize) -> bool {
        static WORDS: LazyLock<FewWords> = LazyLock::new(|| FewWords::of(TIMES));
        WORDS.has(self.lower(at))
    }

    /// Decides every word's class.
    fn tag(&mut self) {
        let capital = |word: &Word| self.text[word.span.range()].starts_with(char::is_uppercase);
        let letters =
            |word: &&Word| word.tag == Tag::Other && self.text[word.span.range()].starts_with(char::is_alphabetic);
        let (capitals, all) = self
            .words
            .iter()
            .filter(letters)
            .fold((0, 0), |(capitals, all), word| (capitals + usize::from(capital(word)), all + 1));
        // a title has its verbs in capitals as well: not "Deputy Mayor Ann Poe |said"
        let runs = |word: &Word| {
            let verb = |classes: Classes| matches!(classes.first(), Tag::Past | Tag::Third | Tag::Base);
            let lower = &self.lower[word.span.range()];
            word.tag == Tag::Other && !capital(word) && matches!(look_up(lower), Entry::Known(classes) if verb(classes))
        };
        let titled = all > 3 && capitals * 10 > all * 6 && (self.headline || !self.words.iter().any(runs));
        let mut after_stop = true;
        let mut open: Vec<Open> = Vec::with_capacity(self.words.len());
        for (at, word) in self.words.iter().enumerate() {
            if word.tag != Tag::Other {
                after_stop =
                    matches!(word.tag, Tag::Stop | Tag::Colon | Tag::Open) || (after_stop && word.tag == Tag::Dash);
                open.push(Open::Settled(word.tag));
                continue;
            }
            let before_capital = self.words.get(at + 1).is_some_and(|next| next.tag == Tag::Other && capital(next));
            let comma = self.words.get(at + 1).is_some_and(|next| next.tag == Tag::Comma);
            if at == 0 && comma && capital(word) && is_name(self.lower(at)) {
                open.push(Open::Settled(Tag::Proper));
                after_stop = false;
                continue;
            }
            let yet_another = self.lower(at) == "yet" && self.lower(at + 1) == "another";
            open.push(if yet_another {
                Open::Settled(Tag::Adverb)
            } else {
                alone(self.lower(at), capital(word), titled || after_stop, before_capital && !titled)
            });
            after_stop = false;
        }
        let mut tags: Vec<Tag> = Vec::with_capacity(self.words.len());
        for at in 0..self.words.len() {
            let stop = Open::Settled(Tag::Stop);
            let next = open.get(at + 1).copied().unwrap_or(stop);
            let tag = match open[at] {
                Open::Settled(Tag::Genitive) => self.genitive_or_be(at, &tags),
                Open::Settled(tag) => tag,
                Open::Among(classes) => {
                    decide(&tags, classes, self.lower(at), next, open.get(at + 2).copied().unwrap_or(stop))
                }
            };
            tags.push(tag);
        }
        for (word, tag) in self.words.iter_mut().zip(tags) {
            word.tag = tag;
        }
    }

    /// `'s` after a pronoun is a verb.
    fn genitive_or_be(&self, at: usize, before: &[Tag]) -> Tag {
        match before.last() {
            Some(Tag::Pronoun | Tag::That | Tag::Wh | Tag::Question) => Tag::Be,
            Some(Tag::Adverb) if self.lower(at - 1) == "here" => Tag::Be,
            _ => Tag::Genitive,
        }
    }
}

/// Gives a verb without a subject the one that stands behind an earlier verb: "“…,” vowed Doe, adding".
fn share_inverted(unit: &mut Unit) {
    for at in 0..unit.groups.len() {
        let group = unit.groups[at];
        if group.subject.is_some() || unit.tag_before(group.first) != Tag::Quote {
            continue;
        }
        let Some(source) = inverted(unit, &group) else { continue };
        for later in at + 1..unit.groups.len() {
            if matches!(unit.groups[later].link, Link::Own | Link::Relative) {
                break;
            }
            unit.groups[later].subject = Some(source);
            unit.groups[later].link = Link::Shared;
        }
    }
}

/// A word that opens a sentence, before a comma: a surname, unless it is an adverb or an -ing form.
fn is_name(lower: &str) -> bool {
    match look_up(lower) {
        Entry::Closed(_) => false,
        Entry::Known(classes) | Entry::Guessed(classes) => {
            matches!(classes.first(), Tag::Noun | Tag::Adjective | Tag::Base) && !classes.has(Tag::Adverb)
        }
    }
}

/// The words of one block with each quotation as one word, cut into units at the sentence ends outside quotations.
pub(super) fn units<'t>(
    text: &'t str,
    lower: &'t str,
    tokens: &[Token],
    (first_quote, quotes): (usize, &[Quotation]),
    sentences: &[Span],
    block: usize,
    headline: bool,
) -> Vec<Unit<'t>> {
    let mut found = Vec::new();
    let mut words: Vec<Word> = Vec::with_capacity(ROOM);
    let (mut quote, mut sentence) = (0, 0);
    let mut at = 0;
    while at < tokens.len() {
        let mut token = tokens[at].span;
        if quotes.get(quote).is_some_and(|quotation| quotation.outer.start() == token.start()) {
            let outer = quotes[quote].outer;
            token = outer;
            words.push(Word { span: outer, tag: Tag::Quote, quote: Some(first_quote + quote) });
            quote += 1;
            while at < tokens.len() && tokens[at].span.start() < outer.end() {
                at += 1;
            }
        } else {
            words.push(Word { span: token, tag: mark(tokens, at, text), quote: None });
            at += 1;
        }
        // inside a quotation sentences may end; the unit goes on unless one ends with it
        while sentences.get(sentence).is_some_and(|s| s.end() < token.end()) {
            sentence += 1;
        }
        let ends = sentences.get(sentence).is_some_and(|s| s.end() == token.end());
        if ends || words.len() >= LONGEST {
            found.push(Unit::new(
                text,
                lower,
                core::mem::replace(&mut words, Vec::with_capacity(ROOM)),
                block,
                headline,
            ));
            sentence += usize::from(ends);
        }
    }
    if !words.is_empty() {
        found.push(Unit::new(text, lower, words, block, headline));
    }
    found
}

/// The class of a mark, number or clitic; `Other` for a word that is still to be classed.
fn mark(tokens: &[Token], at: usize, text: &str) -> Tag {
    let token = tokens[at];
    let written = token.text(text);
    match token.kind {
        TokenKind::Number => Tag::Number,
        TokenKind::Clitic if matches!(written, "'s" | "’s" | "'S" | "’S") => Tag::Genitive,
        TokenKind::Word | TokenKind::Clitic => Tag::Other,
        TokenKind::Symbol => match written {
            "$" | "%" | "€" | "£" => Tag::Number,
            "&" => Tag::Conjunction,
            _ => Tag::Adjective,
        },
        TokenKind::Mark => match written {
            "," => Tag::Comma,
            ":" => Tag::Colon,
            ";" => Tag::Semicolon,
            "(" | "[" => Tag::Open,
            ")" | "]" => Tag::Close,
            "'" | "’" if at > 0 && tokens[at - 1].text(text).ends_with(['s', 'S', 'z', 'x']) => Tag::Genitive,
            _ if written.starts_with(['-', '—', '–', '―']) => Tag::Dash,
            _ if written.starts_with(['.', '!', '?', '…']) => Tag::Stop,
            "*" | "•" => Tag::Stop,
            _ => Tag::Dash,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::token::tokens;

    /// `expected`: words with their class behind a slash where it is to be checked.
    fn check(expected: &str) {
        let plain: Vec<&str> = expected.split(' ').map(|word| word.split('/').next().unwrap_or(word)).collect();
        let text = plain.join(" ");
        let lower = text.to_ascii_lowercase();
        let block = Span::of(0, text.len());
        let found = units(&text, &lower, &tokens(&text, block), (0, &[]), &[block], 0, false);
        for (word, want) in found[0].words.iter().zip(expected.split(' ')) {
            if let Some((_, tag)) = want.split_once('/') {
                let got = format!("{:?}", word.tag);
                assert_eq!(got, tag, "{} in {text}", &text[word.span.range()]);
            }
        }
    }

    #[test]
    fn verbs_are_told_from_nouns() {
        check("The poll/Noun shows/Third that Doe would win");
        check("The claims/Plural of Smith alarm voters");
        check("Officials claim/Base the plan/Noun works");
        check("She has called/Participle the plan/Noun a mistake/Noun");
        check("The disputed/Adjective poll was criticized/Participle by voters");
        check("The Alpine military/Noun has said so");
        check("The next series of letters shows/Third that he knew");
    }

    #[test]
    fn names_in_a_row_make_no_title() {
        check("Town Watch/Proper Deputy Director Ann Poe said/Past so");
        check("Town Watch/Base Eyes/Plural New Law");
    }

    #[test]
    fn verbs_behind_names_and_quantities() {
        check("Alpinists say/Base that they left");
        check("Nearly a third say/Base they left");
        check("Some protest/Noun leaders said/Past so");
        check("She said the old system threatens/Third the rich");
        check("Breeding/Noun said/Past so");
        check("Poe , a baker , writes/Third in the paper that it fell");
        check("When talk turned to bread , Poe declared/Past in a speech that it fell");
        check("The Alpine mayor declined/Past to say whether it held");
    }

    #[test]
    fn a_given_name_that_opens_a_sentence_is_no_verb() {
        check("Peter/Proper Poe/Proper said/Past so");
        check("Rob/Base the rich");
    }
}
