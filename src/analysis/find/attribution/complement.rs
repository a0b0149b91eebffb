//! What follows a reporting verb: which frame it fills and where the content begins.

use super::{
    lexicon::{Cue, Frame},
    phrase,
    unit::Unit,
    verb_group::{Form, Link},
    word::Tag,
};

/// A filled frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Complement {
    pub(super) kind: Filled,
    /// First word of the content.
    pub(super) start: usize,
    /// The word after the cue, its particle or preposition included.
    pub(super) cue_end: usize,
}

/// What fills the frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Filled {
    Clause,
    Quote,
    Object,
    Infinitive,
    Preposition,
}

/// The complement of the verb at `head`, used as `cue`.
///
/// `subject`: the verb has one before it, so that a noun phrase behind it is no inverted source.
pub(super) fn complement(unit: &Unit, head: usize, cue: &Cue, subject: bool) -> Option<Complement> {
    let mut cue_end = head + 1;
    if let Some(particle) = cue.particle {
        if unit.lower(cue_end) != particle {
            return None;
        }
        cue_end += 1;
    }
    behind(unit, cue_end, cue_end, cue, subject)
}

/// The complement that begins at or after word `at`, for a cue that ends before word `cue_end`.
pub(super) fn behind(unit: &Unit, at: usize, cue_end: usize, cue: &Cue, subject: bool) -> Option<Complement> {
    let mut at = skip_adverbs(unit, at);
    let filled = |kind, start| Some(Complement { kind, start, cue_end });
    for _ in 0..5 {
        match unit.tag_at(at) {
            // "said in an address |released on Sunday that"
            Tag::Participle | Tag::Past if at > cue_end && unit.tag_before(at).is_nominal() => {
                at += 1;
                continue;
            }
            // "spoke at the opening of the bridge", but "spoke on Monday of the bridge"
            Tag::Preposition
                if at > cue_end
                    && unit.lower(at) == "of"
                    && unit.tag_before(at).is_nominal()
                    && !unit.is_time(at - 1) => {}
            Tag::Preposition | Tag::Subordinator | Tag::To | Tag::Adverb
                if cue.leads(unit.lower(at))
                    && at + 1 < unit.words.len()
                    && (unit.tag_at(at) != Tag::To || unit.tag_at(at + 1) != Tag::Base) =>
            {
                let end = if at == cue_end { at + 1 } else { cue_end };
                return Some(Complement { kind: Filled::Preposition, start: at + 1, cue_end: end });
            }
            Tag::To if cue.has(Frame::Infinitive) => return filled(Filled::Infinitive, at),
            Tag::Quote if at > cue_end && is_title(unit, at) => return None,
            Tag::Quote => return allowed_quote(cue).and_then(|kind| filled(kind, at)),
            Tag::Comma if unit.tag_at(at + 1) == Tag::Quote && says(cue) => return filled(Filled::Quote, at + 1),
            Tag::Colon if says(cue) && at + 1 < unit.words.len() => return filled(Filled::Quote, at + 1),
            Tag::That if at > cue_end && is_relative(unit, at) => return None,
            Tag::That if cue.has(Frame::Clause) || cue.has(Frame::That) => return filled(Filled::Clause, at),
            Tag::That if cue.has(Frame::Object) => return filled(Filled::Object, at),
            Tag::Wh if cue.has(Frame::Clause) || cue.has(Frame::Object) || cue.has(Frame::Question) => {
                return filled(Filled::Clause, at);
            }
            Tag::Question if question(unit, cue, at) => return filled(Filled::Clause, at),
            // "said |closing the bridge would help"
            Tag::Gerund if at == cue_end && says(cue) && cue.has(Frame::Clause) && verb_in_clause(unit, at, true) => {
                return filled(Filled::Clause, at);
            }
            Tag::Gerund if cue.has(Frame::Object) => return filled(Filled::Object, at),
            _ if subject && at == cue_end && says(cue) && cue.has(Frame::Clause) && is_finite(unit, at) => {
                return filled(Filled::Clause, at);
            }
            tag if tag.opens_phrase() => return phrase_follows(unit, cue, at, cue_end, subject),
            _ => {}
        }
        at = skip_adjunct(unit, at)?;
    }
    None
}

/// "that" is the subject of the verb behind it: "with marches that drew thousands".
fn is_relative(unit: &Unit, at: usize) -> bool {
    unit.tag_before(at).is_nominal()
        && unit.groups.iter().any(|group| {
            group.form == Form::Finite && group.link == Link::Relative && group.subject == Some((at, at + 1))
        })
}

/// A verb with a tense begins at word `at`: "which they say was wrong".
fn is_finite(unit: &Unit, at: usize) -> bool {
    unit.groups.iter().any(|group| group.first == at && group.form == Form::Finite)
}

/// Cues that bring in a quotation, or a clause after a colon.
fn says(cue: &Cue) -> bool {
    cue.has(Frame::Quote)
}

/// A few quoted words behind a phrase of place: "wrote for the show “Good Day”".
fn is_title(unit: &Unit, at: usize) -> bool {
    let words = unit.written(at).split_whitespace().count();
    words < 4 && (unit.tag_before(at).is_nominal() || unit.tag_before(at) == Tag::Preposition)
}

fn allowed_quote(cue: &Cue) -> Option<Filled> {
    if cue.has(Frame::Quote) || cue.has(Frame::Clause) {
        return Some(Filled::Quote);
    }
    cue.has(Frame::Object).then_some(Filled::Object)
}

fn question(unit: &Unit, cue: &Cue, at: usize) -> bool {
    let asks = cue.has(Frame::Question);
    match unit.lower(at) {
        "if" => asks || cue.has(Frame::Clause),
        "when" => asks,
        _ => asks || cue.has(Frame::Clause),
    }
}

/// The verb is followed by a noun phrase: a bare clause's subject, who is spoken to, or the object.
fn phrase_follows(unit: &Unit, cue: &Cue, at: usize, cue_end: usize, subject: bool) -> Option<Complement> {
    let filled = |kind, start| Some(Complement { kind, start, cue_end });
    let time = unit.is_time(at) || (unit.is_time(at + 1) && unit.tag_at(at).opens_phrase());
    if cue.has(Frame::Clause) && begins_clause(unit, at) {
        return filled(Filled::Clause, at);
    }
    if time {
        let mut after = at;
        while unit.is_time(after) || (after == at && unit.is_time(at + 1)) || unit.tag_at(after) == Tag::Number {
            after += 1;
        }
        return behind(unit, after.max(at + 1), cue_end, cue, subject);
    }
    if cue.has(Frame::Addressee) {
        let mut end = phrase::end_of(unit, at).max(at + 1);
        for _ in 0..3 {
            let joins = match unit.tag_at(end) {
                Tag::Preposition => !cue.leads(unit.lower(end)),
                Tag::Conjunction => true,
                _ => false,
            };
            if joins && unit.tag_at(end + 1).opens_phrase() {
                end = phrase::end_of(unit, end + 1).max(end + 2);
            } else if unit.is_time(end) || unit.tag_at(end) == Tag::Adverb {
                end += 1;
            } else {
                break;
            }
        }
        // "warned his deputy, Ann Poe, that"
        if unit.tag_at(end) == Tag::Comma
            && let Some(close) = (end + 1..(end + 12).min(unit.words.len())).find(|&k| unit.tag_at(k) == Tag::Comma)
            && unit.tag_at(close + 1) == Tag::That
            && unit.tag_at(end + 1) != Tag::That
        {
            return filled(Filled::Clause, close + 1);
        }
        let comma = usize::from(unit.tag_at(end) == Tag::Comma);
        match unit.tag_at(end + comma) {
            Tag::That | Tag::Quote => return filled(Filled::Clause, end + comma),
            Tag::Colon => return filled(Filled::Quote, end + 1),
            Tag::Wh | Tag::Question if comma == 0 => return filled(Filled::Clause, end),
            Tag::To if cue.has(Frame::Infinitive) && comma == 0 => return filled(Filled::Infinitive, at),
            Tag::Preposition if cue.leads(unit.lower(end)) && comma == 0 => return filled(Filled::Preposition, at),
            tag if comma == 0 && tag.opens_phrase() && begins_clause(unit, end) => return filled(Filled::Clause, end),
            _ => {}
        }
    }
    if cue.has(Frame::Object) {
        return filled(Filled::Object, at);
    }
    // "says |no to a new bridge"
    let answer = || says(cue) && at == cue_end && matches!(unit.lower(at), "no" | "yes");
    if subject && cue.has(Frame::Clause) && (verb_follows(unit, at) || answer()) {
        return filled(Filled::Clause, at);
    }
    None
}

/// True when a verb with a tense, or a quotation that may hold one, comes after word `at`.
fn verb_follows(unit: &Unit, at: usize) -> bool {
    verb_in_clause(unit, at, false) || (at + 1..unit.words.len()).any(|k| unit.tag_at(k) == Tag::Quote)
}

/// True when a verb with a tense comes after word `at` with no mark between, and, if `simple`, in no clause within.
fn verb_in_clause(unit: &Unit, at: usize, simple: bool) -> bool {
    let ends = |at| match unit.tag_at(at) {
        Tag::Comma | Tag::Semicolon | Tag::Colon | Tag::Dash => true,
        Tag::That | Tag::Wh => simple,
        _ => false,
    };
    let end = (at + 1..unit.words.len()).find(|&at| ends(at)).unwrap_or(unit.words.len());
    unit.groups.iter().any(|group| {
        group.form == Form::Finite && group.link != Link::Relative && at < group.first && group.first < end
    })
}

/// A clause without "that" begins at word `at`: a verb follows whose subject does.
pub(super) fn begins_clause(unit: &Unit, at: usize) -> bool {
    unit.groups.iter().any(|group| {
        group.form == Form::Finite
            && group.link == Link::Own
            && group.subject.is_some_and(|(start, end)| {
                end > at
                    && start <= at.max(phrase::end_of(unit, at).saturating_sub(1))
                    && start + 3 > at
                    && group.first > at
            })
    })
}

fn skip_adverbs(unit: &Unit, mut at: usize) -> usize {
    while unit.tag_at(at) == Tag::Adverb && at < unit.words.len() {
        at += 1;
    }
    at
}

/// The word after an adverbial phrase between verb and content: "in a statement", "on Monday", "last week".
fn skip_adjunct(unit: &Unit, at: usize) -> Option<usize> {
    match unit.tag_at(at) {
        Tag::Preposition | Tag::To => {
            let end = phrase::end_of(unit, at + 1);
            (end > at + 1).then_some(skip_adverbs(unit, end))
        }
        Tag::Subordinator if unit.tag_at(at + 1) == Tag::Gerund => {
            let object = phrase::end_of(unit, at + 2);
            Some(object.max(at + 2))
        }
        // "said |following a visit that"
        Tag::Gerund if unit.lower(at) == "following" => {
            let end = phrase::end_of(unit, at + 1);
            (end > at + 1).then_some(end)
        }
        Tag::Subordinator | Tag::Gerund => None,
        Tag::Comma => {
            // an aside: "said, in a way, that"
            let close = (at + 1..(at + 12).min(unit.words.len())).find(|&k| unit.tag_at(k) == Tag::Comma)?;
            let clause =
                unit.groups.iter().any(|group| group.form == Form::Finite && group.first > at && group.first < close);
            // "said, |if elected, she would"
            let clause = clause && !matches!(unit.tag_at(at + 1), Tag::Question | Tag::Subordinator);
            (!clause).then_some(())?;
            let clause = unit.tag_at(close + 1) == Tag::Pronoun
                && unit.tag_at(at + 1) != Tag::Gerund
                && begins_clause(unit, close + 1);
            (clause || matches!(unit.tag_at(close + 1), Tag::That | Tag::Quote)).then_some(close + 1)
        }
        _ => None,
    }
}
