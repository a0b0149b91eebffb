//! Whole sentences in, figures out.

use super::*;
use crate::find::token::tokens;
use proptest::prelude::*;

fn figures_of(text: &str) -> Vec<Figure> {
    figures(text, &[tokens(text, Span::of(0, text.len()))])
}

/// `expected`: per figure `span|kind low-high qualifier unit of`, with `-` for what is missing.
fn check(text: &str, expected: &[&str]) {
    let shown: Vec<String> = figures_of(text)
        .iter()
        .map(|f| {
            let Amount { low, high, qualifier } = f.amount;
            let amount = if low == high { format!("{low}") } else { format!("{low}..{high}") };
            let of = f.of.map_or("-", |s| &text[s.range()]);
            let unit = f.measured_in.as_deref().unwrap_or("-");
            format!("{}|{:?} {amount} {} {unit} {of}", &text[f.span.range()], f.kind, qualifier.name())
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn counts() {
    check("At least two miners were killed.", &["At least two|Count 2 at-least - miners"]);
    check("Almost 7,000 have been held.", &["Almost 7,000|Count 7000 almost - -"]);
    check("Some 10,000 supporters waved flags.", &["Some 10,000|Count 10000 about - supporters"]);
    check("It drew as many as 200,000 people.", &["as many as 200,000|Count 200000 up-to - people"]);
    check("Tens of thousands took to the streets.", &["Tens of thousands|Count 10000..99999 vague - -"]);
    check("Hundreds of Alpine farmers were there.", &["Hundreds|Count 100..999 vague - Alpine farmers"]);
    check(
        "Between 10 and 15 cows, 5-10 dogs.",
        &["10 and 15|Count 10..15 exact - cows", "5-10|Count 5..10 exact - dogs"],
    );
    check("It is 1.2 million or so.", &["1.2 million or so|Count 1200000 about - -"]);
}

#[test]
fn shares_and_money() {
    check("He got more than 80% of votes.", &["more than 80%|Percentage 80 more-than % votes"]);
    check(
        "He got over 80 per cent of the total votes polled.",
        &["over 80 per cent|Percentage 80 over % the total votes".replace("over %", "more-than %").as_str()],
    );
    check(
        "It cost $7.5 million, or £5bn.",
        &["$7.5 million|Money 7500000 exact dollar -", "£5bn|Money 5000000000 exact GBP -"],
    );
    check("Two-thirds of members agreed.", &["Two-thirds|Fraction 0.6666666666666666 exact - members"]);
    check(
        "It fell 12 square miles and 30km.",
        &["12 square miles|Measure 12 exact sq mile -", "30km|Measure 30 exact km -"],
    );
}

#[test]
fn ages_durations_and_ranks() {
    check("The 34-year-old baker left.", &["34-year-old|Age 34 exact year -"]);
    check("Jane Doe, 65, left.", &["65|Age 65 exact year -"]);
    check("Her 26-year rule is over.", &["26-year|Duration 26 exact year rule"]);
    check("She led for a quarter century.", &["a quarter century|Duration 25 rounded year -"]);
    check("It was the first time in a quarter-century.", &["a quarter-century|Duration 25 rounded year -"]);
    check("That gave her a sixth term in office.", &["sixth|Rank 6 exact - term"]);
    check("Her sixth-term election win.", &["sixth|Rank 6 exact - term election win"]);
    check("They held a second weekend phone call with him.", &["second|Rank 2 exact - weekend phone call"]);
}

#[test]
fn no_figures() {
    check("On August 9, 2020, at 12:00 in Rome and 5 p.m. in Bonn, as in 2016 and the 1990s.", &[]);
    check("The G7 met on Channel 4 about the Boeing 737 and Covid-19.", &[]);
    check("No one knew one of the players, who won 3-1.", &[]);
    check("Call 555-0123 today.", &[]);
    check("First, as one adds, the September 11th attack.", &[]);
    check("The 2016 elections were held.", &[]);
}

proptest! {
    #[test]
    fn figures_are_total(text in "[a-z0-9 ,.$%–-]{0,60}|(a |two |hundred |million |and |half |5|-|years? |old |, |%|of |third |thousands ){0,16}|\\PC{0,40}") {
        let mut end = 0;
        for figure in figures_of(&text) {
            prop_assert!(!text[figure.span.range()].trim().is_empty());
            prop_assert!(figure.span.start() >= end && figure.amount.low <= figure.amount.high);
            end = figure.span.end();
            for span in [figure.of, figure.unit, figure.qualified_by].into_iter().flatten() {
                prop_assert!(span.slice(&text).is_some_and(|s| !s.is_empty()));
            }
        }
    }
}
