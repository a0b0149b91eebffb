//! What is wrong with something that was brought along, and where.

use core::fmt;
use serde_json::Value;

/// A place in a file and what is wrong there, in words for a reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where: "articles[3].text", "line 4, column 17"; empty for the whole.
    pub place: String,
    /// What, as a part of a sentence: "must be text".
    pub problem: String,
}

impl Fault {
    pub(crate) fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }

    /// The same inside of `outer`.
    pub(crate) fn within(mut self, outer: &str) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
        self.place = format!("{outer}{joint}{}", self.place);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.problem) } else { write!(f, "{}: {}", self.place, self.problem) }
    }
}

impl core::error::Error for Fault {}

/// Reads JSON of at most `most` bytes.
pub(crate) fn json(bytes: &[u8], most: usize) -> Result<Value, Fault> {
    if bytes.len() > most {
        let problem = format!("the file has {} bytes; at most {most} are read", bytes.len());
        return Err(Fault::new("", problem));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        let said = error.to_string();
        // serde_json ends with the place, which stands at the beginning here.
        let what = said.split_once(" at line ").map_or(said.as_str(), |(what, _)| what);
        Fault::new(place, format!("not JSON: {what}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_told() {
        let fault = json(b"{\n \"a\": ]}", 100).unwrap_err();
        assert_eq!(fault.place, "line 2, column 7");
        assert!(fault.to_string().starts_with("line 2, column 7: not JSON: expected value"), "{fault}");
        let nested = Fault::new("text", "must be text").within("articles[3]").within("file");
        assert_eq!(nested.to_string(), "file.articles[3].text: must be text");
        assert_eq!(Fault::new("[2]", "x").within("a").place, "a[2]");
        assert_eq!(Fault::new("", "x").within("a").place, "a");
    }

    #[test]
    fn too_much_and_too_deep_is_refused() {
        assert_eq!(json(b"[1, 2]", 5).unwrap_err().to_string(), "the file has 6 bytes; at most 5 are read");
        assert!(json(&[b'['; 100_000], 100_000).unwrap_err().problem.contains("recursion"));
        assert_eq!(json("\u{feff}[]".as_bytes(), 5), Ok(Value::Array(Vec::new())));
    }
}
