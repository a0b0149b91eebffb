//! Which names are compared, and in which order the rules join them: the surest first.
//!
//! A shorter name is joined only where all the longer ones that it fits are one by then: "unknown" beats a wrong guess.

use super::{
    Naming,
    forest::Forest,
    name::{Name, fold},
    rule::{respelt, shortened, sounds_alike},
};
use crossread_corpus::{index::skeleton::skeleton, links::entity::Join, mention::EntityKind};
use std::collections::{BTreeMap, BTreeSet};

/// More names than these under one key are not compared in pairs.
const MOST: usize = 400;

/// Joins what the rules and the editor say is one.
pub(super) fn join<'a>(names: &'a [Name], naming: &Naming<'_>) -> Forest<'a> {
    let mut forest = Forest::new(names, naming.parted);
    by_editor(names, naming, &mut forest);
    unique(
        names,
        &mut forest,
        |name| name.forms.iter().cloned().collect(),
        |name| name.text.clone(),
        |short, long| {
            let whole = short.is_like(long) && !short.is_half() && short.text != long.text;
            (whole && long.forms.contains(&short.text)).then_some(Join::BothInOneArticle)
        },
    );
    let full = |name: &Name| name.words.len() > 1;
    unique(
        names,
        &mut forest,
        |long| vec![long.last().to_owned()],
        |short| short.last().to_owned(),
        |short, long| (full(short) && short.kind == EntityKind::Person).then(|| shortened(short, long))?,
    );
    alike(names, &mut forest, &|name| !name.is_half());
    unique(
        names,
        &mut forest,
        |long| vec![initials(long)],
        |short| short.text.clone(),
        |short, long| (short.kind != EntityKind::Person && full(long)).then(|| shortened(short, long))?,
    );
    unique(
        names,
        &mut forest,
        |long| vec![long.first().to_owned()],
        |short| short.first().to_owned(),
        |short, long| (short.kind != EntityKind::Person).then(|| shortened(short, long))?,
    );
    half_names(names, &mut forest);
    forest
}

/// What the editor's aliases say; a name that no text has still ties its spellings.
fn by_editor(names: &[Name], naming: &Naming<'_>, forest: &mut Forest<'_>) {
    let mut called: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut whole = called.clone();
    for (at, name) in names.iter().enumerate() {
        whole.entry(&name.text).or_default().push(at);
        name.forms.iter().for_each(|form| called.entry(form).or_default().push(at));
    }
    let mut meant: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (spelling, name) in naming.aliases {
        let all = meant.entry(name).or_default();
        for form in [fold(spelling), fold(name)] {
            // who has it as their whole name, before those who are also called so
            let named = whole.get(form.as_str()).or_else(|| called.get(form.as_str()));
            all.extend(named.into_iter().flatten());
        }
    }
    for all in meant.into_values() {
        let all: Vec<usize> = all.into_iter().collect();
        all.windows(2).for_each(|pair| forest.join(pair[0], pair[1], Join::Editor));
    }
}

/// Joins each short name with the long ones it fits, where those are one already. `longs` are the keys a long name is
/// found under, `of` the key a short one looks under.
fn unique(
    names: &[Name],
    forest: &mut Forest<'_>,
    longs: impl Fn(&Name) -> Vec<String>,
    of: impl Fn(&Name) -> String,
    rule: impl Fn(&Name, &Name) -> Option<Join>,
) {
    let mut filed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        longs(name).into_iter().for_each(|key| filed.entry(key).or_default().push(at));
    }
    let mut joins = Vec::new();
    for (at, short) in names.iter().enumerate() {
        let fitting = filed.get(&of(short)).into_iter().flatten();
        let fits: Vec<(usize, Join)> =
            fitting.filter(|long| **long != at).filter_map(|long| Some((*long, rule(short, &names[*long])?))).collect();
        let one = fits.windows(2).all(|pair| forest.root(pair[0].0) == forest.root(pair[1].0));
        joins.extend(fits.first().filter(|_| one).map(|(long, by)| (at, *long, *by)));
    }
    joins.into_iter().for_each(|(short, long, by)| forest.join(short, long, by));
}

/// Joins names that are one, written in two ways.
fn alike(names: &[Name], forest: &mut Forest<'_>, of: &dyn Fn(&Name) -> bool) {
    let mut filed: BTreeMap<(EntityKind, String), Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| of(name)) {
        for key in keys(name) {
            filed.entry((name.kind, key)).or_default().push(at);
        }
    }
    for near in filed.values().filter(|near| near.len() <= MOST) {
        for (place, one) in near.iter().enumerate() {
            for other in &near[place + 1..] {
                if let Some(by) = respelt(&names[*one], &names[*other]) {
                    forest.join(*one, *other, by);
                }
            }
        }
    }
}

/// The keys of which two names written in two ways share one: how the last word sounds, and either end of the whole.
fn keys(name: &Name) -> Vec<String> {
    const END: usize = 5;
    let letters: Vec<char> = name.text.chars().collect();
    let mut keys: Vec<String> = skeleton(name.last()).map(|sound| format!("sound {sound}")).into_iter().collect();
    if letters.len() > 2 * END {
        keys.push(format!("begins {}", letters[..END].iter().collect::<String>()));
        keys.push(format!("ends {}", letters[letters.len() - END..].iter().collect::<String>()));
    } else if letters.len() > END {
        keys.push(format!("begins {}", letters[..letters.len() / 2].iter().collect::<String>()));
        keys.push(format!("ends {}", letters[letters.len().div_ceil(2)..].iter().collect::<String>()));
    }
    let mut words = name.words.clone();
    if words.len() > 2 {
        words.sort_unstable();
        keys.push(format!("words {}", words.join(" ")));
    }
    keys
}

fn initials(name: &Name) -> String {
    let capitals = name.written.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    capitals.flat_map(char::to_lowercase).collect()
}

/// Joins people's names of one word: with the one full name they end, or else with each other where no full name casts
/// doubt on what they are.
fn half_names(names: &[Name], forest: &mut Forest<'_>) {
    let (mut last, mut first, mut sound) =
        (BTreeMap::<&str, Vec<usize>>::new(), BTreeSet::new(), BTreeMap::<String, Vec<usize>>::new());
    for (at, name) in names.iter().enumerate().filter(|(_, n)| n.kind == EntityKind::Person && n.words.len() > 1) {
        last.entry(name.last()).or_default().push(at);
        first.insert(name.first());
        if let Some(key) = skeleton(name.last()) {
            sound.entry(key).or_default().push(at);
        }
    }
    let mut joins = Vec::new();
    let mut rest: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, half) in names.iter().enumerate().filter(|(_, name)| name.is_half()) {
        let word = half.last();
        let same = last.get(word).map_or(&[][..], Vec::as_slice);
        let like = || {
            let near = skeleton(word).and_then(|key| sound.get(&key)).map_or(&[][..], Vec::as_slice);
            near.iter().copied().filter(|full| sounds_alike(word, names[*full].last(), 25)).collect::<Vec<_>>()
        };
        let (full, by) =
            if same.is_empty() { (like(), Join::Transliteration) } else { (same.to_vec(), Join::LastName) };
        let one = full.windows(2).all(|pair| forest.root(pair[0]) == forest.root(pair[1]));
        match full.first() {
            // "Thomas" may be Jane Thomas or Thomas Hill
            _ if first.contains(word) || half.is_bare() => {}
            Some(full) if one => joins.push((at, *full, by)),
            Some(_) => {}
            None => rest.entry(word).or_default().push(at),
        }
    }
    joins.into_iter().for_each(|(half, full, by)| forest.join(half, full, by));
    for same in rest.values() {
        same.windows(2).for_each(|pair| forest.join(pair[0], pair[1], Join::SameName));
    }
    let alone: BTreeSet<&str> = rest.into_keys().collect();
    alike(names, forest, &|name| name.is_half() && alone.contains(name.last()));
}
