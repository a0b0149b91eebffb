//! What several articles assert alike, and what only one of them has.
//!
//! Segments that share telling words, names, figures and days are gathered ([`near`], [`cluster`]); a group that reaches
//! two articles is a claim. It would rather part what belongs together than join what does not: an article that is not
//! seen to make a claim still gets its nearest sentence shown.

mod answered;
mod apart;
pub(crate) mod cluster;
mod group;
mod hedge;
mod held;
mod label;
pub(crate) mod likeness;
mod most;
mod narrow;
pub(crate) mod near;
mod nearest;
mod only;
pub(crate) mod pairs;
mod quote;
mod reason;
mod sketch;
mod standing;

pub(crate) use answered::answered;
pub(crate) use apart::Apart;

use super::segment::{Content, Segment, Worth};
use crossread_corpus::{
    annotation::{Voice, Voices},
    figure::Figure,
    ground::Rule,
    links::{
        Anchor,
        claim::{Claim, Claims, Speaking, Statement},
        event::Event,
        figure::FigureGroup,
    },
    span::Span,
};
use jiff::civil::Date;
use likeness::{Alike, shared, weight};
use pairs::Pairs;
use std::collections::BTreeSet;

/// The least mean likeness of a group's pairs.
const ALIKE: f32 = 0.35;
/// The segments near one, closest first.
type Near = Vec<(usize, Alike)>;

/// How much more, in words, it says who says so.
const SAYING: usize = 3;
/// How much more another may say, in words, than what only says when, and than a charge.
const HANGING: usize = 8;
/// From this part of the most central member's likeness to all others on, another is as central.
const CENTRAL: f32 = 0.8;
/// What segments are like whose words are known to be one utterance.
const TIED: f32 = 0.9;

/// Claims, and the groups of segments they were made from.
pub(crate) struct Found {
    /// For the page.
    pub(crate) claims: Claims,
    /// For each claim its segments, in the order of its members.
    pub(crate) segments: Vec<Vec<usize>>,
}

/// What is alike in a collection.
pub(crate) struct Alikes {
    /// For each term the segments with it.
    having: Vec<Vec<u32>>,
    /// For each segment those near it.
    near: Vec<Near>,
    /// Which articles tell of different things: of theirs, only what is sure is the same.
    pub(crate) apart: Apart,
}

impl Alikes {
    /// Those of `content`.
    pub(crate) fn of(content: &Content) -> Self {
        let having = near::having(content);
        let mut near = near::near(content, &having);
        let apart = Apart::of(content, &near);
        apart.doubt(content, &mut near);
        Self { having, near, apart }
    }
}

/// What the articles of `content` assert. `tied` are places known to hold the same words of one speaker; `figures` and
/// `events` those that tell of one thing.
pub(crate) fn claims(
    content: &Content,
    alikes: &Alikes,
    tied: &[(Anchor, Anchor)],
    figures: &[FigureGroup],
    events: &[Event],
) -> Found {
    let Alikes { having, near, apart } = alikes;
    let mut tied_parts = Vec::new();
    let tied: Vec<(Anchor, Anchor)> = tied.iter().copied().chain(quote::repeated(content)).collect();
    for (one, other) in &tied {
        // of longer quotations only the parts that share a telling word are the same
        let parts = same_parts(content, &content.segments_in(*one), &content.segments_in(*other));
        tied_parts.extend(parts.into_iter().map(|pair| (pair, TIED)));
    }
    let found = near
        .iter()
        .enumerate()
        .flat_map(|(one, list)| list.iter().map(move |(other, like)| ((one, *other), like.same)));
    let pairs = Pairs::of(content.segments.len(), found.chain(tied_parts));
    let alike = |one: usize, other: usize| pairs.get(one, other).is_some_and(|same| same > 0.0);
    let fits = |one: &[usize], other: &[usize]| group::is_coherent(content, &alike, one, other);
    let least = ALIKE + content.caution / 10.0;
    let mut groups = cluster::cluster(&pairs, least, fits);
    group::join_late(content, &mut groups, &pairs, &alike, least);
    most::join(content, &mut groups, near, having);
    groups.extend(group::further(content, &pairs, &groups));
    let worded: BTreeSet<Vec<usize>> = groups.iter().cloned().collect();
    let mut counted_or_dated = group::by_figures(content, figures, &groups);
    counted_or_dated.extend(group::by_events(content, events, &groups));
    counted_or_dated.retain(|group| apart.allow(content, group));
    counted_or_dated.iter_mut().for_each(|group| group.sort_unstable());
    counted_or_dated.sort_unstable();
    let from = groups.len();
    groups.extend(counted_or_dated);
    group::merge(content, &mut groups, from, &pairs);
    groups.retain(|group| reaches_two(content, group));
    // those that come first have the first choice of a label; the order of the articles plays no part
    groups.sort_by_cached_key(|group| (group[exemplars(content, group, &pairs)[0]], group.clone()));
    let common = narrow::common(content, figures, events);
    let mut labels = BTreeSet::new();
    let voices: Vec<Voices> = content.articles.iter().map(|article| article.annotations.voices()).collect();
    let mut found: Vec<(Claim, Vec<usize>)> = groups
        .into_iter()
        .map(|mut group| {
            let (common, alike) = (common.get(&group).copied(), worded.contains(&group));
            let claim = claim(content, &mut group, &pairs, &mut labels);
            let mut claim = match common {
                Some(common) => narrow::narrowed(content, claim, common, alike),
                None => claim,
            };
            held::hold(content, &mut claim, &group, &voices);
            label::cut(content, &mut claim, &group);
            claim.words = searched(content, &claim, &group);
            (claim, group)
        })
        .collect();
    found.sort_by_key(|(claim, _)| claim.exemplar().anchor);
    let (mut claims, groups): (Vec<Claim>, Vec<Vec<usize>>) = found.into_iter().unzip();
    nearest::add(content, &mut claims, &groups, alikes);
    let standing = standing::standing(content, &groups, near);
    let only_here = only::only_here(content, &groups, near, figures, &tied);
    let loose = apart.is_loose();
    Found { claims: Claims { claims, only_here, standing, loose }, segments: groups }
}

/// The pairs of segments of two variants of an utterance that hold the same part of it.
fn same_parts(content: &Content, one: &[usize], other: &[usize]) -> Vec<(usize, usize)> {
    let single = one.len() == 1 && other.len() == 1;
    let heavy = |at: usize| {
        let mut uses = content.segments[at].uses.iter();
        uses.any(|each| content.tells(each.term))
    };
    // words that say little, and are the same utterance: "We will not give it away"
    let plain = |a: usize, b: usize| single && !(heavy(a) && heavy(b));
    let all = one.iter().flat_map(|one| other.iter().map(|other| (*one.min(other), *one.max(other))));
    all.filter(|(a, b)| {
        a != b && (plain(*a, *b) || near::share_telling_word(content, &content.segments[*a], &content.segments[*b]))
    })
    .collect()
}

/// True when two articles have it outside captions.
fn reaches_two(content: &Content, group: &[usize]) -> bool {
    let mut told = group.iter().map(|at| &content.segments[*at]).filter(|segment| segment.is_witness());
    let first = told.next().map(|segment| segment.article);
    told.any(|segment| Some(segment.article) != first)
}

/// The places in `group`, which is sorted, of its segments, those most like all others first, captions last.
fn exemplars(content: &Content, group: &[usize], pairs: &Pairs) -> Vec<usize> {
    let inside = |(other, _): &(usize, f32)| group.binary_search(other).is_ok();
    let sum = |one: usize| -> f32 { pairs.near(one).filter(inside).map(|(_, same)| same).sum() };
    let sums: Vec<f32> = group.iter().map(|segment| sum(*segment)).collect();
    let most = sums.iter().copied().fold(0.0, f32::max);
    // of those about as central one that does not tell who says so, that gives no number others do not, and that says
    // least else; what only says when or amid what something was says too little for all
    let charges = |told: &Segment| told.uses.iter().any(|each| content.is_charge(each.term));
    let place = |(at, segment): (usize, &usize)| {
        let told = &content.segments[*segment];
        let size = told.uses.len()
            + if says(content, told) { SAYING } else { 0 }
            + if hangs(content, told) || charges(told) { HANGING } else { 0 };
        (!told.is_witness(), own_figures(content, told, group), sums[at] < CENTRAL * most, size, at)
    };
    let mut places: Vec<(bool, usize, bool, usize, usize)> = group.iter().enumerate().map(place).collect();
    places.sort_unstable();
    places.into_iter().map(|(.., at)| at).collect()
}

/// True for what says when or amid what something was, or who somebody is: "during a call on Monday", "which closed".
fn hangs(content: &Content, segment: &Segment) -> bool {
    const FIRST_WORDS: [&str; 17] = [
        "during",
        "following",
        "amid",
        "despite",
        "after",
        "before",
        "since",
        "when",
        "if",
        "which",
        "who",
        "where",
        "whose",
        "unless",
        "whether",
        "because",
        "until",
    ];
    let first = content.slice(segment.anchor()).split_whitespace().next().unwrap_or_default().to_lowercase();
    FIRST_WORDS.contains(&first.as_str())
}

/// How many figures it gives that no other article of the group gives.
fn own_figures(content: &Content, segment: &Segment, group: &[usize]) -> usize {
    let figures = |segment: &Segment| {
        let all = &content.articles[segment.article as usize].annotations.figures;
        segment.figures.iter().map(move |number| &all[*number as usize]).collect::<Vec<_>>()
    };
    let others = group.iter().map(|at| &content.segments[*at]).filter(|other| other.article != segment.article);
    let theirs: Vec<&Figure> = others.flat_map(figures).collect();
    let agree = |one: &Figure, other: &Figure| {
        one.kind == other.kind && one.amount.low <= other.amount.high && other.amount.low <= one.amount.high
    };
    figures(segment).into_iter().filter(|figure| !theirs.iter().any(|other| agree(figure, other))).count()
}

/// True where a word says that somebody says or wants so.
fn says(content: &Content, segment: &Segment) -> bool {
    let attributions = &content.articles[segment.article as usize].annotations.attributions;
    attributions.iter().filter_map(|said| said.cue).any(|cue| segment.span.contains(cue))
}

/// The claim of a group; its exemplar is none of the `labels` that other claims have, where it has another member.
fn claim(content: &Content, group: &mut [usize], pairs: &Pairs, labels: &mut BTreeSet<usize>) -> Claim {
    let places = exemplars(content, group, pairs);
    let free = places.iter().find(|at| !labels.contains(&group[**at]));
    let central = group[*free.unwrap_or(&places[0])];
    labels.insert(central);
    group.sort_by_key(|at| (content.segments[*at].article, content.segments[*at].span));
    let members: Vec<Statement> = group.iter().map(|at| statement(content, &content.segments[*at])).collect();
    let exemplar = group.iter().position(|at| *at == central).expect("it is one of them");
    let (days, ahead) = days(content, group);
    Claim {
        exemplar: u32::try_from(exemplar).expect("fewer members than bytes"),
        members,
        words: Vec::new(),
        days,
        ahead,
        nearest: Vec::new(),
        rule: Rule::new("alike-in-words-names-figures-days"),
        topic: None,
    }
}

/// A segment as a place where a claim is made.
pub(super) fn statement(content: &Content, segment: &Segment) -> Statement {
    let article = &content.articles[segment.article as usize];
    Statement {
        anchor: segment.anchor(),
        sentence: segment.sentence,
        part: segment.part,
        voice: speaking(segment.voice),
        hedge: hedge::hedge(&article.text, segment.span),
    }
}

pub(super) const fn speaking(voice: Voice) -> Speaking {
    match voice {
        Voice::Outlet => Speaking::Outlet,
        Voice::Attributed(number) => Speaking::Attributed(number),
        Voice::Quoted(number) => Speaking::Quoted(number),
    }
}

/// The words that a claim is searched for by: those of its exemplar's place, or else all of that.
fn searched(content: &Content, claim: &Claim, group: &[usize]) -> Vec<Span> {
    let place = claim.exemplar().anchor.span;
    let mut found = words(content, group[claim.exemplar as usize], group);
    found.retain(|words| place.contains(*words));
    if found.is_empty() {
        found.push(place);
    }
    found
}

/// The words of the central segment that most of the others share, heaviest first; without others, its heaviest.
pub(super) fn words(content: &Content, central: usize, group: &[usize]) -> Vec<Span> {
    let segment = &content.segments[central];
    let mut weighed: Vec<(f32, Span)> = Vec::new();
    for each in &segment.uses {
        let having = group.iter().filter(|at| content.segments[**at].uses.iter().any(|other| other.term == each.term));
        let sharing = having.count() as f32 / group.len() as f32;
        let light = !content.is_name(each.term) && content.worth(each.term) != Worth::Heavy;
        if !light {
            weighed.push((sharing * weight(content, each.term, segment.article, segment.article), each.span));
        }
    }
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    weighed.into_iter().take(6).map(|(_, span)| span).collect()
}

/// The days the dated members give, or all of them where they are not far apart, and whether they lay ahead of an article
/// that tells of them.
pub(super) fn days(content: &Content, group: &[usize]) -> (Option<(Date, Date)>, bool) {
    const NEAR: i32 = 3;
    let mut ahead = false;
    let mut dated: Vec<(Date, Date)> = Vec::new();
    for segment in group.iter().map(|at| &content.segments[*at]) {
        let Some((first, last)) = dated_by(content, segment) else { continue };
        let article = &content.articles[segment.article as usize];
        ahead |= article.header.published.as_ref().is_none_or(|published| published.value.date < last);
        dated.push((first, last));
    }
    // single days before the weeks that they may lie in, whatever the order of the articles
    dated.sort_by_key(|(first, last)| (first.until(*last).map_or(i32::MAX, |span| span.get_days()), *first));
    let mut days: Option<(Date, Date)> = None;
    for (first, last) in dated {
        days = match days {
            None => Some((first, last)),
            Some((from, to)) if first <= to && from <= last => Some((from.max(first), to.min(last))),
            Some((from, to)) => Some((from.min(first), to.max(last))),
        };
    }
    let near = |(from, to): &(Date, Date)| from.until(*to).is_ok_and(|span| span.get_days() <= NEAR);
    (days.filter(|days| group.len() == 1 || near(days)), ahead)
}

/// The days of what a segment tells: its own, or those of the clause it hangs on.
fn dated_by(content: &Content, segment: &Segment) -> Option<(Date, Date)> {
    let times = &content.articles[segment.article as usize].annotations.times;
    segment.days.or_else(|| times[segment.told? as usize].days)
}

/// The pairs of segments of one claim that stand in different articles and are like each other.
pub(crate) fn ties<'g>(content: &'g Content, group: &'g [usize]) -> impl Iterator<Item = (usize, usize)> + 'g {
    let article = |at: usize| content.segments[at].article;
    let all = group.iter().enumerate().flat_map(move |(n, one)| group[n + 1..].iter().map(move |other| (*one, *other)));
    all.filter(move |(one, other)| article(*one) != article(*other)).filter(move |(one, other)| {
        let (one, other) = (&content.segments[*one], &content.segments[*other]);
        shared(&one.uses, &other.uses).next().is_some()
    })
}

#[cfg(test)]
mod tests;
