//! The Overview: the collection in one screen, each line derived, each a way in.

use super::{
    Looking, coverage,
    figures::shared_figures,
    place::{SHORT, around, inside, led, place, sentence},
    saying::own_words,
};
use crate::{
    article::Article,
    attribution::Kind,
    correction::Finding,
    links::{
        claim::OnlyKind,
        difference::{DifferenceKind, Side},
    },
    order::{sort_by, sort_by_key},
    sheet::{Bar, Line, Part, Piece, go, hide, words},
    view::Lens,
    wording::{self, counted},
};
use core::cmp::Reverse;
use std::collections::BTreeMap;

/// Lines shown of each kind; the lens that is linked has the rest.
const SHOWN: usize = 5;
/// Accounts shown.
const ACCOUNTS: usize = 12;
/// Places shown of one thing.
const PLACES: usize = 6;

/// The sheet above the list of articles.
pub(crate) fn overview(looking: Looking<'_>) -> Vec<Part> {
    let left = looking.in_time();
    let mut parts = vec![about(looking, &left)];
    let mut cards = vec![
        card("In order of time", Lens::Articles, looking, Some(accounts(looking, &left))),
        card("Who is quoted most, by name", Lens::Voices, looking, voices(looking, &left)),
        card("What most of them report", Lens::Coverage, looking, shared(looking)),
        card("What only one reports", Lens::Coverage, looking, only_here(looking, &left)),
        card("Where they part", Lens::Coverage, looking, differences(looking)),
        card("Numbers for the same thing", Lens::Figures, looking, figures(looking)),
    ];
    if left.len() < 2 {
        cards.truncate(2);
    }
    parts.push(Part::Columns(cards.into_iter().flatten().map(|card| vec![card]).collect()));
    parts
}

/// How many, of when, by whom.
fn about(looking: Looking<'_>, left: &[usize]) -> Part {
    let mut outlets: Vec<&str> = Vec::new();
    let mut unnamed = 0;
    let mut days = Vec::new();
    for number in left {
        let header = &looking.article(*number).header;
        match &header.outlet {
            Some(outlet) => outlets.push(&outlet.value),
            None => unnamed += 1,
        }
        days.extend(header.published.as_ref().map(|published| published.value.date));
    }
    sort_by(&mut outlets, Ord::cmp);
    outlets.dedup();
    sort_by(&mut days, Ord::cmp);
    let mut line = counted(left.len(), "article", "articles");
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        line += &format!(", {}", wording::days((*first, *last)));
    }
    if !outlets.is_empty() {
        line += &format!(", from {}", counted(outlets.len(), "named outlet", "named outlets"));
    }
    if unnamed > 0 {
        line += &format!("; {unnamed} without a stated outlet");
    }
    Part::Paragraph(vec![words(line + ".")])
}

/// The first accounts in order of time.
fn accounts(looking: Looking<'_>, left: &[usize]) -> Part {
    let lines = left.iter().take(ACCOUNTS).map(|number| {
        let article = looking.article(*number);
        let day = article.header.published.as_ref().map(|published| wording::day(published.value.date));
        let title = go(looking.view.reading(article.key, None), article.title().text());
        vec![words(day.unwrap_or_else(|| "no date".to_owned()) + " "), Piece::Outlet(*number), words(" "), title]
    });
    Part::List(lines.collect())
}

/// A headed card with the way to the lens that has all of it; nothing for no content.
fn card(title: &str, lens: Lens, looking: Looking<'_>, content: Option<Part>) -> Option<Part> {
    let more = go(looking.view.through(lens), format!("More in {}", super::name(lens)));
    Some(Part::Card(vec![Part::Heading(3, vec![words(title)]), content?, Part::Note(vec![more])]))
}

/// Quoted words by speaker.
fn voices(looking: Looking<'_>, left: &[usize]) -> Option<Part> {
    let linked = &looking.library.collection.links.entities;
    let mut of: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (at, entity) in linked.iter().enumerate() {
        for member in &entity.members {
            of.insert((member.article, member.entity.0), at);
        }
    }
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    for number in left {
        let article = looking.article(*number);
        let said = article.annotations.attributions.iter().zip(own_words(article));
        for (found, (quoted, _)) in said.filter(|(found, _)| found.kind != Kind::Scare) {
            let Some(id) = found.entity else { continue };
            let Some(at) = of.get(&(*number as u32, id.0)) else { continue };
            *counts.entry(*at).or_default() += quoted;
        }
    }
    let mut counts: Vec<(usize, u32)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    sort_by_key(&mut counts, |(_, count)| Reverse(*count));
    let most = counts.first()?.1;
    let bars = counts.into_iter().take(SHOWN).map(|(at, count)| {
        let name = linked[at].shown(&looking.library.collection);
        let view = looking.view.through(Lens::Voices).looking_at(name.clone());
        let line = vec![go(view, name), words(format!(" {}", counted(count as usize, "quoted word", "quoted words")))];
        Bar { line, parts: vec![(count, "direct".into())], most }
    });
    Some(Part::Bars(bars.collect()))
}

/// Statements that the most accounts make.
fn shared(looking: Looking<'_>) -> Option<Part> {
    let claims = &looking.library.collection.links.comparison.claims.claims;
    let left = |at: &usize| claims[*at].articles().iter().filter(|number| looking.leaves(**number as usize)).count();
    let mut numbers: Vec<usize> = (0..claims.len()).filter(|at| left(at) > 1).collect();
    sort_by_key(&mut numbers, |at| Reverse(left(at)));
    let lines: Vec<Line> = numbers
        .iter()
        .take(SHOWN)
        .map(|at| {
            let exemplar = claims[*at].exemplar().anchor;
            let article = looking.article(exemplar.article as usize);
            let name = coverage::name(&looking.library.collection, &claims[*at]);
            let view = looking.view.through(Lens::Coverage).looking_at(name);
            let count = go(view, format!("{} of {}", left(at), looking.results.articles.len()));
            let hide = coverage::hide_claim(looking, &claims[*at]);
            let mut line = vec![count, words(" ")];
            line.extend(led(article, exemplar.span));
            if let Some(parted) = coverage::parted(looking, &claims[*at]) {
                line.extend([words(" "), Piece::Tag(parted.to_owned())]);
            }
            line.extend([words(" "), hide]);
            line
        })
        .collect();
    (!lines.is_empty()).then_some(Part::List(lines))
}

/// The most telling differences of different kinds.
fn differences(looking: Looking<'_>) -> Option<Part> {
    let lines = difference_lines(looking, 2, PLACES);
    let lines: Vec<Line> = lines.into_iter().take(SHOWN + 1).collect();
    (!lines.is_empty()).then_some(Part::List(lines))
}

/// What a side says: its clause, with the words in it marked that make the difference.
fn side_words(article: &Article, side: &Side) -> Line {
    let (clause, telling) = (side.anchor.span, side.words.span);
    if clause == telling || !clause.contains(telling) {
        // a word alone tells nothing; of a whole clause nothing need be marked
        let alone = article.slice(telling).split_whitespace().count() < SHORT;
        return if alone { vec![sentence(article, telling)] } else { led(article, telling) };
    }
    around(article, clause, inside(article, clause, telling, &[telling]))
}

/// The way to those of `count` places of one thing that are not among the `shown` first.
fn others(looking: Looking<'_>, lens: Lens, count: usize, shown: usize) -> Option<[Piece; 2]> {
    let more = count.saturating_sub(shown);
    (more > 0).then(|| [words(" "), go(looking.view.through(lens), format!("and {more} more"))])
}

/// Where accounts part, the most telling first, at most `most` of a kind, and of each at most so many `places`.
pub(crate) fn difference_lines(looking: Looking<'_>, most: usize, places: usize) -> Vec<Line> {
    let mut seen: Vec<DifferenceKind> = Vec::new();
    let mut lines = Vec::new();
    for difference in &looking.library.collection.links.comparison.differences {
        let mut sides = Vec::new();
        let mut said: Vec<(u32, String)> = Vec::new();
        for side in difference.sides.iter().filter(|side| looking.leaves(side.anchor.article as usize)) {
            let article = looking.article(side.words.article as usize);
            let words = (side.words.article, article.slice(side.words.span).to_lowercase());
            if !said.contains(&words) {
                said.push(words);
                sides.push(side);
            }
        }
        if sides.len() < 2 || seen.iter().filter(|kind| **kind == difference.kind).count() >= most {
            continue;
        }
        seen.push(difference.kind);
        let mut line: Line = vec![Piece::Tag(difference.kind.name().replace('-', " "))];
        let first = sides[0].words;
        let other = difference.sides.iter().map(|side| side.words).find(|other| other.article != first.article);
        let at = [first].into_iter().chain(other).map(|at| looking.anchor(at)).collect();
        let about = looking.article(first.article as usize).slice(first.span);
        line.extend([words(" "), hide(Finding::Difference, at, format!("Hide the difference about “{about}”"))]);
        if difference.kind == DifferenceKind::Wording && sides.iter().all(|side| is_short(looking, side)) {
            line.push(Piece::Break);
            line.extend(other_words(looking, &sides));
        } else {
            let more = others(looking, Lens::Coverage, sides.len(), places);
            for side in sides.into_iter().take(places) {
                line.push(Piece::Break);
                let number = side.words.article as usize;
                line.extend([Piece::Outlet(number), words(" ")]);
                line.extend(side_words(looking.article(number), side));
            }
            line.extend(more.into_iter().flatten());
        }
        lines.push(line);
    }
    lines
}

fn is_short(looking: Looking<'_>, side: &Side) -> bool {
    looking.article(side.words.article as usize).slice(side.words.span).split_whitespace().count() < SHORT
}

/// Expressions for one thing, account by account.
fn other_words(looking: Looking<'_>, sides: &[&Side]) -> Line {
    let mut line = Line::new();
    let mut last = None;
    for side in sides {
        let number = side.words.article as usize;
        if last.replace(number) == Some(number) {
            line.push(words(", "));
        } else {
            line.push(words(if line.is_empty() { "" } else { " · " }));
            line.extend([Piece::Outlet(number), words(" ")]);
        }
        line.push(place(looking.article(number), side.words.span));
    }
    line
}

/// How much each account has alone, and one sentence of it.
fn only_here(looking: Looking<'_>, left: &[usize]) -> Option<Part> {
    let only = &looking.library.collection.links.comparison.claims.only_here;
    let lines: Vec<Line> = left
        .iter()
        .filter_map(|number| {
            let own = || {
                only.iter().filter(|found| {
                    found.anchor.article as usize == *number
                        && matches!(found.kind, OnlyKind::Sentence | OnlyKind::Clause)
                })
            };
            // a clause says less on its own
            let first = own().find(|found| found.kind == OnlyKind::Sentence).or_else(|| own().next())?;
            let count = counted(own().count(), "sentence or clause", "sentences and clauses");
            let all = go(looking.view.through(Lens::Coverage), count);
            let mut line = vec![Piece::Outlet(*number), words(" "), all, words(", such as: ")];
            line.extend(led(looking.article(*number), first.anchor.span));
            Some(line)
        })
        .take(ACCOUNTS)
        .collect();
    (!lines.is_empty()).then_some(Part::List(lines))
}

/// Figures that several accounts give, those first that part.
fn figures(looking: Looking<'_>) -> Option<Part> {
    let lines: Vec<Line> = shared_figures(looking)
        .into_iter()
        .take(SHOWN)
        .map(|group| {
            let mut line: Line = vec![Piece::Tag(wording::figure_kind(group.kind).to_owned())];
            // where nothing is said to be counted, its label is one of the figures
            if !group.members.iter().any(|member| member.anchor == group.label) {
                let label = looking.article(group.label.article as usize).slice(group.label.span);
                line.extend([words(" "), Piece::Source(label.to_owned())]);
            }
            let members = || group.members.iter().filter(|member| looking.leaves(member.anchor.article as usize));
            for (nth, member) in members().take(PLACES).enumerate() {
                line.push(if nth == 0 { Piece::Break } else { words(" · ") });
                let number = member.anchor.article as usize;
                let article = looking.article(number);
                line.extend([Piece::Outlet(number), words(" "), place(article, member.anchor.span)]);
            }
            line.extend(others(looking, Lens::Figures, members().count(), PLACES).into_iter().flatten());
            line
        })
        .collect();
    (!lines.is_empty()).then_some(Part::List(lines))
}
