//! The words that time expressions begin with, so that the rules need not look at every word of a text.

use super::super::figure::piece::Piece;
use crate::find::hashed::FewWords;
use std::sync::LazyLock;

/// In small letters; expressions that begin with digits or are found by the reader of dates need not be here.
const STARTS: &str = "daily nightly weekly monthly quarterly annually yearly hourly every each mondays tuesdays wednesdays \
    thursdays fridays saturdays sundays midnight noon midday this last the that these those tomorrow yesterday next same today \
    tonight overnight previous preceding prior coming upcoming current past following first final recent a an one several many \
    some few half quarter eve weekend spring summer fall autumn winter now currently nowadays presently right just at recently \
    lately future earlier later early late christmas new halloween valentine boxing \
    seconds minutes hours days weeks months quarters years decades centuries weekends mins hrs yrs \
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen \
    twenty thirty forty fifty sixty seventy eighty ninety zero second third fourth fifth sixth seventh eighth ninth tenth \
    eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth \
    fiftieth hundredth twenties thirties forties fifties sixties seventies eighties nineties";

/// True when an expression may begin with `piece`.
pub(super) fn may_start(piece: &Piece) -> bool {
    static WORDS: LazyLock<FewWords> = LazyLock::new(|| FewWords::of(STARTS));
    piece.is_digits() || WORDS.has(piece.lower)
}

#[cfg(test)]
mod tests {
    use super::{super::super::figure::testing::pieces_of, *};

    #[test]
    fn starts() {
        pieces_of("Every 5 cows", |pieces| {
            let found: Vec<bool> = pieces.iter().map(may_start).collect();
            assert_eq!(found, [true, true, false]);
        });
    }
}
