//! The file names of the articles' own pages: any id becomes a name that every file system and server takes.

use crossread_corpus::article::Article;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeMap;

/// All but letters, digits and three signs that mean nothing to a shell, a server or a file system.
const UNSAFE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// So many bytes a name may have; many file systems allow 255.
const LONGEST: usize = 150;

/// Names that mean a device on Windows, whatever follows the first dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name for each article's page: its id, percent-encoded, or its key where that would not do everywhere.
pub(crate) fn file_names(articles: &[Article]) -> Vec<String> {
    let encoded: Vec<String> = articles.iter().map(|article| encode(&article.id)).collect();
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    for name in &encoded {
        // Some file systems do not tell capitals from small letters.
        *same.entry(name.to_ascii_lowercase()).or_default() += 1;
    }
    let own = |(article, name): (&Article, &String)| {
        let fits = is_safe(name) && same[&name.to_ascii_lowercase()] == 1;
        if fits { format!("{name}.html") } else { format!("key-{}.html", article.key) }
    };
    articles.iter().zip(&encoded).map(own).collect()
}

/// A file name as a link has it: its own percent signs encoded once more.
pub(crate) fn link(name: &str) -> String {
    encode(name)
}

fn encode(name: &str) -> String {
    utf8_percent_encode(name, UNSAFE).to_string()
}

fn is_safe(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let first = lower.split('.').next().unwrap_or_default();
    let port = first.strip_prefix("com").or(first.strip_prefix("lpt")).is_some_and(|rest| rest.len() == 1);
    let own = lower.starts_with("key-");
    !first.is_empty() && !own && !port && !DEVICES.contains(&first) && name.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::tests::article;

    fn check(ids: &[&str]) -> Vec<String> {
        let articles: Vec<Article> = (0..).zip(ids).map(|(key, id)| article(key, id, "Bread rose.")).collect();
        file_names(&articles)
    }

    #[test]
    fn plain_ids_stay_readable() {
        assert_eq!(check(&["000_a-b.c", "Weather 7"]), ["000_a-b.c.html", "Weather%207.html"]);
        assert_eq!(link("Weather%207.html"), "Weather%25207.html");
    }

    #[test]
    fn no_id_leaves_the_folder() {
        assert_eq!(
            check(&["../up", "a/b", "a\\b", "é\u{202e}"]),
            ["key-0000000000000000.html", "a%2Fb.html", "a%5Cb.html", "%C3%A9%E2%80%AE.html"]
        );
    }

    #[test]
    fn what_some_file_systems_refuse_or_confuse_is_named_by_key() {
        let long = "x".repeat(300);
        let names = check(&["CON", "com1.b", &long, "Same", "same", ".hidden", "key-3"]);
        for (key, name) in names.iter().enumerate() {
            assert_eq!(*name, format!("key-{key:016x}.html"));
        }
    }
}
