//! Links to the page: where a quotation, a cell or a mark leads.

use crossread_corpus::{
    article::ArticleKey,
    span::Span,
    view::{Lens, View},
};

/// The link of a view: `page` is the page's address without a question mark ("https://example.org/page/").
pub(crate) fn to_view(page: &str, view: &View) -> String {
    let query = view.to_url();
    if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
}

/// The link of a place in an article.
pub(crate) fn to_place(page: &str, article: ArticleKey, at: Span) -> String {
    to_view(page, &View { lens: Lens::Read, article: Some(article), at: Some(at), ..View::default() })
}

/// An address that can stand anywhere: what addresses may not hold is percent-encoded, and so is what ends them in
/// Markdown and TeX. `None` where it is not one of the web: scripts and local files are not linked to.
pub(crate) fn of_web(address: &str) -> Option<String> {
    let address = address.trim();
    let beginning = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !["https://", "http://"].into_iter().any(beginning) {
        return None;
    }
    let mut safe = String::with_capacity(address.len());
    for letter in address.chars() {
        if letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}()".contains(letter) {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                safe += &format!("%{byte:02X}");
            }
        } else {
            safe.push(letter);
        }
    }
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_link_that_leads_there() {
        let link = to_place("https://example.org/page/", ArticleKey(0xab), Span::new(3, 9));
        assert_eq!(link, "https://example.org/page/?lens=read&article=00000000000000ab&at=3-9");
        let view = View::from_url(link.split_once('?').unwrap().1);
        assert_eq!((view.article, view.at), (Some(ArticleKey(0xab)), Some(Span::new(3, 9))));
        assert_eq!(to_view("https://example.org/", &View::default()), "https://example.org/");
    }

    #[test]
    fn only_addresses_of_the_web_are_linked() {
        assert_eq!(of_web(" HTTPS://a.example/b?c=d&e=%20#f "), Some("HTTPS://a.example/b?c=d&e=%20#f".into()));
        assert_eq!(of_web("http://a.example/(b) {c}\n"), Some("http://a.example/%28b%29%20%7Bc%7D".into()));
        for address in ["javascript:alert(1)", "file:///etc", "", "http", "a.example/b", "ħttp://a"] {
            assert_eq!(of_web(address), None, "{address}");
        }
    }
}
