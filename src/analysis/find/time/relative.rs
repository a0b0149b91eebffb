//! Dates counted from another day: "yesterday", "last week", "three years ago", "two days later", "the eve of".

use super::{
    super::figure::{number::cardinal, ordinal},
    calendar::{Unit, of_day},
    context::{Context, Tense},
    found::Found,
};
use crossread_corpus::time::{CountedFrom, TimeKind};
use jiff::ToSpan;

/// The relative date that begins at `at`.
pub(super) fn relative(context: &Context, at: usize) -> Option<Found> {
    named_day(context, at)
        .or_else(|| counted(context, at))
        .or_else(|| led_unit(context, at))
        .or_else(|| season(context, at))
        .or_else(|| weekend(context, at))
        .or_else(|| holiday(context, at))
        .or_else(|| eve(context, at))
        .or_else(|| consecutive(context, at))
}

/// "today", "yesterday", "tomorrow", "tonight".
fn named_day(context: &Context, at: usize) -> Option<Found> {
    // "USA TODAY" is a name
    if context.pieces[at].text == "TODAY" {
        return None;
    }
    let (by, part) = match context.word(at) {
        "today" => (0, ""),
        "yesterday" => (-1, ""),
        "tomorrow" => (1, ""),
        "tonight" => (0, "TNI"),
        "overnight" => (0, "TNI"),
        _ => return None,
    };
    let kind = if part.is_empty() { TimeKind::Date } else { TimeKind::Time };
    let Some(anchor) = context.anchor else {
        return Some(Found::plain(at, at + 1, kind, if by == 0 { "PRESENT_REF" } else { "XXXX-XX-XX" }, "named-day"));
    };
    let period = of_day(anchor.checked_add(by.days()).ok()?);
    let mut found = Found::period(at, at + 1, period, Some(CountedFrom::Published), "named-day");
    found.value.push_str(part);
    found.kind = kind;
    Some(found)
}

/// "last week", "this month", "next year", "the following day", "the same day", "that year", "the previous month".
fn led_unit(context: &Context, at: usize) -> Option<Found> {
    let the = usize::from(context.word(at) == "the");
    let lead = context.word(at + the);
    let (unit, plural) = Unit::named(context.word(at + the + 1))?;
    let night = matches!(context.word(at + the + 1), "night" | "morning" | "afternoon" | "evening");
    if plural || night || context.pieces[at + the + 1].joined {
        return None;
    }
    // counted from the article, or from the day spoken of last
    let (by, published) = match (the == 1, lead) {
        (false, "last" | "past") => (-1, true),
        (_, "previous" | "preceding" | "prior") => (-1, false),
        (false, "this") | (_, "current") => (0, true),
        (false, "next") | (_, "coming" | "upcoming") => (1, true),
        (true, "next") if matches!(context.before(at, 1), "in" | "within" | "over" | "during") => (1, true),
        (true, "next" | "following" | "ensuing") => (1, false),
        (true, "same") => (0, false),
        (false, "that") if !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) => (0, false),
        // "the past year": how long
        (true, "past" | "last") => return None,
        _ => return None,
    };
    let to = at + the + 2;
    let (day, counted) = if published {
        (context.anchor, CountedFrom::Published)
    } else {
        context.day().map_or((None, CountedFrom::Published), |(d, c)| (Some(d), c))
    };
    let Some(day) = day else {
        let value = match by {
            -1 => "PAST_REF",
            0 => "PRESENT_REF",
            _ => "FUTURE_REF",
        };
        return Some(Found::plain(at, to, TimeKind::Date, value, "unit-led"));
    };
    let period = match unit {
        // "last summer" of an autumn is this year's
        Unit::Season(season) => {
            let this = season.of(day.year())?;
            match by {
                -1 if this.days.1 < day => this,
                1 if this.days.0 > day => this,
                _ => unit.period(day, by)?,
            }
        }
        _ => unit.period(day, by)?,
    };
    Some(Found::period(at, to, period, Some(counted), "unit-led"))
}

/// "three years ago", "a week later", "two days earlier", "10 days from now", "years ago".
fn counted(context: &Context, at: usize) -> Option<Found> {
    let (number, mut next) = amount(context, at)?;
    let (unit, _) = Unit::named(context.word(next))?;
    next += 1;
    let (sign, published) = match (context.word(next), context.word(next + 1)) {
        ("ago", _) => (-1, true),
        ("earlier" | "previously" | "prior", _) => (-1, false),
        ("later" | "afterward" | "afterwards", _) => (1, false),
        ("from", "now") => {
            next += 1;
            (1, true)
        }
        ("hence", _) => (1, true),
        _ => return None,
    };
    let to = next + 1;
    let by = number.filter(|n| *n == n.trunc() && *n < 10_000.0);
    let away = by.and_then(|n| {
        // "a year earlier", where no day was spoken of, compares with the article's own year
        let (day, counted) = if published { (context.anchor?, CountedFrom::Published) } else { context.day()? };
        unit.away(day, sign * (n as i32)).map(|period| (period, counted))
    });
    Some(match away {
        Some((period, counted)) => Found::period(at, to, period, Some(counted), "counted-units"),
        None => Found::plain(at, to, TimeKind::Date, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }, "counted-units"),
    })
}

/// How many, and the piece behind: "three", "a", "several" (no number), or nothing at all before a plural.
pub(super) fn amount(context: &Context, at: usize) -> Option<(Option<f64>, usize)> {
    let next = |n: usize| Unit::named(context.word(n));
    match context.word(at) {
        "a" | "an" | "one" if next(at + 1).is_some_and(|(_, plural)| !plural) => Some((Some(1.0), at + 1)),
        "several" | "many" | "some" | "few" if next(at + 1).is_some_and(|(_, plural)| plural) => Some((None, at + 1)),
        "a" if context.word(at + 1) == "few" => Some((None, at + 2)),
        "a" if context.word(at + 1) == "couple" => {
            Some((Some(2.0), at + 2 + usize::from(context.word(at + 2) == "of")))
        }
        "half" if matches!(context.word(at + 1), "a" | "an") => Some((Some(0.5), at + 2)),
        _ => {
            if let Some(number) = cardinal(context.pieces, at) {
                // "three more months"
                return Some((Some(number.low), number.to + usize::from(context.word(number.to) == "more")));
            }
            let (_, plural) = next(at)?;
            plural.then_some((None, at))
        }
    }
}

/// "this summer" is led; a season alone goes with "in", "of", "by" and the like.
fn season(context: &Context, at: usize) -> Option<Found> {
    let the = usize::from(context.word(at) == "the");
    let (unit, plural) = Unit::named(context.word(at + the))?;
    let Unit::Season(season) = unit else { return None };
    let before = context.before(at, 1);
    let led = matches!(
        before,
        "in" | "since"
            | "until"
            | "by"
            | "during"
            | "of"
            | "from"
            | "early"
            | "late"
            | "mid"
            | "before"
            | "over"
            | "into"
            | "through"
    );
    if plural || !led || (context.word(at + the) == "fall" && the == 0 && before == "of") {
        return None;
    }
    let to = at + the + 1;
    let of = usize::from(context.word(to) == "of");
    let year = context.pieces.get(to + of).filter(|p| p.text.len() == 4).and_then(|p| p.text.parse::<i16>().ok());
    if let Some(year) = year.filter(|year| (1500..2100).contains(year)) {
        return Some(Found::period(at, to + of + 1, season.of(year)?, None, "season"));
    }
    if context.word(at + the) == "fall" || context.word(at + the) == "spring" && the == 0 {
        return None;
    }
    let anchor = context.anchor?;
    let this = season.of(anchor.year())?;
    let by = match context.tense(at, to) {
        Tense::Past if this.days.0 > anchor => -1,
        Tense::Future if this.days.1 < anchor => 1,
        _ => 0,
    };
    Some(Found::period(at, to, season.of(anchor.year() + by)?, Some(CountedFrom::Published), "season"))
}

/// "the weekend", "weekend talks": the one of the article's week, or the one before.
fn weekend(context: &Context, at: usize) -> Option<Found> {
    let the = usize::from(context.word(at) == "the");
    if context.word(at + the) != "weekend" || context.pieces[at + the].joined {
        return None;
    }
    let anchor = context.anchor?;
    let begun = matches!(anchor.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
    let by = if begun || context.tense(at, at + the + 1) == Tense::Future { 0 } else { -1 };
    let period = Unit::Weekend.period(anchor, by)?;
    Some(Found::period(at, at + the + 1, period, Some(CountedFrom::Published), "weekend"))
}

/// Holidays of a fixed day: the nearest to the article.
fn holiday(context: &Context, at: usize) -> Option<Found> {
    const HOLIDAYS: [(&[&str], i8, i8); 9] = [
        (&["christmas", "eve"], 12, 24),
        (&["christmas", "day"], 12, 25),
        (&["christmas"], 12, 25),
        (&["new", "year", "'s", "eve"], 12, 31),
        (&["new", "year", "'s", "day"], 1, 1),
        (&["new", "year", "’s", "day"], 1, 1),
        (&["halloween"], 10, 31),
        (&["valentine", "'s", "day"], 2, 14),
        (&["boxing", "day"], 12, 26),
    ];
    let fits = |words: &[&str]| words.iter().enumerate().all(|(n, word)| context.word(at + n) == *word);
    let (words, month, day) = HOLIDAYS.iter().find(|(words, ..)| fits(words) && context.pieces[at].is_capital())?;
    let day = super::explicit::nearest(context.anchor?, *month, *day)?;
    Some(Found::period(at, at + words.len(), of_day(day), Some(CountedFrom::Published), "holiday"))
}

/// "the eve of the summit": the day before; it is the day spoken of, where the summit's is not said.
fn eve(context: &Context, at: usize) -> Option<Found> {
    if context.word(at) != "eve" || context.word(at + 1) != "of" {
        return None;
    }
    let the = usize::from(context.before(at, 1) == "the");
    let (day, counted) = context.day()?;
    Some(Found::period(at - the, at + 1, of_day(day), Some(counted), "eve-of"))
}

/// "the seventh consecutive day": the day spoken of, or the article's.
fn consecutive(context: &Context, at: usize) -> Option<Found> {
    let (_, next) = ordinal::value(context.pieces, at)?;
    if !matches!(context.word(next), "consecutive" | "straight" | "successive") {
        return None;
    }
    let (unit, plural) = Unit::named(context.word(next + 1))?;
    let anchor = context.anchor.filter(|_| !plural)?;
    let the = usize::from(matches!(context.before(at, 1), "the" | "a"));
    let period = unit.period(anchor, 0)?;
    Some(Found::period(at - the, next + 2, period, Some(CountedFrom::Published), "consecutive-unit"))
}
