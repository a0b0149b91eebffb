//! Words for now, the past and the future: "now", "recently", "in the future"; "earlier", "later" after a known day.

use super::{calendar::Unit, context::Context, found::Found};
use crossread_corpus::time::TimeKind;

/// The vague expression that begins at `at`.
pub(super) fn vague(context: &Context, at: usize) -> Option<Found> {
    let (word, next) = (context.word(at), context.word(at + 1));
    let plain = |to: usize, value: &str, rule| Some(Found::plain(at, to, TimeKind::Date, value, rule));
    match word {
        "now" if next != "that" && !context.pieces[at].joined && context.before(at, 1) != "from" => {
            plain(at + 1, "PRESENT_REF", "present")
        }
        "right" | "just" if next == "now" => plain(at + 2, "PRESENT_REF", "present"),
        "recent" if next != "past" && !context.pieces[at].joined => plain(at + 1, "PAST_REF", "past"),
        "current" if !context.pieces[at].is_capital() => plain(at + 1, "PRESENT_REF", "present"),
        "currently" | "nowadays" | "presently" => plain(at + 1, "PRESENT_REF", "present"),
        "at" if next == "present" || (next == "the" && context.word(at + 2) == "moment") => {
            let the = usize::from(next == "the");
            Some(Found::plain(at + 1, at + 2 + the, TimeKind::Date, "PRESENT_REF", "present"))
        }
        "recently" | "lately" => plain(at + 1, "PAST_REF", "past"),
        "recent" if matches!(next, "past") => plain(at + 2, "PAST_REF", "past"),
        "the"
            if matches!(next, "past" | "future") && context.before(at, 1) == "in" && !unit_behind(context, at + 2) =>
        {
            let value = if next == "past" { "PAST_REF" } else { "FUTURE_REF" };
            plain(at + 2, value, "past-or-future")
        }
        "the"
            if matches!(next, "near" | "foreseeable" | "distant" | "recent")
                && matches!(context.word(at + 2), "future" | "past") =>
        {
            let value = if context.word(at + 2) == "past" { "PAST_REF" } else { "FUTURE_REF" };
            plain(at + 3, value, "past-or-future")
        }
        "future" if matches!(context.before(at, 1), "near" | "in") => plain(at + 1, "FUTURE_REF", "past-or-future"),
        "earlier" if at == 0 && next == "," => since_reference(context, at, true),
        "later" if subject(context, at) => since_reference(context, at, false),
        _ => None,
    }
}

fn unit_behind(context: &Context, at: usize) -> bool {
    (at..at + 3).any(|n| Unit::named(context.word(n)).is_some())
}

/// True for "Roe later denied it": a name or pronoun before, a verb of the past behind.
fn subject(context: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).map(|n| &context.pieces[n]);
    let name = before
        .is_some_and(|p| matches!(p.lower, "he" | "she" | "they" | "it" | "who") || (p.is_capital() && p.is_word()));
    let next = context.word(at + 1);
    name && (next.len() > 4 && next.ends_with("ed")
        || matches!(next, "said" | "told" | "wrote" | "withdrew" | "left" | "became"))
}

/// "Earlier," and "later" alone: before or after the day spoken of, and not after the article's.
fn since_reference(context: &Context, at: usize, earlier: bool) -> Option<Found> {
    let (day, counted) = context.day()?;
    let (anchor, known) = (context.anchor?, context.reference.is_some());
    let mut found = Found::plain(at, at + 1, TimeKind::Date, "PAST_REF", "earlier-or-later");
    let near = anchor.duration_since(day).as_hours() <= 7 * 24;
    let spoken = known && near;
    if !earlier && !spoken {
        return None;
    }
    if known && day <= anchor && near {
        // "Earlier, he called": most often the same day
        found.days = Some(if earlier { (day, day) } else { (day, anchor) });
        found.counted_from = Some(counted);
        if earlier || day == anchor {
            found.value = day.to_string();
        } else {
            found.value = format!("{day}/{anchor}");
        }
    }
    Some(found)
}
