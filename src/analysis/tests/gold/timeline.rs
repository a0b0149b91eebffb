//! The time expressions.

use super::marked;
use crossread_corpus::{span::Span, time::TimeExpression};
use jiff::civil::Date;

/// True when `time` means the gold's date: the same days, or for "~1994" the same first year.
fn agrees(time: &TimeExpression, date: &str) -> bool {
    let plain = date.split(' ').next().unwrap_or_default().trim_start_matches('~');
    let Some((first, last)) = time.days else { return false };
    if date.starts_with('~') {
        return first.year().to_string() == plain;
    }
    let day = |value: &str, end: bool| -> Option<Date> {
        match value.len() {
            4 => Date::new(value.parse().ok()?, if end { 12 } else { 1 }, if end { 31 } else { 1 }).ok(),
            7 => {
                let month = Date::new(value[..4].parse().ok()?, value[5..].parse().ok()?, 1).ok()?;
                Some(if end { month.last_of_month() } else { month })
            }
            _ => value.get(..10)?.parse().ok(),
        }
    };
    if time.value == plain {
        return true;
    }
    let (from, to) = plain.split_once('/').unwrap_or((plain, plain));
    let clock = plain.split_once('T').map(|(_, clock)| clock);
    day(from, false) == Some(first)
        && day(to, true) == Some(last)
        && clock.is_none_or(|clock| time.value.ends_with(clock))
}

#[test]
fn times_have_their_days() {
    let Some((articles, rows)) = marked("timeline.tsv", [2, 3, 4]) else { return };
    let mut right = 0;
    for row in &rows {
        let article = &articles[row.article];
        let line = article.block_at(row.place.start()).map_or(row.place, |block| block.span);
        // a clock time stands elsewhere in the line than the weekday it goes with
        let wide: Span = if row.cells[1].contains('T') { line } else { row.place };
        let inside = || article.annotations.times.iter().filter(|time| time.span.overlaps(wide));
        if inside().any(|time| agrees(time, &row.cells[1])) {
            right += 1;
        } else {
            let shown: Vec<String> = inside().map(|t| format!("{} {:?}", t.value, t.days)).collect();
            println!("missed {:?}, found {shown:?}", row.cells);
        }
    }
    println!("gold: times: {right} of {}", rows.len());
    assert!(right >= 38, "{right} right");
}
