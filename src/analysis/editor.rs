//! What the editor of a collection says: `corpus.toml` for all of it, `NAME.toml` beside one article.
//!
//! Both beat what a file says of itself. Where they disagree `corpus.toml` wins: it is written by whoever puts this
//! collection together, while a sidecar travels with its article from one collection to the next.

mod correction;

pub use correction::{Place, Says, Written};

use crate::{
    reading::{Fields, Named},
    rejection::Rejection,
};
use jiff::fmt::temporal::Pieces;
use std::collections::BTreeMap;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The keys an article may have in either file.
const KEYS: &str = "headline, outlet, date, authors, url, language";

/// What `corpus.toml` says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Editor {
    /// The collection's title.
    pub title: Option<Named>,
    /// What it says of single articles.
    pub articles: Vec<Entry>,
    /// A spelling, and the name it stands for.
    pub aliases: BTreeMap<String, String>,
    /// What it sets right, in the order of its lines.
    pub corrections: Vec<Written>,
    /// The file as it is.
    pub text: String,
}

/// One `[articles."NAME"]` table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// An article's id, or its file's name or path.
    pub name: String,
    /// 1-based line of the table.
    pub line: usize,
    /// What it says.
    pub fields: Fields,
}

/// Reads a sidecar: the keys of one article at the top level.
///
/// # Errors
/// A refusal for each key that is unknown or has a value of a wrong type or form, in the order of the lines.
pub fn sidecar(file: &str, text: &str) -> Result<Fields, Vec<Rejection>> {
    let toml = Toml { file, text };
    let mut faults = Vec::new();
    let fields = toml.table().map(|table| toml.fields(&table, &mut faults)).map_err(|fault| vec![fault])?;
    toml.finish(fields, faults)
}

/// Reads a `corpus.toml`:
///
/// ```toml
/// title = "The flood of 2031"
///
/// [articles."gazette.txt"]        # a file's name, its path, or an article's id
/// outlet = "The Gazette"
/// date = 2031-02-03
/// authors = ["Ann Lee"]
///
/// [aliases]
/// "Leigh" = "Ann Lee"             # a spelling and the name it stands for
/// "Bo Day" = ["B. Day", "Daye"]   # a name and its spellings
///
/// [[parted]]                      # see seeds/README.md for this and [[joined]], [[hidden]], [[pinned]]
/// names = ["Ann Lee", "Lee"]
/// ```
///
/// # Errors
/// A refusal for each fault, in the order of the lines.
pub fn corpus(file: &str, text: &str) -> Result<Editor, Vec<Rejection>> {
    let toml = Toml { file, text };
    let table = toml.table().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut editor = Editor { text: text.to_owned(), ..Editor::default() };
    for (key, value) in &table {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("title", _) => editor.title = toml.text(key, value, &mut faults),
            ("articles", DeValue::Table(articles)) => {
                for (name, value) in articles {
                    let line = toml.line(name);
                    if let DeValue::Table(table) = value.get_ref() {
                        let fields = toml.fields(table, &mut faults);
                        editor.articles.push(Entry { name: name.get_ref().to_string(), line, fields });
                    } else {
                        faults.push(toml.fault(
                            name,
                            "is not a table",
                            "write [articles.\"FILE NAME\"] above its keys",
                        ));
                    }
                }
            }
            ("aliases", DeValue::Table(aliases)) => toml.aliases(aliases, &mut editor.aliases, &mut faults),
            ("articles" | "aliases", _) => {
                let remedy = format!("write [{}] on a line of its own", key.get_ref());
                faults.push(toml.fault(key, "is not a table", &remedy));
            }
            ("parted" | "joined" | "hidden" | "pinned", _) => {
                toml.corrections(key, value, &mut editor.corrections, &mut faults);
            }
            _ => {
                let remedy = format!("the keys are title, articles, aliases, and {}", correction::TABLES);
                faults.push(toml.fault(key, "is no key of corpus.toml", &remedy));
            }
        }
    }
    editor.corrections.sort_by_key(|written| written.line);
    editor.articles.sort_by_key(|entry| entry.line);
    toml.finish(editor, faults)
}

type Key<'i> = Spanned<toml::de::DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;
type Faults = Vec<(usize, Rejection)>;

/// A TOML file and what is said about places in it.
struct Toml<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Toml<'a> {
    fn table(&self) -> Result<DeTable<'a>, Rejection> {
        DeTable::parse(self.text).map(Spanned::into_inner).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start).min(self.text.len());
            let line = crate::read::line(&self.text.as_bytes()[..start]);
            let message = error.message().lines().next().unwrap_or_default();
            let problem = format!("not valid TOML ({message})");
            Rejection::new(self.file, problem, "mend it there").at(format!("line {line}"))
        })
    }

    fn line<T>(&self, spanned: &Spanned<T>) -> usize {
        crate::read::line(&self.text.as_bytes()[..spanned.span().start])
    }

    fn fault(&self, key: &Key<'_>, problem: &str, remedy: &str) -> (usize, Rejection) {
        let line = self.line(key);
        let rejection = Rejection::new(self.file, format!("\"{}\" {problem}", key.get_ref()), remedy);
        (line, rejection.at(format!("line {line}")))
    }

    fn finish<T>(&self, value: T, mut faults: Faults) -> Result<T, Vec<Rejection>> {
        faults.sort_by_key(|(line, _)| *line);
        if faults.is_empty() { Ok(value) } else { Err(faults.into_iter().map(|(_, fault)| fault).collect()) }
    }

    fn fields(&self, table: &DeTable<'_>, faults: &mut Faults) -> Fields {
        let mut fields = Fields::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "headline" => fields.headline = self.text(key, value, faults),
                "outlet" => fields.outlet = self.text(key, value, faults),
                "url" => fields.url = self.text(key, value, faults),
                "language" => fields.language = self.language(key, value, faults),
                "date" => fields.date = self.date(key, value, faults),
                "authors" => fields.authors = self.authors(key, value, faults),
                _ if value.get_ref().is_table() => {
                    let remedy = "a name with a dot in it needs quotes: [articles.\"FILE.txt\"]";
                    faults.push(self.fault(key, "is no key of an article", remedy));
                }
                _ => faults.push(self.fault(key, "is no key of an article", &format!("the keys are {KEYS}"))),
            }
        }
        fields
    }

    fn text(&self, key: &Key<'_>, value: &Value<'_>, faults: &mut Faults) -> Option<Named> {
        let text = value.get_ref().as_str().map(str::trim);
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            return Some(Named { value: text.to_owned(), from: self.file.to_owned() });
        }
        let problem = if text.is_some() { "is blank" } else { "is not a text" };
        faults.push(self.fault(key, problem, "write it in double quotes, or take the line out"));
        None
    }

    fn language(&self, key: &Key<'_>, value: &Value<'_>, faults: &mut Faults) -> Option<Named> {
        let named = self.text(key, value, faults)?;
        let Some(tag) = crate::read::language_tag(&named.value) else {
            faults.push(self.fault(key, "is not a language tag", "write a tag such as \"en\" or \"pt-BR\""));
            return None;
        };
        Some(Named { value: tag, ..named })
    }

    fn date(&self, key: &Key<'_>, value: &Value<'_>, faults: &mut Faults) -> Option<Named> {
        let named = match value.get_ref() {
            DeValue::Datetime(date) => Named { value: date.to_string(), from: self.file.to_owned() },
            _ => self.text(key, value, faults)?,
        };
        if Pieces::parse(&named.value).is_ok() {
            return Some(named);
        }
        let remedy =
            "write it as \"2031-02-03\" or \"2031-02-03T21:47\", with \"+05:30\" behind it if the zone is known";
        faults.push(self.fault(key, "is not an ISO 8601 date", remedy));
        None
    }

    fn authors(&self, key: &Key<'_>, value: &Value<'_>, faults: &mut Faults) -> Vec<Named> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|value| self.text(key, value, faults)).collect(),
            _ => self.text(key, value, faults).into_iter().collect(),
        }
    }

    fn aliases(&self, table: &DeTable<'_>, aliases: &mut BTreeMap<String, String>, faults: &mut Faults) {
        for (key, value) in table {
            let name = key.get_ref().trim().to_owned();
            let pairs: Vec<(String, String)> = match value.get_ref() {
                DeValue::Array(list) => {
                    let spellings = list.iter().filter_map(|value| self.text(key, value, faults));
                    spellings.map(|spelling| (spelling.value, name.clone())).collect()
                }
                _ => self.text(key, value, faults).into_iter().map(|of| (name.clone(), of.value)).collect(),
            };
            for (spelling, name) in pairs {
                let known = aliases.entry(spelling).or_insert_with(|| name.clone());
                if *known != name {
                    let problem = format!("gives a spelling to {name} that stands for {known} already");
                    faults.push(self.fault(key, &problem, "keep one of the two"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
