//! Publication dates for articles that state none, from what they and the other articles of the collection say.
//!
//! A news story names the day it reports on by its weekday. The collection's full dates say which week that is. When
//! exactly one day fits it is taken, with all it rests on as its ground; otherwise the date stays not stated.

use crate::{
    find::date::{Explicit, Which, dates},
    structure::{LEDES, Moment, lead_in_moment, moments},
};
use core::ops::RangeInclusive;
use crossread_corpus::{
    article::{Article, Block, BlockKind, Published},
    ground::{Ground, Rule, Traced},
    span::{Anchor, Span},
};
use jiff::civil::{Date, Weekday};

/// Anchors further apart than this, in days, are not about one story: they say nothing about a weekday.
const WIDEST: i32 = 8;

/// How far from the anchors the inferred day may lie, in days.
const NEAREST: i32 = 3;

/// A full date and where it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Known {
    date: Date,
    place: Anchor,
}

/// Gives a date to every article that has none, where the collection allows just one.
///
/// Inferred dates don't lead to others: every article is looked at as its text and its fellows' stated dates have it,
/// so the result does not depend on the order of the articles.
pub fn infer(articles: &mut [Article]) {
    let stated: Vec<Known> = articles.iter().flat_map(stated_days).collect();
    let inferred: Vec<_> = articles.iter().map(|article| inferred(article, &stated)).collect();
    for (article, published) in articles.iter_mut().zip(inferred) {
        if article.header.published.is_none() {
            article.header.published = published;
        }
    }
}

fn inferred(article: &Article, stated: &[Known]) -> Option<Traced<Published>> {
    if article.header.published.is_some() {
        return None;
    }
    let mut anchors: Vec<Known> = stated.iter().copied().filter(|known| known.place.article != article.key).collect();
    anchors.extend(stated.iter().copied().filter(|known| known.place.article == article.key));
    let range = range(&anchors)?;
    let of_kind = |kind| article.blocks.iter().filter(move |block| block.kind == kind);
    let dateline =
        of_kind(BlockKind::Dateline).filter_map(|block| moments(&article.text, block.span).into_iter().next());
    let ledes = of_kind(BlockKind::Paragraph).take(LEDES);
    let lead_in = ledes.filter_map(|block| lead_in_moment(&article.text, block.span));
    dateline
        .chain(lead_in)
        .find_map(|moment| day_without_year(article, &moment, &anchors, &range))
        .or_else(|| report_day(article, &anchors, &range))
}

/// The days an article states for itself: its publication, and full dates in captions, which are as fresh.
fn stated_days(article: &Article) -> Vec<Known> {
    let known = |date, span| Known { date, place: Anchor { article: article.key, span } };
    let mut days = Vec::new();
    if let Some(published) = &article.header.published {
        let span = match &published.ground {
            Ground::Stated(span) => *span,
            _ => Span::new(0, 0),
        };
        days.push(known(published.value.date, span));
    }
    for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Caption) {
        let Some(text) = block.span.slice(&article.text) else { continue };
        // An archive picture's date is that of another story.
        if text.to_lowercase().contains("file") {
            continue;
        }
        let found = dates(text).into_iter().filter_map(|(span, value)| Some((span, value.date()?)));
        days.extend(found.map(|(span, date)| known(date, moved(span, block))));
    }
    days
}

fn moved(span: Span, block: &Block) -> Span {
    Span::new(span.start() + block.span.start(), span.end() + block.span.start())
}

/// From the first to the last anchor, unless they lie too far apart.
fn range(anchors: &[Known]) -> Option<RangeInclusive<Date>> {
    let first = anchors.iter().map(|known| known.date).min()?;
    let last = anchors.iter().map(|known| known.date).max()?;
    (days_between(first, last) <= WIDEST).then_some(first..=last)
}

/// The day of a dateline, or of a lede's lead-in, takes the year that puts it beside the anchors.
fn day_without_year(
    article: &Article,
    moment: &Moment,
    anchors: &[Known],
    range: &RangeInclusive<Date>,
) -> Option<Traced<Published>> {
    let Explicit::Day { year: None, month, day, .. } = moment.day else { return None };
    let years = range.start().year()..=range.end().year();
    let mut fitting = years.filter_map(|year| Date::new(year, month, day).ok()).filter(|date| is_near(*date, range));
    let date = fitting.next()?;
    let zone = moment.zone.and_then(|zone| zone.slice(&article.text)).map(str::to_owned);
    let value = Published { date, time: moment.time, zone, updated: moment.updated };
    let ground = ground("year-from-collection", article, moment.span, anchors);
    fitting.next().is_none().then_some(Traced { value, ground })
}

/// The weekday the story reports on, in the week of the anchors.
fn report_day(article: &Article, anchors: &[Known], range: &RangeInclusive<Date>) -> Option<Traced<Published>> {
    let (span, weekday) = first_weekday(article)?;
    let own = full_dates(article);
    // its own full dates within the month hold a later one: it can't have been published yet
    let has_later_day = |day: Date| own.iter().any(|date| (1..=31).contains(&days_between(day, *date)));
    let mut day = range.start().checked_sub(jiff::Span::new().days(NEAREST)).ok()?;
    let mut fitting = Vec::new();
    while days_between(*range.end(), day) <= NEAREST {
        if day.weekday() == weekday && !has_later_day(day) {
            fitting.push(day);
        }
        day = day.tomorrow().ok()?;
    }
    // A day the anchors themselves span beats one before or after them.
    let inside: Vec<_> = fitting.iter().copied().filter(|day| range.contains(day)).collect();
    let [date] = *(if inside.is_empty() { fitting } else { inside }) else { return None };
    let value = Published { date, time: None, zone: None, updated: false };
    Some(Traced { value, ground: ground("report-weekday-near-stated-dates", article, span, anchors) })
}

/// The first weekday of the story that names the day of what is reported: not "last", "next" or one of a range, and
/// not a day still to come.
fn first_weekday(article: &Article) -> Option<(Span, Weekday)> {
    let story = |kind| matches!(kind, BlockKind::Standfirst | BlockKind::Paragraph);
    for block in article.blocks.iter().filter(|block| story(block.kind)) {
        let text = block.span.slice(&article.text)?;
        for (span, value) in dates(text) {
            let Explicit::Weekday { weekday, which: Which::Plain } = value else { continue };
            let before = text.get(..span.start() as usize).unwrap_or_default().to_lowercase();
            let after = text.get(span.end() as usize..).unwrap_or_default().to_lowercase();
            if names_the_report_day(&before, &after) {
                return Some((moved(span, block), weekday));
            }
        }
    }
    None
}

/// Whether a weekday with this text before and after it, in small letters, can be the day of the report.
fn names_the_report_day(before: &str, after: &str) -> bool {
    const NOT_BEFORE: [&str; 18] = [
        "from", "until", "till", "since", "by", "through", "every", "each", "to", "before", "after", "between", "and",
        "or", "next", "last", "bloody", "on-",
    ];
    const FUTURE: [&str; 12] = [
        "will",
        "would",
        "due",
        "scheduled",
        "expected",
        "set to",
        "plans to",
        "to be held",
        "is to",
        "are to",
        "plan to",
        "planned for",
    ];
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let sentence = before.rsplit(". ").next().unwrap_or_default();
    let clause_end = after.find(['.', ',', ';']).unwrap_or(after.len());
    let clause = &after[..clause_end];
    let near: Vec<_> = sentence.split_whitespace().rev().take(8).collect();
    let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    let future = FUTURE.iter().any(|word| near.contains(word) || clause.trim_start().starts_with(word));
    let range = ["to", "through", "until", "and"].iter().any(|joined| {
        let next = clause.trim_start().strip_prefix(joined).unwrap_or_default();
        next.trim_start().split(|char: char| !char.is_alphabetic()).next().is_some_and(|word| word.ends_with("day"))
    });
    // "a week ago Monday", "Monday last week", "Friday's vote" name other days.
    let other = clause.starts_with("'s")
        || clause.starts_with("’s")
        || clause.contains("last week")
        || clause.contains("next week");
    !NOT_BEFORE.contains(&last) && !future && !range && !other
}

/// The full dates that the article's story gives.
fn full_dates(article: &Article) -> Vec<Date> {
    let paragraphs =
        article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption));
    let texts = paragraphs.filter_map(|block| block.span.slice(&article.text));
    // full dates have a year
    let texts = texts.filter(|text| text.contains(|c: char| c.is_ascii_digit()));
    texts.flat_map(dates).filter_map(|(_, value)| value.date()).collect()
}

fn is_near(date: Date, range: &RangeInclusive<Date>) -> bool {
    days_between(date, *range.start()) <= NEAREST && days_between(*range.end(), date) <= NEAREST
}

/// How many days after `from` the day `to` is.
fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// The article's own place first, then the anchors by article and place.
fn ground(rule: &'static str, article: &Article, span: Span, anchors: &[Known]) -> Ground {
    let own = Anchor { article: article.key, span };
    let mut places: Vec<Anchor> =
        anchors.iter().map(|known| known.place).filter(|place| !place.span.is_empty()).collect();
    places.sort();
    places.dedup();
    let spans = core::iter::once(own).chain(places).collect();
    Ground::Inferred { rule: Rule::new(rule), spans }
}

#[cfg(test)]
mod tests;
