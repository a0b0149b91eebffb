//! The words that show somebody speaks, and how what is said stands to them.

use crate::find::hashed::WordMap;
use crossread_corpus::attribution::Stance;
use std::sync::LazyLock;

/// One way a cue is used: a line of the list.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) stance: Stance,
    /// The particle that must follow: "out" of "point out".
    pub(super) particle: Option<&'static str>,
    frames: u16,
    prepositions: Vec<&'static str>,
}

/// How what is said can stand to its cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub(super) enum Frame {
    Clause = 1,
    Quote = 2,
    Object = 4,
    Infinitive = 8,
    Addressee = 16,
    Passive = 32,
    Unsourced = 64,
    Question = 128,
    That = 256,
    Document = 512,
}

impl Cue {
    pub(super) const fn has(&self, frame: Frame) -> bool {
        self.frames & frame as u16 != 0
    }

    /// True when `preposition` leads to the content.
    pub(super) fn leads(&self, preposition: &str) -> bool {
        self.prepositions.contains(&preposition)
    }
}

/// The uses of the verb with this form, in lower case; empty when it is no cue.
pub(super) fn verb(form: &str) -> &'static [Cue] {
    static VERBS: LazyLock<WordMap<String, Vec<Cue>>> = LazyLock::new(|| {
        let mut verbs: WordMap<String, Vec<Cue>> = WordMap::default();
        for (stance, frames, words) in lines(include_str!("../../data/cue-verbs.txt")) {
            for word in words.split_whitespace() {
                let (word, particle) = word.split_once('_').map_or((word, None), |(w, p)| (w, Some(p)));
                let cue = Cue { particle, ..cue(stance, frames) };
                let mut forms = inflected(word);
                forms.sort();
                forms.dedup();
                for form in forms {
                    verbs.entry(form).or_default().push(cue.clone());
                }
            }
        }
        verbs
    });
    VERBS.get(form).map_or(&[], Vec::as_slice)
}

/// The use of this noun as a cue.
pub(super) fn noun(form: &str) -> Option<&'static Cue> {
    static NOUNS: LazyLock<WordMap<String, Cue>> = LazyLock::new(|| {
        let mut nouns = WordMap::default();
        for (stance, frames, words) in lines(include_str!("../../data/cue-nouns.txt")) {
            for word in words.split_whitespace() {
                nouns.insert(third(word), cue(stance, frames));
                nouns.insert(word.to_string(), cue(stance, frames));
            }
        }
        nouns
    });
    NOUNS.get(form)
}

/// The use of this adjective as a cue.
pub(super) fn adjective(form: &str) -> Option<&'static Cue> {
    static ADJECTIVES: LazyLock<WordMap<&str, Cue>> = LazyLock::new(|| {
        let lines = lines(include_str!("../../data/cue-adjectives.txt"));
        lines
            .flat_map(|(stance, frames, words)| words.split_whitespace().map(move |w| (w, cue(stance, frames))))
            .collect()
    });
    ADJECTIVES.get(form)
}

fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        let mut column = || columns.next().expect("the file has three columns");
        (column(), column(), column())
    })
}

fn cue(stance: &str, frames: &'static str) -> Cue {
    let mut cue = Cue { stance: stance_named(stance), particle: None, frames: 0, prepositions: Vec::new() };
    for frame in frames.split_whitespace() {
        let known = match frame {
            "clause" => Frame::Clause,
            "quote" => Frame::Quote,
            "object" => Frame::Object,
            "to" => Frame::Infinitive,
            "addressee" => Frame::Addressee,
            "passive" => Frame::Passive,
            "unsourced" => Frame::Unsourced,
            "that" => Frame::That,
            "document" => Frame::Document,
            "whether" => Frame::Question,
            preposition => {
                cue.prepositions.push(preposition);
                continue;
            }
        };
        cue.frames |= known as u16;
        if known == Frame::Infinitive {
            cue.prepositions.push("to");
        }
    }
    cue
}

fn stance_named(name: &str) -> Stance {
    match name {
        "neutral" => Stance::Neutral,
        "asserting" => Stance::Asserting,
        "conceding" => Stance::Conceding,
        "denying" => Stance::Denying,
        "doubting" => Stance::Doubting,
        "accusing" => Stance::Accusing,
        "criticising" => Stance::Criticising,
        "praising" => Stance::Praising,
        "promising" => Stance::Promising,
        "warning" => Stance::Warning,
        "asking" => Stance::Asking,
        "demanding" => Stance::Demanding,
        "believing" => Stance::Believing,
        "wanting" => Stance::Wanting,
        "showing" => Stance::Showing,
        "seeming" => Stance::Seeming,
        other => panic!("{other} is no stance"),
    }
}

/// All forms of a verb given as in the list.
fn inflected(word: &str) -> Vec<String> {
    let mut parts = word.split('/');
    let listed = parts.next().expect("a word is not empty");
    let lemma = listed.trim_end_matches('+');
    let past = parts.next();
    let participle = parts.next().or(past);
    let e = lemma.strip_suffix('e');
    let stem = if listed.ends_with('+') {
        format!("{lemma}{}", &lemma[lemma.len() - 1..])
    } else {
        e.unwrap_or(lemma).to_string()
    };
    let y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let regular = y.map_or(format!("{stem}ed"), |stem| format!("{stem}ied"));
    let gerund = if lemma.ends_with("ee") { format!("{lemma}ing") } else { format!("{stem}ing") };
    vec![
        lemma.to_string(),
        third(lemma),
        gerund,
        past.map_or(regular.clone(), String::from),
        participle.map_or(regular, String::from),
    ]
}

/// The `-s` form of a verb or noun.
fn third(lemma: &str) -> String {
    let y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match y {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'o']) || lemma.ends_with("sh") || lemma.ends_with("ch") => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_all_forms() {
        for form in ["say", "says", "said", "saying", "denies", "denied", "denying", "admitted", "vowing", "agreeing"] {
            assert!(!verb(form).is_empty(), "{form}");
        }
        assert!(verb("pointed").iter().any(|cue| cue.particle == Some("out")));
        assert!(verb("jumped").is_empty());
    }

    #[test]
    fn lists_are_read() {
        assert_eq!(noun("allegations").map(|cue| cue.stance), Some(Stance::Accusing));
        assert!(adjective("confident").is_some_and(|cue| cue.has(Frame::Clause)));
    }
}
