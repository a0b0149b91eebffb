//! BibTeX: `@article` where the outlet is stated, since it is the journal, and else `@misc`.

use super::{Stated, UPDATED};
use crate::link;
use crossread_corpus::article::Article;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entries of articles, one after the other. There is no `urldate`: nobody noted when a reader saw a page.
pub fn bibtex<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    articles.into_iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(article: &Article) -> String {
    let stated = Stated::by(article);
    let kind = if stated.outlet.is_some() { "article" } else { "misc" };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !stated.authors.is_empty() {
        // Braces keep a name whole: BibTeX would take "and" and commas for its own.
        let authors: Vec<String> = stated.authors.iter().map(|author| format!("{{{}}}", tex(author))).collect();
        fields.push(("author", authors.join(" and ")));
    }
    // The second braces keep capitals as they are.
    fields.extend(stated.headline.iter().map(|headline| ("title", format!("{{{}}}", tex(headline)))));
    fields.extend(stated.outlet.iter().map(|outlet| ("journal", tex(outlet))));
    let mut month = None;
    if let Some(published) = stated.published {
        let date = published.date;
        fields.push(("year", format!("{:04}", date.year())));
        // A macro of BibTeX, which styles word in their own way.
        month = MONTHS.get(usize::from(date.month().unsigned_abs()) - 1);
        fields.push(("day", date.day().to_string()));
    }
    fields.extend(stated.url.iter().map(|url| ("url", link::of_web(url).unwrap_or_else(|| tex(url)))));
    fields.extend(stated.language.iter().map(|language| ("language", tex(language))));
    if stated.published.is_some_and(|published| published.updated) {
        fields.push(("note", UPDATED.to_owned()));
    }
    let mut entry = format!("@{kind}{{{}", stated.id);
    for (name, value) in fields {
        if let ("day", Some(month)) = (name, month) {
            entry += &format!(",\n  month = {month}");
        }
        entry += &format!(",\n  {name} = {{{value}}}");
    }
    entry + "\n}\n"
}

/// Words for TeX. Braces are given by name, since BibTeX counts those with a backslash, too.
fn tex(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use proptest::prelude::*;

    #[test]
    fn all_that_is_stated() {
        let expected = "@article{crossread-00000000000000ab,\n  \
              author = {{Ann Poe} and {Ben Roe and Sons}},\n  \
              title = {{Ferry \\& bridge}},\n  \
              journal = {Harbour Times},\n  \
              year = {2031},\n  \
              month = mar,\n  \
              day = {3},\n  \
              url = {https://harbour.example/ferry_1?a=b&c=%20},\n  \
              language = {en}\n}\n";
        assert_eq!(bibtex([&testing::stated()]), expected);
    }

    #[test]
    fn what_is_not_stated_stays_out() {
        assert_eq!(bibtex([&testing::unstated()]), "@misc{crossread-00000000000000ab\n}\n");
    }

    #[test]
    fn an_update_is_told_as_one() {
        let mut article = testing::stated();
        article.header.published.as_mut().unwrap().value.updated = true;
        assert!(bibtex([&article]).contains("  note = {The date is that of an update.}\n"));
    }

    #[test]
    fn what_tex_would_read_is_written_out() {
        assert_eq!(
            tex(r"50% of {A_B} \ #1 & $2"),
            r"50\% of \textbraceleft{}A\_B\textbraceright{} \textbackslash{} \#1 \& \$2"
        );
    }

    proptest! {
        #[test]
        fn braces_match_whatever_is_stated(words in "[a{}\\\\%\" \n@,]{0,20}", url in "(https://)?[a{}\\\\% \n]{0,20}") {
            let mut article = testing::stated();
            article.header.headline = Some(testing::field(words.clone()));
            article.header.outlet = Some(testing::field(words.clone()));
            article.header.authors = vec![testing::field(words)];
            article.header.url = Some(testing::field(url));
            let entry = bibtex([&article]);
            let mut depth = 0;
            for (at, letter) in entry.char_indices() {
                depth += match letter { '{' => 1, '}' => -1, _ => 0 };
                prop_assert!(depth > 0 || at < 10 || at + 2 >= entry.len(), "{entry}");
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
