//! A reader's own articles beside a collection that is analysed already: each is analysed once, whatever is added or
//! taken away later, and the result is the same as if all had been read at once.

use crate::{
    article, export, find, link, outlined_by, read,
    reading::{Fields, Named, Reading},
    rejection::Rejection,
};
use crossread_corpus::{
    annotation::Annotations,
    article::{Article, ArticleKey, Origin, Published},
    collection::Collection,
    correction::write::string,
    message::Set,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the headers that a reader sets are written to, when they are taken along.
const FILE: &str = "corpus.toml";

/// The files a reader added, in the order they came.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Own {
    files: Vec<OwnFile>,
    /// What was found, by file and record: not looked for again while the article's date stays.
    found: BTreeMap<Place, Found>,
    /// Articles of which something was found ahead, but for what others have to do with it.
    #[serde(skip)]
    ahead: BTreeMap<Place, Article>,
}

/// A file's name, and the 1-based number of the record in a file of several.
type Place = (String, Option<u32>);

/// A file a reader added.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OwnFile {
    /// Its name, which no other of them has.
    pub name: String,
    /// The hash of its bytes as given.
    pub key: ArticleKey,
    /// The articles in it.
    pub readings: Vec<Reading>,
}

/// What was found in an article of this date.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Found {
    published: Option<Published>,
    annotations: Annotations,
}

impl Own {
    /// The files, in the order they came.
    pub fn files(&self) -> &[OwnFile] {
        &self.files
    }

    /// Reads a file and puts it last. Where its name is taken, it gets another: the second `a.txt` is `a (2).txt`.
    ///
    /// # Errors
    /// The reader's refusal; also of bytes that are among the files already.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<&OwnFile, Rejection> {
        let key = crate::reading::key(bytes);
        if let Some(known) = self.files.iter().find(|file| file.key == key) {
            let problem = format!("the same file as your {}", known.name);
            return Err(Rejection::new(name, problem, "it is there already"));
        }
        let name = self.free_name(name);
        let readings = read::file(&name, bytes)?;
        Ok(self.put(self.files.len(), OwnFile { name, key, readings }))
    }

    /// Puts a file that was taken out back in its place.
    pub fn put(&mut self, place: usize, file: OwnFile) -> &OwnFile {
        let place = place.min(self.files.len());
        self.files.insert(place, file);
        &self.files[place]
    }

    /// Takes an article's header as the reader sets it; gives what was set before, or `None` where there is no such article.
    pub fn correct(&mut self, name: &str, record: Option<u32>, set: &Set) -> Option<Set> {
        let file = self.files.iter_mut().find(|file| file.name == name)?;
        let reading = file.readings.iter_mut().find(|reading| reading.origin.record == record)?;
        let before = core::mem::replace(&mut reading.editor, fields(set));
        self.ahead.remove(&(name.to_owned(), record));
        Some(set_in(&before))
    }

    /// The headers that the reader set in this file, by the articles' numbers in a file of several.
    pub fn set_in(&self, name: &str) -> Vec<(Option<u32>, Set)> {
        let file = self.files.iter().filter(|file| file.name == name);
        let sets = file.flat_map(|file| &file.readings).map(|reading| (reading.origin.record, set_in(&reading.editor)));
        sets.filter(|(_, set)| *set != Set::default()).collect()
    }

    /// The headers that the reader set, as a `corpus.toml` for a folder that holds these files. `articles` are those of
    /// [`Own::articles`].
    pub fn corpus_toml(&self, articles: &[Article]) -> String {
        let mut tables = Vec::new();
        for reading in self.files.iter().flat_map(|file| &file.readings) {
            let set = set_in(&reading.editor);
            let keys = [("headline", set.headline), ("outlet", set.outlet), ("date", set.date)];
            let lines = keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", string(&value?))));
            let lines: String = lines.collect();
            if lines.is_empty() {
                continue;
            }
            // A file of several articles does not tell which one is meant.
            let is_it = |article: &&Article| article.origin == reading.origin;
            let id = articles.iter().find(is_it).filter(|_| reading.origin.record.is_some()).map(|article| &article.id);
            tables.push(format!("[articles.{}]\n{lines}", string(id.unwrap_or(&reading.origin.file))));
        }
        tables.join("\n")
    }

    /// Takes out the file of this name; also gives its place.
    pub fn remove(&mut self, name: &str) -> Option<(usize, OwnFile)> {
        let place = self.files.iter().position(|file| file.name == name)?;
        self.found.retain(|(file, _), _| file != name);
        self.ahead.retain(|(file, _), _| file != name);
        Some((place, self.files.remove(place)))
    }

    /// Finds what the articles of a file say, so that [`Own::articles`] has less to do. It counts unless their dates turn
    /// out to be others beside other articles.
    pub fn find_ahead(&mut self, name: &str) {
        let file = self.files.iter().rfind(|file| file.name == name);
        let readings = file.map(|file| file.readings.clone()).unwrap_or_default();
        for article in readings.into_iter().map(article) {
            self.find(&article);
            self.ahead.insert(place(&article.origin), article);
        }
    }

    /// The articles, with what is found in them: those that `crossread analyse` prints of the same files. `step` is told
    /// how many are done, and of how many.
    pub fn articles(&mut self, mut step: impl FnMut(usize, usize)) -> Vec<Article> {
        let readings = self.files.iter().flat_map(|file| file.readings.iter().cloned()).collect();
        let mut ahead = core::mem::take(&mut self.ahead);
        let outline = |reading: Reading| match ahead.remove(&place(&reading.origin)) {
            Some(known) => Article { id: reading.id, ..known },
            None => article(reading),
        };
        let mut articles = export::told_of_repeats(outlined_by(readings, outline));
        let all = articles.len();
        for (number, article) in articles.iter_mut().enumerate() {
            step(number, all);
            article.annotations = self.find(article).clone();
        }
        articles
    }

    /// What is found in an article, looked for once while its date stays.
    fn find(&mut self, article: &Article) -> &Annotations {
        let published = article.header.published.as_ref().map(|published| published.value.clone());
        let place = place(&article.origin);
        if self.found.get(&place).is_none_or(|found| found.published != published) {
            self.found.insert(place.clone(), Found { published, annotations: find::annotations(article) });
        }
        &self.found[&place].annotations
    }

    /// A name that none of the files has.
    fn free_name(&self, name: &str) -> String {
        let is_free = |name: &str| self.files.iter().all(|file| file.name != name);
        if is_free(name) {
            return name.to_owned();
        }
        let folder = name.rfind('/').map_or(0, |at| at + 1);
        let stem = name[folder..].rfind('.').map_or(name.len(), |at| folder + at);
        let (stem, extension) = name.split_at(stem);
        let mut names = (2..).map(|number: u32| format!("{stem} ({number}){extension}"));
        names.find(|name| is_free(name)).expect("numbers do not end")
    }
}

/// The collection with these articles in it, linked anew. Those that it holds already are left out, and of several with
/// one key all but the first. Its own articles keep their ids.
pub fn joined(base: &Collection, mut own: Vec<Article>) -> Collection {
    let mut keys: BTreeSet<ArticleKey> = base.articles.iter().map(|article| article.key).collect();
    let mut ids: BTreeSet<String> = base.articles.iter().map(|article| article.id.clone()).collect();
    let mut articles = base.articles.clone();
    let names = link::corrected::names(&base.aliases, &base.editor.corrections);
    names.split(&mut own);
    for mut article in own {
        if keys.insert(article.key) {
            let stem = article.id.clone();
            let names = [stem.clone(), article.origin.file.clone()].into_iter();
            let mut names = names.chain((2..).map(|number: u32| format!("{stem}-{number}")));
            article.id = names.find(|name| !ids.contains(name)).expect("numbers do not end");
            ids.insert(article.id.clone());
            articles.push(article);
        }
    }
    articles.sort_by(|one, other| one.id.cmp(&other.id));
    let links = link::links_corrected(&articles, &names.naming(), &base.editor.corrections);
    let Collection { title, editor, aliases, .. } = base;
    Collection { title: title.clone(), articles, links, editor: editor.clone(), aliases: aliases.clone() }
}

fn place(origin: &Origin) -> Place {
    (origin.file.clone(), origin.record)
}

fn fields(set: &Set) -> Fields {
    let named = |value: &Option<String>| {
        let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty())?;
        Some(Named { value: value.to_owned(), from: FILE.to_owned() })
    };
    let Set { headline, outlet, date } = set;
    Fields { headline: named(headline), outlet: named(outlet), date: named(date), ..Fields::default() }
}

/// What the reader set, of an article's editor's fields.
pub fn set_in(fields: &Fields) -> Set {
    let value = |named: &Option<Named>| named.as_ref().map(|named| named.value.clone());
    Set { headline: value(&fields.headline), outlet: value(&fields.outlet), date: value(&fields.date) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse;
    use crossread_corpus::{ground::Ground, index::Index};

    const FERRY: &str = "Ferry runs again\n\nPublished 21:47, 3 March 2031\n\nMayor Ann Poe said that 7,000 crossed.\n";
    const BRIDGE: &str = "Bridge closed\n\nOn Monday the bridge was closed, Ann Poe said. Nobody was hurt.\n";
    const MARKET: &str = "Market opens\n\nThe market opened on 5 March 2031 with 40 stalls.\n";

    fn own(files: &[(&str, &str)]) -> Own {
        let mut own = Own::default();
        files.iter().for_each(|(name, text)| drop(own.add(name, text.as_bytes()).unwrap().clone()));
        own
    }

    fn lines(articles: &[Article]) -> String {
        let mut out = Vec::new();
        articles.iter().for_each(|article| export::write(article, &mut out).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn adding_and_removing_leaves_what_reading_at_once_gives() {
        let mut grown = own(&[("b.txt", BRIDGE)]);
        grown.find_ahead("b.txt");
        // Without the others the bridge has no date; with them it has.
        assert!(grown.articles(|_, _| ())[0].header.published.is_none());
        grown.add("a.txt", FERRY.as_bytes()).unwrap();
        grown.find_ahead("a.txt");
        grown.articles(|_, _| ());
        grown.add("c.txt", MARKET.as_bytes()).unwrap();
        let all = grown.articles(|_, _| ());
        let whole = own(&[("c.txt", MARKET), ("a.txt", FERRY), ("b.txt", BRIDGE)]).articles(|_, _| ());
        assert_eq!(lines(&all), lines(&whole));
        assert!(all[1].header.published.is_some());
        let (place, file) = grown.remove("a.txt").unwrap();
        assert_eq!((place, grown.articles(|_, _| ()).len()), (1, 2));
        grown.put(place, file);
        assert_eq!(lines(&grown.articles(|_, _| ())), lines(&whole));
        assert_eq!(grown.files()[1].name, "a.txt");
    }

    #[test]
    fn joined_to_nothing_they_are_a_collection_of_their_own() {
        let mut own = own(&[("a.txt", FERRY), ("b.txt", BRIDGE)]);
        let readings = own.files().iter().flat_map(|file| file.readings.clone()).collect();
        assert_eq!(joined(&Collection::default(), own.articles(|_, _| ())), analyse(readings, None));
    }

    #[test]
    fn a_collection_keeps_its_ids_and_holds_an_article_once() {
        let base = analyse(own(&[("a.txt", FERRY)]).files()[0].readings.clone(), None);
        let mut own = own(&[("a.txt", MARKET), ("again.txt", FERRY)]);
        let joined = joined(&base, own.articles(|_, _| ()));
        let ids: Vec<&str> = joined.articles.iter().map(|article| article.id.as_str()).collect();
        assert_eq!(ids, ["a", "a.txt"]);
        assert_eq!(joined.articles[0].key, base.articles[0].key);
        assert!(joined.links.is_sound(&joined.articles));
        assert!(Index::build(&joined.articles).fits(&joined.articles));
    }

    #[test]
    fn names_are_told_apart_and_repeats_refused() {
        let mut own = own(&[("x/a.txt", FERRY)]);
        assert_eq!(own.add("x/a.txt", MARKET.as_bytes()).unwrap().name, "x/a (2).txt");
        assert_eq!(own.add("b.v/a", b"x").unwrap_err().problem, "a file without an extension");
        let error = own.add("z.md", FERRY.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, "z.md: the same file as your x/a.txt; it is there already");
        assert_eq!(own.files().len(), 2);
    }

    #[test]
    fn a_header_is_as_the_reader_sets_it_and_as_an_editor_of_a_folder_would() {
        let table = "text,headline\nThe ferry sank.,Old\nThe bridge fell on Monday.,\n";
        let mut own = own(&[("b.txt", BRIDGE), ("t.csv", table)]);
        let set = |headline: &str, date: &str| Set {
            headline: Some(headline.to_owned()),
            outlet: None,
            date: Some(date.to_owned()).filter(|date| !date.is_empty()),
        };
        assert_eq!(own.correct("b.txt", None, &set("A \"new\" one", "2031-03-05T21:47+05:30")), Some(Set::default()));
        assert_eq!(own.correct("t.csv", Some(2), &set(" Second ", "")), Some(Set::default()));
        assert_eq!(own.correct("t.csv", Some(3), &Set::default()), None);
        assert_eq!(own.set_in("t.csv"), [(Some(2), set("Second", ""))]);
        let articles = own.articles(|_, _| ());
        let published = articles[0].header.published.as_ref().unwrap();
        assert_eq!((published.value.date.day(), &published.ground), (5, &Ground::Editor(FILE.to_owned())));
        // "On Monday" is now counted from that day.
        assert!(articles[0].annotations.times.iter().any(|time| time.counted_from.is_some()));
        let toml = own.corpus_toml(&articles);
        let editor = crate::editor::corpus(FILE, &toml).unwrap();
        let names: Vec<&str> = editor.articles.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["b.txt", "t-2"]);
        assert_eq!(editor.articles[0].fields, own.files()[0].readings[0].editor);
        assert_eq!(own.correct("b.txt", None, &Set::default()), Some(set("A \"new\" one", "2031-03-05T21:47+05:30")));
        assert!(own.articles(|_, _| ())[0].header.published.is_none());
    }
}
