//! `crossread embed`: what the page embeds of the articles, written to where the page's own build looks for it.

use crate::articles;
use anyhow::{Context, Result, bail};
use crossread_corpus::{index::Index, results::Library, shard};
use std::{ffi::OsString, fs, path::Path};

/// One line for `help`.
pub(crate) const DOES: &str = "analyses the articles and writes what the page embeds of them (Trunk calls it)";

/// Where `src/page/build.rs` looks, from the root of the repository.
const PLACE: &str = "target/crossread/shard";

/// The command. Takes no words; the articles are those of CROSSREAD_ARTICLES or of `seeds/`.
pub(crate) fn run(words: &[OsString]) -> Result<()> {
    if let Some(word) = words.first() {
        let word = word.to_string_lossy();
        bail!("`{word}` is not understood: it takes no words, only CROSSREAD_ARTICLES");
    }
    write(&articles::folder(), &articles::root().join(PLACE))
}

/// Analyses the articles in `folder` and writes their shard to `file`, which stays as it is when nothing has changed.
fn write(folder: &Path, file: &Path) -> Result<()> {
    let collection = articles::collection(folder)?;
    let index = Index::build(&collection.articles);
    let shard = shard::page::write(&Library::new(collection, index));
    // the page is compiled anew when the file is
    if fs::read(file).is_ok_and(|before| before == shard) {
        return Ok(());
    }
    let to = file.parent().context("a file stands in a folder")?;
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    fs::write(file, shard).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_the_articles_of_the_folder() {
        let folder = std::env::temp_dir().join(format!("crossread-embed-{}", std::process::id()));
        fs::create_dir_all(folder.join("in")).unwrap();
        fs::write(folder.join("in/ferry.txt"), "The ferry\n\nThe ferry runs again, the mayor said on Monday.\n")
            .unwrap();
        let file = folder.join("out/shard");
        write(&folder.join("in"), &file).unwrap();
        let (library, _) = shard::page::read(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(library.articles().iter().map(|article| article.id.as_str()).collect::<Vec<_>>(), ["ferry"]);
        let made = fs::metadata(&file).unwrap().modified().unwrap();
        write(&folder.join("in"), &file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), made);
        fs::write(folder.join("in/empty.txt"), "").unwrap();
        let error = write(&folder.join("in"), &file).unwrap_err().to_string();
        assert!(error.contains("empty.txt"), "{error}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
