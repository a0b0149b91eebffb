//! Claims of invented accounts: what is joined, what is not, and what only one has.

use crate::link::{
    comparison::compare,
    tests::{collection, show},
};
use crossread_corpus::links::claim::{Cell, Claims, OnlyKind, Speaking, Standing};

const ROE: &str = "Published March 9, 2021\n\nMayor Jane Roe rejected calls for a repeat election in Graz. Police detained \
    hundreds of bakers near the old mill, John Doe said. Her brother collects antique clocks made of walnut.";
const DOE: &str = "Published March 8, 2021\n\nJane Roe, the mayor of Graz, has dismissed demands for a revote. Hundreds of \
    bakers were arrested near the mill, according to John Doe.";

/// What is found in `texts`.
pub(super) fn claims(texts: &[&str]) -> (Vec<crossread_corpus::article::Article>, Claims) {
    let collection = collection(texts);
    let found = compare(&collection.articles, &collection.links).claims;
    (collection.articles, found)
}

#[test]
fn the_same_in_other_words_is_one_claim() {
    let (articles, found) = claims(&[ROE, DOE]);
    let shown: Vec<Vec<String>> =
        found.claims.iter().map(|c| c.members.iter().map(|m| show(&articles, m.anchor)).collect()).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[0][0].contains("repeat election") && shown[0][1].contains("revote"), "{shown:?}");
    assert!(shown[1][0].contains("detained") && shown[1][1].contains("arrested"), "{shown:?}");
    assert!(matches!(found.claims[1].members[1].voice, Speaking::Attributed(_)), "{:?}", found.claims[1]);
}

#[test]
fn what_one_article_alone_has_is_only_there() {
    let (articles, found) = claims(&[ROE, DOE]);
    let sentences: Vec<String> = found
        .only_here
        .iter()
        .filter(|only| only.kind == OnlyKind::Sentence)
        .map(|only| show(&articles, only.anchor))
        .collect();
    assert_eq!(sentences, ["Her brother collects antique clocks made of walnut."]);
    let shown: Vec<Option<Standing>> = found.standing[0].iter().copied().filter(Option::is_some).collect();
    assert_eq!(shown, [Some(Standing::Varied), Some(Standing::Varied), Some(Standing::OnlyHere)]);
}

#[test]
fn a_cell_says_reported_published_before_or_not_found() {
    let (articles, found) = claims(&[
        "Published March 12, 2021\n\nThe mill of Graz burned on March 11, ruining Jane Roe and her bakery.",
        "Published March 13, 2021\n\nJane Roe lost her bakery when the mill of Graz burned on March 11.",
        "Published March 9, 2021\n\nJane Roe of Graz likes walnut clocks.",
        "Published March 14, 2021\n\nJane Roe of Graz likes walnut clocks and old maps.",
    ]);
    let fire = found.claims.iter().find(|c| show(&articles, c.exemplar().anchor).contains("burned")).expect("a claim");
    let cells: Vec<Cell> = (0..).zip(&articles).map(|(number, article)| fire.cell(number, article)).collect();
    assert_eq!(cells[0], Cell::Reports(vec![0]));
    assert_eq!(cells[2], Cell::PublishedBefore);
    assert_eq!(cells[3], Cell::NotMentioned { nearest: None });
}

#[test]
fn a_denial_is_not_the_claim_and_a_chant_is_nobodys() {
    let (_, found) = claims(&[
        "Jane Roe of Graz said the miller had poisoned the flour supplies.",
        "The miller of Graz had not poisoned the flour supplies, Jane Roe was told.",
    ]);
    assert_eq!(found.claims, []);
    let (_, found) = claims(&[
        "In Graz, bakers chanted “Free bread forever!” as Jane Roe left.",
        "Millers in Graz shouted “Free bread forever!” when Jane Roe came.",
    ]);
    assert_eq!(found.claims, []);
}

#[test]
fn a_claim_is_called_by_what_its_accounts_share() {
    let (articles, found) = claims(&[
        "The Guild of Millers condemned the brutal crackdown on striking bakers in Graz as a disgrace.",
        "Police in Graz answered the striking bakers with a brutal crackdown.",
    ]);
    let called: Vec<String> = found.claims.iter().map(|c| show(&articles, c.exemplar().anchor)).collect();
    assert_eq!(called.len(), 1, "{called:?}");
    assert!(called[0].contains("brutal crackdown"), "{called:?}");
    assert!(!called[0].contains("condemned") && !called[0].contains("disgrace"), "{called:?}");
}

#[test]
fn a_claim_of_figures_is_called_by_the_one_that_leaves_room_for_the_others() {
    let (articles, found) = claims(&[
        "Jane Roe of Graz said almost 70 bakers were arrested.",
        "Dozens of bakers were arrested in Graz, Jane Roe said.",
    ]);
    let called: Vec<String> = found.claims.iter().map(|c| show(&articles, c.exemplar().anchor)).collect();
    assert_eq!(called.len(), 1, "{called:?}");
    assert!(called[0].starts_with("Dozens"), "{called:?}");
}

#[test]
fn what_shares_only_the_rest_of_a_sentence_is_not_close() {
    let (articles, found) = claims(&[
        "Jane Roe ended her 12-year rule over the bakers of Graz on Monday.",
        "The 12-year rule of Jane Roe is over, the millers said.",
        "The bakers of Graz bake rye bread on Monday.",
    ]);
    let rule = found.claims.iter().find(|c| show(&articles, c.exemplar().anchor).contains("rule")).expect("a claim");
    assert!(matches!(rule.cell(2, &articles[2]), Cell::NotMentioned { .. }), "{rule:?}");
}

#[test]
fn no_claim_holds_another() {
    let (articles, found) = claims(&[
        "Photo: as hundreds of bakers marched through Graz\n\nHundreds of bakers marched through Graz on Monday, Jane Roe said.",
        "On Monday dozens of bakers marched through Graz, Jane Roe said.",
        "Bakers marched through Graz for the third day, Jane Roe said.",
    ]);
    let members = |number: usize| -> Vec<String> {
        found.claims[number].members.iter().map(|m| show(&articles, m.anchor)).collect()
    };
    let all: Vec<Vec<String>> = (0..found.claims.len()).map(members).collect();
    let held = |one: usize, other: usize| one != other && all[one].iter().all(|member| all[other].contains(member));
    assert!(!all.is_empty());
    assert!(!(0..all.len()).any(|one| (0..all.len()).any(|other| held(one, other))), "{all:?}");
}

#[test]
fn what_is_told_on_the_eve_of_something_may_be_that() {
    let (articles, found) = claims(&[
        "Published March 8, 2021\n\nThe Guild of Millers has called an emergency assembly of all bakers on Tuesday to discuss the flour crisis in Graz.",
        "Published March 8, 2021\n\nJane Roe spoke to the mayor on the eve of an emergency assembly of the bakers to discuss the flour crisis in Graz.",
    ]);
    let held = found.claims.iter().any(|claim| {
        claim.articles().len() == 2 && claim.members.iter().all(|m| show(&articles, m.anchor).contains("emergency"))
    });
    assert!(held, "{:?}", found.claims);
}

#[test]
fn a_place_with_the_telling_word_is_close_however_little_else_it_has() {
    let (articles, found) = claims(&[
        "Jane Roe said that there was external pressure on her. Her brother collects antique clocks.",
        "There has been external pressure, Jane Roe complained. The mill burned in March.",
        "John Doe told the millers that exerting pressure would be unacceptable. Jane Roe likes old maps.",
    ]);
    let pressure = found.claims.iter().find(|c| c.members.len() == 2).expect("a claim");
    let Cell::Close(at) = pressure.cell(2, &articles[2]) else { panic!("{pressure:?}") };
    assert!(show(&articles, at).contains("exerting pressure"), "{}", show(&articles, at));
}

#[test]
fn the_words_of_somebody_named_nowhere_else_are_only_there() {
    let (articles, found) = claims(&[
        "Mayor Jane Roe said the town would provide flour to the bakers. John Doe thinks of old clocks. A miller asked.",
        "Jane Roe promised that the town would provide flour to the bakers. The Union of Millers, which has six members, \
         said it would think about flour if John Doe asked.",
    ]);
    let only: Vec<String> = found.only_here.iter().map(|only| show(&articles, only.anchor)).collect();
    assert!(
        only.iter().any(|words| words.starts_with("The Union of Millers") && words.ends_with("Doe asked.")),
        "{only:?}"
    );
    let joined =
        |text: &str| found.claims.iter().flat_map(|c| &c.members).any(|m| show(&articles, m.anchor).contains(text));
    assert!(joined("provide flour") && !joined("think about"), "{:?}", found.claims);
}

#[test]
fn who_does_the_same_to_the_same_other_is_one_statement() {
    let appeal = |words: &str| {
        let (articles, found) = claims(&[
            "Mayor Jane Roe had long issued an appeal to John Doe as old clocks vanished.",
            &format!("Jane Roe lately turned to {words}, a walnut dealer, after trouble with maps."),
            "John Doe and Ann Poe, who trade walnuts, know Jane Roe. Maps are cheap.",
        ]);
        let joined =
            |text: &str| found.claims.iter().flat_map(|c| &c.members).any(|m| show(&articles, m.anchor).contains(text));
        joined("appeal") && joined("turned to")
    };
    assert!(appeal("John Doe"));
    assert!(!appeal("Ann Poe"));
}

#[test]
fn an_account_that_tells_the_same_thing_in_a_claim_of_its_own_is_close() {
    let nationwide = [
        "Published March 8, 2021\n\nGraz is full of nationwide opposition protests. Jane Roe likes maps.",
        "Published March 8, 2021\n\nThere are nationwide opposition protests in Graz. Jane Roe bakes rye bread.",
    ];
    let cell = |first: &str, second: &str| {
        let dated = |text: &str| format!("Published March 8, 2021\n\n{text}");
        let (articles, found) = claims(&[&dated(first), &dated(second), nationwide[0], nationwide[1]]);
        let claim = found.claims.iter().find(|claim| claim.members[0].anchor.article == 0).expect("a claim");
        claim.cell(3, &articles[3])
    };
    let goes_on = cell(
        "Protests go on against the newly re-elected mayor Jane Roe.",
        "Many protests go on against the re-elected Jane Roe.",
    );
    assert!(matches!(goes_on, Cell::Close(_)), "{goes_on:?}");
    let who =
        cell("Two protesters were poisoned by bait, Jane Roe said.", "Jane Roe said bait poisoned two protesters.");
    assert!(!matches!(who, Cell::Close(_)), "who protests is not the protest: {who:?}");
}

#[test]
fn a_member_speaks_in_the_voice_of_the_words_it_shares() {
    let (articles, found) = claims(&[
        "“We will all perish,” Mayor Jane Roe told the bakers of Graz.",
        "Jane Roe said on the square, before hundreds of bakers and millers of Graz, that in trouble “we will perish”.",
    ]);
    let perish =
        found.claims.iter().find(|c| show(&articles, c.exemplar().anchor).contains("perish")).expect("a claim");
    assert!(perish.members.iter().all(|m| matches!(m.voice, Speaking::Quoted(_))), "{perish:?}");
}

#[test]
fn what_only_points_back_to_what_was_told_is_not_only_there() {
    let (articles, found) = claims(&[
        "Jane Roe accused the millers of Graz of theft. Dealers made similar allegations. Her brother collects clocks.",
        "Jane Roe accused the millers of Graz of theft.",
    ]);
    let only: Vec<String> = found.only_here.iter().map(|only| show(&articles, only.anchor)).collect();
    assert!(only.iter().any(|words| words.contains("clocks")), "{only:?}");
    assert!(!only.iter().any(|words| words.contains("similar")), "{only:?}");
}

/// Whether `one` and `other` make a claim, beside what both tell of a mill.
fn is_claim(one: &str, other: &str) -> bool {
    let mill = "Jane Roe rebuilt the old mill of Graz.";
    let (articles, found) = claims(&[&format!("{one} {mill}"), &format!("{mill} {other}")]);
    found.claims.iter().any(|claim| !show(&articles, claim.exemplar().anchor).contains("mill"))
}

#[test]
fn words_that_stand_apart_say_nothing_together() {
    let apart = "Some bakers would campaign for Jane Roe.";
    assert!(is_claim(apart, "Bakers campaign for Jane Roe."));
    assert!(!is_claim(
        apart,
        "Jane Roe met bakers from all the towns on the river, which began its campaign in March."
    ));
}

#[test]
fn who_asks_or_names_a_condition_states_nothing() {
    assert!(is_claim("Jane Roe will attack the bakers of Graz.", "Jane Roe attacks the bakers."));
    assert!(!is_claim("How hard will Jane Roe attack the bakers of Graz?", "Jane Roe attacks the bakers."));
    assert!(!is_claim("If Jane Roe attacks the bakers of Graz, they lose.", "Jane Roe attacks the bakers."));
}

#[test]
fn a_question_states_nothing_even_where_it_is_quoted() {
    let attack = "Jane Roe attacks the bakers.";
    assert!(is_claim("“Jane Roe will attack the bakers of Graz,” he said.", attack));
    assert!(!is_claim("“How hard will Jane Roe attack the bakers of Graz?” he asked.", attack));
}

#[test]
fn what_has_no_verb_states_nothing() {
    let threat = "The bakers of Graz threaten to strike.";
    assert!(is_claim(threat, "Jane Roe sold all her walnut clocks, as bakers threatened to strike in Graz."));
    assert!(!is_claim(
        threat,
        "Jane Roe sold all her walnut clocks, amid the threat of a strike by the bakers in Graz."
    ));
}

#[test]
fn a_clause_with_who_tells_of_the_person_before_it() {
    let roe = "The walnut clocks are those of Jane Roe, who served as the chief adviser of the guild.";
    assert!(is_claim(roe, "In Linz the old mill went to Jane Roe, who served the guild as its chief adviser."));
    assert!(!is_claim(roe, "In Linz the old mill went to John Doe, who served the guild as its chief adviser."));
}

#[test]
fn numbers_of_different_things_are_no_reason() {
    let lost = "Jane Roe lost 10 of the races in Graz.";
    assert!(is_claim(lost, "In Graz 10 races were lost by her."));
    assert!(!is_claim(lost, "In Graz 10 bakeries were lost to the flood."));
}

#[test]
fn who_somebody_is_is_not_what_is_told() {
    assert!(!is_claim(
        "The millers met Senator John Doe, Mayor Ann Poe and Governor Ben Loe.",
        "Clocks were sold by Senator John Doe, Mayor Ann Poe and Governor Ben Loe."
    ));
}

#[test]
fn what_is_told_of_other_people_is_another_thing() {
    let roe = "Jane Roe has momentum after the race in Graz.";
    assert!(is_claim(roe, "Jane Roe gained momentum in the race."));
    assert!(!is_claim(roe, "John Doe gained momentum in the race."));
}

#[test]
fn what_most_tell_in_a_word_of_their_own_is_one_claim() {
    const LEAD: &str = "Published March 9, 2021\n\n";
    let tell = |text: &str| format!("{LEAD}{text} Her brother collects antique clocks made of walnut.");
    let texts = [
        tell("Graz is full of nationwide opposition protests."),
        tell("The opposition has answered the mayor with nationwide demonstrations."),
        tell("Jane Roe was named mayor in a ceremony that began a wave of anti-government protests."),
        tell("Opponents of Jane Roe then organized protests near the mill."),
        tell("The nationwide protests of the opposition ended near the mill."),
    ];
    let told = |count: usize| {
        let texts: Vec<&str> = texts[..count].iter().map(String::as_str).collect();
        let (articles, found) = claims(&texts);
        let holds = |claim: &crossread_corpus::links::claim::Claim| {
            claim.members.iter().any(|member| show(&articles, member.anchor).contains("full of nationwide"))
        };
        found.claims.iter().find(|claim| holds(claim)).map(|claim| claim.articles()).unwrap_or_default()
    };
    assert_eq!(told(4), [0, 1, 2, 3], "each says that there were protests by the opposition");
    assert_eq!(told(5), [0, 1, 2, 3], "and not that they are over");
}

#[test]
fn a_claim_is_not_called_by_a_number_that_one_account_gives() {
    let (articles, found) = claims(&[
        "Published March 9, 2021\n\nNationwide marches by bakers drew 9,400 people.",
        "Published March 9, 2021\n\nDozens of people saw nationwide marches by the bakers in the old streets of Graz.",
        "Published March 9, 2021\n\nNationwide marches by bakers filled the old streets and squares of Graz.",
    ]);
    let march = found.claims.iter().find(|claim| claim.articles().len() == 3).expect("a claim");
    let called = show(&articles, march.exemplar().anchor);
    assert!(called.contains("filled"), "{called}");
}

#[test]
fn what_is_like_every_account_of_it_joins_them() {
    let (articles, found) = claims(&[
        "Published March 9, 2021\n\nJane Roe earlier made an appeal to King John Doe as she fought for her mill.",
        "Published March 9, 2021\n\nThe besieged Jane Roe raised another call for King John Doe to intervene in Graz.",
        "Published March 9, 2021\n\nJane Roe turned to King John Doe for help in a surprising step.",
    ]);
    let told: Vec<Vec<u32>> = found.claims.iter().map(|claim| claim.articles()).collect();
    assert_eq!(
        told,
        [[0, 1, 2]],
        "{:?}",
        found.claims.iter().map(|c| show(&articles, c.exemplar().anchor)).collect::<Vec<_>>()
    );
}

#[test]
fn to_accuse_is_no_more_than_what_of() {
    let (articles, found) = claims(&[
        "Published March 9, 2021\n\nJohn Doe accused Graz of meddling in the ballot. Bakers sold bread.",
        "Published March 9, 2021\n\nAccused of rigging the ballot, Jane Roe left. Bakers ate their bread.",
    ]);
    assert_eq!(found.claims, []);
    let only: Vec<String> = found.only_here.iter().map(|only| show(&articles, only.anchor)).collect();
    assert!(only.iter().any(|only| only.contains("meddling")), "{only:?}");
}

#[test]
fn a_reply_is_not_told_before_the_charge() {
    const CHARGE: &str = "Mayor Jane Roe accused the European Union on Tuesday of poisoning the river near Graz.";
    const REPLY: &str =
        "“The European Union never poisoned the river,” a European Union spokesman in Graz told Jane Roe.";
    let (articles, found) = claims(&[
        &format!("Published March 10, 2021\n\n{CHARGE} {REPLY}"),
        &format!("Published March 10, 2021\n\n{CHARGE} {REPLY}"),
        "Published March 8, 2021\n\nMayor Jane Roe likes walnut clocks.",
        &format!("Published March 11, 2021\n\n{CHARGE}"),
    ]);
    let reply = found.claims.iter().find(|claim| show(&articles, claim.exemplar().anchor).contains("never")).unwrap();
    assert_eq!(reply.cell(2, &articles[2]), Cell::PublishedBefore);
    assert!(matches!(reply.cell(3, &articles[3]), Cell::Against(_)), "{:?}", reply.cell(3, &articles[3]));
}

#[test]
fn what_is_said_beside_a_refusal_is_not_refused() {
    let (_, found) = claims(&[
        "Miller Jane Roe rejected the charge and said that there is no poison in the flour of Graz.",
        "“There is no poison in the flour of Graz,” miller Jane Roe said.",
    ]);
    assert_eq!(found.claims.len(), 1, "{found:?}");
}

#[test]
fn what_is_denied_elsewhere_is_something_against_it() {
    let (articles, found) = claims(&[
        "The Kessel Dam was opened too late, miller Jane Roe told bakers in Graz.",
        "Bakers in Graz say the Kessel Dam was opened too late.",
        "The owner rejected claims that it had opened the Kessel Dam too late, Jane Roe of Graz heard.",
    ]);
    let cell = found.claims[0].cell(2, &articles[2]);
    assert!(matches!(cell, Cell::Against(_)), "{cell:?}");
}
