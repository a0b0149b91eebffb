//! What a reader loads, in bytes: before the page is ready, and on demand.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// A file of the built page.
#[derive(Debug, PartialEq)]
struct Part {
    /// Its path within dist/, with `/`.
    name: String,
    /// Bytes as they are.
    raw: usize,
    /// Bytes as servers send them.
    gzip: usize,
}

/// Prints the sizes of the files of the page in this folder.
pub(crate) fn print(dist: &Path) -> Result<()> {
    let mut names = Vec::new();
    collect(dist, "", &mut names).with_context(|| format!("cannot list {}", dist.display()))?;
    names.sort();
    let index = std::fs::read_to_string(dist.join("index.html")).context("the built page has no index.html")?;
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for name in names {
        let bytes = std::fs::read(dist.join(&name))?;
        let group = if is_first(&index, &name) { &mut first } else { &mut later };
        group.push(Part { raw: bytes.len(), gzip: gzip(&bytes)?, name });
    }
    print!("{}", table("What a reader loads", &first));
    if !later.is_empty() {
        print!("{}", table("On demand", &later));
    }
    Ok(())
}

/// Whether a file is loaded with the page: the page itself, or named in it and not another page.
fn is_first(index: &str, name: &str) -> bool {
    name == "index.html" || (!name.ends_with(".html") && index.contains(&format!("/{name}")))
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), names)?;
        } else {
            names.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

fn table(title: &str, parts: &[Part]) -> String {
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    let mut text = format!("\n{title:<48}{:>10}{:>12}\n", "kB", "gzip kB");
    let all = Part {
        name: "in all".into(),
        raw: parts.iter().map(|part| part.raw).sum(),
        gzip: parts.iter().map(|part| part.gzip).sum(),
    };
    for part in parts.iter().chain([&all]) {
        writeln!(text, "  {:<46}{:>10.1}{:>12.1}", part.name, kilobytes(part.raw), kilobytes(part.gzip))
            .expect("a String takes all that is written");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_what_it_names_comes_first() {
        let index = "<link href=\"./bread-1a.css\"><a href=\"./whole.html\"><script src=\"/sub/x/oven.js\">";
        for (name, first) in [
            ("index.html", true),
            ("bread-1a.css", true),
            ("x/oven.js", true),
            ("whole.html", false),
            ("a.css", false),
            ("worker.js", false),
        ] {
            assert_eq!(is_first(index, name), first, "{name}");
        }
    }

    #[test]
    fn sizes_add_up() {
        let part = |name: &str, raw, gzip| Part { name: name.into(), raw, gzip };
        let text = table("Bread", &[part("crust", 1500, 600), part("crumb", 500, 400)]);
        let last: Vec<&str> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["in", "all", "2.0", "1.0"]);
        assert!(gzip(&[7; 10_000]).unwrap() < 100);
    }
}
