//! Node and the packages of the browser tests.

use super::apt::Package;
use crate::program::{on_path, program, run, version};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Playwright asks for this one or a later one.
const OLDEST: u32 = 20;
/// Beside the installed packages: the lock file they were installed from.
const STAMP: &str = ".installed-from.json";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

const PACKAGE: Package = Package {
    name: "Node (version 20 or later, with npm)",
    apt: &["nodejs", "npm"],
    dnf: "nodejs",
    pacman: "nodejs npm",
    brew: "node",
    winget: "OpenJS.NodeJS.LTS",
};

/// Finds Node, and installs it where that can be done without asking.
pub(crate) fn ensure(root: &Path) -> Result<PathBuf> {
    let there = |name| on_path(&[name]).is_some();
    if !there("node") || !(there("npm") || there("npm.cmd")) {
        PACKAGE.install(root)?;
    }
    let node = on_path(&["node"]).context("Node was installed but is not on PATH")?;
    let found = version(&node).with_context(|| format!("{} does not run", node.display()))?;
    if major(&found).is_none_or(|major| major < OLDEST) {
        bail!(
            "the browser tests need Node {OLDEST} or later, and {} is {found}: https://nodejs.org/en/download",
            node.display()
        );
    }
    Ok(node)
}

/// Installs the packages that the lock file in this folder names, unless that was done from the same lock file.
pub(crate) fn packages(root: &Path, folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| {
        format!("cannot read {}, which names what the browser tests need; is the clone complete?", lock.display())
    })?;
    let stamp = folder.join("node_modules").join(STAMP);
    // Contents are compared and not times, which a checkout sets anew; the stamp comes last, so that an interrupted
    // installation is done again.
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing what the browser tests need with npm (up to a minute)");
    let mut npm = program(NPM, root);
    npm.current_dir(folder).args(["ci", "--no-audit", "--no-fund"]);
    // The system's Chromium is used.
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    std::fs::create_dir_all(folder.join("node_modules"))?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_decides() {
        assert_eq!(major("22.1.0"), Some(22));
        assert_eq!(major("9.11.2"), Some(9));
        assert_eq!(major("x"), None);
    }
}
