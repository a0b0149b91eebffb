//! The command line: prepares the page, and (later) analyses and checks articles.

mod articles;
mod file_name;
mod module;
mod page;
mod plain;
mod policy;
mod shell;
mod single_file;

use std::process::ExitCode;

/// A command of `crossread`.
struct Command {
    /// The word that calls it.
    name: &'static str,
    /// One line for `help`.
    does: &'static str,
    /// What it does with the words after its name.
    run: fn(&[String]) -> anyhow::Result<()>,
}

/// What `crossread` can do; a new command is a line here.
const COMMANDS: &[Command] = &[Command { name: "page", does: page::DOES, run: page::run }];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let Some((name, rest)) = words.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    if ["help", "--help", "-h"].contains(&name.as_str()) {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("crossread: there is no command `{name}`\n\n{}", help());
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crossread {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let lines = COMMANDS.iter().map(|command| format!("  {:10}{}\n", command.name, command.does));
    format!("Usage: crossread <command>\n\n{}  {:10}this list\n", lines.collect::<String>(), "help")
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
