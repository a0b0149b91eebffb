//! Numbers in digits, words and both: "7,000", "twenty-five", "1.2 million", "half a million", "two dozen".

use super::piece::Piece;

/// A number read off a row of pieces.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Number {
    /// First piece.
    pub(crate) from: usize,
    /// The piece after the last.
    pub(crate) to: usize,
    /// Least value.
    pub(crate) low: f64,
    /// Greatest value.
    pub(crate) high: f64,
    /// How it is put.
    pub(crate) form: Form,
    /// The rule that read it.
    pub(crate) rule: &'static str,
}

/// How a number is put.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// "7,000", "seven".
    Cardinal,
    /// "seventh", "7th".
    Ordinal,
    /// "two-thirds", "half".
    Fraction,
    /// "thousands".
    Vague,
    /// "half a million": a number people round to.
    Rounded,
}

/// A cardinal number that begins at piece `from`.
pub(crate) fn cardinal(pieces: &[Piece], from: usize) -> Option<Number> {
    let first = pieces.get(from)?;
    if first.is_digits() { in_digits(pieces, from) } else { in_words(pieces, from) }
}

/// Digits, with a scale: "7,000", "1.2 million", "40bn".
fn in_digits(pieces: &[Piece], from: usize) -> Option<Number> {
    let (mut value, suffix) = digits(pieces[from].lower)?;
    let mut to = from + 1;
    let glued = match suffix {
        "" => None,
        "m" | "mn" | "mln" => Some(1e6),
        "bn" | "b" => Some(1e9),
        "tn" | "trn" => Some(1e12),
        "k" => Some(1e3),
        _ => return None,
    };
    if let Some(scale) = glued {
        value *= scale;
    } else {
        // "two hundred thousand" in digits: "200 thousand"; "3 dozen"
        while let Some(scale) = pieces.get(to).and_then(|p| scale(p.lower)) {
            value *= scale;
            to += 1;
        }
        if to == from + 1 {
            value += and_a_half(pieces, &mut to);
        }
    }
    Some(Number { from, to, low: value, high: value, form: Form::Cardinal, rule: "number-in-digits" })
}

/// The value of the digits `word` begins with, and what follows them: "7,000", "3.5", "7.5m".
///
/// None where the row is no plain number: "12:30", "1/2", "192.168.0.1", "12,34".
pub(crate) fn digits(word: &str) -> Option<(f64, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(word.len());
    let (number, suffix) = word.split_at(end);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let grouped = whole.contains(',');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    // thousands, or India's lakhs: "5,00,000"
    let rest_fits = groups.clone().count() == 0 || groups.all(|g| g.len() == 3 || g.len() == 2);
    let fits = !first.is_empty()
        && (!grouped
            || (first.len() <= 3 && rest_fits && whole.len() > 4 && whole.as_bytes()[whole.len() - 4] == b','))
        && decimals.bytes().all(|b| b.is_ascii_digit());
    if !fits || whole.len() > 19 || suffix.starts_with([':', '/']) {
        return None;
    }
    let mut value: f64 = whole.bytes().filter(|b| *b != b',').fold(0.0, |sum, b| sum * 10.0 + f64::from(b - b'0'));
    if !decimals.is_empty() {
        value = format!("{value}.{decimals}").parse().ok()?;
    }
    Some((value, suffix))
}

/// Words: "twenty-five", "two hundred and six thousand", "a dozen", "two and a half".
fn in_words(pieces: &[Piece], from: usize) -> Option<Number> {
    let first = pieces[from].lower;
    // "a hundred", "a dozen", "a couple of": the article is part of the number
    let article = matches!(first, "a" | "an");
    if article && !pieces.get(from + 1).is_some_and(|p| scale(p.lower).is_some() || p.lower == "couple") {
        return None;
    }
    if article && pieces[from + 1].lower == "couple" {
        let of = pieces.get(from + 2).is_some_and(|p| p.lower == "of");
        let about =
            Number { from, to: from + 2 + usize::from(of), low: 2.0, high: 2.0, form: Form::Cardinal, rule: "couple" };
        return of.then_some(about);
    }
    let mut to = from + usize::from(article);
    let (mut sum, mut current) = (0.0, if article { 1.0 } else { 0.0 });
    let mut last = if article { Word::Unit } else { Word::None };
    while let Some(piece) = pieces.get(to) {
        let word = piece.lower;
        if let Some((value, kind)) = small(word) {
            let goes_on = match (last, kind) {
                (Word::None | Word::Scale, _) => true,
                (Word::Ten, Word::Unit) => value > 0.0,
                _ => false,
            };
            if !goes_on {
                break;
            }
            current += value;
            last = kind;
        } else if let Some(scale) = scale(word).filter(|_| last != Word::None) {
            if scale < 1e3 {
                current *= scale;
            } else {
                sum += current * scale;
                current = 0.0;
            }
            last = Word::Scale;
        } else if word == "and" && last == Word::Scale && pieces.get(to + 1).is_some_and(|p| small(p.lower).is_some()) {
            // "two hundred and six", but not "a million and two more"
            if sum > 0.0 && current == 0.0 && sum >= 1e6 {
                break;
            }
        } else {
            break;
        }
        to += 1;
    }
    if to == from + usize::from(article) {
        return None;
    }
    let mut value = sum + current;
    value += and_a_half(pieces, &mut to);
    Some(Number { from, to, low: value, high: value, form: Form::Cardinal, rule: "number-in-words" })
}

/// "and a half" behind a number: 0.5, and `to` moves on.
fn and_a_half(pieces: &[Piece], to: &mut usize) -> f64 {
    let matches =
        ["and", "a", "half"].iter().enumerate().all(|(n, w)| pieces.get(*to + n).is_some_and(|p| p.lower == *w));
    if matches {
        *to += 3;
        return 0.5;
    }
    0.0
}

/// What a number word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    None,
    Unit,
    Ten,
    Scale,
}

/// Number words below a hundred.
fn small(word: &str) -> Option<(f64, Word)> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !(3..=9).contains(&word.len()) || !word.starts_with(['z', 'o', 't', 'f', 's', 'e', 'n']) {
        return None;
    }
    if let Some(at) = UNITS.iter().position(|w| *w == word) {
        return Some((at as f64, Word::Unit));
    }
    TENS.iter().position(|w| *w == word).map(|at| ((at as f64 + 2.0) * 10.0, Word::Ten))
}

/// Words that multiply the number before them.
pub(crate) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mln" | "mn" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    /// `marked` begins with a number that ends at the bar.
    fn check(marked: &str, value: f64) {
        let text = marked.replace('|', "");
        pieces_of(&text, |pieces| {
            let number = cardinal(pieces, 0).unwrap_or_else(|| panic!("no number in {text:?}"));
            assert_eq!(number.low, value, "{marked}");
            let end = pieces[number.to - 1].span.end() as usize;
            assert_eq!(end, marked.find('|').expect("a bar"), "{marked}");
        });
    }

    fn check_none(text: &str) {
        pieces_of(text, |pieces| assert_eq!(cardinal(pieces, 0), None, "{text}"));
    }

    #[test]
    fn digits_and_scales() {
        check("7,000| people", 7000.0);
        check("3.5| points", 3.5);
        check("1.2 million| people", 1.2e6);
        check("40bn| more", 4e10);
        check("5,00,000| rupees", 5e5);
        check("3 dozen| eggs", 36.0);
        check("0.7| points", 0.7);
        check("2 and a half| years", 2.5);
        check_none("12:30 in Rome");
        check_none("1/2 cup");
        check_none("1990s");
    }

    #[test]
    fn words() {
        check("twenty-five| cows", 25.0);
        check("two hundred and six| cows", 206.0);
        check("three hundred thousand| cows", 3e5);
        check("one million two hundred thousand| cows", 1.2e6);
        check("a dozen| eggs", 12.0);
        check("a hundred| days", 100.0);
        check("a couple of| days", 2.0);
        check("two and a half| years", 2.5);
        check("ten| two", 10.0);
        check_none("a person");
        check_none("hundred");
    }
}
