//! One utterance as several articles give it, each against the fullest word by word.

use super::{
    super::{
        differences::{Stretch, differences},
        place::{joined, place},
        saying::{NOBODY, Saying},
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

/// Variants less alike than this, from 0 to 1, are not set word against word.
const ALIKE: f32 = 0.45;

impl Voices<'_> {
    /// The saying that a variant is.
    fn saying(&self, variant: &Variant) -> Option<&Saying> {
        let at = (variant.article as usize, variant.attribution as usize);
        self.said.iter().find(|saying| (saying.article, saying.attribution) == at)
    }

    /// The variants in the articles left: the fullest first, the others in the order of time. `None` when they are of
    /// one article.
    fn variants<'a>(&'a self, utterance: &'a Utterance) -> Option<Vec<(&'a Variant, &'a Saying)>> {
        let left = |variant| Some((variant, self.saying(variant)?));
        let mut found: Vec<(&'a Variant, &'a Saying)> = utterance.variants.iter().filter_map(left).collect();
        let order = self.looking.in_time();
        let time = |number: usize| order.iter().position(|other| *other == number);
        sort_by_key(&mut found, |(variant, one)| (variant.tie.is_some(), time(one.article), one.attribution));
        let (_, first) = found.first()?;
        found.iter().any(|(_, other)| other.article != first.article).then_some(found)
    }

    /// The utterances that several of the articles left give.
    fn utterances(&self) -> Vec<(&Utterance, Vec<(&Variant, &Saying)>)> {
        let all = &self.looking.library.collection.links.utterances;
        all.iter().filter_map(|utterance| Some((utterance, self.variants(utterance)?))).collect()
    }

    /// Who says it.
    fn speaker(&self, utterance: &Utterance) -> Option<&str> {
        utterance.speaker.map(|number| self.linked.name(number as usize))
    }

    /// All utterances that several articles give.
    pub(super) fn several(&self, parts: &mut Vec<Part>) {
        let found = self.utterances();
        if found.is_empty() {
            return;
        }
        parts.push(Part::Heading(3, vec![words(format!("Said once, given in several articles ({})", found.len()))]));
        for (utterance, variants) in found {
            let (_, first) = variants[0];
            let article = self.looking.article(first.article);
            let content = article.slice(first.found(self.looking).content[0]);
            let mut short: String = content.chars().take(70).collect();
            if short.len() < content.len() {
                short.push('…');
            }
            let who = self.speaker(utterance).unwrap_or(NOBODY);
            let mut articles: Vec<usize> = variants.iter().map(|(_, one)| one.article).collect();
            sort_by_key(&mut articles, |number| *number);
            articles.dedup();
            let summary = format!("{who}: {short} ({})", counted(articles.len(), "article", "articles"));
            parts.push(Part::Fold(summary, vec![self.compared(&variants)]));
        }
    }

    /// The utterances of one speaker that several articles give.
    pub(super) fn variants_of(&self, who: &str, parts: &mut Vec<Part>) {
        let mut found = self.utterances();
        found.retain(|(utterance, variants)| {
            self.speaker(utterance) == Some(who) || variants.iter().any(|(_, saying)| saying.who == who)
        });
        if found.is_empty() {
            return;
        }
        parts.push(Part::Heading(3, vec![words(format!("Given in several articles ({})", found.len()))]));
        parts.extend(found.into_iter().map(|(_, variants)| Part::Card(vec![self.compared(&variants)])));
    }

    /// The variants, the first as it stands, the others as they differ from it.
    fn compared(&self, variants: &[(&Variant, &Saying)]) -> Part {
        let looking = self.looking;
        let own = |saying: &Saying| -> (&Article, &Attribution, Vec<Word>) {
            let article = looking.article(saying.article);
            let found = saying.found(looking);
            let words = found.content.iter().flat_map(|span| words_of(&article.text, *span)).collect();
            (article, found, words)
        };
        let (_, first) = variants[0];
        let (base, base_found, base_words) = own(first);
        let left = Stretch { article: base, spans: &base_found.content, words: &base_words };
        let mut lines: Vec<Line> = Vec::new();
        for (nth, (variant, saying)) in variants.iter().enumerate() {
            let (article, found, own_words) = own(saying);
            let mut line = vec![Piece::Outlet(saying.article), words(" ")];
            let alike = align(&base_words, &own_words);
            if nth > 0 && alike.similarity >= ALIKE {
                let right = Stretch { article, spans: &found.content, words: &own_words };
                line.extend(differences(left, right));
                line.push(words(" – "));
                line.push(go(looking.view.reading(article.key, Some(found.content[0])), "open"));
            } else {
                line.extend(joined(found.content.iter().map(|span| place(article, *span)).collect(), " … "));
            }
            line.extend([
                words(" – "),
                go(looking.view.looking_at(saying.who.as_str()).ordered(""), saying.who.as_str()),
            ]);
            line.extend([words(" "), Piece::Tag(wording::saying(found).to_lowercase())]);
            if let Some(tie) = &variant.tie {
                line.extend([words(" "), Piece::Tag(wording::rule(&tie.by.rule()))]);
            }
            lines.push(line);
        }
        Part::List(lines)
    }

    /// Whose the words of one who is only described are where another article gives them.
    pub(super) fn elsewhere(&self, who: &str, named: bool) -> Line {
        if named {
            return Line::new();
        }
        for (_, variants) in self.utterances() {
            if variants.iter().any(|(_, saying)| saying.who == who) {
                if let Some((_, other)) = variants.iter().find(|(_, saying)| saying.named.is_some()) {
                    let view = self.looking.view.looking_at(other.who.as_str()).ordered("");
                    return vec![
                        words(" The same is given as said by "),
                        go(view, other.who.as_str()),
                        words(" in "),
                        Piece::Outlet(other.article),
                    ];
                }
            }
        }
        Line::new()
    }
}
