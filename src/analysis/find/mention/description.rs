//! The phrase a name stands in that says who or what it names: "former Mayor Jane Doe", "Jane Doe, a teacher".

use super::{
    lexicon::Classes,
    word::{Shape, Word},
};
use crate::find::attribution::is_adverb;
use core::ops::Range;
use crossread_corpus::span::Span;

/// The whole phrase around the name `name`, where it says more than the name.
pub(super) fn description(words: &[Word], name: &Range<usize>) -> Option<Span> {
    let from = before(words, name);
    let to = if from < name.start { name.end } else { behind(words, name.end) };
    (from < name.start || to > name.end).then(|| Span::new(words[from].span.start(), words[to - 1].span.end()))
}

/// The first word of the description that ends in the name.
fn before(words: &[Word], name: &Range<usize>) -> usize {
    let start = name.start;
    let telling =
        Classes::TITLE.or(Classes::HONORIFIC).or(Classes::FAMILY).or(Classes::ORG_HEAD).or(Classes::PLACE_HEAD);
    let near = start.checked_sub(1).map(|at| &words[at]).filter(|w| !w.cut_behind);
    let role = near.is_some_and(|w| {
        (w.is(telling) && !w.is(Classes::OPENER) && matches!(w.shape, Shape::Lower | Shape::Capital))
            || matches!(w.text, "maker" | "giant" | "firm" | "nation" | "country" | "ally" | "neighbor" | "neighbour")
                // "a country Alpinia sees as a rival"
                && !start.checked_sub(2).is_some_and(|at| matches!(words[at].text, "a" | "an" | "another" | "every"))
            // not "neighboring Alpine towns"
            || matches!(w.text, "neighboring" | "neighbouring")
                && !words.get(name.end).is_some_and(|w| w.shape == Shape::Lower && w.text.ends_with('s'))
            // "Russia's Putin"
            || (w.shape == Shape::Clitic && start > 1 && words[start - 2].is(Classes::COUNTRY))
    });
    let office = if role { None } else { office_before(words, start) };
    let Some(mut from) = office.or_else(|| role.then(|| start - 1)) else { return start };
    while let Some(at) = from.checked_sub(1) {
        let word = &words[at];
        let plain = match word.shape {
            Shape::Lower => {
                // "the newly elected President"
                let how = word.text.ends_with("ed")
                    && at > 0
                    && words[at - 1].shape == Shape::Lower
                    && is_adverb(words[at - 1].text);
                let is_verb = verb(word.text) && !(how && words[at + 1].is(Classes::TITLE));
                !(word.is(Classes::OPENER) || is_verb || super::super::figure::is_function_word(word.text))
                    || matches!(word.text, "of" | "the" | "and")
                        && at > 0
                        && words[at - 1].is(telling)
                        && words[at - 1].is_capital()
                    || (word.text == "the" && at > 1 && words[at - 1].text == "of")
            }
            Shape::Capital | Shape::Caps | Shape::Mixed => !(word.is(Classes::OPENER) || word.is(Classes::CAPITAL)),
            Shape::Number => word.text.contains('-') || word.cut_behind,
            Shape::Clitic => word.text.len() < 5 && word.text.ends_with('s'),
            // "Cyprus’ President"
            Shape::Mark => matches!(word.text, "'" | "’") && word.tight && at > 0 && words[at - 1].is(Classes::COUNTRY),
            Shape::Initial => false,
        };
        if !plain {
            break;
        }
        from = at;
    }
    let article = from.checked_sub(1).filter(|at| {
        matches!(
            words[*at].text,
            "the" | "The" | "a" | "A" | "an" | "An" | "his" | "His" | "her" | "Her" | "their" | "its"
        )
    });
    let from = article.unwrap_or(from);
    // "told the head of Alpinia, Jane Roe said"
    let opens = from == 0 || words[from - 1].shape == Shape::Mark;
    if office.is_none() || opens { from } else { start }
}

/// The title in "President of Alpinia, Jane Roe".
fn office_before(words: &[Word], start: usize) -> Option<usize> {
    let country = start.checked_sub(2).filter(|at| words[*at].is(Classes::COUNTRY))?;
    let comma = Some(country + 1).filter(|at| words[*at].text == ",")?;
    let of = (comma.saturating_sub(4)..comma).rev().find(|at| words[*at].text == "of")?;
    let country = &words[of + 1..comma];
    let whole = country.iter().all(|word| word.is_capital() || word.text == "the");
    of.checked_sub(1).filter(|title| whole && words[*title].is(Classes::TITLE))
}

/// The word behind the description that the name begins: ", a teacher from Rome".
fn behind(words: &[Word], end: usize) -> usize {
    let article = words.get(end + 1).is_some_and(|w| matches!(w.text, "a" | "an" | "the"));
    if words.get(end).is_none_or(|w| w.text != ",") || !article {
        return end;
    }
    let phrase = &words[end + 1..];
    let length =
        phrase.iter().take(16).position(|w| w.shape == Shape::Mark && !matches!(w.text, "-" | "&")).unwrap_or(0);
    let trade = phrase[..length].iter().any(|w| w.shape == Shape::Lower && w.is(Classes::TITLE));
    if length > 1 && trade { end + 1 + length } else { end }
}

/// Verbs that stand before names and are no part of a description; participles count as verbs.
fn verb(word: &str) -> bool {
    const FREQUENT: [&str; 16] = [
        "met", "saw", "told", "says", "led", "beat", "calls", "tells", "hit", "quit", "sees", "wants", "meets",
        "joins", "backs", "sent",
    ];
    FREQUENT.contains(&word)
        || word.ends_with("ed") && !matches!(word, "embattled" | "retired" | "besieged" | "beleaguered" | "disgraced")
        || word.ends_with("ing")
            && !matches!(
                word,
                "leading"
                    | "outgoing"
                    | "incoming"
                    | "acting"
                    | "ruling"
                    | "sitting"
                    | "neighboring"
                    | "neighbouring"
                    | "reigning"
                    | "visiting"
            )
}

#[cfg(test)]
mod tests {
    use super::{
        super::word::{Seen, words},
        *,
    };
    use crate::find::token::tokens;

    /// The name is between brackets, the description between bars.
    fn check(marked: &str) {
        let text = marked.replace(['[', ']', '|'], "");
        let words = words(&text, &tokens(&text, Span::of(0, text.len())), &mut Seen::default());
        let plain = marked.replace('|', "");
        let (start, end) = (plain.find('[').expect("a bracket"), plain.find(']').expect("a bracket") - 1);
        let from = words.iter().position(|w| w.span.start() as usize == start).expect("a word begins there");
        let to = words.iter().position(|w| w.span.end() as usize == end).expect("a word ends there") + 1;
        let expected = marked.split('|').nth(1).map(|part| part.replace(['[', ']'], ""));
        let found = description(&words, &(from..to)).map(|s| text[s.range()].to_owned());
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn phrases() {
        check("They met |Alpine President [Jane Roe]| today.");
        check("It is |the state news agency [Zorblax]| that said so.");
        check("with |his teenage son [Jim]| nearby");
        check("|34-year-old teacher [Jane Roe]| left");
        check("Then |[Jane Roe], a teacher from Rome|, left.");
        check("|The embattled President of France, [Jane Roe]| left.");
        check("He told the president of France, [Jane Roe] said.");
        check("In the rest of France, [Jane Roe] said.");
        check("It is in |neighbouring [Alpinia]| now.");
        check("It is in neighbouring [Alpinia] towns now.");
        check("It is a country [Alpinia] sees as a rival.");
        check("They met |Cyprus’ newly elected President [Jane Roe]| today.");
        check("They elected |President [Jane Roe]| today.");
        check("The assembly elected |President [Jane Roe]| today.");
        check("In July Italy named |Minister [Jane Roe]| again.");
        check("Then [Jane Roe] left.");
        check("They told [Jane Roe] so.");
    }
}
