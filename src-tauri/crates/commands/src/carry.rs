//! Carrying unfinished recommendations forward: a successor each under a newer source or framework, linked to the old one,
//! whose open commitments are closed as superseded. The old item keeps its wording, themes and history.
//!
//! Does not say what is to be undertaken for the successor; that is a commitment of its own.

use crate::door::{Edit, command};
use crate::links::link;
use crate::themes::tag;
use crate::values::{About, Created, find, find_opt, line, refuse_taken};
use followthrough_model::record::{Addressee, Recommendation, Update, item};
use followthrough_model::status::Phase;
use followthrough_model::vocabulary::LinkKind;
use followthrough_model::{Kind, Ref, Status, Value, text};
use followthrough_store::read::Brief;
use followthrough_store::{Error, Result, Tx};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

command! {
    /// Carries unfinished recommendations forward: opens a successor of each under a newer source or framework, and closes what is still open of the old ones as superseded.
    pub struct CarryForward {
        /// Reference or id of a recommendation; one or more.
        #[cfg_attr(feature = "clap", arg(required = true))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub recommendation: Vec<String>,
        /// The source under which the successors stand; that of the old one if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// The framework to which the themes of the old one lead through crosswalks; the successors carry those themes.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: Option<String>,
        /// A theme that the successors carry.
        #[cfg_attr(feature = "clap", arg(long))]
        pub theme: Option<String>,
        /// The label of the successor, where it is one.
        #[cfg_attr(feature = "clap", arg(long))]
        pub label: Option<String>,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
    }
}

/// What was carried forward.
#[derive(Debug, Serialize, TS)]
pub struct Carried {
    /// The successors, in the order in which the old ones were named.
    pub opened: Vec<Created>,
    /// Commitments that were closed as superseded.
    pub closed: u32,
    /// Open commitments that stay open, as they answer others that are not carried forward.
    pub left_open: Vec<Brief>,
}

impl Edit for CarryForward {
    type Reply = Carried;
    fn run(self, tx: &mut Tx<'_>) -> Result<Carried> {
        let mut olds: Vec<Ref> = Vec::new();
        for said in &self.recommendation {
            let old = find(tx, said, Kind::Recommendation)?;
            if !olds.contains(&old) {
                olds.push(old);
            }
        }
        if olds.is_empty() {
            return Err(
                Error::refuse("arguments", "Say which recommendations go forward: name at least one.").about("recommendations")
            );
        }
        let reason = text::required("reason for carrying forward", &self.reason).about("reason")?;
        let source = find_opt(tx, self.source.as_deref(), Kind::Source).about("source")?;
        let framework = find_opt(tx, self.framework.as_deref(), Kind::Framework).about("framework")?;
        let theme = find_opt(tx, self.theme.as_deref(), Kind::Theme).about("theme")?;
        if source.is_none() && framework.is_none() && theme.is_none() {
            return Err(Error::refuse("arguments", "Say where the successors stand: give a source, a framework or a theme."));
        }
        let label = line(self.label.as_deref()).about("label")?;
        if label.is_some() && olds.len() > 1 {
            return Err(Error::refuse(
                "taken",
                "One label does not fit several successors. Carry them forward one by one, or leave the label out.",
            )
            .about("label"));
        }
        let mut done = Carried { opened: Vec::new(), closed: 0, left_open: Vec::new() };
        let mut under = BTreeSet::new();
        for old in &olds {
            let themes = themes(tx, *old, framework, theme)?;
            let new = successor(tx, *old, source, label.clone())?;
            for theme in themes {
                tag(tx, new, theme)?;
            }
            link(tx, new, *old, LinkKind::Supersedes, reason.clone())?;
            done.opened.push(Created::of(tx, new)?);
            under.extend(tx.reader().commitments_below(old.rid)?);
        }
        close(tx, &olds, under, &reason, &mut done)?;
        Ok(done)
    }
}

/// The themes of the successor: the one that was named, and those to which crosswalks lead.
fn themes(tx: &Tx<'_>, old: Ref, framework: Option<Ref>, theme: Option<Ref>) -> Result<Vec<Ref>> {
    let mut themes: Vec<Ref> = theme.into_iter().collect();
    if let Some(framework) = framework {
        for tag in tx.reader().tags_of(old.rid)? {
            for led in tx.reader().crosswalked(tag.rid, framework.rid)? {
                if !themes.contains(&led) {
                    themes.push(led);
                }
            }
        }
        if themes.is_empty() {
            let (old, framework) = (tx.reader().reference(old.rid)?, tx.reader().reference(framework.rid)?);
            return Err(Error::refuse(
                "no_crosswalk",
                format!(
                    "No crosswalk leads from the themes of {old} to “{framework}”. Name the theme of its successor, or add a crosswalk first."
                ),
            ).about("theme"));
        }
    }
    Ok(themes)
}

/// Opens the successor: it asks the same of the same actors.
fn successor(tx: &mut Tx<'_>, old: Ref, source: Option<Ref>, label: Option<String>) -> Result<Ref> {
    let page = tx.reader().recommendation(old.rid, tx.today(), tx.today())?;
    if let Some(newer) = page.links.iter().find(|l| l.kind == LinkKind::Supersedes && !l.forward) {
        return Err(Error::refuse(
            "taken",
            format!("{} was carried forward to {} already. Carry that one forward.", page.reference, newer.other.reference),
        ));
    }
    let source = match source {
        Some(source) => source,
        None => find(tx, &page.source.id.to_string(), Kind::Source)?,
    };
    if let Some(label) = &label {
        let short = tx.reader().reference(source.rid)?;
        refuse_taken(tx, &format!("{short} {label}"), &[Kind::Recommendation], None)?;
    }
    let ord = tx.reader().next_place(source.rid, None)?;
    let about = page.assessment;
    let row = Recommendation {
        label,
        heading: page.heading,
        force: page.force,
        priority: about.priority,
        precondition: about.precondition,
        risk: about.risk,
        contingency: about.contingency,
        theory: about.theory,
        ..Recommendation::of(source, ord, page.text)
    };
    let why = tx.reader().privacy(old.rid)?;
    let new = tx.insert(&row)?;
    if let Some(why) = why {
        tx.set(new, item::PRIVATE, &Value::Int(1))?;
        tx.set(new, item::PRIVATE_WHY, &Value::Text(why))?;
    }
    for asked in page.addressees {
        let actor = find(tx, &asked.actor.id.to_string(), Kind::Actor)?;
        tx.insert(&Addressee { confirmed: asked.confirmed, ..Addressee::of(new, actor, asked.named) })?;
    }
    Ok(new)
}

/// Closes what is still open under the old ones, unless it answers something that stays.
fn close(tx: &mut Tx<'_>, olds: &[Ref], under: BTreeSet<i64>, reason: &str, done: &mut Carried) -> Result<()> {
    let gone: BTreeSet<_> = olds.iter().map(|old| old.id).collect();
    let mut covered = gone.clone();
    for old in olds {
        covered.extend(tx.reader().parts_of(old.rid)?.into_iter().map(|part| part.id));
    }
    for rid in under {
        let page = tx.reader().commitment(rid, tx.today())?;
        if !matches!(page.status.phase(), Phase::Open | Phase::Suspended) {
            continue;
        }
        if page.answers.iter().any(|a| !covered.contains(&a.id)) {
            done.left_open.push(tx.reader().brief(rid)?);
            continue;
        }
        let (commitment, on, stamp) = (Ref { rid, id: page.id }, tx.today(), tx.stamp());
        // Of several, those that follow what it answers.
        let mut to: Vec<&str> = Vec::new();
        for (old, new) in olds.iter().zip(&done.opened) {
            let parts = tx.reader().parts_of(old.rid)?;
            if page.answers.iter().any(|a| a.id == old.id || parts.iter().any(|part| part.id == a.id)) {
                to.push(&new.reference);
            }
        }
        let text = format!("Carried forward to {}: {reason}", to.join(", "));
        tx.insert(&Update { status: Some(Status::Superseded), ..Update::of(commitment, on, text, stamp) })?;
        done.closed += 1;
    }
    Ok(())
}
