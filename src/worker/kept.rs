//! The reader's own files in the browser's IndexedDB: as given, in the order they came.
//!
//! A record is `{ format, name, bytes }` under a number that counts up. Every change is one of its own records, so two
//! tabs that are open at once take nothing from each other.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};

/// The version of the database: it goes up when its stores change, and `upgrade` makes the older ones so.
const VERSION: u32 = 1;

/// The version of a record.
const FORMAT: f64 = 1.0;

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

    /// All that is kept, in the order it came, as name, bytes and number; and what is wrong with the rest, in sentences.
    pub(crate) async fn read(&mut self) -> (Vec<(String, Vec<u8>, f64)>, Vec<String>) {
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
        for (name, bytes) in files {
            let record = record(&name, &bytes);
            let key = self.write(&record, None).await.map_err(|error| in_words(&error))?;
            self.keys.insert(name, key);
        }
        Ok(())
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
        let key = self.write(record, key).await.map_err(|error| in_words(&error))?;
        self.keys.insert(name.to_owned(), key);
        Ok(())
    }

    async fn write(&mut self, record: &JsValue, key: Option<JsValue>) -> Result<f64, idb::Error> {
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let key = transaction.object_store(STORE)?.put(record, key.as_ref())?.await?;
        // Only what a transaction has ended with is kept.
        let outcome = transaction.await?;
        if outcome.is_aborted() {
            return Err(idb::Error::AddFailed(JsValue::from("QuotaExceededError")));
        }
        Ok(key.as_f64().unwrap_or_default())
    }

    async fn try_read(&mut self) -> Result<(Vec<(String, Vec<u8>, f64)>, Vec<String>), idb::Error> {
        let transaction = self.open().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let keys = store.get_all_keys(None, None)?.await?;
        let (mut files, mut damaged, mut newer) = (Vec::new(), 0, 0);
        for key in keys {
            let record = store.get(key.clone())?.await?.unwrap_or_default();
            let field = |name: &str| Reflect::get(&record, &name.into()).unwrap_or_default();
            match (field("format").as_f64(), field("name").as_string(), field("bytes").dyn_into::<Uint8Array>()) {
                (Some(FORMAT), Some(name), Ok(bytes)) => {
                    files.push((name, bytes.to_vec(), key.as_f64().unwrap_or_default()));
                }
                (Some(format), ..) if format > FORMAT => newer += 1,
                _ => damaged += 1,
            }
        }
        let mut faults = Vec::new();
        let mut tell = |count: usize, what: &str| {
            if count > 0 {
                let files = crossread_corpus::wording::counted(count, "kept file", "kept files");
                faults.push(format!("{files} {what}; the others are here."));
            }
        };
        tell(damaged, "cannot be read back (damaged)");
        tell(newer, "can only be read by a newer version of this page");
        Ok((files, faults))
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
