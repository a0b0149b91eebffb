//! The scores that the evaluation script prints, and the table of those that count.

use anyhow::{Context, Result};
use std::fmt::Write;

/// A measure that counts: its name in the script, what it means, and the figures to be compared with.
pub(crate) struct Measure {
    name: &'static str,
    means: &'static str,
    /// The best public library, people among themselves, and what is wanted, each an F1.
    known: [&'static str; 3],
}

/// The measures in the order of the table.
pub(crate) const MEASURES: [Measure; 3] = [
    Measure { name: "speaker", means: "speaker of quoted spans", known: [".760", ".966", ".85"] },
    Measure { name: "attribution", means: "whole attributions", known: [".337", ".793", ".50"] },
    Measure { name: "indirect", means: "indirect speech alone", known: [".003", ".698", ".35"] },
];

/// One line of the script's table.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Score {
    name: String,
    f1: f64,
    /// Right, found, and marked by people.
    counts: [u64; 3],
}

/// Reads the script's table: `name P R F1 interval right found marked`.
pub(crate) fn read(told: &str) -> Result<Vec<Score>> {
    let lines = told.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [name, _, _, f1, _, right, found, marked] = cells[..] else { return None };
        let counts = [right.parse().ok()?, found.parse().ok()?, marked.parse().ok()?];
        Some(Score { name: name.to_owned(), f1: f1.parse().ok()?, counts })
    });
    let scores: Vec<Score> = lines.collect();
    for measure in &MEASURES {
        of(&scores, measure.name)?;
    }
    Ok(scores)
}

fn of<'a>(scores: &'a [Score], name: &str) -> Result<&'a Score> {
    scores.iter().find(|score| score.name == name).with_context(|| format!("the script printed no line `{name}`"))
}

/// The table: F1 on all data and on both halves, with the counts on all data.
pub(crate) fn table(all: &[Score], halves: &[Vec<Score>; 2]) -> String {
    let mut text = format!(
        "{:25}{:>13}{:>8}{:>8}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}\n",
        "F1", "best library", "people", "wanted", "ours", "even", "odd", "right", "found", "marked"
    );
    for Measure { name, means, known: [library, people, wanted] } in &MEASURES {
        let f1 = |scores| of(scores, name).map_or(f64::NAN, |score| score.f1);
        let [right, found, marked] = of(all, name).map_or([0; 3], |score| score.counts);
        let ours = [f1(all), f1(&halves[0]), f1(&halves[1])].map(|f1| format!("{f1:.3}").replacen("0.", ".", 1));
        let [all, even, odd] = ours;
        writeln!(
            text,
            "{means:25}{library:>13}{people:>8}{wanted:>8}{all:>8}{even:>8}{odd:>8}{right:>9}{found:>8}{marked:>8}"
        )
        .expect("a String takes all");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "{\"set\": \"x\"}\n\n            P       R      F1   95% of F1         tp    pred    gold\n\
                        speaker   0.914   0.891   0.903   0.895-0.911     7355    8046    8253\n\
                        attribution   0.758   0.630   0.688   0.678-0.696    12494   16481   19832\n\
                        indirect   0.636   0.475   0.544   0.531-0.555     6392   10045   13467\n\
                        speaker_accuracy             0.917\n";

    #[test]
    fn the_scripts_table_is_read() {
        let scores = read(TOLD).unwrap();
        assert_eq!(scores.len(), 3);
        assert_eq!(scores[0], Score { name: "speaker".into(), f1: 0.903, counts: [7355, 8046, 8253] });
        assert!(read("speaker 1 2 3\n").is_err());
    }

    #[test]
    fn the_table_has_a_line_for_each_measure() {
        let scores = read(TOLD).unwrap();
        let text = table(&scores, &[scores.clone(), scores.clone()]);
        assert_eq!(text.lines().count(), 1 + MEASURES.len());
        for part in ["speaker of quoted spans", ".903", "12494", ".698"] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
}
