//! The page without a connection: a service worker that keeps its files, and knows each by its hash.

use crate::lazy::Lazy;
use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// The name of its file. It must stay: browsers ask for a new version under the old name.
const FILE: &str = "service-worker.js";

/// The script that has the page kept, and offers new versions.
pub(crate) const REGISTER: &str = include_str!("offline.js");

/// What the worker does, behind the lists of its files.
const WORKER: &str = include_str!("service-worker.js");

/// The programs for a reader's own articles: whoever adds none does without.
const READERS: [&str; 2] = ["panel", "worker"];

/// What no page that is kept needs to have beside it; of style sheets only the pages of single articles have any.
const LEFT_OUT: [&str; 3] = ["crossread.html", FILE, ".css"];

/// Writes the worker for the finished page in `staging`: for the files in the folder itself. Pages of single articles are
/// left out, as there may be thousands.
pub(crate) fn write(staging: &Path, lazy: &[Lazy]) -> Result<()> {
    let path = staging.join(FILE);
    let text = worker(files(staging)?, lazy);
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// The files by name, with the hash of each.
fn files(staging: &Path) -> Result<BTreeMap<String, String>> {
    let listed = || format!("{} cannot be listed", staging.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(staging).with_context(listed)? {
        let path = entry.with_context(listed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && !name.starts_with('.') && !LEFT_OUT.iter().any(|out| name.ends_with(out)) {
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            files.insert(name, STANDARD.encode(Sha256::digest(bytes)));
        }
    }
    Ok(files)
}

/// The worker's text: another one whenever any file is another.
fn worker(files: BTreeMap<String, String>, lazy: &[Lazy]) -> String {
    let own = lazy.iter().filter(|program| READERS.contains(&program.kind));
    let own: Vec<String> = own.map(Lazy::name).collect();
    let is_later = |name: &String| own.iter().any(|own| name.starts_with(own.as_str()));
    let (later, first): (BTreeMap<_, _>, BTreeMap<_, _>) = files.into_iter().partition(|(name, _)| is_later(name));
    let json = |files| serde_json::to_string(files).expect("texts can be written");
    let lists = format!("const FIRST = {};\nconst LATER = {};\n{WORKER}", json(&first), json(&later));
    let version: String = Sha256::digest(&lists).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("const VERSION = \"{version}\";\n{lists}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(index: &str) -> String {
        worker(BTreeMap::from([("index.html".to_owned(), index.to_owned())]), &[])
    }

    #[test]
    fn another_file_makes_another_version() {
        let version = |text: &str| text.lines().next().unwrap().to_owned();
        let (one, other) = (listed("one"), listed("other"));
        assert!(version(&one).starts_with("const VERSION = \""), "{one}");
        assert_eq!(one, listed("one"));
        assert_ne!(version(&one), version(&other));
        assert!(one.contains("const FIRST = {\"index.html\":\"one\"};\nconst LATER = {};\n"), "{one}");
    }
}
