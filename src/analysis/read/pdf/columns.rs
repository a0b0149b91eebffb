//! The order in which the lines of a page are read: columns one after the other, what spans them in between.

use super::lines::{Line, usual};
use core::cmp::Ordering;

/// Columns are as far apart at least, in sizes of their font.
const GUTTER: f32 = 0.6;

/// Lines of a column are as long at least, in sizes of their font: what is shorter is a cell of a table.
const LONG: f32 = 8.0;

/// So many lines stand beside so many others in columns.
const LINES: usize = 3;

/// How often columns are looked for inside columns.
const DEEPEST: usize = 6;

/// The lines of each page as they are read.
///
/// Where a last page has too few lines to tell its columns, they are where another page has them.
pub(super) fn in_order(mut pages: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    pages.iter_mut().for_each(|lines| lines.sort_by(downwards));
    let known = pages.iter().find_map(|lines| gutter(lines));
    let gutter_of = |lines: &[Line]| gutter(lines).or(known.filter(|place| is_free(lines, *place)));
    let of_page = |lines: Vec<Line>| match gutter_of(&lines) {
        Some(gutter) => parted(lines, gutter, 0),
        None => rows(lines),
    };
    pages.into_iter().map(of_page).collect()
}

fn downwards(a: &Line, b: &Line) -> Ordering {
    a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left))
}

/// True when no line goes over the place, and some stand at each side of it.
fn is_free(lines: &[Line], place: f32) -> bool {
    lines.iter().all(|line| line.right <= place || line.left >= place)
        && lines.iter().any(|line| line.right <= place)
        && lines.iter().any(|line| line.left >= place)
}

fn ordered(mut lines: Vec<Line>, depth: usize) -> Vec<Line> {
    lines.sort_by(downwards);
    match (depth < DEEPEST).then(|| gutter(&lines)).flatten() {
        Some(gutter) => parted(lines, gutter, depth),
        None => rows(lines),
    }
}

/// Sorted lines, in the order of columns at both sides of `gutter`.
fn parted(lines: Vec<Line>, gutter: f32, depth: usize) -> Vec<Line> {
    let mut read = Vec::with_capacity(lines.len());
    let (mut left, mut right, mut across): (Vec<Line>, Vec<Line>, Vec<Line>) = Default::default();
    for line in lines {
        let spans = line.left < gutter && gutter < line.right;
        // What is above a line across the columns is read before it, what is below it behind it.
        if spans && !(left.is_empty() && right.is_empty()) {
            read.extend(rows(core::mem::take(&mut across)));
            read.extend(ordered(core::mem::take(&mut left), depth + 1));
            read.extend(ordered(core::mem::take(&mut right), depth + 1));
        }
        match () {
            () if spans => across.push(line),
            () if line.right <= gutter => left.push(line),
            () => right.push(line),
        }
    }
    let foot = foot(&mut left, &right);
    read.extend(rows(across));
    read.extend(ordered(left, depth + 1));
    read.extend(ordered(right, depth + 1));
    read.extend(rows(foot));
    read
}

/// Takes a short line or a few at the foot of the page out of `left`: they are below both columns, and well apart.
fn foot(left: &mut Vec<Line>, right: &[Line]) -> Vec<Line> {
    let end = right.iter().map(Line::bottom).reduce(f32::max).unwrap_or(f32::MAX);
    let start = (left.len().saturating_sub(5)..left.len()).find(|at| {
        let line = &left[*at];
        let before = at.checked_sub(1).map_or(f32::MIN, |before| left[before].bottom());
        line.top() > end && line.top() - before > 1.5 * line.size
    });
    start.map(|start| left.split_off(start)).unwrap_or_default()
}

/// The place between two columns: most lines are beside it, and of those that are not none stands in both.
fn gutter(lines: &[Line]) -> Option<f32> {
    let size = usual(lines.iter().map(|line| line.size).collect());
    let half = GUTTER / 2.0 * size;
    // A column's left edge is where many lines begin.
    let mut starts: Vec<f32> = lines.iter().map(|line| line.left - half).collect();
    starts.sort_by(f32::total_cmp);
    let mut places: Vec<(usize, f32)> = Vec::new();
    for start in starts {
        match places.last_mut() {
            Some((number, place)) if start - *place < half => *number += 1,
            _ => places.push((1, start)),
        }
    }
    places.retain(|(number, _)| *number >= LINES);
    places.sort_by(|(a, _), (b, _)| b.cmp(a));
    places.truncate(20);
    let found = places.into_iter().filter_map(|(_, place)| Some((beside(lines, place, half)?, place)));
    found.max_by_key(|(number, place)| (*number, -(*place as i64))).map(|(_, place)| place)
}

/// How many lines stand beside one another at both sides of `place`; `None` when they are no columns.
fn beside(lines: &[Line], place: f32, half: f32) -> Option<usize> {
    let (mut left, mut right): (Vec<&Line>, Vec<&Line>) = Default::default();
    let mut across = 0;
    for line in lines {
        match () {
            () if line.right <= place + 0.1 * half => left.push(line),
            () if line.left >= place => right.push(line),
            () => across += 1,
        }
    }
    let levels = |side: &[&Line]| side.iter().map(|line| (line.top(), line.bottom())).collect::<Vec<_>>();
    let (of_left, of_right) = (levels(&left), levels(&right));
    // Both are sorted by their places, so that the two ends of what overlaps are found by halving.
    let overlaps = |(top, bottom): &(f32, f32), others: &[(f32, f32)]| {
        let from = others.partition_point(|(_, end)| end < top);
        others.get(from).is_some_and(|(start, _)| start < bottom)
    };
    let at_left: Vec<&&Line> =
        left.iter().zip(&of_left).filter(|(_, own)| overlaps(own, &of_right)).map(|(line, _)| line).collect();
    let at_right: Vec<&&Line> =
        right.iter().zip(&of_right).filter(|(_, own)| overlaps(own, &of_left)).map(|(line, _)| line).collect();
    let is_column = |side: &[&&Line]| {
        side.len() >= LINES && usual(side.iter().map(|line| (line.right - line.left) / line.size).collect()) >= LONG
    };
    let number = at_left.len() + at_right.len();
    (is_column(&at_left) && is_column(&at_right) && across <= number * 2).then_some(number)
}

/// Lines from top to bottom; those on one level from left to right.
fn rows(lines: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::with_capacity(lines.len());
    let mut start = 0;
    for line in lines {
        let is_level =
            rows.get(start).is_some_and(|first| (line.base - first.base).abs() < 0.3 * line.size.min(first.size));
        if !is_level {
            rows[start..].sort_by(|a, b| a.left.total_cmp(&b.left));
            start = rows.len();
        }
        rows.push(line);
    }
    rows[start..].sort_by(|a, b| a.left.total_cmp(&b.left));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f32, right: f32, base: f32) -> Line {
        Line { text: text.to_owned(), left, right, base, size: 10.0 }
    }

    fn check(lines: Vec<Line>, expected: &[&str]) {
        let found: Vec<String> = in_order(vec![lines]).into_iter().flatten().map(|line| line.text).collect();
        assert_eq!(found, expected);
    }

    /// Two columns of four lines, row by row, `a1 b1 a2 …`.
    fn columns(top: f32) -> Vec<Line> {
        let row = |at: u8| {
            let base = top + 12.0 * f32::from(at);
            [line(&format!("a{at}"), 0.0, 190.0, base), line(&format!("b{at}"), 210.0, 400.0, base)]
        };
        (1..=4).flat_map(row).collect()
    }

    #[test]
    fn a_column_is_read_to_its_end() {
        check(columns(0.0), &["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]);
    }

    #[test]
    fn what_spans_the_columns_is_read_between_them() {
        let mut lines = columns(20.0);
        lines.insert(3, line("headline", 0.0, 350.0, 0.0));
        lines.push(line("between", 20.0, 390.0, 90.0));
        lines.extend(columns(100.0).into_iter().map(|line| Line { text: line.text.to_uppercase(), ..line }));
        let above = ["headline", "a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"];
        let below = ["between", "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"];
        check(lines, &[&above[..], &below[..]].concat());
    }

    #[test]
    fn what_stands_apart_below_the_columns_is_read_behind_them() {
        let mut lines = columns(0.0);
        lines.push(line("a5", 0.0, 100.0, 60.0));
        lines.push(line("foot", 0.0, 100.0, 95.0));
        check(lines, &["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "foot"]);
    }

    #[test]
    fn a_short_last_page_has_the_columns_of_the_others() {
        let last = columns(0.0).into_iter().take(3).collect();
        let found = in_order(vec![columns(0.0), last]).pop().unwrap();
        assert_eq!(found.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["a1", "a2", "b1"]);
    }

    #[test]
    fn three_columns_are_three() {
        let row = |at: u8| {
            let base = 12.0 * f32::from(at);
            let column = |name: &str, left: f32| line(&format!("{name}{at}"), left, left + 110.0, base);
            [column("c", 260.0), column("a", 0.0), column("b", 130.0)]
        };
        check((1..=3).flat_map(row).collect(), &["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"]);
    }

    #[test]
    fn a_table_and_a_list_are_read_row_by_row() {
        let row = |at: u8| {
            let base = 12.0 * f32::from(at);
            [line(&format!("name{at}"), 0.0, 40.0, base), line(&format!("{at}00"), 150.0, 170.0, base)]
        };
        check((1..=4).flat_map(row).collect(), &["name1", "100", "name2", "200", "name3", "300", "name4", "400"]);
        let ragged = [line("one", 0.0, 390.0, 0.0), line("two", 0.0, 100.0, 12.0), line("three", 0.0, 300.0, 24.0)];
        check(ragged.to_vec(), &["one", "two", "three"]);
    }
}
