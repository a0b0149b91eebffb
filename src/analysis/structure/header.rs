//! The article's header: an editor's word beats the file's field, a field beats the text.

use super::{
    agency, byline, caption,
    dateline::{lead_in_moment, moments},
    headline, language, outlet,
};
use crate::reading::{Fields, Named};
use crossread_corpus::{
    article::{ArticleKey, Block, BlockKind, Header, Published, Warning},
    ground::{Ground, Rule, Traced},
    span::{Anchor, Span},
};

/// In how many paragraphs from the top a lead-in is looked for.
pub(crate) const LEDES: usize = 3;

/// What a header is read from.
#[derive(Clone, Copy, Debug)]
pub struct HeaderSource<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Whose places the grounds name.
    pub key: ArticleKey,
    /// The text's parts, as [`super::blocks`] gives them.
    pub blocks: &'a [Block],
    /// What the file's fields say.
    pub fields: &'a Fields,
    /// What the editor says.
    pub editor: &'a Fields,
}

/// The header, and a warning for each given date that could not be read.
///
/// Nothing is guessed: what neither editor nor field nor text gives stays `None`. A date without a year is left to
/// [`crate::link::date`].
pub fn header(source: HeaderSource<'_>) -> (Header, Vec<Warning>) {
    let HeaderSource { text, key, blocks, fields, editor } = source;
    let given = |pick: fn(&Fields) -> &Option<Named>| {
        pick(editor).as_ref().map(by_editor).or_else(|| pick(fields).as_ref().map(by_field))
    };
    let mut warnings = Vec::new();
    let mut day = |named: &Named, ground: fn(String) -> Ground| match published_in(&named.value) {
        Some(value) => Some(Traced { value, ground: ground(named.from.clone()) }),
        None => {
            let Named { value, from } = named;
            let message = format!("The date “{value}” ({from}) could not be read; write it as 2020-08-16.");
            warnings.push(Warning { span: None, message });
            None
        }
    };
    let edited = editor.date.as_ref().and_then(|named| day(named, Ground::Editor));
    let published = edited.or_else(|| fields.date.as_ref().and_then(|named| day(named, Ground::Field)));
    let header = Header {
        outlet: given(|from| &from.outlet).or_else(|| outlet::outlet(text, key, blocks)),
        headline: given(|from| &from.headline).or_else(|| headline_in(text, blocks)),
        published: published.or_else(|| published_by_text(text, blocks)),
        authors: authors(source),
        agencies: agencies(text, key, blocks),
        url: given(|from| &from.url),
        language: given(|from| &from.language).or_else(|| language::language(text, key, blocks)),
    };
    (header, warnings)
}

fn by_editor(named: &Named) -> Traced<String> {
    Traced { value: named.value.clone(), ground: Ground::Editor(named.from.clone()) }
}

fn by_field(named: &Named) -> Traced<String> {
    Traced { value: named.value.clone(), ground: Ground::Field(named.from.clone()) }
}

fn headline_in(text: &str, blocks: &[Block]) -> Option<Traced<String>> {
    let block = blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
    let (own, _) = headline::parts(text, block.span);
    // Wrapped lines are one headline: its value has spaces where the text breaks.
    let value = own.slice(text)?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Traced::stated(value, own))
}

/// The first full date of a value given outside the text.
fn published_in(value: &str) -> Option<Published> {
    let moment = moments(value, Span::of(0, value.len())).into_iter().find(|moment| moment.day.date().is_some())?;
    let zone = moment.zone.and_then(|zone| zone.slice(value)).map(str::to_owned);
    Some(Published { date: moment.day.date()?, time: moment.time, zone, updated: false })
}

/// The publication time the front or end of the text gives with its year; an update's time when there is no other.
fn published_by_text(text: &str, blocks: &[Block]) -> Option<Traced<Published>> {
    let mut led_as_update = false;
    let mut update = None;
    let dated = |kind| matches!(kind, BlockKind::Dateline | BlockKind::Byline | BlockKind::Credit | BlockKind::Outlet);
    let (times, others): (Vec<_>, Vec<_>) =
        blocks.iter().filter(|block| dated(block.kind)).partition(|block| block.kind == BlockKind::Dateline);
    for block in times.into_iter().chain(others) {
        if block.rule.0 == "dateline-lead" {
            led_as_update = block.span.slice(text).is_some_and(|lead| lead.to_lowercase().contains("updat"));
            continue;
        }
        for (nth, moment) in moments(text, block.span).into_iter().enumerate() {
            let Some(date) = moment.day.date() else { continue };
            let updated = moment.updated || (led_as_update && nth == 0);
            let zone = moment.zone.and_then(|zone| zone.slice(text)).map(str::to_owned);
            let published = Traced::stated(Published { date, time: moment.time, zone, updated }, moment.span);
            if !updated {
                return Some(published);
            }
            update = update.or(Some(published));
        }
        led_as_update = false;
    }
    update.or_else(|| published_by_lead_in(text, blocks))
}

/// The day in the lede's lead-in, where it has its year: `LAKESIDE, March 3, 2021 (Agency) —`.
fn published_by_lead_in(text: &str, blocks: &[Block]) -> Option<Traced<Published>> {
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(LEDES);
    let moment = paragraphs.filter_map(|block| lead_in_moment(text, block.span)).next()?;
    let published = Published { date: moment.day.date()?, time: None, zone: None, updated: false };
    Some(Traced::stated(published, moment.span))
}

fn authors(source: HeaderSource<'_>) -> Vec<Traced<String>> {
    let HeaderSource { text, blocks, fields, editor, .. } = source;
    if !editor.authors.is_empty() {
        return editor.authors.iter().map(by_editor).collect();
    }
    if !fields.authors.is_empty() {
        return fields.authors.iter().map(by_field).collect();
    }
    let mut found: Vec<Traced<String>> = Vec::new();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Byline) {
        for span in byline::authors(text, block.span) {
            let value = span.slice(text).unwrap_or_default().to_owned();
            if !found.iter().any(|author| author.value.to_lowercase() == value.to_lowercase()) {
                found.push(Traced::stated(value, span));
            }
        }
    }
    found
}

/// The agencies credited by captions, credit lines, bylines and the lede's lead-in, each once, at its first place.
fn agencies(text: &str, article: ArticleKey, blocks: &[Block]) -> Vec<Traced<String>> {
    let mut places = Vec::new();
    let mut paragraphs = 0;
    for block in blocks {
        match block.kind {
            BlockKind::Caption => places.push(caption::credit_span(text, block.span)),
            BlockKind::Credit | BlockKind::Byline | BlockKind::Dateline => places.push(block.span),
            BlockKind::Paragraph => {
                paragraphs += 1;
                let lead = block.span.slice(text).filter(|_| paragraphs <= LEDES).and_then(agency::lead_in);
                let from = block.span.start();
                places.extend(lead.map(|(span, _)| Span::new(span.start() + from, span.end() + from)));
            }
            _ => {}
        }
    }
    let mut found: Vec<Traced<String>> = Vec::new();
    for (span, name) in places.into_iter().flat_map(|place| agency::named(text, place)) {
        if found.iter().any(|agency| agency.value == name) {
            continue;
        }
        let ground = if span.slice(text) == Some(name) {
            Ground::Stated(span)
        } else {
            Ground::Inferred { rule: Rule::new("agency-spelling"), spans: vec![Anchor { article, span }] }
        };
        found.push(Traced { value: name.to_owned(), ground });
    }
    found
}
