//! How far what is said reaches.

use super::{
    lexicon,
    unit::Unit,
    verb_group::ends_in_comma,
    verb_group::{Form, Group, Link},
    word::Tag,
};

/// How much of a sentence a cue's content can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// A clause: to the end of the sentence, unless another speaker or a contrast begins.
    Clause,
    /// An object: to the end of its phrase and what hangs on it.
    Phrase,
}

/// The word after the content that begins at `start` and belongs to the verb whose head is `head`.
pub(super) fn end(unit: &Unit, start: usize, head: usize, reach: Reach) -> usize {
    let last = body_end(unit);
    let mut at = start;
    while at < last {
        if at > start
            && unit.tag_before(at) == Tag::Quote
            && ends_in_comma(unit, at - 1)
            && after_comma(unit, at - 1, start, head, reach)
        {
            break;
        }
        let stops = match unit.tag_at(at) {
            Tag::Semicolon => true,
            Tag::Comma => at > start && after_comma(unit, at, start, head, reach),
            Tag::Conjunction => at > start && after_conjunction(unit, at, start, head, reach),
            Tag::Dash => reach == Reach::Phrase && at > start,
            Tag::Subordinator => {
                reach == Reach::Phrase && at > start && !matches!(unit.lower(at), "than" | "because" | "as")
            }
            Tag::Open => reach == Reach::Phrase,
            // "calls for a new vote |following a disputed one"
            Tag::Gerund | Tag::Preposition => {
                reach == Reach::Phrase
                    && at > start
                    && matches!(unit.lower(at), "following" | "amid")
                    && unit.tag_before(at).is_nominal()
            }
            _ => false,
        };
        if stops {
            break;
        }
        at += 1;
    }
    at.max((start + 1).min(last.max(start + 1)))
}

/// The end of a unit without the stop that ends it.
pub(super) fn body_end(unit: &Unit) -> usize {
    let mut end = unit.words.len();
    while end > 1 && matches!(unit.tag_at(end - 1), Tag::Stop | Tag::Dash | Tag::Colon) {
        end -= 1;
    }
    end
}

/// The first word of a unit that is no conjunction or mark.
pub(super) fn body_start(unit: &Unit) -> usize {
    let mark = |at| matches!(unit.tag_at(at), Tag::Conjunction | Tag::Stop | Tag::Dash | Tag::Comma | Tag::Colon);
    (0..unit.words.len()).find(|&at| !mark(at)).unwrap_or(0)
}

/// The verb group that begins at word `at`, adverbs before it skipped.
pub(super) fn group_from<'u>(unit: &'u Unit, at: usize) -> Option<&'u Group> {
    let mut at = at;
    while matches!(unit.tag_at(at), Tag::Adverb | Tag::Not) {
        at += 1;
    }
    unit.groups.iter().find(|group| group.first == at)
}

fn is_cue(unit: &Unit, group: &Group) -> bool {
    !lexicon::verb(unit.lower(group.head)).is_empty()
}

fn after_comma(unit: &Unit, comma: usize, start: usize, head: usize, reach: Reach) -> bool {
    let mut next = comma + 1;
    if unit.lower(next) == "according" {
        return true;
    }
    let conjunction = unit.tag_at(next) == Tag::Conjunction;
    next += usize::from(conjunction);
    if let Some(group) = group_from(unit, next) {
        if group.form == Form::Finite && group.link == Link::Own && group.subject.is_some_and(|(from, _)| from < start)
        {
            return true; // the clause around an aside goes on
        }
        let again = group.form == Form::Finite && group.link == Link::Shared && same_tense(unit, group.head, head);
        if is_cue(unit, group) && (again || (group.form == Form::Gerund && !conjunction)) {
            return true;
        }
    }
    if speaker_after(unit, comma + 1) || main_clause_after(unit, comma + 1, head) {
        return true;
    }
    let contrast = matches!(unit.lower(comma + 1), "but" | "while" | "although" | "though" | "whereas" | "as" | "even");
    match reach {
        Reach::Clause => contrast,
        Reach::Phrase => !matches!(unit.tag_at(comma + 1), Tag::Wh) || contrast,
    }
}

/// "After X said …, |Y left": the main clause begins at word `at`, that of the verb `head` opened the sentence.
fn main_clause_after(unit: &Unit, at: usize, head: usize) -> bool {
    let subject = |head: usize| unit.groups.iter().find(|group| group.head == head).and_then(|group| group.subject);
    let opens =
        |start: usize| start > 0 && start <= 2 && matches!(unit.tag_at(start - 1), Tag::Subordinator | Tag::Question);
    let own = |group: &Group| {
        group.form == Form::Finite && group.link == Link::Own && group.subject.is_some_and(|(start, _)| start == at)
    };
    // "After saying …, |she left"
    let ahead = |start: usize| start == at && start > head && unit.lower(head) != "according";
    subject(head).is_some_and(|(start, _)| opens(start) || ahead(start)) && unit.groups.iter().any(own)
}

/// "…, X said": someone else's reporting clause begins at word `at` and runs to a comma or the end.
fn speaker_after(unit: &Unit, at: usize) -> bool {
    let own = |group: &&Group| group.form == Form::Finite && group.subject.is_some_and(|(start, _)| start == at);
    unit.groups.iter().find(own).is_some_and(|group| {
        let closes = matches!(unit.tag_at(group.head + 1), Tag::Comma | Tag::Stop | Tag::Quote | Tag::Preposition)
            || unit.is_time(group.head + 1);
        closes && lexicon::verb(unit.lower(group.head)).iter().any(|cue| cue.has(lexicon::Frame::Quote))
    })
}

fn after_conjunction(unit: &Unit, conjunction: usize, start: usize, head: usize, reach: Reach) -> bool {
    let Some(group) = group_from(unit, conjunction + 1) else {
        let clause = unit.groups.iter().any(|group| group.subject.is_some_and(|(start, _)| start == conjunction + 1));
        return reach == Reach::Phrase && clause;
    };
    if group.form != Form::Finite || group.link != Link::Shared {
        return group.form == Form::Gerund && unit.tag_at(head) == Tag::Gerund && reach == Reach::Phrase;
    }
    match reach {
        // "has said that the country is under pressure |but did not say whose"
        Reach::Clause if unit.lower(conjunction) == "but" && unit.lower(group.first) == "did" => {
            let within = unit.groups.iter().filter(|group| start <= group.first && group.first < conjunction);
            within.filter(|group| group.form == Form::Finite).all(|group| is_present(unit, group))
        }
        Reach::Clause => {
            (is_cue(unit, group) || is_quoted(unit, start, conjunction)) && same_tense(unit, group.head, head)
        }
        Reach::Phrase => true,
    }
}

/// True for a verb group of the present or the future.
fn is_present(unit: &Unit, group: &Group) -> bool {
    let first = unit.lower(group.first);
    matches!(first, "is" | "are" | "has" | "have" | "does" | "do" | "will" | "can" | "may" | "must")
        || (unit.tag_at(group.first) != Tag::Past && group.first == group.head)
}

/// "… chanted “A!” and left": nothing but quotations stands before the conjunction.
fn is_quoted(unit: &Unit, start: usize, conjunction: usize) -> bool {
    let quoted = |at| matches!(unit.tag_at(at), Tag::Quote | Tag::Comma | Tag::Conjunction);
    unit.tag_before(conjunction) == Tag::Quote && (start..conjunction).all(quoted)
}

fn same_tense(unit: &Unit, one: usize, other: usize) -> bool {
    let tense = |at| match unit.tag_at(at) {
        Tag::Participle => Tag::Past,
        tag => tag,
    };
    tense(one) == tense(other)
}
