//! Words that give only a magnitude: "thousands", "tens of thousands", "several hundred", "dozens".

use super::{
    number::{Form, Number, scale},
    piece::Piece,
};

/// A magnitude that begins at piece `from`.
pub(super) fn magnitude(pieces: &[Piece], from: usize) -> Option<Number> {
    let word = pieces.get(from)?.lower;
    let number = |to, low, high, rule| Some(Number { from, to, low, high, form: Form::Vague, rule });
    if let Some((low, high)) = plural(word) {
        // "tens of thousands", "hundreds of millions"
        let of = pieces.get(from + 1).is_some_and(|p| p.lower == "of");
        let greater = pieces.get(from + 2).filter(|_| of).and_then(|p| plural(p.lower)).filter(|(by, _)| *by >= 1e3);
        if let Some((by, _)) = greater {
            return number(from + 3, low * by, (low * 10.0) * by - 1.0, "magnitude-of-magnitude");
        }
        // "tens" and "scores" alone are rarely numbers: "scores of the match"
        let alone = !matches!(word, "tens" | "scores") || (of && pieces.get(from + 2).is_none_or(|p| p.lower != "the"));
        return if alone { number(from + 1, low, high, "magnitude") } else { None };
    }
    // "several hundred", "a few thousand"
    let few = from + usize::from(word == "a");
    let some = pieces.get(few).is_some_and(|p| p.lower == "few" || (few == from && p.lower == "several"));
    let by = pieces.get(few + 1).filter(|_| some).and_then(|p| scale(p.lower))?;
    number(few + 2, 2.0 * by, 10.0 * by - 1.0, "several-times-a-scale")
}

/// A plural of scale with the least and the most it says; see `Amount`.
fn plural(word: &str) -> Option<(f64, f64)> {
    Some(match word {
        "tens" => (10.0, 99.0),
        "dozens" => (12.0, 99.0),
        "scores" => (20.0, 199.0),
        "hundreds" => (100.0, 999.0),
        "thousands" => (1e3, 99_999.0),
        "lakhs" => (1e5, 9_999_999.0),
        "millions" => (1e6, 99_999_999.0),
        "crores" => (1e7, 999_999_999.0),
        "billions" => (1e9, 99_999_999_999.0),
        "trillions" => (1e12, 99_999_999_999_999.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    fn check(text: &str, expected: Option<(f64, f64)>) {
        pieces_of(text, |pieces| {
            assert_eq!(magnitude(pieces, 0).map(|n| (n.low, n.high)), expected, "{text}");
        });
    }

    #[test]
    fn bounds() {
        check("thousands of cows", Some((1e3, 99_999.0)));
        check("Tens of thousands marched", Some((1e4, 99_999.0)));
        check("hundreds of millions of dollars", Some((1e8, 999_999_999.0)));
        check("several hundred cows", Some((200.0, 999.0)));
        check("a few thousand cows", Some((2000.0, 9999.0)));
        check("scores of the match", None);
        check("scores of cows", Some((20.0, 199.0)));
        check("several cows", None);
    }
}
