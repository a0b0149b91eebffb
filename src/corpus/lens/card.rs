//! A card: all that was found at one place, its ground and rule, and where the same thing stands elsewhere.

use super::{
    Looking, correct,
    linked::Linked,
    long,
    place::{SHOWN, joined, place, sentence},
};
use crate::{
    annotation::Voice,
    article::Article,
    attribution::Attribution,
    correction::Finding,
    layer::{Found, Layer, found_at},
    mention::EntityId,
    sheet::{self, Line, Part, Piece, hide, words},
    span::{Anchor, Span},
    time::CountedFrom,
    wording,
};

type Pairs = Vec<(&'static str, Line)>;

/// The card for what `layer` marks at exactly `span` of article `number`; `None` when it marks nothing there. The first part is its heading.
pub fn card(looking: Looking<'_>, number: usize, layer: Layer, span: Span) -> Option<Vec<Part>> {
    let article = looking.article(number);
    let (mut parts, finding) = match found_at(article, layer, span)? {
        Found::Attribution(number) => (attribution(article, number), Finding::Attribution),
        Found::Entity(id) => {
            let mut parts = entity(article, id, span);
            let linked = Linked::of(looking.library);
            if let Some(linked_number) = linked.number(number, id) {
                parts.extend(correct::named(looking, &linked, linked_number, article.slice(span)));
            }
            (parts, Finding::Name)
        }
        Found::Time(number) => (time(article, number), Finding::Date),
        Found::Figure(number) => (figure(article, number), Finding::Figure),
    };
    let at = vec![Anchor { article: article.key, span }];
    let label = format!("Hide this finding for me: “{}”", article.slice(span));
    parts.push(Part::Paragraph(vec![words("Wrong? "), hide(finding, at, label), words(" this finding for yourself.")]));
    Some(parts)
}

/// A part of an attribution, or that it is missing.
fn or(article: &Article, span: Option<Span>, missing: &str) -> Line {
    span.map_or_else(|| vec![words(missing)], |span| vec![place(article, span)])
}

fn attribution(article: &Article, number: usize) -> Vec<Part> {
    let found = &article.annotations.attributions[number];
    let mut pairs: Pairs = vec![
        ("Who", speaker(article, found)),
        ("As written", or(article, found.source, "nobody is named here")),
        ("Said with", or(article, found.cue, "no word of saying")),
        ("Which is", vec![words(wording::stance(found.stance))]),
    ];
    if found.cue.is_none() {
        pairs.pop();
    }
    if let Some(via) = found.via {
        pairs.push(("Passed on by", vec![place(article, via)]));
    }
    pairs.push(("Content", joined(found.content.iter().map(|span| place(article, *span)).collect(), " … ")));
    pairs.push(("Rule", vec![words(wording::rule(&found.rule))]));
    let mut parts = vec![Part::Heading(3, vec![words(wording::saying(found))]), sheet::pairs(pairs)];
    if let Some(id) = found.entity {
        let others = article.annotations.attributions.iter().enumerate();
        let same = others.filter(|(other, a)| *other != number && a.entity == Some(id));
        let lines = same.map(|(_, a)| vec![sentence(article, a.quoted.first().copied().unwrap_or(a.content[0]))]);
        elsewhere("More from the same speaker in this article", lines.collect(), &mut parts);
    }
    parts
}

/// Whom the source means.
fn speaker(article: &Article, found: &Attribution) -> Line {
    match (found.speaker, found.entity.and_then(|id| article.annotations.entity(id))) {
        (_, Some(entity)) => vec![place(article, entity.name)],
        (Some(speaker), None) => vec![place(article, speaker), words(" (not named)")],
        (None, None) => vec![words("unknown: the text does not decide")],
    }
}

fn entity(article: &Article, id: EntityId, here: Span) -> Vec<Part> {
    let Some(entity) = article.annotations.entity(id) else { return Vec::new() };
    let mentions: Vec<_> =
        entity.mentions.iter().filter_map(|at| article.annotations.mentions.get(*at as usize)).collect();
    let mut spellings: Vec<(&str, usize, Span)> = Vec::new();
    for mention in &mentions {
        let name = article.slice(mention.span);
        match spellings.iter_mut().find(|(other, ..)| *other == name) {
            Some((_, count, _)) => *count += 1,
            None => spellings.push((name, 1, mention.span)),
        }
    }
    let spelled = spellings.into_iter().map(|(_, count, span)| (place(article, span), count)).collect();
    let mut pairs: Pairs = vec![("Kind", vec![words(entity.kind.name())]), ("Written", counts(spelled))];
    let mut described: Vec<Piece> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let descriptions = mentions.iter().filter_map(|mention| mention.description);
    for span in descriptions.chain(entity.references.iter().map(|reference| reference.span)) {
        if !seen.contains(&article.slice(span)) {
            seen.push(article.slice(span));
            described.push(place(article, span));
        }
    }
    if !described.is_empty() {
        pairs.push(("Described as", joined(described, " · ")));
    }
    pairs.push(("Here", vec![words(voice(article, here))]));
    let at = mentions.iter().find(|mention| mention.span == here).map(|mention| &mention.rule);
    let rule = at.or_else(|| entity.references.iter().find(|r| r.span == here).map(|r| &r.rule));
    let mut rules: Vec<String> = rule.into_iter().chain(&entity.joined_by).map(wording::rule).collect();
    rules.dedup();
    pairs.push(("Rule", vec![words(rules.join("; "))]));
    let mut parts =
        vec![Part::Heading(3, vec![Piece::Source(article.slice(entity.name).to_owned())]), sheet::pairs(pairs)];
    let said = article.annotations.attributions.iter().filter(|a| a.entity == Some(id));
    let said = said.map(|a| vec![sentence(article, a.quoted.first().copied().unwrap_or(a.content[0]))]).collect();
    elsewhere("What they say in this article", said, &mut parts);
    let places = mentions.iter().map(|m| m.span).chain(entity.references.iter().map(|r| r.span));
    let other = places.filter(|span| *span != here).map(|span| vec![sentence(article, span)]).collect();
    elsewhere("Elsewhere in this article", other, &mut parts);
    parts
}

fn time(article: &Article, number: usize) -> Vec<Part> {
    let found = &article.annotations.times[number];
    let mut pairs: Pairs = vec![("Kind", vec![words(wording::time_kind(found.kind))])];
    if let Some(days) = found.days {
        pairs.push(("Means", vec![words(wording::days(days))]));
    }
    pairs.push(("Value", vec![words(found.value.clone()), words(" (TIMEX3)")]));
    if let Some(zone) = found.zone {
        pairs.push(("Zone", vec![place(article, zone), words(" as written, not converted")]));
    }
    let counted = match found.counted_from {
        Some(CountedFrom::Published) => {
            let day = article.header.published.as_ref().map(|published| wording::published(&published.value));
            vec![words(format!("the day of publication, {}", day.unwrap_or_else(|| "not stated".to_owned())))]
        }
        Some(CountedFrom::Expression(span)) => vec![place(article, span)],
        None => vec![words("nothing: its own words say all")],
    };
    pairs.push(("Counted from", counted));
    pairs.push(("Here", vec![words(voice(article, found.span))]));
    pairs.push(("Rule", vec![words(wording::rule(&found.rule))]));
    let mut parts = vec![heading(article, found.span), sheet::pairs(pairs)];
    let same = article.annotations.times.iter().filter(|other| {
        let days = found.days.is_some() && other.days == found.days;
        other.span != found.span && (days || other.value == found.value)
    });
    elsewhere(
        "The same time elsewhere in this article",
        same.map(|o| vec![sentence(article, o.span)]).collect(),
        &mut parts,
    );
    parts
}

fn figure(article: &Article, number: usize) -> Vec<Part> {
    let found = &article.annotations.figures[number];
    let mut pairs: Pairs =
        vec![("Amount", vec![words(wording::amount(found))]), ("Kind", vec![words(wording::figure_kind(found.kind))])];
    for (name, span) in [("Of what", found.of), ("Unit", found.unit), ("Qualified by", found.qualified_by)] {
        if let Some(span) = span {
            pairs.push((name, vec![place(article, span)]));
        }
    }
    let here = article.annotations.voice_of_figure(&article.text, found);
    pairs.push(("Here", vec![words(told(article, here))]));
    pairs.push(("Rule", vec![words(wording::rule(&found.rule))]));
    let mut parts = vec![heading(article, found.span), sheet::pairs(pairs)];
    let counted = |of: Option<Span>| of.map(|span| crate::index::fold::fold(article.slice(span)));
    let same = article.annotations.figures.iter().filter(|other| {
        let thing = found.of.is_some() && counted(other.of) == counted(found.of);
        let value = other.amount.low == found.amount.low && other.amount.high == found.amount.high;
        other.span != found.span && other.kind == found.kind && (thing || value)
    });
    let lines = same.map(|other| vec![sentence(article, other.span)]).collect();
    elsewhere("The same thing or number elsewhere in this article", lines, &mut parts);
    parts
}

fn heading(article: &Article, span: Span) -> Part {
    Part::Heading(3, vec![Piece::Source(article.slice(span).to_owned())])
}

/// Whose words `span` stands in.
pub(super) fn voice(article: &Article, span: Span) -> String {
    told(article, article.annotations.voice(span))
}

fn told(article: &Article, voice: Voice) -> String {
    let who = voice.attribution().and_then(|number| {
        let found = article.annotations.attributions.get(number as usize)?;
        let entity = found.entity.and_then(|id| article.annotations.entity(id));
        Some(article.slice(entity.map(|entity| entity.name).or(found.speaker).or(found.source)?).to_owned())
    });
    match (voice, who) {
        (Voice::Outlet, _) => "in the outlet’s own voice".to_owned(),
        (Voice::Attributed(_), Some(who)) => format!("attributed to {who}"),
        (Voice::Attributed(_), None) => "attributed, to nobody named".to_owned(),
        (Voice::Quoted(_), Some(who)) => format!("in words quoted from {who}"),
        (Voice::Quoted(_), None) => "in quoted words, of nobody named".to_owned(),
    }
}

/// "Jane Doe, Doe ×3".
fn counts(pieces: Vec<(Piece, usize)>) -> Line {
    let mut line = Line::new();
    for (piece, count) in pieces {
        if !line.is_empty() {
            line.push(words(" · "));
        }
        line.push(piece);
        if count > 1 {
            line.push(words(format!(" ×{count}")));
        }
    }
    line
}

/// A headed list, the end of a long one folded; nothing for none.
fn elsewhere(title: &str, lines: Vec<Line>, parts: &mut Vec<Part>) {
    if !lines.is_empty() {
        parts.push(Part::Heading(4, vec![words(format!("{title} ({})", lines.len()))]));
        parts.extend(long::lines(lines, SHOWN));
    }
}
