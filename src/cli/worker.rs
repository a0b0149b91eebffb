//! The worker that reads a reader's own articles: its files beside the page, and in the page that is one file.

use crate::single_file::{inside_script, pack};
use anyhow::{Context, Result};
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// What Trunk calls the worker's files; it gives them no hash.
const TRUNKS: &str = "crossread-worker";

/// What makes a worker of wasm-bindgen's script.
const START: &str = include_str!("../worker/start.js");

/// The worker's files.
pub(crate) struct Worker {
    script: String,
    program: Vec<u8>,
}

impl Worker {
    /// As Trunk left them in the folder `staging`.
    pub(crate) fn of(staging: &Path) -> Result<Self> {
        let path = |end: &str| staging.join(format!("{TRUNKS}{end}"));
        let told = |end: &str| format!("{}: the worker is missing; is its link in index.html?", path(end).display());
        let glue = fs::read_to_string(path(".js")).with_context(|| told(".js"))?;
        let program = fs::read(path("_bg.wasm")).with_context(|| told("_bg.wasm"))?;
        Ok(Self { script: format!("{glue}\n{START}"), program })
    }

    /// What its files beside the page are called: another name for every build, so that no cache mixes two.
    pub(crate) fn name(&self) -> String {
        let digest = Sha256::new().chain_update(&self.script).chain_update(&self.program).finalize();
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("{TRUNKS}-{hash}")
    }

    /// Writes them, in place of Trunk's.
    pub(crate) fn write(&self, staging: &Path) -> Result<()> {
        let name = self.name();
        for (end, bytes) in [(".js", self.script.as_bytes()), ("_bg.wasm", &self.program)] {
            let path = staging.join(format!("{name}{end}"));
            fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
            let old = staging.join(format!("{TRUNKS}{end}"));
            fs::remove_file(&old).with_context(|| format!("{} cannot be taken away", old.display()))?;
        }
        Ok(())
    }

    /// The same for a page that is one file: the script as text, the program gzipped in base64. Neither runs there.
    pub(crate) fn inline(&self) -> Result<Markup> {
        Ok(html! {
            script type="application/octet-stream" id="worker-script" { (PreEscaped(inside_script(&self.script))) }
            script type="application/octet-stream" id="worker-program" { (PreEscaped(pack(&self.program)?)) }
        })
    }
}
