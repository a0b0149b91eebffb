//! What can be marked in an article's text while it is read, one layer a kind of finding.

use crate::{annotation::Annotations, article::Article, mention::EntityId, order::sort_by_key, span::Span};
use serde::{Deserialize, Serialize};

/// A kind of mark in the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Layer {
    /// What stands between quotation marks.
    Quotes,
    /// Names, and descriptions that mean the same.
    Names,
    /// Time expressions.
    Dates,
    /// Numbers.
    Figures,
    /// Whose words a part of the text is, where they are not the outlet's own.
    Voice,
}

impl Layer {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Quotes, Self::Names, Self::Dates, Self::Figures, Self::Voice];

    /// Its name in the URL, as a CSS class and for tools.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quotes => "quotes",
            Self::Names => "names",
            Self::Dates => "dates",
            Self::Figures => "figures",
            Self::Voice => "voice",
        }
    }

    /// The layer of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }
}

/// The layers that are switched on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LayerSet(u8);

impl Default for LayerSet {
    /// All but voice, which covers whole sentences.
    fn default() -> Self {
        Self::NONE.with(Layer::Quotes).with(Layer::Names).with(Layer::Dates).with(Layer::Figures)
    }
}

impl LayerSet {
    /// The bare text.
    pub const NONE: Self = Self(0);

    /// Whether `layer` is on.
    pub const fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// The same with `layer` on.
    #[must_use]
    pub const fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u8)
    }

    /// The same with `layer` switched over.
    #[must_use]
    pub const fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ (1 << layer as u8))
    }

    /// The names of those that are on, joined by commas; "none" for the bare text.
    pub fn to_text(self) -> String {
        let on: Vec<&str> = Layer::ALL.into_iter().filter(|layer| self.has(*layer)).map(Layer::name).collect();
        if on.is_empty() { "none".to_owned() } else { on.join(",") }
    }

    /// Reads what [`Self::to_text`] wrote; names it does not know are left out.
    pub fn from_text(text: &str) -> Self {
        text.split(',').filter_map(Layer::named).fold(Self::NONE, Self::with)
    }
}

/// A finding that can be shown on a card; numbers are indices into the article's lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Somebody's words.
    Attribution(usize),
    /// Whom or what a name means.
    Entity(EntityId),
    /// A time expression.
    Time(usize),
    /// A number.
    Figure(usize),
}

/// A place in the text where a layer has something to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// In which layer.
    pub layer: Layer,
    /// What they are.
    pub found: Found,
}

/// What the layers mark in an article, sorted by start, the longer first. Page furniture and repeats are not marked.
pub fn marks(article: &Article, shown: LayerSet) -> Vec<Mark> {
    let Annotations { attributions, mentions, entities, times, figures } = &article.annotations;
    let mut found = Vec::new();
    let mut add = |layer: Layer, span: Span, what: Found| {
        if shown.has(layer) && article.tells(span) {
            found.push(Mark { span, layer, found: what });
        }
    };
    for (number, attribution) in attributions.iter().enumerate() {
        attribution.quoted.iter().for_each(|span| add(Layer::Quotes, *span, Found::Attribution(number)));
        attribution.content.iter().for_each(|span| add(Layer::Voice, *span, Found::Attribution(number)));
    }
    for (id, entity) in (0_u32..).zip(entities) {
        let named = entity.mentions.iter().filter_map(|at| mentions.get(*at as usize)).map(|mention| mention.span);
        let described = entity.references.iter().map(|reference| reference.span);
        named.chain(described).for_each(|span| add(Layer::Names, span, Found::Entity(EntityId(id))));
    }
    times.iter().enumerate().for_each(|(number, time)| add(Layer::Dates, time.span, Found::Time(number)));
    figures.iter().enumerate().for_each(|(number, figure)| add(Layer::Figures, figure.span, Found::Figure(number)));
    sort_by_key(&mut found, |mark: &Mark| (mark.span.start(), core::cmp::Reverse(mark.span.end()), mark.layer));
    found
}

/// What `layer` has to show at exactly `span`.
pub fn found_at(article: &Article, layer: Layer, span: Span) -> Option<Found> {
    marks(article, LayerSet::NONE.with(layer)).into_iter().find(|mark| mark.span == span).map(|mark| mark.found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_survive_their_text() {
        for bits in 0..32 {
            assert_eq!(LayerSet::from_text(&LayerSet(bits).to_text()), LayerSet(bits));
        }
        assert_eq!(LayerSet::default().to_text(), "quotes,names,dates,figures");
        assert!(LayerSet::NONE.toggled(Layer::Voice).has(Layer::Voice));
    }
}
