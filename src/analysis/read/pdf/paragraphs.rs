//! Lines to paragraphs: by the gaps between them, by indents, and by lines that end before they had to.

use super::{
    hyphen::Words,
    lines::{Line, usual},
};
use std::collections::BTreeMap;

/// A stretch of text of one size.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// Of its letters, in points.
    pub(super) size: f32,
    /// Counted from 0.
    pub(super) page: usize,
}

/// A paragraph of so many bytes is running text.
const RUNNING: usize = 80;

/// What ends a sentence; the quotation marks and brackets behind it are passed over.
const STOPS: [char; 7] = ['.', '!', '?', ':', '…', '。', '！'];

/// The paragraphs of pages of lines, each page in the order of reading.
pub(super) fn paragraphs(pages: &[Vec<Line>]) -> Vec<Paragraph> {
    let words = Words::of(pages.iter().flatten());
    let leadings = Leadings::of(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut last: Option<&Line> = None;
    for (page, lines) in pages.iter().enumerate() {
        for (at, line) in lines.iter().enumerate() {
            let goes_on = match (last, paragraphs.last()) {
                (Some(before), Some(paragraph)) => {
                    let is_new_column = at == 0 || line.base < before.base - 0.5 * line.size;
                    let above = if at == 0 {
                        page.checked_sub(1).map_or(&[][..], |page| pages[page].as_slice())
                    } else {
                        lines.as_slice()
                    };
                    let end = if at == 0 { above.len() } else { at };
                    let around = if is_new_column {
                        end.saturating_sub(6)..end
                    } else {
                        end.saturating_sub(3)..(end + 3).min(above.len())
                    };
                    let place = Place { before, line, around: &above[around] };
                    match is_new_column {
                        true => alike(before, line) && runs_on(&paragraph.text, &line.text, place.had_room()),
                        false => place.goes_on(paragraph, lines.get(at + 1), &leadings),
                    }
                }
                _ => false,
            };
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(paragraph) => words.join(&mut paragraph.text, &line.text),
                None => paragraphs.push(Paragraph { text: line.text.clone(), size: line.size, page }),
            }
            last = Some(line);
        }
    }
    for paragraph in &mut paragraphs {
        paragraph.text = paragraph.text.replace('\u{ad}', "");
    }
    paragraphs
}

/// The size that most letters have.
pub(super) fn body_size(paragraphs: &[Paragraph]) -> f32 {
    let mut lengths: BTreeMap<i32, usize> = BTreeMap::new();
    for paragraph in paragraphs {
        *lengths.entry((paragraph.size * 4.0).round() as i32).or_default() += paragraph.text.len();
    }
    lengths.into_iter().max_by_key(|(_, length)| *length).map_or(0.0, |(size, _)| size as f32 / 4.0)
}

/// A line and the one before it.
struct Place<'a> {
    before: &'a Line,
    line: &'a Line,
    /// The lines about them.
    around: &'a [Line],
}

impl Place<'_> {
    /// True when both are of one paragraph; `next` is the line below.
    fn goes_on(&self, paragraph: &Paragraph, next: Option<&Line>, leadings: &Leadings) -> bool {
        let Self { before, line, .. } = self;
        let down = line.base - before.base;
        if down < 0.3 * line.size {
            return line.left > before.left && line.left - before.right < 1.5 * line.size;
        }
        if !alike(before, line)
            || down > leadings.most(line.size)
            || line.left > before.right
            || line.right < before.left
            || line.text.starts_with(['•', '▪', '●', '■'])
        {
            return false;
        }
        let indent = 0.8 * line.size;
        let is_below = |next: &&Line| {
            alike(next, line) && next.base > line.base && next.base - line.base <= leadings.most(line.size)
        };
        let is_second = paragraph.text == before.text;
        let is_followed = next.filter(is_below).is_none_or(|next| next.left < line.left - indent);
        let is_indented = match line.left > before.left + indent {
            // The second line of an entry in a list is indented as the third is.
            true => !is_centred(before, line) && (!is_second || is_followed),
            false => is_second && is_followed && line.left > before.left - 0.1 * indent && self.is_inside(indent),
        };
        if is_indented {
            return false;
        }
        !(self.had_room() && (is_ended(&paragraph.text) || self.is_half()))
    }

    /// True when the line begins right of the others about it.
    fn is_inside(&self, indent: f32) -> bool {
        let edge = self.column().map(|line| line.left).fold(f32::MAX, f32::min);
        self.line.left > edge + indent
    }

    /// The lines about that are of this column and size.
    fn column(&self) -> impl Iterator<Item = &Line> {
        let line = self.before;
        self.around.iter().filter(|other| {
            alike(other, line)
                && other.left < line.right
                && other.right > line.left
                && (other.left - line.left).abs() < 4.0 * line.size
        })
    }

    fn edge(&self) -> f32 {
        self.column().map(|line| line.right).fold(f32::MIN, f32::max)
    }

    /// True when the first word of the line would have had room in the line before.
    fn had_room(&self) -> bool {
        let Self { before, line, .. } = self;
        let word = line.text.split_whitespace().next().unwrap_or_default();
        let letter = (line.right - line.left) / line.text.chars().count().max(1) as f32;
        before.right + letter * (word.chars().count() + 1) as f32 + line.size < self.edge()
    }

    /// True when the line before is not half as long as the column is wide, and so was ended on purpose.
    fn is_half(&self) -> bool {
        (self.before.right - self.before.left) < 0.5 * (self.edge() - self.before.left)
    }
}

fn alike(a: &Line, b: &Line) -> bool {
    (0.92..1.09).contains(&(a.size / b.size))
}

fn is_centred(a: &Line, b: &Line) -> bool {
    ((a.left + a.right) - (b.left + b.right)).abs() < 0.2 * b.size
}

/// True when `text` ends where a sentence does.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']).ends_with(STOPS)
}

/// True when what stands in the next column or on the next page goes on with the sentence: that has not ended, and what
/// follows starts small, or its last line is full and so much of it is there that it is no heading.
fn runs_on(before: &str, after: &str, had_room: bool) -> bool {
    let is_small = after.starts_with(char::is_lowercase);
    let is_open =
        before.ends_with([',', '-', '\u{2010}']) || before.ends_with(char::is_alphanumeric) && before.len() > RUNNING;
    !is_ended(before)
        && (is_small
            || is_open
                && !had_room
                && after.starts_with(|letter: char| letter.is_alphanumeric() || "“\"‘".contains(letter)))
}

/// How far lines of one paragraph are apart, by their size.
struct Leadings {
    by_size: BTreeMap<i32, f32>,
}

impl Leadings {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut all: BTreeMap<i32, Vec<f32>> = BTreeMap::new();
        for pair in pages.iter().flat_map(|lines| lines.windows(2)) {
            let [a, b] = pair else { continue };
            let down = (b.base - a.base) / b.size;
            if alike(a, b) && (0.6..3.2).contains(&down) && b.left < a.right && a.left < b.right {
                all.entry(step(b.size)).or_default().push(down);
            }
        }
        let by_size = all.into_iter().map(|(size, downs)| (size, least(downs)));
        Self { by_size: by_size.collect() }
    }

    /// Lines further apart than this, in points, are two paragraphs.
    fn most(&self, size: f32) -> f32 {
        let own = self.by_size.get(&step(size)).copied().unwrap_or(1.3);
        size * (own * 1.15 + 0.08)
    }
}

fn step(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// The least distance that is no exception.
fn least(mut downs: Vec<f32>) -> f32 {
    downs.sort_by(f32::total_cmp);
    let enough = (downs.len() / 12).max(2);
    let like = |from: f32| downs.iter().filter(|down| (from * 0.98..from * 1.03).contains(*down)).count();
    // Of few lines there is no telling: a headline on two, or two paragraphs of one.
    match downs.iter().copied().take(2_000).find(|down| like(*down) >= enough) {
        Some(found) if downs.len() >= 8 => found,
        found => found.unwrap_or_else(|| usual(downs.clone())).min(1.5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f32, base: f32) -> Line {
        Line { text: text.to_owned(), left, right: left + 5.0 * text.chars().count() as f32, base, size: 10.0 }
    }

    fn check(pages: &[Vec<Line>], expected: &[&str]) {
        let found: Vec<String> = paragraphs(pages).into_iter().map(|paragraph| paragraph.text).collect();
        assert_eq!(found, expected);
    }

    const A: &str = "The ferry runs again, the mayor said on";
    const B: &str = "Monday in front of a crowd of hundreds";
    const C: &str = "of people.";

    #[test]
    fn a_wide_gap_is_a_new_paragraph() {
        let lines = [line(A, 0.0, 0.0), line(B, 0.0, 12.0), line(A, 0.0, 30.0), line(B, 0.0, 42.0)];
        check(&[lines.to_vec()], &[&format!("{A} {B}"), &format!("{A} {B}")]);
    }

    #[test]
    fn an_indent_is_a_new_paragraph() {
        let lines = [line(A, 0.0, 0.0), line(B, 0.0, 12.0), line(&B[..36], 10.0, 24.0), line(A, 0.0, 36.0)];
        check(&[lines.to_vec()], &[&format!("{A} {B}"), &format!("{} {A}", &B[..36])]);
    }

    #[test]
    fn every_indent_is_one_and_the_lines_of_an_entry_are_not() {
        let short = "He said so.";
        let lines = [line(A, 0.0, 0.0), line(B, 0.0, 12.0), line(short, 10.0, 24.0), line(short, 10.0, 36.0)];
        check(&[lines.to_vec()], &[&format!("{A} {B}"), short, short]);
        let entry = [line(A, 0.0, 0.0), line(&B[..36], 10.0, 12.0), line(&A[..36], 10.0, 24.0)];
        check(&[entry.to_vec()], &[&format!("{A} {} {}", &B[..36], &A[..36])]);
    }

    #[test]
    fn lines_about_one_middle_are_one_heading() {
        let of = |text: &str, left: f32, base: f32| line(text, left, base);
        let lines = [of(&A[..30], 0.0, 0.0), of(&A[..24], 15.0, 12.0), of(&A[..10], 50.0, 24.0)];
        check(&[lines.to_vec()], &[&format!("{} {} {}", &A[..30], &A[..24].trim_end(), &A[..10])]);
    }

    #[test]
    fn another_size_is_a_new_paragraph() {
        let headline = Line { size: 20.0, ..line("Ferry runs", 0.0, 0.0) };
        check(&[vec![headline, line(A, 0.0, 14.0), line(B, 0.0, 26.0)]], &["Ferry runs", &format!("{A} {B}")]);
    }

    #[test]
    fn a_line_that_ends_early_with_a_stop_ends_its_paragraph() {
        let lines = [line(A, 0.0, 0.0), line(C, 0.0, 12.0), line(B, 0.0, 24.0), line(A, 0.0, 36.0)];
        check(&[lines.to_vec()], &[&format!("{A} {C}"), &format!("{B} {A}")]);
        let byline = [line("By Ann Poe", 0.0, 0.0), line(A, 0.0, 12.0), line(B, 0.0, 24.0)];
        check(&[byline.to_vec()], &["By Ann Poe", &format!("{A} {B}")]);
    }

    #[test]
    fn a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() {
        let first = vec![line(A, 0.0, 0.0), line(&B[..30], 0.0, 12.0), line("crowds of hundreds, and the", 250.0, 0.0)];
        let second = vec![line("harbour was full.", 0.0, 0.0)];
        let whole = format!("{A} {} crowds of hundreds, and the harbour was full.", &B[..30]);
        check(&[first, second], &[&whole]);
        check(&[vec![line(C, 0.0, 0.0)], vec![line("and", 0.0, 0.0)]], &[C, "and"]);
        check(&[vec![line(A, 0.0, 0.0)], vec![line("Then", 0.0, 0.0)]], &[A, "Then"]);
        let long = [line(A, 0.0, 0.0), line(B, 0.0, 12.0), line("who had come early, among them Mayor", 0.0, 24.0)];
        check(
            &[long.to_vec(), vec![line("Ann Poe.", 0.0, 0.0)]],
            &[&format!("{A} {B} who had come early, among them Mayor Ann Poe.")],
        );
    }

    #[test]
    fn most_letters_are_of_the_body() {
        let of = |size: f32, text: &str| Paragraph { text: text.to_owned(), size, page: 0 };
        assert_eq!(body_size(&[of(24.0, "Ferry"), of(10.5, A), of(10.5, B), of(8.0, C)]), 10.5);
    }
}
