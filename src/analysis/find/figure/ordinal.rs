//! Places in a row: "sixth term", "the 21st attempt", "a second weekend call".

use super::{
    number::{Form, Number, digits},
    piece::Piece,
};

/// An ordinal that begins at piece `from` and ranks something.
pub(super) fn ordinal(pieces: &[Piece], from: usize) -> Option<Number> {
    let (value, to) = value(pieces, from)?;
    let next = pieces.get(to)?;
    let before = from.checked_sub(1).map_or("", |n| pieces[n].lower);
    if !next.is_word() || idiom(before, value, next) {
        return None;
    }
    // "second" is also a unit of time, and "first", "second" are also adverbs: a determiner must stand before them
    let determined = matches!(
        before,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "that"
            | "'s"
            | "’s"
            | "for"
            | "in"
            | "last"
            | "past"
            | "every"
    );
    (determined || value > 3.0 || pieces[from].is_digits() || next.joined).then_some(Number {
        from,
        to,
        low: value,
        high: value,
        form: Form::Ordinal,
        rule: "ordinal",
    })
}

/// The ordinal's value and the piece after it: "21st", "sixth", "twenty-first".
pub(crate) fn value(pieces: &[Piece], from: usize) -> Option<(f64, usize)> {
    let piece = pieces.get(from)?;
    if piece.is_digits() {
        let (value, suffix) = digits(piece.lower)?;
        return matches!(suffix, "st" | "nd" | "rd" | "th").then_some((value, from + 1));
    }
    if let Some(value) = word(piece.lower) {
        return Some((value, from + 1));
    }
    let tens = match piece.lower {
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    };
    let unit = pieces.get(from + 1).and_then(|p| word(p.lower)).filter(|value| *value < 10.0)?;
    Some((tens + unit, from + 2))
}

/// Phrases whose ordinal ranks nothing: "for the first time", "first lady", "a second thought", "the first quarter".
fn idiom(before: &str, value: f64, next: &Piece) -> bool {
    const NEVER: [&str; 27] = [
        "later", "ago", "rate", "class", "ever", "of", "and", "or", "quarter", "half", "lady", "ladies", "minister",
        "name", "century", "world", "thought", "thoughts", "aid", "hand", "floor", "person", "to", "in", "grade",
        "graders", "grader",
    ];
    const FIRST: [&str; 8] = ["time", "place", "step", "steps", "responders", "responder", "family", "degree"];
    let function = super::counted::is_function_word(next.lower);
    NEVER.contains(&next.lower)
        || function
        || (value == 1.0 && FIRST.contains(&next.lower))
        || (value <= 3.0 && next.lower == "degree")
        || before == "at"
        || next.is_capital()
}

fn word(word: &str) -> Option<f64> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if !(5..=11).contains(&word.len()) || !word.ends_with(['t', 'd', 'h']) {
        return None;
    }
    let at = WORDS.iter().position(|w| *w == word);
    at.map(|at| at as f64 + 1.0).or(match word {
        "thirtieth" => Some(30.0),
        "fortieth" => Some(40.0),
        "fiftieth" => Some(50.0),
        "hundredth" => Some(100.0),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    /// The ordinal's value at the first piece after the first `skip` pieces.
    fn check(text: &str, skip: usize, expected: Option<f64>) {
        pieces_of(text, |pieces| assert_eq!(ordinal(pieces, skip).map(|n| n.low), expected, "{text}"));
    }

    #[test]
    fn ranks() {
        check("a sixth term", 1, Some(6.0));
        check("sixth-term win", 0, Some(6.0));
        check("the 21st attempt", 1, Some(21.0));
        check("the twenty-first attempt", 1, Some(21.0));
        check("a second weekend call", 1, Some(2.0));
        check("the seventh consecutive day", 1, Some(7.0));
    }

    #[test]
    fn what_ranks_nothing() {
        check("the first time", 1, None);
        check("a second later", 1, None);
        check("the first lady", 1, None);
        check("first-rate work", 0, None);
        check("the first of many", 1, None);
        check("the third quarter", 1, None);
        check("the Second World War", 1, None);
    }
}
