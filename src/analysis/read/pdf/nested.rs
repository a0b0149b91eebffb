//! Brackets, strings and comments without an end: a file can be made so that all that is behind each of them is gone
//! through for each of them.

/// Dictionaries stand inside each other no deeper.
const DEEPEST: usize = 400;

/// So many bytes are gone through for strings and comments that begin near an object's start, each to its end.
const MOST: usize = 4_000_000_000;

/// So many brackets are open at once, however little they stand for.
const OPEN: usize = 1_000_000;

/// So far behind the start of an object or a dictionary something belongs to it.
const NEAR: usize = 64;

/// True when going through the objects of a file could take minutes.
pub(super) fn is_endless(file: &[u8]) -> bool {
    // Where brackets are open, and whether that counts.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let (mut depth, mut passed, mut object) = (0_usize, 0_usize, 0_usize);
    let mut comments = 0_usize;
    let mut at = 0;
    while let Some(byte) = file.get(at) {
        let next = file.get(at + 1);
        let is_near = at - object < NEAR;
        match (byte, next) {
            (b'<', Some(b'<')) => {
                depth += 1;
                object = at;
                at += 1;
            }
            (b'>', Some(b'>')) => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            (b'o', Some(b'b')) if file[at..].starts_with(b"obj") => object = at,
            (b'\\', _) => at += 1,
            (b'(', _) => open.push((at, is_near)),
            (b')', _) => {
                let closed = open.pop().filter(|(_, counts)| *counts);
                passed += closed.map_or(0, |(start, _)| at - start);
            }
            (b'%', _) if is_near => comments += 1,
            (b'\r' | b'\n', _) => comments = 0,
            _ => {}
        }
        passed += comments;
        if depth > DEEPEST || passed > MOST || open.len() > OPEN {
            return true;
        }
        at += 1;
    }
    passed += open.iter().filter(|(_, counts)| *counts).map(|(start, _)| file.len() - start).sum::<usize>();
    passed > MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_told() {
        for piece in ["<</A ", "1 0 obj (", "1 0 obj %", "<< /A (x"] {
            assert!(is_endless(piece.repeat(200_000).as_bytes()), "{piece}");
        }
    }

    #[test]
    fn what_has_one_is_none() {
        for piece in ["<< /A << >> >> ", "1 0 obj (a\\)b) ", "1 0 obj %\n", "((((", "%%%%", "obj ( % ) "] {
            assert!(!is_endless(piece.repeat(20_000).as_bytes()), "{piece}");
        }
    }
}
