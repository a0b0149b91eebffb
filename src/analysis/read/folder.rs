//! A folder of articles: which files are read, what they are called, and what may not stand side by side.

mod corrected;
mod edited;

use crate::{
    editor::{self, Editor},
    identity,
    reading::{Named, Reading},
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
    /// Sorted by id; ids are unique, and of a folder as a whole keys too.
    pub readings: Vec<Reading>,
    /// What the editor calls the collection.
    pub title: Option<Named>,
    /// A spelling, and the name the editor says it stands for.
    pub aliases: BTreeMap<String, String>,
    /// What the editor sets right.
    pub corrections: Corrections,
    /// Every file that was read, sorted: a build is stale when one of them changes.
    pub files: Vec<PathBuf>,
}

/// What an editor sets right, by the places it is about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Corrections {
    /// The file and the corrections in it.
    pub editor: crossread_corpus::correction::Editor,
    /// For each correction its 1-based line in the file.
    pub lines: Vec<usize>,
}

/// Reads every article below `dir`, in the order of their paths, for a collection that is whole or nothing.
///
/// Left out are hidden files, `README.md` and `README.txt`, and the `NAME_files` folder in which a browser saves what
/// belongs to `NAME.html`. `corpus.toml` at the top and `NAME.toml` beside `NAME.txt` (or `NAME.txt.toml`, where
/// there is a `NAME.html` too) are the editor's; see [`crate::editor`].
///
/// # Errors
/// All that is wrong with the folder at once, in the order of its files; also two files with the same content.
pub fn folder(dir: &Path) -> Result<Folder, Vec<Rejection>> {
    let (read, mut rejections) = readable(dir);
    rejections.extend(same_content(&read.readings));
    rejections.sort_by(|a, b| a.file.cmp(&b.file));
    if rejections.is_empty() { Ok(read) } else { Err(rejections) }
}

/// Reads what can be read below `dir`, as [`folder`] does, and tells of the rest, in the order of the files.
pub fn readable(dir: &Path) -> (Folder, Vec<Rejection>) {
    let mut found = Walk::default();
    found.visit(dir, "", &mut Vec::new());
    let (read, mut rejections) = files(found.files);
    rejections.extend(found.rejections);
    if read.readings.is_empty() && rejections.is_empty() {
        rejections.push(Rejection::new(&dir.display().to_string(), "no article in this folder", super::READABLE));
    }
    rejections.sort_by(|a, b| a.file.cmp(&b.file));
    (read, rejections)
}

/// Reads one file and the editor's sidecar beside it, if there is one.
///
/// `corpus.toml` and a sidecar themselves give nothing: `DIR/*` names them, too.
pub fn one(path: &Path) -> (Folder, Vec<Rejection>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let beside = |name: &str| path.with_file_name(name).is_file();
    if name.ends_with(".toml") {
        let articles = super::EXTENSIONS.iter().map(|extension| format!("{stem}.{extension}"));
        if name == "corpus.toml" || beside(stem) || articles.into_iter().any(|article| beside(&article)) {
            return (Folder::default(), Vec::new());
        }
    }
    let sidecars = [format!("{name}.toml"), format!("{stem}.toml")];
    let own = sidecars.into_iter().find(|sidecar| sidecar != "corpus.toml" && beside(sidecar));
    let near = own.into_iter().chain([name]).map(|name| (name.clone(), path.with_file_name(&name)));
    files(near.collect())
}

/// Reads articles and the editor's files, by their paths below the folder.
fn files(mut files: Vec<(String, PathBuf)>) -> (Folder, Vec<Rejection>) {
    files.sort();
    let mut rejections = Vec::new();
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
    identity::name_apart(&mut readings);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    rejections.extend(edited::by_sidecars(&mut readings, &sidecars, &names));
    rejections.extend(edited::by_corpus(&mut readings, &editor.articles, &names));
    let (corrections, faults) = corrected::corrections(&readings, &editor, &names);
    rejections.extend(faults);
    readings.sort_by(|a, b| a.id.cmp(&b.id));
    let files = files.into_iter().map(|(_, path)| path).collect();
    (Folder { readings, title: editor.title, aliases: editor.aliases, corrections, files }, rejections)
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
    let refused = |(repeat, earlier): (usize, usize)| {
        let origin = &readings[repeat].origin;
        let problem = format!("the same content as {}", place(&readings[earlier]));
        let rejection = Rejection::new(&origin.file, problem, "keep one of the two");
        match origin.record {
            Some(record) => rejection.at(format!("record {record}")),
            None => rejection,
        }
    };
    identity::repeats(readings).into_iter().map(refused).collect()
}

#[cfg(test)]
mod tests;
