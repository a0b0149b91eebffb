//! The Coverage lens: what several accounts state, which of them do, and what only one has.

mod sums;

use super::{
    Looking, long,
    overview::difference_lines,
    place::{around, led, place, sentence},
};
use crate::{
    collection::Collection,
    correction::{
        Correction, Finding,
        kept::{anchor, anchor_text},
    },
    figure::FigureKind,
    links::{
        Anchor,
        claim::{Cell, Claim, OnlyKind, PINNED, Speaking, Statement},
        difference::{DifferenceKind, Side},
        figure::{Agreement, agreement},
    },
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, hide, words},
    span,
    wording::{self, counted},
};
use core::cmp::Reverse;
use sums::{SUMS, sums};

/// What stands beside what an editor set.
pub(crate) const EDITED: &str = "set by the editor";

/// Longer lists are folded behind this many lines.
const SHOWN: usize = 8;

/// About so many cells of the table are shown before a reader asks for more, and at least so many rows.
const CELLS: usize = 300;
/// See [`CELLS`].
const ROWS: usize = 12;
/// So many rows of sums are shown before a reader asks for more.
const SUMMED: usize = 25;

/// Of more accounts the table says how many there are of each of [`SUMS`]; a statement's own page has them one by one.
const COLUMNS: usize = 12;

/// The lens: the table of statements, or one statement with all its sentences.
pub(crate) fn coverage(looking: Looking<'_>) -> Vec<Part> {
    let claims = &looking.library.collection.links.comparison.claims;
    match find(&looking.library.collection, &looking.view.of) {
        Some(claim) => return statement(looking, claim),
        None if anchor(&looking.view.of).is_some() => {
            return vec![
                Part::Note(vec![words("No statement of two accounts holds this sentence any more.")]),
                Part::Paragraph(vec![go(looking.view.looking_at(""), "← All statements")]),
            ];
        }
        None => {}
    }
    let columns = looking.in_time();
    let mut numbers: Vec<usize> =
        (0..claims.claims.len()).filter(|number| is_shown(looking, &claims.claims[*number])).collect();
    if looking.view.by != "text" {
        sort_by_key(&mut numbers, |number| Reverse(reporting(looking, &claims.claims[*number])));
    }
    let mut parts = choices(looking);
    let rows: Vec<Vec<Line>> = numbers.iter().map(|number| row(looking, &columns, *number)).collect();
    if claims.loose && !rows.is_empty() {
        parts.push(Part::Note(vec![words(LOOSE)]));
    }
    if rows.is_empty() {
        parts.push(Part::Note(vec![words(
            "No statement was found that two accounts make. What each has alone stands below.",
        )]));
    } else {
        let mut head = vec![vec![words("Statement")], vec![words("Accounts")]];
        let shown = if columns.len() > COLUMNS {
            head.extend(SUMS.map(|name| vec![words(name)]));
            SUMMED
        } else {
            head.extend(columns.iter().map(|number| vec![Piece::Outlet(*number)]));
            (CELLS / head.len()).max(ROWS)
        };
        let caption = format!("{} that two accounts or more make", counted(rows.len(), "statement", "statements"));
        parts.extend(long::table(caption, head, rows, shown));
    }
    parts.extend(differences(looking));
    parts.extend(dropped(looking));
    parts.extend(only_here(looking));
    parts
}

/// What is said where few statements have their like.
const LOOSE: &str = "For the most part these accounts tell of different things. So two sentences stand in one row only \
    where they are surely about the same, and more of what some of them share may be missing.";

/// How much of this the editor has dropped.
fn dropped(looking: Looking<'_>) -> Option<Part> {
    let is_dropped = |correction: &&Correction| {
        matches!(correction, Correction::Hide(Finding::Claim | Finding::Member | Finding::Difference, _))
    };
    let count = looking.library.collection.editor.corrections.iter().filter(is_dropped).count();
    let told = counted(count, "statement or difference is", "statements or differences are");
    (count > 0).then(|| Part::Note(vec![words(format!("{told} left out here: ")), Piece::Tag(EDITED.to_owned())]))
}

/// What views call a claim: by the place that stands for it.
pub fn name(collection: &Collection, claim: &Claim) -> String {
    let at = claim.exemplar().anchor;
    let article = collection.articles[at.article as usize].key;
    anchor_text(span::Anchor { article, span: at.span })
}

/// The claim called so, or else one that is made at that place.
fn find<'a>(collection: &'a Collection, name: &str) -> Option<&'a Claim> {
    let place = collection.place(anchor(name)?)?;
    let claims = &collection.links.comparison.claims.claims;
    let stands = claims.iter().find(|claim| claim.exemplar().anchor == place);
    stands.or_else(|| claims.iter().find(|claim| claim.members.iter().any(|member| member.anchor == place)))
}

/// The place that stands for a claim, and one of another article: enough to tell which claim it is.
fn two_places(looking: Looking<'_>, claim: &Claim) -> Vec<span::Anchor> {
    let first = claim.exemplar().anchor;
    let other = claim.members.iter().map(|member| member.anchor).find(|other| other.article != first.article);
    [first].into_iter().chain(other).map(|at| looking.anchor(at)).collect()
}

/// A way to hide a claim.
pub(crate) fn hide_claim(looking: Looking<'_>, claim: &Claim) -> Piece {
    let label = format!("Hide the statement “{}”", slice(looking, claim.exemplar().anchor));
    hide(Finding::Claim, two_places(looking, claim), label)
}

/// Where the accounts part.
fn differences(looking: Looking<'_>) -> Vec<Part> {
    let lines = difference_lines(looking, usize::MAX, usize::MAX);
    if lines.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![
        Part::Heading(3, vec![words("Where they part")]),
        Part::Note(vec![words(
            "Places that tell of one thing and differ in one respect. Nothing here says who is right.",
        )]),
    ];
    parts.extend(long::lines(lines, SHOWN));
    parts
}

/// The ways to order and narrow the table.
fn choices(looking: Looking<'_>) -> Vec<Part> {
    let view = looking.view;
    let order = [("", "Most reported first"), ("text", "As the text has them")];
    let order = order.map(|(by, name)| Piece::Go {
        view: Box::new(view.ordered(by)),
        words: name.to_owned(),
        current: view.by == by,
    });
    let voice = [("", "Any voice"), ("outlet", "Outlet’s own"), ("attributed", "Reported"), ("quoted", "Quoted")];
    let voice = voice.map(|(of, name)| Piece::Go {
        view: Box::new(view.looking_at(of)),
        words: name.to_owned(),
        current: view.of == of,
    });
    vec![Part::Choices("Order".into(), order.into()), Part::Choices("In whose voice".into(), voice.into())]
}

/// How a statement is made.
const fn voice(speaking: Speaking) -> (&'static str, &'static str) {
    match speaking {
        Speaking::Outlet => ("outlet", "own voice"),
        Speaking::Attributed(_) => ("attributed", "reported"),
        Speaking::Quoted(_) => ("quoted", "quoted"),
    }
}

fn is_left(looking: Looking<'_>, member: &Statement) -> bool {
    looking.leaves(member.anchor.article as usize)
}

fn is_shown(looking: Looking<'_>, claim: &Claim) -> bool {
    let voiced = |member: &Statement| looking.view.of.is_empty() || voice(member.voice).0 == looking.view.of;
    claim.members.iter().any(|member| is_left(looking, member) && voiced(member))
}

fn reporting(looking: Looking<'_>, claim: &Claim) -> usize {
    claim.articles().into_iter().filter(|article| looking.leaves(*article as usize)).count()
}

fn row(looking: Looking<'_>, columns: &[usize], number: usize) -> Vec<Line> {
    let claim = &looking.library.collection.links.comparison.claims.claims[number];
    let exemplar = claim.exemplar().anchor;
    let count = reporting(looking, claim);
    let view = looking.view.looking_at(name(&looking.library.collection, claim));
    let mut head: Line = Vec::new();
    if let Some(topic) = &claim.topic {
        head.extend([Piece::Words(topic.value.clone()), words(" "), Piece::Tag(EDITED.to_owned()), words(" ")]);
    } else if claim.rule == PINNED {
        head.extend([Piece::Tag(EDITED.to_owned()), words(" ")]);
    }
    let name = go(view.clone(), slice(looking, exemplar));
    head.extend(around(looking.article(exemplar.article as usize), exemplar.span, name));
    head.extend([words(" "), hide_claim(looking, claim)]);
    if let Some(parted) = parted(looking, claim) {
        head.extend([words(" "), Piece::Tag(parted.to_owned())]);
    }
    let mut cells = vec![head, vec![go(view.clone(), count.to_string())]];
    if columns.len() > COLUMNS {
        let told = |count: usize| if count == 0 { words("–") } else { go(view.clone(), count.to_string()) };
        cells.extend(sums(looking, claim, columns).map(|count| vec![told(count)]));
    } else {
        cells.extend(columns.iter().map(|column| cell(looking, claim, *column)));
    }
    cells
}

/// What the accounts of a claim part in: its name gives one figure or one day, and others give another.
pub(crate) fn parted(looking: Looking<'_>, claim: &Claim) -> Option<&'static str> {
    let told = |at: Anchor| {
        let mut members = claim.members.iter().filter(|member| is_left(looking, member)).map(|member| member.anchor);
        members.any(|member| member.article == at.article && member.span.contains(at.span))
    };
    let name = claim.exemplar().anchor;
    let named = |at: Anchor| at.article == name.article && name.span.contains(at.span);
    let other = |at: Anchor| at.article != name.article && told(at);
    let comparison = &looking.library.collection.links.comparison;
    let figures = comparison.figures.iter().filter_map(|group| {
        let ours = group.members.iter().filter(|member| named(member.anchor));
        let theirs = || group.members.iter().filter(|member| other(member.anchor));
        let steady = matches!(group.kind, FigureKind::Age | FigureKind::Rank);
        let pairs = ours.flat_map(|one| theirs().map(|other| agreement(&[one.amount, other.amount], steady)));
        pairs.max()
    });
    let days = comparison.differences.iter().filter(|difference| difference.kind == DifferenceKind::Date);
    let parts = |sides: &[Side]| {
        let has = |test: &dyn Fn(Anchor) -> bool| sides.iter().any(|side| test(side.words));
        has(&named) && has(&other)
    };
    match figures.max() {
        Some(Agreement::Different | Agreement::Contradictory) => Some("figures differ"),
        Some(Agreement::Compatible) => Some("figures differ in precision"),
        _ => days.filter(|difference| parts(&difference.sides)).map(|_| "days differ").next(),
    }
}

fn slice(looking: Looking<'_>, anchor: Anchor) -> String {
    looking.article(anchor.article as usize).slice(anchor.span).to_owned()
}

fn cell(looking: Looking<'_>, claim: &Claim, column: usize) -> Line {
    let article = looking.article(column);
    let open = |anchor: Anchor, words: &str| go(looking.view.reading(article.key, Some(anchor.span)), words);
    match claim.cell(column as u32, article) {
        Cell::Reports(members) => {
            let mut line = Line::new();
            for member in members.iter().filter_map(|member| claim.members.get(*member as usize)) {
                line.push(words(if line.is_empty() { "● " } else { " ● " }));
                line.push(open(member.anchor, voice(member.voice).1));
                if member.hedge.is_some() {
                    line.extend([words(" "), Piece::Tag("hedged".to_owned())]);
                }
            }
            line
        }
        Cell::PublishedBefore => vec![Piece::Tag("published before".to_owned())],
        Cell::Close(anchor) => vec![words("◌ "), open(anchor, "something close")],
        Cell::Against(anchor) => vec![words("◌ "), open(anchor, "something against it")],
        Cell::NotMentioned { nearest: None } => vec![words("not mentioned")],
        Cell::NotMentioned { nearest: Some(anchor) } => vec![words("not mentioned; "), open(anchor, "nearest")],
    }
}

/// One statement: every sentence that makes it, and where the other accounts come nearest.
fn statement(looking: Looking<'_>, claim: &Claim) -> Vec<Part> {
    let exemplar = claim.exemplar().anchor;
    let name = Piece::Source(slice(looking, exemplar));
    let name = around(looking.article(exemplar.article as usize), exemplar.span, name);
    let mut parts =
        vec![Part::Paragraph(vec![go(looking.view.looking_at(""), "← All statements")]), Part::Heading(3, name)];
    if let Some(topic) = &claim.topic {
        parts.push(Part::Note(vec![words(format!("Topic: {} ", topic.value)), Piece::Tag(EDITED.to_owned())]));
    }
    parts.push(Part::Note(vec![
        words("Do these accounts not state the same? "),
        hide_claim(looking, claim),
        words(" it for yourself."),
    ]));
    for number in looking.in_time() {
        let article = looking.article(number);
        let mut lines: Vec<Line> = Vec::new();
        match claim.cell(number as u32, article) {
            Cell::Reports(members) => {
                for member in members.iter().filter_map(|member| claim.members.get(*member as usize)) {
                    let mut line = vec![sentence(article, member.anchor.span), words(" ")];
                    line.push(Piece::Tag(voice(member.voice).1.to_owned()));
                    if let Some(hedge) = member.hedge {
                        line.extend([words(" held at a distance by "), place(article, hedge)]);
                    }
                    if member.part == crate::links::passage::Part::Caption {
                        line.extend([words(" "), Piece::Tag("caption".to_owned())]);
                    }
                    line.extend([words(" "), hide_member(looking, claim, member)]);
                    lines.push(line);
                }
            }
            Cell::PublishedBefore => lines.push(vec![words("Published before the day of which this tells.")]),
            Cell::Close(anchor) => lines.push(vec![words("Something close: "), sentence(article, anchor.span)]),
            Cell::Against(anchor) => lines.push(vec![words("Something against it: "), sentence(article, anchor.span)]),
            Cell::NotMentioned { nearest } => {
                lines.push(vec![words("Not mentioned, as far as these words can tell.")]);
                lines.extend(nearest.map(|anchor| vec![words("Nearest: "), sentence(article, anchor.span)]));
            }
        }
        parts.push(Part::Heading(4, vec![Piece::Outlet(number)]));
        parts.push(Part::List(lines));
    }
    let article = looking.article(exemplar.article as usize);
    let mut searched: Line = vec![words("Searched for: ")];
    for (nth, span) in claim.words.iter().enumerate() {
        if nth > 0 {
            searched.push(words(", "));
        }
        searched.push(place(article, *span));
    }
    searched.push(words(format!(". Rule: {}.", wording::rule(&claim.rule))));
    parts.push(Part::Note(searched));
    parts
}

/// A way to take one place out of a claim.
fn hide_member(looking: Looking<'_>, claim: &Claim, member: &Statement) -> Piece {
    let own = looking.anchor(member.anchor);
    let others = two_places(looking, claim).into_iter().filter(|other| *other != own).take(1);
    let label = format!("Hide “{}” among those who state this", slice(looking, member.anchor));
    hide(Finding::Member, [own].into_iter().chain(others).collect(), label)
}

/// What only one account has, account by account; of many accounts each is opened by itself.
fn only_here(looking: Looking<'_>) -> Vec<Part> {
    let only = &looking.library.collection.links.comparison.claims.only_here;
    if looking.library.articles().len() < 2 {
        return Vec::new();
    }
    let mut parts = vec![
        Part::Heading(3, vec![words("Only one account has it")]),
        Part::Note(vec![words(
            "Nothing like it was found in the others. That is all it says: they may tell it in words the rules do not know.",
        )]),
    ];
    for number in looking.in_time() {
        let own = || only.iter().filter(move |found| found.anchor.article as usize == number);
        let article = looking.article(number);
        let told = own().filter(|found| matches!(found.kind, OnlyKind::Sentence | OnlyKind::Clause));
        let told: Vec<Line> = told.map(|found| led(article, found.anchor.span)).collect();
        let mut small: Vec<Line> = Vec::new();
        for (kind, name) in [(OnlyKind::Name, "Names"), (OnlyKind::Figure, "Figures")] {
            let mut line: Line = vec![words(format!("{name}: "))];
            for found in own().filter(|found| found.kind == kind) {
                if line.len() > 1 {
                    line.push(words(" · "));
                }
                line.push(place(article, found.anchor.span));
            }
            if line.len() > 1 {
                small.push(line);
            }
        }
        if told.is_empty() && small.is_empty() {
            continue;
        }
        let count = counted(told.len(), "sentence or clause", "sentences and clauses");
        if looking.in_time().len() > COLUMNS {
            let lines = told.into_iter().chain(small).collect();
            parts.push(Part::Fold(
                format!("{}: {count}", looking.library.names[number]),
                vec![Part::List(lines)].into(),
            ));
            continue;
        }
        parts.push(Part::Heading(4, vec![Piece::Outlet(number), words(format!(" {count}"))]));
        parts.extend(long::lines(told, SHOWN));
        parts.push(Part::List(small));
    }
    parts
}
