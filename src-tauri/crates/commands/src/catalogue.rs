//! Loading the catalogue into a workspace, and drafting the commitments that it speaks of.
//!
//! Rows get the identities of their seeds, so that two desks which load the same catalogue do not double it. Loading it
//! again adds what is not there, brings up to date what the user has not touched, and shows the rest as a choice.

mod between;

use crate::commitments::part;
use crate::door::{Edit, command};
use crate::dues::{Hung, put_due};
use followthrough_import::catalogue::{self, Catalogue, Item, pair_uuid, seed_uuid};
use followthrough_model::record::{
    Actor, Addressee, Alias, Answer, Caller, Commitment, Event, Framework, Recommendation, Record, Source, Theme, ThemeOf,
};
use followthrough_model::vocabulary::{CommitmentKind, Role};
use followthrough_model::{Ref, Uuid, Value};
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

command! {
    /// Loads the catalogue: sources on peacekeeping with their recommendations, actors, frameworks, links and indicators. Loaded again, it brings up to date what nobody here has changed, and lists the rest as choices.
    pub struct LoadCatalogue {
        /// A choice to take from the catalogue, as listed (ID.field), or all; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub take: Vec<String>,
    }
}

/// A cell that was changed here and reads otherwise in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// What to give to take the catalogue's.
    pub take: String,
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    pub field: String,
    pub yours: Option<String>,
    pub catalogue: Option<String>,
}

/// How much was added.
#[derive(Debug, Default, Serialize, TS)]
pub struct Loaded {
    pub sources: u32,
    /// Parts included.
    pub recommendations: u32,
    pub actors: u32,
    pub links: u32,
    pub crosswalks: u32,
    pub indicators: u32,
    /// Mechanisms that can be cited as evidence.
    pub mechanisms: u32,
    /// Cells that were brought up to date.
    pub updated: u32,
    /// What was changed here and reads otherwise in the catalogue; at most 200.
    pub choices: Vec<Choice>,
}

/// Choices that are listed.
const MOST_CHOICES: usize = 200;

impl Edit for LoadCatalogue {
    type Reply = Loaded;
    fn run(self, tx: &mut Tx<'_>) -> Result<Loaded> {
        let catalogue = read()?;
        let mut loading = Loading { tx, known: HashMap::new(), added: Loaded::default(), take: &self.take };
        let job = loading.tx.job();
        job.part(0..50, catalogue.sources.len());
        loading.actors(&catalogue)?;
        loading.frameworks(&catalogue)?;
        loading.sources(&catalogue)?;
        loading.between(&catalogue.between)?;
        Ok(loading.added)
    }
}

fn read() -> Result<Catalogue> {
    catalogue::read().map_err(|problem| Error::Value(problem.to_string()))
}

struct Loading<'t, 'c> {
    tx: &'t mut Tx<'c>,
    known: HashMap<Uuid, Ref>,
    added: Loaded,
    /// Choices to take from the catalogue.
    take: &'t [String],
}

impl Loading<'_, '_> {
    /// The row of an identity, made if it is not there. Answers whether it was made.
    fn row<R: Record>(&mut self, id: Uuid, row: impl FnOnce(&mut Self) -> Result<R>) -> Result<(Ref, bool)> {
        if let Some(at) = self.known.get(&id) {
            return Ok((*at, false));
        }
        let row = row(self)?;
        let (at, made) = if let Some(found) = self.tx.reader().present(id)? {
            self.renew(found.at, &row)?;
            (found.at, false)
        } else {
            (self.tx.insert_as(id, &row)?, true)
        };
        self.known.insert(id, at);
        Ok((at, made))
    }

    /// Brings a row up to date: what nobody here changed, or what the user takes. What the catalogue leaves open stays.
    fn renew<R: Record>(&mut self, at: Ref, row: &R) -> Result<()> {
        if !self.tx.reader().is_live(at.rid)? {
            return Ok(());
        }
        for (field, theirs) in R::FIELDS.iter().zip(row.values()) {
            if theirs == Value::Null || ["stamp", "confirmed"].contains(&field.name) {
                continue;
            }
            let yours = self.tx.get(at, *field)?;
            if yours == theirs {
                continue;
            }
            let take = format!("{}.{}", at.id, field.name);
            let taken = self.take.iter().any(|said| said == "all" || *said == take);
            if taken || !self.tx.reader().is_changed_by_hand(at.rid, field.name)? {
                self.tx.set(at, *field, &theirs)?;
                self.added.updated += 1;
            } else if self.added.choices.len() < MOST_CHOICES {
                let brief = self.tx.reader().brief(at.rid)?;
                self.added.choices.push(Choice {
                    take,
                    id: at.id,
                    reference: brief.reference,
                    title: brief.title,
                    field: field.name.to_owned(),
                    yours: self.said(&yours)?,
                    catalogue: self.said(&theirs)?,
                });
            }
        }
        Ok(())
    }

    fn said(&self, value: &Value) -> Result<Option<String>> {
        Ok(match value {
            Value::Null => None,
            Value::Int(n) => Some(n.to_string()),
            Value::Text(text) => Some(text.clone()),
            Value::Ref(at) => Some(self.tx.reader().reference(at.rid)?),
        })
    }

    /// The row of a seed that came before.
    fn seed(&self, seed: &str) -> Result<Ref> {
        self.known.get(&seed_uuid(seed)).copied().ok_or_else(|| Error::Value(format!("“{seed}” of the catalogue")))
    }

    fn actors(&mut self, catalogue: &Catalogue) -> Result<()> {
        let mut new = HashSet::new();
        for actor in &catalogue.actors {
            let (at, made) = self.row(seed_uuid(&actor.seed), |this| {
                Ok(Actor {
                    name: actor.name.clone(),
                    short: actor.short.clone(),
                    kind: actor.kind,
                    level: actor.level,
                    parent: actor.parent.as_deref().map(|p| this.seed(p)).transpose()?,
                    successor: None,
                    succeeded_on: actor.successor.as_ref().map(|(_, from)| *from),
                    ..Actor::of(String::new(), actor.kind)
                })
            })?;
            self.added.actors += u32::from(made);
            if !made {
                continue;
            }
            new.insert(at.id);
            for alias in &actor.aliases {
                self.row(seed_uuid(&format!("alias/{}/{alias}", actor.seed)), |_| Ok(Alias { of: at, name: alias.clone() }))?;
            }
        }
        // A successor may stand later in the file than those before it.
        for actor in &catalogue.actors {
            if let Some((successor, _)) = &actor.successor {
                let (at, successor) = (self.seed(&actor.seed)?, self.seed(successor)?);
                if new.contains(&at.id) {
                    self.tx.set(at, Actor::successor, &Value::Ref(successor))?;
                }
            }
        }
        Ok(())
    }

    fn frameworks(&mut self, catalogue: &Catalogue) -> Result<()> {
        for framework in &catalogue.frameworks {
            let (at, _) = self.row(seed_uuid(&framework.seed), |_| Ok(Framework { name: framework.name.clone() }))?;
            for (ord, theme) in (0_i64..).zip(&framework.themes) {
                self.row(seed_uuid(&theme.seed), |_| Ok(Theme { framework: at, name: theme.name.clone(), ord }))?;
            }
        }
        Ok(())
    }

    fn sources(&mut self, catalogue: &Catalogue) -> Result<()> {
        for source in &catalogue.sources {
            self.tx.job().step()?;
            let (at, made) = self.row(seed_uuid(&source.seed), |_| {
                Ok(Source {
                    short: source.short.clone(),
                    title: source.title.clone(),
                    publisher: Some(source.publisher.clone()),
                    symbol: source.symbol.clone(),
                    published: Some(source.published.clone()),
                    language: Some(source.language.clone()),
                    standing: Some(source.standing),
                    review_months: None,
                })
            })?;
            self.added.sources += u32::from(made);
            for (n, item) in (1_i64..).zip(&source.items) {
                let whole = self.item(at, None, item, n * 1000)?;
                for (m, part) in (1_i64..).zip(&item.parts) {
                    self.item(at, Some(whole), part, n * 1000 + m)?;
                }
            }
        }
        Ok(())
    }

    fn item(&mut self, source: Ref, parent: Option<Ref>, item: &Item, ord: i64) -> Result<Ref> {
        let id = seed_uuid(&item.seed);
        let (at, made) = self.row(id, |_| {
            Ok(Recommendation {
                source,
                parent,
                ord,
                label: item.label.clone(),
                section: item.section.clone(),
                page: item.page.clone(),
                line: Some(item.line),
                line_end: Some(item.line_end),
                heading: item.heading.clone(),
                text: item.text.clone(),
                force: Some(item.force),
                contested: item.contested.clone(),
                aim: item.aim,
                remark: item.note.clone(),
                ..Recommendation::of(source, ord, item.text.clone())
            })
        })?;
        if !made {
            return Ok(at);
        }
        self.added.recommendations += 1;
        for addressee in &item.addressees {
            let actor = self.seed(&addressee.actor)?;
            self.row(pair_uuid("addressee", at.id, actor.id), |_| Ok(Addressee::of(at, actor, addressee.named)))?;
        }
        for caller in &item.callers {
            let actor = self.seed(&caller.actor)?;
            self.row(pair_uuid("caller", at.id, actor.id), |_| Ok(Caller { recommendation: at, actor }))?;
        }
        for theme in &item.themes {
            let theme = self.seed(theme)?;
            self.row(pair_uuid("theme", at.id, theme.id), |_| Ok(ThemeOf { theme, of: at }))?;
        }
        if !item.due.stated.is_empty() {
            let event = match &item.event {
                Some(name) => Some(self.row(seed_uuid(&format!("event/{name}")), |_| Ok(Event { name: name.clone() }))?.0),
                None => None,
            };
            put_due(self.tx, at, &Hung { due: item.due.clone(), event }, None, None, None)?;
        }
        Ok(at)
    }
}

command! {
    /// Drafts a commitment for each undertaking of the catalogue that has none yet. They are marked as drafted until their lead confirms them.
    pub struct DraftCommitments {}
}

/// How many were drafted.
#[derive(Debug, Serialize, TS)]
pub struct Drafted {
    pub commitments: u32,
}

impl Edit for DraftCommitments {
    type Reply = Drafted;
    fn run(self, tx: &mut Tx<'_>) -> Result<Drafted> {
        let catalogue = read()?;
        let there = |tx: &Tx<'_>, seed: &str| -> Result<Ref> {
            let found = tx.reader().present(seed_uuid(seed))?;
            Ok(found
                .ok_or_else(|| {
                    Error::refuse(
                        "no_catalogue",
                        "The catalogue is not in this workspace yet: load it first with load-catalogue.",
                    )
                })?
                .at)
        };
        let mut commitments = 0;
        for draft in catalogue::drafts(&catalogue) {
            let id = seed_uuid(&draft.seed);
            if tx.reader().present(id)?.is_some() {
                continue;
            }
            let recommendation = there(tx, &draft.item)?;
            let at = tx.insert_as(
                id,
                &Commitment { drafted: true, ..Commitment::of(draft.deliverable, CommitmentKind::DeclaredCommitment) },
            )?;
            tx.insert_as(pair_uuid("answer", at.id, recommendation.id), &Answer { commitment: at, recommendation, main: true })?;
            if let Some(lead) = &draft.lead {
                let lead = there(tx, lead)?;
                part(tx, at, Some(lead), Role::Lead, None)?;
            }
            for (actors, role) in [(&draft.joint, Role::Joint), (&draft.supporting, Role::Supporting)] {
                for actor in actors {
                    let actor = there(tx, actor)?;
                    part(tx, at, Some(actor), role, None)?;
                }
            }
            let event = draft.event.as_ref().map(|name| there(tx, &format!("event/{name}"))).transpose()?;
            put_due(tx, at, &Hung { due: draft.due, event }, None, None, None)?;
            commitments += 1;
        }
        Ok(Drafted { commitments })
    }
}
