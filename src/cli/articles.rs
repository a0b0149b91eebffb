//! Which articles the page is about: what it embeds and what is written beside it come from one folder, read alike.

use anyhow::{Result, bail};
use crossread_analysis::read;
use crossread_corpus::collection::Collection;
use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the articles: the one that CROSSREAD_ARTICLES names, or else `seeds/` of the repository that Cargo
/// runs us from, or of the current folder.
pub(crate) fn folder() -> PathBuf {
    if let Some(folder) = env::var_os("CROSSREAD_ARTICLES") {
        return folder.into();
    }
    root().join("seeds")
}

/// The root of the repository that Cargo runs us from, or else the current folder.
pub(crate) fn root() -> PathBuf {
    // Asked at run time, since two clones may share a target folder.
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, |own| Path::new(&own).join("../.."))
}

/// Reads and analyses the articles of a folder.
pub(crate) fn collection(folder: &Path) -> Result<Collection> {
    match read::folder(folder).and_then(crossread_analysis::collection) {
        Ok(collection) => Ok(collection),
        Err(rejections) => {
            let lines: Vec<String> = rejections.iter().map(ToString::to_string).collect();
            bail!("the articles in {} cannot be read:\n  {}", folder.display(), lines.join("\n  "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_of_the_repository_are_found() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        assert!(!collection(&seeds).unwrap().articles.is_empty());
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = collection(Path::new("no-such-folder")).unwrap_err().to_string();
        assert!(error.contains("no-such-folder"), "{error}");
    }
}
