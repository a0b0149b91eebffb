//! The Voices lens: whose words the articles give, where, how, and how many; and for each speaker a page of its own.

mod speaker;
mod variant;

use super::{
    Looking,
    count::{Outlet, Row, answers, both, named, outlets, table},
    linked::Linked,
    long,
    place::SHOWN,
    saying::{NO_ONES, Saying, UNKNOWN, by_article, sayings},
};
use crate::{
    order::sort_by_key,
    sheet::{Bar, Line, Part, Piece, go, words},
    wording::{self, counted},
};
use core::cmp::Reverse;

/// The ways to put the bars in order, by name.
const BY_OUTLET: &str = "outlets";

/// So many bars are shown before the rest is folded.
const BARS: usize = 14;

/// Everything the lens is made of.
struct Voices<'a> {
    looking: Looking<'a>,
    linked: Linked<'a>,
    outlets: Vec<Outlet>,
    said: Vec<Saying>,
    told: Vec<variant::Told>,
}

/// One speaker's words: by outlet those quoted whole, those quoted in pieces, and those reported.
struct Speaker {
    who: String,
    named: bool,
    words: Vec<[u32; 3]>,
    sayings: usize,
}

impl Speaker {
    fn sum(&self, which: usize) -> u32 {
        self.words.iter().map(|words| words[which]).sum()
    }

    fn quoted(&self) -> u32 {
        self.sum(0) + self.sum(1)
    }
}

/// The lens.
pub(super) fn voices(looking: Looking<'_>) -> Vec<Part> {
    let linked = Linked::of(looking.library);
    let said = sayings(looking, &linked);
    let voices = Voices { looking, told: variant::told(looking, &said), said, outlets: outlets(looking), linked };
    let (of, by) = (&looking.view.of, &looking.view.by);
    if !of.is_empty() {
        return voices.page();
    }
    if voices.said.is_empty() {
        let why = "In the articles that are left nobody is quoted, and nobody is said to have said anything.";
        return vec![Part::Note(vec![words(why)])];
    }
    if !by.is_empty() && by != BY_OUTLET {
        return voices.asked_for(&voices.said.iter().filter(|saying| saying.who != NO_ONES).collect::<Vec<_>>(), true);
    }
    voices.index()
}

impl Voices<'_> {
    fn all_speakers(&self) -> Piece {
        go(self.looking.view.looking_at("").ordered(""), "All speakers")
    }

    /// Those of `said` that the view asks for by their tags.
    fn asked_for(&self, said: &[&Saying], speaker: bool) -> Vec<Part> {
        let by = &self.looking.view.by;
        let asked = |saying: &&&Saying| answers(by, &saying.tags(self.looking));
        let found: Vec<&Saying> = said.iter().filter(asked).copied().collect();
        let back =
            if speaker { self.all_speakers() } else { go(self.looking.view.ordered(""), "All words of this speaker") };
        if found.is_empty() {
            let why = format!("Nothing is {by} in the articles that the search and the filters leave.");
            return vec![Part::Note(vec![words(why)]), Part::Paragraph(vec![back])];
        }
        let sum = |of: fn(&Saying) -> u32| found.iter().map(|saying| of(saying) as usize).sum::<usize>();
        let sums = format!(
            "{}, with {} quoted and {} reported. ",
            counted(found.len(), "place", "places"),
            counted(sum(|saying| saying.quoted), "word", "words"),
            sum(|saying| saying.reported)
        );
        let heading = Part::Heading(3, vec![words(by.as_str())]);
        let mut parts = vec![heading, Part::Paragraph(vec![words(sums), back])];
        parts.extend(by_article(self.looking, &found, speaker));
        parts
    }

    /// The speakers, whoever is quoted most first.
    fn speakers(&self) -> Vec<Speaker> {
        let mut found: Vec<Speaker> = Vec::new();
        for saying in self.said.iter().filter(|saying| saying.who != NO_ONES) {
            let at = found.iter().position(|speaker| speaker.who == saying.who).unwrap_or(found.len());
            if at == found.len() {
                let words = vec![[0; 3]; self.outlets.len()];
                let (who, named) = (saying.who.clone(), saying.named.is_some());
                found.push(Speaker { who, named, words, sayings: 0 });
            }
            let outlet = self.outlets.iter().position(|outlet| outlet.articles.contains(&saying.article));
            let words = &mut found[at].words[outlet.unwrap_or_default()];
            words[usize::from(saying.partial)] += saying.quoted;
            words[2] += saying.reported;
            found[at].sayings += 1;
        }
        sort_by_key(&mut found, |one| (Reverse(one.quoted()), Reverse(one.sum(2)), one.who.clone()));
        found
    }

    fn index(&self) -> Vec<Part> {
        let looking = self.looking;
        let speakers = self.speakers();
        let by_outlet = looking.view.by == BY_OUTLET;
        let way = |by: &str, title: &str| Piece::Go {
            view: Box::new(looking.view.ordered(by)),
            words: title.to_owned(),
            current: (by == BY_OUTLET) == by_outlet,
        };
        let mut parts =
            vec![Part::Choices("Show".into(), vec![way("", "Speaker by speaker"), way(BY_OUTLET, "Outlet by outlet")])];
        parts.push(Part::Bars(legend()));
        parts.push(Part::Note(vec![words(
            "Numbers of words. Headlines are listed, but their words are not counted twice.",
        )]));
        let heard: Vec<&Speaker> = speakers.iter().filter(|speaker| speaker.who != UNKNOWN).collect();
        if by_outlet {
            let most = (0..self.outlets.len()).flat_map(|at| heard.iter().map(move |one| one.words[at].iter().sum()));
            let most = most.max().unwrap_or_default();
            for (at, outlet) in self.outlets.iter().enumerate() {
                parts.push(Part::Heading(3, vec![named(looking, outlet)]));
                let mut here: Vec<&Speaker> =
                    heard.iter().filter(|speaker| speaker.words[at] != [0; 3]).copied().collect();
                sort_by_key(&mut here, |one| Reverse((one.words[at][0] + one.words[at][1], one.words[at][2])));
                if here.is_empty() {
                    parts.push(Part::Note(vec![words("Nobody is quoted or reported.")]));
                }
                let bars = here.iter().map(|one| self.bar(one, one.words[at], Some(outlet), most));
                push_bars(bars.collect(), &mut parts);
            }
        } else {
            let sums = |one: &Speaker| [one.sum(0), one.sum(1), one.sum(2)];
            let most = heard.iter().map(|one| sums(one).iter().sum()).max().unwrap_or_default();
            let bars = heard.iter().map(|one| self.bar(one, sums(one), None, most));
            push_bars(bars.collect(), &mut parts);
        }
        parts.push(Part::Fold("The same as a table".to_owned(), self.tables(&heard).into()));
        self.described(&heard, &mut parts);
        self.several(&mut parts);
        self.cues(&mut parts);
        self.unnamed(&mut parts);
        parts
    }

    /// A speaker's bar, of all outlets or one.
    fn bar(&self, speaker: &Speaker, sums: [u32; 3], outlet: Option<&Outlet>, most: u32) -> Bar {
        let view = self.looking.view.looking_at(speaker.who.as_str()).ordered("");
        let count = |count: u32, tag: &str, what: &str| -> Line {
            let by = outlet.map_or_else(|| tag.to_owned(), |outlet| both(tag, &outlet.tag()));
            let text = format!("{} {what}", wording::number(count.into()));
            if count > 0 { vec![go(view.ordered(by), text), words(" ")] } else { Line::new() }
        };
        let mut line = vec![go(view.clone(), speaker.who.as_str()), words(" ")];
        line.extend(count(sums[0], "direct", "direct"));
        line.extend(count(sums[1], "partial", "partial"));
        line.extend(count(sums[2], "indirect", "indirect"));
        if sums == [0; 3] {
            line.push(words("in a headline"));
        }
        Bar {
            line,
            parts: vec![(sums[0], "direct".into()), (sums[1], "partial".into()), (sums[2], "indirect".into())],
            most,
        }
    }

    /// The bars as tables: words quoted, and words reported, by speaker and outlet.
    fn tables(&self, speakers: &[&Speaker]) -> Vec<Part> {
        let rows = |by: &str, count: fn(&[u32; 3]) -> u32| -> Vec<Row> {
            let row = |one: &&Speaker| Row {
                head: vec![go(self.looking.view.looking_at(one.who.as_str()).ordered(""), one.who.as_str())],
                of: one.who.clone(),
                by: by.to_owned(),
                counts: one.words.iter().map(count).collect(),
            };
            let mut rows: Vec<Row> = speakers.iter().map(row).filter(|row| row.total() > 0).collect();
            sort_by_key(&mut rows, |row| Reverse(row.total()));
            rows
        };
        let mut parts = Vec::new();
        for (by, caption, count) in [
            ("direct", "Words quoted whole", (|words| words[0]) as fn(&[u32; 3]) -> u32),
            ("partial", "Words quoted in pieces", |words| words[1]),
            ("indirect", "Words that report what somebody says", |words| words[2]),
        ] {
            let rows = rows(by, count);
            if !rows.is_empty() {
                parts.extend(table(self.looking, caption, "Speaker", rows, &self.outlets));
            }
        }
        parts
    }

    /// Who is named, and who is only described, or named among others.
    fn described(&self, speakers: &[&Speaker], parts: &mut Vec<Part>) {
        for (named, title) in [(true, "Named"), (false, "Described, or several together")] {
            let lines: Vec<Line> = speakers
                .iter()
                .filter(|one| one.named == named)
                .map(|one| {
                    let view = self.looking.view.looking_at(one.who.as_str()).ordered("");
                    let mut line = vec![
                        go(view, one.who.as_str()),
                        words(format!(" {}", counted(one.sayings, "place", "places"))),
                    ];
                    if !one.named {
                        line.extend(self.elsewhere(&one.who));
                    }
                    line
                })
                .collect();
            if lines.is_empty() {
                continue;
            }
            let title = format!("{title} ({})", lines.len());
            if named {
                parts.push(Part::Heading(3, vec![words("Who is named, and who is not, or not alone")]));
                parts.push(Part::Fold(title, vec![Part::List(lines)].into()));
            } else {
                parts.push(Part::Heading(4, vec![words(title)]));
                parts.extend(long::lines(lines, 2 * SHOWN));
            }
        }
    }

    /// Words of saying, by outlet.
    fn cues(&self, parts: &mut Vec<Part>) {
        let mut rows: Vec<Row> = Vec::new();
        for saying in self.said.iter().filter(|saying| saying.who != NO_ONES) {
            let Some(cue) = saying.cue(self.looking) else { continue };
            let by = format!("“{cue}”");
            let at = rows.iter().position(|row| row.by == by).unwrap_or(rows.len());
            if at == rows.len() {
                let stance = wording::stance(saying.found(self.looking).stance).to_owned();
                let head = vec![Piece::Source(cue), words(" "), Piece::Tag(stance)];
                rows.push(Row { head, of: String::new(), by, counts: vec![0; self.outlets.len()] });
            }
            let outlet = self.outlets.iter().position(|outlet| outlet.articles.contains(&saying.article));
            rows[at].counts[outlet.unwrap_or_default()] += 1;
        }
        if !rows.is_empty() {
            sort_by_key(&mut rows, |row| Reverse(row.total()));
            parts.push(Part::Heading(3, vec![words("Words of saying")]));
            parts.extend(table(self.looking, "How often each is used, by outlet", "Word", rows, &self.outlets));
        }
    }

    /// What an unknown speaker says, and quoted words that are nobody's.
    fn unnamed(&self, parts: &mut Vec<Part>) {
        for (who, title) in
            [(UNKNOWN, "Who says so is not stated, or not clear"), (NO_ONES, "In quotation marks, but nobody’s words")]
        {
            let found: Vec<&Saying> = self.said.iter().filter(|saying| saying.who == who).collect();
            if !found.is_empty() {
                parts.push(Part::Heading(3, vec![words(format!("{title} ({})", found.len()))]));
                let lines = found.iter().map(|saying| {
                    let mut line = vec![Piece::Outlet(saying.article), words(" ")];
                    line.extend(saying.line(self.looking, false));
                    line
                });
                parts.extend(long::lines(lines.collect(), SHOWN));
            }
        }
    }
}

fn push_bars(mut bars: Vec<Bar>, parts: &mut Vec<Part>) {
    let rest = bars.split_off(bars.len().min(BARS));
    parts.push(Part::Bars(bars));
    if !rest.is_empty() {
        parts.push(Part::Fold(format!("{} more", rest.len()), vec![Part::Bars(rest)].into()));
    }
}

/// What the colours of the bars mean, as short bars.
fn legend() -> Vec<Bar> {
    [
        ("direct", "Direct: words between quotation marks, as a whole"),
        ("partial", "Partial: words between quotation marks, in a sentence of the outlet"),
        ("indirect", "Indirect: what somebody says, in the outlet’s words"),
    ]
    .map(|(class, says)| Bar { line: vec![words(says)], parts: vec![(1, class.into())], most: 8 })
    .into()
}
