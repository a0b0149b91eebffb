//! Whom and what names mean over all articles: the articles' entities joined, by rules that never guess.
//!
//! Never joined: on a first name or a title alone; people with places or bodies; what one article keeps apart; what an
//! editor parts. Each join keeps its rule, so that it can be cut again.

mod forest;
mod join;
mod name;
mod rule;

use core::cmp::Reverse;
use crossread_corpus::{
    article::Article,
    links::{
        Anchor,
        entity::{Join, LinkedEntity, Member, Spelling, Tie},
    },
    mention::{EntityId, EntityKind},
};
use name::{Name, Own, fold, names};
use std::collections::{BTreeMap, BTreeSet};

/// What an editor says about names.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// A spelling, and the name it stands for.
    pub aliases: &'a BTreeMap<String, String>,
    /// Pairs of spellings that mean two; a spelling paired with itself means another one in every article.
    pub parted: &'a [(String, String)],
}

/// The entities of all articles joined, in the order of their first members; every entity is in exactly one.
pub fn entities(articles: &[Article], naming: &Naming<'_>) -> Vec<LinkedEntity> {
    let names = names(articles, naming);
    let forest = join::join(&names, naming);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..names.len() {
        groups.entry(forest.root(at)).or_default().push(at);
    }
    let mut joins: BTreeMap<usize, Vec<(usize, usize, Join)>> = BTreeMap::new();
    for join in &forest.joins {
        joins.entry(forest.root(join.0)).or_default().push(*join);
    }
    let mut linked: Vec<LinkedEntity> = groups
        .iter()
        .map(|(root, group)| linked(articles, &names, group, joins.get(root).map_or(&[], Vec::as_slice), naming))
        .collect();
    linked.sort_by_key(|entity| (entity.members[0].article, entity.members[0].entity));
    linked
}

/// The entity that the names of a group mean.
fn linked(
    articles: &[Article],
    names: &[Name],
    group: &[usize],
    joins: &[(usize, usize, Join)],
    naming: &Naming<'_>,
) -> LinkedEntity {
    let mut own: Vec<(Own, usize)> =
        group.iter().flat_map(|at| names[*at].own.iter().map(move |own| (*own, *at))).collect();
    own.sort_unstable();
    let spellings = spellings(articles, &own);
    let mut named: BTreeMap<usize, u32> = BTreeMap::new();
    spellings.values().for_each(|(spelling, name)| *named.entry(*name).or_default() += spelling.count);
    let best = spellings
        .iter()
        .min_by_key(|(text, (spelling, name))| {
            (!is_full(names[*name].kind, text), Reverse(spelling.count), Reverse(named[name]), spelling.anchor)
        })
        .expect("an entity is mentioned somewhere");
    let (name, shown) = (best.1.0.anchor, &names[best.1.1]);
    let editor = joins.iter().any(|(_, _, by)| *by == Join::Editor);
    let forms: BTreeSet<&str> = group.iter().flat_map(|at| names[*at].forms.iter().map(String::as_str)).collect();
    let called = naming.aliases.iter().find(|(spelling, _)| forms.contains(fold(spelling).as_str()));
    let called = called.map(|(_, name)| name).filter(|name| !forms.contains(fold(name).as_str()));
    let mut spellings: Vec<Spelling> = spellings.values().map(|(spelling, _)| *spelling).collect();
    spellings.sort_by_key(|spelling| (Reverse(spelling.count), spelling.anchor));
    LinkedEntity {
        kind: shown.kind,
        government: shown.government,
        name,
        called: called.filter(|_| editor || group.len() == 1).cloned(),
        members: members(articles, names, &own, joins, name),
        spellings,
    }
}

/// By text: each spelling, and the number of a name that has it.
fn spellings(articles: &[Article], own: &[(Own, usize)]) -> BTreeMap<String, (Spelling, usize)> {
    let mut found: BTreeMap<String, (Spelling, usize)> = BTreeMap::new();
    for (Own { article, entity }, name) in own {
        let annotations = &articles[*article as usize].annotations;
        for at in &annotations.entities[entity.0 as usize].mentions {
            let span = annotations.mentions[*at as usize].span;
            let text = articles[*article as usize].slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
            let anchor = Anchor { article: *article, span };
            found.entry(text).or_insert((Spelling { anchor, count: 0 }, *name)).0.count += 1;
        }
    }
    found
}

/// True for what a reader knows a thing by: a whole name, not a family name or initials.
fn is_full(kind: EntityKind, text: &str) -> bool {
    match kind {
        EntityKind::Person => text.contains(' '),
        _ => text.bytes().any(|byte| byte.is_ascii_lowercase()) || !text.is_ascii(),
    }
}

/// The members with their ties: a tree that hangs on the member that has the `shown` name.
fn members(
    articles: &[Article],
    names: &[Name],
    own: &[(Own, usize)],
    joins: &[(usize, usize, Join)],
    shown: Anchor,
) -> Vec<Member> {
    let place = |of: Own| own.binary_search_by_key(&of, |(own, _)| *own).expect("a name's entities are members");
    let first = |name: usize| place(names[name].own[0]);
    let mut ties: Vec<Vec<(usize, Join)>> = vec![Vec::new(); own.len()];
    let mut tie = |one: usize, other: usize, by: Join| {
        ties[one].push((other, by));
        ties[other].push((one, by));
    };
    for (at, (_, name)) in own.iter().enumerate() {
        let head = first(*name);
        if at != head {
            let written = |of: usize| {
                let Own { article, entity } = own[of].0;
                let article = &articles[article as usize];
                fold(article.slice(article.annotations.entities[entity.0 as usize].name))
            };
            let by = if names[*name].country && written(at) != written(head) { Join::Country } else { Join::SameName };
            tie(head, at, by);
        }
    }
    joins.iter().for_each(|(one, other, by)| tie(first(*one), first(*other), *by));
    let root = own.iter().position(|(own, _)| {
        let annotations = &articles[own.article as usize].annotations;
        let mentions = &annotations.entities[own.entity.0 as usize].mentions;
        own.article == shown.article && mentions.iter().any(|at| annotations.mentions[*at as usize].span == shown.span)
    });
    let root = root.unwrap_or_default();
    let mut members: Vec<Member> =
        own.iter().map(|(own, _)| Member { article: own.article, entity: own.entity, tie: None }).collect();
    let mut queue = vec![root];
    let mut seen = vec![false; own.len()];
    seen[root] = true;
    while let Some(at) = queue.pop() {
        for (next, by) in &ties[at] {
            if !core::mem::replace(&mut seen[*next], true) {
                members[*next].tie = Some(Tie { to: u32::try_from(at).expect("members are few"), by: *by });
                queue.push(*next);
            }
        }
    }
    members
}

/// For each article, for each of its entities, the number of the linked one.
pub fn by_article(articles: &[Article], linked: &[LinkedEntity]) -> Vec<Vec<Option<u32>>> {
    let mut numbers: Vec<Vec<Option<u32>>> =
        articles.iter().map(|article| vec![None; article.annotations.entities.len()]).collect();
    for (entity, number) in linked.iter().zip(0_u32..) {
        for Member { article, entity: EntityId(id), .. } in &entity.members {
            numbers[*article as usize][*id as usize] = Some(number);
        }
    }
    numbers
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
