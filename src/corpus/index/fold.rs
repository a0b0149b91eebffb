//! Folding: what makes two spellings of one word the same key. It makes keys, never text.

include!(concat!(env!("OUT_DIR"), "/fold.rs"));

/// Letters at even distances that fold to letters at even distances: the first, what it folds to, how many there are,
/// how far apart they are, and how far apart what they fold to is.
struct Run(u32, u32, u8, u8, u8);

/// Adds the folded form of `letter` to `key`: lower case, without accents (Unicode NFKD less combining marks, from a
/// table of Latin and Greek made at build time); nothing for a combining mark.
pub fn fold_into(letter: char, key: &mut String) {
    if letter.is_ascii() {
        key.push(letter.to_ascii_lowercase());
    } else if is_combining(letter) {
    } else if let Ok(place) = SEVERAL.binary_search_by_key(&letter, |(letter, _)| *letter) {
        key.push_str(SEVERAL[place].1);
    } else {
        key.push(folded(letter.into()).and_then(char::from_u32).unwrap_or(letter));
    }
}

/// What a letter folds to, by the run it stands in.
fn folded(letter: u32) -> Option<u32> {
    let run = RUNS.partition_point(|run| run.0 <= letter).checked_sub(1)?;
    let Run(first, base, count, step, apart) = &RUNS[run];
    let (step, distance) = (u32::from(*step), letter - first);
    let place = distance / step;
    (distance % step == 0 && place < u32::from(*count)).then(|| base + place * u32::from(*apart))
}

/// True for the marks that combine with the letter before them.
pub const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// All of `text`, folded.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold_into(letter, &mut key));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_ligatures_fold() {
        for (text, key) in [
            ("ÉLYSÉE", "elysee"),
            ("e\u{301}", "e"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("ﬁnd", "find"),
            ("Ærø", "aero"),
            ("İstanbul", "istanbul"),
            ("Ёлка", "елка"),
            ("Ђоковић", "ђоковић"),
            ("Ἀθῆναι", "αθηναι"),
            ("Ａ１", "a1"),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn letters_without_accents_fold_to_lower_case() {
        // Cyrillic, Armenian, Georgian, Cherokee, Deseret and all others but Latin and Greek.
        let letters = ('\u{400}'..='\u{1dff}').chain('\u{2c80}'..=char::MAX);
        for letter in letters.filter(|letter| fold(&letter.to_string()).chars().count() == 1) {
            let lower: String = letter.to_lowercase().collect();
            let halfwidth = ('\u{ff10}'..='\u{ff5a}').contains(&letter);
            assert!(fold(&letter.to_string()) == lower || halfwidth || "ёЁґҐ".contains(letter), "{letter}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for letter in (0..0x1_0000).filter_map(char::from_u32) {
            let once = fold(&letter.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(letter));
        }
    }
}
