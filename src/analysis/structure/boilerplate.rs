//! Page furniture: adverts, navigation, share buttons, tag lists, site titles.

use super::{byline, draft::Draft, line::Line, list, name};
use crossread_corpus::article::BlockKind;

/// Names lines that are furniture wherever they stand.
pub(super) fn label(draft: &mut Draft<'_>) {
    draft.name_each(BlockKind::Boilerplate, rule);
    for at in 0..draft.lines.len() {
        let heading = draft.kinds[at] == Some((BlockKind::Crosshead, "markup"));
        if heading && list::FURNITURE.match_line(&draft.lines[at].key, draft.lines[at].words.len()) {
            draft.kinds[at] = Some((BlockKind::Boilerplate, "page-furniture"));
        }
    }
}

/// Names what stands after the end of the story and is neither a sentence nor a credit: topics, other headlines.
pub(super) fn label_after_the_story(draft: &mut Draft<'_>) {
    let Some(last) = draft.last_story() else { return };
    let mut furniture = false;
    for at in last + 1..draft.lines.len() {
        furniture |= draft.kind(at) == Some(BlockKind::Boilerplate);
        let line = &draft.lines[at];
        let spoken = line.is_quoted() || line.is_list_entry() && !furniture;
        let ended = if furniture { line.ends_in_full_stop() } else { line.stops() };
        if draft.is_open(at) && !ended && !spoken && (furniture || line.words.len() <= 6) {
            draft.kinds[at] = Some((BlockKind::Boilerplate, "after-the-story"));
        }
    }
}

/// Whether a line is furniture of one sort.
type Test = fn(&Line<'_>) -> bool;

fn rule(line: &Line<'_>) -> Option<&'static str> {
    let rules: [(Test, &'static str); 10] = [
        (is_separator, "separator"),
        (is_address, "address"),
        (is_count, "count"),
        (is_reading_time, "reading-time"),
        (is_copyright, "copyright"),
        (is_furniture, "page-furniture"),
        (is_button_row, "button-row"),
        (is_label_row, "section-label"),
        (is_tag_list, "tag-list"),
        (is_site_title, "site-title"),
    ];
    rules.iter().find(|(is, _)| is(line)).map(|(_, name)| *name)
}

/// `* * *`, `___`: nothing but marks.
fn is_separator(line: &Line<'_>) -> bool {
    line.words.is_empty()
}

/// A lone web address, e-mail address or handle.
fn is_address(line: &Line<'_>) -> bool {
    if line.words.len() > 1 {
        return false;
    }
    let one = line.text.split_whitespace().count() == 1;
    let text = line.text;
    let domain = text.contains('.') && text.contains('/') && !text.contains(',');
    one && (text.contains("://") || text.starts_with("www.") || text.starts_with('@') || text.contains('@') || domain)
}

/// `245`, `1.2K shares`, `3 comments`, `[1/5]`.
fn is_count(line: &Line<'_>) -> bool {
    const COUNTED: [&str; 9] = ["share", "comment", "view", "like", "retweet", "photo", "image", "repl", "reaction"];
    let digits = line.text.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '[' | '+' | '('));
    let number = |word: &str| word.chars().all(|char| !char.is_alphabetic() || matches!(char, 'K' | 'k' | 'M'));
    match line.words.as_slice() {
        [one] => digits && number(one),
        [one, what] => number(one) && COUNTED.iter().any(|unit| what.to_lowercase().starts_with(unit)),
        _ => false,
    }
}

/// `4 min read`.
fn is_reading_time(line: &Line<'_>) -> bool {
    if line.words.len() > 5 {
        return false;
    }
    let key = line.key.replace('-', " ");
    key.contains("min") && key.contains("read") && key.contains(|char: char| char.is_ascii_digit())
}

/// `© 2020 The Springfield Gazette`, from the line's start: a picture's mark stands at a caption's end.
fn is_copyright(line: &Line<'_>) -> bool {
    let marked = line.text.starts_with('©') || line.key.starts_with("copyright");
    let year = line.words.iter().take(3).any(|word| word.chars().filter(char::is_ascii_digit).count() >= 4);
    marked && line.words.len() <= 60 && (year || line.key.contains("rights reserved"))
}

fn is_furniture(line: &Line<'_>) -> bool {
    list::FURNITURE.match_line(&line.key, line.words.len()) && !line.key.contains(" caption")
}

/// A row of share buttons: every word of it is furniture by itself.
fn is_button_row(line: &Line<'_>) -> bool {
    let mut parts = line.key.split(['|', '·', '•', '/', ' ', ',']).filter(|part| !part.is_empty()).peekable();
    line.words.len() >= 2 && parts.peek().is_some() && parts.all(|part| list::FURNITURE.match_line(part, 1))
}

/// `Home > World > Europe`, `News|Protests`: labels in a row.
fn is_label_row(line: &Line<'_>) -> bool {
    if line.words.len() > 12 {
        return false;
    }
    let parts: Vec<_> = line.text.split(['|', '>', '›', '»', '/']).map(str::trim).collect();
    let short = parts.iter().all(|part| (1..=3).contains(&part.split_whitespace().count()));
    let sectioned = parts.first().is_some_and(|part| name::is_section(part));
    (parts.len() >= 2 && short && sectioned) || (line.words.len() <= 4 && name::is_section(line.text))
}

/// `Top stories, elections, town council,…`: a list of short labels, no sentence.
fn is_tag_list(line: &Line<'_>) -> bool {
    if !line.text.starts_with('#') && (line.stops() || !line.text.contains([',', ';', '#'])) {
        return false;
    }
    let parts: Vec<_> = line.text.split([',', ';', '#']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let short = parts.iter().all(|part| part.split_whitespace().count() <= 4);
    let words = line.words.len();
    let linked =
        line.words.iter().any(|word| matches!(*word, "and" | "or" | "is" | "are" | "was" | "were" | "the" | "in"));
    let mixed = line.text.contains(';') && line.text.contains(',');
    let hashes = line.text.starts_with('#') && line.text.matches('#').count() * 3 >= line.words.len();
    hashes
        || (parts.len() >= 4
            && !mixed
            && short
            && words <= parts.len() * 5 / 2
            && !line.stops()
            && !linked
            && !line.is_quoted())
}

/// `Site, its motto | XY`: a page's title. One that repeats the headline is told apart where headlines are.
fn is_site_title(line: &Line<'_>) -> bool {
    line.text.contains(" | ") && !line.stops() && line.words.len() <= 20 && byline::after_lead(line.text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossread_corpus::span::Span;

    fn named(text: &str) -> Option<&'static str> {
        rule(&Line::new(text, Span::of(0, text.len())))
    }

    #[test]
    fn furniture_is_named_by_its_shape() {
        for (line, rule) in [
            ("* * *", "separator"),
            ("https://example.org/a", "address"),
            ("@janedoe", "address"),
            ("1.2K shares", "count"),
            ("4 min read", "reading-time"),
            ("Advertisement", "page-furniture"),
            ("READ MORE: Bridge opens at last", "page-furniture"),
            ("Facebook Twitter WhatsApp", "button-row"),
            ("Home > World > Lakeside", "section-label"),
            ("US & Canada", "section-label"),
            ("TOP STORIES, bridges, town council, Lakeside news, roads", "tag-list"),
            ("All the news from the lake | LD", "site-title"),
        ] {
            assert_eq!(named(line), Some(rule), "{line}");
        }
    }

    #[test]
    fn sentences_are_not_furniture() {
        for line in [
            "Follow the money, the auditor told the council, and the rest becomes clear to anyone who cares to look at it.",
            "Bridges, roads, schools and parks, all of them old",
            "Share prices fell in early trade after the announcement, with banks and airlines leading the losses there.",
            "More people came than had been expected, said the mayor, who had hoped for a quiet and short day.",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }
}
