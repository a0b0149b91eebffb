//! Clauses that say that something is not so, or is refused.

use super::term::Keyed;
use crossread_corpus::index::token::Token;

/// The name of the family of words that refuse.
pub(super) const REFUSAL: &str = "reject";

const NEGATED_VERBS: [&str; 18] = [
    "do", "does", "did", "is", "are", "was", "were", "wo", "would", "ca", "could", "has", "have", "had", "should",
    "need", "must", "might",
];

/// The clauses of a segment, at least one: from which byte on, and whether it says that something is not so, or is refused:
/// an odd number of words deny. What a "that" leads is denied with the clause it belongs to; `led` by one denied before.
pub(super) fn denied_clauses(text: &str, tokens: &[Token], keyed: &[Keyed], led: bool) -> Vec<(u32, bool)> {
    const SUBORDINATORS: [&str; 17] = [
        "although", "though", "while", "because", "since", "which", "who", "whose", "where", "when", "if", "unless",
        "despite", "after", "before", "as", "but",
    ];
    const SAYING: [&str; 7] = ["said", "says", "added", "adds", "adding", "stressed", "insisted"];
    let mut clauses = vec![(tokens.first().map_or(0, |token| token.span.start()), led)];
    for (at, (token, keyed)) in tokens.iter().zip(keyed).enumerate() {
        if at > 0 {
            let gap = &text[tokens[at - 1].span.end() as usize..token.span.start() as usize];
            let led = token.form == "that";
            // "rejected the offer |and said that …"
            let says =
                token.form == "and" && tokens.get(at + 1).is_some_and(|next| SAYING.contains(&next.form.as_str()));
            if led || says || SUBORDINATORS.contains(&token.form.as_str()) || gap.contains([',', ';']) {
                let last = clauses[clauses.len() - 1].1;
                clauses.push((token.span.start(), led && last));
            }
        }
        if denies(token, keyed, tokens.get(at + 1)) {
            let last = clauses.len() - 1;
            clauses[last].1 = !clauses[last].1;
        }
    }
    clauses
}

/// True for a word that denies or refuses; "not only" and "no doubt" deny nothing.
fn denies(token: &Token, keyed: &Keyed, next: Option<&Token>) -> bool {
    const NEGATIONS: [&str; 9] = ["not", "no", "never", "neither", "without", "cannot", "nobody", "none", "nothing"];
    let form = token.form.as_str();
    let verb = || form.len() > 3 && form.ends_with("nt") && NEGATED_VERBS.contains(&&form[..form.len() - 2]);
    let affirms = next.is_some_and(|next| matches!(next.form.as_str(), "only" | "just" | "merely" | "doubt" | "later"));
    &*keyed.key == REFUSAL || ((NEGATIONS.contains(&form) || verb()) && !affirms)
}
