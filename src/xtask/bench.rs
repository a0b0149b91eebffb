//! `cargo xtask bench`: the release page measured in Chromium, then the benches of the packages that have any.

use crate::arguments::Arguments;
use crate::page::Page;
use crate::program::{cargo, run as run_program};
use crate::{browser, setup, sizes};
use anyhow::{Context, Result};
use std::path::Path;

/// `cargo xtask bench`.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let page = Page::default()?;
    let tools = setup::for_page(&page.root)?;
    let chromium = setup::for_browser(&page.root)?;
    page.build(&tools)?;
    sizes::print(&page.dist())?;
    println!();
    run_program(browser::node(&page.root, &chromium)?.arg("bench.mjs"))?;
    for package in packages_with_benches(&page.root)? {
        // `*` is every bench target and nothing else; the profile is that of native programs, not the page's.
        run_program(&mut cargo(
            &page.root,
            &["bench", "--locked", "--profile", "native", "-p", &package, "--bench", "*"],
        ))?;
    }
    Ok(())
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
