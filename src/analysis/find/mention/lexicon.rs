//! The word lists behind names: what is known of a word or phrase, whatever the text around it says.

use crate::find::hashed::NumberMap;
use std::sync::LazyLock;

/// What the lists say of a word or phrase: a set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// An ordinary English word.
    COMMON = 0;
    /// A given name.
    GIVEN = 1;
    /// A family name.
    SURNAME = 2;
    /// "Mr", "Sgt.": only ever before a person's name.
    HONORIFIC = 3;
    /// "president", "coach": an office or trade.
    TITLE = 4;
    /// "former", "deputy": qualifies a title.
    RANK = 5;
    /// "wife", "son".
    FAMILY = 6;
    /// "Inc", "GmbH".
    ORG_SUFFIX = 7;
    /// "Ministry", "University".
    ORG_HEAD = 8;
    /// "Street", "River".
    PLACE_HEAD = 9;
    /// "Mount", "Lake".
    PLACE_FIRST = 10;
    /// "War", "Prize".
    OTHER_HEAD = 11;
    /// "Boeing": names a thing with the number behind it.
    NUMBERED = 12;
    /// Written with a capital and no name: weekdays, months, "I".
    CAPITAL = 13;
    /// "Jr".
    PERSON_SUFFIX = 14;
    /// "van", "bin": small words inside a person's name.
    PARTICLE = 15;
    /// A country.
    COUNTRY = 16;
    /// A city.
    CITY = 17;
    /// A region, water, mountain or sight.
    PLACE = 18;
    /// A known organisation.
    ORG = 19;
    /// A known event, work, law or product.
    OTHER = 20;
    /// "Belgian", "Christian": a people, faith or creed.
    PEOPLE = 21;
    /// The first word of a longer phrase in the lists.
    STARTS = 22;
    /// The capital of a country.
    SEAT = 23;
    /// A state of the USA in short: "Calif.".
    ABBREVIATED = 24;
    /// A word that often opens a sentence: "the", "meanwhile".
    OPENER = 25;
    /// A news agency or paper.
    MEDIA = 26;
    /// "Banco", "Museum": begins the name of an organisation.
    ORG_FIRST = 27;
    /// "Hurricane", "Operation": begins the name of an event or a thing.
    OTHER_FIRST = 28;
    /// A given name that women bear, and men hardly ever.
    WOMAN = 29;
    /// A given name that men bear, and women hardly ever.
    MAN = 30;
}

impl Classes {
    /// True when the word is in one of the classes of `of`.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of places known by name.
    pub(crate) const PLACES: Self = Self::COUNTRY.or(Self::CITY).or(Self::PLACE);
    /// The classes of phrases that are names as they stand.
    pub(crate) const NAMES: Self = Self::PLACES.or(Self::ORG).or(Self::OTHER).or(Self::PEOPLE);
}

/// A hash over a word or phrase, folded: case and accents do not count. Grows word by word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Key(u64);

impl Key {
    /// The key of nothing.
    const START: Self = Self(0xcbf2_9ce4_8422_2325);

    /// The key of `word`.
    pub(crate) fn of(word: &str) -> Self {
        Self::START.and(word)
    }

    /// The key of the words so far and `word`, with nothing between them.
    pub(crate) fn and(mut self, word: &str) -> Self {
        if word.is_ascii() {
            word.bytes().for_each(|byte| self.push(byte.to_ascii_lowercase()));
        } else {
            word.chars().for_each(|c| match c {
                '’' | 'ʼ' => self.push(b'\''),
                '\u{2011}' => self.push(b'-'),
                _ => c.to_lowercase().for_each(|c| fold(c, |byte| self.push(byte))),
            });
        }
        self
    }

    /// The key of the words so far, a space and `word`.
    pub(crate) fn then(mut self, word: &str) -> Self {
        self.push(b' ');
        self.and(word)
    }

    /// The key of a word that counts only as it is written: an acronym that is also an ordinary word.
    fn exact(word: &str) -> Self {
        let mut key = Self::START;
        key.push(b'=');
        word.bytes().for_each(|byte| key.push(byte));
        key
    }

    /// The hash itself.
    pub(crate) const fn value(self) -> u64 {
        self.0
    }

    const fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
    }
}

/// What the lists say of the word or phrase with this key.
pub(crate) fn classes(key: Key) -> Classes {
    LEXICON.get(&key.0).copied().unwrap_or_default()
}

/// The same for one word, as written: acronyms count only in capitals, other words in any case.
pub(crate) fn word_classes(word: &str, key: Key) -> Classes {
    as_written(word, classes(key))
}

/// What the lists say of a word in any case, and what they say of it as an acronym, if it is written as one.
pub(crate) fn as_written(word: &str, found: Classes) -> Classes {
    let acronym = word.len() > 1 && !word.bytes().any(|b| b.is_ascii_lowercase());
    if acronym { found.or(classes(Key::exact(word))) } else { found }
}

type Lexicon = NumberMap<u64, Classes>;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::with_capacity_and_hasher(70_000, Default::default());
    for (list, class) in [
        (include_str!("../../data/common-words.txt"), Classes::COMMON),
        (include_str!("../../data/given-names.txt"), Classes::GIVEN),
        (include_str!("../../data/women.txt"), Classes::WOMAN),
        (include_str!("../../data/men.txt"), Classes::MAN),
        (include_str!("../../data/surnames.txt"), Classes::SURNAME),
        (include_str!("../../data/cities.txt"), Classes::CITY),
        (include_str!("../../data/sentence-openers.txt"), Classes::OPENER),
    ] {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        if class == Classes::OPENER {
            lines.flat_map(str::split_whitespace).for_each(|word| add(&mut lexicon, word, class));
        } else {
            lines.for_each(|entry| add(&mut lexicon, entry, class));
        }
    }
    for table in [
        include_str!("../../data/name-words.tsv"),
        include_str!("../../data/adjectives.tsv"),
        include_str!("../../data/places.tsv"),
        include_str!("../../data/organisations.tsv"),
        include_str!("../../data/others.tsv"),
    ] {
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (name, words) = line.split_once('\t').expect("the file has two columns");
            let class = class_of(name);
            words.split('|').for_each(|entry| add(&mut lexicon, entry, class));
        }
    }
    for line in include_str!("../../data/countries.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns = [Classes::COUNTRY, Classes::PEOPLE, Classes::CITY.or(Classes::SEAT)];
        for (entries, class) in line.split('\t').zip(columns) {
            entries.split('|').filter(|entry| !entry.is_empty()).for_each(|entry| add(&mut lexicon, entry, class));
        }
    }
    lexicon
});

/// The classes of a table's row by the name in its first column.
fn class_of(row: &str) -> Classes {
    match row {
        "honorific" => Classes::HONORIFIC,
        "title" => Classes::TITLE,
        "rank" => Classes::RANK,
        "family" => Classes::FAMILY,
        "orgsuffix" => Classes::ORG_SUFFIX,
        "orghead" => Classes::ORG_HEAD,
        "placehead" => Classes::PLACE_HEAD,
        "placefirst" => Classes::PLACE_FIRST,
        "orgfirst" => Classes::ORG_FIRST,
        "otherfirst" => Classes::OTHER_FIRST,
        "otherhead" => Classes::OTHER_HEAD,
        "numbered" => Classes::NUMBERED,
        "capital" => Classes::CAPITAL,
        "personsuffix" => Classes::PERSON_SUFFIX,
        "particle" => Classes::PARTICLE,
        "faith" | "creed" | "region" => Classes::PEOPLE,
        "usabbr" => Classes::PLACE.or(Classes::ABBREVIATED),
        "continent" | "usstate" | "province" | "water" | "mountain" | "site" => Classes::PLACE,
        "media" => Classes::ORG.or(Classes::MEDIA),
        "body" | "government" | "party" | "company" | "sport" => Classes::ORG,
        _ => Classes::OTHER,
    }
}

fn add(lexicon: &mut Lexicon, entry: &str, class: Classes) {
    let mut add = |key: Key, class: Classes| {
        let classes = lexicon.entry(key.0).or_default();
        *classes = classes.or(class);
    };
    let mut words = entry.split(' ');
    let first = words.next().unwrap_or_default();
    let acronym = Classes::NAMES.any(class) && first.len() == entry.len() && is_acronym(entry);
    if acronym {
        return add(Key::exact(entry), class);
    }
    let whole = words.fold(Key::of(first), Key::then);
    add(whole, class);
    if first.len() < entry.len() {
        add(Key::of(first), Classes::STARTS);
    }
}

/// True for entries that are words in small letters too: "US", "WHO", "ICE".
fn is_acronym(entry: &str) -> bool {
    entry.len() <= 5 && entry.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// The plain letters of a small letter with accents.
fn fold(c: char, mut push: impl FnMut(u8)) {
    const FOLDED: [(&str, &str); 22] = [
        ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặǎ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıịỉ"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľł"),
        ("n", "ñńņň"),
        ("o", "òóôõöōŏőøơọỏốồổỗộớờởỡợ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšßș"),
        ("t", "ţťŧþț"),
        ("u", "ùúûüũūŭůűųưụủứừửữự"),
        ("w", "ŵẁẃẅ"),
        ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżž"),
        ("", "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{327}\u{328}"),
        ("a", "æ"),
        ("o", "œ"),
    ];
    if c.is_ascii() {
        return push(c as u8);
    }
    // quotation marks, dashes and other scripts have nothing to fold
    if !matches!(c, '\u{c0}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}') {
        return c.encode_utf8(&mut [0; 4]).bytes().for_each(push);
    }
    match FOLDED.iter().find(|(_, letters)| letters.contains(c)) {
        Some((plain, _)) => plain.bytes().for_each(push),
        None => c.encode_utf8(&mut [0; 4]).bytes().for_each(push),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, class: Classes, expected: bool) {
        assert_eq!(word_classes(word, Key::of(word)).any(class), expected, "{word}");
    }

    #[test]
    fn lists_are_found() {
        check("Maria", Classes::GIVEN, true);
        check("Maria", Classes::WOMAN, true);
        check("Maria", Classes::MAN, false);
        check("Peter", Classes::MAN, true);
        check("Robin", Classes::WOMAN.or(Classes::MAN), false);
        check("Kraków", Classes::CITY, true);
        check("Belgian", Classes::PEOPLE, true);
        check("university", Classes::ORG_HEAD, true);
        check("US", Classes::COUNTRY, true);
        check("us", Classes::COUNTRY, false);
        check("Québec", Classes::PLACE, true);
        let phrase = Key::of("new").then("ZEALAND");
        assert!(classes(phrase).any(Classes::COUNTRY));
        assert!(classes(Key::of("New")).any(Classes::STARTS));
    }

    #[test]
    fn every_list_is_sorted_and_has_an_entry_once() {
        for list in [
            include_str!("../../data/common-words.txt"),
            include_str!("../../data/given-names.txt"),
            include_str!("../../data/women.txt"),
            include_str!("../../data/men.txt"),
            include_str!("../../data/surnames.txt"),
            include_str!("../../data/cities.txt"),
        ] {
            let lines: Vec<&str> = list.lines().collect();
            assert!(lines.len() > 1000 && lines.is_sorted_by(|a, b| a < b));
        }
    }
}
