//! Two numbers that bound one: "10 to 15", "between five and seven", "10–15 per cent".

use super::{
    number::{Form, Number, cardinal},
    piece::Piece,
    unit,
};

/// `first` widened to the range it opens, when it opens one.
pub(super) fn widened(pieces: &[Piece], first: Number) -> Number {
    let word = |n: usize| pieces.get(n).map_or("", |p| p.lower);
    let before = first.from.checked_sub(1).map_or("", |n| pieces[n].lower);
    let before = if unit::currency(pieces, first.from).is_some() {
        first.from.checked_sub(2).map_or("", |n| pieces[n].lower)
    } else {
        before
    };
    let mut at = match word(first.to) {
        "and" if before == "between" => first.to + 1,
        // "four or five"
        "or" => first.to + 1,
        // "from 5 to 10" is most often a change, and so two figures
        "to" | "–" | "-" if before != "from" => first.to + 1,
        _ if pieces.get(first.to).is_some_and(|p| p.joined && p.is_digits()) => first.to,
        _ => return first,
    };
    if matches!(word(at), "$" | "€" | "£") {
        at += 1;
    }
    let Some(second) = cardinal(pieces, at).filter(|n| n.form == Form::Cardinal) else { return first };
    // "10 to 15 million": the scale belongs to both
    let (scaled, bare) = (second.to > second.from + 1, first.to == first.from + 1);
    let scale = match second.low / super::number::digits(pieces[at].lower).map_or(second.low, |(value, _)| value) {
        scale if scaled && bare && scale >= 1e3 && first.low < second.low / scale => scale,
        _ => 1.0,
    };
    let loose = word(first.to) == "or" && second.low > first.low * 2.0;
    if first.low * scale >= second.low || loose {
        return first;
    }
    Number { to: second.to, low: first.low * scale, high: second.high, rule: "range", ..first }
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    fn check(text: &str, at: usize, expected: (f64, f64)) {
        pieces_of(text, |pieces| {
            let number = widened(pieces, cardinal(pieces, at).expect("a number"));
            assert_eq!((number.low, number.high), expected, "{text}");
        });
    }

    #[test]
    fn ranges() {
        check("10 to 15 cows", 0, (10.0, 15.0));
        check("between five and seven cows", 1, (5.0, 7.0));
        check("10–15 cows", 0, (10.0, 15.0));
        check("10-15 cows", 0, (10.0, 15.0));
        check("10 to 15 million cows", 0, (1e7, 1.5e7));
        check("four or five cows", 0, (4.0, 5.0));
        check("$5 to $7", 1, (5.0, 7.0));
    }

    #[test]
    fn no_ranges() {
        check("from 10 to 15 cows", 1, (10.0, 10.0));
        check("5 and 7 cows", 0, (5.0, 5.0));
        check("52-48", 0, (52.0, 52.0));
    }
}
