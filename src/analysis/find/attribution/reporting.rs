//! Reporting verbs before what is said: "X said that …", "X accused Y of …", "…, adding that …", "X wants to …".

use super::{
    around::{after_content, inverted},
    clause::{self, Reach},
    complement::{Filled, complement},
    finding::Finding,
    lexicon::{self, Cue, Frame},
    passive::passive,
    phrase::PhraseRange,
    relayed::relayed,
    unit::Unit,
    unreal,
    verb_group::{Form, Group, Link, ends_in_comma, is_document},
    word::Tag,
};

/// Everything that the verbs of a unit attribute.
pub(super) fn find(unit: &Unit, found: &mut Vec<Finding>) {
    for group in &unit.groups {
        let cues = lexicon::verb(unit.lower(group.head));
        if cues.is_empty() || unreal::is_unreal(unit, group) || is_modifier(unit, group) {
            continue;
        }
        if let Some(finding) = relayed(unit, group) {
            found.push(finding);
            continue;
        }
        let finding = if group.passive || is_short_passive(unit, group) {
            passive(unit, group, cues)
        } else if behind_quote(unit, group) {
            after_content(unit, group, cues).or_else(|| active(unit, group, cues))
        } else {
            active(unit, group, cues).or_else(|| after_content(unit, group, cues))
        };
        found.extend(finding);
    }
}

/// "the |cheering crowd": says what a noun is like.
fn is_modifier(unit: &Unit, group: &Group) -> bool {
    let mut before = group.first;
    while matches!(unit.tag_before(before), Tag::Adjective | Tag::Adverb) {
        before -= 1;
    }
    group.form == Form::Gerund
        && group.first == group.head
        && matches!(unit.tag_before(before), Tag::Determiner | Tag::Possessive | Tag::Genitive)
        && (unit.tag_at(group.head + 1).is_nominal() || unit.tag_at(group.head + 1) == Tag::Adjective)
}

/// "|Accused of theft, the mayor left", "|Asked whether it was so, he laughed": a passive without its "being".
fn is_short_passive(unit: &Unit, group: &Group) -> bool {
    let of = group.form == Form::Participle && group.link != Link::Own && unit.lower(group.head + 1) == "of";
    of || (unit.lower(group.head) == "asked"
        && group.first == group.head
        && matches!(unit.tag_before(group.first), Tag::Stop | Tag::Question | Tag::Open)
        && (matches!(unit.tag_at(group.head + 1), Tag::Question | Tag::Wh | Tag::Preposition)
            || unit.is_time(group.head + 1)))
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
        _ if group.form == Form::Infinitive => false,
        Link::Own | Link::Relative => true,
        Link::Shared => before == Tag::Conjunction || group.form != Form::Finite,
        Link::None => false,
    };
    let (cue, filled) =
        cues.iter().find_map(|cue| complement(unit, group.head, cue, subject).map(|filled| (cue, filled)))?;
    let subject = group.subject;
    // "by recognizing that it fell": whoever does
    let nobody = filled.kind == Filled::Object || (filled.kind == Filled::Clause && group.form == Form::Gerund);
    if subject.is_none() && (nobody || is_imperative(unit, group)) {
        return None;
    }
    if cue.has(Frame::Unsourced) {
        let subject = subject.filter(|_| group.link != Link::Relative);
        let mut content: Vec<PhraseRange> = subject.into_iter().collect();
        content.push((filled.start, clause::end(unit, filled.start, group.head, Reach::Clause)));
        return Some(Finding::of_verb(unit, group, cue, filled.cue_end, None, content, "seeming"));
    }
    if subject.is_none() && inverted(unit, group).is_some() {
        return None;
    }
    let says = matches!(filled.kind, Filled::Clause | Filled::Quote);
    let term = filled.kind == Filled::Quote && is_term(unit, filled.start);
    // "governments |seek to close it": what they do
    let acts = matches!(unit.lower(group.head), "seek" | "seeks") && group.first == group.head;
    if acts && filled.kind == Filled::Infinitive {
        return None;
    }
    if group.form == Form::Participle || (group.form == Form::Infinitive && (!says || term)) {
        return None;
    }
    if cue.has(Frame::Document) && !group.subject.is_some_and(|range| names_document(unit, range)) {
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
    if filled.kind == Filled::Quote
        && let Some(earlier) = quote_before(unit, group)
    {
        content.insert(0, earlier);
    }
    Some(Finding::of_verb(unit, group, cue, filled.cue_end, subject, content, rule))
}

/// "|Consider the bridge", "|Do not believe that it holds": said to the reader, by nobody.
fn is_imperative(unit: &Unit, group: &Group) -> bool {
    group.form == Form::Finite && matches!(unit.tag_at(group.first), Tag::Base | Tag::Do)
}

/// A few quoted words that are no utterance: "to offer “full help”".
fn is_term(unit: &Unit, at: usize) -> bool {
    let quoted = unit.written(at).trim_start_matches(['“', '"', '\'', '‘']);
    quoted.split_whitespace().count() < 4 && quoted.starts_with(char::is_lowercase)
}

/// True when the head of a subject is a statement, a letter, a speech.
fn names_document(unit: &Unit, (from, to): PhraseRange) -> bool {
    let head = (from..to).take_while(|&at| unit.tag_at(at) != Tag::Preposition).last();
    head.is_some_and(|head| is_document(unit.lower(head)))
}

/// False for -ing forms that stand for nouns ("for seeking votes", "While challenging him") and for "that opposes".
fn can_take_object(unit: &Unit, group: &Group) -> bool {
    let before = unit.tag_before(group.first);
    if group.form == Form::Gerund {
        let by = matches!(unit.lower(group.first.wrapping_sub(1)), "by" | "in");
        // "on “Good Day,” |calling him old"
        let comma = before == Tag::Quote && ends_in_comma(unit, group.first - 1);
        return by
            || comma
            || !matches!(before, Tag::Preposition | Tag::Subordinator | Tag::Question | Tag::Stop | Tag::Quote);
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

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn clauses_follow() {
        check("verb-clause", "{source|The mayor} {cue|said} {content|the bridge was closed}.");
        check("verb-clause", "{source|She} {cue|told} reporters on Monday {content|that the bridge was closed}.");
        check(
            "verb-clause",
            "But {source|officials in two towns} {cue|say} {content|the decision to close the road had nothing to do with money}.",
        );
        check(
            "verb-clause",
            "{source|Ann Poe, a spokeswoman for the mayor}, {cue|said} {content|he would not resign}.",
        );
        check("verb-clause", "{source|People who met him} {cue|believe} {content|that he lied}.");
        check(
            "verb-clause",
            "{source|The mayor} {cue|said} in a video address released on Sunday {content|that the bridge was closed}.",
        );
        check(
            "verb-clause",
            "{source|The mayor} has also {cue|said} {content|that the town is under pressure} but did not hide it.",
        );
    }

    #[test]
    fn what_opens_a_sentence_is_the_main_clauses() {
        check(
            "verb-preposition",
            "Formerly {cue|accusing} {content|the king of theft}, {source|the mayor} turned to him.",
        );
    }

    #[test]
    fn a_condition_is_no_saying() {
        check_none("verb-object", "The guild would act if the town requested help.");
    }

    #[test]
    fn orders_to_the_reader_are_no_saying() {
        check_none("verb-object", "Consider the old bridge.");
        check_none("verb-clause", "Do not believe that it holds.");
    }

    #[test]
    fn what_somebody_always_does_is_no_saying() {
        check_none("verb-infinitive", "Foreign governments seek to close the bridge.");
        check("verb-infinitive", "{source|The mayor} {cue|sought} {content|to close the bridge}.");
    }

    #[test]
    fn what_describes_a_noun_is_no_saying() {
        check_none("verb-object", "She walked past a cheering crowd of drivers.");
        check_none("verb-object", "He wrote deeply reported pieces about the bridge.");
        check("verb-object", "{source|She} left the hall, {cue|attacking} {content|the new law}.");
        check("verb-object", "{source|She} spoke on “Good Day,” {cue|attacking} {content|the new law}.");
    }

    #[test]
    fn a_time_is_no_part_of_a_name() {
        check(
            "verb-infinitive",
            "Last week {source|Alpine road ministers} {cue|agreed} {content|to close the bridge}.",
        );
        check(
            "verb-clause",
            "{source|The mayor} {cue|said} {content|the heads of Graz and Linz agreed to close the old bridge}.",
        );
    }

    #[test]
    fn who_is_told_has_a_name_behind() {
        check(
            "verb-clause",
            "{source|The mayor} {cue|warned} his deputy, Ann Poe, {content|that attempts to close the bridge would fail}.",
        );
        check("verb-clause", "{source|Mayor} {cue|says} {content|no to new bridge}");
        check("verb-after", "{content|The bridge was closed}, {source|drivers} {cue|say}.");
    }

    #[test]
    fn who_is_asked() {
        check("verb-passive", "{cue|Asked} {content|whether the bridge was safe}, the mayor laughed.");
        check("verb-passive", "{cue|Asked} by {source|a reporter} {content|whether it was safe}, he laughed.");
    }

    #[test]
    fn a_clause_whose_subject_is_an_ing_form() {
        check("verb-clause", "{source|The mayor} {cue|said} {content|closing the bridge would help the town}.");
    }

    #[test]
    fn an_aside_before_the_clause() {
        check("verb-clause", "{source|The mayor} {cue|says}, rain or shine, {content|he will walk over the bridge}.");
        check("verb-clause", "{source|She} {cue|said}, if elected, {content|she would close the bridge}.");
        check("verb-clause", "{source|She} {cue|said} following a visit {content|that the bridge was closed}.");
    }

    #[test]
    fn what_comes_between_a_subject_and_its_verb() {
        check("verb-clause", "{source|The mayor} has since {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "{source|The mayor} has in the past {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "{source|The mayor} earlier in the day {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "{source|The mayor himself} {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "{source|Most of them} {cue|said} {content|that the bridge was closed}.");
        check("verb-object", "Two mayors, {source|both of whom} {cue|opposed} {content|the bridge}, left.");
        check("verb-object", "The mayor, {source|who} once {cue|praised} {content|the bridge}, left.");
    }

    #[test]
    fn what_opens_a_sentence_behind_a_small_word() {
        check("verb-object", "{source|The mayor}, {cue|citing} {content|the rain}, left.");
        check("verb-clause", "{source|Poe}, after {cue|saying} {content|that it was safe}, stayed away.");
        check("verb-clause", "{source|Ann Poe (R), a baker}, {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "{source|The attorney general} {cue|said} {content|that the bridge was closed}.");
        check("verb-clause", "While {cue|saying} {content|that the bridge was safe}, {source|the mayor} stayed away.");
    }

    #[test]
    fn quotations_follow() {
        check("verb-quote", "{source|The mayor} {cue|said}, “{content|It is closed.}”");
        check(
            "verb-quote",
            "{source|The crowd} {cue|chanted} “{content|Thank you!}” and raised flags while all looked on.",
        );
        check("verb-quote", "{source|The mayor} blamed the rain, {cue|adding}: “{content|It never stops.}”");
    }

    #[test]
    fn objects_and_infinitives_follow() {
        check("verb-object", "{source|The union} {cue|condemned} {content|the new law}.");
        check("verb-infinitive", "{source|The senator} {cue|vowed} {content|to fight the law}.");
        check("verb-preposition", "{source|The party} {cue|called for} {content|new elections}, but nobody came.");
        check("verb-preposition", "{source|She} {cue|accused} {content|the mayor of lying}.");
    }

    #[test]
    fn content_ends_where_the_next_reporting_verb_begins() {
        check(
            "verb-clause",
            "{source|The mayor} {cue|said} {content|the bridge was closed} and called the rain a disaster.",
        );
        check(
            "verb-object",
            "{source|The mayor} said the bridge was closed and {cue|called} {content|the rain a disaster}.",
        );
    }

    #[test]
    fn seeming_has_no_source() {
        check("seeming", "{content|The mayor} {cue|seemed} {content|to regret it}.");
    }

    #[test]
    fn things_contain_nothing_but_documents_do() {
        check("verb-object", "{source|The statement} {cue|contained} {content|an apology}.");
        check_none("verb-object", "The box contained an apple.");
    }

    #[test]
    fn nouns_in_ing_are_no_cues() {
        check_none("verb-object", "He was fined for criticizing the law.");
    }
}
