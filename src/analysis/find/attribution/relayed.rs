//! Words passed on: "the agency quoted X as saying", "reported the agency, citing X", and who passes on whose words.

use super::{
    around::start_before,
    clause::{self, Reach},
    complement::behind,
    finding::Finding,
    lexicon::{self, Frame},
    phrase::{self, PhraseRange},
    unit::Unit,
    verb_group::{Group, Link},
    word::Tag,
};
use crossread_corpus::{attribution::Attribution, span::Span};

/// "A quoted X as saying …", "X was quoted by A as saying …".
pub(super) fn relayed(unit: &Unit, group: &Group) -> Option<Finding> {
    if !matches!(unit.lower(group.head), "quoted" | "quotes" | "quoting" | "cited" | "cites" | "citing") {
        return None;
    }
    let as_at = (group.head + 1..(group.head + 16).min(unit.words.len())).find(|&at| {
        unit.lower(at) == "as" && unit.tag_at(at + 1) == Tag::Gerund && !lexicon::verb(unit.lower(at + 1)).is_empty()
    })?;
    let own = group.subject.filter(|_| group.link != Link::None);
    let (source, via) = if group.passive {
        let by = (group.head + 1..as_at).find(|&at| unit.lower(at) == "by");
        (own?, by.map(|by| (by + 1, as_at)))
    } else {
        ((group.head + 1, as_at), own)
    };
    if source.0 >= source.1 {
        return None;
    }
    let verb = as_at + 1;
    let cue = lexicon::verb(unit.lower(verb))
        .iter()
        .find(|cue| cue.has(Frame::Quote))
        .or(lexicon::verb(unit.lower(verb)).first())?;
    let mut content: Vec<PhraseRange> = Vec::new();
    let from = own.filter(|_| group.link == Link::Own).map_or(group.first, |own| own.0);
    if matches!(unit.tag_before(from), Tag::Comma | Tag::Quote) && from > 0 {
        let end = if unit.tag_before(from) == Tag::Quote { from } else { from - 1 };
        content.push((start_before(unit, end), end));
    } else {
        let filled = behind(unit, verb + 1, verb + 1, cue, true)?;
        content.push((filled.start, clause::end(unit, filled.start, verb, Reach::Clause)));
    }
    let saying = Group { first: verb, head: verb, negated: false, ..*group };
    let found = Finding::of_verb(unit, &saying, cue, verb + 1, Some(source), content, "quoted-as");
    Some(Finding { via: via.filter(|(from, to)| from < to).map(|(from, to)| unit.span(from, to)), ..found })
}

/// The person cited in "…, reported the agency, citing X": who said it, where the agency ends before word `at`.
pub(super) fn cited(unit: &Unit, at: usize) -> Option<PhraseRange> {
    const PEOPLE: [&str; 8] =
        ["officials", "official", "sources", "source", "witnesses", "people", "police", "spokesman"];
    if unit.tag_at(at) != Tag::Comma || !matches!(unit.lower(at + 1), "citing" | "quoting") {
        return None;
    }
    let start = at + 2;
    let end = phrase::end_of(unit, start);
    let named = (start..end).any(|k| unit.tag_at(k) == Tag::Proper || PEOPLE.contains(&unit.lower(k)));
    (end > start && named).then_some((start, end))
}

/// Fills in who passes on whose words: an attribution whose cue stands in the content of another.
pub(super) fn fill_chains(found: &mut [Attribution]) {
    const SAYING: [&str; 5] = ["verb-clause", "verb-after", "verb-inverted", "verb-quote", "according-to"];
    let size = |a: &Attribution| a.content.iter().map(|span| span.len()).sum::<u32>();
    let outer: Vec<Option<Span>> = found
        .iter()
        .map(|inner| {
            let cue = inner.cue.filter(|_| inner.source.is_some())?;
            let holds = |a: &&Attribution| {
                a.content.iter().any(|s| s.contains(cue))
                    && a.source != inner.source
                    && SAYING.contains(&a.rule.0.as_ref())
            };
            found.iter().filter(holds).min_by_key(|a| size(a)).and_then(|a| a.source)
        })
        .collect();
    for (attribution, via) in found.iter_mut().zip(outer) {
        attribution.via = attribution.via.or(via);
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn quoted_as_saying() {
        check("quoted-as", "“{content|We go on,}” the agency quoted {source|Ann Poe} as {cue|saying} on Monday.");
        check("quoted-as", "{source|Ann Poe} was quoted as {cue|saying} {content|that work would go on}.");
    }

    #[test]
    fn nobody_between_citing_and_as() {
        assert!(super::super::check::read("citing as citing it").iter().all(|a| a.rule.0 != "quoted-as"));
    }

    #[test]
    fn reported_the_agency_citing() {
        check("reported-citing", "“{content|We go on,}” reported the agency, {cue|citing} {source|teacher Ann Poe}.");
    }

    #[test]
    fn the_chain_is_kept() {
        let found = super::super::check::read("The bridge was closed, the mayor said, the agency reported.");
        assert!(found.iter().any(|a| a.via.is_some()), "{found:?}");
    }
}
