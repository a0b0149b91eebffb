//! Small collections in, corrected ones out.

use crate::{collection, read::folder};
use crossread_corpus::{collection::Collection, links::claim::PINNED};
use std::{env, fs, path::PathBuf, process};

/// What a folder with these files and this `corpus.toml` gives.
fn corrected(name: &str, texts: &[&str], corpus: &str) -> Result<Collection, String> {
    let dir: PathBuf = env::temp_dir().join(format!("crossread-{}-{name}", process::id()));
    fs::create_dir_all(&dir).expect("a folder can be made");
    for (number, text) in texts.iter().enumerate() {
        fs::write(dir.join(format!("{number}.txt")), text).expect("a file can be written");
    }
    fs::write(dir.join("corpus.toml"), corpus).expect("a file can be written");
    let found = folder(&dir).and_then(collection);
    fs::remove_dir_all(&dir).expect("the folder can be removed");
    found.map_err(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The linked entities by their spellings.
fn names(found: &Collection) -> Vec<String> {
    assert!(found.links.is_sound(&found.articles));
    let written = |at: crossread_corpus::links::Anchor| found.articles[at.article as usize].slice(at.span).to_owned();
    let all = found.links.entities.iter().map(|entity| {
        let mut spellings: Vec<String> = entity.spellings.iter().map(|spelling| written(spelling.anchor)).collect();
        spellings.sort();
        format!("{}: {}", written(entity.name), spellings.join("="))
    });
    all.collect()
}

const POE: [&str; 2] = [
    "Anna Poe left Oslo on Monday. Poe said she was tired.",
    "Anna Poe has left the town. The baker, Poe, did not say why. Bo Rye stayed.",
];

#[test]
fn parted_spellings_stay_apart_over_articles_and_within_them() {
    let joined = names(&corrected("whole", &POE, "").expect("it is read"));
    assert!(joined.contains(&"Anna Poe: Anna Poe=Poe".to_owned()), "{joined:?}");
    let parted = corrected("parted", &POE, "[[parted]]\nnames = ['Anna Poe', 'Poe']").expect("it is read");
    let found = names(&parted);
    assert!(
        found.contains(&"Anna Poe: Anna Poe".to_owned()) && !found.iter().any(|f| f.contains("Poe=Poe")),
        "{found:?}"
    );
    assert!(found.iter().any(|f| f == "Poe: Poe"), "{found:?}");
    // what Poe says is Poe's
    let article = &parted.articles[0];
    let said = article.annotations.attributions.iter().find_map(|a| a.entity).expect("somebody speaks");
    assert_eq!(article.slice(article.annotations.entities[said.0 as usize].name), "Poe");
}

#[test]
fn of_two_corrections_of_the_same_names_the_later_one_holds() {
    let both = "[aliases]\n'Bo Rye' = ['Anna Poe']\n[[parted]]\nnames = ['Bo Rye', 'Anna Poe']\n";
    let apart = names(&corrected("apart", &POE, both).expect("it is read"));
    assert!(apart.contains(&"Bo Rye: Bo Rye".to_owned()), "{apart:?}");
    let again = format!("{both}[[joined]]\nnames = ['Anna Poe', 'Bo Rye']\n");
    let one = names(&corrected("one", &POE, &again).expect("it is read"));
    assert!(one.contains(&"Anna Poe: Anna Poe=Bo Rye=Poe".to_owned()), "{one:?}");
}

const FLOOD: [&str; 3] = [
    "Published 4 March 2021\n\nThe river Alm flooded the old mill on Tuesday. Some 40 millers were rescued from the roof.",
    "Published 5 March 2021\n\nThe old mill was flooded by the river Alm on Tuesday. Firemen rescued 45 millers from the roof.",
    "Published 6 March 2021\n\nThe mayor closed the school. Pupils cheered in the yard.",
];

fn claims(found: &Collection) -> Vec<String> {
    assert!(found.links.is_sound(&found.articles));
    let comparison = &found.links.comparison;
    let shown = comparison.claims.claims.iter().map(|claim| {
        let words = claim.members.iter().map(|member| {
            let at = member.anchor;
            found.articles[at.article as usize].slice(at.span).to_owned()
        });
        let topic = claim.topic.as_ref().map(|topic| format!("{}: ", topic.value)).unwrap_or_default();
        format!("{topic}{}", words.collect::<Vec<_>>().join(" | "))
    });
    shown.collect()
}

#[test]
fn claims_are_dropped_and_pinned() {
    let plain = claims(&corrected("claims", &FLOOD, "").expect("it is read"));
    assert!(plain.iter().any(|claim| claim.contains("flooded the old mill")), "{plain:?}");
    let dropped = "[[hidden]]\nfinding = 'claim'\nat = [{ article = '0.txt', words = 'flooded the old mill' }]";
    let found = claims(&corrected("dropped", &FLOOD, dropped).expect("it is read"));
    assert!(!found.iter().any(|claim| claim.contains("flooded")), "{found:?}");
    let pinned = "[[pinned]]\ntopic = 'The town'\nat = [\n{ article = '2.txt', words = 'The mayor closed the school.' },\n\
                  { article = '0.txt', words = 'Some 40 millers' },\n]";
    let found = corrected("pinned", &FLOOD, pinned).expect("it is read");
    let all = claims(&found);
    assert!(all.iter().any(|claim| claim.starts_with("The town: Some 40") && claim.contains("| The mayor")), "{all:?}");
    let claim = found.links.comparison.claims.claims.iter().find(|claim| claim.rule == PINNED).expect("it is marked");
    assert_eq!(claim.exemplar().anchor.article, 2, "the first place given stands for it");
}

#[test]
fn a_hidden_figure_is_nowhere() {
    let found = corrected("figures", &FLOOD, "").expect("it is read");
    assert!(!found.links.comparison.figures.is_empty());
    let hidden = "[[hidden]]\nfinding = 'figure'\nat = { article = '1.txt', words = '45' }";
    let found = corrected("hidden", &FLOOD, hidden).expect("it is read");
    assert!(found.links.comparison.figures.is_empty() && found.articles[1].annotations.figures.is_empty());
    assert!(found.links.comparison.differences.iter().all(|d| !d.line.contains("45")));
}

#[test]
fn a_correction_without_a_finding_is_refused_with_its_line() {
    let idle = "\n\n[[hidden]]\nfinding = 'date'\nat = { article = '1.txt', words = '45' }";
    assert_eq!(
        corrected("idle", &FLOOD, idle).expect_err("it is no date"),
        "corpus.toml, line 3: nothing of this kind is found at these words of 1.txt; give the words as they are marked on \
         the page, or take the correction out"
    );
    let loose = "[[pinned]]\nat = [{ article = '1.txt', words = 'Published 5' }, { article = '0.txt', words = '40' }]";
    assert_eq!(
        corrected("loose", &FLOOD, loose).expect_err("it is no sentence"),
        "corpus.toml, line 1: some of these words are in no sentence of the story; give the words of sentences, not of page \
         furniture, credits or repeated lines"
    );
}
