//! The change that is wanted of many items: read once, then what it would do to each, and what writes it.
//!
//! Does not declare commands; the module above does.

use super::steps::{Act, DueRead, Lead, Step, is_about_the_item};
use super::{ManyRefused, SHOWN, SetMany};
use crate::bin::privacy;
use crate::door::At;
use crate::dues::read_due;
use crate::lists::filter;
use crate::values::{About, Take, act_day_at, taken, taken_word};
use followthrough_model::record::{Commitment, Recommendation};
use followthrough_model::status::may_update;
use followthrough_model::vocabulary::{ListKind, Priority, Queue};
use followthrough_model::{Day, Field, Kind, Ref, Status, Value, text};
use followthrough_store::read::listing::ListArgs;
use followthrough_store::{Error, Reader, Result, Tx};
use std::collections::{HashMap, HashSet};

/// What became of the chosen items.
#[derive(Default)]
pub(super) struct Tally {
    pub changed: u32,
    pub unchanged: u32,
    pub left_out: u32,
    pub refused: Vec<ManyRefused>,
}

impl Tally {
    pub(super) const fn total(&self) -> u32 {
        self.changed + self.unchanged + self.left_out
    }

    fn refuse(&mut self, reference: String, why: &Error) {
        self.left_out += 1;
        if self.refused.len() < SHOWN {
            self.refused.push(ManyRefused { reference, why: why.to_string() });
        }
    }
}

/// The change that is wanted, read once for all items.
pub(super) struct Wanted {
    kind: Kind,
    today: Day,
    on: Day,
    cells: Vec<(&'static str, Field, Value)>,
    lead: Option<Lead>,
    due: Option<(String, Option<String>, String)>,
    /// The due that the words mean, by the day from which they count; and its last day.
    dues: HashMap<Day, DueRead>,
    update: Option<(String, Option<Status>)>,
    theme: Option<(Ref, String)>,
}

impl Wanted {
    pub(super) fn read(r: &Reader<'_>, said: &SetMany, today: Day) -> Result<Self> {
        let kind = kind(said)?;
        let mut cells = Vec::new();
        if let Some(handler) = &said.handler {
            cells.push(("handler", Commitment::handler, taken(handler, Take::Line).about("handler")?));
        }
        if let Some(months) = &said.review_months {
            let months = taken(months, Take::Whole("number of months", 1, 120)).about("review_months")?;
            cells.push(("review_months", Commitment::review_months, months));
        }
        if let Some(priority) = &said.priority {
            cells.push(("priority", Recommendation::priority, taken_word::<Priority>(priority, true).about("priority")?));
        }
        if let Some(private) = said.private {
            let names = ["private", "reason"].into_iter().zip(privacy(private, said.reason.as_deref()).about("reason")?);
            cells.extend(names.map(|(name, (field, value))| (name, field, value)));
        }
        let lead = said.lead.as_deref().map(|lead| Lead::read(r, lead)).transpose().about("lead")?;
        let on = act_day_at(today, "change", said.on.as_deref()).about("on")?;
        let mut dues = HashMap::new();
        let due = match &said.due {
            None => None,
            Some(words) => {
                let hung = read_due(r, words, Some(on), said.event.as_deref()).about("due")?;
                let due_by = hung.due_by(r)?;
                dues.insert(on, (hung, due_by));
                let reason = said.reason.as_deref().unwrap_or_default();
                let reason = text::required("reason for the new due", reason).about("reason")?;
                Some((words.clone(), said.event.clone(), reason))
            }
        };
        let update = match (&said.text, said.status) {
            (None, None) => None,
            (words, status) => {
                let words = words.as_deref().unwrap_or_default();
                Some((text::required("text of the update", words).about("text")?, status))
            }
        };
        let theme = match &said.theme {
            None => None,
            Some(theme) => {
                let at = r.find(theme, &[Kind::Theme]).about("theme")?.at;
                Some((at, r.reference(at.rid)?))
            }
        };
        if cells.is_empty() && lead.is_none() && due.is_none() && update.is_none() && theme.is_none() {
            return Err(Error::refuse(
                "nothing_to_set",
                "Say what to set: lead, handler, due, status, text, review_months, priority, theme or private.",
            ));
        }
        Ok(Self { kind, today, on, cells, lead, due, dues, update, theme })
    }

    /// Goes over the chosen items; `take` gets the steps of each that would change.
    pub(super) fn each(
        mut self,
        r: &Reader<'_>,
        said: &SetMany,
        mut take: impl FnMut(&Self, Ref, Vec<Step>) -> Result<()>,
    ) -> Result<Tally> {
        let mut tally = Tally::default();
        let chosen = self.chosen(r, said, &mut tally)?;
        r.job().part(0..50, chosen.len());
        for at in chosen {
            r.job().step()?;
            match self.steps(r, at) {
                Ok(steps) if steps.is_empty() => tally.unchanged += 1,
                Ok(steps) => {
                    tally.changed += 1;
                    // One that may not be changed refuses all: what follows it is only asked, not written.
                    if said.skip || tally.left_out == 0 {
                        take(&self, at, steps)?;
                    }
                }
                Err(why) if is_about_the_item(&why) => tally.refuse(r.reference(at.rid)?, &why),
                Err(e) => return Err(e),
            }
        }
        Ok(tally)
    }

    /// The items, each once, in the order in which they were named or listed.
    fn chosen(&self, r: &Reader<'_>, said: &SetMany, tally: &mut Tally) -> Result<Vec<Ref>> {
        let (mut chosen, mut seen) = (Vec::new(), HashSet::new());
        for named in &said.items {
            match r.find(named, &[self.kind]) {
                Ok(found) if seen.insert(found.at.rid) => chosen.push(found.at),
                Ok(_) => {}
                Err(why) if is_about_the_item(&why) => tally.refuse(text::brief(named, 60), &why),
                Err(e) => return Err(e),
            }
        }
        if let Some(words) = said.filter.as_deref().filter(|words| !words.trim().is_empty()) {
            let list = if self.kind == Kind::Commitment { ListKind::Commitments } else { ListKind::Recommendations };
            let filter = filter(r, Some(words), list, &At::on(self.today, self.today)).about("filter")?;
            let args = ListArgs { filter: filter.as_ref(), ..ListArgs::of(list, Queue::All, self.today, self.today) };
            for rid in r.list_rids(&args, u32::MAX)? {
                if seen.insert(rid) {
                    chosen.push(r.at(rid)?);
                }
            }
        }
        if chosen.is_empty() && tally.left_out == 0 {
            return Err(Error::refuse("nothing_chosen", "No item is chosen: name items, or give a filter that admits some."));
        }
        Ok(chosen)
    }

    /// What would change of one item.
    fn steps(&mut self, r: &Reader<'_>, at: Ref) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        for (name, field, value) in &self.cells {
            steps.extend(Step::cell(r, at, *name, *field, value)?);
        }
        if let Some(lead) = &self.lead {
            steps.extend(Step::lead(r, at, self.on, lead)?);
        }
        if let Some(read) = self.due(r, at)? {
            let reason = self.due.as_ref().map(|(_, _, reason)| reason.clone());
            let now = r.due_on(at.rid, self.today)?;
            steps.extend(Step::due(r, now.as_ref(), read, reason)?);
        }
        if let Some((words, status)) = &self.update {
            let step = match status {
                None => {
                    let to = Some(text::brief(words, 200));
                    Step { field: "text".into(), from: None, to, act: Act::Update(words.clone(), None) }
                }
                Some(next) => {
                    let now = r.status_on(at.rid, self.on)?;
                    may_update(now, *next)?;
                    let (from, to) = (Some(now.to_string()), Some(next.to_string()));
                    Step { field: "status".into(), from, to, act: Act::Update(words.clone(), Some(*next)) }
                }
            };
            steps.push(step);
        }
        if let Some((theme, name)) = &self.theme
            && r.tag_on(at.rid, theme.rid)?.is_none()
        {
            steps.push(Step { field: "theme".into(), from: None, to: Some(name.clone()), act: Act::Tag(*theme) });
        }
        Ok(steps)
    }

    /// The due that the words mean for one commitment: “within 12 months” counts from when it was made.
    fn due(&mut self, r: &Reader<'_>, at: Ref) -> Result<Option<DueRead>> {
        let Some((words, event, _)) = &self.due else { return Ok(None) };
        let made = r.made_on(at.rid)?.unwrap_or(self.on);
        if let Some(known) = self.dues.get(&made) {
            return Ok(Some(known.clone()));
        }
        let hung = read_due(r, words, Some(made), event.as_deref())?;
        let read = (hung.clone(), hung.due_by(r)?);
        self.dues.insert(made, read.clone());
        Ok(Some(read))
    }

    pub(super) fn put(&self, tx: &mut Tx<'_>, at: Ref, act: Act) -> Result<()> {
        act.put(tx, at, self.on)
    }
}

/// Commitments or recommendations; refused where what is to be set does not belong to them.
fn kind(said: &SetMany) -> Result<Kind> {
    let of_commitments = [
        ("lead", said.lead.is_some()),
        ("handler", said.handler.is_some()),
        ("due", said.due.is_some()),
        ("status", said.status.is_some()),
        ("text", said.text.is_some()),
        ("review_months", said.review_months.is_some()),
    ];
    let (kind, list, other) = match said.list.unwrap_or(ListKind::Commitments) {
        ListKind::Commitments => (Kind::Commitment, "commitments", said.priority.as_ref().map(|_| "priority")),
        ListKind::Recommendations => {
            let other = of_commitments.iter().find(|(_, given)| *given).map(|(name, _)| *name);
            (Kind::Recommendation, "recommendations", other)
        }
        ListKind::Actors | ListKind::Sources => {
            return Err(Error::refuse("arguments", "Many can be changed of two lists: give commitments or recommendations.")
                .about("list"));
        }
    };
    match other {
        Some(field) => {
            let sentence = format!("The {list} have no {field} to set: leave it out, or give the other list.");
            Err(Error::refuse("arguments", sentence).about(field))
        }
        None => Ok(kind),
    }
}
