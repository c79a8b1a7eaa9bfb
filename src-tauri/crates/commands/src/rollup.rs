//! Recommendations added up, by theme or source, with duplicates counted once.
//!
//! Does not compute rates.

use crate::door::{At, Query, command};
use followthrough_model::{Day, Kind, Uuid};
use followthrough_store::read::rollup::{Rolled, RollupArgs};
use followthrough_store::{Reader, Result};
use serde::Serialize;
use ts_rs::TS;

command! {
    /// How many recommendations there are and how far they are, with duplicates counted once: of all, a source, a theme, or each theme of a framework.
    pub struct Rollup {
        /// Only those that carry this theme, or one that crosswalks call equal to it or a part of it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub theme: Option<String>,
        /// Only those of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// A line for each theme of this framework.
        #[cfg_attr(feature = "clap", arg(long))]
        pub framework: Option<String>,
    }
}

/// One line of figures, with the theme that it is about.
#[derive(Debug, Serialize, TS)]
pub struct RollupRow {
    pub id: Uuid,
    pub name: String,
    pub figures: Rolled,
}

#[derive(Debug, Serialize, TS)]
pub struct RollupReply {
    pub as_of: Day,
    /// A line for each theme of the framework; an item that carries several themes is in several.
    pub themes: Vec<RollupRow>,
    /// Of all that is asked about, nothing counted twice.
    pub total: Rolled,
}

impl Query for Rollup {
    type Reply = RollupReply;
    const READS: &'static [Kind] = Kind::ALL;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<RollupReply> {
        let of = |said: &Option<String>, kind| -> Result<Option<i64>> {
            Ok(said.as_deref().map(|said| r.find(said, &[kind])).transpose()?.map(|f| f.at.rid))
        };
        let (theme, source) = (of(&self.theme, Kind::Theme)?, of(&self.source, Kind::Source)?);
        let framework = of(&self.framework, Kind::Framework)?;
        let mut themes = Vec::new();
        if let Some(framework) = framework {
            for line in r.frameworks(Some(framework))?.into_iter().flat_map(|f| f.themes) {
                let theme = r.find(&line.id.to_string(), &[Kind::Theme])?.at.rid;
                let figures = r.rollup(&RollupArgs { source, theme: Some(theme), framework: None }, at.as_of, at.today)?;
                themes.push(RollupRow { id: line.id, name: line.name, figures });
            }
        }
        Ok(RollupReply {
            as_of: at.as_of,
            themes,
            total: r.rollup(&RollupArgs { source, theme, framework }, at.as_of, at.today)?,
        })
    }
}
