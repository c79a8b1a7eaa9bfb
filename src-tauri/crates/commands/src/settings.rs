//! What is set for the whole workspace, so that all who work in the file follow the same rule.

use crate::door::{At, Edit, Query, command};
use crate::values::NONE;
use followthrough_import::catalogue::seed_uuid;
use followthrough_model::Kind;
use followthrough_model::record::Setting;
use followthrough_model::vocabulary::SettingName;
use followthrough_store::{Error, Reader, Result, Tx};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// Sets a rule of this workspace.
    pub struct SetSetting {
        /// Which: `verify_by_another` (a result is verified by somebody else than who reported it).
        #[cfg_attr(feature = "clap", arg(required = true))]
        pub name: Option<SettingName>,
        /// yes or no.
        pub value: String,
    }
}

impl Edit for SetSetting {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let name = self.name.ok_or_else(|| Error::refuse("setting", "Say what to set: verify_by_another."))?;
        let value = match self.value.trim() {
            "yes" | "true" => "yes",
            "no" | "false" | NONE => "no",
            _ => return Err(Error::refuse("setting", "Say yes or no.")),
        };
        tx.insert_as(
            seed_uuid(&format!("setting/{name}")),
            &Setting { name: name.as_str().to_owned(), value: value.to_owned() },
        )?;
        Ok(())
    }
}

command! {
    /// The rules of this workspace.
    pub struct Settings {}
}

/// The rules of this workspace.
#[derive(Debug, Serialize, TS)]
pub struct SettingsReply {
    /// A result is verified by somebody else than who reported it.
    pub verify_by_another: bool,
}

impl Query for Settings {
    type Reply = SettingsReply;
    const READS: &'static [Kind] = &[Kind::Setting];
    fn run(self, r: &Reader<'_>, _: &At) -> Result<SettingsReply> {
        Ok(SettingsReply { verify_by_another: r.setting(SettingName::VerifyByAnother)?.as_deref() == Some("yes") })
    }
}
