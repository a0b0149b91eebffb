//! One speaker's page: all the words that the articles give of them, in the order of time.

use super::{
    super::{
        count::{Row, table},
        saying::{NO_ONES, Saying, UNKNOWN, by_article},
    },
    Voices,
};
use crate::{
    order::sort_by_key,
    sheet::{Line, Part, Piece, go, words},
    view::Lens,
    wording::counted,
};
use core::cmp::Reverse;

impl Voices<'_> {
    /// The page of the speaker that the view looks at.
    pub(super) fn page(&self) -> Vec<Part> {
        let looking = self.looking;
        let who = looking.view.of.as_str();
        let said: Vec<&Saying> = self.said.iter().filter(|saying| saying.who == who).collect();
        let mut parts =
            vec![Part::Paragraph(vec![self.all_speakers()]), Part::Heading(3, vec![Piece::Source(who.to_owned())])];
        let entity = self.linked.find(who);
        if said.is_empty() {
            let why = "No words of this speaker are in the articles that the search and the filters leave.";
            parts.push(Part::Note(vec![words(why)]));
            return parts;
        }
        if entity.is_some() {
            let names =
                go(looking.view.through(Lens::Names).looking_at(who), "how the articles name and describe them");
            parts.push(Part::Paragraph(vec![words("See "), names, words(".")]));
        } else if who == UNKNOWN {
            parts.push(Part::Note(vec![words("The text does not say, or not surely, whose words these are.")]));
        } else if who == NO_ONES {
            parts.push(Part::Note(vec![words("Titles, terms held at arm’s length, and the like.")]));
        } else {
            let mut line = vec![words("As the text has it: described, or several together")];
            line.extend(self.elsewhere(who));
            parts.push(Part::Note(line));
        }
        if !looking.view.by.is_empty() {
            parts.extend(self.asked_for(&said, false));
            return parts;
        }
        parts.push(Part::Paragraph(self.sums(&said)));
        self.called(&said, &mut parts);
        self.variants_of(who, &mut parts);
        parts.push(Part::Heading(3, vec![words(format!("Every place ({})", said.len()))]));
        parts.extend(by_article(looking, &said, false));
        parts
    }

    /// How many words, each number leading to them.
    fn sums(&self, said: &[&Saying]) -> Line {
        let sum = |of: &dyn Fn(&Saying) -> u32| said.iter().map(|saying| of(saying)).sum::<u32>();
        let sums = [
            ("direct", sum(&|saying| if saying.partial { 0 } else { saying.quoted })),
            ("partial", sum(&|saying| if saying.partial { saying.quoted } else { 0 })),
            ("indirect", sum(&|saying| saying.reported)),
        ];
        let mut line = Line::new();
        for (tag, count) in sums.into_iter().filter(|(_, count)| *count > 0) {
            line.push(words(if line.is_empty() { "" } else { " · " }));
            let text = format!("{} {tag}", counted(count as usize, "word", "words"));
            line.push(go(self.looking.view.ordered(tag), text));
        }
        line
    }

    /// How the articles call the speaker where they give the words.
    fn called(&self, said: &[&Saying], parts: &mut Vec<Part>) {
        let mut rows: Vec<Row> = Vec::new();
        for saying in said {
            let Some((written, by)) = saying.called(self.looking) else { continue };
            let at = rows.iter().position(|row| row.by == by).unwrap_or(rows.len());
            if at == rows.len() {
                let (of, counts) = (saying.who.clone(), vec![0; self.outlets.len()]);
                rows.push(Row { head: vec![Piece::Source(written)], of, by, counts });
            }
            let outlet = self.outlets.iter().position(|outlet| outlet.articles.contains(&saying.article));
            rows[at].counts[outlet.unwrap_or_default()] += 1;
        }
        if rows.len() > 1 {
            sort_by_key(&mut rows, |row| Reverse(row.total()));
            parts.push(Part::Heading(3, vec![words("What the speaker is called there")]));
            parts.extend(table(self.looking, "In how many places it is called so", "As written", rows, &self.outlets));
        }
    }
}
