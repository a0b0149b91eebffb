//! Makes the table that folds accented letters, so that the page need not carry Unicode's own.

use std::{env, fmt::Write, fs, path::Path};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Letters that Unicode does not take apart, as dictionaries of their languages file them.
const UNDIVIDED: [(char, &str); 14] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ŋ', "n"),
    ('ŧ', "t"),
    ('ё', "е"),
    ('ґ', "г"),
];

/// Latin and Greek with marks, ligatures, full-width forms. Cyrillic keeps its й.
const BLOCKS: [core::ops::RangeInclusive<u32>; 6] =
    [0xaa..=0x24f, 0x370..=0x3ff, 0x1e00..=0x1fff, 0x2070..=0x209c, 0xfb00..=0xfb06, 0xff10..=0xff5a];

/// The table's own reading of a letter, where Unicode leaves one over.
fn undivided(letter: char) -> String {
    let known = UNDIVIDED.iter().find(|(undivided, _)| *undivided == letter);
    known.map_or_else(|| letter.to_string(), |(_, base)| (*base).to_owned())
}

fn main() {
    let mut table: Vec<(char, String)> = UNDIVIDED.iter().map(|(letter, base)| (*letter, (*base).to_owned())).collect();
    for letter in BLOCKS.into_iter().flatten().filter_map(char::from_u32) {
        let lower: String = letter.to_lowercase().collect();
        let parts = lower.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase);
        let base: String = parts.map(undivided).collect();
        let folded = base != lower && base.chars().all(char::is_alphanumeric) && !base.is_empty();
        if folded && !table.iter().any(|(known, _)| *known == letter) {
            table.push((letter, base));
        }
    }
    table.sort();
    let mut letters = String::new();
    let mut bases = String::new();
    let mut ends = String::new();
    for (letter, base) in &table {
        write!(letters, "{},", u32::from(*letter)).expect("writing to a string");
        bases.push_str(base);
        write!(ends, "{},", bases.len()).expect("writing to a string");
    }
    let count = table.len();
    let source = format!(
        "const LETTERS: [u16; {count}] = [{letters}];\nconst BASE_ENDS: [u16; {count}] = [{ends}];\nconst BASES: &str = {bases:?};\n"
    );
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("fold.rs"), source).expect("OUT_DIR is writable");
    println!("cargo::rerun-if-changed=build.rs");
}
