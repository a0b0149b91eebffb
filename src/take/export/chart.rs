//! The charts of a lens as pictures (SVG), each with a title and its numbers in words.

use super::Shown;
use crossread_corpus::sheet::{Bar, LaneMark, Line, Part};
use std::fmt::Write;

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// What it shows: its heading, or its caption.
    pub name: String,
    /// A whole SVG document.
    pub svg: String,
}

/// All that is drawn, in user units.
const WIDTH: usize = 800;
const MARGIN: usize = 16;
/// The height of a line of words, and of what is drawn below it.
const LINE: usize = 22;
const ROW: usize = 44;
/// Where the days of lanes begin.
const NAMES: usize = 200;
/// About as many letters as fit: words are not measured here.
const LETTERS: usize = 105;
const LANE_LETTERS: usize = 26;

/// The charts that are shown, in their order.
pub fn charts(shown: &Shown<'_>) -> Vec<Chart> {
    let mut found = Vec::new();
    let mut heading = crossread_corpus::lens::name(shown.view.lens).to_owned();
    collect(shown, shown.parts, &mut heading, &mut found);
    found
}

fn collect(shown: &Shown<'_>, parts: &[Part], heading: &mut String, found: &mut Vec<Chart>) {
    for part in parts {
        match part {
            Part::Heading(_, line) => *heading = shown.text(line),
            Part::Bars(all) => found.push(bars(shown, heading, all)),
            Part::Lanes { caption, days, lanes: all, .. } => found.push(lanes(shown, caption, days, all)),
            Part::Fold(_, parts) => collect(shown, parts, heading, found),
            Part::Card(parts) => collect(shown, parts, heading, found),
            Part::Columns(columns) | Part::Tied(columns) => {
                columns.iter().for_each(|parts| collect(shown, parts, heading, found));
            }
            _ => {}
        }
    }
}

fn bars(shown: &Shown<'_>, name: &str, bars: &[Bar]) -> Chart {
    let mut body = String::new();
    let mut numbers = Vec::new();
    for (nth, bar) in bars.iter().enumerate() {
        let top = MARGIN + 2 * LINE + nth * ROW;
        let words = shown.text(&bar.line);
        let values: Vec<String> = bar.parts.iter().map(|(value, class)| format!("{class} {value}")).collect();
        let said = format!("{words} ({})", values.join(", "));
        body += &format!("<g><title>{}</title>{}", escaped(&said), text(MARGIN, top, &cut(&words, LETTERS)));
        let mut left = MARGIN as u64;
        for (value, class) in &bar.parts {
            let width = u64::from(*value) * (WIDTH - 2 * MARGIN) as u64 / u64::from(bar.most.max(1));
            let fill = fill(class);
            let _ = write!(body, r#"<rect x="{left}" y="{}" width="{width}" height="10" {fill}/>"#, top + 6);
            left += width;
        }
        body += "</g>\n";
        numbers.push(said);
    }
    drawn(name, &numbers, MARGIN + 2 * LINE + bars.len() * ROW, &body)
}

fn lanes(shown: &Shown<'_>, name: &str, days: &[String], lanes: &[(Line, Vec<LaneMark>)]) -> Chart {
    let column = (WIDTH - NAMES - MARGIN) / days.len().max(1);
    let left = |day: usize| NAMES + day.min(days.len()) * column;
    let mut body = String::new();
    let mut numbers = Vec::new();
    let top = MARGIN + 2 * LINE;
    for (nth, day) in days.iter().enumerate() {
        body += &text(left(nth), top, &cut(day, (column / 7).max(2)));
    }
    for (nth, (line, marks)) in lanes.iter().enumerate() {
        let top = top + LINE + nth * LINE;
        let words = shown.text(line);
        body += &format!("<g>{}", text(MARGIN, top, &cut(&words, LANE_LETTERS)));
        let mut said = Vec::new();
        for mark in marks {
            let (from, to) = (left(mark.from), left(mark.to.saturating_add(1)));
            let width = to.saturating_sub(from + 2).max(2);
            let (y, fill) = (top - 11, fill(&mark.class));
            let title = escaped(&mark.words);
            let _ = write!(
                body,
                r#"<rect x="{from}" y="{y}" width="{width}" height="12" {fill}><title>{title}</title></rect>"#
            );
            let day = |at: usize| days.get(at).map_or("", |day| day);
            said.push(format!("{} to {}: {}", day(mark.from), day(mark.to), mark.words));
        }
        body += "</g>\n";
        numbers.push(format!("{words}: {}", if said.is_empty() { "nothing".to_owned() } else { said.join("; ") }));
    }
    drawn(name, &numbers, top + LINE + lanes.len() * LINE, &body)
}

/// The document around what is drawn.
fn drawn(name: &str, numbers: &[String], height: usize, body: &str) -> Chart {
    let title = escaped(name);
    let heading = text(MARGIN, MARGIN + LINE / 2, &cut(name, LETTERS));
    let description = escaped(&numbers.join("\n"));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"title numbers\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#1d1c1a\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"numbers\">{description}</desc>\n\
         <defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"6\" fill=\"#0b6e99\"/></pattern></defs>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n<g font-weight=\"bold\">{heading}</g>\n{body}</svg>\n"
    );
    Chart { name: name.to_owned(), svg }
}

/// The page's colours on white; kinds differ by more than colour.
fn fill(class: &impl AsRef<str>) -> &'static str {
    match class.as_ref() {
        "partial" | "published" => r##"fill="url(#hatch)" stroke="#0b6e99""##,
        "indirect" => r##"fill="#77726a" fill-opacity="0.65""##,
        _ => r##"fill="#0b6e99""##,
    }
}

fn text(x: usize, y: usize, words: &str) -> String {
    format!(r#"<text x="{x}" y="{y}">{}</text>"#, escaped(words))
}

/// At most `letters` of the words.
fn cut(words: &str, letters: usize) -> String {
    match words.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Words inside XML 1.0, which knows no control characters.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ if letter.is_control() => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{articles, fixed, parts, view};
    use crossread_corpus::sheet::words;
    use proptest::prelude::*;
    use quick_xml::{Reader, events::Event};

    /// The elements and the words of a document that is well formed.
    fn read(svg: &str) -> (Vec<String>, String) {
        let mut reader = Reader::from_str(svg);
        let (mut elements, mut text) = (Vec::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) | Event::Empty(start) => {
                    elements.push(start.name().as_ref().to_owned());
                }
                Event::Text(words) => text += &words,
                Event::GeneralRef(name) => {
                    text += match &*name {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        other => panic!("{other}"),
                    }
                }
                Event::Eof => return (elements, text),
                _ => {}
            }
        }
    }

    #[test]
    fn every_chart_has_its_numbers() {
        let (parts, articles, view) = (parts(), articles(), view());
        let shown = Shown { view: &view, parts: &parts, articles: &articles, page: None };
        let found = charts(&shown);
        assert_eq!(found, charts(&shown), "the same again");
        let names: Vec<&str> = found.iter().map(|chart| chart.name.as_str()).collect();
        assert_eq!(names, ["Harbour Times", "Days"]);
        let (elements, text) = read(&found[0].svg);
        assert_eq!(elements.iter().filter(|name| *name == "rect").count(), 2 + 2);
        assert!(text.contains("Poe 2 direct (direct 2, indirect 1)"), "{text}");
        assert!(found[0].svg.contains(r#"x="16" y="66" width="384" height="10""#), "{}", found[0].svg);
        let (_, text) = read(&found[1].svg);
        assert!(text.contains("Harbour Times: 3 Mar to 4 Mar: A strike"), "{text}");
    }

    proptest! {
        #[test]
        fn any_words_can_be_drawn(said in "[<>&\"' a\u{1}\u{ffff}\u{1b}é\n\\]]{0,140}", values in proptest::collection::vec(any::<u32>(), 0..3), most: u32) {
            let parts = [Part::Bars(vec![Bar {
                line: vec![words(said.clone())],
                parts: values.into_iter().map(|value| (value, fixed("direct"))).collect(),
                most,
            }])];
            let view = view();
            let shown = Shown { view: &view, parts: &parts, articles: &[], page: None };
            let (_, text) = read(&charts(&shown)[0].svg);
            prop_assert!(!text.contains(char::from(1)));
            if !said.contains(['\u{1}', '\u{1b}', '\u{ffff}']) {
                prop_assert!(text.contains(&said.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
        }
    }
}
