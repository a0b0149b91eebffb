//! The Timeline lens: what happened when, a lane an account, and the same day by day as a table.

use super::{
    Looking,
    place::{place, sentence},
};
use crate::{
    day,
    links::event::{Dated, Event},
    order::{sort_by, sort_by_key},
    sheet::{LaneMark, Line, Part, Piece, words},
    wording::{self, counted},
};
use jiff::civil::Date;

/// The chart has at most so many columns; the table has all.
const COLUMNS: usize = 24;

/// The lens.
pub(crate) fn timeline(looking: Looking<'_>) -> Vec<Part> {
    let all = &looking.library.collection.links.comparison.events;
    let wanted = day::parse(&looking.view.of);
    let told = |event: &&Event| event.members.iter().any(|member| looking.leaves(member.anchor.article as usize));
    let on_day = |event: &&Event| wanted.is_none_or(|day| event.days.0 <= day && day <= event.days.1);
    let mut days: Vec<Date> = all.iter().filter(told).flat_map(|event| [event.days.0, event.days.1]).collect();
    days.extend(looking.in_time().into_iter().filter_map(|number| published(looking, number)));
    sort_by(&mut days, Ord::cmp);
    days.dedup();
    let mut events: Vec<&Event> = all.iter().filter(told).filter(on_day).collect();
    sort_by_key(&mut events, |event| (event.days, event.label));
    if events.is_empty() && wanted.is_none() {
        let why = "No sentence of these accounts tells on which day something happened, as far as the rules can tell.";
        return vec![Part::Note(vec![words(why)])];
    }
    let mut parts = vec![day_choices(looking, &days)];
    if days.len() <= COLUMNS {
        parts.push(lanes(looking, &days, &events));
    } else {
        parts.push(Part::Note(vec![words(format!(
            "{} days are too many to draw; the table has them all.",
            days.len()
        ))]));
    }
    parts.push(table(looking, &events));
    parts
}

fn published(looking: Looking<'_>, number: usize) -> Option<Date> {
    looking.article(number).header.published.as_ref().map(|published| published.value.date)
}

/// Every day, to narrow the lens to it.
fn day_choices(looking: Looking<'_>, days: &[Date]) -> Part {
    let choice = |of: String, name: String| {
        let current = looking.view.of == of;
        Piece::Go { view: Box::new(looking.view.looking_at(of)), words: name, current }
    };
    let all = choice(String::new(), "All days".to_owned());
    let each = days.iter().take(2 * COLUMNS).map(|date| choice(day::iso(*date), wording::day(*date)));
    Part::Choices("Day".into(), core::iter::once(all).chain(each).collect())
}

/// The chart: what each account tells, at its days.
fn lanes(looking: Looking<'_>, days: &[Date], events: &[&Event]) -> Part {
    let column = |date: Date| days.partition_point(|day| *day < date).min(days.len().saturating_sub(1));
    let lane = |number: usize| {
        let article = looking.article(number);
        let mut marks = Vec::new();
        for event in events {
            // one mark an event, however often the account tells it
            let Some(member) = event.members.iter().find(|m| m.anchor.article as usize == number) else { continue };
            let (from, to) = (column(member.days.0), column(member.days.1));
            marks.push(LaneMark {
                from,
                to: to.max(from),
                view: Box::new(looking.view.reading(article.key, Some(member.anchor.span))),
                words: format!("{}: {}", wording::days(member.days), article.slice(member.anchor.span)),
                class: if from == to { "event" } else { "event range" }.into(),
            });
        }
        if let Some(date) = published(looking, number) {
            let at = column(date);
            let view = Box::new(looking.view.reading(article.key, None));
            let words = format!("Published {}", wording::day(date));
            marks.push(LaneMark { from: at, to: at, view, words, class: "published".into() });
        }
        sort_by_key(&mut marks, |mark| (mark.from, mark.to));
        (vec![Piece::Outlet(number)], marks)
    };
    Part::Lanes {
        caption: "Events by day, a lane an account".to_owned(),
        days: days.iter().map(|date| wording::day(*date)).collect(),
        lanes: looking.in_time().into_iter().map(lane).collect(),
    }
}

/// The same, day by day.
fn table(looking: Looking<'_>, events: &[&Event]) -> Part {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for event in events {
        let members: Vec<&Dated> =
            event.members.iter().filter(|member| looking.leaves(member.anchor.article as usize)).collect();
        for member in &members {
            let number = member.anchor.article as usize;
            let article = looking.article(number);
            let time = article.annotations.times.get(member.time as usize);
            let mut when: Line = time.map(|time| place(article, time.span)).into_iter().collect();
            if let Some(time) = time {
                when.extend([words(" "), Piece::Tag(wording::rule(&time.rule))]);
            }
            let days = vec![words(wording::days(event.days))];
            rows.push(vec![days, vec![Piece::Outlet(number)], vec![sentence(article, member.anchor.span)], when]);
        }
    }
    let head = ["Day", "Account", "What it tells", "As dated there"].map(|name| vec![words(name)]).into();
    Part::Table { caption: format!("{}, day by day", counted(events.len(), "event", "events")), head, rows }
}
