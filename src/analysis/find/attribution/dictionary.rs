//! Which word classes a word can be in, from a list of words and their endings.

use super::word::Tag;
use crate::find::hashed::WordMap;
use std::{cell::RefCell, sync::LazyLock};

/// The word classes a word can be in, the likeliest known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Classes {
    set: u16,
    first: Tag,
}

impl Classes {
    pub(super) const fn one(tag: Tag) -> Self {
        Self { set: bit(tag), first: tag }
    }

    fn of(tags: &[Tag]) -> Self {
        Self { set: tags.iter().fold(0, |set, tag| set | bit(*tag)), first: tags[0] }
    }

    /// The likeliest class.
    pub(super) const fn first(self) -> Tag {
        self.first
    }

    pub(super) const fn has(self, tag: Tag) -> bool {
        self.set & bit(tag) != 0
    }

    /// True when no class but this is possible.
    pub(super) const fn only(self, tag: Tag) -> bool {
        self.set == bit(tag)
    }
}

/// What the lists and endings say of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Entry {
    /// One of the small closed classes: articles, pronouns, prepositions.
    Closed(Tag),
    /// An open class, from the list or from the list's form of it.
    Known(Classes),
    /// Not listed; its ending says this.
    Guessed(Classes),
}

/// Looks up `word`, which is in lower case.
///
/// The same words come again and again, and the list is too large to be at hand for each.
pub(super) fn look_up(word: &str) -> Entry {
    /// When more words are known they are forgotten: those of a story are soon known again.
    const MOST: usize = 1 << 14;
    /// What is longer, in bytes, is hardly a word.
    const LONGEST: usize = 32;
    thread_local! {
        static KNOWN: RefCell<WordMap<Box<str>, Entry>> = RefCell::default();
    }
    if word.len() > LONGEST {
        return listed_or_guessed(word);
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(entry) = known.get(word) {
            return *entry;
        }
        let entry = listed_or_guessed(word);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(word.into(), entry);
        entry
    })
}

fn listed_or_guessed(word: &str) -> Entry {
    if let Some(entry) = WORDS.get(word) {
        return *entry;
    }
    if let Some(plural) = third_person_or_plural(word) {
        return plural;
    }
    let known = |stem: &str| matches!(WORDS.get(stem), Some(Entry::Known(classes)) if classes.has(Tag::Base));
    let ending = |cut: usize| {
        let stem = &word[..word.len() - cut];
        stem.is_char_boundary(stem.len()) && (known(stem) || known(&format!("{stem}e")))
    };
    if word.ends_with("ed") && word.len() > 3 {
        let classes = Classes::of(&[Tag::Past, Tag::Participle]);
        return if ending(2) { Entry::Known(classes) } else { Entry::Guessed(classes) };
    }
    if word.ends_with("ing") && word.len() > 4 {
        let classes = Classes::one(Tag::Gerund);
        return if ending(3) { Entry::Known(classes) } else { Entry::Guessed(classes) };
    }
    if word.ends_with("ly") {
        return Entry::Guessed(Classes::one(Tag::Adverb));
    }
    const ADJECTIVES: [&str; 10] = ["ous", "ful", "less", "ive", "able", "ible", "ic", "ical", "ish", "ary"];
    if ADJECTIVES.iter().any(|ending| word.ends_with(ending)) || word.ends_with("al") {
        return Entry::Guessed(Classes::of(&[Tag::Adjective, Tag::Noun]));
    }
    Entry::Guessed(Classes::one(Tag::Noun))
}

/// The `-s` form of a listed word: third person of a verb, plural of a noun.
fn third_person_or_plural(word: &str) -> Option<Entry> {
    let stem = word.strip_suffix('s').filter(|stem| !stem.ends_with('s') && stem.len() > 1)?;
    let listed = |stem: &str| match WORDS.get(stem) {
        Some(Entry::Known(classes)) => Some(*classes),
        _ => None,
    };
    let classes = listed(stem)
        .or_else(|| stem.strip_suffix('e').and_then(listed))
        .or_else(|| stem.strip_suffix("ie").and_then(|stem| listed(&format!("{stem}y"))));
    Some(match classes {
        Some(classes) if classes.has(Tag::Base) && classes.first == Tag::Base => {
            Entry::Known(Classes::of(&[Tag::Third, Tag::Plural]))
        }
        Some(classes) if classes.has(Tag::Base) => Entry::Known(Classes::of(&[Tag::Plural, Tag::Third])),
        Some(_) => Entry::Known(Classes::one(Tag::Plural)),
        None => Entry::Guessed(Classes::one(Tag::Plural)),
    })
}

const fn bit(tag: Tag) -> u16 {
    match tag {
        Tag::Noun => 1,
        Tag::Base => 2,
        Tag::Third => 4,
        Tag::Past => 8,
        Tag::Participle => 16,
        Tag::Gerund => 32,
        Tag::Adjective => 64,
        Tag::Adverb => 128,
        Tag::Plural => 256,
        _ => 0,
    }
}

static WORDS: LazyLock<WordMap<&str, Entry>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for line in include_str!("../../data/word-classes.txt").lines().filter(|line| !line.starts_with('#')) {
        let (class, list) = line.split_once('\t').expect("the file has two columns");
        let entry = match closed(class) {
            Some(tag) => Entry::Closed(tag),
            None => Entry::Known(Classes::of(&class.chars().map(open).collect::<Vec<_>>())),
        };
        for word in list.split_whitespace() {
            words.entry(word).or_insert(entry);
        }
    }
    words
});

fn closed(class: &str) -> Option<Tag> {
    Some(match class {
        "pronoun" => Tag::Pronoun,
        "possessive" => Tag::Possessive,
        "determiner" => Tag::Determiner,
        "quantifier" => Tag::Quantifier,
        "wh" => Tag::Wh,
        "question" => Tag::Question,
        "that" => Tag::That,
        "to" => Tag::To,
        "modal" => Tag::Modal,
        "be" => Tag::Be,
        "have" => Tag::Have,
        "do" => Tag::Do,
        "not" => Tag::Not,
        "preposition" => Tag::Preposition,
        "subordinator" => Tag::Subordinator,
        "conjunction" => Tag::Conjunction,
        "adverb" => Tag::Adverb,
        _ => return None,
    })
}

const fn open(letter: char) -> Tag {
    match letter {
        'v' => Tag::Base,
        'z' => Tag::Third,
        'd' => Tag::Past,
        'p' => Tag::Participle,
        'g' => Tag::Gerund,
        'j' => Tag::Adjective,
        'r' => Tag::Adverb,
        _ => Tag::Noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_listed_words_are_known() {
        assert_eq!(look_up("the"), Entry::Closed(Tag::Determiner));
        assert_eq!(look_up("calls"), Entry::Known(Classes::of(&[Tag::Third, Tag::Plural])));
        assert_eq!(look_up("accuses"), Entry::Known(Classes::of(&[Tag::Third, Tag::Plural])));
        assert!(matches!(look_up("said"), Entry::Known(classes) if classes.first() == Tag::Past));
        assert!(matches!(look_up("decries"), Entry::Known(classes) if classes.has(Tag::Third)));
        assert!(matches!(look_up("announced"), Entry::Known(classes) if classes.has(Tag::Participle)));
        assert_eq!(look_up("blorft"), Entry::Guessed(Classes::one(Tag::Noun)));
        assert!(matches!(look_up("éed"), Entry::Guessed(_)));
    }
}
