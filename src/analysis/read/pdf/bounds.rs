//! How much of a PDF is unpacked: streams within one allowance, and a look at a file before it is opened.

use super::{lexer::hexadecimal, nested};
use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::{Filter, object::Stream};

/// So many bytes are unpacked of one file, all that is looked at together, and what is painted twice counted twice.
pub(super) const MOST: usize = 40_000_000;

/// A file may hold so many dictionaries: each page, font and picture is one or a few.
const DICTIONARIES: usize = 500_000;

/// In a file whose objects are encrypted, they may have so many bytes: how long they are unpacked is not seen
/// beforehand, and it is at most a thousand times as much.
const ENCRYPTED: usize = 400_000;

/// Why a file is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Excess {
    /// Unpacked it would be over [`MOST`].
    Bytes,
    /// It holds more objects than an article can.
    Objects,
}

/// What is left to unpack.
#[derive(Debug)]
pub(super) struct Allowance(usize);

impl Allowance {
    pub(super) fn new() -> Self {
        Self(MOST)
    }

    pub(super) fn take(&mut self, bytes: usize) -> Result<(), Excess> {
        self.0 = self.0.checked_sub(bytes).ok_or(Excess::Bytes)?;
        Ok(())
    }

    /// What a stream holds; empty when it is packed in a way that text is not.
    pub(super) fn unpack(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, Excess> {
        let mut data = stream.raw_data().into_owned();
        // Opening it costs something, however short it is.
        self.take(2_000)?;
        for filter in stream.filters() {
            data = match filter {
                Filter::FlateDecode => inflated(&data, self.0)?,
                Filter::AsciiHexDecode => hexadecimal(data.split(|byte| *byte == b'>').next().unwrap_or_default()),
                Filter::Ascii85Decode => ascii85(&data),
                Filter::RunLengthDecode => run_length(&data, self.0)?,
                Filter::LzwDecode => lzw(&data, self.0)?,
                Filter::Crypt => data,
                _ => Vec::new(),
            };
            self.take(data.len())?;
        }
        Ok(data)
    }
}

/// Looks at what a library unpacks as soon as it opens a file: the lists of objects, and objects packed together
/// (ISO 32000-2, 7.5.7 and 7.5.8).
pub(super) fn check(file: &[u8]) -> Result<(), Excess> {
    if nested::is_endless(file) {
        return Err(Excess::Objects);
    }
    let mut left = MOST;
    let mut end = 0;
    let mut dictionaries = count(file, b"<<");
    let is_encrypted = count(file, b"/Encrypt") > 0;
    let mut encrypted = 0;
    let mut before = 0;
    while let Some(found) = find(&file[before..], b"stream") {
        let start = before + found;
        let dictionary = &file[start.saturating_sub(1_000).max(before)..start];
        before = start + b"stream".len();
        // A `#` may hide a name.
        let is_packed = [&b"/ObjStm"[..], b"/XRef", b"#"].iter().any(|name| find(dictionary, name).is_some());
        if !is_packed || dictionary.ends_with(b"end") {
            continue;
        }
        let data = &file[before..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let start = file.len() - data.len();
        if end < start {
            end = find(data, b"endstream").map_or(file.len(), |length| start + length);
        }
        let length = end - start;
        let unpacked = inflated(data, left)?;
        // Packed once more, or in another way: it could be of any length.
        let names = ["LZW", "RunLength", "/RL"];
        if is_zlib(&unpacked) || names.iter().any(|name| find(dictionary, name.as_bytes()).is_some()) && length > 20_000
        {
            return Err(Excess::Bytes);
        }
        left -= unpacked.len();
        dictionaries += count(&unpacked, b"<<");
        encrypted += if is_encrypted { length } else { 0 };
        if encrypted > ENCRYPTED {
            return Err(Excess::Bytes);
        }
    }
    if dictionaries > DICTIONARIES { Err(Excess::Objects) } else { Ok(()) }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let (first, rest) = part.split_first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| byte == first)?;
        if bytes[at + 1..].starts_with(rest) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    let mut from = 0;
    let mut number = 0;
    while let Some(at) = find(&bytes[from..], part) {
        from += at + part.len();
        number += 1;
    }
    number
}

/// Two bytes that begin what was packed by zlib (RFC 1950).
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, ..] if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

/// Unpacks what zlib packed, as far as it is whole; without its first two bytes as well.
fn inflated(data: &[u8], most: usize) -> Result<Vec<u8>, Excess> {
    let mut unpacked = Vec::new();
    let mut decompress = Decompress::new(is_zlib(data));
    loop {
        let (read, length) = (decompress.total_in(), unpacked.len());
        let rest = usize::try_from(read).ok().and_then(|read| data.get(read..)).unwrap_or_default();
        unpacked.reserve(32_768);
        let status = decompress.decompress_vec(rest, &mut unpacked, FlushDecompress::None);
        if unpacked.len() > most {
            return Err(Excess::Bytes);
        }
        let is_stuck = decompress.total_in() == read && unpacked.len() == length;
        if is_stuck || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return Ok(unpacked);
        }
    }
}

/// ISO 32000-2, 7.4.3.
fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    for byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(value(&group).to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let length = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(&value(&group).to_be_bytes()[..length]);
    }
    bytes
}

fn value(group: &[u8]) -> u32 {
    group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit)))
}

/// ISO 32000-2, 7.4.5.
fn run_length(data: &[u8], most: usize) -> Result<Vec<u8>, Excess> {
    let mut bytes = Vec::new();
    let mut rest = data;
    while let Some((length, after)) = rest.split_first() {
        rest = match length {
            128 => break,
            0..=127 => {
                let (copied, after) = after.split_at((usize::from(*length) + 1).min(after.len()));
                bytes.extend(copied);
                after
            }
            _ => {
                let Some((byte, after)) = after.split_first() else { break };
                bytes.extend(core::iter::repeat_n(*byte, 257 - usize::from(*length)));
                after
            }
        };
        if bytes.len() > most {
            return Err(Excess::Bytes);
        }
    }
    Ok(bytes)
}

/// ISO 32000-2, 7.4.4, with codes that grow one entry early, as they do by default.
fn lzw(data: &[u8], most: usize) -> Result<Vec<u8>, Excess> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut bytes: Vec<u8> = Vec::new();
    // Where what an entry stands for is found in what was unpacked.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut bits, mut held) = (0_u32, 0_u32);
    let mut rest = data.iter();
    loop {
        let width = match entries.len() + 258 + 1 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        while held < width {
            let Some(byte) = rest.next() else { return Ok(bytes) };
            bits = bits << 8 | u32::from(*byte);
            held += 8;
        }
        held -= width;
        let code = (bits >> held & ((1 << width) - 1)) as usize;
        if code == CLEAR {
            entries.clear();
            last = None;
            continue;
        }
        let start = bytes.len();
        match (code, last) {
            (END, _) => return Ok(bytes),
            (code, _) if code < CLEAR => bytes.push(code as u8),
            (_, Some((from, length))) if code - 258 == entries.len() => {
                bytes.extend_from_within(from..from + length);
                bytes.extend_from_within(from..=from);
            }
            _ => match entries.get(code - 258) {
                Some((from, length)) => bytes.extend_from_within(*from..from + length),
                None => return Ok(bytes),
            },
        }
        // An entry is the last one and the first byte of this one, which stand one behind the other.
        if let Some((from, length)) = last.filter(|_| entries.len() < 4096 - 258) {
            entries.push((from, length + 1));
        }
        last = Some((start, bytes.len() - start));
        if bytes.len() > most {
            return Err(Excess::Bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_is_packed_comes_out_and_a_bomb_does_not() {
        let bytes = packed(b"BT ET");
        assert_eq!(inflated(&bytes, 100).unwrap(), b"BT ET");
        assert_eq!(inflated(&bytes[2..], 100).unwrap(), b"BT ET");
        assert!(inflated(&bytes[..5], 100).unwrap().len() < 5);
        assert_eq!(inflated(&packed(&[b' '; 5_000_000]), 1_000_000), Err(Excess::Bytes));
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'd', 128, 9], 100).unwrap(), b"abcddd");
        assert_eq!(run_length(&[129, b'd'], 100), Err(Excess::Bytes));
        // The example of the standard.
        assert_eq!(lzw(&[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], 100).unwrap(), b"-----A---B");
    }

    #[test]
    fn a_file_is_looked_at_before_it_is_opened() {
        let list = |dictionary: &str, data: &[u8]| {
            [format!("1 0 obj <<{dictionary}>> stream\r\n").as_bytes(), data, b"\nendstream"].concat()
        };
        assert_eq!(check(&list("/Type /ObjStm", &packed(b"1 0 <<>>"))), Ok(()));
        assert_eq!(check(&list("/Type /ObjStm", &packed(&vec![b' '; MOST + 1]))), Err(Excess::Bytes));
        assert_eq!(check(&list("/Type /#4fbjStm", &packed(&vec![b' '; MOST + 1]))), Err(Excess::Bytes));
        assert_eq!(check(&list("/Type /XRef", &packed(&packed(b"1 0 <<>>")))), Err(Excess::Bytes));
        assert_eq!(
            check(&list("/Type /ObjStm", &packed("<<>>".repeat(DICTIONARIES).as_bytes()))),
            Err(Excess::Objects)
        );
        let large = vec![b'x'; ENCRYPTED + 1];
        assert_eq!(check(&[b"/Encrypt ", &list("/Type /ObjStm", &large)[..]].concat()), Err(Excess::Bytes));
    }
}
