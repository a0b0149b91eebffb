//! Whether two attributions can have one speaker: the same entity, or descriptions that fit.

use crate::find::{
    entity::alias,
    mention::lexicon::{Classes, Key, classes},
};
use crossread_corpus::{
    article::Article,
    attribution::Attribution,
    index::{fold::fold, token::tokens},
    links::entity::LinkedEntity,
    mention::EntityKind,
    span::Span,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What tells who a speaker is; two that share a mark can be one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Mark {
    /// A linked entity.
    Entity(u32),
    /// An office, of a country or of a body: the president of Belgium, a spokeswoman of the council.
    Office(String, Of),
    /// Whoever speaks for a country.
    State(usize),
}

/// Of what an office is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Of {
    /// A country.
    Country(usize),
    /// A linked entity.
    Body(u32),
}

/// A speaker.
#[derive(Clone, Default, Debug)]
pub(super) struct Speaker {
    /// Who it is, where that is known.
    pub(super) entity: Option<u32>,
    /// It is one human being.
    pub(super) person: bool,
    /// What is known of it.
    pub(super) marks: BTreeSet<Mark>,
}

/// How near two speakers are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Nearness {
    /// What is known of them fits.
    Fitting,
    /// They are the same entity.
    Same,
}

impl Speaker {
    /// How near two are; `None` when they are two, or when nothing tells.
    pub(super) fn near(&self, other: &Self) -> Option<Nearness> {
        match (self.entity, other.entity) {
            (Some(one), Some(two)) if one == two => return Some(Nearness::Same),
            (Some(_), Some(_)) if self.person && other.person => return None,
            _ => {}
        }
        let one_is_a_body = !(self.person && other.person);
        let fits = self.marks.intersection(&other.marks).any(|mark| match mark {
            // two people of one country are two
            Mark::State(_) => one_is_a_body,
            _ => true,
        });
        fits.then_some(Nearness::Fitting)
    }
}

/// What is known of the speakers of a collection.
pub(super) struct Speakers<'a> {
    articles: &'a [Article],
    entities: &'a [LinkedEntity],
    /// By article and entity: the number of the linked one.
    numbers: &'a [Vec<Option<u32>>],
    /// By article and mention: the same.
    named: Vec<Vec<Option<u32>>>,
    /// By linked entity: its marks.
    marks: Vec<BTreeSet<Mark>>,
}

impl<'a> Speakers<'a> {
    /// Gathers what descriptions say of the entities.
    pub(super) fn of(articles: &'a [Article], entities: &'a [LinkedEntity], numbers: &'a [Vec<Option<u32>>]) -> Self {
        let named = articles
            .iter()
            .zip(numbers)
            .map(|(article, numbers)| {
                let mut named = vec![None; article.annotations.mentions.len()];
                for (entity, number) in article.annotations.entities.iter().zip(numbers) {
                    entity.mentions.iter().for_each(|at| named[*at as usize] = *number);
                }
                named
            })
            .collect();
        let mut speakers = Self { articles, entities, numbers, named, marks: vec![BTreeSet::new(); entities.len()] };
        for (number, entity) in (0_u32..).zip(entities) {
            let mut marks = BTreeSet::from([Mark::Entity(number)]);
            marks.extend(speakers.state(entity).map(Mark::State));
            speakers.marks[number as usize] = marks;
        }
        for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person) {
            let mut marks = BTreeSet::new();
            for member in &entity.members {
                let annotations = &articles[member.article as usize].annotations;
                for at in &annotations.entities[member.entity.0 as usize].mentions {
                    let mention = &annotations.mentions[*at as usize];
                    if let Some(description) = mention.description {
                        marks.extend(speakers.described(member.article, description));
                    }
                }
            }
            speakers.marks[number].extend(marks);
        }
        speakers
    }

    /// The country that an entity speaks for.
    fn state(&self, entity: &LinkedEntity) -> Option<usize> {
        let name = fold(self.articles[entity.name.article as usize].slice(entity.name.span));
        match entity.kind {
            EntityKind::Place if entity.government => alias::country_of_capital(&name),
            EntityKind::Place => alias::named_country(&name),
            EntityKind::Organisation => SEATS.get(name.as_str()).copied(),
            _ => None,
        }
    }

    /// Who speaks in an attribution.
    pub(super) fn speaker(&self, article: u32, attribution: &Attribution) -> Speaker {
        let number = |id: u32| self.numbers[article as usize].get(id as usize).copied().flatten();
        // "Belgians said": a people is nobody in particular
        let one = |number: &u32| self.entities[*number as usize].kind != EntityKind::Other;
        let entity = attribution.entity.and_then(|id| number(id.0)).filter(one);
        let mut speaker = Speaker { entity, ..Speaker::default() };
        if let Some(entity) = entity {
            speaker.person = self.entities[entity as usize].kind == EntityKind::Person;
            speaker.marks.clone_from(&self.marks[entity as usize]);
        } else if let Some(source) = attribution.source {
            speaker.marks = self.described(article, source);
            speaker.person = speaker.marks.iter().any(|mark| matches!(mark, Mark::Office(..)));
        }
        // what the council says its president said may be given as the council's
        if let Some(via) = attribution.via {
            let through = self
                .names(article, via)
                .find(|number| self.entities[*number as usize].kind == EntityKind::Organisation);
            speaker.marks.extend(through.map(Mark::Entity));
        }
        speaker
    }

    /// The linked entities named within `span`.
    fn names(&self, article: u32, span: Span) -> impl Iterator<Item = u32> {
        let mentions = &self.articles[article as usize].annotations.mentions;
        let from = mentions.partition_point(|mention| mention.span.end() <= span.start());
        let within =
            mentions[from..].iter().zip(from..).take_while(move |(mention, _)| mention.span.start() < span.end());
        within.filter_map(move |(_, at)| self.named[article as usize][at])
    }

    /// The offices that a phrase describes somebody by.
    fn described(&self, article: u32, span: Span) -> BTreeSet<Mark> {
        let words: Vec<String> =
            tokens(&self.articles[article as usize].text, span).into_iter().map(|token| token.form).collect();
        // "presidential candidate", "former minister": the office is another's
        if words.iter().any(|word| NOT_IN_OFFICE.contains(&word.as_str())) {
            return BTreeSet::new();
        }
        let mut of: BTreeSet<Of> = words.iter().filter_map(|word| alias::country(word)).map(Of::Country).collect();
        of.extend(
            self.names(article, span)
                .filter(|number| self.entities[*number as usize].kind == EntityKind::Organisation)
                .map(Of::Body),
        );
        let mut offices: BTreeSet<&str> = words.iter().filter_map(|word| office(word)).collect();
        if offices.iter().any(|office| HEADS.contains(office)) {
            offices.insert("leader");
        }
        let marks = offices.iter().flat_map(|office| of.iter().map(|of| Mark::Office((*office).to_owned(), *of)));
        let mut marks: BTreeSet<Mark> = marks.collect();
        // whoever holds an office of the state can speak for it
        if offices.iter().any(|office| HEADS.contains(office) || matches!(*office, "spokes" | "minister" | "leader")) {
            marks.extend(of.iter().filter_map(|of| match of {
                Of::Country(number) => Some(Mark::State(*number)),
                Of::Body(_) => None,
            }));
        }
        marks
    }
}

/// Offices of those who lead a country.
const HEADS: [&str; 7] = ["president", "premier", "chancellor", "king", "queen", "emir", "sultan"];

/// Words that say that somebody does not hold an office, or not any longer.
const NOT_IN_OFFICE: [&str; 14] = [
    "former",
    "ex",
    "late",
    "candidate",
    "candidates",
    "nominee",
    "hopeful",
    "challenger",
    "contender",
    "rival",
    "opposition",
    "presumptive",
    "elect",
    "wannabe",
];

/// The office that a word names, one word for those that mean the same.
fn office(word: &str) -> Option<&str> {
    match word {
        "spokesman" | "spokeswoman" | "spokesperson" => Some("spokes"),
        "leader" | "ruler" | "strongman" => Some("leader"),
        _ => (classes(Key::of(word)).any(Classes::TITLE)).then_some(word),
    }
}

/// Seats of government, folded, and their countries.
static SEATS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let rows = include_str!("../../data/seats.tsv").lines().filter(|line| !line.starts_with('#'));
    let known = rows.filter_map(|row| {
        let (name, country) = row.split_once('\t')?;
        Some((fold(name), alias::country(&country.to_lowercase())?))
    });
    known.collect()
});
