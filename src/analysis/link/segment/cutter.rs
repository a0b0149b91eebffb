//! Cuts one article into its segments, and finds what each can be compared by.

use super::{
    Segment, cut,
    denial::denied_clauses,
    ending,
    family::{self, Phrases, Worth},
    term::{Keyed, Term, Terms, Use},
};
use crate::find::attribution;
use crossread_corpus::{
    annotation::{Voice, Voices},
    article::{Article, Block, BlockKind},
    attribution::{Attribution, Kind},
    ground::Rule,
    index::token::{Token, tokens},
    links::passage::Part,
    mention::EntityKind,
    span::Span,
    time::TimeKind,
};

/// Words that begin what is not said to be so.
const CONDITIONS: [&str; 3] = ["if", "unless", "whether"];

/// Words that begin what is told of the person named before.
const RELATIVE: [&str; 3] = ["who", "whose", "whom"];

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
    voices: Voices,
    /// Places of names and of phrases that mean them, sorted: where, and whom.
    named: Vec<(Span, Option<u32>)>,
    /// Names with the words that say who they are.
    described: Vec<Span>,
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
        let described = found.mentions.iter().filter_map(|mention| mention.description).collect();
        Self { article, number, voices: found.voices(), named, described, chants, bounds, names, terms }
    }

    pub(super) fn cut(&mut self, segments: &mut Vec<Segment>) {
        for block in &self.article.blocks {
            let Some(part) = part_of(block) else { continue };
            let from = segments.len();
            for sentence in self.article.sentences_of(block) {
                self.sentence(sentence, part, segments);
            }
            let shouts = !self.article.slice(block.span).contains(char::is_lowercase);
            segments[from..].iter_mut().for_each(|segment| {
                segment.heading = block.kind == BlockKind::Crosshead || (shouts && part == Part::Story)
            });
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
        let from = segments.len();
        let mut denied = false;
        for pair in starts.windows(2).filter(|pair| pair[0] < pair[1]) {
            let place = cut::stretch(span, &tokens, pair[0], pair[1], text);
            // "denied | that …"
            let led = tokens[pair[0]].form == "that" && denied;
            let (words, keys) = (&tokens[pair[0]..pair[1]], &keyed[pair[0]..pair[1]]);
            denied = denied_clauses(text, words, keys, led).last().is_some_and(|(_, denied)| *denied);
            if let Some(segment) = self.segment(sentence, part, place, words, keys, led) {
                let first = &tokens[pair[0]].form;
                let hangs = first == "that" || (first.len() > 5 && first.ends_with("ing"));
                let says = first == "that" || self.says(tokens[pair[0]].span);
                let before = segments[from..].last().filter(|_| hangs && says && segment.times.is_empty());
                let told = before.and_then(|before| before.told.or(self.one_day(before)));
                let whom = if RELATIVE.contains(&first.as_str()) { self.person_before(place) } else { None };
                let mut segment = Segment { told, whom, ..segment };
                segment.people.extend(segment.whom);
                segments.push(segment);
            }
        }
    }

    /// The person named right in front of `place`: whom a clause with "who" tells of.
    fn person_before(&mut self, place: Span) -> Option<Term> {
        let found = &self.article.annotations;
        let after = found.mentions.partition_point(|mention| mention.span.start() < place.start());
        let named = found.mentions[..after].last().filter(|mention| mention.kind == EntityKind::Person)?;
        let between = self.article.text.get(named.span.end() as usize..place.start() as usize)?;
        let is_beside = between.chars().all(|c| matches!(c, ' ' | '\n' | ',' | '(' | '-' | '–' | '—'));
        let (_, linked) = self.name_at(named.span).filter(|_| is_beside)?;
        linked.map(|linked| self.terms.name(linked))
    }

    /// True for a word that says that somebody says so.
    fn says(&self, word: Span) -> bool {
        self.article.annotations.attributions.iter().any(|said| said.cue.is_some_and(|cue| cue.contains(word)))
    }

    /// The only time expression of a segment, where it means one day.
    fn one_day(&self, segment: &Segment) -> Option<u32> {
        let one_day = segment.days.is_some_and(|(first, last)| first == last);
        let [time] = segment.times[..] else { return None };
        one_day.then_some(time)
    }

    fn segment(
        &mut self,
        sentence: u32,
        part: Part,
        span: Span,
        tokens: &[Token],
        keyed: &[Keyed],
        led: bool,
    ) -> Option<Segment> {
        let article = self.article;
        let found = &article.annotations;
        let mut uses = self.uses(tokens, keyed);
        let clauses = denied_clauses(&article.text, tokens, keyed, led);
        let said = self.said_in(span).filter(|said| said.content.iter().any(|part| is_clause(article, said, *part)));
        let sources: Vec<Span> = said.flat_map(|said| [whole_source(article, said), said.via]).flatten().collect();
        let described: Vec<Span> = self.described.iter().copied().filter(|whole| whole.overlaps(span)).collect();
        for each in &mut uses {
            let clause = clauses.partition_point(|(start, _)| *start <= each.span.start()).saturating_sub(1);
            each.denied = clauses[clause].1;
            each.source = sources.iter().any(|source| source.contains(each.span));
            each.describes = described.iter().any(|whole| whole.contains(each.span));
        }
        let is_person = |name: Span| {
            let at = found.mentions.binary_search_by_key(&name, |mention| mention.span);
            at.is_ok_and(|at| found.mentions[at].kind == EntityKind::Person)
        };
        let people = uses.iter().filter(|each| self.terms.is_name(each.term) && !each.source && is_person(each.span));
        let people = people.map(|each| each.term).collect();
        let times = starting_in(span, found.times.iter().map(|time| time.span));
        let figures = starting_in(span, found.figures.iter().map(|figure| figure.span));
        let heavy = |each: &Use| !self.terms.is_name(each.term) && self.terms.worth(each.term) == Worth::Heavy;
        if figures.is_empty() && uses.len() < 2 && !uses.iter().any(heavy) {
            return None;
        }
        let negated = clauses.iter().any(|(_, denied)| *denied);
        let framing = self.framing(span);
        let framed = |each: &Use| framing.iter().any(|part| part.contains(each.span));
        let told: Vec<Span> = uses.iter().filter(|each| heavy(each) && !framed(each)).map(|each| each.span).collect();
        let telling = told.len();
        let framing = figures.is_empty() && told.is_empty() && !framing.is_empty();
        // where nothing tells, all words count
        let spoken = if told.is_empty() { tokens.iter().map(|token| token.span).collect() } else { told };
        let voice = voice_of(&self.voices, spoken);
        let attribution = voice.attribution().map(|number| &found.attributions[number as usize]);
        let speaker = attribution.and_then(|a| self.names.get(a.entity?.0 as usize).copied().flatten());
        let dated = times.iter().map(|number| &found.times[*number as usize]);
        // what is told "on the eve of" something may be that
        let days = dated
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time) && time.rule != Rule::new("eve-of"))
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
            negated,
            ends: ending::is_over(tokens),
            times,
            days,
            told: None,
            figures,
            heading: false,
            telling,
            people,
            asks: self.asks(sentence, span, voice)
                || tokens.first().is_some_and(|first| CONDITIONS.contains(&first.form.as_str())),
            whom: None,
            bare: part == Part::Story
                && !attribution::has_verb(article.slice(span), tokens.iter().map(|token| token.form.as_str())),
            framing,
            in_time: None,
            towns: Vec::new(),
        })
    }

    /// True for a part of a sentence that asks, and for a question that is quoted: "“Is it closed?” he said".
    fn asks(&self, sentence: u32, span: Span, voice: Voice) -> bool {
        let ends = |text: &str| text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('?');
        if !matches!(voice, Voice::Quoted(_)) {
            return ends(self.article.slice(self.article.sentences[sentence as usize]));
        }
        let text = self.article.slice(span);
        ends(text) || text.contains("?\"") || text.contains("?”")
    }

    /// What is attributed by a cue within `span`.
    fn said_in(&self, span: Span) -> impl Iterator<Item = &'a Attribution> {
        let said = self.article.annotations.attributions.iter();
        said.filter(move |said| said.cue.is_some_and(|cue| span.contains(cue)))
    }

    /// The words that say who speaks, where a cue stands within `span`: "the mayor said".
    fn framing(&self, span: Span) -> Vec<Span> {
        self.said_in(span).flat_map(|said| [said.cue, said.source, said.via]).flatten().collect()
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
        let at = |term: Term, span: Span| Use { term, span, count: 0, source: false, describes: false, denied: false };
        let mut uses: Vec<Use> = Vec::new();
        let mut compound_until = 0;
        let mut before: Option<(&Token, Phrases)> = None;
        for (token, keyed) in tokens.iter().zip(keyed) {
            if token.span.start() < compound_until || self.is_number(token.span) || self.is_chanted(token.span) {
                continue;
            }
            if let Some((span, linked)) = self.name_at(token.span) {
                let term = match linked {
                    Some(linked) => self.terms.name(linked),
                    None => self.terms.spelling(self.article.slice(span)),
                };
                uses.push(at(term, span));
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
            let Keyed { key, worth, .. } = if compound.is_some() { self.terms.keyed(form) } else { keyed.clone() };
            compound_until = end;
            let span = Span::new(token.span.start(), end);
            let second = if worth == Worth::Empty { form } else { &key };
            if let Some((first, family)) =
                before.and_then(|(first, phrases)| Some((first, family::phrase(phrases, second)?)))
            {
                let span = Span::new(first.span.start(), end);
                uses.push(at(self.terms.worded(family, Worth::Heavy), span));
            }
            if worth != Worth::Empty && key.len() > 1 {
                uses.push(at(self.terms.worded(&key, worth), span));
                // "new presidential elections": what kind they are does not part the two
                let leads_on = before.is_some_and(|(_, phrases)| !phrases.is_empty()) && keyed.phrases.is_empty();
                if !(leads_on && attribution::is_adjective(&token.form)) {
                    before = Some((token, keyed.phrases));
                }
            }
        }
        uses.sort_unstable();
        uses.dedup_by_key(|each| each.term);
        uses
    }
}

/// The numbers of the places, sorted, that begin within `whole`.
fn starting_in(whole: Span, places: impl Iterator<Item = Span>) -> Vec<u32> {
    let places = (0..).zip(places).skip_while(|(_, place)| place.start() < whole.start());
    places.take_while(|(_, place)| place.start() < whole.end()).map(|(number, _)| number).collect()
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

/// Who speaks, with what is said of them up to the cue: "the guild, which is a union of bakers, said".
fn whole_source(article: &Article, said: &Attribution) -> Option<Span> {
    let (source, cue) = (said.source?, said.cue?);
    if cue.start() < source.end() {
        return Some(source);
    }
    let whole = Span::new(source.start(), cue.start());
    let between = &article.text[source.end() as usize..cue.start() as usize];
    let is =
        ["which is ", "which was ", "who is ", "who was "].iter().any(|words| article.slice(whole).contains(words));
    Some(if is && !between.contains(['.', '\n']) { whole } else { source })
}

/// The voice of most of the places.
pub(crate) fn voice_of(told: &Voices, places: Vec<Span>) -> Voice {
    let mut voices: Vec<(Voice, usize)> = Vec::new();
    for place in places {
        let voice = told.of_place(place);
        match voices.iter_mut().find(|(known, _)| *known == voice) {
            Some((_, count)) => *count += 1,
            None => voices.push((voice, 1)),
        }
    }
    // of equals the one that is somebody's: what leads up to it says little
    voices.into_iter().max_by_key(|(voice, count)| (*count, *voice)).map_or(Voice::Outlet, |(voice, _)| voice)
}
