//! ISO days as text: read, counted, and written for readers. It knows neither today nor time zones.

use crate::words::Words;
use chrono::{Datelike, NaiveDate};

/// A whole day, if the text is one.
pub(crate) fn day(iso: &str) -> Option<NaiveDate> {
    (iso.len() == 10).then(|| NaiveDate::parse_from_str(iso, "%Y-%m-%d").ok()).flatten()
}

/// Days from one to the other, negative if `to` is the earlier; nothing if either is not a day.
pub(crate) fn days_between(from: &str, to: &str) -> Option<i64> {
    Some((day(to)? - day(from)?).num_days())
}

/// "31 December 2023", "March 2021", "2021"; what is none of these is shown as it stands.
pub(crate) fn long(iso: &str, words: &Words) -> String {
    if let Some(day) = day(iso) {
        return (words.say.day)(day.year(), words.labels.months[day.month0() as usize], day.day());
    }
    if iso.len() == 7
        && let Some(first) = day(&format!("{iso}-01"))
    {
        return (words.say.month)(first.year(), words.labels.months[first.month0() as usize]);
    }
    iso.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_dates() {
        let check = |iso, expect| assert_eq!(long(iso, &Words::english()), expect);
        check("2023-12-31", "31 December 2023");
        check("2024-02-29", "29 February 2024");
        check("2021-03", "March 2021");
        check("2021", "2021");
        check("2023-02-30", "2023-02-30");
        check("spring", "spring");
        check("", "");
    }

    #[test]
    fn counts_days() {
        let check = |from, to, expect| assert_eq!(days_between(from, to), expect);
        check("2023-12-31", "2024-01-01", Some(1));
        check("2024-01-01", "2023-12-31", Some(-1));
        check("2024-02-28", "2024-03-01", Some(2));
        check("2024", "2024-03-01", None);
    }
}
