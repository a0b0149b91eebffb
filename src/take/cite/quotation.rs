//! Words of an article with their citation, and the place where they stand.

use super::{Stated, on_one_line};
use crate::{
    link,
    markdown::{escaped, linked},
};
use crossread_corpus::{article::Article, span::Span, wording};

/// The words at `span` with their citation as plain text. `page` is the page's address, or `None` where no link leads to
/// the article. `None` where there are no words.
pub fn plain(article: &Article, span: Span, page: Option<&str>) -> Option<String> {
    let words = words(article, span)?;
    let (open, close) = marks(words);
    let stated = Stated::by(article);
    let mut source = stated.authors.clone();
    source.extend(stated.headline.as_ref().map(|headline| format!("“{headline}”")));
    source.extend(stated.outlet.clone());
    source.extend(stated.published.map(wording::published));
    source.extend(stated.url.clone());
    source.extend(file(article, &stated));
    let evidence = evidence(article, span);
    let link = page.map_or_else(String::new, |page| format!(": {}", link::to_place(page, article.key, span)));
    Some(format!("{open}{words}{close}\n{}\n{evidence}{link}\n", source.join(", ")))
}

/// The same as Markdown: a block quotation.
pub fn markdown(article: &Article, span: Span, page: Option<&str>) -> Option<String> {
    let words = words(article, span)?;
    let stated = Stated::by(article);
    let mut source: Vec<String> = stated.authors.iter().map(|author| escaped(author)).collect();
    let url = stated.url.as_deref().and_then(link::of_web);
    source.extend(stated.headline.as_ref().map(|headline| {
        let headline = format!("“{headline}”");
        url.as_ref().map_or_else(|| escaped(&headline), |url| linked(&headline, url))
    }));
    source.extend(stated.outlet.as_ref().map(|outlet| format!("*{}*", escaped(outlet))));
    source.extend(stated.published.map(|published| escaped(&wording::published(published))));
    if stated.headline.is_none() || url.is_none() {
        source.extend(stated.url.as_ref().map(|url| linked(url, url)));
    }
    source.extend(file(article, &stated).map(|file| escaped(&file)));
    let evidence = evidence(article, span);
    let evidence = match page {
        Some(page) => linked(&evidence, &link::to_place(page, article.key, span)),
        None => escaped(&evidence),
    };
    let mut quoted = String::new();
    for line in words.lines() {
        // The marks of a quotation, so that lines keep together.
        quoted += format!("> {}", escaped(line.trim())).trim_end();
        quoted.push('\n');
    }
    Some(format!("{quoted}>\n> — {}. {evidence}\n", source.join(", ")))
}

fn words(article: &Article, span: Span) -> Option<&str> {
    span.slice(&article.text).map(str::trim).filter(|words| !words.is_empty())
}

/// Quotation marks that the words do not have themselves: the words are not changed.
fn marks(words: &str) -> (char, char) {
    if words.contains(['“', '”', '"']) { ('‘', '’') } else { ('“', '”') }
}

/// The file, for an article that states no headline.
fn file(article: &Article, stated: &Stated<'_>) -> Option<String> {
    stated.headline.is_none().then(|| format!("file {}", on_one_line(&article.origin.file)))
}

/// Where the words stand, in words. Bytes are counted from 0, sentences from 1.
fn evidence(article: &Article, span: Span) -> String {
    let span = span.trimmed(&article.text);
    let number = |offset| article.sentence_at(offset).map(|sentence| sentence + 1);
    let sentences = match (number(span.start()), number(span.end().saturating_sub(1))) {
        (Some(first), Some(last)) if first < last => format!(", sentences {first} to {last}"),
        (Some(only), _) => format!(", sentence {only}"),
        _ => String::new(),
    };
    format!("Article {}, bytes {} to {}{sentences}", article.key, span.start(), span.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{markdown::tests::seen, testing};
    use proptest::prelude::*;

    const PAGE: Option<&str> = Some("https://page.example/");

    #[test]
    fn words_come_with_all_that_is_stated() {
        let article = testing::stated();
        let sentence = article.sentences[1];
        let expected = "“The ferry runs.”\n\
            Ann Poe, Ben Roe and Sons, “Ferry & bridge”, Harbour Times, 3 Mar 2031, 21:47 GMT, \
            https://harbour.example/ferry_1?a=b&c=%20\n\
            Article 00000000000000ab, bytes 15 to 30, sentence 2: \
            https://page.example/?lens=read&article=00000000000000ab&at=15-30\n";
        assert_eq!(plain(&article, sentence, PAGE).as_deref(), Some(expected));
        let expected = "> The ferry runs.\n>\n\
            > — Ann Poe, Ben Roe and Sons, [“Ferry \\& bridge”](https://harbour.example/ferry_1?a=b&c=%20), \
            *Harbour Times*, 3 Mar 2031, 21:47 GMT. [Article 00000000000000ab, bytes 15 to 30, sentence 2]\
            (https://page.example/?lens=read&article=00000000000000ab&at=15-30)\n";
        assert_eq!(markdown(&article, sentence, PAGE).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_not_stated_stays_out() {
        let article = testing::unstated();
        let words = plain(&article, article.sentences[1], None).unwrap();
        let expected = "“The ferry runs.”\nfile file-171.txt\nArticle 00000000000000ab, bytes 15 to 30, sentence 2\n";
        assert_eq!(words, expected);
        let words = markdown(&article, article.sentences[1], None).unwrap();
        assert!(
            words.ends_with("> — file file-171.txt. Article 00000000000000ab, bytes 15 to 30, sentence 2\n"),
            "{words}"
        );
    }

    #[test]
    fn quotation_marks_of_the_words_stay_what_they_are() {
        let article = testing::stated();
        let two = Span::new(article.sentences[1].start(), article.sentences[2].end());
        let words = plain(&article, two, None).unwrap();
        assert!(words.starts_with("‘The ferry runs.\n“We are glad,” Poe said.’\n"), "{words}");
        assert!(words.contains("sentences 2 to 3"), "{words}");
        assert!(
            markdown(&article, two, None).unwrap().starts_with("> The ferry runs.\n> “We are glad,” Poe said.\n>\n")
        );
    }

    #[test]
    fn no_words_are_no_quotation() {
        let article = testing::stated();
        for span in [Span::new(4, 4), Span::new(14, 15), Span::new(0, 9_999)] {
            assert_eq!((plain(&article, span, PAGE), markdown(&article, span, PAGE)), (None, None), "{span:?}");
        }
    }

    proptest! {
        #[test]
        fn markdown_shows_the_words(words in "[ \\na1.)+=*_`#|~<>&!\\[\\]\\\\(-]{1,30}") {
            let article = testing::article(1, &words);
            let whole = Span::of(0, words.len());
            if let Some(markdown) = markdown(&article, whole, PAGE) {
                let quoted = words.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert!(seen(&markdown).starts_with(&quoted), "{markdown}");
            }
        }
    }
}
