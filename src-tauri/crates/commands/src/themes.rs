//! Frameworks and their themes, themes on items, and crosswalks from one framework to another.
//!
//! Does not tag what is carried forward; `carry` does.

use crate::door::{At, Edit, Query, command};
use crate::sets::{crosswalk_id, tie, write};
use crate::values::{About, Created, Take, create, find, patch, refuse_taken, required_line};
use followthrough_model::record::{Crosswalk, Framework, Life, Theme, ThemeOf};
use followthrough_model::vocabulary::CrosswalkKind;
use followthrough_model::{Kind, Ref, text};
use followthrough_store::read::themes::FrameworkRow;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

/// What can carry a theme.
const TAGGED: &[Kind] = &[Kind::Recommendation, Kind::Commitment];

command! {
    /// Adds a framework: a named classification with themes.
    pub struct AddFramework {
        /// Its name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: String,
    }
}

impl Edit for AddFramework {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = required_line("name of the framework", &self.name).about("name")?;
        refuse_taken(tx, &name, &[Kind::Framework], None).about("name")?;
        create(tx, &Framework { name })
    }
}

command! {
    /// Gives a framework another name.
    pub struct EditFramework {
        /// Name or id of the framework.
        pub framework: String,
        /// The new name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: String,
    }
}

impl Edit for EditFramework {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.framework, Kind::Framework).about("framework")?;
        refuse_taken(tx, &self.name, &[Kind::Framework], Some(at)).about("name")?;
        patch(tx, at, Framework::name, Some(&self.name), Take::Required("name of the framework"))?;
        Ok(())
    }
}

command! {
    /// Adds a theme to a framework, after the others.
    pub struct AddTheme {
        /// Name or id of the framework.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: String,
        /// Its name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: String,
    }
}

impl Edit for AddTheme {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let framework = find(tx, &self.framework, Kind::Framework).about("framework")?;
        let name = required_line("name of the theme", &self.name).about("name")?;
        refuse_twin(tx, framework, &name, None)?;
        let ord = tx.reader().next_theme(framework.rid)?;
        create(tx, &Theme { framework, name, ord })
    }
}

pub(crate) fn refuse_twin(tx: &Tx<'_>, framework: Ref, name: &str, but: Option<Ref>) -> Result<()> {
    match tx.reader().theme_in(framework.rid, name)? {
        Some(twin) if Some(twin.id) != but.map(|at| at.id) => Err(Error::refuse(
            "taken",
            format!("There is a theme “{}” already. Use that one, or choose another name.", twin.reference),
        )
        .about("name")),
        _ => Ok(()),
    }
}

command! {
    /// Gives a theme another name.
    pub struct EditTheme {
        /// The theme: its name, “framework: name”, or id.
        pub theme: String,
        /// The new name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: String,
    }
}

impl Edit for EditTheme {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.theme, Kind::Theme).about("theme")?;
        let framework = tx.reader().framework_of(at.rid)?;
        refuse_twin(tx, framework, &self.name, Some(at))?;
        patch(tx, at, Theme::name, Some(&self.name), Take::Required("name of the theme"))?;
        Ok(())
    }
}

command! {
    /// Puts a theme on a recommendation or commitment. It may carry themes of several frameworks.
    pub struct TagItem {
        /// Reference or id of the item.
        pub item: String,
        /// The theme: its name, “framework: name”, or id.
        pub theme: String,
    }
}

impl Edit for TagItem {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let of = tx.reader().find(&self.item, TAGGED).about("item")?.at;
        let theme = find(tx, &self.theme, Kind::Theme).about("theme")?;
        let at = tag(tx, of, theme)?;
        Created::of(tx, at)
    }
}

/// Puts a theme on an item, if it is not there.
pub(crate) fn tag(tx: &mut Tx<'_>, of: Ref, theme: Ref) -> Result<Ref> {
    match tx.reader().tag_on(of.rid, theme.rid)? {
        Some(at) => Ok(at),
        // The identity that the catalogue gives to the same row.
        None => write(tx, tie("theme", of, theme, false), &ThemeOf { theme, of }),
    }
}

command! {
    /// Takes a theme off an item.
    pub struct UntagItem {
        /// Reference or id of the item.
        pub item: String,
        /// The theme: its name, “framework: name”, or id.
        pub theme: String,
    }
}

impl Edit for UntagItem {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let of = tx.reader().find(&self.item, TAGGED).about("item")?.at;
        let theme = find(tx, &self.theme, Kind::Theme).about("theme")?;
        if let Some(at) = tx.reader().tag_on(of.rid, theme.rid)? {
            tx.set_life(at, Life::Bin)?;
        }
        Ok(())
    }
}

command! {
    /// Says how a theme stands to one of another framework, so that items of the one are found under the other. No item is changed.
    pub struct AddCrosswalk {
        /// The theme: its name, “framework: name”, or id.
        pub theme: String,
        /// The theme of the other framework.
        pub other: String,
        /// How the first stands to the second: it equals it, is a part of it, contains it, or overlaps with it.
        #[cfg_attr(feature = "clap", arg(long, required = true))]
        pub kind: Option<CrosswalkKind>,
        /// Why.
        #[cfg_attr(feature = "clap", arg(long))]
        pub reason: String,
    }
}

impl Edit for AddCrosswalk {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let theme = find(tx, &self.theme, Kind::Theme).about("theme")?;
        let other = find(tx, &self.other, Kind::Theme).about("other")?;
        let Some(kind) = self.kind else {
            return Err(Error::refuse(
                "arguments",
                "Say how the themes stand to each other: equal, subset, superset or overlaps.",
            )
            .about("kind"));
        };
        let reason = text::required("reason for the crosswalk", &self.reason).about("reason")?;
        may_cross(tx, theme, other, kind)?;
        let at = write(tx, crosswalk_id(theme, other), &Crosswalk { theme, other, kind, reason })?;
        Created::of(tx, at)
    }
}

/// Refuses a crosswalk that says what is said, leads nowhere else, or contradicts what others say.
fn may_cross(tx: &Tx<'_>, theme: Ref, other: Ref, kind: CrosswalkKind) -> Result<()> {
    let r = tx.reader();
    let (a, b) = (r.reference(theme.rid)?, r.reference(other.rid)?);
    if theme == other {
        return Err(
            Error::refuse("circle", format!("“{a}” cannot lead to itself. Name two themes of two frameworks.")).about("other")
        );
    }
    if r.framework_of(theme.rid)? == r.framework_of(other.rid)? {
        return Err(Error::refuse(
            "same_framework",
            format!("“{a}” and “{b}” are of one framework. A crosswalk leads to a theme of another one."),
        )
        .about("other"));
    }
    if r.crosswalk_between(theme.rid, other.rid)? {
        return Err(Error::refuse(
            "taken",
            format!("A crosswalk ties “{a}” and “{b}” already. Delete that one first to say it anew."),
        )
        .about("other"));
    }
    let (up, down) = (r.lies_within(theme.rid, other.rid)?, r.lies_within(other.rid, theme.rid)?);
    let against = match kind {
        CrosswalkKind::Equal => up == Some(true) || down == Some(true),
        CrosswalkKind::Subset => down.is_some(),
        CrosswalkKind::Superset => up.is_some(),
        CrosswalkKind::Overlaps => false,
    };
    if against {
        return Err(Error::refuse(
            "circle",
            format!(
                "Other crosswalks lead from “{a}” to “{b}” and say otherwise: this one would close a circle. Change those first, or choose another kind."
            ),
        ));
    }
    Ok(())
}

command! {
    /// The frameworks with their themes: how many items carry each, by itself and through crosswalks, and how they stand to each other.
    pub struct Themes {
        /// Only this framework: its name or id.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: Option<String>,
    }
}

/// The frameworks in the order in which they came.
#[derive(Debug, Serialize, TS)]
pub struct ThemesReply {
    pub frameworks: Vec<FrameworkRow>,
}

impl Query for Themes {
    type Reply = ThemesReply;
    const READS: &'static [Kind] =
        &[Kind::Framework, Kind::Theme, Kind::ThemeOf, Kind::Crosswalk, Kind::Recommendation, Kind::Commitment];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<ThemesReply> {
        let only = self.framework.as_deref().map(|said| r.find(said, &[Kind::Framework])).transpose()?;
        Ok(ThemesReply { frameworks: r.frameworks(only.map(|f| f.at.rid))? })
    }
}
