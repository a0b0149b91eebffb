//! How each sentence stands to the other articles: shared, varied, or only here.

use super::{super::segment::Content, Near, only::FAR};
use crossread_corpus::links::{
    alignment::align,
    claim::Standing,
    word::{Word, words},
};

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
    let words_of = |at: usize| {
        let segment = &content.segments[at];
        words(&content.articles[segment.article as usize].text, segment.span)
    };
    for group in groups {
        let words: Vec<Vec<Word>> = group.iter().map(|at| words_of(*at)).collect();
        for (one, mine) in group.iter().zip(&words) {
            let segment = &content.segments[*one];
            let others = group.iter().zip(&words).filter(|(at, _)| content.segments[**at].article != segment.article);
            let same = others.take(COMPARED).any(|(_, theirs)| align(mine, theirs).left_in_right >= SAME_WORDS);
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
