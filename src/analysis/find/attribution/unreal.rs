//! What nobody said: "if someone says …", "nobody said that …", "it is hard to say why …".

use super::{
    unit::Unit,
    verb_group::{Form, Group, Link},
    word::Tag,
};

/// True for a verb that tells of no saying that took place.
pub(super) fn is_unreal(unit: &Unit, group: &Group) -> bool {
    let Some((start, end)) = group.subject else { return false };
    is_condition(unit, group, (start, end)) || is_nobody(unit, group, start) || is_empty_it(unit, group, (start, end))
}

/// "if X asked for it", "when someone says": supposed, not told.
fn is_condition(unit: &Unit, group: &Group, (start, end): (usize, usize)) -> bool {
    // "if X comes |and says"
    let joined = || {
        group.link == Link::Shared
            && group.form == Form::Finite
            && unit.tag_before(group.first) == Tag::Conjunction
            && !(start..group.first).any(|at| unit.tag_at(at) == Tag::Comma)
    };
    if start == 0 || !(group.link == Link::Own || joined()) {
        return false;
    }
    match unit.lower(start - 1) {
        "if" | "unless" => true,
        "when" | "whenever" | "once" | "should" | "until" => {
            is_anybody(unit, (start, end)) || unit.lower(start) == "you"
        }
        _ => false,
    }
}

/// "nobody said", "no driver believes", "anyone who says".
fn is_nobody(unit: &Unit, group: &Group, start: usize) -> bool {
    // not "no fewer than 20 mayors", "No 10"
    let some =
        |at: usize| unit.tag_at(at) == Tag::Number || matches!(unit.lower(at), "fewer" | "less" | "more" | "other");
    let nobody = |at: usize| unit.lower(at) == "nobody" || (unit.lower(at) == "no" && !some(at + 1));
    match group.link {
        Link::Own => nobody(start),
        Link::Shared => is_joined(unit, group) && nobody(start),
        Link::Relative => start > 0 && (nobody(start - 1) || matches!(unit.lower(start - 1), "anyone" | "anybody")),
        Link::None => false,
    }
}

/// "it is fair |to say", "that's not |to suggest": "it" says nothing.
fn is_empty_it(unit: &Unit, group: &Group, (start, end): (usize, usize)) -> bool {
    group.link == Link::Shared
        && is_joined(unit, group)
        && end == start + 1
        && matches!(unit.lower(start), "it" | "that" | "this" | "there" | "here" | "what")
        && unit.tag_at(end) == Tag::Be
}

/// A verb that goes on from the one it shares its subject with: not "it is old, |said the mayor".
fn is_joined(unit: &Unit, group: &Group) -> bool {
    group.form != Form::Finite || unit.tag_before(group.first) == Tag::Conjunction
}

/// A phrase for somebody who may be anybody: "someone", but not "one of the drivers".
fn is_anybody(unit: &Unit, (start, end): (usize, usize)) -> bool {
    match unit.lower(start) {
        "anyone" | "anybody" => true,
        "someone" | "somebody" | "one" => end == start + 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none, read};

    #[test]
    fn a_condition_tells_of_no_saying() {
        check_none("verb-clause", "If someone says that the bridge is safe, drivers laugh.");
        check_none("verb-clause", "When somebody says that the bridge is safe, drivers laugh.");
        check_none("verb-quote", "If the mayor came and said “It is closed,” turn back.");
        check("verb-clause", "{source|Someone} {cue|said} {content|that the bridge was safe}.");
        check("verb-clause", "When {source|the mayor} {cue|said} {content|the bridge was safe}, drivers laughed.");
        for text in [
            "When {source|one of the drivers} {cue|said} {content|that the bridge was safe}, drivers laughed.",
            "Until {source|one minister} {cue|admitted} {content|that the bridge was old}, drivers laughed.",
            "Once {source|one mayor} {cue|said} {content|that the bridge was safe}, drivers laughed.",
        ] {
            check("verb-clause", text);
        }
    }

    #[test]
    fn a_supposed_quotation_has_no_speaker() {
        for text in
            ["If someone says, “The bridge is safe now,” we will ask him.", "Nobody said “The bridge is safe now.”"]
        {
            assert!(read(text).iter().all(|a| a.source.is_none()), "{text}");
        }
    }

    #[test]
    fn nobody_says_nothing() {
        check_none("verb-clause", "Nobody said that the bridge was safe.");
        check_none("verb-clause", "Anyone who says that the bridge is safe should drive over it.");
    }

    #[test]
    fn that_nobody_was_hurt_is_said_by_somebody() {
        check("verb-inverted", "{content|No one was hurt}, {cue|said} {source|Ann Poe, the mayor}.");
        check("verb-inverted", "{content|No arrests have been made}, {cue|said} {source|police spokesman Tom Hill}.");
        check("verb-inverted", "{content|No bridge is safe}, {cue|said} {source|Ann Poe}.");
        check("verb-inverted", "{content|Nobody was hurt}, {cue|said} {source|police} on Monday.");
        check_none("verb-clause", "No driver came and said that the bridge was safe.");
    }

    #[test]
    fn no_before_a_number_denies_nobody() {
        for source in ["No fewer than 20 mayors", "No less a figure than Ann Poe", "No 10"] {
            let text = format!("{{source|{source}}} {{cue|said}} {{content|that the bridge was safe}}.");
            check("verb-clause", &text);
        }
    }

    #[test]
    fn it_says_nothing() {
        check_none("verb-clause", "It is fair to say that the bridge was old.");
        check_none("verb-clause", "That's not to suggest that the bridge was old.");
        check("verb-inverted", "{content|It is too old}, {cue|said} {source|Ann Poe, the mayor}.");
    }
}
