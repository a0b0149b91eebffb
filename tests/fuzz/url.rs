//! Reading any query string as a view.

use crossread_corpus::view::View;

/// Reads a URL's query string; what is read survives being written and read again.
///
/// # Panics
/// When a view does not survive its own URL.
pub(crate) fn url(bytes: &[u8]) {
    let url = String::from_utf8_lossy(bytes);
    let view = View::from_url(&url);
    assert_eq!(View::from_url(&view.to_url()), view);
}

#[cfg(test)]
mod tests {
    #[test]
    fn url() {
        let seeds: [&[u8]; 5] = [
            b"?lens=read&q=a+b&article=0123456789abcdef&at=3-9&source=1",
            b"outlet=A&outlet=B&-outlet=C&day=2020-08-17&credit=",
            b"q=%22x%22%20%C3%A9&exact=1&sort=time",
            b"-language=en&lens=nothing&at=9-3&q=%zz",
            b"&&==&q&=",
        ];
        assert!(crate::run("url", &seeds, super::url) > 0);
    }
}
