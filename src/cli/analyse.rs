//! `crossread analyse`: what is found in each article, as one JSON object a line.

use crate::{
    failure::Failure,
    given::{Given, find},
    progress::Progress,
};
use anyhow::{Context, Result};
use crossread_analysis::export::{self, outline};
use crossread_corpus::article::Article;
use std::{
    ffi::OsString,
    io::{self, BufWriter, ErrorKind, Write},
};

/// One line for `help`.
pub(crate) const DOES: &str = "prints what is found in each article, one JSON object a line";

/// The command.
pub(crate) fn run(words: &[OsString]) -> Result<()> {
    if words.is_empty() {
        return Err(Failure::Usage("it needs a file or a folder".to_owned()).into());
    }
    let Given { readings, corrections, mut rejections } = Given::of(words);
    let find = |article: &mut Article| find(article, &corrections, &mut rejections);
    match write_all(outline(readings), find, &mut BufWriter::with_capacity(1 << 16, io::stdout().lock())) {
        // Whoever reads us has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
        outcome => outcome.context("the output cannot be written")?,
    }
    Failure::of(rejections)
}

/// Writes one line for each article, which is let go before the next is looked at.
fn write_all(articles: Vec<Article>, mut find: impl FnMut(&mut Article), out: &mut impl Write) -> io::Result<()> {
    let mut progress = Progress::new("articles", articles.len());
    for mut article in articles {
        find(&mut article);
        export::write(&article, out)?;
        progress.step();
    }
    out.flush()
}

#[cfg(test)]
mod tests;
