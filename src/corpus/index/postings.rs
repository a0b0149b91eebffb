//! Posting lists: for each form, in which articles and at which positions it stands, as differences in LEB128 bytes.

use serde::{Deserialize, Serialize};

/// One place a form stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Posting {
    /// Number of the article in the collection.
    pub article: u32,
    /// Number of the token in the article.
    pub position: u32,
}

/// All posting lists, one after the other.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Postings {
    /// Where the list of form `n` ends in `bytes`.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Postings {
    /// Adds the list of the next form; `places` sorted.
    pub(super) fn push(&mut self, places: &[Posting]) {
        let mut before = Posting { article: 0, position: 0 };
        for (number, place) in places.iter().enumerate() {
            let step = place.article - before.article;
            self.write(step);
            let from = if step == 0 && number > 0 { before.position } else { 0 };
            self.write(place.position - from);
            before = *place;
        }
        self.ends.push(u32::try_from(self.bytes.len()).expect("an index is under 4 GB"));
    }

    /// The list of form `form`; empty when there is no such form.
    pub(super) fn of(&self, form: usize) -> impl Iterator<Item = Posting> {
        let from = form.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let to = self.ends.get(form).copied().unwrap_or(from);
        let mut rest = self.bytes.get(from as usize..to as usize).unwrap_or_default();
        let mut before: Option<Posting> = None;
        core::iter::from_fn(move || {
            let step = read(&mut rest)?;
            let ahead = read(&mut rest)?;
            let place = match before {
                Some(last) if step == 0 => {
                    Posting { article: last.article, position: last.position.wrapping_add(ahead) }
                }
                Some(last) => Posting { article: last.article.wrapping_add(step), position: ahead },
                None => Posting { article: step, position: ahead },
            };
            before = Some(place);
            Some(place)
        })
    }

    fn write(&mut self, mut number: u32) {
        while number > 0x7f {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

fn read(rest: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_come_back_as_given(
            lists in prop::collection::vec(prop::collection::btree_set((0_u32..50, any::<u32>()), 0..40), 0..6)
        ) {
            let lists: Vec<Vec<Posting>> = lists
                .into_iter()
                .map(|list| list.into_iter().map(|(article, position)| Posting { article, position }).collect())
                .collect();
            let mut postings = Postings::default();
            lists.iter().for_each(|list| postings.push(list));
            for (form, list) in lists.iter().enumerate() {
                prop_assert_eq!(&postings.of(form).collect::<Vec<_>>(), list);
            }
            prop_assert_eq!(postings.of(lists.len()).count(), 0);
        }
    }
}
