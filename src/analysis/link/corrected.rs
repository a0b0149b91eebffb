//! Where an editor's corrections are put into force: wrong findings before anything is linked, names before they are
//! joined, claims before anything is concluded from them.

use super::{
    claim::{self, Found},
    entity::{self, Naming},
    segment::Content,
};
use crate::rejection::Rejection;
use crossread_corpus::{
    article::Article,
    collection::Collection,
    correction::{
        Correction, Finding, hide,
        naming::{is_called, key, split},
        statement,
    },
    ground::{Ground, Traced},
    links::{
        self,
        claim::{Claim, OnlyKind, PINNED, Standing},
        difference::Difference,
    },
    mention::EntityId,
    span::Anchor,
};
use std::collections::BTreeMap;

/// The editor's file, as the page names it.
pub const FILE: &str = "corpus.toml";

/// Hides what an editor says was found wrongly in an article. The numbers of the corrections of which nothing was found.
pub fn hide_findings(article: &mut Article, corrections: &[Correction]) -> Vec<usize> {
    let mut idle = Vec::new();
    for (number, correction) in corrections.iter().enumerate() {
        let Correction::Hide(finding, at) = correction else { continue };
        if matches!(finding, Finding::Claim | Finding::Member | Finding::Difference) {
            continue;
        }
        for place in at.iter().filter(|place| place.article == article.key) {
            if hide::hide(&mut article.annotations, *finding, place.span).is_none() {
                idle.push(number);
            }
        }
    }
    idle
}

/// The names that an editor joins and parts: of two corrections of the same names the later one holds.
pub fn names(aliases: &BTreeMap<String, String>, corrections: &[Correction]) -> Names {
    let mut names = Names { aliases: aliases.clone(), parted: Vec::new() };
    for correction in corrections {
        match correction {
            Correction::Part(one, other) => names.parted.push((one.clone(), other.clone())),
            Correction::Join(one, other) => {
                let mut both = [key(one), key(other)];
                both.sort();
                names.parted.retain(|(one, other)| {
                    let mut parted = [key(one), key(other)];
                    parted.sort();
                    parted != both
                });
                // a spelling that is an alias already brings its name along
                match names.aliases.get(other).cloned() {
                    Some(name) if name != *one => names.aliases.insert(one.clone(), name),
                    _ => names.aliases.insert(other.clone(), one.clone()),
                };
            }
            Correction::Hide(..) | Correction::Pin { .. } => {}
        }
    }
    names
}

/// Names that mean the same, and names that do not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names {
    /// A spelling, and the name it stands for.
    pub aliases: BTreeMap<String, String>,
    /// Pairs of spellings that mean two.
    pub parted: Vec<(String, String)>,
}

impl Names {
    /// As the linking takes them.
    pub fn naming(&self) -> Naming<'_> {
        Naming { aliases: &self.aliases, parted: &self.parted }
    }

    /// Takes parted spellings apart where an article's own entity has both, or has one of them and another name that
    /// would lead to both.
    pub fn split(&self, articles: &mut [Article]) {
        if self.parted.is_empty() {
            return;
        }
        let linked = entity::entities(articles, &Naming { aliases: &self.aliases, parted: &[] });
        for (name, spelling) in self.parted.iter().map(|(one, other)| (key(one), key(other))) {
            let calls = |articles: &[Article], member: &links::entity::Member, key: &str| {
                is_called(&articles[member.article as usize], member.entity, key)
            };
            for entity in linked.iter().filter(|_| name != spelling) {
                let has = |key: &str| entity.members.iter().any(|member| calls(articles, member, key));
                if !has(&name) || !has(&spelling) {
                    continue;
                }
                for member in &entity.members {
                    split(&mut articles[member.article as usize], member.entity, &spelling);
                }
            }
        }
        articles.iter_mut().for_each(sort_entities);
    }
}

/// Puts an article's entities into the order of their first mentions.
fn sort_entities(article: &mut Article) {
    let found = &mut article.annotations;
    let mut order: Vec<usize> = (0..found.entities.len()).collect();
    order.sort_by_key(|at| found.entities[*at].mentions.first().copied());
    let mut now = vec![0; order.len()];
    for (place, at) in (0_u32..).zip(&order) {
        now[*at] = place;
    }
    found.entities = order.iter().map(|at| found.entities[*at].clone()).collect();
    for saying in &mut found.attributions {
        saying.entity = saying.entity.map(|EntityId(at)| EntityId(now[at as usize]));
    }
}

/// The places with the numbers of their articles; `None` when one is not among these articles.
fn places(articles: &[Article], at: &[Anchor]) -> Option<Vec<links::Anchor>> {
    let place = |at: &Anchor| {
        let number = articles.iter().position(|article| article.key == at.article)?;
        Some(links::Anchor { article: u32::try_from(number).ok()?, span: at.span })
    };
    at.iter().map(place).collect()
}

/// Drops and pins claims with their segments, in the order of the editor's file.
pub(super) fn claims(content: &Content, found: &mut Found, corrections: &[Correction]) {
    for correction in corrections {
        match correction {
            Correction::Hide(finding @ (Finding::Claim | Finding::Member), at) => {
                let Some(at) = places(content.articles, at) else { continue };
                let left = statement::without(&mut found.claims, *finding, &at);
                let segments = core::mem::take(&mut found.segments).into_iter().zip(left);
                let kept = |(segments, left): (Vec<usize>, Option<Vec<usize>>)| -> Option<Vec<usize>> {
                    Some(left?.into_iter().map(|number| segments[number]).collect())
                };
                found.segments = segments.filter_map(kept).collect();
            }
            Correction::Pin { topic, at } => {
                let topic = topic.as_ref();
                let topic = topic.map(|topic| Traced { value: topic.clone(), ground: Ground::Editor(FILE.to_owned()) });
                if let Some(at) = places(content.articles, at) {
                    pin(content, found, topic, &at);
                }
            }
            _ => {}
        }
    }
}

/// Makes a claim of what stands at these places, in place of those that lie wholly within it.
fn pin(content: &Content, found: &mut Found, topic: Option<Traced<String>>, at: &[links::Anchor]) {
    let mut group: Vec<usize> = at.iter().flat_map(|at| content.segments_in(*at)).collect();
    group.sort_by_key(|at| (content.segments[*at].article, content.segments[*at].span));
    group.dedup();
    let mut articles: Vec<u32> = group.iter().map(|at| content.segments[*at].article).collect();
    articles.dedup();
    if articles.len() < 2 {
        return;
    }
    let Found { claims, segments } = found;
    if let Some(number) = segments.iter().position(|own| group.iter().all(|at| own.contains(at))) {
        claims.claims[number].rule = PINNED;
        claims.claims[number].topic = topic;
        return;
    }
    let within = |own: &Vec<usize>| own.iter().all(|at| group.contains(at));
    let mut gone = segments.iter().map(within).collect::<Vec<bool>>().into_iter();
    claims.claims.retain(|_| !gone.next().unwrap_or_default());
    segments.retain(|own| !within(own));
    let first = content.segment_at(at[0].article, at[0].span.start());
    let exemplar = group.iter().position(|at| Some(*at) == first).unwrap_or_default();
    let (days, ahead) = claim::days(content, &group);
    let pinned = Claim {
        exemplar: u32::try_from(exemplar).expect("a claim has few members"),
        members: group.iter().map(|at| claim::statement(content, &content.segments[*at])).collect(),
        words: claim::words(content, group[exemplar], &group),
        days,
        ahead,
        nearest: Vec::new(),
        rule: PINNED,
        topic,
    };
    for member in &pinned.members {
        let standing = &mut claims.standing[member.anchor.article as usize][member.sentence as usize];
        *standing = standing.filter(|standing| *standing != Standing::OnlyHere).or(Some(Standing::Varied));
        claims.only_here.retain(|only| {
            let told = matches!(only.kind, OnlyKind::Sentence | OnlyKind::Clause);
            !(told && only.anchor.article == member.anchor.article && only.anchor.span.overlaps(member.anchor.span))
        });
    }
    let place = |claim: &Claim| claim.exemplar().anchor;
    let before = claims.claims.partition_point(|claim| place(claim) <= place(&pinned));
    claims.claims.insert(before, pinned);
    segments.insert(before, group);
}

/// Drops differences.
pub(super) fn differences(articles: &[Article], differences: &mut Vec<Difference>, corrections: &[Correction]) {
    for correction in corrections {
        if let Correction::Hide(Finding::Difference, at) = correction
            && let Some(at) = places(articles, at)
        {
            statement::hide_difference(differences, &at);
        }
    }
}

/// A refusal for each pin whose places are in no claim: they are in no sentence of the story.
pub fn unpinned(found: &Collection, lines: &[usize]) -> Vec<Rejection> {
    let claims = &found.links.comparison.claims.claims;
    let is_idle = |correction: &Correction| match correction {
        Correction::Pin { at, .. } => !places(&found.articles, at).is_some_and(|at| {
            let made = |claim: &&Claim| claim.rule == PINNED;
            let holds = |claim: &Claim, at: &links::Anchor| {
                claim.members.iter().any(|m| m.anchor.article == at.article && m.anchor.span.overlaps(at.span))
            };
            claims.iter().filter(made).any(|claim| at.iter().all(|at| holds(claim, at)))
        }),
        _ => false,
    };
    let numbered = found.editor.corrections.iter().zip(lines);
    let refused = numbered.filter(|(correction, _)| is_idle(correction)).map(|(_, line)| {
        let problem = "some of these words are in no sentence of the story";
        let remedy = "give the words of sentences, not of page furniture, credits or repeated lines";
        Rejection::new(FILE, problem, remedy).at(format!("line {line}"))
    });
    refused.collect()
}

#[cfg(test)]
mod tests;
