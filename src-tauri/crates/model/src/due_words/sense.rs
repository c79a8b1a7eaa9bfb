//! What a word can mean in a due, whatever the language. A word may have several senses; the grammar asks for the one
//! that can stand where it is.
//!
//! Does not hold any words (`english`, `french`) and does not know in what order they stand (`times`, `forms`).

/// A stretch of time that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    /// Cannot be counted without a list of holidays.
    WorkingDay,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

impl Unit {
    /// Months in one, where it is made of months.
    pub(super) const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::Year => Some(12),
            Self::Day | Self::WorkingDay | Self::Week => None,
        }
    }
}

/// Which part of a month, quarter or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// First third of a month, first quarter of a year.
    Early,
    /// Up to the middle.
    Mid,
    /// Last third of a month, last quarter of a year.
    Late,
    /// Names no part: the last day of the whole.
    End,
}

/// One sense of a word or of a few words together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Month(u32),
    Weekday,
    Count(u32),
    /// 0: the last.
    Ordinal(u32),
    /// What follows the digits of an ordinal.
    OrdinalMark,
    Unit(Unit),
    /// The letter before the number of a quarter, of a half year.
    QuarterMark,
    HalfMark,
    Budget,
    Part(Part),
    /// The end of the year, as one word.
    YearEnd,
    Season,
    Decade,
    /// Introduces the last time that is allowed.
    By,
    /// Introduces a time within which, or at which.
    In,
    The,
    Of,
    /// Says nothing about when, after a time.
    Tail,
    To,
    Between,
    And,
    From,
    Until,
    Before,
    After,
    /// From what an interval is counted: “three months from”.
    CountedFrom,
    This,
    Next,
    /// After an interval: it is counted from the day on which it was said.
    Ahead,
    Every,
    /// Every second one.
    Other,
    Times,
    /// Once, twice.
    TimesCount(u32),
    Per,
    /// Months between two occurrences, in one word.
    Recurs(u32),
    Basis,
    Regular,
    /// What is given again and again: a report, a review.
    Report,
    TooOften,
    TwoMeanings,
    /// Nothing can be known about the day.
    Never,
    If,
    /// Adds a condition to a time.
    Proviso,
    /// A condition that is complete.
    IfAlone,
    /// Ends a condition.
    IfTail,
    StageNoun,
    /// The beginning or end of something: a stage, or a part of a happening.
    EdgeNoun,
    PlaceNoun,
    EventNoun,
    /// Stands between nouns.
    Link,
}

/// The words of one language.
pub(super) struct Language {
    /// Senses with their words, parted by `|`: small letters, no accents, no apostrophes or hyphens.
    pub words: &'static [(Sense, &'static str)],
    /// The noun that says what it is stands last among its adjectives.
    pub noun_last: bool,
}
