//! How many accounts stand how to a statement.

use super::super::Looking;
use crate::links::claim::{Cell, Claim, Speaking};

/// How an account stands to a statement, as the table of many accounts calls it.
pub(super) const SUMS: [&str; 7] = [
    "Outlet’s own",
    "Reported",
    "Quoted",
    "Something close",
    "Something against it",
    "Published before",
    "Not mentioned",
];

/// How many accounts there are of each of [`SUMS`].
pub(super) fn sums(looking: Looking<'_>, claim: &Claim, columns: &[usize]) -> [usize; SUMS.len()] {
    let mut sums = [0; SUMS.len()];
    for column in columns {
        let of = match claim.cell(*column as u32, looking.article(*column)) {
            Cell::Reports(members) => {
                match members.first().and_then(|member| claim.members.get(*member as usize)).map(|member| member.voice)
                {
                    Some(Speaking::Attributed(_)) => 1,
                    Some(Speaking::Quoted(_)) => 2,
                    _ => 0,
                }
            }
            Cell::Close(_) => 3,
            Cell::Against(_) => 4,
            Cell::PublishedBefore => 5,
            Cell::NotMentioned { .. } => 6,
        };
        sums[of] += 1;
    }
    sums
}
