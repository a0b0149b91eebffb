//! `crossread page`: finishes the page that Trunk has built, in the folder where Trunk is about to publish it from.

use crate::{
    articles,
    lazy::Lazy,
    offline,
    plain::{Plain, alone},
    policy,
    shell::{Shell, file_of},
    single_file, style,
    whole::Whole,
};
use anyhow::{Context, Result, bail};
use crossread_corpus::collection::Collection;
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// One line for `help`.
pub(crate) const DOES: &str = "finishes the page in TRUNK_STAGING_DIR: plain articles, Content-Security-Policy, service worker, crossread.html (Trunk calls it)";

/// The script that speaks when the program's files cannot be had.
const UNLOADED: &str = include_str!("unloaded.js");

/// The command. Takes no words; the articles are those of CROSSREAD_ARTICLES or of `seeds/`.
pub(crate) fn run(words: &[OsString]) -> Result<()> {
    if let Some(word) = words.first() {
        let word = word.to_string_lossy();
        bail!("`{word}` is not understood: it takes no words, only TRUNK_STAGING_DIR and CROSSREAD_ARTICLES");
    }
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "TRUNK_STAGING_DIR is not set: Trunk sets it when it calls this after a build; to call it by hand, set it to a \
         folder with the index.html of an unfinished build",
    )?;
    finish(&staging, articles::collection(&articles::folder())?)
}

/// Finishes the page in `staging`.
fn finish(staging: &Path, collection: Collection) -> Result<()> {
    let plain = Plain::new(collection);
    let path = staging.join("index.html");
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read: is TRUNK_STAGING_DIR the folder of a build?", path.display()))?;
    let shell = || Shell::parse(&text).with_context(|| path.display().to_string());
    let alone = alone_pages(&shell()?, &plain).with_context(|| path.display().to_string())?;
    let lazy = Lazy::all(staging)?;
    let whole = Whole::of(plain.library())?;
    let single = single_file(shell()?, staging, &lazy, &whole, &plain).with_context(|| path.display().to_string())?;
    let index = served(shell()?, staging, &lazy, &whole, &plain).with_context(|| path.display().to_string())?;
    // All is made before anything is written.
    if alone.is_empty() {
        style::remove_files(&shell()?, staging)?;
    } else {
        let folder = staging.join("articles");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        alone.iter().try_for_each(|(name, page)| write(&folder.join(name), page))?;
    }
    lazy.iter().try_for_each(|program| program.write(staging))?;
    whole.write(staging)?;
    write(&staging.join("crossread.html"), &single)?;
    write(&path, &index)?;
    offline::write(staging, &lazy)
}

/// The page for a server.
fn served(shell: Shell, staging: &Path, lazy: &[Lazy], whole: &Whole, plain: &Plain) -> Result<String> {
    style::inline(&shell, staging)?;
    shell.hurry_preloads();
    shell.before_start(UNLOADED)?;
    shell.before_start(offline::REGISTER)?;
    lazy.iter().for_each(|program| shell.name_program(program.kind, &program.name()));
    shell.name_program("shard", &whole.name());
    shell.describe(plain.title(), &plain.description());
    shell.set_policy(&policy::served(&shell.scripts(), &shell.styles()));
    shell.finish(&plain.page())
}

/// The page that is one file.
fn single_file(shell: Shell, staging: &Path, lazy: &[Lazy], whole: &Whole, plain: &Plain) -> Result<String> {
    shell.describe(plain.title(), &plain.description());
    single_file::build(shell, staging, lazy, whole, &plain.whole())
}

/// The articles' own pages with their names, where the collection is too large for one page.
fn alone_pages(shell: &Shell, plain: &Plain) -> Result<Vec<(String, String)>> {
    let sheets = shell.sheets()?;
    let sheets: Vec<_> = sheets.iter().map(|sheet| (file_of(&sheet.href), sheet.media.as_deref())).collect();
    let page = |(number, name): (usize, &str)| (name.to_owned(), alone(plain, number, &sheets).into_string());
    Ok(plain.files().into_iter().map(page).collect())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests;
