//! `crossread check`: what was understood of each article, what was not, and what an editor might correct.

mod correct;
mod open;
mod understood;

use crate::{
    failure::Failure,
    given::{Given, find},
    progress::Progress,
};
use anyhow::{Context, Result};
use crossread_analysis::export::outline;
use crossread_corpus::{article::Article, span::Span};
use std::{
    ffi::OsString,
    io::{self, BufWriter, ErrorKind, Write},
    path::Path,
};

/// One line for `help`.
pub(crate) const DOES: &str =
    "tells what was understood of each article, what was not, and what an editor might correct";

/// The command. It looks at one folder, since `corpus.toml` belongs to one.
pub(crate) fn run(words: &[OsString]) -> Result<()> {
    let [dir] = words else {
        return Err(Failure::Usage("it needs one folder".to_owned()).into());
    };
    if Path::new(dir).is_file() {
        return Err(Failure::Usage(format!("{} is no folder", dir.display())).into());
    }
    let Given { readings, corrections, mut rejections } = Given::of(words);
    let find = |article: &mut Article| find(article, &corrections, &mut rejections);
    match write_all(outline(readings), find, &mut BufWriter::new(io::stdout().lock())) {
        // Whoever reads us has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
        outcome => outcome.context("the output cannot be written")?,
    }
    Failure::of(rejections)
}

fn write_all(articles: Vec<Article>, mut find: impl FnMut(&mut Article), out: &mut impl Write) -> io::Result<()> {
    let mut progress = Progress::new("articles", articles.len());
    for mut article in articles {
        find(&mut article);
        out.write_all(told(&article).as_bytes())?;
        progress.step();
    }
    out.flush()
}

/// All that is told of one article.
fn told(article: &Article) -> String {
    let mut text = format!("{}\n", printable(&article.id));
    let parts = [
        ("understood", understood::lines(article)),
        ("not understood", open::lines(article)),
        ("an editor might correct, in corpus.toml", correct::lines(article)),
    ];
    for (title, lines) in parts {
        if !lines.is_empty() {
            text += &format!("  {title}\n");
            lines.iter().for_each(|line| text += &format!("    {line}\n"));
        }
    }
    text + "\n"
}

/// Words of an article, quoted, with the line they stand in.
fn quoted(article: &Article, span: Span) -> String {
    let line = article.text[..span.start() as usize].matches('\n').count() + 1;
    format!("\"{}\" (line {line})", shortened(article.slice(span)))
}

/// At most so many characters of an article stand in one line of ours.
const LONGEST: usize = 60;

fn shortened(text: &str) -> String {
    let text = printable(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// Text in which nothing can move the cursor or change a colour.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests;
