//! Fields that the user defines, and what items hold in them.
//!
//! A value is checked when it is entered; a field's kind changes only where all its values fit.

use crate::door::{At, Edit, Query, command};
use crate::values::{About, Created, NONE, required_line};
use followthrough_import::catalogue::{pair_uuid, seed_uuid};
use followthrough_model::own_field::{called, choices as own_choices, value as own_value};
use followthrough_model::record::{CustomField, CustomValue, Life};
use followthrough_model::vocabulary::{CustomKind, ListKind};
use followthrough_model::{Kind, Ref, Value, text};
use followthrough_store::read::at_desk::FieldRow;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

command! {
    /// Defines a field of your own for the items of a list: text, number, date, one of several choices, or several of them.
    pub struct DefineField {
        /// Its name.
        pub name: String,
        /// text, number, date, one or several; text if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<CustomKind>,
        /// Of which list its items are; commitments if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
        /// A choice; may be given several times.
        #[cfg_attr(feature = "clap", arg(long = "choice"))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub choices: Vec<String>,
    }
}

impl Edit for DefineField {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let (kind, list) = (self.kind.unwrap_or(CustomKind::Text), self.list.unwrap_or(ListKind::Commitments));
        let name = required_line("name of the field", &self.name).about("name")?;
        let known = tx.reader().fields(Some(list))?;
        refuse_name(&known, &name, None)?;
        let choices = own_choices(kind, &self.choices).about("choices")?;
        let row =
            CustomField { name, kind, list, choices: stored(&choices), ord: i64::try_from(known.len()).unwrap_or(i64::MAX) };
        crate::values::create(tx, &row)
    }
}

fn stored(choices: &[String]) -> Option<String> {
    (!choices.is_empty()).then(|| choices.join("\n"))
}

/// Refuses a second field of that name.
pub(crate) fn refuse_name(known: &[FieldRow], name: &str, but: Option<Ref>) -> Result<()> {
    let lower = name.to_lowercase();
    match known.iter().find(|f| f.name.to_lowercase() == lower && Some(f.id) != but.map(|b| b.id)) {
        Some(taken) => Err(Error::refuse(
            "taken",
            format!(
                "There is a field “{}” for {} already. Use that one, or choose another name.",
                taken.name,
                taken.list.as_str()
            ),
        )
        .about("name")),
        None => Ok(()),
    }
}

/// The field that is meant: its id, or its name, of a list where that is known.
pub(crate) fn own_field(r: &Reader<'_>, said: &str, list: Option<ListKind>) -> Result<(Ref, FieldRow)> {
    let lower = said.trim().trim_start_matches('#').to_lowercase();
    let known = r.fields(list)?;
    let mut meant = known.iter().filter(|f| f.name.to_lowercase() == lower || f.id.to_string() == lower);
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok((r.find(&one.id.to_string(), &[Kind::CustomField])?.at, one.clone())),
        (Some(one), Some(other)) => Err(Error::Ambiguous {
            said: text::brief(said, 60),
            candidates: [one, other].map(|f| format!("{} ({}, {})", f.name, f.list.as_str(), f.id)).to_vec(),
        }),
        (None, _) => {
            let names: Vec<&str> = known.iter().map(|f| f.name.as_str()).take(12).collect();
            let has = match names.as_slice() {
                [] => "none is defined yet: define it with define-field".to_owned(),
                names => format!("use one of: {}", names.join(", ")),
            };
            Err(Error::refuse("unknown_field", format!("There is no field “{}”; {has}.", text::brief(said, 60))))
        }
    }
}

command! {
    /// Changes a field of your own. Its kind and its choices change only where all the values that it holds fit.
    pub struct EditField {
        /// Name or id of the field.
        pub field: String,
        /// Its new name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub name: Option<String>,
        /// text, number, date, one or several.
        #[cfg_attr(feature = "clap", arg(long))]
        pub kind: Option<CustomKind>,
        /// A choice; may be given several times. All of them are given again; if none is given they stay.
        #[cfg_attr(feature = "clap", arg(long = "choice"))]
        #[ts(as = "Option<Vec<String>>")]
        #[serde(default)]
        pub choices: Vec<String>,
        /// Of which list it is, where two lists have a field of that name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
    }
}

impl Edit for EditField {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let (at, was) = own_field(&tx.reader(), &self.field, self.list)?;
        if let Some(name) = self.name.as_deref() {
            let name = required_line("name of the field", name)?;
            refuse_name(&tx.reader().fields(Some(was.list))?, &name, Some(at))?;
            tx.set(at, CustomField::name, &Value::Text(name))?;
        }
        if self.kind.is_none() && self.choices.is_empty() {
            return Ok(());
        }
        let kind = self.kind.unwrap_or(was.kind);
        let given = if self.choices.is_empty() && kind.has_choices() { was.choices.clone() } else { self.choices };
        let choices = own_choices(kind, &given)?;
        let fitted = fit(tx, at, &was, kind, &choices)?;
        for (row, value) in fitted {
            tx.set(row, CustomValue::value, &Value::Text(value))?;
        }
        tx.set(at, CustomField::kind, &Value::Text(kind.as_str().to_owned()))?;
        tx.set(at, CustomField::choices, &stored(&choices).map_or(Value::Null, Value::Text))?;
        Ok(())
    }
}

/// The values of a field as they stand under another kind or other choices, or a refusal that says how many do not fit.
fn fit(tx: &Tx<'_>, at: Ref, was: &FieldRow, kind: CustomKind, choices: &[String]) -> Result<Vec<(Ref, String)>> {
    let values = tx.reader().values_of_field(at.rid, None)?;
    let mut of_item: BTreeMap<i64, u32> = BTreeMap::new();
    let mut fitted = Vec::with_capacity(values.len());
    let mut misfits: Vec<&str> = Vec::new();
    for (row, of, value) in &values {
        let n = of_item.entry(*of).or_default();
        *n += 1;
        match own_value(kind, choices, value) {
            Ok(value) if *n == 1 || kind == CustomKind::Several => fitted.push((*row, value)),
            _ => misfits.push(value),
        }
    }
    match misfits.first() {
        None => Ok(fitted),
        Some(first) => Err(Error::refuse(
            "values_do_not_fit",
            format!(
                "Of the {} values of “{}”, {} would not fit as {}, for example “{}”. Correct these first, or define a new field.",
                values.len(),
                was.name,
                misfits.len(),
                called(kind),
                text::brief(first, 40)
            ),
        )),
    }
}

command! {
    /// Sets what an item holds in a field of your own; none clears it.
    pub struct SetField {
        /// Reference or id of the item.
        pub item: String,
        /// Name or id of the field.
        pub field: String,
        /// The value; several only where the field takes several. none clears the field.
        #[cfg_attr(feature = "clap", arg(required = true, allow_hyphen_values = true))]
        pub values: Vec<String>,
    }
}

impl Edit for SetField {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        const HOLD: &[Kind] = &[Kind::Commitment, Kind::Recommendation, Kind::Actor, Kind::Source];
        let found = tx.reader().find(&self.item, HOLD).about("item")?;
        let list = match found.kind {
            Kind::Recommendation => ListKind::Recommendations,
            Kind::Actor => ListKind::Actors,
            Kind::Source => ListKind::Sources,
            _ => ListKind::Commitments,
        };
        let (at, known) = own_field(&tx.reader(), &self.field, Some(list))?;
        let wanted = wanted(&known, &self.values).about("values")?;
        write_own(tx, at, known.kind, found.at, wanted)
    }
}

/// What an item is to hold in a field; none clears it.
pub(crate) fn wanted(field: &FieldRow, said: &[String]) -> Result<BTreeSet<String>> {
    let wanted = match said {
        [one] if one.trim() == NONE => BTreeSet::new(),
        said => said.iter().map(|v| own_value(field.kind, &field.choices, v)).collect::<Result<BTreeSet<_>, _>>()?,
    };
    if wanted.len() > 1 && field.kind != CustomKind::Several {
        return Err(Error::refuse(
            "one_value",
            format!("“{}” takes one value. Give one, or change the field to several.", field.name),
        ));
    }
    Ok(wanted)
}

/// Brings the rows of an item in a field to what is wanted.
pub(crate) fn write_own(tx: &mut Tx<'_>, field: Ref, kind: CustomKind, of: Ref, mut wanted: BTreeSet<String>) -> Result<()> {
    for (row, _, value) in tx.reader().values_of_field(field.rid, Some(of.rid))? {
        if wanted.remove(&value) {
            continue;
        }
        match wanted.first().cloned().filter(|_| kind != CustomKind::Several) {
            Some(other) => {
                wanted.clear();
                tx.set(row, CustomValue::value, &Value::Text(other))?;
            }
            None => drop(tx.set_life(row, Life::Bin)?),
        }
    }
    for value in wanted {
        let id = match kind {
            CustomKind::Several => seed_uuid(&format!("own_field {} {} {value}", field.id, of.id)),
            _ => pair_uuid("own_field", field.id, of.id),
        };
        crate::sets::write(tx, id, &CustomValue { field, of, value })?;
    }
    Ok(())
}

command! {
    /// The fields that you defined, with how many items hold something in each.
    pub struct Fields {
        /// Only those of this list.
        #[cfg_attr(feature = "clap", arg(long))]
        pub list: Option<ListKind>,
    }
}

#[derive(Debug, Serialize, TS)]
pub struct FieldsReply {
    pub items: Vec<FieldRow>,
}

impl Query for Fields {
    type Reply = FieldsReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, _: &At) -> Result<FieldsReply> {
        Ok(FieldsReply { items: r.fields(self.list)? })
    }
}
