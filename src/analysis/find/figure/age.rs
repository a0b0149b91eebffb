//! Ages: "34-year-old", "65 years old", "aged 65", "Jane Doe, 65, …".

use super::{number::Number, piece::Piece};

/// The piece after the age's last word, when `number` (with a unit that ends before piece `to`) is an age.
pub(super) fn age(pieces: &[Piece], number: &Number, to: usize, in_years: bool) -> Option<(usize, &'static str)> {
    let word = |n: usize| pieces.get(n).map_or("", |p| p.lower);
    if in_years {
        if word(to) == "old" || word(to) == "olds" {
            return Some((to + 1, "years-old"));
        }
        return (word(to) == "of" && word(to + 1) == "age").then_some((to + 2, "years-of-age"));
    }
    if to > number.to || number.low > 125.0 || number.low != number.low.trunc() {
        return None;
    }
    let before = |n: usize| number.from.checked_sub(n).map(|at| &pieces[at]);
    let stated =
        matches!((before(2).map_or("", |p| p.lower), before(1)?.lower), (_, "aged" | "age") | ("age" | "ages", "of"));
    if stated {
        return Some((number.to, "aged"));
    }
    // "Jane Doe, 65, of": a capital word, a comma, one or two digits, and a mark that ends the insertion
    let named = before(1)?.lower == "," && before(2)?.is_capital() && before(2)?.is_word();
    let closed = pieces.get(number.to).is_some_and(|p| matches!(p.lower, "," | ")" | ";" | "."));
    let plain = pieces[number.from].is_digits() && number.to == number.from + 1 && number.low >= 1.0;
    let calendar = super::excluded::is_month(before(2)?.lower);
    (named && closed && plain && !calendar && before(2)?.text.chars().nth(1).is_none_or(char::is_lowercase))
        .then_some((number.to, "age-after-name"))
}

#[cfg(test)]
mod tests {
    use super::super::{number::cardinal, testing::pieces_of};
    use super::*;

    fn check(text: &str, at: usize, to: usize, in_years: bool, expected: bool) {
        pieces_of(text, |pieces| {
            let number = cardinal(pieces, at).expect("a number");
            assert_eq!(age(pieces, &number, to, in_years).is_some(), expected, "{text}");
        });
    }

    #[test]
    fn ages() {
        check("the 34-year-old baker", 1, 3, true, true);
        check("is 34 years old", 1, 3, true, true);
        check("after 34 years in", 1, 3, true, false);
        check("Jane Doe, 65, has left", 3, 4, false, true);
        check("died aged 65 in Rome", 2, 3, false, true);
        check("Jane Doe, 65 cows", 3, 4, false, false);
        check("on May 6, 12, and", 4, 5, false, false);
    }
}
