//! Reads the articles, analyses them and writes what of it the page embeds.
//!
//! The folder is `seeds/`, or the one that CROSSREAD_ARTICLES names. What can't be read stops the build, all of it told
//! at once.

use crossread_analysis::{collection, read};
use crossread_corpus::{index::Index, results::Library, shard};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

fn main() {
    println!("cargo::rerun-if-env-changed=CROSSREAD_ARTICLES");
    let folder = env::var_os("CROSSREAD_ARTICLES")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let collection = match read::folder(&folder).and_then(collection) {
        Ok(collection) => collection,
        Err(rejections) => {
            for rejection in rejections {
                println!("cargo::error={rejection}");
            }
            process::exit(1);
        }
    };
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let target = Path::new(&out).join("shard");
    if let Err(error) = fs::write(&target, shard::page::write(&library)) {
        println!("cargo::error={}: {error}", target.display());
        process::exit(1);
    }
}
