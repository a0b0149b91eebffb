//! Reporting verbs: source and content around "said", "told", "accused", "wants", in any order and voice.

use super::{
    clause::{self, Reach},
    complement::{Complement, Filled, begins_clause, behind, complement},
    finding::Finding,
    lexicon::{self, Cue, Frame},
    phrase::{self, PhraseRange},
    unit::Unit,
    verb_group::{Form, Group, Link},
    word::Tag,
};
use crossread_corpus::annotation::Stance;

/// Everything that the verbs of a unit attribute.
pub(super) fn find(unit: &Unit, found: &mut Vec<Finding>) {
    for group in &unit.groups {
        let cues = lexicon::verb(unit.lower(group.head));
        if cues.is_empty() {
            continue;
        }
        let finding = if group.passive {
            passive(unit, group, cues)
        } else if behind_quote(unit, group) {
            after_content(unit, group, cues).or_else(|| active(unit, group, cues))
        } else {
            active(unit, group, cues).or_else(|| after_content(unit, group, cues))
        };
        found.extend(finding);
    }
}

/// "“…,” X said": the clause stands right behind a quotation and no other follows the verb.
fn behind_quote(unit: &Unit, group: &Group) -> bool {
    let own = group.subject.filter(|_| group.link == Link::Own);
    own.is_some_and(|(start, _)| unit.tag_before(start) == Tag::Quote)
        && !matches!(unit.tag_at(group.head + 1), Tag::Quote | Tag::That | Tag::Colon)
}

/// "X said that …", "X, adding …", "X wants to …": the content follows.
fn active(unit: &Unit, group: &Group, cues: &[Cue]) -> Option<Finding> {
    let before = unit.tag_before(group.first);
    let subject = match group.link {
        Link::Own | Link::Relative => true,
        Link::Shared => before == Tag::Conjunction || group.form != Form::Finite,
        Link::None => false,
    };
    let (cue, filled) =
        cues.iter().find_map(|cue| complement(unit, group.head, cue, subject).map(|filled| (cue, filled)))?;
    let subject = group.subject;
    if cue.has(Frame::Unsourced) {
        let subject = subject.filter(|_| group.link != Link::Relative);
        let mut content: Vec<PhraseRange> = subject.into_iter().collect();
        content.push((filled.start, clause::end(unit, filled.start, group.head, Reach::Clause)));
        return Some(finding(unit, group, cue, None, filled.cue_end, content, "seeming"));
    }
    if subject.is_none() && inverted(unit, group).is_some() {
        return None;
    }
    let says = matches!(filled.kind, Filled::Clause | Filled::Quote);
    if group.form == Form::Participle || (group.form == Form::Infinitive && !says) {
        return None;
    }
    if !says && !can_take_object(unit, group) {
        return None;
    }
    let end = match filled.kind {
        Filled::Clause | Filled::Quote | Filled::Infinitive => {
            clause::end(unit, filled.start, group.head, Reach::Clause)
        }
        Filled::Object | Filled::Preposition => clause::end(unit, filled.start, group.head, Reach::Phrase),
    };
    let rule = match filled.kind {
        Filled::Clause => "verb-clause",
        Filled::Quote => "verb-quote",
        Filled::Object => "verb-object",
        Filled::Infinitive => "verb-infinitive",
        Filled::Preposition => "verb-preposition",
    };
    let mut content = vec![(filled.start, end)];
    if let Some(what) = extracted(unit, group, filled.start) {
        content.insert(0, what);
    }
    if filled.kind == Filled::Quote {
        if let Some(earlier) = quote_before(unit, group) {
            content.insert(0, earlier);
        }
    }
    Some(finding(unit, group, cue, subject, filled.cue_end, content, rule))
}

/// False for -ing forms that stand for nouns ("for seeking votes", "While challenging him") and for "that opposes".
fn can_take_object(unit: &Unit, group: &Group) -> bool {
    let before = unit.tag_before(group.first);
    if group.form == Form::Gerund {
        let by = matches!(unit.lower(group.first.wrapping_sub(1)), "by" | "in");
        return by || !matches!(before, Tag::Preposition | Tag::Subordinator | Tag::Question | Tag::Stop | Tag::Quote);
    }
    !(before == Tag::That && group.link == Link::Relative)
}

/// "which" in "which they say was wrong".
fn extracted(unit: &Unit, group: &Group, start: usize) -> Option<PhraseRange> {
    let (from, _) = group.subject.filter(|_| group.link == Link::Own && start == group.head + 1)?;
    let verb = unit.groups.iter().any(|other| other.first == start && other.form == Form::Finite);
    (verb && matches!(unit.tag_before(from), Tag::Wh | Tag::That)).then(|| (from - 1, from))
}

/// `“…,” X said, “…”`: the quotation before the reporting clause of one that follows.
fn quote_before(unit: &Unit, group: &Group) -> Option<PhraseRange> {
    let (start, _) = group.subject.filter(|_| group.link == Link::Own)?;
    (unit.tag_before(start) == Tag::Quote).then(|| (clause::body_start(unit), start))
}

/// "…, X said", "…, said X", "As X said, …": the content stands before or around.
fn after_content(unit: &Unit, group: &Group, cues: &[Cue]) -> Option<Finding> {
    let cue = cues.iter().find(|cue| {
        let follows = cue.particle.is_none_or(|particle| unit.lower(group.head + 1) == particle);
        cue.has(Frame::Quote) && follows && cue.particle != Some("it")
    })?;
    if group.form != Form::Finite {
        return None;
    }
    let own = group.subject.filter(|&(start, _)| group.link == Link::Own && unit.tag_before(start) == Tag::Quote);
    let own = own.or(group.subject.filter(|_| group.link == Link::Own && cue.has(Frame::Addressee)));
    let start = clause::body_start(unit);
    let own = own.or(group.subject.filter(|&(from, _)| group.link == Link::Own && from == start));
    let (source, clause_start, clause_end, rule) = if let Some(source) = inverted(unit, group).filter(|_| own.is_none())
    {
        (source, group.first, aside_end(unit, source), "verb-inverted")
    } else {
        let source = group.subject.filter(|_| group.link == Link::Own)?;
        (source, source.0, group.head + 1 + usize::from(cue.particle.is_some()), "verb-after")
    };
    let as_before = matches!(unit.lower(clause_start.wrapping_sub(1)), "as");
    if as_before && matches!(cue.stance, Stance::Praising | Stance::Criticising) {
        return None;
    }
    let from = clause_start - usize::from(as_before);
    let boundary = unit.tag_before(from);
    let mut content: Vec<PhraseRange> = Vec::new();
    if matches!(boundary, Tag::Comma | Tag::Quote | Tag::Dash | Tag::Stop) && from > 0 {
        let before = if boundary == Tag::Quote { from } else { from - 1 };
        let start = start_before(unit, before);
        if start < before {
            content.push((start, before));
        }
    } else if !(as_before && from == 0) {
        return None;
    }
    if let Some(after) = resumes(unit, clause_end, content.first().copied()) {
        content.push(after);
    }
    if content.is_empty() {
        return None;
    }
    let cue_end = group.head + 1 + usize::from(cue.particle.is_some());
    Some(finding(unit, group, cue, Some(source), cue_end, content, rule))
}

/// "said X": the source behind a verb that stands right after a comma or quotation.
pub(super) fn inverted(unit: &Unit, group: &Group) -> Option<PhraseRange> {
    if !matches!(unit.tag_before(group.first), Tag::Quote | Tag::Comma | Tag::Dash | Tag::Stop) || group.first == 0 {
        return None;
    }
    if group.form != Form::Finite || group.head != group.first {
        return None;
    }
    let at = group.head + 1;
    if !unit.tag_at(at).opens_phrase() || begins_clause(unit, at) || unit.is_time(at) {
        return None;
    }
    let mut end = phrase::end_of(unit, at);
    if end <= at {
        return None;
    }
    while matches!(unit.tag_at(end), Tag::Preposition)
        && matches!(unit.lower(end), "of" | "for" | "at" | "from" | "with")
    {
        let next = phrase::end_of(unit, end + 1);
        if next <= end + 1 {
            break;
        }
        end = next;
    }
    // "said the mayor, a Democrat, …"
    if unit.tag_at(end) == Tag::Comma
        && matches!(
            unit.tag_at(end + 1),
            Tag::Determiner | Tag::Noun | Tag::Number | Tag::Wh | Tag::Adjective | Tag::Possessive
        )
    {
        let close =
            (end + 1..unit.words.len()).find(|&k| matches!(unit.tag_at(k), Tag::Comma | Tag::Stop | Tag::Quote));
        end = close.unwrap_or(unit.words.len());
    }
    Some((at, end))
}

/// The word after the aside that a reporting clause with this inverted source is.
fn aside_end(_unit: &Unit, source: PhraseRange) -> usize {
    source.1
}

/// Where the clause that ends before word `end` begins.
fn start_before(unit: &Unit, end: usize) -> usize {
    let mut closed = 0;
    let mark = (0..end).rev().find(|&at| match unit.tag_at(at) {
        Tag::Close => {
            closed += 1;
            false
        }
        Tag::Open if closed > 0 => {
            closed -= 1;
            false
        }
        Tag::Open | Tag::Semicolon => true,
        _ => false,
    });
    let from = mark.map_or(0, |at| at + 1);
    (from..end)
        .find(|&at| !matches!(unit.tag_at(at), Tag::Conjunction | Tag::Stop | Tag::Dash | Tag::Comma))
        .unwrap_or(end)
}

/// The content that goes on after an interrupting reporting clause that ends before word `at`.
fn resumes(unit: &Unit, at: usize, before: Option<PhraseRange>) -> Option<PhraseRange> {
    let end = clause::body_end(unit);
    let quote = (at..end).find(|&k| unit.tag_at(k) == Tag::Quote);
    if let Some(quote) = quote {
        let quoted_before = before.is_some_and(|(from, to)| (from..to).any(|k| unit.tag_at(k) == Tag::Quote));
        if quoted_before
            && (quote == at || matches!(unit.tag_before(quote), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Dash))
        {
            return Some((quote, end));
        }
    }
    if before.is_some_and(|(_, to)| matches!(unit.tag_before(to), Tag::Quote)) {
        return None;
    }
    let comma = (at..end.min(at + 12)).find(|&k| unit.tag_at(k) == Tag::Comma)?;
    if (at..comma).any(|k| unit.tag_at(k).is_verb() && unit.tag_at(k) != Tag::Participle) {
        return None;
    }
    let start = comma + 1;
    let starts_verb = clause::group_from(unit, start).is_some_and(|group| group.form == Form::Finite);
    let whole_before = before.is_some_and(|(from, to)| {
        unit.groups.iter().any(|group| {
            group.first >= from && group.head < to && group.form == Form::Finite && group.link == Link::Own
        })
    });
    (start < end && (before.is_none() || starts_verb || !whole_before)).then_some((start, end))
}

/// "X was described by Y as …", "X is expected to …", "Y was told that …".
fn passive(unit: &Unit, group: &Group, cues: &[Cue]) -> Option<Finding> {
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
        content.push((start, clause::end(unit, start, group.head, Reach::Clause)));
    }
    if content.is_empty() {
        return None;
    }
    Some(finding(unit, group, cue, source, group.head + 1, content, "verb-passive"))
}

fn finding(
    unit: &Unit,
    group: &Group,
    cue: &Cue,
    source: Option<PhraseRange>,
    cue_end: usize,
    content: Vec<PhraseRange>,
    rule: &'static str,
) -> Finding {
    let cue_start = if group.negated { group.first } else { group.head };
    Finding {
        source: source.map(|(from, to)| unit.span(from, to)),
        cue: Some(unit.span(cue_start, cue_end.max(cue_start + 1))),
        content: content.into_iter().filter(|(from, to)| from < to && *to <= unit.words.len()).collect(),
        carried: Vec::new(),
        stance: cue.stance,
        rule,
    }
}
