//! The header some Markdown files carry above their text: YAML between `---`, or TOML between `+++`.

use super::{
    field::Stated,
    record::{Record, push_json},
};
use crate::rejection::Rejection;
use toml::de::{DeTable, DeValue};

/// The front matter's fields, and the text below it.
pub(super) fn split<'a>(file: &str, text: &'a str) -> Result<(Stated, &'a str), Rejection> {
    let fence = ["---", "+++"].into_iter().find(|fence| {
        text.strip_prefix(fence).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\n'))
    });
    let Some(fence) = fence else { return Ok((Stated::default(), text)) };
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || bare == "..." && fence == "---" {
            let (matter, below) = (&text[start..at], &text[at + line.len()..]);
            let stated = if fence == "---" { yaml(file, matter)? } else { toml(file, matter)? };
            return Ok((stated, below));
        }
        at += line.len();
    }
    // A rule above the text, and not a header that was never closed.
    let next = text[start..].lines().next().unwrap_or_default();
    if fence == "---" && !next.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' ')) {
        return Ok((Stated::default(), text));
    }
    Err(Rejection::new(file, "the front matter is never closed", format!("put a line {fence} below it")).at("line 1"))
}

fn yaml(file: &str, matter: &str) -> Result<Stated, Rejection> {
    if matter.trim().is_empty() {
        return Ok(Stated::default());
    }
    let value = serde_saphyr::from_str::<Option<serde_json::Value>>(matter).map_err(|error| {
        let line = error.location().map_or(1, |location| location.line());
        let problem = format!("the front matter is not valid YAML ({})", first_line(&error.to_string()));
        Rejection::new(file, problem, "mend it; a value with a colon or a quote in it needs quotes around it")
            .at(format!("line {}", line + 1))
    })?;
    let mut record = Record::default();
    match value {
        None => {}
        Some(serde_json::Value::Object(object)) => {
            object.iter().for_each(|(name, value)| push_json(&mut record, name, value));
        }
        Some(_) => {
            let remedy = "write one \"key: value\" a line";
            return Err(Rejection::new(file, "the front matter holds no keys", remedy).at("line 2"));
        }
    }
    Ok(record.stated)
}

fn toml(file: &str, matter: &str) -> Result<Stated, Rejection> {
    let table = DeTable::parse(matter).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = 1 + super::decode::line(&matter.as_bytes()[..start.min(matter.len())]);
        let problem = format!("the front matter is not valid TOML ({})", first_line(error.message()));
        Rejection::new(file, problem, "mend it there").at(format!("line {line}"))
    })?;
    let mut stated = Stated::default();
    for (key, value) in table.get_ref() {
        push_toml(&mut stated, key.get_ref(), value.get_ref());
    }
    Ok(stated)
}

fn push_toml(stated: &mut Stated, name: &str, value: &DeValue<'_>) {
    match value {
        DeValue::String(text) => stated.push(name, text),
        DeValue::Integer(number) => stated.push(name, number.as_str()),
        DeValue::Float(number) => stated.push(name, number.as_str()),
        DeValue::Datetime(date) => stated.push(name, &date.to_string()),
        DeValue::Array(list) => list.iter().for_each(|value| push_toml(stated, name, value.get_ref())),
        DeValue::Table(table) => {
            if let Some(DeValue::String(text)) = table.get("name").map(|value| value.get_ref()) {
                stated.push(name, text);
            }
        }
        DeValue::Boolean(_) => {}
    }
}

/// Without the excerpt that parsers draw below their message, and the place they put before it.
fn first_line(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let line = line.strip_prefix("error: ").unwrap_or(line);
    line.strip_prefix("line ").and_then(|rest| rest.split_once(": ")).map_or(line, |(_, what)| what)
}
