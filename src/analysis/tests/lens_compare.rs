//! The lens "Compare": what it calls "only here" is in no statement with an account beside it nor close to one, stands
//! in a statement of others or among what one account has alone, and every sentence of the story is shown once.

use super::{golden::seeds, walk::sheet_of};
use crate::analyse;
use crossread_corpus::{
    article::ArticleKey,
    index::Index,
    links::{Anchor, claim::Cell},
    results::Library,
    sheet::{Line, Part, Piece},
    span::Span,
    view::{Lens, View},
};

/// The places of all paragraphs, with whether they are only here.
fn places(parts: &[Part], found: &mut Vec<(ArticleKey, Span, bool)>) {
    let place = |line: &Line| {
        line.iter().find_map(|piece| match piece {
            Piece::Place { anchor, .. } => Some((anchor.article, anchor.span)),
            _ => None,
        })
    };
    for part in parts {
        match part {
            Part::Columns(columns) | Part::Tied(columns) => columns.iter().for_each(|parts| places(parts, found)),
            Part::Paragraph(line) => {
                let alone = line.iter().any(|piece| matches!(piece, Piece::Tag(tag) if tag == "only here"));
                found.extend(place(line).map(|(article, span)| (article, span, alone)));
            }
            _ => {}
        }
    }
}

#[test]
fn what_is_only_here_is_in_no_statement_of_the_accounts_beside_it() {
    let collection = analyse(seeds(), None);
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    let articles = &library.collection.articles;
    let claims = &library.collection.links.comparison.claims;
    let every: Vec<usize> = (0..articles.len()).collect();
    let pairs = every.iter().flat_map(|one| every.iter().map(move |other| vec![*one, *other]));
    let mut alone_in_all = 0;
    for chosen in pairs.filter(|pair| pair[0] != pair[1]).chain([every.clone()]) {
        let beside = chosen.iter().map(|number| articles[*number].key).collect();
        let mut shown = Vec::new();
        places(&sheet_of(&library, &View { lens: Lens::Compare, beside, ..View::default() }), &mut shown);
        let number = |key| chosen.iter().copied().find(|number| articles[*number].key == key).expect("it is compared");
        for (at, (key, span, alone)) in shown.iter().enumerate() {
            let article = number(*key);
            assert!(!shown[..at].iter().any(|(k, s, _)| k == key && s == span), "{span:?} is shown twice");
            let here = |anchor: &Anchor| anchor.article as usize == article && anchor.span.overlaps(*span);
            let told = |other: &usize| {
                claims.claims.iter().any(|claim| {
                    let cell = claim.cell(*other as u32, &articles[*other]);
                    claim.members.iter().any(|member| here(&member.anchor))
                        && matches!(cell, Cell::Reports(_) | Cell::Close(_) | Cell::Against(_))
                })
            };
            let others = || chosen.iter().filter(|other| **other != article);
            assert!(!(*alone && others().any(told)), "{}", articles[article].slice(*span));
            let own = || claims.only_here.iter().map(|only| only.anchor);
            let members = || claims.claims.iter().flat_map(|claim| &claim.members).map(|member| member.anchor);
            let has_ground = own().chain(members()).any(|anchor| here(&anchor));
            assert!(!*alone || has_ground, "{}", articles[article].slice(*span));
            alone_in_all += usize::from(*alone);
        }
    }
    assert!(alone_in_all > 100, "{alone_in_all}");
}
