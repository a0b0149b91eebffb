//! E-books (EPUB): a newspaper or magazine for e-readers, each chapter an article.

use super::{html::Markup, packed::Packed};
use crate::{
    reading::{Fields, Named, Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{Format, Origin};
use quick_xml::{Reader, events::Event};
use std::collections::BTreeMap;

/// So many chapters are read.
const CHAPTERS: usize = 1_000;

/// A chapter shorter than this, in bytes of text, is a cover, a list of contents or an imprint.
const SHORTEST: usize = 200;

/// Reads a `.epub`.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let refuse = |problem: &str| Rejection::new(file, problem, "save its articles as web pages or plain text instead");
    let mut book = Packed::open(file, bytes, "an e-book")?;
    let container =
        book.text("META-INF/container.xml")?.ok_or_else(|| refuse("this is not an e-book: it has no container"))?;
    let roots = elements(&container);
    let path = roots.iter().find_map(|element| element.get("rootfile", "full-path"));
    let path = path.ok_or_else(|| refuse("the e-book does not say where its contents are"))?;
    let package = elements(&book.text(path)?.ok_or_else(|| refuse("the list of the e-book’s contents is missing"))?);
    let folder = path.rfind('/').map_or("", |at| &path[..=at]);
    let date = package.iter().find(|element| element.name == "date" && !element.text.trim().is_empty());
    let date = date.map(|element| Named { value: element.text.trim().to_owned(), from: "dc:date".to_owned() });
    let parts: BTreeMap<&str, &str> =
        package.iter().filter_map(|element| Some((element.get("item", "id")?, element.get("item", "href")?))).collect();
    let locked = book.text("META-INF/encryption.xml")?.unwrap_or_default();
    let mut is_locked = false;
    let mut readings: Vec<Reading> = Vec::new();
    for chapter in package.iter().filter_map(|element| parts.get(element.get("itemref", "idref")?)).take(CHAPTERS) {
        let place = format!("{folder}{}", percent_decoded(chapter.split('#').next().unwrap_or_default()));
        // Books name locked parts; letters of their own are often among them, and are no fault.
        if locked.contains(&format!("\"{place}\"")) {
            is_locked = true;
            continue;
        }
        let Some(page) = book.text(&place)? else { continue };
        // A chapter without text is a cover.
        let Ok(Markup { text, marked, fields }) = Markup::of(file, &page) else { continue };
        let key = key(text.as_bytes());
        if text.len() < SHORTEST || readings.iter().any(|reading| reading.key == key) {
            continue;
        }
        let origin = Origin {
            file: file.to_owned(),
            record: u32::try_from(readings.len() + 1).ok(),
            format: Format::Book,
            encoding: "utf-8".to_owned(),
            source: None,
        };
        let fields = fields.or(&Fields { date: date.clone(), ..Fields::default() });
        readings.push(Reading { marked, fields, ..Reading::new(key, origin, text) });
    }
    match readings.is_empty() {
        false => Ok(readings),
        true if is_locked => Err(refuse("the e-book is locked (DRM)")),
        true => Err(refuse("no chapter of the e-book holds text that can be read")),
    }
}

/// An element of an XML file, without what is around it.
struct Element {
    /// Without its prefix.
    name: String,
    attributes: Vec<(String, String)>,
    /// The text behind its start.
    text: String,
}

impl Element {
    /// An attribute, if the element is called so.
    fn get(&self, name: &str, attribute: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(held, _)| self.name == name && held == attribute);
        found.map(|(_, value)| value.as_str())
    }
}

/// The elements of an XML file in their order, as far as it is well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut elements: Vec<Element> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let attributes = start.attributes().flatten();
                let attributes =
                    attributes.map(|one| (one.key.local_name().as_ref().to_owned(), one.value.into_owned())).collect();
                elements.push(Element {
                    name: start.local_name().as_ref().to_owned(),
                    attributes,
                    text: String::new(),
                });
            }
            Ok(Event::Text(text)) => {
                if let Some(element) = elements.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Ok(Event::Eof) | Err(_) => return elements,
            Ok(_) => {}
        }
    }
}

/// An address with its `%20` as blanks; what is not UTF-8 then stays as it is.
fn percent_decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok());
        match pair {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::packed::testing::packed;

    const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path=\"in/book.opf\"/></rootfiles></container>";
    const PACKAGE: &[u8] = b"<package xmlns:dc=\"d\"><metadata><dc:date>2031-03-03</dc:date></metadata><manifest><item id=\"c\" \
        href=\"cover.xhtml\"/><item id=\"a\" href=\"one%20a.xhtml\"/><item id=\"b\" href=\"two.xhtml\"/></manifest><spine>\
        <itemref idref=\"c\"/><itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"x\"/></spine></package>";

    fn chapter(headline: &str) -> String {
        let story = "The ferry runs again, and the mayor said so in front of a crowd. ".repeat(5);
        format!("<html><head><title>{headline}</title></head><body><h1>{headline}</h1><p>{story}</p></body></html>")
    }

    fn book(locked: &str) -> Vec<u8> {
        packed(&[
            ("META-INF/container.xml", CONTAINER),
            ("META-INF/encryption.xml", locked.as_bytes()),
            ("in/book.opf", PACKAGE),
            ("in/cover.xhtml", b"<html><body><p>Cover</p></body></html>"),
            ("in/one a.xhtml", chapter("Ferry runs").as_bytes()),
            ("in/two.xhtml", chapter("Bridge closed").as_bytes()),
        ])
    }

    #[test]
    fn chapters_are_articles_in_the_order_of_reading() {
        let readings = read("a.epub", &book("")).unwrap();
        let told: Vec<_> = readings.iter().map(|one| (one.id.as_str(), one.text.lines().next().unwrap())).collect();
        assert_eq!(told, [("a-1", "Bridge closed"), ("a-2", "Ferry runs")]);
        assert_eq!(readings[0].fields.date.as_ref().unwrap().value, "2031-03-03");
    }

    #[test]
    fn locked_and_empty_books_are_refused() {
        let problem = |bytes: &[u8]| read("a.epub", bytes).unwrap_err().problem;
        let locked = "<r URI=\"in/one a.xhtml\"/><r URI=\"in/two.xhtml\"/>";
        assert_eq!(problem(&book(locked)), "the e-book is locked (DRM)");
        assert!(problem(&packed(&[("x", b"")])).contains("no container"));
        assert!(problem(&packed(&[("META-INF/container.xml", CONTAINER)])).contains("missing"));
        assert!(problem(b"x").contains("not an e-book"));
    }
}
