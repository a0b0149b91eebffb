//! Names parted and joined: in one article's annotations, and in what is linked over articles.

use crate::{
    article::Article,
    collection::Collection,
    index::fold::fold,
    links::{
        Anchor, Links,
        entity::{Join, LinkedEntity, Member, Spelling, Tie},
    },
    mention::{Entity, EntityId},
    order::sort_by_key,
    span::Span,
};
use core::cmp::Reverse;

/// A spelling as spellings are compared: letters folded, one space between words.
pub fn key(spelling: &str) -> String {
    let words: Vec<String> = spelling.split_whitespace().map(fold).collect();
    words.join(" ")
}

/// True when an article's entity is called so somewhere in it.
pub fn is_called(article: &Article, id: EntityId, key: &str) -> bool {
    mentioned(article, id).iter().any(|(_, called)| called == key)
}

/// The mentions of an article's entity: their numbers, and what they call it.
fn mentioned(article: &Article, id: EntityId) -> Vec<(u32, String)> {
    let mentions = article.annotations.entity(id).map_or(&[][..], |entity| &entity.mentions);
    let called = |at: &u32| Some((*at, self::key(article.slice(article.annotations.mentions.get(*at as usize)?.span))));
    mentions.iter().filter_map(called).collect()
}

/// Takes the mentions called `key` out of an article's entity, where it has others too: they are an entity of their own,
/// the last of the list. Words that somebody of that name says go with them.
pub fn split(article: &mut Article, id: EntityId, key: &str) -> Option<EntityId> {
    let (own, others): (Vec<_>, Vec<_>) = mentioned(article, id).into_iter().partition(|(_, called)| called == key);
    if own.is_empty() || others.is_empty() {
        return None;
    }
    let found = &mut article.annotations;
    let new = EntityId(u32::try_from(found.entities.len()).ok()?);
    let numbers = |list: Vec<(u32, String)>| list.into_iter().map(|(at, _)| at).collect::<Vec<u32>>();
    let (own, others) = (numbers(own), numbers(others));
    let spans_of = |list: &[u32]| list.iter().map(|at| found.mentions[*at as usize].span).collect::<Vec<Span>>();
    let (spans, rest) = (spans_of(&own), spans_of(&others));
    let fullest =
        |spans: &[Span]| spans.iter().copied().reduce(|best, span| if span.len() > best.len() { span } else { best });
    let (name, old_name) = (fullest(&spans)?, fullest(&rest)?);
    let kind = found.mentions[own[0] as usize].kind;
    let old = found.entities.get_mut(id.0 as usize)?;
    if spans.contains(&old.name) {
        old.name = old_name;
    }
    old.mentions = others;
    found.entities.push(Entity { kind, name, mentions: own, references: Vec::new(), joined_by: Vec::new() });
    let among = |spans: &[Span], span: Span| spans.iter().any(|own| own.overlaps(span));
    for saying in found.attributions.iter_mut().filter(|saying| saying.entity == Some(id)) {
        // as it is written here, or else whom that means
        let written = saying.source.filter(|source| among(&spans, *source) || among(&rest, *source));
        if written.or(saying.speaker).is_some_and(|span| among(&spans, span)) {
            saying.entity = Some(new);
            saying.speaker = written.or(saying.speaker);
        }
    }
    Some(new)
}

/// The numbers of the linked entities that are called so: by their names in an article, or where there are none such, at
/// all.
fn called(collection: &Collection, key: &str) -> Vec<usize> {
    let Collection { articles, links, .. } = collection;
    let by = |holds: &dyn Fn(&Member) -> bool| -> Vec<usize> {
        let numbers = links.entities.iter().enumerate();
        numbers.filter(|(_, entity)| entity.members.iter().any(holds)).map(|(number, _)| number).collect()
    };
    let named = by(&|member| {
        let article = &articles[member.article as usize];
        article.annotations.entity(member.entity).is_some_and(|own| self::key(article.slice(own.name)) == key)
    });
    if named.is_empty() {
        by(&|member| is_called(&articles[member.article as usize], member.entity, key))
    } else {
        named
    }
}

/// True when a linked entity is called so in an article.
fn has(articles: &[Article], entity: &LinkedEntity, key: &str) -> bool {
    entity.members.iter().any(|member| is_called(&articles[member.article as usize], member.entity, key))
}

/// Parts `spelling` from the entities that are called `name` too. What is tied to them through the spelling alone goes
/// with it.
pub(super) fn part(collection: &mut Collection, name: &str, spelling: &str) {
    let (name, spelling) = (key(name), key(spelling));
    if name == spelling {
        return;
    }
    let Collection { articles, links, .. } = collection;
    for number in 0..links.entities.len() {
        let entity = &mut links.entities[number];
        if !has(articles, entity, &name) || !has(articles, entity, &spelling) {
            continue;
        }
        let mut new = Vec::new();
        for member in &entity.members {
            if let Some(id) = split(&mut articles[member.article as usize], member.entity, &spelling) {
                new.push(Member { article: member.article, entity: id, tie: None });
            }
        }
        // by member: whether it goes with the spelling, where its own names tell
        let side = |member: &Member| {
            let article = &articles[member.article as usize];
            let is = |key: &str| is_called(article, member.entity, key);
            if is(&name) { Some(false) } else { is(&spelling).then_some(true) }
        };
        let own: Vec<Option<bool>> = entity.members.iter().map(side).collect();
        let goes = |at: usize| {
            let mut at = at;
            for _ in 0..own.len() {
                match (own[at], &entity.members[at].tie) {
                    (Some(goes), _) => return goes,
                    (None, Some(tie)) => at = tie.to as usize,
                    (None, None) => return false,
                }
            }
            false
        };
        let going: Vec<bool> = (0..own.len()).map(goes).collect();
        let mut parted = entity.clone();
        for (side, wanted) in [(&mut *entity, false), (&mut parted, true)] {
            let before = |at: usize| going[..at].iter().filter(|going| **going == wanted).count() as u32;
            let place = |at: u32| (going[at as usize] == wanted).then(|| before(at as usize));
            let members = core::mem::take(&mut side.members).into_iter().zip(&going);
            side.members = members.filter(|(_, going)| **going == wanted).map(|(member, _)| member).collect();
            for member in &mut side.members {
                let to = member.tie.as_ref().and_then(|tie| place(tie.to));
                member.tie = member.tie.take().zip(to).map(|(tie, to)| Tie { to, ..tie });
            }
        }
        parted.called = None;
        parted.members.extend(new);
        if let Some(first) = parted.members.first() {
            let article = &articles[first.article as usize];
            parted.kind = article.annotations.entity(first.entity).map_or(parted.kind, |own| own.kind);
        }
        renew(articles, entity);
        renew(articles, &mut parted);
        links.entities.push(parted);
        let kept =
            (0..).take(links.entities.len()).map(|at: u32| (at as usize != number).then_some(at)).collect::<Vec<_>>();
        respeak(articles, links, &kept);
    }
}

/// Joins the entities that are called `one` or `other`, under the name of the first that is called `one`.
pub(super) fn join(collection: &mut Collection, one: &str, other: &str) {
    let mut all = called(collection, &key(one));
    let Some(into) = all.first().copied() else { return };
    all.extend(called(collection, &key(other)));
    let Collection { articles, links, .. } = collection;
    let mut kept: Vec<Option<u32>> = (0..).take(links.entities.len()).map(Some).collect();
    for from in all {
        if from == into || links.entities[from].members.is_empty() {
            continue;
        }
        let joined = core::mem::take(&mut links.entities[from].members);
        let entity = &mut links.entities[into];
        let start = entity.members.len() as u32;
        let root = entity.members.iter().position(|member| member.tie.is_none()).unwrap_or_default() as u32;
        entity.members.extend(joined.into_iter().map(|member| {
            let tie = member.tie.map_or(Tie { to: root, by: Join::You }, |tie| Tie { to: tie.to + start, ..tie });
            Member { tie: Some(tie), ..member }
        }));
        kept[from] = None;
    }
    renew(articles, &mut links.entities[into]);
    let mut left = 0;
    let empty = |entity: &LinkedEntity| entity.members.is_empty();
    for (at, entity) in links.entities.iter().enumerate() {
        kept[at] = (!empty(entity)).then_some(left);
        left += u32::from(!empty(entity));
    }
    links.entities.retain(|entity| !empty(entity));
    respeak(articles, links, &kept);
}

/// Sorts the members of an entity, and finds its spellings and its name anew.
pub(super) fn renew(articles: &[Article], entity: &mut LinkedEntity) {
    let mut order: Vec<u32> = (0..).take(entity.members.len()).collect();
    sort_by_key(&mut order, |at: &u32| {
        let member = &entity.members[*at as usize];
        (member.article, member.entity)
    });
    let place = |at: u32| order.iter().position(|other| *other == at).unwrap_or_default() as u32;
    let tied = |tie: &Tie| Tie { to: place(tie.to), by: tie.by };
    let members = order.iter().map(|at| {
        let member = &entity.members[*at as usize];
        Member { tie: member.tie.as_ref().map(tied), ..*member }
    });
    entity.members = members.collect();
    let mut found: Vec<(String, Spelling)> = Vec::new();
    let mut stands = false;
    for member in &entity.members {
        let article = &articles[member.article as usize];
        let mentions = article.annotations.entity(member.entity).map_or(&[][..], |own| &own.mentions);
        for at in mentions {
            let span = article.annotations.mentions[*at as usize].span;
            let anchor = Anchor { article: member.article, span };
            stands |= anchor == entity.name;
            let written = article.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
            match found.iter_mut().find(|(other, _)| *other == written) {
                Some((_, spelling)) => spelling.count += 1,
                None => found.push((written, Spelling { anchor, count: 1 })),
            }
        }
    }
    // of whole names the most frequent
    sort_by_key(&mut found, |(_, spelling)| (Reverse(spelling.count), spelling.anchor));
    let best = found.iter().find(|(written, _)| written.contains(' ')).or(found.first());
    if let Some((_, spelling)) = best.filter(|_| !stands) {
        entity.name = spelling.anchor;
    }
    entity.spellings = found.into_iter().map(|(_, spelling)| spelling).collect();
}

/// Finds the speakers of utterances anew: `kept` tells for each linked entity its number, where it is the same as it was.
pub(super) fn respeak(articles: &[Article], links: &mut Links, kept: &[Option<u32>]) {
    let entities = &links.entities;
    for utterance in &mut links.utterances {
        let Some(speaker) = utterance.speaker else { continue };
        utterance.speaker = kept.get(speaker as usize).copied().flatten().or_else(|| {
            utterance.variants.iter().find_map(|variant| {
                let sayings = &articles[variant.article as usize].annotations.attributions;
                let id = sayings.get(variant.attribution as usize)?.entity?;
                let is = |member: &Member| (member.article, member.entity) == (variant.article, id);
                let at = entities.iter().position(|entity| entity.members.iter().any(is))?;
                u32::try_from(at).ok()
            })
        });
    }
}
