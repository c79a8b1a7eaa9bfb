//! Frameworks with their themes, crosswalks between them, and the fields that the user added.

use super::{Desk, FRAMEWORKS, Own, THEMES};
use followthrough_model::Ref;
use followthrough_model::record::{Crosswalk, CustomField, CustomValue, Framework, Theme, ThemeOf};
use followthrough_model::vocabulary::{CrosswalkKind, CustomKind, ListKind};
use followthrough_store::{Result, Tx};

const REGIONS: [&str; 5] = ["North", "East", "South", "West", "Centre"];
const CLUSTERS: [&str; 4] = ["people", "means", "rules", "partners"];

impl Desk<'_> {
    pub(super) fn frameworks(&mut self) -> Result<()> {
        self.edit("GenerateFrameworks", |desk, tx| {
            for n in 0..FRAMEWORKS {
                let framework = desk.insert(tx, &Framework { name: format!("Framework {}", n + 1) })?;
                for ord in 0..THEMES {
                    let name = format!("{} {}.{}", desk.phrase(2), n + 1, ord + 1);
                    let ord = i64::try_from(ord).unwrap_or(0);
                    let theme = desk.insert(tx, &Theme { framework, name, ord })?;
                    desk.themes.push(theme);
                }
            }
            for n in THEMES..desk.themes.len() {
                // Each stands to one of the framework before it.
                let (theme, other) = (desk.themes[n], desk.themes[n - THEMES]);
                let (kind, reason) = (*desk.chance.one_of(CrosswalkKind::ALL), desk.sentence(4, 9));
                desk.insert(tx, &Crosswalk { theme, other, kind, reason })?;
            }
            desk.fields(tx)
        })
    }

    fn fields(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        let fields = [
            ("Region", CustomKind::One, ListKind::Commitments, Some(REGIONS.join("\n"))),
            ("Budget", CustomKind::Number, ListKind::Commitments, None),
            ("Looked at", CustomKind::Date, ListKind::Commitments, None),
            ("Cluster", CustomKind::Several, ListKind::Recommendations, Some(CLUSTERS.join("\n"))),
        ];
        for (ord, (name, kind, list, choices)) in (0..).zip(fields) {
            let at = self.insert(tx, &CustomField { name: name.to_owned(), kind, list, choices, ord })?;
            self.own.push(Own { at, kind, list });
        }
        Ok(())
    }

    pub(super) fn themes_of(&mut self, tx: &mut Tx<'_>, of: Ref) -> Result<()> {
        let first = self.chance.below(self.themes.len());
        for n in 0..self.chance.weighted(&[(0, 3), (1, 4), (2, 3)]) {
            let theme = self.themes[(first + n * 7) % self.themes.len()];
            self.insert(tx, &ThemeOf { theme, of })?;
        }
        Ok(())
    }

    /// What an item has in each of the user's own fields of its list.
    pub(super) fn values_of(&mut self, tx: &mut Tx<'_>, of: Ref, list: ListKind) -> Result<()> {
        for n in 0..self.own.len() {
            let Own { at: field, kind, list: its } = self.own[n];
            if its != list {
                continue;
            }
            let value = match kind {
                CustomKind::One => (*self.chance.one_of(&REGIONS)).to_owned(),
                CustomKind::Number => (1_000 * self.chance.between(1, 900)).to_string(),
                CustomKind::Date => super::day_of(self.chance.below(super::MONTHS), self.chance.below(28) as u64).to_string(),
                _ => (*self.chance.one_of(&CLUSTERS)).to_owned(),
            };
            self.insert(tx, &CustomValue { field, of, value })?;
        }
        Ok(())
    }
}
