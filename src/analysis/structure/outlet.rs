//! Who published the article, as far as its own text says.

use super::{agency, credit_name, draft::Draft, headline, line::fold, name};
use crossread_corpus::{
    article::{ArticleKey, Block, BlockKind},
    ground::{Ground, Rule, Traced},
    span::{Anchor, Span},
};

/// Names lines of the front that are an outlet's name and nothing else.
pub(super) fn label(draft: &mut Draft<'_>, headline: Option<usize>, end: usize) {
    for at in 0..end {
        if !draft.is_open(at) {
            continue;
        }
        let line = &draft.lines[at];
        let text = line.text.trim_end_matches(',');
        if line.words.len() > 6 || agency::is_only(text).is_some() {
            continue;
        }
        let beside = [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .any(|at| matches!(draft.kind(at), Some(BlockKind::Dateline | BlockKind::Byline | BlockKind::Caption)));
        let on_top = headline.is_some_and(|headline| at < headline);
        let rule = if name::is_outlet_shaped(text) && (beside || on_top) {
            Some("outlet-name-line")
        } else if name::is_acronym(text) && beside && !is_spoken_of(draft, text) {
            Some("acronym-line")
        } else if line.words.len() <= 4 && beside && is_told(draft.text, text) {
            Some("told-in-text")
        } else {
            None
        };
        draft.kinds[at] = rule.map(|rule| (BlockKind::Outlet, rule));
    }
}

/// True when the story uses the name otherwise than "told NAME": then it is a subject, not the outlet.
fn is_spoken_of(draft: &Draft<'_>, name: &str) -> bool {
    let lines = draft.lines.iter().filter(|line| line.is_story());
    lines
        .flat_map(|line| line.words.windows(2))
        .any(|pair| pair[1].trim_matches(|char: char| !char.is_alphanumeric()) == name && pair[0] != "told")
}

/// True when the text says that someone told `name` something.
pub(super) fn is_told(text: &str, name: &str) -> bool {
    told(text, name).is_some()
}

/// Where the text says "told NAME": the name's place.
fn told(text: &str, name: &str) -> Option<Span> {
    let mut from = 0;
    while let Some(at) = text[from..].find("told ") {
        let start = from + at + "told ".len();
        let rest = &text[start..];
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let start = start + (text[start..].len() - rest.len());
        let same = rest.get(..name.len()).is_some_and(|here| fold(here) == fold(name));
        let apart = !rest.get(name.len()..).is_some_and(|after| after.starts_with(char::is_alphanumeric));
        if same && apart && !name.is_empty() {
            return Some(Span::of(start, start + name.len()));
        }
        from = start;
    }
    None
}

/// The outlet the text gives, the surest way first.
pub(super) fn outlet(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    by_line(text, blocks)
        .or_else(|| by_page_title(text, key, blocks))
        .or_else(|| by_credit(text, key, blocks))
        .or_else(|| by_copyright(text, key, blocks))
}

/// A line of its own, or the byline: "By Jane Doe, The Springfield Gazette".
fn by_line(text: &str, blocks: &[Block]) -> Option<Traced<String>> {
    let line = blocks.iter().find(|block| block.kind == BlockKind::Outlet).map(|block| block.span);
    let bylines = blocks.iter().filter(|block| block.kind == BlockKind::Byline);
    let span = line.or_else(|| bylines.filter_map(|block| super::byline::outlet(text, block.span)).next())?;
    Some(Traced::stated(span.slice(text)?.trim_end_matches(',').to_owned(), span))
}

/// `Headline - Outlet`, where the headline itself stands elsewhere or the title is the headline.
fn by_page_title(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    let title = blocks.iter().find(|block| {
        matches!(block.rule.0.as_ref(), "page-title" | "headline-with-site-name")
            || block.kind == BlockKind::Headline && headline::parts(text, block.span).1.is_some()
    });
    let other = || {
        let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        let headline_key = fold(headline.span.slice(text)?);
        blocks.iter().find(|block| {
            let own = || headline::parts(text, block.span).0.slice(text).map(fold);
            block.kind == BlockKind::Boilerplate && own().is_some_and(|own| own == headline_key)
        })
    };
    let title = title.or_else(other)?;
    let (_, name) = headline::parts(text, title.span);
    let name = name?;
    Some(inferred(text, key, "title-names-site", name, &[title.span]))
}

/// A credit's last name that is no agency, where the text says someone told it something.
fn by_credit(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    let credits = blocks.iter().rev().filter(|block| block.kind == BlockKind::Credit);
    credits.filter_map(|block| credit_name(text, block.span)).find_map(|name| {
        let place = told(text, name.slice(text)?)?;
        Some(inferred(text, key, "credited-and-told", name, &[place]))
    })
}

/// `© 2020 The Springfield Gazette. All rights reserved.`
fn by_copyright(text: &str, key: ArticleKey, blocks: &[Block]) -> Option<Traced<String>> {
    let furniture = blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate);
    furniture
        .filter_map(|block| copyright_name(text, block.span))
        .next()
        .map(|name| inferred(text, key, "copyright-line", name, &[]))
}

fn copyright_name(text: &str, line: Span) -> Option<Span> {
    let whole = line.slice(text)?;
    let lower = whole.to_ascii_lowercase();
    if !lower.starts_with("copyright") && !lower.starts_with('©') {
        return None;
    }
    let led = |char: char| {
        char.is_ascii_digit()
            || char.is_whitespace()
            || matches!(char, '©' | '(' | ')' | ',' | '-' | '–' | ':' | 'c' | 'C')
    };
    let body = whole.get("copyright".len()..).filter(|_| lower.starts_with("copyright")).unwrap_or(whole);
    let body = body.trim_start_matches(led);
    // The marks before the name may have taken its first letter: the word's own start is meant.
    let from = whole.len() - body.len();
    let from = whole[..from]
        .rfind(|char: char| !char.is_alphabetic())
        .map_or(0, |at| at + whole[at..].chars().next().map_or(1, char::len_utf8));
    let body = &whole[from..];
    let by = body.strip_prefix("by ").unwrap_or(body);
    let end =
        by.find([',', '|', '(']).into_iter().chain(by.find(". ")).chain(by.find(" All ")).chain(by.find(" all ")).min();
    let name = by[..end.unwrap_or(by.len())].trim().trim_end_matches('.');
    let start = line.end() as usize - by.len();
    let good = (1..=6).contains(&name.split_whitespace().count())
        && name.starts_with(char::is_uppercase)
        && agency::named(name, Span::of(0, name.len())).is_empty();
    good.then(|| Span::of(start, start + name.len()))
}

fn inferred(text: &str, article: ArticleKey, rule: &'static str, name: Span, more: &[Span]) -> Traced<String> {
    let spans = core::iter::once(&name).chain(more).map(|span| Anchor { article, span: *span }).collect();
    let value = name.slice(text).unwrap_or_default().to_owned();
    Traced { value, ground: Ground::Inferred { rule: Rule::new(rule), spans } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copyright_line_names_its_holder() {
        let name = |text: &'static str| copyright_name(text, Span::of(0, text.len())).and_then(|span| span.slice(text));
        assert_eq!(name("© 2020 The Springfield Gazette. All rights reserved."), Some("The Springfield Gazette"));
        assert_eq!(name("Copyright 2021 Channel 9 News, all rights reserved"), Some("Channel 9 News"));
        assert_eq!(name("Copyright (c) 2021 Lake Radio"), Some("Lake Radio"));
        assert_eq!(name("Copyright 2021 The Associated Press. All rights reserved."), None);
        assert_eq!(name("All rights reserved"), None);
    }

    #[test]
    fn told_needs_the_whole_name() {
        assert!(is_told("She told LD: no.", "LD") && is_told("They told the Lake Post so", "Lake Post"));
        assert!(!is_told("She told LDX: no.", "LD") && !is_told("She told them", "LD"));
    }
}
