//! Which names are countries'.

use std::{collections::HashSet, sync::LazyLock};

/// True for a country's own name: "Austria", "U.S.".
pub(super) fn is_country(name: &str) -> bool {
    NAMES.contains(name)
}

static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split('\t').next()).flat_map(|names| names.split('|')).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_and_towns_are_none() {
        assert!(is_country("Austria") && !is_country("Graz"));
    }
}
