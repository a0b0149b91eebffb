//! Names of people, organisations, places and other things, with the phrase that describes them.
//!
//! Runs of capital words are cut into names; what a name names is weighed from its own words (word lists), from the words
//! around it, and from the article's other names. Every mention carries the rule that weighed most.

mod around;
mod common;
mod description;
mod document;
mod evidence;
mod inside;
pub(crate) mod lexicon;
mod memory;
mod run;
mod split;
mod word;

use super::token::Token;
use crossread_corpus::{
    ground::Rule,
    mention::{EntityKind, Mention},
    span::Span,
};
use document::Candidate;
use evidence::Evidence;
use lexicon::Key;
use memory::{Memory, Sentence};
use word::{Seen, Word, words};

/// The names an article mentions, sorted by start, not overlapping; `sentences` are the tokens of each sentence.
pub fn mentions(text: &str, sentences: &[Vec<Token>]) -> Vec<Mention> {
    let sentence = |tokens: &Vec<Token>, seen: &mut Seen| Sentence::new(words(text, tokens, seen));
    let sentences: Vec<Sentence> = Seen::with(|seen| sentences.iter().map(|tokens| sentence(tokens, seen)).collect());
    let memory = Memory::of(&sentences);
    let mut candidates = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for run in run::runs(sentence, &memory) {
            let names = split::names(&sentence.words, run.range);
            candidates.extend(names.into_iter().map(|name| candidate(number, sentence, &memory, name)));
        }
    }
    let words: Vec<&[Word]> = sentences.iter().map(|sentence| &sentence.words[..]).collect();
    let kinds = document::decide(&mut candidates, &words);
    let mut found = Vec::with_capacity(candidates.len());
    for (candidate, kind) in candidates.iter().zip(kinds) {
        let Some((kind, rule)) = kind else { continue };
        let words = words[candidate.sentence];
        let (first, last) = (&words[candidate.range.start], &words[candidate.range.end - 1]);
        found.push(Mention {
            span: Span::new(first.span.start(), last.span.end()),
            kind,
            description: description::description(words, &candidate.range),
            rule: Rule::new(rule),
        });
    }
    found
}

fn candidate(sentence: usize, Sentence { words, .. }: &Sentence, memory: &Memory, name: split::Name) -> Candidate {
    let own = &words[name.range.clone()];
    let mut inside = Evidence::default();
    inside::weigh(own, &mut inside);
    let mut around = Evidence::default();
    // "Delegate Update": an ordinary word behind a title is no name unless the article shows it
    let plain = own.len() == 1 && own[0].is_common() && memory.has_lower(own[0].key);
    if name.titled && !plain {
        around.add(EntityKind::Person, 6.0, "title-before");
    }
    around::weigh(words, &name.range, &mut around);
    let key = own[1..].iter().fold(own[0].key, |key: Key, word| key.then(word.text));
    Candidate { sentence, range: name.range, key, inside, around }
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
