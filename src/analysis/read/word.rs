//! Word documents (Office Open XML): their paragraphs, in order, with the kinds that their styles give.

use super::{layout::Layout, packed::Packed};
use crate::{
    reading::{Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{BlockKind, Format, Origin};
use quick_xml::{Reader, events::Event};

/// The part that holds the text.
const DOCUMENT: &str = "word/document.xml";

/// Elements inside each other deeper than this are not looked into.
const DEEPEST: usize = 500;

/// Reads a `.docx`.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let refuse = |problem: &str| Rejection::new(file, problem, "save it anew, or save the article as plain text");
    let document = Packed::open(file, bytes, "a Word document")?.text(DOCUMENT)?;
    let document = document.ok_or_else(|| refuse("this is not a Word document: it has no part word/document.xml"))?;
    let layout = layout(&document).ok_or_else(|| refuse("its text is damaged: not valid XML"))?;
    if layout.text.is_empty() {
        return Err(refuse("the document holds no text"));
    }
    let origin = Origin {
        file: file.to_owned(),
        record: None,
        format: Format::Word,
        encoding: "utf-8".to_owned(),
        source: None,
    };
    Ok(vec![Reading { marked: layout.marked, ..Reading::new(key(bytes), origin, layout.text) }])
}

/// The paragraphs of a document; `None` when it is not XML.
fn layout(document: &str) -> Option<Layout> {
    let mut reader = Reader::from_str(document);
    let mut layout = Layout::default();
    let (mut paragraph, mut style) = (String::new(), String::new());
    // Text stands in `w:t`; what was deleted and what fields are made of stands elsewhere.
    let (mut in_text, mut skipped, mut depth) = (false, 0_usize, 0_usize);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => {
                depth += 1;
                match element.name().as_ref() {
                    _ if skipped > 0 => skipped += 1,
                    // Text boxes come twice, the second time for old programs.
                    "w:del" | "w:moveFrom" | "mc:Fallback" => skipped = 1,
                    "w:t" => in_text = true,
                    "w:pStyle" => style = value(&element),
                    _ => {}
                }
                if depth > DEEPEST {
                    return None;
                }
            }
            Event::Empty(element) if skipped == 0 => match element.name().as_ref() {
                "w:tab" => paragraph.push(' '),
                "w:br" | "w:cr" => paragraph.push('\n'),
                "w:noBreakHyphen" => paragraph.push('\u{2011}'),
                "w:pStyle" => style = value(&element),
                _ => {}
            },
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if skipped > 0 {
                    skipped -= 1;
                } else if element.name().as_ref() == "w:t" {
                    in_text = false;
                } else if element.name().as_ref() == "w:p" {
                    let kind = kind(&style, layout.text.is_empty());
                    layout.push(&core::mem::take(&mut paragraph), kind, false);
                    style.clear();
                }
            }
            Event::Text(text) if in_text && skipped == 0 => paragraph.push_str(&text.replace('\0', "")),
            Event::GeneralRef(name) if in_text && skipped == 0 => {
                let letter = match name.resolve_char_ref().ok()? {
                    Some(letter) => letter,
                    None => match name.as_ref() {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => return None,
                    },
                };
                paragraph.push(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Some(layout)
}

/// The attribute `w:val`.
fn value(element: &quick_xml::events::BytesStart<'_>) -> String {
    let value = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == "w:val");
    value.map(|value| value.value.into_owned()).unwrap_or_default()
}

/// What a paragraph of this style is. Word gives styles the same names inside a file in every language but for some.
fn kind(style: &str, is_first: bool) -> Option<BlockKind> {
    let style = style.to_ascii_lowercase();
    match style.as_str() {
        "title" => Some(BlockKind::Headline),
        "subtitle" => Some(BlockKind::Standfirst),
        "caption" => Some(BlockKind::Caption),
        "heading1" if is_first => Some(BlockKind::Headline),
        _ if style.strip_prefix("heading").is_some_and(|rank| rank.parse::<u8>().is_ok()) => Some(BlockKind::Crosshead),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::packed::testing::packed;

    fn word(body: &str) -> Result<Reading, Rejection> {
        let document = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        read("a.docx", &packed(&[(DOCUMENT, document.as_bytes())])).map(|mut readings| readings.remove(0))
    }

    #[test]
    fn paragraphs_and_styles_are_read() {
        let reading = word(
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Ferry runs</w:t></w:r></w:p><w:p><w:r><w:t>Fish &amp; \
             chips&#x2019; </w:t></w:r><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:r><w:br/>\
             <w:t>again.</w:t></w:r></w:p><w:p/><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>Then</w:t>\
             </w:r></w:p>",
        )
        .unwrap();
        assert_eq!(reading.text, "Ferry runs\n\nFish & chips’ \nagain.\n\nThen");
        let kinds: Vec<_> = reading.marked.iter().map(|(span, kind)| (&reading.text[span.range()], *kind)).collect();
        assert_eq!(kinds, [("Ferry runs", BlockKind::Headline), ("Then", BlockKind::Crosshead)]);
    }

    #[test]
    fn what_holds_no_text_is_refused() {
        assert_eq!(word("<w:p/>").unwrap_err().problem, "the document holds no text");
        assert_eq!(word("<w:p></w:q>").unwrap_err().problem, "its text is damaged: not valid XML");
        assert_eq!(word(&"<w:p>".repeat(9_000)).unwrap_err().problem, "its text is damaged: not valid XML");
        let other = read("a.docx", &packed(&[("x", b"")])).unwrap_err().problem;
        assert!(other.contains("no part word/document.xml"), "{other}");
    }
}
