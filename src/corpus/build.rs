//! Makes the table that folds letters, so that the page need not carry Unicode's own: runs of letters that fold alike.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};
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

/// What a letter folds to.
fn fold(letter: char, table: &BTreeMap<char, String>) -> String {
    if let Some(base) = table.get(&letter) {
        return base.clone();
    }
    let lower = letter.to_lowercase().filter(|part| !is_combining_mark(*part));
    lower.map(|lower| table.get(&lower).cloned().unwrap_or_else(|| lower.to_string())).collect()
}

fn main() {
    let mut table: BTreeMap<char, String> =
        UNDIVIDED.iter().map(|(letter, base)| (*letter, (*base).to_owned())).collect();
    for letter in BLOCKS.into_iter().flatten().filter_map(char::from_u32) {
        let lower: String = letter.to_lowercase().collect();
        let parts = lower.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase);
        let base: String = parts.map(undivided).collect();
        let folded = base != lower && base.chars().all(char::is_alphanumeric) && !base.is_empty();
        if folded {
            table.entry(letter).or_insert(base);
        }
    }
    let mut singles: Vec<(u32, u32)> = Vec::new();
    let mut several = String::new();
    for letter in '\u{80}'..=char::MAX {
        let folded = fold(letter, &table);
        let mut parts = folded.chars();
        match (parts.next(), parts.next()) {
            (Some(one), None) if one != letter => singles.push((letter.into(), one.into())),
            (Some(_), Some(_)) => write!(several, "('{letter}',{folded:?}),").expect("writing to a string"),
            _ => {}
        }
    }
    let mut source = format!("const SEVERAL: &[(char, &str)] = &[{several}];\nconst RUNS: &[Run] = &[");
    let mut rest = singles.as_slice();
    while let Some(run) = longest_run(rest) {
        let Run { first, base, count, step, apart } = run;
        write!(source, "Run({first}, {base}, {count}, {step}, {apart}),").expect("writing to a string");
        rest = &rest[count as usize..];
    }
    source.push_str("];\n");
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("fold.rs"), source).expect("OUT_DIR is writable");
    println!("cargo::rerun-if-changed=build.rs");
}

/// Letters at even distances that fold to letters at even distances.
struct Run {
    first: u32,
    /// What the first folds to.
    base: u32,
    count: u32,
    /// How far one is from the next.
    step: u32,
    /// How far what they fold to is from one to the next.
    apart: u32,
}

/// The longest run that the letters begin with.
fn longest_run(letters: &[(u32, u32)]) -> Option<Run> {
    let (first, base) = *letters.first()?;
    let runs = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)].map(|(step, apart)| {
        let places = (0..255).zip(letters);
        let fits = places.take_while(|(place, letter)| **letter == (first + place * step, base + place * apart));
        Run { first, base, count: fits.last().map_or(0, |(place, _)| place + 1), step, apart }
    });
    runs.into_iter().rev().max_by_key(|run| run.count)
}
