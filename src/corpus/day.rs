//! Civil days and clock times as text and as bytes. The library's own formatting and parsing would add 40 KB to the page.

use jiff::civil::{Date, Time};

/// "2020-08-16".
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Reads [`iso`]'s form.
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Days in a shard: three numbers.
pub(crate) mod date {
    use super::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        (date.year(), date.month(), date.day()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let (year, month, day) = Deserialize::deserialize(from)?;
        Date::new(year, month, day).map_err(|_| D::Error::custom("no such day"))
    }
}

/// First and last days in a shard.
pub(crate) mod range {
    use super::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super::date")] Date);

    #[expect(clippy::ref_option, reason = "serde asks for this shape")]
    pub(crate) fn serialize<S: Serializer>(days: &Option<(Date, Date)>, to: S) -> Result<S::Ok, S::Error> {
        days.map(|(first, last)| (Day(first), Day(last))).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<(Date, Date)>, D::Error> {
        let days: Option<(Day, Day)> = Deserialize::deserialize(from)?;
        Ok(days.map(|(first, last)| (first.0, last.0)))
    }
}

/// First and last days that are always there.
pub(crate) mod span {
    use super::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super::date")] Date);

    pub(crate) fn serialize<S: Serializer>(days: &(Date, Date), to: S) -> Result<S::Ok, S::Error> {
        (Day(days.0), Day(days.1)).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<(Date, Date), D::Error> {
        let (first, last): (Day, Day) = Deserialize::deserialize(from)?;
        Ok((first.0, last.0))
    }
}

/// Clock times in a shard: hour, minute, second.
pub(crate) mod time {
    use super::Time;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    #[expect(clippy::ref_option, reason = "serde asks for this shape")]
    pub(crate) fn serialize<S: Serializer>(time: &Option<Time>, to: S) -> Result<S::Ok, S::Error> {
        time.map(|time| (time.hour(), time.minute(), time.second())).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
        let time: Option<(i8, i8, i8)> = Deserialize::deserialize(from)?;
        let read =
            |(hour, minute, second)| Time::new(hour, minute, second, 0).map_err(|_| D::Error::custom("no such time"));
        time.map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_back_as_written() {
        for text in ["2020-08-16", "0001-01-01", "9999-12-31"] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
        for text in ["2020-8-16", "2020-02-30", "2020-08", "x", "2020-08-16T10", "+020-08-16"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
