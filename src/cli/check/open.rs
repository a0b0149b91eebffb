//! What was not understood: findings that stayed open, and what the readers noticed.

use super::{printable, quoted};
use crossread_corpus::{article::Article, span::Span, time::TimeKind, wording::counted};

/// So many examples of each.
const SHOWN: usize = 3;

/// One line for each kind of thing that stayed open, with examples.
pub(super) fn lines(article: &Article) -> Vec<String> {
    let found = &article.annotations;
    let nameless = found.attributions.iter().filter(|saying| saying.entity.is_none());
    let sources: Vec<Span> = nameless.clone().filter_map(|saying| saying.source).collect();
    let unspoken: Vec<Span> = nameless
        .filter(|saying| saying.source.is_none())
        .filter_map(|saying| saying.content.first().copied())
        .collect();
    let is_open = |kind| matches!(kind, TimeKind::Date | TimeKind::Time);
    let undated =
        found.times.iter().filter(|time| time.days.is_none() && is_open(time.kind) && !time.value.ends_with("_REF"));
    let undated: Vec<Span> = undated.map(|time| time.span).collect();
    let groups = [
        ("speaker without a name in the text", "speakers without a name in the text", sources),
        ("saying without a source", "sayings without a source", unspoken),
        ("time without a day", "times without a day", undated),
    ];
    let mut lines = Vec::new();
    for (one, many, places) in groups.iter().filter(|(_, _, places)| !places.is_empty()) {
        let examples: Vec<String> = places.iter().take(SHOWN).map(|span| quoted(article, *span)).collect();
        let more = if places.len() > SHOWN { " …" } else { "" };
        lines.push(format!("{}: {}{more}", counted(places.len(), one, many), examples.join(", ")));
    }
    for warning in &article.warnings {
        let place = warning.span.map_or(String::new(), |span| format!(": {}", quoted(article, span)));
        lines.push(format!("{}{place}", printable(&warning.message)));
    }
    lines
}
