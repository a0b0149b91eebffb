//! The lines between the top of the file and the story: which is the headline, and what the others are to it.

use super::{agency, byline, dateline, draft::Draft, headline, line::ends_in_stop, name, outlet, standfirst};
use crossread_corpus::article::BlockKind;

/// How many sentences may stand between headline and byline.
const SENTENCES_BEFORE_BYLINE: usize = 3;

/// Names the headline and every line around it, up to the story.
pub(super) fn label(draft: &mut Draft<'_>) {
    let headline = headline::label(draft, draft.first_story());
    let (first, end) = (draft.first_story(), end(draft));
    outlet::label(draft, headline, end);
    if let Some(headline) = headline {
        for at in 0..headline {
            let before = draft.is_open(at) && !draft.lines[at].ends_in_full_stop();
            if before {
                draft.kinds[at] = Some((BlockKind::Boilerplate, "before-headline"));
            }
        }
    }
    bylines(draft, end);
    let after = headline.map_or(0, |at| at + 1);
    for at in after..end {
        if draft.is_open(at)
            && let Some(label) = name_line(draft, at, headline, first, end)
        {
            draft.kinds[at] = Some(label);
        }
    }
    standfirst::label(draft, headline);
}

/// Where the front ends: after the last byline or time that at most a few sentences come before.
fn end(draft: &Draft<'_>) -> usize {
    let story = draft.first_story();
    let mut end = story;
    let mut sentences = 0;
    for at in story..draft.lines.len() {
        if draft.is_story(at) {
            sentences += 1;
        }
        if sentences > SENTENCES_BEFORE_BYLINE {
            break;
        }
        if matches!(draft.kind(at), Some(BlockKind::Dateline | BlockKind::Byline))
            && !dateline::is_clock_only(draft.lines[at].text)
        {
            // What stands after the end of a short text is not its front.
            if (at + 1..draft.lines.len()).any(|after| draft.is_story(after)) {
                end = at + 1;
            }
        }
    }
    while end < draft.lines.len() && !draft.is_story(end) && end > story {
        end += 1;
    }
    end
}

/// Lines beside a byline or time that hold a name, a role or an agency and nothing else.
fn bylines(draft: &mut Draft<'_>, end: usize) {
    let is_signed = |draft: &Draft<'_>, at: Option<usize>| {
        at.and_then(|at| draft.kind(at)).is_some_and(|kind| matches!(kind, BlockKind::Dateline | BlockKind::Byline))
    };
    let beside = |draft: &Draft<'_>, at: usize| {
        let furniture = |at: &usize| draft.kind(*at) == Some(BlockKind::Boilerplate);
        let before = (0..at).rev().find(|at| !furniture(at));
        let after = (at + 1..draft.lines.len()).find(|at| !furniture(at));
        let between = after.is_some_and(|at| {
            draft.kind(at) == Some(BlockKind::Outlet) || draft.is_open(at) && byline::is_role_line(&draft.lines[at])
        });
        is_signed(draft, before) || is_signed(draft, after) || between && is_signed(draft, after.map(|at| at + 1))
    };
    // Twice, since a name may stand beside a role that stands beside a time.
    for _ in 0..2 {
        for at in 0..end {
            if !draft.is_open(at) || !beside(draft, at) {
                continue;
            }
            let line = &draft.lines[at];
            let under_byline = at > 0 && draft.kind(at - 1) == Some(BlockKind::Byline);
            let first = line.text.split(',').next().unwrap_or_default();
            let rule = if byline::is_name_line(line) {
                Some("name-beside-time")
            } else if under_byline
                && (byline::is_role_line(line) || name::is_outlet_shaped(first) && line.words.len() <= 6)
            {
                Some("role-under-byline")
            } else if line.words.len() <= 4 && agency::is_only(line.text).is_some() {
                Some("agency-byline")
            } else {
                None
            };
            draft.kinds[at] = rule.map(|rule| (BlockKind::Byline, rule));
        }
    }
}

/// What an open line of the front is, by its shape and what stands around it.
fn name_line(
    draft: &Draft<'_>,
    at: usize,
    headline: Option<usize>,
    first: usize,
    end: usize,
) -> Option<(BlockKind, &'static str)> {
    let line = &draft.lines[at];
    let next = draft.lines.get(at + 1);
    if at + 1 < end && next.is_some_and(|next| next.key == line.key) {
        return Some((BlockKind::Caption, "repeated-right-away"));
    }
    if next.is_some_and(|next| next.is_bare_photo_credit()) && draft.kind(at + 1) == Some(BlockKind::Caption) {
        return Some((BlockKind::Caption, "before-photo-credit"));
    }
    let headline = headline?;
    let signed = (headline + 1..at).any(|at| matches!(draft.kind(at), Some(BlockKind::Byline | BlockKind::Dateline)));
    let comes_byline = (at + 1..end).any(|at| matches!(draft.kind(at), Some(BlockKind::Byline | BlockKind::Dateline)));
    if comes_byline
        && !signed
        && !standfirst::begins_the_story(line.text)
        && (line.size() >= 4 || ends_in_stop(line.text))
    {
        return Some((BlockKind::Standfirst, "before-byline"));
    }
    if line.words.len() <= 4 && agency::is_only(line.text).is_some() {
        return Some((BlockKind::Byline, "agency-byline"));
    }
    if at > first || line.stops() || line.text.ends_with(':') || line.is_list_entry() || line.is_quoted() {
        return None;
    }
    if line.size() >= 5 {
        let caption = signed && !comes_byline;
        return Some(if caption {
            (BlockKind::Caption, "no-stop-after-byline")
        } else {
            (BlockKind::Standfirst, "no-stop-after-headline")
        });
    }
    Some((BlockKind::Boilerplate, "label-before-story"))
}
