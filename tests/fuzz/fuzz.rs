//! Fuzz targets: any input must end in a value or a clear refusal, never in a panic and never in a long wait.
//!
//! A target is a file of its own with a function of bytes and a test that hands it to [`run`], and one line below.
//! `cargo test -p crossread-fuzz` gives each a second; `CROSSREAD_FUZZ_SECONDS=60` gives each a minute. There is no
//! randomness: the same seeds are changed in the same ways every time, and a longer run goes on where a shorter ends.

mod analyse;
mod query;
mod read;
mod shard;
mod url;

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    time::{Duration, Instant},
};

/// Inputs do not grow beyond this many bytes.
const LONGEST: usize = 1 << 16;

/// No single input may take longer: a page that waits for one has hung.
const PATIENCE: Duration = Duration::from_secs(10);

/// Pieces that mean something to one parser or another; those of a format come from its seeds.
const TOKENS: [&[u8]; 24] = [
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc3",
    b"\xe2\x80\x8f",
    b"\xe2\x80\xa8",
    b"\0",
    b"\r\n",
    b"\n\n",
    b"\t",
    b"\"",
    b"\\u",
    b"\\ud800",
    b"<",
    b"</",
    b"&#0;",
    b"%",
    b"%ff",
    b"-1",
    b"18446744073709551616",
    b"{",
    b"[",
    b"---\n",
    b":",
];

/// Hands `target` the seeds and then changed ones until the time is over, and returns how many it was handed.
///
/// # Panics
/// When the target panics, with its own message, or takes longer than ten seconds; the input is printed before.
pub(crate) fn run(name: &str, seeds: &[&[u8]], target: fn(&[u8])) -> u64 {
    run_for(Duration::from_secs_f64(seconds()), name, seeds, target)
}

fn run_for(time: Duration, name: &str, seeds: &[&[u8]], target: fn(&[u8])) -> u64 {
    assert!(!seeds.is_empty(), "{name} needs a seed to start from");
    let start = Instant::now();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut executions = 0;
    while executions < seeds.len() as u64 || start.elapsed() < time {
        let seed = usize::try_from(executions).ok().and_then(|number| seeds.get(number));
        let input = seed.map_or_else(|| changed(seeds, &mut random), |seed| seed.to_vec());
        executions += 1;
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| target(&input)));
        let told = || eprintln!("{name}, execution {executions}, failed on b\"{}\"", input.escape_ascii());
        if let Err(panic) = outcome {
            told();
            resume_unwind(panic);
        }
        if begun.elapsed() > PATIENCE {
            told();
            panic!("{name} took {:?} for {} bytes", begun.elapsed(), input.len());
        }
    }
    println!("{name}: {executions} executions in {:?}", start.elapsed());
    executions
}

/// How long each target runs.
fn seconds() -> f64 {
    let Ok(given) = std::env::var("CROSSREAD_FUZZ_SECONDS") else { return 1.0 };
    let seconds = given.parse().ok().filter(|seconds| (0.0..=1e6).contains(seconds));
    seconds.unwrap_or_else(|| panic!("CROSSREAD_FUZZ_SECONDS is no number of seconds: {given}"))
}

/// A seed with one to sixteen changes.
fn changed(seeds: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let mut input = seeds[random.below(seeds.len())].to_vec();
    for _ in 0..1 << random.below(5) {
        let at = random.below(input.len() + 1);
        match random.below(8) {
            0 if at < input.len() => input[at] ^= 1 << random.below(8),
            1 if at < input.len() => input[at] = random.byte(),
            2 => input.insert(at, random.byte()),
            3 => drop(input.drain(at..(at + random.below(9)).min(input.len()))),
            4 => insert(&mut input, at, TOKENS[random.below(TOKENS.len())]),
            5 => {
                let other = seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                insert(&mut input, at, &other[from..(from + random.below(65)).min(other.len())]);
            }
            6 => {
                let repeated = input[at..(at + random.below(33)).min(input.len())].repeat(1 << random.below(9));
                insert(&mut input, at, &repeated);
            }
            _ => input.truncate(at.max(1)),
        }
        input.truncate(LONGEST);
    }
    input
}

fn insert(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}

/// Marsaglia's xorshift: enough to spread changes, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn every_seed_comes_first_and_as_it_is() {
        static SEEN: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());
        let executions = run_for(Duration::ZERO, "seeds", &[b"a", b"b"], |input| {
            SEEN.lock().expect("one thread").push(input.to_vec());
        });
        assert_eq!(executions, 2);
        assert_eq!(*SEEN.lock().expect("one thread"), [b"a", b"b"]);
    }

    #[test]
    fn a_panic_is_passed_on() {
        let target = |input: &[u8]| assert!(input.len() > 10, "short");
        let failed = catch_unwind(|| run_for(PATIENCE, "panics", &[b"long enough"], target));
        assert!(failed.is_err());
    }

    #[test]
    fn changes_are_the_same_every_time() {
        let three = || {
            let mut random = Random(1);
            [0; 3].map(|_| changed(&[b"some text", b"other words"], &mut random))
        };
        assert_eq!(three(), three());
    }
}
