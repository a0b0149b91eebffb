//! Nouns and adjectives as cues: "her claim that", "criticism from X", "X is confident that".

use super::{
    clause::{self, Reach},
    finding::Finding,
    lexicon::{self, Cue, Frame},
    phrase::{self, PhraseRange},
    unit::Unit,
    verb_group::{Form, Link},
    word::Tag,
};

/// Everything that nouns and adjectives of a unit attribute.
pub(super) fn find(unit: &Unit, found: &mut Vec<Finding>) {
    for at in 0..unit.words.len() {
        match unit.tag_at(at) {
            Tag::Noun | Tag::Plural => found.extend(lexicon::noun(unit.lower(at)).and_then(|cue| noun(unit, at, cue))),
            Tag::Adjective | Tag::Participle => {
                found.extend(lexicon::adjective(unit.lower(at)).and_then(|cue| adjective(unit, at, cue)));
            }
            _ => {}
        }
    }
}

/// "X's claim that …", "the claim by X that …", "the claim that …".
fn noun(unit: &Unit, at: usize, cue: &Cue) -> Option<Finding> {
    let mut source = owner(unit, at);
    let mut behind = at + 1;
    if matches!(unit.lower(behind), "by" | "from") {
        let end = phrase::end_of(unit, behind + 1);
        if end > behind + 1 {
            source = source.or(Some((behind + 1, end)));
            behind = end;
        }
    }
    source = source.or_else(|| maker(unit, at));
    if source.is_none() && !cue.has(Frame::Passive) {
        return None;
    }
    let (start, reach, rule) = content_after(unit, behind, cue)?;
    let mut end = clause::end(unit, start, at, reach);
    if reach == Reach::Phrase {
        // "rejected calls for closer ties |as an assault": whose call it is does not say so
        let role = (start + 1..end).find(|&k| unit.lower(k) == "as" && unit.tag_at(k + 1).opens_phrase());
        end = role.unwrap_or(end);
    }
    if rule == "noun-infinitive" {
        // "his promise to build a tunnel |was old"
        let free =
            |at: usize| !matches!(unit.tag_before(at), Tag::That | Tag::Wh | Tag::Question | Tag::Pronoun | Tag::Comma);
        let main =
            unit.groups.iter().find(|group| group.first > start + 1 && group.form == Form::Finite && free(group.first));
        end = end.min(main.map_or(end, |group| group.first));
    }
    Some(Finding {
        source: source.map(|(from, to)| unit.span(from, to)),
        cue: Some(unit.span(at, at + 1)),
        content: vec![(start, end)],
        carried: Vec::new(),
        via: None,
        stance: cue.stance,
        rule,
    })
}

/// Whose noun it is: "the mayor's" or "her" before it.
fn owner(unit: &Unit, at: usize) -> Option<PhraseRange> {
    let start = phrase::start_of(unit, at + 1)?;
    if unit.tag_at(start) == Tag::Possessive {
        return Some((start, start + 1));
    }
    let genitive = (start..at).rev().find(|&k| unit.tag_at(k) == Tag::Genitive)?;
    (start < genitive).then_some((start, genitive))
}

/// Who makes it: "the mayor" in "the mayor issued a call".
fn maker(unit: &Unit, at: usize) -> Option<PhraseRange> {
    const MAKES: [&str; 22] = [
        "make",
        "makes",
        "made",
        "making",
        "issue",
        "issues",
        "issued",
        "issuing",
        "raise",
        "raises",
        "raised",
        "raising",
        "renew",
        "renewed",
        "repeated",
        "voiced",
        "launched",
        "lodged",
        "express",
        "expresses",
        "expressed",
        "expressing",
    ];
    let mut start = phrase::start_of(unit, at + 1)?;
    while unit.tag_before(start) == Tag::Adverb {
        start -= 1;
    }
    let group = unit.groups.iter().find(|group| group.head + 1 == start && !group.passive)?;
    group.subject.filter(|_| MAKES.contains(&unit.lower(group.head)))
}

/// Where the content of a noun or adjective begins.
fn content_after(unit: &Unit, at: usize, cue: &Cue) -> Option<(usize, Reach, &'static str)> {
    match unit.tag_at(at) {
        Tag::That if cue.has(Frame::Clause) => Some((at, Reach::Clause, "noun-clause")),
        Tag::To if cue.has(Frame::Infinitive) && unit.tag_at(at + 1) == Tag::Base => {
            Some((at, Reach::Clause, "noun-infinitive"))
        }
        Tag::Preposition | Tag::To
            if cue.leads(unit.lower(at)) && at + 1 < clause::body_end(unit) && unit.tag_at(at + 1) != Tag::Base =>
        {
            // "an appeal to the mayor", "a threat to the bridge": not what is said
            if unit.tag_at(at) == Tag::To && !matches!(unit.tag_at(at + 1), Tag::Gerund | Tag::Be | Tag::Have | Tag::Do)
            {
                return None;
            }
            Some((at + 1, Reach::Phrase, "noun-preposition"))
        }
        _ => None,
    }
}

/// "X is confident that …".
fn adjective(unit: &Unit, at: usize, cue: &Cue) -> Option<Finding> {
    let mut be = at;
    while be > 0 && matches!(unit.tag_at(be - 1), Tag::Adverb | Tag::Not) {
        be -= 1;
    }
    let group = unit.groups.iter().find(|group| {
        group.head + 1 == be
            || (group.first < at && at <= group.head && group.passive)
            || (group.head < at && be <= group.head + 1)
    })?;
    let copula = unit.tag_at(group.head) == Tag::Be
        || group.passive
        || matches!(
            unit.lower(group.head),
            "seems"
                | "seemed"
                | "remains"
                | "remained"
                | "feels"
                | "felt"
                | "sounded"
                | "became"
                | "appeared"
                | "appears"
        );
    let subject = group.subject.filter(|_| copula)?;
    let clause_follows = cue.has(Frame::Clause) && super::complement::begins_clause(unit, at + 1);
    let (start, reach) = match content_after(unit, at + 1, cue) {
        Some((start, reach, _)) => (start, reach),
        None if clause_follows => (at + 1, Reach::Clause),
        None if matches!(unit.tag_at(at + 1), Tag::Wh | Tag::Question)
            && (cue.has(Frame::Clause) || cue.has(Frame::Question)) =>
        {
            (at + 1, Reach::Clause)
        }
        None => return None,
    };
    let impersonal = group.link == Link::Own && matches!(unit.lower(subject.0), "it" | "there");
    Some(Finding {
        source: (!impersonal).then(|| unit.span(subject.0, subject.1)),
        cue: Some(unit.span(group.first.min(at), at + 1)),
        content: vec![(start, clause::end(unit, start, at, reach))],
        carried: Vec::new(),
        via: None,
        stance: cue.stance,
        rule: "adjective",
    })
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn nouns() {
        check("noun-clause", "They laughed at {source|the mayor}'s {cue|claim} {content|that the bridge was safe}.");
        check("noun-preposition", "There was {cue|criticism} from {source|drivers} of {content|the new toll}.");
        check("noun-infinitive", "{source|His} {cue|promise} {content|to build a tunnel} was old.");
        check(
            "noun-preposition",
            "He rejected {cue|calls} by {source|the king} for {content|closer ties} as an assault on the town.",
        );
        check("noun-preposition", "{source|The mayor} raised yet another {cue|call} for {content|help}.");
        check("noun-preposition", "{source|The mayor} has expressed {cue|concern} about {content|the bridge}.");
        check_none("noun-preposition", "He sent an appeal to the mayor of the town.");
        check_none("noun-clause", "The statement that hung on the wall was old.");
    }

    #[test]
    fn adjectives() {
        check("adjective", "{source|The mayor} {cue|was confident} {content|that it would hold}.");
    }
}
