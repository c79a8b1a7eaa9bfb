//! Entering and editing actors. Bodies and roles, never private persons.

use crate::door::{Edit, command};
use crate::values::{Created, NONE, Take, create, find, find_opt, line, patch, patch_word, refuse_taken, required_line};
use followthrough_model::record::{Actor, Alias};
use followthrough_model::vocabulary::{ActorKind, Level};
use followthrough_model::{Kind, Value};
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
        let name = required_line("name", &self.name)?;
        let short = line(self.short.as_deref())?;
        for taken in [Some(&name), short.as_ref()].into_iter().flatten() {
            refuse_taken(tx, taken, &[Kind::Actor], None)?;
        }
        let parent = find_opt(tx, self.parent.as_deref(), Kind::Actor)?;
        let at = tx.insert(&Actor {
            name,
            short,
            kind: self.kind.unwrap_or(ActorKind::Group),
            level: self.level,
            parent,
            ..Actor::of(String::new(), ActorKind::Group)
        })?;
        for alias in &self.alias {
            let name = required_line("alias", alias)?;
            refuse_taken(tx, &name, &[Kind::Actor], None)?;
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
    }
}

impl Edit for EditActor {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.actor, Kind::Actor)?;
        for taken in [&self.name, &self.short].into_iter().flatten().filter(|n| *n != NONE) {
            refuse_taken(tx, taken, &[Kind::Actor], Some(at))?;
        }
        patch(tx, at, Actor::name, self.name.as_deref(), Take::Required("name"))?;
        patch(tx, at, Actor::short, self.short.as_deref(), Take::Line)?;
        patch_word::<ActorKind>(tx, at, Actor::kind, self.kind.as_deref(), false)?;
        patch_word::<Level>(tx, at, Actor::level, self.level.as_deref(), true)?;
        match self.parent.as_deref() {
            None => {}
            Some(NONE) => {
                tx.set(at, Actor::parent, &Value::Null)?;
            }
            Some(parent) => {
                let parent = find(tx, parent, Kind::Actor)?;
                if tx.reader().stands_under(parent.rid, at.rid)? {
                    return Err(Error::refuse(
                        "circle",
                        "An actor cannot belong to itself or to one that belongs to it. Choose another parent.",
                    ));
                }
                tx.set(at, Actor::parent, &Value::Ref(parent))?;
            }
        }
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
        let of = find(tx, &self.item, Kind::Actor)?;
        let name = required_line("alias", &self.alias)?;
        refuse_taken(tx, &name, &[Kind::Actor], None)?;
        create(tx, &Alias { of, name })
    }
}
