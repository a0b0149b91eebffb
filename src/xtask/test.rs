//! `cargo xtask test`: all checks and tests, in the order in which they are likely to fail early.

use crate::arguments::Arguments;
use crate::page::Page;
use crate::program::{cargo, run as run_program};
use crate::steps::Steps;
use crate::{browser, fuzz, lint, setup, sizes};
use anyhow::Result;

/// `cargo xtask test`. A step that cannot be done is a failure: nothing is left out.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let page = Page::default()?;
    let root = page.root.as_path();
    let mut steps = Steps::new();
    let mut ready = None;
    steps.step("set-up", "cargo xtask setup", || {
        ready = Some((setup::for_page(root)?, setup::for_browser(root)?));
        Ok(())
    })?;
    let (tools, chromium) = ready.expect("the step before ended well");
    steps.step("lint", "cargo xtask lint", || lint::all(root))?;
    let unit = ["test", "--locked", "--workspace"];
    steps.step("unit tests", &format!("cargo {}", unit.join(" ")), || run_program(&mut cargo(root, &unit)))?;
    steps.step("fuzzing", "cargo xtask fuzz", || fuzz::all(root, fuzz::SECONDS))?;
    // Before the page itself: both are compiled to one place, and the one that stays is the page.
    let hostile = "cargo xtask build --articles tests/browser/hostile --dist target/hostile";
    steps.step("hostile page", hostile, || Page::hostile()?.build(&tools))?;
    steps.step("release page", "cargo xtask build", || {
        page.build(&tools)?;
        sizes::print(&page.dist())
    })?;
    steps.step("browser tests", "cargo xtask build browser", || browser::test(root, &chromium, &[]))?;
    println!("\n{}", steps.summary());
    Ok(())
}
