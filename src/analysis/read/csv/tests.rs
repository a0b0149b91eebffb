//! What is read from tables, and the words with which they are refused.

use crate::read;

fn check(name: &str, csv: &str, expected: &[&str]) {
    let found = match read::file(name, csv.as_bytes()) {
        Ok(all) => all
            .iter()
            .map(|r| format!("{}: {} | {}", r.id, r.fields.headline.as_ref().map_or("-", |n| &n.value), r.text))
            .collect(),
        Err(rejection) => vec![rejection.to_string()],
    };
    assert_eq!(found, expected, "{csv}");
}

#[test]
fn the_separator_is_found_in_the_header() {
    check("a.csv", "title,text\nT,One\nU,Two\n", &["a-1: T | One", "a-2: U | Two"]);
    check("a.csv", "Title;Text\r\nT;One, two\r\n", &["a-1: T | One, two"]);
    check("a.tsv", "title\tTEXT\nT\tOne, two; three\n", &["a-1: T | One, two; three"]);
    check("a.csv", "\u{feff}text\nOne\n\nTwo", &["a-1: - | One", "a-2: - | Two"]);
    check("a.csv", "\"a;b;c;d\",text\n1,One\n", &["a-1: - | One"]);
}

#[test]
fn quoted_fields_hold_lines_and_quotes() {
    check(
        "a.csv",
        "text,title\n\"One.\r\n\r\nHe said \"\"no\"\", twice.\",T\n",
        &["a-1: T | One.\n\nHe said \"no\", twice."],
    );
}

#[test]
fn what_is_no_table_of_articles_is_refused() {
    check(
        "a.csv",
        "title,link\nT,L\n",
        &["a.csv, line 1: no column \"text\": the columns are title, link; name the column that holds the articles \
           \"text\", in the first line"],
    );
    check(
        "a.csv",
        "stories_id,publish_date,title,url,language,media_name\n1,2031-02-03,T,http://a.example/1,en,A\n",
        &["a.csv: the export has metadata only, as Media Cloud's have: no text of the articles (the columns are \
           stories_id, publish_date, title, url, language, media_name); fetch the texts and add them as a field \"text\""],
    );
    check(
        "a.csv",
        "title,text\nT,One\nU,Two, three\n",
        &["a.csv, line 3: this row has 3 fields and the header 2; put fields that hold separators or line ends in \
           double quotes"],
    );
    check(
        "a.csv",
        "title,text\nT,One\nU,\n",
        &["a.csv, line 3, record 2: a record without text (its fields are title); give every record a field \"text\" \
           that holds the article"],
    );
    check("a.csv", "title,text\n", &["a.csv: the file holds no record; add an article or take the file out"]);
}
