//! Words that set articles apart: which ones some use more than others, and which ones are used for the same thing.

use super::Anchor;
use crate::ground::Rule;
use serde::{Deserialize, Serialize};

/// Expressions that different articles use for one thing where they assert the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SameThing {
    /// The expressions, the most used first; two at least.
    pub expressions: Vec<Expression>,
    /// The rule that found them.
    pub rule: Rule,
}

/// One expression.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Expression {
    /// Where it stands in sentences that assert the same as others, by article and place; the first stands for it. Of
    /// several words ("new elections") also where else these articles have it.
    pub anchors: Vec<Anchor>,
}

/// Under this many uses in all, a score rests on too little.
pub const FEW_USES: u32 = 3;

/// How much more a selection uses a word than the rest does.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Contrast {
    /// The word: an index into the counts given.
    pub word: usize,
    /// Uses in the selection.
    pub here: u32,
    /// Uses in the rest.
    pub rest: u32,
    /// The weighted log-odds ratio as a z-score: above 1.96, chance is an unlikely reason.
    pub score: f64,
    /// True under [`FEW_USES`] uses in all.
    pub few: bool,
}

/// The weighted log-odds ratio of every word, with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
/// "Fightin' Words", Political Analysis 16(4), equations 16, 20 and 22), highest first.
///
/// `counts` are the uses of each word in the selection and in the rest. The prior is the words' shares of both together,
/// worth `prior` words in all: with more of it, rare words need more to stand out. Words without a use are left out.
pub fn contrasts(counts: &[(u32, u32)], prior: f64) -> Vec<Contrast> {
    let here: f64 = counts.iter().map(|(here, _)| f64::from(*here)).sum();
    let rest: f64 = counts.iter().map(|(_, rest)| f64::from(*rest)).sum();
    if here == 0.0 || rest == 0.0 {
        return Vec::new();
    }
    let mut found: Vec<Contrast> = Vec::new();
    for (word, (ours, theirs)) in counts.iter().copied().enumerate().filter(|(_, (ours, theirs))| ours + theirs > 0) {
        let (y, z) = (f64::from(ours), f64::from(theirs));
        let alpha = prior * (y + z) / (here + rest);
        let odds = |uses: f64, all: f64| ((uses + alpha) / (all + prior - uses - alpha).max(f64::MIN_POSITIVE)).ln();
        let variance = 1.0 / (y + alpha) + 1.0 / (z + alpha);
        let score = (odds(y, here) - odds(z, rest)) / variance.sqrt();
        found.push(Contrast { word, here: ours, rest: theirs, score, few: ours + theirs < FEW_USES });
    }
    crate::order::sort_by(&mut found, |one, other| other.score.total_cmp(&one.score).then(one.word.cmp(&other.word)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_one_side_prefers_comes_first_and_the_other_sides_last() {
        let found = contrasts(&[(20, 2), (50, 50), (2, 20), (0, 0), (1, 0)], 100.0);
        assert_eq!(found.iter().map(|c| c.word).collect::<Vec<_>>(), [0, 4, 1, 2]);
        assert!(found[0].score > 1.96 && found[3].score < -1.96);
        assert!(found[1].few && found[1].score < 1.96, "one use proves nothing: {:?}", found[1]);
        assert!((found[0].score + found[3].score).abs() < 0.2, "both sides are nearly alike in size");
    }

    #[test]
    fn a_side_without_words_sets_nothing_apart() {
        assert!(contrasts(&[(3, 0), (2, 0)], 10.0).is_empty());
    }

    #[test]
    fn a_score_by_hand() {
        // y = 3 of 10, z = 1 of 10, prior 10: alpha 2; odds (5/15) and (3/17); variance 1/5 + 1/3
        let found = contrasts(&[(3, 1), (7, 9)], 10.0);
        let expected = ((5.0_f64 / 15.0).ln() - (3.0_f64 / 17.0).ln()) / (1.0_f64 / 5.0 + 1.0 / 3.0).sqrt();
        assert!((found[0].score - expected).abs() < 1e-12);
    }
}
