//! What kind of word it is.

/// What kind of word it is, as far as its ending tells: who does, what kind, or what is done. "Voters" and "presidential"
/// are not other words for "election".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Class {
    /// Who does: "voters".
    Who,
    /// Of what kind: "presidential".
    Kind,
    /// All others.
    What,
}

impl Class {
    /// The class of a word in small letters, one or many.
    pub(crate) fn of(word: &str) -> Self {
        let word = word.strip_suffix('s').filter(|one| !one.ends_with('s')).unwrap_or(word);
        let ends =
            |endings: &[&str]| endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
        if ends(&["er", "or", "ist", "ee"]) {
            Self::Who
        } else if ends(&["al", "ial", "ive", "ous", "ful", "ary", "ic", "less"]) {
            Self::Kind
        } else {
            Self::What
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Class;

    #[test]
    fn words_of_one_stem_differ_in_class() {
        assert!(Class::of("voters") == Class::Who && Class::of("vote") == Class::What);
        assert!(Class::of("electoral") == Class::Kind && Class::of("elections") == Class::What);
    }
}
