//! Looking people up: whom an article names (`person:`), whose words it gives (`speaker:`), what it quotes (`in:quote`).

use super::{
    find::{Occurrence, Texts},
    syntax::{Atom, Part, Query},
};
use crate::{
    annotation::Annotations,
    article::Article,
    attribution::Kind,
    index::{Index, Match, Passage, Widening, matches, token::tokens},
    mention::{EntityId, EntityKind},
    span::Span,
};
use serde::{Deserialize, Serialize};

/// A name as typed, ready to be compared.
pub(super) struct Wanted {
    words: Vec<String>,
    widening: Widening,
}

impl Wanted {
    /// `exact` forgives no spelling.
    pub(super) fn new(name: &str, exact: bool) -> Self {
        Self { words: forms(name), widening: if exact { Widening::Exact } else { Widening::Forgiving } }
    }

    /// True when `text` has all the words, side by side.
    fn stands_in(&self, text: &str) -> bool {
        let found = forms(text);
        let same = |(word, form): (&String, &String)| matches(word, form, true, self.widening).is_some();
        !self.words.is_empty() && found.windows(self.words.len()).any(|part| self.words.iter().zip(part).all(same))
    }
}

fn forms(text: &str) -> Vec<String> {
    tokens(text, Span::of(0, text.len())).into_iter().map(|token| token.form).collect()
}

/// Whom one article names and whose words it gives, as far as a query can ask for it: what was found in the article,
/// in so few bytes that a page can hold it for every article.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Who {
    /// People, and others who speak.
    named: Vec<Named>,
    /// Whose words there are.
    speeches: Vec<Speech>,
    /// What stands between quotation marks, somebody's words.
    quoted: Vec<Span>,
}

/// Somebody or something named.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Named {
    is_person: bool,
    /// A place for every way the name is written.
    spellings: Vec<Span>,
    /// All places that mean them.
    places: Vec<Span>,
}

/// Words of somebody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Speech {
    /// The source as written, and the speaker it means.
    written: Vec<Span>,
    /// Who that is: an index into [`Who::named`].
    speaker: Option<u32>,
    /// The source, or else the words.
    at: Span,
    /// The words.
    content: Vec<Span>,
}

impl Who {
    /// Of what was found in `article`.
    pub fn of(article: &Article) -> Self {
        let Annotations { entities, mentions, attributions, .. } = &article.annotations;
        let mut numbers: Vec<Option<u32>> = vec![None; entities.len()];
        let mut who = Self::default();
        for (id, entity) in entities.iter().enumerate() {
            let is_person = entity.kind == EntityKind::Person;
            if is_person || attributions.iter().any(|a| a.entity == Some(EntityId(id as u32))) {
                let mentioned = entity.mentions.iter().filter_map(|at| mentions.get(*at as usize)).map(|m| m.span);
                let mut spellings: Vec<Span> = Vec::new();
                for span in mentioned.clone() {
                    if !spellings.iter().any(|tried| article.slice(*tried) == article.slice(span)) {
                        spellings.push(span);
                    }
                }
                let places = mentioned.chain(entity.references.iter().map(|reference| reference.span)).collect();
                numbers[id] = Some(who.named.len() as u32);
                who.named.push(Named { is_person, spellings, places });
            }
        }
        for attribution in attributions {
            let speaker = attribution.entity.and_then(|id| *numbers.get(id.0 as usize)?);
            who.speeches.push(Speech {
                written: [attribution.source, attribution.speaker].into_iter().flatten().collect(),
                speaker,
                at: attribution.source.unwrap_or(attribution.content[0]),
                content: attribution.content.iter().chain(&attribution.quoted).copied().collect(),
            });
            if attribution.kind != Kind::Scare {
                who.quoted.extend(&attribution.quoted);
            }
        }
        who
    }

    /// True when every span `slices` and every number counts something.
    pub fn is_sound(&self, slices: impl Fn(Span) -> bool) -> bool {
        let named = self.named.iter().flat_map(|named| named.spellings.iter().chain(&named.places));
        let spoken =
            self.speeches.iter().flat_map(|speech| speech.written.iter().chain(&speech.content).chain([&speech.at]));
        let counted = |speech: &Speech| speech.speaker.is_none_or(|speaker| (speaker as usize) < self.named.len());
        named.chain(spoken).chain(&self.quoted).all(|span| slices(*span)) && self.speeches.iter().all(counted)
    }
}

/// The places where somebody called so is mentioned.
pub(super) fn person(texts: Texts<'_>, wanted: &Wanted, found: &mut Vec<Occurrence>) {
    for (number, (article, who)) in texts.articles.iter().zip(texts.who).enumerate() {
        for named in who.named.iter().filter(|named| named.is_person && is_called(article, named, wanted)) {
            found.extend(named.places.iter().filter_map(|span| occurrence(texts.index, article, number, *span)));
        }
    }
}

/// The places that say that somebody called so speaks: the source as written, or else the words.
pub(super) fn speaker(texts: Texts<'_>, wanted: &Wanted, found: &mut Vec<Occurrence>) {
    for (number, (article, who)) in texts.articles.iter().zip(texts.who).enumerate() {
        for speech in who.speeches.iter().filter(|speech| speaks(article, who, speech, wanted)) {
            found.extend(occurrence(texts.index, article, number, speech.at));
        }
    }
}

fn is_called(article: &Article, named: &Named, wanted: &Wanted) -> bool {
    named.spellings.iter().any(|span| wanted.stands_in(article.slice(*span)))
}

fn speaks(article: &Article, who: &Who, speech: &Speech, wanted: &Wanted) -> bool {
    speech.written.iter().any(|span| wanted.stands_in(article.slice(*span)))
        || speech.speaker.is_some_and(|speaker| is_called(article, &who.named[speaker as usize], wanted))
}

/// The tokens of `span`; `None` in text that is not searched.
fn occurrence(index: &Index, article: &Article, number: usize, span: Span) -> Option<Occurrence> {
    let sentence = article.sentence_at(span.start())?;
    let words = tokens(&article.text, article.sentences[sentence]);
    let from = words.iter().position(|word| word.span.end() > span.start())?;
    let length = words[from..].iter().take_while(|word| word.span.start() < span.end()).count();
    let first = index.layout(number).first(Passage::Sentence(sentence));
    let searched = index.layout(number).passage(first).0 == Passage::Sentence(sentence);
    let form = index.forms().find(&words[from].form)?;
    (length > 0 && searched).then(|| Occurrence {
        article: number as u32,
        position: first + from as u32,
        length: length as u32,
        how: Match::Exact,
        form: form as u32,
    })
}

/// Where the query's words must stand: between quotation marks, or in the words of somebody.
pub(super) struct Within {
    /// `in:quote` or `-in:quote`.
    quoted: Option<bool>,
    /// `speaker:`, each group joined by `OR`.
    speakers: Vec<Vec<Wanted>>,
}

impl Within {
    /// What `query` demands.
    pub(super) fn of(query: &Query, exact: bool) -> Self {
        let mut within = Self { quoted: None, speakers: Vec::new() };
        for clause in &query.clauses {
            for atom in &clause.any_of {
                if *atom == Atom::In(Part::Quote) {
                    within.quoted = Some(!clause.negated);
                }
            }
            let names = clause.any_of.iter().map(|atom| match atom {
                Atom::Speaker(name) => Some(Wanted::new(name, exact)),
                _ => None,
            });
            if let (false, Some(names)) = (clause.negated, names.collect::<Option<Vec<_>>>()) {
                within.speakers.push(names);
            }
        }
        within
    }

    /// True when words may stand anywhere.
    pub(super) fn is_empty(&self) -> bool {
        self.quoted.is_none() && self.speakers.is_empty()
    }

    /// For each article, where words may stand.
    pub(super) fn places<'a>(&'a self, texts: Texts<'a>) -> Vec<impl Fn(Span) -> bool + use<'a>> {
        texts.articles.iter().zip(texts.who).map(|(article, who)| self.place(article, who)).collect()
    }

    fn place<'a>(&'a self, article: &'a Article, who: &'a Who) -> impl Fn(Span) -> bool + use<'a> {
        let voices: Vec<Vec<Span>> = self
            .speakers
            .iter()
            .map(|names| {
                let speaks = |speech: &&Speech| names.iter().any(|wanted| speaks(article, who, speech, wanted));
                who.speeches.iter().filter(speaks).flat_map(|speech| speech.content.iter().copied()).collect()
            })
            .collect();
        let wanted = self.quoted;
        move |span| {
            let holds = |spans: &[Span]| spans.iter().any(|place| place.overlaps(span));
            wanted.is_none_or(|wanted| holds(&who.quoted) == wanted) && voices.iter().all(|spans| holds(spans))
        }
    }
}
