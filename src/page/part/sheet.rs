//! Sheets drawn: the one place where what a lens worked out becomes elements.

use crate::{
    part::{
        FEW,
        corrections::{correcting, joining},
        element::{Child, Element, element},
        follow::piece,
        link::fixed_link,
        marked::marked,
    },
    state::Page,
};
use core::cell::Cell;
use crossread_corpus::{
    sheet::{Bar, LaneMark, Line, Part, Piece},
    span::Span,
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update, untrack};
use wasm_bindgen::JsCast;

/// A fold of more lines is not made before it is opened, nor is any behind [`AT_ONCE_IN_ALL`] lines in folds.
const AT_ONCE: usize = 12;
/// So many lines in folds are made at once in all.
const AT_ONCE_IN_ALL: usize = 120;

/// A table of more columns is wide.
const NARROW: usize = 4;

/// The parts of a sheet, one after the other.
pub(crate) fn sheet(page: Page, parts: &[Part]) -> Vec<Child> {
    blocks(page, parts, &Cell::new(AT_ONCE_IN_ALL))
}

/// Parts, and in folds so many lines as are `left` to be made at once.
fn blocks(page: Page, parts: &[Part], left: &Cell<usize>) -> Vec<Child> {
    parts.iter().map(|part| block(page, part, left).into()).collect()
}

/// The pieces of a line.
pub(crate) fn line(page: Page, line: &[Piece]) -> Vec<Child> {
    line.iter().map(|piece| inline(page, piece)).collect()
}

fn block(page: Page, part: &Part, left: &Cell<usize>) -> Element {
    match part {
        Part::Heading(level, words) => {
            element(if *level == 3 { "h3" } else { "h4" }).set("tabindex", "-1").child(line(page, words))
        }
        Part::Paragraph(words) => element("p").child(line(page, words)),
        Part::Note(words) => element("p").class("note").child(line(page, words)),
        Part::List(lines) => {
            element("ul").class("lines").children(lines.iter().map(|words| element("li").child(line(page, words))))
        }
        Part::Pairs(pairs) => element("dl").class("pairs").children(pairs.iter().map(|(name, words)| {
            let value = element("dd").child(line(page, words));
            element("div").child(element("dt").child(name.clone())).child(value)
        })),
        Part::Table { caption, head, rows } => table(page, caption, head, rows),
        Part::Fold(summary, parts) => {
            let summary = element("summary").child(summary.clone());
            let fold = element("details").class("fold").child(summary);
            let lines = lines(parts);
            if lines <= AT_ONCE.min(left.get()) {
                left.set(left.get() - lines);
                return fold.child(blocks(page, parts, left));
            }
            // what is long is made when it is first asked for
            let (is_wanted, parts) = (RwSignal::new(false), parts.clone());
            let held = piece(move || is_wanted.get().then(|| element("div").child(untrack(|| sheet(page, &parts)))));
            fold.on("toggle", move |_| is_wanted.set(true)).child(held)
        }
        Part::Bars(bars) => element("ul").class("bars").children(bars.iter().map(|bar| bar_line(page, bar))),
        Part::Lanes { caption, days, keys, lanes } => chart(page, caption, days, keys, lanes),
        Part::Card(parts) => element("section").class("card").child(blocks(page, parts, left)),
        Part::Columns(columns) => side_by_side(page, "beside", columns, left),
        Part::Tied(columns) => side_by_side(page, "beside tied", columns, left),
        Part::Join(name, others) => joining(page, name, others),
        Part::Choices(name, choices) => {
            let links = choices.iter().map(|choice| element("li").child(inline(page, choice)));
            let list = element("ul").children(links);
            element("nav")
                .class("choices")
                .set("aria-label", name)
                .child(element("span").child(name.clone()))
                .child(list)
        }
    }
}

/// About how many lines parts have.
fn lines(parts: &[Part]) -> usize {
    let of = |part: &Part| match part {
        Part::List(lines) => lines.len(),
        Part::Table { head, rows, .. } => rows.len() * head.len(),
        Part::Fold(_, parts) => lines(parts),
        Part::Card(parts) => lines(parts),
        _ => 1,
    };
    parts.iter().map(of).sum()
}

fn side_by_side(page: Page, class: &'static str, columns: &[Vec<Part>], left: &Cell<usize>) -> Element {
    element("div").class(class).children(columns.iter().map(|parts| element("div").child(blocks(page, parts, left))))
}

/// A table; of one with many columns each cell knows the name of its own, for where there is no room for columns.
fn table(page: Page, caption: &str, head: &[Line], rows: &[Vec<Line>]) -> Element {
    let is_wide = head.len() > NARROW;
    let names: Vec<String> = head.iter().map(|words| column_name(page, words)).collect();
    let head = head.iter().map(|words| element("th").set("scope", "col").child(line(page, words)));
    let body = rows.iter().map(|cells| {
        element("tr").children(cells.iter().enumerate().map(|(nth, words)| {
            let cell = if nth == 0 { element("th").set("scope", "row") } else { element("td") };
            let cell = if is_wide && nth > 0 { cell.set("data-column", &names[nth]) } else { cell };
            cell.child(line(page, words))
        }))
    });
    let table = element("table")
        .class(if is_wide { "wide" } else { "" })
        .child(element("caption").child(caption.to_owned()))
        .child(element("thead").child(element("tr").children(head)))
        .child(element("tbody").children(body));
    // a wide table scrolls by itself, so it must be reachable by keyboard
    element("div").class("scrolls").set("tabindex", "0").set("role", "group").set("aria-label", caption).child(table)
}

/// What a column is called, in words alone.
fn column_name(page: Page, head: &[Piece]) -> String {
    let names = head.iter().map(|piece| match piece {
        Piece::Words(words) | Piece::Source(words) | Piece::Tag(words) => words.as_ref(),
        Piece::Outlet(number) => &*page.library().names[*number],
        _ => "",
    });
    names.collect()
}

/// Lanes over days: a grid of links. A pointer drawn over the days looks at those; the choices above do so for all.
fn chart(page: Page, caption: &str, days: &[String], keys: &[String], lanes: &[(Line, Vec<LaneMark>)]) -> Element {
    let drawn = RwSignal::new(None::<(usize, usize)>);
    let head = days.iter().enumerate().map(|(nth, day)| {
        let is_in = move || drawn.get().is_some_and(|(one, other)| one.min(other) <= nth && nth <= one.max(other));
        element("span")
            .class("day")
            .class_when("in", is_in)
            .child(day.clone())
            .on("pointerdown", move |event| {
                // with a finger the chart is scrolled
                let is_touch = event.unchecked_ref::<web_sys::PointerEvent>().pointer_type() == "touch";
                drawn.set((!is_touch).then_some((nth, nth)));
            })
            .on("pointerenter", move |_| drawn.update(|drawn| *drawn = drawn.map(|(from, _)| (from, nth))))
    });
    let keys = keys.to_vec();
    let look = move |_| {
        let Some((one, other)) = drawn.get_untracked() else { return };
        drawn.set(None);
        let (first, last) = (&keys[one.min(other)], &keys[one.max(other)]);
        let of = if first == last { first.clone() } else { format!("{first}..{last}") };
        page.go(page.view_now().looking_at(of));
    };
    let head = element("div").class("days").children(head);
    let head = element("div").class("lane head").set("aria-hidden", "true").child(element("span")).child(head);
    let head = head.on("pointerup", look).on("pointerleave", move |_| drawn.set(None));
    let is_many = lanes.len() > FEW;
    let lanes = lanes.iter().map(|(name, marks)| {
        let color = name.iter().find_map(|piece| match piece {
            Piece::Outlet(number) => Some(page.outlet_color(*number)),
            _ => None,
        });
        let marks = marks.iter().map(|mark| {
            let place = format!("{}/{}", mark.from + 1, mark.to + 2);
            let link = fixed_link(page, (*mark.view).clone()).class(&mark.class);
            let link = link.set("title", &mark.words).set("aria-label", &mark.words);
            element("li").property("grid-column", &place).child(link)
        });
        let marks = element("ul").class("days").children(marks);
        let lane = element("div").class(&format!("lane o{}", color.unwrap_or_default()));
        lane.child(element("span").child(line(page, name))).child(marks)
    });
    let grid = element("div").class(if is_many { "lanes many" } else { "lanes" });
    let grid = grid.property("--days", &days.len().to_string()).child(head).children(lanes);
    element("div").class("scrolls").set("tabindex", "0").set("role", "group").set("aria-label", caption).child(grid)
}

fn bar_line(page: Page, bar: &Bar) -> Element {
    let most = bar.most.max(1);
    let parts = bar.parts.iter().map(|(value, class)| {
        let share = format!("{}%", value * 100 / most);
        // Not as an attribute: the page's Content-Security-Policy allows no styles there.
        element("span").class(class).style("inline-size", move || share.clone())
    });
    let drawn = element("span").class("amount-bar").set("aria-hidden", "true").children(parts);
    element("li").child(element("span").child(line(page, &bar.line))).child(drawn)
}

fn inline(page: Page, piece: &Piece) -> Child {
    match piece {
        Piece::Words(words) => words.clone().into(),
        Piece::Source(words) => element("bdi").child(words.clone()).into(),
        Piece::Around(words) => element("bdi").class("around").child(words.clone()).into(),
        Piece::Place { anchor, words, marks } => {
            let anchor = *anchor;
            fixed_link(page, page.view_now().reading(anchor.article, Some(anchor.span)))
                .class("place")
                .set("dir", "auto")
                .child(marked(words, Span::of(0, words.len()), marks, None))
                .into()
        }
        Piece::Go { view, words, current } => {
            let link = fixed_link(page, (**view).clone()).child(words.clone());
            if *current { link.set("aria-current", "true").into() } else { link.into() }
        }
        Piece::Outlet(number) => outlet(page, *number).into(),
        Piece::Tag(words) => element("span").class("tag").child(words.clone()).into(),
        Piece::Only(words, right) => {
            element(if *right { "ins" } else { "del" }).child(element("bdi").child(words.clone())).into()
        }
        Piece::Break => element("br").into(),
        Piece::Correct { correction, words, label } => correcting(page, correction, words, label).into(),
        Piece::Moved(words) => element("span").class("moved").child(element("bdi").child(words.clone())).into(),
    }
}

/// An article by its outlet, with the outlet's colour.
fn outlet(page: Page, number: usize) -> Element {
    let article = page.article(number);
    fixed_link(page, page.view_now().reading(article.key, None))
        .class(&format!("outlet o{}", page.outlet_color(number)))
        .set("dir", "auto")
        .set("title", article.title().text())
        .child(page.library().names[number].clone())
}
