//! `cargo xtask eval`: how well the engine reads, measured on what lies beside the repository.
//!
//! `../shared/eval` holds the scripts that score, `../shared/data` annotated articles to develop on, `../shared/gold`
//! what a reader marked in the seeds. None of them belongs to the project; what is absent is skipped with a line.

mod halves;
mod score;

use crate::arguments::Arguments;
use crate::program::{cargo, output, program, run as run_program};
use crate::workspace;
use anyhow::{Context, Result};
use score::Score;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// `cargo xtask eval`.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let root = workspace::root();
    let shared = root.join("../shared");
    let data = shared.join("data/polnear-train.jsonl.gz");
    let scripts = shared.join("eval");
    if data.is_file() && scripts.join("polnear.py").is_file() {
        attribution(&root, &scripts, &data)?;
    } else {
        println!("skipped: attribution, since {} or {} is absent", data.display(), scripts.display());
    }
    println!();
    if shared.join("gold").is_dir() {
        seeds(&root)
    } else {
        println!("skipped: the seeds' gold, since {} is absent", shared.join("gold").display());
        Ok(())
    }
}

/// The table of the attribution scores, on all data and on each half of it.
fn attribution(root: &Path, scripts: &Path, data: &Path) -> Result<()> {
    run_program(&mut cargo(root, &["build", "--locked", "--profile", "native", "-p", "crossread-cli"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let binary = target.join("native").join(crate::program::executable("crossread"));
    let work = target.join("eval");
    let texts = work.join("articles");
    // Articles of an earlier run would be scored, too.
    drop(std::fs::remove_dir_all(&work));
    std::fs::create_dir_all(&texts).with_context(|| format!("cannot make {}", texts.display()))?;
    let scored = |what: &Path, articles: &Path| -> Result<Vec<Score>> {
        let told = output(python(root, what, "polnear.py").args(["train", "--predictions"]).arg(articles))?;
        score::read(&told)
    };
    output(python(root, scripts, "polnear.py").args(["train", "--emit-text"]).arg(&texts))?;
    let found = work.join("found.jsonl");
    let start = Instant::now();
    run_program(
        python(root, scripts, "crossread.py").arg("polnear").arg(&texts).arg(&found).arg("--bin").arg(&binary),
    )?;
    let time = start.elapsed();
    let all = scored(scripts, &found)?;
    let [even, odd] = halves::make(&work, scripts, data, &found)?;
    let halves = [scored(&even.scripts, &even.found)?, scored(&odd.scripts, &odd.found)?];
    let articles = std::fs::read_dir(&texts)?.count();
    println!(
        "\nAttribution on {articles} articles of development data, and on the halves with an even and an odd CRC-32 of the id"
    );
    print!("{}", score::table(&all, &halves));
    println!("analysed, converted and written in {:.1} s; `cargo xtask bench` measures speed", time.as_secs_f64());
    Ok(())
}

fn python(root: &Path, folder: &Path, script: &str) -> std::process::Command {
    let mut command = program("python3", root);
    command.arg(folder.join(script));
    command
}

/// What the gold tests of the engine print.
fn seeds(root: &Path) -> Result<()> {
    let tests = ["test", "--locked", "-p", "crossread-analysis", "gold", "--", "--nocapture", "--test-threads=1"];
    let told = output(&mut cargo(root, &tests))?;
    println!("Gold of the seeds");
    for line in told.lines() {
        // the test's own line may stand before it
        if let Some((_, found)) = line.split_once("gold: ") {
            println!("  {found}");
        }
    }
    Ok(())
}
