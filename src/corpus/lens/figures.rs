//! The Figures lens: numbers that count the same thing, from low to high, account by account.

use super::{Looking, long, place::sentence};
use crate::{
    links::{
        figure::{Agreement, FigureGroup, GivenFigure},
        passage,
    },
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    wording::{self, counted},
};
use std::collections::BTreeSet;

/// So many rows are shown before a reader asks for more.
const ROWS: usize = 40;
use core::cmp::Reverse;

/// The lens.
pub(crate) fn figures(looking: Looking<'_>) -> Vec<Part> {
    let shown = shared_figures(looking);
    let mut parts = Vec::new();
    if shown.is_empty() {
        parts.push(Part::Note(vec![words(
            "No two of these accounts give a number for the same thing, as far as the rules can tell.",
        )]));
    } else {
        let count = counted(shown.len(), "thing is", "things are");
        let note =
            format!("{count} counted by two accounts or more. How numbers go together follows from their qualifiers.");
        parts.push(Part::Note(vec![words(note)]));
    }
    let cards = shown.into_iter().map(|group| card(looking, group)).collect();
    parts.extend(long::list(cards, ROWS, long::rows));
    parts.extend(others(looking));
    parts
}

/// What two accounts or more give figures for, those first that go together least.
pub(crate) fn shared_figures(looking: Looking<'_>) -> Vec<&FigureGroup> {
    let groups = &looking.library.collection.links.comparison.figures;
    let left = |group: &FigureGroup| group.articles().iter().filter(|at| looking.leaves(**at as usize)).count();
    let mut shown: Vec<&FigureGroup> = groups.iter().filter(|group| left(group) > 1).collect();
    sort_by_key(&mut shown, |group| (Reverse(rank(group.agreement)), Reverse(left(group))));
    shown
}

const fn rank(agreement: Agreement) -> u8 {
    match agreement {
        Agreement::Contradictory => 3,
        Agreement::Different => 2,
        Agreement::Compatible => 1,
        Agreement::Same => 0,
    }
}

/// How the figures of a group go together, in words.
const fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "the same number",
        Agreement::Compatible => "different words that one number would fit",
        Agreement::Different => "different numbers",
        Agreement::Contradictory => "exact numbers that cannot both hold",
    }
}

fn card(looking: Looking<'_>, group: &FigureGroup) -> Part {
    let label = looking.article(group.label.article as usize).slice(group.label.span).to_owned();
    let members: Vec<&GivenFigure> =
        group.members.iter().filter(|member| looking.leaves(member.anchor.article as usize)).collect();
    let rows = members.iter().map(|member| row(looking, member)).collect();
    let head = ["Amount", "Account", "Where it stands"].map(|name| vec![words(name)]).into();
    let caption = format!("{}: {}", wording::figure_kind(group.kind), agreement(group.agreement));
    Part::Card(vec![
        Part::Heading(3, vec![Piece::Source(label)]),
        Part::Table { caption, head, rows },
        Part::Note(vec![words(format!("Rule: {}.", wording::rule(&group.rule)))]),
    ])
}

fn row(looking: Looking<'_>, member: &GivenFigure) -> Vec<Line> {
    let number = member.anchor.article as usize;
    let article = looking.article(number);
    let figure = article.annotations.figures.get(member.figure as usize);
    let amount = figure.map_or_else(|| article.slice(member.anchor.span).to_owned(), wording::amount);
    let mut account = vec![Piece::Outlet(number)];
    if member.part == passage::Part::Caption {
        account.extend([words(" "), Piece::Tag("caption".to_owned())]);
    }
    let told = &article.annotations;
    let voice =
        figure.map_or_else(|| told.voice(member.anchor.span), |figure| told.voice_of_figure(&article.text, figure));
    if voice.attribution().is_some() {
        account.extend([words(" "), Piece::Tag(voice.name().to_owned())]);
    }
    let open = go(looking.view.reading(article.key, Some(member.anchor.span)), amount);
    vec![vec![open], account, vec![sentence(article, member.anchor.span)]]
}

/// All other figures, account by account.
fn others(looking: Looking<'_>) -> Vec<Part> {
    let groups = looking.library.collection.links.comparison.figures.iter();
    let compared: BTreeSet<(usize, usize)> = groups
        .filter(|group| group.articles().len() > 1)
        .flat_map(|group| &group.members)
        .map(|member| (member.anchor.article as usize, member.figure as usize))
        .collect();
    let mut parts = Vec::new();
    for number in looking.in_time() {
        let article = looking.article(number);
        let alone = article.annotations.figures.iter().enumerate().filter(|(at, figure)| {
            let story = article.block_at(figure.span.start()).is_some_and(|block| block.kind.is_story());
            story && !compared.contains(&(number, *at))
        });
        let rows: Vec<Vec<Line>> = alone
            .map(|(_, figure)| {
                let open = go(looking.view.reading(article.key, Some(figure.span)), wording::amount(figure));
                let kind = vec![words(wording::figure_kind(figure.kind))];
                vec![vec![open], kind, vec![sentence(article, figure.span)]]
            })
            .collect();
        if !rows.is_empty() {
            let head = ["Amount", "Kind", "Where it stands"].map(|name| vec![words(name)]).into();
            let caption = counted(rows.len(), "figure", "figures");
            let table = Part::Table { caption, head, rows };
            let name = &looking.library.names[number];
            parts.push(Part::Fold(format!("Other figures in {name}"), vec![table].into()));
        }
    }
    parts
}
