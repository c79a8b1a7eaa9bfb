//! Saved views: a list with its filter and groups under a name.
//!
//! Does not list what a view shows; `List` does, by the view's name.

use crate::door::{At, Edit, Query, command};
use crate::lists::group;
use crate::values::{About, Created, NONE, Take, create, patch, required_line};
use followthrough_model::record::SavedView;
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Kind, Value};
use followthrough_store::read::views::ViewRow;
use followthrough_store::{Error, Reader, Result, Tx};

/// The filter in its canonical form; refused where it cannot be read.
fn canonical(tx: &Tx<'_>, said: &str, list: ListKind) -> Result<String> {
    Ok(tx.reader().filter(said, list, tx.today())?.to_string())
}

command! {
    /// Saves a list with its filter and groups under a name. Open it with list --view.
    pub struct SaveView {
        /// Its name.
        pub name: String,
        /// What it lists; commitments if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
        /// What it admits, as in list --filter.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// How it is grouped, as in list --group.
        #[cfg_attr(feature = "clap", arg(long))]
        pub group: Option<String>,
    }
}

impl Edit for SaveView {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let name = required_line("name of the view", &self.name).about("name")?;
        let views = tx.reader().views()?;
        if views.iter().any(|view| view.name.to_lowercase() == name.to_lowercase()) {
            return Err(Error::refuse(
                "taken",
                format!("There is a view “{name}” already. Edit that one, or choose another name."),
            )
            .about("name"));
        }
        let list = self.list.unwrap_or(ListKind::Commitments);
        let filter = canonical(tx, self.filter.as_deref().unwrap_or_default(), list).about("filter")?;
        let group_by = group(&tx.reader(), self.group.as_deref(), list)?.map(|by| by.to_string());
        let ord = views.last().map_or(1, |view| view.ord + 1);
        create(tx, &SavedView { name, list, filter, group_by, ord })
    }
}

command! {
    /// Changes a saved view. A field that is not given stays; none clears its groups.
    pub struct EditView {
        /// Name or id of the view.
        pub view: String,
        /// Its new name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: Option<String>,
        /// What it admits.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
        /// How it is grouped, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub group: Option<String>,
    }
}

impl Edit for EditView {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = tx.reader().find(&self.view, &[Kind::SavedView]).about("view")?.at;
        let views = tx.reader().views()?;
        let taken =
            |name: &str| views.iter().any(|view| view.id != at.id && view.name.to_lowercase() == name.trim().to_lowercase());
        if self.name.as_deref().is_some_and(taken) {
            return Err(Error::refuse("taken", "There is a view of that name already. Choose another name.").about("name"));
        }
        let list = views.iter().find(|view| view.id == at.id).map_or(ListKind::Commitments, |view| view.list);
        patch(tx, at, SavedView::name, self.name.as_deref(), Take::Required("name of the view"))?;
        if let Some(said) = &self.filter {
            let filter = canonical(tx, said, list)?;
            tx.set(at, SavedView::filter, &Value::Text(filter))?;
        }
        if let Some(said) = self.group.as_deref() {
            let by = if said.trim() == NONE { None } else { group(&tx.reader(), Some(said), list)? };
            tx.set(at, SavedView::group_by, &by.map_or(Value::Null, |by| Value::Text(by.to_string())))?;
        }
        Ok(())
    }
}

command! {
    /// The saved views, in their order.
    pub struct Views {}
}

impl Query for Views {
    type Reply = Vec<ViewRow>;
    const READS: &'static [Kind] = &[Kind::SavedView];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<Vec<ViewRow>> {
        r.views()
    }
}
