//! Reporting verbs in the passive: "X was described by Y as …", "X is expected to …", "Y was told that …".

use super::{
    clause::{self, Reach},
    complement::{Complement, behind},
    finding::Finding,
    lexicon::{Cue, Frame},
    phrase::{self, PhraseRange},
    unit::Unit,
    verb_group::{Group, Link},
    word::Tag,
};

/// "X was described by Y as …", "X is expected to …", "Y was told that …".
pub(super) fn passive(unit: &Unit, group: &Group, cues: &[Cue]) -> Option<Finding> {
    let by = (group.head + 1..(group.head + 10).min(unit.words.len()))
        .take_while(|&at| !matches!(unit.tag_at(at), Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Quote | Tag::That))
        .find(|&at| unit.lower(at) == "by" && unit.tag_at(at + 1).opens_phrase());
    let cue = cues.iter().find(|cue| cue.particle.is_none() && (cue.has(Frame::Passive) || by.is_some()))?;
    let mut content: Vec<PhraseRange> = group.subject.into_iter().filter(|_| group.link != Link::Relative).collect();
    let addressed = cue.has(Frame::Addressee) && cue.has(Frame::Clause);
    let source = by.map(|by| (by + 1, phrase::end_of(unit, by + 1))).filter(|(from, to)| from < to);
    let rest = source.map_or(group.head + 1, |(_, end)| end);
    let behind = behind(unit, rest, rest, cue, false);
    let start = match behind {
        Some(Complement { start, .. }) => Some(start),
        None => (rest < clause::body_end(unit)
            && matches!(unit.tag_at(rest), Tag::To | Tag::Subordinator | Tag::Preposition | Tag::Adjective))
        .then_some(rest),
    };
    if let Some(start) = start {
        if addressed {
            content.clear();
        }
        let end = clause::end(unit, start, group.head, Reach::Clause);
        // "|Accused of theft, fraud and arson, the mayor left"
        let own = unit.groups.iter().filter(|main| main.first > group.head && main.link == Link::Own && !group.passive);
        let mut subjects = own.filter_map(|main| main.subject).map(|(subject, _)| subject);
        let comma = subjects.find(|&subject| subject > start && unit.tag_before(subject) == Tag::Comma);
        content.push((start, comma.map_or(end, |subject| end.min(subject - 1))));
    }
    // "they were announced": who, and not what
    let bare =
        by.is_none() && start.is_none() && group.subject.is_some_and(|(from, _)| unit.tag_at(from) == Tag::Pronoun);
    if content.is_empty() || bare {
        return None;
    }
    Some(Finding::of_verb(unit, group, cue, group.head + 1, source, content, "verb-passive"))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn with_and_without_by() {
        check("verb-passive", "{content|The law} was {cue|condemned} by {source|the union}.");
        check("verb-passive", "{content|The mayor} is {cue|expected} {content|to resign}.");
        check("verb-passive", "The mayor was {cue|accused} of {content|theft}.");
        check("verb-passive", "{cue|Accused} of {content|theft}, the mayor left.");
        check("verb-passive", "{cue|Accused} of {content|theft, fraud and arson}, the mayor left.");
        check_none("verb-passive", "They were announced.");
        check("verb-passive", "Drivers were {cue|told} {content|that the bridge was closed}.");
    }
}
