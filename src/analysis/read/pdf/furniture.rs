//! What stands on pages without being of their text: running heads and feet, page numbers, what browsers print.

use super::lines::Line;
use std::collections::BTreeMap;

/// The share of a page's height, at its top and at its foot, in which they stand.
const EDGE: f32 = 0.12;

/// The same for what nothing else stands beyond.
const OUTERMOST: f32 = 0.2;

/// A page's height in points, and its lines.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) height: f32,
    pub(super) lines: Vec<Line>,
    /// What the file itself calls the page's head and foot.
    pub(super) aside: Vec<Line>,
}

/// Takes them out, and gives the address that a browser printed on every page.
///
/// Out goes what stands at the same place near an edge of several pages and is the same but for its numbers, and the
/// line with the page's own number of all ("2/3"), with what browsers print beside it. All else stays: text that is too
/// much is less harm than text that is gone.
pub(super) fn take_out(sheets: &mut [Sheet], title: Option<&str>) -> Option<String> {
    let mut addresses: Vec<String> = Vec::new();
    let count = sheets.len();
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let aside = sheet.aside.iter().map(|line| line.text.trim()).filter(|text| is_address(text));
        addresses.extend(aside.map(str::to_owned));
        printed(sheet, at + 1, count, title, &mut addresses);
    }
    repeated(sheets);
    let address = addresses.first().filter(|address| addresses.iter().all(|other| other == *address)).cloned();
    address.filter(|address| address.starts_with("http") && !address.contains('…') && !address.ends_with("..."))
}

/// What a browser prints around a page: number, date, title and address, in small letters.
fn printed(sheet: &mut Sheet, number: usize, count: usize, title: Option<&str>, addresses: &mut Vec<String>) {
    let height = sheet.height;
    let is_at_edge = |line: &Line| line.base < 40.0 || line.base > height - 40.0;
    let counts = [format!("{number}/{count}"), format!("{number} of {count}"), format!("Page {number} of {count}")];
    let is_count = |line: &Line| is_at_edge(line) && counts.iter().any(|count| count == line.text.trim());
    let Some(counter) = sheet.lines.iter().find(|line| is_count(line)).cloned() else { return };
    let is_printed = |line: &Line| {
        let text = line.text.trim();
        let is_like = is_at_edge(line) && (0.9..1.12).contains(&(line.size / counter.size));
        is_like
            && (is_count(line) || is_address(text) || is_time(text) || title.is_some_and(|title| title.trim() == text))
    };
    let gone = sheet.lines.iter().filter(|line| is_printed(line));
    addresses.extend(gone.map(|line| line.text.trim()).filter(|text| is_address(text)).map(str::to_owned));
    sheet.lines.retain(|line| !is_printed(line));
}

fn is_address(text: &str) -> bool {
    !text.contains(' ') && ["http://", "https://", "file://", "about:"].iter().any(|scheme| text.starts_with(scheme))
}

/// A day in figures with or without a time, as browsers print it: "3/3/31, 9:47 PM", "03.03.31, 21:47".
fn is_time(text: &str) -> bool {
    let is_of_figures = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let mut words = text.split_whitespace();
    let day = words.next().unwrap_or_default().trim_end_matches(',');
    let is_day = is_of_figures(day) && day.matches(['/', '.', '-']).count() >= 2;
    is_day && words.all(|word| is_of_figures(word) && word.contains(':') || matches!(word, "AM" | "PM" | "am" | "pm"))
}

/// What is the same on several pages.
fn repeated(sheets: &mut [Sheet]) {
    let mut pages: BTreeMap<(String, i32), usize> = BTreeMap::new();
    for sheet in sheets.iter() {
        let ends = ends(sheet);
        let mut keys: Vec<(String, i32)> =
            sheet.lines.iter().filter_map(|line| key(line, sheet.height, ends)).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter().for_each(|key| *pages.entry(key).or_default() += 1);
    }
    let enough = (sheets.len() / 3).max(2);
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let (height, ends) = (sheet.height, ends(sheet));
        // What lies on the border of two places counts as of both.
        let is_repeated = |line: &Line| {
            key(line, height, ends).is_some_and(|(text, place)| {
                let number = |place: i32| pages.get(&(text.clone(), place)).copied().unwrap_or_default();
                // The number of a page is known by itself, if it is below all else.
                let is_number = line.base > height / 2.0 && line.text == (at + 1).to_string();
                is_number || number(place) + number(place - 1) + number(place + 1) >= enough
            })
        };
        sheet.lines.retain(|line| !is_repeated(line));
    }
}

/// Where the first and the last line of a page stand.
fn ends(sheet: &Sheet) -> (f32, f32) {
    let bases = || sheet.lines.iter().map(|line| line.base);
    (bases().fold(f32::MAX, f32::min), bases().fold(f32::MIN, f32::max))
}

/// A line's text without its numbers and its place, if that is near an edge.
fn key(line: &Line, height: f32, (first, last): (f32, f32)) -> Option<(String, i32)> {
    let is_within = |share: f32| (line.base < share * height, line.base > (1.0 - share) * height);
    let (top, foot) = is_within(OUTERMOST);
    let near = 0.5 * line.size;
    let is_outermost = top && first > line.base - near || foot && last < line.base + near;
    let is_at_edge = is_outermost || is_within(EDGE) != (false, false);
    let mut text = String::new();
    for letter in line.text.chars().take(300) {
        match letter {
            '0'..='9' if text.ends_with('#') => {}
            '0'..='9' => text.push('#'),
            _ => text.extend(letter.to_lowercase()),
        }
    }
    is_at_edge.then_some((text, (line.base / 3.0) as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(lines: &[(&str, f32)]) -> Sheet {
        let line = |(text, base): &(&str, f32)| Line {
            text: (*text).to_owned(),
            left: 0.0,
            right: 100.0,
            base: *base,
            size: 10.0,
        };
        Sheet { height: 800.0, lines: lines.iter().map(line).collect(), aside: Vec::new() }
    }

    fn left(mut sheets: Vec<Sheet>, title: Option<&str>) -> (Vec<String>, Option<String>) {
        let address = take_out(&mut sheets, title);
        (sheets.into_iter().flat_map(|sheet| sheet.lines).map(|line| line.text).collect(), address)
    }

    #[test]
    fn running_heads_and_page_numbers_go() {
        let page = |number: &str, text: &str| sheet(&[("The Harbour Times", 30.0), (text, 400.0), (number, 780.0)]);
        let (text, address) = left(vec![page("7", "One."), page("8", "Two."), page("9", "Three.")], None);
        assert_eq!((text, address), (vec!["One.".to_owned(), "Two.".to_owned(), "Three.".to_owned()], None));
    }

    #[test]
    fn what_a_browser_prints_goes_and_names_the_address() {
        let page = |number: &str| {
            sheet(&[
                ("3/3/31, 9:47 PM", 20.0),
                ("Ferry runs", 20.0),
                ("Ferry runs", 60.0),
                ("https://a.example/1", 790.0),
                (number, 790.0),
            ])
        };
        let (text, address) = left(vec![page("1/1")], Some("Ferry runs"));
        assert_eq!((text, address.as_deref()), (vec!["Ferry runs".to_owned()], Some("https://a.example/1")));
        let (text, address) = left(vec![page("1/2")], Some("Ferry runs"));
        assert_eq!((text.len(), address), (5, None), "not the number of this page");
    }

    #[test]
    fn an_address_in_a_foot_that_is_called_so_is_one() {
        let foot = sheet(&[("https://a.example/1", 790.0), ("1/1", 790.0)]).lines;
        let mut sheets = [Sheet { aside: foot, ..sheet(&[("Ferry runs", 60.0)]) }];
        assert_eq!(take_out(&mut sheets, None).as_deref(), Some("https://a.example/1"));
        let mut other = [sheets[0].clone(), sheets[0].clone()];
        other[1].aside[0].text = "https://a.example/2".to_owned();
        assert_eq!(take_out(&mut other, None), None, "two pages of the web in one file");
    }

    #[test]
    fn what_stands_once_or_elsewhere_stays() {
        let (text, _) = left(vec![sheet(&[("Ferry runs", 30.0)]), sheet(&[("Bridge shut", 30.0)])], None);
        assert_eq!(text, ["Ferry runs", "Bridge shut"]);
        let (text, _) = left(vec![sheet(&[("Again.", 400.0)]), sheet(&[("Again.", 400.0)])], None);
        assert_eq!(text, ["Again.", "Again."]);
        let (text, _) = left(vec![sheet(&[("Ferry runs", 300.0), ("1", 650.0)])], None);
        assert_eq!(text, ["Ferry runs"], "the number of a page that is alone");
        let (text, _) = left(vec![sheet(&[("1", 300.0), ("7", 650.0)])], None);
        assert_eq!(text, ["1", "7"]);
    }

    #[test]
    fn times_are_told_from_text() {
        for time in ["3/3/31, 9:47 PM", "03.03.31, 21:47", "2031-03-03"] {
            assert!(is_time(time), "{time}");
        }
        for text in ["3 March 2031", "3/3/31 was", "Monday", "21:47"] {
            assert!(!is_time(text), "{text}");
        }
    }
}
