//! The article's title: which line it is, and what of that line is the outlet's own name.

use super::{
    draft::Draft,
    line::{Line, fold},
    name, standfirst,
};
use crate::reading::Fields;
use crossread_corpus::{article::BlockKind, span::Span};

/// Names the line that says what the file's title field says.
pub(super) fn from_field(draft: &mut Draft<'_>, fields: &Fields) {
    let Some(title) = fields.headline.as_ref().map(|title| fold(&title.value)) else { return };
    let bare = site_name(&title).map_or(title.as_str(), |(end, _)| title[..end].trim_end());
    let same = |line: &Line<'_>| line.key == title || line.key == bare;
    if let Some(at) = (0..draft.lines.len()).find(|at| draft.is_open(*at) && same(&draft.lines[*at])) {
        draft.kinds[at] = Some((BlockKind::Headline, "title-field"));
    }
}

/// Names the headline among the lines before `end`, where the story begins, and gives its number.
pub(super) fn label(draft: &mut Draft<'_>, end: usize) -> Option<usize> {
    if let Some(at) = (0..draft.lines.len()).find(|at| draft.kind(*at) == Some(BlockKind::Headline)) {
        return Some(at);
    }
    let (at, rule) = choose(draft, end).or_else(|| with_site_name(draft, end)).or_else(|| with_a_stop(draft))?;
    draft.kinds[at] = Some((BlockKind::Headline, rule));
    for title in 0..at {
        // The page's title above its headline says the same and names the site.
        let line = &draft.lines[title];
        if draft.is_open(title)
            && site_name(line.text).is_some_and(|(end, _)| fold(&line.text[..end]) == draft.lines[at].key)
        {
            draft.kinds[title] = Some((BlockKind::Boilerplate, "page-title"));
        }
    }
    Some(at)
}

/// The first line without a full stop that is long enough and shares a subject with the story; else the first long
/// enough; else a short one that shares a subject.
fn choose(draft: &Draft<'_>, end: usize) -> Option<(usize, &'static str)> {
    let fits = |at: &usize| {
        let line = &draft.lines[*at];
        draft.is_open(*at)
            && (2..=32).contains(&line.size())
            && !line.ends_in_full_stop()
            && !line.is_list_entry()
            && !line.text.ends_with([':', ','])
    };
    // A first line of two sentences without a last stop is a headline too: "Game over. Who pays?"
    let first = (0..draft.lines.len()).find(|at| draft.is_open(*at));
    let double = first.filter(|at| *at == end && draft.lines[*at].size() <= 20 && !draft.lines[*at].is_quoted());
    let mut candidates: Vec<usize> = (0..end).chain(double).filter(fits).collect();
    let repeated = |at: usize, other: usize| {
        let line = &draft.lines[at];
        site_name(line.text).is_some_and(|(end, _)| fold(&line.text[..end]) == draft.lines[other].key)
    };
    let all = candidates.clone();
    candidates.retain(|at| !all.iter().any(|other| other != at && repeated(*at, *other)));
    let unnamed =
        |at: &usize| !name::is_outlet_shaped(draft.lines[*at].text) && !name::is_person_shaped(draft.lines[*at].text);
    let long = |at: &usize| draft.lines[*at].size() >= 4;
    let find = |test: &dyn Fn(&usize) -> bool| candidates.iter().copied().find(|at| test(at));
    let first = candidates.first().copied().filter(|at| *at == 0);
    find(&|at| long(at) && unnamed(at) && shared(draft, *at) >= 1)
        .map(|at| (at, "headline-shares-subject"))
        .or_else(|| find(&|at| long(at) && unnamed(at)).map(|at| (at, "headline-shape")))
        .or_else(|| find(&|at| shared(draft, *at) >= 1).map(|at| (at, "short-headline-shares-subject")))
        .or_else(|| first.filter(|at| draft.lines.len() > 1 && unnamed(at)).map(|at| (at, "first-line")))
}

/// How many subjects line `at` shares with the story's first three lines.
fn shared(draft: &Draft<'_>, at: usize) -> usize {
    let subjects = draft.lines[at].subjects();
    let story: Vec<_> = (at + 1..draft.lines.len()).filter(|at| draft.is_story(*at)).take(3).collect();
    let told: Vec<_> = story.iter().flat_map(|at| draft.lines[*at].subjects()).collect();
    subjects.iter().filter(|subject| told.contains(subject)).count()
}

/// A page title that is the only headline there is: `Bridge opens at last | Lakeside Daily`.
fn with_site_name(draft: &Draft<'_>, end: usize) -> Option<(usize, &'static str)> {
    let titled = |at: &usize| {
        let title = draft.kinds[*at] == Some((BlockKind::Boilerplate, "site-title"));
        title && draft.lines[*at].words.len() >= 4 && shared(draft, *at) >= 2
    };
    (0..end.min(draft.lines.len())).find(titled).map(|at| (at, "headline-with-site-name"))
}

/// A first line in the manner of headlines that ends in a stop all the same: it Begins Words With Capitals, calls by
/// surname whom the next lines introduce, or leaves out the articles and auxiliaries of a sentence.
fn with_a_stop(draft: &Draft<'_>) -> Option<(usize, &'static str)> {
    const OF_SENTENCES: [&str; 19] = [
        "the", "a", "an", "his", "her", "their", "was", "were", "has", "have", "had", "said", "who", "which", "that",
        "he", "she", "it", "they",
    ];
    let at = (0..draft.lines.len()).find(|at| draft.is_open(*at))?;
    let line = &draft.lines[at];
    let story: Vec<&[&str]> = (at + 1..draft.lines.len())
        .filter(|at| draft.is_story(*at))
        .map(|at| &*draft.lines[at].words)
        .take(2)
        .collect();
    let one_sentence = !super::line::has_inner_stop(line.text);
    if !(3..=20).contains(&line.words.len()) || line.is_quoted() || story.len() < 2 || !one_sentence {
        return None;
    }
    let long: Vec<_> = line.words.iter().filter(|word| word.chars().count() >= 4).collect();
    let capitals = long
        .iter()
        .filter(|word| word.chars().find(|char| char.is_alphanumeric()).is_some_and(|char| !char.is_lowercase()));
    if long.len() >= 3 && capitals.count() * 10 >= long.len() * 8 {
        return Some((at, "title-case-with-stop"));
    }
    let dated = !crate::find::date::dates(line.text).is_empty();
    if !dated && line.words.len() <= 16 && standfirst::names_before_introduction(&line.words, &story) {
        return Some((at, "surname-before-full-name"));
    }
    let sentence = line.words.iter().any(|word| OF_SENTENCES.contains(&fold(word).as_str()));
    (!sentence && !dated && line.words.len() <= 12 && shared(draft, at) >= 2)
        .then_some((at, "headline-grammar-with-stop"))
}

/// Where a title's own words end and where the site's name after them begins: `Bridge opens - Lakeside News`.
///
/// After a bar anything short may be the name; after a dash only what is shaped like an outlet's name.
pub(super) fn site_name(title: &str) -> Option<(usize, usize)> {
    for separator in [" | ", " - ", " – ", " — "] {
        let Some(end) = title.rfind(separator) else { continue };
        let start = end + separator.len();
        let suffix = title[start..].trim();
        let short = (1..=5).contains(&suffix.split_whitespace().count());
        if short && end > 0 && (separator == " | " || name::is_outlet_shaped(suffix) || name::is_acronym(suffix)) {
            return Some((end, start));
        }
    }
    None
}

/// The headline's own words at `line`, and the site's name after them.
pub(super) fn parts(text: &str, line: Span) -> (Span, Option<Span>) {
    match line.slice(text).and_then(site_name) {
        Some((end, start)) => {
            let from = line.start() as usize;
            let own = Span::of(from, from + end).trimmed(text);
            (own, Some(Span::of(from + start, line.end() as usize).trimmed(text)))
        }
        None => (line, None),
    }
}
