//! What is over: "the strike has ended".

use crossread_corpus::index::token::Token;

/// Words by which something is over.
const ENDINGS: [&str; 15] = [
    "end",
    "ends",
    "ended",
    "ending",
    "finished",
    "concluded",
    "lifted",
    "resume",
    "resumed",
    "resumes",
    "reopened",
    "returned",
    "cancelled",
    "canceled",
    "adjourned",
];

/// True where something is over; "wrapped up", but not "wrapped in flags".
pub(super) fn is_over(tokens: &[Token]) -> bool {
    let wrapped =
        |pair: &[Token]| pair[0].form == "wrapped" && ["up", "late", "early"].contains(&pair[1].form.as_str());
    tokens.iter().any(|token| ENDINGS.contains(&token.form.as_str())) || tokens.windows(2).any(wrapped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossread_corpus::{index::token::tokens, span::Span};

    #[test]
    fn what_is_wrapped_up_is_over_and_what_is_wrapped_is_not() {
        let is_over = |text: &str| is_over(&tokens(text, Span::of(0, text.len())));
        assert!(is_over("The strike has ended.") && is_over("They wrapped up the talks."));
        assert!(!is_over("They came wrapped in flags.") && !is_over("The strike goes on."));
    }
}
