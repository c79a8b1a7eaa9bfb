//! The closed lists of words: one spelling (`snake_case`) for SQL, JSON, the terminal and the window.
//!
//! Does not hold rules about the words; those stand with their nouns.

/// Declares a closed list: the enum, its spelling, its reading.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident ($what:literal) { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[cfg_attr(feature = "clap", derive(clap::ValueEnum))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] #[cfg_attr(feature = "clap", value(name = $text))] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling in files, JSON and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Refusal;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|w| w.as_str() == text.trim()).ok_or_else(|| {
                    let all: Vec<_> = Self::ALL.iter().map(|w| w.as_str()).collect();
                    $crate::Refusal::new("word", format!("“{}” is not a {}. Use one of: {}.", $crate::text::brief(text, 40), $what, all.join(", ")))
                })
            }
        }

        impl $crate::record::Cell for $name {
            fn value(&self) -> $crate::Value { $crate::Value::Text(self.as_str().to_owned()) }
        }
    };
}
pub(crate) use words;

words! {
    /// What standing a source has.
    Standing ("standing") { Official = "official", Partnership = "partnership", NonAttributed = "non_attributed" }
}
words! {
    /// How strongly a source asks.
    Force ("force") { Must = "must", Will = "will", Should = "should", Could = "could", SomeParticipants = "some_participants" }
}
words! {
    /// What sort of body or role an actor is. Never a private person.
    ActorKind ("kind of actor") {
        Organ = "organ", Department = "department", Office = "office", Mission = "mission", Role = "role", State = "state",
        ClassOfStates = "class_of_states", RegionalBody = "regional_body", Agency = "agency", ThinkTank = "think_tank",
        CivilSociety = "civil_society", Group = "group",
    }
}
words! {
    /// Where an actor works.
    Level ("level") { Headquarters = "headquarters", Field = "field", Capital = "capital" }
}
words! {
    /// What a commitment came from.
    CommitmentKind ("kind of commitment") {
        Response = "response", DeclaredCommitment = "declared_commitment", Pledge = "pledge", Compact = "compact",
        PlanAction = "plan_action", Directive = "directive",
    }
}
words! {
    /// An actor's part in a commitment: one accountable lead at a time, joint leads' names, support.
    Role ("role") { Lead = "lead", Joint = "joint", Supporting = "supporting" }
}
words! {
    /// What a use of evidence says about its item.
    Stance ("stance") { Supports = "supports", Contradicts = "contradicts", Mixed = "mixed", Context = "context" }
}
words! {
    /// The level of result that evidence speaks of.
    ResultLevel ("level of result") { Input = "input", Output = "output", Outcome = "outcome", Impact = "impact" }
}
words! {
    /// The officer's verdict on a reported result.
    Verdict ("verdict") { Verified = "verified", Returned = "returned", Waived = "waived" }
}
words! {
    /// How far a result reaches.
    Reach ("reach") { Adopted = "adopted", Applied = "applied", AppliedEverywhere = "applied_everywhere" }
}
words! {
    /// How a commitment fares against its due.
    Health ("health") { OnTrack = "on_track", AtRisk = "at_risk", OffTrack = "off_track" }
}
words! {
    /// What a piece of evidence is.
    EvidenceKind ("kind of evidence") {
        File = "file", Link = "link", Symbol = "symbol", Note = "note",
        /// An existing system of reporting or assessment that is cited, not typed in again.
        Mechanism = "mechanism",
    }
}
words! {
    /// How much it matters to the desk.
    Priority ("priority") { High = "high", Medium = "medium", Low = "low" }
}
words! {
    /// Whom a line of a source is meant for.
    Aim ("aim") { Mission = "mission", Headquarters = "headquarters", Training = "training", MemberStates = "member_states", OwnStudy = "own_study" }
}
words! {
    /// How a recommendation stands to another: the first duplicates, elaborates, is related to, or supersedes the second.
    LinkKind ("kind of link") { Duplicates = "duplicates", Elaborates = "elaborates", Related = "related", Supersedes = "supersedes" }
}
words! {
    /// How a theme stands to one of another framework: the first equals, is part of, contains, or overlaps the second.
    CrosswalkKind ("kind of crosswalk") { Equal = "equal", Subset = "subset", Superset = "superset", Overlaps = "overlaps" }
}
words! {
    /// An addressee's answer. “No response” is the absence of one, never stored.
    DecisionKind ("decision") {
        Accepted = "accepted", AcceptedInPart = "accepted_in_part", AcceptedInPrinciple = "accepted_in_principle", Noted = "noted",
        NotAccepted = "not_accepted", UnderConsideration = "under_consideration", NotApplicable = "not_applicable",
    }
}
words! {
    /// How far ahead a milestone lies.
    Term ("term") { Short = "short", Medium = "medium", Long = "long" }
}
words! {
    /// Which way an indicator should go.
    Direction ("direction") { Increase = "increase", Decrease = "decrease", Maintain = "maintain" }
}
words! {
    /// What kind of thing stands in the way.
    ObstacleKind ("kind of obstacle") {
        Resources = "resources", Political = "political", Security = "security", Capacity = "capacity", Coordination = "coordination",
        Mandate = "mandate", HostState = "host_state", Other = "other",
    }
}
words! {
    /// What others can take from it.
    Practice ("practice") { GoodPractice = "good_practice", Lesson = "lesson" }
}
words! {
    /// What a field of the user's holds.
    CustomKind ("kind of field") { Text = "text", Number = "number", Date = "date", One = "one", Several = "several" }
}
words! {
    /// What a list is of.
    ListKind ("kind of list") { Recommendations = "recommendations", Commitments = "commitments", Actors = "actors", Sources = "sources" }
}
words! {
    /// In which way a commitment stands otherwise on the second of two days.
    CompareKind ("sort of difference") {
        New = "new",
        /// It is not in the list of the second day: it does not fit the filter any more.
        Gone = "gone",
        Closed = "closed", Reopened = "reopened", BecameOverdue = "became_overdue",
        /// Overdue on the first day and not on the second.
        NoLongerOverdue = "no_longer_overdue",
        DueMoved = "due_moved", LeadChanged = "lead_changed", StatusChanged = "status_changed",
    }
}
words! {
    /// A sort of act in the diary.
    DiaryKind ("sort of act") {
        Added = "added", Edited = "edited",
        /// Updates, verdicts, steps, values.
        Progress = "progress",
        /// Dues, events, milestones.
        Dates = "dates",
        /// Leads, partners, addressees.
        Who = "who",
        /// What was asked and answered.
        Answers = "answers",
        Evidence = "evidence", Links = "links", Bin = "bin", Imports = "imports",
        /// Notes, flags, views, reviews, settings.
        Desk = "desk",
        Undo = "undo",
    }
}
words! {
    /// Commitments that wait for something.
    Queue ("queue") {
        All = "all", Overdue = "overdue",
        /// Due in the next 90 days.
        DueSoon = "due_soon",
        /// Due in the next 30 days.
        Due30 = "due_30",
        AwaitingVerification = "awaiting_verification", NoLead = "no_lead", NoDate = "no_date", NoEvidence = "no_evidence",
        /// Nobody said anything for longer than its review interval.
        UpdateOverdue = "update_overdue",
        /// Open, and its due was moved.
        Slipping = "slipping",
        /// Open for five years or more.
        LongOutstanding = "long_outstanding",
        /// Evidence speaks against it.
        Contradicting = "contradicting",
        /// Open, and followed by the user.
        Mine = "mine",
        /// Flagged for today or an earlier day.
        Flagged = "flagged",
        Suspended = "suspended", Closed = "closed",
        /// Of recommendations: no commitment answers it, and nobody declined it.
        NotTakenUp = "not_taken_up",
        /// Of recommendations: no addressee is confirmed.
        NoOwner = "no_owner",
    }
}
words! {
    /// What can be set for a whole workspace.
    SettingName ("setting") {
        /// yes: a result is verified by somebody else than who reported it.
        VerifyByAnother = "verify_by_another",
    }
}
words! {
    /// What a picture of statuses has a bar for.
    Across ("way to cross") { Lead = "lead", Theme = "theme" }
}
words! {
    /// What a heat table counts.
    Owed ("what is owed") { Overdue = "overdue", Open = "open" }
}
words! {
    /// How far apart the days of a line over time are.
    Step ("step") { Month = "month", Quarter = "quarter", Year = "year" }
}
