//! The fonts of a PDF as far as text needs them: which letters a code stands for, and how wide it is.

use super::{
    bounds::{Allowance, Excess},
    names::{letters_of, standard, standard_width},
};
use encoding_rs::{MACINTOSH, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

/// A font may give so many widths.
const WIDTHS: usize = 200_000;

/// One font (ISO 32000-2, 9.6 and 9.7).
#[derive(Debug)]
pub(super) struct Font {
    /// What its own table says.
    to_unicode: Option<CMap>,
    kind: Kind,
    /// What a width is to be multiplied by to be a share of the font's size.
    scale: f64,
}

#[derive(Debug)]
enum Kind {
    /// One byte a letter: what each stands for, and its width.
    Simple(Vec<(String, f64)>),
    Composite(Box<Composite>),
}

/// Several bytes a letter.
#[derive(Debug)]
struct Composite {
    encoding: Codes,
    /// First and last letter of each stretch of one width, sorted.
    widths: Vec<(u32, u32, f64)>,
    default: f64,
}

#[derive(Debug)]
enum Codes {
    /// Two bytes, which number the shapes of the font.
    Numbers,
    /// Two bytes, which are UTF-16.
    Utf16,
    /// As the file says.
    Listed(Box<CMap>),
}

impl Font {
    /// The font of a dictionary; `None` when there is no telling what it writes, or when it writes from top to bottom.
    pub(super) fn of(dict: &Dict<'_>, allowance: &mut Allowance) -> Result<Option<Self>, Excess> {
        allowance.take(1_000)?;
        let to_unicode = match dict.get::<Stream<'_>>(b"ToUnicode") {
            Some(stream) => CMap::parse(&allowance.unpack(&stream)?, |_| None),
            None => None,
        };
        let subtype = dict.get::<Name<'_>>(b"Subtype");
        let subtype = subtype.as_ref().map_or(&b""[..], |name| name.as_ref());
        let scale = match dict.get::<[f64; 6]>(b"FontMatrix") {
            Some([scale, ..]) if subtype == b"Type3" => scale.abs(),
            _ => 0.001,
        };
        let kind = if subtype == b"Type0" {
            Composite::of(dict, allowance)?.map(Box::new).map(Kind::Composite)
        } else {
            Some(Kind::Simple(simple(dict, allowance)?))
        };
        Ok(kind.map(|kind| Self { to_unicode, kind, scale }))
    }

    /// The first code of `bytes`, and how many bytes it takes; `bytes` is not empty.
    pub(super) fn code(&self, bytes: &[u8]) -> (u32, usize) {
        let first = |length: usize| bytes.iter().take(length).fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
        match &self.kind {
            Kind::Simple(_) => (first(1), 1),
            Kind::Composite(composite) => {
                let Codes::Listed(cmap) = &composite.encoding else { return (first(2), bytes.len().min(2)) };
                let lengths = 1..=bytes.len().min(4);
                let found =
                    lengths.clone().find(|length| cmap.lookup_cid_code(first(*length), *length as u8).is_some());
                let length = found.unwrap_or(bytes.len().min(2));
                (first(length), length)
            }
        }
    }

    /// The letters a code stands for; empty when nothing tells.
    pub(super) fn letters(&self, code: u32) -> String {
        match self.to_unicode.as_ref().and_then(|cmap| cmap.lookup_bf_string(code)) {
            Some(BfString::Char(letter)) if letter != '\0' => return letter.into(),
            Some(BfString::String(letters)) if letters != "\0" => return letters,
            _ => {}
        }
        match &self.kind {
            Kind::Simple(letters) => letters.get(code as usize).map(|(letters, _)| letters.clone()).unwrap_or_default(),
            Kind::Composite(composite) if matches!(composite.encoding, Codes::Utf16) => {
                char::from_u32(code).map(String::from).unwrap_or_default()
            }
            Kind::Composite(_) => String::new(),
        }
    }

    /// How far a code goes, as a share of the font's size.
    pub(super) fn width(&self, code: u32, length: usize) -> f64 {
        let width = match &self.kind {
            Kind::Simple(letters) => letters.get(code as usize).map(|(_, width)| *width),
            Kind::Composite(composite) => {
                let number = match &composite.encoding {
                    Codes::Listed(cmap) => cmap.lookup_cid_code(code, length as u8).unwrap_or_default(),
                    _ => code,
                };
                let behind = composite.widths.partition_point(|(first, _, _)| *first <= number);
                let found = composite.widths[..behind].last().filter(|(_, last, _)| number <= *last);
                Some(found.map_or(composite.default, |(_, _, width)| *width))
            }
        };
        width.unwrap_or_default() * self.scale
    }
}

impl Composite {
    fn of(dict: &Dict<'_>, allowance: &mut Allowance) -> Result<Option<Self>, Excess> {
        let encoding = match dict.get::<Object<'_>>(b"Encoding") {
            Some(Object::Name(name)) => {
                let name = name.as_str();
                match name {
                    _ if name.ends_with("-V") || name == "V" => return Ok(None),
                    _ if name.contains("UCS2") || name.contains("UTF16") => Codes::Utf16,
                    _ => Codes::Numbers,
                }
            }
            Some(Object::Stream(stream)) => match CMap::parse(&allowance.unpack(&stream)?, |_| None) {
                Some(cmap) => Codes::Listed(Box::new(cmap)),
                None => Codes::Numbers,
            },
            _ => Codes::Numbers,
        };
        let descendant = dict.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descendant = descendant.unwrap_or_default();
        let widths = descendant.get::<Array<'_>>(b"W").map(|widths| listed_widths(&widths)).unwrap_or_default();
        Ok(Some(Self { encoding, widths, default: descendant.get::<f64>(b"DW").unwrap_or(1000.0) }))
    }
}

/// `first [width …]` and `first last width`, one behind the other (ISO 32000-2, 9.7.4.3).
fn listed_widths(array: &Array<'_>) -> Vec<(u32, u32, f64)> {
    let mut widths: Vec<(u32, u32, f64)> = Vec::new();
    let mut numbers: Vec<f64> = Vec::new();
    for object in array.iter::<Object<'_>>().take(WIDTHS) {
        match object {
            Object::Number(number) => numbers.push(number.as_f64()),
            Object::Array(list) => {
                let first = numbers.first().map_or(0, |first| *first as u32);
                let single = (first..).zip(list.iter::<f64>().take(WIDTHS - widths.len().min(WIDTHS)));
                widths.extend(single.map(|(code, width)| (code, code, width)));
                numbers.clear();
            }
            _ => {}
        }
        if let [first, last, width] = numbers[..] {
            widths.push((first as u32, last as u32, width));
            numbers.clear();
        }
    }
    widths.sort_by_key(|(first, _, _)| *first);
    widths
}

/// What each byte stands for in a font of single bytes, and its width (ISO 32000-2, 9.6.5).
fn simple(dict: &Dict<'_>, allowance: &mut Allowance) -> Result<Vec<(String, f64)>, Excess> {
    let descriptor = dict.get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
    let mut letters = base_letters(dict, &descriptor, allowance)?;
    if let Some(differences) = dict.get::<Dict<'_>>(b"Encoding").and_then(|own| own.get::<Array<'_>>(b"Differences")) {
        let mut code = 0_usize;
        for object in differences.iter::<Object<'_>>().take(5_000) {
            match object {
                Object::Number(number) => code = number.as_f64() as usize,
                Object::Name(name) => {
                    if let Some(place) = letters.get_mut(code) {
                        *place = letters_of(name.as_str());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    let first = dict.get::<f64>(b"FirstChar").unwrap_or_default() as usize;
    let widths: Option<Vec<f64>> = dict.get::<Array<'_>>(b"Widths").map(|list| list.iter::<f64>().take(256).collect());
    let missing = descriptor.get::<f64>(b"MissingWidth").unwrap_or_default();
    let name = dict.get::<Name<'_>>(b"BaseFont");
    let name = name.as_ref().map_or("", |name| name.as_str());
    let width = |code: usize, letters: &str| match &widths {
        Some(widths) => code.checked_sub(first).and_then(|at| widths.get(at)).copied().unwrap_or(missing),
        None => standard_width(name, letters),
    };
    Ok(letters.into_iter().enumerate().map(|(code, letters)| (width(code, &letters), letters)).map(swap).collect())
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    (b, a)
}

/// What the bytes stand for before a font's own differences.
fn base_letters(dict: &Dict<'_>, descriptor: &Dict<'_>, allowance: &mut Allowance) -> Result<Vec<String>, Excess> {
    let named = match dict.get::<Object<'_>>(b"Encoding") {
        Some(Object::Name(name)) => Some(name.as_str().to_owned()),
        Some(Object::Dict(own)) => own.get::<Name<'_>>(b"BaseEncoding").map(|name| name.as_str().to_owned()),
        _ => None,
    };
    let subtype = dict.get::<Name<'_>>(b"Subtype");
    let is_true_type = subtype.as_ref().is_some_and(|name| name.as_str() == "TrueType");
    let encoding = match named.as_deref() {
        Some("WinAnsiEncoding") => Some(WINDOWS_1252),
        Some("MacRomanEncoding") => Some(MACINTOSH),
        None if is_true_type => Some(WINDOWS_1252),
        _ => None,
    };
    let all = 0..=255_u8;
    if let Some(encoding) = encoding {
        return Ok(all.map(|byte| encoding.decode_without_bom_handling(&[byte]).0.into_owned()).map(bare).collect());
    }
    let mut letters: Vec<String> = all.map(|byte| bare(standard(byte))).collect();
    if let (None, Some(program)) = (named, descriptor.get::<Stream<'_>>(b"FontFile")) {
        built_in(&allowance.unpack(&program)?, &mut letters);
    }
    Ok(letters)
}

/// Control characters write nothing.
fn bare(letters: String) -> String {
    if letters.contains(|letter: char| letter.is_control()) { String::new() } else { letters }
}

/// The letters that a Type 1 font lists itself, in the part of it that is plain text: `dup 12 /fi put`.
fn built_in(program: &[u8], letters: &mut [String]) {
    let plain = program.windows(5).position(|part| part == b"eexec").map_or(program, |end| &program[..end]);
    let plain = String::from_utf8_lossy(&plain[..plain.len().min(100_000)]);
    let Some((_, list)) = plain.split_once("/Encoding") else { return };
    let mut words = list.split_whitespace();
    if list.trim_start().starts_with("StandardEncoding") {
        return;
    }
    letters.iter_mut().for_each(String::clear);
    while let Some(word) = words.next() {
        if matches!(word, "def" | "readonly") {
            return;
        }
        // The list begins with a loop that fills it, in which `dup` and `def` have other neighbours.
        if word != "dup" {
            continue;
        }
        let (code, name) = (words.next(), words.next());
        let place = code.and_then(|code| code.parse::<usize>().ok()).and_then(|code| letters.get_mut(code));
        if let (Some(place), Some(name)) = (place, name.and_then(|name| name.strip_prefix('/'))) {
            *place = letters_of(name);
        }
    }
}
