//! The Compare lens: two to five articles side by side, each sentence of the first beside those that say the same.
//!
//! Sentences are tied when they make one statement, give one utterance, share a passage, or have most of their words in
//! common; the order may differ. What is tied to nothing is only here, among the articles compared.

use super::{
    Looking,
    differences::{Stretch, differences},
    place::place,
};
use crate::{
    article::{Article, ArticleKey, BlockKind},
    links::{
        Anchor, Links,
        alignment::align,
        passage::PassageKind,
        word::{HEAVY, Word, words as words_of},
    },
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    span::Span,
    view::View,
    wording::counted,
};
use core::cmp::Reverse;

/// At most so many columns.
const COLUMNS: usize = 5;

/// Sentences at least so alike are tied, in hundredths.
const ALIKE: u32 = 40;

/// What a shared utterance or passage adds, in hundredths.
const TIED: u32 = 30;

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

/// What stands beside the sentences of the first article, for one other article.
struct Column {
    number: usize,
    sentences: Vec<Sentence>,
    /// For each sentence the one of the first article that it is most like.
    like: Vec<Option<usize>>,
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
    let base = sentences(looking.article(chosen[0]));
    let columns: Vec<Column> =
        chosen[1..].iter().map(|number| column(looking, links, (chosen[0], &base), *number)).collect();
    parts.push(ways(looking.view, &chosen, &base, &columns));
    let head = chosen.iter().map(|number| vec![Part::Paragraph(vec![Piece::Outlet(*number)])]).collect();
    parts.push(Part::Columns(head));
    let rows = rows(looking, chosen[0], &base, &columns);
    if rows.iter().any(|row| matches!(row, Part::Tied(_))) {
        parts.push(Part::Note(vec![words(
            "Sentences in one frame tell of the same. “Only here”: nothing like it was found in the accounts beside it. \
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
fn ways(view: &View, chosen: &[usize], base: &[Sentence], columns: &[Column]) -> Part {
    let shared = (0..base.len()).filter(|at| columns.iter().any(|c| c.like.contains(&Some(*at)))).count();
    let own = columns.iter().map(|column| column.like.iter().filter(|like| like.is_none()).count()).sum::<usize>();
    let all = base.len() + columns.iter().map(|column| column.sentences.len()).sum::<usize>();
    let only = base.len() - shared + own;
    let ways = [
        ("", format!("All sentences ({all})")),
        ("shared", format!("Shared ({} of the first account)", counted(shared, "sentence", "sentences"))),
        ("words", "Shared, with word differences".to_owned()),
        ("only", format!("Only in one of the {} ({only})", chosen.len())),
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
            if caption && keys.is_empty() {
                continue; // only says whose picture it is
            }
            found.push(Sentence { span: *span, caption, words, keys });
        }
    }
    found
}

fn column(looking: Looking<'_>, links: &Links, (first, base): (usize, &[Sentence]), number: usize) -> Column {
    let sentences = sentences(looking.article(number));
    let (ties, stated) = (ties(looking, links, first, number), stated(links, first, number));
    let like = sentences
        .iter()
        .map(|sentence| {
            let scores = base.iter().enumerate().map(|(at, other)| {
                let among = |pairs: &[(Span, Span)]| {
                    pairs.iter().any(|(one, two)| one.overlaps(other.span) && two.overlaps(sentence.span))
                };
                let alike = likeness(other, sentence) + if among(&ties) { TIED } else { 0 };
                (if among(&stated) { alike.max(ALIKE) } else { alike }, Reverse(at))
            });
            scores.max().filter(|(score, _)| *score >= ALIKE).map(|(_, Reverse(at))| at)
        })
        .collect();
    Column { number, sentences, like }
}

/// How alike two sentences are, in hundredths: how much of both is the same, or of the shorter one if it says enough.
fn likeness(one: &Sentence, other: &Sentence) -> u32 {
    let shared = one.keys.iter().filter(|key| other.keys.binary_search(key).is_ok()).count();
    let least = one.keys.len().min(other.keys.len());
    if shared < 2 || shared * 4 < least {
        return 0;
    }
    let alignment = align(&one.words, &other.words);
    let within = alignment.left_in_right.max(alignment.right_in_left);
    let within = if least >= 4 { within * 0.75 } else { 0.0 };
    (alignment.similarity.max(within) * 100.0) as u32
}

/// Places of two articles that give one utterance or share a passage.
fn ties(looking: Looking<'_>, links: &Links, first: usize, number: usize) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let content = |article: u32, attribution: u32| {
        let list = &looking.article(article as usize).annotations.attributions;
        list.get(attribution as usize).map(|a| a.content.clone()).unwrap_or_default()
    };
    for utterance in &links.utterances {
        let of = |wanted: usize| utterance.variants.iter().filter(move |variant| variant.article as usize == wanted);
        for one in of(first) {
            for other in of(number) {
                for left in content(one.article, one.attribution) {
                    let right = content(other.article, other.attribution);
                    found.extend(right.into_iter().map(|right| (left, right)));
                }
            }
        }
    }
    for passage in links.passages.iter().filter(|passage| passage.kind != PassageKind::Formula) {
        let of = |wanted: usize| {
            passage.members.iter().map(|member| member.anchor).filter(move |a: &Anchor| a.article as usize == wanted)
        };
        found.extend(of(first).flat_map(|one| of(number).map(move |other| (one.span, other.span))));
    }
    found
}

/// Places of two articles that make one statement.
fn stated(links: &Links, first: usize, number: usize) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    for claim in &links.comparison.claims.claims {
        let of = |wanted: usize| {
            claim.members.iter().map(|member| member.anchor).filter(move |a| a.article as usize == wanted)
        };
        found.extend(of(first).flat_map(|one| of(number).map(move |other| (one.span, other.span))));
    }
    found
}

/// The rows: what is tied side by side; between that, what each account has alone, as one row of blocks.
fn rows(looking: Looking<'_>, first: usize, base: &[Sentence], columns: &[Column]) -> Vec<Part> {
    let by = looking.view.by.as_str();
    let (with_own, with_shared) = (by.is_empty() || by == "only", by != "only");
    let mut found = Vec::new();
    let mut own: Vec<Vec<Part>> = vec![Vec::new(); columns.len() + 1];
    let end_block = |own: &mut Vec<Vec<Part>>, found: &mut Vec<_>| {
        if own.iter().any(|cell| !cell.is_empty()) {
            found.push(Part::Columns(core::mem::replace(own, vec![Vec::new(); columns.len() + 1])));
        }
    };
    let add = |own: &mut [Vec<Part>], nth: usize, number: usize, sentence: &Sentence| {
        if with_own {
            let parts = cell(looking, number, sentence, None, true);
            // whose sentences a block holds is said once
            let from = usize::from(!own[nth].is_empty());
            own[nth].extend(parts.into_iter().skip(from));
        }
    };
    for (nth, column) in columns.iter().enumerate() {
        own_behind(column, None).for_each(|sentence| add(&mut own, nth + 1, column.number, sentence));
    }
    for (at, sentence) in base.iter().enumerate() {
        if !columns.iter().any(|column| column.like.contains(&Some(at))) {
            add(&mut own, 0, first, sentence);
            continue;
        }
        end_block(&mut own, &mut found);
        if with_shared {
            let mut cells = vec![cell(looking, first, sentence, None, false)];
            for column in columns {
                let tied = column.like.iter().zip(&column.sentences).filter(|(like, _)| **like == Some(at));
                let against = (by == "words").then_some((looking.article(first), sentence));
                let parts = tied.enumerate().flat_map(|(nth, (_, other))| {
                    cell(looking, column.number, other, against, false).into_iter().skip(usize::from(nth > 0))
                });
                cells.push(parts.collect());
            }
            found.push(Part::Tied(cells));
        }
        for (nth, column) in columns.iter().enumerate() {
            own_behind(column, Some(at)).for_each(|sentence| add(&mut own, nth + 1, column.number, sentence));
        }
    }
    end_block(&mut own, &mut found);
    found
}

/// A column's own sentences behind the last one before them that is tied: to sentence `row` of the first account, or to
/// none.
fn own_behind(column: &Column, row: Option<usize>) -> impl Iterator<Item = &Sentence> {
    let mut behind = None;
    column.like.iter().zip(&column.sentences).filter_map(move |(like, sentence)| match like {
        Some(like) => {
            behind = Some(*like);
            None
        }
        None => (behind == row).then_some(sentence),
    })
}

/// One sentence, its words matched against another's where that is asked for.
fn cell(
    looking: Looking<'_>,
    number: usize,
    sentence: &Sentence,
    against: Option<(&Article, &Sentence)>,
    only: bool,
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
    if only {
        line.push(words(" "));
        line.push(Piece::Tag("only here".to_owned()));
    }
    vec![Part::Note(vec![Piece::Outlet(number)]), Part::Paragraph(line)]
}
