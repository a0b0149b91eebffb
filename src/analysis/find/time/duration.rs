//! How long: "two years", "a 26-year rule", "the past three months", "for decades", "half an hour".

use super::{super::figure::number::cardinal, calendar::Unit, context::Context, found::Found, relative::amount};
use crossread_corpus::time::{CountedFrom, TimeKind};
use jiff::{ToSpan, civil::Date};

/// The duration that begins at `at`.
pub(super) fn duration(context: &Context, at: usize) -> Option<Found> {
    led(context, at).or_else(|| quarter_century(context, at)).or_else(|| plain(context, at))
}

/// "the past two years", "the last decade", "the next few days", "recent weeks".
fn led(context: &Context, at: usize) -> Option<Found> {
    let the = usize::from(matches!(context.word(at), "the" | "these" | "those"));
    let lead = context.word(at + the);
    if matches!(lead, "recent" | "coming") {
        let (_, plural) = Unit::named(context.word(at + the + 1))?;
        let value = if lead == "recent" { "PAST_REF" } else { "FUTURE_REF" };
        return plural.then(|| Found::plain(at, at + the + 2, TimeKind::Date, value, "recent-units"));
    }
    if !matches!(lead, "past" | "last" | "next" | "first" | "final" | "previous" | "coming" | "preceding" | "following")
    {
        return None;
    }
    let start = at + the + 1;
    let (number, next) = if the == 1 && Unit::named(context.word(start)).is_some_and(|(_, plural)| !plural) {
        (Some(1.0), start)
    } else {
        amount(context, start)?
    };
    if context.pieces.get(start).is_some_and(|p| p.joined) {
        return None;
    }
    let (unit, _) = Unit::named(context.word(next))?;
    // "the first day", "the final quarter" are no durations, "the first two days" are
    if next == start
        && (matches!(lead, "first" | "final" | "following" | "preceding" | "next" | "coming" | "previous")
            || matches!(unit, Unit::Quarter))
    {
        return None;
    }
    let mut found = Found::plain(at, next + 1, TimeKind::Duration, unit.duration(&shown(number)), "led-duration");
    if matches!(lead, "past" | "last" | "previous") {
        found.days = back(context.anchor, unit, number);
        found.counted_from = found.days.map(|_| CountedFrom::Published);
    }
    Some(found)
}

/// "a quarter century", "a quarter of an hour".
fn quarter_century(context: &Context, at: usize) -> Option<Found> {
    let a = usize::from(matches!(context.word(at), "a" | "the"));
    let part = context.word(at + a);
    if !matches!(part, "quarter" | "half") || context.word(at + a + 1) != "century" {
        return None;
    }
    let years = if part == "quarter" { 25.0 } else { 50.0 };
    let mut found =
        Found::plain(at, at + a + 2, TimeKind::Duration, Unit::Year.duration(&shown(Some(years))), "part-of-a-century");
    found.days = back(context.anchor, Unit::Year, Some(years)).filter(|_| context.before(at, 1) == "for");
    found.counted_from = found.days.map(|_| CountedFrom::Published);
    Some(found)
}

/// "two years", "two-year", "a week", "years" behind "for".
fn plain(context: &Context, at: usize) -> Option<Found> {
    let piece = context.pieces.get(at)?;
    let (number, next) = amount(context, at)?;
    let unit_piece = context.pieces.get(next)?;
    let (unit, plural) = Unit::named(unit_piece.lower)?;
    if matches!(unit, Unit::Season(_) | Unit::Weekend | Unit::Quarter) || (unit == Unit::Second && !plural) {
        return None;
    }
    // "13 Hours" is a title
    if unit_piece.is_capital() && at > 0 && !unit_piece.text.bytes().all(|b| b.is_ascii_uppercase()) && next > at {
        return None;
    }
    let before = context.before(at, 1);
    let to = next + 1;
    let behind = context.word(to);
    // ages, rates and ranks are none
    let age = matches!(behind, "old" | "olds") || (behind == "of" && context.word(to + 1) == "age");
    let bare = next == at;
    let led = matches!(before, "for" | "after" | "within" | "over" | "took" | "takes" | "spent" | "in");
    if age
        || (bare && (!led || piece.joined || behind == "of"))
        || (piece.joined && at > 0 && !context.pieces[at - 1].is_digits() && !bare)
    {
        return None;
    }
    // "one day she will", "day one"
    if piece.lower == "one"
        && !plural
        && unit == Unit::Day
        && !matches!(before, "in" | "for" | "than" | "only" | "just" | "after" | "within" | "about" | "least")
    {
        return None;
    }
    let half = ["and", "a", "half"].iter().enumerate().all(|(n, word)| context.word(to + n) == *word);
    let (number, to) = if half { (number.map(|n| n + 0.5), to + 3) } else { (number, to) };
    if matches!(piece.lower, "a" | "an" | "per") && is_rate(context, at) {
        return Some(Found::plain(at, to, TimeKind::Set, unit.duration("1"), "rate"));
    }
    let value = match number {
        Some(n) if n < 1.0 && unit == Unit::Hour => Unit::Minute.duration(&shown(Some(n * 60.0))),
        Some(n) if n < 1.0 && unit == Unit::Year => Unit::Month.duration(&shown(Some(n * 12.0))),
        Some(n) if n < 1.0 && unit == Unit::Century => Unit::Year.duration(&shown(Some(n * 100.0))),
        _ => unit.duration(&shown(number)),
    };
    let mut found = Found::plain(at, to, TimeKind::Duration, value, "duration");
    // "for 26 years", "his 26-year rule": up to now
    let attributive = unit_piece.joined && matches!(before, "his" | "her" | "its" | "their" | "'s" | "’s");
    if before == "for" || attributive {
        found.days = back(context.anchor, unit, number).filter(|_| attributive || has_perfect(context, at));
        found.counted_from = found.days.map(|_| CountedFrom::Published);
    }
    Some(found)
}

/// True when "has" or "have" stands before, so that what lasts goes on to now.
fn has_perfect(context: &Context, at: usize) -> bool {
    context.pieces[..at].iter().rev().take(12).any(|p| matches!(p.lower, "has" | "have" | "'ve" | "’ve" | "been"))
}

/// "$3 a year", "40 hours a week", "once a day".
fn is_rate(context: &Context, at: usize) -> bool {
    let before = context.before(at, 1);
    let number =
        |n: usize| at.checked_sub(n).is_some_and(|from| cardinal(context.pieces, from).is_some_and(|c| c.to > from));
    matches!(
        before,
        "once"
            | "twice"
            | "times"
            | "hours"
            | "days"
            | "dollars"
            | "euros"
            | "pounds"
            | "barrels"
            | "million"
            | "billion"
            | "tons"
            | "tonnes"
            | "percent"
            | "people"
    ) || (number(1) && context.pieces[at - 1].is_digits())
}

/// The days of a length of time that ends on the article's.
fn back(anchor: Option<Date>, unit: Unit, number: Option<f64>) -> Option<(Date, Date)> {
    let last = anchor?;
    let n = number.filter(|n| *n == n.trunc() && (1.0..5000.0).contains(n))? as i32;
    let first = match unit {
        Unit::Day => last.checked_sub(n.days()),
        Unit::Week => last.checked_sub(n.weeks()),
        Unit::Month => last.checked_sub(n.months()),
        Unit::Quarter => last.checked_sub((n * 3).months()),
        Unit::Year => last.checked_sub(n.years()),
        Unit::Decade => last.checked_sub((n * 10).years()),
        Unit::Century => last.checked_sub((n * 100).years()),
        _ => return None,
    };
    Some((first.ok()?, last))
}

/// A number in a TIMEX3 value; "X" where none is said.
fn shown(number: Option<f64>) -> String {
    number.map_or_else(|| "X".into(), |n| format!("{n}"))
}
