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
pub(super) fn begins_the_story(text: &str) -> bool {
    agency::lead_in(text).is_some() || name::place_lead_in(text).is_some()
}

/// Journalism gives a person's full name and office once, then the surname: a line that gives them again, of someone
/// the story then calls by surname alone, begins anew.
fn introduces_again(draft: &Draft<'_>, first: usize, second: usize) -> bool {
    let names = full_names(&draft.lines[first].words);
    let again = &draft.lines[second].words;
    let rest = || draft.lines[second + 1..].iter().filter(|line| line.is_story());
    let full_later = |name: &Name<'_>| rest().any(|line| full_names(&line.words).iter().any(|other| other == name));
    let surname_later = |name: &Name<'_>| rest().any(|line| line.words.iter().any(|word| bare(word) == name.surname));
    names.iter().any(|name| {
        let office = full_names(again).iter().any(|other| other == name) && has_office(again, name);
        office && surname_later(name) && !full_later(name)
    })
}

/// True when a title or office stands in the few words before the name.
fn has_office(words: &[&str], name: &Name<'_>) -> bool {
    let at = words.windows(2).position(|pair| bare(pair[0]) == name.given && bare(pair[1]) == name.surname);
    at.is_some_and(|at| {
        words[at.saturating_sub(5)..at].iter().any(|word| {
            list::PERSON_TITLES.has(word) && bare(word).chars().count() > 3 && word.starts_with(char::is_uppercase)
        })
    })
}

/// A given name and the surname after it.
#[derive(PartialEq, Eq)]
struct Name<'a> {
    given: &'a str,
    surname: &'a str,
}

/// Pairs of capitalised words beside each other, of which neither is a title or a description.
fn full_names<'a>(words: &[&'a str]) -> Vec<Name<'a>> {
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && bare(word).chars().count() > 2 && !list::PERSON_TITLES.has(word)
    };
    let joined = |word: &str| word.chars().next_back().is_some_and(|char| char.is_alphabetic() || char == '.');
    let pairs = words.windows(2).filter(|pair| capital(pair[0]) && capital(pair[1]) && joined(pair[0]));
    let names = pairs.map(|pair| Name { given: bare(pair[0]), surname: bare(pair[1]) });
    names.filter(|name| name.surname.contains(char::is_lowercase)).collect()
}

/// True when `line` calls someone by surname alone whom one of `next` names in full: then `line` stands above the
/// story and isn't its beginning.
pub(super) fn names_before_introduction(line: &[&str], next: &[&[&str]]) -> bool {
    let full = full_names(line);
    next.iter().flat_map(|words| full_names(words)).any(|name| {
        let alone = (0..line.len()).any(|at| {
            let before = at.checked_sub(1).map(|before| line[before]);
            bare(line[at]) == name.surname && !before.is_some_and(|word| list::PERSON_TITLES.has(word) && word != "The")
        });
        alone && !full.iter().any(|other| other.surname == name.surname)
    })
}

/// The word without marks and without `'s`.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|char: char| !char.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
