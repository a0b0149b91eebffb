//! Puts what the editor says where it belongs: which article a sidecar or an entry of `corpus.toml` means.

use crate::{
    editor::Entry,
    reading::{Fields, Reading},
    rejection::Rejection,
};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each article the fields of the sidecar `NAME.toml`, kept under `NAME` with its folder. Those beside a file of
/// several articles are for all of them. `files` are all that the folder holds, sorted, read or refused.
pub(super) fn by_sidecars(
    readings: &mut [Reading],
    sidecars: &BTreeMap<&str, Fields>,
    files: &[&str],
) -> Vec<Rejection> {
    let mut rejections = Vec::new();
    let mut by_stem: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (stem, kind, file) in files.iter().filter_map(|file| file.rsplit_once('.').map(|(s, k)| (s, k, *file))) {
        if kind != "toml" {
            by_stem.entry(stem).or_default().push(file);
        }
    }
    let mut given: BTreeMap<&str, &Fields> = BTreeMap::new();
    for (name, fields) in sidecars {
        let beside = by_stem.get(name).map_or(&[][..], Vec::as_slice);
        let own: Vec<&str> = files.binary_search(name).ok().map(|at| files[at]).into_iter().collect();
        let sidecar = format!("{name}.toml");
        match (own.as_slice(), beside) {
            ([file], _) | ([], [file]) => {
                given.insert(file, fields);
            }
            (_, []) => {
                let problem = "no article beside it has this name";
                rejections.push(Rejection::new(&sidecar, problem, "name it as its article, or take it out"));
            }
            (_, several) => {
                let problem = format!("it may belong to {}", several.join(" or "));
                rejections.push(Rejection::new(&sidecar, problem, format!("name it {}.toml", several[0])));
            }
        }
    }
    for reading in readings {
        if let Some(fields) = given.get(reading.origin.file.as_str()) {
            reading.editor = (*fields).clone();
        }
    }
    rejections
}

/// Gives each article the fields of its entry in `corpus.toml`, before those of a sidecar.
pub(super) fn by_corpus(readings: &mut [Reading], entries: &[Entry], files: &[&str]) -> Vec<Rejection> {
    let mut rejections = Vec::new();
    for entry in entries {
        let refuse = |problem: String, remedy: &str| {
            Rejection::new("corpus.toml", problem, remedy).at(format!("line {}", entry.line))
        };
        let name = entry.name.as_str();
        if let Some(reading) = readings.iter_mut().find(|reading| reading.id == name) {
            reading.editor = entry.fields.clone().or(&reading.editor);
            continue;
        }
        // A refused file has no reading, and its entry is not at fault.
        let is_named = |file: &&&str| file.rsplit('/').next() == Some(name) || **file == name;
        let stem = |file: &&&str| file.rsplit('/').next().and_then(|f| f.rsplit_once('.')).is_some_and(|f| f.0 == name);
        let mut named: BTreeSet<&str> = files.iter().filter(is_named).copied().collect();
        if named.contains(name) {
            named.retain(|file| *file == name);
        }
        let refused = |file: &&&str| !readings.iter().any(|reading| reading.origin.file == **file);
        if named.is_empty() {
            named.extend(files.iter().filter(stem).filter(refused).copied().take(1));
        }
        match named.iter().copied().collect::<Vec<_>>().as_slice() {
            [file] => {
                for reading in readings.iter_mut().filter(|reading| reading.origin.file == **file) {
                    reading.editor = entry.fields.clone().or(&reading.editor);
                }
            }
            [] => rejections.push(refuse(
                format!("no article is called \"{name}\""),
                "write the article's file name as it stands in the folder",
            )),
            several => rejections.push(refuse(
                format!("\"{name}\" may be {}", several.join(" or ")),
                "write the file's path from the top of the folder",
            )),
        }
    }
    rejections
}

#[cfg(test)]
mod tests {
    use crate::read::folder::tests::Made;

    /// The outlets the editor gives, or the refusals.
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let made = Made::of(files);
        let found: Vec<String> = match super::super::folder(&made.0) {
            Ok(read) => {
                let outlet =
                    |r: &super::Reading| r.editor.outlet.as_ref().map(|n| format!("{} from {}", n.value, n.from));
                read.readings.iter().map(|r| format!("{}: {}", r.id, outlet(r).unwrap_or_default())).collect()
            }
            Err(all) => all.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(found, expected);
    }

    const OUTLET: &str = "outlet = 'O'";

    #[test]
    fn a_sidecar_is_for_the_article_of_its_name() {
        check(&[("a.txt", "1"), ("a.toml", OUTLET), ("b.txt", "2")], &["a: O from a.toml", "b: "]);
        check(&[("x/a.txt", "1"), ("x/a.toml", OUTLET), ("y/a.txt", "2")], &["x/a.txt: O from x/a.toml", "y/a.txt: "]);
        check(&[("a.txt", "1"), ("a.text", "2"), ("a.txt.toml", OUTLET)], &["a.text: ", "a.txt: O from a.txt.toml"]);
        check(&[("a.csv", "text\n1\n2"), ("a.toml", OUTLET)], &["a-1: O from a.toml", "a-2: O from a.toml"]);
        check(&[("a.txt", "1"), ("a.toml", "")], &["a: "]);
    }

    #[test]
    fn a_sidecar_without_its_article_is_refused() {
        check(
            &[("a.txt", "1"), ("b.toml", OUTLET)],
            &["b.toml: no article beside it has this name; name it as its article, or take it out"],
        );
        check(
            &[("a.txt", "1"), ("a.text", "2"), ("a.toml", OUTLET)],
            &["a.toml: it may belong to a.text or a.txt; name it a.text.toml"],
        );
        check(
            &[("a.txt", ""), ("a.toml", "x = 1")],
            &[
                "a.toml, line 1: \"x\" is no key of an article; the keys are headline, outlet, date, authors, url, language",
                "a.txt: the file is empty; put an article in it or take it out of the folder",
            ],
        );
    }

    #[test]
    fn the_corpus_beats_the_sidecar() {
        let corpus = "[articles.'a.txt']\noutlet = 'C'\n[articles.b]\nlanguage = 'en'";
        check(
            &[("a.txt", "1"), ("a.toml", OUTLET), ("b.txt", "2"), ("b.toml", OUTLET), ("corpus.toml", corpus)],
            &["a: C from corpus.toml", "b: O from b.toml"],
        );
    }

    #[test]
    fn an_entry_must_name_one_file() {
        check(
            &[("a.txt", "1"), ("corpus.toml", "title = 'T'\n\n[articles.'c.txt']\noutlet = 'C'")],
            &[
                "corpus.toml, line 3: no article is called \"c.txt\"; write the article's file name as it stands in the folder",
            ],
        );
        check(
            &[("x/a.txt", "1"), ("y/a.txt", "2"), ("corpus.toml", "[articles.'a.txt']\noutlet = 'C'")],
            &[
                "corpus.toml, line 1: \"a.txt\" may be x/a.txt or y/a.txt; write the file's path from the top of the folder",
            ],
        );
        check(
            &[("x/a.txt", "1"), ("y/a.txt", "2"), ("corpus.toml", "[articles.'y/a.txt']\noutlet = 'C'")],
            &["x/a.txt: ", "y/a.txt: C from corpus.toml"],
        );
        check(
            &[("a.csv", "text\n1\n2"), ("corpus.toml", "[articles.a-2]\noutlet = 'C'")],
            &["a-1: ", "a-2: C from corpus.toml"],
        );
        let refused = "a.txt: the file is empty; put an article in it or take it out of the folder";
        check(&[("a.txt", ""), ("corpus.toml", "[articles.a]\noutlet = 'C'")], &[refused]);
    }
}
