//! Where sentences begin and end; they tile their block but for white space.

use crossread_corpus::span::Span;

/// The sentences of `block`, which must slice `text`: sorted, trimmed, never blank.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let inner = &text[block.range()];
    let offset = block.start() as usize;
    let mut found = Vec::new();
    let mut from = 0;
    let mut ended = false;
    let mut gap = None;
    for (at, char) in inner.char_indices() {
        if char.is_whitespace() {
            if ended && gap.is_none() {
                gap = Some(at);
            }
        } else if let Some(end) = gap.take() {
            if !char.is_lowercase() {
                found.push(Span::of(offset + from, offset + end).trimmed(text));
                from = at;
            }
            ended = false;
        }
        if matches!(char, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            ended = true;
        } else if !matches!(char, '"' | '\'' | '”' | '’' | ')' | ']') && !char.is_whitespace() {
            ended = false;
        }
    }
    found.push(Span::of(offset + from, offset + inner.len()).trimmed(text));
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_tile_their_block() {
        let text = "One came. “Two left!” Was it 3.5 or more?  Done";
        let found = sentences(text, Span::of(0, text.len()));
        let words: Vec<_> = found.iter().filter_map(|s| s.slice(text)).collect();
        assert_eq!(words, ["One came.", "“Two left!”", "Was it 3.5 or more?", "Done"]);
    }
}
