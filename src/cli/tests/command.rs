//! The program itself: what it writes where, and how it ends.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

/// A folder of its own for one test, gone afterwards.
struct Made(PathBuf);

impl Made {
    fn of(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("crossread-command-{}-{number}", std::process::id()));
        for (name, content) in files {
            let path = dir.join(name);
            fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a temporary folder");
            fs::write(path, content).expect("a temporary file");
        }
        Self(dir)
    }

    /// Runs the program in this folder.
    fn run(&self, words: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_crossread"));
        program.current_dir(&self.0).args(words).output().expect("the program starts")
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program writes UTF-8")
}

/// The values of a field at the top level of each line.
fn field(output: &Output, name: &str) -> Vec<String> {
    let lines = text(&output.stdout).lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    lines.map(|line| line[name].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn bad_files_are_named_and_the_others_done() {
    let made = Made::of(&[("in/b.txt", "Two."), ("in/a.txt", ""), ("c.txt", "Three."), ("d.xyz", "?")]);
    let output = made.run(&["analyse", "in", "c.txt", "d.xyz", "gone.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(field(&output, "id"), ["b", "c"]);
    assert_eq!(field(&output, "file"), ["in/b.txt", "c.txt"]);
    let told = text(&output.stderr);
    assert_eq!(told.lines().count(), 3, "{told}");
    for file in ["in/a.txt: ", "d.xyz: ", "gone.txt: "] {
        assert!(told.contains(&format!("crossread analyse: {file}")), "{file} is not in {told}");
    }
}

#[test]
fn sidecars_count_for_files_and_folders_alike() {
    let made = Made::of(&[("in/a.txt", "It rained on Monday."), ("in/a.toml", "date = \"2031-03-05\"\n")]);
    for words in [["analyse", "in"], ["analyse", "in/a.txt"]] {
        let output = made.run(&words);
        let line: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one line of JSON");
        assert_eq!(line["header"]["published"]["value"], "2031-03-05");
        assert_eq!(line["times"][0]["value"], "2031-03-03");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    }
    let both = made.run(&["analyse", "in", "in/a.txt", "in/a.toml"]);
    assert_eq!((both.status.code(), field(&both, "id")), (Some(0), vec!["a".to_owned()]), "each is read once");
}

#[test]
fn what_is_not_understood_ends_with_two() {
    let made = Made::of(&[("a.txt", "One.")]);
    for words in [&["bake"][..], &["analyse"], &["check"]] {
        let output = made.run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(text(&output.stdout).is_empty() && !output.stderr.is_empty(), "{words:?}");
    }
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let story = "The mayor said the ferry would run.\n".repeat(400);
    let files: Vec<(String, String)> = (0..40).map(|n| (format!("{n}.txt"), format!("Story {n}\n\n{story}"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let made = Made::of(&files);
    let mut program = Command::new(env!("CARGO_BIN_EXE_crossread"));
    program.current_dir(&made.0).args(["analyse", "."]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn help_is_what_the_readme_shows() {
    let output = Made::of(&[("a.txt", "One.")]).run(&["--help"]);
    let readme = include_str!("../README.md");
    for line in text(&output.stdout).lines().filter(|line| line.starts_with("  ")) {
        assert!(readme.contains(line.trim_end()), "README.md does not show {line:?}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_correction_that_no_longer_fits_fails_with_its_line() {
    let hidden = |words: &str| {
        format!("\n[[hidden]]\nfinding = \"figure\"\nat = {{ article = \"a.txt\", words = \"{words}\" }}\n")
    };
    let story = "The baker sold 40 loaves on Monday.";
    let fits = Made::of(&[("in/a.txt", story), ("in/corpus.toml", &hidden("40"))]);
    let output = fits.run(&["analyse", "in"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one line of JSON");
    assert_eq!(line["figures"], serde_json::json!([]), "the figure is hidden");
    for (words, line, problem) in [
        ("50", 4, "the words \"50\" are not in a.txt; "),
        ("Monday", 2, "nothing of this kind is found at these words"),
    ] {
        let stale = Made::of(&[("in/a.txt", story), ("in/corpus.toml", &hidden(words))]);
        for command in ["analyse", "check"] {
            let output = stale.run(&[command, "in"]);
            assert_eq!(output.status.code(), Some(1));
            let told = format!("crossread {command}: in/corpus.toml, line {line}: {problem}");
            assert!(text(&output.stderr).contains(&told), "{told} is not in {}", text(&output.stderr));
        }
    }
}
