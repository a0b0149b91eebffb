//! The shape of source files: each begins by saying why it exists, and none is too long to be read at once.

use anyhow::{Context, Result, bail};
use std::path::Path;

const LONGEST: usize = 400;

/// Checks every Rust file below src/.
pub(crate) fn check(root: &Path) -> Result<()> {
    println!("Checking the shape of source files");
    let mut faults = Vec::new();
    let seen = look(root, &root.join("src"), &mut faults)?;
    if seen == 0 {
        bail!("there are no Rust files below src/: is the clone complete?");
    }
    if !faults.is_empty() {
        faults.sort();
        bail!("source files out of shape:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

fn look(root: &Path, folder: &Path, faults: &mut Vec<String>) -> Result<usize> {
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            seen += look(root, &path, faults)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            seen += 1;
            let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let name = path.strip_prefix(root).unwrap_or(&path).display();
            faults.extend(faults_of(&text).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    Ok(seen)
}

fn faults_of(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push("the first line must say why the file exists (`//! …`)".into());
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        faults.push(format!("{lines} lines; at most {LONGEST}, and tables belong in files of their own"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faults_are_found() {
        assert!(faults_of("//! Bread.\n").is_empty());
        assert!(faults_of(&format!("//! Bread.{}", "\nrye".repeat(LONGEST - 1))).is_empty());
        assert_eq!(faults_of(&format!("//! Bread.{}", "\nrye".repeat(LONGEST))).len(), 1);
        assert_eq!(faults_of("fn bread() {}\n").len(), 1);
        assert_eq!(faults_of(&"x\n".repeat(LONGEST + 1)).len(), 2);
        assert_eq!(faults_of("").len(), 1);
    }
}
