//! One commitment repeated to many: made for each member of a group in one act, then followed one by one.
//!
//! The group line that rolls them up is the page of the series.

use crate::commitments::part;
use crate::door::{At, Edit, Query, command};
use crate::dues::{put_due, read_due};
use crate::values::{About, find, find_opt, line, paragraph, past_day, required_line};
use followthrough_model::record::{Answer, Commitment, Series};
use followthrough_model::vocabulary::{ActorKind, CommitmentKind, Level, Role};
use followthrough_model::{Day, Kind, text};
use followthrough_store::read::Named;
use followthrough_store::read::series::{GroupArgs, Member};
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;

command! {
    /// Makes one commitment for each member of a group in one act: for named actors, for all below an actor, for all of a kind. Each is then followed by itself.
    pub struct RepeatCommitment {
        /// Reference or id of the recommendation that they answer.
        #[cfg_attr(feature = "clap", arg(long))]
        pub recommendation: String,
        /// What each will deliver.
        #[cfg_attr(feature = "clap", arg(long))]
        pub deliverable: String,
        /// An actor that gets one; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub actor: Vec<String>,
        /// All below this actor, however far.
        #[cfg_attr(feature = "clap", arg(long))]
        pub under: Option<String>,
        /// All actors of this kind; with --under only those below it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub of_kind: Option<ActorKind>,
        /// Of these, only those at this level.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<Level>,
        /// An actor of the group that gets none; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub except: Vec<String>,
        /// A series that exists: those of the group who have no commitment in it yet join it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub series: Option<String>,
        /// The name of the group line; the deliverable if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// When each is due, in words.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due: Option<String>,
        /// What they came from; response if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<CommitmentKind>,
        /// The day on which they were undertaken.
        #[cfg_attr(feature = "clap", arg(long))]
        pub made_on: Option<String>,
        /// How completion will be recognised.
        #[cfg_attr(feature = "clap", arg(long))]
        pub done_when: Option<String>,
        /// The desk colleague who follows them.
        #[cfg_attr(feature = "clap", arg(long))]
        pub handler: Option<String>,
    }
}

/// A series and how many commitments were made.
#[derive(Debug, Serialize, TS)]
pub struct Repeated {
    pub id: followthrough_model::Uuid,
    /// The reference of the series.
    #[serde(rename = "ref")]
    pub reference: String,
    pub commitments: u32,
}

impl Edit for RepeatCommitment {
    type Reply = Repeated;
    fn run(self, tx: &mut Tx<'_>) -> Result<Repeated> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let deliverable = text::required("deliverable", &self.deliverable).about("deliverable")?;
        let made_on = past_day(tx, "commitment", self.made_on.as_deref()).about("made_on")?;
        let due = self.due.as_deref().map(|words| read_due(&tx.reader(), words, made_on, None)).transpose().about("due")?;
        let known = find_opt(tx, self.series.as_deref(), Kind::Series).about("series")?;
        let said = Said {
            actor: &self.actor,
            under: self.under.as_deref(),
            kind: self.of_kind,
            level: self.level,
            except: &self.except,
        };
        let (members, already) = members(&tx.reader(), &said, known.map(|s| s.rid), tx.today())?;
        if members.is_empty() {
            return Err(nobody(!already.is_empty()));
        }
        let series = if let Some(series) = known {
            series
        } else {
            let title = match self.title.as_deref() {
                Some(title) => required_line("name of the group line", title)?,
                None => text::brief(&deliverable, 200),
            };
            tx.insert(&Series { title, recommendation: Some(recommendation) })?
        };
        for member in &members {
            let commitment = tx.insert(&Commitment {
                made_on,
                done_when: paragraph(self.done_when.as_deref()).about("done_when")?,
                handler: line(self.handler.as_deref()).about("handler")?,
                series: Some(series),
                ..Commitment::of(deliverable.clone(), self.kind.unwrap_or(CommitmentKind::Response))
            })?;
            tx.insert(&Answer { commitment, recommendation, main: true })?;
            part(tx, commitment, Some(member.at), Role::Lead, None)?;
            if let Some(due) = &due {
                put_due(tx, commitment, due, None, None, None)?;
            }
        }
        let reference = tx.reader().reference(series.rid)?;
        Ok(Repeated { id: series.id, reference, commitments: u32::try_from(members.len()).unwrap_or(u32::MAX) })
    }
}

/// The group as it was said.
struct Said<'a> {
    actor: &'a [String],
    under: Option<&'a str>,
    kind: Option<ActorKind>,
    level: Option<Level>,
    except: &'a [String],
}

/// Who would get a commitment, and who has one in the series already.
fn members(r: &Reader<'_>, said: &Said<'_>, series: Option<i64>, today: Day) -> Result<(Vec<Member>, Vec<Member>)> {
    let actor = |said: &String| Ok(r.find(said, &[Kind::Actor])?.at);
    let under = said.under.map(|said| r.find(said, &[Kind::Actor])).transpose()?.map(|f| f.at.rid);
    let mut all: Vec<Member> = Vec::new();
    for one in said.actor {
        all.push(r.member(actor(one)?)?);
    }
    if under.is_some() || said.kind.is_some() || said.level.is_some() {
        all.extend(r.group(&GroupArgs { under, kind: said.kind, level: said.level }, today)?);
    } else if said.actor.is_empty() {
        return Err(Error::refuse(
            "arguments",
            "Say for whom: name actors, or give the actor above them, their kind or their level.",
        ));
    }
    let except = said.except.iter().map(actor).collect::<Result<Vec<_>>>()?;
    let has = series.map(|series| r.leads_of_series(series)).transpose()?.unwrap_or_default();
    let mut seen = HashSet::new();
    all.retain(|m| !except.contains(&m.at) && seen.insert(m.at));
    Ok(all.into_iter().partition(|m| !has.contains(&m.at.rid)))
}

fn nobody(all_have: bool) -> Error {
    Error::refuse(
        "empty_group",
        if all_have {
            "Each member of this group has a commitment in the series already. Name others, or leave it as it is."
        } else {
            "Nobody is in this group, so nothing would be made. Choose another kind, level or actor above, or add the actors first."
        },
    )
}

command! {
    /// Who would get a commitment if it were repeated to this group. Stores nothing.
    pub struct RepeatPreview {
        /// An actor that gets one; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub actor: Vec<String>,
        /// All below this actor, however far.
        #[cfg_attr(feature = "clap", arg(long))]
        pub under: Option<String>,
        /// All actors of this kind; with --under only those below it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub of_kind: Option<ActorKind>,
        /// Of these, only those at this level.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<Level>,
        /// An actor of the group that gets none; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub except: Vec<String>,
        /// A series that exists: those who have a commitment in it already get none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub series: Option<String>,
    }
}

/// The members of a group.
#[derive(Debug, Serialize, TS)]
pub struct RepeatPreviewReply {
    pub total: u32,
    /// Who would get one.
    pub members: Vec<Named>,
    /// Who has one in the series already.
    pub already: Vec<Named>,
}

impl Query for RepeatPreview {
    type Reply = RepeatPreviewReply;
    const READS: &'static [Kind] = &[Kind::Actor, Kind::Alias, Kind::Series, Kind::Commitment, Kind::CommitmentActor];
    fn run(self, r: &Reader<'_>, at: &At) -> Result<RepeatPreviewReply> {
        let series = self.series.as_deref().map(|said| r.find(said, &[Kind::Series])).transpose()?;
        let said = Said {
            actor: &self.actor,
            under: self.under.as_deref(),
            kind: self.of_kind,
            level: self.level,
            except: &self.except,
        };
        let (members, already) = members(r, &said, series.map(|f| f.at.rid), at.today)?;
        if members.is_empty() {
            return Err(nobody(!already.is_empty()));
        }
        let names = |all: Vec<Member>| all.into_iter().map(|m| m.name).collect::<Vec<_>>();
        Ok(RepeatPreviewReply {
            total: u32::try_from(members.len()).unwrap_or(u32::MAX),
            members: names(members),
            already: names(already),
        })
    }
}
