//! Dates whose own words say nearly all: "August 9", "1998", "the 1990s", "the 20th century", "12:00"; the article's day
//! gives a year that is not written, or the day of a weekday.

use super::{
    super::{
        date::{Explicit, Which},
        figure::{number::digits, ordinal, piece::Piece},
    },
    calendar::{Period, of_century, of_day, of_decade, of_half, of_month, of_quarter, of_year},
    context::{Context, Tense},
    found::Found,
};
use crossread_corpus::{
    span::Span,
    time::{CountedFrom, TimeKind},
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// What the reader of dates found at `from`, up to piece `to`, resolved.
pub(super) fn resolved(context: &Context, from: usize, to: usize, explicit: &Explicit) -> Option<Found> {
    let counted = Some(CountedFrom::Published);
    Some(match *explicit {
        Explicit::Day { year: Some(year), month, day, .. } => {
            Found::period(from, to, of_day(Date::new(year, month, day).ok()?), None, "day-with-year")
        }
        Explicit::Day { year: None, month, day, .. } => {
            match context.anchor.and_then(|anchor| nearest(anchor, month, day)) {
                // "the Sept. 11 attacks"
                _ if month == 9 && day == 11 && context.word(to).starts_with("attack") => {
                    Found::period(from, to, of_day(Date::new(2001, 9, 11).ok()?), None, "day-known-by-its-name")
                }
                Some(date) => Found::period(from, to, of_day(date), counted, "day-without-year"),
                None => Found::plain(from, to, TimeKind::Date, format!("XXXX-{month:02}-{day:02}"), "day-without-year"),
            }
        }
        Explicit::UnclearDay { year } => Found::period(from, to, of_year(year)?, None, "day-and-month-unclear"),
        Explicit::Month { year: Some(year), month } => {
            Found::period(from, to, of_month(year, month)?, None, "month-with-year")
        }
        Explicit::Month { year: None, month } => match context.anchor {
            Some(anchor) => {
                let year = month_year(context, from, to, anchor, month);
                Found::period(from, to, of_month(year, month)?, counted, "month-without-year")
            }
            None => Found::plain(from, to, TimeKind::Date, format!("XXXX-{month:02}"), "month-without-year"),
        },
        Explicit::Clock { time, zone } => {
            let mut found = Found::plain(
                from,
                to,
                TimeKind::Time,
                format!("T{:02}:{:02}", time.hour(), time.minute()),
                "clock-time",
            );
            found.zone = zone;
            found
        }
        Explicit::Weekday { weekday, which } => match context.anchor {
            Some(anchor) => {
                let date = on_weekday(context, from, to, anchor, weekday, which)?;
                Found::period(from, to, of_day(date), counted, "weekday")
            }
            None => {
                let number = weekday.to_monday_one_offset();
                Found::plain(from, to, TimeKind::Date, format!("XXXX-WXX-{number}"), "weekday")
            }
        },
    })
}

/// The day of that month that lies nearest to the article's.
pub(super) fn nearest(anchor: Date, month: i8, day: i8) -> Option<Date> {
    let years = [anchor.year(), anchor.year().checked_sub(1)?, anchor.year().checked_add(1)?];
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    dates.min_by_key(|date| (date.duration_since(anchor).as_hours().abs(), date.year() > anchor.year()))
}

/// The year of a month without one: the last such month or the next by the tense of the clause, or else the nearest.
fn month_year(context: &Context, from: usize, to: usize, anchor: Date, month: i8) -> i16 {
    let year = anchor.year();
    let ahead = match (context.before(from, 1), context.told_tense(from, to)) {
        ("next", _) => return year.saturating_add(i16::from(month <= anchor.month())),
        ("last", _) => return year.saturating_sub(i16::from(month >= anchor.month())),
        ("this", _) => return year,
        (_, Some(tense)) => tense == Tense::Future,
        (_, None) => (month - anchor.month()).rem_euclid(12) <= 6,
    };
    match (month.cmp(&anchor.month()), ahead) {
        (core::cmp::Ordering::Less, true) => year.saturating_add(1),
        (core::cmp::Ordering::Greater, false) => year.saturating_sub(1),
        _ => year,
    }
}

/// The day a weekday means on the article's day.
fn on_weekday(context: &Context, from: usize, to: usize, anchor: Date, weekday: Weekday, which: Which) -> Option<Date> {
    let back = i32::from(anchor.weekday().since(weekday));
    let ahead = i32::from(weekday.since(anchor.weekday()));
    let by = match which {
        Which::Last => -(if back == 0 { 7 } else { back }),
        Which::Next => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Which::This => ahead,
        Which::Plain if context.tense(from, to) == Tense::Future => ahead,
        Which::Plain => -back,
    };
    anchor.checked_add(by.days()).ok()
}

/// Years, decades, centuries, quarters: what the reader of dates leaves out.
pub(super) fn counted(context: &Context, at: usize) -> Option<Found> {
    decade(context, at)
        .or_else(|| century(context, at))
        .or_else(|| part_of_year(context, at))
        .or_else(|| year(context, at))
}

/// "1998", "fiscal 1998", "'98".
fn year(context: &Context, at: usize) -> Option<Found> {
    let piece = context.pieces.get(at)?;
    let plain = piece.text.len() == 4 && piece.text.bytes().all(|b| b.is_ascii_digit());
    let next = context.pieces.get(at + 1);
    let before = at.checked_sub(1).map(|n| &context.pieces[n]);
    if !plain {
        // "'98" behind a preposition
        let short = piece.text.len() == 2 && piece.touches && piece.text.bytes().all(|b| b.is_ascii_digit());
        let mark = short && before.is_some_and(|b| matches!(b.lower, "'" | "’" | "‘"));
        let led = mark && matches!(context.before(at, 2), "in" | "since" | "of" | "from" | "until" | "by");
        let value: i16 = piece.text.parse().ok().filter(|_| led)?;
        let year = if value > 30 { 1900 + value } else { 2000 + value };
        return Some(Found::period(at - 1, at + 1, of_year(year)?, None, "short-year"));
    }
    let value: i16 = piece.text.parse().ok()?;
    if !(1500..2100).contains(&value) || next.is_some_and(|n| n.joined && !n.is_digits()) {
        return None;
    }
    let code = before.is_some_and(|b| {
        matches!(
            b.lower,
            "$" | "£"
                | "€"
                | "no."
                | "number"
                | "#"
                | "about"
                | "around"
                | "some"
                | "than"
                | "nearly"
                | "almost"
                | "over"
                | "least"
                | "model"
                | "/"
        ) || (piece.touches && b.kind != crate::find::token::TokenKind::Mark)
            || (piece.joined && !b.is_digits() && b.lower != "mid" && b.lower != "pre" && b.lower != "post")
    });
    let led = before.is_some_and(|b| {
        matches!(
            b.lower,
            "in" | "since"
                | "by"
                | "of"
                | "from"
                | "until"
                | "till"
                | "during"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "the"
                | "between"
                | "and"
                | "to"
                | "fiscal"
                | "circa"
                | "through"
                | "("
        )
    });
    // "2000 people": a count, unless a preposition leads
    let counted =
        next.is_some_and(|n| n.is_word() && !n.is_capital() && n.lower.len() > 3 && n.lower.ends_with('s') && !led);
    let measured = next.is_some_and(|n| {
        matches!(
            n.lower,
            "%" | "percent" | "people" | "men" | "women" | "feet" | "miles" | "km" | "meters" | "metres" | "points"
        )
    });
    if code || counted || measured || (value < 1900 && !led) {
        return None;
    }
    let fiscal = before.is_some_and(|b| b.lower == "fiscal");
    Some(Found::period(at - usize::from(fiscal), at + 1, of_year(value)?, None, "year"))
}

/// "the 1990s", "the '60s", "the nineties".
fn decade(context: &Context, at: usize) -> Option<Found> {
    let piece = context.pieces.get(at)?;
    let the = usize::from(context.before(at, 1) == "the");
    if let Some(year) = piece
        .lower
        .strip_suffix('s')
        .filter(|y| y.len() == 4 && y.ends_with('0') && y.bytes().all(|b| b.is_ascii_digit()))
    {
        let year: i16 = year.parse().ok()?;
        let period = if year % 100 == 0 && year < 2000 { of_century(year / 100 + 1) } else { of_decade(year) };
        return Some(Found::period(at - the, at + 1, period?, None, "decade"));
    }
    // "'60s": an apostrophe of its own
    let short = piece
        .lower
        .strip_suffix('s')
        .filter(|y| y.len() == 2 && y.ends_with('0') && y.bytes().all(|b| b.is_ascii_digit()));
    if let Some(decade) = short {
        let mark =
            at.checked_sub(1).is_some_and(|n| matches!(context.pieces[n].lower, "'" | "’" | "‘") && piece.touches);
        let the = usize::from(context.before(at, 1 + usize::from(mark)) == "the");
        let from = at - usize::from(mark) - the;
        let value: i16 = decade.parse().ok()?;
        let year = if value >= 30 { 1900 + value } else { 2000 + value };
        return (mark && the == 1)
            .then_some(())
            .and_then(|()| Some(Found::period(from, at + 1, of_decade(year)?, None, "decade")));
    }
    const WORDS: [(&str, i16); 8] = [
        ("twenties", 1920),
        ("thirties", 1930),
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ];
    let (_, year) = WORDS.iter().find(|(word, _)| *word == piece.lower)?;
    (the == 1).then_some(()).and_then(|()| Some(Found::period(at - 1, at + 1, of_decade(*year)?, None, "decade")))
}

/// "the 20th century", "the eighteenth century".
fn century(context: &Context, at: usize) -> Option<Found> {
    let (number, next) = ordinal::value(context.pieces, at)?;
    if context.word(next) != "century" || !(2.0..=30.0).contains(&number) {
        return None;
    }
    let the = usize::from(context.before(at, 1) == "the");
    Some(Found::period(at - the, next + 1, of_century(number as i16)?, None, "century"))
}

/// "the third quarter of 1998", "the first half", "the second quarter".
fn part_of_year(context: &Context, at: usize) -> Option<Found> {
    let (number, next) = ordinal::value(context.pieces, at)?;
    let word = context.word(next);
    let quarter = matches!(word, "quarter" | "quarters") && (1.0..=4.0).contains(&number);
    let half = word == "half" && number <= 2.0;
    if !(quarter || half) {
        return None;
    }
    let the = usize::from(matches!(context.before(at, 1), "the" | "this"));
    let mut to = next + 1;
    let written = |n: usize| -> Option<i16> {
        let piece: &Piece = context.pieces.get(n)?;
        (piece.text.len() == 4).then(|| digits(piece.lower)).flatten().map(|(value, _)| value as i16)
    };
    let of = usize::from(context.word(to) == "of");
    let year = written(to + of).filter(|year| (1800..2100).contains(year));
    let mut counted = None;
    let year = match (year, context.word(to + of), context.word(to + of + 1)) {
        (Some(year), ..) => {
            to += of + 1;
            year
        }
        (None, "this" | "the" | "last" | "next", "year") => {
            let by = match context.word(to + of) {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            to += of + 2;
            counted = Some(CountedFrom::Published);
            context.anchor?.year() + by
        }
        _ => {
            let anchor = context.anchor?;
            counted = Some(CountedFrom::Published);
            // "the fourth quarter" in January is last year's
            let now = (f64::from(anchor.month()) / if quarter { 3.0 } else { 6.0 }).ceil();
            anchor.year() - i16::from(number > now && context.tense(at, to) == Tense::Past)
        }
    };
    // a "second half" of a match is no half year
    if half && counted.is_some() && context.word(next + 1) != "of" {
        return None;
    }
    let period = if quarter { of_quarter(year, number as i8) } else { of_half(year, number as i8) };
    Some(Found::period(at - the, to, period?, counted, "part-of-a-year"))
}

/// The day or moment `found`, a clock time, falls on, when `day` is known.
pub(super) fn on_day(found: &mut Found, day: Date, counted: Option<CountedFrom>) {
    if found.value.starts_with('T') {
        found.value = format!("{day}{}", found.value);
        found.days = Some((day, day));
        found.counted_from = counted;
    }
}

/// The range from one expression to another; `None` when it would run backwards.
pub(super) fn range(first: &Found, second: &Found) -> Option<Period> {
    let days = (first.days?.0, second.days?.1);
    (days.0 <= days.1).then(|| Period { value: format!("{}/{}", first.value, second.value), days })
}

/// The span of a found expression.
pub(super) fn span(pieces: &[Piece], found: &Found) -> Span {
    Span::new(pieces[found.from].span.start(), pieces[found.to - 1].span.end())
}
