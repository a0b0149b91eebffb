//! Long tables and lists: their beginning is shown, and the rest when a reader asks for it.

use crate::sheet::{Line, Part};

/// A table, `shown` rows of it at first.
pub(crate) fn table(caption: String, head: Vec<Line>, mut rows: Vec<Vec<Line>>, shown: usize) -> Vec<Part> {
    let rest = rows.split_off(rows.len().min(shown));
    let more = more(rest.len(), || {
        vec![Part::Table { caption: format!("{caption}, continued"), head: head.clone(), rows: rest }]
    });
    let mut parts = vec![Part::Table { caption, head, rows }];
    parts.extend(more);
    parts
}

/// Lines, `shown` of them at first; nothing for none.
pub(crate) fn lines(mut lines: Vec<Line>, shown: usize) -> Vec<Part> {
    if lines.is_empty() {
        return Vec::new();
    }
    let rest = lines.split_off(lines.len().min(shown));
    let more = more(rest.len(), || vec![Part::List(rest)]);
    [Part::List(lines)].into_iter().chain(more).collect()
}

/// Parts one after the other, at first so many that they hold about `shown` of what `size` counts in each.
pub(crate) fn list(mut parts: Vec<Part>, shown: usize, size: impl Fn(&Part) -> usize) -> Vec<Part> {
    let mut held = 0;
    let end = parts.iter().position(|part| {
        held += size(part);
        held > shown
    });
    let rest = parts.split_off(end.map_or(parts.len(), |end| end.max(1)));
    let more = more(rest.len(), || rest);
    parts.extend(more);
    parts
}

/// What is shown when it is asked for.
fn more(count: usize, parts: impl FnOnce() -> Vec<Part>) -> Option<Part> {
    (count > 0).then(|| Part::Fold(format!("{count} more"), parts().into()))
}

/// How many rows of tables a part has.
pub(crate) fn rows(part: &Part) -> usize {
    match part {
        Part::Table { rows, .. } => rows.len(),
        Part::Card(parts) => parts.iter().map(rows).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Piece;

    fn card(rows: usize) -> Part {
        let rows = vec![vec![vec![Piece::Tag("a".into())]]; rows];
        Part::Card(vec![Part::Table { caption: "Cells".into(), head: Vec::new(), rows }])
    }

    fn shown(parts: &[Part]) -> Vec<usize> {
        parts.iter().map(rows).collect()
    }

    #[test]
    fn the_rest_of_a_table_is_folded() {
        let line = || vec![vec![Piece::Tag("a".into())]];
        let parts = table("Cells".into(), line(), vec![line(); 5], 3);
        assert_eq!(shown(&parts), [3, 0]);
        let Part::Fold(words, rest) = &parts[1] else { panic!("a fold") };
        assert_eq!((words.as_str(), shown(rest)), ("2 more", vec![2]));
        assert_eq!(table("Cells".into(), line(), vec![line(); 3], 3).len(), 1);
    }

    #[test]
    fn a_list_is_folded_by_what_its_parts_hold() {
        let parts = list([4, 4, 4, 4].map(card).into(), 9, rows);
        assert_eq!(shown(&parts), [4, 4, 0]);
        assert!(matches!(&parts[2], Part::Fold(words, rest) if words == "2 more" && rest.len() == 2));
        assert_eq!(shown(&list(vec![card(40), card(1)], 9, rows))[0], 40, "the first is always shown");
        assert_eq!(list([1, 2].map(card).into(), 9, rows).len(), 2);
    }
}
