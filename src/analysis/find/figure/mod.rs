//! Figures: numbers with their bounds, qualifier, unit and what they count; dates and names with digits are none.

mod age;
mod counted;
pub(crate) mod excluded;
mod fraction;
pub(crate) mod number;
pub(crate) mod ordinal;
pub(crate) mod piece;
mod qualifier;
mod range;
mod start;
mod unit;
mod vague;

pub(crate) use counted::is_function_word;

use super::token::Token;
use crossread_corpus::{
    figure::{Amount, Figure, FigureKind, Qualifier},
    ground::Rule,
    span::Span,
};
use number::{Form, Number};
use piece::Piece;
use std::borrow::Cow;
use unit::Unit;

/// The figures of an article, sorted by start, not overlapping; `sentences` are the tokens of each sentence.
pub fn figures(text: &str, sentences: &[Vec<Token>]) -> Vec<Figure> {
    let lower = text.to_ascii_lowercase();
    in_pieces(&piece::sentences(text, &lower, sentences))
}

/// The same, from the pieces of each sentence.
pub(super) fn in_pieces(sentences: &[Vec<Piece>]) -> Vec<Figure> {
    let mut found = Vec::new();
    for pieces in sentences {
        let mut at = 0;
        let mut free = 0; // no figure may begin before this piece
        while at < pieces.len() {
            let next = figure(pieces, at, free);
            at = next.as_ref().map_or(at + 1, |(_, to)| *to);
            if let Some((figure, to)) = next {
                free = to;
                found.push(figure);
            }
        }
    }
    found
}

/// The figure whose number begins at piece `at`, and the piece after it; it may not reach back before piece `free`.
fn figure(pieces: &[Piece], at: usize, free: usize) -> Option<(Figure, usize)> {
    let (number, glued) = number(pieces, at)?;
    let currency = unit::currency(pieces, number.from).filter(|(_, start)| *start >= free);
    // "millions of dollars"
    let linked = usize::from(number.form == Form::Vague && pieces.get(number.to).is_some_and(|p| p.lower == "of"));
    let behind = if number.form == Form::Ordinal { None } else { unit::behind(pieces, number.to + linked) };
    let mut to = behind.map_or(number.to, |(_, end)| end);
    let mut unit = currency.map(|(unit, _)| unit).or(glued).or(behind.map(|(unit, _)| unit));
    if currency.is_some() {
        to = number.to
            + usize::from(behind.is_some_and(|(unit, end)| unit.kind == FigureKind::Money && end == number.to + 1));
    }
    let in_years = behind.is_some_and(|(unit, _)| unit.name == "year" || unit.name == "month");
    let age = age::age(pieces, &number, to, in_years && currency.is_none());
    if let Some((end, _)) = age {
        to = end;
    }
    let start = currency.map_or(number.from, |(_, start)| start);
    let before = qualifier::before(pieces, start).filter(|(_, from)| *from >= free);
    // "or so" may stand before the unit: "10-plus years"
    let after = qualifier::after(pieces, to);
    let after_number = qualifier::after(pieces, number.to).filter(|_| unit.is_none());
    let mut unit_span = behind.filter(|_| currency.is_none()).map(|(_, end)| (number.to + linked, end));
    if let Some((_, end)) = after_number {
        if let Some((late, late_end)) = unit::behind(pieces, end) {
            unit = Some(late);
            unit_span = Some((end, late_end));
            to = late_end;
        } else {
            to = end;
        }
    } else if let Some((_, end)) = after {
        to = end;
    }
    let kind = kind(&number, unit.as_ref(), age.is_some());
    let attributive = pieces.get(number.to).is_some_and(|p| p.joined);
    let of = match kind {
        FigureKind::Age | FigureKind::Money | FigureKind::Measure => None,
        FigureKind::Duration if !attributive => None,
        FigureKind::Duration | FigureKind::Rank => counted::counted(pieces, to, true),
        _ => counted::counted(pieces, to, number.low == 1.0),
    };
    let strong = before.is_some_and(|(q, _)| q != Qualifier::About) && of.is_some();
    let weighed = unit.is_some() || age.is_some() || number.form != Form::Cardinal;
    let count = Count { weighed, strong, counted: of.is_some() || before.is_some() };
    if is_no_figure(pieces, &number, count) {
        return None;
    }
    let factor = unit.filter(|_| number.form != Form::Ordinal).map_or(1.0, |unit| unit.factor);
    let qualifier = before.or(after_number).or(after).map(|(qualifier, _)| qualifier);
    let amount = Amount {
        low: number.low * factor,
        high: number.high * factor,
        qualifier: qualifier.unwrap_or(match number.form {
            Form::Vague => Qualifier::Vague,
            Form::Rounded => Qualifier::Rounded,
            _ => Qualifier::Exact,
        }),
    };
    let span = |from: usize, to: usize| Span::new(pieces[from].span.start(), pieces[to - 1].span.end());
    let from = before.map_or(start, |(_, from)| from);
    let figure = Figure {
        span: span(from, to),
        amount,
        kind,
        qualified_by: before
            .map(|(_, from)| span(from, start))
            .or(after_number.map(|(_, end)| span(number.to, end)))
            .or(after.filter(|_| after_number.is_none()).map(|(_, end)| span(end - 1, end))),
        unit: currency.map(|(_, start)| span(start, number.from)).or(unit_span.map(|(from, to)| span(from, to))),
        measured_in: unit.map(|unit| Cow::Borrowed(unit.name)).or(age.map(|_| Cow::Borrowed("year"))),
        of,
        rule: Rule::new(age.map_or(number.rule, |(_, rule)| rule)),
    };
    Some((figure, to))
}

/// The number that begins at piece `at`, with the unit written onto its digits.
fn number(pieces: &[Piece], at: usize) -> Option<(Number, Option<Unit>)> {
    let piece = &pieces[at];
    let worded = || {
        let vague = vague::magnitude(pieces, at);
        vague.or_else(|| fraction::fraction(pieces, at)).or_else(|| ordinal::ordinal(pieces, at))
    };
    if !start::may_start(piece) {
        debug_assert!(
            worded().is_none() && number::cardinal(pieces, at).is_none(),
            "a number begins with {:?}, which `start` does not know",
            piece.lower
        );
        return None;
    }
    if let Some(found) = worded() {
        return Some((found, None));
    }
    if let Some(found) = number::cardinal(pieces, at) {
        let currency = unit::currency(pieces, at).is_some();
        let wide = range::widened(pieces, found);
        // "5m": metres unless money, a scale word or a counted thing says million
        if piece.lower.ends_with('m')
            && !currency
            && found.to == at + 1
            && piece.is_digits()
            && counted::counted(pieces, wide.to, false).is_none()
        {
            let (value, _) = number::digits(piece.lower)?;
            let metres = Unit { kind: FigureKind::Measure, name: "m", factor: 1.0 };
            return Some((Number { low: value, high: value, ..found }, Some(metres)));
        }
        return Some((wide, None));
    }
    let (value, suffix) = if piece.is_digits() { number::digits(piece.lower)? } else { return None };
    let unit = unit::glued(suffix)?;
    let found =
        Number { from: at, to: at + 1, low: value, high: value, form: Form::Cardinal, rule: "number-in-digits" };
    Some((found, Some(unit)))
}

fn kind(number: &Number, unit: Option<&Unit>, age: bool) -> FigureKind {
    match (number.form, unit) {
        (Form::Ordinal, _) => FigureKind::Rank,
        _ if age => FigureKind::Age,
        (_, Some(unit)) => unit.kind,
        (Form::Fraction, None) => FigureKind::Fraction,
        _ => FigureKind::Count,
    }
}

/// What speaks for a number's being a figure.
#[derive(Clone, Copy)]
struct Count {
    /// A unit, an age, a magnitude.
    weighed: bool,
    /// A qualifier that years don't have, and a counted thing.
    strong: bool,
    /// A counted thing or a qualifier.
    counted: bool,
}

fn is_no_figure(pieces: &[Piece], number: &Number, count: Count) -> bool {
    if number.form == Form::Ordinal {
        return excluded::is_date(pieces, number, true);
    }
    if count.weighed && number.form != Form::Cardinal {
        return false;
    }
    // "One, the bridge is old"
    if number.from == 0 && number.to == 1 && !count.weighed && pieces.get(1).is_some_and(|p| p.lower == ",") {
        return true;
    }
    if number.low == 1.0
        && number.low == number.high
        && !pieces[number.from].is_digits()
        && is_pronoun(pieces, number, count)
    {
        return true;
    }
    let range = number.low < number.high;
    let scored = pieces.get(number.to).is_some_and(|p| p.joined && p.is_digits());
    (!(range && (count.weighed || count.counted) && !scored) || !pieces[number.from].is_digits())
        && excluded::is_no_figure(pieces, number, count.weighed || count.strong, count.counted)
}

/// "one" that counts nothing: "no one", "one of the", "one another", "one day".
fn is_pronoun(pieces: &[Piece], number: &Number, count: Count) -> bool {
    let before = number.from.checked_sub(1).map_or("", |n| pieces[n].lower);
    let next = pieces.get(number.to).map_or("", |p| p.lower);
    let loose =
        matches!(before, "no" | "any" | "every" | "each" | "this" | "that" | "the" | "another" | "some" | "which");
    let idiom = matches!(next, "day" | "time" | "thing" | "way" | "hand" | "side" | "another" | "reason" | "point");
    // "if one adds"
    let verb = next.ends_with('s') && next != "is" && !next.ends_with("ss");
    loose || idiom || (verb && !count.weighed) || next == "of" || !(count.counted || count.weighed)
}

#[cfg(test)]
pub(crate) mod testing {
    use super::piece::{Piece, pieces};
    use crate::find::token::tokens;
    use crossread_corpus::span::Span;

    /// Calls `check` with the pieces of `text`, taken as one sentence.
    pub(crate) fn pieces_of(text: &str, check: impl FnOnce(&[Piece])) {
        let lower = text.to_ascii_lowercase();
        check(&pieces(text, &lower, &tokens(text, Span::of(0, text.len()))));
    }
}

#[cfg(test)]
mod tests;
