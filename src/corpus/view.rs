//! The view: all that is on screen and worth sharing, and its form in the URL's query string.

use crate::{
    article::ArticleKey,
    facet::{Choice, Choices, Facet},
    layer::{Layer, LayerSet},
    order,
    span::{Anchor, Span},
};
use form_urlencoded::{Serializer, parse};
use serde::{Deserialize, Serialize};

/// A way of looking at the articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lens {
    /// The collection in one screen.
    #[default]
    Overview,
    /// The list of articles, narrowed by query and facets.
    Articles,
    /// One article, to read.
    Read,
    /// A few articles side by side.
    Compare,
    /// Who is quoted where, and how.
    Voices,
    /// What happened when, outlet by outlet.
    Timeline,
    /// Numbers of the same thing.
    Figures,
    /// Who and what is named, and how.
    Names,
    /// Words that set outlets apart, and words in context.
    Wording,
    /// Which article says what.
    Coverage,
}

impl Lens {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Articles,
        Self::Read,
        Self::Compare,
        Self::Voices,
        Self::Timeline,
        Self::Figures,
        Self::Names,
        Self::Wording,
        Self::Coverage,
    ];

    /// Its name in the URL and for tools.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Articles => "articles",
            Self::Read => "read",
            Self::Compare => "compare",
            Self::Voices => "voices",
            Self::Timeline => "timeline",
            Self::Figures => "figures",
            Self::Names => "names",
            Self::Wording => "wording",
            Self::Coverage => "coverage",
        }
    }
}

/// The order of the articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sort {
    /// The earliest first; undated ones last.
    Time,
    /// The best answer first.
    Relevance,
    /// The longest first.
    Length,
}

impl Sort {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Time, Self::Relevance, Self::Length];

    /// Its name in the URL and for tools.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Relevance => "relevance",
            Self::Length => "length",
        }
    }
}

/// All that is on screen and worth sharing. [`View::to_url`] and [`View::from_url`] are inverse; in bytes it is its URL.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct View {
    /// The way of looking.
    pub lens: Lens,
    /// The line in the search field, as typed.
    pub query: String,
    /// Only the spelling typed.
    pub exact: bool,
    /// What is chosen in the facets; no empty choices.
    pub choices: Choices,
    /// The order, where the reader chose one.
    pub sort: Option<Sort>,
    /// The article that is open.
    pub article: Option<ArticleKey>,
    /// The place in it that is pointed at.
    pub at: Option<Span>,
    /// The articles set side by side, in the order of their columns.
    pub beside: Vec<ArticleKey>,
    /// What a lens looks at: an entity, a word, a claim, in the lens's own terms.
    pub of: String,
    /// How a lens orders or groups what it shows, in the lens's own terms; empty for its first way.
    pub by: String,
    /// The open article is shown as its file has it.
    pub source: bool,
    /// What is marked in the open article.
    pub layers: LayerSet,
    /// The finding at the place pointed at is shown on a card, as the finding of this layer.
    pub card: Option<Layer>,
}

impl From<String> for View {
    fn from(url: String) -> Self {
        Self::from_url(&url)
    }
}

impl From<View> for String {
    fn from(view: View) -> Self {
        view.to_url()
    }
}

impl View {
    /// The order in force: the reader's, or else by relevance when something is asked, by time when not.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(if self.query.trim().is_empty() { Sort::Time } else { Sort::Relevance })
    }

    /// The place pointed at, with its article.
    pub fn anchor(&self) -> Option<Anchor> {
        Some(Anchor { article: self.article?, span: self.at? })
    }

    /// The same filters, looking at one article; at `at` if given.
    pub fn reading(&self, article: ArticleKey, at: Option<Span>) -> Self {
        Self { lens: Lens::Read, article: Some(article), at, card: None, ..self.clone() }
    }

    /// The same filters, looking at the list.
    pub fn listing(&self) -> Self {
        Self { lens: Lens::Articles, article: None, at: None, source: false, card: None, ..self.clone() }
    }

    /// The same filters and open article, through another lens; nothing of the last lens's own remains.
    pub fn through(&self, lens: Lens) -> Self {
        Self { lens, of: String::new(), by: String::new(), source: false, card: None, at: None, ..self.clone() }
    }

    /// The same lens, looking at `of`.
    pub fn looking_at(&self, of: impl Into<String>) -> Self {
        Self { of: of.into(), ..self.clone() }
    }

    /// The same lens, ordered or grouped by `by`.
    pub fn ordered(&self, by: impl Into<String>) -> Self {
        Self { by: by.into(), ..self.clone() }
    }

    /// What is chosen in `facet`, changed by `change`.
    pub fn choosing(&self, facet: Facet, change: impl FnOnce(&mut Choice)) -> Self {
        let mut view = self.clone();
        let mut choice = view.choices.remove(&facet).unwrap_or_default();
        change(&mut choice);
        for values in [&mut choice.wanted, &mut choice.unwanted] {
            order::sort_by(values, Ord::cmp);
            values.dedup();
        }
        if !choice.is_empty() {
            view.choices.insert(facet, choice);
        }
        view
    }

    /// The lens of a query string that names none: the answer to a question is a list.
    fn unnamed_lens(&self) -> Lens {
        let asks = !self.query.is_empty() || !self.choices.is_empty() || self.sort.is_some();
        if asks { Lens::Articles } else { Lens::default() }
    }

    /// The query string, without its question mark; empty for the view a reader starts with.
    pub fn to_url(&self) -> String {
        let mut url = Serializer::new(String::new());
        if self.lens != self.unnamed_lens() {
            url.append_pair("lens", self.lens.name());
        }
        if !self.query.is_empty() {
            url.append_pair("q", &self.query);
        }
        if self.exact {
            url.append_pair("exact", "1");
        }
        for (facet, choice) in &self.choices {
            for value in &choice.wanted {
                url.append_pair(facet.name(), value);
            }
            for value in &choice.unwanted {
                url.append_pair(&format!("-{}", facet.name()), value);
            }
        }
        if let Some(sort) = self.sort {
            url.append_pair("sort", sort.name());
        }
        if let Some(article) = self.article {
            url.append_pair("article", &article.to_string());
        }
        if let Some(at) = self.at {
            url.append_pair("at", &format!("{}-{}", at.start(), at.end()));
        }
        for article in &self.beside {
            url.append_pair("beside", &article.to_string());
        }
        if !self.of.is_empty() {
            url.append_pair("of", &self.of);
        }
        if !self.by.is_empty() {
            url.append_pair("by", &self.by);
        }
        if self.source {
            url.append_pair("source", "1");
        }
        if self.layers != LayerSet::default() {
            url.append_pair("layers", &self.layers.to_text());
        }
        if let Some(card) = self.card {
            url.append_pair("card", card.name());
        }
        url.finish()
    }

    /// Reads a query string, with or without its question mark. What is not understood is left out.
    pub fn from_url(url: &str) -> Self {
        let mut view = Self::default();
        let mut lens = None;
        for (key, value) in parse(url.trim_start_matches('?').as_bytes()) {
            match key.as_ref() {
                "lens" => {
                    lens = Lens::ALL.into_iter().find(|lens| lens.name() == value);
                }
                "q" => view.query = value.into_owned(),
                "exact" => view.exact = value == "1",
                "sort" => view.sort = Sort::ALL.into_iter().find(|sort| sort.name() == value),
                "article" => view.article = value.parse().ok(),
                "at" => view.at = read_span(&value),
                "beside" => view.beside.extend(value.parse::<ArticleKey>()),
                "of" => view.of = value.into_owned(),
                "by" => view.by = value.into_owned(),
                "source" => view.source = value == "1",
                "layers" => view.layers = LayerSet::from_text(&value),
                "card" => view.card = Layer::named(&value),
                key => {
                    let (name, unwanted) = key.strip_prefix('-').map_or((key, false), |name| (name, true));
                    if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.name() == name) {
                        view = view.choosing(facet, |choice| {
                            let values = if unwanted { &mut choice.unwanted } else { &mut choice.wanted };
                            values.push(value.into_owned());
                        });
                    }
                }
            }
        }
        view.lens = lens.unwrap_or_else(|| view.unnamed_lens());
        view
    }
}

fn read_span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    Span::try_from((start.parse().ok()?, end.parse().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    fn views() -> impl Strategy<Value = View> {
        let choice = (vec(".{0,3}", 0..3), vec(".{0,3}", 0..3));
        let place = (proptest::option::of(any::<u64>()), proptest::option::of((any::<u32>(), any::<u32>())));
        let words = (".*", any::<[bool; 2]>(), proptest::option::of(0..3_usize));
        let marks = (vec(0..5_usize, 0..5), proptest::option::of(0..5_usize));
        let own = (0..10_usize, vec(any::<u64>(), 0..3), ".{0,3}", ".{0,3}");
        (words, vec((0..4_usize, choice), 0..3), place, (marks, own)).prop_map(
            |(words, choices, (article, at), own)| {
                let (query, [exact, source], sort) = words;
                let ((on, card), (lens, beside, of, by)) = own;
                let mut view = View {
                    lens: Lens::ALL[lens],
                    query,
                    exact,
                    source,
                    sort: sort.map(|sort| Sort::ALL[sort]),
                    article: article.map(ArticleKey),
                    at: at.map(|(a, b)| Span::new(a.min(b), a.max(b))),
                    choices: Choices::new(),
                    layers: on.into_iter().fold(LayerSet::NONE, |set, layer| set.with(Layer::ALL[layer])),
                    card: card.map(|card| Layer::ALL[card]),
                    beside: beside.into_iter().map(ArticleKey).collect(),
                    of,
                    by,
                };
                for (facet, (wanted, unwanted)) in choices {
                    view = view.choosing(Facet::ALL[facet], |choice| {
                        choice.wanted.extend(wanted);
                        choice.unwanted.extend(unwanted);
                    });
                }
                view
            },
        )
    }

    proptest! {
        #[test]
        fn a_view_survives_its_url(view in views()) {
            prop_assert_eq!(View::from_url(&view.to_url()), view);
        }

        #[test]
        fn any_url_is_a_view(url in ".*") {
            let view = View::from_url(&url);
            prop_assert_eq!(View::from_url(&view.to_url()), view);
        }
    }

    #[test]
    fn the_first_view_needs_no_url() {
        assert_eq!(View::default().to_url(), "");
        assert_eq!(View::from_url("?nonsense=1&at=9-3&lens=x&article=zz"), View::default());
    }

    #[test]
    fn a_question_is_answered_with_the_list() {
        assert_eq!(View::from_url("?q=flood").lens, Lens::Articles);
        assert_eq!(View::from_url("?lens=overview&q=flood").lens, Lens::Overview);
        assert_eq!(View::from_url("?lens=articles").lens, Lens::Articles);
    }
}
