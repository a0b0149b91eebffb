//! What fonts have by default: the letters behind names and codes, and the widths of the fonts that every reader has.

use std::{collections::BTreeMap, sync::LazyLock};

static NAMES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    // The first line says what the list is.
    let rows = include_str!("names.txt").lines().skip(1).filter_map(|line| line.split_once(' '));
    rows.flat_map(|(letters, names)| names.split(' ').map(move |name| (name, letters))).collect()
});

/// What a letter's name stands for: `eacute`, `f_i`, `uni20AC`, `u1F98A`, `a`; empty when that is not known.
pub(super) fn letters_of(name: &str) -> String {
    let base = name.split('.').next().unwrap_or_default();
    base.split('_').map(part).collect()
}

fn part(name: &str) -> String {
    let letter = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    if let Some(letters) = NAMES.get(name) {
        return (*letters).to_owned();
    }
    if matches!(name, "space" | "nbspace" | "uni00A0") {
        return " ".to_owned();
    }
    if name.len() == 1 {
        return name.to_owned();
    }
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.is_ascii()) {
        return digits.as_bytes().chunks_exact(4).filter_map(|four| letter(core::str::from_utf8(four).ok()?)).collect();
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()));
    digits.and_then(letter).map(String::from).unwrap_or_default()
}

/// The standard encoding (ISO 32000-2, annex D.2).
pub(super) fn standard(code: u8) -> String {
    const UPPER: &str = "\
        ¡¢£⁄¥ƒ§¤'“«‹›\u{1}\u{2}\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0\
        ı\0\0łøœß\0\0\0\0";
    match code {
        b'\'' => "’".to_owned(),
        b'`' => "‘".to_owned(),
        b' '..=b'~' => char::from(code).into(),
        0xa1.. => match UPPER.chars().nth(usize::from(code - 0xa1)) {
            Some('\u{1}') => "fi".to_owned(),
            Some('\u{2}') => "fl".to_owned(),
            Some(letter) if letter != '\0' => letter.into(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// The widths of the letters from space to `~`, in thousandths of the size, in fonts that need not be in the file.
const WIDTHS: [[u16; 95]; 4] = [
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ],
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
        611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556, 500, 389, 280, 389, 584,
    ],
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
        611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
        500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
        500, 500, 444, 480, 200, 480, 541,
    ],
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778,
        667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500,
        556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
        500, 500, 444, 394, 220, 394, 520,
    ],
];

/// The width of letters in a font that is not in the file, by the font's name; near enough to tell words apart.
pub(super) fn standard_width(font: &str, letters: &str) -> f64 {
    let font = font.to_ascii_lowercase();
    if font.contains("courier") || font.contains("mono") {
        return 600.0;
    }
    let is_roman =
        ["times", "serif", "roman", "georgia"].iter().any(|name| font.contains(name)) && !font.contains("sans");
    let widths = &WIDTHS[usize::from(is_roman) * 2 + usize::from(font.contains("bold"))];
    let width = |letter: char| match u32::from(letter).checked_sub(32).and_then(|at| widths.get(at as usize)) {
        Some(width) => f64::from(*width),
        None => match letter {
            '‘' | '’' | '‚' | '\u{ad}' => 278.0,
            '—' | '…' => 1000.0,
            _ => 500.0,
        },
    };
    letters.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_letters() {
        let cases = [
            ("eacute", "é"),
            ("quoteright", "’"),
            ("fi", "fi"),
            ("f_f_l", "ffl"),
            ("a.sc", "a"),
            ("space", " "),
            ("uni20AC0041", "€A"),
            ("u1F98A", "🦊"),
            ("g37", ""),
            (".notdef", ""),
            ("unié", ""),
        ];
        for (name, letters) in cases {
            assert_eq!(letters_of(name), letters, "{name}");
        }
    }

    #[test]
    fn the_standard_encoding_is_as_the_standard_has_it() {
        let cases =
            [(b'A', "A"), (0x27, "’"), (0xae, "fi"), (0xb7, "•"), (0xba, "”"), (0xbf, "¿"), (0xd0, "—"), (0xe1, "Æ")];
        for (code, letters) in cases.into_iter().chain([(0xf1, "æ"), (0xfb, "ß"), (0x80, ""), (0xff, "")]) {
            assert_eq!(standard(code), letters, "{code:x}");
        }
    }

    #[test]
    fn fonts_that_are_not_there_have_their_widths() {
        assert_eq!(standard_width("Helvetica", "A"), 667.0);
        assert_eq!(standard_width("Times-Bold", "A"), 722.0);
        assert_eq!(standard_width("ABCDEF+CourierNew", "é"), 600.0);
    }
}
