//! Other programs: starting them, showing what was started, finding them.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program to run in the root of the repository, with nothing to read from the terminal.
pub(crate) fn program(name: impl AsRef<OsStr>, root: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root).stdin(Stdio::null());
    command
}

/// Cargo, in the root of the repository.
pub(crate) fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = program("cargo", root);
    // The articles are chosen on the command line and by nothing else.
    command.args(arguments).env_remove("CROSSREAD_ARTICLES");
    command
}

/// Runs a program to its end, its output going where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` ended with {status}");
    }
    Ok(())
}

/// Runs a program to its end without a word and gives what it wrote to its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.output().with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` ended with {}: {}", output.status, said.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("what `{line}` wrote is not UTF-8"))
}

/// The first of these programs on PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let files = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(executable(name))));
    files.into_iter().find(|file| file.is_file())
}

/// The file name of a program on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// The version a program reports, from a line such as `wasm-bindgen 0.2.130`; none if it cannot be run.
pub(crate) fn version(name: impl AsRef<OsStr>) -> Option<String> {
    let output = Command::new(name).arg("--version").stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    version_in(&String::from_utf8_lossy(&output.stdout))
}

/// The first word of a program's greeting that begins with a digit, or with `v` and a digit.
fn version_in(greeting: &str) -> Option<String> {
    let words = greeting.split_whitespace().map(|word| word.strip_prefix('v').unwrap_or(word));
    words.into_iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let quoted = words.map(|word| match word.to_string_lossy() {
        word if word.is_empty() || word.contains(char::is_whitespace) => format!("'{word}'"),
        word => word.into_owned(),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_greetings() {
        assert_eq!(version_in("wasm-bindgen 0.2.130\n").as_deref(), Some("0.2.130"));
        assert_eq!(version_in("v22.1.0").as_deref(), Some("22.1.0"));
        assert_eq!(version_in("Some Browser 156.0.1 built on x").as_deref(), Some("156.0.1"));
        assert_eq!(version_in("no number here"), None);
    }

    #[test]
    fn a_line_can_be_typed() {
        let mut command = Command::new("bake");
        command.args(["a cake", "--slow"]);
        assert_eq!(line(&command), "bake 'a cake' --slow");
    }

    #[test]
    fn failure_names_the_program() {
        let error = run(&mut Command::new("crossread-no-such-program")).unwrap_err();
        assert!(error.to_string().contains("crossread-no-such-program"));
        assert!(version("crossread-no-such-program").is_none());
    }
}
