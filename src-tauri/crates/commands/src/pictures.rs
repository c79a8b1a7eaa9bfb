//! What pictures are drawn from, and a drawn picture as a file. Every number is the total of a list.
//!
//! Does not draw (the window does) nor count (the store does).

use crate::desk::{Desk, Input, Output};
use crate::door::{Act, At, Query, command};
use crate::files::{Written, write_whole, written};
use crate::lists::{COMMITMENTS, filter};
use followthrough_model::vocabulary::{Across, ListKind, Owed, Step};
use followthrough_model::{Kind, parse_day};
use followthrough_store::read::picture::due_line::DueLineReply;
use followthrough_store::read::picture::over_time::OverTimeReply;
use followthrough_store::read::picture::{Crossed, PictureArgs};
use followthrough_store::{Error, Job, Reader, Result};
use std::io::Read;
use std::sync::Arc;

/// Commitments on the line of dues if no limit is given, and at most.
const LINE: u32 = 200;
/// The largest picture that is written.
const LARGEST: u64 = 16 * 1024 * 1024;
/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn framework(r: &Reader<'_>, said: Option<&str>) -> Result<Option<i64>> {
    said.map(|said| Ok(r.find(said, &[Kind::Framework])?.at.rid)).transpose()
}

/// Asks with a filter of commitments.
fn asked<R>(
    r: &Reader<'_>,
    at: &At,
    said: Option<&str>,
    exported: bool,
    ask: impl FnOnce(&PictureArgs<'_>) -> Result<R>,
) -> Result<R> {
    let filter = filter(r, said, ListKind::Commitments, at)?;
    ask(&PictureArgs { as_of: at.as_of, today: at.today, filter: filter.as_ref(), exported })
}

command! {
    /// Where commitments stand, by lead or by theme: overdue, open, waiting for us, implemented, closed otherwise, suspended.
    pub struct StatusBy {
        /// By lead or by theme; by lead if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub by: Option<Across>,
        /// Of themes: those of this framework; of the one that most carry if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: Option<String>,
        /// Only what this admits, as in list commitments --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Leave out what is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub exported: bool,
    }
}

impl Query for StatusBy {
    type Reply = Crossed;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<Crossed> {
        let framework = framework(r, self.framework.as_deref())?;
        let by = self.by.unwrap_or(Across::Lead);
        asked(r, at, self.filter.as_deref(), self.exported, |args| r.status_by(args, by, framework))
    }
}

command! {
    /// How late what is overdue is, by lead.
    pub struct Ageing {
        /// Only what this admits, as in list commitments --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Leave out what is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub exported: bool,
    }
}

impl Query for Ageing {
    type Reply = Crossed;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<Crossed> {
        asked(r, at, self.filter.as_deref(), self.exported, |args| r.ageing(args))
    }
}

command! {
    /// Who owes how much in which theme: leads by the themes of a framework.
    pub struct Heat {
        /// What is counted: overdue or open; overdue if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub owed: Option<Owed>,
        /// The themes of this framework; of the one that most carry if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: Option<String>,
        /// Only what this admits, as in list commitments --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Leave out what is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub exported: bool,
    }
}

impl Query for Heat {
    type Reply = Crossed;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<Crossed> {
        let framework = framework(r, self.framework.as_deref())?;
        let owed = self.owed.unwrap_or(Owed::Overdue);
        asked(r, at, self.filter.as_deref(), self.exported, |args| r.heat(args, owed, framework))
    }
}

command! {
    /// How many commitments were open, overdue and implemented at the end of each month, quarter or year.
    pub struct OverTime {
        /// The first day.
        #[cfg_attr(feature = "clap", arg(long))]
        pub from: String,
        /// How far apart the days are: month, quarter or year; quarter if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub step: Option<Step>,
        /// Only what this admits, as in list commitments --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Leave out what is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub exported: bool,
    }
}

impl Query for OverTime {
    type Reply = OverTimeReply;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<OverTimeReply> {
        let (from, step) = (parse_day(&self.from)?, self.step.unwrap_or(Step::Quarter));
        asked(r, at, self.filter.as_deref(), self.exported, |args| r.over_time(args, from, step))
    }
}

command! {
    /// Open commitments by their due, the longest overdue first, each with its first due and every move.
    pub struct DueLine {
        /// At most so many; 200 if not given, and no more.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// Only what this admits, as in list commitments --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// Leave out what is not for export.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub exported: bool,
    }
}

impl Query for DueLine {
    type Reply = DueLineReply;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<DueLineReply> {
        let limit = self.limit.unwrap_or(LINE).min(LINE);
        asked(r, at, self.filter.as_deref(), self.exported, |args| r.due_line(args, limit))
    }
}

command! {
    /// Writes a picture that was drawn, SVG or PNG, to a file of that ending.
    pub struct SavePicture {
        /// The picture.
        pub file: Input,
        /// The file to write, ending in .svg or .png.
        #[cfg_attr(feature = "clap", arg(long))]
        pub output: Output,
    }
}

impl Act for SavePicture {
    type Reply = Written;
    fn run_until(self, desk: &Desk, _: &At, job: &Arc<Job>) -> Result<Written> {
        let (from, to) = (desk.sent(&self.file)?, desk.output(&self.output)?);
        let mut picture = Vec::new();
        let reading = |e: std::io::Error| Error::reading(&from, &e);
        std::fs::File::open(&from).map_err(reading)?.take(LARGEST + 1).read_to_end(&mut picture).map_err(reading)?;
        if picture.len() as u64 > LARGEST {
            return Err(Error::refuse("too_large", "The picture is larger than 16 MiB. Narrow what it shows with a filter."));
        }
        let ending = to.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        let fits = match ending.as_str() {
            "png" => picture.starts_with(PNG),
            "svg" => picture.starts_with(b"<svg ") && std::str::from_utf8(&picture).is_ok(),
            _ => return Err(Error::refuse("ending", "A picture is saved as SVG or PNG. Let the name end in .svg or .png.")),
        };
        if !fits {
            return Err(Error::refuse(
                "not_a_picture",
                format!("This is not a picture of the kind {}. Save it again.", ending.to_uppercase()),
            ));
        }
        write_whole(&to, job, |out| out.write_all(&picture).map_err(|e| Error::writing(&to, &e)))?;
        written(to, 0)
    }
}
