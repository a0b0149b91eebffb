//! The words that numbers begin with, so that the rules need not look at every word of a text.

use super::piece::Piece;
use crate::find::hashed::FewWords;
use std::sync::LazyLock;

/// In small letters; numbers that begin with digits need not be here.
const STARTS: &str = "a an few several half quarter \
    tens dozens scores hundreds thousands lakhs millions crores billions trillions \
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
    nineteen twenty thirty forty fifty sixty seventy eighty ninety \
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth";

/// True when a number may begin with `piece`.
pub(super) fn may_start(piece: &Piece) -> bool {
    static WORDS: LazyLock<FewWords> = LazyLock::new(|| FewWords::of(STARTS));
    piece.is_digits() || (piece.is_word() && WORDS.has(piece.lower))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::pieces_of, *};

    #[test]
    fn starts() {
        pieces_of("Few of 5 cows", |pieces| {
            let found: Vec<bool> = pieces.iter().map(may_start).collect();
            assert_eq!(found, [true, false, true, false]);
        });
    }
}
