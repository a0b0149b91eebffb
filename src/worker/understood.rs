//! What was understood of an article, in words: its header with what each entry rests on, and what was noticed.

use crossread_corpus::{
    article::{Article, Published},
    day,
    ground::{Ground, Traced},
    message::Set,
    wording::{self, counted},
};

/// One line about an article that was read; `is_known` when the collection holds it already.
pub(crate) fn understood(article: &Article, is_known: bool) -> String {
    let header = &article.header;
    let entry = |name: &str, value: Option<(String, &Ground)>| match value {
        Some((value, ground)) => format!("{name}: {value} ({})", rests_on(ground)),
        None => format!("{name}: not stated"),
    };
    let text = |traced: &Traced<String>| traced.value.clone();
    let mut parts = vec![
        match &header.headline {
            Some(headline) => format!("“{}” ({})", headline.value, rests_on(&headline.ground)),
            None => format!("No headline; it begins “{}”", article.title().text()),
        },
        entry("outlet", header.outlet.as_ref().map(|outlet| (text(outlet), &outlet.ground))),
        entry("date", header.published.as_ref().map(|when| (wording::published(&when.value), &when.ground))),
        counted(article.sentences.len(), "sentence", "sentences"),
    ];
    if is_known {
        parts.push("the collection has this article already and shows it once".to_owned());
    }
    let warnings = article.warnings.iter().map(|warning| format!(" {}", warning.message));
    format!("{}.{}", parts.join("; "), warnings.collect::<String>())
}

/// On what an entry rests, in brackets behind it.
fn rests_on(ground: &Ground) -> String {
    match ground {
        Ground::Stated(_) => "stated in the text".to_owned(),
        Ground::Inferred { spans, .. } => {
            let several = spans.iter().any(|anchor| Some(anchor.article) != spans.first().map(|first| first.article));
            if several { "worked out from your articles" } else { "worked out from the text" }.to_owned()
        }
        Ground::Field(name) => format!("from the file’s field {name}"),
        // No file beside theirs sets anything: it was the reader.
        Ground::Editor(_) => "set by you".to_owned(),
    }
}

/// The header of an article, as a reader would set it.
pub(crate) fn header(article: &Article) -> Set {
    let text = |traced: &Traced<String>| traced.value.clone();
    let published = article.header.published.as_ref().map(|when| {
        let Published { date, time, zone, .. } = &when.value;
        let time = time.map(|time| format!("T{:02}:{:02}", time.hour(), time.minute()));
        day::iso(*date) + &time.unwrap_or_default() + zone.as_deref().unwrap_or_default()
    });
    let header = &article.header;
    Set { headline: header.headline.as_ref().map(text), outlet: header.outlet.as_ref().map(text), date: published }
}
