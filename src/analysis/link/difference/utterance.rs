//! One utterance in other words: what a speaker says, quoted differently by two articles.

use super::{Compared, difference};
use crossread_corpus::{
    article::Article,
    links::{
        Anchor,
        alignment::{Alignment, Step, align},
        difference::{Difference, DifferenceKind, Side},
        utterance::Variant,
        word::words,
    },
    span::Span,
};

/// How much two quotations must have in common to be one, and how much at most to be quoted differently.
const ALIKE: f32 = 0.28;
const THE_SAME: f32 = 0.97;
/// Shorter quotations, in words, are only pieces of others.
const SHORTEST: usize = 5;
/// So many words in a row that one leaves out make a difference.
const LEFT_OUT: usize = 3;

/// A difference for each quoted sentence that another article quotes in other words.
pub(super) fn quotations(compared: &Compared) -> Vec<Difference> {
    let mut found = Vec::new();
    for utterance in compared.utterances {
        for variant in &utterance.variants {
            if let Some(other) = quoted_elsewhere(compared, &utterance.variants, variant) {
                parted(compared, other, variant, &mut found);
            }
        }
    }
    found
}

/// The nearest variant of another article, along the ties, that quotes enough to be compared.
fn quoted_elsewhere<'v>(compared: &Compared, variants: &'v [Variant], variant: &'v Variant) -> Option<&'v Variant> {
    let next = |one: &&'v Variant| one.tie.as_ref().map(|tie| &variants[tie.to as usize]);
    let along = core::iter::successors(next(&variant), next).take(variants.len());
    let quotes = |other: &Variant| !sentences(&compared.content.articles[other.article as usize], other).is_empty();
    along.filter(|other| other.article != variant.article).find(|other| quotes(other))
}

/// The quoted sentences of the one that stand in other words in the other.
fn parted(compared: &Compared, one: &Variant, other: &Variant, found: &mut Vec<Difference>) {
    let content = compared.content;
    let (here, there) = (&content.articles[one.article as usize], &content.articles[other.article as usize]);
    let theirs = sentences(there, other);
    for left in sentences(here, one) {
        let ours = words(&here.text, left);
        let matched = theirs.iter().map(|right| (*right, align(&ours, &words(&there.text, *right))));
        let best = matched.max_by(|(a, one), (b, two)| one.similarity.total_cmp(&two.similarity).then(b.cmp(a)));
        let Some((right, matched)) = best else { continue };
        if (ALIKE..THE_SAME).contains(&matched.similarity) && differs(&matched, &here.text, &there.text) {
            let side = |article: u32, span: Span| {
                let words = Anchor { article, span };
                Side { anchor: words, words }
            };
            let sides = vec![side(one.article, left), side(other.article, right)];
            let about = sides[0].words;
            found.extend(difference(
                content,
                DifferenceKind::Wording,
                about,
                sides,
                58,
                "one-utterance-in-other-words",
            ));
        }
    }
}

/// The sentences, as far as they are quoted, of a variant.
fn sentences(article: &Article, variant: &Variant) -> Vec<Span> {
    let quoted = &article.annotations.attributions[variant.attribution as usize].quoted;
    let pieces = quoted.iter().flat_map(|quoted| {
        let within = article.sentences.iter().filter(move |sentence| sentence.overlaps(*quoted));
        within.map(|sentence| {
            let (from, to) = (sentence.start().max(quoted.start()), sentence.end().min(quoted.end()));
            Span::new(from, to).trimmed(&article.text)
        })
    });
    pieces.filter(|piece| article.slice(*piece).split_whitespace().count() >= SHORTEST).collect()
}

/// True when either has words of its own in the other's place, or one leaves several out.
fn differs(matched: &Alignment, here: &str, there: &str) -> bool {
    let count = |text: &str, span: Option<Span>| {
        let said = span.and_then(|span| span.slice(text)).unwrap_or_default();
        said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    };
    let (mut left, mut right, mut changed) = (0, 0, false);
    for run in &matched.runs {
        match run.step {
            Step::Changed => changed = true,
            Step::OnlyLeft => left = left.max(count(here, run.left)),
            Step::OnlyRight => right = right.max(count(there, run.right)),
            Step::Same | Step::Moved => {}
        }
    }
    changed || (left > 0 && right > 0) || left.max(right) >= LEFT_OUT
}
