//! Tests of search and facets against the plainest possible reading: look at every word of every article.

use crate::{
    annotation::Annotations,
    article::{Article, ArticleKey, Block, BlockKind, Format, Header, Origin, Published},
    collection::Collection,
    facet::{Choice, Facet},
    ground::{Ground, Rule, Traced},
    index::{
        Field, Index, Widening,
        fold::fold,
        matches,
        token::{Token, tokens},
    },
    query::{Atom, Clause, Part, Query},
    results::Library,
    shard,
    span::Span,
    view::View,
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

const KINDS: [BlockKind; 5] =
    [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Caption, BlockKind::Crosshead, BlockKind::Credit];

/// Words near enough to each other that stems, typing errors, names, compounds and acronyms all come up.
const WORDS: [&str; 16] = [
    "votes",
    "voted",
    "Vote",
    "Kiev",
    "Kyiv",
    "parlament",
    "parliament",
    "build-up",
    "buildup",
    "U.S.",
    "us",
    "10,000",
    "mayor's",
    "café",
    "said",
    "sand",
];

fn article(number: usize, lines: &[(BlockKind, String)]) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (kind, line) in lines {
        let start = text.len();
        text.push_str(line);
        blocks.push(Block { span: Span::of(start, text.len()), kind: *kind, rule: Rule::new("test") });
        text.push('\n');
    }
    Article {
        key: ArticleKey(number as u64),
        id: number.to_string(),
        origin: Origin {
            file: format!("{number}.txt"),
            record: None,
            format: Format::PlainText,
            encoding: "utf-8".to_owned(),
            source: None,
        },
        header: Header::default(),
        sentences: blocks.iter().map(|block| block.span).collect(),
        blocks,
        text: text.into(),
        annotations: Annotations::default(),
        warnings: Vec::new(),
    }
}

fn library(articles: Vec<Article>) -> Library {
    let collection = Collection { title: None, articles, ..Collection::default() };
    let index = Index::build(&collection.articles);
    shard::read(&shard::write(&collection, &index)).expect("what was written can be read")
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let line = (select(&KINDS[..]), vec(select(&WORDS[..]), 1..6).prop_map(|words| words.join(" ")));
    vec(vec(line, 1..5), 1..6)
        .prop_map(|texts| texts.iter().enumerate().map(|(number, lines)| article(number, lines)).collect())
}

/// Whether a form is written with a capital more often than not, beginnings of lines aside.
fn is_name(articles: &[Article], form: &str) -> bool {
    let mut capitals = 0;
    for article in articles {
        for block in &article.blocks {
            if !matches!(Field::of(block.kind), Some(Field::Body | Field::Lead)) {
                continue;
            }
            for token in tokens(&article.text, block.span).into_iter().skip(1).filter(|token| token.form == form) {
                capitals += if article.slice(token.span).starts_with(char::is_uppercase) { 1 } else { -1 };
            }
        }
    }
    capitals > 0
}

/// Whether a block answers a word atom, by looking at each of its tokens.
fn block_answers(articles: &[Article], article: &Article, block: &Block, text: &str, widening: Widening) -> bool {
    let asked = tokens(text, Span::of(0, text.len()));
    let words = tokens(&article.text, block.span);
    let compound = asked.first().and_then(|first| first.joined.clone()).map(|(key, _)| key);
    let single = if asked.len() == 1 { Some(asked[0].form.clone()) } else { compound };
    let forms = words
        .iter()
        .flat_map(|word| [Some(word.form.clone()), word.joined.clone().map(|(key, _)| key)].into_iter().flatten());
    let by_word = single.is_some_and(|single| {
        forms.into_iter().any(|form| matches(&single, &form, is_name(articles, &form), widening).is_some())
    });
    let by_phrase = asked.len() > 1 && phrase_stands(&words, &asked);
    by_word || by_phrase
}

/// Whether the asked words stand side by side; a compound stands for its first part, too.
fn phrase_stands(words: &[Token], asked: &[Token]) -> bool {
    let same = |(word, asked): (&Token, &Token)| {
        word.form == asked.form || word.joined.as_ref().is_some_and(|(compound, _)| *compound == asked.form)
    };
    words.windows(asked.len()).any(|window| window.iter().zip(asked).all(same))
}

fn naive(articles: &[Article], query: &Query, exact: bool) -> BTreeSet<usize> {
    let parts: Vec<Part> = query
        .clauses
        .iter()
        .flat_map(|clause| &clause.any_of)
        .filter_map(|atom| if let Atom::In(part) = atom { Some(*part) } else { None })
        .collect();
    let in_part = |kind: BlockKind| {
        parts.is_empty()
            || parts.iter().any(|part| match part {
                Part::Headline => kind == BlockKind::Headline,
                Part::Caption => kind == BlockKind::Caption,
                Part::Quote => true,
                Part::Body => matches!(kind, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Crosshead),
            })
    };
    let widening = if exact { Widening::Exact } else { Widening::Forgiving };
    let atom_answers = |article: &Article, atom: &Atom| {
        article.blocks.iter().filter(|block| in_part(block.kind)).any(|block| match atom {
            Atom::Word(text) => block_answers(articles, article, block, text, widening),
            Atom::Phrase(text) => {
                phrase_stands(&tokens(&article.text, block.span), &tokens(text, Span::of(0, text.len())))
            }
            Atom::Prefix(text) => tokens(&article.text, block.span).into_iter().any(|token| {
                token.form.starts_with(&fold(text))
                    || token.joined.is_some_and(|(compound, _)| compound.starts_with(&fold(text)))
            }),
            Atom::In(_) => true,
            Atom::Outlet(_) | Atom::Date(_) | Atom::Speaker(_) | Atom::Person(_) => false,
        })
    };
    let clause_answers =
        |article: &Article, clause: &Clause| clause.any_of.iter().any(|atom| atom_answers(article, atom));
    articles
        .iter()
        .enumerate()
        .filter(|(_, article)| {
            query.clauses.iter().all(|clause| {
                let modifier = clause.any_of.iter().all(|atom| matches!(atom, Atom::In(_)));
                modifier || clause.negated != clause_answers(article, clause)
            })
        })
        .map(|(number, _)| number)
        .collect()
}

fn lines() -> impl Strategy<Value = String> {
    let word = select(&WORDS[..]).prop_map(str::to_owned);
    let piece = prop_oneof![
        6 => word.clone(),
        1 => vec(select(&WORDS[..]), 1..3).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => word.clone().prop_map(|word| format!("-{word}")),
        1 => (word.clone(), word).prop_map(|(left, right)| format!("{left} OR {right}")),
        1 => select(&["vo*", "build*", "in:headline", "in:body", "in:caption", "vot", "parliment"][..])
            .prop_map(str::to_owned),
    ];
    // A space at the end: the last word is finished.
    vec(piece, 1..4).prop_map(|pieces| pieces.join(" ") + " ")
}

proptest! {
    #[test]
    fn the_index_finds_what_a_naive_scan_finds(articles in articles(), line in lines(), exact in any::<bool>()) {
        let library = library(articles.clone());
        let view = View { query: line.clone(), exact, ..View::default() };
        let found: BTreeSet<usize> = library.answer(&view).articles.into_iter().collect();
        prop_assert_eq!(found, naive(&articles, &Query::parse(&line), exact), "{}", line);
    }

    #[test]
    fn every_mark_holds_a_word_that_was_asked_for(articles in articles(), line in lines()) {
        let library = library(articles);
        let results = library.answer(&View { query: line, ..View::default() });
        for number in &results.articles {
            let article = &library.articles()[*number];
            let all = results.rank.marks(&results.query, &library.index, library.articles(), *number);
            prop_assert!(all.is_sorted());
            for snippet in results.rank.snippets(&results.query, &library.index, library.articles(), *number, 3) {
                for mark in snippet.marks {
                    prop_assert!(article.sentences[snippet.sentence].contains(mark));
                    prop_assert!(all.iter().any(|whole| whole.contains(mark)));
                }
            }
        }
    }

    #[test]
    fn facet_counts_equal_brute_force(
        headers in vec((0..3_usize, 0..3_usize, vec(0..3_usize, 0..3)), 1..8),
        chosen in vec((0..3_usize, 0..3_usize, any::<bool>()), 0..4),
    ) {
        const OUTLETS: [&str; 3] = ["", "A", "B"];
        const FACETS: [Facet; 3] = [Facet::Outlet, Facet::Day, Facet::Credit];
        let stated = |text: &str| Traced::stated(text.to_owned(), Span::new(0, 1));
        let articles = headers.iter().enumerate().map(|(number, (outlet, day, credits))| {
            let mut article = article(number, &[(BlockKind::Paragraph, "word".to_owned())]);
            article.header.outlet = (*outlet > 0).then(|| stated(OUTLETS[*outlet]));
            article.header.published = (*day > 0).then(|| Traced {
                value: Published {
                    date: jiff::civil::date(2020, 1, *day as i8),
                    time: None,
                    zone: None,
                    updated: false,
                },
                ground: Ground::Field("date".to_owned()),
            });
            article.header.agencies = credits.iter().map(|credit| stated(["X", "Y", "Z"][*credit])).collect();
            article
        });
        let library = library(articles.collect());
        let value = |facet: Facet, number: usize| match facet {
            Facet::Outlet => OUTLETS[number].to_owned(),
            Facet::Day if number == 0 => String::new(),
            Facet::Day => format!("2020-01-0{number}"),
            _ => ["X", "Y", "Z"][number].to_owned(),
        };
        let mut view = View::default();
        for (facet, number, wanted) in chosen {
            let facet = FACETS[facet];
            view = view.choosing(facet, |choice: &mut Choice| {
                let values = if wanted { &mut choice.wanted } else { &mut choice.unwanted };
                values.push(value(facet, number));
            });
        }
        let headed = |(facet, _): &(Facet, _)| FACETS.contains(facet);
        for (facet, counts) in library.answer(&view).counts.into_iter().filter(headed) {
            for count in counts {
                let alone = view.choosing(facet, |choice| {
                    choice.wanted = vec![count.value.clone()];
                    choice.unwanted.retain(|unwanted| *unwanted != count.value);
                });
                let left = library.articles().iter().filter(|article| {
                    alone.choices.iter().all(|(facet, choice)| {
                        let values = facet.values(article);
                        (choice.wanted.is_empty() || choice.wanted.iter().any(|wanted| values.contains(wanted)))
                            && choice.unwanted.iter().all(|unwanted| !values.contains(unwanted))
                    })
                });
                prop_assert_eq!(count.articles, left.count(), "{:?} {:?}", facet, count.value);
            }
        }
    }

    #[test]
    fn a_shard_reads_the_same_with_its_index_and_without(articles in articles()) {
        let collection = Collection { title: None, articles, ..Collection::default() };
        let index = Index::build(&collection.articles);
        let library = Library::new(collection.clone(), index.clone());
        prop_assert_eq!(shard::read(&shard::encode(&collection, Some(&index))), Ok(library.clone()));
        prop_assert_eq!(shard::read(&shard::encode(&collection, None)), Ok(library));
    }

    #[test]
    fn a_damaged_shard_is_refused_or_read_never_a_panic(
        articles in articles(), cut in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let collection = Collection { title: None, articles, ..Collection::default() };
        let index = Index::build(&collection.articles);
        let mut bytes = shard::encode(&collection, Some(&index));
        let place = cut.index(bytes.len());
        prop_assert!(shard::read(&bytes[..place]).is_err(), "cut off at {}", place);
        bytes[place] = byte;
        let _ = shard::read(&bytes);
    }
}

#[test]
fn exact_spellings_rank_first_and_others_are_named() {
    let texts = ["He met Mohammed there", "He met Muhammad there and Muhammad again and Muhammad", "He met no one"];
    let library = library(
        texts.iter().enumerate().map(|(n, text)| article(n, &[(BlockKind::Paragraph, (*text).to_owned())])).collect(),
    );
    let view = View { query: "mohammed".to_owned(), ..View::default() };
    let results = library.answer(&view);
    assert_eq!(results.articles, [0, 1]);
    let spellings = results.rank.findings[0].as_ref().expect("a word").spellings();
    let named: Vec<_> = spellings.iter().map(|s| (library.index.forms().get(s.form as usize), s.count)).collect();
    assert_eq!(named, [("muhammad", 3)]);
    assert_eq!(library.answer(&View { exact: true, ..view }).articles, [0]);
}

#[test]
fn a_word_still_being_typed_finds_what_begins_with_it() {
    let library = library(vec![article(0, &[(BlockKind::Paragraph, "The parliament sat".to_owned())])]);
    let found = |line: &str| library.answer(&View { query: line.to_owned(), ..View::default() }).articles.len();
    assert_eq!([found("parl"), found("parl "), found("parl x"), found("sat parl")], [1, 0, 0, 1]);
}

#[test]
fn when_nothing_is_left_the_culprit_is_named() {
    let library = library(vec![article(0, &[(BlockKind::Paragraph, "The parliament sat".to_owned())])]);
    let view = View { query: "parliament zebra".to_owned(), ..View::default() };
    let results = library.answer(&view);
    let culprits = library.culprits(&view, &results.query);
    assert_eq!(culprits, [(crate::results::Demand::Clause(1), 1)]);
    assert_eq!(Library::without(&view, &results.query, &culprits[0].0).query, "parliament");
}
