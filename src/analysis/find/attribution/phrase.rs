//! Noun phrases: where the words that name a source begin and end.

use super::{lexicon, unit::Unit, verb_group::ends_in_comma, word::Tag};

/// First word and the one after the last.
pub(super) type PhraseRange = (usize, usize);

/// The start of the simple noun phrase that ends before word `end`: "the former mayor", "he", "Ohio's governor".
pub(super) fn start_of(unit: &Unit, end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    match unit.tag_at(at) {
        Tag::Pronoun | Tag::Wh | Tag::Possessive => return Some(at),
        Tag::Quantifier | Tag::Determiner => {
            return Some(if unit.tag_before(at) == Tag::Determiner { at - 1 } else { at });
        }
        tag if tag.is_nominal() => {}
        Tag::Adjective | Tag::Participle | Tag::Past
            if matches!(unit.tag_before(at), Tag::Determiner | Tag::Possessive) =>
        {
            return Some(at - 1);
        }
        _ => return None,
    }
    let name = unit.tag_at(at) == Tag::Proper;
    while at > 0 {
        match unit.tag_at(at - 1) {
            tag if tag.is_nominal() && name && unit.is_time(at - 1) => break,
            // "last week |Alpine ministers"
            tag if tag.is_nominal()
                && unit.tag_at(at) == Tag::Proper
                && unit.is_time(at - 1)
                && unit.written(at - 1).starts_with(char::is_lowercase) =>
            {
                break;
            }
            tag if tag.is_nominal() => at -= 1,
            Tag::Adjective | Tag::Genitive => at -= 1,
            Tag::Quote
                if at > 1
                    && !ends_in_comma(unit, at - 1)
                    && matches!(unit.tag_at(at - 2), Tag::Determiner | Tag::Possessive | Tag::Adjective) =>
            {
                at -= 1;
            }
            Tag::Gerund | Tag::Participle | Tag::Adverb
                if matches!(unit.tag_before(at - 1), Tag::Determiner | Tag::Possessive | Tag::Genitive) =>
            {
                at -= 1;
            }
            Tag::Conjunction if unit.lower(at - 1) == "&" => at -= 1,
            Tag::Conjunction if unit.tag_at(at) == Tag::Adjective && unit.tag_before(at - 1) == Tag::Adjective => {
                at -= 1;
            }
            Tag::Determiner | Tag::Possessive | Tag::Quantifier => {
                at -= 1;
                while at > 0 && matches!(unit.tag_at(at - 1), Tag::Quantifier | Tag::Determiner) {
                    at -= 1;
                }
                break;
            }
            _ => break,
        }
    }
    // a possessive ending cannot begin a phrase
    (unit.tag_at(at) != Tag::Genitive).then_some(at)
}

/// The end of the simple noun phrase that begins at word `start`; `start` itself when none does.
pub(super) fn end_of(unit: &Unit, start: usize) -> usize {
    if unit.tag_at(start) == Tag::Pronoun {
        return start + 1;
    }
    let mut at = start;
    let mut end = start;
    loop {
        match unit.tag_at(at) {
            tag if tag.is_nominal() => {
                if end > start && unit.is_time(at) && unit.tag_before(at) == Tag::Proper {
                    break;
                }
                end = at + 1;
            }
            Tag::Determiner | Tag::Possessive | Tag::Quantifier
                if at == start || unit.tag_before(at) == Tag::Quantifier =>
            {
                end = at + 1;
            }
            Tag::Adjective => end = at + 1,
            Tag::Genitive if at > start => {}
            Tag::Adverb | Tag::Participle | Tag::Gerund if at > start && !unit.tag_before(at).is_nominal() => {}
            // not "the “old bridge,” |Poe said"
            Tag::Quote if at > start && !unit.tag_before(at).is_nominal() && !ends_in_comma(unit, at) => {}
            Tag::Conjunction if unit.lower(at) == "&" => {}
            _ => break,
        }
        at += 1;
    }
    end
}

/// The noun phrase that ends before word `end`, with what hangs on its nouns: "a spokesman for the mayor of Bonn",
/// "people familiar with the matter", "the Ohio and Iowa governors".
pub(super) fn chain_back(unit: &Unit, end: usize) -> Option<PhraseRange> {
    let mut start = start_of(unit, end)?;
    if matches!(unit.lower(end - 1), "him" | "them" | "me" | "us" | "himself" | "herself" | "themselves" | "itself") {
        // "the mayor |himself said", "most |of them said"
        let before = match unit.tag_before(start) {
            tag if tag.is_nominal() && unit.lower(end - 1).contains("sel") => start_of(unit, start),
            Tag::Preposition if unit.lower(start - 1) == "of" => hangs_on(unit, start - 1),
            _ => relative_clause(unit, start),
        };
        return before.map(|start| (start, end));
    }
    if unit.tag_at(end - 1) == Tag::Pronoun {
        return Some((start, end));
    }
    let mut list = false;
    while start > 0 {
        let and = unit.lower(start - 1) == "and";
        let next = match unit.tag_at(start - 1) {
            Tag::Comma if list => in_list(unit, start - 1),
            Tag::Preposition | Tag::To => hangs_on(unit, start - 1),
            Tag::Conjunction if unit.lower(start - 1) == "and" => joined(unit, start - 1),
            Tag::Participle | Tag::Past | Tag::Gerund if start > 1 => reduced_relative(unit, start - 1),
            _ => None,
        };
        match next.or_else(|| relative_clause(unit, start)) {
            Some(next) => {
                list |= and;
                start = next;
            }
            None => break,
        }
    }
    Some((start, end))
}

/// The noun phrase before the relative clause that the words before `end` are in: "people who met him |said".
fn relative_clause(unit: &Unit, end: usize) -> Option<usize> {
    let mut finite = 0;
    for at in (end.saturating_sub(14)..end).rev() {
        match unit.tag_at(at) {
            Tag::Wh | Tag::That if at > 0 && finite == 1 && unit.tag_before(at).is_nominal() => {
                return start_of(unit, at);
            }
            Tag::Past | Tag::Third | Tag::Base | Tag::Modal | Tag::Be | Tag::Have => {
                let clausal = !matches!(unit.tag_at(at + 1), Tag::Preposition | Tag::To)
                    && lexicon::verb(unit.lower(at)).iter().any(|cue| cue.has(lexicon::Frame::Clause));
                if clausal {
                    return None;
                }
                let within = matches!(unit.tag_before(at), Tag::To | Tag::Modal | Tag::Have | Tag::Be);
                finite += usize::from(!within);
            }
            Tag::Comma | Tag::Semicolon | Tag::Colon | Tag::Stop | Tag::Quote | Tag::Subordinator | Tag::Dash => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// The noun phrase that the prepositional phrase at word `at` hangs on.
pub(super) fn hangs_on(unit: &Unit, at: usize) -> Option<usize> {
    if let Some(start) = start_of(unit, at) {
        return Some(start);
    }
    match unit.tag_before(at) {
        Tag::Adjective | Tag::Participle | Tag::Past => {
            let noun = unit.tag_before(at - 1);
            if noun.is_nominal() || matches!(noun, Tag::Quantifier | Tag::Determiner) {
                start_of(unit, at - 1)
            } else {
                None
            }
        }
        _ => None,
    }
}

/// The phrase before "and", when both belong together: nothing but a clause's start stands before it.
fn joined(unit: &Unit, conjunction: usize) -> Option<usize> {
    let start = start_of(unit, conjunction)?;
    let boundary = matches!(
        unit.tag_before(start),
        Tag::Stop | Tag::Comma | Tag::Subordinator | Tag::That | Tag::Conjunction | Tag::Colon | Tag::Quote | Tag::Dash
    );
    // "the leaders of Ohio and Iowa |said"
    let names = unit.tag_before(conjunction) == Tag::Proper && unit.tag_at(conjunction + 1) == Tag::Proper;
    let hangs = || unit.lower(start - 1) == "of" && hangs_on(unit, start - 1).is_some();
    (boundary || (names && start > 0 && hangs())).then_some(start)
}

/// The phrase before a comma of a list ("leaders of A, B and C"), unless it opens the sentence ("In A, B and C").
fn in_list(unit: &Unit, comma: usize) -> Option<usize> {
    let start = start_of(unit, comma).filter(|_| !unit.is_time(comma - 1))?;
    let before = unit.tag_before(start);
    let hangs = before != Tag::Preposition || hangs_on(unit, start - 1).is_some();
    (hangs && matches!(before, Tag::Preposition | Tag::Comma | Tag::Stop)).then_some(start)
}

/// The noun that a participle right behind it describes: "a poll released Monday".
fn reduced_relative(unit: &Unit, verb: usize) -> Option<usize> {
    let says = unit.tag_at(verb) == Tag::Past
        && lexicon::verb(unit.lower(verb))
            .iter()
            .any(|cue| cue.has(lexicon::Frame::Clause) && !cue.has(lexicon::Frame::Object));
    (unit.tag_before(verb).is_nominal() && !says).then(|| start_of(unit, verb)).flatten()
}

/// The noun phrase before an aside between commas or dashes that ends right before word `at`:
/// "Doe, a former mayor, |said".
pub(super) fn before_aside(unit: &Unit, at: usize) -> Option<PhraseRange> {
    let quoted = unit.tag_before(at) == Tag::Quote;
    let mark = if quoted { Tag::Comma } else { unit.tag_before(at) };
    let close = if quoted { at } else { at - 1 };
    let mut open = close;
    for _ in 0..4 {
        open = (close.saturating_sub(30)..open).rev().find(|&k| unit.tag_at(k) == mark)?;
        if !is_aside(unit, open + 1, close) {
            return None;
        }
        // "Ann Poe (R), |a baker, said"
        let end = if unit.tag_before(open) == Tag::Close { before_bracket(unit, open)? } else { open };
        let held = chain_back(unit, end).filter(|&(start, end)| {
            !matches!(unit.tag_before(start), Tag::Preposition | Tag::To)
                && (end > start + 1 || unit.tag_at(start) != Tag::Number)
        });
        if let Some((mut start, _)) = held {
            // "Doe, a writer, editor and poet, said"
            if unit.tag_at(start) == Tag::Determiner
                && unit.tag_before(start) == Tag::Comma
                && let Some((outer, _)) = chain_back(unit, start - 1)
                && unit.tag_at(start - 2) == Tag::Proper
            {
                start = outer;
            }
            return Some((start, close));
        }
        if mark == Tag::Dash {
            return None;
        }
    }
    None
}

/// True when the words describe or interrupt, and are no clause of their own.
fn is_aside(unit: &Unit, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    let relative = matches!(unit.tag_at(from), Tag::Wh | Tag::Subordinator | Tag::Question)
        || (matches!(unit.tag_at(from), Tag::Preposition) && unit.tag_at(from + 1) == Tag::Wh);
    let verb = (from..to).find(|&at| matches!(unit.tag_at(at), Tag::Third | Tag::Modal | Tag::Be | Tag::That));
    relative || verb.is_none_or(|verb| (from..verb).any(|at| unit.tag_at(at) == Tag::Wh))
}

/// The end of the words before a bracket that closes right before word `at`.
pub(super) fn before_bracket(unit: &Unit, at: usize) -> Option<usize> {
    (at.saturating_sub(30)..at).rev().find(|&k| unit.tag_at(k) == Tag::Open).filter(|&open| open > 0)
}
