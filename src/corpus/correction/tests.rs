//! Corrections as text and back. What they do to a collection is tested with the analysis, which can make one.

use super::*;
use crate::{article::ArticleKey, span::Span};
use proptest::{collection::vec, prelude::*};

fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    let anchor = (any::<u64>(), any::<u32>(), any::<u32>()).prop_map(|(article, one, other)| Anchor {
        article: ArticleKey(article),
        span: Span::new(one.min(other), one.max(other)),
    });
    let hide = (0..7_usize, vec(anchor, 2..4)).prop_map(|(finding, at)| Correction::Hide(Finding::ALL[finding], at));
    let part = (".{0,4}", ".{0,4}").prop_map(|(one, other)| Correction::Part(one, other));
    let join = (".{0,4}", ".{0,4}").prop_map(|(one, other)| Correction::Join(one, other));
    vec(prop_oneof![hide, part, join], 0..5)
}

proptest! {
    #[test]
    fn corrections_survive_being_kept(all in corrections()) {
        prop_assert_eq!(kept::from_text(&kept::to_text(&all)), all);
    }

    #[test]
    fn any_text_is_some_corrections(text in ".{0,60}|(part|and|hide|at|join|=|&|date|1\\.2-3){0,12}") {
        let read = kept::from_text(&text);
        prop_assert_eq!(kept::from_text(&kept::to_text(&read)), read);
    }
}

#[test]
fn what_is_half_kept_is_left_out() {
    assert_eq!(kept::from_text("part=A&hide=date&at=x&and=B&hide=claims&join=A"), []);
}
