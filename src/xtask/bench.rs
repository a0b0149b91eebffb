//! `cargo xtask bench`: the release page measured in Chromium, then the benches of the packages that have any.

use crate::arguments::Arguments;
use crate::page::Page;
use crate::program::{cargo, run as run_program};
use crate::setup::{self, Tools};
use crate::{browser, sizes};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// `cargo xtask bench`.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let page = Page::default()?;
    let tools = setup::for_page(&page.root)?;
    let chromium = setup::for_browser(&page.root)?;
    page.build(&tools)?;
    sizes::print(&page.dist())?;
    println!();
    let mut measured = browser::node(&page.root, &chromium)?;
    for (variable, stories, size) in [("CROSSREAD_DIST_STORY", "one", 50), ("CROSSREAD_DIST_LARGE", "many", 1000)] {
        measured.env(variable, built(&page.root, &tools, stories, size)?);
    }
    run_program(measured.arg("bench.mjs"))?;
    for package in packages_with_benches(&page.root)? {
        // `*` is every bench target and nothing else; the profile is that of native programs, not the page's.
        run_program(&mut cargo(
            &page.root,
            &["bench", "--locked", "--profile", "native", "-p", &package, "--bench", "*"],
        ))?;
    }
    Ok(())
}

/// A page of invented articles, those that linking is measured with: one story told by all, or many.
fn built(root: &Path, tools: &Tools, stories: &str, size: usize) -> Result<PathBuf> {
    let folder = root.join("target").join("bench").join(format!("{stories}-{size}"));
    let articles = folder.join("articles");
    let linking = ["bench", "--locked", "--profile", "native", "-p", "crossread-cli", "--bench", "linking", "--"];
    let mut write = cargo(root, &linking);
    run_program(write.arg("write").arg(&articles).arg(stories).arg(size.to_string()))?;
    let page = Page::of(articles, folder.join("page"))?;
    page.build(tools)?;
    Ok(page.dist())
}

/// The packages below src/ whose manifest names a bench.
fn packages_with_benches(root: &Path) -> Result<Vec<String>> {
    let mut packages = Vec::new();
    for entry in std::fs::read_dir(root.join("src")).context("cannot list src/")? {
        let folder = entry?;
        let manifest = std::fs::read_to_string(folder.path().join("Cargo.toml")).unwrap_or_default();
        if has_bench(&manifest) {
            packages.push(format!("crossread-{}", folder.file_name().to_string_lossy()));
        }
    }
    packages.sort();
    Ok(packages)
}

fn has_bench(manifest: &str) -> bool {
    manifest.lines().any(|line| line.trim() == "[[bench]]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn benches_are_found_in_manifests() {
        assert!(has_bench("[package]\nname = \"oven\"\n\n[[bench]]\nname = \"heat\"\n"));
        assert!(!has_bench("[package]\n# no [[bench]] here\n"));
    }
}
