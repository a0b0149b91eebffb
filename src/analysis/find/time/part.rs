//! Parts of a day, and the words that bend an expression: "Monday morning", "early next year", "the end of the month".

use super::{calendar::of_day, context::Context, found::Found};
use crossread_corpus::time::{CountedFrom, TimeKind};
use jiff::ToSpan;

/// "this morning", "last night", "the afternoon", "midnight", "noon".
pub(super) fn part_of_day(context: &Context, at: usize) -> Option<Found> {
    let word = context.word(at);
    if let "midnight" | "noon" | "midday" = word {
        let clock = if word == "midnight" { "T24:00" } else { "T12:00" };
        return Some(Found::plain(at, at + 1, TimeKind::Time, clock, "noon-or-midnight"));
    }
    let lead = matches!(word, "this" | "last" | "the" | "that" | "tomorrow" | "yesterday" | "next" | "same");
    let code = code(context.word(at + 1)).filter(|_| lead)?;
    // "the morning after", "the night shift": only behind a preposition
    let used = word != "the" || matches!(context.before(at, 1), "in" | "during" | "into" | "through" | "for" | "of");
    if !used || context.pieces[at + 1].joined {
        return None;
    }
    let (day, counted) = match word {
        "the" | "that" | "same" => context.day()?,
        _ => (context.anchor?, CountedFrom::Published),
    };
    let by = match word {
        "last" | "yesterday" => -1,
        "tomorrow" | "next" => 1,
        _ => 0,
    };
    let mut found = Found::period(at, at + 2, of_day(day.checked_add(by.days()).ok()?), Some(counted), "part-of-day");
    found.kind = TimeKind::Time;
    found.value.push_str(code);
    Some(found)
}

/// Widens `found` by the part of the day behind it: "Monday morning".
pub(super) fn with_part(context: &Context, mut found: Found) -> Found {
    if !found.is_day() || found.value.contains('T') || context.pieces.get(found.to).is_some_and(|p| p.joined) {
        return found;
    }
    if let Some(code) = code(context.word(found.to)) {
        found.value.push_str(code);
        found.kind = TimeKind::Time;
        found.to += 1;
    }
    found
}

/// The TIMEX3 code of a part of the day.
fn code(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" | "mornings" => "TMO",
        "afternoon" | "afternoons" => "TAF",
        "evening" | "evenings" => "TEV",
        "night" | "nights" => "TNI",
        _ => return None,
    })
}

/// The first piece of the words before `found` that bend it: "early", "late", "earlier", "the end of", "nearly", "about".
pub(super) fn with_modifier(context: &Context, found: &Found, free: usize) -> usize {
    let mut from = found.from;
    let before = |from: usize, by: usize| if from >= free + by { context.before(from, by) } else { "" };
    // "the end of the month", "the beginning of 1998"
    let edge = |word: &str| matches!(word, "end" | "beginning" | "start" | "middle" | "close");
    if found.kind == TimeKind::Date && before(from, 1) == "of" && edge(before(from, 2)) {
        from -= 2;
        return from - usize::from(before(from, 1) == "the");
    }
    match (found.kind, before(from, 1)) {
        (TimeKind::Date | TimeKind::Time, "early" | "late" | "earlier" | "later" | "mid") => {
            from -= 1;
            // "the early 1990s": the article belongs to what follows
            from -= usize::from(before(from, 1) == "the");
        }
        (TimeKind::Duration, "about" | "nearly" | "almost" | "approximately" | "roughly") => from -= 1,
        (TimeKind::Duration, "than") if matches!(before(from, 2), "more" | "less" | "fewer" | "longer") => from -= 2,
        (TimeKind::Duration, "least") if before(from, 2) == "at" => from -= 2,
        (TimeKind::Date, "about" | "nearly" | "almost" | "roughly") if found.rule == "counted-units" => from -= 1,
        (TimeKind::Date, "than") if found.rule == "counted-units" && matches!(before(from, 2), "more" | "less") => {
            from -= 2
        }
        _ => {}
    }
    from
}
