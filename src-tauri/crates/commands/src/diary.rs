//! The diary of the workspace, or of one item: its entries, newest first, in pages.
//!
//! Does not undo; `UndoEntry` does. Which sort of act a command is stands here, in one table.

use crate::door::{At, Query, command};
use followthrough_model::vocabulary::DiaryKind;
use followthrough_model::{Kind, parse_day};
use followthrough_store::read::diary::{DiaryArgs, DiaryReply};
use followthrough_store::{Reader, Result};

/// A page, unless another length is asked for, and the longest.
const PAGE: u32 = 50;
const MOST: u32 = 500;

/// Which sort of act each edit is.
pub const DIARY_KINDS: &[(DiaryKind, &[&str])] = &[
    (
        DiaryKind::Added,
        &[
            "AddSource",
            "AddRecommendation",
            "AddActor",
            "AddCommitment",
            "RepeatCommitment",
            "AddIndicator",
            "AddFramework",
            "AddTheme",
            "AddAlias",
            "AddTheirRef",
            "DefineField",
        ],
    ),
    (
        DiaryKind::Edited,
        &[
            "EditSource",
            "EditRecommendation",
            "EditActor",
            "EditCommitment",
            "EditIndicator",
            "EditField",
            "SetField",
            "SetMany",
            "SetCells",
            "SetPrivate",
            "SetReviewInterval",
            "MergeActors",
            "SplitRecommendation",
            "JoinParts",
            "EditFramework",
            "EditTheme",
        ],
    ),
    (DiaryKind::Progress, &["LogUpdate", "EditUpdate", "VerifyResult", "CompleteMilestone", "Observe", "CorrectObservation"]),
    (DiaryKind::Dates, &["SetDue", "MoveEvent", "AddEvent", "RenameEvent", "AddMilestone", "EditMilestone", "WaiveOccurrence"]),
    (DiaryKind::Who, &["SetLead", "AddPartner", "AddAddressee", "ConfirmAddressee", "EditAddressee", "AddCaller"]),
    (DiaryKind::Answers, &["SendTo", "AskActor", "Remind", "RecordDecision"]),
    (DiaryKind::Evidence, &["AddEvidence", "EditEvidence", "EditUse"]),
    (
        DiaryKind::Links,
        &[
            "AddAnswer",
            "LinkRecommendations",
            "EditLink",
            "CarryForward",
            "TagItem",
            "UntagItem",
            "AddCrosswalk",
            "LinkIndicator",
        ],
    ),
    (DiaryKind::Bin, &["Delete", "Restore", "EmptyBin"]),
    (DiaryKind::Imports, &["TakeOverRegister", "LoadCatalogue", "DraftCommitments"]),
    (DiaryKind::Desk, &["SetNote", "SetFlag", "SaveView", "EditView", "HoldReview", "SetSetting"]),
    (DiaryKind::Undo, &["Undo", "Redo", "UndoEntry", "RedoEntry"]),
];

command! {
    /// What was done, newest first: when, who, to which items, what it changed, and whether it can be undone.
    pub struct Diary {
        /// Only what touched this item, or what hangs on it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub item: Option<String>,
        /// Only entries before this number: the `next` of the page before.
        #[cfg_attr(feature = "clap", arg(long))]
        pub before: Option<i64>,
        /// At most so many entries; 50 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// Only by this person, as the diary names them.
        #[cfg_attr(feature = "clap", arg(long))]
        pub author: Option<String>,
        /// The first day.
        #[cfg_attr(feature = "clap", arg(long))]
        pub since: Option<String>,
        /// The last day.
        #[cfg_attr(feature = "clap", arg(long))]
        pub until: Option<String>,
        /// Only acts of these sorts.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<DiaryKind>>")]
        #[serde(default)]
        pub kinds: Vec<DiaryKind>,
    }
}

impl Query for Diary {
    type Reply = DiaryReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<DiaryReply> {
        let day = |said: Option<&str>| said.map(parse_day).transpose();
        let item = self.item.as_deref().map(|item| r.find_anywhere(item)).transpose()?;
        let of = |kind: &DiaryKind| DIARY_KINDS.iter().find(|(k, _)| k == kind).map_or(&[][..], |(_, commands)| commands);
        r.diary(&DiaryArgs {
            item: item.map(|found| found.at.rid),
            before: self.before,
            limit: self.limit.unwrap_or(PAGE).clamp(1, MOST),
            author: self.author.as_deref(),
            since: day(self.since.as_deref())?,
            until: day(self.until.as_deref())?,
            commands: (!self.kinds.is_empty()).then(|| self.kinds.iter().flat_map(of).copied().collect()),
        })
    }
}
