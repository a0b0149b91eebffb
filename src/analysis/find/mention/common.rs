//! Whether a word is an ordinary English one: in the list, a regular form of a listed word, or made of two.

use super::lexicon::{Classes, Key, classes};

/// True when `word` (any case) is an ordinary English word, a regular form of one, or made of two.
pub(crate) fn is_common(word: &str) -> bool {
    if !word.is_ascii() || word.len() < 2 {
        return false;
    }
    is_form(word, 2) || is_compound(word)
}

/// True when the lists have `word` or a word it is a form of, up to `depth` endings away.
fn is_form(word: &str, depth: u8) -> bool {
    const ENDINGS: [(&str, &[&str]); 14] = [
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ied", &["y"]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &[""]),
        ("er", &["", "e"]),
        ("ness", &[""]),
        ("est", &["", "e"]),
        ("ist", &["", "y"]),
        ("ism", &["", "y"]),
        ("ation", &["e", ""]),
        ("ability", &["able"]),
    ];
    if classes(Key::of(word)).any(Classes::COMMON) {
        return true;
    }
    depth > 0
        && ENDINGS.iter().any(|(ending, others)| {
            let Some(at) = word.len().checked_sub(ending.len()).filter(|at| *at > 2) else { return false };
            if !word[at..].eq_ignore_ascii_case(ending) {
                return false;
            }
            let stem = &word[..at];
            let bytes = stem.as_bytes();
            let doubled = at > 3 && bytes[at - 1] == bytes[at - 2];
            others.iter().any(|other| {
                if other.is_empty() {
                    is_form(stem, depth - 1)
                } else {
                    classes(Key::of(stem).and(other)).any(Classes::COMMON)
                }
            }) || (doubled && is_form(&stem[..at - 1], 0))
        })
}

/// True for "superdelegate", "newsroom": a prefix or a common word, and a common word.
fn is_compound(word: &str) -> bool {
    const PREFIXES: [&str; 16] = [
        "super", "over", "under", "out", "anti", "non", "inter", "multi", "micro", "mini", "cyber", "counter", "bio",
        "un", "re", "mega",
    ];
    let known = classes(Key::of(word)).any(Classes::NAMES.or(Classes::GIVEN).or(Classes::SURNAME));
    if known || word.len() < 6 {
        return false;
    }
    let begins = |prefix: &str| word.len() > prefix.len() + 3 && word[..prefix.len()].eq_ignore_ascii_case(prefix);
    PREFIXES.iter().any(|prefix| begins(prefix) && is_form(&word[prefix.len()..], 1))
        || (4..word.len().saturating_sub(3))
            .any(|at| classes(Key::of(&word[..at])).any(Classes::COMMON) && is_form(&word[at..], 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_common_words() {
        for word in [
            "house",
            "Houses",
            "running",
            "stopped",
            "carried",
            "largely",
            "Baker",
            "Insiders",
            "Superdelegates",
            "fundraising",
        ] {
            assert!(is_common(word), "{word}");
        }
        assert!(!is_common("Krakow"));
    }
}
