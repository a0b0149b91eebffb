//! When and how long, as the output has it.

use super::line::voice;
use crossread_corpus::{
    annotation::Voices,
    article::Article,
    day,
    ground::Ground,
    span::Span,
    time::{CountedFrom, TimeExpression},
};
use serde::Serialize;

/// One time expression.
#[derive(Serialize)]
pub(super) struct TimeLine<'a> {
    span: Span,
    value: &'a str,
    r#type: &'static str,
    days: Option<[String; 2]>,
    ground: &'static str,
    counted_from: Option<Start>,
    zone: Option<Span>,
    voice: &'static str,
    voice_of: Option<u32>,
    rule: &'a str,
}

/// What an expression was counted from.
#[derive(Serialize)]
struct Start {
    /// Where that stands, if it stands in the text.
    span: Option<Span>,
    /// A day, or the value of the expression at that place.
    value: Option<String>,
}

/// The time expressions in their order.
pub(super) fn times<'a>(article: &'a Article, voices: &Voices) -> Vec<TimeLine<'a>> {
    article.annotations.times.iter().map(|time| line(article, voices, time)).collect()
}

fn line<'a>(article: &'a Article, voices: &Voices, time: &'a TimeExpression) -> TimeLine<'a> {
    let (voice, voice_of) = voice(voices, time.span);
    let (ground, counted_from) = match time.counted_from {
        None => ("stated", None),
        Some(CountedFrom::Published) => ("published", Some(publication(article))),
        Some(CountedFrom::Expression(span)) => {
            let earlier = article.annotations.times.iter().find(|earlier| earlier.span == span);
            ("expression", Some(Start { span: Some(span), value: earlier.map(|earlier| earlier.value.clone()) }))
        }
    };
    TimeLine {
        span: time.span,
        value: &time.value,
        r#type: time.kind.name(),
        days: time.days.map(|(first, last)| [day::iso(first), day::iso(last)]),
        ground,
        counted_from,
        zone: time.zone,
        voice,
        voice_of,
        rule: &time.rule.0,
    }
}

fn publication(article: &Article) -> Start {
    let published = article.header.published.as_ref();
    let span = published.and_then(|published| match &published.ground {
        Ground::Stated(span) => Some(*span),
        _ => None,
    });
    Start { span, value: published.map(|published| day::iso(published.value.date)) }
}
