//! Finds the places an editor's corrections are about: which article is meant, and where its words stand.

use crate::{
    editor::{Editor, Place, Says},
    read::folder::Corrections,
    reading::Reading,
    rejection::Rejection,
};
use crossread_corpus::{
    correction::{self, Correction, quote},
    span::Anchor,
};

/// The corrections of `editor` by the places they are about, and a refusal for each that fits no article. `files` are
/// all that the folder holds.
pub(super) fn corrections(readings: &[Reading], editor: &Editor, files: &[&str]) -> (Corrections, Vec<Rejection>) {
    let mut found = Corrections::default();
    found.editor.text.clone_from(&editor.text);
    let mut rejections = Vec::new();
    for written in &editor.corrections {
        let all = |places: &[Place]| -> Result<Vec<Anchor>, Option<Rejection>> {
            places.iter().map(|at| place(readings, files, at)).collect()
        };
        let names = |one: &str, other: &str| match [one, other].into_iter().find(|name| !is_written(readings, name)) {
            Some(name) => Err(Some(refused(
                written.line,
                format!("no article has the name \"{name}\""),
                "write it as an article does, or take the correction out",
            ))),
            None => Ok((one.to_owned(), other.to_owned())),
        };
        let correction = match &written.says {
            Says::Parted(one, other) => names(one, other).map(|(one, other)| Correction::Part(one, other)),
            Says::Joined(one, other) => names(one, other).map(|(one, other)| Correction::Join(one, other)),
            Says::Hidden(finding, at) => all(at).map(|at| Correction::Hide(*finding, at)),
            Says::Pinned(topic, at) => all(at).map(|at| Correction::Pin { topic: topic.clone(), at }),
        };
        match correction {
            Ok(correction) => {
                found.editor.corrections.push(correction);
                found.lines.push(written.line);
            }
            Err(rejection) => rejections.extend(rejection),
        }
    }
    (found, rejections)
}

fn refused(line: usize, problem: String, remedy: &str) -> Rejection {
    Rejection::new("corpus.toml", problem, remedy).at(format!("line {line}"))
}

/// True when an article writes the name so, but for small and capital letters.
fn is_written(readings: &[Reading], name: &str) -> bool {
    let name = correction::naming::key(name);
    readings.iter().any(|reading| {
        let named = |text: &str| correction::naming::key(text).contains(&name);
        // names do not run over empty lines
        reading.text.split("\n\n").any(named)
    })
}

/// Where the words of a place stand; `None` instead of a refusal where the article's file itself was refused.
fn place(readings: &[Reading], files: &[&str], place: &Place) -> Result<Anchor, Option<Rejection>> {
    let Place { line, article: name, quote } = place;
    let last = |file: &str| file.rsplit('/').next() == Some(name.as_str());
    let by = |holds: &dyn Fn(&Reading) -> bool| readings.iter().filter(|reading| holds(reading)).collect::<Vec<_>>();
    let mut meant = by(&|reading| reading.id == *name);
    if meant.is_empty() {
        meant = by(&|reading| reading.origin.file == *name);
    }
    if meant.is_empty() {
        meant = by(&|reading| last(&reading.origin.file));
    }
    let reading = match meant[..] {
        [reading] => reading,
        [] if files.iter().any(|file| last(file) || *file == name) => return Err(None),
        [] => {
            let remedy = "write the article's file name as it stands in the folder";
            return Err(Some(refused(*line, format!("no article is called \"{name}\""), remedy)));
        }
        _ => {
            let ids: Vec<&str> = meant.iter().map(|reading| reading.id.as_str()).collect();
            let problem = format!("\"{name}\" may be {}", ids.join(" or "));
            return Err(Some(refused(*line, problem, "write one of these")));
        }
    };
    match quote::places(&reading.text, quote)[..] {
        [span] => Ok(Anchor { article: reading.key, span }),
        [] => {
            let around =
                if quote.before.is_empty() && quote.after.is_empty() { "" } else { " with what is around them" };
            let problem = format!("the words \"{}\" are not in {name}{around}", quote.words);
            Err(Some(refused(*line, problem, "copy them from the article as they are now, or take the correction out")))
        }
        ref all => {
            let problem = format!("the words \"{}\" stand {} times in {name}", quote.words, all.len());
            let remedy = "add before = \"WORDS\" or after = \"WORDS\", as they stand right before or behind them";
            Err(Some(refused(*line, problem, remedy)))
        }
    }
}

#[cfg(test)]
mod tests;
