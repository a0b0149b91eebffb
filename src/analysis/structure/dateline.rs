//! Lines that say when the article was published or updated, and what day and time they give.

use super::{agency, draft::Draft, line::Line, list, name};
use crate::find::date::{Explicit, dates};
use crossread_corpus::{article::BlockKind, span::Span};
use jiff::civil::Time;

/// Names the lines that are wholly a date or time, with what pages write around those.
pub(super) fn label(draft: &mut Draft<'_>) {
    draft.name_each(BlockKind::Dateline, rule);
    for at in 0..draft.lines.len() {
        let lead = draft.is_open(at) && is_lead(draft.lines[at].text);
        if lead && draft.kind(at + 1) == Some(BlockKind::Dateline) {
            draft.kinds[at] = Some((BlockKind::Dateline, "dateline-lead"));
        }
    }
}

fn rule(line: &Line<'_>) -> Option<&'static str> {
    if line.words.len() > 30 || line.text.len() > 240 {
        return None;
    }
    // days and times have digits, and what is "updated Monday" or "posted an hour ago" says so
    if !line.text.contains(|c: char| c.is_ascii_digit()) && !line.words.iter().take(4).any(|word| is_lead(word)) {
        return None;
    }
    let found = dates(line.text);
    let rest = leftover(line.text, &found);
    let day = |value: &Explicit| matches!(value, Explicit::Day { .. } | Explicit::UnclearDay { .. });
    let has_day = found.iter().any(|(_, value)| day(value));
    let has_clock = found.iter().any(|(_, value)| matches!(value, Explicit::Clock { .. }));
    let led = rest.first().is_some_and(|word| is_lead(word));
    if rest.iter().all(|word| list::DATELINE_WORDS.has(word) || is_count(word, line.text)) {
        if has_day || has_clock || (led && !found.is_empty()) {
            return Some("date-and-time-only");
        }
        let lower = line.text.to_lowercase();
        let relative = lower.ends_with(" ago") && line.text.contains(|char: char| char.is_ascii_digit());
        return (relative || (led && lower.contains("ago"))).then_some("relative-time");
    }
    // "CITY | August 16, 2020", "POLITICS 08/16/2020 9:47 am ET": a full date with a label, and nothing else.
    let full = found.iter().any(|(_, value)| value.date().is_some());
    let labels: Vec<_> = rest.iter().filter(|word| !list::DATELINE_WORDS.has(word)).collect();
    let capitalised = labels.iter().all(|word| word.starts_with(|char: char| char.is_uppercase()));
    let labelled = labels.len() <= 4 && capitalised && line.words.len() <= 16 && !line.stops();
    let section = labels.iter().all(|word| list::SECTION_WORDS.has(word));
    let person = name::is_person_shaped(&labels.iter().map(|word| **word).collect::<Vec<_>>().join(" "));
    let lede = line.text.contains(['"', '“', '?', '(']);
    (full && labelled && (section || !person) && !lede).then_some("date-with-label")
}

/// True when the text gives a time of day but no day: entries of a live report begin so.
pub(super) fn is_clock_only(text: &str) -> bool {
    let found = dates(text);
    !found.is_empty() && found.iter().all(|(_, value)| matches!(value, Explicit::Clock { .. }))
}

/// The words of `text` outside the expressions found in it.
fn leftover<'a>(text: &'a str, found: &[(Span, Explicit)]) -> Vec<&'a str> {
    let mut words = Vec::new();
    let mut at = 0;
    let mut take = |part: &'a str| {
        words.extend(part.split(|char: char| !(char.is_alphanumeric() || matches!(char, '.' | '\'' | '’'))));
    };
    for (span, _) in found {
        take(&text[at..span.start() as usize]);
        at = span.end() as usize;
    }
    take(&text[at..]);
    words.retain(|word| word.contains(char::is_alphanumeric));
    words
}

/// A small number before a unit of time: "4 min read", "2 hours ago".
fn is_count(word: &str, text: &str) -> bool {
    const UNITS: [&str; 7] = ["min", "hour", "hr", "day", "week", "month", "year"];
    let before_a_unit = text.match_indices(word).any(|(at, _)| {
        let after = text[at + word.len()..].trim_start_matches([' ', '-']).to_lowercase();
        UNITS.iter().any(|unit| after.starts_with(unit))
    });
    word.len() <= 2 && word.chars().all(|char| char.is_ascii_digit()) && before_a_unit
}

/// True when the text begins with what comes before a publication time ("Updated").
pub(super) fn is_led(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(is_lead)
}

/// True when the text is nothing but what comes before a publication time ("Last updated:").
fn is_lead(text: &str) -> bool {
    const LEADS: [&str; 14] = [
        "publish", "updat", "post", "creat", "modif", "revis", "correct", "releas", "issu", "upload", "print", "edit",
        "dat", "fil",
    ];
    let mut words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let leads = |word: &str| {
        LEADS.iter().any(|lead| word.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead)))
    };
    words.clone().all(|word| list::DATELINE_WORDS.has(word)) && words.any(leads)
}

/// A day with the time beside it, as one line of front matter gives it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Moment {
    /// Where it stands: from the first to the last of its parts.
    pub(crate) span: Span,
    /// The day; its year may be missing.
    pub(crate) day: Explicit,
    /// The time of day beside it.
    pub(crate) time: Option<Time>,
    /// The zone beside that, as a place in the text.
    pub(crate) zone: Option<Span>,
    /// True when the words before it call it an update.
    pub(crate) updated: bool,
}

/// The days given within `range` of `text`, each with its time of day.
pub(crate) fn moments(text: &str, range: Span) -> Vec<Moment> {
    let offset = range.start();
    let shift = |span: Span| Span::new(span.start() + offset, span.end() + offset);
    let found = dates(&text[range.range()]);
    let is_clock = |value: &Explicit| matches!(value, Explicit::Clock { .. });
    let days: Vec<usize> = (0..found.len()).filter(|at| matches!(found[*at].1, Explicit::Day { .. })).collect();
    // A line puts its times either all before their days or all after.
    let before = found.iter().position(|(_, value)| is_clock(value)) < days.first().copied();
    let mut moments = Vec::new();
    let mut told = range.start();
    for (nth, &at) in days.iter().enumerate() {
        let from = nth.checked_sub(1).map_or(0, |last| days[last] + 1);
        let to = days.get(nth + 1).copied().unwrap_or(found.len());
        let around = if before { from..at } else { at + 1..to };
        let clock = found[around].iter().find(|(_, value)| is_clock(value));
        let (day_span, day) = found[at];
        let (time, zone, clock_span) = match clock {
            Some((span, Explicit::Clock { time, zone })) => (Some(*time), zone.map(shift), *span),
            _ => (None, None, day_span),
        };
        let span = shift(Span::new(day_span.start().min(clock_span.start()), day_span.end().max(clock_span.end())));
        let lead = text.get(told as usize..span.start() as usize).unwrap_or_default().to_lowercase();
        let updated = ["updat", "modif", "revis", "correct", "edit"].iter().any(|word| lead.contains(word));
        moments.push(Moment { span, day, time, zone, updated });
        told = span.end();
    }
    moments
}

/// The day a lede's lead-in gives: `LAKESIDE, March 3 (Agency) — The mayor…`.
pub(crate) fn lead_in_moment(text: &str, paragraph: Span) -> Option<Moment> {
    let lede = paragraph.slice(text)?;
    let end = agency::lead_in(lede).map(|(_, end)| end).or_else(|| name::place_lead_in(lede))?;
    let start = paragraph.start() as usize;
    moments(text, Span::of(start, start + end)).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::draft::Draft;

    fn is_dateline(text: &str) -> bool {
        let mut draft = Draft::new(text, &[]);
        label(&mut draft);
        draft.kinds[0].is_some()
    }

    #[test]
    fn lines_that_are_only_a_time_are_datelines() {
        for line in [
            "Updated 21:47, 16-Aug-2020",
            "Published 06:59 IST, August 17th 2020",
            "First published on Sun 16 Aug 2020 19.47 BST",
            "Published 6:00 a.m. ET Aug. 17, 2020 | Updated 8:15 a.m. ET Aug. 17, 2020",
            "21:47 GMT 16.08.2020(updated 22:10 GMT 16.08.2020)",
            "16 AUG, 21:47",
            "Issued on: 17/08/2020 - 21:46",
            "Published 08/09/2020",
            "2 hours ago",
            "Posted Mon 17 Aug 2020 at 6:59am",
            "Moscow | August 16, 2020 9:47 pm",
            "POLITICS 08/16/2020 09:47 am ET Updated Aug 17, 2020",
            "Published\n16 August 2020",
            "August 16, 2020 9:47 PM · 4 min read",
        ] {
            assert!(is_dateline(line), "{line}");
        }
    }

    #[test]
    fn sentences_and_names_with_dates_are_not() {
        for line in [
            "The bridge opened on August 16, 2020.",
            "August",
            "Monday",
            "4 min read",
            "Jane Doe | August 16, 2020",
            "Town recalls the flood of August 16, 2020",
            "Published in the journal",
        ] {
            assert!(!is_dateline(line), "{line}");
        }
    }

    #[test]
    fn each_day_takes_the_time_beside_it() {
        let text = "Published 6:00 a.m. ET Aug. 17, 2020 | Updated 8:15 a.m. ET Aug. 18, 2020";
        let found = moments(text, Span::of(0, text.len()));
        let hours: Vec<_> = found.iter().map(|moment| moment.time.map(Time::hour)).collect();
        assert_eq!(hours, [Some(6), Some(8)]);
        assert_eq!(found.iter().map(|moment| moment.updated).collect::<Vec<_>>(), [false, true]);
        let text = "16 Aug 2020 21:47 / Updated 17 Aug 2020";
        let found = moments(text, Span::of(0, text.len()));
        assert_eq!(found[0].span.slice(text), Some("16 Aug 2020 21:47"));
        assert_eq!(found[1].time, None);
    }
}
