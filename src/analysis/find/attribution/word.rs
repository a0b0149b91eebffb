//! A word of running text and its class, told from the word lists and from what stands around it.

use super::dictionary::{Classes, Entry, look_up};
use crate::find::mention::lexicon as names;
use crossread_corpus::span::Span;

/// Word classes, as coarse as finding subjects and objects of reporting verbs allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    Noun,
    Plural,
    Proper,
    Number,
    Pronoun,
    /// "his", "their"
    Possessive,
    /// `'s` after a noun, or the bare apostrophe after its plural
    Genitive,
    Determiner,
    /// "some", "many": before a noun or alone
    Quantifier,
    Adjective,
    Adverb,
    Not,
    /// Base form or present
    Base,
    /// Third person singular
    Third,
    Past,
    Participle,
    Gerund,
    Modal,
    Be,
    Have,
    Do,
    Preposition,
    To,
    That,
    /// "who", "which", "what"
    Wh,
    /// "whether", "how", "why", "if", "when"
    Question,
    Subordinator,
    Conjunction,
    Comma,
    /// A full stop, question or exclamation mark, run of dots
    Stop,
    /// Colon
    Colon,
    /// Semicolon
    Semicolon,
    /// A dash that parts clauses
    Dash,
    Open,
    Close,
    /// A whole quotation
    Quote,
    Other,
}

impl Tag {
    /// Can head a noun phrase.
    pub(super) const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Proper | Self::Number)
    }

    /// Begins a noun phrase.
    pub(super) const fn opens_phrase(self) -> bool {
        matches!(
            self,
            Self::Determiner | Self::Quantifier | Self::Possessive | Self::Pronoun | Self::Adjective | Self::Proper
        ) || self.is_nominal()
    }

    pub(super) const fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Third | Self::Past | Self::Participle | Self::Gerund)
    }

    pub(super) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do)
    }
}

/// A word, mark or whole quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) tag: Tag,
    /// For [`Tag::Quote`]: which of the article's quotations.
    pub(super) quote: Option<usize>,
}

/// A word before its class is decided.
#[derive(Clone, Copy, Debug)]
pub(super) enum Open {
    Settled(Tag),
    Among(Classes),
}

/// What a word can be, seen alone.
///
/// `capital`: it begins with a capital. `first`: it stands where any word has one (a sentence's start, a headline
/// in which most words have one). `before_capital`: the next word has one too.
pub(super) fn alone(lower: &str, capital: bool, first: bool, before_capital: bool) -> Open {
    let entry = look_up(lower);
    if !capital || lower == "i" {
        return match entry {
            Entry::Closed(tag) => Open::Settled(tag),
            Entry::Known(classes) | Entry::Guessed(classes) => Open::Among(classes),
        };
    }
    match entry {
        Entry::Closed(tag) if first || matches!(tag, Tag::Determiner | Tag::Pronoun) => Open::Settled(tag),
        Entry::Known(classes) if first => {
            let noun = matches!(classes.first(), Tag::Noun | Tag::Plural) && !classes.has(Tag::Third);
            // "Peter Poe said": a verb elsewhere, a given name before a name
            let given = || names::classes(names::Key::of(lower)).any(names::Classes::GIVEN);
            if before_capital && (noun || given()) { Open::Settled(Tag::Proper) } else { Open::Among(classes) }
        }
        Entry::Guessed(classes) if first && classes.first() != Tag::Noun && classes.first() != Tag::Adjective => {
            Open::Among(classes)
        }
        _ => Open::Settled(Tag::Proper),
    }
}

/// Decides a word's class from its neighbours: `before` are the decided words up to it, `next` and `later` what the
/// next two can be.
pub(super) fn decide(before: &[Tag], classes: Classes, lower: &str, next: Open, later: Open) -> Tag {
    let context = Context::of(before, next, later);
    // "the attorney |general said"
    if lower == "general" && context.last.is_nominal() {
        return Tag::Noun;
    }
    let (noun, plural) = (classes.has(Tag::Noun), classes.has(Tag::Plural));
    if classes.has(Tag::Past) || classes.has(Tag::Participle) {
        return past_or_participle(&context, before, classes, lower);
    }
    if classes.has(Tag::Third) && plural {
        return if third_not_plural(&context, classes) { Tag::Third } else { Tag::Plural };
    }
    if classes.has(Tag::Base) {
        if noun || classes.has(Tag::Adjective) || classes.has(Tag::Adverb) {
            if base_not_noun(&context, classes) {
                return Tag::Base;
            }
            return noun_or_adjective(&context, classes, if noun { Tag::Noun } else { classes.first() });
        }
        return Tag::Base;
    }
    if classes.has(Tag::Gerund) {
        let noun = matches!(context.last, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive);
        // a name that ends like one: "Breeding |said"
        let named = context.prev == Tag::Stop && context.next == Some(Tag::Past);
        return if named || (noun && !context.next_nominal) { Tag::Noun } else { Tag::Gerund };
    }
    let best = classes.first();
    noun_or_adjective(&context, classes, best)
}

/// What stands around a word.
struct Context {
    /// The tag right before it.
    last: Tag,
    /// The last tag that is no adverb or "not".
    prev: Tag,
    /// The one before that, adverbs left out as well.
    earlier: Tag,
    next: Option<Tag>,
    next_nominal: bool,
    next_opens: bool,
    next_verb: bool,
    later_verb: bool,
    /// A verb with a tense came earlier in this clause.
    finite_before: bool,
}

impl Context {
    fn of(before: &[Tag], next: Open, later: Open) -> Self {
        let mut solid = before.iter().rev().copied().filter(|tag| !matches!(tag, Tag::Adverb | Tag::Not));
        let prev = solid.next().unwrap_or(Tag::Stop);
        let earlier = solid.next().unwrap_or(Tag::Stop);
        let clause = before.iter().rev().take_while(|tag| !matches!(tag, Tag::Semicolon | Tag::Colon | Tag::Stop));
        let next_tag = match next {
            Open::Settled(tag) => Some(tag),
            Open::Among(classes) => Some(classes.first()),
        };
        let verbal = |open: Open| match open {
            Open::Settled(tag) => tag.is_auxiliary() || matches!(tag, Tag::Not),
            Open::Among(classes) => matches!(classes.first(), Tag::Past | Tag::Third) || classes.only(Tag::Base),
        };
        Self {
            last: before.last().copied().unwrap_or(Tag::Stop),
            prev,
            earlier,
            next: next_tag,
            next_nominal: next_tag.is_some_and(|tag| tag.is_nominal() || tag == Tag::Adjective),
            next_opens: next_tag.is_some_and(Tag::opens_phrase),
            next_verb: verbal(next),
            later_verb: verbal(later) && !matches!(next, Open::Settled(Tag::To)),
            finite_before: clause.copied().any(|tag| matches!(tag, Tag::Past | Tag::Third | Tag::Modal | Tag::Be)),
        }
    }
}

/// Verbs with "to" that have no passive.
const OWN: [&str; 12] = [
    "agreed",
    "declined",
    "refused",
    "decided",
    "vowed",
    "hoped",
    "tried",
    "failed",
    "continued",
    "managed",
    "appeared",
    "seemed",
];

fn past_or_participle(context: &Context, before: &[Tag], classes: Classes, lower: &str) -> Tag {
    let modifies = matches!(
        context.last,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Number | Tag::Preposition
    ) || (context.last == Tag::Adverb && matches!(context.prev, Tag::Determiner | Tag::Possessive));
    if modifies && (context.next_nominal || !matches!(context.last, Tag::Preposition | Tag::Number)) {
        // "the left", "a said amount": a listed noun stays one
        let noun = classes.has(Tag::Noun) && (!context.next_nominal || classes.first() == Tag::Noun);
        return if noun { Tag::Noun } else { Tag::Adjective };
    }
    if context.next_nominal
        && (context.last.is_verb() || (context.last == Tag::Quantifier && context.next == Some(Tag::Plural)))
    {
        return Tag::Adjective;
    }
    if classes.has(Tag::Base) && matches!(context.prev, Tag::To | Tag::Modal | Tag::Do) {
        return Tag::Base;
    }
    if matches!(context.prev, Tag::Be | Tag::Have) && classes.has(Tag::Participle) {
        return Tag::Participle;
    }
    if !classes.has(Tag::Past) {
        return Tag::Participle;
    }
    if !classes.has(Tag::Participle) {
        return Tag::Past;
    }
    // "the leaders |agreed to": never done to anybody
    let own = context.next == Some(Tag::To) && OWN.contains(&lower);
    let preposition = matches!(context.next, Some(Tag::Preposition | Tag::To)) && !own;
    match context.prev {
        Tag::Pronoun | Tag::Wh => Tag::Past,
        Tag::Stop | Tag::Open => Tag::Participle,
        Tag::Comma | Tag::Dash if preposition && lower != "called" && lower != "said" && lower != "asked" => {
            Tag::Participle
        }
        // "the plan backed by", "a poll released Monday showed"
        tag if tag.is_nominal()
            && (context.finite_before && !is_led(before) || context.later_verb)
            && preposition
            && lower != "said" =>
        {
            Tag::Participle
        }
        _ => Tag::Past,
    }
}

/// "When it fell, the mayor |declared in": the verb before is that of a clause that only leads to this one.
fn is_led(before: &[Tag]) -> bool {
    let is_end = |tag: &Tag| matches!(tag, Tag::Semicolon | Tag::Colon | Tag::Stop);
    let start = before.iter().rposition(is_end).map_or(0, |at| at + 1);
    let behind = before.iter().rposition(|tag| *tag == Tag::Comma).filter(|comma| *comma > start);
    let opens = before.get(start).is_some_and(|tag| matches!(tag, Tag::Question | Tag::Subordinator));
    let finite = |tag: &Tag| matches!(tag, Tag::Past | Tag::Third | Tag::Modal | Tag::Be);
    opens && behind.is_some_and(|comma| !before[comma..].iter().any(finite))
}

fn third_not_plural(context: &Context, classes: Classes) -> bool {
    let closes = matches!(context.next, Some(Tag::Stop | Tag::Comma | Tag::Quote | Tag::Colon));
    if matches!(context.prev, Tag::Proper | Tag::Noun) && closes && classes.first() == Tag::Third {
        return true;
    }
    let object = context.next_opens
        || matches!(
            context.next,
            Some(Tag::That | Tag::To | Tag::Quote | Tag::Wh | Tag::Question | Tag::Not | Tag::Adverb)
        );
    match context.prev {
        Tag::Pronoun | Tag::Wh => true,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Preposition | Tag::Quantifier => false,
        Tag::Genitive | Tag::To | Tag::Modal | Tag::Base | Tag::Past | Tag::Third | Tag::Participle | Tag::Gerund => {
            false
        }
        Tag::Proper | Tag::Close => !context.next_verb && (object || context.next == Some(Tag::Preposition)),
        // "she said the system |favors the rich"
        Tag::Noun => {
            let whole = matches!(context.next, Some(Tag::That | Tag::Determiner | Tag::Possessive | Tag::Pronoun));
            let late = whole && classes.first() == Tag::Third;
            !context.next_verb && object && (!context.finite_before || late)
        }
        // "an average of polls shows that"
        Tag::Plural => {
            let clause = matches!(context.next, Some(Tag::That | Tag::Pronoun | Tag::Determiner | Tag::Proper));
            clause && !context.finite_before && (classes.first() == Tag::Third || context.next == Some(Tag::That))
        }
        Tag::That => object,
        // "Poe, a baker, |writes in"
        Tag::Comma if context.next == Some(Tag::Preposition) && !context.finite_before => classes.first() == Tag::Third,
        Tag::Comma | Tag::Conjunction => object && !context.next_verb && context.earlier != Tag::Adjective,
        Tag::Quote => true,
        _ => false,
    }
}

fn base_not_noun(context: &Context, classes: Classes) -> bool {
    let object = context.next_opens
        || matches!(context.next, Some(Tag::That | Tag::To | Tag::Quote | Tag::Wh | Tag::Question | Tag::Preposition));
    match context.prev {
        Tag::To | Tag::Modal | Tag::Do => true,
        Tag::Pronoun | Tag::Wh => !context.next_verb,
        // "raised another |call"
        Tag::Quantifier if matches!(context.earlier, Tag::Past | Tag::Third | Tag::Base | Tag::Gerund) => false,
        // "some |protest leaders said"
        Tag::Quantifier if context.next == Some(Tag::Plural) && context.later_verb => false,
        Tag::Plural | Tag::Quantifier => {
            !context.next_verb && object && (context.next != Some(Tag::Preposition) || classes.first() == Tag::Base)
        }
        Tag::Proper => !context.next_verb && context.next_opens && classes.first() == Tag::Base,
        Tag::Stop => classes.first() == Tag::Base && context.next_opens,
        Tag::Conjunction | Tag::Comma => {
            !context.next_verb && classes.first() == Tag::Base && (object || matches!(context.earlier, Tag::Base))
        }
        Tag::Quote | Tag::Be => false,
        _ => classes.only(Tag::Base) && !matches!(context.prev, Tag::Determiner | Tag::Possessive),
    }
}

fn noun_or_adjective(context: &Context, classes: Classes, best: Tag) -> Tag {
    if !classes.has(Tag::Adjective) || classes.first() == Tag::Noun {
        return best;
    }
    if context.next_nominal && !context.next_verb {
        return Tag::Adjective;
    }
    let alone = match context.prev {
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive => true,
        // "the Alpine military has"
        Tag::Proper => context.next_verb,
        _ => false,
    };
    if alone && classes.has(Tag::Noun) { Tag::Noun } else { best }
}
