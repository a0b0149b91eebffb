//! Words that bend a number: "almost", "more than", "as many as", "or so".

use super::piece::Piece;
use crossread_corpus::figure::Qualifier;

/// The qualifier that ends right before piece `from`, and its first piece.
pub(super) fn before(pieces: &[Piece], from: usize) -> Option<(Qualifier, usize)> {
    use Qualifier::{About, Almost, AtLeast, Exact, LessThan, MoreThan, UpTo};
    /// Longest first, so that "no more than" is not read as "more than".
    const PHRASES: [(&[&str], Qualifier); 50] = [
        (&["in", "the", "region", "of"], About),
        (&["an", "estimated"], About),
        (&["as", "many", "as"], UpTo),
        (&["as", "much", "as"], UpTo),
        (&["as", "few", "as"], AtLeast),
        (&["as", "little", "as"], AtLeast),
        (&["a", "maximum", "of"], UpTo),
        (&["a", "minimum", "of"], AtLeast),
        (&["a", "total", "of"], Exact),
        (&["no", "more", "than"], UpTo),
        (&["not", "more", "than"], UpTo),
        (&["no", "fewer", "than"], AtLeast),
        (&["no", "less", "than"], AtLeast),
        (&["not", "less", "than"], AtLeast),
        (&["in", "excess", "of"], MoreThan),
        (&["just", "short", "of"], Almost),
        (&["just", "shy", "of"], Almost),
        (&["just", "less", "than"], Almost),
        (&["just", "more", "than"], MoreThan),
        (&["well", "more", "than"], MoreThan),
        (&["upwards", "of"], MoreThan),
        (&["upward", "of"], MoreThan),
        (&["north", "of"], MoreThan),
        (&["more", "than"], MoreThan),
        (&["greater", "than"], MoreThan),
        (&["higher", "than"], MoreThan),
        (&["larger", "than"], MoreThan),
        (&["longer", "than"], MoreThan),
        (&["well", "over"], MoreThan),
        (&["just", "over"], MoreThan),
        (&["less", "than"], LessThan),
        (&["fewer", "than"], LessThan),
        (&["just", "under"], Almost),
        (&["close", "to"], Almost),
        (&["at", "least"], AtLeast),
        (&["at", "most"], UpTo),
        (&["up", "to"], UpTo),
        (&["estimated"], About),
        (&["about"], About),
        (&["around"], About),
        (&["some"], About),
        (&["roughly"], About),
        (&["approximately"], About),
        (&["circa"], About),
        (&["almost"], Almost),
        (&["nearly"], Almost),
        (&["over"], MoreThan),
        (&["exceeding"], MoreThan),
        (&["under"], LessThan),
        (&["exactly"], Exact),
    ];
    let fits = |words: &[&str]| {
        let start = from.checked_sub(words.len())?;
        words.iter().zip(&pieces[start..from]).all(|(word, piece)| *word == piece.lower).then_some(start)
    };
    PHRASES.iter().find_map(|(words, qualifier)| Some((*qualifier, fits(words)?)))
}

/// The qualifier that begins at piece `to`, and the piece after it: "or so", "or more", "-plus".
pub(super) fn after(pieces: &[Piece], to: usize) -> Option<(Qualifier, usize)> {
    let word = |n: usize| pieces.get(to + n).map_or("", |p| p.lower);
    match (word(0), word(1)) {
        ("or", "so") => Some((Qualifier::About, to + 2)),
        ("or", "more") => Some((Qualifier::AtLeast, to + 2)),
        ("or", "less" | "fewer") => Some((Qualifier::UpTo, to + 2)),
        ("plus", _) if pieces[to].joined => Some((Qualifier::AtLeast, to + 1)),
        ("+", _) if pieces[to].touches => Some((Qualifier::AtLeast, to + 1)),
        ("odd", _) if pieces[to].joined => Some((Qualifier::About, to + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::pieces_of;
    use super::*;

    fn check(text: &str, from: usize, expected: Option<(Qualifier, usize)>) {
        pieces_of(text, |pieces| assert_eq!(before(pieces, from), expected, "{text}"));
    }

    #[test]
    fn the_longest_phrase_wins() {
        check("no more than 5", 3, Some((Qualifier::UpTo, 0)));
        check("was more than 5", 3, Some((Qualifier::MoreThan, 1)));
        check("as many as 5", 3, Some((Qualifier::UpTo, 0)));
        check("an estimated 5", 2, Some((Qualifier::About, 0)));
        check("the 5", 1, None);
    }

    #[test]
    fn behind_the_number() {
        pieces_of("50-plus cows", |p| assert_eq!(after(p, 1), Some((Qualifier::AtLeast, 2))));
        pieces_of("5 or so", |p| assert_eq!(after(p, 1), Some((Qualifier::About, 3))));
    }
}
