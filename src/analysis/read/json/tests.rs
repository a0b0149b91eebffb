//! What is read from JSON, and the words with which it is refused.

use crate::read;

/// One line a reading: `id: headline | outlet | text`, or the refusal.
fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    let value = |named: &Option<crate::reading::Named>| named.as_ref().map_or("-", |n| &n.value).to_owned();
    match read::file(name, bytes) {
        Ok(all) => all
            .iter()
            .map(|r| format!("{}: {} | {} | {}", r.id, value(&r.fields.headline), value(&r.fields.outlet), r.text))
            .collect(),
        Err(rejection) => vec![rejection.to_string()],
    }
}

fn check(name: &str, json: &str, expected: &[&str]) {
    assert_eq!(told(name, json.as_bytes()), expected, "{json}");
}

#[test]
fn one_article_or_a_list() {
    check("a.json", r#"{"title": "T", "text": "One.\r\nTwo."}"#, &["a: T | - | One.\nTwo."]);
    check(
        "a.json",
        r#"[{"text": "One."}, {"text": "Two.", "outlet": "O"}]"#,
        &["a-1: - | - | One.", "a-2: - | O | Two."],
    );
    for list in super::LISTS {
        check("a.json", &format!(r#"{{"status": "ok", "{list}": [{{"text": "One."}}]}}"#), &["a-1: - | - | One."]);
    }
    check("a.json", r#"{"text": "One.", "items": [{"text": "Two."}]}"#, &["a: - | - | One."]);
    check("a.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": \"Two.\"}\r\n", &["a-1: - | - | One.", "a-2: - | - | Two."]);
}

#[test]
fn markup_in_a_field_is_read_as_such() {
    check(
        "a.json",
        r#"{"title": "T", "html": "<p>One.</p><ul><li>two<li>three</ul>"}"#,
        &["a: T | - | One.\n\ntwo\nthree"],
    );
    check("a.json", r#"{"text": "<p>One &amp; two</p><br>three"}"#, &["a: - | - | One & two\n\nthree"]);
    check("a.json", r#"{"text": "a < b", "html": "<p>c</p>"}"#, &["a: - | - | a < b"]);
    check(
        "a.json",
        r#"[{"html": "<script></script>"}]"#,
        &["a.json, record 1: no article was found on this page; save the article as plain text instead"],
    );
}

#[test]
fn values_that_are_no_strings() {
    check("a.json", r#"{"title": 1984, "text": "One.", "outlet": null, "content": 7}"#, &["a: 1984 | - | One."]);
    check(
        "a.json",
        r#"{"title": {"rendered": "T"}, "text": "One.", "publisher": {"name": "P"}}"#,
        &["a: T | P | One."],
    );
    check("a.json", r#"{"headline": "T", "articleBody": " One. "}"#, &["a: T | - |  One. "]);
    let authors = read::file("a.json", br#"{"text": "One.", "author": [{"name": "Ann Lee"}, "Bo Day"]}"#)
        .map(|all| all[0].fields.authors.iter().map(|a| a.value.clone()).collect::<Vec<_>>());
    assert_eq!(authors, Ok(vec!["Ann Lee".to_owned(), "Bo Day".to_owned()]));
}

#[test]
fn a_record_without_text_refuses_the_file() {
    let remedy = "give every record a field \"text\" that holds the article";
    check(
        "a.json",
        r#"[{"text": "One."}, {"title": "T", "text": " "}]"#,
        &[&format!("a.json, record 2: a record without text (its fields are title); {remedy}")],
    );
    check("a.json", "{}", &[&format!("a.json: a record without text (it is empty); {remedy}")]);
    check(
        "a.jsonl",
        "{\"story_id\": 1, \"title\": \"T\", \"media_name\": \"M\"}",
        &["a.jsonl, line 1, record 1: the export has metadata only, as Media Cloud's have: no text of the articles; \
           fetch the texts and add them as a field \"text\""],
    );
    check("a.json", "[]", &["a.json: the file holds no record; add an article or take the file out"]);
}

#[test]
fn the_same_text_twice_is_refused() {
    check(
        "a.json",
        r#"[{"text": "One."}, {"text": "Two."}, {"text": "One.", "title": "T"}]"#,
        &["a.json, record 3: the same text as record 1; keep one of the two"],
    );
}

#[test]
fn wrong_json_is_refused_with_its_place() {
    check(
        "a.json",
        "{\"text\":\n \"One\",}",
        &["a.json, line 2, column 8: not valid JSON (trailing comma); mend it there"],
    );
    check(
        "a.json",
        "{\"text\": \"One\"}\n{\"text\": \"Two\"}",
        &["a.json, line 2, column 1: not valid JSON (trailing characters); mend it, or name the file .jsonl if each \
           line is an object"],
    );
    check(
        "a.jsonl",
        "{\"text\": \"One\"}\n{\"text\": \"Tw",
        &["a.jsonl, line 2, column 12: not valid JSON (EOF while parsing a string); it ends too early: save or \
           download it again"],
    );
    check(
        "a.jsonl",
        "{\"text\": \"\\ud800\"}",
        &["a.jsonl, line 1, column 17: not valid JSON (unexpected end of hex escape); mend it there"],
    );
    let remedy = "make it an object with the fields \"title\" and \"text\", or a list of such objects";
    check("a.json", "[1]", &[&format!("a.json, record 1: not an article: a JSON object was expected here; {remedy}")]);
    check("a.json", "\"x\"", &[&format!("a.json: not an article: a JSON object was expected here; {remedy}")]);
    check(
        "a.json",
        &"[".repeat(100_000),
        &["a.json, line 1, column 128: not valid JSON (recursion limit exceeded); mend it there"],
    );
}

#[test]
fn keys_are_of_the_file_or_of_the_record() {
    let keys =
        |name, json: &str| read::file(name, json.as_bytes()).map(|all| all.iter().map(|r| r.key).collect::<Vec<_>>());
    let plain = read::file("a.txt", b"One.").map(|all| all[0].key);
    assert_eq!(keys("a.json", r#"[{"text": "One."}]"#).map(|all| all[0]), plain);
    assert_ne!(keys("a.json", r#"{"text": "One."}"#).map(|all| all[0]), plain);
    assert_ne!(keys("a.json", r#"{"text": "One."}"#), keys("a.json", r#"{"text": "One." }"#));
}
