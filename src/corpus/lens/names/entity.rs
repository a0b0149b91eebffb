//! One entity's page: how it is written and described and in whose voice, what it says and what is said about it, with
//! whom it is named, and every sentence that does.

use super::{
    super::{
        Looking, correct,
        count::{Outlet, Row, answers, both, dated, named, outlet, outlets, table},
        linked::{Linked, Naming, places},
        long,
        place::{SHOWN, joined, marked, place},
        saying::{Saying, sayings},
    },
    all_names, in_sentences, kind_of,
};
use crate::{
    annotation::Voice,
    facet::{Choice, Facet},
    links::entity::{Join, LinkedEntity},
    mention::EntityKind,
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, pairs, words},
    span::Span,
    view::{Lens, View},
    wording,
};
use core::cmp::Reverse;

/// The voices that describe, as tags begin and as headings.
const VOICES: [(&str, &str); 3] = [
    ("in the outlet’s words ", "Described in the outlets’ own voice"),
    ("in others’ words, reported ", "Described in words reported of others"),
    ("in others’ words, quoted ", "Described in quoted words"),
];

/// A naming with what it is counted by: each tag with the place it is about.
struct Counted {
    naming: Naming,
    tags: Vec<String>,
    about: Vec<Span>,
}

impl Counted {
    fn add(&mut self, tag: String, about: Span) {
        if !self.tags.contains(&tag) {
            self.tags.push(tag);
            self.about.push(about);
        }
    }
}

/// Everything an entity's page is made of.
struct Page<'a> {
    looking: Looking<'a>,
    number: usize,
    name: &'a str,
    outlets: Vec<Outlet>,
    found: Vec<Counted>,
}

/// The page of entity `number`.
pub(super) fn page(looking: Looking<'_>, linked: &Linked<'_>, number: usize) -> Vec<Part> {
    let entity = &linked.entities[number];
    let name = linked.name(number);
    let heading = vec![Piece::Source(name.to_owned()), words(" "), Piece::Tag(kind_of(entity.kind).to_owned())];
    let mut parts = vec![Part::Paragraph(vec![all_names(looking)]), Part::Heading(3, heading)];
    if entity.called.is_some() {
        parts.push(Part::Note(vec![words("Called so by the editor.")]));
    }
    for other in correct::parted_by_editor(looking, entity) {
        let apart = words(format!("Kept apart from “{other}”: "));
        parts.push(Part::Note(vec![apart, Piece::Tag(super::super::coverage::EDITED.to_owned())]));
    }
    let page = Page { looking, number, name, outlets: outlets(looking), found: counted(looking, linked, number) };
    if page.found.is_empty() {
        parts.push(Part::Note(vec![words("Not named in the articles that the search and the filters leave.")]));
        return parts;
    }
    let asked: Vec<&Counted> = page.found.iter().filter(|one| answers(&looking.view.by, &one.tags)).collect();
    if !looking.view.by.is_empty() {
        let all = go(looking.view.ordered(""), format!("All of {name}"));
        parts.push(Part::Paragraph(vec![words(format!("{} {}. ", in_sentences(asked.len()), looking.view.by)), all]));
        parts.extend(page.sentences(&asked));
        return parts;
    }
    let said = sayings(looking, linked);
    parts.push(pairs(page.about(entity, &said)));
    parts.push(Part::Heading(4, vec![words("How it is written")]));
    parts.extend(page.written(entity));
    parts.extend(page.joins(entity));
    parts.extend(correct::joining(looking, linked, number));
    for (voice, title) in VOICES {
        page.listed(voice, title, &mut parts);
    }
    page.said(&said, &mut parts);
    page.listed("with ", "In the same sentences", &mut parts);
    parts.push(Part::Heading(3, vec![words(format!("Every sentence ({})", asked.len()))]));
    parts.extend(page.sentences(&asked));
    parts
}

/// The sentences that name or mean an entity, in the order of time and text, with their tags.
fn counted(looking: Looking<'_>, linked: &Linked<'_>, number: usize) -> Vec<Counted> {
    let order = looking.in_time();
    let mut namings = linked.namings(looking, number);
    sort_by_key(&mut namings, |naming| (order.iter().position(|at| *at == naming.article), naming.sentence));
    let mut found: Vec<Counted> = Vec::new();
    for naming in namings {
        let article = looking.article(naming.article);
        let mut one = Counted { naming, tags: Vec::new(), about: Vec::new() };
        for at in 0..one.naming.places.len() {
            let (span, named) = (one.naming.places[at].span, one.naming.places[at].named);
            if named {
                one.add(format!("as {}", article.slice(span)), span);
            }
            if let Some(description) = one.naming.places[at].description {
                let voice = match article.annotations.voice(description) {
                    Voice::Outlet => VOICES[0].0,
                    Voice::Attributed(_) => VOICES[1].0,
                    Voice::Quoted(_) => VOICES[2].0,
                };
                one.add(format!("{voice}“{}”", article.slice(description)), description);
            }
        }
        found.push(one);
    }
    // who else is named in the same sentences
    for same in found.chunk_by_mut(|one, other| one.naming.article == other.naming.article) {
        let number_of = same[0].naming.article;
        let article = looking.article(number_of);
        for id in (0..).map(crate::mention::EntityId).take(article.annotations.entities.len()) {
            let Some(other) = linked.number(number_of, id).filter(|other| *other != number) else { continue };
            for place in places(article, id) {
                let sentence = article.sentence_at(place.span.start());
                if let Some(one) = same.iter_mut().find(|one| Some(one.naming.sentence) == sentence) {
                    one.add(format!("with {}", linked.name(other)), place.span);
                }
            }
        }
    }
    for one in &mut found {
        let outlet = outlet(looking.article(one.naming.article));
        one.add(format!("in {outlet}"), one.naming.places[0].span);
    }
    found
}

impl Page<'_> {
    /// How many sentences of each outlet have each tag that begins so; the most frequent first. With each the sentence
    /// and place that has it first.
    fn tally(&self, start: &str) -> Vec<(Row, Piece)> {
        let mut rows: Vec<(Row, Piece)> = Vec::new();
        for one in &self.found {
            let article = one.naming.article;
            let Some(outlet) = self.outlets.iter().position(|outlet| outlet.articles.contains(&article)) else {
                continue;
            };
            for (tag, about) in one.tags.iter().zip(&one.about).filter(|(tag, _)| tag.starts_with(start)) {
                let known = rows.iter().position(|(row, _)| row.by == *tag).unwrap_or(rows.len());
                if known == rows.len() {
                    let counts = vec![0; self.outlets.len()];
                    let row = Row { head: Line::new(), of: self.name.to_owned(), by: tag.clone(), counts };
                    rows.push((row, place(self.looking.article(article), *about)));
                }
                rows[known].0.counts[outlet] += 1;
            }
        }
        sort_by_key(&mut rows, |(row, _)| Reverse(row.total()));
        rows
    }

    /// The spellings, by outlet.
    fn written(&self, entity: &LinkedEntity) -> Vec<Part> {
        let rows = self.tally("as ").into_iter().map(|(row, first)| {
            let mut head = vec![first];
            if let Some(part) = row.by.strip_prefix("as ").and_then(|as_| correct::parting(self.looking, entity, as_)) {
                head.extend([words(" "), part]);
            }
            Row { head, ..row }
        });
        let rows = rows.collect();
        table(self.looking, "In how many sentences it is written so", "Spelling", rows, &self.outlets)
    }

    /// What has tags that begin so, with counts by outlet.
    fn listed(&self, start: &str, title: &str, parts: &mut Vec<Part>) {
        let rows = self.tally(start);
        if rows.is_empty() {
            return;
        }
        let lines = rows.into_iter().map(|(row, first)| {
            let with = row.by.strip_prefix("with ").filter(|_| start == "with ");
            let first = with.map_or(first, |name| go(self.looking.view.looking_at(name), name));
            let mut line = vec![first, words(" – ")];
            for (outlet, count) in self.outlets.iter().zip(&row.counts).filter(|(_, count)| **count > 0) {
                if line.len() > 2 {
                    line.push(words(" · "));
                }
                let view = self.looking.view.ordered(both(&row.by, &outlet.tag()));
                line.extend([named(self.looking, outlet), words(" "), go(view, count.to_string())]);
            }
            line
        });
        parts.push(Part::Heading(4, vec![words(title)]));
        parts.extend(long::lines(lines.collect(), SHOWN));
    }

    /// When it is first and last named, and where else to look.
    fn about(&self, entity: &LinkedEntity, said: &[Saying]) -> Vec<(&'static str, Line)> {
        let looking = self.looking;
        let mut pairs = Vec::new();
        let stated = |one: &&Counted| looking.article(one.naming.article).header.published.is_some();
        let dated_ones: Vec<&Counted> = self.found.iter().filter(stated).collect();
        if let [first, .., last] = dated_ones[..] {
            for (title, one) in [("First named", first), ("Last named", last)] {
                let mut line = dated(looking, one.naming.article);
                line.extend([words(": "), self.sentence(one)]);
                pairs.push((title, line));
            }
        }
        let shown = entity.shown(&looking.library.collection);
        let narrowed = |facet: Facet| {
            let wanted = |choice: &mut Choice| choice.wanted = vec![shown.clone()];
            looking.view.through(Lens::Articles).choosing(facet, wanted)
        };
        let mut line = Line::new();
        if said.iter().any(|saying| saying.named == Some(self.number)) {
            line.push(go(looking.view.through(Lens::Voices).looking_at(self.name), "all words of this speaker"));
            line.push(go(narrowed(Facet::Speaker), "articles that give them"));
        }
        let facet = match entity.kind {
            EntityKind::Person => Some(Facet::Person),
            EntityKind::Organisation => Some(Facet::Organisation),
            EntityKind::Place => Some(Facet::Place),
            EntityKind::Other => None,
        };
        line.extend(facet.map(|facet| go(narrowed(facet), "articles that name it")));
        let one =
            self.found.iter().find_map(|one| one.naming.places.iter().find(|place| place.named).map(|p| (one, p)));
        if let Some((one, place)) = one {
            let written = looking.article(one.naming.article).slice(place.span).replace('"', " ");
            let query = if entity.kind == EntityKind::Person {
                format!("person:\"{written}\"")
            } else {
                format!("\"{written}\"")
            };
            line.push(go(View { query, ..looking.view.through(Lens::Articles) }, "search for the name"));
        }
        pairs.push(("See also", joined(line, " · ")));
        pairs
    }

    /// What joins its names, over articles and within them.
    fn joins(&self, entity: &LinkedEntity) -> Option<Part> {
        let name = |member: &crate::links::entity::Member| {
            let article = self.looking.article(member.article as usize);
            article.annotations.entity(member.entity).map(|entity| place(article, entity.name))
        };
        let left = |member: &&crate::links::entity::Member| self.looking.leaves(member.article as usize);
        let mut lines: Vec<(bool, Line)> = Vec::new();
        for member in entity.members.iter().filter(left) {
            if let Some((tie, to)) =
                member.tie.as_ref().and_then(|tie| Some((tie, entity.members.get(tie.to as usize).filter(left)?)))
            {
                let mut line = vec![Piece::Outlet(member.article as usize), words(" ")];
                line.extend(name(member));
                line.extend([words(" = "), Piece::Outlet(to.article as usize), words(" ")]);
                line.extend(name(to));
                line.extend([words(" "), Piece::Tag(wording::rule(&tie.by.rule()))]);
                lines.push((tie.by == Join::SameName, line));
            }
            let number = member.article as usize;
            let article = self.looking.article(number);
            let rules = article.annotations.entity(member.entity).map_or(&[][..], |entity| &entity.joined_by);
            if !rules.is_empty() {
                let mut seen: Vec<&str> = Vec::new();
                let mut places = places(article, member.entity);
                places.retain(|place| {
                    let new = place.named && !seen.contains(&article.slice(place.span));
                    seen.push(article.slice(place.span));
                    new
                });
                let mut line = vec![Piece::Outlet(number), words(" ")];
                line.extend(joined(places.iter().map(|one| place(article, one.span)).collect(), " = "));
                for rule in rules {
                    line.extend([words(" "), Piece::Tag(wording::rule(rule))]);
                }
                lines.push((false, line));
            }
        }
        if lines.is_empty() {
            return None;
        }
        sort_by_key(&mut lines, |(plain, _)| *plain);
        let lines: Vec<Line> = lines.into_iter().map(|(_, line)| line).collect();
        Some(Part::Fold(format!("What joins these names ({})", lines.len()), vec![Part::List(lines)].into()))
    }

    /// What it says, and what others say about it.
    fn said(&self, said: &[Saying], parts: &mut Vec<Part>) {
        let mut about: Vec<(usize, u32)> = Vec::new();
        for naming in self.found.iter().map(|one| &one.naming) {
            let annotations = &self.looking.article(naming.article).annotations;
            let voices = naming.places.iter().filter_map(|place| annotations.voice(place.span).attribution());
            about.extend(voices.map(|attribution| (naming.article, attribution)));
        }
        let own = |saying: &&Saying| saying.named == Some(self.number);
        let of = |saying: &&Saying| {
            let named = |(article, at): &(usize, u32)| (*article, *at as usize) == (saying.article, saying.attribution);
            !own(saying) && about.iter().any(named)
        };
        let line = |saying: &Saying, speaker: bool| {
            let mut line = vec![Piece::Outlet(saying.article), words(" ")];
            line.extend(saying.line(self.looking, speaker));
            line
        };
        let mut add = |title: String, lines: Vec<Line>| {
            if !lines.is_empty() {
                parts.push(Part::Heading(4, vec![words(format!("{title} ({})", lines.len()))]));
                parts.extend(long::lines(lines, SHOWN));
            }
        };
        add(format!("What {} says", self.name), said.iter().filter(own).map(|saying| line(saying, false)).collect());
        add(format!("What others say of {}", self.name), said.iter().filter(of).map(|s| line(s, true)).collect());
    }

    fn sentence(&self, one: &Counted) -> Piece {
        let spans: Vec<Span> = one.naming.places.iter().map(|place| place.span).collect();
        marked(self.looking.article(one.naming.article), spans[0], &spans)
    }

    /// Sentences below the articles they stand in.
    fn sentences(&self, found: &[&Counted]) -> Vec<Part> {
        let mut parts = Vec::new();
        for same in found.chunk_by(|one, other| one.naming.article == other.naming.article) {
            parts.push(Part::Heading(4, dated(self.looking, same[0].naming.article)));
            parts.push(Part::List(same.iter().map(|one| vec![self.sentence(one)]).collect()));
        }
        parts
    }
}
