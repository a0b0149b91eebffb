//! Units of time, their TIMEX3 values, and counting with them.

use jiff::{ToSpan, civil::Date};

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season(Season),
    Year,
    Decade,
    Century,
}

/// A season.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A stretch of days with its TIMEX3 value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Period {
    /// "2020-W33".
    pub(super) value: String,
    /// First and last day.
    pub(super) days: (Date, Date),
}

impl Unit {
    /// The unit that `word` (in small letters) names, and whether it is a plural.
    pub(super) fn named(word: &str) -> Option<(Self, bool)> {
        let plural = word.len() > 3 && word.ends_with('s');
        let singular = if plural { &word[..word.len() - 1] } else { word };
        let unit = match singular {
            "second" => Self::Second,
            "minute" | "min" => Self::Minute,
            "hour" | "hr" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "weekend" => Self::Weekend,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "spring" => Self::Season(Season::Spring),
            "summer" => Self::Season(Season::Summer),
            "fall" | "autumn" => Self::Season(Season::Fall),
            "winter" => Self::Season(Season::Winter),
            "year" | "yr" => Self::Year,
            "decade" => Self::Decade,
            _ => match word {
                "century" => return Some((Self::Century, false)),
                "centuries" => return Some((Self::Century, true)),
                _ => return None,
            },
        };
        Some((unit, plural))
    }

    /// The value of `number` of these: "P2Y", "PT90M"; "X" stands for a number that is not said.
    pub(super) fn duration(self, number: &str) -> String {
        match self {
            Self::Second => format!("PT{number}S"),
            Self::Minute => format!("PT{number}M"),
            Self::Hour => format!("PT{number}H"),
            Self::Day => format!("P{number}D"),
            Self::Week => format!("P{number}W"),
            Self::Weekend => format!("P{number}WE"),
            Self::Month => format!("P{number}M"),
            Self::Quarter => format!("P{number}Q"),
            Self::Season(season) => format!("P{number}{}", season.code()),
            Self::Year => format!("P{number}Y"),
            Self::Decade => format!("P{number}DE"),
            Self::Century => format!("P{number}CE"),
        }
    }

    /// The period of this unit that lies `by` units from the one `day` is in; `None` for clock units and far dates.
    pub(super) fn period(self, day: Date, by: i32) -> Option<Period> {
        if by.unsigned_abs() > 100_000 {
            return None;
        }
        match self {
            Self::Second | Self::Minute | Self::Hour => None,
            Self::Day => Some(of_day(day.checked_add(by.days()).ok()?)),
            Self::Week => of_week(day.checked_add(by.weeks()).ok()?),
            Self::Weekend => {
                let week = of_week(day.checked_add(by.weeks()).ok()?)?;
                let saturday = week.days.0.checked_add(5.days()).ok()?;
                Some(Period { value: format!("{}-WE", week.value), days: (saturday, week.days.1) })
            }
            Self::Month => {
                let month = day.first_of_month().checked_add(by.months()).ok()?;
                of_month(month.year(), month.month())
            }
            Self::Quarter => {
                let month = day.first_of_month().checked_add((by * 3).months()).ok()?;
                of_quarter(month.year(), (month.month() - 1) / 3 + 1)
            }
            Self::Season(season) => season.of(day.year().checked_add(i16::try_from(by).ok()?)?),
            Self::Year => of_year(day.year().checked_add(i16::try_from(by).ok()?)?),
            Self::Decade => of_decade(day.year().checked_add(i16::try_from(by * 10).ok()?)?),
            Self::Century => of_century((i32::from(day.year()) / 100 + 1 + by).try_into().ok()?),
        }
    }

    /// The period `by` units before or behind `day` itself, as fine as the unit is: "two weeks ago", "a year ago".
    pub(super) fn away(self, day: Date, by: i32) -> Option<Period> {
        match self {
            Self::Weekend => self.period(day, by),
            Self::Season(_) | Self::Second | Self::Minute | Self::Hour => None,
            _ => self.period(day, by),
        }
    }
}

impl Season {
    const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// The season of `year`, by the months it mostly covers in the north; winter is the one that ends the year.
    pub(super) fn of(self, year: i16) -> Option<Period> {
        let (from, to) = match self {
            Self::Spring => (3, 5),
            Self::Summer => (6, 8),
            Self::Fall => (9, 11),
            Self::Winter => (12, 2),
        };
        let first = Date::new(year, from, 1).ok()?;
        let last = Date::new(if to < from { year.checked_add(1)? } else { year }, to, 1).ok()?.last_of_month();
        Some(Period { value: format!("{year:04}-{}", self.code()), days: (first, last) })
    }
}

/// One day.
pub(super) fn of_day(day: Date) -> Period {
    Period { value: day.to_string(), days: (day, day) }
}

/// The ISO week that holds `day`.
pub(super) fn of_week(day: Date) -> Option<Period> {
    let week = day.iso_week_date();
    let first = week.first_of_week().ok()?.date();
    let last = first.checked_add(6.days()).ok()?;
    Some(Period { value: format!("{:04}-W{:02}", week.year(), week.week()), days: (first, last) })
}

/// A month.
pub(super) fn of_month(year: i16, month: i8) -> Option<Period> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Period { value: format!("{year:04}-{month:02}"), days: (first, first.last_of_month()) })
}

/// A quarter, 1 to 4.
pub(super) fn of_quarter(year: i16, quarter: i8) -> Option<Period> {
    let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
    let last = Date::new(year, quarter * 3, 1).ok()?.last_of_month();
    Some(Period { value: format!("{year:04}-Q{quarter}"), days: (first, last) })
}

/// A half year, 1 or 2.
pub(super) fn of_half(year: i16, half: i8) -> Option<Period> {
    let first = Date::new(year, half * 6 - 5, 1).ok()?;
    let last = Date::new(year, half * 6, 1).ok()?.last_of_month();
    Some(Period { value: format!("{year:04}-H{half}"), days: (first, last) })
}

/// A year.
pub(super) fn of_year(year: i16) -> Option<Period> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(Period { value: format!("{year:04}"), days: (first, first.last_of_year()) })
}

/// The decade that holds `year`.
pub(super) fn of_decade(year: i16) -> Option<Period> {
    let from = year - year.rem_euclid(10);
    let last = Date::new(from.checked_add(9)?, 12, 31).ok()?;
    Some(Period { value: format!("{:03}", from / 10), days: (Date::new(from, 1, 1).ok()?, last) })
}

/// A century by its number: the 20th is 1900 to 1999, as people use it.
pub(super) fn of_century(number: i16) -> Option<Period> {
    let from = number.checked_sub(1)?.checked_mul(100)?;
    let last = Date::new(from.checked_add(99)?, 12, 31).ok()?;
    Some(Period { value: format!("{:02}", number - 1), days: (Date::new(from, 1, 1).ok()?, last) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn check(unit: Unit, by: i32, value: &str, first: Date, last: Date) {
        let period = unit.period(date(2020, 8, 17), by).expect("a near date");
        assert_eq!((period.value.as_str(), period.days), (value, (first, last)));
    }

    #[test]
    fn periods() {
        check(Unit::Day, -1, "2020-08-16", date(2020, 8, 16), date(2020, 8, 16));
        check(Unit::Week, -1, "2020-W33", date(2020, 8, 10), date(2020, 8, 16));
        check(Unit::Weekend, -1, "2020-W33-WE", date(2020, 8, 15), date(2020, 8, 16));
        check(Unit::Month, -8, "2019-12", date(2019, 12, 1), date(2019, 12, 31));
        check(Unit::Quarter, 1, "2020-Q4", date(2020, 10, 1), date(2020, 12, 31));
        check(Unit::Year, -1, "2019", date(2019, 1, 1), date(2019, 12, 31));
        check(Unit::Decade, -3, "199", date(1990, 1, 1), date(1999, 12, 31));
        check(Unit::Century, -1, "19", date(1900, 1, 1), date(1999, 12, 31));
        check(Unit::Season(Season::Winter), -1, "2019-WI", date(2019, 12, 1), date(2020, 2, 29));
    }

    #[test]
    fn far_dates_are_none() {
        assert_eq!(Unit::Year.period(date(9000, 1, 1), 30_000), None);
        assert_eq!(Unit::Day.period(date(2020, 1, 1), i32::MAX), None);
    }
}
