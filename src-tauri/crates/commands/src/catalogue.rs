//! Loading the catalogue into a workspace, and drafting the commitments that it speaks of.
//!
//! Rows get the identities of their seeds, so that two desks which load the same catalogue do not double it, and loading
//! it again adds only what is not there.

use crate::commitments::part;
use crate::door::{Edit, command};
use crate::dues::write_due;
use followthrough_import::catalogue::{self, Catalogue, Item, pair_uuid, seed_uuid};
use followthrough_model::record::{
    Actor, Addressee, Alias, Answer, Commitment, Framework, Recommendation, Record, Source, Theme, ThemeOf,
};
use followthrough_model::vocabulary::{CommitmentKind, Role};
use followthrough_model::{Ref, Uuid, Value};
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

command! {
    /// Loads the catalogue: sources on peacekeeping with their recommendations, actors and frameworks. What is there already stays as it is.
    pub struct LoadCatalogue {}
}

/// How much was added.
#[derive(Debug, Default, Serialize, TS)]
pub struct Loaded {
    pub sources: u32,
    /// Parts included.
    pub recommendations: u32,
    pub actors: u32,
}

impl Edit for LoadCatalogue {
    type Reply = Loaded;
    fn run(self, tx: &mut Tx<'_>) -> Result<Loaded> {
        let catalogue = read()?;
        let mut loading = Loading { tx, known: HashMap::new(), added: Loaded::default() };
        loading.actors(&catalogue)?;
        loading.frameworks(&catalogue)?;
        loading.sources(&catalogue)?;
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
}

impl Loading<'_, '_> {
    /// The row of an identity, made if it is not there. Answers whether it was made.
    fn row<R: Record>(&mut self, id: Uuid, row: impl FnOnce(&mut Self) -> Result<R>) -> Result<(Ref, bool)> {
        if let Some(at) = self.known.get(&id) {
            return Ok((*at, false));
        }
        let (at, made) = if let Some(found) = self.tx.reader().present(id)? {
            (found.at, false)
        } else {
            let row = row(self)?;
            (self.tx.insert_as(id, &row)?, true)
        };
        self.known.insert(id, at);
        Ok((at, made))
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
                    merged_into: None,
                    contact: None,
                    review_months: None,
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
        for theme in &item.themes {
            let theme = self.seed(theme)?;
            self.row(pair_uuid("theme", at.id, theme.id), |_| Ok(ThemeOf { theme, of: at }))?;
        }
        if !item.due.stated.is_empty() {
            write_due(self.tx, at, &item.due, None, None, None)?;
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
            write_due(tx, at, &draft.due, None, None, None)?;
            commitments += 1;
        }
        Ok(Drafted { commitments })
    }
}
