//! What was found in one article's text, by kind, and in whose voice each place of it stands.

use crate::{
    attribution::{Attribution, Kind},
    figure::{Figure, FigureKind},
    mention::{Entity, EntityId, Mention},
    span::Span,
    time::TimeExpression,
};
use serde::{Deserialize, Serialize};

/// The findings of one article. All lists are sorted by where they stand.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Annotations {
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Names.
    pub mentions: Vec<Mention>,
    /// Whom or what the names mean, in the order of their first mentions.
    pub entities: Vec<Entity>,
    /// When and how long.
    pub times: Vec<TimeExpression>,
    /// Numbers.
    pub figures: Vec<Figure>,
}

/// In whose words a place of the text stands; numbers are indices into the article's attributions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Voice {
    /// The outlet's own.
    Outlet,
    /// The outlet reports what somebody says.
    Attributed(u32),
    /// Somebody's own words.
    Quoted(u32),
}

impl Voice {
    /// The voice of `figure`, given in `text`, whose place is in this voice: see [`Annotations::voice_of_figure`].
    pub fn of_figure(self, text: &str, figure: &Figure) -> Self {
        let (before, own) = (&text[..figure.span.start() as usize], &text[figure.span.range()]);
        let article = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let refers = figure.kind == FigureKind::Age && own.contains('-') && article.eq_ignore_ascii_case("the");
        match self {
            Self::Attributed(_) if refers => Self::Outlet,
            voice => voice,
        }
    }

    /// Its name in files and on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Attributed(_) => "attributed",
            Self::Quoted(_) => "quoted",
        }
    }

    /// The attribution whose content it is.
    pub const fn attribution(self) -> Option<u32> {
        match self {
            Self::Outlet => None,
            Self::Attributed(number) | Self::Quoted(number) => Some(number),
        }
    }
}

impl Annotations {
    /// The voice of `span`: that of the innermost attribution that holds its start.
    ///
    /// Quoted when the start stands between quotation marks that somebody is said to have uttered; a term the outlet
    /// only holds at arm's length ([`Kind::Scare`]) stays in the outlet's voice.
    pub fn voice(&self, span: Span) -> Voice {
        let holds = |spans: &[Span]| spans.iter().any(|s| s.start() <= span.start() && span.start() < s.end());
        let size = |a: &Attribution| a.content.iter().map(|content| content.len()).sum::<u32>();
        let mut innermost: Option<(u32, &Attribution)> = None;
        let mut quoted = false;
        for (number, attribution) in (0_u32..).zip(&self.attributions) {
            if attribution.kind == Kind::Scare || !holds(&attribution.content) {
                continue;
            }
            // a clause reported inside a quotation is still somebody's own words
            quoted |= holds(&attribution.quoted);
            if innermost.is_none_or(|(_, best)| size(attribution) < size(best)) {
                innermost = Some((number, attribution));
            }
        }
        match innermost {
            None => Voice::Outlet,
            Some((number, _)) if quoted => Voice::Quoted(number),
            Some((number, _)) => Voice::Attributed(number),
        }
    }

    /// The voice of `figure`, given in `text`: that of its place; but an age that only tells who is meant ("the 65-year-old
    /// said", "it was said that the 65-year-old won") is the outlet's unless it is quoted.
    pub fn voice_of_figure(&self, text: &str, figure: &Figure) -> Voice {
        self.voice(figure.span).of_figure(text, figure)
    }

    /// The voices of all places, where many are asked for: [`Annotations::voice`] looks through all attributions each time.
    pub fn voices(&self) -> Voices {
        Voices::of(&self.attributions)
    }

    /// Whom mention `number` means.
    pub fn entity_of(&self, number: usize) -> Option<EntityId> {
        let number = u32::try_from(number).ok()?;
        let at = self.entities.iter().position(|entity| entity.mentions.contains(&number))?;
        Some(EntityId(u32::try_from(at).ok()?))
    }

    /// An entity by its number.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// True when every number points into its list and every span is one that `fits`.
    pub fn is_sound(&self, fits: impl Fn(Span) -> bool) -> bool {
        let known = |id: EntityId| (id.0 as usize) < self.entities.len();
        let all = |spans: &[Span]| spans.iter().all(|span| fits(*span));
        let some = |span: Option<Span>| span.is_none_or(&fits);
        self.attributions.iter().all(|a| {
            let whole = !a.content.is_empty() && all(&a.content) && all(&a.quoted);
            whole && [a.cue, a.source, a.speaker, a.via].into_iter().all(some) && a.entity.is_none_or(known)
        }) && self.mentions.iter().all(|m| fits(m.span) && some(m.description))
            && self.entities.iter().all(|e| {
                let mentioned = e.mentions.iter().all(|at| (*at as usize) < self.mentions.len());
                fits(e.name) && !e.mentions.is_empty() && mentioned && e.references.iter().all(|r| fits(r.span))
            })
            && self.times.iter().all(|t| fits(t.span) && some(t.zone))
            && self.figures.iter().all(|f| fits(f.span) && [f.qualified_by, f.unit, f.of].into_iter().all(some))
    }
}

/// In whose voice each place of a text stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voices(Vec<(u32, Voice)>);

impl Voices {
    /// From each place on where another attribution begins or ends, in order, the voice.
    fn of(attributions: &[Attribution]) -> Self {
        // place, attribution, whether it is about quoted words, whether it begins
        let mut ends: Vec<(u32, u32, bool, bool)> = Vec::new();
        let told = (0_u32..).zip(attributions).filter(|(_, attribution)| attribution.kind != Kind::Scare);
        for (number, attribution) in told {
            for (spans, is_quoted) in [(&attribution.content, false), (&attribution.quoted, true)] {
                for span in spans.iter().filter(|span| !span.is_empty()) {
                    ends.push((span.start(), number, is_quoted, true));
                    ends.push((span.end(), number, is_quoted, false));
                }
            }
        }
        ends.sort_unstable();
        let size = |number: u32| attributions[number as usize].content.iter().map(|content| content.len()).sum::<u32>();
        // those that hold the place: size, number, how many contents and quoted spans do
        let mut open: Vec<(u32, u32, [usize; 2])> = Vec::new();
        let mut voices = Vec::new();
        for (at, (place, number, is_quoted, begins)) in ends.iter().copied().enumerate() {
            let entry = open.iter().position(|(_, open, _)| *open == number).unwrap_or_else(|| {
                open.push((size(number), number, [0; 2]));
                open.len() - 1
            });
            let count = &mut open[entry].2[usize::from(is_quoted)];
            *count = if begins { *count + 1 } else { count.saturating_sub(1) };
            if open[entry].2 == [0; 2] {
                open.swap_remove(entry);
            }
            if ends.get(at + 1).is_some_and(|next| next.0 == place) {
                continue;
            }
            let holding = || open.iter().filter(|(.., [content, _])| *content > 0);
            let innermost = holding().map(|(size, number, _)| (*size, *number)).min();
            let is_quoted = holding().any(|(.., [_, quoted])| *quoted > 0);
            voices.push((
                place,
                match innermost {
                    None => Voice::Outlet,
                    Some((_, number)) if is_quoted => Voice::Quoted(number),
                    Some((_, number)) => Voice::Attributed(number),
                },
            ));
        }
        Self(voices)
    }

    /// The voice of `span`; see [`Annotations::voice`].
    pub fn of_place(&self, span: Span) -> Voice {
        let behind = self.0.partition_point(|(from, _)| *from <= span.start());
        behind.checked_sub(1).map_or(Voice::Outlet, |at| self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        attribution::{Form, Stance},
        figure::{Amount, Qualifier},
        ground::Rule,
    };
    use proptest::prelude::*;

    fn saying(kind: Kind, content: Span, quoted: &[Span]) -> Attribution {
        Attribution {
            content: vec![content],
            quoted: quoted.to_vec(),
            cue: None,
            source: None,
            speaker: None,
            entity: None,
            via: None,
            form: Form::Mixed,
            kind,
            stance: Stance::Neutral,
            rule: Rule::new("test"),
        }
    }

    #[test]
    fn an_age_that_tells_who_is_meant_is_the_outlets_own() {
        let text = "They said the 65-year-old won and he was 65.";
        let said = saying(Kind::Speech, Span::of(10, text.len()), &[]);
        let found = Annotations { attributions: vec![said], ..Annotations::default() };
        let voice = |written: &str| {
            let at = text.rfind(written).expect("it is there");
            let amount = Amount { low: 65.0, high: 65.0, qualifier: Qualifier::Exact };
            let figure = Figure {
                span: Span::of(at, at + written.len()),
                amount,
                kind: FigureKind::Age,
                qualified_by: None,
                unit: None,
                measured_in: None,
                of: None,
                rule: Rule::new("test"),
            };
            found.voice_of_figure(text, &figure)
        };
        assert_eq!((voice("65-year-old"), voice("65")), (Voice::Outlet, Voice::Attributed(0)));
    }

    #[test]
    fn the_innermost_voice_counts_and_quotation_marks_around_it_stay() {
        let inner = saying(Kind::Speech, Span::new(12, 20), &[]);
        let outer = saying(Kind::Speech, Span::new(5, 40), &[Span::new(10, 25)]);
        let found = Annotations { attributions: vec![outer, inner], ..Annotations::default() };
        assert_eq!(found.voice(Span::new(0, 9)), Voice::Outlet);
        assert_eq!(found.voice(Span::new(6, 30)), Voice::Attributed(0));
        assert_eq!(found.voice(Span::new(13, 14)), Voice::Quoted(1));
        assert_eq!(found.voice(Span::new(22, 23)), Voice::Quoted(0));
        assert_eq!(found.voice(Span::new(40, 41)), Voice::Outlet);
    }

    #[test]
    fn a_term_at_arms_length_is_the_outlets() {
        let scare = saying(Kind::Scare, Span::new(0, 9), &[Span::new(0, 9)]);
        let found = Annotations { attributions: vec![scare], ..Annotations::default() };
        assert_eq!(found.voice(Span::new(3, 5)), Voice::Outlet);
    }

    proptest! {
        #[test]
        fn all_voices_are_those_asked_for_one_by_one(
            spans in prop::collection::vec(((0_u32..30, 0_u32..9), (0_u32..9, 0_u32..9), any::<bool>()), 0..8),
        ) {
            let attributions = spans.into_iter().map(|((start, long), (from, quoted), scare)| {
                let content = Span::new(start, start + long);
                let kind = if scare { Kind::Scare } else { Kind::Speech };
                saying(kind, content, &[Span::new(start + from, start + from + quoted)])
            });
            let found = Annotations { attributions: attributions.collect(), ..Annotations::default() };
            let voices = found.voices();
            for place in 0..60 {
                let span = Span::new(place, place + 1);
                prop_assert_eq!(voices.of_place(span), found.voice(span), "{}", place);
            }
        }
    }
}
