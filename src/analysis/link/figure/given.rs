//! A figure with what it can be compared by: what is counted, what is said around it, where, and of whom.

use crate::link::segment::{Content, Segment, Term, Worth, key_of};
use crossread_corpus::{
    annotation::Annotations,
    figure::{Figure, FigureKind},
    index::token::tokens,
    mention::EntityKind,
    span::Span,
};
use std::collections::BTreeSet;

/// How far from the figure words still say what is counted, in bytes.
const NEAR: u32 = 120;

/// How many words beside it say what is done to it.
const BESIDE: usize = 2;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Head {
    /// The text does not say.
    Unsaid,
    /// People, of whatever kind.
    People,
    /// This.
    Thing(Term),
}

/// One figure in its segment.
#[derive(Clone, Debug)]
pub(super) struct Given<'a> {
    pub(super) figure: &'a Figure,
    /// Its kind; an age of what is no person is a duration: "the 30-year-old reign".
    pub(super) kind: FigureKind,
    /// Its number in the article.
    pub(super) number: u32,
    /// The number of its segment.
    segment: usize,
    pub(super) head: Head,
    /// Telling words near it, sorted.
    pub(super) around: Vec<Term>,
    /// Those of them that stand nearest, the words for what is counted left out: what is done to it, or what it does.
    pub(super) beside: Vec<Term>,
    /// Whose age or rule it is: the name that stands nearest.
    pub(super) whose: Option<Term>,
    /// Whose it may be: the only person named before "the 65-year-old" in its sentence.
    maybe: Option<Term>,
    /// What the word right behind it says.
    behind: Option<Term>,
    /// Towns and the like in its segment; countries are none.
    pub(super) places: Vec<Term>,
    /// The segment speaks of the whole country.
    pub(super) nationwide: bool,
    /// What was something else before: "improved its offer to 6 per cent".
    pub(super) changed: bool,
}

impl Given<'_> {
    pub(super) fn segment<'c>(&self, content: &'c Content) -> &'c Segment {
        &content.segments[self.segment]
    }

    /// What is counted, where the text says so.
    fn thing(&self) -> Option<Term> {
        match self.head {
            Head::Thing(term) => Some(term),
            _ => None,
        }
    }
}

/// All figures that stand in the story, in the order of segments.
pub(super) fn given<'a>(content: &Content<'a>) -> Vec<Given<'a>> {
    let mut all = Vec::new();
    for (at, segment) in content.segments.iter().enumerate() {
        let found = &content.articles[segment.article as usize].annotations;
        for number in &segment.figures {
            all.push(of(content, at, segment, found, *number));
        }
    }
    let lasting: BTreeSet<Term> =
        all.iter().filter(|one| one.kind == FigureKind::Duration).filter_map(Given::thing).collect();
    let ages: Vec<(Term, f64)> = all
        .iter()
        .filter(|one| one.kind == FigureKind::Age)
        .filter_map(|one| Some((one.whose?, one.figure.amount.low)))
        .collect();
    for one in all.iter_mut().filter(|one| one.kind == FigureKind::Age) {
        if let Some(thing) = one.behind.filter(|thing| lasting.contains(thing)) {
            one.kind = FigureKind::Duration;
            one.head = Head::Thing(thing);
            one.around.retain(|term| *term != thing);
        } else if one.whose.is_none() {
            // another text tells this age of that person
            one.whose = one.maybe.filter(|person| ages.contains(&(*person, one.figure.amount.low)));
        }
    }
    all
}

fn of<'a>(content: &Content<'a>, at: usize, segment: &Segment, found: &'a Annotations, number: u32) -> Given<'a> {
    let figure = &found.figures[number as usize];
    let distance =
        |span: Span| span.start().saturating_sub(figure.span.end()).max(figure.span.start().saturating_sub(span.end()));
    let telling = |term: Term| content.tells(term);
    let (from, to) = reach(segment, found, number);
    let near = segment.uses.iter().filter(|each| from <= each.span.start() && each.span.start() < to);
    let near = near.filter(|each| distance(each.span) <= NEAR && telling(each.term));
    let mut near: Vec<(u32, Term, Span)> = near.map(|each| (distance(each.span), each.term, each.span)).collect();
    let around: Vec<Term> = near.iter().map(|(_, term, _)| *term).collect();
    let head = head(content, segment, figure);
    let names = |span: Span| figure.of.is_some_and(|of| of.contains(span));
    near.retain(|(_, term, span)| head != Head::Thing(*term) && !names(*span));
    near.sort_unstable();
    near.truncate(BESIDE);
    let beside = near.into_iter().map(|(_, term, _)| term).collect();
    let named = segment.uses.iter().filter(|each| content.is_name(each.term));
    let whose = match figure.kind {
        FigureKind::Age => person(segment, content, found, figure.span),
        FigureKind::Duration | FigureKind::Rank => {
            named.clone().min_by_key(|each| (distance(each.span), each.span)).map(|each| each.term)
        }
        _ => None,
    };
    let is_town = |span: Span| {
        let mention = found.mentions.iter().find(|mention| mention.span == span);
        mention.is_some_and(|mention| mention.kind == EntityKind::Place && !content.is_country(segment.article, span))
    };
    let places: Vec<Term> = named.filter(|each| is_town(each.span)).map(|each| each.term).collect();
    let nationwide = content.word("nationwide").is_some_and(|term| segment.uses.iter().any(|each| each.term == term))
        || content.sentence_has(segment, "nationwide");
    let before = content.articles[segment.article as usize].text[..figure.span.start() as usize].trim_end();
    let changed = before.ends_with(" to") && segment.uses.iter().any(|each| is_change(content, each.term));
    let behind =
        segment.uses.iter().find(|each| each.span.start() == figure.span.end() + 1).filter(|each| telling(each.term));
    let behind = behind.map(|each| each.term);
    let kind = figure.kind;
    let maybe = if before.ends_with(" the") || before.ends_with(" The") {
        only_person(content, segment, found, figure.span)
    } else {
        None
    };
    Given { figure, kind, maybe, behind, number, segment: at, head, around, beside, whose, places, nationwide, changed }
}

/// True for words of more, of less, and of better.
fn is_change(content: &Content, term: Term) -> bool {
    ["rise", "fall", "cut", "change", "improv", "lower", "revis", "updat"]
        .iter()
        .any(|key| content.word(key) == Some(term))
}

/// The one person named in the sentence before `age`, or else in the sentence before that.
fn only_person(content: &Content, segment: &Segment, found: &Annotations, age: Span) -> Option<Term> {
    let range = content.of_article[segment.article as usize].clone();
    let is_person = |span: Span| {
        let at = found.mentions.binary_search_by_key(&span, |mention| mention.span);
        at.is_ok_and(|at| found.mentions[at].kind == EntityKind::Person)
    };
    let persons = |sentence: u32| -> BTreeSet<Term> {
        let same = content.segments[range.clone()].iter().filter(|other| other.sentence == sentence);
        let named =
            same.flat_map(|other| &other.uses).filter(|each| each.span.end() <= age.start() && is_person(each.span));
        named.map(|each| each.term).collect()
    };
    let mut near = persons(segment.sentence);
    if near.is_empty() {
        near = segment.sentence.checked_sub(1).map(persons).unwrap_or_default();
    }
    (near.len() == 1).then(|| near.first().copied()).flatten()
}

/// From where to where words are about figure `number`, and not about another of its kind.
fn reach(segment: &Segment, found: &Annotations, number: u32) -> (u32, u32) {
    let figure = |number: u32| found.figures[number as usize].span;
    let kind = |number: u32| found.figures[number as usize].kind;
    let mut alike = segment.figures.iter().filter(|other| kind(**other) == kind(number));
    let before = alike.clone().any(|other| *other < number);
    let next = alike.find(|other| **other > number);
    let from = if before { figure(number).start() } else { segment.span.start() };
    (from, next.map_or(segment.span.end(), |next| figure(*next).start()))
}

/// The person an age is told of: the name that holds it in its description or stands right before it, or whom a phrase
/// like "the 65-year-old" means.
fn person(segment: &Segment, content: &Content, found: &Annotations, age: Span) -> Option<Term> {
    let text = &content.articles[segment.article as usize].text;
    let mut best: Option<(u32, Term)> = None;
    for each in segment.uses.iter().filter(|each| content.is_name(each.term)) {
        let inside = each.span.contains(age);
        let described = found
            .mentions
            .iter()
            .any(|mention| mention.span == each.span && mention.description.is_some_and(|whole| whole.contains(age)));
        let gap = age.start().checked_sub(each.span.end());
        // "the 66-year-old baker Jane Roe"
        let between = || text[age.end() as usize..each.span.start() as usize].trim();
        let is_person = || found.mentions.iter().any(|m| m.span == each.span && m.kind == EntityKind::Person);
        let behind = each.span.start() >= age.end()
            && is_person()
            && between().split(' ').count() <= 2
            && between().chars().all(|c| c.is_lowercase() || c == ' ' || c == '-');
        let rank = if inside || described {
            0
        } else if behind || gap.is_some_and(|gap| gap <= 3) {
            1
        } else {
            continue;
        };
        if best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, each.term));
        }
    }
    best.map(|(_, term)| term).or_else(|| {
        let told = found.attributions.iter().find(|a| a.source.is_some_and(|source| source.contains(age)));
        content.name_of(segment.article, told?.entity?)
    })
}

/// What is counted: the last telling word of the phrase behind the number.
fn head(content: &Content, segment: &Segment, figure: &Figure) -> Head {
    const PEOPLE: [&str; 8] = ["people", "person", "persons", "men", "women", "others", "individuals", "citizens"];
    let article = &content.articles[segment.article as usize];
    // "a three-way race" does not count races
    let end = figure.span.end();
    let joined = figure.kind == FigureKind::Count && article.text[end as usize..].starts_with('-');
    let words = match figure.of {
        _ if joined => {
            let mut words = tokens(&article.text, Span::new(end + 1, segment.span.end().max(end + 1)));
            words.truncate(1);
            words
        }
        Some(of) => tokens(&article.text, of),
        None => return Head::Unsaid,
    };
    let Some(last) = words.iter().rev().find(|token| key_of(&token.form).1 != Worth::Empty) else {
        return Head::Unsaid;
    };
    if PEOPLE.contains(&last.form.as_str()) {
        return Head::People;
    }
    // an ordinal's phrase runs on: "sixth term election win"
    let first = words.iter().find(|token| key_of(&token.form).1 == Worth::Heavy);
    let token = if figure.kind == FigureKind::Rank { first.unwrap_or(last) } else { last };
    content.word(&key_of(&token.form).0).map_or(Head::Unsaid, Head::Thing)
}
