//! One utterance as several articles give it, each against the fullest word by word.

use super::{
    super::{
        Looking,
        differences::{Stretch, differences},
        place::{SHOWN, joined, place},
        saying::{Saying, UNKNOWN},
    },
    Voices,
};
use crate::{
    article::Article,
    attribution::Attribution,
    links::{
        alignment::align,
        utterance::{Utterance, Variant},
        word::{Word, words as words_of},
    },
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    wording::{self, counted},
};
use core::cmp::Reverse;
use std::sync::Arc;

/// Variants less alike than this, from 0 to 1, are not set word against word.
const ALIKE: f32 = 0.45;

/// An utterance that several of the articles left give.
pub(super) struct Told {
    /// Its number among the collection's.
    utterance: usize,
    /// Its variants by number, with the sayings that they are: the fullest first, the others in the order of time.
    variants: Vec<(usize, usize)>,
}

/// The utterances that several of the articles left give; `said` is in the order of time.
pub(super) fn told(looking: Looking<'_>, said: &[Saying]) -> Vec<Told> {
    let mut numbers: Vec<Vec<Option<usize>>> =
        looking.library.articles().iter().map(|article| vec![None; article.annotations.attributions.len()]).collect();
    for (at, saying) in said.iter().enumerate() {
        numbers[saying.article][saying.attribution] = Some(at);
    }
    let number = |variant: &Variant| *numbers.get(variant.article as usize)?.get(variant.attribution as usize)?;
    let mut found = Vec::new();
    for (utterance, all) in looking.library.collection.links.utterances.iter().enumerate() {
        let left = all.variants.iter().enumerate().filter_map(|(at, variant)| Some((at, number(variant)?)));
        let mut variants: Vec<(usize, usize)> = left.collect();
        sort_by_key(&mut variants, |(at, saying)| (all.variants[*at].tie.is_some(), *saying));
        let article = |at: &usize| said[*at].article;
        if variants.iter().any(|(_, at)| article(at) != article(&variants[0].1)) {
            found.push(Told { utterance, variants });
        }
    }
    found
}

impl Voices<'_> {
    fn utterance(&self, told: &Told) -> &Utterance {
        &self.looking.library.collection.links.utterances[told.utterance]
    }

    /// Who says it.
    fn speaker(&self, told: &Told) -> Option<&str> {
        self.utterance(told).speaker.map(|number| self.linked.name(number as usize))
    }

    /// All utterances that several articles give.
    pub(super) fn several(&self, parts: &mut Vec<Part>) {
        if self.told.is_empty() {
            return;
        }
        parts
            .push(Part::Heading(3, vec![words(format!("Said once, given in several articles ({})", self.told.len()))]));
        let mut folds: Vec<(usize, Part)> = Vec::new();
        for told in &self.told {
            let first = &self.said[told.variants[0].1];
            let article = self.looking.article(first.article);
            let content = article.slice(first.found(self.looking).content[0]);
            let mut short: String = content.chars().take(70).collect();
            if short.len() < content.len() {
                short.push('…');
            }
            let mut articles: Vec<usize> = told.variants.iter().map(|(_, at)| self.said[*at].article).collect();
            sort_by_key(&mut articles, |number| *number);
            articles.dedup();
            let counted = counted(articles.len(), "article", "articles");
            let summary = format!("{}: {short} ({counted})", self.speaker(told).unwrap_or(UNKNOWN));
            folds.push((articles.len(), Part::Fold(summary, vec![self.compared(told)].into())));
        }
        sort_by_key(&mut folds, |(articles, _)| Reverse(*articles));
        let rest = folds.split_off(folds.len().min(2 * SHOWN));
        parts.extend(folds.into_iter().map(|(_, fold)| fold));
        if !rest.is_empty() {
            let summary = format!("{} more", rest.len());
            parts.push(Part::Fold(summary, Arc::new(rest.into_iter().map(|(_, fold)| fold).collect())));
        }
    }

    /// The utterances of one speaker that several articles give.
    pub(super) fn variants_of(&self, who: &str, parts: &mut Vec<Part>) {
        let has = |told: &&Told| {
            self.speaker(told) == Some(who) || told.variants.iter().any(|(_, at)| self.said[*at].who == who)
        };
        let found: Vec<&Told> = self.told.iter().filter(has).collect();
        if !found.is_empty() {
            parts.push(Part::Heading(3, vec![words(format!("Given in several articles ({})", found.len()))]));
            parts.extend(found.into_iter().map(|told| Part::Card(vec![self.compared(told)])));
        }
    }

    /// The variants, the first as it stands, the others as they differ from it.
    fn compared(&self, told: &Told) -> Part {
        let looking = self.looking;
        let own = |saying: &Saying| -> (&Article, &Attribution, Vec<Word>) {
            let article = looking.article(saying.article);
            let found = saying.found(looking);
            let words = found.content.iter().flat_map(|span| words_of(&article.text, *span)).collect();
            (article, found, words)
        };
        let (base, base_found, base_words) = own(&self.said[told.variants[0].1]);
        let left = Stretch { article: base, spans: &base_found.content, words: &base_words };
        let mut lines: Vec<Line> = Vec::new();
        for (nth, (variant, saying)) in told.variants.iter().enumerate() {
            let saying = &self.said[*saying];
            let (article, found, own_words) = own(saying);
            let mut line = vec![Piece::Outlet(saying.article), words(" ")];
            let alike = align(&base_words, &own_words);
            let whole = alike.similarity >= ALIKE;
            if nth > 0 && (whole || alike.right_in_left >= ALIKE) {
                let right = Stretch { article, spans: &found.content, words: &own_words };
                let mut pieces = differences(left, right);
                if !whole {
                    // a cut one: what it leaves out is plain from the first
                    pieces.retain(|piece| !matches!(piece, Piece::Only(_, false)));
                }
                line.extend(pieces);
                line.extend([words(" – "), go(looking.view.reading(article.key, Some(found.content[0])), "open")]);
            } else {
                line.extend(joined(found.content.iter().map(|span| place(article, *span)).collect(), " … "));
            }
            let who = saying.who.as_str();
            line.extend([words(" – "), go(looking.view.looking_at(who).ordered(""), who)]);
            line.extend([words(" "), Piece::Tag(wording::saying(found).to_lowercase())]);
            if let Some(tie) = &self.utterance(told).variants[*variant].tie {
                line.extend([words(" "), Piece::Tag(wording::rule(&tie.by.rule()))]);
            }
            lines.push(line);
        }
        Part::List(lines)
    }

    /// Whose the words of one who is only described are where an article gives them as somebody's who is named.
    pub(super) fn elsewhere(&self, who: &str) -> Line {
        for told in &self.told {
            let said = || told.variants.iter().map(|(_, at)| &self.said[*at]);
            if said().any(|saying| saying.who == who)
                && let Some(other) = said().find(|saying| saying.named.is_some())
            {
                let view = self.looking.view.looking_at(other.who.as_str()).ordered("");
                let name = go(view, other.who.as_str());
                return vec![
                    words(" – much the same is given as said by "),
                    name,
                    words(" in "),
                    Piece::Outlet(other.article),
                ];
            }
        }
        Line::new()
    }
}
