//! Taking over an old register: a pasted table becomes recommendations, commitments, dues and actors, in one act. What was
//! closed before is closed in bulk, with where it stands as the reason, and waits for nobody.
//!
//! What the rows stand for is looked up in `register`, the same for the preview.

use crate::commitments::part;
use crate::door::{Edit, command};
use crate::dues::{hang, put_due};
use crate::register::{Planned, plan, read, source};
use crate::values::{About, act_day, line, required_line};
use followthrough_import::register::Entry;
use followthrough_model::due::{Due, DueKind};
use followthrough_model::record::{Actor, Addressee, Answer, Commitment, Recommendation, Source, Update, Verification};
use followthrough_model::vocabulary::{ActorKind, CommitmentKind, Role, Verdict};
use followthrough_model::{Day, Ref, Status, text};
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

command! {
    /// Takes over an old register from a pasted table, in one act that one undo takes back. Rows closed before are closed with where they stand as the reason, and wait for no verification.
    pub struct TakeOverRegister {
        /// The table, as it was copied in Excel or Word, or as CSV.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// Short name of the source that the rows belong to; it is added if there is none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: String,
        /// Name of the file that the table was in, as it is cited.
        #[cfg_attr(feature = "clap", arg(long))]
        pub file: String,
        /// Title of the source, where it is added; the name of the file if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// What each column is, from the first: reference, text, responsible, deadline, status, or - for none of these. Told by the headings if not given.
        #[cfg_attr(feature = "clap", arg(long = "column", allow_hyphen_values = true))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub columns: Vec<String>,
        /// The day on which this register begins: what is said of each row holds from the day before. Today if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub closed_before: Option<String>,
    }
}

/// How much was taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct TakenOver {
    /// Short name of the source.
    pub source: String,
    pub recommendations: u32,
    pub commitments: u32,
    /// Of these, closed in bulk.
    pub closed: u32,
    /// Actors that were added.
    pub actors: u32,
    /// Rows that were in the workspace already.
    pub duplicates: u32,
    /// Rows without a text.
    pub left_out: u32,
}

impl Edit for TakeOverRegister {
    type Reply = TakenOver;
    fn run(self, tx: &mut Tx<'_>) -> Result<TakenOver> {
        let file = required_line("name of the file", &self.file).about("file")?;
        let begins = act_day(tx, "beginning of the register", self.closed_before.as_deref()).about("closed_before")?;
        let on_day = if self.closed_before.is_some() { begins.pred_opt().unwrap_or(begins) } else { begins };
        let read = read(&self.text, &self.columns)?;
        let short = required_line("short name of the source", &self.source).about("source")?;
        let (source, short) = if let Some(known) = source(&tx.reader(), &short)? {
            known
        } else {
            let title = line(self.title.as_deref()).about("title")?.unwrap_or_else(|| file.clone());
            (tx.insert(&Source::of(short.clone(), title))?, short)
        };
        let planned = plan(&tx.reader(), &read, Some(&short))?;
        let mut taking = Taking { tx, source, file, on_day, added: HashMap::new(), taken: TakenOver::default(), ord: 0 };
        taking.ord = taking.tx.reader().next_place(source.rid, None)?;
        let job = taking.tx.job();
        job.part(10..50, planned.len());
        for row in &planned {
            job.step()?;
            taking.row(row)?;
        }
        let left_out = u32::try_from(read.left_out.len()).unwrap_or(u32::MAX);
        Ok(TakenOver { source: short, left_out, ..taking.taken })
    }
}

struct Taking<'t, 'c> {
    tx: &'t mut Tx<'c>,
    source: Ref,
    file: String,
    on_day: Day,
    /// Actors added by this act, by their name in lower case.
    added: HashMap<String, Ref>,
    taken: TakenOver,
    ord: i64,
}

impl Taking<'_, '_> {
    fn row(&mut self, row: &Planned<'_>) -> Result<()> {
        let entry = row.entry;
        if row.duplicate_of.is_some() {
            self.taken.duplicates += 1;
            return Ok(());
        }
        let rest: Vec<String> = entry
            .rest
            .iter()
            .map(|(heading, words)| heading.as_ref().map_or_else(|| words.clone(), |heading| format!("{heading}: {words}")))
            .collect();
        let recommendation = self.tx.insert(&Recommendation {
            label: row.label.clone(),
            section: entry.section.clone(),
            remark: (!rest.is_empty()).then(|| rest.join("\n")),
            ..Recommendation::of(self.source, self.ord, text::required("text of the recommendation", &entry.text)?)
        })?;
        self.ord += 1000;
        self.taken.recommendations += 1;
        let actors = row.actors.iter().map(|(name, known)| self.actor(name, *known)).collect::<Result<Vec<_>>>()?;
        for actor in &actors {
            self.tx.insert(&Addressee::of(recommendation, *actor, true))?;
        }
        // Who, when or where it stands: somebody undertook it.
        if actors.is_empty() && entry.due.is_none() && entry.said.is_none() {
            return Ok(());
        }
        let commitment = self.tx.insert(&Commitment::of(entry.text.clone(), CommitmentKind::Response))?;
        self.tx.insert(&Answer { commitment, recommendation, main: true })?;
        for (n, actor) in actors.into_iter().enumerate() {
            part(self.tx, commitment, Some(actor), if n == 0 { Role::Lead } else { Role::Joint }, None)?;
        }
        if let Some(due) = &entry.due {
            // Words that hang on a happening nobody has entered yet are kept as a condition.
            let hung = match hang(&self.tx.reader(), due.clone(), None) {
                Err(Error::Refused(_) | Error::Ambiguous { .. }) => {
                    hang(&self.tx.reader(), Due::words_only(DueKind::Condition, &due.stated), None)?
                }
                hung => hung?,
            };
            put_due(self.tx, commitment, &hung, None, None, None)?;
        }
        self.taken.commitments += 1;
        self.stands(commitment, entry)
    }

    fn actor(&mut self, name: &str, known: Option<Ref>) -> Result<Ref> {
        let key = name.to_lowercase();
        if let Some(at) = known.or_else(|| self.added.get(&key).copied()) {
            return Ok(at);
        }
        let at = self.tx.insert(&Actor::of(required_line("name of the actor", name)?, ActorKind::Group))?;
        self.added.insert(key, at);
        self.taken.actors += 1;
        Ok(at)
    }

    /// Where it stands, from the day before this register begins.
    fn stands(&mut self, commitment: Ref, entry: &Entry) -> Result<()> {
        let (stamp, place) = (self.tx.stamp(), format!("row {} of {}", entry.row, self.file));
        let closed = format!("Closed before this register, {place}.");
        let said = entry.said.as_deref().map(|said| format!("“{said}”")).unwrap_or_default();
        self.taken.closed += u32::from(entry.closed());
        if entry.status == Status::Implemented {
            let row = Verification { reason: Some(closed), ..Verification::of(commitment, self.on_day, Verdict::Waived, stamp) };
            self.tx.insert(&row)?;
            return Ok(());
        }
        if said.is_empty() {
            return Ok(());
        }
        let words = if entry.closed() { format!("{closed} It said {said}.") } else { format!("It said {said}: {place}.") };
        let status = (entry.status != Status::NotStarted).then_some(entry.status);
        self.tx.insert(&Update { status, ..Update::of(commitment, self.on_day, words, stamp) })?;
        Ok(())
    }
}
