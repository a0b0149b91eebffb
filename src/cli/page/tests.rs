//! Tests of the whole command, on a small page such as Trunk writes.

use super::*;
use crate::{
    plain::{
        WHOLE,
        tests::{HOSTILE, article},
    },
    shell::tests::PAGE,
};
use crossread_corpus::shard;
use dom_query::Document;
use flate2::read::GzDecoder;
use std::{collections::BTreeMap, io::Read, process};

/// A folder that goes away with the test.
struct Staging(PathBuf);

impl Staging {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("crossread-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let staging = Self(path);
        for (file, text) in [
            ("index.html", PAGE),
            ("a-1.css", "@layer a { p > b { color: red } }"),
            ("b-2.css", "i { content: \"</i>\" }"),
            ("oven-1.js", "export const OVEN = '</script>';\nfunction bake() {}\nexport { bake as default };\n"),
            ("2-start.mjs", "export default function start() {\n  return {};\n}\n"),
            ("oven-1_bg.wasm", "\0asm"),
            ("crossread-lenses.js", "let wasm_bindgen = 2;"),
            ("crossread-lenses_bg.wasm", "\0lenses"),
            ("crossread-panel.js", "let wasm_bindgen = 1;"),
            ("crossread-panel_bg.wasm", "\0panel"),
            ("crossread-worker.js", "let wasm_bindgen = '</script>';"),
            ("crossread-worker_bg.wasm", "\0worker"),
        ] {
            staging.write(file, text);
        }
        staging
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    fn finish(&self) -> Result<()> {
        let articles = vec![article(1, "one", HOSTILE), article(2, "two", "Bread rose.")];
        finish(&self.0, Collection { title: None, articles, ..Collection::default() })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The policy of a page, and the hashes it must hold.
fn check_policy(page: &str) -> String {
    let document = Document::from(page);
    let policy = document.select("head > meta:nth-child(2)").attr("content").unwrap().to_string();
    let shell = Document::from(page);
    let scripts = shell.select("script:not([type]), script[type='module'], style");
    assert!(!scripts.is_empty());
    for text in scripts.iter().map(|script| script.text().to_string()) {
        let alone = policy::single_file(&[text], &[]);
        let hash = alone.split('\'').find(|part| part.starts_with("sha256-")).unwrap();
        assert!(policy.contains(hash), "{hash} is missing in {policy}");
    }
    policy
}

#[test]
fn both_pages_are_written() {
    let staging = Staging::new("both");
    staging.finish().unwrap();
    let index = staging.read("index.html");
    assert!(check_policy(&index).contains("connect-src 'self'"));
    let document = Document::from(index.as_str());
    assert_eq!(document.select("#plain article").length(), 2);
    assert_eq!(document.select("title").text().as_ref(), "Crossread");
    let scripts: Vec<String> = document.select("script, img").iter().map(|script| script.text().to_string()).collect();
    assert_eq!(scripts.len(), 3, "only ours and Trunk's own: {scripts:?}");
    assert_eq!(scripts[..2], [UNLOADED, offline::REGISTER]);
    let preload = "head > meta[charset] + meta[http-equiv] + link[rel='modulepreload'][href='./oven-1.js']";
    assert_eq!(document.select(preload).length(), 1, "asked for at once: {index}");
    assert_eq!(document.select("link").length(), 1, "and nothing else before the page is drawn");
    let styles = |document: &Document| -> Vec<String> {
        document.select("style").iter().map(|style| style.text().to_string()).collect()
    };
    let both = ["@layer a { p > b { color: red } }", "i { content: \"</i>\" }"];
    assert_eq!(styles(&document), both);
    assert!(!staging.0.join("a-1.css").exists() && !staging.0.join("b-2.css").exists());
    let worker = document.select("meta[name='worker']").attr("content").unwrap().to_string();
    assert!(staging.read(&format!("{worker}.js")).contains("receive"));
    assert_eq!(staging.read(&format!("{worker}_bg.wasm")), "\0worker");
    assert!(!staging.0.join("crossread-worker.js").exists());
    let shard = document.select("meta[name='shard']").attr("content").unwrap().to_string();
    let mut whole = Vec::new();
    GzDecoder::new(fs::File::open(staging.0.join(format!("{shard}.shard"))).unwrap()).read_to_end(&mut whole).unwrap();
    assert_eq!(shard::read(&whole).unwrap().articles().len(), 2);
    let offline = staging.read("service-worker.js");
    let listed = |group: &str| {
        let list = offline.lines().find_map(|line| line.strip_prefix(&format!("const {group} = "))).unwrap();
        let list: BTreeMap<String, String> = serde_json::from_str(list.trim_end_matches(';')).unwrap();
        list.into_keys().collect::<Vec<_>>()
    };
    let first = listed("FIRST");
    let shard = format!("{shard}.shard");
    for name in ["2-start.mjs", "index.html", "oven-1.js", "oven-1_bg.wasm", shard.as_str()] {
        assert!(first.iter().any(|listed| listed == name), "{name} in {first:?}");
    }
    assert_eq!(first.len(), 7, "and the two files of the lenses: {first:?}");
    assert_eq!(listed("LATER").len(), 4, "panel and worker");
    let single = staging.read("crossread.html");
    let policy = check_policy(&single);
    assert!(!policy.contains("'self'") && !policy.contains("connect-src"), "{policy}");
    let document = Document::from(single.as_str());
    assert!(document.select("link, [src], img").is_empty(), "{single}");
    assert_eq!(document.select("#plain article").length(), 2);
    let scripts = document.select("script");
    assert_eq!(scripts.length(), 9);
    let panel = document.select("script#panel-script").text().to_string();
    let hash =
        policy::single_file(&[panel], &[]).split('\'').find(|part| part.starts_with("sha256-")).unwrap().to_owned();
    assert!(policy.contains(&hash), "the panel's script may run: {policy}");
    let worker = document.select("script#worker-script").text();
    assert!(worker.starts_with("let wasm_bindgen = '\\x3C/script>';") && worker.contains("onmessage"), "{worker}");
    for id in ["worker-program", "lenses-program", "shard-packed"] {
        assert!(document.select(&format!("script#{id}")).text().starts_with("H4sI"), "{id}");
    }
    assert_eq!(document.select("script#wasm").attr("type").unwrap().as_ref(), "application/octet-stream");
    assert_eq!(styles(&document), both);
    assert_eq!(document.select("style[media='print']").length(), 1);
    let program = document.select("script[type='module']").text();
    assert!(program.contains("const OVEN = '\\x3C/script>';") && program.contains("DecompressionStream"), "{program}");
    assert!(program.contains("const start = (() => {\nfunction start() {"), "{program}");
}

#[test]
fn pages_of_single_articles_keep_their_style_sheets() {
    let staging = Staging::new("sheets");
    let text = "Knead the dough well. ".repeat(WHOLE / 20);
    let articles = vec![article(1, "one", &text), article(2, "two", "Bread rose.")];
    finish(&staging.0, Collection { articles, ..Collection::default() }).unwrap();
    let own = staging.read("articles/one.html");
    assert!(own.contains("../a-1.css") && own.contains("../b-2.css"), "{own}");
    assert!(staging.0.join("a-1.css").exists() && staging.0.join("b-2.css").exists());
    assert!(!staging.read("service-worker.js").contains(".css"), "which are not kept");
    assert!(Document::from(staging.read("index.html")).select("link[rel='stylesheet']").is_empty());
}

#[test]
fn the_same_build_gives_the_same_pages() {
    let (one, other) = (Staging::new("same-1"), Staging::new("same-2"));
    one.finish().unwrap();
    other.finish().unwrap();
    for file in ["index.html", "crossread.html", "service-worker.js"] {
        assert_eq!(one.read(file), other.read(file), "{file}");
    }
}

#[test]
fn what_is_missing_is_named_and_nothing_is_half_written() {
    let check = |file: &str, text: Option<&str>, words: &[&str]| {
        let staging = Staging::new("missing");
        match text {
            Some(text) => staging.write(file, text),
            None => fs::remove_file(staging.0.join(file)).unwrap(),
        }
        let error = format!("{:#}", staging.finish().unwrap_err());
        assert!(words.iter().all(|word| error.contains(word)), "{error}");
        assert!(!staging.0.join("crossread.html").exists());
    };
    check("index.html", None, &["index.html", "cannot be read"]);
    check("index.html", Some("<p>"), &["index.html", "<div id=\"plain\">", "0 times"]);
    check("oven-1.js", None, &["oven-1.js", "index.html needs it"]);
    check("oven-1.js", Some("import * as a from './snippets/a.js';"), &["oven-1.js", "snippets/a.js"]);
    check("oven-1_bg.wasm", None, &["oven-1_bg.wasm"]);
    check("crossread-worker.js", None, &["crossread-worker.js", "index.html"]);
    check("a-1.css", Some("@IMPORT 'c.css';"), &["a-1.css", "@import"]);
    check("a-1.css", Some("p { background: URL( 'x.png') }"), &["a-1.css", "url("]);
    let twice = Staging::new("twice");
    twice.finish().unwrap();
    assert!(format!("{:#}", twice.finish().unwrap_err()).contains("prepared before"));
}
