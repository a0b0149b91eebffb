//! Folders made for the purpose, and what is read or said of them.

use super::folder;
use std::{fs, path::PathBuf, sync::atomic};

/// A folder of its own for one test, gone afterwards.
pub(super) struct Made(pub(super) PathBuf);

impl Made {
    /// With these files: path and content.
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        static COUNT: atomic::AtomicUsize = atomic::AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, atomic::Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("crossread-folder-{}-{number}", std::process::id()));
        for (name, content) in files {
            let path = dir.join(name);
            fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a temporary folder");
            fs::write(path, content).expect("a temporary file");
        }
        fs::create_dir_all(&dir).expect("a temporary folder");
        Self(dir)
    }

    /// One line a reading (`id file`), or one a refusal, with the folder's own path left out.
    fn told(&self) -> Vec<String> {
        match folder(&self.0) {
            Ok(read) => read.readings.iter().map(|r| format!("{} {}", r.id, r.origin.file)).collect(),
            Err(all) => all.iter().map(|r| r.to_string().replace(&self.0.display().to_string(), "DIR")).collect(),
        }
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn check(files: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(Made::of(files).told(), expected);
}

#[test]
fn articles_are_sorted_by_id_and_named_apart() {
    check(&[("b.txt", "two"), ("a.TXT", "one")], &["a a.TXT", "b b.txt"]);
    check(&[("a.txt", "one"), ("a.text", "two"), ("b.txt", "b")], &["a.text a.text", "a.txt a.txt", "b b.txt"]);
    check(&[("x/a.txt", "one"), ("y/a.txt", "two")], &["x/a.txt x/a.txt", "y/a.txt y/a.txt"]);
    check(
        &[("a.txt", "1"), ("a.text", "2"), ("sub/a.txt.txt", "3")],
        &["a.text a.text", "a.txt a.txt", "a.txt.txt sub/a.txt.txt"],
    );
}

#[test]
fn what_is_no_article_is_left_out() {
    let saved = [("page.html", "kept"), ("page_files/style.css", "p {}"), ("other_files/a.txt", "two")];
    let told = Made::of(&saved).told();
    assert!(!told.iter().any(|line| line.contains("style.css")), "{told:?}");
    check(&[("README.md", "x"), ("sub/ReadMe.TXT", "y"), (".git/config", "z"), ("a.txt", "one")], &["a a.txt"]);
}

#[test]
fn everything_wrong_is_told_at_once() {
    let readable = super::super::READABLE;
    let nothing = "put an article in it or take it out of the folder";
    check(
        &[("a.txt", ""), ("b.odt", "?"), ("c.txt", "same"), ("d.txt", "same"), ("notes", "?")],
        &[
            &format!("a.txt: the file is empty; {nothing}"),
            &format!("b.odt: no reader for .odt files; {readable}"),
            "d.txt: the same content as c.txt; keep one of the two",
            &format!("notes: a file without an extension; {readable}"),
        ],
    );
    check(&[], &[&format!("DIR: no article in this folder; {readable}")]);
    check(&[("corpus.toml", "")], &[&format!("DIR: no article in this folder; {readable}")]);
    check(&[(".hidden", "x")], &[&format!("DIR: no article in this folder; {readable}")]);
}

#[test]
fn a_folder_that_is_not_there_is_a_refusal() {
    let told = folder(&std::env::temp_dir().join("crossread-no-such-folder")).map_err(|all| all.len());
    assert_eq!(told, Err(1));
}

#[test]
fn the_files_read_are_listed() {
    let made = Made::of(&[("b.txt", "two"), ("sub/a.txt", "one"), ("README.md", "x")]);
    let files = folder(&made.0).map(|read| read.files);
    assert_eq!(files, Ok(vec![made.0.join("b.txt"), made.0.join("sub/a.txt")]));
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles() {
    let made = Made::of(&[("a.txt", "one"), ("sub/b.txt", "two")]);
    std::os::unix::fs::symlink(&made.0, made.0.join("sub/up")).expect("a link");
    assert_eq!(made.told(), ["a a.txt", "b sub/b.txt"]);
    std::os::unix::fs::symlink(made.0.join("a.txt"), made.0.join("again.txt")).expect("a link");
    assert_eq!(made.told(), ["again.txt: the same content as a.txt; keep one of the two"]);
    fs::remove_file(made.0.join("again.txt")).expect("the link");
    std::os::unix::fs::symlink(made.0.join("gone.txt"), made.0.join("z.txt")).expect("a link");
    let told = made.told();
    assert!(told.len() == 1 && told[0].starts_with("z.txt: it cannot be opened ("), "{told:?}");
}

#[test]
fn a_record_is_named_by_its_number() {
    let origin = |record| crossread_corpus::article::Origin {
        file: "sub/news.jsonl".to_owned(),
        record,
        format: crossread_corpus::article::Format::Json,
        encoding: "utf-8".to_owned(),
        source: None,
    };
    let ids = |record| [0, 1, 2].map(|length| crate::reading::id_at(&origin(record), length));
    assert_eq!(ids(Some(3)), ["news-3", "news.jsonl-3", "sub/news.jsonl-3"]);
    assert_eq!(ids(None), ["news", "news.jsonl", "sub/news.jsonl"]);
}

#[test]
fn what_can_be_read_is_read_and_the_rest_told() {
    let made = Made::of(&[("a.txt", ""), ("b.txt", "same"), ("c.txt", "same"), ("b.toml", "outlet = 'O'")]);
    let (read, told) = super::readable(&made.0);
    let ids: Vec<_> = read.readings.iter().map(|reading| reading.id.as_str()).collect();
    assert_eq!(ids, ["b", "c"], "an article may stand there twice");
    assert_eq!(told.iter().map(|rejection| rejection.file.as_str()).collect::<Vec<_>>(), ["a.txt"]);
}

#[test]
fn one_file_comes_with_its_sidecar() {
    let files = [("a.txt", "A"), ("a.html", "<p>A"), ("a.toml", "outlet = 'O'"), ("b.md", "B"), ("b.md.toml", "x = 1")];
    let made = Made::of(&files);
    let check = |name: &str| {
        let (read, told) = super::one(&made.0.join(name));
        let outlet = |r: &crate::reading::Reading| r.editor.outlet.as_ref().map(|outlet| outlet.value.clone());
        let told: Vec<String> = told.into_iter().map(|rejection| rejection.file).collect();
        (read.readings.iter().map(|r| (r.id.clone(), outlet(r))).collect::<Vec<_>>(), told)
    };
    assert_eq!(check("a.txt"), (vec![("a".to_owned(), Some("O".to_owned()))], vec![]));
    assert_eq!(check("b.md"), (vec![("b".to_owned(), None)], vec!["b.md.toml".to_owned()]));
    assert_eq!(check("a.toml"), (vec![], vec![]), "it is read with its article");
    assert_eq!(check("gone.txt"), (vec![], vec!["gone.txt".to_owned()]));
}
