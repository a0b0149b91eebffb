//! The Wording lens: words that set an account apart, other words for the same thing, and a word in its contexts.

use super::{Looking, long, place::place};
use crate::{
    article::{Article, BlockKind},
    index::{Passage, fold::fold},
    links::{
        Anchor,
        word::is_function_word,
        wording::{Contrast, Expression, contrasts},
    },
    order::sort_by_key,
    query::place as place_of,
    sheet::{Line, Part, Piece, go, text, words},
    span::Span,
    view::View,
    wording::{counted, number},
};

/// So many words are shown of each account.
const WORDS: usize = 12;

/// So many ways to say the same are listed before a reader asks for more.
const SHOWN: usize = 8;

/// So many words are shown before a reader asks for more.
const ROWS: usize = 72;

/// The prior of the log-odds, in words.
const PRIOR: f64 = 500.0;

/// So many letters of context stand on each side of a word.
const CONTEXT: usize = 60;

/// The lens: what sets each account apart, or one word in all its contexts.
pub(crate) fn wording(looking: Looking<'_>) -> Vec<Part> {
    if !looking.view.of.is_empty() {
        return contexts(looking);
    }
    let left = looking.in_time();
    let mut parts = same_things(looking);
    if left.len() < 2 {
        parts.push(Part::Note(vec![words("One account alone cannot be set apart from others.")]));
        return parts;
    }
    parts.push(Part::Heading(3, vec![words("Words that set an account apart")]));
    parts.push(Part::Note(vec![words(
        "Weighted log-odds against the other accounts (Monroe, Colaresi and Quinn 2008): above 1.96, chance is an \
         unlikely reason. Counts say how often a word stands here and in the others; a word with few uses says little.",
    )]));
    let uses = uses(looking, &left);
    let cards = left.iter().enumerate().filter_map(|(nth, number)| apart(looking, *number, nth, &uses)).collect();
    parts.extend(long::list(cards, ROWS, long::rows));
    parts
}

/// The forms that stand in the articles left, each with how often it does in each of them.
fn uses(looking: Looking<'_>, left: &[usize]) -> Vec<(usize, Vec<u32>)> {
    let index = &looking.library.index;
    let told: Vec<Vec<bool>> = left.iter().map(|number| told(looking.article(*number))).collect();
    let mut found = Vec::new();
    for form in 0..index.forms().len() {
        let written = index.forms().get(form);
        if is_function_word(written) || written.starts_with(|letter: char| letter.is_ascii_digit()) {
            continue;
        }
        let mut counts = vec![0; left.len()];
        for place in index.occurrences(form) {
            if let Some(nth) = left.iter().position(|number| *number == place.article as usize)
                && let Passage::Sentence(sentence) = index.layout(left[nth]).passage(place.position).0
                && told[nth][sentence]
            {
                counts[nth] += 1;
            }
        }
        if counts.iter().any(|count| *count > 0) {
            found.push((form, counts));
        }
    }
    found
}

/// For each sentence of an article whether it is part of what it tells: not of page furniture, repeats and credits, whose
/// words say nothing of how it tells it.
fn told(article: &Article) -> Vec<bool> {
    let credits = |span: Span| article.block_at(span.start()).is_some_and(|block| block.kind == BlockKind::Credit);
    article.sentences.iter().map(|sentence| article.tells(*sentence) && !credits(*sentence)).collect()
}

/// The words of one account, as a table.
fn apart(looking: Looking<'_>, number: usize, nth: usize, uses: &[(usize, Vec<u32>)]) -> Option<Part> {
    let counts: Vec<(u32, u32)> =
        uses.iter().map(|(_, counts)| (counts[nth], counts.iter().sum::<u32>() - counts[nth])).collect();
    let found = contrasts(&counts, PRIOR);
    let rows: Vec<Vec<Line>> = found
        .iter()
        .filter(|contrast| contrast.here > 1 && contrast.score > 0.0)
        .take(WORDS)
        .map(|contrast| row(looking, number, uses[contrast.word].0, contrast))
        .collect();
    let head = ["Word", "Here", "In the others", "Score"].map(|name| vec![words(name)]).into();
    let caption = format!("Words of {}", looking.library.names[number]);
    (!rows.is_empty())
        .then(|| Part::Card(vec![Part::Heading(4, vec![Piece::Outlet(number)]), Part::Table { caption, head, rows }]))
}

fn row(looking: Looking<'_>, article: usize, form: usize, contrast: &Contrast) -> Vec<Line> {
    let word = looking.library.index.forms().get(form).to_owned();
    let context = looking.view.looking_at(word.clone());
    let only = View { article: Some(looking.article(article).key), ..context.clone() };
    let mut score = vec![words(number((contrast.score * 100.0).round() / 100.0))];
    if contrast.few {
        score.extend([words(" "), Piece::Tag("few uses".to_owned())]);
    }
    let here = vec![go(only, contrast.here.to_string())];
    vec![vec![go(context.clone(), word)], here, vec![go(context, contrast.rest.to_string())], score]
}

/// Expressions that accounts use for one thing.
fn same_things(looking: Looking<'_>) -> Vec<Part> {
    let mut lines: Vec<Line> = Vec::new();
    for same in &looking.library.collection.links.comparison.same_things {
        let mut line = Line::new();
        for expression in &same.expressions {
            let left = expression.anchors.iter().filter(|anchor| looking.leaves(anchor.article as usize));
            // as it is written, by whom
            let mut forms: Vec<(String, Anchor, Vec<u32>)> = Vec::new();
            for anchor in left {
                let written = looking.article(anchor.article as usize).slice(anchor.span).to_lowercase();
                match forms.iter_mut().find(|(form, ..)| *form == written) {
                    Some((.., by)) if by.contains(&anchor.article) => {}
                    Some((.., by)) => by.push(anchor.article),
                    None => forms.push((written, *anchor, vec![anchor.article])),
                }
            }
            for (number, (_, first, by)) in forms.into_iter().enumerate() {
                if number > 0 {
                    line.push(words("· "));
                } else if !line.is_empty() {
                    line.push(words(" / "));
                }
                line.push(place(looking.article(first.article as usize), first.span));
                line.push(words(" "));
                line.extend(by.into_iter().flat_map(|article| [Piece::Outlet(article as usize), words(" ")]));
            }
        }
        let leads =
            |expression: &Expression| expression.anchors.iter().any(|anchor| looking.leaves(anchor.article as usize));
        if same.expressions.iter().filter(|each| leads(each)).count() > 1 {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![
        Part::Heading(3, vec![words("In other words")]),
        Part::Note(vec![words(
            "Expressions that stand in the same place of sentences that state the same. Each is listed where it stands in \
             one of those; an account may use the others elsewhere.",
        )]),
    ];
    parts.extend(long::lines(lines, SHOWN));
    parts
}

/// Every use of a word, in a column (a concordance), by what stands behind or before it, or account by account.
fn contexts(looking: Looking<'_>) -> Vec<Part> {
    let view = looking.view;
    let only = view.article;
    let back = View { article: None, ..view.looking_at("").ordered("") };
    let mut parts = vec![Part::Paragraph(vec![go(back, "← All words")])];
    parts.push(Part::Heading(3, vec![words(format!("“{}” in context", view.of))]));
    let ways = [("", "by account"), ("right", "by what follows"), ("left", "by what stands before")];
    let ways = ways.map(|(by, name)| Piece::Go {
        view: Box::new(view.ordered(by)),
        words: name.to_owned(),
        current: view.by == by,
    });
    parts.push(Part::Choices("Order".into(), ways.into()));
    let question = View { query: format!("\"{}\"", view.of.replace('"', " ")), exact: true, ..View::default() };
    let answer = looking.library.answer(&question);
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for number in looking.in_time() {
        let article = looking.article(number);
        if only.is_some_and(|only| only != article.key) {
            continue;
        }
        let told = told(article);
        for finding in answer.rank.findings.iter().flatten() {
            for occurrence in finding.of(number) {
                let index = &looking.library.index;
                let sentence = match index.layout(number).passage(occurrence.position).0 {
                    Passage::Sentence(sentence) if told[sentence] => article.sentences[sentence],
                    _ => continue,
                };
                if let Some(span) = place_of(index, article, number, occurrence) {
                    rows.push(context(article, number, sentence, span));
                }
            }
        }
    }
    match view.by.as_str() {
        "right" => sort_by_key(&mut rows, |row| fold(&text(&row[3]))),
        // the word right before counts first
        "left" => sort_by_key(&mut rows, |row| {
            let before = fold(&text(&row[1]));
            before.split_whitespace().rev().map(str::to_owned).collect::<Vec<_>>()
        }),
        _ => {}
    }
    if rows.is_empty() {
        parts.push(Part::Note(vec![words("No account left uses this word.")]));
        return parts;
    }
    let head = ["Account", "Before", "Word", "After"].map(|name| vec![words(name)]).into();
    let caption = counted(rows.len(), "use", "uses");
    parts.push(Part::Table { caption, head, rows });
    parts
}

/// One use with what stands around it in its sentence.
fn context(article: &Article, number: usize, sentence: Span, span: Span) -> Vec<Line> {
    let before = article.slice(Span::new(sentence.start(), span.start()));
    let after = article.slice(Span::new(span.end(), sentence.end()));
    let cut = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    vec![
        vec![Piece::Outlet(number)],
        vec![words(dots(cut > 0)), Piece::Source(before[cut..].to_owned())],
        vec![place(article, span)],
        vec![Piece::Source(after[..end].to_owned()), words(dots(end < after.len()))],
    ]
}
