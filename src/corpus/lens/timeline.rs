//! The Timeline lens: what happened when, a lane an account, and the same day by day as a table.

use super::{
    Looking, long,
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

/// So many rows of the table are shown before a reader asks for more.
const ROWS: usize = 25;

/// The lens.
pub(crate) fn timeline(looking: Looking<'_>) -> Vec<Part> {
    let all = &looking.library.collection.links.comparison.events;
    let wanted = days_of(&looking.view.of);
    let told = |event: &&Event| event.members.iter().any(|member| looking.leaves(member.anchor.article as usize));
    let in_range = |days: (Date, Date)| wanted.is_none_or(|(first, last)| days.0 <= last && first <= days.1);
    let mut days: Vec<Date> = all.iter().filter(told).flat_map(|event| [event.days.0, event.days.1]).collect();
    days.extend(looking.in_time().into_iter().filter_map(|number| published(looking, number)));
    sort_by(&mut days, Ord::cmp);
    days.dedup();
    let mut events: Vec<&Event> = all.iter().filter(told).filter(|event| in_range(event.days)).collect();
    sort_by_key(&mut events, |event| (event.days, event.label));
    if events.is_empty() && wanted.is_none() {
        let why = "No sentence of these accounts tells on which day something happened, as far as the rules can tell.";
        return vec![Part::Note(vec![words(why)])];
    }
    let mut parts = vec![day_choices(looking, &days)];
    parts.extend(wanted.and_then(|(first, _)| later_choices(looking, &days, first)));
    let columns: Vec<Date> = days.iter().copied().filter(|day| in_range((*day, *day))).collect();
    let many = columns.len();
    if (1..=COLUMNS).contains(&many) {
        parts.push(lanes(looking, &columns, &events));
    } else if many > COLUMNS {
        parts.push(Part::Note(vec![words(format!(
            "{many} days are too many to draw; the table has them all. Choose a day, and with it the last of some days."
        ))]));
    }
    parts.extend(table(looking, &events));
    parts
}

fn published(looking: Looking<'_>, number: usize) -> Option<Date> {
    looking.article(number).header.published.as_ref().map(|published| published.value.date)
}

/// The days that the view asks for: "2020-08-16", or the first and the last of them, "2020-08-14..2020-08-16".
fn days_of(of: &str) -> Option<(Date, Date)> {
    let (first, last) = of.split_once("..").unwrap_or((of, of));
    Some((day::parse(first)?, day::parse(last)?))
}

/// What a view calls some days; see [`days_of`].
fn name(first: Date, last: Date) -> String {
    if first == last { day::iso(first) } else { format!("{}..{}", day::iso(first), day::iso(last)) }
}

fn choice(looking: Looking<'_>, of: String, name: String) -> Piece {
    let current = looking.view.of == of;
    Piece::Go { view: Box::new(looking.view.looking_at(of)), words: name, current }
}

/// Every day, to narrow the lens to it.
fn day_choices(looking: Looking<'_>, days: &[Date]) -> Part {
    let all = choice(looking, String::new(), "All days".to_owned());
    let each = days.iter().take(2 * COLUMNS);
    let each = each.map(|date| choice(looking, day::iso(*date), wording::day(*date)));
    Part::Choices("Day".into(), core::iter::once(all).chain(each).collect())
}

/// Every day after the first that is looked at, to look at all from that one to it.
fn later_choices(looking: Looking<'_>, days: &[Date], first: Date) -> Option<Part> {
    let later = days.iter().filter(|day| **day > first).take(2 * COLUMNS);
    let each: Line = later.map(|day| choice(looking, name(first, *day), wording::day(*day))).collect();
    (!each.is_empty()).then(|| Part::Choices("Until".into(), each))
}

/// The chart: what each account tells, at its days.
fn lanes(looking: Looking<'_>, days: &[Date], events: &[&Event]) -> Part {
    let column = |date: Date| days.partition_point(|day| *day < date).min(days.len().saturating_sub(1));
    // what began before the days that are drawn or ends after them is drawn as far as it is in them
    let drawn = |(from, to): (Date, Date)| days.iter().any(|day| from <= *day && *day <= to);
    let lane = |number: usize| {
        let article = looking.article(number);
        let mut marks = Vec::new();
        for event in events {
            // one mark an event, however often the account tells it
            let mut members = event.members.iter().filter(|m| m.anchor.article as usize == number);
            let Some(member) = members.find(|member| drawn(member.days)) else { continue };
            let (from, to) = (column(member.days.0), column(member.days.1));
            marks.push(LaneMark {
                from,
                to: to.max(from),
                view: Box::new(looking.view.reading(article.key, Some(member.anchor.span))),
                words: format!("{}: {}", wording::days(member.days), article.slice(member.anchor.span)),
                // what lasts longer than the days that are drawn is no dot either
                class: if member.days.0 == member.days.1 { "event" } else { "event range" }.into(),
            });
        }
        if let Some(date) = published(looking, number).filter(|date| drawn((*date, *date))) {
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
        keys: days.iter().map(|date| day::iso(*date)).collect(),
        lanes: looking.in_time().into_iter().map(lane).collect(),
    }
}

/// The same, day by day.
fn table(looking: Looking<'_>, events: &[&Event]) -> Vec<Part> {
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
    let events = counted(events.len(), "event", "events");
    let caption = format!("{events} in {}, day by day", counted(rows.len(), "place", "places"));
    long::table(caption, head, rows, ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_days_are_named_and_read_again() {
        let day = |number| Date::new(2031, 3, number).unwrap();
        for (first, last, text) in [(4, 4, "2031-03-04"), (4, 9, "2031-03-04..2031-03-09")] {
            assert_eq!(name(day(first), day(last)), text);
            assert_eq!(days_of(text), Some((day(first), day(last))));
        }
        assert_eq!(days_of("2031-03-04..").or(days_of("March")).or(days_of("")), None);
    }
}
