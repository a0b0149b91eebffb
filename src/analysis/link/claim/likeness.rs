//! How much two segments say the same, from 0 to 1.
//!
//! What two segments share is weighed by how few segments of their two articles have it: in articles on one story its
//! names are everywhere and tell nothing apart, whatever they would be worth in another collection.

use super::reason::{is_deed, is_done_between, reasons};
use crate::link::{
    measure::log2,
    segment::{Content, Segment, Term, Use, Worth, key_of},
};
use crossread_corpus::{
    annotation::Voice,
    figure::{Figure, FigureKind, Qualifier},
    index::token::tokens,
    links::Anchor,
    span::Span,
};
use std::sync::LazyLock;

/// What names, and words that say little, weigh against other words.
pub(super) const NAME: f32 = 0.5;
const LIGHT: f32 = 0.3;
/// What the same day, the same figure and the same speaker add.
const SAME_DAY: f32 = 0.4;
const SAME_FIGURE: f32 = 0.8;
const SAME_SPEAKER: f32 = 0.3;
/// What is left when the days are others, the speakers are others, one side denies.
const OTHER_DAY: f32 = 0.5;
const OTHER_SPEAKER: f32 = 0.85;
/// The same where one account names the other's speaker nowhere.
const UNKNOWN_SPEAKER: f32 = 0.6;
const ONE_DENIES: f32 = 0.35;
/// What is left when each names people, and when each names towns, and none that the other names.
const OTHER_PEOPLE: f32 = 0.5;
const OTHER_TOWNS: f32 = 0.35;
/// What two shared words say less that stand apart.
const APART: f32 = 0.5;
/// So many words may stand between two words that are shared.
const TOGETHER: usize = 5;
/// What is left when one says that it is over, and where shares or sums are others.
const ONE_ENDS: f32 = 0.5;
const OTHER_FIGURE: f32 = 0.5;
/// A word under this weight, one that many segments of the two articles have, is half a reason to think of one thing.
pub(super) const RARE: f32 = 0.45;
/// How many reasons it takes: shared words, figures, names by their weight; and how many of them other than names, since
/// in one story everything is told of the same few.
const ENOUGH: f32 = 1.7;
const ENOUGH_SAID: f32 = 1.5;
/// How many reasons it takes to be sure; with less, so much of what both say must be shared, and a name, or nearly all of
/// what one of them says.
const MUCH_SAID: f32 = 2.9;
const MUCH_OF_BOTH: f32 = 0.37;
const MUCH_OF_ONE: f32 = 0.85;
/// What it adds that the same one does it to the same other.
pub(super) const SAME_DEED: f32 = 0.8;
/// What it adds that both deny, and that one speaks.
pub(super) const BOTH_DENY: f32 = 0.5;
pub(super) const SPEAKS: f32 = 0.3;
/// How many reasons it takes to be close.
pub(super) const ENOUGH_TO_BE_CLOSE: f32 = 1.1;
/// What of them must be said, and how much of what is shared must weigh, for that.
pub(super) const LEAST_SAID: f32 = 0.5;
pub(super) const LEAST_COMMON: f32 = 0.7;
/// More than sums of numbers in another order differ by.
pub(super) const ROUNDING: f32 = 1e-3;
/// From this number on, the same value is hardly given of something else.
pub(crate) const TELLING_NUMBER: f64 = 20.0;
/// A segment weighs at least this much: a short one is no sooner contained in another by chance.
const LEAST_MASS: f32 = 2.2;
/// Collections with more segments also weigh by how common a term is in all of them.
const LARGE: usize = 3000;

/// Terms of two sorted lists that both have.
pub(crate) fn shared<'u>(one: &'u [Use], other: &'u [Use]) -> impl Iterator<Item = (&'u Use, &'u Use)> {
    let (mut left, mut right) = (0, 0);
    core::iter::from_fn(move || {
        while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
            // added up instead of asked for: which of them comes first cannot be foreseen
            left += usize::from(a.term <= b.term);
            right += usize::from(b.term <= a.term);
            if a.term == b.term {
                return Some((a, b));
            }
        }
        None
    })
}

/// What a term says when segments of the articles `one` and `other` share it, from 0 to 1.
pub(crate) fn weight(content: &Content, term: Term, one: u32, other: u32) -> f32 {
    let count = |article: u32| content.in_article[article as usize].get(&term).copied().unwrap_or(0);
    content.worths[term.0 as usize] * Rarity::between(content, one, other).of_both(count(one), count(other))
}

/// What a term is worth wherever it stands.
pub(crate) fn worth(content: &Content, term: Term) -> f32 {
    let common = if content.segments.len() > LARGE {
        let all = content.segments.len();
        let spread = log2(all).saturating_sub(log2(content.in_all[term.0 as usize] as usize));
        (spread as f32 / log2(200) as f32).min(1.0)
    } else {
        1.0
    };
    let kind = match (content.is_name(term), content.worth(term)) {
        (true, _) => NAME,
        (_, Worth::Heavy) => 1.0,
        _ => LIGHT,
    };
    common * kind
}

/// How rare something is among the segments of two articles: 1 for what two of them have, 0 for what all have.
pub(super) struct Rarity {
    /// How many segments they have.
    segments: usize,
    /// Both are one article.
    is_within: bool,
    all: u32,
    most: f32,
    /// [`log2`], looked up: it is asked for millions of times.
    known: &'static [u32],
}

impl Rarity {
    pub(super) fn between(content: &Content, one: u32, other: u32) -> Self {
        static KNOWN: LazyLock<Vec<u32>> = LazyLock::new(|| (0..2048).map(log2).collect());
        let known = KNOWN.as_slice();
        let size = |article: u32| content.of_article[article as usize].len();
        let is_within = one == other;
        let segments = if is_within { size(one) } else { size(one) + size(other) };
        let all = logarithm(known, segments.max(16));
        Self { segments, is_within, all, most: (all - known[2]) as f32, known }
    }

    /// Of what so many segments of the one article have, and so many of the other.
    pub(super) fn of_both(&self, one: u32, other: u32) -> f32 {
        self.of(if self.is_within { one } else { one + other } as usize)
    }

    fn of(&self, having: usize) -> f32 {
        self.all.saturating_sub(logarithm(self.known, having.max(2))) as f32 / self.most
    }
}

fn logarithm(known: &[u32], count: usize) -> u32 {
    known.get(count).copied().unwrap_or_else(|| log2(count))
}

/// How near two segments are, each from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(crate) struct Alike {
    /// How much they say the same.
    pub(crate) same: f32,
    /// How much they say of the same: a denial, another day, another's words count as well. Never less than `same`.
    pub(crate) close: f32,
    /// True where they, if they are the same at all, are so even where most of what their articles tell is not.
    pub(crate) sure: bool,
}

/// How near two segments are.
pub(crate) fn likeness(content: &Content, one: &Segment, other: &Segment) -> Alike {
    let rarity = Rarity::between(content, one.article, other.article);
    let figures = same_figures(content, one, other);
    let (mut common, mut names, mut said) = (0.0, 0.0_f32, 0.0);
    let mut words: Vec<(Span, Span, f32)> = Vec::new();
    let mut named: Vec<(Span, Span)> = Vec::new();
    let (mut uses, mut one_denies, mut both_deny) = (0, 0, false);
    for (each, theirs) in shared(&one.uses, &other.uses) {
        let weight = content.worths[each.term.0 as usize] * rarity.of_both(each.count, theirs.count);
        common += weight;
        match (content.is_name(each.term), content.worth(each.term)) {
            (true, _) => {
                names += weight / NAME;
                uses += 1;
                if !each.source && !theirs.source {
                    named.push((each.span, theirs.span));
                }
            }
            // who speaks is not what is said
            _ if each.source || theirs.source => {}
            // nor is who somebody is
            _ if each.describes && theirs.describes => {}
            // what is refused tells refusals apart, and what somebody is accused of, charges
            _ if content.is_refusal(each.term) || content.is_charge(each.term) => {}
            (_, Worth::Heavy) => {
                let worth: f32 = if weight < RARE { 0.5 } else { 1.0 };
                words.push((each.span, theirs.span, worth));
                match (each.denied, theirs.denied) {
                    (true, true) => both_deny = true,
                    (false, false) => {}
                    _ => one_denies += 1,
                }
            }
            _ => uses += 1,
        }
    }
    let speaks = speaks(one, other);
    let is_deed = |here: Span, there: Span| is_deed(content, one, here) || is_deed(content, other, there);
    said += reasons(&mut words, is_deed) + figures;
    // two words say the same together, not each for itself
    if let [(here, there, _), (then, thence, _)] = words[..]
        && figures == 0.0
    {
        let far = |article: u32, one: Span, other: Span| {
            let (from, to) = (one.end().min(other.end()), one.start().max(other.start()));
            from < to
                && content.slice(Anchor { article, span: Span::new(from, to) }).split_whitespace().count() > TOGETHER
        };
        if far(one.article, here, then) || far(other.article, there, thence) {
            said -= APART;
        }
    }
    // where little else is shared
    let deed = said < ENOUGH_SAID && !(figures == 0.0 && count(content, one, other)) && is_done_between(&named, &words);
    let deed = if deed { SAME_DEED } else { 0.0 };
    said += deed;
    let denial = if both_deny { BOTH_DENY } else { 0.0 };
    said += denial;
    let points = said + names.min(1.0) + if speaks { SPEAKS } else { 0.0 };
    // all that the shorter one says stands in the other
    let all = |segment: &Segment| segment.uses.iter().filter(|each| !each.source).count();
    let told = words.len() > 1 && words.len() >= one.telling.min(other.telling) && said >= ENOUGH_TO_BE_CLOSE;
    let whole = told || (!words.is_empty() && words.len() + uses > 2 && words.len() + uses >= all(one).min(all(other)));
    let enough = points >= ENOUGH + content.caution && said >= ENOUGH_SAID && common + figures + denial >= 1.0;
    let enough = enough || (whole && points >= ENOUGH_TO_BE_CLOSE + content.caution && common >= 0.9);
    // what names something says nothing of it
    let enough = enough && !one.bare && !other.bare;
    if points < ENOUGH_TO_BE_CLOSE + content.caution || said < LEAST_SAID || common + figures + denial < LEAST_COMMON {
        return Alike::default();
    }
    let mass = |segment: &Segment| {
        // in the other article a word is taken to be as frequent as in its own
        let size = content.of_article[segment.article as usize].len().max(1);
        let weigh =
            |each: &Use| content.worths[each.term.0 as usize] * rarity.of(each.count as usize * rarity.segments / size);
        segment.uses.iter().map(weigh).sum::<f32>()
    };
    let mut added = deed + figures.min(1.5) * SAME_FIGURE;
    if speaks {
        added += SAME_SPEAKER;
    }
    let of_others = one.whom.zip(other.whom).is_some_and(|(a, b)| a != b) || Content::are_years_apart(one, other);
    let mut factor = if of_others || quotes_differ(one, other) { 0.0 } else { 1.0 };
    match (one.days, other.days) {
        (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0 => factor *= OTHER_DAY,
        (Some(a), Some(b)) if a == b => added += SAME_DAY,
        _ => {}
    }
    if 2 * one_denies > words.len() {
        factor *= ONE_DENIES;
    }
    if one.ends != other.ends {
        factor *= ONE_ENDS;
    }
    if figures_differ(content, one, other) {
        factor *= OTHER_FIGURE;
    }
    if Content::tell_of_others(one, other) {
        factor *= OTHER_PEOPLE;
    }
    if enough && content.are_elsewhere(one, other) {
        factor *= OTHER_TOWNS;
    }
    if let (Some(a), Some(b)) = (one.speaker, other.speaker)
        && a != b
    {
        let names = |segment: &Segment, term| content.in_article[segment.article as usize].contains_key(&term);
        factor *= if names(one, b) && names(other, a) { OTHER_SPEAKER } else { UNKNOWN_SPEAKER };
    }
    let (a, b) = (mass(one) + added, mass(other) + added);
    let common = common + added;
    let contained = common / a.min(b).max(LEAST_MASS);
    let overlap = 2.0 * common / (a + b).max(2.0 * LEAST_MASS);
    let close = (0.5 * (contained + overlap)).min(1.0);
    let much = said >= MUCH_SAID - ROUNDING;
    let most = names > 0.0 || contained >= MUCH_OF_ONE - ROUNDING;
    let sure = much || (most && overlap >= MUCH_OF_BOTH - ROUNDING);
    Alike { same: if enough { factor * close } else { 0.0 }, close, sure }
}

/// Both are somebody's own words, and not one person's.
fn quotes_differ(one: &Segment, other: &Segment) -> bool {
    let quoted = |segment: &Segment| matches!(segment.voice, Voice::Quoted(_));
    quoted(one) && quoted(other) && one.speaker.zip(other.speaker).is_some_and(|(a, b)| a != b)
}

/// The speaker of one is the other's too, or stands in the other's text.
fn speaks(one: &Segment, other: &Segment) -> bool {
    let names = |segment: &Segment, term| segment.uses.iter().any(|each| each.term == term);
    let within = |a: &Segment, b: &Segment| a.speaker.is_some_and(|term| b.speaker == Some(term) || names(b, term));
    within(one, other) || within(other, one)
}

/// How many figures of theirs agree and may count the same; ages, and numbers as small as any text has, do not count, and
/// "thousands" counts half.
pub(super) fn same_figures(content: &Content, one: &Segment, other: &Segment) -> f32 {
    if one.figures.is_empty() || other.figures.is_empty() {
        return 0.0;
    }
    let others = figures(content, other);
    let agreement = |a: &Figure| {
        let agrees = |b: &&&Figure| {
            a.kind == b.kind
                && a.measured_in == b.measured_in
                && a.amount.low <= b.amount.high
                && b.amount.low <= a.amount.high
        };
        let worth = |b: &&Figure| match (a.amount == b.amount && !is_vague(a), a.kind) {
            // ten bakeries are not ten weeks
            (_, FigureKind::Count | FigureKind::Rank)
                if a.amount.low.min(b.amount.low) < TELLING_NUMBER && count_others(content, (one, a), (other, b)) =>
            {
                0.0
            }
            (true, FigureKind::Count | FigureKind::Rank) if a.amount.low < TELLING_NUMBER => 1.0,
            (true, FigureKind::Duration) => 1.0,
            (true, _) => 1.5,
            (false, _) => 0.5,
        };
        others.iter().filter(agrees).map(worth).fold(0.0, f32::max)
    };
    figures(content, one).into_iter().map(agreement).sum()
}

/// True where both say with telling words what they count, and none of these is in both.
fn count_others(content: &Content, (one, a): (&Segment, &Figure), (other, b): (&Segment, &Figure)) -> bool {
    let counted = |segment: &Segment, figure: &Figure| -> Vec<Term> {
        let text = &content.articles[segment.article as usize].text;
        let words = figure.of.map(|of| tokens(text, of)).unwrap_or_default();
        let terms = words.iter().filter_map(|word| content.word(&key_of(&word.form).0));
        terms.filter(|term| content.tells(*term)).collect()
    };
    let (a, b) = (counted(one, a), counted(other, b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|term| b.contains(term))
}

/// True when both give shares or sums of money and none agrees: an offer of 4 per cent is not that of 6.
fn figures_differ(content: &Content, one: &Segment, other: &Segment) -> bool {
    let measured = |segment: &Segment| -> Vec<&Figure> {
        let all = figures(content, segment).into_iter();
        all.filter(|figure| matches!(figure.kind, FigureKind::Percentage | FigureKind::Money)).collect()
    };
    let (ours, theirs) = (measured(one), measured(other));
    let agree = |a: &&Figure, b: &&Figure| a.amount.low <= b.amount.high && b.amount.low <= a.amount.high;
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|a| theirs.iter().any(|b| agree(a, b)))
}

/// True when both give numbers, and none agrees: a lead of 20 points is not that of 200 votes.
pub(crate) fn counts_differ(content: &Content, one: &Segment, other: &Segment) -> bool {
    count(content, one, other) && same_figures(content, one, other) == 0.0
}

/// True when both give numbers that tell something apart.
fn count(content: &Content, one: &Segment, other: &Segment) -> bool {
    [one, other].iter().all(|segment| !figures(content, segment).is_empty())
}

/// The figures of a segment that tell something apart.
fn figures<'a>(content: &Content<'a>, segment: &Segment) -> Vec<&'a Figure> {
    let all = &content.articles[segment.article as usize].annotations.figures;
    let telling = |figure: &&Figure| match figure.kind {
        FigureKind::Age => false,
        FigureKind::Count | FigureKind::Rank => figure.amount.low > 3.0,
        _ => true,
    };
    segment.figures.iter().map(|at| &all[*at as usize]).filter(telling).collect()
}

fn is_vague(figure: &Figure) -> bool {
    figure.amount.qualifier == Qualifier::Vague
}
