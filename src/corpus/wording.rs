//! How the page puts values into words: days, times, reading time. One place, so that every view says it alike.

use crate::{
    article::{Article, BlockKind, Published},
    attribution::{Attribution, Form, Kind, Stance},
    figure::{Amount, Figure, FigureKind, Qualifier},
    ground::{Ground, Rule, Traced},
    layer::Layer,
    time::TimeKind,
};
use jiff::civil::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Words a minute in silent reading of non-fiction (Brysbaert 2019, J. Mem. Lang. 109).
const READING_SPEED: usize = 238;

/// "16 Aug 2020".
pub fn day(date: Date) -> String {
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    format!("{} {month} {}", date.day(), date.year())
}

/// "16 Aug 2020, 21:47 IST (updated)".
pub fn published(published: &Published) -> String {
    let mut words = day(published.date);
    if let Some(time) = published.time {
        words += &format!(", {:02}:{:02}", time.hour(), time.minute());
    }
    if let Some(zone) = &published.zone {
        words += &format!(" {zone}");
    }
    if published.updated {
        words += " (updated)";
    }
    words
}

/// A language by its English name where it is a common one, or else its tag.
pub fn language(tag: &str) -> String {
    let name = match tag.split('-').next().unwrap_or(tag) {
        "ar" => "Arabic",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "hi" => "Hindi",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        _ => return tag.to_owned(),
    };
    name.to_owned()
}

/// One word for where a value comes from; empty where the text itself or the file states it.
pub fn badge<T>(value: Option<&Traced<T>>) -> &'static str {
    match value.map(|value| &value.ground) {
        Some(Ground::Inferred { .. }) => "inferred",
        Some(Ground::Editor(_)) => "set by the editor",
        Some(Ground::Stated(_) | Ground::Field(_)) | None => "",
    }
}

/// A kind of block in words, inside a sentence.
pub const fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Dateline => "time line",
        BlockKind::Outlet => "outlet line",
        BlockKind::Byline => "byline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph | BlockKind::Repeat(_) => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "page furniture",
    }
}

/// What stands before a block that is not the story; `None` for the story, its headings, and text that is repeated.
pub const fn role(kind: BlockKind) -> Option<&'static str> {
    Some(match kind {
        BlockKind::Caption => "Caption",
        BlockKind::Dateline => "Time",
        BlockKind::Outlet => "Outlet",
        BlockKind::Byline => "Byline",
        BlockKind::Credit => "Credit",
        BlockKind::Boilerplate => "Page furniture",
        BlockKind::Headline
        | BlockKind::Standfirst
        | BlockKind::Crosshead
        | BlockKind::Paragraph
        | BlockKind::Repeat(_) => return None,
    })
}

/// The CSS class of a block; empty for the story's own paragraphs.
pub const fn class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Dateline => "dateline",
        BlockKind::Outlet => "outlet-line",
        BlockKind::Byline => "byline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph => "",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "furniture",
        BlockKind::Repeat(_) => "repeat",
    }
}

/// How many words the story has: headline, standfirst, crossheads, paragraphs and captions, repeats counted once.
pub fn word_count(article: &Article) -> usize {
    let counted = |kind| {
        matches!(
            kind,
            BlockKind::Headline
                | BlockKind::Standfirst
                | BlockKind::Crosshead
                | BlockKind::Paragraph
                | BlockKind::Caption
        )
    };
    let blocks = article.blocks.iter().filter(|block| counted(block.kind));
    blocks.map(|block| article.slice(block.span).split_whitespace().count()).sum()
}

/// Minutes it takes to read `words`, at least one.
pub const fn minutes(words: usize) -> usize {
    let minutes = (words + READING_SPEED / 2) / READING_SPEED;
    if minutes == 0 { 1 } else { minutes }
}

/// "1 article", "3 articles".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "7,000", "2.5": at most three decimals, thousands apart.
pub fn number(value: f64) -> String {
    // by hand: the standard formatting of floats is larger than all the rest of this file
    let thousandths = (value.abs() * 1000.0 + 0.5) as u64;
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    let digits = whole.to_string();
    let mut words = String::from(if value < 0.0 && thousandths > 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    if rest > 0 {
        words += format!(".{rest:03}").trim_end_matches('0');
    }
    words
}

/// "17 Aug 2020" or "17 Aug 2020 to 20 Aug 2020".
pub fn days((first, last): (Date, Date)) -> String {
    if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) }
}

/// A layer of marks, as the button that switches it says.
pub const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Quotes => "Quotes",
        Layer::Names => "Names",
        Layer::Dates => "Dates",
        Layer::Figures => "Figures",
        Layer::Voice => "Voice",
    }
}

/// What a rule's name says: "verb clause".
pub fn rule(rule: &Rule) -> String {
    rule.0.replace('-', " ")
}

/// What kind of words somebody's words are, as a heading.
pub const fn saying(attribution: &Attribution) -> &'static str {
    match (attribution.kind, attribution.form) {
        (Kind::Chant, _) => "Chant",
        (Kind::Scare, _) => "Words at arm’s length",
        (Kind::Headline, _) => "Quoted in the headline",
        (Kind::Partial, _) => "Partial quotation",
        (Kind::Speech, Form::Direct) => "Direct quotation",
        (Kind::Speech, Form::Mixed) => "Reported and quoted",
        (Kind::Speech, Form::Indirect) => "Reported speech",
    }
}

/// How a cue presents what is said.
pub const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Asserting => "asserting",
        Stance::Conceding => "conceding",
        Stance::Denying => "denying",
        Stance::Doubting => "doubting",
        Stance::Accusing => "accusing",
        Stance::Criticising => "criticising",
        Stance::Praising => "praising",
        Stance::Promising => "promising",
        Stance::Warning => "warning",
        Stance::Asking => "asking",
        Stance::Demanding => "demanding",
        Stance::Believing => "believing",
        Stance::Wanting => "wanting",
        Stance::Showing => "showing",
        Stance::Seeming => "nobody is named who says so",
    }
}

/// "more than 7,000", "10 to 15 per cent": an amount without what is counted.
pub fn amount(figure: &Figure) -> String {
    let Amount { low, high, qualifier } = figure.amount;
    let bounds = if low == high { number(low) } else { format!("{} to {}", number(low), number(high)) };
    let bent = match qualifier {
        Qualifier::Exact => bounds,
        Qualifier::Rounded => format!("{bounds}, a round number"),
        Qualifier::Vague => format!("{bounds}, by order of magnitude"),
        other => format!("{} {bounds}", other.name().replace('-', " ")),
    };
    match &figure.measured_in {
        Some(unit) if unit == "%" => format!("{bent} per cent"),
        Some(unit) => format!("{bent} ({unit})"),
        None => bent,
    }
}

/// What kind of number a figure is.
pub const fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "count",
        FigureKind::Percentage => "percentage",
        FigureKind::Fraction => "fraction",
        FigureKind::Money => "money",
        FigureKind::Age => "age",
        FigureKind::Duration => "duration",
        FigureKind::Rank => "rank",
        FigureKind::Measure => "measure",
    }
}

/// What kind of time expression, in words.
pub const fn time_kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "day or period",
        TimeKind::Time => "time of day",
        TimeKind::Duration => "length of time",
        TimeKind::Set => "again and again",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_and_times_are_put_into_words() {
        let mut when = Published { date: date(2021, 3, 5), time: None, zone: None, updated: false };
        assert_eq!(published(&when), "5 Mar 2021");
        when = Published { time: Some(time(6, 5, 0, 0)), zone: Some("IST".to_owned()), updated: true, ..when };
        assert_eq!(published(&when), "5 Mar 2021, 06:05 IST (updated)");
        assert_eq!([0.0, 0.75, 1.5, 7000.0, 1_234_567.0].map(number), ["0", "0.75", "1.5", "7,000", "1,234,567"]);
        assert_eq!([minutes(0), minutes(238), minutes(600)], [1, 1, 3]);
    }
}
