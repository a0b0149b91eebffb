//! Who says what in the articles that a view leaves, each word counted once, for whoever it is nearest to.

use super::{
    Looking,
    count::outlet,
    linked::Linked,
    place::{joined, marked, place},
};
use crate::{
    article::{Article, BlockKind},
    attribution::{Attribution, Kind, Stance},
    index::fold::fold,
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    span::Span,
    view::Lens,
    wording::{self, counted},
};
use core::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Who speaks where the text does not say so, or not surely.
pub(crate) const UNKNOWN: &str = "Speaker unknown";

/// Who speaks where words stand between quotation marks but are not given as anybody's.
pub(crate) const NO_ONES: &str = "Nobody’s words";

/// Sources that tell nothing of who it is.
const POINTERS: [&str; 16] = [
    "he", "she", "it", "they", "who", "which", "that", "we", "i", "you", "this", "those", "these", "another", "others",
    "one",
];

/// What somebody is said to have said, in one article.
pub(crate) struct Saying {
    /// The article's number.
    pub article: usize,
    /// The number of the attribution there.
    pub attribution: usize,
    /// Who says so: the name of a linked entity, or a description in quotation marks, or [`UNKNOWN`].
    pub who: String,
    /// The linked entity that it is.
    pub named: Option<usize>,
    /// How many of its words stand between quotation marks; a headline's and a standfirst's are not counted.
    pub quoted: u32,
    /// How many others it has.
    pub reported: u32,
    /// Whether the quoted ones are only a piece.
    pub partial: bool,
}

/// What is said in the articles left, in the order of time and text.
pub(crate) fn sayings(looking: Looking<'_>, linked: &Linked<'_>) -> Vec<Saying> {
    let mut found = Vec::new();
    let several = described_in_several(looking, linked);
    for number in looking.in_time() {
        let article = looking.article(number);
        let mut described: Vec<(String, String)> = Vec::new();
        let own = own_words(article);
        for (at, saying) in article.annotations.attributions.iter().enumerate() {
            if !article.tells(saying.content[0]) {
                continue;
            }
            let named = saying.entity.and_then(|id| linked.number(number, id)).filter(|_| saying.kind != Kind::Scare);
            let who = match named {
                _ if saying.kind == Kind::Scare => NO_ONES.to_owned(),
                Some(named) => linked.name(named).to_owned(),
                None => {
                    let who = description(article, saying, &mut described);
                    // the crowd of one account need not be that of another
                    if several.contains(&key(&who)) {
                        format!("{who} ({})", looking.library.names[number])
                    } else {
                        who
                    }
                }
            };
            let (quoted, reported) = own[at];
            let whole = saying.kind == Kind::Chant || reported == 0 && saying.kind != Kind::Partial;
            found.push(Saying { article: number, attribution: at, who, named, quoted, reported, partial: !whole });
        }
    }
    found
}

/// The keys of descriptions of speakers without a name that several articles have, left or not.
fn described_in_several(looking: Looking<'_>, linked: &Linked<'_>) -> BTreeSet<String> {
    let mut by: BTreeMap<String, usize> = BTreeMap::new();
    let mut several = BTreeSet::new();
    let unknown = key(UNKNOWN);
    for (number, article) in looking.library.articles().iter().enumerate() {
        let unnamed = article.annotations.attributions.iter().filter(|saying| {
            saying.kind != Kind::Scare && saying.entity.and_then(|id| linked.number(number, id)).is_none()
        });
        for saying in unnamed {
            let key = key(&description(article, saying, &mut Vec::new()));
            if key != unknown && *by.entry(key.clone()).or_insert(number) != number {
                several.insert(key);
            }
        }
    }
    several
}

/// Who speaks, as described where that tells anything, as it is first written; `seen` holds what was found before.
fn description(article: &Article, saying: &Attribution, seen: &mut Vec<(String, String)>) -> String {
    let Some(span) = saying.speaker.or(saying.source) else { return UNKNOWN.to_owned() };
    let written = article.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let key = key(&written);
    if POINTERS.contains(&key.as_str()) {
        return UNKNOWN.to_owned();
    }
    if let Some((_, first)) = seen.iter().find(|(other, _)| *other == key) {
        return first.clone();
    }
    let shown = format!("“{written}”");
    seen.push((key, shown.clone()));
    shown
}

/// What descriptions are known by: folded, without quotation marks and article.
fn key(description: &str) -> String {
    let folded = fold(description.trim_matches(['“', '”']));
    let rest = ["the ", "a ", "an ", "some "].iter().find_map(|start| folded.strip_prefix(start));
    rest.map_or_else(|| folded.clone(), str::to_owned)
}

/// For each attribution its own words, quoted and reported: a word belongs to the innermost attribution that holds it.
/// What has no letter or digit is no word. A headline and a standfirst repeat what the story gives: theirs are none.
pub(crate) fn own_words(article: &Article) -> Vec<(u32, u32)> {
    let attributions = &article.annotations.attributions;
    let size = |saying: &Attribution| saying.content.iter().map(|span| span.len()).sum::<u32>();
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    sort_by_key(&mut order, |at| (Reverse(size(&attributions[*at])), Reverse(*at)));
    let mut owner: Vec<Option<usize>> = vec![None; article.text.len()];
    let mut quoted = vec![false; article.text.len()];
    let mut own = vec![(0, 0); attributions.len()];
    let mut joins = vec![true; attributions.len()];
    for at in order.into_iter().filter(|at| attributions[*at].kind != Kind::Scare) {
        attributions[at].content.iter().for_each(|span| owner[span.range()].fill(Some(at)));
        attributions[at].quoted.iter().for_each(|span| quoted[span.range()].fill(true));
    }
    let mut within = false;
    for (start, letter) in article.text.char_indices() {
        if letter.is_whitespace() {
            within = false;
        } else if !within && letter.is_alphanumeric() {
            within = true;
            match owner[start] {
                Some(at) if quoted[start] => own[at].0 += 1,
                Some(at) => {
                    own[at].1 += 1;
                    let word = article.text[start..].split(|c: char| !c.is_alphanumeric()).next();
                    joins[at] &= matches!(word, Some("and" | "or" | "but" | "that"));
                }
                None => {}
            }
        }
    }
    // between or before quoted pieces such words report nothing
    for (own, _) in own.iter_mut().zip(joins).filter(|((quoted, _), joins)| *quoted > 0 && *joins) {
        own.1 = 0;
    }
    for (own, saying) in own.iter_mut().zip(attributions) {
        let block = article.block_at(saying.content[0].start()).map(|block| block.kind);
        if matches!(block, Some(BlockKind::Headline | BlockKind::Standfirst)) {
            *own = (0, 0);
        }
    }
    own
}

impl Saying {
    /// What it was found as.
    pub(crate) fn found<'a>(&self, looking: Looking<'a>) -> &'a Attribution {
        &looking.article(self.article).annotations.attributions[self.attribution]
    }

    /// The word that says so, in small letters.
    pub(crate) fn cue(&self, looking: Looking<'_>) -> Option<String> {
        let cue = looking.article(self.article).slice(self.found(looking).cue?);
        cue.contains(char::is_alphabetic).then(|| cue.to_lowercase())
    }

    /// What it calls the speaker, and the tag of that; the same for small and capital letters.
    pub(crate) fn called(&self, looking: Looking<'_>) -> Option<(String, String)> {
        let written = looking.article(self.article).slice(self.found(looking).source?);
        Some((written.to_owned(), format!("called “{}”", written.to_lowercase())))
    }

    /// What it is counted by.
    pub(crate) fn tags(&self, looking: Looking<'_>) -> Vec<String> {
        let mut tags = Vec::new();
        if self.quoted > 0 {
            tags.push("quoted".to_owned());
            tags.push(if self.partial { "partial" } else { "direct" }.to_owned());
        }
        if self.reported > 0 {
            tags.push("indirect".to_owned());
        }
        tags.extend(self.cue(looking).map(|cue| format!("“{cue}”")));
        tags.extend(self.called(looking).map(|(_, tag)| tag));
        tags.push(format!("in {}", outlet(looking.article(self.article))));
        tags
    }

    /// Its words with who says so, as it is written; with a link to the speaker for `speaker`.
    pub(crate) fn line(&self, looking: Looking<'_>, speaker: bool) -> Line {
        let article = looking.article(self.article);
        let found = self.found(looking);
        let mut line = Line::new();
        if speaker {
            line.extend([go(looking.view.through(Lens::Voices).looking_at(self.who.as_str()), self.who.as_str())]);
            line.push(words(": "));
        }
        // a quotation stands for itself; a piece or a report is understood by its sentence
        let sentence = article.sentence_at(found.content[0].start()).map(|number| article.sentences[number]);
        let parts = || found.content.iter().chain(&found.cue).chain(&found.source);
        let told = sentence.is_some_and(|sentence| parts().all(|span| sentence.contains(*span)));
        let bare = found.content == found.quoted;
        if told && !bare {
            line.push(marked(article, found.content[0], &found.content));
        } else {
            line.push(words(if bare { "“" } else { "" }));
            line.extend(joined(found.content.iter().map(|span| place(article, *span)).collect(), " … "));
            line.push(words(if bare { "”" } else { "" }));
            let mut said: Vec<Span> = found.source.into_iter().chain(found.cue).collect();
            sort_by_key(&mut said, |span| *span);
            said.retain(|span| article.slice(*span).contains(char::is_alphabetic));
            if !said.is_empty() {
                line.push(words(" – "));
                line.extend(joined(said.into_iter().map(|span| place(article, span)).collect(), " "));
            }
        }
        if let Some(via) = found.via {
            line.extend([words(" – through "), place(article, via)]);
        }
        for tag in self.badges(article, found) {
            line.extend([words(" "), Piece::Tag(tag)]);
        }
        line
    }

    fn badges(&self, article: &Article, found: &Attribution) -> Vec<String> {
        let count = |count: u32| counted(count as usize, "word", "words");
        let mut tags = Vec::new();
        if self.quoted > 0 {
            tags.push(format!("{}, {}", if self.partial { "partial" } else { "direct" }, count(self.quoted)));
        }
        if self.reported > 0 {
            tags.push(format!("indirect, {}", count(self.reported)));
        }
        if let Some(cue) = found.cue.filter(|_| found.stance != Stance::Neutral) {
            tags.push(format!("{}: {}", article.slice(cue), wording::stance(found.stance)));
        }
        let block = article.block_at(found.content[0].start()).map(|block| block.kind);
        match block {
            Some(kind @ (BlockKind::Headline | BlockKind::Standfirst | BlockKind::Caption)) => {
                tags.push(wording::kind(kind).to_owned());
            }
            _ if found.kind == Kind::Chant => tags.push("chant".to_owned()),
            _ => {}
        }
        tags
    }
}

/// Sayings below the articles they stand in.
pub(crate) fn by_article(looking: Looking<'_>, sayings: &[&Saying], speaker: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    for said in sayings.chunk_by(|one, other| one.article == other.article) {
        parts.push(Part::Heading(4, super::count::dated(looking, said[0].article)));
        parts.push(Part::List(said.iter().map(|saying| saying.line(looking, speaker)).collect()));
    }
    parts
}
