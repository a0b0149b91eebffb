//! The project's commands, `cargo xtask <command>…`: everything between a fresh clone and a tested, published page.

mod arguments;
mod bench;
mod browser;
mod eval;
mod fuzz;
mod lint;
mod page;
mod program;
mod serve;
mod server;
mod setup;
mod sizes;
mod steps;
mod test;
mod watch;
mod workspace;

use arguments::{Command, Flag};
use std::process::ExitCode;

const ARTICLES: Flag =
    Flag { name: "--articles", value: "DIR", does: "take the articles from this folder and not from seeds/" };

/// Every command, in the order in which `help` shows them.
const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        does: "set up, build the page, serve it on this machine, rebuild it when a source changes",
        flags: &[ARTICLES, Flag { name: "--port", value: "N", does: "the port (8080, or the next that is free)" }],
        operand: None,
        passes_rest: false,
        run: serve::run,
    },
    Command {
        name: "test",
        does: "set up, then all checks and tests, with the time of each",
        flags: &[],
        operand: None,
        passes_rest: false,
        run: test::run,
    },
    Command {
        name: "build",
        does: "build the page to dist/ and print what a reader has to load",
        flags: &[
            ARTICLES,
            Flag { name: "--public-url", value: "PATH", does: "where the page will stand (./, which works anywhere)" },
            Flag { name: "--dist", value: "DIR", does: "write the page here and not to dist/" },
        ],
        operand: None,
        passes_rest: false,
        run: page::run,
    },
    Command {
        name: "lint",
        does: "formatting, clippy, who may depend on whom, the shape of source files",
        flags: &[],
        operand: None,
        passes_rest: false,
        run: lint::run,
    },
    Command {
        name: "fuzz",
        does: "run every fuzz target for some seconds (10)",
        flags: &[],
        operand: Some("SECONDS"),
        passes_rest: false,
        run: fuzz::run,
    },
    Command {
        name: "browser",
        does: "the browser tests, on what is in dist/; words after -- go to Playwright",
        flags: &[],
        operand: None,
        passes_rest: true,
        run: browser::run,
    },
    Command {
        name: "bench",
        does: "measure the release page in Chromium, and the packages that have benches",
        flags: &[],
        operand: None,
        passes_rest: false,
        run: bench::run,
    },
    Command {
        name: "eval",
        does: "how well the engine reads, on the annotated articles in ../shared where those are",
        flags: &[],
        operand: None,
        passes_rest: false,
        run: eval::run,
    },
    Command {
        name: "setup",
        does: "only install what the other commands need",
        flags: &[],
        operand: None,
        passes_rest: false,
        run: setup::run,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.is_empty() || words.iter().any(|word| matches!(word.as_str(), "help" | "--help" | "-h")) {
        print!("{}", arguments::help(COMMANDS));
        return ExitCode::SUCCESS;
    }
    let requests = match arguments::parse(COMMANDS, &words) {
        Ok(requests) => requests,
        Err(error) => {
            eprintln!("error: {error:#}; `cargo xtask help` lists all commands");
            return ExitCode::from(2);
        }
    };
    for request in &requests {
        if let Err(error) = (request.command.run)(&request.arguments) {
            eprintln!("\nerror: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_commands_are_unique() {
        for (number, command) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..number].iter().all(|other| other.name != command.name), "{} twice", command.name);
        }
    }
}
