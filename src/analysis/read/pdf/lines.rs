//! Letters to lines: which of them stand beside each other, and where a word ends.

use super::content::Glyph;
use std::collections::BTreeMap;

/// Text on one line of one column.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The line that it stands on, downwards.
    pub(super) base: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
}

/// A gap wider than this parts a line from what stands beside it, in sizes of the font. Spaces of lines that are drawn
/// out to the column's edge are rarely as wide.
const APART: f32 = 1.5;

/// The same where the letters are not painted one behind the other, so that nothing but the gap speaks for one line.
const APART_BY_PLACE: f32 = 0.6;

impl Line {
    /// The line's top edge, about.
    pub(super) fn top(&self) -> f32 {
        self.base - 0.75 * self.size
    }

    /// The line's bottom edge, about.
    pub(super) fn bottom(&self) -> f32 {
        self.base + 0.25 * self.size
    }

    /// Takes `next` in, behind `gap`.
    fn take(&mut self, next: &Self) {
        let gap = next.left - self.right;
        if gap > 0.12 * self.size.min(next.size) && !self.text.ends_with(' ') && !next.text.starts_with(' ') {
            self.text.push(' ');
        }
        if next.text.len() > self.text.len() {
            (self.base, self.size) = (next.base, next.size);
        }
        self.text.push_str(&next.text);
        self.right = self.right.max(next.right);
    }
}

/// The lines of a page, by the order in which they are painted; what stands in two columns is two lines.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let glyphs = once(glyphs);
    let mut lines: Vec<Line> = Vec::new();
    let mut run: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        if !run.is_empty() && !continues(&run, &glyph) {
            lines.extend(line(&run));
            run.clear();
        }
        run.push(glyph);
    }
    lines.extend(line(&run));
    merged(lines)
}

/// Letters that are painted twice at their place, to look bold or to have a shadow, once.
fn once(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut seen: BTreeMap<(char, i32, i32), (f32, f32)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let near = 0.1 * glyph.size;
        let cell = |at: f32| (at / near) as i32;
        let (column, row) = (cell(glyph.left), cell(glyph.base));
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (glyph.letter, column + x, row + y)));
        let is_double = glyph.letter != ' '
            && around
                .filter_map(|place| seen.get(&place))
                .any(|(left, base)| (left - glyph.left).abs() < near && (base - glyph.base).abs() < near);
        if !is_double {
            seen.insert((glyph.letter, column, row), (glyph.left, glyph.base));
            kept.push(*glyph);
        }
    }
    kept
}

/// True when `glyph` stands behind the letters of `run` on their line.
fn continues(run: &[Glyph], glyph: &Glyph) -> bool {
    let Some(last) = run.iter().rev().take(100).find(|last| last.letter != ' ').or(run.last()) else { return false };
    let size = last.size.max(glyph.size);
    let gap = glyph.left - last.right;
    let is_level = (glyph.base - last.base).abs() < 0.2 * size;
    // A small figure that is raised belongs to its word: it stands right at it.
    let is_raised = (glyph.base - last.base).abs() < 0.6 * size
        && gap.abs() < 0.3 * size
        && !(0.85..1.18).contains(&(glyph.size / last.size));
    (is_level && (0.5..2.0).contains(&(glyph.size / last.size)) && (-0.6 * size..APART * size).contains(&gap))
        || is_raised
}

/// Letters that stand one behind the other, with the spaces between their words.
fn line(run: &[Glyph]) -> Option<Line> {
    let written: Vec<&Glyph> = run.iter().filter(|glyph| glyph.letter != ' ').collect();
    let (first, last) = (written.first()?, written.last()?);
    let has_spaces = written.len() < run.len();
    let size = usual(written.iter().map(|glyph| glyph.size).collect());
    // Letters may be set apart; a space between words is wider still.
    let gaps = run.windows(2).filter(|pair| pair[0].letter != ' ' && pair[1].letter != ' ');
    let apart =
        if written.len() > 3 { usual(gaps.map(|pair| pair[1].left - pair[0].right).collect()).max(0.0) } else { 0.0 };
    let space = if has_spaces { (apart + 0.25 * size).max(0.3 * size) } else { (apart + 0.12 * size).max(0.15 * size) };
    let mut text = String::new();
    let mut right = first.left;
    for glyph in run {
        if glyph.letter == ' ' {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            continue;
        }
        if glyph.left - right > space && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        text.push(glyph.letter);
        right = glyph.right;
    }
    text.truncate(text.trim_end().len());
    let right = written.iter().map(|glyph| glyph.right).fold(last.right, f32::max);
    let level: Vec<f32> = written.iter().filter(|glyph| glyph.size >= 0.85 * size).map(|glyph| glyph.base).collect();
    Some(Line { text, left: first.left, right, base: usual(level), size })
}

/// The value in the middle.
pub(super) fn usual(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Lines that are one by their places, though other text was painted in between: a link, a word in italics.
fn merged(mut lines: Vec<Line>) -> Vec<Line> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&lines[*a], &lines[*b]);
        a.base.round().total_cmp(&b.base.round()).then(a.left.total_cmp(&b.left))
    });
    let mut gone = vec![false; lines.len()];
    let mut last: Option<usize> = None;
    for at in order {
        if let Some(before) = last {
            let (left, right) = (&lines[before], &lines[at]);
            let size = left.size.min(right.size);
            let gap = right.left - left.right;
            let is_one = (left.base - right.base).abs() < 0.2 * size
                && (0.7..1.43).contains(&(left.size / right.size))
                && (-0.3 * size..APART_BY_PLACE * size).contains(&gap);
            if is_one {
                let next = lines[at].clone();
                lines[before].take(&next);
                gone[at] = true;
                continue;
            }
        }
        last = Some(at);
    }
    let mut gone = gone.into_iter();
    lines.retain(|_| !gone.next().unwrap_or_default());
    initials(&mut lines);
    drawn_out(lines)
}

/// Gaps of a line that is drawn out to its column's edges are wide; text right above or below them, over the whole gap,
/// tells that it is one column.
fn drawn_out(lines: Vec<Line>) -> Vec<Line> {
    let mut lines = lines;
    for _ in 0..4 {
        lines.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
        let before = lines.len();
        let mut whole: Vec<Line> = Vec::with_capacity(before);
        let mut rest = lines.iter().enumerate().peekable();
        while let Some((at, line)) = rest.next() {
            let mut line = line.clone();
            while let Some((_, next)) = rest.next_if(|(_, next)| is_drawn_out(&line, next, &lines, at)) {
                line.take(next);
            }
            whole.push(line);
        }
        lines = whole;
        if lines.len() == before {
            break;
        }
    }
    lines
}

/// True when `line` and `next`, which are of the lines about number `at`, are parted by a gap that another line covers.
fn is_drawn_out(line: &Line, next: &Line, lines: &[Line], at: usize) -> bool {
    let size = line.size;
    let is_level = (line.base - next.base).abs() < 0.1 * size && (0.95..1.05).contains(&(line.size / next.size));
    let covers = |other: &Line| {
        let away = (other.base - line.base).abs();
        (0.5 * size..1.8 * size).contains(&away)
            && (0.95..1.05).contains(&(other.size / size))
            && other.left < line.right - size
            && other.right > next.left + size
    };
    is_level
        && (0.0..5.0 * size).contains(&(next.left - line.right))
        && lines[at.saturating_sub(40)..(at + 40).min(lines.len())].iter().any(covers)
}

/// A first letter over several lines belongs to the topmost line beside it.
fn initials(lines: &mut Vec<Line>) {
    let body = usual(lines.iter().map(|line| line.size).collect());
    let is_initial = |line: &Line| line.size > 1.8 * body && line.text.chars().count() == 1;
    for at in (0..lines.len()).rev().filter(|at| is_initial(&lines[*at])).take(50).collect::<Vec<_>>() {
        let initial = lines[at].clone();
        let beside = |line: &&mut Line| {
            line.size < 0.7 * initial.size
                && (initial.right - 0.5 * line.size..initial.right + 1.5 * line.size).contains(&line.left)
                && (initial.top() - line.size..=initial.base + 0.1 * line.size).contains(&line.base)
        };
        let first = lines.iter_mut().filter(beside).min_by(|a, b| a.base.total_cmp(&b.base));
        if let Some(first) = first {
            first.text.insert_str(0, &initial.text);
            first.left = initial.left;
            lines.remove(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of half their size, from `left` on, at `base`.
    fn glyphs(text: &str, left: f32, base: f32, size: f32) -> Vec<Glyph> {
        let place = |at: usize| left + at as f32 * size / 2.0;
        let letters = text.chars().enumerate();
        letters.map(|(at, letter)| Glyph { letter, left: place(at), right: place(at + 1), base, size }).collect()
    }

    fn check(parts: &[Vec<Glyph>], expected: &[&str]) {
        let found: Vec<String> = lines(&parts.concat()).into_iter().map(|line| line.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn gaps_part_words_where_nothing_else_does() {
        check(&[glyphs("The", 0.0, 0.0, 10.0), glyphs("ferry", 17.5, 0.0, 10.0)], &["The ferry"]);
        check(
            &[glyphs("The ", 0.0, 0.0, 10.0), glyphs("fer", 20.5, 0.0, 10.0), glyphs("ry", 37.0, 0.0, 10.0)],
            &["The ferry"],
        );
        check(&[glyphs("over", 0.0, 0.0, 10.0), glyphs("there", 40.0, 0.0, 10.0)], &["over", "there"]);
    }

    #[test]
    fn letters_set_apart_are_one_word() {
        let apart = |text: &str, left: f32| -> Vec<Glyph> {
            let one = |(at, letter): (usize, char)| glyphs(&letter.to_string(), left + at as f32 * 7.5, 0.0, 10.0);
            text.chars().enumerate().flat_map(one).collect()
        };
        check(&[apart("HARBOUR", 0.0), apart("NEWS", 58.0)], &["HARBOUR NEWS"]);
    }

    #[test]
    fn what_is_painted_twice_is_there_once() {
        let twice = [glyphs("Bold ferry", 0.0, 0.0, 10.0), glyphs("Bold ferry", 0.4, 0.2, 10.0)];
        check(&twice, &["Bold ferry"]);
        check(&[glyphs("llama ill", 0.0, 0.0, 10.0)], &["llama ill"]);
    }

    #[test]
    fn a_link_painted_later_stands_in_its_line() {
        let parts =
            [glyphs("The", 0.0, 0.0, 10.0), glyphs("runs.", 48.0, 0.0, 10.0), glyphs("Second", 0.0, 12.0, 10.0)];
        check(&[parts.concat(), glyphs("ferry", 19.0, 0.0, 10.0)], &["The ferry runs.", "Second"]);
    }

    #[test]
    fn a_line_that_is_drawn_out_is_one() {
        let above = glyphs("The ferry runs again now", 0.0, 0.0, 10.0);
        let out = [glyphs("The", 0.0, 12.0, 10.0), glyphs("ferry", 40.0, 12.0, 10.0), glyphs("runs", 95.0, 12.0, 10.0)];
        check(&[above, out.concat()], &["The ferry runs again now", "The ferry runs"]);
        check(&out, &["The", "ferry", "runs"]);
    }

    #[test]
    fn what_is_raised_and_what_is_large_belongs_to_its_word() {
        check(
            &[glyphs("25", 0.0, 0.0, 10.0), glyphs("th", 10.0, -4.0, 6.0), glyphs(" May", 16.0, 0.0, 10.0)],
            &["25th May"],
        );
        let story = [
            glyphs("he ferry", 22.0, -22.0, 10.0),
            glyphs("runs and", 22.0, -11.0, 10.0),
            glyphs("goes on", 0.0, 11.0, 10.0),
        ];
        check(&[glyphs("T", 0.0, 0.0, 40.0), story.concat()], &["The ferry", "runs and", "goes on"]);
    }
}
