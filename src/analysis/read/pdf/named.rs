//! What a content stream calls by name or says of its parts, and which letters of it are text.

use super::{
    bounds::{Allowance, Excess},
    lexer::Token,
};
use hayro_syntax::object::{Dict, Name, Stream};

/// What a marked part says of itself.
#[derive(PartialEq, Debug)]
pub(super) enum Mark {
    Plain,
    /// Its letters are to be read so; taken when the first of them comes.
    ReadAs(Option<String>),
    /// A page's head or foot, as the file says itself.
    Furniture,
}

/// What a content stream calls by name.
pub(super) struct Named<'a> {
    pub(super) fonts: Dict<'a>,
    pub(super) objects: Dict<'a>,
    pub(super) properties: Dict<'a>,
}

impl<'a> Named<'a> {
    pub(super) fn of(resources: &Dict<'a>) -> Self {
        let part = |name: &[u8]| resources.get::<Dict<'a>>(name).unwrap_or_default();
        Self { fonts: part(b"Font"), objects: part(b"XObject"), properties: part(b"Properties") }
    }

    /// What a marked part says of itself (ISO 32000-2, 14.6, 14.8.2.2 and 14.9.4).
    pub(super) fn mark(&self, operands: &[Token<'_>], allowance: &mut Allowance) -> Result<Mark, Excess> {
        let is = |token: &Token<'_>, word: &[u8]| name(token) == Some(word);
        let is_artifact = operands.first().is_some_and(|tag| is(tag, b"Artifact"));
        let mut listed = Dict::default();
        if let Some(name) = operands.get(1).and_then(name).filter(|_| is_artifact || is(&operands[0], b"Span")) {
            // The whole list is gone through.
            allowance.take(self.properties.data().len() / 10 + 100)?;
            listed = self.properties.get::<Dict<'_>>(name).unwrap_or_default();
        }
        let kind = listed.get::<Name<'_>>(b"Type");
        let is_pagination = kind.is_some_and(|kind| kind.as_str() == "Pagination")
            || operands.iter().any(|operand| is(operand, b"Pagination"));
        if is_artifact && is_pagination {
            return Ok(Mark::Furniture);
        }
        let inline = operands.windows(2).find(|pair| is(&pair[0], b"ActualText")).and_then(|pair| match &pair[1] {
            Token::Text(bytes) => Some(super::text_string(bytes)),
            _ => None,
        });
        let own = listed.get::<hayro_syntax::object::String<'_>>(b"ActualText");
        let read_as = inline.or_else(|| own.map(|bytes| super::text_string(&bytes)));
        Ok(read_as.map_or(Mark::Plain, |letters| Mark::ReadAs(Some(letters))))
    }
}

/// A name.
pub(super) fn name<'t>(token: &'t Token<'_>) -> Option<&'t [u8]> {
    match token {
        Token::Name(name) => Some(name),
        _ => None,
    }
}

/// True for what is painted from a content stream of its own.
pub(super) fn is_form(object: &Stream<'_>) -> bool {
    object.dict().get::<Name<'_>>(b"Subtype").is_some_and(|name| name.as_str() == "Form")
}

/// A letter as text has it: one sign may stand for two, all white space is a space, and what no one sees is left out.
pub(super) fn plain(letter: char) -> impl Iterator<Item = char> {
    let letters = match letter {
        'ﬀ' => [Some('f'), Some('f'), None],
        'ﬁ' => [Some('f'), Some('i'), None],
        'ﬂ' => [Some('f'), Some('l'), None],
        'ﬃ' => [Some('f'), Some('f'), Some('i')],
        'ﬄ' => [Some('f'), Some('f'), Some('l')],
        'ﬅ' | 'ﬆ' => [Some('s'), Some('t'), None],
        _ if letter.is_whitespace() => [Some(' '), None, None],
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => [None; 3],
        _ if letter.is_control() => [None; 3],
        _ => [Some(letter), None, None],
    };
    letters.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_text_has_them() {
        let text: String = "ofﬁce\u{a0}aﬄuent\u{200b} \u{f0b7}\u{7}é".chars().flat_map(plain).collect();
        assert_eq!(text, "office affluent é");
    }
}
