//! The figures.

use super::marked;
use crossread_corpus::figure::{Figure, Qualifier};

/// True when `figure` has the row's value ("80 %", "65 years", "10,000s", "6th") and qualifier.
fn agrees(figure: &Figure, value: &str, qualifier: &str) -> bool {
    let magnitude = value.strip_suffix("0s").is_some();
    let number: String = value.chars().filter(|c| c.is_ascii_digit()).collect();
    let number: f64 = number.parse().unwrap_or(f64::NAN);
    let fits = if magnitude {
        figure.amount.low == number && figure.amount.high > number
    } else {
        figure.amount.low == number && figure.amount.high == number
    };
    let unit = value
        .split_once(' ')
        .is_none_or(|(_, unit)| figure.measured_in.as_deref().is_some_and(|name| unit.trim_end_matches('s') == name));
    let qualified = match qualifier {
        "more than" | "over" => Qualifier::MoreThan,
        "up to" => Qualifier::UpTo,
        "about" => Qualifier::About,
        "at least" => Qualifier::AtLeast,
        "almost" => Qualifier::Almost,
        "vague" => Qualifier::Vague,
        "rounded" => Qualifier::Rounded,
        _ => Qualifier::Exact,
    };
    fits && unit && figure.amount.qualifier == qualified
}

#[test]
fn figures_have_their_values() {
    let Some((articles, rows)) = marked("numbers.tsv", [1, 2, 3]) else { return };
    let mut right = 0;
    for row in &rows {
        let found = &articles[row.article].annotations.figures;
        let inside = || found.iter().filter(|figure| figure.span.overlaps(row.place));
        if inside().any(|figure| agrees(figure, &row.cells[4], &row.cells[5])) {
            right += 1;
        } else {
            println!("missed {:?}, found {:?}", row.cells, inside().collect::<Vec<_>>());
        }
    }
    println!("gold: figures: {right} of {}", rows.len());
    assert!(right >= 30, "{right} right");
}
