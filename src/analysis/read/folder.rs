//! A folder of articles: which files are read, what they are called, and what may not stand side by side.

mod edited;

use crate::{
    editor::{self, Editor},
    reading::{Named, Reading, id_at},
    rejection::Rejection,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

/// All that a folder holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Folder {
    /// Sorted by id; ids and keys are unique; never empty.
    pub readings: Vec<Reading>,
    /// What the editor calls the collection.
    pub title: Option<Named>,
    /// A spelling, and the name the editor says it stands for.
    pub aliases: BTreeMap<String, String>,
    /// Every file that was read, sorted: a build is stale when one of them changes.
    pub files: Vec<PathBuf>,
}

/// Reads every article below `dir`, in the order of their paths.
///
/// Left out are hidden files, `README.md` and `README.txt`, and the `NAME_files` folder in which a browser saves what
/// belongs to `NAME.html`. `corpus.toml` at the top and `NAME.toml` beside `NAME.txt` (or `NAME.txt.toml`, where
/// there is a `NAME.html` too) are the editor's; see [`crate::editor`].
///
/// # Errors
/// All that is wrong with the folder at once, in the order of its files.
pub fn folder(dir: &Path) -> Result<Folder, Vec<Rejection>> {
    let mut found = Walk::default();
    found.visit(dir, "", &mut Vec::new());
    let Walk { mut files, mut rejections } = found;
    files.sort();
    let mut readings = Vec::new();
    let mut sidecars = BTreeMap::new();
    let mut editor = Editor::default();
    for (name, path) in &files {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                rejections.push(unreadable(name, &error));
                continue;
            }
        };
        let read = if name == "corpus.toml" {
            super::toml(name, &bytes).and_then(|text| editor::corpus(name, &text)).map(|read| editor = read)
        } else if let Some(article) = name.strip_suffix(".toml") {
            let read = super::toml(name, &bytes).and_then(|text| editor::sidecar(name, &text));
            // A faulty one still belongs to its article.
            let fields = read.clone().unwrap_or_default();
            sidecars.insert(article, fields);
            read.map(drop)
        } else {
            super::file(name, &bytes).map(|more| readings.extend(more)).map_err(|rejection| vec![rejection])
        };
        rejections.extend(read.err().into_iter().flatten());
    }
    rejections.extend(same_content(&readings));
    if readings.is_empty() && rejections.is_empty() {
        rejections.push(Rejection::new(&dir.display().to_string(), "no article in this folder", super::READABLE));
    }
    name_apart(&mut readings);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    rejections.extend(edited::by_sidecars(&mut readings, &sidecars, &names));
    rejections.extend(edited::by_corpus(&mut readings, &editor.articles, &names));
    if !rejections.is_empty() {
        rejections.sort_by(|a, b| a.file.cmp(&b.file));
        return Err(rejections);
    }
    readings.sort_by(|a, b| a.id.cmp(&b.id));
    let files = files.into_iter().map(|(_, path)| path).collect();
    Ok(Folder { readings, title: editor.title, aliases: editor.aliases, files })
}

/// The files of a folder by their paths below it, with `/` between the parts.
#[derive(Default)]
struct Walk {
    files: Vec<(String, PathBuf)>,
    rejections: Vec<Rejection>,
}

impl Walk {
    /// Adds what is in `dir`, called `below` from the top; `above` are the real paths of the folders around it, in
    /// which a link may point back.
    fn visit(&mut self, dir: &Path, below: &str, above: &mut Vec<PathBuf>) {
        let shown = if below.is_empty() { dir.display().to_string() } else { below.trim_end_matches('/').to_owned() };
        let (real, entries) = match fs::canonicalize(dir).and_then(|real| Ok((real, list(dir)?))) {
            Ok(found) => found,
            Err(error) => return self.rejections.push(unreadable(&shown, &error)),
        };
        if above.contains(&real) {
            return;
        }
        above.push(real);
        for name in &entries {
            let path = dir.join(name);
            let is_readme = ["readme.md", "readme.txt"].iter().any(|readme| name.eq_ignore_ascii_case(readme));
            if name.starts_with('.') || is_readme {
                continue;
            }
            if !path.is_dir() {
                self.files.push((format!("{below}{name}"), path));
            } else if !is_saved_with_a_page(name, &entries) {
                self.visit(&path, &format!("{below}{name}/"), above);
            }
        }
        above.pop();
    }
}

fn list(dir: &Path) -> io::Result<BTreeSet<String>> {
    fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// `NAME_files` beside `NAME.html`.
fn is_saved_with_a_page(folder: &str, beside: &BTreeSet<String>) -> bool {
    folder.strip_suffix("_files").is_some_and(|stem| {
        beside
            .iter()
            .filter_map(|name| name.strip_prefix(stem))
            .any(|rest| [".html", ".htm", ".xhtml"].iter().any(|extension| rest.eq_ignore_ascii_case(extension)))
    })
}

fn unreadable(file: &str, error: &io::Error) -> Rejection {
    Rejection::new(file, format!("it cannot be opened ({error})"), "see that it exists and may be read")
}

/// The place of a reading in its folder, as one would say it.
fn place(reading: &Reading) -> String {
    let file = &reading.origin.file;
    reading.origin.record.map_or_else(|| file.clone(), |record| format!("record {record} of {file}"))
}

/// A refusal for each reading that repeats an earlier one.
fn same_content(readings: &[Reading]) -> Vec<Rejection> {
    let mut first = BTreeMap::new();
    let mut rejections = Vec::new();
    for reading in readings {
        let earlier = *first.entry(reading.key).or_insert(reading);
        if !core::ptr::eq(earlier, reading) {
            let problem = format!("the same content as {}", place(earlier));
            let rejection = Rejection::new(&reading.origin.file, problem, "keep one of the two");
            rejections.push(match reading.origin.record {
                Some(record) => rejection.at(format!("record {record}")),
                None => rejection,
            });
        }
    }
    rejections
}

/// Gives readings that share a stem the file's name for an id, and those that share even that its path.
fn name_apart(readings: &mut [Reading]) {
    let mut lengths = vec![0; readings.len()];
    loop {
        let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, reading) in readings.iter().enumerate() {
            holders.entry(id_at(&reading.origin, lengths[number])).or_default().push(number);
        }
        let shared = holders.values().filter(|numbers| numbers.len() > 1).flatten();
        let longer: Vec<usize> = shared.copied().filter(|number| lengths[*number] < 2).collect();
        if longer.is_empty() {
            break;
        }
        longer.into_iter().for_each(|number| lengths[number] += 1);
    }
    for (reading, length) in readings.iter_mut().zip(lengths) {
        reading.id = id_at(&reading.origin, length);
    }
}

#[cfg(test)]
mod tests;
