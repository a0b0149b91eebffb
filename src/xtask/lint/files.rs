//! The shape of source files: each begins by saying why it exists, none is too long to be read at once, and none has
//! tests that no command would run.

use anyhow::{Context, Result, bail};
use std::path::Path;

const LONGEST: usize = 400;

/// Checks every Rust file below src/; `untested` are the folders there whose packages Cargo does not test.
pub(crate) fn check(root: &Path, untested: &[&str]) -> Result<()> {
    println!("Checking the shape of source files");
    let mut faults = Vec::new();
    let seen = look(root, &root.join("src"), untested, &mut faults)?;
    if seen == 0 {
        bail!("there are no Rust files below src/: is the clone complete?");
    }
    if !faults.is_empty() {
        faults.sort();
        bail!("source files out of shape:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

fn look(root: &Path, folder: &Path, untested: &[&str], faults: &mut Vec<String>) -> Result<usize> {
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            seen += look(root, &path, untested, faults)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            seen += 1;
            let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.strip_prefix(root).unwrap_or(&path);
            let is_tested = !untested.iter().any(|folder| name.starts_with(Path::new("src").join(folder)));
            let name = name.display();
            faults.extend(faults_of(&text, is_tested).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    Ok(seen)
}

fn faults_of(text: &str, is_tested: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push("the first line must say why the file exists (`//! …`)".into());
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        faults.push(format!("{lines} lines; at most {LONGEST}, and tables belong in files of their own"));
    }
    if !is_tested && text.contains("#[test]") {
        faults.push("a test that nothing runs: its package is tested in tests/browser".into());
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_found() {
        let faults_of = |text: &str| super::faults_of(text, true);
        assert!(faults_of("//! Bread.\n").is_empty());
        assert!(faults_of(&format!("//! Bread.{}", "\nrye".repeat(LONGEST - 1))).is_empty());
        assert_eq!(faults_of(&format!("//! Bread.{}", "\nrye".repeat(LONGEST))).len(), 1);
        assert_eq!(faults_of("fn bread() {}\n").len(), 1);
        assert_eq!(faults_of(&"x\n".repeat(LONGEST + 1)).len(), 2);
        assert_eq!(faults_of("").len(), 1);
    }

    #[test]
    fn a_test_must_be_run() {
        let text = "//! Bread.\n#[test]\nfn rye() {}\n";
        assert_eq!((faults_of(text, true).len(), faults_of(text, false).len()), (0, 1));
    }
}
