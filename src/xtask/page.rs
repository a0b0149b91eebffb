//! Building the page with Trunk, into dist/.

use crate::arguments::Arguments;
use crate::program::{program, run as run_program};
use crate::setup::{self, Tools};
use crate::{sizes, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Works below any path of any server, and from disk.
const ANYWHERE: &str = "./";

/// What the page is built from, and for where.
pub(crate) struct Page {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// The folder of the articles.
    pub(crate) articles: PathBuf,
    /// Where the built page goes.
    dist: PathBuf,
    public_url: String,
}

/// `cargo xtask build`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let page = Page::from_arguments(arguments)?;
    page.build(&setup::for_page(&page.root)?)?;
    sizes::print(&page.dist())
}

impl Page {
    /// The page that the command line asks for.
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        let root = workspace::root();
        let articles = match arguments.flag("--articles") {
            Some(folder) => articles_folder(folder)?,
            None => root.join("seeds"),
        };
        let public_url = arguments.flag("--public-url").unwrap_or(ANYWHERE).to_owned();
        let dist = match arguments.flag("--dist") {
            Some(folder) => std::path::absolute(folder).with_context(|| format!("--dist {folder}"))?,
            None => root.join("dist"),
        };
        Ok(Self { root, articles, dist, public_url })
    }

    /// The page as it is tested and measured: the articles of seeds/, for any place.
    pub(crate) fn default() -> Result<Self> {
        Self::from_arguments(&Arguments::default())
    }

    /// A page of articles that try to break out of it, for the browser tests.
    pub(crate) fn hostile() -> Result<Self> {
        let root = workspace::root();
        Self::of(root.join("tests").join("browser").join("hostile"), hostile_dist(&root))
    }

    /// A page of other articles, in another place.
    pub(crate) fn of(articles: PathBuf, dist: PathBuf) -> Result<Self> {
        Ok(Self { articles, dist, ..Self::default()? })
    }

    /// Where the built page is.
    pub(crate) fn dist(&self) -> PathBuf {
        self.dist.clone()
    }

    /// Builds it.
    pub(crate) fn build(&self, tools: &Tools) -> Result<()> {
        let mut trunk = program(&tools.trunk, &self.root);
        trunk.args(["build", "--release", "--locked", "--offline=true"]);
        trunk.args(["--public-url", &self.public_url]).arg("--dist").arg(&self.dist);
        trunk.env("PATH", tools.path()?).env("CROSSREAD_ARTICLES", &self.articles);
        // Trunk reads these as its own flags and refuses values that others take, such as NO_COLOR=1.
        if std::env::var_os("NO_COLOR").is_some() {
            trunk.args(["--color", "never"]);
        }
        trunk.env_remove("NO_COLOR").env_remove("RUST_LOG");
        run_program(&mut trunk).context("the page could not be built")
    }
}

/// Where [`Page::hostile`] is built.
pub(crate) fn hostile_dist(root: &Path) -> PathBuf {
    root.join("target").join("hostile")
}

fn articles_folder(folder: &str) -> Result<PathBuf> {
    let path = Path::new(folder);
    if !path.is_dir() {
        let what = if path.exists() { "is not a folder" } else { "does not exist" };
        bail!("--articles {folder}: {} {what}", std::path::absolute(path)?.display());
    }
    std::path::absolute(path).with_context(|| format!("--articles {folder}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_articles_must_be_there() {
        let seeds = articles_folder("../../seeds").unwrap();
        assert!(seeds.is_absolute() && seeds.ends_with("seeds"));
        assert!(articles_folder("no-such-folder").unwrap_err().to_string().contains("does not exist"));
        assert!(articles_folder("Cargo.toml").unwrap_err().to_string().contains("is not a folder"));
    }
}
