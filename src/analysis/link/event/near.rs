//! Which dated clauses of a day may tell of one event: found by what they share, not by comparing all with all.
//!
//! Words that two clauses share weigh no more than the words are worth. So the commonest words of a clause, as far as
//! they are together worth too little, can be left out: whatever is of one event with it shares another of its words.

use super::{Moment, Needed};
use crate::{
    find::hashed::NumberMap,
    link::segment::{Content, Term},
};

/// So many clauses of a day are compared, each with all.
const FEW: usize = 40;
/// Each clause is compared with so many behind it; a day that more name brings the others together only in steps.
const COMMON: usize = 600;
/// Sums of weights may come out this much otherwise in another order.
const SLACK: f32 = 0.999;

/// What two clauses may share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Handle {
    /// A word or a name.
    Term(Term),
    /// A claim, by its number.
    Claim(usize),
}

/// The pairs, the lower number first, of the moments of `list`, which is sorted, that can be of one event: all that
/// [`super::strength`] finds so, and some more. `claims_of` are the claims of each segment.
pub(super) fn near(
    content: &Content,
    moments: &[Moment],
    claims_of: &[Vec<usize>],
    list: &[usize],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    if list.len() <= FEW {
        for (place, one) in list.iter().enumerate() {
            found.extend(list[place + 1..].iter().map(|other| (*one, *other)));
        }
        return found;
    }
    let needed = Needed::of(content);
    let handles: Vec<Vec<Handle>> = list
        .iter()
        .map(|number| {
            let moment = &moments[*number];
            let mut handles = telling(content, &moment.about, needed.about);
            handles.extend(telling(content, &moment.key, needed.by_the_date));
            handles.extend(claims_of[moment.at].iter().map(|claim| Handle::Claim(*claim)));
            handles.sort_unstable();
            handles.dedup();
            handles
        })
        .collect();
    let mut having: NumberMap<Handle, Vec<usize>> = NumberMap::default();
    for (place, handles) in handles.iter().enumerate() {
        handles.iter().for_each(|handle| having.entry(*handle).or_default().push(place));
    }
    let mut seen = vec![usize::MAX; list.len()];
    for (place, handles) in handles.iter().enumerate() {
        let from = found.len();
        for all in handles.iter().map(|handle| &having[handle]) {
            let behind = all[all.partition_point(|other| *other <= place)..].iter();
            for other in behind.take_while(|other| **other <= place + COMMON) {
                if seen[*other] != place {
                    seen[*other] = place;
                    found.push((list[place], list[*other]));
                }
            }
        }
        found[from..].sort_unstable();
    }
    found
}

/// The rarest of `terms`, without the commonest that are together worth less than `needed`.
fn telling(content: &Content, terms: &[Term], needed: f32) -> Vec<Handle> {
    let mut rarest: Vec<Term> = terms.to_vec();
    rarest.sort_unstable_by_key(|term| (content.in_all[term.0 as usize], *term));
    let mut left = 0.0;
    while let Some(term) = rarest.last() {
        left += content.worths[term.0 as usize];
        if left >= needed * SLACK {
            break;
        }
        rarest.pop();
    }
    rarest.into_iter().map(Handle::Term).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::*, *};
    use crate::link::{entity::by_article, tests::collection};
    use std::collections::BTreeSet;

    #[test]
    fn none_of_one_event_is_left_out() {
        let who = ["Jane Roe", "John Doe", "Ann Poe", "Tom Hill", "Eva Lind"];
        let did =
            ["closed the mill", "opened a bakery", "burned the old barn", "sold forty violins", "flooded a field"];
        let told = |n: usize| {
            let (first, second) = (who[n % 5], who[n / 3 % 5]);
            let text = format!("{first} {} with {second} near Graz on March 4, 2021.", did[n / 2 % 5]);
            format!("Published March 9, 2021\n\n{text} {second} {} on March 4, 2021.", did[n % 4])
        };
        let texts: Vec<String> = (0..60).map(told).collect();
        let collection = collection(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let names = by_article(&collection.articles, &collection.links.entities);
        let content = Content::new(&collection.articles, &names);
        let moments = moments(&content);
        let claims_of = vec![Vec::new(); content.segments.len()];
        let list: Vec<usize> = (0..moments.len()).collect();
        assert!(list.len() > FEW);
        let near: BTreeSet<(usize, usize)> = near(&content, &moments, &claims_of, &list).into_iter().collect();
        let (mut one_event, mut all) = (0, 0);
        for one in &list {
            for other in list[one + 1..].iter().take(COMMON) {
                all += 1;
                if strength(&content, &moments[*one], &moments[*other], false).is_some() {
                    one_event += 1;
                    assert!(near.contains(&(*one, *other)), "{one} {other}");
                }
            }
        }
        assert!(one_event > 0 && near.len() < all, "{one_event} {} {all}", near.len());
    }
}
