//! Bytes to text: which encodings are read, and what is said about those that are not.

use crate::rejection::Rejection;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use core::str::from_utf8;
use crossread_corpus::article::Warning;
use encoding_rs::{Encoding, WINDOWS_1252};

/// The longest file that is read, in bytes: some thirty times a long book, and short enough for a page to carry.
pub const LIMIT: usize = 20_000_000;

/// What to do about a file in a wrong encoding.
const SAVE_AS_UTF8: &str = "save it as UTF-8";

/// The text of a file.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Decoded {
    /// Without BOM, line ends `\n`, not blank.
    pub(super) text: String,
    /// The WHATWG label of its encoding.
    pub(super) encoding: &'static str,
    /// Says so when the encoding was guessed.
    pub(super) warnings: Vec<Warning>,
}

/// Decodes a file; `declared` is the encoding it names itself, if its format can.
///
/// UTF-8 with or without BOM and UTF-16 with BOM are taken at their word. Bytes that are not UTF-8 are Windows-1252 when
/// the file declares it (or ISO-8859-1, which browsers read as such) or when it has that encoding's letter statistics.
///
/// # Errors
/// Refuses a file that is over [`LIMIT`], empty, blank, binary, damaged, or in any other encoding.
pub(super) fn decode(file: &str, bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, Rejection> {
    if bytes.len() > LIMIT {
        return Err(too_long(file, bytes.len() as u64));
    }
    if let Some(kind) = magic(bytes) {
        return Err(Rejection::new(file, format!("this is {kind}, not text"), remedy_for(kind)));
    }
    let (text, encoding) = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            return Err(Rejection::new(file, "the file looks like UTF-32", SAVE_AS_UTF8).at("byte 0"));
        }
        [0xff, 0xfe, units @ ..] => (utf16(file, units, u16::from_le_bytes)?, "utf-16le"),
        [0xfe, 0xff, units @ ..] => (utf16(file, units, u16::from_be_bytes)?, "utf-16be"),
        _ => eight_bit(file, bytes, declared)?,
    };
    if let Some(at) = text.find('\0') {
        let place = line(&text.as_bytes()[..at]);
        return Err(Rejection::new(file, "the file holds a NUL character, so it is not plain text", SAVE_AS_UTF8)
            .at(format!("line {place}")));
    }
    if is_blank(&text) {
        let problem = if bytes.is_empty() { "the file is empty" } else { "the file holds nothing but white space" };
        return Err(Rejection::new(file, problem, "put an article in it or take it out of the folder"));
    }
    let warnings = if encoding == "windows-1252" {
        let message = "The file is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8.";
        vec![Warning { span: None, message: message.to_owned() }]
    } else {
        Vec::new()
    };
    Ok(Decoded { text: newlines(text), encoding, warnings })
}

/// The refusal of a file of this many bytes, which is over [`LIMIT`]: such a file need not be opened.
pub fn too_long(file: &str, bytes: u64) -> Rejection {
    let problem = format!("the file has {bytes} bytes and at most {LIMIT} are read");
    Rejection::new(file, problem, "keep only the article, or split the file")
}

/// The same text with `\r\n` and `\r` as `\n`.
pub(crate) fn newlines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// True when a reader would see nothing: white space, zero-width spaces and stray byte order marks.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
}

/// The 1-based number of the line that follows `before`, by any of the three line ends.
pub(crate) fn line(before: &[u8]) -> usize {
    let ends = before.iter().enumerate();
    1 + ends.filter(|(at, byte)| **byte == b'\n' || **byte == b'\r' && before.get(at + 1) != Some(&b'\n')).count()
}

fn utf16(file: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Rejection> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 2; // of the BOM
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let place = || format!("line {}, byte {offset}", line(text.as_bytes()));
        let c = decoded.map_err(|lone| {
            let problem = format!("half a UTF-16 character (surrogate {:04X})", lone.unpaired_surrogate());
            Rejection::new(file, problem, SAVE_AS_UTF8).at(place())
        })?;
        text.push(c);
        offset += 2 * c.len_utf16();
    }
    if rest.is_empty() {
        return Ok(text);
    }
    let place = format!("line {}, byte {offset}", line(text.as_bytes()));
    Err(Rejection::new(file, "the file ends within a UTF-16 character", SAVE_AS_UTF8).at(place))
}

fn eight_bit(
    file: &str,
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Result<(String, &'static str), Rejection> {
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let valid = match from_utf8(unmarked) {
        Ok(text) if text.contains('\0') => return Err(with_nul(file, unmarked)),
        Ok(text) => return Ok((text.to_owned(), "utf-8")),
        Err(error) => error.valid_up_to() + bytes.len() - unmarked.len(),
    };
    if bytes.contains(&0) {
        return Err(with_nul(file, bytes));
    }
    let looks = if unmarked.len() < bytes.len() || is_damaged_utf8(bytes) {
        Looks::Damaged
    } else if declared.is_none() && bytes.iter().all(|byte| byte.is_ascii() || is_sign(*byte)) {
        Looks::Like(WINDOWS_1252)
    } else if let Some(encoding) = declared.filter(|encoding| *encoding != encoding_rs::UTF_8) {
        Looks::Like(encoding)
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        Looks::Like(detector.guess(None, Utf8Detection::Deny))
    };
    let place = |at: usize| format!("line {}, byte {at}", line(&bytes[..at]));
    let problem = match looks {
        Looks::Like(encoding) if encoding == WINDOWS_1252 => match bytes.iter().position(|b| has_no_character(*b)) {
            None => return Ok((WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), "windows-1252")),
            Some(at) => {
                let problem = format!("byte 0x{:02X} is neither UTF-8 nor Windows-1252", bytes[at]);
                return Err(Rejection::new(file, problem, SAVE_AS_UTF8).at(place(at)));
            }
        },
        Looks::Damaged => "the file is UTF-8 with a damaged character here".to_owned(),
        Looks::Like(encoding) => format!("the file is not UTF-8; it looks like {}", encoding.name()),
    };
    Err(Rejection::new(file, problem, SAVE_AS_UTF8).at(place(valid)))
}

/// What bytes that are not UTF-8 are instead.
enum Looks {
    Damaged,
    Like(&'static Encoding),
}

/// Windows-1252 leaves five bytes undefined; control characters other than white space are not text.
fn has_no_character(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1f | 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)
}

/// Quotes, dashes, currency and the like in Windows-1252. Where nothing else is beyond ASCII there are no letters to
/// take statistics of, and in other encodings most of these bytes are letters.
fn is_sign(byte: u8) -> bool {
    matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xa0 | 0xa3 | 0xa7 | 0xa9 | 0xab | 0xae | 0xb0 | 0xb7 | 0xbb..=0xbe)
}

/// True when at least as many whole UTF-8 characters beyond ASCII stand in it as broken ones: by chance they are rare.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken
}

fn with_nul(file: &str, bytes: &[u8]) -> Rejection {
    let at = bytes.iter().position(|byte| *byte == 0).unwrap_or_default();
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 4;
    if zeros(0) > half || zeros(1) > half {
        let problem = "the file looks like UTF-16 without a byte order mark";
        return Rejection::new(file, problem, SAVE_AS_UTF8).at(format!("byte {at}"));
    }
    let remedy = "save the article as text and take this file out of the folder";
    Rejection::new(file, "the file is binary (it holds a NUL byte)", remedy).at(format!("byte {at}"))
}

/// What a file is by its first bytes, with its article.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 11] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt, .epub)"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff", "a JPEG picture"),
        (b"GIF87a", "a GIF picture"),
        (b"GIF89a", "a GIF picture"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office document"),
        (b"{\\rtf", "a rich text (RTF) document"),
        (b"SQLite format 3\0", "an SQLite database"),
    ];
    KNOWN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

fn remedy_for(kind: &str) -> &'static str {
    if kind.ends_with("picture") {
        "take it out of the folder"
    } else if kind.contains("archive") && !kind.contains("document") {
        "unpack it and put the articles themselves in the folder"
    } else if kind == "a PDF" {
        "rename it to .pdf"
    } else {
        "save the article as plain text (.txt, UTF-8)"
    }
}

#[cfg(test)]
mod tests;
