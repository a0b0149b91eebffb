//! How long it takes to link 50, 200 and 1,000 articles, how much memory the program holds meanwhile, and how both grow;
//! and how long the slowest lens then takes to work out what it shows.
//!
//! The articles are made with a fixed seed out of invented people, places and deeds: once as many stories with twenty
//! accounts each, as a newsroom's folder has them, once as one story that all of them tell, which is the hardest. Each
//! size is measured in a program of its own, since memory is told for a whole program. Times are of the processor, not of
//! the clock, where the system tells (Linux).

use crossread_analysis::{find, link, link::entity::Naming, outlined, read};
use crossread_corpus::{
    collection::Collection,
    index::Index,
    lens::{Looking, sheet},
    results::Library,
    view::{Lens, View},
};
use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

const SIZES: [usize; 3] = [50, 200, 1000];
/// Accounts of one story, where there are many stories.
const ACCOUNTS: usize = 20;
/// Paragraphs of an article, of two sentences each.
const PARAGRAPHS: usize = 9;

/// What 1,000 articles should take.
const SECONDS: f64 = 20.0;
const MEGABYTES: f64 = 1000.0;

fn main() {
    let mut given = std::env::args().skip(1).filter(|word| !word.starts_with("--")).peekable();
    if given.next_if(|word| word == "write").is_some() {
        return write(&given.collect::<Vec<_>>());
    }
    if let (Some(stories), Some(size)) = (given.next(), given.next().and_then(|size| size.parse().ok())) {
        return measure(if stories == "one" { size } else { ACCOUNTS }, size);
    }
    for (stories, told) in [("many", "stories of 20 accounts each"), ("one", "one story")] {
        println!("{told}");
        let mut before: Option<(usize, f64)> = None;
        for size in SIZES {
            let program = std::env::current_exe().expect("the program knows where it is");
            let output =
                Command::new(program).args([stories, &size.to_string()]).output().expect("it can be run again");
            let line = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            let seconds: f64 = line.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(f64::NAN);
            let megabytes: f64 = line.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(f64::NAN);
            let growth = before.map_or(String::new(), |(fewer, faster)| {
                format!(", {:.1} times the time for {} times the articles", seconds / faster, size / fewer)
            });
            let lens = line.splitn(3, ' ').nth(2).unwrap_or_default();
            println!(
                "  {size:>5} articles: linked in {seconds:.2} s, {megabytes:.0} MB at most{growth}; slowest lens: {lens}"
            );
            if size == 1000 && !(seconds < SECONDS && megabytes < MEGABYTES) {
                println!("  that is more than the {SECONDS} s and {MEGABYTES} MB that are wanted");
            }
            before = Some((size, seconds));
        }
    }
}

/// `write FOLDER STORIES SIZE`: the articles as files, for the benches of the page.
fn write(given: &[String]) {
    let [folder, stories, size] = given else { panic!("write FOLDER one|many SIZE") };
    let size = size.parse().expect("a number of articles");
    fs::create_dir_all(folder).expect("a folder can be made");
    for number in 0..size {
        let text = article(number, if stories == "one" { size } else { ACCOUNTS });
        fs::write(Path::new(folder).join(format!("{number:05}.txt")), text).expect("a file can be written");
    }
}

/// Prints the seconds that linking `size` articles took, and the megabytes held at most.
fn measure(accounts: usize, size: usize) {
    let texts = (0..size).map(|number| article(number, accounts));
    let readings = texts.enumerate().map(|(number, text)| read::file(&format!("{number:05}.txt"), text.as_bytes()));
    let readings = readings.flat_map(|readings| readings.expect("plain text can be read")).collect();
    let mut articles = outlined(readings);
    articles.iter_mut().for_each(|article| article.annotations = find::annotations(article));
    let (start, cpu) = (Instant::now(), processor_time());
    let links = link::links(&articles, &Naming { aliases: &BTreeMap::new(), parted: &[] });
    let time = processor_time().zip(cpu).map_or(start.elapsed(), |(now, before)| now - before);
    assert!(!links.comparison.claims.claims.is_empty(), "accounts of one story have claims");
    let memory = peak_memory().unwrap_or(f64::NAN);
    let index = Index::build(&articles);
    let library = Library::new(Collection { articles, links, ..Collection::default() }, index);
    let lenses = Lens::ALL.into_iter().map(|lens| {
        let view = View { lens, ..View::default() };
        let start = Instant::now();
        let results = library.answer(&view);
        std::hint::black_box(sheet(Looking { library: &library, results: &results, view: &view }));
        (start.elapsed(), lens.name())
    });
    let (slowest, lens) = lenses.max().expect("there are lenses");
    println!("{:.3} {memory:.0} {lens} {:.1} ms", time.as_secs_f64(), slowest.as_secs_f64() * 1000.0);
}

/// An account of story `number / accounts`: paragraphs that most accounts of it tell, in one of two wordings, and some of
/// its own.
fn article(number: usize, accounts: usize) -> String {
    let story = number / accounts;
    let mut chance = Chance(1 + number as u64);
    let day = story % 20 + 1;
    let mut text = format!(
        "{} in {}\n\nPublished {:02}:10, {} March 2031\n",
        DEEDS[story % DEEDS.len()].0,
        name(&PLACES, story, 0),
        chance.below(24),
        day + chance.below(3)
    );
    for _ in 0..PARAGRAPHS {
        let shared = chance.below(3) > 0;
        let fact = if shared { chance.below(40) } else { 1000 + number * 40 + chance.below(40) };
        text += &format!("\n{} {}\n", sentence(story, fact, &mut chance), sentence(story, fact + 7, &mut chance));
    }
    text
}

/// Fact `fact` of story `story` in one of several wordings.
fn sentence(story: usize, fact: usize, chance: &mut Chance) -> String {
    let mix = story.wrapping_mul(31).wrapping_add(fact.wrapping_mul(17));
    let (plain, other) = DEEDS[mix % DEEDS.len()];
    let deed = if chance.below(2) == 0 { plain } else { other };
    let who = format!("{} {}", name(&FIRST, mix / 3, fact), name(&LAST, mix / 5, fact));
    let place = name(&PLACES, story, fact % 3);
    let things = THINGS[(mix / 7) % THINGS.len()];
    let count = 10 + mix % 900;
    match chance.below(4) {
        0 => format!("{who} {deed} {count} {things} in {place} on Monday."),
        1 => format!("In {place}, {who} {deed} more than {count} {things}, officials said."),
        2 => format!("“We saw how {who} {deed} {count} {things},” a witness from {place} told reporters."),
        _ => format!("{who}, who lives in {place}, {deed} about {count} {things} before the weekend."),
    }
}

/// An invented name: a start and an end.
fn name(ends: &[&str], number: usize, more: usize) -> String {
    let start = STARTS[(number * 7 + more * 3) % STARTS.len()];
    format!("{start}{}", ends[(number + more) % ends.len()])
}

const STARTS: [&str; 26] = [
    "Bel", "Cor", "Dun", "Els", "Far", "Gal", "Har", "Ing", "Jor", "Kel", "Lor", "Mar", "Nor", "Ol", "Pel", "Quin",
    "Ros", "Sal", "Tor", "Ul", "Ver", "Wen", "Yar", "Zel", "Ost", "Bran",
];
const FIRST: [&str; 6] = ["a", "en", "is", "or", "ina", "ett"];
const LAST: [&str; 10] = ["berg", "sen", "well", "stone", "mann", "ley", "ovic", "ford", "grave", "wick"];
const PLACES: [&str; 10] = ["ham", "ton", "by", "dorf", "minster", "stad", "ville", "burgh", "field", "mouth"];
const DEEDS: [(&str, &str); 24] = [
    ("bought", "acquired"),
    ("sold", "parted with"),
    ("burned", "set fire to"),
    ("repaired", "mended"),
    ("demolished", "tore down"),
    ("painted", "coloured"),
    ("stole", "made off with"),
    ("counted", "tallied"),
    ("rescued", "saved"),
    ("inspected", "examined"),
    ("rejected", "dismissed"),
    ("praised", "lauded"),
    ("promised", "pledged"),
    ("ordered", "requested"),
    ("opened", "inaugurated"),
    ("closed", "shut"),
    ("planted", "sowed"),
    ("harvested", "gathered in"),
    ("exported", "shipped abroad"),
    ("recalled", "took back"),
    ("flooded", "inundated"),
    ("measured", "gauged"),
    ("photographed", "took pictures of"),
    ("insured", "covered"),
];
const THINGS: [&str; 20] = [
    "bridges",
    "lanterns",
    "orchards",
    "barrels",
    "carriages",
    "ovens",
    "violins",
    "boats",
    "stoves",
    "clocks",
    "ladders",
    "kites",
    "windmills",
    "looms",
    "tents",
    "wells",
    "bells",
    "carpets",
    "mirrors",
    "saddles",
];

/// Numbers by a linear congruence, the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// What this program has had of the processor until now, where the system tells.
fn processor_time() -> Option<Duration> {
    let told = fs::read_to_string("/proc/self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most megabytes this program has held, where the system tells.
fn peak_memory() -> Option<f64> {
    let told = fs::read_to_string(Path::new("/proc/self/status")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok().map(|kb: f64| kb / 1024.0)
}
