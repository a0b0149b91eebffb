//! The words after `cargo xtask`: several commands in a row, each with its flags, all read before the first one runs.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A flag that takes a value, as `--port 8080` or `--port=8080`.
#[derive(Debug)]
pub(crate) struct Flag {
    /// With its dashes.
    pub(crate) name: &'static str,
    /// What stands for the value in `help`.
    pub(crate) value: &'static str,
    /// One line for `help`.
    pub(crate) does: &'static str,
}

/// A command of `cargo xtask`.
#[derive(Debug)]
pub(crate) struct Command {
    /// The word that calls it.
    pub(crate) name: &'static str,
    /// One line for `help`.
    pub(crate) does: &'static str,
    /// The flags it knows.
    pub(crate) flags: &'static [Flag],
    /// What its one plain number is called, where it takes one.
    pub(crate) operand: Option<&'static str>,
    /// Whether it takes everything after `--`.
    pub(crate) passes_rest: bool,
    /// What it does.
    pub(crate) run: fn(&Arguments) -> Result<()>,
}

/// What was given to one command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Arguments {
    flags: BTreeMap<&'static str, String>,
    /// The plain number.
    pub(crate) operand: Option<u32>,
    /// The words after `--`.
    pub(crate) rest: Vec<String>,
}

impl Arguments {
    /// The value of a flag, if it was given.
    pub(crate) fn flag(&self, name: &str) -> Option<&str> {
        self.flags.get(name).map(String::as_str)
    }
}

/// A command together with what was given to it.
#[derive(Debug)]
pub(crate) struct Request {
    /// The command to run.
    pub(crate) command: &'static Command,
    /// What was given to it.
    pub(crate) arguments: Arguments,
}

/// Reads the words of the command line.
pub(crate) fn parse(commands: &'static [Command], words: &[String]) -> Result<Vec<Request>> {
    let mut requests: Vec<Request> = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if let Some(command) = commands.iter().find(|command| command.name == word) {
            requests.push(Request { command, arguments: Arguments::default() });
            continue;
        }
        let Request { command, arguments } =
            requests.last_mut().with_context(|| format!("there is no command `{word}`"))?;
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        if word == "--" && command.passes_rest {
            arguments.rest = words.by_ref().cloned().collect();
        } else if let Some(flag) = command.flags.iter().find(|flag| flag.name == name) {
            let value = inline.or_else(|| words.next().cloned());
            let value = value.with_context(|| format!("`{name}` needs a value: {name} {}", flag.value))?;
            arguments.flags.insert(flag.name, value);
        } else if let (Some(_), Ok(number), None) = (command.operand, word.parse(), arguments.operand) {
            arguments.operand = Some(number);
        } else if word.starts_with('-') {
            bail!("`{}` has no flag `{word}`", command.name);
        } else {
            bail!("there is no command `{word}`");
        }
    }
    Ok(requests)
}

/// The text of `cargo xtask help`.
pub(crate) fn help(commands: &[Command]) -> String {
    let mut text = String::from("Usage: cargo xtask <command> [more commands]\n\n");
    for command in commands {
        let call = format!("{} {}", command.name, command.operand.map_or(String::new(), |name| format!("[{name}]")));
        write_line(&mut text, 2, &call, command.does);
        for flag in command.flags {
            write_line(&mut text, 4, &format!("{} {}", flag.name, flag.value), flag.does);
        }
    }
    write_line(&mut text, 2, "help", "this list");
    text
}

fn write_line(text: &mut String, indent: usize, call: &str, does: &str) {
    let width = 24 - indent;
    writeln!(text, "{:indent$}{:width$}{does}", "", call.trim_end()).expect("a String takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMANDS: &[Command] = &[
        Command {
            name: "bake",
            does: "bakes",
            flags: &[Flag { name: "--from", value: "DIR", does: "where the flour is" }],
            operand: Some("MINUTES"),
            passes_rest: false,
            run: |_| Ok(()),
        },
        Command { name: "eat", does: "eats", flags: &[], operand: None, passes_rest: true, run: |_| Ok(()) },
    ];

    fn check(line: &str) -> Result<Vec<(&'static str, Arguments)>> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Ok(parse(COMMANDS, &words)?.into_iter().map(|request| (request.command.name, request.arguments)).collect())
    }

    #[test]
    fn commands_follow_each_other_with_their_flags() {
        let read = check("bake 12 --from eat eat -- --from x").unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].1.operand, Some(12));
        assert_eq!(read[0].1.flag("--from"), Some("eat"), "a flag's value is never taken for a command");
        assert_eq!(read[1].1.rest, ["--from", "x"]);
        assert_eq!(check("bake --from=a=b").unwrap()[0].1.flag("--from"), Some("a=b"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in ["fly", "bake --to x", "bake --from", "bake twelve", "bake 1 2", "eat 12", "bake -- x"] {
            assert!(check(line).is_err(), "{line}");
        }
    }

    #[test]
    fn help_shows_all() {
        let text = help(COMMANDS);
        for part in ["bake [MINUTES]", "--from DIR", "eat", "where the flour is"] {
            assert!(text.contains(part), "{part} is missing in:\n{text}");
        }
    }
}
