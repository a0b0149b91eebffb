//! Numbers that are no figures: dates, years, clock times, phone numbers, and names with digits.

use super::{number::Number, piece::Piece};
use crate::find::{date::month_named, token::TokenKind};

/// True when the digits or words of `number` name a moment or a thing. `measured` when it has a unit, a currency or
/// a qualifier; `counted` when something it may count stands behind it.
pub(super) fn is_no_figure(pieces: &[Piece], number: &Number, measured: bool, counted: bool) -> bool {
    is_date(pieces, number, measured)
        || is_clock_time(pieces, number)
        || is_code(pieces, number)
        || is_list_number(pieces, number)
        || is_name(pieces, number, measured || counted)
}

/// True for the names of months, in full or short.
pub(crate) fn is_month(word: &str) -> bool {
    month_named(word.strip_suffix('.').unwrap_or(word)).is_some()
}

/// "August 9", "17th August", "16-Aug-2020", "in 2016".
pub(super) fn is_date(pieces: &[Piece], number: &Number, measured: bool) -> bool {
    let month =
        |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(|p| p.is_capital() && is_month(p.lower));
    let value = number.low;
    let day = (1.0..=31.0).contains(&value) && value == value.trunc();
    // "the 3 August days" is rarer than "3 August"; "9 March" after a number is a date, "May 300" is not
    if day && (month(number.from.checked_sub(1)) || month(Some(number.to))) {
        return true;
    }
    if day && pieces.get(number.to).is_some_and(|p| p.lower == "of") && month(Some(number.to + 1)) {
        return true;
    }
    // the second day of "August 9 and 10", "August 9-10"
    let linked = |p: &Piece| matches!(p.lower, "and" | "to" | "-" | "–" | "or");
    if day && number.from >= 3 && linked(&pieces[number.from - 1]) && month(number.from.checked_sub(3)) {
        return true;
    }
    if day && pieces[number.from].joined && number.from >= 2 && month(number.from.checked_sub(2)) {
        return true;
    }
    let piece = &pieces[number.from];
    let four = number.to == number.from + 1 && piece.text.len() == 4 && piece.text.bytes().all(|b| b.is_ascii_digit());
    if four && (1100.0..2100.0).contains(&value) {
        return !measured || month(number.from.checked_sub(1));
    }
    // "'16"
    number.from > 0 && matches!(pieces[number.from - 1].lower, "'" | "’") && piece.touches && piece.text.len() == 2
}

/// "5 p.m.", "10 o'clock"; "12:30" is no number to begin with.
fn is_clock_time(pieces: &[Piece], number: &Number) -> bool {
    let next = pieces.get(number.to).map_or("", |p| p.lower);
    let hour = number.low <= 24.0;
    let at = number.from.checked_sub(1).map_or("", |n| pieces[n].lower);
    let zone = matches!(next, "gmt" | "utc" | "est" | "edt" | "pst" | "cet" | "bst" | "et" | "ist");
    hour && (matches!(next, "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "o'clock" | "o’clock" | "noon")
        || (zone && at != "$"))
}

/// Phone numbers, scores, ratios, long codes: digits joined to digits, or to letters before them.
fn is_code(pieces: &[Piece], number: &Number) -> bool {
    let before = number.from.checked_sub(1).map(|n| &pieces[n]);
    let piece = &pieces[number.from];
    let word_before = before.is_some_and(|p| p.is_word() && p.lower.chars().all(char::is_alphanumeric));
    // "F-16", "Covid-19", but not "mid-20", "pre-1"
    if piece.joined && piece.is_digits() && word_before {
        return !before.is_some_and(|p| matches!(p.lower, "mid" | "pre" | "post" | "sub" | "over" | "under" | "plus"));
    }
    let digits_behind = pieces.get(number.to).is_some_and(|p| p.joined && p.is_digits());
    let digits_before = piece.joined && before.is_some_and(Piece::is_digits);
    piece.is_digits() && (digits_behind || digits_before)
        || (piece.text.len() > 12 && piece.text.bytes().all(|b| b.is_ascii_digit()))
        || before.is_some_and(|p| p.touches && matches!(p.lower, "#" | "/" | "."))
        || before.is_some_and(|p| piece.touches && matches!(p.lower, "#" | "/" | "@"))
        || (matches!(before.map_or("", |p| p.lower), "no." | "nos." | "number") && !piece.joined)
}

/// "1) …", "(2) …", "3. …": what a sentence begins with to say which of a list it is.
fn is_list_number(pieces: &[Piece], number: &Number) -> bool {
    let opens = number.from == 0 || (number.from == 1 && pieces[0].lower == "(");
    let closes = pieces.get(number.to).is_some_and(|p| p.lower == ")" || (p.lower == "." && p.touches));
    opens && closes && pieces[number.from].is_digits() && pieces.len() > number.to + 1
}

/// "Boeing 737", "Channel 4", "Article 5": a capital word right before digits that count nothing.
fn is_name(pieces: &[Piece], number: &Number, measured: bool) -> bool {
    const NAMED: [&str; 34] = [
        "article",
        "boeing",
        "airbus",
        "channel",
        "section",
        "chapter",
        "resolution",
        "flight",
        "route",
        "highway",
        "interstate",
        "ward",
        "district",
        "title",
        "proposition",
        "amendment",
        "rule",
        "page",
        "room",
        "gate",
        "line",
        "act",
        "episode",
        "season",
        "volume",
        "part",
        "phase",
        "level",
        "type",
        "version",
        "radio",
        "bbc",
        "area",
        "unit",
    ];
    let Some(before) = number.from.checked_sub(1).map(|n| &pieces[n]) else { return false };
    let piece = &pieces[number.from];
    if number.to != number.from + 1 || piece.joined {
        return false;
    }
    if NAMED.contains(&before.lower) && piece.is_digits() && pieces.get(number.to).is_none_or(|p| p.lower != "%") {
        return true;
    }
    // "Formula One", "Windows Ten": the number word itself is capital in mid-sentence
    if !piece.is_digits() && piece.is_capital() && before.is_capital() && before.is_word() {
        return true;
    }
    let opens = number.from == 1 || pieces[..number.from - 1].last().is_some_and(|p| p.kind == TokenKind::Mark);
    piece.is_digits()
        && !measured
        && before.kind == TokenKind::Word
        && before.text.contains(char::is_uppercase)
        && !(opens && super::counted::is_function_word(before.lower))
}

#[cfg(test)]
mod tests {
    use super::super::{number::cardinal, testing::pieces_of};
    use super::*;

    fn check(text: &str, at: usize, expected: bool) {
        pieces_of(text, |pieces| {
            let number = cardinal(pieces, at).expect("a number");
            assert_eq!(is_no_figure(pieces, &number, false, false), expected, "{text}");
        });
    }

    #[test]
    fn dates_and_times() {
        check("on August 9 they", 2, true);
        check("on 9 August they", 1, true);
        check("on August 9 and 10 they", 4, true);
        check("in 2016 they", 1, true);
        check("at 5 p.m. they", 1, true);
        check("with 5 cows", 1, false);
    }

    #[test]
    fn names_with_digits() {
        check("a Boeing 737 crashed", 2, true);
        check("the F-16 crashed", 2, true);
        check("Call 555-1234 now", 1, true);
        check("About 50 cows", 1, false);
        check("under Article 5 they", 2, true);
        check("an iPhone 6 and", 2, true);
    }

    #[test]
    fn numbers_of_a_list() {
        check("4) How hard will it be?", 0, true);
        check("(2) Bakers want more.", 1, true);
        check("4 of them left.", 0, false);
        check("4.", 0, false);
    }
}
