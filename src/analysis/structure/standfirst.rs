//! The summary between headline and story, where it is a full sentence and looks like the story's first.

use super::{agency, draft::Draft, list, name};
use crossread_corpus::article::BlockKind;

/// Names the story's first line a standfirst when the next line begins the story anew.
pub(super) fn label(draft: &mut Draft<'_>, headline: Option<usize>) {
    let Some(headline) = headline else { return };
    let mut stories = (headline + 1..draft.lines.len()).filter(|at| draft.is_story(*at));
    let (Some(first), Some(second)) = (stories.next(), stories.next()) else { return };
    let enough = stories.count() >= 1;
    let between = (headline + 1..first).any(|at| draft.is_open(at));
    let already = (headline + 1..first).any(|at| draft.kind(at) == Some(BlockKind::Standfirst));
    if !enough || between || already || draft.lines[first].words.len() > 60 || begins_the_story(draft.lines[first].text)
    {
        return;
    }
    let rule = if begins_the_story(draft.lines[second].text) {
        Some("before-lead-in")
    } else if introduces_again(draft, first, second) {
        Some("name-introduced-again")
    } else {
        None
    };
    if let Some(rule) = rule {
        draft.kinds[first] = Some((BlockKind::Standfirst, rule));
    }
}

/// True when the text begins as a lede does: `CITY (Agency) —`, `CITY, Country —`.
fn begins_the_story(text: &str) -> bool {
    agency::lead_in(text).is_some() || name::place_lead_in(text)
}

/// Journalism gives a person's full name once, then the surname: a line that gives the full name again, of someone
/// the story otherwise calls by surname, begins anew.
fn introduces_again(draft: &Draft<'_>, first: usize, second: usize) -> bool {
    let names = full_names(&draft.lines[first].words);
    let again = full_names(&draft.lines[second].words);
    let surname_alone = |(given, surname): &(String, String)| {
        let lines = draft.lines[second + 1..].iter().filter(|line| line.is_story());
        lines
            .flat_map(|line| {
                let words: Vec<_> = line.words.iter().map(|word| bare(word)).collect();
                (0..words.len())
                    .map(move |at| (at.checked_sub(1).map(|before| words[before]), words[at]))
                    .collect::<Vec<_>>()
            })
            .any(|(before, word)| word == surname && before != Some(given.as_str()))
    };
    names.iter().any(|name| again.contains(name) && surname_alone(name))
}

/// Pairs of capitalised words beside each other, of which neither is a title or a description.
fn full_names(words: &[&str]) -> Vec<(String, String)> {
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && bare(word).chars().count() > 2 && !list::PERSON_TITLES.has(word)
    };
    let joined = |word: &str| word.chars().next_back().is_some_and(|char| char.is_alphabetic() || char == '.');
    let mut names = Vec::new();
    for pair in words.windows(2) {
        if capital(pair[0]) && capital(pair[1]) && joined(pair[0]) && bare(pair[1]) != bare(pair[1]).to_uppercase() {
            names.push((bare(pair[0]).to_owned(), bare(pair[1]).to_owned()));
        }
    }
    names
}

/// The word without marks and without `'s`.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|char: char| !char.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
