//! What is found in each seed as lines that a person can check against the article, compared with
//! `tests/golden/findings/` (rewritten with `UPDATE=1`).

use super::golden::{root, seeds};
use crate::analyse;
use core::fmt::Write as _;
use crossread_corpus::{
    annotation::Voice,
    article::Article,
    attribution::Attribution,
    figure::Figure,
    mention::{Entity, EntityId},
    span::Span,
    time::{CountedFrom, TimeExpression},
};
use std::fs;

/// An article's findings, block by block in the order of the text, then whom its names mean.
fn dump(article: &Article) -> String {
    let found = &article.annotations;
    let mut lines: Vec<(Span, String)> = Vec::new();
    for (number, saying) in found.attributions.iter().enumerate() {
        let start = [saying.source, saying.cue].into_iter().flatten().chain(saying.content.iter().copied()).min();
        lines.push((start.unwrap_or(saying.content[0]), said(article, number, saying)));
    }
    for (number, mention) in found.mentions.iter().enumerate() {
        let id = found.entity_of(number).map_or(0, |id| id.0);
        let whole = mention.description.map_or(String::new(), |whole| format!(" in \"{}\"", plain(article, whole)));
        let name = plain(article, mention.span);
        let line = format!("name   {name} = {} e{id}{whole}{}", mention.kind.name(), voice(article, mention.span));
        lines.push((mention.span, line));
    }
    for (id, reference) in
        found.entities.iter().enumerate().flat_map(|(id, e)| e.references.iter().map(move |r| (id, r)))
    {
        let line = format!("refers {} = e{id} ({})", plain(article, reference.span), reference.rule.0);
        lines.push((reference.span, line));
    }
    lines.extend(found.times.iter().map(|time| (time.span, when(article, time))));
    lines.extend(found.figures.iter().map(|figure| (figure.span, how_much(article, figure))));
    lines.sort();
    let mut out = String::new();
    let mut rest = lines.iter().peekable();
    for sentence in &article.sentences {
        writeln!(out, "\n{}", plain(article, *sentence)).expect("a String takes all");
        while let Some((_, line)) = rest.next_if(|(span, _)| span.start() < sentence.end()) {
            writeln!(out, "    {line}").expect("a String takes all");
        }
    }
    out.push_str("\nEntities\n");
    for (id, entity) in found.entities.iter().enumerate() {
        writeln!(out, "    e{id} {}", who(article, entity)).expect("a String takes all");
    }
    out.trim_start().to_owned()
}

fn said(article: &Article, number: usize, saying: &Attribution) -> String {
    let part = |span: Option<Span>| span.map_or("–".to_owned(), |span| plain(article, span));
    let content: Vec<String> = saying.content.iter().map(|span| plain(article, *span)).collect();
    let speaker = match (saying.entity, saying.speaker) {
        (Some(EntityId(id)), _) => format!("e{id} {}", plain(article, article.annotations.entities[id as usize].name)),
        (None, Some(span)) => format!("\"{}\"", plain(article, span)),
        (None, None) => "unknown".to_owned(),
    };
    let via = saying.via.map_or(String::new(), |span| format!(", via {}", plain(article, span)));
    format!(
        "says   a{number} {} | {} | {} → {speaker}{via} ({:?} {:?} {:?}, {})",
        part(saying.source),
        part(saying.cue),
        content.join(" … "),
        saying.form,
        saying.kind,
        saying.stance,
        saying.rule.0,
    )
}

fn when(article: &Article, time: &TimeExpression) -> String {
    let from = match time.counted_from {
        None => String::new(),
        Some(CountedFrom::Published) => ", from the publication".to_owned(),
        Some(CountedFrom::Expression(span)) => format!(", from \"{}\"", plain(article, span)),
    };
    let days = time.days.map_or("no day".to_owned(), |(first, last)| format!("{first} to {last}"));
    let written = plain(article, time.span);
    format!("time   {written} = {} {}, {days}{from} ({})", time.kind.name(), time.value, time.rule.0)
}

fn how_much(article: &Article, figure: &Figure) -> String {
    let of = figure.of.map_or(String::new(), |span| format!(" of \"{}\"", plain(article, span)));
    let unit = figure.measured_in.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
    let amount = figure.amount;
    let bounds =
        if amount.low < amount.high { format!("{}–{}", amount.low, amount.high) } else { amount.low.to_string() };
    format!(
        "figure {} = {bounds}{unit} {} {:?}{of}{} ({})",
        plain(article, figure.span),
        amount.qualifier.name(),
        figure.kind,
        told(article.annotations.voice_of_figure(&article.text, figure)),
        figure.rule.0,
    )
}

fn who(article: &Article, entity: &Entity) -> String {
    let found = &article.annotations;
    let mut names: Vec<String> =
        entity.mentions.iter().map(|at| plain(article, found.mentions[*at as usize].span)).collect();
    let places = names.len();
    names.sort();
    names.dedup();
    let rules: Vec<&str> = entity.joined_by.iter().map(|rule| rule.0.as_ref()).collect();
    let rules = if rules.is_empty() { String::new() } else { format!(" ({})", rules.join(", ")) };
    format!("{} {}: {} × {places}{rules}", entity.kind.name(), plain(article, entity.name), names.join(" / "))
}

/// Nothing where the outlet speaks.
fn voice(article: &Article, span: Span) -> String {
    told(article.annotations.voice(span))
}

fn told(voice: Voice) -> String {
    match voice {
        Voice::Outlet => String::new(),
        other => format!(" [{} a{}]", other.name(), other.attribution().unwrap_or_default()),
    }
}

/// A stretch of the text in one line.
fn plain(article: &Article, span: Span) -> String {
    article.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn seeds_have_their_golden_findings() {
    let found = analyse(seeds(), None);
    let folder = root().join("tests/golden/findings");
    for article in &found.articles {
        let path = folder.join(format!("{}.txt", article.id));
        let dump = dump(article);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).expect("the golden folder can be made");
            fs::write(&path, &dump).expect("the golden file can be written");
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        // a hundred lines would hide the one that changed
        let changed = dump.lines().zip(golden.lines()).find(|(new, old)| new != old);
        assert!(dump == golden, "{} differs, first in {changed:?}; look, then run with UPDATE=1", path.display());
    }
}
