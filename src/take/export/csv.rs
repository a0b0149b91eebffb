//! A lens as a table (RFC 4180), a row for every place that is shown and for every line without one.
//!
//! What stands side by side has the number of its row of columns in `row`, and that of its column in `column`.
//!
//! A spreadsheet takes cells for formulas that begin with `=`, `+`, `-`, `@`, a tab or a line end, and the words of
//! articles and names may begin so. Such a cell gets an apostrophe before it, and so does one that begins with an
//! apostrophe: whoever reads the file by program takes one apostrophe away wherever a cell begins with one, and has every
//! word as it was. A spreadsheet must be told that commas part the cells where it expects semicolons. The file begins
//! with a byte order mark, without which spreadsheets misread letters beyond ASCII.

use super::{Evidence, Shown, in_force};
use crossread_corpus::sheet::{Part, Piece};

const COLUMNS: [&str; 12] =
    ["section", "kind", "row", "column", "text", "value", "outlet", "article", "start", "end", "words", "link"];

/// The table. `start` and `end` are bytes of the article's text in UTF-8.
pub fn csv(shown: &Shown<'_>) -> String {
    let mut table = Table { shown, section: Vec::new(), beside: 0, side: None, written: String::from("\u{feff}") };
    table.write(&COLUMNS.map(str::to_owned));
    table.parts(shown.parts);
    table.written
}

struct Table<'a> {
    shown: &'a Shown<'a>,
    /// Headings above the row: level and words. Folds and tables are one level below all headings.
    section: Vec<(u8, String)>,
    /// How many rows of columns side by side were begun.
    beside: usize,
    /// The column, from 1, where what is written stands in one of them.
    side: Option<usize>,
    written: String,
}

/// What a row is of.
#[derive(Clone, Copy, Default)]
struct Of<'a> {
    kind: &'a str,
    row: &'a str,
    column: &'a str,
}

/// The level of what stands below every heading.
const INNERMOST: u8 = 9;

impl<'a> Table<'a> {
    fn parts(&mut self, parts: &'a [Part]) {
        for part in parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &'a Part) {
        let of = |kind| Of { kind, ..Of::default() };
        match part {
            Part::Heading(level, line) => {
                self.section.retain(|(above, _)| above < level);
                self.section.push((*level, self.shown.text(line)));
                if self.leads_on(line) {
                    self.line(of("heading"), line);
                }
            }
            Part::Paragraph(line) => self.line(of("paragraph"), line),
            Part::Note(line) => self.line(of("note"), line),
            Part::List(lines) => {
                for (number, line) in (1..).zip(lines) {
                    self.line(Of { row: &number.to_string(), ..of("list") }, line);
                }
            }
            Part::Pairs(pairs) => {
                for (name, line) in pairs {
                    self.line(Of { row: name, ..of("pair") }, line);
                }
            }
            Part::Table { caption, head, rows } => self.within(caption, |table| {
                let head: Vec<String> = head.iter().map(|line| table.shown.text(line)).collect();
                for cells in rows {
                    let row = cells.first().map(|line| table.shown.text(line)).unwrap_or_default();
                    for (line, column) in cells.iter().zip(&head) {
                        table.line(Of { kind: "table", row: &row, column }, line);
                    }
                }
            }),
            Part::Fold(summary, parts) => self.within(summary, |table| table.parts(parts)),
            Part::Bars(bars) => {
                for bar in bars {
                    let row = self.shown.text(&bar.line);
                    for (value, class) in &bar.parts {
                        let value = value.to_string();
                        self.row(Of { kind: "bar", row: &row, column: class }, "", &value, None, None);
                    }
                }
            }
            Part::Lanes { caption, days, lanes, .. } => self.within(caption, |table| {
                for (name, marks) in lanes {
                    let row = table.shown.text(name);
                    for mark in marks {
                        let day = |at: usize| days.get(at).map_or("", |day| day);
                        let column = match (day(mark.from), day(mark.to)) {
                            (from, to) if from == to => from.to_owned(),
                            (from, to) => format!("{from} to {to}"),
                        };
                        let link = table.shown.link(&mark.view);
                        table.row(Of { kind: "lane", row: &row, column: &column }, &mark.words, "", None, link);
                    }
                }
            }),
            Part::Card(parts) => self.parts(parts),
            Part::Columns(columns) | Part::Tied(columns) => {
                self.beside += 1;
                for (number, parts) in (1..).zip(columns) {
                    self.side = Some(number);
                    self.parts(parts);
                }
                self.side = None;
            }
            Part::Choices(name, choices) => {
                let current = self.shown.text(&in_force(choices));
                self.row(Of { row: name, ..of("choice") }, &current, "", None, None);
            }
            Part::Join(..) => {}
        }
    }

    /// Rows of what stands below `heading`, whose own headings end with it.
    fn within(&mut self, heading: &str, rows: impl FnOnce(&mut Self)) {
        let before = self.section.clone();
        self.section.push((INNERMOST, heading.to_owned()));
        rows(self);
        self.section = before;
    }

    fn leads_on(&self, line: &'a [Piece]) -> bool {
        !self.shown.evidence(line).is_empty()
    }

    fn line(&mut self, of: Of<'_>, line: &'a [Piece]) {
        let text = self.shown.text(line);
        if text.is_empty() {
            return;
        }
        let evidence = self.shown.evidence(line);
        if evidence.is_empty() {
            let view = line.iter().find_map(|piece| match piece {
                Piece::Go { view, .. } => Some(view),
                _ => None,
            });
            let link = view.and_then(|view| self.shown.link(view));
            self.row(of, &text, "", None, link);
        }
        for place in evidence {
            let link = self.shown.link_to(place.article, place.span);
            self.row(of, &text, "", Some(place), link);
        }
    }

    fn row(&mut self, of: Of<'_>, text: &str, value: &str, place: Option<Evidence<'_>>, link: Option<String>) {
        let (beside, side) = (self.beside.to_string(), self.side.unwrap_or_default().to_string());
        let of = if self.side.is_some() && of.row.is_empty() { Of { row: &beside, column: &side, ..of } } else { of };
        let section: Vec<&str> = self.section.iter().map(|(_, words)| words.as_str()).collect();
        let mut cells = COLUMNS.map(|_| String::new());
        let bytes = |at: fn(crossread_corpus::span::Span) -> u32| {
            place.as_ref().and_then(|place| place.span).map_or_else(String::new, |span| at(span).to_string())
        };
        let (start, end) = (bytes(|span| span.start()), bytes(|span| span.end()));
        let outlet = place.as_ref().map_or_else(String::new, |place| self.shown.name(place.article));
        let article = place.as_ref().map_or_else(String::new, |place| place.article.to_string());
        let words = place.as_ref().map_or("", |place| place.words);
        let filled =
            [&section.join(" / "), of.kind, of.row, of.column, text, value, &outlet, &article, &start, &end, words];
        for (cell, value) in cells.iter_mut().zip(filled) {
            value.clone_into(cell);
        }
        cells[COLUMNS.len() - 1] = link.unwrap_or_default();
        self.write(&cells);
    }

    fn write(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|words| cell(words)).collect();
        self.written += &cells.join(",");
        self.written += "\r\n";
    }
}

/// A cell: no formula, and in quotation marks where it would end or begin anew otherwise.
fn cell(words: &str) -> String {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let begins = words.trim_start_matches([' ', '\u{a0}']);
    let mark = if words.starts_with('\'') || begins.starts_with(FORMULA) { "'" } else { "" };
    let words = format!("{mark}{words}");
    if words.contains([',', ';', '"', '\r', '\n', '\t']) || words.trim() != words {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{articles, parts, view};
    use proptest::prelude::*;

    fn read(table: &str) -> Vec<Vec<String>> {
        let table = table.strip_prefix('\u{feff}').expect("the mark is there");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_place_has_a_row() {
        let (parts, articles, view) = (parts(), articles(), view());
        let shown = Shown { view: &view, parts: &parts, articles: &articles, page: Some("https://page.example/") };
        let table = csv(&shown);
        assert_eq!(table, csv(&shown), "the same again");
        let rows: Vec<String> = read(&table).iter().map(|row| row.join("¦")).collect();
        let at = |article, at| format!("https://page.example/?lens=read&article={article}&at={at}");
        let (ab, cd) = ("00000000000000ab", "00000000000000cd");
        let quoted = "Says “We | are, glad” (direct)";
        let both = "Harbour Times 3 Mar: ferry and boat";
        let expected = [
            COLUMNS.join("¦"),
            "¦choice¦Order¦¦by name¦¦¦¦¦¦¦".to_owned(),
            format!("Who speaks¦paragraph¦¦¦{quoted}¦¦Harbour Times¦{ab}¦30¦50¦“We | are, glad”¦{}", at(ab, "30-50")),
            format!("Who speaks / Harbour Times¦heading¦¦¦Harbour Times¦¦Harbour Times¦{ab}¦¦¦¦https://page.example/?lens=read&article={ab}"),
            format!("Who speaks / Harbour Times¦list¦1¦¦{both}¦¦Harbour Times¦{ab}¦3¦8¦ferry¦{}", at(ab, "3-8")),
            format!("Who speaks / Harbour Times¦list¦1¦¦{both}¦¦file 2¦{cd}¦9¦13¦boat¦{}", at(cd, "9-13")),
            "Who speaks / Harbour Times¦list¦2¦¦new moved¦¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times¦pair¦Age¦¦'=40+2¦¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times / By outlet¦table¦Poe¦Name¦Poe¦¦¦¦¦¦¦".to_owned(),
            format!("Who speaks / Harbour Times / By outlet¦table¦Poe¦file 2¦a \"bun\"¦¦file 2¦{cd}¦5¦12¦a \"bun\"¦{}", at(cd, "5-12")),
            "Who speaks / Harbour Times / More¦note¦¦¦Small¦¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times¦bar¦Poe 2 direct¦direct¦¦2¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times¦bar¦Poe 2 direct¦indirect¦¦1¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times / Days¦lane¦Harbour Times¦3 Mar to 4 Mar¦A strike¦¦¦¦¦¦¦https://page.example/?lens=voices&q=ferry".to_owned(),
            "Who speaks / Harbour Times¦paragraph¦1¦1¦Left¦¦¦¦¦¦¦".to_owned(),
            "Who speaks / Harbour Times¦paragraph¦1¦2¦Right¦¦¦¦¦¦¦".to_owned(),
        ];
        for (row, expected) in rows.iter().zip(&expected) {
            assert_eq!(row, expected);
        }
        assert_eq!(rows.len(), expected.len());
        let own = csv(&Shown { page: None, ..shown });
        assert!(!own.contains("http") && read(&own).len() == expected.len(), "{own}");
    }

    #[test]
    fn what_would_be_a_formula_is_none() {
        for words in ["=1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\n=1", "'=1"] {
            assert!(cell(words).trim_start_matches('"').starts_with('\''), "{words:?}");
        }
        assert_eq!([cell("1-2"), cell("a=b"), cell("a;b"), cell("")], ["1-2", "a=b", "\"a;b\"", ""]);
    }

    proptest! {
        #[test]
        fn words_come_back(words in proptest::collection::vec("['=+a,;\"\r\n\t é@-]{0,6}", 3)) {
            let row: Vec<String> = words.iter().map(|words| cell(words)).collect();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row.join(",").into_bytes().leak() as &[u8]);
            let read = reader.records().next().map(|row| row.unwrap());
            for (nth, words) in words.iter().enumerate() {
                let cell = read.as_ref().and_then(|row| row.get(nth)).unwrap_or_default();
                prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), words);
            }
        }
    }
}
