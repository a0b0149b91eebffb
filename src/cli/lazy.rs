//! The programs that the page fetches when they are first needed: the one that works out the lenses, the panel in which
//! articles are added, and the worker that reads them. Their files stand beside the page, and in the page that is one file.

use crate::single_file::{inside_script, pack};
use anyhow::{Context, Result};
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// What they are called, and what is put behind wasm-bindgen's script to start them.
const PROGRAMS: [(&str, &str); 3] = [
    ("lenses", include_str!("../lenses/start.js")),
    ("panel", include_str!("../panel/start.js")),
    ("worker", include_str!("../worker/start.js")),
];

/// What all of them begin with.
const ARRIVED: &str = include_str!("../element/arrived.js");

/// A program's files.
pub(crate) struct Lazy {
    /// As the page calls it.
    pub(crate) kind: &'static str,
    /// The script that starts it.
    script: String,
    program: Vec<u8>,
}

impl Lazy {
    /// All of them, as Trunk left them in the folder `staging`.
    pub(crate) fn all(staging: &Path) -> Result<Vec<Self>> {
        PROGRAMS.iter().map(|(kind, start)| Self::of(staging, kind, start)).collect()
    }

    fn of(staging: &Path, kind: &'static str, start: &str) -> Result<Self> {
        // Trunk gives them no hash.
        let path = |end: &str| staging.join(format!("crossread-{kind}{end}"));
        let told = |end: &str| format!("{}: the {kind} is missing; is its link in index.html?", path(end).display());
        let glue = fs::read_to_string(path(".js")).with_context(|| told(".js"))?;
        let program = fs::read(path("_bg.wasm")).with_context(|| told("_bg.wasm"))?;
        Ok(Self { kind, script: format!("{glue}\n{ARRIVED}\n{start}"), program })
    }

    /// What its files beside the page are called: another name for every build, so that no cache mixes two.
    pub(crate) fn name(&self) -> String {
        let digest = Sha256::new().chain_update(&self.script).chain_update(&self.program).finalize();
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("crossread-{}-{hash}", self.kind)
    }

    /// Writes them, in place of Trunk's.
    pub(crate) fn write(&self, staging: &Path) -> Result<()> {
        let name = self.name();
        for (end, bytes) in [(".js", self.script.as_bytes()), ("_bg.wasm", &self.program)] {
            let path = staging.join(format!("{name}{end}"));
            fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
            let old = staging.join(format!("crossread-{}{end}", self.kind));
            fs::remove_file(&old).with_context(|| format!("{} cannot be taken away", old.display()))?;
        }
        Ok(())
    }

    /// The script as it stands in a page that is one file: the page's policy must know it.
    pub(crate) fn inline_script(&self) -> String {
        inside_script(&self.script)
    }

    /// The same for a page that is one file: the script as text, the program gzipped in base64. Neither runs by itself.
    pub(crate) fn inline(&self) -> Result<Markup> {
        let id = |part: &str| format!("{}-{part}", self.kind);
        Ok(html! {
            script type="application/octet-stream" id=(id("script")) { (PreEscaped(self.inline_script())) }
            script type="application/octet-stream" id=(id("program")) { (PreEscaped(pack(&self.program)?)) }
        })
    }
}
