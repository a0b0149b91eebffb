//! The names under which files state an article's header, and how their values become [`Fields`].

use crate::reading::{Fields, Named};

/// Names and values in the file's order; a name may come twice, a value is never blank.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Stated(Vec<Named>);

/// Names of one field, written as [`folded`] leaves them, the best first. Among them are those that newspaper4k,
/// trafilatura, news-please, Media Cloud and schema.org use.
pub(super) type Names = &'static [&'static str];

pub(super) const TEXT: Names = &[
    "text",
    "content",
    "body",
    "articlebody",
    "storytext",
    "extractedtext",
    "articletext",
    "fulltext",
    "maintext",
    "rawtext",
];
pub(super) const HTML: Names = &["html", "articlehtml", "contenthtml", "bodyhtml", "rawhtml"];
const HEADLINE: Names = &["headline", "title", "articletitle"];
const OUTLET: Names = &[
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "sitename",
    "metasitename",
    "medianame",
    "media",
    "site",
    "sourcename",
    "sourcehostname",
    "source",
    "hostname",
    "sourcedomain",
    "mediaurl",
];
const DATE: Names = &[
    "published",
    "date",
    "publishdate",
    "datepublished",
    "publishedat",
    "datepublish",
    "pubdate",
    "publicationdate",
    "publishedtime",
    "created",
    "datecreated",
];
const AUTHORS: Names = &["authors", "author", "byline", "by", "creator"];
const URL: Names =
    &["url", "canonicallink", "canonicalurl", "canonical", "link", "articleurl", "sourceurl", "source", "permalink"];
const LANGUAGE: Names = &["language", "lang", "metalang", "inlanguage"];

impl Stated {
    /// Adds a value, unless it is blank.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if !super::decode::is_blank(value) {
            self.0.push(Named { value: value.to_owned(), from: name.to_owned() });
        }
    }

    /// The names in it, for a message.
    pub(super) fn names(&self) -> String {
        let mut names: Vec<&str> = self.0.iter().map(|named| named.from.as_str()).collect();
        names.dedup();
        names.join(", ")
    }

    /// The header these say, and what could not be used.
    pub(super) fn fields(&self) -> (Fields, Vec<String>) {
        let language = self.first(LANGUAGE, |_| true);
        let tag = language.as_ref().and_then(|named| language_tag(&named.value));
        let unused = language.iter().filter(|_| tag.is_none()).map(|named| {
            format!("The field {} is not a language tag such as \"en\" and was left out: {}.", named.from, named.value)
        });
        let unused = unused.collect();
        let fields = Fields {
            headline: self.first(HEADLINE, |_| true),
            outlet: self.first(OUTLET, |value| !is_url(value)),
            date: self.first(DATE, |_| true),
            authors: self.authors(),
            url: self.first(URL, is_url),
            language: language.zip(tag).map(|(named, value)| Named { value, ..named }),
        };
        (fields, unused)
    }

    fn first(&self, names: Names, fits: fn(&str) -> bool) -> Option<Named> {
        names.iter().find_map(|name| self.under(name).find(|named| fits(&named.value))).cloned()
    }

    fn under<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Named> {
        self.0.iter().filter(move |named| folded(&named.from) == name)
    }

    fn authors(&self) -> Vec<Named> {
        let Some(name) = AUTHORS.iter().find(|name| self.under(name).next().is_some()) else { return Vec::new() };
        let mut authors: Vec<Named> = Vec::new();
        for named in self.under(name) {
            for value in persons(&named.value) {
                if !authors.iter().any(|author| author.value == value) && !is_url(value) {
                    authors.push(Named { value: value.to_owned(), from: named.from.clone() });
                }
            }
        }
        authors
    }
}

/// A field's name without case and without the marks between its words: `publish_date` is `Publish Date`.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names in `A; B`, in `['A', 'B']` (a list that went through a table) and behind "By".
pub(super) fn persons(value: &str) -> impl Iterator<Item = &str> {
    let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let (inner, separator) = list.map_or((value, ";"), |inner| {
        (inner, if inner.contains("', ") || inner.contains("\", ") { ", " } else { "," })
    });
    inner.split(separator).filter_map(move |part| {
        let bare = if list.is_some() { part.trim().trim_matches(['\'', '"']) } else { part };
        let name = bare.trim();
        let name = match name.get(..3) {
            Some(by) if by.eq_ignore_ascii_case("by ") => name[3..].trim(),
            _ => name,
        };
        (!name.is_empty()).then_some(name)
    })
}

fn is_url(value: &str) -> bool {
    let value = value.trim();
    !value.contains(char::is_whitespace)
        && (value.contains("://") || value.starts_with("//") || value.contains('.') && value.contains('/'))
}

/// `en`, `en-GB`, `zh-Hans`; `en_US` as software writes it becomes `en-US`.
pub(crate) fn language_tag(value: &str) -> Option<String> {
    let tag = value.trim().split('.').next().unwrap_or_default().replace('_', "-");
    let mut parts = tag.split('-');
    let first =
        parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (first && rest).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made of these fields, one `key=value (from)` a part of the header.
    fn check(stated: &[(&str, &str)], expected: &[&str]) {
        let mut all = Stated::default();
        stated.iter().for_each(|(name, value)| all.push(name, value));
        let (fields, _) = all.fields();
        let mut found: Vec<String> = Vec::new();
        found.extend(fields.single().map(|(key, named)| format!("{key}={} ({})", named.value, named.from)));
        found.extend(fields.authors.iter().map(|named| format!("author={} ({})", named.value, named.from)));
        assert_eq!(found, expected, "{stated:?}");
    }

    #[test]
    fn names_of_several_tools_are_understood() {
        check(
            &[
                ("title", "Dam holds"),
                ("publish_date", "2031-02-03 04:05:06"),
                ("authors", "Ann Lee"),
                ("authors", "Bo Day"),
                ("canonical_link", "https://a.example/1"),
                ("meta_site_name", "The Post"),
                ("meta_lang", "en"),
            ],
            &[
                "headline=Dam holds (title)",
                "outlet=The Post (meta_site_name)",
                "date=2031-02-03 04:05:06 (publish_date)",
                "url=https://a.example/1 (canonical_link)",
                "language=en (meta_lang)",
                "author=Ann Lee (authors)",
                "author=Bo Day (authors)",
            ],
        );
        check(
            &[
                ("author", "Ann Lee; Bo Day"),
                ("source", "https://a.example/1"),
                ("sitename", "A"),
                ("hostname", "a.example"),
            ],
            &[
                "outlet=A (sitename)",
                "url=https://a.example/1 (source)",
                "author=Ann Lee (author)",
                "author=Bo Day (author)",
            ],
        );
        check(
            &[
                ("media_name", "a.example"),
                ("media_url", "a.example"),
                ("Publish Date", "2031-02-03"),
                ("language", "en_US"),
            ],
            &["outlet=a.example (media_name)", "date=2031-02-03 (Publish Date)", "language=en-US (language)"],
        );
    }

    #[test]
    fn a_source_is_an_outlet_or_an_address() {
        check(&[("source", "The Post")], &["outlet=The Post (source)"]);
        check(&[("source", "https://a.example/1")], &["url=https://a.example/1 (source)"]);
        check(&[("url", "unknown")], &[]);
    }

    #[test]
    fn authors_are_taken_apart() {
        check(&[("byline", "By Ann Lee")], &["author=Ann Lee (byline)"]);
        check(&[("authors", "['Ann Lee', \"Bo O'Day\"]")], &["author=Ann Lee (authors)", "author=Bo O'Day (authors)"]);
        check(&[("author", "Lee, Ann"), ("author", "Lee, Ann")], &["author=Lee, Ann (author)"]);
        check(&[("authors", "[]"), ("author", "Ann Lee")], &[]);
        check(&[("author", "https://a.example/staff/lee")], &[]);
    }

    #[test]
    fn a_language_that_is_no_tag_is_left_out_with_a_word() {
        let mut stated = Stated::default();
        stated.push("language", "English");
        let (fields, unused) = stated.fields();
        assert_eq!((fields.language, unused.len()), (None, 1));
    }
}
