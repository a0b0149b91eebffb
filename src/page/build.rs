//! Finds what the page embeds of the articles: `crossread embed` has written it before, as a hook of Trunk.
//!
//! Where it is missing, as in a plain `cargo check`, the page compiles without articles, and says so.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

fn main() {
    let embedded = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/crossread/shard");
    println!("cargo::rerun-if-changed={}", embedded.display());
    let shard = fs::read(&embedded).unwrap_or_else(|_| {
        println!("cargo::warning=there are no articles in this page: to build it with them, cargo xtask build");
        Vec::new()
    });
    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR");
    if let Err(error) = fs::write(out.join("shard"), shard) {
        println!("cargo::error={}: {error}", out.display());
        process::exit(1);
    }
}
