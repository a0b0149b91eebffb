//! The articles with all that was found in them, as a file beside the page, or in the page that is one file: what the
//! programs read that work out lenses and read a reader's own articles.

use crate::single_file::{gzip, in_base64};
use anyhow::{Context, Result};
use crossread_corpus::{results::Library, shard};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// The whole shard, gzipped: servers do not compress a file whose kind they do not know.
pub(crate) struct Whole(Vec<u8>);

impl Whole {
    /// Of a library.
    pub(crate) fn of(library: &Library) -> Result<Self> {
        gzip(&shard::write(&library.collection, &library.index)).map(Self)
    }

    /// What its file is called, without the ending: another name for every content.
    pub(crate) fn name(&self) -> String {
        let digest = Sha256::digest(&self.0);
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("crossread-{hash}")
    }

    /// Writes it beside the page.
    pub(crate) fn write(&self, staging: &Path) -> Result<()> {
        let path = staging.join(format!("{}.shard", self.name()));
        fs::write(&path, &self.0).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// The same for the page that is one file.
    pub(crate) fn inline(&self) -> Markup {
        html! { script type="application/octet-stream" id="shard-packed" { (in_base64(&self.0)) } }
    }
}
