//! What a rule gives: an expression's pieces and what they amount to.

use super::calendar::Period;
use crossread_corpus::{
    span::Span,
    time::{CountedFrom, TimeKind},
};
use jiff::civil::Date;

/// An expression over the pieces `from..to` of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: TimeKind,
    pub(super) value: String,
    pub(super) days: Option<(Date, Date)>,
    pub(super) counted_from: Option<CountedFrom>,
    pub(super) zone: Option<Span>,
    pub(super) rule: &'static str,
}

impl Found {
    /// A value that is not resolved to days.
    pub(super) fn plain(from: usize, to: usize, kind: TimeKind, value: impl Into<String>, rule: &'static str) -> Self {
        Self { from, to, kind, value: value.into(), days: None, counted_from: None, zone: None, rule }
    }

    /// A period of days.
    pub(super) fn period(
        from: usize,
        to: usize,
        period: Period,
        counted: Option<CountedFrom>,
        rule: &'static str,
    ) -> Self {
        Self {
            from,
            to,
            kind: TimeKind::Date,
            value: period.value,
            days: Some(period.days),
            counted_from: counted,
            zone: None,
            rule,
        }
    }

    /// True when it means one day.
    pub(super) fn is_day(&self) -> bool {
        self.kind == TimeKind::Date && self.days.is_some_and(|(first, last)| first == last)
    }
}
