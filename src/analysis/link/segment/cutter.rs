//! Cuts one article into its segments, and finds what each can be compared by.

use super::{
    Segment, cut,
    family::{self, Worth},
    term::{Keyed, Terms, Use},
};
use crossread_corpus::{
    annotation::Voice,
    article::{Article, Block, BlockKind},
    attribution::{Attribution, Kind},
    index::token::{Token, tokens},
    links::passage::Part,
    span::Span,
    time::TimeKind,
};

/// Longest range of days that still dates something; a longer one is a period.
const LONGEST_DAYS: i32 = 9;

/// The part a block plays in telling the story; `None` for page furniture, headers, credits and repeats.
const fn part_of(block: &Block) -> Option<Part> {
    match block.kind {
        BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead => Some(Part::Head),
        BlockKind::Paragraph => Some(Part::Story),
        BlockKind::Caption => Some(Part::Caption),
        _ => None,
    }
}

/// Cuts one article.
pub(super) struct Cutter<'a, 't> {
    article: &'a Article,
    number: u32,
    /// Places of names and of phrases that mean them, sorted: where, and whom.
    named: Vec<(Span, Option<u32>)>,
    /// What crowds call out.
    chants: Vec<Span>,
    /// Bytes where reported words begin or end.
    bounds: Vec<u32>,
    names: &'a [Option<u32>],
    terms: &'t mut Terms,
}

impl<'a, 't> Cutter<'a, 't> {
    pub(super) fn new(article: &'a Article, number: usize, names: &'a [Option<u32>], terms: &'t mut Terms) -> Self {
        let found = &article.annotations;
        let mut named = Vec::new();
        for (entity, linked) in found.entities.iter().zip(names.iter().copied().chain(core::iter::repeat(None))) {
            let mentions = entity.mentions.iter().map(|at| found.mentions[*at as usize].span);
            let places = mentions.chain(entity.references.iter().map(|reference| reference.span));
            named.extend(places.map(|span| (span, linked)));
        }
        named.sort_unstable();
        let mut bounds: Vec<u32> = Vec::new();
        for attribution in found.attributions.iter().filter(|a| matches!(a.kind, Kind::Speech | Kind::Headline)) {
            let clauses = attribution.content.iter().filter(|span| is_clause(article, attribution, **span));
            bounds.extend(clauses.flat_map(|span| [span.start(), span.end()]));
        }
        // "said almost | 40 bakers" would part a figure from its qualifier
        let inside = |at: u32| {
            let mut figures = found.figures.iter().map(|figure| figure.span);
            figures.find(|span| span.start() < at && at < span.end()).map_or(at, |span| span.start())
        };
        bounds.iter_mut().for_each(|bound| *bound = inside(*bound));
        bounds.sort_unstable();
        bounds.dedup();
        let chants = found.attributions.iter().filter(|a| a.kind == Kind::Chant);
        let chants = chants.flat_map(|a| a.quoted.iter().copied()).collect();
        let number = u32::try_from(number).expect("a collection has fewer articles");
        Self { article, number, named, chants, bounds, names, terms }
    }

    pub(super) fn cut(&mut self, segments: &mut Vec<Segment>) {
        for block in &self.article.blocks {
            let Some(part) = part_of(block) else { continue };
            let from = segments.len();
            for sentence in self.article.sentences_of(block) {
                self.sentence(sentence, part, segments);
            }
            segments[from..].iter_mut().for_each(|segment| segment.heading = block.kind == BlockKind::Crosshead);
        }
    }

    fn sentence(&mut self, number: usize, part: Part, segments: &mut Vec<Segment>) {
        let text = &self.article.text;
        let span = self.article.sentences[number];
        let tokens = tokens(text, span);
        let keyed: Vec<Keyed> = tokens.iter().map(|token| self.keyed(token)).collect();
        let mut starts = cut::cuts(text, &tokens, &keyed, &self.bounds);
        starts.push(tokens.len());
        let sentence = u32::try_from(number).expect("offsets are 32 bits");
        for pair in starts.windows(2).filter(|pair| pair[0] < pair[1]) {
            let place = cut::stretch(span, &tokens, pair[0], pair[1], text);
            if let Some(segment) =
                self.segment(sentence, part, place, &tokens[pair[0]..pair[1]], &keyed[pair[0]..pair[1]])
            {
                segments.push(segment);
            }
        }
    }

    fn segment(&mut self, sentence: u32, part: Part, span: Span, tokens: &[Token], keyed: &[Keyed]) -> Option<Segment> {
        let article = self.article;
        let found = &article.annotations;
        let uses = self.uses(tokens, keyed);
        let inside = |place: Span| span.start() <= place.start() && place.start() < span.end();
        let numbers = |spans: Vec<Span>| -> Vec<u32> {
            (0..).zip(spans).filter(|(_, place)| inside(*place)).map(|(number, _)| number).collect()
        };
        let times = numbers(found.times.iter().map(|time| time.span).collect());
        let figures = numbers(found.figures.iter().map(|figure| figure.span).collect());
        let heavy = |each: &Use| !self.terms.is_name(each.term) && self.terms.worth(each.term) == Worth::Heavy;
        if figures.is_empty() && uses.len() < 2 && !uses.iter().any(heavy) {
            return None;
        }
        let telling: Vec<Span> = uses.iter().filter(|each| heavy(each)).map(|each| each.span).collect();
        let voice = voice_of(article, if telling.is_empty() { vec![span] } else { telling });
        let attribution = voice.attribution().map(|number| &found.attributions[number as usize]);
        let speaker = attribution.and_then(|a| self.names.get(a.entity?.0 as usize).copied().flatten());
        let dated = times.iter().map(|number| &found.times[*number as usize]);
        let days = dated
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
            .filter_map(|time| time.days)
            .filter(|(first, last)| first.until(*last).is_ok_and(|span| span.get_days() <= LONGEST_DAYS))
            .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        Some(Segment {
            article: self.number,
            sentence,
            span,
            part,
            uses,
            speaker: speaker.map(|linked| self.terms.name(linked)),
            voice,
            negated: is_negated(tokens, keyed),
            times,
            days,
            figures,
            heading: false,
        })
    }

    /// What a token is compared by; a name's words say nothing for themselves.
    fn keyed(&mut self, token: &Token) -> Keyed {
        let keyed = self.terms.keyed(&token.form);
        if self.name_at(token.span).is_some() && keyed.worth == Worth::Heavy {
            return Keyed { worth: Worth::Light, ..keyed };
        }
        keyed
    }

    /// The name or the phrase that means one which holds a word, and whom it means.
    fn name_at(&self, word: Span) -> Option<(Span, Option<u32>)> {
        let after = self.named.partition_point(|(span, _)| span.start() <= word.start());
        self.named[..after].iter().rev().take(3).find(|(span, _)| span.contains(word)).copied()
    }

    /// True for the words a crowd calls out: other crowds call the same, and mean something else.
    fn is_chanted(&self, word: Span) -> bool {
        self.chants.iter().any(|chant| chant.contains(word))
    }

    /// True for the words of a figure.
    fn is_number(&self, word: Span) -> bool {
        let figures = &self.article.annotations.figures;
        let after = figures.partition_point(|figure| figure.span.start() <= word.start());
        after.checked_sub(1).is_some_and(|at| figures[at].span.contains(word))
    }

    /// The terms of a run of tokens, each where it stands first.
    fn uses(&mut self, tokens: &[Token], keyed: &[Keyed]) -> Vec<Use> {
        let mut uses: Vec<Use> = Vec::new();
        let mut compound_until = 0;
        let mut before: Option<&Token> = None;
        for (token, keyed) in tokens.iter().zip(keyed) {
            if token.span.start() < compound_until || self.is_number(token.span) || self.is_chanted(token.span) {
                continue;
            }
            if let Some((span, linked)) = self.name_at(token.span) {
                let term = match linked {
                    Some(linked) => self.terms.name(linked),
                    None => self.terms.spelling(self.article.slice(span)),
                };
                uses.push(Use { term, span, count: 0 });
                continue;
            }
            if token.form.starts_with(|first: char| first.is_ascii_digit()) {
                continue;
            }
            let compound = token.joined.as_ref().filter(|(form, _)| family::has_family(form));
            let (form, end) = match compound {
                Some((form, end)) => (form.as_str(), *end),
                None => (token.form.as_str(), token.span.end()),
            };
            let Keyed { key, worth } = if compound.is_some() { self.terms.keyed(form) } else { keyed.clone() };
            compound_until = end;
            let span = Span::new(token.span.start(), end);
            let second = if worth == Worth::Empty { form } else { &key };
            if let Some((first, family)) = before.and_then(|first| Some((first, family::phrase(&first.form, second)?)))
            {
                let span = Span::new(first.span.start(), end);
                uses.push(Use { term: self.terms.worded(family, Worth::Heavy), span, count: 0 });
            }
            if worth != Worth::Empty && key.len() > 1 {
                uses.push(Use { term: self.terms.worded(&key, worth), span, count: 0 });
                before = Some(token);
            }
        }
        uses.sort_unstable();
        uses.dedup_by_key(|each| each.term);
        uses
    }
}

/// True for what is said as a clause of its own: quoted, behind "that", or behind "said"; not for "(rejected) the plan".
fn is_clause(article: &Article, attribution: &Attribution, span: Span) -> bool {
    let text = article.slice(span);
    let long = text.split_whitespace().count() > 3;
    let led = ["that ", "whether ", "if ", "how ", "why "].iter().any(|word| text.starts_with(word));
    let before = article.text[..span.start() as usize].trim_end();
    let marked = before.ends_with(['"', '“', '‘', '\'', ',', ':']);
    let cue = attribution.cue.map(|cue| article.slice(cue).to_lowercase()).unwrap_or_default();
    let said = ["sa", "told", "tell", "add"].iter().any(|start| cue.starts_with(start));
    long && (led || marked || said)
}

/// The voice of most of the places.
fn voice_of(article: &Article, places: Vec<Span>) -> Voice {
    let mut voices: Vec<(Voice, usize)> = Vec::new();
    for place in places {
        let voice = article.annotations.voice(place);
        match voices.iter_mut().find(|(known, _)| *known == voice) {
            Some((_, count)) => *count += 1,
            None => voices.push((voice, 1)),
        }
    }
    // of equals the one that is somebody's: what leads up to it says little
    voices.into_iter().max_by_key(|(voice, count)| (*count, *voice)).map_or(Voice::Outlet, |(voice, _)| voice)
}

/// True for an odd number of words that deny or refuse.
fn is_negated(tokens: &[Token], keyed: &[Keyed]) -> bool {
    const NEGATIONS: [&str; 9] = ["not", "no", "never", "neither", "without", "cannot", "nobody", "none", "nothing"];
    let negates = |form: &str| {
        NEGATIONS.contains(&form)
            || (form.len() > 3 && form.ends_with("nt") && NEGATED_VERBS.contains(&&form[..form.len() - 2]))
    };
    // "not only" and "no doubt" deny nothing
    let affirms = |next: Option<&Token>| {
        next.is_some_and(|next| matches!(next.form.as_str(), "only" | "just" | "merely" | "doubt" | "later"))
    };
    let denying = tokens.iter().zip(keyed).enumerate().filter(|(at, (token, keyed))| {
        &*keyed.key == REFUSAL || (negates(&token.form) && !affirms(tokens.get(at + 1)))
    });
    denying.count() % 2 == 1
}

/// The name of the family of words that refuse.
pub(super) const REFUSAL: &str = "reject";

const NEGATED_VERBS: [&str; 14] =
    ["do", "does", "did", "is", "are", "was", "were", "wo", "would", "ca", "could", "has", "have", "should"];
