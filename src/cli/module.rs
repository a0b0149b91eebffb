//! Turns a JavaScript module into an expression, so that several fit into one inline script.
//!
//! It reads what wasm-bindgen and we ourselves write: `import` and `export` begin a line. Anything else is refused
//! rather than guessed at.

use anyhow::{Context, Result, bail};

/// What may stand between `export` and the name it exports.
const DECLARATIONS: [&str; 6] = ["async function ", "function ", "class ", "const ", "let ", "var "];

/// An expression whose value is an object of what the module exports.
pub(crate) fn as_expression(module: &str) -> Result<String> {
    let mut body = String::new();
    let mut exports: Vec<(String, String)> = Vec::new();
    for (number, line) in (1..).zip(module.lines()) {
        if begins_with_word(line, "import") {
            bail!(
                "line {number} imports another file (`{line}`), which a page in one file cannot have; wasm-bindgen writes \
                 such lines for `#[wasm_bindgen(module = …)]` and `inline_js`: do without them"
            );
        }
        if !begins_with_word(line, "export") {
            body += line;
            body.push('\n');
            continue;
        }
        let rest = line["export".len()..].trim_start();
        let (kept, names) = export(rest).with_context(|| format!("line {number}: `{line}` is not understood"))?;
        exports.extend(names);
        body += kept;
        body.push('\n');
    }
    if !exports.iter().any(|(outside, _)| outside == "default") {
        bail!("no line begins with an `export` of `default`; if `minify` is on in Trunk.toml, turn it off");
    }
    let object: Vec<String> = exports.iter().map(|(outside, inside)| format!("{outside}: {inside}")).collect();
    Ok(format!("(() => {{\n{body}return {{ {} }};\n}})()", object.join(", ")))
}

/// What remains of an export line when `export` is gone, and the pairs of outside and inside names.
fn export(rest: &str) -> Option<(&str, Vec<(String, String)>)> {
    if let Some(list) = rest.strip_prefix('{') {
        let (list, after) = list.split_once('}')?;
        let names = list.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(|entry| {
            let (inside, outside) = entry.split_once(" as ").unwrap_or((entry, entry));
            Some((name(outside.trim())?, name(inside.trim())?))
        });
        let names = names.collect::<Option<Vec<_>>>()?;
        return matches!(after.trim(), "" | ";").then_some(("", names));
    }
    let (declared, default) = match rest.strip_prefix("default ") {
        Some(declared) => (declared.trim_start(), true),
        None => (rest, false),
    };
    let inside = match DECLARATIONS.iter().find_map(|word| declared.strip_prefix(word)) {
        Some(after) => {
            let end = after.find(|sign: char| !is_name_sign(sign)).unwrap_or(after.len());
            name(&after[..end])?
        }
        // `export default NAME;`
        None if default => {
            return Some(("", vec![("default".to_owned(), name(declared.trim_end_matches(';').trim())?)]));
        }
        None => return None,
    };
    let outside = if default { "default".to_owned() } else { inside.clone() };
    Some((declared, vec![(outside, inside)]))
}

fn begins_with_word(line: &str, word: &str) -> bool {
    line.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|sign: char| is_name_sign(sign) || sign == '.'))
}

fn is_name_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$'
}

fn name(word: &str) -> Option<String> {
    let is_name = !word.is_empty() && !word.starts_with(|sign: char| sign.is_ascii_digit());
    (is_name && word.chars().all(is_name_sign)).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_become_an_object() {
        let module = "let oven;\nexport class Loaf {\n    export() {}\n}\nasync function bake() {}\nexport { knead, bake as \
                      default };\n";
        let expected = "(() => {\nlet oven;\nclass Loaf {\n    export() {}\n}\nasync function bake() {}\n\nreturn { \
                        Loaf: Loaf, knead: knead, default: bake };\n})()";
        assert_eq!(as_expression(module).unwrap(), expected);
    }

    #[test]
    fn every_form_of_export_is_read() {
        let read = |line| export(line).map(|(kept, names)| (kept.to_owned(), names.concat_names()));
        assert_eq!(read("default function start() {"), Some(("function start() {".into(), "default=start".into())));
        assert_eq!(read("async function rise(a) {"), Some(("async function rise(a) {".into(), "rise=rise".into())));
        assert_eq!(read("const SALT = 2;"), Some(("const SALT = 2;".into(), "SALT=SALT".into())));
        assert_eq!(read("default bake;"), Some((String::new(), "default=bake".into())));
        assert_eq!(read("{ a as b, c };"), Some((String::new(), "b=a c=c".into())));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in ["* from './x.js';", "{ a as b } from './x.js'", "default function () {", "default {};", "{", "7;"]
        {
            assert_eq!(export(line), None, "{line}");
        }
        for module in
            ["import * as a from './snippets/a.js';\nexport default b;", "import('./b.js')", "export { a };", ""]
        {
            assert!(as_expression(module).is_err(), "{module}");
        }
        let error = as_expression("a\nimport { b } from './snippets/b.js';").unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("snippets/b.js"), "{error}");
    }

    #[test]
    fn words_that_only_look_alike_stay() {
        let module = "exported = 1;\nimport_b();\nimport.meta.url;\n  export\nexport default b;";
        let body = as_expression(module).unwrap();
        assert!(body.contains("exported = 1;\nimport_b();\nimport.meta.url;\n  export\n"), "{body}");
    }

    trait Names {
        fn concat_names(self) -> String;
    }

    impl Names for Vec<(String, String)> {
        fn concat_names(self) -> String {
            self.iter().map(|(outside, inside)| format!("{outside}={inside}")).collect::<Vec<_>>().join(" ")
        }
    }
}
