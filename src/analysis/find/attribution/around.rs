//! Reporting clauses behind or inside what is said: "…, X said", "…, said X, …", "As X said, …".

use super::{
    clause,
    complement::begins_clause,
    finding::Finding,
    lexicon::{self, Cue, Frame},
    phrase::{self, PhraseRange},
    relayed,
    unit::Unit,
    verb_group::{Form, Group, Link},
    word::Tag,
};
use crossread_corpus::attribution::Stance;

/// "…, X said", "…, said X", "As X said, …": the content stands before or around.
pub(super) fn after_content(unit: &Unit, group: &Group, cues: &[Cue]) -> Option<Finding> {
    let cue = cues.iter().find(|cue| {
        let follows = cue.particle.is_none_or(|particle| unit.lower(group.head + 1) == particle);
        cue.has(Frame::Quote) && follows && cue.particle != Some("it")
    })?;
    let goes_on = unit.tag_at(group.head + 1) == Tag::To && unit.tag_at(group.head + 2) == Tag::Base;
    if group.form != Form::Finite || goes_on {
        return None;
    }
    let own = group.subject.filter(|&(start, _)| group.link == Link::Own && unit.tag_before(start) == Tag::Quote);
    let own = own.or(group.subject.filter(|_| group.link == Link::Own && cue.has(Frame::Addressee)));
    let start = clause::body_start(unit);
    let own = own.or(group.subject.filter(|&(from, _)| group.link == Link::Own && from == start));
    let (source, clause_start, clause_end, rule) = if let Some(source) = inverted(unit, group).filter(|_| own.is_none())
    {
        (source, group.first, source.1, "verb-inverted")
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
    let mut led = false;
    if matches!(boundary, Tag::Comma | Tag::Quote | Tag::Dash | Tag::Stop) && from > 0 {
        let before = if boundary == Tag::Quote { from } else { from - 1 };
        let start = start_before(unit, before);
        // "Instead, drivers answered with a march"
        let says =
            |at: usize| !matches!(unit.tag_at(at), Tag::Adverb | Tag::Conjunction | Tag::Comma) && !unit.is_time(at);
        if (start..before).any(says) {
            content.push((start, before));
        }
        led = !is_statement(unit, start, before);
    } else if !(as_before && from == 0) {
        return None;
    }
    if let Some(after) = resumes(unit, clause_end, content.first().copied(), led) {
        content.push(after);
    }
    if led && content.len() < 2 {
        return None;
    }
    // "“…,” he continued", but not "…, as the strike continued"
    let quoted = || content.iter().any(|&(from, to)| (from..to).any(|at| unit.tag_at(at) == Tag::Quote));
    if content.is_empty() || !(cue.has(Frame::Clause) || quoted()) {
        return None;
    }
    let cue_end = group.head + 1 + usize::from(cue.particle.is_some());
    if let Some(cited) = relayed::cited(unit, source.1)
        .filter(|_| rule == "verb-inverted" && unit.lower(group.head).starts_with("report"))
    {
        let passed = Finding::of_verb(unit, group, cue, cue_end, Some(cited), content, "reported-citing");
        let citing = unit.span(source.1 + 1, source.1 + 2);
        return Some(Finding { via: Some(unit.span(source.0, source.1)), cue: Some(citing), ..passed });
    }
    Some(Finding::of_verb(unit, group, cue, cue_end, Some(source), content, rule))
}

/// False for words that only lead to a main clause: "In her speech, |she argued", "When it fell, |he laughed".
fn is_statement(unit: &Unit, from: usize, to: usize) -> bool {
    let quote = |at: usize| unit.tag_at(at) == Tag::Quote;
    // "When it rains, “it pours,” |she said", but not "If he says, “it pours,” |she laughs"
    let main_quote = |at: usize| quote(at) && unit.tag_before(at) == Tag::Comma && !unit.tag_before(at - 1).is_verb();
    let inside = |group: &&Group| {
        let own = group.form == Form::Finite && group.link == Link::Own && from <= group.first && group.head < to;
        own && group.subject.is_some_and(|(start, _)| start >= from)
    };
    let before = |group: &Group| group.subject.map_or(Tag::Stop, |(start, _)| unit.tag_before(start));
    match unit.tag_at(from) {
        Tag::Preposition => {
            let main =
                |group: &Group| !matches!(before(group), Tag::That | Tag::Wh | Tag::Question | Tag::Subordinator);
            unit.groups.iter().filter(inside).any(main) || (from..to).any(quote)
        }
        Tag::Subordinator | Tag::Question | Tag::Participle | Tag::Gerund if unit.lower(from) != "so" => {
            unit.groups.iter().filter(inside).any(|group| before(group) == Tag::Comma)
                || (from..to).any(main_quote)
                || has_main_clause(unit, from, to)
        }
        _ => true,
    }
}

/// True for words with a verb that no opener of a clause takes: "When it fell two drivers |died", "Why it fell |is not
/// known", "Armed men |closed the bridge"; not "When the bridge he built fell".
fn has_main_clause(unit: &Unit, from: usize, to: usize) -> bool {
    let finite = |group: &&Group| {
        let joined = group.subject.is_some_and(|(start, _)| unit.tag_before(start) == Tag::Conjunction);
        let inside = from <= group.first && group.head < to;
        inside && group.form == Form::Finite && group.link != Link::Shared && !joined
    };
    let own = |group: &Group| group.subject.filter(|_| group.link == Link::Own).map(|(start, _)| start);
    let mut groups = unit.groups.iter().filter(finite).peekable();
    // "Since May |the bridge was closed"
    if unit.tag_at(from) == Tag::Subordinator
        && let Some(start) = unit.groups.iter().find(finite).and_then(own)
        && start > from + 1
        && (phrase::end_of(unit, from + 1) == start || (start == from + 2 && unit.lower(from + 1) == "that"))
        && unit.groups.iter().filter(finite).count() == 1
    {
        return true;
    }
    let mut open = 0_usize;
    for at in from..to {
        open += usize::from(matches!(unit.tag_at(at), Tag::That | Tag::Wh | Tag::Question | Tag::Subordinator));
        let Some(group) = groups.next_if(|group| group.first == at) else { continue };
        // "the bridge |he built", "said |it was"
        let bare = own(group).filter(|start| *start > from).is_some_and(|start| {
            let of_noun = unit.tag_at(start) == Tag::Pronoun && unit.tag_before(start).is_nominal();
            of_noun || lexicon::verb(unit.lower(start - 1)).iter().any(|cue| cue.has(Frame::Clause))
        });
        match (open + usize::from(bare)).checked_sub(1) {
            Some(left) => open = left,
            None => return true,
        }
    }
    false
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
    if !unit.tag_at(at).opens_phrase() || unit.is_time(at) || (begins_clause(unit, at) && !interrupts(unit, group)) {
        return None;
    }
    let mut end = phrase::end_of(unit, at);
    if end <= at {
        return None;
    }
    while matches!(unit.tag_at(end), Tag::Preposition)
        && matches!(unit.lower(end), "of" | "for" | "at" | "from" | "with" | "like")
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

/// "The bridge, |says Ann Poe, the mayor, is safe": the clause after the verb is that of the words before it.
fn interrupts(unit: &Unit, group: &Group) -> bool {
    let start = start_before(unit, group.first - 1);
    let finite = |other: &Group| other.form == Form::Finite && start <= other.first && other.first < group.first;
    let next = unit.groups.iter().find(|other| {
        other.first > group.head && other.form == Form::Finite && unit.tag_before(other.first) == Tag::Comma
    });
    unit.tag_before(group.first) == Tag::Comma
        && unit.tag_at(start).opens_phrase()
        && next.is_some()
        && !unit.groups.iter().any(finite)
}

/// Where the clause that ends before word `end` begins.
pub(super) fn start_before(unit: &Unit, end: usize) -> usize {
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

/// The content that goes on after an interrupting reporting clause that ends before word `at`; `led`: what stands before
/// the clause only leads to it.
fn resumes(unit: &Unit, at: usize, before: Option<PhraseRange>, led: bool) -> Option<PhraseRange> {
    let end = clause::body_end(unit);
    let quote = (at..end).find(|&k| unit.tag_at(k) == Tag::Quote);
    if let Some(quote) = quote {
        let quoted_before = before.is_some_and(|(from, to)| (from..to).any(|k| unit.tag_at(k) == Tag::Quote));
        let verb = unit.groups.iter().any(|group| group.first >= at && group.head < quote);
        if quoted_before
            && !verb
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
    let main = if led { unit.tag_at(start).opens_phrase() } else { before.is_none() || !whole_before };
    (start < end && (starts_verb || main)).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn the_clause_stands_behind() {
        check("verb-after", "“{content|It is closed,}” {source|the mayor} {cue|said}.");
        check("verb-after", "{content|The bridge was closed}, {source|she} {cue|said} on Monday.");
        check("verb-inverted", "“{content|It is closed,}” {cue|said} {source|Ann Poe, the mayor}.");
        check("verb-after", "{content|They call it the “old bridge,”} {source|Poe} {cue|said}, adding that it was.");
        check("verb-after", "“{content|Is it closed?}” {source|he} {cue|asked}.");
    }

    #[test]
    fn the_clause_stands_amid() {
        check("verb-after", "“{content|It is,}” {source|she} {cue|said}, “{content|still closed.}”");
        check("verb-after", "{content|Drivers}, {source|the mayor} {cue|suggested}, {content|should stay at home}.");
    }

    #[test]
    fn the_clause_stands_before_the_verb_of_what_is_said() {
        check(
            "verb-inverted",
            "{content|The old bridge}, {cue|says} {source|Ann Poe, the mayor}, {content|is still safe}.",
        );
        check("quote-verb", "“{content|Quiet,}” {source|he} {cue|demanded}, as the rain continued to fall.");
    }

    #[test]
    fn the_clause_begins_with_as() {
        check("verb-after", "As {source|the mayor} {cue|noted}, {content|the bridge was old}.");
    }

    #[test]
    fn a_strike_that_continues_says_nothing() {
        check("verb-after", "“{content|It is closed,}” {source|he} {cue|continued}.");
        check_none("verb-after", "The mayor left town, as strikes continued in the port.");
        check_none("verb-after", "Instead, drivers answered with a march.");
    }

    #[test]
    fn what_leads_to_a_clause_is_not_said() {
        check_none("verb-after", "In her speech, the mayor argued with drivers.");
        check_none("verb-after", "When the bridge fell, she laughed.");
        check_none("verb-after", "Asked about the bridge, most drivers said yes.");
        check("verb-after", "{content|In spring the bridge was closed}, {source|she} {cue|said}.");
        check("verb-after", "{content|If it rains}, {source|she} {cue|said}, {content|the bridge will be closed}.");
        check("verb-after", "{content|When it rains, the bridge is closed}, {source|she} {cue|said}.");
    }

    #[test]
    fn what_opens_like_a_side_clause_may_be_said() {
        check("verb-after", "{content|Injured people were taken to hospital}, {source|police} {cue|said}.");
        check("verb-after", "{content|Armed men closed the bridge}, {source|police} {cue|said}.");
        check("verb-after", "{content|Wounded soldiers arrived in Graz after the war}, {source|officials} {cue|said}.");
        check("verb-after", "{content|Rising prices hurt the town}, {source|Ann Poe} {cue|said}.");
        check("verb-after", "{content|Polling stations will open at noon}, {source|officials} {cue|said}.");
        check("verb-after", "{content|Closing the bridge would help}, {source|she} {cue|said}.");
        check("verb-after", "{content|Why it fell is not known}, {source|police} {cue|said}.");
        check("verb-after", "{content|Whether it will hold is unclear}, {source|she} {cue|said}.");
        check("verb-after", "{content|Since May the bridge has been closed}, {source|police} {cue|said}.");
        check("verb-after", "{content|Before the war the bridge was safe}, {source|he} {cue|said}.");
        check("verb-after", "{content|When it fell two drivers died}, {source|police} {cue|said}.");
        check("verb-after", "{content|After that the bridge was closed}, {source|police} {cue|said}.");
    }

    #[test]
    fn a_side_clause_with_clauses_of_its_own_is_not_said() {
        for text in [
            "Asked why the bridge fell, the mayor argued with drivers.",
            "Speaking after the bridge fell, she argued with drivers.",
            "Saying the bridge was safe, she argued with drivers.",
            "Because the bridge he built was old, she laughed.",
            "As the crowd that had come cheered, she laughed.",
            "When Ann Poe came and Tom Hill left, she laughed.",
            "While drivers said it was safe, she argued with them.",
        ] {
            check_none("verb-after", text);
        }
    }

    #[test]
    fn a_crowd_that_applauds_says_nothing() {
        check_none("verb-after", "“It is open,” said Poe as the crowd praised.");
    }
}
