//! The files and folders that a command was given, read as far as they can be.

use crossread_analysis::{
    annotate,
    read::{self, Corrections},
    reading::Reading,
    rejection::Rejection,
};
use crossread_corpus::{article::Article, correction::Correction};
use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// What is in them.
#[derive(Default)]
pub(crate) struct Given {
    /// Every article, in the order of the words, each folder's by their ids. Its file is called by its path below the
    /// one folder given, or else as the words have it.
    pub(crate) readings: Vec<Reading>,
    /// What the editors of the folders set right, and what their folders are called.
    pub(crate) corrections: Vec<(Corrections, String)>,
    /// What could not be read; files are called as the words have it.
    pub(crate) rejections: Vec<Rejection>,
}

impl Given {
    /// Reads all; a path that is named twice is read once.
    pub(crate) fn of(words: &[OsString]) -> Self {
        let mut given = Self::default();
        let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
        let several = words.len() > 1;
        for path in words.iter().map(Path::new) {
            let is_new = |path: &Path| path.canonicalize().is_ok_and(|real| !seen.insert(real));
            if path.is_dir() {
                given.folder(path, several, is_new);
            } else {
                given.file(path, is_new);
            }
        }
        given
    }

    fn folder(&mut self, dir: &Path, several: bool, mut is_known: impl FnMut(&Path) -> bool) {
        let (read, rejections) = read::readable(dir);
        let known: BTreeSet<&PathBuf> = read.files.iter().filter(|file| is_known(file)).collect();
        for mut reading in read.readings {
            let path = dir.join(&reading.origin.file);
            if !known.contains(&path) {
                if several {
                    reading.origin.file = shown(&path);
                }
                self.readings.push(reading);
            }
        }
        let whole = shown(dir);
        self.corrections.push((read.corrections, whole.clone()));
        self.rejections.extend(rejections.into_iter().map(|rejection| {
            let file = if rejection.file == whole { whole.clone() } else { shown(&dir.join(&rejection.file)) };
            Rejection { file, ..rejection }
        }));
    }

    fn file(&mut self, path: &Path, mut is_known: impl FnMut(&Path) -> bool) {
        if is_known(path) {
            return;
        }
        let (read, rejections) = read::one(path);
        self.readings.extend(read.readings.into_iter().map(|mut reading| {
            reading.origin.file = shown(path);
            reading
        }));
        let beside =
            |rejection: Rejection| Rejection { file: shown(&path.with_file_name(&rejection.file)), ..rejection };
        self.rejections.extend(rejections.into_iter().map(beside));
    }
}

/// Finds what an article says, but for what editors hide; `rejections` take what has nothing to hide.
pub(crate) fn find(article: &mut Article, editors: &[(Corrections, String)], rejections: &mut Vec<Rejection>) {
    let own = |(corrections, _): &&(Corrections, String)| {
        let hides = |correction: &Correction| matches!(correction, Correction::Hide(_, at) if at.iter().any(|at| at.article == article.key));
        corrections.editor.corrections.iter().any(hides)
    };
    let none = (Corrections::default(), String::new());
    let (corrections, folder) = editors.iter().find(own).unwrap_or(&none);
    let idle = annotate(article, corrections);
    rejections.extend(idle.into_iter().map(|idle| Rejection { file: format!("{folder}/{}", idle.file), ..idle }));
}

/// A path as it was given, with `/` between its parts.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    if std::path::MAIN_SEPARATOR == '/' { path } else { path.replace(std::path::MAIN_SEPARATOR, "/") }
}
