//! The status of a commitment: the fold of its dated acts by (day, stamp), and which status may follow which.
//!
//! Does not store: the store keeps the result in `commitment.status` and in the spans.

use crate::vocabulary::{Verdict, words};
use crate::{Day, Refusal};

words! {
    /// Where a commitment stands.
    Status ("status") {
        NotStarted = "not_started",
        UnderImplementation = "under_implementation",
        PartiallyImplemented = "partially_implemented",
        /// Assessed, and still owed.
        NotImplemented = "not_implemented",
        /// Waits for our verification.
        ReportedImplemented = "reported_implemented",
        Implemented = "implemented",
        PartiallyImplementedNoFurtherAction = "partially_implemented_no_further_action",
        OvertakenByEvents = "overtaken_by_events",
        ClosedWithoutImplementation = "closed_without_implementation",
        Superseded = "superseded",
        Suspended = "suspended",
    }
}

/// What a status means for those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Owed: can be overdue.
    Open,
    /// Reported as implemented: in the verification queue, and not overdue.
    WaitingOnUs,
    Closed,
    Suspended,
}

impl Status {
    pub const fn phase(self) -> Phase {
        match self {
            Self::NotStarted | Self::UnderImplementation | Self::PartiallyImplemented | Self::NotImplemented => Phase::Open,
            Self::ReportedImplemented => Phase::WaitingOnUs,
            Self::Implemented
            | Self::PartiallyImplementedNoFurtherAction
            | Self::OvertakenByEvents
            | Self::ClosedWithoutImplementation
            | Self::Superseded => Phase::Closed,
            Self::Suspended => Phase::Suspended,
        }
    }

    pub const fn is_open(self) -> bool {
        matches!(self.phase(), Phase::Open)
    }
}

/// A dated act that can change the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    pub day: Day,
    pub stamp: i64,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An update; nothing: unchanged.
    Update(Option<Status>),
    Verification(Verdict),
}

impl What {
    /// The status after it.
    pub const fn after(self, before: Status) -> Status {
        match self {
            Self::Update(Some(status)) => status,
            Self::Update(None) => before,
            Self::Verification(Verdict::Verified | Verdict::Waived) => Status::Implemented,
            Self::Verification(Verdict::Returned) => Status::UnderImplementation,
        }
    }
}

/// The status on a day: all acts up to and with that day, in order of (day, stamp). A late entry with an older day
/// never overrides a newer one.
pub fn status_on(acts: &[Act], day: Day) -> Status {
    let mut acts: Vec<_> = acts.iter().filter(|a| a.day <= day).collect();
    acts.sort_by_key(|a| (a.day, a.stamp));
    acts.iter().fold(Status::NotStarted, |status, act| act.what.after(status))
}

/// The statuses that an update may set after `before`, for a form to offer.
pub fn next_statuses(before: Status) -> Vec<Status> {
    Status::ALL.iter().copied().filter(|next| may_update(before, *next).is_ok()).collect()
}

/// Whether an update may set `next` after `before`. A refusal names what would do.
pub fn may_update(before: Status, next: Status) -> Result<(), Refusal> {
    let no = |sentence: &str| Err(Refusal::new("status", sentence).about("status"));
    match (before.phase(), next) {
        (_, Status::Implemented) => {
            if before == Status::ReportedImplemented {
                no("A result is verified, not set: use verify-result with the verdict verified, returned or waived.")
            } else {
                no(
                    "“implemented” needs a verification: log an update with the status reported_implemented, add the evidence, then use verify-result.",
                )
            }
        }
        (_, next) if next == before => Ok(()),
        (Phase::Closed, next) if !next.is_open() => no(
            "This commitment is closed: reopen it first with an update whose status is not_started, under_implementation, partially_implemented or not_implemented.",
        ),
        _ => Ok(()),
    }
}

/// What speaks for a reported result, and against it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Support {
    /// A use of evidence supports it.
    pub supports: bool,
    /// Such a use speaks of a day that is not before the commitment, or of no day.
    pub in_time: bool,
    /// A use of evidence contradicts it.
    pub contradicts: bool,
    /// Whoever gives the verdict also reported the result, and the workspace asks for somebody else.
    pub own_report: bool,
}

/// Whether a verdict may be given, on a commitment that stands at `before`.
pub fn may_verify(before: Status, verdict: Verdict, support: Support, reason: Option<&str>) -> Result<(), Refusal> {
    if before != Status::ReportedImplemented {
        return Err(Refusal::new(
            "nothing_reported",
            "Nothing waits for verification here: log an update with the status reported_implemented first (log-update).",
        ));
    }
    if support.own_report && verdict != Verdict::Returned {
        return Err(Refusal::new(
            "own_report",
            "You reported this result yourself, and in this workspace somebody else verifies it: ask a colleague to give the verdict.",
        ).about("verdict"));
    }
    match verdict {
        Verdict::Verified if !support.supports => Err(Refusal::new(
            "no_evidence",
            "No evidence supports this result yet: attach it with add-evidence, or give the verdict waived with a reason.",
        ).about("verdict")),
        Verdict::Verified if !support.in_time => Err(Refusal::new(
            "old_evidence",
            "All evidence for this result speaks of a day before the commitment was made: add evidence of what was done since, or give the verdict waived with a reason.",
        ).about("verdict")),
        Verdict::Verified if support.contradicts && reason.is_none() => Err(Refusal::new(
            "contradicted",
            "Some evidence contradicts this result: say why it is verified all the same, or give the verdict returned.",
        ).about("reason")),
        Verdict::Returned | Verdict::Waived if reason.is_none() => {
            Err(Refusal::new("no_reason", format!("Say why the result is {verdict}: give a reason.")).about("reason"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Day {
        Day::from_ymd_opt(2024, 1, n).expect("a day")
    }

    #[test]
    fn folding() {
        use Status::{Implemented as I, NotStarted as N, ReportedImplemented as R, Suspended as S, UnderImplementation as U};
        let up = |d, stamp, s| Act { day: day(d), stamp, what: What::Update(s) };
        let ver = |d, stamp, v| Act { day: day(d), stamp, what: What::Verification(v) };
        let check = |acts: &[Act], on, expect| assert_eq!(status_on(acts, day(on)), expect, "{acts:?} on {on}");
        check(&[], 9, N);
        check(&[up(2, 1, Some(U))], 1, N);
        check(&[up(2, 1, Some(U))], 2, U);
        check(&[up(2, 1, Some(U)), up(3, 2, None)], 9, U);
        // A late entry with an older day does not override a newer one.
        check(&[up(5, 1, Some(R)), up(3, 2, Some(U))], 9, R);
        check(&[up(5, 1, Some(R)), up(3, 2, Some(U))], 4, U);
        // On one day the later stamp wins.
        check(&[up(5, 2, Some(S)), up(5, 1, Some(U))], 9, S);
        check(&[up(5, 1, Some(R)), ver(6, 2, Verdict::Verified)], 9, I);
        check(&[up(5, 1, Some(R)), ver(6, 2, Verdict::Waived)], 9, I);
        check(&[up(5, 1, Some(R)), ver(6, 2, Verdict::Returned)], 9, U);
        // Reopening is an update.
        check(&[up(5, 1, Some(R)), ver(6, 2, Verdict::Verified), up(7, 3, Some(U))], 9, U);
        check(&[up(5, 1, Some(R)), ver(6, 2, Verdict::Verified), up(7, 3, Some(U))], 6, I);
    }

    #[test]
    fn what_an_update_may_set() {
        let check = |before: &str, next: &str, expect: bool| {
            let (b, n): (Status, Status) = (before.parse().expect("b"), next.parse().expect("n"));
            assert_eq!(may_update(b, n).is_ok(), expect, "{before} -> {next}");
        };
        check("not_started", "under_implementation", true);
        check("not_started", "reported_implemented", true);
        check("not_started", "implemented", false);
        check("reported_implemented", "implemented", false);
        check("reported_implemented", "under_implementation", true);
        check("implemented", "under_implementation", true);
        check("implemented", "overtaken_by_events", false);
        check("implemented", "reported_implemented", false);
        check("superseded", "superseded", true);
        check("suspended", "under_implementation", true);
        check("suspended", "closed_without_implementation", true);
        check("under_implementation", "not_started", true);
    }

    #[test]
    fn refusals_name_the_command_that_would_do() {
        let sentence = |b, n| may_update(b, n).expect_err("refused").sentence;
        assert!(sentence(Status::NotStarted, Status::Implemented).contains("verify-result"));
        assert!(sentence(Status::Implemented, Status::Superseded).contains("reopen"));
    }

    #[test]
    fn what_a_verification_needs() {
        let check = |before, verdict, supports, reason, expect: Option<&str>| {
            let support = Support { supports, in_time: supports, ..Support::default() };
            assert_eq!(may_verify(before, verdict, support, reason).err().map(|r| r.code), expect, "{before} {verdict}");
        };
        let r = Status::ReportedImplemented;
        check(r, Verdict::Verified, true, None, None);
        check(r, Verdict::Verified, false, Some("looks fine"), Some("no_evidence"));
        check(r, Verdict::Waived, false, Some("closed before"), None);
        check(r, Verdict::Waived, true, None, Some("no_reason"));
        check(r, Verdict::Returned, true, None, Some("no_reason"));
        check(Status::UnderImplementation, Verdict::Verified, true, None, Some("nothing_reported"));
        check(Status::Implemented, Verdict::Verified, true, None, Some("nothing_reported"));
        let check = |support: Support, verdict, reason, expect: Option<&str>| {
            let supported = Support { supports: true, ..support };
            assert_eq!(may_verify(r, verdict, supported, reason).err().map(|r| r.code), expect, "{support:?} {verdict}");
        };
        let good = Support { in_time: true, ..Support::default() };
        check(Support::default(), Verdict::Verified, None, Some("old_evidence"));
        check(Support::default(), Verdict::Waived, Some("as agreed"), None);
        check(Support { contradicts: true, ..good }, Verdict::Verified, None, Some("contradicted"));
        check(Support { contradicts: true, ..good }, Verdict::Verified, Some("the figure is older"), None);
        check(Support { own_report: true, ..good }, Verdict::Verified, None, Some("own_report"));
        check(Support { own_report: true, ..good }, Verdict::Waived, Some("as agreed"), Some("own_report"));
        check(Support { own_report: true, ..good }, Verdict::Returned, Some("not enough"), None);
    }
}
