//! `cargo xtask browser`: Playwright's tests on the page in dist/, in the system's Chromium.

use crate::arguments::Arguments;
use crate::page::hostile_dist;
use crate::program::{program, run as run_program};
use crate::setup::{self, Browser};
use crate::workspace;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// `cargo xtask browser`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = workspace::root();
    let browser = setup::for_browser(&root)?;
    test(&root, &browser, &arguments.rest)
}

/// Runs the tests; `rest` goes to Playwright, for example `-g keyboard`.
pub(crate) fn test(root: &Path, browser: &Browser, rest: &[String]) -> Result<()> {
    let playwright = Path::new("node_modules").join("@playwright").join("test").join("cli.js");
    run_program(node(root, browser)?.arg(playwright).arg("test").args(rest))
}

/// Node, in the folder of the browser tests, told which browser to use.
pub(crate) fn node(root: &Path, browser: &Browser) -> Result<Command> {
    if !root.join("dist").join("index.html").is_file() {
        bail!("there is no page in dist/ yet: cargo xtask build");
    }
    let mut node = program(&browser.node, root);
    node.current_dir(setup::browser_tests(root)).env("CHROMIUM", &browser.chromium);
    node.env("CROSSREAD_DIST_HOSTILE", hostile_dist(root));
    Ok(node)
}
