//! Runs of words that two articles have alike, each as long as it can be.
//!
//! Every four words in a row (a shingle) are hashed; where one comes back in another article, the run around it is grown
//! both ways. A shingle that stands in many places is linked only to the next one, in a chain; what a chain leaves out is
//! found again when places are gathered. So the work grows with the text, not with its square.

use super::stream::{BREAK, Stream};

/// Words of a shingle; no passage is shorter.
pub(super) const SHINGLE: usize = 4;

/// Where each shingle stands.
pub(super) struct Shingles {
    /// Hash and position, sorted.
    places: Vec<(u64, u32)>,
    /// Where the shingles of one hash begin and end in `places`.
    groups: Vec<(u32, u32)>,
    /// By position: the number of the group of the shingle that begins there, and [`BREAK`] for none.
    at: Vec<u32>,
}

impl Shingles {
    /// The shingles of `stream` that stand twice or more and are not function words alone.
    pub(super) fn of(stream: &Stream) -> Self {
        let windows = stream.keys.windows(SHINGLE).zip(0_u32..);
        let says = |words: &[u32]| words.iter().any(|word| !stream.light[*word as usize]);
        let telling = windows.filter(|(words, _)| !words.contains(&BREAK) && says(words));
        let mut places: Vec<(u64, u32)> = telling.map(|(words, at)| (hash(words), at)).collect();
        places.sort_unstable();
        let repeated = places.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
        let places: Vec<(u64, u32)> = repeated.flatten().copied().collect();
        let mut shingles = Self { places, groups: Vec::new(), at: vec![BREAK; stream.keys.len()] };
        let mut from = 0;
        for (same, number) in shingles.places.chunk_by(|one, other| one.0 == other.0).zip(0..) {
            let to = from + u32::try_from(same.len()).expect("words fit in memory");
            shingles.groups.push((from, to));
            same.iter().for_each(|place| shingles.at[place.1 as usize] = number);
            from = to;
        }
        shingles
    }

    /// Everywhere the shingle that begins at `position` stands; nothing when it does not come back.
    pub(super) fn find(&self, position: usize) -> &[(u64, u32)] {
        let group = self.groups.get(self.at[position] as usize);
        group.map_or(&[], |(from, to)| &self.places[*from as usize..*to as usize])
    }

    /// The pairs of a shingle's places in different articles, as distance and place: all of them where it has few, or
    /// else each with the next.
    fn chained(&self, stream: &Stream) -> Vec<(u32, u32)> {
        const FEW: usize = 16;
        let mut links = Vec::with_capacity(self.places.len());
        for same in self.places.chunk_by(|one, other| one.0 == other.0) {
            let article = |at: usize| stream.places[same[at].1 as usize].article;
            let mut next = same.len();
            for at in (0..same.len() - 1).rev() {
                if article(at) != article(at + 1) {
                    next = at + 1;
                }
                let last = if same.len() <= FEW { same.len() } else { same.len().min(next + 1) };
                links.extend(same[next..last].iter().map(|other| (other.1 - same[at].1, same[at].1)));
            }
        }
        links
    }
}

fn hash(words: &[u32]) -> u64 {
    // FNV-1a over whole words, with a last mix
    let folded = words
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, word| (hash ^ u64::from(*word)).wrapping_mul(0x0000_0100_0000_01b3));
    (folded ^ (folded >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// The same words at two places of the stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) other: usize,
    pub(super) length: usize,
}

/// The runs that chained shingles lead to, none to be found twice, each as long as it can be.
pub(super) fn runs(stream: &Stream, shingles: &Shingles) -> Vec<Run> {
    let keys = &stream.keys;
    let mut links = shingles.chained(stream);
    links.sort_unstable();
    let mut found: Vec<Run> = Vec::new();
    let mut reached = (0, 0); // the distance and the end of the last run
    for (distance, place) in links {
        let (start, other) = (place as usize, (place + distance) as usize);
        let inside = reached.0 == distance && start + SHINGLE <= reached.1;
        if inside || keys[start..start + SHINGLE] != keys[other..other + SHINGLE] {
            continue;
        }
        let same = |one: usize, other: usize| keys[one] == keys[other] && keys[one] != BREAK;
        // a run may not reach from one place into the other: both are one stretch, said once
        let room = start.min(distance as usize);
        let back = (1..=room).take_while(|by| same(start - by, other - by)).count();
        let ahead = (other..keys.len()).take_while(|at| same(at - distance as usize, *at)).count();
        reached = (distance, start + ahead);
        found.push(Run { start: start - back, other: other - back, length: back + ahead });
    }
    found
}

/// The parts of a run that can be passages: a short one is cut where either place ends a sentence; a long one loses the
/// few words it has of a sentence at its ends; words that lead on to what is no longer the same are left out.
pub(super) fn pieces(stream: &Stream, run: Run) -> Vec<Run> {
    const LONG: usize = 16;
    let stops = |at: usize| stream.places[run.start + at].stops || stream.places[run.other + at].stops;
    let parts: Vec<(usize, usize)> = if run.length < LONG {
        let cuts: Vec<usize> =
            (0..run.length).filter(|at| at + 1 == run.length || stops(*at)).map(|at| at + 1).collect();
        core::iter::once(0).chain(cuts.iter().copied()).zip(cuts.iter().copied()).collect()
    } else {
        let head = (1..=SHINGLE).rev().find(|at| stops(at - 1)).unwrap_or(0);
        let tail = (run.length - SHINGLE..run.length).find(|at| stops(at - 1)).unwrap_or(run.length);
        vec![(head, tail)]
    };
    let key = |at: usize| stream.keys[run.start + at] as usize;
    let tidy = |(mut from, mut end): (usize, usize)| {
        // what ends a sentence is no loose end
        while end > from && !stops(end - 1) && stream.dangling[key(end - 1)] {
            end -= 1;
        }
        while from < end && stream.leading[key(from)] {
            from += 1;
        }
        (from, end)
    };
    let long = parts.into_iter().map(tidy).filter(|(from, end)| end - from >= SHINGLE);
    long.map(|(from, end)| Run { start: run.start + from, other: run.other + from, length: end - from }).collect()
}
