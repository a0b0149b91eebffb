//! How fast articles are analysed on one core, where the time goes, and how much memory the program takes.
//!
//! The articles are made of the sentences of `tests/golden/mentions/`, invented news with names, times, figures and
//! quotations, in ever new order, to 5 KB each. Times are of the processor, not of the clock, where the system tells
//! (Linux), so that other programs do not disturb them.

use crossread_analysis::{find, outlined, read, reading::Reading, structure};
use mimalloc::MiMalloc;
use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The program's own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// So many articles, of so many bytes each.
const ARTICLES: usize = 2000;
const BYTES: usize = 5000;

/// What the command line should reach, in articles a second.
const WANTED: f64 = 1000.0;

fn main() {
    let texts = articles(&sentences());
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{ARTICLES} articles of {BYTES} bytes, {:.1} MB, one core", mb(bytes));
    whole(&texts, bytes);
    parts(&texts);
}

/// The program itself, from files to lines of JSON.
fn whole(texts: &[String], bytes: usize) {
    let folder = Folder::of(texts);
    let start = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_crossread"));
    let program = program.arg("analyse").arg(&folder.0).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = program.spawn().expect("the program starts");
    let (mut cpu, mut peak) = (None, None);
    while child.try_wait().expect("the program can be waited for").is_none() {
        let process = PathBuf::from(format!("/proc/{}", child.id()));
        cpu = processor_time(&process).or(cpu);
        peak = peak_memory(&process).or(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = cpu.unwrap_or(start.elapsed()).as_secs_f64();
    let speed = ARTICLES as f64 / time;
    let memory = peak.map_or(String::new(), |peak| format!(", {:.0} MB of memory at most", mb(peak)));
    println!("crossread analyse: {speed:.0} articles/s, {:.1} MB/s{memory}", mb(bytes) / time);
    if speed < WANTED {
        println!("that is less than the {WANTED:.0} articles/s that are wanted");
    }
}

/// Each step for itself, with what the steps before have made.
fn parts(texts: &[String]) {
    let mut table = Table;
    let readings: Vec<Reading> = table.step("read", || {
        let names = texts.iter().enumerate();
        let read = names.map(|(number, text)| read::file(&format!("{number:05}.txt"), text.as_bytes()));
        read.flat_map(|readings| readings.expect("plain text can be read")).collect()
    });
    table.step("  structure", || {
        let blocks = |reading: &Reading| structure::blocks(&reading.text, &[], &reading.fields).len();
        readings.iter().map(blocks).sum::<usize>()
    });
    let articles = table.step("outline (structure, header, sentences, dates)", || outlined(readings.clone()));
    let tokens = table.step("tokens", || {
        let tokens = articles.iter().map(|article| {
            article.sentences.iter().map(|sentence| find::token::tokens(&article.text, *sentence)).collect::<Vec<_>>()
        });
        tokens.collect::<Vec<_>>()
    });
    let both = || articles.iter().zip(&tokens);
    let mentions = table.step("names", || {
        both().map(|(article, tokens)| find::mention::mentions(&article.text, tokens)).collect::<Vec<_>>()
    });
    table.step("entities", || {
        let three = both().zip(&mentions);
        three
            .map(|((article, tokens), names)| find::entity::entities(&article.text, tokens, names).len())
            .sum::<usize>()
    });
    table.step("attributions", || {
        let found = articles
            .iter()
            .map(|article| find::attribution::attributions(&article.text, &article.blocks, &article.sentences));
        found.map(|found| found.len()).sum::<usize>()
    });
    table.step("times", || {
        both().map(|(article, tokens)| find::time::times(&article.text, tokens, None).len()).sum::<usize>()
    });
    table.step("figures", || {
        both().map(|(article, tokens)| find::figure::figures(&article.text, tokens).len()).sum::<usize>()
    });
    table.step("all findings", || {
        articles.iter().map(|article| find::annotations(article).mentions.len()).sum::<usize>()
    });
}

/// Prints what each step took.
#[derive(Default)]
struct Table;

impl Table {
    fn step<T>(&mut self, name: &str, work: impl Fn() -> T) -> T {
        // once for caches and tables that are made when first needed
        drop(black_box(work()));
        let own = Path::new("/proc/self");
        let (start, cpu) = (Instant::now(), processor_time(own));
        let made = black_box(work());
        let time = processor_time(own).zip(cpu).map_or(start.elapsed(), |(now, before)| now - before);
        println!("  {name:<48}{:>7.1} µs an article", time.as_secs_f64() * 1e6 / ARTICLES as f64);
        made
    }
}

/// What a process has had of the processor until now, where the system tells.
fn processor_time(process: &Path) -> Option<Duration> {
    let told = fs::read_to_string(process.join("schedstat")).ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory a process has held, in bytes, where the system tells.
fn peak_memory(process: &Path) -> Option<usize> {
    let told = fs::read_to_string(process.join("status")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok().map(|kb: usize| kb * 1024)
}

fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The invented sentences, without the marks of their names.
fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/mentions");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder is there").flatten().map(|e| e.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).expect("the file can be read");
        let lines = text.lines().filter(|line| line.ends_with('.'));
        found.extend(lines.map(|line| {
            ["[per ", "[org ", "[loc ", "[oth ", "]"].iter().fold(line.to_owned(), |text, mark| text.replace(mark, ""))
        }));
    }
    assert!(found.len() > 100, "there are sentences enough");
    found
}

/// Articles of a headline and paragraphs of three sentences.
fn articles(sentences: &[String]) -> Vec<String> {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &sentences[(state >> 33) as usize % sentences.len()]
    };
    let article = |number: usize| {
        let mut text = format!("Story {number} of the day\n\nPublished 21:47, {} March 2031\n", number % 28 + 1);
        while text.len() < BYTES {
            text += &format!("\n{} {} {}\n", next(), next(), next());
        }
        text
    };
    (0..ARTICLES).map(article).collect()
}

/// A folder of files for the time of the measurement.
struct Folder(PathBuf);

impl Folder {
    fn of(texts: &[String]) -> Self {
        let dir = std::env::temp_dir().join(format!("crossread-bench-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a temporary folder");
        for (number, text) in texts.iter().enumerate() {
            fs::write(dir.join(format!("{number:05}.txt")), text).expect("a temporary file");
        }
        Self(dir)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
