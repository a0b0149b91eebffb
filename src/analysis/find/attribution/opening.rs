//! Names that are words of their own elsewhere and open a sentence: "Song said".

use super::{
    clause, phrase,
    speaker::{Candidate, ORGANISATIONS, TITLES, is_subject, last_word},
    unit::Unit,
    word::Tag,
};
use crate::find::hashed::WordMap;

/// "Song said": a word that opens a sentence and that the full name of a person before ends in is that name, whatever
/// else it means; none where the name of no person ends in it too.
pub(super) fn named(units: &[Unit], is_caption: impl Fn(&Unit) -> bool, named: &[Candidate]) -> Vec<Candidate> {
    let Some(unit) = units.first() else { return Vec::new() };
    // where the first such name ends
    let mut lasts: WordMap<&str, Option<u32>> = WordMap::default();
    for c in named {
        let name = &unit.text[c.name.range()];
        if name.contains(' ') {
            let end = lasts.entry(last_word(name)).or_insert(Some(c.name.end()));
            *end = end.filter(|_| c.person);
        }
    }
    let first = |unit: &Unit| {
        let at = clause::body_start(unit);
        let end = (*lasts.get(unit.written(at))?)?;
        let word = unit.lower(at);
        let alone = unit.tag_at(at) == Tag::Noun && phrase::end_of(unit, at) == at + 1;
        let may_be = alone && !TITLES.contains(word) && !ORGANISATIONS.contains(word);
        let span = Some(unit.span(at, at + 1)).filter(|span| may_be && end <= span.start())?;
        let subject = !is_caption(unit) && is_subject(unit, at, at + 1);
        Some(Candidate { span, name: span, subject, person: true })
    };
    units.iter().filter(|unit| !unit.headline).filter_map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::super::check::speaker;

    #[test]
    fn the_last_word_of_a_full_name_before_is_that_person() {
        assert_eq!(speaker("They met Peter Song there. Song said the harbour was open."), Some("Peter Song"));
    }

    #[test]
    fn a_word_that_no_person_alone_is_called_is_no_name() {
        for (text, name) in [
            ("Ann Poe met the Metropolitan Police of London. Police said it was open.", "Metropolitan Police"),
            ("United Mill Workers closed the harbour. Workers said it was open.", "United Mill Workers"),
            ("The Ann Frank Fans met. Fans said it was open.", "Ann Frank Fans"),
            ("Ann Mayor left. Mayor said it was open.", "Ann Mayor"),
            ("Peter Song met the Mill Song. Song said it was open.", "Peter Song"),
        ] {
            assert_ne!(speaker(text), Some(name), "{text}");
        }
    }
}
