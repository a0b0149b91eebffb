//! The command line: analyses and checks articles, and finishes the page.

mod analyse;
mod articles;
mod check;
mod embed;
mod failure;
mod file_name;
mod given;
mod lazy;
mod module;
mod offline;
mod page;
mod plain;
mod policy;
mod progress;
mod shell;
mod single_file;
mod style;
mod whole;

use mimalloc::MiMalloc;
use std::{ffi::OsString, process::ExitCode};

/// Findings are many small vectors, which the system's allocator is slower to give and take back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// A command of `crossread`.
struct Command {
    /// The word that calls it.
    name: &'static str,
    /// The words that follow, as `help` shows them.
    words: &'static str,
    /// One line for `help`.
    does: &'static str,
    /// What it does with the words after its name.
    run: fn(&[OsString]) -> anyhow::Result<()>,
}

/// What `crossread` can do; a new command is a line here.
const COMMANDS: &[Command] = &[
    Command { name: "analyse", words: "FILE|DIR…", does: analyse::DOES, run: analyse::run },
    Command { name: "check", words: "DIR", does: check::DOES, run: check::run },
    Command { name: "embed", words: "", does: embed::DOES, run: embed::run },
    Command { name: "page", words: "", does: page::DOES, run: page::run },
];

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let name = words.first().map_or("help".into(), |name| name.to_string_lossy());
    if words.iter().any(|word| ["--help", "-h"].iter().any(|help| word == help)) || name == "help" {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("crossread: there is no command `{name}`\n\n{}", help());
        return ExitCode::from(2);
    };
    let outcome = (command.run)(&words[1..]);
    if let Err(error) = &outcome {
        // A line for each file that was refused.
        format!("{error:#}").lines().for_each(|line| eprintln!("crossread {name}: {line}"));
    }
    failure::status(&outcome)
}

fn help() -> String {
    let line = |call: String, does: &str| format!("  {call:20}{does}\n");
    let lines = COMMANDS.iter().map(|command| line(format!("{} {}", command.name, command.words), command.does));
    let lines: String = lines.chain([line("help".to_owned(), "this list")]).collect();
    format!("Usage: crossread <command>\n\n{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_command() {
        let text = help();
        assert!(COMMANDS.iter().all(|command| text.contains(command.name) && text.contains(command.does)), "{text}");
    }
}
