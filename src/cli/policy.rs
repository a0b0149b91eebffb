//! The Content-Security-Policy of each page: nothing from elsewhere, and no script but the ones we know by hash.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// What holds for every page.
const CLOSED: &str = "base-uri 'none'; form-action 'none'";

/// The analysis is started from a blob that the page makes, and so inherits the page's policy: a worker loaded from an
/// address would have none.
const WORKER: &str = "worker-src blob:";

/// For the page that a server gives out with its files beside it. `scripts` and `styles` are the texts of its inline
/// ones. Its service worker has an address: browsers take none from a blob.
pub(crate) fn served(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src 'self'{} 'wasm-unsafe-eval'; style-src{}; connect-src 'self'; \
         img-src 'self' data:; {WORKER} 'self'; {CLOSED}",
        hashes(scripts),
        hashes(styles)
    )
}

/// For the page that is one file: it asks for nothing at all.
pub(crate) fn single_file(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src{} 'wasm-unsafe-eval'; style-src{}; img-src data:; {WORKER}; {CLOSED}",
        hashes(scripts),
        hashes(styles)
    )
}

/// For an article's own page, which has no script.
pub(crate) fn without_scripts() -> String {
    format!("default-src 'none'; style-src 'self'; {CLOSED}")
}

/// The sources that allow inline texts, each after a blank.
fn hashes(texts: &[String]) -> String {
    texts.iter().map(|text| format!(" '{}'", hash(text))).collect()
}

/// The source expression of an inline text: of its bytes as a browser sees them, line ends `\n`.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_script_has_its_known_hash() {
        // The examples of the Content Security Policy Level 2 recommendation (4.2.5) and of FIPS 180-4.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
        assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn nothing_is_allowed_unseen() {
        let texts = ["a".to_owned(), "b".to_owned()];
        let policies = [served(&texts, &texts), single_file(&texts, &texts), without_scripts()];
        for policy in &policies {
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
            assert!(policy.matches("blob:").count() <= 1 && !policy.replace(WORKER, "").contains("blob:"), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
        }
        assert_eq!(policies[0].matches("'sha256-").count(), 4);
        assert!(!policies[1].contains("'self'"));
    }
}
