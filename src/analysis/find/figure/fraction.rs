//! Parts of a whole and of a greater number: "two-thirds", "a quarter century", "half a million", "half of".

use super::{
    number::{Form, Number, cardinal, scale},
    piece::Piece,
};

/// A fraction that begins at piece `from`.
pub(super) fn fraction(pieces: &[Piece], from: usize) -> Option<Number> {
    let word = |n: usize| pieces.get(from + n).map_or("", |p| p.lower);
    if let Some(number) = one_in(pieces, from) {
        return Some(number);
    }
    let (times, at) = match word(0) {
        "a" | "an" | "one" => (1.0, 1),
        "two" => (2.0, 1),
        "three" => (3.0, 1),
        "four" => (4.0, 1),
        "five" => (5.0, 1),
        _ => (1.0, 0),
    };
    let part = part(word(at), times > 1.0)?;
    if at == 0 && !matches!(word(0), "half" | "quarter") {
        return None;
    }
    let value = times * part;
    let mut next = at + 1;
    let number =
        |to: usize, value: f64, form, rule| Some(Number { from, to: from + to, low: value, high: value, form, rule });
    // "half a million", "a quarter of a million"
    let article = next + usize::from(word(next) == "of");
    if matches!(word(article), "a" | "an") && scale(word(article + 1)).is_some() {
        next = article + 1;
    }
    if let Some(scale) = scale(word(next)) {
        return number(next + 1, value * scale, Form::Rounded, "part-of-a-scale");
    }
    // "a quarter century", "half a century", "half an hour", "a quarter of an hour"
    let unit = next + usize::from(matches!(word(next), "a" | "an"));
    let measured = matches!(word(unit), "century" | "decade" | "hour" | "mile" | "year" | "day" | "dozen");
    if measured && (at > 0 || unit > next || pieces[from + unit].joined || word(unit) == "century") {
        return number(unit, value, Form::Rounded, "part-of-a-unit");
    }
    // a share must say of what: "half of", "a third of", "half the"; "two-thirds" stands alone
    let share =
        word(next) == "of" || (word(0) == "half" && matches!(word(next), "the" | "his" | "her" | "their" | "its"));
    (share || (times > 1.0 && part < 0.5) || (at == 0 && word(0) == "half" && word(next) == "their"))
        .then_some(())
        .and_then(|()| number(next, value, Form::Fraction, "share"))
}

/// "one in five", "nine out of ten".
fn one_in(pieces: &[Piece], from: usize) -> Option<Number> {
    let first = cardinal(pieces, from)?;
    let word = |n: usize| pieces.get(first.to + n).map_or("", |p| p.lower);
    let at = match (word(0), word(1)) {
        ("in", _) => 1,
        ("out", "of") => 2,
        _ => return None,
    };
    let whole = cardinal(pieces, first.to + at).filter(|n| n.low > first.low && n.low <= 1e6)?;
    // "one in 2016", "two in 24 hours"
    let year = at == 1 && (first.low > 9.0 || (1500.0..2100.0).contains(&whole.low));
    let unit = pieces.get(whole.to).is_some_and(|p| super::unit::is_duration(p.lower));
    let value = first.low / whole.low;
    let found = Number { from, to: whole.to, low: value, high: value, form: Form::Fraction, rule: "one-in" };
    (!year && !unit).then_some(found)
}

/// The value of a part's name; `plural` for "two thirds".
fn part(word: &str, plural: bool) -> Option<f64> {
    let word = if plural && word != "half" { word.strip_suffix('s')? } else { word };
    Some(match word {
        "half" => 0.5,
        "third" => 1.0 / 3.0,
        "quarter" | "fourth" => 0.25,
        "fifth" => 0.2,
        "sixth" => 1.0 / 6.0,
        "seventh" => 1.0 / 7.0,
        "eighth" => 0.125,
        "ninth" => 1.0 / 9.0,
        "tenth" => 0.1,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    fn check(text: &str, expected: Option<f64>) {
        pieces_of(text, |pieces| {
            let found = fraction(pieces, 0).map(|n| (n.low * 1000.0).round() / 1000.0);
            assert_eq!(found, expected, "{text}");
        });
    }

    #[test]
    fn parts() {
        check("half a million cows", Some(500_000.0));
        check("a quarter of a million cows", Some(250_000.0));
        check("a quarter century", Some(0.25));
        check("half a century", Some(0.5));
        check("two-thirds majority", Some(0.667));
        check("a third of cows", Some(0.333));
        check("half the cows", Some(0.5));
        check("one in five cows", Some(0.2));
        check("nine out of ten cows", Some(0.9));
        check("a third term", None);
        check("half hearted", None);
        check("one in 2016", None);
    }
}
