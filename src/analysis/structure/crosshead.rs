//! Headings inside the story.

use super::{dateline, draft::Draft, line::Line};
use crossread_corpus::article::BlockKind;

/// The longest crosshead, in words.
const LONGEST: usize = 10;

/// Names short lines between paragraphs that are no sentence, and times that stand there as headings do.
pub(super) fn label(draft: &mut Draft<'_>) {
    let (Some(last), first) = (draft.last_story(), draft.first_story()) else { return };
    for at in first + 1..last {
        let dated = draft.kind(at) == Some(BlockKind::Dateline) && draft.lines[at].words.len() <= 5;
        if dated && !dateline::is_led(draft.lines[at].text) && between_paragraphs(draft, at) {
            draft.kinds[at] = Some((BlockKind::Crosshead, "date-between-paragraphs"));
        }
    }
    // Where several lines ask someone something, the article is an interview and its questions are speech.
    let asked = (first..=last).filter(|at| draft.is_open(*at) && is_asked(&draft.lines[*at])).count();
    let speech = |at: &usize| asked >= 2 && draft.lines[*at].text.ends_with('?');
    let shaped = (first + 1..last).filter(|at| draft.is_open(*at) && is_shaped(&draft.lines[*at]));
    let shaped: Vec<usize> = shaped.filter(|at| !speech(at)).collect();
    for &at in &shaped {
        // Several such lines in a row are a list, not headings.
        let beside = |other: Option<usize>| other.is_some_and(|other| shaped.contains(&other));
        if beside(neighbour(draft, at, false)) || beside(neighbour(draft, at, true)) {
            continue;
        }
        let line = &draft.lines[at];
        draft.kinds[at] = Some(if line.is_all_capitals() && line.words.len() >= 6 {
            // Sites that print links to other stories in capitals put them between paragraphs.
            (BlockKind::Boilerplate, "link-in-capitals")
        } else {
            (BlockKind::Crosshead, "short-line-between-paragraphs")
        });
    }
}

fn is_shaped(line: &Line<'_>) -> bool {
    let question = line.text.ends_with('?') && !super::line::has_inner_stop(line.text);
    let begins = line.text.chars().find(|char| !matches!(char, '‘' | '\'' | '#')).unwrap_or(' ');
    (1..=LONGEST).contains(&line.words.len())
        && line.size() <= LONGEST
        && (!line.stops() || question && !is_asked(line))
        && !(begins.is_lowercase() || begins.is_ascii_punctuation())
        && !line.is_quoted()
        && !line.is_list_entry()
        && !line.text.ends_with([':', ',', ';', '-', '–', '—'])
        && !line.text.contains(['@', '…', '"', '“', '”'])
        && !is_speaker_label(line.text)
}

/// "What did you do then?"
fn is_asked(line: &Line<'_>) -> bool {
    let you = || line.key.split([' ', ',', '?']).any(|word| matches!(word, "you" | "your" | "yours"));
    line.text.ends_with('?') && !line.is_quoted() && you()
}

/// `Q: Why?`, `JANE DOE: Why?`, `DOE: It is late and we should all go`: who speaks, then what they say.
fn is_speaker_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    let capitals = label.len() > 1 && !label.contains(char::is_lowercase);
    let speech = rest.split_whitespace().count() > 5 || label.contains(' ') && rest.ends_with('?');
    matches!(label, "Q" | "A") || capitals && speech
}

fn between_paragraphs(draft: &Draft<'_>, at: usize) -> bool {
    let story = |other: Option<usize>| other.is_some_and(|other| draft.is_open(other));
    story(neighbour(draft, at, false)) && story(neighbour(draft, at, true))
}

/// The next line, or the one before, that is not furniture or a caption.
fn neighbour(draft: &Draft<'_>, at: usize, before: bool) -> Option<usize> {
    let skip = |at: &usize| !matches!(draft.kind(*at), Some(BlockKind::Caption | BlockKind::Boilerplate));
    if before { (0..at).rev().find(skip) } else { (at + 1..draft.lines.len()).find(skip) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossread_corpus::span::Span;

    fn shaped(text: &str) -> bool {
        is_shaped(&Line::new(text, Span::of(0, text.len())))
    }

    #[test]
    fn headings_are_short_and_no_sentence() {
        for line in [
            "Ongoing works",
            "What were they talking about?",
            "'No way back'",
            "Mayor, council: Bridge will open",
            "2020",
        ] {
            assert!(shaped(line), "{line}");
        }
        for line in [
            "It rained.",
            "“No way back”",
            "What do you think of it?",
            "- one thing",
            "The mayor said:",
            "and then they left",
            "Jane Doe (@jane)",
            "Q: why now",
            "This is a line that goes on for more words than any heading",
        ] {
            assert!(!shaped(line), "{line}");
        }
    }
}
