//! Where a sentence is cut into segments: stretches that each tell about one thing.

use super::{family::Worth, term::Keyed};
use crate::find::attribution;
use crossread_corpus::{index::token::Token, span::Span};

/// Words that begin a clause behind a comma.
const BEHIND_COMMA: [&str; 25] = [
    "and",
    "but",
    "while",
    "as",
    "after",
    "before",
    "when",
    "where",
    "which",
    "who",
    "whose",
    "with",
    "although",
    "though",
    "because",
    "since",
    "so",
    "or",
    "yet",
    "despite",
    "amid",
    "until",
    "if",
    "including",
    "then",
];

/// Words that begin a clause even without a comma.
const BARE: [&str; 11] =
    ["while", "after", "before", "when", "although", "though", "because", "amid", "following", "but", "since"];

/// What words say: those that tell things apart, and the others, names among them.
const HEAVY: usize = 4;
const LIGHT: usize = 1;
/// How much a segment must say, so as to stand on its own; more where it leads up to reported words, as "he said in a
/// speech that" does.
const LEAST: usize = 6;
const LEAST_BEFORE_REPORT: usize = 8;

/// The places in `tokens` where a segment begins, the first always 0; `bounds` are the bytes, sorted, where reported words
/// begin or end;
/// `keyed` tells of each token what it is worth.
pub(super) fn cuts(text: &str, tokens: &[Token], keyed: &[Keyed], bounds: &[u32]) -> Vec<usize> {
    let weigh = |from: usize, to: usize| -> usize {
        let weight = |worth| match worth {
            Worth::Heavy => HEAVY,
            Worth::Light => LIGHT,
            Worth::Empty => 0,
        };
        // a number is a fact of its own
        let is_number = |token: &Token| token.form.starts_with(|first: char| first.is_ascii_digit());
        let numbers = tokens[from..to].iter().filter(|token| is_number(token)).count();
        let total = keyed[from..to].iter().map(|each| weight(each.worth)).sum::<usize>() + numbers.min(1) * LIGHT;
        if total >= HEAVY && keyed[from..to].iter().any(|each| each.worth == Worth::Heavy) { total } else { 0 }
    };
    let mut starts = vec![0];
    let main = main_clause(text, tokens);
    for at in 1..tokens.len() {
        if main != Some(at) && !may_begin(text, tokens, at, bounds) {
            continue;
        }
        let last = starts[starts.len() - 1];
        let least = if is_bound(tokens, at, bounds) { LEAST_BEFORE_REPORT } else { LEAST };
        if weigh(last, at) >= least {
            starts.push(at);
        } else if starts.len() > 1 && !is_bound(tokens, last, bounds) {
            // too little between two places: the later one is the better, unless reported words begin at the earlier
            starts.pop();
            starts.push(at);
        }
    }
    while starts.len() > 1 && weigh(starts[starts.len() - 1], tokens.len()) < LEAST {
        starts.pop();
    }
    starts
}

fn may_begin(text: &str, tokens: &[Token], at: usize, bounds: &[u32]) -> bool {
    let gap = &text[tokens[at - 1].span.end() as usize..tokens[at].span.start() as usize];
    let form = tokens[at].form.as_str();
    if gap.contains([';', '—', '–', '(', ')']) || gap.contains(" - ") || gap.contains(": ") {
        return true;
    }
    if is_bound(tokens, at, bounds) {
        return true;
    }
    // "the winner, according to the count, left" goes on
    let goes_on = || {
        let comma = |next: &usize| {
            text[tokens[*next - 1].span.end() as usize..tokens[*next].span.start() as usize].contains(',')
        };
        let behind = (at + 1..tokens.len()).find(comma).map_or(&[][..], |next| &tokens[next..]);
        behind.first().is_some_and(|first| {
            let rest = Span::new(first.span.start(), behind[behind.len() - 1].span.end());
            attribution::has_verb(&text[rest.range()], behind.iter().map(|token| token.form.as_str()))
        })
    };
    let acts = form.len() > 5 && form.ends_with("ing") && (form != "according" || !goes_on());
    let behind_comma = gap.contains(',') && (BEHIND_COMMA.contains(&form) || acts);
    // "… would close and accusing", "… closed and warned"
    let joined = form == "and" && tokens.get(at + 1).is_some_and(|next| is_participle(&next.form));
    behind_comma || joined || BARE.contains(&form)
}

/// Where the main clause begins behind a participle that opens the sentence: "Formerly accusing the mill of greed, | the
/// baker raised …". A name or a determiner begins it; the commas of a list do not part.
fn main_clause(text: &str, tokens: &[Token]) -> Option<usize> {
    const SUBJECTS: [&str; 16] = [
        "the", "a", "an", "this", "these", "his", "her", "its", "their", "he", "she", "it", "they", "we", "many",
        "some",
    ];
    let is_adverb = |token: &&Token| token.form.len() > 4 && token.form.ends_with("ly");
    let first = usize::from(tokens.first().filter(is_adverb).is_some());
    if !tokens.get(first).is_some_and(|token| is_participle(&token.form)) {
        return None;
    }
    let gap = |at: usize| &text[tokens[at - 1].span.end() as usize..tokens[at].span.start() as usize];
    let commas: Vec<usize> = (first + 1..tokens.len()).filter(|at| gap(*at).contains(',')).collect();
    let lists = |at: usize, next: usize| next - at < 5 && tokens[at..next].iter().any(|token| token.form == "and");
    let nexts = commas.iter().skip(1).copied().chain([usize::MAX]);
    let begins = |at: usize| {
        let named = text[tokens[at].span.start() as usize..].starts_with(char::is_uppercase);
        named || SUBJECTS.contains(&tokens[at].form.as_str())
    };
    let mut commas = commas.iter().copied().zip(nexts);
    commas.find(|(at, next)| begins(*at) && !lists(*at, *next)).map(|(at, _)| at)
}

fn is_participle(form: &str) -> bool {
    form.len() > 5 && (form.ends_with("ing") || form.ends_with("ed"))
}

/// True when reported words begin or end between this token and the one before.
fn is_bound(tokens: &[Token], at: usize, bounds: &[u32]) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let next = bounds.partition_point(|bound| *bound < tokens[before].span.end());
    bounds.get(next).is_some_and(|bound| *bound <= tokens[at].span.start())
}

/// The stretch of the text from token `from` up to token `to`.
pub(super) fn stretch(sentence: Span, tokens: &[Token], from: usize, to: usize, text: &str) -> Span {
    let start = if from == 0 {
        sentence.start()
    } else {
        opening(text, tokens[from - 1].span.end(), tokens[from].span.start())
    };
    let end = if to == tokens.len() {
        sentence.end()
    } else {
        opening(text, tokens[to - 1].span.end(), tokens[to].span.start())
    };
    Span::new(start, end).trimmed(text)
}

/// Where, between two tokens, the later one's opening marks begin.
fn opening(text: &str, from: u32, to: u32) -> u32 {
    let gap = &text[from as usize..to as usize];
    let kept = gap.trim_end_matches(['"', '“', '‘', '(', '\'', '«', '„']);
    from + u32::try_from(kept.len()).expect("it lies within the text")
}

#[cfg(test)]
mod tests {
    use super::{super::term::Terms, *};
    use crossread_corpus::index::token::tokens;

    fn check(text: &str, expected: &[&str]) {
        let sentence = Span::of(0, text.len());
        let tokens = tokens(text, sentence);
        let mut terms = Terms::default();
        let keyed: Vec<Keyed> = tokens.iter().map(|token| terms.keyed(&token.form)).collect();
        let mut starts = cuts(text, &tokens, &keyed, &[]);
        starts.push(tokens.len());
        let found: Vec<&str> =
            starts.windows(2).map(|pair| &text[stretch(sentence, &tokens, pair[0], pair[1], text).range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn clauses_are_parted_where_each_says_something() {
        check(
            "The baker raised bread prices, accusing the mill of greed, while customers queued outside shops.",
            &["The baker raised bread prices,", "accusing the mill of greed,", "while customers queued outside shops."],
        );
        check(
            "The winner, according to an official count of votes, Jane Roe, left the crowded hall.",
            &["The winner, according to an official count of votes, Jane Roe, left the crowded hall."],
        );
        check(
            "The crowded mill closed its gates, according to a survey of 1,000 bakers in Graz.",
            &["The crowded mill closed its gates,", "according to a survey of 1,000 bakers in Graz."],
        );
        check("The mill closed, and it rained.", &["The mill closed, and it rained."]);
        check(
            "Formerly accusing mills, shops and farms of greed, the baker raised bread prices.",
            &["Formerly accusing mills, shops and farms of greed,", "the baker raised bread prices."],
        );
        check(
            "Accused of raising bread prices, Oak, Ash and Elm, three bakers, closed shops.",
            &["Accused of raising bread prices,", "Oak, Ash and Elm, three bakers, closed shops."],
        );
    }
}
