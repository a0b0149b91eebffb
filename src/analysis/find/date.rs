//! Days, months, times of day and weekdays as a text spells them out; nothing is counted or guessed here.
//!
//! Parts that a text leaves open stay open: a day without a year has none, a zone is kept as written and never
//! interpreted, and of `08/09/2020` only the year is certain. A date with a time gives two findings side by side.

mod scan;

use crossread_corpus::span::Span;
use jiff::civil::{Date, Time, Weekday};
use scan::{Piece, Scanner, pieces};

/// What an expression says, as far as its own words go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Explicit {
    /// A day: `16 August 2020`, `Aug. 16`, `2020-08-16`.
    Day {
        /// The year, where written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31; the day exists in that month.
        day: i8,
        /// The weekday written beside it, whether or not it agrees.
        weekday: Option<Weekday>,
    },
    /// A day of which day and month can't be told apart: `08/09/2020`.
    UnclearDay {
        /// The year.
        year: i16,
    },
    /// A month: `August 2020`, `August`.
    Month {
        /// The year, where written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// A time of day: `21:47`, `9:47 pm`, `5.30 p.m. ET`, `0147 GMT`.
    Clock {
        /// On a 24-hour clock.
        time: Time,
        /// The zone as written, where it follows.
        zone: Option<Span>,
    },
    /// A weekday with no date beside it: `Monday`, `last Sunday`. The span leaves out `on` and `'s`.
    Weekday {
        /// Which.
        weekday: Weekday,
        /// Which of them, as far as a word before it says.
        which: Which,
    },
}

/// The word before a weekday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// No word: the nearest one, by the tense of the sentence.
    Plain,
    /// `last`, `past`, `previous`.
    Last,
    /// `this`.
    This,
    /// `next`, `coming`, `following`.
    Next,
}

impl Explicit {
    /// The civil date, where day, month and year are all written.
    pub fn date(&self) -> Option<Date> {
        match *self {
            Self::Day { year: Some(year), month, day, .. } => Date::new(year, month, day).ok(),
            _ => None,
        }
    }
}

/// Every expression of `text`, sorted, not overlapping.
pub fn dates(text: &str) -> Vec<(Span, Explicit)> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let scanner = Scanner { text, pieces: &pieces };
        match expression(&scanner, at) {
            Some((value, next)) => {
                found.push((Span::of(pieces[at].start, pieces[next - 1].end), value));
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The expression that starts at piece `at`, and the piece after it.
fn expression(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    if !may_begin(scan, at) || scan.inside_a_word(at) {
        return None;
    }
    dated_weekday(scan, at)
        .or_else(|| iso_day(scan, at))
        .or_else(|| numeric_day(scan, at))
        .or_else(|| clock(scan, at))
        .or_else(|| day_first(scan, at))
        .or_else(|| month_first(scan, at))
        .or_else(|| weekday(scan, at))
}

/// False where no rule finds anything, as at most words of a text: an expression begins with digits, with a month or a
/// weekday, which have a capital, or with a word that says which weekday.
fn may_begin(scan: &Scanner<'_>, at: usize) -> bool {
    let Some(word) = scan.word(at) else { return scan.digits(at).is_some() };
    let Some(first) = word.as_bytes().first_chunk::<3>().filter(|_| word.len() <= 9) else { return false };
    match first.map(|byte| byte.to_ascii_lowercase()).as_slice() {
        b"jan" | b"feb" | b"mar" | b"apr" | b"may" | b"jun" | b"jul" | b"aug" | b"sep" | b"oct" | b"nov" | b"dec"
        | b"mon" | b"tue" | b"wed" | b"thu" | b"fri" | b"sat" | b"sun" => first[0].is_ascii_uppercase(),
        // the beginnings of those words
        b"las" | b"pas" | b"pre" | b"thi" | b"nex" | b"com" | b"fol" => which_named(word) != Which::Plain,
        _ => false,
    }
}

/// `Sunday, August 16, 2020`, `Sun 16 Aug`: the weekday belongs to the date.
fn dated_weekday(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let weekday = scan.word(at).and_then(|word| weekday_named(word, true))?;
    let mut next = at + 1;
    for mark in [".", ","] {
        next += usize::from(scan.is_mark(next, mark));
    }
    next += usize::from(scan.is_word(next, "the"));
    let day = iso_day(scan, next)
        .or_else(|| numeric_day(scan, next))
        .or_else(|| day_first(scan, next))
        .or_else(|| month_first(scan, next));
    match day? {
        (Explicit::Day { year, month, day, .. }, end) => {
            Some((Explicit::Day { year, month, day, weekday: Some(weekday) }, end))
        }
        (unclear @ Explicit::UnclearDay { .. }, end) => Some((unclear, end)),
        _ => None,
    }
}

/// `2020-08-16`, `2020/08/16`, `2020.08.16`.
fn iso_day(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let year = scan.year(at)?;
    let mark = scan.mark(at + 1).filter(|mark| matches!(*mark, "-" | "/" | "."))?;
    let month = scan.number(at + 2, 1..=2)?;
    if !scan.is_mark(at + 3, mark) || !scan.glued(at, at + 4) {
        return None;
    }
    let day = scan.number(at + 4, 1..=2).filter(|_| !scan.continues(at + 4))?;
    valid_day(Some(year), month, day).map(|value| (value, at + 5))
}

/// `16/08/2020`, `08/16/2020`, `16.08.2020`: clear only where one of the two can't be a month, or both are equal.
fn numeric_day(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let first = scan.number(at, 1..=2)?;
    let mark = scan.mark(at + 1).filter(|mark| matches!(*mark, "-" | "/" | "."))?;
    let second = scan.number(at + 2, 1..=2)?;
    if !scan.is_mark(at + 3, mark) || !scan.glued(at, at + 4) {
        return None;
    }
    let year = scan.year(at + 4).filter(|_| !scan.continues(at + 4))?;
    let readings = (valid_day(Some(year), second, first), valid_day(Some(year), first, second));
    let value = match readings {
        (Some(one), Some(other)) if one == other => one,
        (Some(_), Some(_)) => Explicit::UnclearDay { year },
        (one, other) => one.or(other)?,
    };
    Some((value, at + 5))
}

/// `16 August 2020`, `16-Aug-2020`, `the 16th of August`.
fn day_first(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let day = scan.number(at, 1..=2)?;
    let mut next = scan.after_ordinal(at + 1);
    next += usize::from(scan.is_word(next, "of"));
    let dash = scan.mark(next).filter(|mark| matches!(*mark, "-" | "/"));
    next += usize::from(dash.is_some());
    let month = scan.word(next).and_then(month_named)?;
    next += 1;
    next += usize::from(scan.is_mark(next, ".") && scan.glued(next - 1, next));
    let mut end = next;
    if matches!(scan.mark(next), Some("-" | "/" | ",")) {
        next += 1;
    }
    let year = scan.year(next);
    if year.is_some() {
        end = next + 1;
    }
    let cased = scan.capital(end - 1) || year.is_some() || scan.capital(end.saturating_sub(2));
    valid_day(year, month, day).filter(|_| cased).map(|value| (value, end))
}

/// `August 16, 2020`, `Aug. 17th`, `August 2020`, `August`.
fn month_first(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let word = scan.word(at)?;
    let month = month_named(word)?;
    if !scan.capital(at) {
        return None;
    }
    let mut next = at + 1;
    next += usize::from(scan.is_mark(next, ".") && scan.glued(at, next));
    let unspaced = next;
    next += usize::from(scan.is_mark(next, "-"));
    next += usize::from(scan.is_word(next, "the"));
    if let Some(day) = scan.number(next, 1..=2).filter(|_| !scan.begins_clock(next)) {
        let end = scan.after_ordinal(next + 1);
        let comma = end + usize::from(matches!(scan.mark(end), Some("," | "-" | ".")));
        let year = scan.year(comma).filter(|_| !scan.begins_clock(comma));
        let end = if year.is_some() { comma + 1 } else { end };
        if let Some(value) = valid_day(year, month, day) {
            return Some((value, end));
        }
    }
    let comma = unspaced + usize::from(matches!(scan.mark(unspaced), Some("," | "-")));
    if let Some(year) = scan.year(comma) {
        return Some((Explicit::Month { year: Some(year), month }, comma + 1));
    }
    // A lone short form ("Mar", "Dec") is too often something else, and May and March are words of their own.
    let alone = word.len() > 3 || word == "May";
    let words_of_their_own = matches!(word, "May" | "March" | "August");
    let led = at.checked_sub(1).and_then(|before| scan.word(before)).is_some_and(|before| {
        ["in", "since", "until", "till", "by", "from", "early", "late", "mid", "last", "next", "this", "of", "during"]
            .contains(&before.to_lowercase().as_str())
    });
    (alone && (led || !words_of_their_own)).then_some((Explicit::Month { year: None, month }, at + 1))
}

/// `21:47`, `9:47 p.m.`, `9 pm`, `19.47 BST`, `0147 GMT`, each with a zone or offset where one follows.
fn clock(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let digits = scan.digits(at)?;
    let (hour, minute, second, mut next);
    let mut needs_suffix = true;
    if let (Some(mark @ (":" | ".")), Some(value), true) =
        (scan.mark(at + 1), scan.number(at + 2, 2..=2), scan.glued(at, at + 2) && digits.len() <= 2)
    {
        (hour, minute) = (scan.number(at, 1..=2)?, value);
        needs_suffix = mark == ".";
        let seconds = (scan.is_mark(at + 3, mark) && scan.glued(at, at + 4)).then(|| scan.number(at + 4, 2..=2));
        second = seconds.flatten().unwrap_or(0);
        next = if seconds.flatten().is_some() { at + 5 } else { at + 3 };
        if scan.is_mark(next, ".") && scan.glued(next - 1, next + 1) && scan.digits(next + 1).is_some() {
            if mark == "." {
                return None; // a version or a section number
            }
            next += 2; // fractions of a second
        }
    } else if digits.len() == 4 {
        (hour, minute, second, next) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?, 0, at + 1);
        scan.zone(next).filter(|(zone, _)| zone.len() >= 3)?;
    } else {
        (hour, minute, second, next) = (scan.number(at, 1..=2)?, 0, 0, at + 1);
        scan.half_of_day(next)?;
    }
    let half = scan.half_of_day(next);
    let hour = match half {
        Some((afternoon, end)) => {
            next = end;
            if !(1..=12).contains(&hour) && !(13..24).contains(&hour) {
                return None;
            }
            if hour > 12 { hour } else { hour % 12 + if afternoon { 12 } else { 0 } }
        }
        None => hour,
    };
    let zone = scan.zone(next);
    if needs_suffix && half.is_none() && zone.is_none() {
        return None;
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    match zone {
        Some((zone, end)) => Some((Explicit::Clock { time, zone: Some(zone) }, end)),
        None => Some((Explicit::Clock { time, zone: None }, next)),
    }
}

/// `Monday`, `last Sunday`.
fn weekday(scan: &Scanner<'_>, at: usize) -> Option<(Explicit, usize)> {
    let which = which_named(scan.word(at)?);
    let name = at + usize::from(which != Which::Plain);
    let weekday = scan.word(name).and_then(|word| weekday_named(word, false))?;
    Some((Explicit::Weekday { weekday, which }, name + 1))
}

/// Which weekday the word before it says.
fn which_named(word: &str) -> Which {
    const WHICH: [(&str, Which); 7] = [
        ("last", Which::Last),
        ("past", Which::Last),
        ("previous", Which::Last),
        ("this", Which::This),
        ("next", Which::Next),
        ("coming", Which::Next),
        ("following", Which::Next),
    ];
    WHICH.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map_or(Which::Plain, |(_, which)| *which)
}

fn valid_day(year: Option<i16>, month: i8, day: i8) -> Option<Explicit> {
    // Without a year, 29 February may exist.
    Date::new(year.unwrap_or(2000), month, day).ok()?;
    Some(Explicit::Day { year, month, day, weekday: None })
}

/// The month a word names, in full or cut to three letters (or `Sept`).
pub fn month_named(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    // asked of every word of a text
    if !(3..=9).contains(&word.len())
        || !matches!(word.as_bytes()[0] | 0x20, b'j' | b'f' | b'm' | b'a' | b's' | b'o' | b'n' | b'd')
    {
        return None;
    }
    let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    let at = MONTHS.iter().position(|month| {
        let named = if short { month.get(..word.len()).unwrap_or(month) } else { month };
        named.eq_ignore_ascii_case(word)
    })?;
    i8::try_from(at + 1).ok()
}

/// The weekday a capitalised word names; cut to three or four letters only where `short` forms are safe.
fn weekday_named(word: &str, short: bool) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    // asked of every word of a text
    if !word.starts_with(['M', 'T', 'W', 'F', 'S']) || word.len() > 9 {
        return None;
    }
    let cut = short && (3..=5).contains(&word.len());
    let named = DAYS.iter().find(|(day, _)| {
        let named = if cut { day.get(..word.len()).unwrap_or(day) } else { day };
        named.eq_ignore_ascii_case(word)
    });
    named.map(|(_, weekday)| *weekday)
}

impl Piece {
    /// Its text.
    fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }
}

#[cfg(test)]
mod tests;
