//! Rust's own side of the set-up: the WebAssembly target and the crates.

use crate::program::{cargo, on_path, output, program, run};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// What the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the WebAssembly target where it is missing.
pub(crate) fn wasm_target(root: &Path) -> Result<()> {
    // Asked of rustc and not of rustup: it tells about the toolchain in use, whoever installed it.
    let folder = output(program("rustc", root).args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if on_path(&["rustup"]).is_none() {
        bail!("Rust's WebAssembly target is missing and so is rustup, which installs it: see https://rustup.rs");
    }
    println!("Installing Rust's WebAssembly target (some seconds)");
    run(program("rustup", root).args(["target", "add", WASM]))
}

/// Downloads the crates that Cargo.lock names, so that the build itself needs no network.
pub(crate) fn fetch(root: &Path) -> Result<()> {
    let offline = output(&mut cargo(root, &["fetch", "--locked", "--offline", "--quiet"]));
    if offline.is_ok() {
        return Ok(());
    }
    println!("Downloading the crates that Cargo.lock names (up to a minute)");
    run(&mut cargo(root, &["fetch", "--locked"])).context("the crates could not be downloaded")
}
