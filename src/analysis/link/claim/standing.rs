//! How each sentence stands to the other articles: shared, varied, or only here.

use super::{super::segment::Content, Near, only::FAR};
use crossread_corpus::links::{alignment::align, claim::Standing, word::words};

/// From this part of its words on that stand in another article's sentence too, a sentence is shared.
const SAME_WORDS: f32 = 0.75;
/// With this many members compared, the likest is surely among them.
const COMPARED: usize = 6;

/// For each article, for each of its sentences; `None` for what is no part of the story, and where nothing is sure.
pub(super) fn standing(content: &Content, groups: &[Vec<usize>], near: &[Near]) -> Vec<Vec<Option<Standing>>> {
    let mut standing: Vec<Vec<Option<Standing>>> =
        content.articles.iter().map(|article| vec![None; article.sentences.len()]).collect();
    let mut close = standing.iter().map(|list| vec![false; list.len()]).collect::<Vec<_>>();
    for (number, segment) in content.segments.iter().enumerate() {
        let (article, sentence) = (segment.article as usize, segment.sentence as usize);
        let elsewhere = |other: usize| content.segments[other].article != segment.article;
        let nearest = near[number].iter().find(|(other, _)| elsewhere(*other));
        close[article][sentence] |= nearest.is_some_and(|(_, likeness)| likeness.close >= FAR);
        standing[article][sentence] = Some(Standing::OnlyHere);
    }
    for (list, close) in standing.iter_mut().zip(close) {
        for (each, _) in list.iter_mut().zip(close).filter(|(_, close)| *close) {
            *each = None;
        }
    }
    for group in groups {
        for one in group {
            let segment = &content.segments[*one];
            let text = &content.articles[segment.article as usize].text;
            let mine = words(text, segment.span);
            let others = group.iter().map(|other| &content.segments[*other]);
            let same = others.filter(|other| other.article != segment.article).take(COMPARED).any(|other| {
                let theirs = words(&content.articles[other.article as usize].text, other.span);
                align(&mine, &theirs).left_in_right >= SAME_WORDS
            });
            let entry = &mut standing[segment.article as usize][segment.sentence as usize];
            let found = if same { Standing::Shared } else { Standing::Varied };
            *entry = Some(match *entry {
                Some(Standing::Shared) if !same => Standing::Varied,
                Some(Standing::Varied) => Standing::Varied,
                _ => found,
            });
        }
    }
    standing
}
