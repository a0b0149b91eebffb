//! Which paragraph is the headline, and which ones head parts: by the document's own title and by their size.

use super::paragraphs::{Paragraph, body_size};
use crossread_corpus::article::BlockKind;

/// A headline is set so much larger than the text.
const LARGER: f32 = 1.3;

/// What heads a part is set so much larger than the text.
const LARGE: f32 = 1.12;

/// What parts a page's title from its site's name.
const SEPARATORS: [&str; 5] = [" | ", " - ", " – ", " — ", " · "];

/// The kind of each paragraph, where it is sure.
///
/// The headline is the paragraph that the document's title repeats; without one, what is set largest of all on the first
/// page and is long enough not to be a site's name.
pub(super) fn kinds(paragraphs: &[Paragraph], title: Option<&str>) -> Vec<Option<BlockKind>> {
    let body = body_size(paragraphs);
    let headline = titled(paragraphs, title).or_else(|| largest(paragraphs, body));
    let kind = |(at, paragraph): (usize, &Paragraph)| match headline {
        Some(headline) if at == headline => Some(BlockKind::Headline),
        // What follows the headline right away may be set large without heading anything.
        Some(headline) if at > headline + 1 && is_heading(paragraph, body) => {
            paragraphs.get(at + 1).filter(|next| next.size < paragraph.size).map(|_| BlockKind::Crosshead)
        }
        _ => None,
    };
    paragraphs.iter().enumerate().map(kind).collect()
}

/// The paragraph that `title` repeats, with or without a site's name behind it.
fn titled(paragraphs: &[Paragraph], title: Option<&str>) -> Option<usize> {
    let title = title?;
    let repeats = |paragraph: &Paragraph| {
        let text = paragraph.text.as_str();
        let behind = title.strip_prefix(text);
        text.split_whitespace().count() >= 3
            && behind.is_some_and(|rest| rest.trim().is_empty() || SEPARATORS.iter().any(|sign| rest.starts_with(sign)))
    };
    let first: Vec<usize> = (0..paragraphs.len().min(30)).filter(|at| repeats(&paragraphs[*at])).collect();
    // Where it stands twice, it is the one set larger.
    first.into_iter().rev().max_by(|a, b| paragraphs[*a].size.total_cmp(&paragraphs[*b].size))
}

/// What is set largest on the first page, if it is one paragraph of some words.
fn largest(paragraphs: &[Paragraph], body: f32) -> Option<usize> {
    let words = |paragraph: &Paragraph| paragraph.text.split_whitespace().count();
    let is_on_top =
        |paragraph: &&Paragraph| paragraph.page == 0 && paragraph.size > LARGER * body && words(paragraph) > 3;
    let size = paragraphs.iter().filter(is_on_top).map(|paragraph| paragraph.size).fold(0.0, f32::max);
    let mut found =
        (0..paragraphs.len()).filter(|at| is_on_top(&&paragraphs[*at]) && paragraphs[*at].size > 0.95 * size);
    let first = found.next().filter(|at| words(&paragraphs[*at]) <= 40)?;
    found.next().is_none().then_some(first)
}

fn is_heading(paragraph: &Paragraph, body: f32) -> bool {
    let text = &paragraph.text;
    paragraph.size > LARGE * body
        && (2..=15).contains(&text.split_whitespace().count())
        && !text.ends_with(['.', ',', '”', '"', '’'])
        && !text.starts_with(['“', '"', '‘'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headlines and crossheads of paragraphs of these sizes.
    fn check(paragraphs: &[(&str, f32)], title: Option<&str>, expected: &[(&str, BlockKind)]) {
        let of = |(text, size): &(&str, f32)| Paragraph { text: (*text).to_owned(), size: *size, page: 0 };
        let paragraphs: Vec<Paragraph> = paragraphs.iter().map(of).collect();
        let kinds = kinds(&paragraphs, title).into_iter().zip(&paragraphs);
        let found: Vec<_> = kinds.filter_map(|(kind, paragraph)| Some((paragraph.text.as_str(), kind?))).collect();
        assert_eq!(found, expected);
    }

    const STORY: &str = "The ferry runs again, Mayor Ann Poe said on Monday in front of a crowd of hundreds.";

    #[test]
    fn what_the_title_repeats_is_the_headline() {
        let page = [("Home News Sport", 9.0), ("Ferry runs again", 12.0), (STORY, 11.0)];
        check(&page, Some("Ferry runs again | The Harbour Times"), &[("Ferry runs again", BlockKind::Headline)]);
        check(&page, Some("Microsoft Word - ferry.doc"), &[]);
        check(&page, None, &[]);
    }

    #[test]
    fn what_is_set_largest_is_the_headline() {
        let page = [
            ("The Harbour Times", 40.0),
            ("Ferry runs again to the isle", 24.0),
            (STORY, 11.0),
            ("What comes next", 14.0),
            (STORY, 11.0),
        ];
        let expected =
            [("Ferry runs again to the isle", BlockKind::Headline), ("What comes next", BlockKind::Crosshead)];
        check(&page, None, &expected);
        check(&[("Ferry runs again now", 24.0), ("Bridge shut for a week", 24.0), (STORY, 11.0)], None, &[]);
        check(&[("Ferry runs again to the isle", 12.0), (STORY, 11.0)], None, &[]);
    }
}
