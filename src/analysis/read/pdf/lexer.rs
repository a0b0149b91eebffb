//! A content stream to its operands and operators (ISO 32000-2, 7.2 and 7.8.2), in one pass over its bytes.

/// What a content stream is made of.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Token<'a> {
    Number(f64),
    /// A string, in either notation.
    Text(Vec<u8>),
    Name(Vec<u8>),
    /// `[`, `]`, `<<` or `>>`.
    Bracket,
    Operator(&'a [u8]),
}

/// Reads a content stream token by token.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_while(&mut self, is: impl Fn(u8) -> bool) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(&is) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = self.peek()?;
            match first {
                b'%' => drop(self.skip_while(|byte| !matches!(byte, b'\r' | b'\n'))),
                byte if is_space(byte) => self.at += 1,
                b'/' => {
                    self.at += 1;
                    return Some(Token::Name(unescaped(self.skip_while(is_regular))));
                }
                b'(' => return Some(Token::Text(self.literal())),
                b'<' if self.bytes.get(self.at + 1) != Some(&b'<') => return Some(Token::Text(self.hexadecimal())),
                b'<' | b'>' => {
                    self.at += if self.bytes.get(self.at + 1) == Some(&first) { 2 } else { 1 };
                    return Some(Token::Bracket);
                }
                b'[' | b']' => {
                    self.at += 1;
                    return Some(Token::Bracket);
                }
                b'{' | b'}' | b')' => self.at += 1,
                _ => {
                    let word = self.skip_while(is_regular);
                    return Some(number(word).map_or(Token::Operator(word), Token::Number));
                }
            }
        }
    }

    /// Goes behind the data of an inline image whose `BI` was read.
    pub(super) fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let is_free = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte));
        // The data may hold these two letters by chance; what follows the real ones is text.
        let end = rest.windows(2).enumerate().find(|(at, pair)| {
            *pair == b"EI"
                && *at > 0
                && is_free(rest.get(at - 1))
                && is_free(rest.get(at + 2))
                && rest[at + 2..].iter().take(12).all(|byte| byte.is_ascii_graphic() || is_space(*byte) && *byte != 0)
        });
        self.at += end.map_or(rest.len(), |(at, _)| at + 2);
    }

    /// `(…)`, in which brackets that come in pairs need no mark.
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => {
                    depth += 1;
                    if depth > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(byte);
                }
                b'\\' => text.extend(self.escaped()),
                _ => text.push(byte),
            }
        }
        text
    }

    /// What stands for itself or another byte behind a `\`.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
                None
            }
            b'\n' => None,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                Some(code as u8)
            }
            other => Some(other),
        }
    }

    /// `<…>`
    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let digits = self.skip_while(|byte| byte != b'>');
        self.at += 1;
        hexadecimal(digits)
    }
}

/// Pairs of hexadecimal digits as bytes; a last one alone has a 0 behind it, and what is no digit is passed over.
pub(super) fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let values = digits.iter().filter_map(|byte| char::from(*byte).to_digit(16));
    let values: Vec<u8> = values.map(|value| value as u8).collect();
    values.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()).collect()
}

/// A name with its `#20` as bytes.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(byte) = name.get(at) {
        let digit = |at: usize| name.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                bytes.push((high << 4 | low) as u8);
                at += 3;
            }
            _ => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

/// A number; programs write `--5` and `1.2.3` as well.
fn number(word: &[u8]) -> Option<f64> {
    if !word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.')) {
        return None;
    }
    let sign = word.iter().take_while(|byte| matches!(byte, b'+' | b'-')).count();
    let digits = core::str::from_utf8(&word[sign..]).ok()?;
    let end = digits.find(['+', '-']).unwrap_or(digits.len());
    let end = digits[..end].match_indices('.').nth(1).map_or(end, |(second, _)| second);
    let value: f64 = if matches!(&digits[..end], "" | ".") { 0.0 } else { digits[..end].parse().ok()? };
    Some(if word.first() == Some(&b'-') { -value } else { value })
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(content: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(content);
        core::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn operands_and_operators_are_told_apart() {
        let found = tokens(b"/F#31 -1.5 Tf%x\n[(a\\(b\\051\\\n(c)) .5<4a4>]TJ T* --5");
        let text = |text: &[u8]| Token::Text(text.to_vec());
        let expected = [
            Token::Name(b"F1".to_vec()),
            Token::Number(-1.5),
            Token::Operator(b"Tf"),
            Token::Bracket,
            text(b"a(b)(c)"),
            Token::Number(0.5),
            text(b"J@"),
            Token::Bracket,
            Token::Operator(b"TJ"),
            Token::Operator(b"T*"),
            Token::Number(-5.0),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn an_inline_image_is_passed_over() {
        let mut lexer = Lexer::new(b"BI /W 1 ID \x01 EI\x02 ) EI Q");
        assert_eq!(lexer.next(), Some(Token::Operator(b"BI")));
        lexer.skip_image();
        assert_eq!(lexer.next(), Some(Token::Operator(b"Q")));
    }

    #[test]
    fn what_is_torn_ends() {
        for torn in [&b"(a(b"[..], b"<4", b"(\\", b"/", b"[[<<", b"(\\7"] {
            assert!(tokens(torn).len() <= 4, "{torn:?}");
        }
    }
}
