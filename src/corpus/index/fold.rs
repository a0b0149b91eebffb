//! Folding: what makes two spellings of one word the same key. It makes keys, never text.

include!(concat!(env!("OUT_DIR"), "/fold.rs"));

/// Adds the folded form of `letter` to `key`: lower case, without accents (Unicode NFKD less combining marks, from a
/// table of Latin and Greek made at build time); nothing for a combining mark.
pub fn fold_into(letter: char, key: &mut String) {
    if letter.is_ascii() {
        key.push(letter.to_ascii_lowercase());
        return;
    }
    if is_combining(letter) {
        return;
    }
    let base = u16::try_from(u32::from(letter)).ok().and_then(|code| LETTERS.binary_search(&code).ok());
    if let Some(place) = base {
        let from = place.checked_sub(1).map_or(0, |before| BASE_ENDS[before] as usize);
        key.push_str(&BASES[from..BASE_ENDS[place] as usize]);
        return;
    }
    for lower in letter.to_lowercase().filter(|part| !is_combining(*part)) {
        match u16::try_from(u32::from(lower)).ok().and_then(|code| LETTERS.binary_search(&code).ok()) {
            Some(_) if lower != letter => fold_into(lower, key),
            _ => key.push(lower),
        }
    }
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
    fn folding_twice_changes_nothing() {
        for letter in (0..0x1_0000).filter_map(char::from_u32) {
            let once = fold(&letter.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(letter));
        }
    }
}
