//! Whole sentences in, times out.

use super::*;
use crate::find::{sentence::sentences, token::tokens};
use jiff::civil::date;
use proptest::prelude::*;

fn times_of(text: &str, anchor: Option<Date>) -> Vec<TimeExpression> {
    let sentences = sentences(text, Span::of(0, text.len()));
    let tokens: Vec<Vec<Token>> = sentences.into_iter().map(|sentence| tokens(text, sentence)).collect();
    times(text, &tokens, anchor)
}

/// `marked` has `[words|TYPE value]`; the article is of Monday, 17 August 2020.
fn check(marked: &str) {
    let mut text = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let (inside, behind) = rest[open + 1..].split_once(']').expect("a bracket closes");
        text.push_str(inside.split('|').next().unwrap_or_default());
        rest = behind;
    }
    text.push_str(rest);
    let mut shown = text.clone();
    for time in times_of(&text, Some(date(2020, 8, 17))).iter().rev() {
        shown.insert_str(time.span.end() as usize, &format!("|{} {}]", time.kind.name(), time.value));
        shown.insert(time.span.start() as usize, '[');
    }
    assert_eq!(shown, marked);
}

#[test]
fn explicit_dates() {
    check("It fell on [August 9|DATE 2020-08-09] and in [1998|DATE 1998].");
    check("She left in [the 1990s|DATE 199] or [the early 1980s|DATE 198], in [the 19th century|DATE 18].");
    check("Sales rose in [the third quarter of 2019|DATE 2019-Q3].");
    check("It was [December|DATE 2019-12] when it froze.");
    check("It rained [July 8 to 12|DATE 2020-07-08/2020-07-12], and [last March|DATE 2020-03] too.");
    check("There were 2000 people, model 1998, and 1,998 cows.");
}

#[test]
fn weekdays() {
    check("They met on [Sunday|DATE 2020-08-16] and on [Monday|DATE 2020-08-17].");
    check("They will meet on [Wednesday|DATE 2020-08-19].");
    check("They met [last Monday|DATE 2020-08-10], and [Saturday night|TIME 2020-08-15TNI].");
    check("It rains [every Monday|SET XXXX-WXX-1].");
    check(
        "It would rain [from Monday to Thursday|DATE 2020-08-17/2020-08-20]."
            .replace("[from Monday", "from [Monday")
            .as_str(),
    );
}

#[test]
fn relative_dates() {
    check("[Last week|DATE 2020-W33] and [earlier this month|DATE 2020-08] it rained.");
    check("She left [two years ago|DATE 2018] and came [yesterday|DATE 2020-08-16].");
    check("On [August 9|DATE 2020-08-09] she left; [two days later|DATE 2020-08-11] she died.");
    check("It will rain [early next year|DATE 2021] or [tomorrow morning|TIME 2020-08-18TMO].");
    check("It was [the seventh consecutive day|DATE 2020-08-17] of rain.");
}

#[test]
fn durations_and_sets() {
    check("It rained for [nearly two years|DURATION P2Y], in [the past three months|DURATION P3M].");
    check(
        "His [26-year|DURATION P26Y] rule ended after [several weeks|DURATION PXW] of rain that fell [daily|SET P1D].",
    );
    check("The 34-year-old waited [half an hour|DURATION PT30M].");
    check("It rained for [a quarter century|DURATION P25Y].");
}

#[test]
fn clock_times() {
    check(
        "It begins at [12:00|TIME 2020-08-19T12:00] on [Wednesday|DATE 2020-08-19], as they will say."
            .replace("It begins", "It will begin")
            .as_str(),
    );
    check("They came at [8 p.m. Friday|TIME 2020-08-14T20:00].");
}

#[test]
fn vague_times() {
    check(
        "It is [now|DATE PRESENT_REF] wet, and [recently|DATE PAST_REF] it was too, [in recent weeks|DATE PAST_REF]."
            .replace("[in recent", "in [recent")
            .as_str(),
    );
}

#[test]
fn without_a_date_nothing_is_guessed() {
    let times = times_of("On Monday, August 9, or yesterday, last week.", None);
    assert!(times.iter().all(|time| time.days.is_none()), "{times:?}");
    assert!(times.len() >= 3);
}

proptest! {
    #[test]
    fn times_are_total(text in "((last|this|next|the|a|two|three|5|2016|August|Monday|week|years?|days?|ago|later|earlier|from|to|and|between|-|every|morning|8 p.m.|of|quarter|third|early|end|'98|1990s|eve|,|\\.)[ -]){0,24}|\\PC{0,60}", known: bool) {
        let mut end = 0;
        for time in times_of(&text, known.then(|| date(2020, 2, 29))) {
            prop_assert!(time.span.slice(&text).is_some_and(|words| !words.trim().is_empty()));
            prop_assert!(time.span.start() >= end, "{text:?}");
            prop_assert!(time.days.is_none_or(|(first, last)| first <= last), "{time:?}");
            prop_assert!(!time.value.is_empty());
            end = time.span.end();
        }
    }
}
