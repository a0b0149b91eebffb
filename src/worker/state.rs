//! What the worker knows, and how it carries out the page's orders.

use crate::{
    ahead::{Ahead, Given},
    kept::Kept,
    tell,
    understood::{header, understood},
};
use crossread_analysis::{
    export,
    own::{Own, OwnFile, joined, set_in},
    read,
};
use crossread_corpus::{
    article::{Article, ArticleKey},
    collection::Collection,
    index::Index,
    message::{self, Answer, Changed, Export, Headed, Order, OwnArticle, Set, Step, Undo},
    results::Library,
    shard,
};
use js_sys::Uint8Array;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};
use wasm_bindgen::JsValue;

/// All of it; a worker begins with none.
#[derive(Default)]
pub(crate) struct State {
    /// The collection that the page was built with.
    base: Collection,
    own: Own,
    kept: Kept,
    /// The last change, where it can be undone.
    last: Option<Last>,
    /// How many articles there were when the page was last told.
    articles: usize,
    /// Files that could not be kept, as they were given.
    unkept: BTreeMap<String, Uint8Array>,
    adding: Adding,
}

/// Files being added that were read.
#[derive(Default)]
struct Adding {
    read: Vec<(String, Uint8Array)>,
    /// Those with headers that another reader set.
    headed: Vec<String>,
}

/// A change that can be undone.
enum Last {
    /// Files were taken out: their places, and what was kept of them.
    Removed(Vec<(usize, OwnFile, Option<JsValue>)>),
    /// A header was set; what was set before, by file and record.
    Corrected(String, Option<u32>, Set),
}

impl State {
    /// Carries out one order.
    ///
    /// # Errors
    /// When what travels beside it is not what it should be.
    pub(crate) async fn carry_out(&mut self, order: Order, beside: Vec<JsValue>) -> Result<(), String> {
        match order {
            Order::Begin { place, read_kept } => self.begin(&place, read_kept, &beside).await,
            Order::Add { before, all, names, set } => {
                self.read_all(before..all, &names, &set, &beside).await;
                if before + count(names.len()) == all {
                    self.add().await;
                }
                Ok(())
            }
            Order::Remove(names) => {
                self.remove(&names).await;
                Ok(())
            }
            Order::Undo => {
                self.undo().await;
                Ok(())
            }
            Order::Correct { name, record, set } => {
                self.correct(name, record, &set).await;
                Ok(())
            }
            Order::Export(what) => {
                tell(&Answer::Exported(what), &[self.export(what)]);
                Ok(())
            }
            Order::Files => {
                self.give_files().await;
                Ok(())
            }
        }
    }

    async fn begin(&mut self, place: &str, read_kept: bool, beside: &[JsValue]) -> Result<(), String> {
        let shard = beside.first().map(bytes_of).unwrap_or_default();
        self.base = Arc::unwrap_or_clone(shard::read(&shard).map_err(|error| error.to_string())?.collection);
        self.kept = Kept::at(place);
        if let Some(memory) = beside.get(1) {
            let (own, keys) = postcard::from_bytes(&bytes_of(memory)).map_err(|error| error.to_string())?;
            self.own = own;
            self.kept.remember(keys);
            self.articles = self.own.files().iter().map(|file| file.readings.len()).sum();
        }
        if read_kept {
            let (files, mut faults) = self.kept.read().await;
            let all = count(files.len());
            for (number, file) in (0..).zip(files) {
                tell(&Answer::Step(Step::Reading { done: number, all }), &[]);
                match self.own.add(&file.name, &file.bytes) {
                    Ok(read) => {
                        let name = read.name.clone();
                        self.kept.is_at(&name, file.key);
                        for (record, set) in &file.set {
                            self.own.correct(&name, *record, set);
                        }
                    }
                    Err(rejection) => faults.push(rejection.to_string()),
                }
            }
            self.changed();
            tell(&Answer::Kept((!faults.is_empty()).then(|| faults.join(" "))), &[]);
        }
        Ok(())
    }

    /// Reads files one after the other, and finds what they say while the browser gets the next; `numbers` are those of
    /// these and all that are still to come.
    async fn read_all(&mut self, numbers: Range<u32>, names: &[String], set: &[Vec<Headed>], files: &[JsValue]) {
        let all = numbers.end;
        let mut given = Ahead::of(files);
        for ((number, name), set) in numbers.zip(names).zip(set) {
            tell(&Answer::Step(Step::Reading { done: number, all }), &[]);
            let Some(given) = given.next().await else { break };
            let refused = match self.read(name, given) {
                Ok(read) => {
                    for (record, set) in set.iter().filter(|(_, set)| set.fault().is_none()) {
                        self.own.correct(&read.0, *record, set);
                    }
                    self.own.find_ahead(&read.0);
                    self.adding.headed.extend((!set.is_empty()).then(|| read.0.clone()));
                    self.adding.read.push(read);
                    None
                }
                Err(why) => Some(why),
            };
            tell(&Answer::Read { number, refused }, &[]);
        }
    }

    /// Keeps and adds the files that were read.
    async fn add(&mut self) {
        let Adding { read, headed } = core::mem::take(&mut self.adding);
        if read.is_empty() {
            return tell(&Answer::Unchanged, &[]);
        }
        self.last = None;
        let worked_out = self.work_out();
        tell(&Answer::Step(Step::Finishing), &[]);
        // Only what could be analysed is kept: it will be analysed again when the page is opened.
        let mut fault = self.kept.add(read.clone()).await.err();
        if fault.is_some() {
            self.unkept.extend(read);
        }
        for name in headed {
            fault = fault.or(self.keep_set(&name).await);
        }
        self.tell_changed(worked_out);
        tell(&Answer::Kept(fault), &[]);
    }

    /// Reads one file; gives what it is called and its bytes.
    fn read(&mut self, name: &str, given: Given) -> Result<(String, Uint8Array), String> {
        let bytes = match given {
            Given::Bytes(bytes) => bytes,
            Given::TooLong(size) => return Err(read::too_long(name, size).advice()),
            Given::Unreadable => {
                return Err("the browser cannot read this file; see that it exists and may be read".to_owned());
            }
        };
        let file = self.own.add(name, &bytes.to_vec()).map_err(|rejection| rejection.advice())?;
        Ok((file.name.clone(), bytes))
    }

    async fn remove(&mut self, names: &[String]) {
        let mut removed = Vec::new();
        for name in names {
            if let Some((place, file)) = self.own.remove(name) {
                let record = self.kept.take(name).await;
                removed.push((place, file, record));
            }
        }
        self.last = Some(Last::Removed(removed));
        self.changed();
    }

    /// Takes an article's header as the reader sets it.
    async fn correct(&mut self, name: String, record: Option<u32>, set: &Set) {
        let before = if set.fault().is_none() { self.own.correct(&name, record, set) } else { None };
        let Some(before) = before else { return tell(&Answer::Unchanged, &[]) };
        let fault = self.keep_set(&name).await;
        self.last = Some(Last::Corrected(name, record, before));
        self.changed();
        tell(&Answer::Kept(fault), &[]);
    }

    /// Keeps what is set in a file; what is wrong if it cannot be kept.
    async fn keep_set(&mut self, name: &str) -> Option<String> {
        self.kept.set(name, &self.own.set_in(name)).await.err()
    }

    /// Undoes the last change. Of files that were taken out the last one goes first, so that each comes to its place.
    async fn undo(&mut self) {
        let mut fault = None;
        match self.last.take() {
            Some(Last::Removed(removed)) => {
                for (place, file, record) in removed.into_iter().rev() {
                    let name = self.own.put(place, file).name.clone();
                    if let Some(record) = record {
                        fault = self.kept.put_back(&name, &record).await.err().or(fault);
                    }
                }
            }
            Some(Last::Corrected(name, record, before)) => {
                self.own.correct(&name, record, &before);
                fault = self.keep_set(&name).await;
            }
            None => {}
        }
        self.changed();
        if fault.is_some() {
            tell(&Answer::Kept(fault), &[]);
        }
    }

    /// What a reader takes along: their articles' analysis as the command line prints it, or what they set in headers.
    fn export(&mut self, what: Export) -> Vec<u8> {
        let articles = self.own.articles(|_, _| ());
        match what {
            Export::Analysis => {
                let mut lines = Vec::new();
                for article in &articles {
                    export::write(article, &mut lines).expect("memory takes what is written");
                }
                lines
            }
            Export::Headers => self.own.corpus_toml(&articles).into_bytes(),
        }
    }

    /// Gives the page all files as they were given.
    async fn give_files(&mut self) {
        let (mut files, mut missing, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
        // those that are just being added are not in the collection yet
        let is_new = |file: &&OwnFile| self.adding.read.iter().any(|(name, _)| *name == file.name);
        let files_now = self.own.files().iter().filter(|file| !is_new(file));
        let names: Vec<String> = files_now.map(|file| file.name.clone()).collect();
        for name in names {
            // A file of the name that could not be kept may have been here before the one that is kept.
            let given = match self.kept.bytes(&name).await {
                Some(given) => Some(given),
                None => self.unkept.get(&name).map(Uint8Array::to_vec),
            };
            match given {
                Some(given) => {
                    files.push((name.clone(), self.own.set_in(&name)));
                    bytes.push(given);
                }
                None => missing.push(name),
            }
        }
        tell(&Answer::Files { files, missing }, &bytes);
    }

    /// Gives the page the library that has come of a change.
    fn changed(&mut self) {
        let worked_out = self.work_out();
        self.tell_changed(worked_out);
    }

    /// Analyses what is new and links all anew: the files as they are now, what the page holds of the library, and the
    /// whole shard.
    fn work_out(&mut self) -> (Vec<message::Own>, [Vec<u8>; 2]) {
        let articles = self.own.articles(|done, all| {
            tell(&Answer::Step(Step::Finding { done: count(done), all: count(all) }), &[]);
        });
        tell(&Answer::Step(Step::Comparing), &[]);
        let known = self.base.articles.iter().map(|article| article.key).collect();
        let mut by_file: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
        for article in &articles {
            by_file.entry(&article.origin.file).or_default().push(article);
        }
        let of_file = |file: &OwnFile| by_file.get(file.name.as_str()).map_or(&[][..], Vec::as_slice);
        let files = self.own.files().iter().map(|file| own_of(file, of_file(file), &known)).collect();
        let joined = joined(&self.base, articles);
        let index = Index::build(&joined.articles);
        let whole = shard::write(&joined, &index);
        (files, [shard::page::write_quickly(&Library::new(joined, index)), whole])
    }

    fn tell_changed(&mut self, (files, [held, whole]): (Vec<message::Own>, [Vec<u8>; 2])) {
        let articles = files.iter().map(|file| file.articles.len()).sum();
        let before = core::mem::replace(&mut self.articles, articles);
        let difference = i32::try_from(articles).unwrap_or(i32::MAX) - i32::try_from(before).unwrap_or(i32::MAX);
        let memory =
            postcard::to_allocvec(&(&self.own, self.kept.keys())).expect("plain values in memory can be written");
        let undo = self.last.as_ref().map(|last| match last {
            Last::Removed(_) => Undo::Removal,
            Last::Corrected(..) => Undo::Header,
        });
        let changed = Changed { files, articles: difference, undo };
        tell(&Answer::Changed(changed), &[held, whole, memory]);
    }
}

/// What the page shows of one of the reader's files; `articles` are those in it, `known` those of the collection.
fn own_of(file: &OwnFile, articles: &[&Article], known: &BTreeSet<ArticleKey>) -> message::Own {
    let own = |article: &&Article| {
        let reading = file.readings.iter().find(|reading| reading.origin.record == article.origin.record);
        OwnArticle {
            key: article.key,
            record: article.origin.record,
            understood: understood(article, known.contains(&article.key)),
            header: header(article),
            set: reading.map(|reading| set_in(&reading.editor)).unwrap_or_default(),
        }
    };
    message::Own { name: file.name.clone(), articles: articles.iter().map(own).collect() }
}

fn bytes_of(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
