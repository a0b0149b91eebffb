//! Quotations that no cue in their own sentence takes: the speaker goes on, was just introduced, or is the subject.

use super::{
    around,
    finding::Finding,
    kind,
    lexicon::{self, Frame},
    unit::Unit,
    unreal::is_unreal,
    verb_group::{Form, Group, Link, is_document},
    word::Tag,
};
use crate::find::quotation::Quotation;
use crossread_corpus::attribution::Stance;

/// Gives every quotation that is in no finding yet to a speaker, or to none.
pub(super) fn find(units: &[Unit], quotes: &[Quotation], findings: &mut [Vec<Finding>]) {
    for number in 0..units.len() {
        for at in 0..units[number].words.len() {
            if units[number].tag_at(at) != Tag::Quote || covered(&findings[number], at) {
                continue;
            }
            let place = if alone(&units[number]) {
                before(units, quotes, findings, number)
            } else {
                within(&units[number], &findings[number], number, at)
            };
            let content = vec![(at, at + 1)];
            match place {
                Some(Place::Same(unit, finding)) => findings[unit][finding].carried.push((number, at)),
                Some(Place::New(finding)) => findings[number].push(Finding { content, ..finding }),
                None => findings[number].push(Finding {
                    source: None,
                    cue: None,
                    content,
                    carried: Vec::new(),
                    via: None,
                    stance: Stance::Neutral,
                    rule: "quote-unattributed",
                }),
            }
        }
    }
}

/// Where the speaker of a quotation is found.
enum Place {
    /// It goes on with the words of this finding: unit and place in its list.
    Same(usize, usize),
    /// Some other words name the speaker; the content is still to be filled in.
    New(Finding),
}

fn covered(findings: &[Finding], at: usize) -> bool {
    findings.iter().any(|finding| finding.content.iter().any(|&(from, to)| from <= at && at < to))
}

/// True when a unit is nothing but quotations.
fn alone(unit: &Unit) -> bool {
    let mark = |tag| matches!(tag, Tag::Quote | Tag::Stop | Tag::Comma | Tag::Dash | Tag::Conjunction);
    unit.words.iter().all(|word| mark(word.tag))
}

/// The speaker of a quotation that stands alone.
fn before(units: &[Unit], quotes: &[Quotation], findings: &[Vec<Finding>], number: usize) -> Option<Place> {
    if let Some(signed) = signature(units, number) {
        return Some(Place::New(signed));
    }
    let previous = number.checked_sub(1)?;
    let same_block = |unit: usize| units[unit].block == units[number].block;
    let last_quote = units[previous].words.iter().rev().find_map(|word| word.quote);
    let open = last_quote.is_some_and(|quote| !quotes[quote].closed);
    let ends_with_colon = units[previous].words.last().is_some_and(|word| word.tag == Tag::Colon);
    let announced = ends_with_colon.then(|| announced(&units[previous])).flatten();
    if let Some(finding) = announced.filter(|_| !open) {
        return Some(Place::New(finding));
    }
    if let Some((unit, place)) = quote_finding(units, findings, previous) {
        return Some(Place::Same(unit, place));
    }
    // "“A,” she said. He listened. “B.”"
    let earlier =
        (0..previous).rev().take_while(|&unit| same_block(unit)).find_map(|u| quote_finding(units, findings, u));
    if let Some((unit, place)) = earlier.filter(|_| same_block(previous)) {
        return Some(Place::Same(unit, place));
    }
    // "“A?” “B,” she said."
    let next = number + 1;
    if next < units.len()
        && same_block(next)
        && let Some((unit, place)) = quote_finding(units, findings, next)
    {
        return Some(Place::Same(unit, place));
    }
    if units[previous].headline {
        return None;
    }
    // a paragraph that is one quotation, as the one before it: the same speaker
    if let Some((unit, place)) = carried_into(findings, previous) {
        return Some(Place::Same(unit, place));
    }
    let rule = if same_block(previous) { "quote-introduced" } else { "quote-after" };
    introduced(&units[previous], &findings[previous], rule).map(Place::New)
}

/// The line that names the speaker below a quotation: "- Jane Doe, Springfield".
fn signature(units: &[Unit], number: usize) -> Option<Finding> {
    let line = units.get(number + 1)?;
    let signed = line.tag_at(0) == Tag::Dash && line.tag_at(1) == Tag::Proper && line.words.len() < 12;
    let end = super::phrase::end_of(line, 1);
    (signed && end > 1 && line.groups.is_empty()).then(|| Finding {
        source: Some(line.span(1, end)),
        cue: Some(line.span(0, 1)),
        content: Vec::new(),
        carried: Vec::new(),
        via: None,
        stance: Stance::Neutral,
        rule: "quote-signed",
    })
}

/// Who speaks after a sentence that ends in a colon: the subject of its last verb with a tense.
fn announced(unit: &Unit) -> Option<Finding> {
    let mut groups = unit.groups.iter().rev();
    let group = groups.find(|group| matches!(group.form, Form::Finite | Form::Gerund) && group.subject.is_some())?;
    Some(of_verb(unit, group, "quote-introduced"))
}

fn of_verb(unit: &Unit, group: &Group, rule: &'static str) -> Finding {
    let cue = lexicon::verb(unit.lower(group.head)).first();
    Finding {
        source: group.subject.map(|(from, to)| unit.span(from, to)),
        cue: Some(unit.span(group.head, group.head + 1)),
        content: Vec::new(),
        carried: Vec::new(),
        via: None,
        stance: cue.map_or(Stance::Neutral, |cue| cue.stance),
        rule,
    }
}

/// The last finding of a unit that holds a quotation and names a source.
fn quote_finding(units: &[Unit], findings: &[Vec<Finding>], unit: usize) -> Option<(usize, usize)> {
    let quoted = |finding: &Finding| {
        finding.source.is_some()
            && finding.content.iter().any(|&(from, to)| (from..to).any(|at| units[unit].tag_at(at) == Tag::Quote))
    };
    let last = findings[unit]
        .iter()
        .enumerate()
        .filter(|(_, finding)| quoted(finding))
        .max_by_key(|(_, finding)| finding.content.iter().map(|range| range.1).max());
    last.map(|(place, _)| (unit, place))
}

/// The finding that a quotation in this unit was carried into.
fn carried_into(findings: &[Vec<Finding>], unit: usize) -> Option<(usize, usize)> {
    (unit.saturating_sub(12)..unit).rev().find_map(|earlier| {
        let place = findings[earlier].iter().position(|finding| finding.carried.iter().any(|(u, _)| *u == unit))?;
        Some((earlier, place))
    })
}

/// The speaker that a sentence without a quotation introduces.
fn introduced(unit: &Unit, findings: &[Finding], rule: &'static str) -> Option<Finding> {
    let last = findings.iter().rev().find(|finding| finding.source.is_some());
    match last {
        Some(finding) => Some(Finding { content: Vec::new(), carried: Vec::new(), via: None, rule, ..finding.clone() }),
        None => {
            let group = unit.groups.iter().find(|group| group.form == Form::Finite && group.subject.is_some())?;
            // "He went on with his remarks." before a paragraph that is a quotation
            let spoken = |at| is_document(unit.lower(at)) || matches!(unit.lower(at), "question" | "answer" | "words");
            let tells = rule == "quote-introduced"
                || !lexicon::verb(unit.lower(group.head)).is_empty()
                || (group.head + 1..unit.words.len()).any(spoken);
            tells.then(|| Finding { cue: None, ..of_verb(unit, group, rule) })
        }
    }
}

/// The speaker of a quotation within a sentence, when no rule's content reaches it.
fn within(unit: &Unit, findings: &[Finding], number: usize, at: usize) -> Option<Place> {
    if let Some(finding) = verb_behind(unit, at) {
        return Some(Place::New(finding));
    }
    if is_term(unit, at) {
        return None;
    }
    let reaching = |finding: &Finding| {
        finding.source.is_some() && finding.content.iter().any(|&(_, to)| to <= at) && finding.rule != "verb-object"
    };
    let nearest = findings.iter().enumerate().filter(|(_, finding)| reaching(finding));
    if let Some((place, _)) = nearest.max_by_key(|(_, finding)| finding.content.iter().map(|range| range.1).max()) {
        return Some(Place::Same(number, place));
    }
    let before = || unit.groups.iter().rev().filter(|group| group.head < at && group.subject.is_some());
    // "Poe |said as he left, “…”"
    let says = |group: &&Group| lexicon::verb(unit.lower(group.head)).iter().any(|cue| cue.has(Frame::Quote));
    let free = |group: &&Group| {
        !findings.iter().any(|f| f.cue.is_some_and(|cue| cue.contains(unit.span(group.head, group.head + 1))))
    };
    let group = before().filter(says).find(free).or_else(|| before().next())?;
    let whole = unit.written(at).split_whitespace().nth(4).is_some();
    (whole && leads(unit, group, at)).then(|| Place::New(of_verb(unit, group, "quote-subject")))
}

/// A verb leads to the quotation at word `at`: a mark stands before it, or the verb is one of saying.
fn leads(unit: &Unit, group: &Group, at: usize) -> bool {
    let marked = matches!(unit.tag_before(at), Tag::Colon | Tag::Comma | Tag::Dash);
    let thing = |(start, _): (usize, usize)| matches!(unit.lower(start), "it" | "that" | "which" | "there");
    (marked || !lexicon::verb(unit.lower(group.head)).is_empty())
        && !group.subject.is_some_and(thing)
        && !is_unreal(unit, group)
}

/// A few quoted words that are part of a noun phrase: a title, a name, a term: "on the show “Good Day”".
fn is_term(unit: &Unit, at: usize) -> bool {
    let words = unit.written(at).split_whitespace().count();
    let before = unit.tag_before(at);
    words <= 4
        && (before.is_nominal()
            || matches!(before, Tag::Genitive | Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Adjective))
}

/// The verb of a clause right behind a quotation that ends in a comma, question or exclamation mark: "“…,” she went on".
fn verb_behind(unit: &Unit, at: usize) -> Option<Finding> {
    let quoted = unit.written(at).trim_end_matches(['”', '"', '\'', '’']);
    if !quoted.ends_with([',', '?', '!']) {
        return None;
    }
    let inverted = unit.groups.iter().find(|group| group.first == at + 1);
    if let Some((group, source)) = inverted.and_then(|group| Some((group, around::inverted(unit, group)?))) {
        return Some(of_verb(unit, &Group { subject: Some(source), ..*group }, "quote-verb"));
    }
    // "“…,” he beamed on Monday", but not "“Good Day,” he took a seat"
    let ends = |head: usize| {
        matches!(
            unit.tag_at(head + 1),
            Tag::Stop | Tag::Comma | Tag::Quote | Tag::Adverb | Tag::Subordinator | Tag::Colon
        ) || unit.is_time(head + 1)
    };
    // "“…,” he beamed |at the crowd", but not "“Good Day,” he sat |in a row", "“…,” he was |in a row"
    let turns = |head: usize| {
        unit.tag_at(head + 1) == Tag::Preposition
            && !matches!(unit.lower(head + 1), "by" | "of")
            && unit.tag_at(head).is_verb()
            && !kind::is_title(unit.written(at))
    };
    let last = unit.groups.iter().rfind(|group| group.form == Form::Finite).map_or(0, |group| group.head);
    let own = unit.groups.iter().find(|group| {
        // "Ann Poe |beamed at" may look like "a mayor |seen at"
        let finite = group.form == Form::Finite || (group.form == Form::Participle && last <= at);
        let ends = if group.form == Form::Finite { ends(group.head) || turns(group.head) } else { turns(group.head) };
        finite
            && ends
            && group.link == Link::Own
            && group.subject.is_some_and(|(from, _)| from == at + 1)
            && !is_unreal(unit, group)
    });
    own.map(|group| of_verb(unit, group, "quote-verb"))
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_none};

    #[test]
    fn the_speaker_goes_on() {
        check("verb-after", "“{content|A is so,}” {source|she} {cue|said}. “{content|B is so too.}”");
        check("verb-after", "“{content|A is so,}” {source|she} {cue|said}.\n\n“{content|And B is so, as all know.}”");
        check("verb-quote", "{source|She} {cue|said}: “{content|A is so.}\n“{content|B is so too.}”");
    }

    #[test]
    fn a_sentence_introduces_the_speaker() {
        check(
            "quote-introduced",
            "{source|The mayor} {cue|called on} his friends to help. “{content|I need you all.}”",
        );
        check("quote-signed", "“{content|The bridge is safe and I drive over it.}”\n{cue|-} {source|Ann Poe}, mayor.");
    }

    #[test]
    fn any_verb_right_behind() {
        check("quote-verb", "“{content|It is over,}” {source|he} {cue|beamed}.");
        let beamed =
            "“{content|We will go on and win it all,}” {source|Ann Poe} {cue|beamed} at the crowd as Tom Hill left.";
        check("quote-verb", beamed);
        check("quote-verb", "“{content|We will win it all,}” {source|he} {cue|beamed} at the crowd.");
    }

    #[test]
    fn a_verb_of_another_sort_behind() {
        check_none("quote-verb", "In “The Good Old Bridge,” she took a seat in the front row.");
        check_none("quote-verb", "In “The Good Old Bridge,” she sat in the front row.");
        check_none("quote-verb", "“We will win it all,” the mayor was at the bridge.");
    }

    #[test]
    fn a_subject_is_no_speaker_of_all_that_follows() {
        check_none("quote-subject", "The law makes her “by definition a good and trustworthy person” here.");
        check("quote-subject", "{source|The mayor} {cue|was} clear: “{content|We will not close the old bridge.}”");
    }

    #[test]
    fn a_paragraph_behind_one_that_tells_of_words() {
        check("quote-after", "{source|The mayor} went on with his remarks.\n\n“{content|We will close it for good.}”");
        check_none("quote-after", "The mayor sat down.\n\n“We will close it for good.”");
    }

    #[test]
    fn the_verb_of_saying_leads_to_the_quotation() {
        check("quote-subject", "{source|Poe} {cue|said} as he left the hall, “{content|We will not close it now.}”");
    }

    #[test]
    fn titles_are_nobodys_words() {
        check("quote-unattributed", "She wrote for the show “{content|Good Day}” then.");
    }
}
