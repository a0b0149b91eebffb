//! Where the repository is, and what its root manifest pins.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The root of the repository. Asked of Cargo at run time, since two clones may share a target folder.
pub(crate) fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.ancestors().nth(2).expect("the crate stands in src/xtask").to_owned()
}

/// The version of wasm-bindgen that the page is built with; its command-line tool must be the same.
pub(crate) fn wasm_bindgen_version(root: &Path) -> Result<String> {
    let file = root.join("Cargo.toml");
    let manifest = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    pinned(&manifest, "wasm-bindgen")
        .context("the root Cargo.toml does not pin the version: it needs a line `wasm-bindgen = \"=X.Y.Z\"`")
}

/// The `X` of a manifest's `name = "=X"` or `name = { version = "=X", … }`.
fn pinned(manifest: &str, name: &str) -> Option<String> {
    let lines = manifest.lines().map(|line| line.split('#').next().unwrap_or_default());
    let mut values = lines.filter_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim().trim_matches('"') == name).then_some(value)
    });
    let value = values.next()?;
    let (_, after) = value.split_once("\"=")?;
    let (version, _) = after.split_once('"')?;
    Some(version.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pin_is_read_from_a_manifest() {
        let pin = |manifest| pinned(manifest, "oven");
        assert_eq!(pin("[a]\noven = \"=1.2.3\"\n").as_deref(), Some("1.2.3"));
        assert_eq!(pin("oven={ version = \"=1.2.3-rc.1\", features = [\"=x\"] }").as_deref(), Some("1.2.3-rc.1"));
        assert_eq!(pin("oven-cli = \"=9\"\n# oven = \"=8\"\noven = \"=7\" # why").as_deref(), Some("7"));
    }

    #[test]
    fn a_version_that_may_vary_is_no_pin() {
        for manifest in ["oven = \"1.2.3\"", "oven = { workspace = true }", "", "pan = \"=1\""] {
            assert_eq!(pinned(manifest, "oven"), None, "{manifest}");
        }
    }

    #[test]
    fn our_own_manifest_has_the_pin() {
        let version = wasm_bindgen_version(&root()).unwrap();
        assert_eq!(version.split('.').count(), 3, "{version}");
    }
}
