//! Each line: a text with the expressions in brackets, and what they say.

use super::*;

/// `check("on [16 August 2020|2020-08-16]")`: the bracketed spans and their values are found, and nothing else.
fn check(marked: &str) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, tail) = after.split_once(']').expect("every bracket is closed");
        let (words, value) = inner.split_once('|').expect("every bracket has a value");
        text.push_str(before);
        text.push_str(words);
        expected.push((words.to_owned(), value.to_owned()));
        rest = tail;
    }
    text.push_str(rest);
    let found: Vec<_> = dates(&text)
        .iter()
        .map(|(span, value)| (span.slice(&text).unwrap_or("?").to_owned(), spell(&text, value)))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

fn spell(text: &str, value: &Explicit) -> String {
    let year = |year: Option<i16>| year.map_or("XXXX".to_owned(), |year| year.to_string());
    match *value {
        Explicit::Day { year: y, month, day, weekday } => {
            let weekday = weekday.map_or(String::new(), |weekday| format!(" {weekday:?}"));
            format!("{}-{month:02}-{day:02}{weekday}", year(y))
        }
        Explicit::UnclearDay { year } => format!("{year}?"),
        Explicit::Month { year: y, month } => format!("{}-{month:02}", year(y)),
        Explicit::Clock { time, zone } => {
            let zone = zone.and_then(|zone| zone.slice(text)).map_or(String::new(), |zone| format!(" {zone}"));
            format!("T{time}{zone}")
        }
        Explicit::Weekday { weekday, which: Which::Plain } => format!("{weekday:?}"),
        Explicit::Weekday { weekday, which } => format!("{which:?} {weekday:?}"),
    }
}

#[test]
fn days_are_read_in_every_common_spelling() {
    for marked in [
        "Updated [21:47|T21:47:00], [16-Aug-2020|2020-08-16]",
        "Published [06:59 IST|T06:59:00 IST], [August 17th 2020|2020-08-17]",
        "[Aug. 16, 2020|2020-08-16]",
        "the [16th of August 2020|2020-08-16]",
        "[16 August 2020|2020-08-16]",
        "[Sunday, August 16, 2020|2020-08-16 Sunday]",
        "[Sun 16 Aug 2020|2020-08-16 Sunday] [19.47 BST|T19:47:00 BST]",
        "[Sun, 16 Aug 2020|2020-08-16 Sunday] [21:47:05 +0530|T21:47:05 +0530]",
        "[2020-08-16|2020-08-16]T[21:47:00+05:30|T21:47:00 +05:30]",
        "[2020-08-16|2020-08-16]T[21:47:00.000Z|T21:47:00 Z]",
        "[2020/08/16|2020-08-16]",
        "[17/08/2020|2020-08-17] - [21:46|T21:46:00]",
        "[08/17/2020|2020-08-17] [09:47 am ET|T09:47:00 ET]",
        "[08/09/2020|2020?]",
        "[08/08/2020|2020-08-08]",
        "[16.08.2020|2020-08-16]",
        "PUBLISHED [AUG 17, 2020|2020-08-17], [5:00 AM SGT|T05:00:00 SGT]",
        "[August 16, 2020|2020-08-16] at [9:47 p.m. EDT|T21:47:00 EDT]",
        "[0147 GMT|T01:47:00 GMT] ([0947 HKT|T09:47:00 HKT]) [August 17, 2020|2020-08-17]",
        "[21:47 (MSK)|T21:47:00 MSK]",
        "[10:30 UTC+3|T10:30:00 UTC+3]",
    ] {
        check(marked);
    }
}

#[test]
fn what_is_left_open_stays_open() {
    for marked in [
        "on [August 9|XXXX-08-09]",
        "on [9 August|XXXX-08-09], when",
        "in [August 2020|2020-08] and again in [May|XXXX-05]",
        "It may March on, and may rain; the August assembly in [March|XXXX-03].",
        "by [29 February|XXXX-02-29] at [12 am|T00:00:00]",
    ] {
        check(marked);
    }
}

#[test]
fn weekdays_are_found_with_the_word_that_says_which() {
    for marked in [
        "on [Monday|Monday] rejected",
        "[Saturday|Saturday]'s call, [last Sunday|Last Sunday]’s vote, [next Friday|Next Friday]",
        "from [Monday|Monday] to [Thursday|Thursday]",
        "The sun shone on Sun Street; Mon dieu.",
    ] {
        check(marked);
    }
}

#[test]
fn plain_numbers_are_not_dates() {
    for text in [
        "some 3.50 million, 12.30 per cent, 2:1 odds",
        "version 1.10.2020.4 of it",
        "31 February 2020 or 2020-13-40",
        "1,016 Marchers and 5 maybe",
        "$12.30 PM's office",
        "flight 2047 landed",
    ] {
        let found = dates(text);
        let days = found.iter().filter(|(_, value)| !matches!(value, Explicit::Month { .. })).count();
        assert_eq!(days, 0, "in {text:?}: {found:?}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_gives_sorted_spans_that_slice(text in "([0-9]{1,4}|[-/:.,+ ]|Aug|May|Sun|last|GMT|Z|am|p\\.m\\.|T|é|\u{a0}){0,24}") {
        let found = dates(&text);
        for (span, _) in &found {
            proptest::prop_assert!(span.slice(&text).is_some_and(|words| !words.trim().is_empty()));
        }
        proptest::prop_assert!(found.windows(2).all(|pair| pair[0].0.end() <= pair[1].0.start()));
    }
}
