//! Lines that say who wrote the article, and the names in them.

use super::{agency, draft::Draft, line::Line, list, name};
use crossread_corpus::{article::BlockKind, span::Span};

const LEADS: [&str; 12] = [
    "written by",
    "words by",
    "story by",
    "text by",
    "report by",
    "by",
    "author",
    "authors",
    "reporter",
    "reported by",
    "posted by",
    "published by",
];

/// Names lines that begin with "By" and go on with names.
pub(super) fn label(draft: &mut Draft<'_>) {
    draft.name_each(BlockKind::Byline, |line| {
        let after = after_lead(line.text)?;
        (line.words.len() <= 24 && names_follow(after) && !is_sentence(line)).then_some("byline-lead")
    });
    for at in 1..draft.lines.len() {
        let lead = matches!(draft.lines[at - 1].key.trim_end_matches(':'), "by" | "written by" | "words by" | "author");
        if lead && draft.is_open(at - 1) && draft.is_open(at) && is_name_line(&draft.lines[at]) {
            draft.kinds[at - 1] = Some((BlockKind::Byline, "byline-lead"));
            draft.kinds[at] = Some((BlockKind::Byline, "name-under-lead"));
        }
    }
}

/// The text after "By", "Written by:" and the like; `None` when it does not begin so.
pub(super) fn after_lead(text: &str) -> Option<&str> {
    LEADS.iter().find_map(|lead| {
        let head = text.get(..lead.len())?;
        let rest = text.get(lead.len()..)?;
        // "Reporter Jane Doe says" begins a sentence; "Reporter: Jane Doe" is a byline.
        let apart = if lead.ends_with("by") { rest.starts_with([' ', ':', '\u{a0}']) } else { rest.starts_with(':') };
        (head.eq_ignore_ascii_case(lead) && apart && !rest.trim().is_empty())
            .then(|| rest.trim_start_matches([' ', ':', '\u{a0}']))
    })
}

fn names_follow(after: &str) -> bool {
    let first = after.split([',', '|', '•', '·', ';', '(', '/', '\n']).next().unwrap_or_default();
    let first = first.split(" and ").next().unwrap_or_default().split(" in ").next().unwrap_or_default().trim();
    let named = first.split(" for ").next().unwrap_or_default().split(" with ").next().unwrap_or_default().trim();
    let capital = named.starts_with(|char: char| char.is_uppercase());
    let words: Vec<_> = named.split_whitespace().collect();
    let capitals =
        words.iter().filter(|word| word.starts_with(char::is_uppercase) || list::ROLE_WORDS.has(word)).count();
    let led_by_role = words.first().is_some_and(|word| list::ROLE_WORDS.has(word));
    let known = agency::is_only(named).is_some() || name::is_outlet_shaped(named) || led_by_role;
    (capital || led_by_role) && (known || (words.len() <= 8 && capitals * 3 >= words.len() * 2 && capitals >= 1))
}

/// "By Monday the bridge was closed." is a sentence.
fn is_sentence(line: &Line<'_>) -> bool {
    let jr = ["Jr.", "Sr.", "M.D.", "Inc."].iter().any(|end| line.text.ends_with(end));
    line.stops() && !jr
}

/// True when the line is what stands under a byline: a role, or the desk or outlet it belongs to.
pub(super) fn is_role_line(line: &Line<'_>) -> bool {
    let roles = line.words.iter().filter(|word| list::ROLE_WORDS.has(word)).count();
    line.words.len() <= 8 && !line.stops() && roles >= 1 && line.text.starts_with(char::is_uppercase)
}

/// True when the line is a name alone, or with a place or a role: `Jane Doe in Lakeside`, `Jane Doe, Staff Writer`.
pub(super) fn is_name_line(line: &Line<'_>) -> bool {
    if line.words.len() > 14 || line.stops() || line.text.contains(['"', '“', '?', ':']) {
        return false;
    }
    let pieces: Vec<_> =
        line.text.split([',', '|', '•', '·', '&']).flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let Some(first) = pieces.first() else { return false };
    let first = first.split(" in ").next().unwrap_or_default();
    let lead_words: Vec<_> = first.split_whitespace().take_while(|word| !list::ROLE_WORDS.has(word)).collect();
    let person = name::is_person_shaped(first)
        || name::is_person_shaped(&lead_words.join(" ")) && lead_words.len() < first.split_whitespace().count();
    person
        && pieces.iter().all(|piece| {
            piece.starts_with(|char: char| char.is_uppercase())
                || piece.split_whitespace().any(|word| list::ROLE_WORDS.has(word))
                || piece.is_empty()
        })
}

/// The names of people in the byline at `line`, each where it stands.
pub(super) fn authors(text: &str, line: Span) -> Vec<Span> {
    let Some(whole) = line.slice(text) else { return Vec::new() };
    let body = after_lead(whole).unwrap_or(whole);
    let mut at = line.end() as usize - body.len();
    let agencies = agency::named(text, line);
    let mut found = Vec::new();
    for part in split_names(body) {
        let mut words: Vec<(usize, &str)> = Vec::new();
        for word in part.split_whitespace() {
            let start = at + (word.as_ptr() as usize - part.as_ptr() as usize);
            let span = Span::of(start, start + word.len());
            let ends = matches!(word.to_lowercase().as_str(), "in" | "for" | "at" | "in:" | "from")
                || list::ROLE_WORDS.has(word)
                || agencies.iter().any(|(agency, _)| agency.overlaps(span));
            if ends && !words.is_empty() {
                break;
            }
            if !ends {
                words.push((start, word));
            }
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = Span::of(first.0, last.0 + last.1.len());
            if span.slice(text).is_some_and(name::is_person_shaped) {
                found.push(span);
            }
        }
        at += part.len();
        at += next_separator(text, at);
    }
    found
}

/// The parts between commas, bars and "and", without those.
fn split_names(body: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < body.len() {
        let width = next_separator(body, at);
        if width > 0 {
            parts.push(&body[from..at]);
            at += width;
            from = at;
        } else {
            at += body[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push(&body[from..]);
    parts
}

/// The length of the separator that stands at byte `at`; 0 when none does.
fn next_separator(text: &str, at: usize) -> usize {
    const SEPARATORS: [&str; 13] = [" and ", " AND ", " with ", " & ", ",", "|", "•", "·", ";", "/", "(", " - ", " — "];
    let rest = text.get(at..).unwrap_or_default();
    SEPARATORS.iter().find(|separator| rest.starts_with(**separator)).map_or(0, |separator| separator.len())
}

/// The outlet that a byline names after its authors: `By Jane Doe, The Springfield Gazette`.
pub(super) fn outlet(text: &str, line: Span) -> Option<Span> {
    let whole = line.slice(text)?;
    let body = after_lead(whole).unwrap_or(whole);
    let mut at = line.end() as usize - body.len();
    let parts = split_names(body);
    for (nth, part) in parts.iter().enumerate() {
        let span = Span::of(at, at + part.len()).trimmed(text);
        let words = span.slice(text).unwrap_or_default();
        let named = name::is_outlet_shaped(words) || (name::is_acronym(words) && !is_degree(words));
        if (nth > 0 || after_lead(whole).is_none()) && named && agency::is_only(words).is_none() {
            return Some(span);
        }
        at += part.len();
        at += next_separator(text, at);
    }
    None
}

fn is_degree(words: &str) -> bool {
    matches!(
        words,
        "MD" | "M.D."
            | "PHD"
            | "II"
            | "III"
            | "IV"
            | "MP"
            | "JR"
            | "SR"
            | "UK"
            | "US"
            | "U.S."
            | "EU"
            | "UN"
            | "DC"
            | "D.C."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        authors(text, Span::of(0, text.len())).into_iter().filter_map(|span| span.slice(text)).collect()
    }

    fn is_byline(text: &str) -> bool {
        let mut draft = Draft::new(text, &[]);
        label(&mut draft);
        draft.kinds[0].is_some()
    }

    #[test]
    fn bylines_begin_with_by_and_names() {
        for line in [
            "By Jane Doe",
            "BY JANE DOE AND RICK ROE",
            "By Jane Doe, Rick Roe and Ana de la Cruz",
            "By: PTI | Lakeside | August 17, 2020",
            "By Jane Doe Lakeside correspondent",
            "Written by Jane Doe",
            "By The Associated Press",
            "By Reuters Staff",
            "by Jane Doe for Lake Radio",
            "By foreign correspondent Jane Doe",
        ] {
            assert!(is_byline(line), "{line}");
        }
        for line in ["By Monday the bridge was closed.", "By the lake", "Bypass opens", "By then it was late"] {
            assert!(!is_byline(line), "{line}");
        }
    }

    #[test]
    fn names_are_read_one_by_one() {
        assert_eq!(names("By Jane Doe, Rick Roe and Ana de la Cruz"), ["Jane Doe", "Rick Roe", "Ana de la Cruz"]);
        assert_eq!(names("Jane Doe in Lakeside"), ["Jane Doe"]);
        assert_eq!(names("By JANE DOE Associated Press"), ["JANE DOE"]);
        assert_eq!(names("By Jane Doe, political editor"), ["Jane Doe"]);
        assert_eq!(names("By Reuters Staff"), [""; 0]);
        assert_eq!(names("By Jane Doe | Lake News"), ["Jane Doe"]);
    }

    #[test]
    fn an_outlet_may_follow_the_names() {
        let outlet = |text: &'static str| outlet(text, Span::of(0, text.len())).and_then(|span| span.slice(text));
        assert_eq!(outlet("By Jane Doe, The Springfield Gazette"), Some("The Springfield Gazette"));
        assert_eq!(outlet("By Jane Doe, LNN"), Some("LNN"));
        assert_eq!(outlet("By Jane Doe, Associated Press"), None);
        assert_eq!(outlet("By Jane Doe, M.D."), None);
        assert_eq!(outlet("By Jane Doe"), None);
    }
}
