//! Countries by their other names, and the adjective and the capital that go with each.

use crate::find::hashed::WordMap;
use std::sync::LazyLock;

/// One row of the countries' table, in small letters.
struct Country {
    names: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    capitals: Vec<&'static str>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let rows = include_str!("../../data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    let list =
        |cell: Option<&'static str>| cell.unwrap_or_default().split('|').filter(|name| !name.is_empty()).collect();
    rows.map(|row| {
        let mut cells = row.split('\t');
        Country { names: list(cells.next()), adjectives: list(cells.next()), capitals: list(cells.next()) }
    })
    .collect()
});

static BY_NAME: LazyLock<WordMap<String, usize>> = LazyLock::new(|| {
    let mut names = WordMap::default();
    for (at, country) in COUNTRIES.iter().enumerate() {
        country.names.iter().chain(&country.adjectives).for_each(|name| {
            names.entry(name.to_lowercase()).or_insert(at);
        });
    }
    names
});

/// By their capitals, in small letters.
static BY_CAPITAL: LazyLock<WordMap<String, usize>> = LazyLock::new(|| {
    let mut names = WordMap::default();
    for (at, country) in COUNTRIES.iter().enumerate() {
        country.capitals.iter().for_each(|name| {
            names.entry(name.to_ascii_lowercase()).or_insert(at);
        });
    }
    names
});

/// The number of the country that `name` (in small letters) is a name or an adjective of.
pub(crate) fn country(name: &str) -> Option<usize> {
    BY_NAME.get(name).copied()
}

/// True when `name` (in small letters) is a country's own name: "u.s.", not "american".
pub(crate) fn is_country_name(name: &str) -> bool {
    named_country(name).is_some()
}

/// The number of the country whose own name `name` (in small letters) is.
pub(crate) fn named_country(name: &str) -> Option<usize> {
    country(name).filter(|at| COUNTRIES[*at].names.iter().any(|own| own.eq_ignore_ascii_case(name)))
}

/// True when `name` is the capital of a country.
pub(crate) fn is_capital(name: &str) -> bool {
    country_of_capital(name).is_some()
}

/// The number of the country whose capital `name` is.
pub(crate) fn country_of_capital(name: &str) -> Option<usize> {
    let capitals = name.bytes().any(|byte| byte.is_ascii_uppercase());
    if capitals { BY_CAPITAL.get(&name.to_ascii_lowercase()) } else { BY_CAPITAL.get(name) }.copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_country() {
        assert_eq!(country("u.s."), country("united states"));
        assert_eq!(country("dutch"), country("netherlands"));
        assert_ne!(country("dutch"), country("danish"));
        assert!(is_country_name("france") && !is_country_name("french"));
        assert!(is_capital("Vienna") && !is_capital("Graz"));
    }
}
