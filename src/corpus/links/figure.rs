//! Figures of several places that count or measure the same thing.

use super::{Anchor, passage::Part};
use crate::{
    figure::{Amount, FigureKind, Qualifier},
    ground::Rule,
    order::sort_by,
    span::Span,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Figures for one thing, at one place and time as far as the texts tell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FigureGroup {
    /// What kind of number.
    pub kind: FigureKind,
    /// What it is in; `None` for what is merely counted.
    pub measured_in: Option<Cow<'static, str>>,
    /// The words that say best what is counted, in one of the members.
    pub label: Anchor,
    /// The figures, low to high.
    pub members: Vec<GivenFigure>,
    /// How they go together.
    pub agreement: Agreement,
    /// The rule that grouped them.
    pub rule: Rule,
}

/// One figure of a group.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GivenFigure {
    /// The figure itself.
    pub anchor: Anchor,
    /// Its number among the article's figures.
    pub figure: u32,
    /// The sentence or clause it stands in.
    pub said: Span,
    /// In which part of the article; a caption is no second witness.
    pub part: Part,
    /// How much.
    pub amount: Amount,
}

/// How the figures of a group go together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All give the same number with the same qualifier.
    Same,
    /// One number could be what all of them mean.
    Compatible,
    /// No number fits all, but some are rounded or vague, or the thing may have changed between them.
    Different,
    /// Two exact figures that cannot both hold of one thing.
    Contradictory,
}

impl FigureGroup {
    /// The numbers of the articles that give one, captions left out, ascending.
    pub fn articles(&self) -> Vec<u32> {
        let told = self.members.iter().filter(|member| member.part != Part::Caption);
        let mut articles: Vec<u32> = told.map(|member| member.anchor.article).collect();
        sort_by(&mut articles, Ord::cmp);
        articles.dedup();
        articles
    }
}

/// The numbers that the words allow: "almost 7,000" nine tenths of it up to it, "about" and rounded numbers a tenth more
/// or less, "more than" and "over" up to half as much again, since a writer who knew of more would say so.
pub fn bounds(amount: Amount) -> (f64, f64) {
    let Amount { low, high, qualifier } = amount;
    match qualifier {
        Qualifier::Exact | Qualifier::Vague => (low, high),
        Qualifier::About | Qualifier::Rounded => (low * 0.9, high * 1.1),
        Qualifier::Almost => (low * 0.9, high),
        Qualifier::MoreThan => (low, high * 1.5),
        Qualifier::AtLeast => (low, f64::INFINITY),
        Qualifier::LessThan => (low * 0.5, high),
        Qualifier::UpTo => (0.0, high),
    }
}

/// How `amounts` go together. `steady`: the thing cannot change between them, as an age or a rank.
pub fn agreement(amounts: &[Amount], steady: bool) -> Agreement {
    let all = |same: &dyn Fn(&Amount, &Amount) -> bool| amounts.windows(2).all(|pair| same(&pair[0], &pair[1]));
    if all(&|one, other| one == other) {
        return Agreement::Same;
    }
    let every_pair = |test: &dyn Fn(&Amount, &Amount) -> bool| {
        amounts.iter().enumerate().all(|(at, one)| amounts[at + 1..].iter().all(|other| test(one, other)))
    };
    if every_pair(&fit) {
        return Agreement::Compatible;
    }
    let exact = |amount: &Amount| amount.qualifier == Qualifier::Exact && amount.low == amount.high;
    let clash = |one: &Amount, other: &Amount| exact(one) && exact(other) && !fit(one, other);
    if steady && !every_pair(&|one, other| !clash(one, other)) {
        return Agreement::Contradictory;
    }
    Agreement::Different
}

/// True where one number would fit both.
pub fn fit(one: &Amount, other: &Amount) -> bool {
    let (one, other) = (bounds(*one), bounds(*other));
    one.0 <= other.1 && other.0 <= one.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(low: f64, high: f64, qualifier: Qualifier) -> Amount {
        Amount { low, high, qualifier }
    }

    #[test]
    fn a_vague_figure_fits_an_exact_one() {
        let thousands = amount(1000.0, 99_999.0, Qualifier::Vague);
        let almost = amount(7000.0, 7000.0, Qualifier::Almost);
        assert_eq!(agreement(&[thousands, almost], false), Agreement::Compatible);
        assert_eq!(agreement(&[thousands, thousands], false), Agreement::Same);
        let two_hundred = amount(200_000.0, 200_000.0, Qualifier::Exact);
        assert_eq!(agreement(&[thousands, two_hundred], false), Agreement::Different);
    }

    #[test]
    fn only_exact_figures_of_what_cannot_change_contradict() {
        let (sixty, seventy) = (amount(60.0, 60.0, Qualifier::Exact), amount(70.0, 70.0, Qualifier::Exact));
        assert_eq!(agreement(&[sixty, seventy], true), Agreement::Contradictory);
        assert_eq!(agreement(&[sixty, seventy], false), Agreement::Different);
        let rounded = amount(25.0, 25.0, Qualifier::Rounded);
        assert_eq!(agreement(&[rounded, amount(26.0, 26.0, Qualifier::Exact)], true), Agreement::Compatible);
    }
}
