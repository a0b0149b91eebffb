//! That asking less finds the same.

use super::*;
use crate::{analyse, link::entity::by_article, tests::golden::seeds};

#[test]
fn what_is_not_measured_is_not_close() {
    let collection = analyse(seeds(), None);
    let names = by_article(&collection.articles, &collection.links.entities);
    let content = Content::new(&collection.articles, &names);
    let (mut skipped, mut measured_all) = (0, 0);
    for (at, one) in content.segments.iter().enumerate() {
        for other in &content.segments[at + 1..] {
            let rarity = Rarity::among(among(&content, one.article, other.article));
            let figures = same_figures(&content, one, other);
            if may_be_close(&content, one, other, &rarity, figures) {
                measured_all += 1;
            } else {
                skipped += 1;
                assert_eq!(measured(&content, one, other, &rarity, figures), Alike::default());
            }
        }
    }
    assert!(skipped > measured_all && measured_all > 100, "{skipped} {measured_all}");
}
