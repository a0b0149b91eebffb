//! Looking a query's words up: for every clause, each place in each article that answers it.

use super::{
    snippet::place,
    syntax::{Atom, Clause, Part, Query},
    who::{Wanted, Who, Within, person, speaker},
};
use crate::{
    article::Article,
    index::{Field, Index, Match, Posting, Widening, fold::fold, token::tokens},
    order::{sort_by, sort_by_key},
    span::Span,
};

/// One place that answers a clause.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Occurrence {
    /// Number of the article.
    pub article: u32,
    /// Number of its first token in the article.
    pub position: u32,
    /// How many tokens: one for a word, more for a phrase.
    pub length: u32,
    /// How it answers.
    pub how: Match,
    /// The form that stood there; of a phrase, its first.
    pub form: u32,
}

/// All that answers one clause.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Finding {
    /// Sorted by article, then position.
    pub occurrences: Vec<Occurrence>,
    /// Where each article's occurrences end; one entry an article.
    ends: Vec<u32>,
}

/// A spelling that was found though not typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spelling {
    /// The form.
    pub form: u32,
    /// How it answers.
    pub how: Match,
    /// How often it stands in the articles.
    pub count: u32,
}

impl Finding {
    /// The occurrences in article `article`.
    pub fn of(&self, article: usize) -> &[Occurrence] {
        let from = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends.get(article).map_or(&[], |to| &self.occurrences[from as usize..*to as usize])
    }

    /// The spellings that answered without being asked for, the most frequent first.
    pub fn spellings(&self) -> Vec<Spelling> {
        let mut found: Vec<Spelling> = Vec::new();
        for occurrence in self.occurrences.iter().filter(|occurrence| !occurrence.how.as_asked()) {
            match found.iter_mut().find(|spelling| spelling.form == occurrence.form) {
                Some(spelling) => spelling.count += 1,
                None => found.push(Spelling { form: occurrence.form, how: occurrence.how, count: 1 }),
            }
        }
        sort_by_key(&mut found, |spelling| (core::cmp::Reverse(spelling.count), spelling.form));
        found
    }

    fn gather(mut occurrences: Vec<Occurrence>, articles: usize) -> Self {
        if !occurrences.is_sorted() {
            sort_by(&mut occurrences, Ord::cmp);
        }
        // One place may answer twice: as a word and as the start of a compound.
        occurrences.dedup_by_key(|occurrence| (occurrence.article, occurrence.position));
        let mut ends = vec![0; articles];
        for occurrence in &occurrences {
            ends[occurrence.article as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        Self { occurrences, ends }
    }
}

/// What is searched.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// The articles.
    pub articles: &'a [Article],
    /// Built of them.
    pub index: &'a Index,
    /// For each whom it names.
    pub who: &'a [Who],
}

/// Looks up the words and names of a clause; `None` when it asks for none. `exact` forgives nothing.
pub(super) fn find(texts: Texts<'_>, query: &Query, clause: &Clause, exact: bool) -> Option<Finding> {
    let index = texts.index;
    let fields = allowed_fields(query);
    let last = query.clauses.last().is_some_and(|last| last.span == clause.span);
    let widening = match (exact, query.unfinished && last && !clause.negated) {
        (true, _) => Widening::Exact,
        (false, true) => Widening::Unfinished,
        (false, false) => Widening::Forgiving,
    };
    let mut occurrences = Vec::new();
    let mut words = false;
    for atom in &clause.any_of {
        match atom {
            Atom::Word(text) => find_word(index, text, widening, &mut occurrences),
            Atom::Phrase(text) => find_phrase(index, &forms(text), &mut occurrences),
            Atom::Prefix(text) => find_form(index, &fold(text), Widening::Prefix, &mut occurrences),
            Atom::Speaker(_) | Atom::Person(_) => {}
            Atom::Outlet(_) | Atom::Date(_) | Atom::In(_) => continue,
        }
        words = true;
    }
    if fields.len() < Field::ALL.len() {
        occurrences.retain(|occurrence| {
            fields.contains(&index.layout(occurrence.article as usize).passage(occurrence.position).1)
        });
    }
    let within = Within::of(query, exact);
    if !within.is_empty() && !clause.negated {
        let places = within.places(texts);
        occurrences.retain(|occurrence| {
            let number = occurrence.article as usize;
            place(index, &texts.articles[number], number, occurrence).is_some_and(&places[number])
        });
    }
    for atom in &clause.any_of {
        match atom {
            Atom::Speaker(name) => speaker(texts, &Wanted::new(name, exact), &mut occurrences),
            Atom::Person(name) => person(texts, &Wanted::new(name, exact), &mut occurrences),
            _ => {}
        }
    }
    words.then(|| Finding::gather(occurrences, index.articles()))
}

/// The fields that the query's `in:` leave.
fn allowed_fields(query: &Query) -> Vec<Field> {
    let named = |negated: bool| {
        query.clauses.iter().filter(move |clause| clause.negated == negated).flat_map(|clause| &clause.any_of).fold(
            Vec::new(),
            |mut fields: Vec<Field>, atom| {
                match atom {
                    Atom::In(Part::Headline) => fields.push(Field::Headline),
                    Atom::In(Part::Caption) => fields.push(Field::Caption),
                    Atom::In(Part::Body) => fields.extend([Field::Lead, Field::Body]),
                    _ => {}
                }
                fields
            },
        )
    };
    let (wanted, unwanted) = (named(false), named(true));
    Field::ALL
        .into_iter()
        .filter(|field| (wanted.is_empty() || wanted.contains(field)) && !unwanted.contains(field))
        .collect()
}

/// The keys of the tokens of `text`.
fn forms(text: &str) -> Vec<String> {
    tokens(text, Span::of(0, text.len())).into_iter().map(|token| token.form).collect()
}

fn find_word(index: &Index, text: &str, widening: Widening, found: &mut Vec<Occurrence>) {
    let words = tokens(text, Span::of(0, text.len()));
    match words.as_slice() {
        [] => {}
        [word] => find_form(index, &word.form, widening, found),
        [first, ..] => {
            if let Some((compound, end)) = &first.joined
                && *end as usize >= text.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len()
            {
                find_form(index, compound, widening, found);
            }
            let forms: Vec<String> = words.into_iter().map(|word| word.form).collect();
            find_phrase(index, &forms, found);
        }
    }
}

fn find_form(index: &Index, word: &str, widening: Widening, found: &mut Vec<Occurrence>) {
    for (form, how) in index.expand(word, widening) {
        found.extend(index.occurrences(form).map(|Posting { article, position }| Occurrence {
            article,
            position,
            length: 1,
            how,
            form: form as u32,
        }));
    }
}

fn find_phrase(index: &Index, words: &[String], found: &mut Vec<Occurrence>) {
    let known: Option<Vec<usize>> = words.iter().map(|word| index.forms().find(word)).collect();
    let Some((first, rest)) = known.as_deref().and_then(|forms| forms.split_first()) else { return };
    let mut places: Vec<Posting> = index.occurrences(*first).collect();
    for (step, form) in rest.iter().enumerate() {
        let ahead = step as u32 + 1;
        let mut next = index.occurrences(*form).peekable();
        places.retain(|place| {
            let wanted = Posting { article: place.article, position: place.position + ahead };
            while next.next_if(|candidate| *candidate < wanted).is_some() {}
            next.peek() == Some(&wanted)
        });
    }
    found.extend(places.into_iter().map(|Posting { article, position }| Occurrence {
        article,
        position,
        length: words.len() as u32,
        how: Match::Exact,
        form: *first as u32,
    }));
}
