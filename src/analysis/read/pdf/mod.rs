//! PDF files: letters with places, which become lines, columns and paragraphs again.

mod bounds;
mod clip;
mod columns;
mod content;
mod font;
mod furniture;
mod heading;
mod hyphen;
mod lexer;
mod lines;
mod matrix;
mod named;
mod names;
mod nested;
mod paragraphs;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use super::{layout::Layout, too_long};
use crate::{
    reading::{Fields, Named, Reading, key},
    rejection::Rejection,
};
use bounds::Excess;
use content::Reader;
use crossread_corpus::article::{Format, Origin, Warning};
use furniture::Sheet;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// So many pages are read: a thick newspaper has a hundred.
const PAGES: usize = 1_000;

/// What is told of most files that are not read.
const SAVE: &str = "print or save it as a PDF anew, or save the article’s text as .txt or its web page as .html";

/// Where a PDF has no text.
const RECOGNISE: &str = "run text recognition (OCR) on it, or copy the text to a .txt file";

/// Reads a `.pdf`: one article, of which only the address may be stated (in what a browser prints on each page).
///
/// A document's own title says little by itself ("Microsoft Word - a.doc"), and is taken for nothing but which line is the
/// headline; its author is often who made the file, and its date when.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let refuse = |problem: &str, remedy: &str| Rejection::new(file, problem, remedy);
    if bytes.len() > super::LIMIT {
        return Err(too_long(file, bytes.len() as u64));
    }
    let start = &bytes[..bytes.len().min(1_024)];
    if !start.windows(5).any(|part| part == b"%PDF-") {
        return Err(refuse("this is not a PDF", "name the file by what it is (.txt, .html, .docx), or save it anew"));
    }
    let excess = |excess: Excess| match excess {
        Excess::Bytes => refuse("unpacked it would be over 40 MB, far more than an article", SAVE),
        Excess::Objects => refuse("it holds far more than an article can", SAVE),
    };
    bounds::check(bytes).map_err(excess)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => refuse(
            "the PDF is locked with a password",
            "open it with the password and print it to a new PDF, or copy its text to a .txt file",
        ),
        LoadPdfError::Decryption(_) => refuse("the PDF is locked in a way that is not read", SAVE),
        LoadPdfError::Invalid => refuse("the PDF is damaged", SAVE),
    })?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        let problem = format!("it has {} pages, and at most {PAGES} are read", pages.len());
        return Err(refuse(&problem, "print the pages of the article to a PDF of their own"));
    }
    let mut reader = Reader::new();
    let mut sheets: Vec<Sheet> = Vec::new();
    for page in pages.iter() {
        let (glyphs, aside) = reader.page(page).map_err(excess)?;
        let (lines, aside) = (lines::lines(&glyphs), lines::lines(&aside));
        sheets.push(Sheet { height: page.render_dimensions().1, lines, aside });
    }
    let title = pdf.metadata().title.as_deref().map(text_string);
    let title =
        title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|title| !title.is_empty());
    let address = furniture::take_out(&mut sheets, title.as_deref());
    let pages = columns::in_order(sheets.into_iter().map(|sheet| sheet.lines).collect());
    let paragraphs = paragraphs::paragraphs(&pages);
    let kinds = heading::kinds(&paragraphs, title.as_deref());
    let mut layout = Layout::default();
    for (paragraph, kind) in paragraphs.iter().zip(kinds) {
        layout.push(&paragraph.text, kind, false);
    }
    if reader.unknown > 20 && reader.unknown > reader.known {
        return Err(refuse("the PDF does not say which letters its shapes are", RECOGNISE));
    }
    if layout.text.is_empty() {
        return Err(refuse("the PDF holds no text; it may be scanned pictures", RECOGNISE));
    }
    let origin =
        Origin { file: file.to_owned(), record: None, format: Format::Pdf, encoding: "utf-8".to_owned(), source: None };
    let url = address.map(|value| Named { value, from: "print footer".to_owned() });
    let fields = Fields { url, ..Fields::default() };
    let mut reading = Reading { marked: layout.marked, fields, ..Reading::new(key(bytes), origin, layout.text) };
    if reader.unknown > 0 {
        let message = format!(
            "The PDF does not say which letters some of its shapes are; they were left out ({}).",
            reader.unknown
        );
        reading.warnings.push(Warning { span: None, message });
    }
    Ok(vec![reading])
}

/// A string of a PDF that is text (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a mark, or one byte a letter.
fn text_string(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, units @ ..] => {
            let units: Vec<u16> = units.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        // Latin letters and quotation marks are where Windows has them, or nearly.
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    text.replace('\0', "")
}
