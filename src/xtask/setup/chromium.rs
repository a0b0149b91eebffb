//! The browser of the browser tests: Chromium or one built on it, as the system has it.

use super::apt::Package;
use crate::program::{on_path, version};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The first is Chromium without a window and what belongs to one: the same pages, a third sooner.
const NAMES: &[&str] = &[
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
];

/// Where systems that do not use PATH put their browsers.
const PLACES: &[&str] = if cfg!(target_os = "macos") {
    &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]
} else if cfg!(windows) {
    &[
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ]
} else {
    &[]
};

const PACKAGE: Package = Package {
    name: "Chromium",
    apt: &["chromium-headless-shell"],
    dnf: "chromium",
    pacman: "chromium",
    brew: "--cask chromium",
    winget: "Google.Chrome",
};

/// Finds a browser, and installs Chromium where that can be done without asking.
pub(crate) fn ensure(root: &Path) -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM").filter(|value| !value.is_empty()).map(PathBuf::from) {
        if !runs(&chosen) {
            bail!("CHROMIUM is set to {}, which is no browser that runs", chosen.display());
        }
        return Ok(chosen);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    PACKAGE.install(root)?;
    find().context("Chromium was installed and still is not found: set CHROMIUM to its path")
}

fn find() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from);
    NAMES.iter().filter_map(|name| on_path(&[name])).chain(places).find(|file| runs(file))
}

fn runs(file: &Path) -> bool {
    // On Windows a browser asked for its version opens a window.
    if cfg!(windows) { file.is_file() } else { version(file).is_some() }
}
