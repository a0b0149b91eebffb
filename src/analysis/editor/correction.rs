//! The corrections in a `corpus.toml`, as written: names, and places by their words.

use super::{Faults, Key, Toml, Value};
use crossread_corpus::correction::{Finding, quote::Quote};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The tables of corrections, as they begin in the file.
pub(super) const TABLES: &str = "[[parted]], [[joined]], [[hidden]], [[pinned]]";

/// One correction as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// 1-based line of its table.
    pub line: usize,
    /// What it says.
    pub says: Says,
}

/// What a correction says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Says {
    /// The second spelling names another than the first.
    Parted(String, String),
    /// Both spellings name one.
    Joined(String, String),
    /// A finding is wrong.
    Hidden(Finding, Vec<Place>),
    /// These sentences state the same; with what the editor calls it.
    Pinned(Option<String>, Vec<Place>),
}

/// A place as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// 1-based line.
    pub line: usize,
    /// An article's id, or its file's name or path.
    pub article: String,
    /// The words.
    pub quote: Quote,
}

impl Toml<'_> {
    /// The tables called `[[key]]`.
    pub(super) fn corrections(&self, key: &Key<'_>, value: &Value<'_>, all: &mut Vec<Written>, faults: &mut Faults) {
        let name = key.get_ref().as_ref();
        let own_line = self.text[..key.span().start].trim_end_matches([' ', '\t', '"', '\'']).ends_with("[[");
        let DeValue::Array(tables) = value.get_ref() else {
            faults.push(self.fault(key, "is not a table of its own", &format!("write [[{name}]] above its keys")));
            return;
        };
        if !own_line {
            // the page adds tables behind the file's last line, which TOML allows only for these
            let remedy = format!("write [[{name}]] above the keys of each");
            faults.push(self.fault(key, "is not a table of its own", &remedy));
            return;
        }
        for table in tables {
            let line = self.line(table);
            if let DeValue::Table(keys) = table.get_ref() {
                let before = faults.len();
                let says = self.says(name, keys, faults);
                match says {
                    Some(says) => all.push(Written { line, says }),
                    None if faults.len() == before => faults.push(self.missing(name, line)),
                    None => {}
                }
            }
        }
    }

    fn says(&self, table: &str, keys: &DeTable<'_>, faults: &mut Faults) -> Option<Says> {
        let (mut names, mut finding, mut topic, mut at) = (Vec::new(), None, None, None);
        let mut at_key = None;
        for (key, value) in keys {
            match (table, key.get_ref().as_ref()) {
                ("parted" | "joined", "names") => names = self.authors(key, value, faults),
                ("hidden", "finding") => {
                    let written = self.text(key, value, faults)?;
                    finding = Finding::named(&written.value);
                    if finding.is_none() {
                        let all: Vec<&str> = Finding::ALL.into_iter().map(Finding::name).collect();
                        faults.push(self.fault(
                            key,
                            "is none of the findings",
                            &format!("they are {}", all.join(", ")),
                        ));
                    }
                }
                ("hidden" | "pinned", "at") => {
                    at = Some(self.places(key, value, faults));
                    at_key = Some(key);
                }
                ("pinned", "topic") => topic = Some(self.text(key, value, faults)?.value),
                (table, _) => {
                    let remedy = format!("the keys are {}", keys_of(table));
                    faults.push(self.fault(key, &format!("is no key of [[{table}]]"), &remedy));
                    return None;
                }
            }
        }
        let names: Vec<String> = names.into_iter().map(|name| name.value).collect();
        match (table, names.as_slice(), at) {
            ("parted", [one, other], _) => Some(Says::Parted(one.clone(), other.clone())),
            ("joined", [one, other], _) => Some(Says::Joined(one.clone(), other.clone())),
            ("hidden", _, Some(at)) => {
                let finding = finding?;
                if at.len() < finding.places() && faults.is_empty() {
                    let problem = format!("has one place, and a {} is told by two", finding.name());
                    faults.push(self.fault(at_key?, &problem, "give the words of two articles"));
                }
                Some(Says::Hidden(finding, at))
            }
            ("pinned", _, Some(at)) => {
                let mut articles: Vec<&str> = at.iter().map(|place| place.article.as_str()).collect();
                articles.sort_unstable();
                articles.dedup();
                if articles.len() < 2 && faults.is_empty() {
                    faults.push(self.fault(at_key?, "is of one article", "give sentences of two articles or more"));
                }
                Some(Says::Pinned(topic, at))
            }
            _ => None,
        }
    }

    fn missing(&self, table: &str, line: usize) -> (usize, crate::rejection::Rejection) {
        let needs = match table {
            "parted" | "joined" => "names = [\"ONE SPELLING\", \"THE OTHER\"]",
            "hidden" => "finding = \"KIND\" and at = [{ article = \"FILE\", words = \"WORDS\" }]",
            _ => "at = [{ article = \"FILE\", words = \"WORDS\" }, { article = \"OTHER FILE\", words = \"WORDS\" }]",
        };
        let rejection = crate::rejection::Rejection::new(
            self.file,
            format!("[[{table}]] is not whole"),
            format!("it needs {needs}"),
        );
        (line, rejection.at(format!("line {line}")))
    }

    fn places(&self, key: &Key<'_>, value: &Value<'_>, faults: &mut Faults) -> Vec<Place> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|value| self.place(key, value, faults)).collect(),
            _ => self.place(key, value, faults).into_iter().collect(),
        }
    }

    fn place(&self, of: &Key<'_>, value: &Spanned<DeValue<'_>>, faults: &mut Faults) -> Option<Place> {
        const REMEDY: &str =
            "write { article = \"FILE\", words = \"WORDS\" }, with before or after where they stand twice";
        let DeValue::Table(keys) = value.get_ref() else {
            faults.push(self.fault(of, "holds what is no place", REMEDY));
            return None;
        };
        let mut place = Place { line: self.line(value), article: String::new(), quote: Quote::default() };
        for (key, value) in keys {
            let into = match key.get_ref().as_ref() {
                "article" => &mut place.article,
                "words" => &mut place.quote.words,
                "before" => &mut place.quote.before,
                "after" => &mut place.quote.after,
                _ => {
                    let remedy = "the keys are article, words, before, after";
                    faults.push(self.fault(key, "is no key of a place", remedy));
                    return None;
                }
            };
            // as it is: white space at its ends tells words apart
            match value.get_ref().as_str().filter(|text| !text.trim().is_empty()) {
                Some(text) => text.clone_into(into),
                None => {
                    faults.push(self.fault(key, "is blank or no text", "write it in double quotes, or take it out"));
                    return None;
                }
            }
        }
        if place.article.is_empty() || place.quote.words.is_empty() {
            faults.push(self.fault(of, "holds a place that is not whole", REMEDY));
            return None;
        }
        Some(place)
    }
}

fn keys_of(table: &str) -> &'static str {
    match table {
        "hidden" => "finding, at",
        "pinned" => "topic, at",
        _ => "names",
    }
}
