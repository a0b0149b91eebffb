//! Lines whose text stood in the article before: shown once, counted once.

use super::{draft::Draft, line::Line, list};
use crossread_corpus::article::BlockKind;
use std::collections::BTreeMap;

/// Names every line that says again what an earlier one says. Furniture and short
/// headings may recur and stay what they are.
pub(super) fn label(draft: &mut Draft<'_>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..draft.lines.len() {
        let kind = draft.kind(at).unwrap_or(BlockKind::Paragraph);
        if kind == BlockKind::Boilerplate
            || draft.kinds[at].is_some_and(|(_, rule)| rule == "markup") && kind == BlockKind::Headline
        {
            continue;
        }
        let line = &draft.lines[at];
        let key = if kind == BlockKind::Dateline { without_lead(&line.key) } else { line.key.clone() };
        let Some(&first) = seen.get(&key) else {
            seen.insert(key, at);
            continue;
        };
        let caption = matches!(kind, BlockKind::Caption | BlockKind::Dateline);
        if caption || line.words.len() >= shortest(line) {
            let of = u32::try_from(first).expect("there are fewer lines than bytes");
            draft.kinds[at] = Some((BlockKind::Repeat(of), "same-text-as-before"));
        }
    }
}

/// People say the same short thing twice: what may be speech must be longer to be a repeat of the text.
fn shortest(line: &Line<'_>) -> usize {
    let spoken = line.is_quoted() || line.is_list_entry() || line.text.contains(": ") || line.text.ends_with('?');
    if spoken { 12 } else { 5 }
}

/// A dateline's key without "Published" before the time.
fn without_lead(key: &str) -> String {
    let words = key
        .split(' ')
        .skip_while(|word| list::DATELINE_WORDS.has(word) && !word.contains(|c: char| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}
