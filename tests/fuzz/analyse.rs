//! Analysing any bytes: as a file, and as words that set off the finders' rules.

use crossread_analysis::{analyse as analyse_all, invariant, read};
use std::sync::LazyLock;

/// Words and marks that some rule looks for, one a line; `\n` is a line break.
static WORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("words.txt").lines().map(|word| if word == "\\n" { "\n" } else { word }).collect());

/// The formats of articles, by the first byte of the input; the rest are words.
const NAMES: [&str; 4] = ["a.txt", "a.md", "a.html", "a.json"];

/// Analyses all but the first byte, twice.
///
/// # Panics
/// When what is found breaks an invariant, or is not the same both times.
pub(crate) fn analyse(bytes: &[u8]) {
    let Some((pick, bytes)) = bytes.split_first() else { return };
    let (name, bytes) = match NAMES.get(usize::from(*pick)) {
        Some(name) => (*name, bytes.to_vec()),
        None => ("a.txt", spoken(*pick, bytes).into_bytes()),
    };
    let Ok(readings) = read::file(name, &bytes) else { return };
    let found = analyse_all(readings.clone(), None);
    invariant::check(&found);
    if bytes.len() < 1 << 10 {
        assert_eq!(found, analyse_all(readings, None), "the same in gives the same out");
    }
}

/// A text of words from the list.
///
/// Two bytes to a word; every eighth word is not followed by a space. An odd `pick` stirs the bytes, so that each
/// change of one gives another text.
fn spoken(pick: u8, bytes: &[u8]) -> String {
    // FNV-1a
    let stir = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let mut state = bytes.iter().fold(0xcbf2_9ce4_8422_2325, stir);
    let mut text = String::new();
    for pair in bytes.chunks(2) {
        let mut number = usize::from(pair[0]) << 8 | usize::from(*pair.get(1).unwrap_or(&0));
        if pick % 2 == 1 {
            state = stir(state, &pair[0]);
            number = (state >> 40) as usize;
        }
        text.push_str(WORDS[number % WORDS.len()]);
        if number / WORDS.len() % 8 != 7 {
            text.push(' ');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn analyse() {
        let mixed: Vec<u8> =
            [255].into_iter().chain((0..1200_u32).flat_map(|n| (n * 7919 % 65_521).to_be_bytes())).collect();
        let seeds: [&[u8]; 8] = [
            "\0Ferry runs again\n\nPublished 21:47, 3 March 2031\n\nMayor Ann Poe said on Monday that “almost 7,000 \
             people” would cross. “We are ready,” she told the Harbour Times.\n"
                .as_bytes(),
            "\0BERLIN (AP) — The 65-year-old, who ‘won’ 80 per cent, vowed: \"No!\" According to the U.N., dozens of \
             firms in North Dakota's capital were, he said, closed from Monday to Thursday.\n"
                .as_bytes(),
            "\u{1}# A *title*\n\n> “One,” she said.\n\nIn the late 1990s the bloc's president, Bo Day, a baker, lost $5 million.\n".as_bytes(),
            concat!("\u{2}", include_str!("../golden/html/magazine.html")).as_bytes(),
            b"\x03{\"title\": \"One\", \"text\": \"Two, said Ann. <p>x</p>\", \"date\": \"2031-02-03\"}",
            &mixed,
            &mixed[..400],
            &mixed[..80],
        ];
        assert!(WORDS.len() > 300);
        assert!(crate::run("analyse", &seeds, super::analyse) >= 8);
    }
}
