//! Texts under pictures, known by the credit they end in or the label they begin with.

use super::{agency, draft::Draft, line::Line, name};
use crate::find::date::dates;
use crossread_corpus::{article::BlockKind, span::Span};

/// Names captions by their credit or label, and those that are only announced by the line before.
pub(super) fn label(draft: &mut Draft<'_>) {
    /// A text this long that ends in an agency's name is a summary of news, not a caption.
    const LONGEST: usize = 45;
    let last = draft.last_story();
    for at in 0..draft.lines.len() {
        let announced = at > 0 && is_bare_label(&draft.lines[at - 1].key) && draft.kinds[at - 1].is_some();
        if !draft.is_open(at) {
            continue;
        }
        let line = &draft.lines[at];
        let rule = if announced {
            Some("caption-label")
        } else {
            // The last sentence of a story may end in its agency without being a caption.
            credit(line.text)
                .map(|(_, rule)| rule)
                .filter(|rule| *rule != "agency-in-brackets" || last != Some(at))
                .filter(|rule| !rule.ends_with("-brackets") || line.words.len() <= LONGEST && !line.is_list_entry())
        };
        draft.kinds[at] = rule.map(|rule| (BlockKind::Caption, rule));
    }
}

/// Where in the caption `text` its credit begins, and by which rule; `None` when it isn't a caption.
pub(super) fn credit(text: &str) -> Option<(usize, &'static str)> {
    if text.len() > 1200 {
        return None;
    }
    picture_agency_only(text)
        .or_else(|| labelled(text))
        .or_else(|| photo_credit_inside(text))
        .or_else(|| bracketed(text))
        .or_else(|| after_slash(text))
        .or_else(|| after_copyright(text))
        .or_else(|| after_word(text))
        .or_else(|| agency_slash_name(text))
}

/// The part of caption `line` that credits its makers.
pub(super) fn credit_span(text: &str, line: Span) -> Span {
    match line.slice(text).and_then(credit) {
        Some((at, rule)) if rule != "picture-in-words" => Span::new(line.start() + at as u32, line.end()),
        _ => Span::new(line.end(), line.end()),
    }
}

fn is_bare_label(key: &str) -> bool {
    matches!(
        key.trim_end_matches([',', ':', '.']),
        "image caption" | "media caption" | "caption" | "photo caption" | "video caption"
    )
}

const PICTURES: [&str; 8] = ["photo", "image", "picture", "frame", "video grab", "file", "handout", "screenshot"];

/// `Image caption, …`, `FILE PHOTO: …`, `In this Aug. 16 photo, …`.
fn labelled(text: &str) -> Option<(usize, &'static str)> {
    const LABELS: [&str; 23] = [
        "image caption",
        "media caption",
        "video caption",
        "photo caption",
        "image source",
        "image copyright",
        "image credit",
        "photo credit",
        "file photo",
        "file picture",
        "file image",
        "file -",
        "file –",
        "file —",
        "photo:",
        "image:",
        "photograph:",
        "picture:",
        "caption:",
        "photo by",
        "photos by",
        "representational image",
        "enlarge this image",
    ];
    if text.contains("aption")
        && let Some((at, label)) = ["toggle caption", "Image caption", "Media caption"]
            .iter()
            .find_map(|label| Some((text.find(label)?, label)))
        && at > 0
        && text.split_whitespace().count() <= 90
    {
        // What stands before "Image caption" or after "toggle caption" is the credit.
        let from = if *label == "toggle caption" { at + label.len() } else { 0 };
        return Some((from, "picture-label"));
    }
    // the letters that labels begin with, as most lines do not
    let may_be = text.starts_with(['i', 'I', 'm', 'M', 'v', 'V', 'p', 'P', 'f', 'F', 'c', 'C', 'r', 'R', 'e', 'E']);
    let head = if may_be { text.char_indices().nth(24).map_or(text, |(end, _)| &text[..end]) } else { "" };
    let lower = head.to_lowercase();
    if LABELS.iter().any(|label| lower.starts_with(label)) && text.split_whitespace().count() <= 90 {
        // A label's own line credits from its start; otherwise only the end of the line may.
        let inner = after_any_end(text).map_or(0, |(at, _)| at);
        let source = lower.starts_with("image s") || lower.starts_with("image cr") || lower.starts_with("image cop");
        return Some((if source || inner == 0 { 0 } else { inner }, "picture-label"));
    }
    if !text.split_whitespace().next().is_some_and(|first| matches!(first, "In" | "This")) {
        return None;
    }
    let opening: String = text.split_whitespace().take(12).collect::<Vec<_>>().join(" ");
    let rest = opening.strip_prefix("In this ").or_else(|| opening.strip_prefix("This "))?;
    let pictured = PICTURES.iter().filter_map(|word| rest.find(word)).min()?;
    let dated = !dates(&rest[..pictured]).is_empty();
    let released = ["released", "provided", "taken", "taken on", "made available", "from video", "shows"];
    let after = &rest[pictured..];
    let told = opening.starts_with("In this ")
        && (dated || pictured == 0)
        && (dated || released.iter().any(|word| after.contains(word)))
        || opening.starts_with("This ") && (dated || pictured == 0) && after.contains("released");
    told.then(|| (after_any_end(text).map_or(text.len(), |(at, _)| at), "picture-in-words"))
}

fn after_any_end(text: &str) -> Option<(usize, &'static str)> {
    photo_credit_inside(text)
        .or_else(|| bracketed(text))
        .or_else(|| after_slash(text))
        .or_else(|| after_copyright(text))
}

/// `(AP Photo/Jane Doe)`, `AP Photo/Jane Doe, File` near the end.
fn photo_credit_inside(text: &str) -> Option<(usize, &'static str)> {
    const MARKS: [&str; 8] =
        ["AP Photo", "AFP Photo", "AFP PHOTO", "Photo by ", "Photo: ", "Photograph: ", "Handout via", "Pool via"];
    let tail = back(text, 110);
    // one of these is in each
    if !["Photo", "PHOTO", " via"].iter().any(|part| text[tail..].contains(part)) {
        return None;
    }
    let at = MARKS.iter().filter_map(|mark| text[tail..].find(mark)).min()? + tail;
    let after = text[at..].trim_end_matches([')', ']', '.', ' ']);
    let bracketed = text[..at].ends_with(['(', '[']);
    (after.split_whitespace().count() <= 14 && (bracketed || !after.contains(". "))).then_some((at, "photo-credit"))
}

/// `… (Jane Doe/AFP)`, `… [Agency]`, `… (Courtesy of the museum)` at the very end.
fn bracketed(text: &str) -> Option<(usize, &'static str)> {
    let open_mark = match text.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let at = text.rfind(open_mark)?;
    let inner = &text[at + 1..text.len() - 1];
    let before = text[..at].trim_end();
    if before.is_empty() || before.split_whitespace().count() < 3 || inner.split_whitespace().count() > 12 {
        return None;
    }
    let agencies = agency::named(text, Span::of(at + 1, text.len() - 1));
    let lower = inner.to_lowercase();
    let pictured = ["photo", "image", "picture", "courtesy", "handout", "screengrab", "screenshot", "credit:", "file"];
    let said =
        pictured.iter().any(|word| lower.split(|char: char| !char.is_alphabetic() && char != ':').any(|w| w == *word));
    let slashed =
        inner.contains('/') && inner.starts_with(char::is_uppercase) && !inner.contains(|c: char| c.is_ascii_digit());
    // "(AP, AFP)" after initials is a credit for the words.
    let initials = before.split_whitespace().all(|word| word.contains('/') || word.starts_with('('));
    if initials {
        return None;
    }
    if (slashed && !agencies.is_empty())
        || (said && inner.split_whitespace().count() <= 8)
        || (slashed && open_mark == '[')
    {
        return Some((at, "credit-in-brackets"));
    }
    (!agencies.is_empty() && agency::is_only(inner).is_some() && !names_itself(before, inner))
        .then_some((at, "agency-in-brackets"))
}

/// True when the bracket only gives the short form of the name before it.
fn names_itself(before: &str, short: &str) -> bool {
    let capital = before.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let initials: String = capital.filter_map(|word| word.chars().next()).collect();
    initials.ends_with(&short.to_uppercase())
}

/// `… 2020. /Agency`, `Jane Doe/Agency/Getty Images` at the very end.
fn after_slash(text: &str) -> Option<(usize, &'static str)> {
    let slash = text.rfind('/')?;
    let last = text[slash + 1..].trim();
    if last.split_whitespace().count() > 5 || agency::is_only(last).is_none() {
        return None;
    }
    let spaced = text[..slash].ends_with(char::is_whitespace);
    let name = text[..slash].rsplit(['.', '(', '|', '\n', ':']).next().unwrap_or_default().trim();
    let credit = if spaced { slash } else { text[..slash].len() - name.len() };
    let few = spaced
        || name.split(['/', ' ']).count() <= 8
            && name.split(['/', ' ']).all(|word| {
                word.is_empty()
                    || word.starts_with(|c: char| c.is_uppercase() || matches!(c, '-' | '&'))
                    || word == "via"
            });
    few.then_some((credit.min(slash), "agency-after-slash"))
}

/// `… © Jane Doe`, short and at the end.
fn after_copyright(text: &str) -> Option<(usize, &'static str)> {
    let word = text.strip_prefix("Copyright ").map(|_| (0, "Copyright".len()));
    let (at, width) = text.rfind('©').map(|at| (at, '©'.len_utf8())).or(word)?;
    let after = text[at + width..].trim();
    let year = after.starts_with(|char: char| char.is_ascii_digit());
    let count = after.split_whitespace().count();
    ((1..=9).contains(&count) && !year && !after.contains("ights reserved")).then_some((at, "copyright-mark"))
}

/// `… Credit: Jane Doe`, `… via Getty Images`: a word that begins a credit, with no more than a few names after it.
fn after_word(text: &str) -> Option<(usize, &'static str)> {
    const WORDS: [&str; 9] = [
        "Credit:",
        "Credit...",
        "Credit…",
        "Photo credit",
        "Picture:",
        "Pic:",
        "Image credit",
        "Courtesy of",
        "Courtesy:",
    ];
    let tail = back(text, 90);
    // one of these is in each, and in the agency's name that may end the text
    if !["redit", "Pic", "ourtesy", "Getty"].iter().any(|part| text[tail..].contains(part)) {
        return None;
    }
    let at = WORDS.iter().filter_map(|word| text[tail..].rfind(word)).max().map(|at| at + tail);
    let at = at.or_else(|| text.ends_with("Getty Images").then(|| back(text, 12)))?;
    let after = &text[at..];
    (after.split_whitespace().count() <= 9 && !after.trim_end_matches('.').contains(". "))
        .then_some((at, "credit-word"))
}

/// `… REUTERS/Jane Doe` at the end.
fn agency_slash_name(text: &str) -> Option<(usize, &'static str)> {
    let slash = text.rfind('/')?;
    let at = text[..slash]
        .rfind(|char: char| char.is_whitespace() || matches!(char, '(' | '[' | '.'))
        .map_or(0, |at| at + 1);
    let name = text[slash + 1..].trim_end_matches([')', ']', '.']).trim();
    let name = name.split([',', '(']).next().unwrap_or_default().trim();
    let named = name.split_whitespace().count() <= 4
        && (name::is_person_shaped(name)
            || name.split_whitespace().count() == 1 && name.starts_with(char::is_uppercase));
    (text.is_char_boundary(at) && agency::is_only(&text[at..slash]).is_some() && named && text.len() - slash < 60)
        .then_some((at, "agency-before-name"))
}

/// A line that only names a picture agency.
fn picture_agency_only(text: &str) -> Option<(usize, &'static str)> {
    const PICTURES: [&str; 9] =
        ["Getty Images", "Shutterstock", "Alamy", "ZUMA", "NurPhoto", "Sipa", "VCG", "EPA", "Imago"];
    let short = text.split_whitespace().take(6).count() <= 5;
    let name = short.then(|| agency::is_only(text)).flatten()?;
    PICTURES.contains(&name).then_some((0, "picture-agency-only"))
}

/// The byte `chars` characters before the end.
fn back(text: &str, chars: usize) -> usize {
    let ascii = text.len().checked_sub(chars).filter(|at| text.as_bytes()[*at..].is_ascii());
    ascii.unwrap_or_else(|| text.char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(at, _)| at))
}

impl Line<'_> {
    /// True when the line is a picture's credit and nothing else, so that the line before it may be the caption.
    pub(super) fn is_bare_photo_credit(&self) -> bool {
        self.words.len() <= 8
            && credit(self.text)
                .is_some_and(|(at, rule)| at <= 1 && rule != "picture-label" || self.key.starts_with("photo"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_known_by_their_credit() {
        for (line, rule) in [
            ("The mayor cuts the ribbon in Lakeside, March 3, 2021. /Reuters", "agency-after-slash"),
            ("The mayor cuts the ribbon. (AP Photo/Jane Doe)", "photo-credit"),
            ("The mayor cuts the ribbon [Jane Doe/Reuters]", "credit-in-brackets"),
            ("The mayor cuts the ribbon (Jane Doe/AFP via Getty Images)", "credit-in-brackets"),
            ("The mayor cuts the ribbon. Photograph: Jane Doe/AFP/Getty Images", "photo-credit"),
            ("The mayor cuts the ribbon © Jane Doe", "copyright-mark"),
            ("FILE PHOTO: The mayor cuts the ribbon. REUTERS/Jane Doe", "picture-label"),
            ("The mayor cuts the ribbon. REUTERS/Jane Doe", "agency-before-name"),
            ("Image caption, The mayor cuts the ribbon", "picture-label"),
            ("The mayor cuts the ribbon in Lakeside (Reuters)", "agency-in-brackets"),
            ("Getty Images", "picture-agency-only"),
            ("The mayor cuts the ribbon.Credit...Jane Doe for The Lakeside Times", "credit-word"),
        ] {
            assert_eq!(credit(line).map(|(_, rule)| rule), Some(rule), "{line}");
        }
    }

    #[test]
    fn sentences_are_not_captions() {
        for line in [
            "The mayor told Reuters that she was glad.",
            "It is run by the Press Trust of India (PTI)",
            "kd/jd (AP, AFP)",
            "In this town, the photo of the mayor hangs in every shop, he said.",
            "The either/or choice was a false one, he said",
            "Ribbon",
        ] {
            assert_eq!(credit(line), None, "{line}");
        }
    }

    #[test]
    fn only_the_end_of_a_caption_credits_anyone() {
        let text = "Journalists of Reuters wait in Lakeside. (AP Photo/Jane Doe)";
        let span = credit_span(text, Span::of(0, text.len()));
        assert_eq!(span.slice(text), Some("AP Photo/Jane Doe)"));
    }
}
