//! Entering and editing recommendations, their parts and whom they ask.

use crate::door::{Edit, command};
use crate::dues::{put_due, read_due};
use crate::values::{About, Created, Take, create, find, find_opt, line, paragraph, patch, patch_word, refuse_taken, whole};
use followthrough_model::record::{Addressee, Alias, Recommendation, TheirRef};
use followthrough_model::vocabulary::{Aim, Force, Priority};
use followthrough_model::{Kind, Ref, Value, text};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Adds a recommendation of a source, or a part of one.
    pub struct AddRecommendation {
        /// Short name or id of the source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: String,
        /// What it asks.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: String,
        /// Its label in the source (P4.3).
        #[cfg_attr(feature = "clap", arg(long))]
        pub label: Option<String>,
        /// The section that it stands in.
        #[cfg_attr(feature = "clap", arg(long))]
        pub section: Option<String>,
        /// The page, as printed.
        #[cfg_attr(feature = "clap", arg(long))]
        pub page: Option<String>,
        /// Its heading.
        #[cfg_attr(feature = "clap", arg(long))]
        pub heading: Option<String>,
        /// How strongly it asks.
        #[cfg_attr(feature = "clap", arg(long))]
        pub force: Option<Force>,
        /// Why it is contested.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contested: Option<String>,
        /// Their own reference number.
        #[cfg_attr(feature = "clap", arg(long))]
        pub their_ref: Option<String>,
        /// The recommendation that it is a part of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub parent: Option<String>,
        /// An actor that it asks; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub addressee: Vec<String>,
        /// When it is to be done, in the words of the source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub due: Option<String>,
        /// The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
        #[cfg_attr(feature = "clap", arg(long))]
        pub event: Option<String>,
        /// How much it matters to the desk.
        #[cfg_attr(feature = "clap", arg(long))]
        pub priority: Option<Priority>,
        /// Whom the line is meant for, where a heading of its source would mislead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub aim: Option<Aim>,
        /// What must be there first.
        #[cfg_attr(feature = "clap", arg(long))]
        pub precondition: Option<String>,
        /// What may go wrong.
        #[cfg_attr(feature = "clap", arg(long))]
        pub risk: Option<String>,
        /// What to do then.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contingency: Option<String>,
        /// Why doing it should bring about what is wanted.
        #[cfg_attr(feature = "clap", arg(long))]
        pub theory: Option<String>,
        /// What was in place already when it was made.
        #[cfg_attr(feature = "clap", arg(long))]
        pub already: Option<String>,
        /// Score 0 to 3: it helps several areas.
        #[cfg_attr(feature = "clap", arg(long))]
        pub enables: Option<u32>,
        /// Score 0 to 3: it can be done with what is there.
        #[cfg_attr(feature = "clap", arg(long))]
        pub feasible: Option<u32>,
        /// Score 0 to 3: it shows on the ground.
        #[cfg_attr(feature = "clap", arg(long))]
        pub impact: Option<u32>,
        /// Score 0 to 3: it keeps agreement.
        #[cfg_attr(feature = "clap", arg(long))]
        pub consensus: Option<u32>,
        /// A remark of the desk about the text.
        #[cfg_attr(feature = "clap", arg(long))]
        pub remark: Option<String>,
    }
}

impl Edit for AddRecommendation {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let source = find(tx, &self.source, Kind::Source).about("source")?;
        let parent = find_opt(tx, self.parent.as_deref(), Kind::Recommendation).about("parent")?;
        if let Some(parent) = parent {
            let page = tx.reader().recommendation(parent.rid, tx.today(), tx.today())?;
            if page.parent.is_some() {
                return Err(Error::refuse(
                    "part_of_part",
                    "A part cannot have parts of its own. Add it to the whole recommendation.",
                )
                .about("parent"));
            }
            if page.source.id != source.id {
                return Err(Error::refuse(
                    "other_source",
                    format!("{} is of another source. A part belongs to the source of its whole.", page.reference),
                )
                .about("parent"));
            }
        }
        let label = line(self.label.as_deref()).about("label")?;
        refuse_label(tx, source, label.as_deref(), None)?;
        let due = self
            .due
            .as_deref()
            .map(|words| read_due(&tx.reader(), words, None, self.event.as_deref()))
            .transpose()
            .about("due")?;
        let row = Recommendation {
            source,
            parent,
            ord: tx.reader().next_place(source.rid, parent.map(|p| p.rid))?,
            label,
            section: line(self.section.as_deref()).about("section")?,
            page: line(self.page.as_deref()).about("page")?,
            line: None,
            line_end: None,
            heading: line(self.heading.as_deref()).about("heading")?,
            text: text::required("text of the recommendation", &self.text).about("text")?,
            force: self.force,
            contested: paragraph(self.contested.as_deref()).about("contested")?,
            priority: self.priority,
            aim: self.aim,
            precondition: paragraph(self.precondition.as_deref()).about("precondition")?,
            risk: paragraph(self.risk.as_deref()).about("risk")?,
            contingency: paragraph(self.contingency.as_deref()).about("contingency")?,
            theory: paragraph(self.theory.as_deref()).about("theory")?,
            already: paragraph(self.already.as_deref()).about("already")?,
            enables: score(self.enables).about("enables")?,
            feasible: score(self.feasible).about("feasible")?,
            impact: score(self.impact).about("impact")?,
            consensus: score(self.consensus).about("consensus")?,
            remark: paragraph(self.remark.as_deref()).about("remark")?,
        };
        let at = tx.insert(&row)?;
        if let Some(number) = line(self.their_ref.as_deref()).about("their_ref")? {
            tx.insert(&TheirRef { of: at, number, whose: None })?;
        }
        let mut asked = Vec::new();
        for actor in &self.addressee {
            let actor = find(tx, actor, Kind::Actor).about("addressee")?;
            if !asked.contains(&actor) {
                tx.insert(&Addressee::of(at, actor, true))?;
                asked.push(actor);
            }
        }
        if let Some(due) = due {
            put_due(tx, at, &due, None, None, None)?;
        }
        Created::of(tx, at)
    }
}

fn refuse_label(tx: &Tx<'_>, source: Ref, label: Option<&str>, but: Option<Ref>) -> Result<()> {
    let Some(label) = label else { return Ok(()) };
    let short = tx.reader().reference(source.rid)?;
    refuse_taken(tx, &format!("{short} {label}"), &[Kind::Recommendation], but).about("label")
}

command! {
    /// Changes fields of a recommendation. A field that is not given stays; none clears it. An earlier label stays an alias.
    pub struct EditRecommendation {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// What it asks.
        #[cfg_attr(feature = "clap", arg(long))]
        pub text: Option<String>,
        /// Its label in the source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub label: Option<String>,
        /// The section that it stands in.
        #[cfg_attr(feature = "clap", arg(long))]
        pub section: Option<String>,
        /// The page, as printed.
        #[cfg_attr(feature = "clap", arg(long))]
        pub page: Option<String>,
        /// Its heading.
        #[cfg_attr(feature = "clap", arg(long))]
        pub heading: Option<String>,
        /// How strongly it asks, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub force: Option<String>,
        /// Why it is contested.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contested: Option<String>,
        /// How much it matters to the desk, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub priority: Option<String>,
        /// Whom the line is meant for, where a heading of its source would mislead, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub aim: Option<String>,
        /// What must be there first.
        #[cfg_attr(feature = "clap", arg(long))]
        pub precondition: Option<String>,
        /// What may go wrong.
        #[cfg_attr(feature = "clap", arg(long))]
        pub risk: Option<String>,
        /// What to do then.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contingency: Option<String>,
        /// Why doing it should bring about what is wanted.
        #[cfg_attr(feature = "clap", arg(long))]
        pub theory: Option<String>,
        /// What was in place already when it was made.
        #[cfg_attr(feature = "clap", arg(long))]
        pub already: Option<String>,
        /// Score 0 to 3: it helps several areas.
        #[cfg_attr(feature = "clap", arg(long))]
        pub enables: Option<String>,
        /// Score 0 to 3: it can be done with what is there.
        #[cfg_attr(feature = "clap", arg(long))]
        pub feasible: Option<String>,
        /// Score 0 to 3: it shows on the ground.
        #[cfg_attr(feature = "clap", arg(long))]
        pub impact: Option<String>,
        /// Score 0 to 3: it keeps agreement.
        #[cfg_attr(feature = "clap", arg(long))]
        pub consensus: Option<String>,
        /// A remark of the desk about the text.
        #[cfg_attr(feature = "clap", arg(long))]
        pub remark: Option<String>,
    }
}

impl Edit for EditRecommendation {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let page = tx.reader().recommendation(at.rid, tx.today(), tx.today())?;
        if let Some(label) = self.label.as_deref().filter(|l| *l != crate::values::NONE) {
            let source = find(tx, &page.source.id.to_string(), Kind::Source)?;
            refuse_label(tx, source, Some(label), Some(at))?;
        }
        if patch(tx, at, Recommendation::label, self.label.as_deref(), Take::Line)?
            && let Some(earlier) = page.label
        {
            tx.insert(&Alias { of: at, name: earlier })?;
        }
        patch(tx, at, Recommendation::text, self.text.as_deref(), Take::Text("text of the recommendation"))?;
        patch(tx, at, Recommendation::section, self.section.as_deref(), Take::Line)?;
        patch(tx, at, Recommendation::page, self.page.as_deref(), Take::Line)?;
        patch(tx, at, Recommendation::heading, self.heading.as_deref(), Take::Line)?;
        patch_word::<Force>(tx, at, Recommendation::force, self.force.as_deref(), true)?;
        patch(tx, at, Recommendation::contested, self.contested.as_deref(), Take::Paragraph)?;
        patch_word::<Priority>(tx, at, Recommendation::priority, self.priority.as_deref(), true)?;
        patch_word::<Aim>(tx, at, Recommendation::aim, self.aim.as_deref(), true)?;
        for (field, said) in [
            (Recommendation::precondition, &self.precondition),
            (Recommendation::risk, &self.risk),
            (Recommendation::contingency, &self.contingency),
            (Recommendation::theory, &self.theory),
            (Recommendation::already, &self.already),
            (Recommendation::remark, &self.remark),
        ] {
            patch(tx, at, field, said.as_deref(), Take::Paragraph)?;
        }
        for (field, said) in [
            (Recommendation::enables, &self.enables),
            (Recommendation::feasible, &self.feasible),
            (Recommendation::impact, &self.impact),
            (Recommendation::consensus, &self.consensus),
        ] {
            patch(tx, at, field, said.as_deref(), Take::Whole("score", 0, 3))?;
        }
        Ok(())
    }
}

fn score(said: Option<u32>) -> Result<Option<i64>> {
    whole("score", said, 0, 3)
}

command! {
    /// Adds an actor that a recommendation asks.
    pub struct AddAddressee {
        /// Reference or id of the recommendation.
        pub recommendation: String,
        /// The actor.
        pub actor: String,
        /// The text does not name it: it is only implied, and stays unconfirmed.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub implied: bool,
    }
}

impl Edit for AddAddressee {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let recommendation = find(tx, &self.recommendation, Kind::Recommendation).about("recommendation")?;
        let actor = find(tx, &self.actor, Kind::Actor).about("actor")?;
        let page = tx.reader().recommendation(recommendation.rid, tx.today(), tx.today())?;
        if page.addressees.iter().any(|a| a.actor.id == actor.id) {
            return Err(Error::refuse("taken", format!("{} asks this actor already.", page.reference)).about("actor"));
        }
        create(tx, &Addressee::of(recommendation, actor, !self.implied))
    }
}

command! {
    /// Confirms an actor that was only implied.
    pub struct ConfirmAddressee {
        /// Id of the addressee.
        pub addressee: String,
    }
}

impl Edit for ConfirmAddressee {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.addressee, Kind::Addressee).about("addressee")?;
        tx.set(at, Addressee::confirmed, &Value::Int(1))?;
        Ok(())
    }
}
