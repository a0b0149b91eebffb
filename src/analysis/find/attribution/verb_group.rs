//! Verbs with their auxiliaries ("has not been told"), and whose verbs they are.

use super::{
    lexicon,
    phrase::{self, PhraseRange},
    unit::Unit,
    word::Tag,
};

/// How a verb group stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// With a tense or a modal.
    Finite,
    /// After "to".
    Infinitive,
    /// An -ing form without an auxiliary.
    Gerund,
    /// A participle without an auxiliary: "a poll released Monday".
    Participle,
}

/// A verb and its auxiliaries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Group {
    pub(super) first: usize,
    /// The word that carries the meaning.
    pub(super) head: usize,
    pub(super) form: Form,
    pub(super) passive: bool,
    pub(super) negated: bool,
    /// Whose verb it is, where the sentence shows it.
    pub(super) subject: Option<PhraseRange>,
    /// The subject is "who", "which" or "that", or taken over from an earlier verb.
    pub(super) link: Link,
}

/// How a verb group came to its subject.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// It stands before the verb.
    Own,
    /// A relative pronoun.
    Relative,
    /// The verb shares that of an earlier one.
    Shared,
    /// There is none.
    None,
}

/// All verb groups of a unit, in order.
pub(super) fn groups(unit: &Unit) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < unit.words.len() {
        let Some(mut group) = group_at(unit, at) else {
            at += 1;
            continue;
        };
        at = group.head + 1;
        (group.subject, group.link) = subject(unit, &found, &group);
        found.push(group);
    }
    front(unit, &mut found);
    found
}

/// "Formerly accusing the king, |the mayor turned to him": what opens a sentence is done by whom the main clause is of.
fn front(unit: &Unit, groups: &mut [Group]) {
    // "|while accusing the king"
    let opens = |group: &Group| {
        let led = |at| {
            let tag = unit.tag_at(at);
            matches!(tag, Tag::Adverb | Tag::Preposition | Tag::Subordinator | Tag::Conjunction | Tag::Comma)
        };
        (0..group.first).all(led)
    };
    let main = groups.iter().find(|group| {
        let behind_comma = group.subject.is_some_and(|(start, _)| unit.tag_before(start) == Tag::Comma);
        group.form == Form::Finite && group.link == Link::Own && behind_comma
    });
    let Some(subject) = main.and_then(|group| group.subject) else { return };
    if let Some(first) = groups.first_mut().filter(|group| group.form == Form::Gerund && opens(group)) {
        (first.subject, first.link) = (Some(subject), Link::Shared);
    }
}

/// The verb group that begins at word `first`.
fn group_at(unit: &Unit, first: usize) -> Option<Group> {
    let start = unit.tag_at(first);
    let form = match start {
        Tag::To => Form::Infinitive,
        Tag::Gerund => Form::Gerund,
        Tag::Participle => Form::Participle,
        _ if matches!(unit.lower(first), "being" | "having" | "doing") => Form::Gerund,
        _ if start.is_auxiliary() || start.is_verb() => Form::Finite,
        _ => return None,
    };
    let mut group = Group { first, head: first, form, passive: false, negated: false, subject: None, link: Link::None };
    let mut last = start;
    let mut at = first + 1;
    loop {
        let tag = unit.tag_at(at);
        let goes_on = match (last, tag) {
            (_, Tag::Adverb | Tag::Not) if last.is_auxiliary() || last == Tag::To => {
                group.negated |= tag == Tag::Not;
                at += 1;
                continue;
            }
            (Tag::Have, Tag::Preposition | Tag::Subordinator | Tag::Adjective | Tag::Determiner) => {
                let Some(next) = time_within(unit, at) else { break };
                at = next;
                continue;
            }
            (Tag::To | Tag::Modal | Tag::Do, Tag::Base | Tag::Be | Tag::Have | Tag::Do) => true,
            (Tag::Have, Tag::Participle | Tag::Past) => true,
            (Tag::Have, Tag::Be) => unit.lower(at) == "been",
            (Tag::Be, Tag::Participle) => {
                group.passive = true;
                true
            }
            (Tag::Be, Tag::Gerund) => {
                group.passive = false;
                true
            }
            (Tag::Be, Tag::Be) => unit.lower(at) == "being",
            _ => false,
        };
        if !goes_on {
            break;
        }
        group.head = at;
        last = tag;
        at += 1;
    }
    (start != Tag::To || group.head > first).then_some(group)
}

/// What opens a sentence before an aside with an -ing form: "Poe, |citing the rain, said", "Poe, after |citing it, said".
fn opening(unit: &Unit, at: usize) -> (Option<PhraseRange>, Link) {
    let led = matches!(unit.tag_before(at), Tag::Preposition | Tag::Subordinator);
    let comma = at.saturating_sub(1 + usize::from(led));
    let named = (unit.tag_at(comma) == Tag::Comma && comma > 0).then(|| phrase::chain_back(unit, comma)).flatten();
    match named.filter(|(start, _)| matches!(unit.tag_before(*start), Tag::Stop | Tag::Conjunction)) {
        Some(subject) => (Some(subject), Link::Shared),
        None => (None, Link::None),
    }
}

/// The word behind a time between "has" and its participle: "has |since said", "has |in the past said".
fn time_within(unit: &Unit, at: usize) -> Option<usize> {
    let alone = matches!(unit.lower(at), "since" | "once");
    let led = unit.tag_at(at) == Tag::Preposition;
    let end = if alone { at + 1 } else { phrase::end_of(unit, at + usize::from(led)) };
    let timed = alone || end > at && unit.lower(end - 1) == "past" || end > at && unit.is_time(end - 1);
    (timed && matches!(unit.tag_at(end), Tag::Participle | Tag::Past)).then_some(end)
}

/// Whose verb `group` is.
fn subject(unit: &Unit, earlier: &[Group], group: &Group) -> (Option<PhraseRange>, Link) {
    let mut at = group.first;
    while at > 0 && (matches!(unit.tag_at(at - 1), Tag::Adverb | Tag::Not) || (at > 1 && unit.lower(at - 1) == "once"))
    {
        at -= 1;
    }
    at = before_time(unit, at);
    let before = unit.tag_before(at);
    match group.form {
        Form::Infinitive => return shared(unit, earlier, group),
        Form::Gerund | Form::Participle if !before.is_nominal() && before != Tag::Pronoun => {
            return match shared(unit, earlier, group) {
                (None, _) if group.form == Form::Gerund => opening(unit, at),
                found => found,
            };
        }
        _ => {}
    }
    match before {
        // "two mayors, both |of whom said"
        Tag::Wh if at > 2 && unit.lower(at - 1) == "whom" && unit.lower(at - 2) == "of" => {
            match phrase::hangs_on(unit, at - 2) {
                Some(start) => (Some((start, at)), Link::Relative),
                None => (None, Link::None),
            }
        }
        Tag::Wh if unit.lower(at - 1) == "whom" => (None, Link::None),
        Tag::Wh => (Some((at - 1, at)), Link::Relative),
        Tag::That
            if at > 1
                && (unit.tag_at(at - 2).is_nominal() || matches!(unit.tag_at(at - 2), Tag::Comma | Tag::Quote)) =>
        {
            (Some((at - 1, at)), Link::Relative)
        }
        Tag::That => (Some((at - 1, at)), Link::Own),
        Tag::Conjunction => shared(unit, earlier, group),
        // "Doe (R-Utah), |said"
        Tag::Comma if at > 2 && unit.tag_at(at - 2) == Tag::Close => {
            match phrase::before_bracket(unit, at - 1).and_then(|end| phrase::chain_back(unit, end)) {
                Some((start, _)) => (Some((start, at - 1)), Link::Own),
                None => shared(unit, earlier, group),
            }
        }
        // "Doe, host of “Good Day,” |said"
        Tag::Quote
            if at > 1
                && ends_in_comma(unit, at - 1)
                && is_short(unit, at - 1)
                && phrase::before_aside(unit, at).is_some() =>
        {
            (phrase::before_aside(unit, at), Link::Own)
        }
        Tag::Comma | Tag::Dash => match phrase::before_aside(unit, at) {
            Some(subject) => (Some(subject), Link::Own),
            None => shared(unit, earlier, group),
        },
        Tag::Close => match phrase::before_bracket(unit, at).and_then(|end| phrase::chain_back(unit, end)) {
            Some(subject) => (Some(subject), Link::Own),
            None => (None, Link::None),
        },
        _ => match phrase::chain_back(unit, at) {
            // "she issued a statement saying"
            Some((start, end))
                if group.form == Form::Gerund
                    && unit.tag_before(start).is_verb()
                    && is_document(unit.lower(end - 1)) =>
            {
                shared(unit, earlier, group)
            }
            // "Poe earlier |in the day said"
            Some((start, end)) if unit.is_time(end - 1) && unit.tag_before(start) == Tag::Preposition && start > 1 => {
                let mut before = start - 1;
                while matches!(unit.tag_before(before), Tag::Adverb) {
                    before -= 1;
                }
                match phrase::chain_back(unit, before) {
                    Some(subject) => (Some(subject), Link::Own),
                    None => shared(unit, earlier, group),
                }
            }
            // "but in a later speech said"
            Some((start, _))
                if unit.tag_before(start) == Tag::Preposition
                    && start > 1
                    && unit.lower(start - 1) != "with"
                    && matches!(unit.tag_at(start - 2), Tag::Conjunction | Tag::Comma) =>
            {
                shared(unit, earlier, group)
            }
            Some(subject) => (Some(subject), Link::Own),
            None => (None, Link::None),
        },
    }
}

/// The end of what stands before a time without a preposition: "Poe |later Thursday told".
fn before_time(unit: &Unit, end: usize) -> usize {
    const WHICH: [&str; 8] = ["last", "that", "this", "same", "early", "earlier", "late", "later"];
    let mut at = end;
    while at > 0 && unit.is_time(at - 1) {
        at -= 1;
    }
    let timed = at < end;
    while timed && at > 0 && (WHICH.contains(&unit.lower(at - 1)) || matches!(unit.tag_at(at - 1), Tag::Adverb)) {
        at -= 1;
    }
    let named = at > 0 && at < end && unit.tag_at(at - 1).is_nominal() && !unit.is_time(at - 1);
    if named { at } else { end }
}

fn is_short(unit: &Unit, quote: usize) -> bool {
    unit.written(quote).split_whitespace().count() <= 6
}

/// A quotation whose last word is followed by a comma inside the marks.
pub(super) fn ends_in_comma(unit: &Unit, at: usize) -> bool {
    let quoted = unit.written(at).trim_end_matches(['”', '"', '\'', '’']);
    quoted.ends_with(',')
}

/// Words for what somebody says or writes.
pub(super) fn is_document(noun: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "statement",
        "statements",
        "letter",
        "email",
        "tweet",
        "message",
        "memo",
        "note",
        "release",
        "remarks",
        "op-ed",
        "post",
        "comments",
        "speech",
    ];
    NOUNS.contains(&noun)
}

/// The subject of the nearest earlier verb that a verb without its own can share: one of a main clause if possible.
fn shared(unit: &Unit, earlier: &[Group], group: &Group) -> (Option<PhraseRange>, Link) {
    let usable = |other: &&Group| other.subject.is_some_and(|(_, end)| end <= group.first);
    let found = match group.form {
        Form::Infinitive | Form::Participle => earlier.iter().rev().find(usable),
        _ => {
            let finite = || earlier.iter().rev().filter(|other| other.form == Form::Finite).filter(usable);
            // "as crowds waved and shouted"
            let joined = group.form == Form::Finite
                && unit.tag_before(group.first) == Tag::Conjunction
                && group.first > 1
                && unit.tag_at(group.first - 2) != Tag::Comma;
            let near = finite().next().filter(|near| joined && of_time(unit, near));
            if let Some(near) = near {
                return (near.subject, Link::Shared);
            }
            let near = finite().next().filter(|near| group.form == Form::Gerund && reports(unit, near));
            near.or_else(|| finite().find(|other| !subordinate(unit, other))).or_else(|| finite().next())
        }
    };
    match found {
        Some(other) => (other.subject, Link::Shared),
        None => (None, Link::None),
    }
}

/// True for the verb of a clause of time ("as she echoed him, saying") that is itself one of saying.
fn reports(unit: &Unit, group: &Group) -> bool {
    of_time(unit, group) && !lexicon::verb(unit.lower(group.head)).is_empty()
}

/// True for the verb of a clause behind "as", "while", "when".
fn of_time(unit: &Unit, group: &Group) -> bool {
    let start = group.subject.map(|(start, _)| start);
    start.is_some_and(|start| matches!(unit.tag_before(start), Tag::Subordinator | Tag::Question))
}

/// True when a verb's clause is part of another: after "that", "when", a relative pronoun or another verb.
fn subordinate(unit: &Unit, group: &Group) -> bool {
    let Some((start, _)) = group.subject else { return true };
    let before = unit.tag_before(start);
    group.link == Link::Relative
        || before.is_verb()
        || matches!(before, Tag::That | Tag::Wh | Tag::Question | Tag::Subordinator)
}
