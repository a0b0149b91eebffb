//! Phrases that mean an entity without naming it: "the Alpine president", "the 65-year-old", "the bloc".

use super::{Described, Known, alias};
use crate::find::figure::piece::Piece;
use crossread_corpus::{
    ground::Rule,
    mention::{EntityKind, Reference},
    span::Span,
};

/// The reference at piece `at`, and the number of the one known entity it can mean; nothing when two could be meant.
pub(super) fn reference<'t>(
    pieces: &[Piece<'t>],
    at: usize,
    meant: &mut Meant<'_, 't>,
) -> Option<(usize, Reference, usize)> {
    let (last, phrase) = if pieces[at].lower == "the" {
        aged(pieces, at).or_else(|| office(pieces, at + 1)).or_else(|| body(pieces, at))?
    } else {
        titled(pieces, at)?
    };
    // a name behind it means that the phrase describes the name
    if pieces.get(last + 1).is_some_and(|p| (p.is_capital() && p.is_word()) || p.lower == "of") {
        return None;
    }
    let number = meant.only(phrase)?;
    let span = Span::new(pieces[at].span.start(), pieces[last].span.end());
    Some((number, Reference { span, rule: Rule::new(phrase.rule()) }, last + 1))
}

/// What a phrase says of whom it means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phrase<'t> {
    /// "the 65-year-old": the only person whose age the article gives so.
    Aged(&'t str),
    /// "the Alpine president", "the mayor": the only person described by that office, and by that country if one is said.
    Office { country: Option<usize>, title: &'t str },
    /// "the bloc", "the alliance": the only organisation whose name or description says that it is one.
    Body(&'static str),
}

impl Phrase<'_> {
    const fn rule(self) -> &'static str {
        match self {
            Self::Aged(_) => "age-of-the-person",
            Self::Office { .. } => "office-of-the-person",
            Self::Body(_) => "kind-of-the-organisation",
        }
    }

    fn fits(self, entity: &Known) -> bool {
        match self {
            Self::Aged(age) => entity.kind == EntityKind::Person && entity.age == Some(age),
            Self::Office { country, title } => {
                let leads = |office: &str| {
                    office == title || (title == "leader" && matches!(office, "president" | "chancellor" | "premier"))
                };
                let same = |described: &Described| {
                    let plain = |word: &str| leads(word.trim_matches([',', '.', '’', '\'']));
                    (country.is_none() || described.country == country) && described.words().any(plain)
                };
                entity.kind == EntityKind::Person && entity.described.iter().any(same)
            }
            Self::Body(word) => {
                let says = |kind: &str| entity.described.iter().flat_map(Described::words).any(|said| said == kind);
                let same = || match word {
                    "bloc" => entity.names.iter().any(|name| matches!(*name, "european union" | "eu")),
                    "company" => says("company") || says("maker") || says("corp.") || says("inc.") || says("firm"),
                    word => says(word),
                };
                entity.kind == EntityKind::Organisation && same()
            }
        }
    }
}

/// Whom phrases mean among the entities of an article: the same phrase comes again and again.
pub(super) struct Meant<'n, 't> {
    known: &'n [Known<'n>],
    asked: Vec<(Phrase<'t>, Option<usize>)>,
}

impl<'n, 't> Meant<'n, 't> {
    pub(super) const fn new(known: &'n [Known<'n>]) -> Self {
        Self { known, asked: Vec::new() }
    }

    /// The number of the one entity that `phrase` fits.
    fn only(&mut self, phrase: Phrase<'t>) -> Option<usize> {
        if let Some((_, number)) = self.asked.iter().find(|(asked, _)| *asked == phrase) {
            return *number;
        }
        let mut fitting = (0..self.known.len()).filter(|number| phrase.fits(&self.known[*number]));
        let number = fitting.next().filter(|_| fitting.next().is_none());
        self.asked.push((phrase, number));
        number
    }
}

/// Its last piece, and what it says.
type Found<'t> = Option<(usize, Phrase<'t>)>;

fn aged<'t>(pieces: &[Piece<'t>], at: usize) -> Found<'t> {
    let age = pieces.get(at + 1).filter(|p| p.is_digits())?.text;
    let old = pieces.get(at + 2)?.lower == "year" && pieces.get(at + 3)?.lower == "old";
    old.then_some((at + 3, Phrase::Aged(age)))
}

/// "Alpinia President says", "Alpine president says", as headlines have it: a country's own name and the office; or what
/// opens the sentence, and an office of which a country has one.
fn titled<'t>(pieces: &[Piece<'t>], at: usize) -> Found<'t> {
    const FORMER: [&str; 6] = ["the", "former", "ex", "late", "then", "next"];
    const SINGLE: [&str; 4] = ["president", "premier", "chancellor", "leader"];
    let country = pieces[at].lower;
    let opens = || at == 0 && pieces.get(1).is_some_and(|next| SINGLE.contains(&next.lower));
    let is_one = || alias::is_country_name(country) || (opens() && alias::country(country).is_some());
    if !pieces[at].is_capital() || !is_one() {
        return None;
    }
    let before = at.checked_sub(1).map(|before| pieces[before].lower);
    if before.is_some_and(|before| FORMER.contains(&before)) { None } else { office(pieces, at) }
}

/// "Alpine president", "mayor", behind "the".
fn office<'t>(pieces: &[Piece<'t>], at: usize) -> Found<'t> {
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
    Some((last, Phrase::Office { country, title }))
}

/// "the bloc", "the alliance", "the agency".
fn body<'t>(pieces: &[Piece<'t>], at: usize) -> Found<'t> {
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
    Some((at + 1, Phrase::Body(word)))
}
