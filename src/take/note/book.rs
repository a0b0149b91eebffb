//! A reader's notes: made, edited, deleted, and each of it undone. The notebook tells what is to be kept; whoever keeps it
//! does so note by note, so that two tabs lose nothing.

use super::Note;
use crossread_corpus::index::fold::fold;
use std::collections::BTreeMap;

/// What is to be done to what is kept.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// This note is now so.
    Put(Box<Note>),
    /// The note of this id is gone.
    Remove(String),
}

/// Which notes are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words that stand in the note or in what it is on, in any spelling; all of them.
    pub words: String,
    /// The name of the text or of the file that it is on.
    pub on: Option<[String; 2]>,
}

/// All notes.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    notes: BTreeMap<String, Note>,
    /// What was done here, the last at the end: for each note what it was before and what it became.
    done: Vec<Vec<Step>>,
}

#[derive(Clone, Debug)]
struct Step {
    id: String,
    before: Option<Note>,
    after: Option<Note>,
}

impl Notebook {
    /// Of notes that are kept.
    pub fn of(notes: impl IntoIterator<Item = Note>) -> Self {
        let notes = notes.into_iter().map(|note| (note.id().to_owned(), note));
        Self { notes: notes.collect(), done: Vec::new() }
    }

    /// The note of this id.
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }

    /// The notes that the filter leaves, the oldest first; those that don't tell their time come last.
    pub fn list(&self, filter: &Filter) -> Vec<&Note> {
        let wanted = fold(&filter.words);
        let leaves = |note: &&Note| {
            let target = note.target();
            let names = || core::iter::once(&target.source).chain(&target.file);
            let on = filter.on.as_ref().is_none_or(|on| names().any(|name| on.contains(name)));
            let text = fold(&format!("{}\n{}", note.words(), note.quoted()));
            on && wanted.split_whitespace().all(|word| text.contains(word))
        };
        let mut notes: Vec<&Note> = self.notes.values().filter(leaves).collect();
        notes.sort_by_key(|note| (note.created().is_none(), note.created(), note.id()));
        notes
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// Adds a note.
    pub fn add(&mut self, note: Note) -> Vec<Change> {
        self.import([note])
    }

    /// Gives a note other words. `seen` are the words that the reader began with: where another tab has changed them in
    /// the meantime, or deleted the note, the new words become a note of their own, `beside`.
    pub fn edit(&mut self, note: &Note, words: &str, when: &str, beside: &str) -> Vec<Change> {
        let is_as_seen = self.notes.get(note.id()).is_some_and(|now| now.words() == note.words());
        let edited = match self.notes.get(note.id()) {
            Some(now) if is_as_seen => now.edited(words, when),
            _ => note.edited(words, when).named(beside),
        };
        self.act(vec![(edited.id().to_owned(), Some(edited))])
    }

    /// Deletes a note.
    pub fn remove(&mut self, id: &str) -> Vec<Change> {
        self.act(vec![(id.to_owned(), None)])
    }

    /// Adds notes that were brought along. One that is there already, and differs, is left as it is here if it was changed
    /// later than the other, or else becomes the other.
    pub fn import(&mut self, notes: impl IntoIterator<Item = Note>) -> Vec<Change> {
        let is_news = |note: &Note| {
            let time = |note: &Note| note.modified().or(note.created()).map(str::to_owned);
            self.notes.get(note.id()).is_none_or(|here| here != note && time(here) <= time(note))
        };
        let news: Vec<Note> = notes.into_iter().filter(is_news).collect();
        self.act(news.into_iter().map(|note| (note.id().to_owned(), Some(note))).collect())
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Undoes what was done last. A note that another tab has changed since is left as it is.
    pub fn undo(&mut self) -> Vec<Change> {
        let steps = self.done.pop().unwrap_or_default();
        let mut changes = Vec::new();
        for Step { id, before, after } in steps.into_iter().rev() {
            if self.notes.get(&id) == after.as_ref() {
                changes.push(self.put(&id, before));
            }
        }
        changes
    }

    /// Takes over what another tab did.
    pub fn follow(&mut self, change: Change) {
        match change {
            Change::Put(note) => self.notes.insert(note.id().to_owned(), *note),
            Change::Remove(id) => self.notes.remove(&id),
        };
    }

    fn act(&mut self, new: Vec<(String, Option<Note>)>) -> Vec<Change> {
        let mut steps = Vec::new();
        let mut changes = Vec::new();
        for (id, after) in new {
            let before = self.notes.get(&id).cloned();
            if before != after {
                changes.push(self.put(&id, after.clone()));
                steps.push(Step { id, before, after });
            }
        }
        if !steps.is_empty() {
            self.done.push(steps);
        }
        changes
    }

    fn put(&mut self, id: &str, note: Option<Note>) -> Change {
        match note {
            Some(note) => {
                self.notes.insert(id.to_owned(), note.clone());
                Change::Put(Box::new(note))
            }
            None => {
                self.notes.remove(id);
                Change::Remove(id.to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::note, *};

    fn shown(book: &Notebook) -> Vec<(&str, &str)> {
        book.list(&Filter::default()).iter().map(|note| (note.id(), note.words())).collect()
    }

    #[test]
    fn what_is_done_can_be_undone_step_by_step() {
        let mut book = Notebook::default();
        let one = note("u:1", "One");
        assert_eq!(book.add(one.clone()), [Change::Put(Box::new(one.clone()))]);
        assert_eq!(book.add(one.clone()), [], "it is there already");
        book.edit(&one, "Two", "later", "u:2");
        assert_eq!(book.remove("u:1"), [Change::Remove("u:1".to_owned())]);
        assert_eq!((book.remove("u:9"), book.len()), (Vec::new(), 0));
        assert_eq!(book.undo().len(), 1);
        assert_eq!(shown(&book), [("u:1", "Two")]);
        assert_eq!(book.undo(), [Change::Put(Box::new(one))]);
        assert_eq!(shown(&book), [("u:1", "One")]);
        assert_eq!(book.undo(), [Change::Remove("u:1".to_owned())]);
        assert!(!book.can_undo() && book.undo().is_empty() && book.is_empty());
    }

    #[test]
    fn two_tabs_lose_nothing() {
        let seen = note("u:1", "One");
        let mut book = Notebook::of([seen.clone()]);
        book.edit(&seen, "Mine", "later", "u:2");
        book.follow(Change::Put(Box::new(seen.edited("Theirs", "later"))));
        assert_eq!(book.undo(), [], "theirs is not undone");
        assert_eq!(shown(&book), [("u:1", "Theirs")]);
        book.edit(&seen, "Mine again", "later", "u:3");
        assert_eq!(shown(&book), [("u:1", "Theirs"), ("u:3", "Mine again")]);
        book.follow(Change::Remove("u:1".to_owned()));
        let changes = book.edit(&seen, "After all", "later", "u:4");
        assert!(matches!(changes.as_slice(), [Change::Put(note)] if note.id() == "u:4"));
    }

    #[test]
    fn what_is_brought_along_does_not_overwrite_what_is_newer() {
        let one = note("u:1", "One");
        let mut book = Notebook::of([one.edited("Newer", "2031-04-01T00:00:00Z"), note("u:2", "Two")]);
        assert_eq!(book.import([one.clone(), note("u:2", "Two")]), []);
        let newest = one.edited("Newest", "2031-05-01T00:00:00Z");
        assert_eq!(book.import([newest, note("u:3", "Three")]).len(), 2);
        assert_eq!(shown(&book), [("u:1", "Newest"), ("u:2", "Two"), ("u:3", "Three")]);
        book.undo();
        assert_eq!(shown(&book), [("u:1", "Newer"), ("u:2", "Two")], "all that came at once");
    }

    #[test]
    fn notes_are_found_by_their_words_and_by_what_they_are_on() {
        let book = Notebook::of([note("u:1", "Déjà vu"), note("u:2", "")]);
        let found = |filter: Filter| book.list(&filter).len();
        let words = |words: &str| Filter { words: words.to_owned(), ..Filter::default() };
        assert_eq!(
            [found(words("deja VU")), found(words("ferry")), found(words("vu ferry")), found(words("boat"))],
            [1, 2, 1, 0]
        );
        let on = |name: &str| Filter { on: Some([name.to_owned(), "ni:none".to_owned()]), ..Filter::default() };
        assert_eq!([found(on("ni:///sha-256-64;AAAAAAAAAKs")), found(on("ni:other"))], [2, 0]);
    }
}
