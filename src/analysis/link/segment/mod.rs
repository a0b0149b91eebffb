//! The articles of a collection cut into segments: stretches of a sentence that tell about one thing, each with what it
//! can be compared by. Every comparison of this folder's neighbours reads these and not the texts.

mod class;
mod country;
mod cut;
mod cutter;
mod denial;
mod ending;
mod family;
mod related;
mod term;

pub(crate) use class::Class;
pub(crate) use family::{Worth, key_of};
pub(crate) use term::{Term, Use};

use crate::{
    find::hashed::NumberMap,
    link::{claim::likeness, measure::log2},
};
use crossread_corpus::{
    annotation::Voice,
    article::{Article, ArticleKey},
    links::{Anchor, passage::Part},
    mention::{EntityId, EntityKind},
    span::Span,
};
use cutter::Cutter;
pub(crate) use cutter::voice_of;
use denial::REFUSAL;
use jiff::civil::Date;
use related::related;
use std::{collections::BTreeSet, ops::Range};
use term::Terms;

/// Pairs of segments that need no caution: those of five short articles.
const FEW_PAIRS: u64 = 10 * 50 * 50;

/// What is added for each ten times as many.
const FOR_TEN_TIMES: f32 = 0.45;

/// One stretch, and what it can be compared by.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    /// The article's number.
    pub(crate) article: u32,
    /// The number of its sentence.
    pub(crate) sentence: u32,
    /// Where it stands, within that sentence.
    pub(crate) span: Span,
    /// In which part of the article.
    pub(crate) part: Part,
    /// Its words and names that say something, each once, sorted.
    pub(crate) uses: Vec<Use>,
    /// Who speaks, where that is a known name: not in the text of the segment, but part of what it says.
    pub(crate) speaker: Option<Term>,
    /// In whose voice most of its telling words stand.
    pub(crate) voice: Voice,
    /// True when it says that something is not so, or is refused.
    pub(crate) negated: bool,
    /// True when it says that something is over.
    pub(crate) ends: bool,
    /// The days it speaks of, by the time expressions in it: numbers into the article's.
    pub(crate) times: Vec<u32>,
    /// First and last day of those, where they date something.
    pub(crate) days: Option<(Date, Date)>,
    /// The time expression, a number into the article's, of the clause it hangs on: "spoke on Sunday, saying …".
    pub(crate) told: Option<u32>,
    /// The figures in it: numbers into the article's.
    pub(crate) figures: Vec<u32>,
    /// True for a heading inside the story: it repeats and claims nothing of its own.
    pub(crate) heading: bool,
    /// How many of its words tell things apart, those left out that say who speaks.
    pub(crate) telling: usize,
    /// The people it names, but for who speaks, and whom it tells of with "who".
    pub(crate) people: Vec<Term>,
    /// True where it asks, or says only what would be if.
    pub(crate) asks: bool,
    /// True where it says who speaks, and nothing else.
    pub(crate) framing: bool,
    /// Whom a clause with "who" tells of: the person named before it.
    pub(crate) whom: Option<Term>,
    /// True for a piece of the story without a verb: it names something, and says nothing of it.
    pub(crate) bare: bool,
    /// First and last day of its times. What lasts for more than a year, and since or until when something is so, counts
    /// for nothing.
    pub(crate) in_time: Option<(Date, Date)>,
    /// The towns and the like that it names, countries left out, but for who speaks.
    pub(crate) towns: Vec<Term>,
}

impl Segment {
    /// Where it stands.
    pub(crate) const fn anchor(&self) -> Anchor {
        Anchor { article: self.article, span: self.span }
    }

    /// Where it has a term.
    pub(crate) fn use_of(&self, term: Term) -> Option<&Use> {
        let at = self.uses.binary_search_by_key(&term, |each| each.term).ok()?;
        Some(&self.uses[at])
    }

    /// True where most of it is somebody's very words.
    pub(crate) const fn is_quoted(&self) -> bool {
        matches!(self.voice, Voice::Quoted(_))
    }

    /// True where it states something: no heading inside the story, and not only who speaks.
    pub(crate) const fn states(&self) -> bool {
        !self.heading && !self.framing && !self.asks
    }

    /// True where it counts as what the article itself says.
    pub(crate) fn is_witness(&self) -> bool {
        self.part != Part::Caption
    }
}

/// First and last day of these times of an article, but for what lasts.
fn in_time(article: &Article, times: &[u32]) -> Option<(Date, Date)> {
    const YEAR: i32 = 366;
    const LASTING: [&str; 6] = ["since", "from", "until", "till", "between", "through"];
    let times = times.iter().map(|time| &article.annotations.times[*time as usize]);
    let days = times.filter(|time| {
        let before = article.text[..time.span.start() as usize].trim_end();
        let before = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        let first = article.slice(time.span).split(' ').next().unwrap_or_default().to_lowercase();
        !LASTING.contains(&before.as_str()) && !LASTING.contains(&first.as_str())
    });
    let days = days.filter_map(|time| time.days).filter(|(first, last)| (*last - *first).get_days() <= YEAR);
    days.reduce(|(from, to), (first, last)| (from.min(first), to.max(last)))
}

/// The towns and the like among these uses, but for who speaks.
fn towns(article: &Article, uses: &[Use], terms: &Terms) -> Vec<Term> {
    let mentions = &article.annotations.mentions;
    let is_town = |each: &&Use| {
        let found = mentions.binary_search_by_key(&each.span, |mention| mention.span);
        found.is_ok_and(|at| mentions[at].kind == EntityKind::Place) && !country::is_country(article.slice(each.span))
    };
    let names = uses.iter().filter(|each| terms.is_name(each.term) && !each.source);
    names.filter(is_town).map(|each| each.term).collect()
}

/// The names that stand side by side in a segment, but for a comma; those of longer lists left out.
fn beside(articles: &[Article], segments: &[Segment], terms: &Terms) -> BTreeSet<(Term, Term)> {
    let mut found = BTreeSet::new();
    for segment in segments {
        let mut names: Vec<&Use> = segment.uses.iter().filter(|each| terms.is_name(each.term)).collect();
        names.sort_unstable_by_key(|each| each.span);
        let text = &articles[segment.article as usize].text;
        let gap = |at: usize| {
            let (one, other) = (names.get(at)?.span, names.get(at + 1)?.span);
            text.get(one.end() as usize..other.start() as usize)
        };
        let listed = |at: usize| matches!(gap(at), Some(", " | " and " | ", and "));
        for at in (0..names.len()).filter(|at| gap(*at) == Some(", ") && !listed(at + 1)) {
            if at == 0 || !listed(at - 1) {
                let (one, other) = (names[at].term, names[at + 1].term);
                found.insert((one.min(other), one.max(other)));
            }
        }
    }
    found
}

/// The family of the words that accuse.
const CHARGE: &str = "accuse";

/// All segments of a collection.
#[derive(Debug)]
pub(crate) struct Content<'a> {
    /// The articles.
    pub(crate) articles: &'a [Article],
    /// By article key and place, so that the order of the articles plays no part.
    pub(crate) segments: Vec<Segment>,
    /// The segments of each article, by its number.
    pub(crate) of_article: Vec<Range<usize>>,
    /// In how many segments of an article a term stands, by its number.
    pub(crate) in_article: Vec<NumberMap<Term, u32>>,
    /// In how many segments a term stands.
    pub(crate) in_all: Vec<u32>,
    /// What each term is worth when two segments share it.
    pub(crate) worths: Vec<f32>,
    /// For each two articles, whether they may tell of one thing.
    related: Vec<Vec<bool>>,
    /// How much more alike two segments must be than in a collection of five articles: the more articles are compared,
    /// the more are alike by chance. 0.45 for each ten times as many pairs of related articles.
    pub(crate) caution: f32,
    /// The name of each entity of each article, where it stands in a segment.
    entities: Vec<Vec<Option<Term>>>,
    /// Names that stand side by side somewhere, "Graz, Styria", the lesser first.
    beside: BTreeSet<(Term, Term)>,
    terms: Terms,
}

impl<'a> Content<'a> {
    /// Cuts all articles; `names` tells for each article and each of its entities whom it means over all articles.
    pub(crate) fn new(articles: &'a [Article], names: &[Vec<Option<u32>>]) -> Self {
        let mut order: Vec<usize> = (0..articles.len()).collect();
        order.sort_by_key(|at| articles[*at].key);
        let mut terms = Terms::default();
        let mut segments: Vec<Segment> = Vec::new();
        let mut of_article = vec![0..0; articles.len()];
        let mut in_article: Vec<NumberMap<Term, u32>> = vec![NumberMap::default(); articles.len()];
        for number in order {
            let from = segments.len();
            let empty = Vec::new();
            let names = names.get(number).unwrap_or(&empty);
            Cutter::new(&articles[number], number, names, &mut terms).cut(&mut segments);
            of_article[number] = from..segments.len();
            let counts: &mut NumberMap<Term, u32> = &mut in_article[number];
            for each in segments[from..].iter().flat_map(|segment| &segment.uses) {
                *counts.entry(each.term).or_insert(0) += 1;
            }
            for each in segments[from..].iter_mut().flat_map(|segment| &mut segment.uses) {
                each.count = counts[&each.term];
            }
        }
        let mut in_all = vec![0; terms.len()];
        for each in segments.iter().flat_map(|segment| &segment.uses) {
            in_all[each.term.0 as usize] += 1;
        }
        let related = related(articles, &in_article, &terms);
        let sizes: Vec<usize> = of_article.iter().map(Range::len).collect();
        let caution = caution(&related, &sizes);
        let term = |linked: &Option<u32>| linked.and_then(|linked| terms.known_name(linked));
        let entities = names.iter().map(|list| list.iter().map(term).collect()).collect();
        for segment in &mut segments {
            let article = &articles[segment.article as usize];
            segment.in_time = in_time(article, &segment.times);
            segment.towns = towns(article, &segment.uses, &terms);
        }
        let worths = Vec::new();
        let beside = beside(articles, &segments, &terms);
        let mut content = Self {
            articles,
            segments,
            of_article,
            in_article,
            in_all,
            worths,
            related,
            caution,
            entities,
            beside,
            terms,
        };
        let all = u32::try_from(content.in_all.len()).expect("fewer terms than bytes");
        content.worths = (0..all).map(|term| likeness::worth(&content, Term(term))).collect();
        content
    }

    /// What kind of term it is.
    pub(crate) fn is_name(&self, term: Term) -> bool {
        self.terms.is_name(term)
    }

    /// What a term is worth, as a word.
    pub(crate) fn worth(&self, term: Term) -> Worth {
        self.terms.worth(term)
    }

    /// True for a word that tells things apart, and is no name.
    pub(crate) fn tells(&self, term: Term) -> bool {
        !self.is_name(term) && self.worth(term) == Worth::Heavy
    }

    /// True for a term that more than `part` of all segments have.
    pub(crate) fn is_everywhere(&self, term: Term, part: f32) -> bool {
        self.in_all[term.0 as usize] as f32 > part * self.segments.len() as f32
    }

    /// The term of a word's key, if any segment has it.
    pub(crate) fn word(&self, key: &str) -> Option<Term> {
        self.terms.word(key)
    }

    /// The name of an entity of an article.
    pub(crate) fn name_of(&self, article: u32, entity: EntityId) -> Option<Term> {
        *self.entities.get(article as usize)?.get(entity.0 as usize)?
    }

    /// True for the words that refuse or deny.
    pub(crate) fn is_refusal(&self, term: Term) -> bool {
        self.word(REFUSAL) == Some(term)
    }

    /// True where both give times, and most of a year lies between those of the one and those of the other.
    pub(crate) fn are_years_apart(one: &Segment, other: &Segment) -> bool {
        const LONG: i32 = 300;
        let Some((a, b)) = one.in_time.zip(other.in_time) else { return false };
        (a.0.max(b.0) - a.1.min(b.1)).get_days() > LONG
    }

    /// True for the words that accuse.
    pub(crate) fn is_charge(&self, term: Term) -> bool {
        self.word(CHARGE) == Some(term)
    }

    /// True when the sentences of two segments name the same.
    pub(crate) fn share_name(&self, one: &Segment, other: &Segment) -> bool {
        let names = |segment: &Segment| -> Vec<Term> {
            let range = self.of_article[segment.article as usize].clone();
            let same = self.segments[range].iter().filter(|other| other.sentence == segment.sentence);
            same.flat_map(|other| &other.uses).map(|each| each.term).filter(|term| self.is_name(*term)).collect()
        };
        let theirs = names(other);
        names(one).iter().any(|name| theirs.contains(name))
    }

    /// True when two segments name people, and none of them in both.
    pub(crate) fn tell_of_others(one: &Segment, other: &Segment) -> bool {
        let names = |segment: &Segment, term: &Term| segment.use_of(*term).is_some() || segment.people.contains(term);
        let has = |segment: &Segment, all: &[Term]| all.iter().any(|term| names(segment, term));
        !one.people.is_empty() && !other.people.is_empty() && !has(other, &one.people) && !has(one, &other.people)
    }

    /// True where both name towns, and none of them in both. Of two that stand side by side somewhere, "Graz, Styria", one
    /// may lie in the other.
    pub(crate) fn are_elsewhere(&self, one: &Segment, other: &Segment) -> bool {
        let is_in_both = |town: &Term| other.towns.contains(town);
        if one.towns.is_empty() || other.towns.is_empty() || one.towns.iter().any(is_in_both) {
            return false;
        }
        let has = |segment: &Segment, all: &[Term]| all.iter().any(|term| segment.use_of(*term).is_some());
        let is_beside = |a: &Term, b: &Term| self.beside.contains(&(*a.min(b), *a.max(b)));
        let beside = || one.towns.iter().any(|a| other.towns.iter().any(|b| is_beside(a, b)));
        !has(other, &one.towns) && !has(one, &other.towns) && !beside()
    }

    /// True for a name that is a country's.
    pub(crate) fn is_country(&self, article: u32, name: Span) -> bool {
        country::is_country(self.articles[article as usize].slice(name))
    }

    /// True when the sentence of `segment` has a word of this key.
    pub(crate) fn sentence_has(&self, segment: &Segment, key: &str) -> bool {
        let Some(term) = self.word(key) else { return false };
        let range = self.of_article[segment.article as usize].clone();
        let same = self.segments[range].iter().filter(|other| other.sentence == segment.sentence);
        same.flat_map(|other| &other.uses).any(|each| each.term == term)
    }

    /// True when two articles may tell of one thing: they share names and are not months apart. Articles almost without
    /// names may, too.
    pub(crate) fn are_related(&self, one: u32, other: u32) -> bool {
        self.related[one as usize][other as usize]
    }

    /// What kind of word stands at a place.
    pub(crate) fn class_at(&self, place: Anchor) -> Class {
        Class::of(&self.slice(place).to_lowercase())
    }

    /// A place by its article's key: for ties, since the order of the articles is to play no part.
    pub(crate) fn keyed(&self, place: Anchor) -> (ArticleKey, Span) {
        (self.articles[place.article as usize].key, place.span)
    }

    /// The text of a place.
    pub(crate) fn slice(&self, anchor: Anchor) -> &'a str {
        self.articles[anchor.article as usize].slice(anchor.span)
    }

    /// The segments that begin or end within a place, or hold it.
    pub(crate) fn segments_in(&self, place: Anchor) -> Vec<usize> {
        let Some(range) = self.of_article.get(place.article as usize) else { return Vec::new() };
        range.clone().filter(|at| self.segments[*at].span.overlaps(place.span)).collect()
    }

    /// The segment that holds byte `at` of article `article`.
    pub(crate) fn segment_at(&self, article: u32, at: u32) -> Option<usize> {
        let range = self.of_article.get(article as usize)?.clone();
        let from = range.start;
        let before = self.segments[range].partition_point(|segment| segment.span.end() <= at);
        let found = self.segments.get(from + before)?;
        (found.article == article && found.span.start() <= at).then_some(from + before)
    }
}

/// How much more alike two segments must be, by how many pairs of segments of related articles there are; `sizes` are the
/// articles' in segments.
fn caution(related: &[Vec<bool>], sizes: &[usize]) -> f32 {
    let with = |one: usize| -> u64 {
        let others = sizes.iter().zip(&related[one]).skip(one + 1);
        others.filter(|(_, related)| **related).map(|(size, _)| *size as u64).sum()
    };
    let pairs: u64 = sizes.iter().enumerate().map(|(one, size)| *size as u64 * with(one)).sum();
    // log2 takes small numbers, and gives eighths: 8 log2(8) is 24, 8 log2(10) is 26.6
    let times = log2(usize::try_from(8 * pairs / FEW_PAIRS).unwrap_or(usize::MAX)).saturating_sub(24);
    FOR_TEN_TIMES * (times as f32 / 26.6)
}
