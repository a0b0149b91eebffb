//! RIS: a tag of two letters, two spaces, a hyphen, a space and a value; every record ends with `ER`.

use super::{Stated, UPDATED};
use crossread_corpus::article::Article;

/// The records of articles. Lines end with CR LF, as the format asks.
pub fn ris<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    articles.into_iter().map(record).collect()
}

fn record(article: &Article) -> String {
    let stated = Stated::by(article);
    let mut lines = vec![("TY", "NEWS".to_owned()), ("ID", stated.id.clone())];
    // The format allows no asterisk in names.
    let name = |name: &String| name.replace('*', "");
    lines.extend(stated.authors.iter().map(|author| ("AU", name(author))));
    lines.extend(stated.headline.iter().map(|headline| ("TI", headline.clone())));
    lines.extend(stated.outlet.iter().map(|outlet| ("T2", name(outlet))));
    if let Some(published) = stated.published {
        let date = published.date;
        lines.push(("PY", format!("{:04}", date.year())));
        lines.push(("DA", format!("{:04}/{:02}/{:02}", date.year(), date.month(), date.day())));
        if published.updated {
            lines.push(("N1", UPDATED.to_owned()));
        }
    }
    lines.extend(stated.url.iter().map(|url| ("UR", url.clone())));
    lines.extend(stated.language.iter().map(|language| ("LA", language.clone())));
    lines.push(("ER", String::new()));
    lines.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use proptest::prelude::*;

    #[test]
    fn all_that_is_stated() {
        let expected = "TY  - NEWS\r\nID  - crossread-00000000000000ab\r\nAU  - Ann Poe\r\nAU  - Ben Roe and Sons\r\n\
            TI  - Ferry & bridge\r\nT2  - Harbour Times\r\nPY  - 2031\r\nDA  - 2031/03/03\r\n\
            UR  - https://harbour.example/ferry_1?a=b&c=%20\r\nLA  - en\r\nER  - \r\n";
        assert_eq!(ris([&testing::stated()]), expected);
    }

    #[test]
    fn what_is_not_stated_stays_out() {
        assert_eq!(ris([&testing::unstated()]), "TY  - NEWS\r\nID  - crossread-00000000000000ab\r\nER  - \r\n");
    }

    #[test]
    fn an_update_is_told_as_one() {
        let mut article = testing::stated();
        article.header.published.as_mut().unwrap().value.updated = true;
        assert!(ris([&article]).contains("\r\nN1  - The date is that of an update.\r\n"));
    }

    proptest! {
        #[test]
        fn every_line_is_a_tag_and_a_value(words in "[a* \n\r\u{85}\u{2028}\t-]{0,20}") {
            let mut article = testing::stated();
            article.header.headline = Some(testing::field(format!("{words}\nER  - \r\nTY  - BOOK")));
            article.header.authors = vec![testing::field(words)];
            let record = ris([&article]);
            let lines: Vec<&str> = record.split("\r\n").collect();
            for line in &lines[..lines.len() - 1] {
                prop_assert!(line.get(2..6) == Some("  - ") && !line.contains(char::is_control), "{line:?}");
            }
            prop_assert_eq!(lines.iter().filter(|line| line.starts_with("ER") || line.starts_with("TY")).count(), 2);
        }
    }
}
