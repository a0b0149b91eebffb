//! Again and again: "every day", "daily", "each year", "every Monday", "Mondays".

use super::{calendar::Unit, context::Context, found::Found};
use crossread_corpus::time::TimeKind;

/// The set that begins at `at`.
pub(super) fn set(context: &Context, at: usize) -> Option<Found> {
    let word = context.word(at);
    let value = match word {
        "daily" | "nightly" => "P1D",
        "weekly" => "P1W",
        "monthly" => "P1M",
        "quarterly" => "P1Q",
        "annually" | "yearly" | "annual" => "P1Y",
        "hourly" => "PT1H",
        _ => "",
    };
    // "the Daily News" is a name
    let name = context.pieces[at].is_capital() && context.pieces.get(at + 1).is_some_and(|p| p.is_capital());
    // "the annual meeting", "a daily programme": a kind of meeting more than a time
    let behind = context.pieces.get(at + 1);
    let attributive = !word.ends_with("ally")
        && behind.is_some_and(|p| p.is_word() && !super::super::figure::is_function_word(p.lower));
    if !name && !attributive && !value.is_empty() && word != "annual" {
        let joined = context.pieces[at].joined || context.pieces.get(at + 1).is_some_and(|p| p.joined);
        return (!joined).then(|| Found::plain(at, at + 1, TimeKind::Set, value, "adverb-of-frequency"));
    }
    if matches!(word, "every" | "each") {
        let other = usize::from(matches!(context.word(at + 1), "other" | "single"));
        if let Some(weekday) = weekday(context.word(at + 1 + other)) {
            return Some(Found::plain(at, at + 2 + other, TimeKind::Set, weekday, "every-weekday"));
        }
        if let Some(month) =
            super::super::date::month_named(context.word(at + 1)).filter(|_| context.word(at + 1).len() > 2)
        {
            let value = format!("XXXX-{month:02}");
            return Some(Found::plain(at, at + 2, TimeKind::Set, value, "every-month-of-a-name"));
        }
        let number = super::super::figure::number::cardinal(context.pieces, at + 1);
        let (count, next) = number.map_or((1.0, at + 1 + other), |n| (n.low, n.to));
        let part = matches!(context.word(next), "morning" | "night" | "evening" | "afternoon");
        if part {
            return Some(Found::plain(at, next + 1, TimeKind::Set, "P1D", "every-unit"));
        }
        let (unit, _) = Unit::named(context.word(next))?;
        let count = if context.word(at + 1) == "other" { 2.0 } else { count };
        return Some(Found::plain(at, next + 1, TimeKind::Set, unit.duration(&format!("{count}")), "every-unit"));
    }
    let plural = word.strip_suffix('s').and_then(weekday).filter(|_| context.pieces[at].is_capital())?;
    Some(Found::plain(at, at + 1, TimeKind::Set, plural, "weekdays"))
}

/// The value of a weekday again and again: "XXXX-WXX-1".
fn weekday(word: &str) -> Option<String> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().position(|day| *day == word).map(|at| format!("XXXX-WXX-{}", at + 1))
}
