//! Bytes as letters (RFC 4648): base64 for files that are no text, base64url for the names of texts.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// With `=` at the end, as files are written.
pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().chain(&[0; 2]).take(3).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            letters.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    letters
}

/// Without `=`, and safe in addresses.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    base64(bytes).trim_end_matches('=').replace('+', "-").replace('/', "_")
}

/// Reads [`base64`]; white space between the letters is left out. `None` where it is not that.
pub(crate) fn from_base64(letters: &str) -> Option<Vec<u8>> {
    let letters: Vec<u8> = letters.bytes().filter(|letter| !letter.is_ascii_whitespace()).collect();
    let end = letters.len() - letters.iter().rev().take_while(|letter| **letter == b'=').count();
    if !letters.len().is_multiple_of(4) || letters.len() - end > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3);
    for four in letters[..end].chunks(4) {
        let mut bits = 0_u32;
        for letter in four {
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                b'a'..=b'z' => letter - b'a' + 26,
                b'0'..=b'9' => letter - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                _ => return None,
            };
            bits = bits << 6 | u32::from(value);
        }
        bits <<= 6 * (4 - four.len());
        let whole = &bits.to_be_bytes()[1..];
        let (read, over) = whole.split_at(four.len() - 1);
        // Bits behind the last byte would be lost.
        if over.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(read);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_standards_examples() {
        let examples =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (bytes, letters) in examples {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
        assert_eq!(base64url(&[0xfb, 0xff, 0xfe, 0]), "-__-AA");
        for letters in ["Zg", "Zg=", "Z===", "Zh==", "Zm9=", "Z!==", "====", "Zg==Zg=="] {
            assert_eq!(from_base64(letters), None, "{letters}");
        }
        assert_eq!(from_base64("Zm\n9v "), Some(b"foo".to_vec()));
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes: Vec<u8>) {
            prop_assert_eq!(from_base64(&base64(&bytes)), Some(bytes));
        }

        #[test]
        fn no_letters_are_read_as_bytes_that_others_are(letters in "[A-Da-c/+= !]{0,12}") {
            if let Some(bytes) = from_base64(&letters) {
                prop_assert_eq!(base64(&bytes), letters.replace(' ', ""));
            }
        }
    }
}
