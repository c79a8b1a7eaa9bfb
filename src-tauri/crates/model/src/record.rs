//! The rows that the log knows: each noun with its fields, declared once. The name of a field here is its column in SQL
//! and its name in the log, so names are additive only (`tests/it/fields.rs` keeps their list).
//!
//! Does not hold kept (derived) columns: those belong to the store and are never logged.

use crate::vocabulary::{
    ActorKind, Aim, CommitmentKind, CrosswalkKind, CustomKind, DecisionKind, Direction, EvidenceKind, Force, Health, Level,
    LinkKind, ListKind, ObstacleKind, Practice, Priority, Reach, ResultLevel, Role, Stance, Standing, Term, Verdict,
};
use crate::{Day, Status, due::DueKind};
use uuid::Uuid;

/// A row of this file: its local number and its identity everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ref {
    /// Row number, in this file only.
    pub rid: i64,
    pub id: Uuid,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    Ref(Ref),
}

/// A type that can stand in a cell.
pub trait Cell {
    /// Whether the cell points at another row.
    const REFERENCE: bool = false;
    /// Whether the cell holds somebody's words.
    const WORDS: bool = false;
    fn value(&self) -> Value;
}

impl Cell for String {
    const WORDS: bool = true;
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}
impl Cell for bool {
    fn value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}
impl Cell for i64 {
    fn value(&self) -> Value {
        Value::Int(*self)
    }
}
impl Cell for Day {
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
}
impl Cell for Ref {
    const REFERENCE: bool = true;
    fn value(&self) -> Value {
        Value::Ref(*self)
    }
}
impl<T: Cell> Cell for Option<T> {
    const REFERENCE: bool = T::REFERENCE;
    const WORDS: bool = T::WORDS;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::value)
    }
}

/// One column that the log knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Field {
    /// `None`: a field that every item has.
    pub kind: Option<Kind>,
    pub name: &'static str,
    pub reference: bool,
    /// It holds somebody's words: what emptying the bin takes away.
    pub words: bool,
}

/// A noun as a row.
pub trait Record {
    const KIND: Kind;
    const FIELDS: &'static [Field];
    /// Its cells, in the order of `FIELDS`.
    fn values(&self) -> Vec<Value>;
}

/// The fields that every item has, of whatever kind.
pub mod item {
    use super::Field;
    /// Not for export.
    pub const PRIVATE: Field = Field { kind: None, name: "private", reference: false, words: false };
    pub const PRIVATE_WHY: Field = Field { kind: None, name: "private_why", reference: false, words: true };
    /// See [`super::Life`].
    pub const LIFE: Field = Field { kind: None, name: "life", reference: false, words: false };
    pub const FIELDS: &[Field] = &[PRIVATE, PRIVATE_WHY, LIFE];
    /// The table that holds them.
    pub const TABLE: &str = "item";
}

/// Whether a row counts. Nothing leaves the file by an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    Live = 0,
    /// The user put it into the bin.
    Bin = 1,
    /// Its creation was undone.
    Undone = 2,
    /// It was in the bin when this was emptied: its words are gone.
    Gone = 3,
}

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident = $code:literal $table:literal $letter:literal { $($(#[$fdoc:meta])* $field:ident: $ty:ty),+ $(,)? })+) => {
        /// What a row is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[cfg_attr(feature = "clap", derive(clap::ValueEnum))]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "clap", value(rename_all = "snake_case"))]
        pub enum Kind { $($name = $code),+ }

        impl Kind {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its table, which is its name.
            pub const fn table(self) -> &'static str { match self { $(Self::$name => $table),+ } }

            /// The letter that begins its short reference; empty where it has none.
            pub const fn letter(self) -> &'static str { match self { $(Self::$name => $letter),+ } }

            /// The number that stands in `item.kind`.
            pub const fn code(self) -> i64 { self as i64 }

            pub fn from_code(code: i64) -> Option<Self> { Self::ALL.iter().copied().find(|k| k.code() == code) }

            pub const fn fields(self) -> &'static [Field] { match self { $(Self::$name => <$name as Record>::FIELDS),+ } }

            /// The field of that name, one that every item has included.
            pub fn field(self, name: &str) -> Option<Field> {
                self.fields().iter().chain(item::FIELDS).copied().find(|f| f.name == name)
            }
        }

        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $name { $($(#[$fdoc])* pub $field: $ty),+ }

            #[allow(non_upper_case_globals)]
            impl $name {
                $(pub const $field: Field = Field { kind: Some(Kind::$name), name: stringify!($field), reference: <$ty as Cell>::REFERENCE, words: <$ty as Cell>::WORDS };)+
            }

            impl Record for $name {
                const KIND: Kind = Kind::$name;
                const FIELDS: &'static [Field] = &[$($name::$field),+];
                fn values(&self) -> Vec<Value> { vec![$(Cell::value(&self.$field)),+] }
            }
        )+
    };
}

records! {
    /// A document that recommends or declares.
    Source = 1 "source" "S" {
        short: String, title: String, publisher: Option<String>, symbol: Option<String>,
        /// ISO, as precise as it is known: `2021`, `2021-03`, `2021-03-25`.
        published: Option<String>,
        /// BCP 47.
        language: Option<String>,
        standing: Option<Standing>,
        /// Months after which its commitments are due for a word again.
        review_months: Option<i64>,
    }
    /// One item of a source; with a parent it is a Part, one level deep.
    Recommendation = 2 "recommendation" "R" {
        source: Ref, parent: Option<Ref>,
        /// Place in the source's own order.
        ord: i64,
        label: Option<String>, section: Option<String>, page: Option<String>, line: Option<i64>, line_end: Option<i64>,
        heading: Option<String>, text: String, force: Option<Force>,
        /// Why it is contested; nothing where it is not.
        contested: Option<String>,
        priority: Option<Priority>,
        /// Whom the line is meant for, where a heading of its source would mislead.
        aim: Option<Aim>,
        /// What must be there first.
        precondition: Option<String>, risk: Option<String>, contingency: Option<String>,
        /// Why doing it should bring about what is wanted.
        theory: Option<String>,
        /// What was in place already when it was made.
        already: Option<String>,
        /// Score by four criteria, 0 to 3 each: helps several areas, can be done with what is there, shows on the ground,
        /// keeps agreement.
        enables: Option<i64>, feasible: Option<i64>, impact: Option<i64>, consensus: Option<i64>,
        /// A remark of the register about the text.
        remark: Option<String>,
    }
    /// Who is asked, undertakes or reports.
    Actor = 3 "actor" "A" {
        name: String, short: Option<String>, kind: ActorKind, level: Option<Level>, parent: Option<Ref>,
        successor: Option<Ref>, succeeded_on: Option<Day>,
        /// The actor that this one turned out to be; rows that name it stay as they are.
        merged_into: Option<Ref>,
        /// Why it was merged.
        merged_why: Option<String>,
        /// A contact at work, as the officer typed it.
        contact: Option<String>,
        /// Months after which what it leads is due for a word again.
        review_months: Option<i64>,
    }
    /// Another name of an actor, or an earlier label of a recommendation.
    Alias = 4 "alias" "" { of: Ref, name: String }
    /// An actor asked by a recommendation.
    Addressee = 5 "addressee" "" {
        recommendation: Ref, actor: Ref, named: bool, confirmed: bool,
        /// When it was sent to the actor, and the day by which an answer is asked.
        sent_on: Option<Day>, reply_by: Option<Day>,
    }
    /// A named classification.
    Framework = 6 "framework" "" { name: String }
    /// One term of a framework.
    Theme = 7 "theme" "" { framework: Ref, name: String, ord: i64 }
    /// A theme on an item.
    ThemeOf = 8 "theme_of" "" { theme: Ref, of: Ref }
    /// A dated happening that dues can hang on. Its days stand in [`EventDate`].
    Event = 9 "event" "V" { name: String }
    /// What one actor undertook.
    Commitment = 10 "commitment" "C" {
        deliverable: String, kind: CommitmentKind,
        /// The day on which it was undertaken, where known.
        made_on: Option<Day>,
        /// On what occasion it was undertaken: a ministerial, a visit, a debate.
        occasion: Option<String>,
        /// How completion will be recognised.
        done_when: Option<String>,
        /// The post responsible, never a person's name.
        post: Option<String>,
        /// The desk colleague who follows it.
        handler: Option<String>,
        /// What the actor itself declared as a limit.
        caveat: Option<String>,
        /// Worded by the desk and not anyone's word yet.
        drafted: bool,
        /// The series that it was made with.
        series: Option<Ref>,
        /// A contact at work, as the officer typed it.
        contact: Option<String>,
        /// The level of result that it is about.
        result_level: Option<ResultLevel>,
        /// Months after which it is due for a word again.
        review_months: Option<i64>,
    }
    /// An actor's part in a commitment from a day on. A lead row without an actor ends the lead.
    CommitmentActor = 11 "commitment_actor" "" { commitment: Ref, actor: Option<Ref>, role: Role, from_day: Option<Day>, stamp: i64 }
    /// A commitment answers a recommendation; one of them is its main one.
    Answer = 12 "answer" "" { commitment: Ref, recommendation: Ref, main: bool }
    /// What was said about when; rows are only added. See [`crate::due`].
    Due = 13 "due" "" {
        of: Ref, kind: DueKind, stated: String, from_day: Option<Day>, to_day: Option<Day>, event: Option<Ref>,
        /// For an event: before it (else after).
        before: bool, offset_days: i64, every_months: Option<i64>,
        /// Nothing for the original.
        decided_on: Option<Day>, decider: Option<String>, reason: Option<String>, stamp: i64,
    }
    /// A dated report of progress.
    Update = 14 "update_" "U" {
        commitment: Ref,
        /// The day that it speaks of.
        on_day: Day,
        by_actor: Option<Ref>, formal: bool,
        /// Nothing: unchanged.
        status: Option<Status>,
        reach: Option<Reach>, health: Option<Health>, text: String,
        obstacle: Option<String>, obstacle_kind: Option<ObstacleKind>,
        /// What is needed, and the day on which it was asked for.
        resources: Option<String>, resources_asked: Option<Day>,
        /// What is done about the obstacle.
        remedy: Option<String>,
        /// To whom it was taken up.
        escalated_to: Option<Ref>,
        practice: Option<Practice>,
        /// The occurrence of a recurring due that it reports.
        occurrence: Option<Day>,
        /// The request that it answers.
        request: Option<Ref>,
        stamp: i64,
    }
    /// The officer's verdict on a reported result.
    Verification = 15 "verification" "" { commitment: Ref, on_day: Day, verdict: Verdict, reason: Option<String>, by: Option<String>,
        /// The one occurrence of a recurring due that it waives; nothing: it is about the result.
        occurrence: Option<Day>,
        stamp: i64 }
    /// Something that proves or disproves, entered once.
    Evidence = 16 "evidence" "E" {
        kind: EvidenceKind, title: String,
        /// The address, symbol or words; nothing for a file.
        target: Option<String>,
        /// SHA-256 of the file, in hex.
        sha256: Option<String>,
        /// The day that it speaks of, not the day it was added.
        speaks_of: Option<Day>,
        independent: bool,
    }
    /// Evidence tied to an item.
    EvidenceUse = 17 "evidence_use" "" { evidence: Ref, of: Ref, page: Option<String>, stance: Stance, level: Option<ResultLevel> }
    /// Who is to call on the addressees.
    Caller = 18 "caller" "" { recommendation: Ref, actor: Ref }
    /// How a recommendation stands to another.
    Link = 19 "link" "" { of: Ref, other: Ref, kind: LinkKind, reason: String }
    /// How a theme stands to one of another framework.
    Crosswalk = 20 "crosswalk" "" { theme: Ref, other: Ref, kind: CrosswalkKind, reason: String }
    /// An addressee's answer to a recommendation.
    Decision = 21 "decision" "" {
        recommendation: Ref, actor: Ref, answer: DecisionKind, on_day: Day, reason: Option<String>,
        /// The day by which it means to act.
        planned_on: Option<Day>,
        /// The request that it answers.
        request: Option<Ref>,
        stamp: i64,
    }
    /// We asked an actor.
    Request = 22 "request" "Q" {
        actor: Ref, on_day: Day, text: String,
        /// By letter, note, mail, telephone.
        how: Option<String>,
        reply_by: Option<Day>,
        /// The request of which it reminds.
        reminds: Option<Ref>,
    }
    /// What a request is about.
    RequestAbout = 23 "request_about" "" { request: Ref, of: Ref }
    /// A dated step of a commitment; its dues are its own.
    Milestone = 24 "milestone" "M" { commitment: Ref, text: String, term: Option<Term>, done_on: Option<Day>, ord: i64 }
    /// What is measured. Numbers are decimal text.
    Indicator = 25 "indicator" "I" {
        name: String, definition: Option<String>, unit: String, direction: Direction,
        baseline: Option<String>, baseline_on: Option<Day>, target: Option<String>, target_on: Option<Day>,
    }
    /// An indicator speaks of an item.
    IndicatorOf = 26 "indicator_of" "" { indicator: Ref, of: Ref }
    /// A value of an indicator on a day. A correction is a new one; nothing is overwritten.
    Observation = 27 "observation" "" {
        indicator: Ref, on_day: Day, value: String,
        /// Sex, component or another division.
        category: Option<String>,
        /// Who says so.
        source: Option<String>, evidence: Option<Ref>, note: Option<String>,
        /// The value that it takes the place of.
        corrects: Option<Ref>,
        /// Why it does.
        reason: Option<String>,
        stamp: i64,
    }
    /// A number under which others know an item.
    TheirRef = 28 "their_ref" "" { of: Ref, number: String, whose: Option<String> }
    /// The desk's own words about an item, never exported.
    Note = 29 "note" "" { of: Ref, text: String }
    /// An item that wants to be seen again on a day.
    Flag = 30 "flag" "" { of: Ref, on_day: Day, why: Option<String> }
    /// A field that the user defined.
    CustomField = 31 "custom_field" "" {
        name: String, kind: CustomKind,
        /// Of which list its items are.
        list: ListKind,
        /// The choices, one a line.
        choices: Option<String>, ord: i64,
    }
    /// What an item has in a field of the user's; of several choices one row each.
    CustomValue = 32 "custom_value" "" { field: Ref, of: Ref, value: String }
    /// A list with its filter under a name.
    SavedView = 33 "saved_view" "" { name: String, list: ListKind, filter: String, group_by: Option<String>, ord: i64 }
    /// A round of review that was held: what changed since is asked of it.
    Review = 34 "review" "" { name: String, on_day: Day, note: Option<String> }
    /// One commitment made for many, followed one by one.
    Series = 35 "series" "G" { title: String, recommendation: Option<Ref> }
    /// A setting of the workspace by its name.
    Setting = 36 "setting" "" { name: String, value: String }
    /// The days of an event; the first is the original, each later one has its reason.
    EventDate = 37 "event_date" "" {
        event: Ref, from_day: Day, to_day: Option<Day>, decided_on: Option<Day>, decider: Option<String>, reason: Option<String>, stamp: i64,
    }
}

impl Kind {
    /// Kinds whose rows people open by a short reference of letters.
    pub const fn has_code(self) -> bool {
        !self.letter().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique() {
        let mut codes: Vec<_> = Kind::ALL.iter().map(|k| k.code()).collect();
        codes.dedup();
        assert_eq!(codes.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(*kind));
            let mut names: Vec<_> = kind.fields().iter().map(|f| f.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), kind.fields().len(), "{kind:?}");
        }
    }

    #[test]
    fn references_are_known_by_their_type() {
        let check = |field: Field, expect: bool| assert_eq!(field.reference, expect, "{}", field.name);
        check(Recommendation::parent, true);
        check(Recommendation::text, false);
    }
}
