//! A lens as Markdown, with the tables of GitHub's. Words out of an article are links to their place, which tells the
//! article and the bytes; where no link leads there, both stand behind the words.

use super::{Shown, in_force};
use crate::markdown::{escaped, linked};
use crossread_corpus::{
    lens,
    sheet::{Part, Piece},
};

/// The lens, under its name as a heading.
pub fn markdown(shown: &Shown<'_>) -> String {
    let mut document = Document { shown, written: String::new() };
    document.block(&format!("# {}", lens::name(shown.view.lens)));
    document.block(&escaped(lens::question(shown.view.lens)));
    if let Some(link) = shown.link(shown.view) {
        document.block(&linked("This view", &link));
    }
    document.parts(shown.parts);
    document.written
}

struct Document<'a> {
    shown: &'a Shown<'a>,
    written: String,
}

impl Document<'_> {
    fn block(&mut self, block: &str) {
        if !block.trim().is_empty() {
            if !self.written.is_empty() {
                self.written.push('\n');
            }
            self.written += block.trim_end();
            self.written.push('\n');
        }
    }

    fn list(&mut self, lines: impl Iterator<Item = String>) {
        self.block(&lines.map(|line| format!("- {line}\n")).collect::<String>());
    }

    fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &Part) {
        let shown = self.shown;
        match part {
            // The lens's own heading is the first.
            Part::Heading(level, line) => {
                self.block(&format!("{} {}", "#".repeat(usize::from(*level) - 1), inline(shown, line)));
            }
            Part::Paragraph(line) | Part::Note(line) => self.block(&inline(shown, line)),
            Part::List(lines) => self.list(lines.iter().map(|line| inline(shown, line))),
            Part::Pairs(pairs) => {
                let pair = |name: &str, line| format!("**{}**: {}", escaped(name), inline(shown, line));
                self.list(pairs.iter().map(|(name, line)| pair(name, line)));
            }
            Part::Table { caption, head, rows } => {
                self.block(&escaped(caption));
                let row = |cells: &[Vec<Piece>]| {
                    let cells = cells.iter().map(|line| format!(" {} |", inline(shown, line)));
                    format!("|{}\n", cells.collect::<String>())
                };
                let rule = format!("|{}\n", " --- |".repeat(head.len()));
                let rows: String = rows.iter().map(|cells| row(cells)).collect();
                self.block(&(row(head) + &rule + &rows));
            }
            Part::Fold(summary, parts) => {
                self.block(&format!("**{}**", escaped(summary)));
                self.parts(parts);
            }
            Part::Bars(bars) => self.list(bars.iter().map(|bar| {
                let values = bar.parts.iter().map(|(value, class)| format!("{class} {value}"));
                format!("{} ({})", inline(shown, &bar.line), escaped(&values.collect::<Vec<_>>().join(", ")))
            })),
            Part::Lanes { caption, lanes, .. } => {
                self.block(&escaped(caption));
                self.list(lanes.iter().map(|(name, marks)| {
                    let marks = marks.iter().map(|mark| match shown.link(&mark.view) {
                        Some(link) => linked(&mark.words, &link),
                        None => escaped(&mark.words),
                    });
                    format!("{}: {}", inline(shown, name), marks.collect::<Vec<_>>().join("; "))
                }));
            }
            Part::Card(parts) => self.parts(parts),
            Part::Columns(columns) | Part::Tied(columns) => columns.iter().for_each(|parts| self.parts(parts)),
            Part::Choices(name, choices) => {
                let current = in_force(choices);
                if !current.is_empty() {
                    self.block(&format!("{}: {}", escaped(name), escaped(&shown.text(&current))));
                }
            }
            Part::Join(..) => {}
        }
    }
}

/// A line, on one line.
fn inline(shown: &Shown<'_>, line: &[Piece]) -> String {
    let mut written = String::new();
    for piece in line {
        let words = match piece {
            Piece::Words(words) | Piece::Source(words) | Piece::Around(words) | Piece::Moved(words) => escaped(words),
            Piece::Only(words, _) => format!("**{}**", escaped(words.trim())),
            Piece::Tag(words) => format!("({})", escaped(words)),
            Piece::Place { anchor, words, .. } => match shown.link_to(anchor.article, Some(anchor.span)) {
                Some(link) => linked(words, &link),
                None => {
                    let (start, end) = (anchor.span.start(), anchor.span.end());
                    format!("{} (article {}, bytes {start} to {end})", escaped(words), anchor.article)
                }
            },
            Piece::Go { view, words, .. } => match shown.link(view) {
                Some(link) => linked(words, &link),
                None => escaped(words),
            },
            Piece::Outlet(number) => match shown.outlet(*number) {
                Some((article, name)) => match shown.link_to(*article, None) {
                    Some(link) => linked(name, &link),
                    None => escaped(name),
                },
                None => String::new(),
            },
            Piece::Break => " ".to_owned(),
            Piece::Correct { .. } => String::new(),
        };
        // On the page, names of outlets and tags have space around them.
        let label = matches!(piece, Piece::Tag(_) | Piece::Outlet(_) | Piece::Only(..));
        let joint = !written.is_empty() && !written.ends_with([' ', '(', '“']);
        if label && joint && !words.is_empty() {
            written.push(' ');
        }
        written += &words;
        if matches!(piece, Piece::Outlet(_) | Piece::Only(..)) && !words.is_empty() {
            written.push(' ');
        }
    }
    let tidy = written.split_whitespace().collect::<Vec<_>>().join(" ");
    [":", ",", ".", ";", ")"].into_iter().fold(tidy, |line, mark| line.replace(&format!(" {mark}"), mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        export::tests::{articles, parts, view},
        markdown::tests::seen,
    };

    #[test]
    fn all_that_is_shown() {
        let (parts, articles, view) = (parts(), articles(), view());
        let shown = Shown { view: &view, parts: &parts, articles: &articles, page: Some("https://page.example/") };
        let written = markdown(&shown);
        let place = |article: &str, at: &str| format!("(https://page.example/?lens=read&article={article}&at={at})");
        let (ab, cd) = ("00000000000000ab", "00000000000000cd");
        let expected = format!(
            "# Voices\n\nWho is quoted where, how, and how much?\n\n\
            [This view](https://page.example/?lens=voices&q=ferry)\n\nOrder: by name\n\n## Who speaks\n\n\
            Says [“We \\| are, glad”]{} (direct)\n\n\
            ### [Harbour Times](https://page.example/?lens=read&article={ab})\n\n\
            - [Harbour Times](https://page.example/?lens=read&article={ab}) 3 Mar: [ferry]{} and [boat]{}\n\
            - **new** moved\n\n- **Age**: \\=40+2\n\nBy outlet\n\n\
            | Name | [file 2](https://page.example/?lens=read&article={cd}) |\n| --- | --- |\n\
            | Poe | [a \"bun\"]{} |\n\n**More**\n\nSmall\n\n\
            - [Poe](https://page.example/?lens=voices&q=ferry&of=Poe) 2 direct (direct 2, indirect 1)\n\nDays\n\n\
            - [Harbour Times](https://page.example/?lens=read&article={ab}): \
            [A strike](https://page.example/?lens=voices&q=ferry)\n\nLeft\n\nRight\n",
            place(ab, "30-50"),
            place(ab, "3-8"),
            place(cd, "9-13"),
            place(cd, "5-12"),
        );
        assert_eq!(written, expected);
        assert!(seen(&written).contains("Says “We | are, glad” (direct)"), "{}", seen(&written));
        let own = markdown(&Shown { page: None, ..shown });
        assert!(own.contains("ferry (article 00000000000000ab, bytes 3 to 8)") && !own.contains("http"), "{own}");
    }
}
