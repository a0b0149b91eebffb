//! The Compare lens: two to five articles side by side, each sentence of the first beside those that say the same.
//!
//! Sentences are tied when they make one statement, give one utterance, share a passage, or have most of their words in
//! common; the order may differ. What is tied to nothing, and close to nothing, is only here, among the articles compared,
//! where the comparison found that no other has it; of which it found neither, that is left without a mark.

mod beside;
mod tie;

use super::{
    Looking,
    differences::{Stretch, differences},
    place::place,
};
use crate::{
    article::{Article, ArticleKey, BlockKind},
    links::{
        Anchor, Links,
        word::{HEAVY, Word, words as words_of},
    },
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    span::Span,
    view::View,
    wording::counted,
};
use beside::{Beside, beside};
use core::cmp::Reverse;
use tie::alike;

/// At most so many columns.
const COLUMNS: usize = 5;

/// A caption's sentence of fewer words says only whose picture it is.
const FEWEST: usize = 4;

/// A sentence of a compared article.
struct Sentence {
    span: Span,
    caption: bool,
    words: Vec<Word>,
    /// Its heavy words, sorted.
    keys: Vec<u64>,
}

impl Sentence {
    fn stretch<'a>(&'a self, article: &'a Article) -> Stretch<'a> {
        Stretch { article, spans: core::slice::from_ref(&self.span), words: &self.words }
    }
}

/// One compared account.
struct Account {
    number: usize,
    sentences: Vec<Sentence>,
}

/// Sentences that tell of the same, beside each other.
struct Frame {
    /// The account, of those compared, and its sentence that the others are set beside.
    root: (usize, usize),
    /// For each account its sentences, in their order.
    cells: Vec<Vec<usize>>,
}

/// The lens.
pub(crate) fn compare(looking: Looking<'_>) -> Vec<Part> {
    let left = looking.in_time();
    let chosen = chosen(looking, &left);
    let mut parts = vec![choices(looking, &left, &chosen)];
    if chosen.len() < 2 {
        parts
            .push(Part::Note(vec![words("Two articles are needed to compare; the search and the filters leave one.")]));
        return parts;
    }
    let links = &looking.library.collection.links;
    let accounts: Vec<Account> = chosen
        .iter()
        .map(|number| Account { number: *number, sentences: sentences(looking.article(*number)) })
        .collect();
    let (frames, framed) = frames(looking, links, &accounts);
    let beside = beside(looking, links, &accounts, &framed);
    parts.push(ways(looking.view, &beside));
    let head = chosen.iter().map(|number| vec![Part::Paragraph(vec![Piece::Outlet(*number)])]).collect();
    parts.push(Part::Columns(head));
    let rows = rows(looking, &accounts, &frames, &beside);
    if rows.iter().any(|row| matches!(row, Part::Tied(_))) {
        parts.push(Part::Note(vec![words(
            "Sentences in one frame tell of the same. “Only here”: nothing like it was found in the accounts beside it; \
             “something close” and “something against it” lead there; without a mark neither was found. \
             Keys: n and p for the next and the previous match, m for the sentence beside.",
        )]));
    }
    if rows.is_empty() {
        parts.push(Part::Note(vec![words("No sentence is of this kind.")]));
    }
    parts.extend(rows);
    parts
}

/// The articles compared: those the view names, or else the first two in time.
fn chosen(looking: Looking<'_>, left: &[usize]) -> Vec<usize> {
    let named = looking.view.beside.iter().filter_map(|key| looking.library.collection.position(*key));
    let mut chosen: Vec<usize> = Vec::new();
    for number in named.filter(|number| left.contains(number)).chain(left.iter().copied()) {
        let enough = if looking.view.beside.len() < 2 { 2 } else { looking.view.beside.len().min(COLUMNS) };
        if chosen.len() < enough && !chosen.contains(&number) {
            chosen.push(number);
        }
    }
    chosen
}

/// Every article left, to set beside the others or take away.
fn choices(looking: Looking<'_>, left: &[usize], chosen: &[usize]) -> Part {
    let key = |number: &usize| looking.article(*number).key;
    let pieces = left.iter().map(|number| {
        let taken = chosen.contains(number);
        let beside: Vec<ArticleKey> = if taken {
            chosen.iter().filter(|other| *other != number).map(key).collect()
        } else {
            chosen.iter().take(COLUMNS - 1).chain([number]).map(key).collect()
        };
        let article = looking.article(*number);
        let outlet = article.header.outlet.as_ref().map(|outlet| format!("{}: ", outlet.value)).unwrap_or_default();
        let view = Box::new(View { beside, ..looking.view.clone() });
        Piece::Go { view, words: format!("{outlet}{}", short(article.title().text())), current: taken }
    });
    Part::Choices("Articles side by side".into(), pieces.collect())
}

/// A title cut at a word.
fn short(title: &str) -> String {
    const LETTERS: usize = 48;
    if title.chars().count() <= LETTERS {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LETTERS).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// What can be shown, with how many sentences there are of it.
fn ways(view: &View, beside: &[Vec<Beside>]) -> Part {
    let shared = beside[0].iter().filter(|beside| **beside == Beside::Framed).count();
    let all = beside.iter().map(Vec::len).sum::<usize>();
    let only = beside.iter().flatten().filter(|beside| beside.is_own()).count();
    let ways = [
        ("", format!("All sentences ({all})")),
        ("shared", format!("Shared ({} of the first account)", counted(shared, "sentence", "sentences"))),
        ("words", "Shared, with word differences".to_owned()),
        ("only", format!("Only in one of the {} ({only})", beside.len())),
    ];
    let pieces = ways.map(|(by, words)| Piece::Go { view: Box::new(view.ordered(by)), words, current: view.by == by });
    Part::Choices("Show".into(), pieces.into())
}

fn sentences(article: &Article) -> Vec<Sentence> {
    let mut found = Vec::new();
    for block in &article.blocks {
        let caption = block.kind == BlockKind::Caption;
        let told = matches!(block.kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Paragraph);
        if !told && !caption {
            continue;
        }
        for span in &article.sentences[article.sentences_of(block)] {
            let words = words_of(&article.text, *span);
            let mut keys: Vec<u64> = words.iter().filter(|word| word.weight >= HEAVY).map(|word| word.key).collect();
            sort_by_key(&mut keys, |key| *key);
            keys.dedup();
            if caption && (keys.is_empty() || words.len() < FEWEST) {
                continue;
            }
            found.push(Sentence { span: *span, caption, words, keys });
        }
    }
    found
}

/// The sentences that are tied, set beside those of the first account that has them; and for each account of each sentence
/// whether it is.
fn frames(looking: Looking<'_>, links: &Links, accounts: &[Account]) -> (Vec<Frame>, Vec<Vec<bool>>) {
    let mut frames: Vec<Frame> = Vec::new();
    // the frame of each account's sentences
    let mut within: Vec<Vec<Option<usize>>> = accounts.iter().map(|a| vec![None; a.sentences.len()]).collect();
    for (first, base) in accounts.iter().enumerate() {
        let behind = first + 1;
        let all: Vec<_> = accounts[behind..].iter().map(|other| alike(looking, links, base, other)).collect();
        let mut late: Vec<(u32, usize, usize)> = Vec::new();
        for (other, alike) in (behind..).zip(&all) {
            for (sentence, scores) in alike.iter().enumerate() {
                let Some((_, root)) = scores.first() else { continue };
                if within[other][sentence].is_none() {
                    let frame = *within[first][*root].get_or_insert_with(|| {
                        frames.push(Frame { root: (first, *root), cells: vec![Vec::new(); accounts.len()] });
                        let frame = frames.len() - 1;
                        frames[frame].cells[first].push(*root);
                        frame
                    });
                    frames[frame].cells[other].push(sentence);
                    within[other][sentence] = Some(frame);
                }
                let frame = within[other][sentence].unwrap_or_default();
                late.extend(scores.iter().map(|(score, at)| (*score, *at, frame)));
            }
        }
        // what is like a sentence that stands beside another one stands there, too
        sort_by_key(&mut late, |(score, at, frame)| (Reverse(*score), *at, *frame));
        for (_, at, frame) in late {
            if within[first][at].is_none() {
                within[first][at] = Some(frame);
                frames[frame].cells[first].push(at);
            }
        }
    }
    for frame in &mut frames {
        frame.cells.iter_mut().for_each(|cell| sort_by_key(cell, |at| *at));
    }
    sort_by_key(&mut frames, |frame| frame.root);
    let framed = within.iter().map(|list| list.iter().map(Option::is_some).collect()).collect();
    (frames, framed)
}

/// The rows: what is tied side by side; between that, what each account has alone, as one row of blocks.
fn rows(looking: Looking<'_>, accounts: &[Account], frames: &[Frame], beside: &[Vec<Beside>]) -> Vec<Part> {
    let by = looking.view.by.as_str();
    let (with_own, with_shared) = (by.is_empty() || by == "only", by != "only");
    // frames without a sentence of the first account come behind the one that holds what stands before them
    let mut order: Vec<&Frame> = frames.iter().filter(|frame| frame.root.0 == 0).collect();
    for frame in frames.iter().filter(|frame| frame.root.0 > 0) {
        let (account, sentence) = frame.root;
        let before = |other: &&Frame| other.cells[account].first().is_some_and(|at| *at < sentence);
        let behind = order.iter().rposition(before).map_or(0, |at| at + 1);
        order.insert(behind, frame);
    }
    let own = |frame: Option<&Frame>| -> Vec<Vec<Part>> {
        let columns = accounts.iter().zip(beside).enumerate().map(|(nth, (account, beside))| {
            let roots = |at: usize| frames.iter().any(|frame| frame.root == (nth, at));
            let framed = |at: usize| beside[at] == Beside::Framed;
            // the first account keeps its order: what it has alone stands behind roots only
            let stands = |at: usize| if nth == 0 { roots(at) } else { framed(at) };
            let run = |from: usize| (from..beside.len()).take_while(|at| !stands(*at)).filter(|at| !framed(*at));
            let alone: Vec<usize> = match frame {
                None => run(0).collect(),
                Some(frame) => frame.cells[nth].iter().filter(|at| stands(**at)).flat_map(|at| run(*at + 1)).collect(),
            };
            let is_wanted = |at: &usize| with_own && (by != "only" || beside[*at].is_own());
            let parts = alone.into_iter().filter(is_wanted).enumerate().flat_map(|(nth, at)| {
                // whose sentences a block holds is said once
                let from = usize::from(nth > 0);
                cell(looking, account.number, &account.sentences[at], None, beside[at]).into_iter().skip(from)
            });
            parts.collect()
        });
        columns.collect()
    };
    let block = |columns: Vec<Vec<Part>>| columns.iter().any(|cell| !cell.is_empty()).then_some(Part::Columns(columns));
    let mut found: Vec<Part> = block(own(None)).into_iter().collect();
    for frame in order {
        if with_shared {
            found.push(Part::Tied(tied(looking, accounts, frame, by == "words")));
        }
        found.extend(block(own(Some(frame))));
    }
    found
}

/// The cells of a frame; where `differing`, with the words that differ from those of its root.
fn tied(looking: Looking<'_>, accounts: &[Account], frame: &Frame, differing: bool) -> Vec<Vec<Part>> {
    let (first, root) = frame.root;
    let root = (looking.article(accounts[first].number), &accounts[first].sentences[root]);
    let cells = accounts.iter().zip(&frame.cells).enumerate().map(|(nth, (account, cell_of))| {
        let against = (differing && nth != first).then_some(root);
        let parts = cell_of.iter().enumerate().flat_map(|(nth, at)| {
            cell(looking, account.number, &account.sentences[*at], against, Beside::Framed)
                .into_iter()
                .skip(usize::from(nth > 0))
        });
        parts.collect()
    });
    cells.collect()
}

/// One sentence, its words matched against another's where that is asked for.
fn cell(
    looking: Looking<'_>,
    number: usize,
    sentence: &Sentence,
    against: Option<(&Article, &Sentence)>,
    beside: Beside,
) -> Vec<Part> {
    let article = looking.article(number);
    let mut line: Line = match against {
        Some((base, other)) => differences(other.stretch(base), sentence.stretch(article)),
        None => vec![place(article, sentence.span)],
    };
    if against.is_some() {
        line.push(words(" "));
        line.push(go(looking.view.reading(article.key, Some(sentence.span)), "open"));
    }
    if sentence.caption {
        line.push(words(" "));
        line.push(Piece::Tag("caption".to_owned()));
    }
    match beside {
        Beside::Framed | Beside::Untold => {}
        Beside::Close(at) => line.extend(elsewhere(looking, at, "something close")),
        Beside::Against(at) => line.extend(elsewhere(looking, at, "something against it")),
        Beside::Nothing => line.extend([words(" "), Piece::Tag("only here".to_owned())]),
        Beside::InPart => line.extend([words(" "), Piece::Tag("in part only here".to_owned())]),
    }
    vec![Part::Note(vec![Piece::Outlet(number)]), Part::Paragraph(line)]
}

/// What leads to a place of another account, which is called so.
fn elsewhere(looking: Looking<'_>, at: Anchor, called: &str) -> [Piece; 2] {
    let there = looking.article(at.article as usize);
    [words(" ◌ "), go(looking.view.reading(there.key, Some(at.span)), called)]
}
