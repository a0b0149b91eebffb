//! Telling readings apart: which repeat an earlier one, and what each is called.

use crate::reading::{Reading, id_at};
use std::collections::{BTreeMap, BTreeSet};

/// What an article without any name is called.
const NAMELESS: &str = "article";

/// The numbers of readings whose key an earlier one has, each with that earlier one's number.
pub(crate) fn repeats(readings: &[Reading]) -> Vec<(usize, usize)> {
    let mut first = BTreeMap::new();
    let pairs = readings.iter().enumerate().map(|(at, reading)| (at, *first.entry(reading.key).or_insert(at)));
    pairs.filter(|(at, earlier)| at != earlier).collect()
}

/// Gives every reading an id of its own: its file's stem; where several share it, the file's name; where they share
/// even that, its path; and a number behind the path where that is the same too.
pub(crate) fn name_apart(readings: &mut [Reading]) {
    let mut lengths = vec![0; readings.len()];
    loop {
        let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, reading) in readings.iter().enumerate() {
            holders.entry(id_at(&reading.origin, lengths[number])).or_default().push(number);
        }
        let shared = holders.values().filter(|numbers| numbers.len() > 1).flatten();
        let longer: Vec<usize> = shared.copied().filter(|number| lengths[*number] < 2).collect();
        if longer.is_empty() {
            break;
        }
        longer.into_iter().for_each(|number| lengths[number] += 1);
    }
    let names: Vec<String> =
        readings.iter().zip(lengths).map(|(reading, length)| id_at(&reading.origin, length)).collect();
    let all: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (reading, name) in readings.iter_mut().zip(&names) {
        let base = if name.trim().is_empty() { NAMELESS } else { name };
        let mut id = base.to_owned();
        let mut number = 1;
        while taken.contains(&id) || (id != *name && all.contains(id.as_str())) {
            number += 1;
            id = format!("{base}-{number}");
        }
        taken.insert(id.clone());
        reading.id = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::testing::reading;

    fn check(stems: &[&str], expected: &[&str]) {
        let mut readings: Vec<Reading> = stems.iter().map(|stem| reading(stem, stem)).collect();
        name_apart(&mut readings);
        assert_eq!(readings.iter().map(|reading| reading.id.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_shortest_name_that_differs_is_taken() {
        check(&["a", "b"], &["a", "b"]);
        check(&["x/a", "y/a", "b"], &["x/a.txt", "y/a.txt", "b"]);
    }

    #[test]
    fn files_of_one_path_are_numbered() {
        check(&["a", "a", "a.txt-2"], &["a.txt", "a.txt-3", "a.txt-2"]);
        check(&["", " "], &["article", "article-2"]);
    }

    #[test]
    fn the_first_of_several_is_the_one_repeated() {
        let readings = ["one", "two", "one", "one"].map(|text| reading("a", text));
        assert_eq!(repeats(&readings), [(2, 0), (3, 0)]);
    }
}
