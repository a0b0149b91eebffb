//! A reader's corrections on the seeds: what they change follows everywhere, what they do not stays, and the file that is
//! downloaded is one that the build reads.

use super::{
    golden::root,
    walk::{lines, sheet_of, walk},
};
use crate::{collection, read::folder, reading::testing::reading};
use crossread_corpus::{
    collection::Collection,
    correction::{Correction, Finding, naming::key, write::corpus_toml},
    facet::Facet,
    index::Index,
    links,
    results::Library,
    sheet::Piece,
    span::Anchor,
    view::{Lens, View},
};
use proptest::prelude::*;
use std::{collections::BTreeSet, env, fs, path::PathBuf, process};

fn seeds() -> Library {
    with_index(folder(&root().join("seeds")).and_then(collection).expect("the seeds can be read"))
}

fn with_index(collection: Collection) -> Library {
    let index = Index::build(&collection.articles);
    Library::new(collection, index)
}

/// Panics when a number points to something else than it should.
fn check_sound(found: &Collection) {
    let Collection { articles, links, .. } = found;
    assert!(links.is_sound(articles));
    let of = |at: links::Anchor| &articles[at.article as usize].annotations;
    for member in links.comparison.figures.iter().flat_map(|group| &group.members) {
        assert_eq!(of(member.anchor).figures[member.figure as usize].span, member.anchor.span);
    }
    for member in links.comparison.events.iter().flat_map(|event| &event.members) {
        assert!(of(member.anchor).times[member.time as usize].span.overlaps(member.anchor.span));
    }
    for claim in &links.comparison.claims.claims {
        assert!(claim.articles().len() > 1 && (claim.exemplar as usize) < claim.members.len());
        for member in &claim.members {
            if let links::claim::Speaking::Attributed(at) | links::claim::Speaking::Quoted(at) = member.voice {
                assert!((at as usize) < of(member.anchor).attributions.len());
            }
        }
    }
    let mut seen = BTreeSet::new();
    for entity in &links.entities {
        let mentions = entity.members.iter().map(|member| {
            assert!(seen.insert((member.article, member.entity)), "an entity is in one linked one");
            articles[member.article as usize].annotations.entity(member.entity).map_or(0, |own| own.mentions.len())
        });
        assert_eq!(mentions.sum::<usize>(), entity.count() as usize, "spellings are counted");
    }
    let own: usize = articles.iter().map(|article| article.annotations.entities.len()).sum();
    assert_eq!(seen.len(), own, "every entity is in a linked one");
}

/// For each value of the facets of names, how many articles hold it: looked up one by one.
fn check_counts(library: &Library) {
    let found = &library.collection;
    for (facet, counts) in library.answer(&View::default()).counts {
        if !matches!(facet, Facet::Person | Facet::Organisation | Facet::Place) {
            continue;
        }
        for count in counts.iter().filter(|count| !count.value.is_empty()) {
            let named =
                found.links.entities.iter().filter(|e| e.kind.name() == facet.name() && e.shown(found) == count.value);
            let members = named.flat_map(|entity| &entity.members);
            let holds = members.filter(|m| found.articles[m.article as usize].tells_of(m.entity));
            let articles: BTreeSet<u32> = holds.map(|member| member.article).collect();
            assert_eq!(articles.len(), count.articles, "{} {}", facet.name(), count.value);
        }
    }
}

#[test]
fn every_finding_of_the_seeds_can_be_hidden() {
    let library = seeds();
    let mut hidden = 0;
    for article in library.articles() {
        let found = &article.annotations;
        let names = found.mentions.iter().map(|mention| mention.span);
        let names = names.chain(found.entities.iter().flat_map(|entity| entity.references.iter().map(|r| r.span)));
        let all = (names.map(|span| (Finding::Name, span)))
            .chain(found.figures.iter().map(|figure| (Finding::Figure, figure.span)))
            .chain(found.times.iter().map(|time| (Finding::Date, time.span)))
            .chain(found.attributions.iter().map(|a| (Finding::Attribution, a.content[0])));
        for (nth, (finding, span)) in all.enumerate() {
            let at = vec![Anchor { article: article.key, span }];
            let corrected = library.corrected(&[Correction::Hide(finding, at)]);
            check_sound(&corrected.collection);
            let now = &corrected.collection.get(article.key).expect("it stays").annotations;
            let count = |a: &crossread_corpus::annotation::Annotations| {
                let references: usize = a.entities.iter().map(|entity| entity.references.len()).sum();
                a.mentions.len() + references + a.figures.len() + a.times.len() + a.attributions.len()
            };
            assert!(count(now) < count(found), "{} {}", finding.name(), article.slice(span));
            if nth % 16 == 0 {
                check_counts(&corrected);
            }
            hidden += 1;
        }
    }
    assert!(hidden > 100, "{hidden}");
}

/// Pairs of a name and another spelling that the seeds join.
fn joined(library: &Library) -> Vec<(String, String)> {
    let written = |at: links::Anchor| {
        let text = library.articles()[at.article as usize].slice(at.span);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut pairs = Vec::new();
    for entity in &library.collection.links.entities {
        let name = written(entity.name);
        let others = entity.spellings.iter().map(|spelling| written(spelling.anchor));
        pairs.extend(others.filter(|other| key(other) != key(&name)).map(|other| (name.clone(), other)));
    }
    pairs
}

/// Whether an entity has both spellings.
fn has_both(found: &Collection, one: &str, other: &str) -> bool {
    found.links.entities.iter().any(|entity| {
        let spelled = |name: &str| {
            entity
                .spellings
                .iter()
                .any(|s| key(found.articles[s.anchor.article as usize].slice(s.anchor.span)) == key(name))
        };
        spelled(one) && spelled(other)
    })
}

#[test]
fn every_spelling_of_the_seeds_can_be_parted_and_joined_again() {
    let library = seeds();
    let pairs = joined(&library);
    assert!(pairs.len() > 5, "{}", pairs.len());
    for (name, spelling) in &pairs {
        let part = Correction::Part(name.clone(), spelling.clone());
        let parted = library.corrected(std::slice::from_ref(&part));
        check_sound(&parted.collection);
        check_counts(&parted);
        assert!(!has_both(&parted.collection, name, spelling), "{name} {spelling}");
        assert!(parted.collection.links.entities.len() > library.collection.links.entities.len());
        let again = library.corrected(&[part, Correction::Join(name.clone(), spelling.clone())]);
        check_sound(&again.collection);
        check_counts(&again);
        assert!(has_both(&again.collection, name, spelling), "{name} {spelling}");
    }
}

/// A folder with the seeds and this `corpus.toml`.
fn build(name: &str, corpus: &str) -> Result<(Vec<Correction>, Collection), String> {
    let dir: PathBuf = env::temp_dir().join(format!("crossread-seeds-{}-{name}", process::id()));
    fs::create_dir_all(&dir).expect("a folder can be made");
    for entry in fs::read_dir(root().join("seeds")).expect("it is there").map(|entry| entry.expect("a file")) {
        fs::copy(entry.path(), dir.join(entry.file_name())).expect("a file can be copied");
    }
    fs::write(dir.join("corpus.toml"), corpus).expect("a file can be written");
    let read = folder(&dir).and_then(|folder| Ok((folder.corrections.editor.corrections.clone(), collection(folder)?)));
    fs::remove_dir_all(&dir).expect("the folder can be removed");
    read.map_err(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// What a reader may set right on these views, one of each kind, as the buttons have it.
fn offered(library: &Library) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let mut kinds = BTreeSet::new();
    let names = joined(library).into_iter().map(|(name, _)| name);
    let pages = names.map(|of| View { lens: Lens::Names, of, ..View::default() });
    let claims = &library.collection.links.comparison.claims.claims;
    let claims = claims.iter().take(6).map(|claim| {
        let of = crossread_corpus::lens::coverage::name(&library.collection, claim);
        View { lens: Lens::Coverage, of, ..View::default() }
    });
    let lens = [Lens::Coverage, Lens::Overview].map(|lens| View { lens, ..View::default() });
    for view in lens.into_iter().chain(claims).chain(pages) {
        for piece in lines(&sheet_of(library, &view)).into_iter().flatten() {
            let Piece::Correct { correction, label, words } = piece else { continue };
            assert!(label.starts_with(&**words), "what is seen is said: {label}");
            let kind = match &**correction {
                Correction::Hide(finding, _) => finding.name(),
                _ => "name parted",
            };
            if kinds.insert(kind) {
                found.push((**correction).clone());
            }
        }
    }
    let places: Vec<&str> = kinds.into_iter().collect();
    assert_eq!(places, ["claim", "difference", "member", "name parted"]);
    found
}

#[test]
fn what_is_downloaded_builds_the_page_so_corrected() {
    let library = seeds();
    let mut corrections = offered(&library);
    for article in library.articles().iter().take(3) {
        let found = &article.annotations;
        let at = |span| vec![Anchor { article: article.key, span }];
        corrections.extend(found.figures.first().map(|figure| Correction::Hide(Finding::Figure, at(figure.span))));
        corrections.extend(found.times.last().map(|time| Correction::Hide(Finding::Date, at(time.span))));
        corrections.extend(found.attributions.last().map(|a| Correction::Hide(Finding::Attribution, at(a.content[0]))));
        corrections.extend(found.mentions.last().map(|mention| Correction::Hide(Finding::Name, at(mention.span))));
    }
    let corrected = library.corrected(&corrections);
    check_sound(&corrected.collection);
    let walked = walk(&corrected, &[Lens::Overview, Lens::Coverage, Lens::Names, Lens::Voices, Lens::Figures], 300);
    assert!(walked.views > 50, "{}", walked.views);
    for correction in &corrections {
        if let Correction::Part(one, other) = correction {
            assert!(has_both(&library.collection, one, other) && !has_both(&corrected.collection, one, other));
        }
    }
    let file = corpus_toml(&library.collection, &corrections);
    assert!(file.starts_with(library.collection.editor.text.trim_end()), "the editor's own stays:\n{file}");
    let (read, built) = build("download", &file).expect("the file is one that the build reads");
    assert_eq!(read, [library.collection.editor.corrections.clone(), corrections.clone()].concat());
    check_sound(&built);
    for correction in &corrections {
        match correction {
            Correction::Part(one, other) => assert!(!has_both(&built, one, other), "{one} {other}"),
            Correction::Hide(Finding::Claim, at) => {
                let at: Vec<_> = at.iter().filter_map(|at| built.place(*at)).collect();
                let claims = &built.links.comparison.claims.claims;
                let holds =
                    |claim: &links::claim::Claim| at.iter().all(|at| claim.members.iter().any(|m| m.anchor == *at));
                assert!(!claims.iter().any(holds));
            }
            _ => {}
        }
    }
    // what is built so says what is corrected, and can be added to
    assert_eq!(corpus_toml(&built, &[]), file);
}

#[test]
fn a_file_that_ends_anywhere_can_be_added_to() {
    let collection = |text: &str| {
        let mut found = crate::analyse(vec![reading("a", "Ann Poe left. Poe is ill.")], None);
        text.clone_into(&mut found.editor.text);
        found
    };
    let part = [Correction::Part("Ann Poe".into(), "Poe".into())];
    for text in ["", "title = 'T'", "[aliases]\n'A' = 'B' # why\n\n", "[[parted]]\nnames = ['A', 'B']\n"] {
        let file = corpus_toml(&collection(text), &part);
        let editor = crate::editor::corpus("corpus.toml", &file).expect("it can be read");
        let last = editor.corrections.last().map(|written| written.says.clone());
        assert_eq!(last, Some(crate::editor::Says::Parted("Ann Poe".into(), "Poe".into())), "{file}");
    }
}

proptest! {
    #[test]
    fn any_text_survives_the_file(one in ".{0,12}|[\"\\\\\n\t\r\u{0}-\u{1f}\u{7f}]{0,6}", other in ".{0,8}") {
        let file = corpus_toml(&Collection::default(), &[Correction::Join(one.clone(), other.clone())]);
        let read: toml::Table = file.parse().expect("it is TOML");
        let names = read["joined"][0]["names"].as_array().expect("a list").iter().map(|name| name.as_str());
        prop_assert_eq!(names.collect::<Vec<_>>(), [Some(one.as_str()), Some(other.as_str())]);
    }
}
