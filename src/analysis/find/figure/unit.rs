//! Units before and behind a number: "$5", "5 per cent", "26-year", "12 square miles".

use super::piece::Piece;
use crate::find::hashed::WordMap;
use crossread_corpus::figure::FigureKind;
use std::sync::LazyLock;

/// A unit, and the factor to the one its bounds are given in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Unit {
    /// Percentage, money, duration or measure.
    pub(super) kind: FigureKind,
    /// The name the bounds are given in.
    pub(super) name: &'static str,
    /// From the written unit to that one.
    pub(super) factor: f64,
}

static UNITS: LazyLock<WordMap<&str, Unit>> = LazyLock::new(|| {
    let mut units = WordMap::default();
    for line in include_str!("../../data/units.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let mut field = || fields.next().expect("the file has four columns");
        let kind = match field() {
            "percentage" => FigureKind::Percentage,
            "money" => FigureKind::Money,
            "duration" => FigureKind::Duration,
            _ => FigureKind::Measure,
        };
        let (name, factor) = (field(), field().parse().expect("the factor is a number"));
        units.extend(field().split('|').map(|word| (word, Unit { kind, name, factor })));
    }
    units
});

/// The unit that begins at piece `to`, and the piece after it; the longest of up to three words.
pub(super) fn behind(pieces: &[Piece], to: usize) -> Option<(Unit, usize)> {
    let first = pieces.get(to).filter(|p| p.is_word() || matches!(p.lower, "%" | "°"))?;
    let mut longest = UNITS.get(first.lower).map(|unit| (*unit, to + 1));
    let mut phrase = String::from(first.lower);
    for (n, piece) in pieces.iter().enumerate().skip(to + 1).take(2) {
        if !piece.touches {
            phrase.push(if piece.joined { '-' } else { ' ' });
        }
        phrase.push_str(piece.lower);
        if let Some(unit) = UNITS.get(phrase.as_str()) {
            longest = Some((*unit, n + 1));
        }
    }
    longest.filter(|(unit, end)| {
        !(unit.name == "KRW" || unit.name == "mark") || pieces[end - 1].joined || is_noun_end(pieces, *end)
    })
}

/// True when no verb's object follows: "won" is also a verb, "mark" too.
fn is_noun_end(pieces: &[Piece], end: usize) -> bool {
    pieces.get(end).is_none_or(|p| !p.is_word() && p.lower == "(") && end > 1
}

/// The currency sign right before piece `from`, and the first piece of it: "$", "US$", "Rs".
pub(super) fn currency(pieces: &[Piece], from: usize) -> Option<(Unit, usize)> {
    let at = from.checked_sub(1)?;
    let sign = &pieces[at];
    let name = match sign.lower {
        "$" => "dollar",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" | "rs" | "rs." => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₴" => "UAH",
        "₪" => "ILS",
        "usd" => "USD",
        "eur" => "EUR",
        "gbp" => "GBP",
        "chf" => "CHF",
        _ => return None,
    };
    let unit = |name| Unit { kind: FigureKind::Money, name, factor: 1.0 };
    let whose = at.checked_sub(1).filter(|_| sign.touches && name == "dollar").map(|n| (n, pieces[n].lower));
    Some(match whose {
        Some((n, "us" | "u.s.")) => (unit("USD"), n),
        Some((n, "a" | "au")) => (unit("AUD"), n),
        Some((n, "c" | "ca")) => (unit("CAD"), n),
        Some((n, "nz")) => (unit("NZD"), n),
        Some((n, "hk")) => (unit("HKD"), n),
        Some((n, "s")) => (unit("SGD"), n),
        _ => (unit(name), at),
    })
}

/// A unit written onto the digits: "12km", "5kg", "90p".
pub(super) fn glued(suffix: &str) -> Option<Unit> {
    match suffix {
        "p" => UNITS.get("pence").copied(),
        "c" => UNITS.get("cents").copied(),
        "" | "s" | "m" => None,
        _ => UNITS.get(suffix).copied().filter(|unit| unit.kind != FigureKind::Duration || suffix.len() > 1),
    }
}

/// True for units of time.
pub(super) fn is_duration(word: &str) -> bool {
    UNITS.get(word).is_some_and(|unit| unit.kind == FigureKind::Duration)
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    fn check(text: &str, at: usize, expected: Option<(&str, usize)>) {
        pieces_of(text, |pieces| {
            assert_eq!(behind(pieces, at).map(|(unit, to)| (unit.name, to)), expected, "{text}");
        });
    }

    #[test]
    fn behind_the_number() {
        check("5 per cent of", 1, Some(("%", 3)));
        check("5% of", 1, Some(("%", 2)));
        check("12 square miles", 1, Some(("sq mile", 3)));
        check("26-year rule", 1, Some(("year", 2)));
        check("two centuries", 1, Some(("year", 2)));
        check("5 won the prize", 1, None);
        check("5 cows", 1, None);
    }

    #[test]
    fn before_the_number() {
        pieces_of("US$ 5", |p| assert_eq!(currency(p, 2).map(|(u, n)| (u.name, n)), Some(("USD", 0))));
        pieces_of("paid £5", |p| assert_eq!(currency(p, 2).map(|(u, n)| (u.name, n)), Some(("GBP", 1))));
    }
}
