//! A lens as JSON: the parts of its sheet, each an object that names its kind. Keys are in the order of the alphabet.

use super::Shown;
use crossread_corpus::{
    sheet::{Line, Part, Piece},
    view::View,
};
use serde_json::{Map, Value, json};

/// Goes up when a field is renamed, taken away or given another meaning; not when one is added.
const FORMAT: u32 = 1;

/// The lens. `start` and `end` are bytes of the article's text in UTF-8; `marks` are bytes of `words`.
pub fn json(shown: &Shown<'_>) -> String {
    let articles = shown.articles.iter().map(|(key, name)| json!({ "article": key.to_string(), "name": name }));
    let mut sheet = Map::new();
    sheet.insert("format".to_owned(), FORMAT.into());
    sheet.insert("lens".to_owned(), shown.view.lens.name().into());
    sheet.insert("view".to_owned(), shown.view.to_url().into());
    linked(&mut sheet, shown, shown.view);
    sheet.insert("articles".to_owned(), articles.collect());
    sheet.insert("parts".to_owned(), parts(shown, shown.parts));
    serde_json::to_string_pretty(&sheet).expect("plain values in memory can be written") + "\n"
}

/// The link of a view, where there is one.
fn linked(object: &mut Map<String, Value>, shown: &Shown<'_>, view: &View) {
    object.extend(shown.link(view).map(|link| ("link".to_owned(), link.into())));
}

fn parts(shown: &Shown<'_>, parts: &[Part]) -> Value {
    parts.iter().filter_map(|one| part(shown, one)).collect()
}

fn part(shown: &Shown<'_>, part: &Part) -> Option<Value> {
    let line = |words: &Line| line(shown, words);
    let lines = |all: &[Line]| all.iter().map(line).collect::<Value>();
    let inner = |of: &[Part]| parts(shown, of);
    let columns = |of: &[Vec<Part>]| of.iter().map(|column| inner(column)).collect::<Value>();
    Some(match part {
        Part::Heading(level, words) => json!({ "part": "heading", "level": level, "line": line(words) }),
        Part::Paragraph(words) => json!({ "part": "paragraph", "line": line(words) }),
        Part::Note(words) => json!({ "part": "note", "line": line(words) }),
        Part::List(all) => json!({ "part": "list", "lines": lines(all) }),
        Part::Pairs(pairs) => {
            let pairs = pairs.iter().map(|(name, words)| json!({ "name": name.to_string(), "line": line(words) }));
            json!({ "part": "pairs", "pairs": pairs.collect::<Value>() })
        }
        Part::Table { caption, head, rows } => {
            let rows = rows.iter().map(|cells| lines(cells)).collect::<Value>();
            json!({ "part": "table", "caption": caption, "head": lines(head), "rows": rows })
        }
        Part::Fold(summary, of) => json!({ "part": "fold", "summary": summary, "parts": inner(of) }),
        Part::Bars(bars) => {
            let bars = bars.iter().map(|bar| {
                let values = bar.parts.iter();
                let values = values.map(|(value, class)| json!({ "kind": class.to_string(), "value": value }));
                json!({ "line": line(&bar.line), "values": values.collect::<Value>(), "most": bar.most })
            });
            json!({ "part": "bars", "bars": bars.collect::<Value>() })
        }
        Part::Lanes { caption, days, lanes, .. } => {
            let lanes = lanes.iter().map(|(name, marks)| {
                let marks = marks.iter().map(|mark| {
                    let mut object = Map::new();
                    object.insert("from".to_owned(), mark.from.into());
                    object.insert("to".to_owned(), mark.to.into());
                    object.insert("words".to_owned(), mark.words.as_str().into());
                    object.insert("kind".to_owned(), mark.class.to_string().into());
                    linked(&mut object, shown, &mark.view);
                    Value::Object(object)
                });
                json!({ "line": line(name), "marks": marks.collect::<Value>() })
            });
            json!({ "part": "lanes", "caption": caption, "days": days, "lanes": lanes.collect::<Value>() })
        }
        Part::Card(of) => json!({ "part": "card", "parts": inner(of) }),
        Part::Columns(of) => json!({ "part": "columns", "columns": columns(of) }),
        Part::Tied(of) => json!({ "part": "tied", "columns": columns(of) }),
        Part::Choices(name, choices) => {
            json!({ "part": "choices", "name": name.to_string(), "line": line(choices) })
        }
        Part::Join(..) => return None,
    })
}

fn line(shown: &Shown<'_>, line: &Line) -> Value {
    line.iter().filter_map(|one| piece(shown, one)).collect()
}

fn piece(shown: &Shown<'_>, piece: &Piece) -> Option<Value> {
    Some(match piece {
        Piece::Words(words) => json!({ "piece": "words", "words": words }),
        Piece::Source(words) => json!({ "piece": "source", "words": words }),
        Piece::Around(words) => json!({ "piece": "around", "words": words }),
        Piece::Tag(words) => json!({ "piece": "tag", "words": words }),
        Piece::Only(words, right) => {
            json!({ "piece": "only", "side": if *right { "right" } else { "left" }, "words": words })
        }
        Piece::Moved(words) => json!({ "piece": "moved", "words": words }),
        Piece::Break => json!({ "piece": "break" }),
        Piece::Place { anchor, words, marks } => {
            let mut object = Map::new();
            object.insert("piece".to_owned(), "place".into());
            object.insert("article".to_owned(), anchor.article.to_string().into());
            object.insert("start".to_owned(), anchor.span.start().into());
            object.insert("end".to_owned(), anchor.span.end().into());
            object.insert("words".to_owned(), words.as_str().into());
            if !marks.is_empty() {
                object.insert("marks".to_owned(), json!(marks));
            }
            object
                .extend(shown.link_to(anchor.article, Some(anchor.span)).map(|link| ("link".to_owned(), link.into())));
            Value::Object(object)
        }
        Piece::Go { view, words, current } => {
            let mut object = Map::new();
            object.insert("piece".to_owned(), "view".into());
            object.insert("words".to_owned(), words.as_str().into());
            object.insert("view".to_owned(), view.to_url().into());
            if *current {
                object.insert("current".to_owned(), true.into());
            }
            linked(&mut object, shown, view);
            Value::Object(object)
        }
        Piece::Outlet(number) => {
            let (article, name) = shown.outlet(*number)?;
            json!({ "piece": "outlet", "article": article.to_string(), "name": name })
        }
        Piece::Correct { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{articles, parts, view};

    #[test]
    fn every_part_is_there_with_its_places() {
        let (parts, articles, view) = (parts(), articles(), view());
        let shown = Shown { view: &view, parts: &parts, articles: &articles, page: Some("https://page.example/") };
        let written = json(&shown);
        assert_eq!(written, json(&shown), "the same again");
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!((&read["format"], &read["lens"]), (&json!(1), &json!("voices")));
        assert_eq!(read["link"], "https://page.example/?lens=voices&q=ferry");
        let kinds: Vec<&str> =
            read["parts"].as_array().unwrap().iter().map(|part| part["part"].as_str().unwrap()).collect();
        let expected =
            ["choices", "heading", "paragraph", "heading", "list", "pairs", "table", "fold", "bars", "lanes", "tied"];
        assert_eq!(kinds, expected);
        let place = json!({
            "piece": "place", "article": "00000000000000cd", "start": 5, "end": 12, "words": "a \"bun\"",
            "link": "https://page.example/?lens=read&article=00000000000000cd&at=5-12"
        });
        assert_eq!(read["parts"][6]["rows"][0][1], json!([place]));
        let values = json!([{ "kind": "direct", "value": 2 }, { "kind": "indirect", "value": 1 }]);
        assert_eq!(read["parts"][8]["bars"][0]["values"], values);
        assert!(!json(&Shown { page: None, ..shown }).contains("\"link\""));
    }
}
