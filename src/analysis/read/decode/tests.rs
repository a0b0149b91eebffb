//! Which bytes are read as what, and which are refused with which words.

use super::{LIMIT, decode};

/// Decodes `bytes` and compares `encoding: text` or the refusal's message.
fn check(bytes: &[u8], expected: &str) {
    let found = match decode("f.txt", bytes, None) {
        Ok(decoded) => format!("{}: {}", decoded.encoding, decoded.text),
        Err(rejection) => rejection.to_string(),
    };
    assert_eq!(found, expected, "{}", bytes.escape_ascii());
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn unicode_with_and_without_bom() {
    check("Café – ‘so’".as_bytes(), "utf-8: Café – ‘so’");
    check("\u{feff}Café".as_bytes(), "utf-8: Café");
    check(&utf16("\u{feff}Zoë 🦊", u16::to_le_bytes), "utf-16le: Zoë 🦊");
    check(&utf16("\u{feff}Zoë 🦊", u16::to_be_bytes), "utf-16be: Zoë 🦊");
}

#[test]
fn line_ends_become_newlines_and_nothing_else_changes() {
    check(b"a\r\nb\rc\n\r\nd \t\n", "utf-8: a\nb\nc\n\nd \t\n");
    check("a\u{2028}b\u{2029}c\u{a0}d\u{ad}e".as_bytes(), "utf-8: a\u{2028}b\u{2029}c\u{a0}d\u{ad}e");
    check(b"a\n\xef\xbb\xbfb", "utf-8: a\n\u{feff}b");
}

#[test]
fn windows_1252_is_detected() {
    let english = b"The mayor said it was \x93too late\x94 \x96 and the council\x92s answer came at once.";
    check(english, "windows-1252: The mayor said it was “too late” – and the council’s answer came at once.");
    let french = b"Le pr\xe9sident a d\xe9clar\xe9 que la situation \xe9tait tr\xe8s grave.";
    check(french, "windows-1252: Le président a déclaré que la situation était très grave.");
    check(b"The caf\xe9 was closed.", "windows-1252: The café was closed.");
    check(b"It cost \xa350, or \x8055.", "windows-1252: It cost £50, or €55.");
    assert_eq!(decode("f.txt", french, None).map(|d| d.warnings.len()), Ok(1));
}

#[test]
fn other_encodings_are_refused_with_their_place() {
    let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("One\nПрезидент сказал, что выборы состоятся осенью.");
    check(&russian, "f.txt, line 2, byte 4: the file is not UTF-8; it looks like windows-1251; save it as UTF-8");
    let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("大統領は記者会見で選挙について話しました。");
    check(&japanese, "f.txt, line 1, byte 0: the file is not UTF-8; it looks like Shift_JIS; save it as UTF-8");
    check(
        "first\r\nCafé ".bytes().chain(*b"\xff caf").collect::<Vec<_>>().as_slice(),
        "f.txt, line 2, byte 13: the file is UTF-8 with a damaged character here; save it as UTF-8",
    );
    check(
        b"\xef\xbb\xbfCaf\xe9",
        "f.txt, line 1, byte 6: the file is UTF-8 with a damaged character here; save it as UTF-8",
    );
    check(
        b"The caf\xe9 was\n\x81closed.",
        "f.txt, line 2, byte 13: byte 0x81 is neither UTF-8 nor Windows-1252; save it as UTF-8",
    );
    check(
        b"\xff\xfea\0\n\0\0\xd8b\0",
        "f.txt, line 2, byte 6: half a UTF-16 character (surrogate D800); save it as UTF-8",
    );
    check(b"\xff\xfea\0b", "f.txt, line 1, byte 4: the file ends within a UTF-16 character; save it as UTF-8");
    check(b"\xff\xfe\0\0a\0\0\0", "f.txt, byte 0: the file looks like UTF-32; save it as UTF-8");
    check(b"a\0b\0c\0", "f.txt, byte 1: the file looks like UTF-16 without a byte order mark; save it as UTF-8");
}

#[test]
fn what_is_not_text_is_named() {
    let nothing = "put an article in it or take it out of the folder";
    check(b"", &format!("f.txt: the file is empty; {nothing}"));
    check(b" \r\n\t", &format!("f.txt: the file holds nothing but white space; {nothing}"));
    check(b"\xef\xbb\xbf\xe2\x80\x8b", &format!("f.txt: the file holds nothing but white space; {nothing}"));
    let remedy = "save the article as text and take this file out of the folder";
    check(b"ab\0cdefgh", &format!("f.txt, byte 2: the file is binary (it holds a NUL byte); {remedy}"));
    check(b"%PDF-1.7\n", "f.txt: this is a PDF, not text; rename it to .pdf");
    check(b"\x89PNG\r\n\x1a\n..", "f.txt: this is a PNG picture, not text; take it out of the folder");
    let unpack = "unpack it and put the articles themselves in the folder";
    check(b"\x1f\x8b\x08", &format!("f.txt: this is a gzip archive, not text; {unpack}"));
}

#[test]
fn the_limit_is_on_the_file_as_given() {
    assert!(decode("f.txt", &vec![b'a'; LIMIT], None).is_ok());
    let refused = decode("f.txt", &vec![b'a'; LIMIT + 1], None).map_err(|r| r.problem);
    assert_eq!(refused, Err("the file has 20000001 bytes and at most 20000000 are read".to_owned()));
}

#[test]
fn a_declared_encoding_settles_what_statistics_cannot() {
    let bytes = b"\xcf\xf0\xe8\xe2\xe5\xf2";
    assert_eq!(decode("f", bytes, encoding_rs::Encoding::for_label(b"latin1")).map(|d| d.encoding), Ok("windows-1252"));
    let refused = decode("f", bytes, encoding_rs::Encoding::for_label(b"koi8-r")).map_err(|r| r.problem);
    assert_eq!(refused, Err("the file is not UTF-8; it looks like KOI8-R".to_owned()));
}
