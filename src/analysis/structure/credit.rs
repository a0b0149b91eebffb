//! Lines that say whose reporting the article rests on: agencies, reporters, editors.

use super::{agency, draft::Draft, line::Line};
use crossread_corpus::{article::BlockKind, span::Span};

/// Names credit lines; those known only by their shape must stand before or after the story.
pub(super) fn label(draft: &mut Draft<'_>) {
    draft.name_each(BlockKind::Credit, by_words);
    let (first, last) = (draft.first_story(), draft.last_story().unwrap_or(0));
    for at in 0..draft.lines.len() {
        if draft.is_open(at) && (at < first || at > last) {
            let rule = by_shape(&draft.lines[at], at > last);
            draft.kinds[at] = rule.map(|rule| (BlockKind::Credit, rule));
        }
    }
    let end = (0..draft.lines.len()).rev().find(|at| draft.is_open(*at));
    if let Some(end) = end.filter(|at| *at > first && reported_from(&draft.lines[*at])) {
        draft.kinds[end] = Some((BlockKind::Credit, "reported-from"));
    }
}

fn by_words(line: &Line<'_>) -> Option<&'static str> {
    const BEGIN: [&str; 38] = [
        "with input",
        "with inputs",
        "with agency",
        "with agencies",
        "with reporting by",
        "with reporting from",
        "with additional reporting",
        "with files from",
        "with information from",
        "with material from",
        "inputs:",
        "input:",
        "inputs from",
        "input from",
        "agency inputs",
        "agencies:",
        "source:",
        "sources:",
        "source -",
        "reporting by",
        "reporting and writing by",
        "additional reporting",
        "additional writing",
        "written and edited by",
        "editing by",
        "writing by",
        "compiled by",
        "compiled from",
        "translated by",
        "edited by",
        "reported by",
        "this report was",
        "this report includes",
        "this story was reported",
        "this report contains",
        "includes reporting",
        "contributing:",
        "contributors:",
    ];
    const INSIDE: [&str; 7] = [
        "contributed to this",
        "contributed reporting",
        "contributed to the report",
        "contributed from",
        "contributed research",
        "also contributed to",
        "contributed additional",
    ];
    let words = line.words.len();
    let bare = line.key.trim_start_matches(['(', '[', '-', '*', ' ', '•', '|', '~']);
    let begins = BEGIN.iter().any(|start| bare.starts_with(start));
    // "Reporting by the paper has shown that …" is a sentence of the story.
    let claims =
        ["this report was", "this story was", "this report includes"].iter().any(|start| bare.starts_with(start));
    if begins
        && words <= if claims { 40 } else { 45 }
        && !(claims && words > 14 && !mentions_agency(line))
        && !is_told(line)
    {
        return Some("credit-words");
    }
    (words <= 60
        && INSIDE.iter().any(|inside| line.key.contains(inside))
        && !line.is_quoted()
        && !line.text.contains('$'))
    .then_some("contributed")
}

/// True when a credit's opening words go on into a sentence with a verb of its own.
fn is_told(line: &Line<'_>) -> bool {
    const VERBS: [&str; 10] = ["has", "have", "had", "shows", "showed", "said", "says", "found", "suggests", "is"];
    line.words.iter().any(|word| VERBS.contains(word)) && line.words.len() > 8
}

fn mentions_agency(line: &Line<'_>) -> bool {
    !agency::named(line.text, Span::of(0, line.text.len())).is_empty()
}

fn by_shape(line: &Line<'_>, after: bool) -> Option<&'static str> {
    if line.words.len() > 25 {
        return None;
    }
    if is_initials_with_brackets(line.text) {
        return Some("initials-and-agencies");
    }
    let wrapped = line.text.starts_with(['(', '[']) && line.text.ends_with([')', ']', '.']);
    let inner_words = ["agencies", "agency", "input", "inputs", "edited", "reporting", "writing"];
    let said = line.words.iter().any(|word| {
        inner_words.contains(&word.trim_matches(|char: char| !char.is_alphabetic()).to_lowercase().as_str())
    });
    if wrapped && (said || mentions_agency(line)) {
        return Some("credit-in-brackets");
    }
    let dashed = line.text.starts_with(['-', '–', '—', '~']);
    if line.words.len() <= 8 && mentions_agency(line) && (after || dashed) && is_names_only(line) {
        return Some("agencies-only");
    }
    (after && line.words.len() <= 8 && said && !line.stops() && is_names_only(line)).then_some("agencies-only")
}

/// `kd/jd (AP, dpa)`: initials in small letters, then names in brackets.
fn is_initials_with_brackets(text: &str) -> bool {
    let Some(open) = text.find('(') else { return false };
    let initials = text[..open].trim();
    let parts: Vec<_> = initials.split(['/', ',', ' ']).filter(|part| !part.is_empty()).collect();
    let small = parts.iter().all(|part| part.chars().count() <= 4 && part.chars().all(char::is_alphabetic));
    let lower = parts.iter().any(|part| part.chars().all(char::is_lowercase));
    (1..=6).contains(&parts.len()) && small && lower && initials.len() <= 24 && text.trim_end().ends_with(')')
}

/// True when the line holds agencies, the words between them and someone's initials, and nothing else.
fn is_names_only(line: &Line<'_>) -> bool {
    const SMALL: [&str; 10] = ["and", "with", "from", "via", "agencies", "agency", "inputs", "input", "the", "by"];
    let agencies = agency::named(line.text, Span::of(0, line.text.len()));
    line.words.iter().all(|word| {
        let start = word.as_ptr() as usize - line.text.as_ptr() as usize;
        let span = Span::of(start, start + word.len());
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric());
        let initials = bare.chars().count() <= 3 && !bare.contains(char::is_lowercase);
        initials
            || SMALL.contains(&bare.to_lowercase().as_str())
            || agencies.iter().any(|(agency, _)| agency.overlaps(span))
    })
}

/// `Doe reported from Lakeside. Roe from Springfield.`
fn reported_from(line: &Line<'_>) -> bool {
    let capital = line.text.starts_with(char::is_uppercase);
    capital && line.words.len() <= 40 && line.key.contains(" reported from ") && !line.key.contains(" that ")
}

/// The one name in credit `line` that is no agency and may be the outlet: the last in brackets of its own, what comes
/// after "Source:", or what comes before "with" its agencies.
pub(super) fn credit_name(text: &str, line: Span) -> Option<Span> {
    let whole = line.slice(text)?;
    let from = line.start() as usize;
    let lower = whole.to_lowercase();
    let range = if lower.starts_with("source:") {
        let start = "source:".len();
        let end = whole[start..].to_lowercase().find(" and ").map_or(whole.len(), |at| start + at);
        start..end.min(whole.len())
    } else {
        let open = whole.rfind(['(', '['])?;
        let inner = whole[open + 1..].find([')', ']'])? + open + 1;
        let with = whole[open + 1..inner].find(" with ").map_or(inner, |at| open + 1 + at);
        open + 1..with
    };
    let span = Span::of(from + range.start, from + range.end).trimmed(text);
    let name = span.slice(text)?;
    let short = (1..=4).contains(&name.split_whitespace().count()) && !name.contains([',', '/', ';']);
    (short && name.starts_with(char::is_uppercase) && agency::named(text, span).is_empty()).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<&'static str> {
        let line = Line::new(text, Span::of(0, text.len()));
        by_words(&line).or_else(|| by_shape(&line, true))
    }

    #[test]
    fn credits_are_named() {
        for (line, rule) in [
            ("(With input from agencies)", "credit-words"),
            ("Inputs: AP", "credit-words"),
            ("kd/jd (AP, Reuters, dpa)\u{a0} (LD)", "initials-and-agencies"),
            ("Reporting by Jane Doe in Lakeside; Editing by Rick Roe", "credit-words"),
            ("The Associated Press contributed to this report.", "contributed"),
            ("(LAKE 9 with AFP and REUTERS)", "credit-in-brackets"),
            ("— Reuters", "agencies-only"),
            ("AFP, AP", "agencies-only"),
        ] {
            assert_eq!(named(line), Some(rule), "{line}");
        }
    }

    #[test]
    fn sentences_of_the_story_are_not_credits() {
        for line in [
            "Reporting by the paper has shown that the bridge was never checked, and that no one had asked for it.",
            "AP classes are full at the school this year.",
            "(He left.)",
            "With agencies of the state slow to act, the town has paid for the works itself and now wants the money back.",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }
}
