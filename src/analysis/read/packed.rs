//! Files that are zip archives: what is in them, within bounds.

use super::too_long;
use crate::rejection::Rejection;
use std::io::{Cursor, Read};
use zip::{ZipArchive, result::ZipError};

/// So many bytes are unpacked of one archive, all parts together. An archive may claim any size, so what comes out is
/// counted.
const MOST: u64 = 40_000_000;

/// An archive may hold so many parts.
const PARTS: usize = 10_000;

/// An open archive.
pub(super) struct Packed<'a> {
    file: &'a str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Packed<'a> {
    /// Opens the archive `file`, which should be `what` ("a Word document").
    pub(super) fn open(file: &'a str, bytes: &'a [u8], what: &str) -> Result<Self, Rejection> {
        if bytes.len() > super::LIMIT {
            return Err(too_long(file, bytes.len() as u64));
        }
        let refuse = |problem: String| Rejection::new(file, problem, "save it anew, or save the article as plain text");
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| refuse(format!("this is not {what}, or it is damaged")))?;
        if archive.len() > PARTS {
            return Err(refuse(format!("it is packed of {} parts, and at most {PARTS} are looked at", archive.len())));
        }
        Ok(Self { file, archive, left: MOST })
    }

    /// The text of a part; `None` when there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Rejection> {
        let refuse = |problem: &str| {
            let problem = format!("{problem} (in its part {name})");
            Err(Rejection::new(self.file, problem, "save it anew, or save the article as plain text"))
        };
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_)) => return refuse("it is locked or packed in a way that is not read"),
            Err(_) => return refuse("it is damaged"),
        };
        let mut bytes = Vec::new();
        // One more than is left shows that there is more.
        if part.take(self.left + 1).read_to_end(&mut bytes).is_err() {
            return refuse("it is damaged");
        }
        let length = bytes.len() as u64;
        if length > self.left {
            return refuse("unpacked it would be over 40 MB, far more than an article");
        }
        self.left -= length;
        let text = String::from_utf8_lossy(&bytes);
        Ok(Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()))
    }
}

/// Archives made for tests.
#[cfg(test)]
pub(super) mod testing {
    use std::io::{Cursor, Write};
    use zip::{ZipWriter, write::SimpleFileOptions};

    /// An archive of these parts, in this order.
    pub(in crate::read) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::packed, *};

    #[test]
    fn parts_come_out() {
        let bytes = packed(&[("a/b.xml", "\u{feff}<é/>".as_bytes())]);
        let mut archive = Packed::open("a.docx", &bytes, "a Word document").unwrap();
        assert_eq!(archive.text("a/b.xml").unwrap().as_deref(), Some("<é/>"));
        assert_eq!(archive.text("c").unwrap(), None);
    }

    #[test]
    fn a_bomb_is_refused_before_it_bursts() {
        let bomb = packed(&[("a", &vec![b' '; 30_000_000]), ("b", &vec![b' '; 30_000_000])]);
        assert!(bomb.len() < 200_000);
        let mut archive = Packed::open("a.docx", &bomb, "a Word document").unwrap();
        assert!(archive.text("a").is_ok());
        let problem = archive.text("b").unwrap_err().problem;
        assert_eq!(problem, "unpacked it would be over 40 MB, far more than an article (in its part b)");
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK\x03\x04", b"Word"] {
            let problem = Packed::open("a.docx", bytes, "a Word document").map(drop).unwrap_err().problem;
            assert_eq!(problem, "this is not a Word document, or it is damaged");
        }
    }
}
