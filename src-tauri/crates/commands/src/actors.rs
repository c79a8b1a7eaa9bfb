//! Entering and editing actors. Bodies and roles, never private persons.

use crate::door::{Edit, command};
use crate::values::{
    About, Created, NONE, Take, create, find, find_opt, line, paragraph, patch, patch_ref, patch_word, refuse_taken,
    required_line,
};
use followthrough_model::record::{Actor, Alias};
use followthrough_model::vocabulary::{ActorKind, Level};
use followthrough_model::{Kind, Ref, Value};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Adds an actor: an organ, department, mission, role, state, group of states, organisation.
    pub struct AddActor {
        /// Full name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: String,
        /// Acronym or short name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub short: Option<String>,
        /// What sort of actor it is; group if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<ActorKind>,
        /// Where it works.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<Level>,
        /// The actor that it belongs to.
        #[cfg_attr(feature = "clap", arg(long))]
        pub parent: Option<String>,
        /// A contact at work: an office, a functional address.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contact: Option<String>,
        /// Another name of it; may be given several times.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub alias: Vec<String>,
    }
}

impl Edit for AddActor {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = required_line("name", &self.name).about("name")?;
        let short = line(self.short.as_deref()).about("short")?;
        for (field, taken) in [("name", Some(&name)), ("short", short.as_ref())] {
            taken.map_or(Ok(()), |taken| refuse_taken(tx, taken, &[Kind::Actor], None)).about(field)?;
        }
        let parent = find_opt(tx, self.parent.as_deref(), Kind::Actor).about("parent")?;
        let at = tx.insert(&Actor {
            name,
            short,
            kind: self.kind.unwrap_or(ActorKind::Group),
            level: self.level,
            parent,
            contact: line(self.contact.as_deref()).about("contact")?,
            ..Actor::of(String::new(), ActorKind::Group)
        })?;
        for alias in &self.alias {
            let name = required_line("alias", alias).about("alias")?;
            refuse_taken(tx, &name, &[Kind::Actor], None).about("alias")?;
            tx.insert(&Alias { of: at, name })?;
        }
        Created::of(tx, at)
    }
}

command! {
    /// Changes fields of an actor. A field that is not given stays; none clears it.
    pub struct EditActor {
        /// Short name, name or id of the actor.
        pub actor: String,
        /// Full name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: Option<String>,
        /// Acronym or short name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub short: Option<String>,
        /// What sort of actor it is.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<String>,
        /// headquarters, field, capital or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<String>,
        /// The actor that it belongs to, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub parent: Option<String>,
        /// The actor that took over its work, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub successor: Option<String>,
        /// The first day on which that one did.
        #[cfg_attr(feature = "clap", arg(long))]
        pub succeeded_on: Option<String>,
        /// A contact at work: an office, a functional address.
        #[cfg_attr(feature = "clap", arg(long))]
        pub contact: Option<String>,
    }
}

impl Edit for EditActor {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.actor, Kind::Actor).about("actor")?;
        for (field, taken) in [("name", &self.name), ("short", &self.short)] {
            let Some(taken) = taken.as_ref().filter(|n| *n != NONE) else { continue };
            refuse_taken(tx, taken, &[Kind::Actor], Some(at)).about(field)?;
        }
        patch(tx, at, Actor::name, self.name.as_deref(), Take::Required("name"))?;
        patch(tx, at, Actor::short, self.short.as_deref(), Take::Line)?;
        patch_word::<ActorKind>(tx, at, Actor::kind, self.kind.as_deref(), false)?;
        patch_word::<Level>(tx, at, Actor::level, self.level.as_deref(), true)?;
        patch(tx, at, Actor::contact, self.contact.as_deref(), Take::Line)?;
        patch_ref(tx, at, Actor::parent, self.parent.as_deref(), Kind::Actor)?;
        patch_ref(tx, at, Actor::successor, self.successor.as_deref(), Kind::Actor)?;
        patch(tx, at, Actor::succeeded_on, self.succeeded_on.as_deref(), Take::Day)?;
        refuse_circles(tx, at)
    }
}

/// Refuses an actor that stands above itself or follows itself. Looks at what was just set: a refusal takes it back.
fn refuse_circles(tx: &Tx<'_>, at: Ref) -> Result<()> {
    let r = tx.reader();
    if let Some(parent) = r.parent_of(at.rid)?
        && r.stands_under(parent, at.rid)?
    {
        return Err(Error::refuse(
            "circle",
            "An actor cannot belong to itself or to one that belongs to it. Choose another parent.",
        )
        .about("parent"));
    }
    let (successor, succeeded_on) = r.succession(at.rid)?;
    match successor {
        Some(successor) if r.is_followed_by(successor, at.rid)? => Err(Error::refuse(
            "circle",
            "An actor cannot be followed by itself or by one that it followed. Choose another successor.",
        )
        .about("successor")),
        None if succeeded_on.is_some() => {
            Err(Error::refuse("no_successor", "Say who took over: give the successor as well as the day.").about("successor"))
        }
        _ => Ok(()),
    }
}

command! {
    /// Says that an actor is the same as another. Its rows stay as they are; its name finds the other, where all of it is shown.
    pub struct MergeActors {
        /// The actor that is no actor of its own.
        pub actor: String,
        /// The actor that it turned out to be; none takes the merge back.
        pub into: String,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: Option<String>,
    }
}

impl Edit for MergeActors {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        if self.into.trim() == NONE {
            let at = tx.reader().find_as_named(&self.actor)?.at;
            tx.set(at, Actor::merged_into, &Value::Null)?;
            tx.set(at, Actor::merged_why, &Value::Null)?;
            return Ok(());
        }
        let at = tx.reader().find_as_named(&self.actor)?.at;
        let into = tx.reader().find_as_named(&self.into)?.at;
        let r = tx.reader();
        let (one, other) = (r.reference(at.rid)?, r.reference(into.rid)?);
        for (actor, name) in [(at, &one), (into, &other)] {
            if r.merged_to(actor.rid)? != actor.rid {
                let now = r.reference(r.merged_to(actor.rid)?)?;
                return Err(Error::refuse("merged", format!("{name} was merged into {now} already. Name {now} instead.")));
            }
        }
        if at == into {
            return Err(
                Error::refuse("same_actor", format!("{one} cannot be merged into itself. Name two actors.")).about("into")
            );
        }
        if r.stands_under(into.rid, at.rid)? {
            return Err(Error::refuse(
                "circle",
                format!(
                    "{other} belongs to {one}, so {one} cannot be merged into it. Give {other} another parent first, or merge it into {one}."
                ),
            ));
        }
        if r.is_followed_by(at.rid, into.rid)? || r.is_followed_by(into.rid, at.rid)? {
            return Err(Error::refuse(
                "circle",
                format!("{one} and {other} followed each other, so they are two. Clear the successor first if they are one."),
            ));
        }
        let reason = paragraph(self.reason.as_deref()).about("reason")?;
        tx.set(at, Actor::merged_into, &Value::Ref(into))?;
        tx.set(at, Actor::merged_why, &reason.map_or(Value::Null, Value::Text))?;
        Ok(())
    }
}

command! {
    /// Adds another name of an actor, under which it is found.
    pub struct AddAlias {
        /// Short name, name or id of the actor.
        pub item: String,
        /// The other name.
        pub alias: String,
    }
}

impl Edit for AddAlias {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let of = find(tx, &self.item, Kind::Actor).about("item")?;
        let name = required_line("alias", &self.alias).about("alias")?;
        refuse_taken(tx, &name, &[Kind::Actor], None).about("alias")?;
        create(tx, &Alias { of, name })
    }
}
