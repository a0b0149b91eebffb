//! A reader's corrections as a line of text and back: how a browser keeps them.

use super::{Correction, Finding};
use crate::{
    article::ArticleKey,
    span::{Anchor, Span},
};
use form_urlencoded::{Serializer, parse};

/// The line. An editor's own corrections are not kept.
pub fn to_text(corrections: &[Correction]) -> String {
    let mut line = Serializer::new(String::new());
    for correction in corrections {
        match correction {
            Correction::Part(one, other) => line.append_pair("part", one).append_pair("and", other),
            Correction::Join(one, other) => line.append_pair("join", one).append_pair("and", other),
            Correction::Hide(finding, at) => {
                line.append_pair("hide", finding.name());
                for at in at {
                    line.append_pair("at", &anchor_text(*at));
                }
                &mut line
            }
            Correction::Pin { .. } => &mut line,
        };
    }
    line.finish()
}

/// Reads what [`to_text`] wrote; what is not understood is left out.
pub fn from_text(line: &str) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let mut first = None;
    for (key, value) in parse(line.as_bytes()) {
        match (key.as_ref(), &mut first, found.last_mut()) {
            ("part" | "join", ..) => first = Some((key == "part", value.into_owned())),
            ("and", Some((part, one)), _) => {
                let (one, other) = (core::mem::take(one), value.into_owned());
                found.push(if *part { Correction::Part(one, other) } else { Correction::Join(one, other) });
                first = None;
            }
            ("hide", ..) => {
                first = None;
                found.extend(Finding::named(&value).map(|finding| Correction::Hide(finding, Vec::new())));
            }
            ("at", None, Some(Correction::Hide(_, at))) => at.extend(anchor(&value)),
            _ => {}
        }
    }
    found.retain(|correction| !matches!(correction, Correction::Hide(finding, at) if at.len() < finding.places()));
    found
}

/// A place as text: "0123456789abcdef.10-20".
pub(crate) fn anchor_text(Anchor { article, span }: Anchor) -> String {
    format!("{article}.{}-{}", span.start(), span.end())
}

/// Reads what [`anchor_text`] wrote.
pub(crate) fn anchor(text: &str) -> Option<Anchor> {
    let (article, span) = text.split_once('.')?;
    let (start, end) = span.split_once('-')?;
    let span = Span::try_from((start.parse().ok()?, end.parse().ok()?)).ok()?;
    Some(Anchor { article: article.parse::<ArticleKey>().ok()?, span })
}
