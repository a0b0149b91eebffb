//! Sources brought in by a preposition: "according to X", "in X's view", "in a poll", and adverbs that hide one.

use super::{
    clause::{self, Reach},
    finding::Finding,
    phrase,
    unit::Unit,
    word::Tag,
};
use crossread_corpus::attribution::Stance;

/// Everything that prepositions and adverbs of a unit attribute.
pub(super) fn find(unit: &Unit, found: &mut Vec<Finding>) {
    for at in 0..unit.words.len() {
        let finding = match unit.lower(at) {
            "according" if unit.lower(at + 1) == "to" => around(unit, at, at + 2, Stance::Neutral, "according-to"),
            "per" if unit.tag_at(at + 1).opens_phrase() && edge(unit, at) && !unit.is_time(at + 1) => {
                around(unit, at, at + 1, Stance::Neutral, "according-to")
            }
            "in" if edge(unit, at) => opinion(unit, at).or_else(|| document(unit, at)),
            "reportedly" | "allegedly" | "supposedly" | "purportedly" => hidden(unit, at),
            _ => None,
        };
        found.extend(finding);
    }
}

/// True when the words before `at` can be a whole clause and what follows an addition to it.
fn edge(unit: &Unit, at: usize) -> bool {
    matches!(unit.tag_before(at), Tag::Stop | Tag::Comma | Tag::Quote | Tag::Dash | Tag::Conjunction)
}

/// The words that name a source from word `start`: a noun phrase and what hangs on it.
fn source_end(unit: &Unit, start: usize) -> usize {
    let mut end = phrase::end_of(unit, start);
    if end == start {
        return start;
    }
    loop {
        let next = match unit.tag_at(end) {
            Tag::Preposition | Tag::Conjunction => phrase::end_of(unit, end + 1),
            Tag::Participle | Tag::Adjective => end + 1,
            Tag::Past if unit.is_time(end + 1) || matches!(unit.tag_at(end + 1), Tag::Preposition) => end + 1,
            _ if unit.is_time(end) => end + 1,
            _ => break,
        };
        if next <= end || (unit.tag_at(end) == Tag::Conjunction && super::complement::begins_clause(unit, end + 1)) {
            break;
        }
        end = next.max(end + 1);
    }
    end
}

/// "…, according to X", "According to X, …", "…, according to X, …".
fn around(unit: &Unit, at: usize, start: usize, stance: Stance, rule: &'static str) -> Option<Finding> {
    let end = source_end(unit, start);
    if end == start {
        return None;
    }
    let content = rest(unit, at, end)?;
    Some(Finding {
        source: Some(unit.span(start, end)),
        cue: Some(unit.span(at, start)),
        content,
        carried: Vec::new(),
        via: None,
        stance,
        rule,
    })
}

/// What is left of a clause around the words from `at` to `end`.
fn rest(unit: &Unit, at: usize, end: usize) -> Option<Vec<phrase::PhraseRange>> {
    let last = clause::body_end(unit);
    let open = (0..at).rev().take_while(|&k| unit.tag_at(k) != Tag::Close).find(|&k| unit.tag_at(k) == Tag::Open);
    let close = open.and_then(|_| (end..last).find(|&k| unit.tag_at(k) == Tag::Close));
    let last = close.unwrap_or(last);
    let first = open.map_or(clause::body_start(unit), |open| open + 1);
    let mut content = Vec::new();
    let before = at - usize::from(at > 0 && matches!(unit.tag_before(at), Tag::Comma | Tag::Dash));
    let start = (first..before).rev().find(|&k| unit.tag_at(k) == Tag::Semicolon).map_or(first, |k| k + 1);
    if start < before {
        content.push((start, before));
    }
    // behind an aside of the source ("X, the mayor,") the clause goes on
    let comma = (end..last).find(|&k| matches!(unit.tag_at(k), Tag::Comma | Tag::Semicolon | Tag::Dash));
    if let Some(comma) = comma.filter(|&comma| unit.tag_at(comma) != Tag::Semicolon || content.is_empty()) {
        let resumes = clause::group_from(unit, comma + 1).is_some();
        if comma + 1 < last && (content.is_empty() || resumes) {
            content.push((comma + 1, clause::end(unit, comma + 1, at, Reach::Clause)));
        }
    } else if content.is_empty() && end < last {
        content.push((end, last));
    }
    (!content.is_empty()).then_some(content)
}

/// "in X's view, …"
fn opinion(unit: &Unit, at: usize) -> Option<Finding> {
    const NOUNS: [&str; 8] = ["view", "opinion", "words", "mind", "telling", "eyes", "estimation", "judgment"];
    let end = phrase::end_of(unit, at + 1);
    let owner = (at + 1..end).find(|&k| matches!(unit.tag_at(k), Tag::Possessive | Tag::Genitive))?;
    if !NOUNS.contains(&unit.lower(end - 1)) {
        return None;
    }
    let source = if unit.tag_at(owner) == Tag::Possessive { (owner, owner + 1) } else { (at + 1, owner) };
    let content = rest(unit, at, end)?;
    (source.0 < source.1).then(|| Finding {
        source: Some(unit.span(source.0, source.1)),
        cue: Some(unit.span(end - 1, end)),
        content,
        carried: Vec::new(),
        via: None,
        stance: Stance::Believing,
        rule: "in-the-view-of",
    })
}

/// "In a poll released Monday, …"
fn document(unit: &Unit, at: usize) -> Option<Finding> {
    const NOUNS: [&str; 5] = ["poll", "survey", "polls", "surveys", "study"];
    let end = phrase::end_of(unit, at + 1);
    if end <= at + 1 || !NOUNS.contains(&unit.lower(end - 1)) {
        return None;
    }
    around(unit, at, at + 1, Stance::Showing, "in-a-poll")
}

/// "reportedly", "allegedly": somebody says so, nobody is named.
fn hidden(unit: &Unit, at: usize) -> Option<Finding> {
    let group =
        unit.groups.iter().find(|group| group.first <= at + 1 && at < group.head + 1 || group.first == at + 1)?;
    let mut content: Vec<phrase::PhraseRange> = group.subject.into_iter().collect();
    content.push((at + 1, clause::end(unit, at + 1, group.head, Reach::Clause)));
    Some(Finding {
        source: None,
        cue: Some(unit.span(at, at + 1)),
        content,
        carried: Vec::new(),
        via: None,
        stance: Stance::Seeming,
        rule: "reportedly",
    })
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn according_to() {
        check("according-to", "{content|The bridge is closed}, {cue|according to} {source|two officials}.");
        check("according-to", "{cue|According to} {source|the mayor}, {content|the bridge is closed}.");
        check("according-to", "{content|The bridge}, {cue|according to} {source|the mayor}, {content|is closed}.");
    }

    #[test]
    fn views_and_polls() {
        check("in-the-view-of", "In {source|the mayor}'s {cue|view}, {content|the bridge is safe}.");
        check("in-a-poll", "{cue|In} {source|a new poll}, {content|most drivers wanted a tunnel}.");
    }

    #[test]
    fn hidden_sources() {
        check("reportedly", "{content|The mayor} {cue|reportedly} {content|left the town}.");
    }
}
