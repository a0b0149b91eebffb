//! The query language: words, "phrases", -minus, OR, prefix*, outlet: speaker: person: date: in:.
//!
//! Every line a reader can type is a query; what can't be taken as meant is taken as words or left out, with a note.

use crate::{day::iso, index::token::tokens, span::Span};
use core::fmt;
use jiff::civil::Date;

/// What is asked: an article answers when it answers every clause.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// In the order typed.
    pub clauses: Vec<Clause>,
    /// What could not be taken as meant.
    pub notes: Vec<Note>,
    /// True when the line ends inside a word, which may be unfinished.
    pub unfinished: bool,
}

/// One condition: any of its atoms, or with a minus none of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clause {
    /// Where it stands in the line.
    pub span: Span,
    /// Written with a minus.
    pub negated: bool,
    /// Joined by `OR`; never empty.
    pub any_of: Vec<Atom>,
}

/// The smallest thing asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Atom {
    /// A word as typed; its inflections, other spellings and typing errors answer too. A word of several tokens
    /// ("build-up", "12:00") wants them side by side.
    Word(String),
    /// Words side by side, as spelled.
    Phrase(String),
    /// The beginning of a word.
    Prefix(String),
    /// The outlet's name holds this; empty: the outlet is not stated.
    Outlet(String),
    /// Somebody so called is quoted or reported; the words of the query must stand in what they say.
    Speaker(String),
    /// Somebody so called is mentioned.
    Person(String),
    /// Published on one of these days.
    Date(DayRange),
    /// The words of the query must stand in this part.
    In(Part),
}

/// Days from first to last; an end left out is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DayRange {
    /// True when `day` lies in it.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The parts of an article a reader can name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// `in:headline`
    Headline,
    /// `in:caption`
    Caption,
    /// `in:body`: the story with its standfirst and crossheads.
    Body,
    /// `in:quote`: between quotation marks that somebody is said to have uttered.
    Quote,
}

/// A remark on the line typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Where in the line.
    pub span: Span,
    /// What is the matter and what to write instead, as a sentence.
    pub message: String,
}

/// A piece of the line between spaces; quoted text is one piece.
struct Piece<'a> {
    span: Span,
    text: &'a str,
}

impl Query {
    /// Reads a line.
    pub fn parse(line: &str) -> Self {
        let mut query = Self { unfinished: line.ends_with(char::is_alphanumeric), ..Self::default() };
        let pieces = pieces(line);
        let mut joins = false;
        for (number, piece) in pieces.iter().enumerate() {
            if piece.text == "OR" && number > 0 && number + 1 < pieces.len() {
                joins = true;
                continue;
            }
            let negated = piece.text.len() > 1 && piece.text.starts_with('-');
            let text = if negated { &piece.text[1..] } else { piece.text };
            if let Some(atom) = query.read_atom(text, piece.span) {
                query.add(Clause { span: piece.span, negated, any_of: vec![atom] }, joins);
            }
            joins = false;
        }
        query
    }

    fn add(&mut self, mut clause: Clause, joins: bool) {
        match self.clauses.last_mut() {
            Some(last) if joins && !last.negated && !clause.negated => {
                last.span = Span::new(last.span.start(), clause.span.end());
                last.any_of.append(&mut clause.any_of);
            }
            _ => self.clauses.push(clause),
        }
    }

    /// The atom a piece means; `None` when nothing in it can be looked for.
    fn read_atom(&mut self, text: &str, span: Span) -> Option<Atom> {
        if let Some(quoted) = text.strip_prefix(is_double_quote) {
            return Some(Atom::Phrase(unquoted(quoted))).filter(has_words);
        }
        if let Some((field, value)) = text.split_once(':') {
            let value = &unquoted(value);
            match field.to_ascii_lowercase().as_str() {
                "outlet" if value.eq_ignore_ascii_case("none") => return Some(Atom::Outlet(String::new())),
                "outlet" => return self.expect(value, span, "outlet: takes a name, or “none”", Atom::Outlet),
                "speaker" => return self.expect(value, span, "speaker: takes a name", Atom::Speaker),
                "person" => return self.expect(value, span, "person: takes a name", Atom::Person),
                "in" => match value.to_ascii_lowercase().as_str() {
                    "headline" => return Some(Atom::In(Part::Headline)),
                    "caption" => return Some(Atom::In(Part::Caption)),
                    "body" => return Some(Atom::In(Part::Body)),
                    "quote" => return Some(Atom::In(Part::Quote)),
                    _ => return self.refuse(span, "in: takes headline, caption, body or quote"),
                },
                "date" => {
                    return day_range(value).map(Atom::Date).or_else(|| {
                        self.refuse(span, "date: takes a day such as 2020-08-15, a month, a year or a range such as 2020-08-15..2020-08-17")
                    });
                }
                _ => {}
            }
        }
        if let Some(beginning) = text.strip_suffix('*').filter(|beginning| words(beginning) == 1) {
            return Some(Atom::Prefix(beginning.to_owned()));
        }
        Some(Atom::Word(text.to_owned())).filter(has_words)
    }

    /// A field's atom, or a note when its value has no words.
    fn expect(&mut self, value: &str, span: Span, or: &str, atom: impl Fn(String) -> Atom) -> Option<Atom> {
        if words(value) > 0 { Some(atom(value.to_owned())) } else { self.refuse(span, or) }
    }

    fn refuse(&mut self, span: Span, message: &str) -> Option<Atom> {
        self.notes.push(Note { span, message: format!("{message}.") });
        None
    }

    /// The line without clause `number`, as typed otherwise.
    pub fn without(&self, line: &str, number: usize) -> String {
        let Some(clause) = self.clauses.get(number) else { return line.to_owned() };
        let range = clause.span.range();
        let (Some(before), Some(after)) = (line.get(..range.start), line.get(range.end..)) else {
            return line.to_owned();
        };
        format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned()
    }

    /// True when clause `number` bears on how others are looked up: by naming a part, or by being the unfinished one.
    pub(crate) fn shapes_others(&self, number: usize) -> bool {
        let last = number + 1 == self.clauses.len();
        (last && self.unfinished)
            || self.clauses[number].any_of.iter().any(|atom| matches!(atom, Atom::In(_) | Atom::Speaker(_)))
    }

    /// True when nothing is asked.
    pub const fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl fmt::Display for Query {
    /// The line in its plainest form; reading it gives the same clauses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, clause) in self.clauses.iter().enumerate() {
            let space = if number > 0 { " " } else { "" };
            write!(f, "{space}{clause}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, atom) in self.any_of.iter().enumerate() {
            let before = if number > 0 { " OR " } else { "" };
            let minus = if self.negated { "-" } else { "" };
            write!(f, "{before}{minus}{atom}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(text) => write!(f, "{text}"),
            Self::Phrase(text) => write!(f, "\"{text}\""),
            Self::Prefix(text) => write!(f, "{text}*"),
            Self::Outlet(name) if name.is_empty() => write!(f, "outlet:none"),
            Self::Outlet(name) => write!(f, "outlet:\"{name}\""),
            Self::Speaker(name) => write!(f, "speaker:\"{name}\""),
            Self::Person(name) => write!(f, "person:\"{name}\""),
            Self::Date(DayRange { from, to }) => {
                let day = |day: &Option<Date>| day.map(iso).unwrap_or_default();
                write!(f, "date:{}..{}", day(from), day(to))
            }
            Self::In(Part::Headline) => write!(f, "in:headline"),
            Self::In(Part::Caption) => write!(f, "in:caption"),
            Self::In(Part::Body) => write!(f, "in:body"),
            Self::In(Part::Quote) => write!(f, "in:quote"),
        }
    }
}

const fn is_double_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

/// A quotation's or field's own text, its marks left out.
fn unquoted(text: &str) -> String {
    text.replace(is_double_quote, " ").trim().to_owned()
}

fn words(text: &str) -> usize {
    tokens(text, Span::of(0, text.len())).len()
}

fn has_words(atom: &Atom) -> bool {
    matches!(atom, Atom::Word(text) | Atom::Phrase(text) if words(text) > 0)
}

/// Splits the line at white space outside quotation marks; a mark opens a quotation at a piece's start or after its
/// field or minus, and an odd one runs to the line's end.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, letter) in line.char_indices() {
        if is_double_quote(letter) {
            let opens = start.is_none_or(|start| line[start..at].ends_with([':', '-']));
            if !quoted && opens {
                quoted = true;
                start = start.or(Some(at));
                continue;
            }
            if quoted {
                quoted = false;
                let from = start.take().expect("a quotation has a start");
                let to = at + letter.len_utf8();
                found.push(Piece { span: Span::of(from, to), text: &line[from..to] });
            }
            continue;
        }
        if letter.is_whitespace() && !quoted {
            if let Some(from) = start.take() {
                found.push(Piece { span: Span::of(from, at), text: &line[from..at] });
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        found.push(Piece { span: Span::of(from, line.len()), text: &line[from..] });
    }
    found
}

/// A day, a month, a year, or two of them with `..` between.
fn day_range(text: &str) -> Option<DayRange> {
    let Some((from, to)) = text.split_once("..") else {
        return period(text).map(|(from, to)| DayRange { from: Some(from), to: Some(to) });
    };
    let end = |text: &str| if text.is_empty() { Some(None) } else { period(text).map(Some) };
    let (from, to) = (end(from)?, end(to)?);
    (from.is_some() || to.is_some()).then(|| DayRange { from: from.map(|p| p.0), to: to.map(|p| p.1) })
}

/// First and last day of "2020-08-15", "2020-08" or "2020".
fn period(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-').map(|part| {
        (part.len() <= 4 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    });
    let year = parts.next()??;
    let Some(month) = parts.next() else {
        return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
    };
    let month = i8::try_from(month?).ok()?;
    let Some(day) = parts.next() else {
        let first = Date::new(year, month, 1).ok()?;
        return Some((first, first.last_of_month()));
    };
    let day = Date::new(year, month, i8::try_from(day?).ok()?).ok()?;
    parts.next().is_none().then_some((day, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(line: &str, plain: &str) {
        assert_eq!(Query::parse(line).to_string(), plain, "{line}");
    }

    #[test]
    fn lines_are_read_as_meant() {
        check("new  election", "new election");
        check("“new election” now", "\"new election\" now");
        check("-\"new election\" -now", "-\"new election\" -now");
        check("vote OR poll fraud", "vote OR poll fraud");
        check("OR vote OR", "OR vote OR");
        check("prot* OR \"a b\"", "prot* OR \"a b\"");
        check("outlet:\"The Daily\" OR outlet:none", "outlet:\"The Daily\" OR outlet:none");
        check("date:2020-08-15..2020-08-17", "date:2020-08-15..2020-08-17");
        check("date:2020-02", "date:2020-02-01..2020-02-29");
        check("date:..2020", "date:..2020-12-31");
        check("IN:Headline x", "in:headline x");
        check("12:00 http://a.b", "12:00 http://a.b");
        check("\"unclosed phrase", "\"unclosed phrase\"");
        check("- -- * \"\" …", "");
        check("don\"t", "don\"t");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for line in ["date:yesterday", "date:2020-13-01", "date:..", "in:footer", "outlet:", "date:2020-02-30"] {
            let query = Query::parse(line);
            assert!(query.is_empty(), "{line}");
            assert_eq!(query.notes.len(), 1, "{line}");
        }
    }

    #[test]
    fn a_clause_can_be_dropped_from_the_line() {
        let line = "one “two three” -four";
        let query = Query::parse(line);
        assert_eq!(query.without(line, 1), "one -four");
        assert_eq!(query.without(line, 9), line);
    }

    fn clauses(query: &Query) -> Vec<(bool, Vec<Atom>)> {
        query.clauses.iter().map(|clause| (clause.negated, clause.any_of.clone())).collect()
    }

    proptest! {
        #[test]
        fn the_plain_line_means_the_same(line in "([a-c“\"*: .-]|OR|in:body|date:2020|outlet:x| ){0,16}") {
            let query = Query::parse(&line);
            let again = Query::parse(&query.to_string());
            prop_assert_eq!(clauses(&again), clauses(&query), "{}", line);
        }

        #[test]
        fn any_line_is_a_query(line in ".*") {
            let query = Query::parse(&line);
            for clause in &query.clauses {
                prop_assert!(clause.span.slice(&line).is_some());
                prop_assert!(!clause.any_of.is_empty());
            }
        }
    }
}
