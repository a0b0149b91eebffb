//! Times: when and how long, as TIMEX3 values resolved on the article's own day, never on today's.

mod calendar;
mod context;
mod duration;
mod explicit;
mod found;
mod part;
mod relative;
mod set;
mod start;
mod vague;

use super::{
    date::{Explicit, dates},
    figure::piece::{self, Piece},
    token::Token,
};
use context::Context;
use crossread_corpus::{
    ground::Rule,
    span::Span,
    time::{CountedFrom, TimeExpression, TimeKind},
};
use explicit::span;
use found::Found;
use jiff::civil::Date;

/// The time expressions of an article, sorted by start, not overlapping; `sentences` are the tokens of each sentence,
/// `anchor` the day the article was published. Without it, values keep an `X` for what is not known.
pub fn times(text: &str, sentences: &[Vec<Token>], anchor: Option<Date>) -> Vec<TimeExpression> {
    let lower = text.to_ascii_lowercase();
    in_pieces(text, &piece::sentences(text, &lower, sentences), anchor)
}

/// The same, from the pieces of each sentence.
pub(super) fn in_pieces(text: &str, sentences: &[Vec<Piece>], anchor: Option<Date>) -> Vec<TimeExpression> {
    let explicit = dates(text);
    let mut all = Vec::new();
    let mut reference: Option<(Date, Span)> = None;
    for pieces in sentences {
        let context = Context { pieces, anchor, reference };
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
        let from = explicit.partition_point(|(place, _)| place.start() < first.span.start());
        let to = explicit.partition_point(|(place, _)| place.start() <= last.span.start());
        let mut found = in_sentence(context, &explicit[from..to]);
        join_clocks(&context, &mut found);
        join_ranges(&context, &mut found);
        bound_sets(&context, &mut found);
        for found in found {
            let place = span(pieces, &found);
            if found.kind == TimeKind::Date && found.rule != "earlier-or-later" {
                // a range or a long period is no day to count from
                let day = found.days.filter(|(first, last)| first == last || found.value.contains('/'));
                reference = day.map(|(_, last)| (last, place)).or(reference);
            }
            all.push(TimeExpression {
                span: place,
                kind: found.kind,
                value: found.value,
                days: found.days,
                counted_from: found.counted_from,
                zone: found.zone,
                rule: Rule::new(found.rule),
            });
        }
    }
    all
}

/// The expressions of one sentence, in order.
fn in_sentence(mut context: Context, explicit: &[(Span, Explicit)]) -> Vec<Found> {
    let pieces = context.pieces;
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < pieces.len() {
        let Some(hit) = expression(&context, at, explicit).filter(|hit| hit.from >= free && hit.to > hit.from) else {
            at += 1;
            continue;
        };
        let mut hit = part::with_part(&context, hit);
        hit.from = part::with_modifier(&context, &hit, free);
        if hit.from < found_end_of_since(&context, &hit) {
            // "earlier this week": from its first day to the article's
            if let (Some((first, last)), Some(anchor)) = (hit.days, context.anchor) {
                hit.days = Some((first, last.min(anchor).max(first)));
            }
        }
        if hit.is_day() {
            context.reference = hit.days.map(|(_, last)| (last, span(pieces, &hit)));
        }
        (at, free) = (hit.to, hit.to);
        found.push(hit);
    }
    found
}

/// Where the unit of "earlier this week" begins; `hit.from` lies before it only with "earlier" in front.
fn found_end_of_since(context: &Context, hit: &Found) -> usize {
    if context.word(hit.from) == "earlier" { hit.from + 1 } else { hit.from }
}

/// The expression at `at`, by the first rule that knows it.
fn expression(context: &Context, at: usize, explicit: &[(Span, Explicit)]) -> Option<Found> {
    let pieces = context.pieces;
    let start = pieces[at].span.start();
    let known = explicit.binary_search_by_key(&start, |(span, _)| span.start()).ok();
    if let Some((place, value)) = known.map(|n| &explicit[n]) {
        let behind = pieces[at..].iter().take_while(|p| p.span.start() < place.end()).count();
        // a set goes before its weekday: "every Monday"; a name behind a month is a person's
        let capital = |n: usize| pieces.get(n).is_some_and(|p| p.is_capital() && p.is_word());
        let before = at.checked_sub(1).filter(|n| *n > 0 && !super::figure::is_function_word(pieces[*n].lower));
        let month = matches!(value, Explicit::Month { year: None, .. });
        let named = month && (capital(at + 1) || before.is_some_and(capital));
        if !named && let Some(found) = explicit::resolved(context, at, at + behind, value) {
            return Some(with_article(context, found));
        }
    }
    if !start::may_start(&pieces[at]) {
        return None;
    }
    set::set(context, at)
        .or_else(|| part::part_of_day(context, at))
        .or_else(|| relative::relative(context, at))
        .or_else(|| explicit::counted(context, at))
        .or_else(|| duration::duration(context, at))
        .or_else(|| vague::vague(context, at))
        .or_else(|| in_the_day(context, at))
}

/// "the 16th of August" has its article.
fn with_article(context: &Context, mut found: Found) -> Found {
    let ordinal = context.pieces[found.from].is_digits() && context.word(found.from).ends_with(['t', 'd', 'h']);
    let before = context.before(found.from, 1);
    // "next January", "the 16th"
    let led = found.rule == "month-without-year" && matches!(before, "last" | "next" | "this");
    if led || (ordinal && before == "the") {
        found.from -= 1;
    }
    to_second_day(context, found)
}

/// "July 8 to 12", "July 11-14": the second day has no month of its own.
fn to_second_day(context: &Context, mut found: Found) -> Found {
    let joined = context.pieces.get(found.to).is_some_and(|p| p.joined && p.is_digits());
    let linked = matches!(context.word(found.to), "to" | "–" | "through");
    let at = found.to + usize::from(linked);
    let second = context
        .pieces
        .get(at)
        .filter(|p| (joined || linked) && p.text.len() <= 2)
        .and_then(|p| p.text.parse::<i8>().ok());
    let last = found.days.filter(|_| found.is_day()).and_then(|(day, _)| {
        let last = Date::new(day.year(), day.month(), second?).ok()?;
        (last > day && found.rule == "day-without-year").then_some(last)
    });
    if let (Some(last), Some((first, _))) = (last, found.days) {
        found.value = format!("{first}/{last}");
        found.days = Some((first, last));
        found.to = at + 1;
    }
    found
}

/// "earlier in the day", "later in the week": the day or week spoken of.
fn in_the_day(context: &Context, at: usize) -> Option<Found> {
    let led = matches!(context.word(at), "earlier" | "later" | "early" | "late");
    if !led || context.word(at + 1) != "in" || context.word(at + 2) != "the" {
        return None;
    }
    let (unit, plural) = calendar::Unit::named(context.word(at + 3))?;
    let (day, counted) = context.day().filter(|_| !plural)?;
    Some(Found::period(at, at + 4, unit.period(day, 0)?, Some(counted), "in-the-unit"))
}

/// "8 p.m. Friday", "Friday 8 p.m." are one; other clock times take the day of their sentence, or the one before.
fn join_clocks(context: &Context, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < found.len() {
        if !found[at].value.starts_with('T') || found[at].kind != TimeKind::Time {
            at += 1;
            continue;
        }
        let near =
            |one: &Found, two: &Found| one.to == two.from || (one.to + 1 == two.from && context.word(one.to) == ",");
        let beside = [at + 1, at.wrapping_sub(1)].into_iter().find(|n| {
            found.get(*n).is_some_and(|day| {
                day.is_day()
                    && day.value.len() == 10
                    && if *n > at { found[at].to == day.from } else { near(day, &found[at]) }
            })
        });
        if let Some(n) = beside {
            let day = found.remove(n);
            let at_clock = if n < at { at - 1 } else { at };
            let clock = &mut found[at_clock];
            if let Some((date, _)) = day.days {
                explicit::on_day(clock, date, day.counted_from);
            }
            clock.from = clock.from.min(day.from);
            clock.to = clock.to.max(day.to);
            at = at_clock + 1;
            continue;
        }
        let place = |n: usize| span(context.pieces, &found[n]);
        let other = (0..found.len()).filter(|n| *n != at && found[*n].is_day()).min_by_key(|n| n.abs_diff(at));
        let day = other
            .and_then(|n| found[n].days.map(|(day, _)| (day, CountedFrom::Expression(place(n)))))
            .or_else(|| context.day());
        if let Some((day, counted)) = day {
            explicit::on_day(&mut found[at], day, Some(counted));
        }
        at += 1;
    }
}

/// "from Monday to Thursday", "between 1988 and 1992", "August 9-10": one range.
fn join_ranges(context: &Context, found: &mut Vec<Found>) {
    let mut at = 0;
    while at + 1 < found.len() {
        let (first, second) = (&found[at], &found[at + 1]);
        let between = context.pieces.get(first.to..second.from).unwrap_or_default();
        let link = between.first().map_or("", |p| p.lower);
        let led = context.before(first.from, 1);
        let linked = match between.len() {
            0 => context.pieces[second.from].joined && context.pieces[second.from].is_digits(),
            1 => {
                matches!(link, "–" | "-" | "through")
                    || (matches!(link, "to" | "until" | "till") && led == "from")
                    || (link == "and" && led == "between")
            }
            _ => false,
        };
        // "from Friday to Monday": the Monday behind the Friday
        let weekdays = linked && first.rule == "weekday" && second.rule == "weekday";
        if weekdays && first.days > second.days {
            let week = |day: Date| day.checked_add(jiff::Span::new().weeks(1)).ok();
            if let Some(day) = second.days.and_then(|(day, _)| week(day)) {
                let period = calendar::of_day(day);
                let second = &mut found[at + 1];
                (second.value, second.days) = (period.value, Some(period.days));
            }
        }
        let (first, second) = (&found[at], &found[at + 1]);
        let same = first.kind == second.kind && first.kind == TimeKind::Date;
        let Some(period) = explicit::range(first, second).filter(|_| linked && same) else {
            at += 1;
            continue;
        };
        let joined = Found::period(first.from, second.to, period, first.counted_from.or(second.counted_from), "range");
        found.splice(at..at + 2, [joined]);
    }
}

/// "daily since they won on Sunday": from that day to the article's.
fn bound_sets(context: &Context, found: &mut [Found]) {
    let Some(anchor) = context.anchor else { return };
    for at in 0..found.len() {
        let since = found[at].kind == TimeKind::Set && context.word(found[at].to) == "since";
        let day = found[at + 1..].iter().find(|later| later.is_day()).and_then(|later| later.days);
        if let Some((day, _)) = day.filter(|(day, _)| since && *day <= anchor) {
            found[at].days = Some((day, anchor));
            found[at].counted_from = Some(CountedFrom::Published);
        }
    }
}

#[cfg(test)]
mod tests;
