//! What the worker knows, and how it carries out the page's orders.

use crate::{kept::Kept, tell, understood::understood};
use crossread_analysis::{
    export,
    own::{Own, OwnFile, joined},
    read,
};
use crossread_corpus::{
    article::Article,
    collection::Collection,
    index::Index,
    message::{self, Answer, Changed, Order, Step},
    results::Library,
    shard,
};
use js_sys::Uint8Array;
use std::{collections::BTreeSet, sync::Arc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// All of it; a worker begins with none.
#[derive(Default)]
pub(crate) struct State {
    /// The collection that the page was built with.
    base: Collection,
    own: Own,
    kept: Kept,
    /// What was taken out last: its places, and what was kept of it.
    removed: Vec<(usize, OwnFile, Option<JsValue>)>,
    /// How many articles there were when the page was last told.
    articles: usize,
}

impl State {
    /// Carries out one order.
    ///
    /// # Errors
    /// When what travels beside it is not what it should be.
    pub(crate) async fn carry_out(&mut self, order: Order, beside: Vec<JsValue>) -> Result<(), String> {
        match order {
            Order::Begin { place, read_kept } => self.begin(&place, read_kept, &beside).await,
            Order::Add { names } => {
                self.add(&names, &beside).await;
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
            Order::Export => {
                let lines = self.lines();
                tell(&Answer::Exported, &[lines]);
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
            for (number, (name, bytes, key)) in (0..).zip(files) {
                tell(&Answer::Step(Step::Reading { done: number, all }), &[]);
                match self.own.add(&name, &bytes) {
                    Ok(file) => {
                        let name = file.name.clone();
                        self.kept.is_at(&name, key);
                    }
                    Err(rejection) => faults.push(rejection.to_string()),
                }
            }
            self.changed();
            tell(&Answer::Kept((!faults.is_empty()).then(|| faults.join(" "))), &[]);
        }
        Ok(())
    }

    /// Reads files one after the other; those that were read are kept and added together.
    async fn add(&mut self, names: &[String], files: &[JsValue]) {
        let all = count(files.len());
        let mut added: Vec<(String, Uint8Array)> = Vec::new();
        for (number, (name, file)) in (0..).zip(names.iter().zip(files)) {
            tell(&Answer::Step(Step::Reading { done: number, all }), &[]);
            let refused = match self.read(name, file.unchecked_ref()).await {
                Ok(read) => {
                    added.push(read);
                    None
                }
                Err(why) => Some(why),
            };
            tell(&Answer::Read { number, refused }, &[]);
        }
        if added.is_empty() {
            return tell(&Answer::Unchanged, &[]);
        }
        self.removed.clear();
        let worked_out = self.work_out();
        // Only what could be analysed is kept: it will be analysed again when the page is opened.
        let fault = self.kept.add(added).await.err();
        self.tell_changed(worked_out);
        tell(&Answer::Kept(fault), &[]);
    }

    /// Reads one file; the bytes of a file that is too long are not asked for.
    async fn read(&mut self, name: &str, file: &Blob) -> Result<(String, Uint8Array), String> {
        if file.size() > read::LIMIT as f64 {
            return Err(read::too_long(name, file.size() as u64).advice());
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| "the browser cannot read this file; see that it exists and may be read")?;
        let bytes = Uint8Array::new(&buffer);
        let file = self.own.add(name, &bytes.to_vec()).map_err(|rejection| rejection.advice())?;
        Ok((file.name.clone(), bytes))
    }

    async fn remove(&mut self, names: &[String]) {
        self.removed.clear();
        for name in names {
            if let Some((place, file)) = self.own.remove(name) {
                let record = self.kept.take(name).await;
                self.removed.push((place, file, record));
            }
        }
        self.changed();
    }

    /// Puts back what was taken out last, the last one first, so that each comes to its place.
    async fn undo(&mut self) {
        let mut fault = None;
        for (place, file, record) in core::mem::take(&mut self.removed).into_iter().rev() {
            let name = self.own.put(place, file).name.clone();
            if let Some(record) = record {
                fault = self.kept.put_back(&name, &record).await.err().or(fault);
            }
        }
        self.changed();
        if fault.is_some() {
            tell(&Answer::Kept(fault), &[]);
        }
    }

    /// The analysis of the reader's own articles, as the command line prints it.
    fn lines(&mut self) -> Vec<u8> {
        let mut lines = Vec::new();
        for article in self.own.articles(|_, _| ()) {
            export::write(&article, &mut lines).expect("memory takes what is written");
        }
        lines
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
        let files = self.own.files().iter().map(|file| own_of(file, &articles, &self.base)).collect();
        let joined = joined(&self.base, articles);
        let index = Index::build(&joined.articles);
        let whole = shard::write(&joined, &index);
        (files, [shard::page::write_quickly(&Library::new(joined, index)), whole])
    }

    fn tell_changed(&mut self, (files, [held, whole]): (Vec<message::Own>, [Vec<u8>; 2])) {
        let articles = files.iter().map(|file| file.keys.len()).sum();
        let before = core::mem::replace(&mut self.articles, articles);
        let difference = i32::try_from(articles).unwrap_or(i32::MAX) - i32::try_from(before).unwrap_or(i32::MAX);
        let memory =
            postcard::to_allocvec(&(&self.own, self.kept.keys())).expect("plain values in memory can be written");
        let changed = Changed { files, articles: difference, can_undo: !self.removed.is_empty() };
        tell(&Answer::Changed(changed), &[held, whole, memory]);
    }
}

/// What the page shows of one of the reader's files.
fn own_of(file: &OwnFile, articles: &[Article], base: &Collection) -> message::Own {
    let known: BTreeSet<_> = base.articles.iter().map(|article| article.key).collect();
    let of_file: Vec<&Article> = articles.iter().filter(|article| article.origin.file == file.name).collect();
    message::Own {
        name: file.name.clone(),
        keys: of_file.iter().map(|article| article.key).collect(),
        understood: of_file.iter().map(|article| understood(article, known.contains(&article.key))).collect(),
    }
}

fn bytes_of(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
