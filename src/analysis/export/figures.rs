//! Numbers and what they count, as the output has them.

use crossread_corpus::{
    annotation::{Annotations, Voices},
    figure::FigureKind,
    span::Span,
};
use serde::{Serialize, Serializer};

/// One figure.
#[derive(Serialize)]
pub(super) struct FigureLine<'a> {
    span: Span,
    kind: FigureKind,
    #[serde(serialize_with = "number")]
    low: f64,
    #[serde(serialize_with = "number")]
    high: f64,
    qualifier: &'static str,
    qualified_by: Option<Span>,
    unit: Option<Span>,
    measured_in: Option<&'a str>,
    of: Option<Span>,
    voice: &'static str,
    voice_of: Option<u32>,
    rule: &'a str,
}

/// The figures in their order.
pub(super) fn figures<'a>(text: &str, found: &'a Annotations, voices: &Voices) -> Vec<FigureLine<'a>> {
    let mut lines = Vec::with_capacity(found.figures.len());
    for figure in &found.figures {
        let voice = voices.of_place(figure.span).of_figure(text, figure);
        lines.push(FigureLine {
            span: figure.span,
            kind: figure.kind,
            low: figure.amount.low,
            high: figure.amount.high,
            qualifier: figure.amount.qualifier.name(),
            qualified_by: figure.qualified_by,
            unit: figure.unit,
            measured_in: figure.measured_in.as_deref(),
            of: figure.of,
            voice: voice.name(),
            voice_of: voice.attribution(),
            rule: &figure.rule.0,
        });
    }
    lines
}

/// Whole numbers without a point: 7000 and not 7000.0.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
fn number<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
    // All whole numbers up to here are exact.
    if number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0 {
        to.serialize_i64(*number as i64)
    } else {
        to.serialize_f64(*number)
    }
}
