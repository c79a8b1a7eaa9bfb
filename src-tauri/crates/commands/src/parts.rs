//! Splitting a recommendation into separable acts, and joining them again without losing what hangs on them.
//!
//! One part is added by `AddRecommendation` with its parent.

use crate::at_desk::{set_flag, set_note};
use crate::door::{Edit, command};
use crate::values::{About, Created, find};
use followthrough_model::record::{Addressee, Answer, Due, Life, Recommendation};
use followthrough_model::{Kind, Ref, Value, text};
use followthrough_store::read::recommendation::RecommendationPage;
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Splits a recommendation into parts, labelled a, b, c. What hangs on it stays on the whole; commitments may go to a part.
    pub struct SplitRecommendation {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// What a part asks; given once for each part.
        #[cfg_attr(feature = "clap", arg(long = "part", required = true))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub parts: Vec<String>,
        /// A commitment that goes to a part, with the part's letter: C-7KQ3F=b; may be given several times.
        #[cfg_attr(feature = "clap", arg(long = "move"))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub moves: Vec<String>,
    }
}

/// The parts that were made, in their order.
#[derive(Debug, Serialize, TS)]
pub struct Split {
    /// The whole.
    #[serde(rename = "ref")]
    pub reference: String,
    pub parts: Vec<Created>,
}

impl Edit for SplitRecommendation {
    type Reply = Split;
    fn run(self, tx: &mut Tx<'_>) -> Result<Split> {
        let whole = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let page = tx.reader().recommendation(whole.rid, tx.today(), tx.today())?;
        if page.parent.is_some() {
            return Err(Error::refuse(
                "part_of_part",
                "A part cannot have parts of its own. Split the whole recommendation further.",
            ));
        }
        if self.parts.is_empty() || (page.parts.is_empty() && self.parts.len() < 2) {
            return Err(Error::refuse(
                "too_few_parts",
                "A recommendation splits into at least two parts. Give the text of each.",
            ));
        }
        let source = find(tx, &page.source.id.to_string(), Kind::Source)?;
        let mut made: Vec<(char, Ref)> = Vec::new();
        let mut letters = 'a'..='z';
        for said in &self.parts {
            let text = text::required("text of the part", said).about("parts")?;
            let (letter, label) = next_label(tx, &page, &mut letters)?;
            let ord = tx.reader().next_place(source.rid, Some(whole.rid))?;
            let part = Recommendation {
                parent: Some(whole),
                label,
                section: page.section.clone(),
                page: page.page.clone(),
                line: page.line.map(i64::from),
                line_end: page.assessment.line_end.map(i64::from),
                force: page.force,
                ..Recommendation::of(source, ord, text)
            };
            made.push((letter, tx.insert(&part)?));
        }
        for said in &self.moves {
            let (commitment, part) = said.rsplit_once('=').ok_or_else(|| bad_move(said))?;
            let to = made.iter().find(|(letter, _)| part.trim().eq_ignore_ascii_case(&letter.to_string()));
            let (_, to) = to.ok_or_else(|| bad_move(said))?;
            let at = find(tx, commitment, Kind::Commitment)?;
            let answer = tx.reader().answer_between(at.rid, whole.rid)?.ok_or_else(|| {
                Error::refuse(
                    "no_answer",
                    format!("{} does not answer {}. Choose one of its commitments.", commitment.trim(), page.reference),
                )
            })?;
            tx.set(answer, Answer::recommendation, &Value::Ref(*to))?;
        }
        let parts = made.into_iter().map(|(_, at)| Created::of(tx, at)).collect::<Result<_>>()?;
        Ok(Split { reference: page.reference, parts })
    }
}

fn bad_move(said: &str) -> Error {
    Error::refuse(
        "no_such_part",
        format!("“{}” does not say which commitment goes to which new part. Write it as C-7KQ3F=b.", text::brief(said, 40)),
    )
}

/// The next letter whose label is free, with that label; none where the whole has no label.
fn next_label(
    tx: &Tx<'_>,
    page: &RecommendationPage,
    letters: &mut impl Iterator<Item = char>,
) -> Result<(char, Option<String>)> {
    for letter in letters {
        let Some(whole) = &page.label else { return Ok((letter, None)) };
        let dot = if whole.ends_with(|c: char| c.is_ascii_digit()) { "" } else { "." };
        let label = format!("{whole}{dot}{letter}");
        // Else it is taken, or in the bin and could come back.
        let free = tx.reader().find(&format!("{} {label}", page.source.reference), &[Kind::Recommendation]);
        if let Err(Error::Unknown { .. }) = free {
            return Ok((letter, Some(label)));
        }
    }
    Err(Error::refuse("too_many_parts", "A recommendation has at most 26 parts. Split it into fewer."))
}

command! {
    /// Joins the parts of a recommendation, or one of them, into the whole again. What hangs on a part moves to the whole; the part goes into the bin.
    pub struct JoinParts {
        /// Reference or id of the whole, for all its parts, or of one part.
        pub recommendation: String,
    }
}

/// What was joined.
#[derive(Debug, Serialize, TS)]
pub struct Joined {
    /// The whole.
    #[serde(rename = "ref")]
    pub reference: String,
    pub parts: u32,
    /// Rows that moved to the whole.
    pub moved: u32,
}

impl Edit for JoinParts {
    type Reply = Joined;
    fn run(self, tx: &mut Tx<'_>) -> Result<Joined> {
        let said = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let page = tx.reader().recommendation(said.rid, tx.today(), tx.today())?;
        let (whole, parts) = match &page.parent {
            Some(whole) => (find(tx, &whole.id.to_string(), Kind::Recommendation)?, vec![said]),
            None => (said, tx.reader().parts_of(said.rid)?),
        };
        if parts.is_empty() {
            return Err(Error::refuse("no_parts", format!("{} has no parts. There is nothing to join.", page.reference)));
        }
        refuse_private(tx, whole, &parts)?;
        // First of all, so that the bin lists the parts and not what moved.
        for part in &parts {
            tx.set_life(*part, Life::Bin)?;
        }
        let mut moved = 0;
        for part in &parts {
            moved += join(tx, *part, whole)?;
        }
        let reference = tx.reader().reference(whole.rid)?;
        Ok(Joined { reference, parts: u32::try_from(parts.len()).unwrap_or(u32::MAX), moved })
    }
}

/// What hangs on a part that is not for export must not come out with the whole.
fn refuse_private(tx: &Tx<'_>, whole: Ref, parts: &[Ref]) -> Result<()> {
    if tx.reader().privacy(whole.rid)?.is_some() {
        return Ok(());
    }
    for part in parts {
        if tx.reader().privacy(part.rid)?.is_some() {
            let (part, whole) = (tx.reader().reference(part.rid)?, tx.reader().reference(whole.rid)?);
            return Err(Error::refuse(
                "private",
                format!(
                    "{part} is not for export and {whole} is. Mark the whole too, or let the part into exports, and join then."
                ),
            ));
        }
    }
    Ok(())
}

/// Keeps what was said of an addressee of the part, where the same addressee of the whole does not say it.
fn keep_said(tx: &mut Tx<'_>, part: Ref, whole: Ref) -> Result<()> {
    if tx.reader().is_confirmed(part.rid)? {
        tx.set(whole, Addressee::confirmed, &Value::Int(1))?;
    }
    if tx.get(whole, Addressee::sent_on)? == Value::Null {
        for field in [Addressee::sent_on, Addressee::reply_by] {
            let said = tx.get(part, field)?;
            if said != Value::Null {
                tx.set(whole, field, &said)?;
            }
        }
    }
    Ok(())
}

/// Moves what hangs on a part to the whole, where it is not there already; what is there already goes into the bin.
fn join(tx: &mut Tx<'_>, part: Ref, whole: Ref) -> Result<u32> {
    let first_due = tx.reader().first_due_stamp(whole.rid)?;
    let mut moved = 0;
    for row in tx.reader().of_part(part.rid, whole.rid)? {
        if let Some(double) = row.double {
            // What it is counted under stays so, and what the officer confirmed.
            if row.field == Answer::recommendation && tx.reader().is_main(row.at.rid)? {
                tx.set(row.at, Answer::main, &Value::Int(0))?;
                tx.set(double, Answer::main, &Value::Int(1))?;
            }
            if row.field == Addressee::recommendation {
                keep_said(tx, row.at, double)?;
            }
            tx.set_life(row.at, Life::Bin)?;
            continue;
        }
        tx.set(row.at, row.field, &Value::Ref(whole))?;
        // A due of the whole's own stays the current one.
        if let Some(first) = first_due.filter(|_| row.field == Due::of) {
            tx.set(row.at, Due::stamp, &Value::Int(first - 1))?;
        }
        moved += 1;
    }
    Ok(moved + keep_beside(tx, part, whole)?)
}

/// Takes along what the desk keeps beside a part: its note stands below that of the whole, the earlier flag holds.
fn keep_beside(tx: &mut Tx<'_>, part: Ref, whole: Ref) -> Result<u32> {
    let today = tx.today();
    let (of_part, of_whole) = (tx.reader().at_desk(part.rid, today)?, tx.reader().at_desk(whole.rid, today)?);
    let mut kept = 0;
    if let Some(note) = of_part.note {
        let text = of_whole.note.map_or_else(String::new, |known| known.text + "\n\n") + &note.text;
        set_note(tx, whole, text)?;
        kept += 1;
    }
    if let Some(flag) = of_part.flag
        && of_whole.flag.is_none_or(|known| flag.on < known.on)
    {
        set_flag(tx, whole, flag.on, flag.why)?;
        kept += 1;
    }
    Ok(kept)
}
