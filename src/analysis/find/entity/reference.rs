//! Phrases that mean an entity without naming it: "the Alpine president", "the 65-year-old", "the bloc".

use super::{Described, Known, alias};
use crate::find::figure::piece::Piece;
use crossread_corpus::{
    ground::Rule,
    mention::{EntityKind, Reference},
    span::Span,
};

/// The reference at piece `at`, and the number of the one known entity it can mean; nothing when two could be meant.
pub(super) fn reference(pieces: &[Piece], at: usize, known: &[Known]) -> Option<(usize, Reference, usize)> {
    let (last, rule, fits): Fit<'_> = if pieces[at].lower == "the" {
        aged(pieces, at).or_else(|| office(pieces, at + 1)).or_else(|| body(pieces, at))?
    } else {
        titled(pieces, at)?
    };
    // a name behind it means that the phrase describes the name
    if pieces.get(last + 1).is_some_and(|p| (p.is_capital() && p.is_word()) || p.lower == "of") {
        return None;
    }
    let mut fitting = known.iter().enumerate().filter(|(_, entity)| fits(entity));
    let (number, _) = fitting.next()?;
    if fitting.next().is_some() {
        return None;
    }
    let span = Span::new(pieces[at].span.start(), pieces[last].span.end());
    Some((number, Reference { span, rule: Rule::new(rule) }, last + 1))
}

type Fit<'a> = (usize, &'static str, Box<dyn Fn(&Known) -> bool + 'a>);

/// "the 65-year-old": the only person whose age the article gives so.
fn aged<'a>(pieces: &[Piece<'a>], at: usize) -> Option<Fit<'a>> {
    let age = pieces.get(at + 1).filter(|p| p.is_digits())?.text;
    let old = pieces.get(at + 2)?.lower == "year" && pieces.get(at + 3)?.lower == "old";
    old.then(|| -> Fit<'a> {
        (
            at + 3,
            "age-of-the-person",
            Box::new(move |entity: &Known| entity.kind == EntityKind::Person && entity.age == Some(age)),
        )
    })
}

/// "Alpinia President says", as headlines have it: a country's own name and the office.
fn titled<'a>(pieces: &[Piece<'a>], at: usize) -> Option<Fit<'a>> {
    const FORMER: [&str; 6] = ["the", "former", "ex", "late", "then", "next"];
    let before = at.checked_sub(1).map(|before| pieces[before].lower);
    (alias::is_country_name(pieces[at].lower) && !before.is_some_and(|before| FORMER.contains(&before)))
        .then(|| office(pieces, at))?
}

/// "Alpine president", "mayor", behind "the": the only person described by that office, and by that country if one is said.
fn office<'a>(pieces: &[Piece<'a>], at: usize) -> Option<Fit<'a>> {
    const OFFICES: [&str; 18] = [
        "president",
        "leader",
        "chancellor",
        "premier",
        "minister",
        "mayor",
        "governor",
        "senator",
        "secretary",
        "chairman",
        "coach",
        "manager",
        "judge",
        "general",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "director",
    ];
    let country = alias::country(pieces.get(at)?.lower);
    let last = at + usize::from(country.is_some());
    let title = pieces.get(last).map(|p| p.lower).filter(|title| OFFICES.contains(title))?;
    // "the President" may be an office; "the Alpine President" is somebody
    if pieces.get(last)?.is_capital() && country.is_none() {
        return None;
    }
    let fits = move |entity: &Known| {
        let leads = |office: &str| {
            office == title || (title == "leader" && matches!(office, "president" | "chancellor" | "premier"))
        };
        let same = entity.described.iter().any(|described| {
            let plain = |word: &str| leads(word.trim_matches([',', '.', '’', '\'']));
            (country.is_none() || described.country == country) && described.words().any(plain)
        });
        entity.kind == EntityKind::Person && same
    };
    Some((last, "office-of-the-person", Box::new(fits)))
}

/// "the bloc", "the alliance", "the agency": the only organisation whose name or description says that it is one.
fn body<'a>(pieces: &[Piece<'a>], at: usize) -> Option<Fit<'a>> {
    const BODIES: [&str; 14] = [
        "bloc",
        "alliance",
        "agency",
        "company",
        "ministry",
        "party",
        "bank",
        "union",
        "court",
        "commission",
        "institute",
        "university",
        "club",
        "newspaper",
    ];
    let piece = pieces.get(at + 1)?;
    let word = BODIES.iter().find(|word| **word == piece.lower)?;
    let fits = move |entity: &Known| {
        let says = |kind: &str| entity.described.iter().flat_map(Described::words).any(|said| said == kind);
        let same = match *word {
            "bloc" => entity.names.iter().any(|name| matches!(*name, "european union" | "eu")),
            "company" => says("company") || says("maker") || says("corp.") || says("inc.") || says("firm"),
            word => says(word),
        };
        entity.kind == EntityKind::Organisation && same
    };
    Some((at + 1, "kind-of-the-organisation", Box::new(fits)))
}
