//! How far a recommendation is, as it follows from the commitments that answer it and its parts.
//!
//! The rule. Each commitment counts once, however many recommendations it answers. What was overtaken by events is shown
//! apart and stands in no denominator. The state is the first of these that holds:
//!
//! 1. overdue: a commitment is open and its due has passed;
//! 2. open: a commitment is open;
//! 3. waiting: a result is reported and waits for verification;
//! 4. suspended: a commitment is suspended;
//! 5. not taken up: there is no commitment; or nothing was done, and a part that nothing answers is left;
//! 6. overtaken: all that was undertaken was overtaken by events;
//! 7. implemented: all that was undertaken is implemented, and every part is answered;
//! 8. partly: something is implemented, wholly or in part;
//! 9. closed: everything is closed, and nothing was done.
//!
//! A part is answered by its own commitments, or by one that answers the whole. Does not read rows, and does not know
//! whether a linked recommendation says the same: that is for who counts over several.

use crate::Status;
use crate::status::Phase;
use crate::vocabulary::words;
use std::fmt::Write as _;

words! {
    /// How far a recommendation is.
    ProgressState ("state of a recommendation") {
        NotTakenUp = "not_taken_up", Open = "open", Overdue = "overdue", Waiting = "waiting", Suspended = "suspended",
        Implemented = "implemented", Partly = "partly", Closed = "closed", Overtaken = "overtaken",
    }
}

/// Why a recommendation stands where it stands. All but `overtaken` and the parts add up to `of`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Why {
    pub implemented: u32,
    /// Commitments that count: all but those overtaken by events.
    pub of: u32,
    pub overdue: u32,
    /// Open and not overdue.
    pub open: u32,
    /// Reported as implemented, not yet verified.
    pub waiting: u32,
    pub suspended: u32,
    /// Closed as implemented in part.
    pub partly: u32,
    /// Closed without being implemented.
    pub closed: u32,
    /// Overtaken by events: shown apart.
    pub overtaken: u32,
    pub parts: u32,
    /// Parts that no commitment answers, where none answers the whole.
    pub parts_untaken: u32,
}

impl Why {
    /// Counts a commitment; `late`: its due has passed.
    pub fn add(&mut self, status: Status, late: bool) {
        if status == Status::OvertakenByEvents {
            self.overtaken += 1;
            return;
        }
        self.of += 1;
        let counted = match (status.phase(), status) {
            (Phase::Open, _) if late => &mut self.overdue,
            (Phase::Open, _) => &mut self.open,
            (Phase::WaitingOnUs, _) => &mut self.waiting,
            (Phase::Suspended, _) => &mut self.suspended,
            (Phase::Closed, Status::Implemented) => &mut self.implemented,
            (Phase::Closed, Status::PartiallyImplementedNoFurtherAction) => &mut self.partly,
            (Phase::Closed, _) => &mut self.closed,
        };
        *counted += 1;
    }

    /// The state, by the rule above.
    pub const fn state(&self) -> ProgressState {
        let done = self.implemented + self.partly;
        if self.overdue > 0 {
            ProgressState::Overdue
        } else if self.open > 0 {
            ProgressState::Open
        } else if self.waiting > 0 {
            ProgressState::Waiting
        } else if self.suspended > 0 {
            ProgressState::Suspended
        } else if self.of + self.overtaken == 0 || (done == 0 && self.parts_untaken > 0) {
            ProgressState::NotTakenUp
        } else if self.of == 0 {
            ProgressState::Overtaken
        } else if self.implemented == self.of && self.parts_untaken == 0 {
            ProgressState::Implemented
        } else if done > 0 {
            ProgressState::Partly
        } else {
            ProgressState::Closed
        }
    }

    /// The same in one English sentence, for the terminal.
    pub fn sentence(&self) -> String {
        if self.of + self.overtaken == 0 {
            return "No commitment answers it yet.".to_owned();
        }
        let mut out = format!("{} of {} implemented", self.implemented, self.of);
        for (n, what) in [
            (self.overdue, "overdue"),
            (self.open, "open"),
            (self.waiting, "waiting for verification"),
            (self.suspended, "suspended"),
            (self.partly, "closed as implemented in part"),
            (self.closed, "closed without being implemented"),
        ] {
            if n > 0 {
                let _ = write!(out, ", {n} {what}");
            }
        }
        if self.overtaken > 0 {
            let _ = write!(out, "; {} overtaken by events", self.overtaken);
        }
        if self.parts_untaken > 0 {
            let _ = write!(out, "; {} of {} parts not taken up", self.parts_untaken, self.parts);
        }
        out.push('.');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One letter a commitment: `l` late, `o` open, `w` waiting, `s` suspended, `i` implemented, `p` closed in part, `c`
    /// closed, `x` superseded, `e` overtaken by events.
    fn why(commitments: &str, parts: u32, parts_untaken: u32) -> Why {
        let mut why = Why { parts, parts_untaken, ..Why::default() };
        for letter in commitments.chars() {
            let (status, late) = match letter {
                'l' => (Status::PartiallyImplemented, true),
                'o' => (Status::NotStarted, false),
                'w' => (Status::ReportedImplemented, true),
                's' => (Status::Suspended, true),
                'i' => (Status::Implemented, true),
                'p' => (Status::PartiallyImplementedNoFurtherAction, true),
                'c' => (Status::ClosedWithoutImplementation, true),
                'x' => (Status::Superseded, false),
                'e' => (Status::OvertakenByEvents, true),
                other => panic!("{other}"),
            };
            why.add(status, late);
        }
        why
    }

    #[test]
    fn the_rule() {
        let check = |commitments: &str, (parts, untaken): (u32, u32), expect: &str| {
            assert_eq!(why(commitments, parts, untaken).state().as_str(), expect, "{commitments} {parts} {untaken}");
        };
        check("", (0, 0), "not_taken_up");
        check("", (3, 3), "not_taken_up");
        check("o", (0, 0), "open");
        check("l", (0, 0), "overdue");
        check("iol", (0, 0), "overdue");
        check("io", (0, 0), "open");
        check("iw", (0, 0), "waiting");
        check("wo", (0, 0), "open");
        check("ws", (0, 0), "waiting");
        check("is", (0, 0), "suspended");
        check("i", (0, 0), "implemented");
        check("iii", (3, 0), "implemented");
        check("ii", (3, 1), "partly");
        check("ip", (0, 0), "partly");
        check("p", (0, 0), "partly");
        check("ic", (0, 0), "partly");
        check("c", (0, 0), "closed");
        check("cx", (0, 0), "closed");
        check("c", (2, 1), "not_taken_up");
        check("e", (0, 0), "overtaken");
        check("ee", (2, 1), "not_taken_up");
        check("ie", (0, 0), "implemented");
        check("ce", (0, 0), "closed");
    }

    #[test]
    fn the_sentence() {
        let check = |commitments: &str, untaken: u32, expect: &str| {
            assert_eq!(why(commitments, 3, untaken).sentence(), expect, "{commitments}");
        };
        check("", 0, "No commitment answers it yet.");
        check("iil", 0, "2 of 3 implemented, 1 overdue.");
        check("ie", 0, "1 of 1 implemented; 1 overtaken by events.");
        check("olw", 1, "0 of 3 implemented, 1 overdue, 1 open, 1 waiting for verification; 1 of 3 parts not taken up.");
    }

    #[test]
    fn the_counts_add_up() {
        let all = why("lowsipcxe", 0, 0);
        let sum = all.implemented + all.overdue + all.open + all.waiting + all.suspended + all.partly + all.closed;
        assert_eq!((sum, all.of, all.overtaken), (8, 8, 1));
    }
}
