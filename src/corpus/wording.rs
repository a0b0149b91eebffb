//! How the page puts values into words: days, times, reading time. One place, so that every view says it alike.

use crate::article::{Article, BlockKind, Published};
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
        assert_eq!([minutes(0), minutes(238), minutes(600)], [1, 1, 3]);
    }
}
