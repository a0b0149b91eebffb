//! The reader's own files in the browser's IndexedDB: as given, in the order they came.
//!
//! A record is `{ format, name, bytes, set }` under a number that counts up; `set` is what the reader set in the headers of
//! its articles, in JSON. Every change is one of its own records, so two tabs that are open at once take nothing from each
//! other.

use crossread_corpus::message::Set;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use std::{collections::BTreeMap, future::IntoFuture};
use wasm_bindgen::{JsCast, JsValue};

/// The version of the database: it goes up when its stores change, and `upgrade` makes the older ones so.
const VERSION: u32 = 1;

/// The version of a record. Those of version 1 have no `set`; they are read as they are, and become of this version when
/// one is made.
const FORMAT: f64 = 2.0;

/// So many bytes are written at once, or one file: whatever does not fit leaves what came before.
const AT_ONCE: u32 = 50_000_000;

/// So many records are read at once.
const READ_AT_ONCE: usize = 100;

const STORE: &str = "files";

/// Where files are kept; opened when first needed.
#[derive(Default)]
pub(crate) struct Kept {
    name: String,
    database: Option<Database>,
    /// Under which number a file is kept.
    keys: BTreeMap<String, f64>,
}

impl Kept {
    /// For the page of this name.
    pub(crate) fn at(place: &str) -> Self {
        Self { name: format!("crossread {place}"), ..Self::default() }
    }

    /// Under which number each file is kept.
    pub(crate) const fn keys(&self) -> &BTreeMap<String, f64> {
        &self.keys
    }

    /// Takes over what an earlier worker knew.
    pub(crate) fn remember(&mut self, keys: BTreeMap<String, f64>) {
        self.keys = keys;
    }

    /// Says under which number a file is kept.
    pub(crate) fn is_at(&mut self, name: &str, key: f64) {
        self.keys.insert(name.to_owned(), key);
    }

    /// All that is kept, in the order it came; and what is wrong with the rest, in sentences.
    pub(crate) async fn read(&mut self) -> (Vec<KeptFile>, Vec<String>) {
        match self.try_read().await {
            Ok(read) => read,
            Err(error) => (Vec::new(), vec![in_words(&error)]),
        }
    }

    /// Keeps files.
    ///
    /// # Errors
    /// Why not, in a sentence.
    pub(crate) async fn add(&mut self, files: Vec<(String, Uint8Array)>) -> Result<(), String> {
        let (mut part, mut size) = (Vec::new(), 0);
        let mut parts = Vec::new();
        for (name, bytes) in files {
            if size > 0 && size + bytes.length() > AT_ONCE {
                parts.push(core::mem::take(&mut part));
                size = 0;
            }
            size += bytes.length();
            part.push((name, bytes));
        }
        parts.push(part);
        for part in parts {
            let records: Vec<JsValue> = part.iter().map(|(name, bytes)| record(name, bytes)).collect();
            let keys = self.write(&records, None).await.map_err(|error| in_words(&error))?;
            self.keys.extend(part.into_iter().map(|(name, _)| name).zip(keys));
        }
        Ok(())
    }

    /// Keeps what the reader set in the headers of a file's articles.
    ///
    /// # Errors
    /// Why not, in a sentence.
    pub(crate) async fn set(&mut self, name: &str, set: &[(Option<u32>, Set)]) -> Result<(), String> {
        match self.try_set(name, set).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("Not kept in this browser: {name} is not, or another tab has taken it out.")),
            Err(error) => Err(in_words(&error)),
        }
    }

    /// Changes the record within one transaction: another tab may change it, too. False where it is not there.
    async fn try_set(&mut self, name: &str, set: &[(Option<u32>, Set)]) -> Result<bool, idb::Error> {
        let Some(key) = self.keys.get(name).map(|key| JsValue::from(*key)) else { return Ok(false) };
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let Some(record) = store.get(key.clone())?.await? else { return Ok(false) };
        let json = serde_json::to_string(set).expect("plain values in memory can be written");
        for (field, value) in [("format", FORMAT.into()), ("set", JsValue::from(json))] {
            // Plain objects take every field.
            let _ = Reflect::set(&record, &field.into(), &value);
        }
        store.put(&record, Some(&key))?.await?;
        ended(transaction.await?.is_aborted()).map(|()| true)
    }

    /// The bytes of a file, as it was given.
    pub(crate) async fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        let key = JsValue::from(self.keys.get(name).copied()?);
        let record = self.records(core::slice::from_ref(&key)).await.ok()?.pop()?;
        let bytes = Reflect::get(&record, &"bytes".into()).ok()?;
        bytes.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
    }

    /// Takes a file out; gives what was kept of it.
    pub(crate) async fn take(&mut self, name: &str) -> Option<JsValue> {
        let key = JsValue::from(self.keys.get(name).copied()?);
        let database = self.open().await.ok()?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
        let store = transaction.object_store(STORE).ok()?;
        let record = store.get(key.clone()).ok()?.await.ok()??;
        store.delete(key).ok()?.await.ok()?;
        transaction.await.ok()?;
        Some(record)
    }

    /// Puts back what was taken out, under the number it had.
    ///
    /// # Errors
    /// Why not, in a sentence.
    pub(crate) async fn put_back(&mut self, name: &str, record: &JsValue) -> Result<(), String> {
        let key = self.keys.get(name).map(|key| JsValue::from(*key));
        let keys = self.write(core::slice::from_ref(record), key).await.map_err(|error| in_words(&error))?;
        self.keys.extend(keys.into_iter().map(|key| (name.to_owned(), key)));
        Ok(())
    }

    /// Writes records, all or none of them; a single one where it was. Gives their numbers.
    async fn write(&mut self, records: &[JsValue], key: Option<JsValue>) -> Result<Vec<f64>, idb::Error> {
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let mut requests = Vec::new();
        for record in records {
            requests.push(store.put(record, key.as_ref())?.into_future());
        }
        let mut keys = Vec::new();
        for request in requests {
            keys.push(request.await?.as_f64().unwrap_or_default());
        }
        // Only what a transaction has ended with is kept.
        ended(transaction.await?.is_aborted()).map(|()| keys)
    }

    async fn try_read(&mut self) -> Result<(Vec<KeptFile>, Vec<String>), idb::Error> {
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let keys = transaction.object_store(STORE)?.get_all_keys(None, None)?.await?;
        let mut read = Read::default();
        for part in keys.chunks(READ_AT_ONCE) {
            match self.records(part).await {
                Ok(records) => part.iter().zip(records).for_each(|(key, record)| read.take(key, record)),
                // One that cannot be had takes those read with it away: each by itself, then.
                Err(_) => {
                    for key in part {
                        match self.records(core::slice::from_ref(key)).await {
                            Ok(records) => records.into_iter().for_each(|record| read.take(key, record)),
                            Err(_) => read.damaged += 1,
                        }
                    }
                }
            }
        }
        let mut faults = Vec::new();
        let mut tell = |count: usize, what: &str| {
            if count > 0 {
                let files = crossread_corpus::wording::counted(count, "kept file", "kept files");
                faults.push(format!("{files} {what}; the others are here."));
            }
        };
        tell(read.damaged, "cannot be read back (damaged)");
        tell(read.newer, "can only be read by a newer version of this page");
        Ok((read.files, faults))
    }

    /// The records of these numbers.
    async fn records(&mut self, keys: &[JsValue]) -> Result<Vec<JsValue>, idb::Error> {
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let mut requests = Vec::new();
        for key in keys {
            requests.push(store.get(key.clone())?.into_future());
        }
        let mut records = Vec::new();
        for request in requests {
            records.push(request.await?.unwrap_or_default());
        }
        Ok(records)
    }

    async fn open(&mut self) -> Result<&Database, idb::Error> {
        if self.database.is_none() {
            let mut request = Factory::new()?.open(&self.name, Some(VERSION))?;
            request.on_upgrade_needed(|event| {
                // Version 1 is the first: whatever comes later changes what is there, and takes nothing away.
                if let Ok(database) = event.database()
                    && !database.store_names().iter().any(|name| name == STORE)
                {
                    let mut parameters = ObjectStoreParams::new();
                    parameters.auto_increment(true);
                    let _ = database.create_object_store(STORE, parameters);
                }
            });
            let mut database = request.await?;
            // A newer version of the page in another tab must not wait for this one.
            database.on_version_change(|event| {
                if let Some(database) = event.target() {
                    database.unchecked_into::<web_sys::IdbDatabase>().close();
                }
            });
            self.database = Some(database);
        }
        Ok(self.database.as_ref().expect("it was opened just now"))
    }
}

/// A file that is kept.
pub(crate) struct KeptFile {
    /// Its name.
    pub(crate) name: String,
    /// As it was given.
    pub(crate) bytes: Vec<u8>,
    /// What the reader set in the headers of its articles, by their numbers in a file of several.
    pub(crate) set: Vec<(Option<u32>, Set)>,
    /// The number it is kept under.
    pub(crate) key: f64,
}

/// What has been read of the store.
#[derive(Default)]
struct Read {
    files: Vec<KeptFile>,
    damaged: usize,
    newer: usize,
}

impl Read {
    fn take(&mut self, key: &JsValue, record: JsValue) {
        let field = |name: &str| Reflect::get(&record, &name.into()).unwrap_or_default();
        let set = match field("set").as_string() {
            Some(json) => serde_json::from_str(&json).ok(),
            None => Some(Vec::new()),
        };
        match (field("format").as_f64(), field("name").as_string(), field("bytes").dyn_into::<Uint8Array>(), set) {
            (Some(format), ..) if format > FORMAT => self.newer += 1,
            (Some(_), Some(name), Ok(bytes), Some(set)) => {
                let key = key.as_f64().unwrap_or_default();
                self.files.push(KeptFile { name, bytes: bytes.to_vec(), set, key });
            }
            _ => self.damaged += 1,
        }
    }
}

/// An error where the transaction was given up, as browsers do when they run out of room.
fn ended(is_aborted: bool) -> Result<(), idb::Error> {
    if is_aborted { Err(idb::Error::AddFailed(JsValue::from("QuotaExceededError"))) } else { Ok(()) }
}

fn record(name: &str, bytes: &Uint8Array) -> JsValue {
    let record = Object::new();
    for (field, value) in [("format", FORMAT.into()), ("name", name.into()), ("bytes", JsValue::from(bytes))] {
        // Plain objects take every field.
        let _ = Reflect::set(&record, &field.into(), &value);
    }
    record.into()
}

/// What is wrong, in a sentence for the reader.
fn in_words(error: &idb::Error) -> String {
    let error = error.to_string();
    let why = if error.contains("Quota") {
        "there is no room left for this page"
    } else if error.contains("VersionError") || error.contains("higher version") || error.contains("less than") {
        "a newer version of this page has kept articles here in a way that this one does not read; reload the page to get it"
    } else {
        "the browser does not let this page keep anything, as in private windows"
    };
    format!("Not kept in this browser: {why}. What you added stays until the page is closed.")
}
