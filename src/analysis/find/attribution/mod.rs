//! Who says what: attributions with source, cue and content.
//!
//! A block is cut into units (a sentence, with each quotation as one word); each rule family reads a unit and adds
//! what it finds; then quotations that no rule took are given to the speaker who goes on, and speakers are looked up.

mod according;
mod around;
#[cfg(test)]
mod check;
mod clause;
mod complement;
mod dictionary;
mod finding;
mod kind;
mod labelled;
mod lexicon;
mod nominal;
mod opening;
mod passive;
mod phrase;
mod quoted;
mod relayed;
mod reporting;
mod speaker;
mod unit;
mod unreal;
mod verb_group;
mod word;
mod written;

use crate::find::{
    quotation::{Quotation, quotations},
    token::{Token, TokenKind, tokens},
};
use crossread_corpus::{
    article::{Block, BlockKind},
    attribution::{Attribution, Form},
    ground::Rule,
    span::Span,
};
use dictionary::{Entry, look_up};
use finding::Finding;
use unit::{Unit, units};
use word::Tag;

/// The attributions of one article, sorted by where their content begins.
///
/// `sentences` are those of [`crate::find::sentence::sentences`]. Page furniture and repeated blocks are left out.
pub fn attributions(text: &str, blocks: &[Block], sentences: &[Span]) -> Vec<Attribution> {
    let lower = text.to_ascii_lowercase();
    let tokens: Vec<Vec<Token>> = sentences.iter().map(|sentence| tokens(text, *sentence)).collect();
    in_tokens(text, &lower, blocks, sentences, &tokens)
}

/// The same, from the tokens of each sentence; `lower` is `text` in ASCII lower case.
pub(super) fn in_tokens(
    text: &str,
    lower: &str,
    blocks: &[Block],
    sentences: &[Span],
    tokens: &[Vec<Token>],
) -> Vec<Attribution> {
    let mut quotes = Vec::new();
    let mut all = Vec::new();
    let mut own: Vec<Token> = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Boilerplate | BlockKind::Repeat(_) | BlockKind::Dateline | BlockKind::Outlet)
        {
            continue;
        }
        let from = sentences.partition_point(|s| s.start() < block.span.start());
        let to = sentences.partition_point(|s| s.start() < block.span.end());
        own.clear();
        own.extend(tokens[from..to].iter().flatten());
        let first = quotes.len();
        quotes.extend(quotations(text, block.span, &own));
        let headline = block.kind == BlockKind::Headline;
        all.extend(units(text, lower, &own, (first, &quotes[first..]), &sentences[from..to], number, headline));
    }
    let mut findings: Vec<Vec<Finding>> = all.iter().map(in_unit).collect();
    let (capitals, story) = all
        .iter()
        .filter(|unit| !unit.headline)
        .fold((0, 0), |(capitals, story), unit| (capitals + usize::from(is_in_capitals(unit)), story + 1));
    if capitals * 2 < story {
        let opens = |unit: &Unit| {
            unit.words.first().is_some_and(|word| word.span.start() == blocks[unit.block].span.trimmed(text).start())
        };
        let headings = all.iter().zip(&mut findings).filter(|(unit, _)| opens(unit) && is_heading(unit));
        headings.for_each(|(_, found)| found.clear());
    }
    quoted::find(&all, &quotes, &mut findings);
    let finished =
        findings.into_iter().enumerate().flat_map(|(number, list)| list.into_iter().map(move |f| (number, f)));
    let mut found: Vec<Attribution> =
        finished.filter_map(|(number, finding)| attribution(&all, number, &quotes, finding)).collect();
    relayed::fill_chains(&mut found);
    let is_caption = |unit: &Unit| blocks[unit.block].kind == BlockKind::Caption;
    speaker::resolve(text, lower, &speaker::candidates(&all, is_caption), &mut found);
    found.sort_by_key(|a| (a.content[0], a.cue));
    mend(&mut found);
    found
}

/// True for a word, in small letters, that leads to a verb or to what somebody is: "has", "were", "would".
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(look_up(word), Entry::Closed(tag) if tag.is_auxiliary())
}

/// True for a word, in small letters, for what somebody is: "mayor", "spokesman".
pub(crate) fn is_role(word: &str) -> bool {
    speaker::TITLES.contains(word)
}

/// True for a word, in small letters, that is likelier an adjective than anything else.
pub(crate) fn is_adjective(word: &str) -> bool {
    matches!(look_up(word), Entry::Known(classes) | Entry::Guessed(classes) if classes.first() == Tag::Adjective)
}

/// True for a word, in small letters, that says how.
pub(crate) fn is_adverb(word: &str) -> bool {
    match look_up(word) {
        Entry::Closed(tag) => tag == Tag::Adverb,
        Entry::Known(classes) | Entry::Guessed(classes) => classes.first() == Tag::Adverb,
    }
}

/// True for a stretch of text with a word that can be a verb: is likelier one than anything else, or stands where what is
/// a noun elsewhere can be one, behind a noun or a name. `words` are its words in small letters, without apostrophes.
pub(crate) fn has_verb<'w>(written: &str, words: impl Iterator<Item = &'w str>) -> bool {
    let (mut is_behind_noun, mut is_behind_owner) = (false, false);
    for word in words {
        let entry = look_up(word);
        // "in his remarks"
        let is_owned = core::mem::replace(&mut is_behind_owner, matches!(entry, Entry::Closed(Tag::Possessive)));
        let (is_verb, may_be) = match entry {
            Entry::Closed(tag) => (tag.is_auxiliary(), false),
            Entry::Known(classes) => {
                (classes.first().is_verb(), [Tag::Base, Tag::Third, Tag::Past].iter().any(|tag| classes.has(*tag)))
            }
            Entry::Guessed(classes) => (classes.first().is_verb(), false),
        };
        let is_free = !is_owned || matches!(entry, Entry::Closed(_));
        if is_free && (is_verb || (may_be && is_behind_noun)) {
            return true;
        }
        is_behind_noun = match entry {
            // "the bakers now plan"
            Entry::Closed(Tag::Adverb | Tag::Not) => is_behind_noun,
            Entry::Closed(tag) => matches!(tag, Tag::Pronoun | Tag::To | Tag::Wh | Tag::That | Tag::Quantifier),
            Entry::Known(classes) | Entry::Guessed(classes) => match classes.first() {
                Tag::Adverb => is_behind_noun,
                Tag::Adjective => false,
                _ => !word.starts_with(|c: char| c.is_ascii_digit()),
            },
        };
    }
    contracts(written)
}

/// True for a text with a verb written onto another word: "isn't", "they're", "there's".
fn contracts(text: &str) -> bool {
    let tokens = tokens(text, Span::of(0, text.len()));
    tokens.windows(2).any(|pair| {
        let (before, written) = (pair[0].text(text).to_lowercase(), pair[1].text(text));
        let is_verb = !written.ends_with(['s', 'S'])
            || matches!(before.as_str(), "here" | "there")
            || matches!(look_up(&before), Entry::Closed(Tag::Pronoun | Tag::That | Tag::Wh | Tag::Question));
        pair[1].kind == TokenKind::Clitic && is_verb
    })
}

/// What only all findings together show: the content of a clause within a clause ends where the outer one does, and a
/// source that a cue names is not what is said by whoever cites it.
fn mend(found: &mut Vec<Attribution>) {
    let outer: Vec<(Span, Option<Span>)> = found
        .iter()
        .filter(|a| a.rule.0 == "verb-clause")
        .filter_map(|a| Some((*a.content.last().filter(|_| a.content.len() == 1)?, a.cue)))
        .collect();
    for inner in found.iter_mut().filter(|a| a.quoted.is_empty() && a.content.len() == 1) {
        let (Some(cue), content) = (inner.cue, inner.content[0]) else { continue };
        let around =
            outer.iter().filter(|(span, by)| *by != Some(cue) && span.contains(cue) && cue.end() <= content.start());
        let end = around.map(|(span, _)| span.end()).filter(|end| *end > content.start()).min();
        if let Some(end) = end.filter(|end| *end < content.end()) {
            inner.content[0] = Span::new(content.start(), end);
        }
    }
    let cited: Vec<(Option<Span>, Option<Span>)> = found.iter().map(|a| (a.cue, a.source)).collect();
    found.retain(|a| !(a.content.len() == 1 && cited.contains(&(a.cue, Some(a.content[0])))));
}

/// What the rules find within one unit.
fn in_unit(unit: &Unit) -> Vec<Finding> {
    let mut findings = Vec::new();
    reporting::find(unit, &mut findings);
    according::find(unit, &mut findings);
    nominal::find(unit, &mut findings);
    labelled::find(unit, &mut findings);
    findings
}

/// Words without a small letter outside of quotations.
fn is_in_capitals(unit: &Unit) -> bool {
    let mut words = unit.words.iter().filter(|word| word.tag != Tag::Quote);
    words.all(|word| !unit.text[word.span.range()].contains(char::is_lowercase))
}

/// Words in capitals without a full stop that open a block ("STRIKE ENDS"): in a story that is not in capitals itself they
/// are a heading, which says nothing of its own.
fn is_heading(unit: &Unit) -> bool {
    !unit.headline && is_in_capitals(unit) && unit.words.last().is_some_and(|word| word.tag != Tag::Stop)
}

/// The finished form of a finding.
fn attribution(units: &[Unit], number: usize, quotes: &[Quotation], finding: Finding) -> Option<Attribution> {
    let unit = &units[number];
    let mut content = Vec::new();
    let mut quoted = Vec::new();
    let mut plain = false;
    for &(from, to) in &finding.content {
        let words = &unit.words[from..to];
        quoted.extend(words.iter().filter_map(|word| word.quote).map(|quote| quotes[quote].inner));
        plain |= words.iter().any(|word| !matches!(word.tag, Tag::Quote | Tag::Comma | Tag::Stop | Tag::Dash));
        content.push(match words {
            [only] if only.quote.is_some() => quotes[only.quote?].inner,
            _ => unit.span(from, to),
        });
    }
    for &(unit, at) in &finding.carried {
        let inner = units[unit].words[at].quote.map(|quote| quotes[quote].inner)?;
        content.push(inner);
        quoted.push(inner);
    }
    let form = match (quoted.is_empty(), plain) {
        (true, _) => Form::Indirect,
        (false, true) => Form::Mixed,
        (false, false) => Form::Direct,
    };
    content.sort();
    let kind = kind::of(unit, &finding, &quoted, form);
    (!content.is_empty()).then(|| Attribution {
        content,
        quoted,
        cue: finding.cue,
        source: finding.source,
        speaker: None,
        entity: None,
        via: finding.via,
        form,
        kind,
        stance: finding.stance,
        rule: Rule::new(finding.rule),
    })
}

#[cfg(test)]
mod tests {
    use super::{check::read, has_verb};
    use proptest::prelude::*;

    /// Words that make the rules work, in any order.
    fn text() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "said",
            "told",
            "the mayor",
            "Ann Poe",
            "that",
            "“",
            "”",
            "\"",
            "''",
            ",",
            ".",
            "according to",
            "who",
            "and",
            "was",
            "quoted",
            "as",
            "saying",
            "by",
            "to",
            "vowed",
            "(",
            ")",
            "\n",
            ":",
            "—",
            "it",
            "claim",
            "é",
            "’s",
            "?",
            "confident",
            "in",
            "poll",
            "Monday",
            "citing",
            "-",
            "# ",
            "not",
            "has",
            "…",
        ]);
        prop::collection::vec(words, 0..40).prop_map(|words| words.join(" "))
    }

    #[test]
    fn what_only_names_something_has_no_verb() {
        for (text, has) in [
            ("attack on a bakery", false),
            ("a similar approach", false),
            ("the old plan for graz", false),
            ("march 5 2031 tweet", false),
            ("bakers campaign for jane roe", true),
            ("jane roe attacks the bakers", true),
            ("the bakers now plan a strike", true),
            ("many plan a strike", true),
            ("won in graz", true),
            ("the mill is old", true),
            ("the bakers aren't members", true),
            ("There’s no bread", true),
        ] {
            let words: Vec<String> = text.to_lowercase().split(' ').map(|word| word.replace(['\'', '’'], "")).collect();
            assert_eq!(has_verb(text, words.iter().map(String::as_str)), has, "{text}");
        }
    }

    #[test]
    fn a_heading_in_capitals_says_nothing() {
        let heading = "POE SAYS THE BRIDGE IS SAFE";
        let story = "The mayor was there.\nDrivers left the town.";
        assert!(read(&format!("{heading}\n{story}")).is_empty());
        // wire copy
        assert_eq!(read(&format!("{heading}. THE MAYOR WAS THERE. DRIVERS LEFT.\n{story}")).len(), 1);
        assert_eq!(read(&format!("{heading}.\n{heading}")).len(), 2);
    }

    #[test]
    fn long_texts_without_stops_end_soon() {
        for piece in ["'a ", ". ", "''", "Ann Poe said that she ", "“A,” she said. ", "n't", "- ", "he said, ", "“a "]
        {
            let text = piece.repeat(100_000 / piece.len());
            assert!(read(&text).len() < text.len(), "{piece}");
        }
    }

    proptest! {
        // the default would leave a folder in `src/`, where every folder is a crate
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_span_slices_and_the_result_is_the_same_twice(text in prop_oneof![text(), "\\PC{0,120}"]) {
            let found = read(&text);
            for attribution in &found {
                prop_assert!(!attribution.content.is_empty());
                let spans = attribution.content.iter().chain(&attribution.quoted).chain(&attribution.cue);
                for span in spans.chain(&attribution.source).chain(&attribution.speaker).chain(&attribution.via) {
                    prop_assert!(span.slice(&text).is_some_and(|slice| !slice.trim().is_empty()), "{span:?} of {text:?}");
                }
                prop_assert!(attribution.content.is_sorted());
            }
            prop_assert_eq!(found, read(&text));
        }
    }
}
