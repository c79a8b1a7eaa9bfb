//! The officer's verdict on a reported result.

use crate::door::{Edit, command};
use crate::values::{About, act_day, find, line, paragraph};
use followthrough_model::record::Verification;
use followthrough_model::status::may_verify;
use followthrough_model::vocabulary::Verdict;
use followthrough_model::{Kind, Status};
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Gives the verdict on a result that was reported as implemented. Verified needs supporting evidence; returned and waived need a reason.
    pub struct VerifyResult {
        /// Reference or id of the commitment.
        pub commitment: String,
        /// verified, returned or waived.
        #[cfg_attr(feature = "clap", arg(long, required = true))]
        pub verdict: Option<Verdict>,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
        /// The day of the verdict; today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub on: Option<String>,
        /// The post that gives it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub by: Option<String>,
    }
}

/// Where the commitment stands after the verdict.
#[derive(Debug, Serialize, TS)]
pub struct Verified {
    pub status: Status,
}

impl Edit for VerifyResult {
    type Reply = Verified;
    fn run(self, tx: &mut Tx<'_>) -> Result<Verified> {
        let commitment = find(tx, &self.commitment, Kind::Commitment).about("commitment")?;
        let verdict = self
            .verdict
            .ok_or_else(|| Error::refuse("verdict", "Give a verdict: verified, returned or waived.").about("verdict"))?;
        let on_day = act_day(tx, "verdict", self.on.as_deref()).about("on")?;
        let reason = paragraph(self.reason.as_deref()).about("reason")?;
        let before = tx.reader().status_on(commitment.rid, on_day)?;
        may_verify(before, verdict, tx.reader().support(commitment.rid, tx.author())?, reason.as_deref())?;
        let stamp = tx.stamp();
        tx.insert(&Verification {
            reason,
            by: line(self.by.as_deref()).about("by")?,
            ..Verification::of(commitment, on_day, verdict, stamp)
        })?;
        // A verdict dated back does not override what came after it.
        Ok(Verified { status: tx.reader().status_on(commitment.rid, tx.today())? })
    }
}
