//! From what people say of an item (`C-7KQ3F`, `A4P+ P4.3`, `DPO`, a UUID) to the item, and from an item to its
//! reference and title.
//!
//! Any unique prefix of the letters is accepted; an ambiguous one lists its candidates.

use crate::{Error, Reader, Result};
use followthrough_model::record::Life;
use followthrough_model::{Kind, Ref, Uuid, reference, text};
use rusqlite::{Connection, OptionalExtension};

/// An item that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub at: Ref,
    pub kind: Kind,
}

impl Reader<'_> {
    /// The live item of one of these kinds that `said` means.
    pub fn find(&self, said: &str, kinds: &[Kind]) -> Result<Found> {
        self.find_in(said, kinds, false)
    }

    /// [`Reader::find`], the bin included.
    pub fn find_anywhere(&self, said: &str) -> Result<Found> {
        self.find_in(said, Kind::ALL, true)
    }

    fn find_in(&self, said: &str, kinds: &[Kind], bin: bool) -> Result<Found> {
        let said = said.trim();
        let shown = || text::brief(said, 60);
        let mut found = self.candidates(said, kinds)?;
        if kinds == [Kind::Commitment] && found.is_empty() {
            found = self.commitments_of_label(said)?;
        }
        let mut live = Vec::new();
        let mut binned = Vec::new();
        for f in found {
            match self.life(f.at.rid)? {
                life if life == Life::Live as i64 => live.push(f),
                life if life == Life::Bin as i64 => binned.push(f),
                _ => {} // undone: it was never there
            }
        }
        if bin {
            live.append(&mut binned);
        }
        match (live.as_slice(), binned.as_slice()) {
            ([one], _) => Ok(*one),
            ([], []) => {
                let (what, example) = what(kinds);
                Err(Error::Unknown { what, said: shown(), example })
            }
            ([], [_, ..]) => Err(Error::refuse("in_the_bin", format!("“{}” is in the bin. Restore it first.", shown()))),
            (many, _) => {
                let candidates = many
                    .iter()
                    .take(6)
                    .map(|f| Ok(format!("{} ({})", reference_of(self.conn, f.at.rid)?, title_of(self.conn, f.at.rid)?)));
                Err(Error::Ambiguous { said: shown(), candidates: candidates.collect::<Result<Vec<_>>>()? })
            }
        }
    }

    /// What `said` can mean among items of these kinds: a name as it stands before the beginning of letters.
    fn candidates(&self, said: &str, kinds: &[Kind]) -> Result<Vec<Found>> {
        if let Ok(id) = said.parse::<Uuid>() {
            let mut found = self.rows("SELECT rid, id, kind FROM item WHERE id = ?1", [id.as_bytes().as_slice()])?;
            found.retain(|f| kinds.contains(&f.kind));
            return Ok(found);
        }
        let mut found = Vec::new();
        if kinds.iter().any(|k| matches!(k, Kind::Source | Kind::Actor | Kind::Recommendation | Kind::Event)) {
            found = self.named(said)?;
            found.retain(|f| kinds.contains(&f.kind));
        }
        if found.is_empty() && kinds.iter().any(|k| matches!(k, Kind::Theme | Kind::Framework)) {
            found.extend(self.themes_named(said, kinds)?);
        }
        if found.is_empty() && kinds.contains(&Kind::Indicator) {
            found = self.rows("SELECT i.rid, i.id, i.kind FROM indicator n JOIN item i ON i.rid = n.rid WHERE n.name = ?1 COLLATE NOCASE ORDER BY i.rid", [said])?;
        }
        if found.is_empty() && kinds.contains(&Kind::Evidence) {
            found = self.mechanisms_named(said)?;
        }
        if found.is_empty() {
            found = self.numbered(said, kinds)?;
        }
        if found.is_empty() {
            found = self.lettered(said, kinds)?;
        }
        if found.is_empty() && kinds.iter().any(|k| matches!(k, Kind::SavedView | Kind::Review)) {
            found = self.rows(
                "SELECT i.rid, i.id, i.kind FROM item i WHERE i.rid IN (SELECT rid FROM saved_view WHERE name = ?1 COLLATE NOCASE
                   UNION SELECT rid FROM review WHERE name = ?1 COLLATE NOCASE) ORDER BY i.rid",
                [said],
            )?;
            found.retain(|f| kinds.contains(&f.kind));
        }
        Ok(found)
    }

    /// Items that others know under that number. The whole letters of an item of ours mean that item too.
    fn numbered(&self, said: &str, kinds: &[Kind]) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for rid in self.known_as(said)? {
            found.extend(self.rows("SELECT rid, id, kind FROM item WHERE rid = ?1", [rid])?);
        }
        found.retain(|f| kinds.contains(&f.kind));
        if !found.is_empty() {
            let letters = said.split_once('-').map_or(0, |(_, rest)| rest.len());
            for ours in self.lettered(said, kinds)? {
                let shown: Option<i64> =
                    self.conn.query_row("SELECT shown FROM item WHERE rid = ?1", [ours.at.rid], |r| r.get(0))?;
                if shown == i64::try_from(letters).ok() && !found.contains(&ours) {
                    found.push(ours);
                }
            }
        }
        Ok(found)
    }

    /// Sources, actors, events and recommendations of that name or label.
    fn named(&self, said: &str) -> Result<Vec<Found>> {
        let mut found = self.rows(
            "SELECT i.rid, i.id, i.kind FROM item i WHERE i.rid IN (
               SELECT rid FROM source WHERE short = ?1 COLLATE NOCASE
               UNION SELECT rid FROM actor WHERE short = ?1 COLLATE NOCASE
               UNION SELECT rid FROM actor WHERE name = ?1 COLLATE NOCASE
               UNION SELECT rid FROM event WHERE name = ?1 COLLATE NOCASE) ORDER BY i.rid",
            [said],
        )?;
        if found.is_empty() {
            found = self.rows(
                "SELECT i.rid, i.id, i.kind FROM alias a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN actor x ON x.rid = a.of JOIN item i ON i.rid = x.rid
                 WHERE a.name = ?1 COLLATE NOCASE ORDER BY i.rid",
                [said],
            )?;
        }
        self.under_one_name(&mut found)?;
        found.extend(self.labelled(said)?);
        Ok(found)
    }

    /// A name that was merged into another means that other.
    fn under_one_name(&self, found: &mut Vec<Found>) -> Result<()> {
        for f in found.iter_mut().filter(|f| f.kind == Kind::Actor) {
            let into = self.merged_to(f.at.rid)?;
            if into != f.at.rid && self.life(f.at.rid)? == Life::Live as i64 {
                f.at = self.at(into)?;
            }
        }
        let mut met = std::collections::HashSet::new();
        found.retain(|f| met.insert(f.at.rid));
        Ok(())
    }

    /// The live actor that has this name or id itself, also where it was merged into another. One that was not merged goes
    /// before.
    pub fn find_as_named(&self, said: &str) -> Result<Found> {
        let named = self.rows(
            "SELECT i.rid, i.id, i.kind FROM item i JOIN actor a ON a.rid = i.rid WHERE i.life = 0 AND i.rid IN (
               SELECT rid FROM actor WHERE short = ?1 COLLATE NOCASE UNION SELECT rid FROM actor WHERE name = ?1 COLLATE NOCASE)
             ORDER BY a.merged_into IS NOT NULL, i.rid",
            [said.trim()],
        )?;
        match named.as_slice() {
            [one] => Ok(*one),
            _ => self.find(said, &[Kind::Actor]),
        }
    }

    /// Items whose letters begin so.
    fn lettered(&self, said: &str, kinds: &[Kind]) -> Result<Vec<Found>> {
        let Some((letter, rest)) = said.split_once('-') else { return Ok(Vec::new()) };
        let kind = kinds.iter().find(|k| k.has_code() && k.letter().eq_ignore_ascii_case(letter));
        let (Some(kind), Some((from, to))) = (kind, reference::range(rest)) else { return Ok(Vec::new()) };
        let found = self
            .rows("SELECT rid, id, kind FROM item WHERE kind = ?1 AND code BETWEEN ?2 AND ?3 LIMIT 7", (kind.code(), from, to))?;
        self.shown_whole(found, rest)
    }

    /// Of several items whose letters begin alike, the one whose shown letters are exactly these.
    fn shown_whole(&self, found: Vec<Found>, letters: &str) -> Result<Vec<Found>> {
        if found.len() > 1 {
            for f in &found {
                let shown: Option<i64> =
                    self.conn.query_row("SELECT shown FROM item WHERE rid = ?1", [f.at.rid], |r| r.get(0))?;
                if shown == i64::try_from(letters.len()).ok() {
                    return Ok(vec![*f]);
                }
            }
        }
        Ok(found)
    }

    /// Recommendations by source and label, an earlier label included.
    fn labelled(&self, said: &str) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for (at, _) in said.char_indices().filter(|(_, c)| c.is_whitespace()) {
            let (short, label) = (said[..at].trim(), said[at..].trim());
            let exact = self.rows(
                "SELECT r.rid, i.id, i.kind FROM source s JOIN recommendation r ON r.source = s.rid AND r.label = ?2 COLLATE NOCASE
                 JOIN item i ON i.rid = r.rid JOIN item si ON si.rid = s.rid WHERE s.short = ?1 COLLATE NOCASE AND si.life = 0",
                [short, label],
            )?;
            if !exact.is_empty() {
                return Ok(exact);
            }
            found.extend(self.rows(
                "SELECT r.rid, i.id, i.kind FROM alias a JOIN recommendation r ON r.rid = a.of JOIN source s ON s.rid = r.source JOIN item i ON i.rid = r.rid
                 WHERE a.name = ?2 COLLATE NOCASE AND s.short = ?1 COLLATE NOCASE",
                [short, label],
            )?);
        }
        Ok(found)
    }

    /// The one commitment that answers the recommendation which `said` means.
    fn commitments_of_label(&self, said: &str) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for recommendation in self.candidates(said, &[Kind::Recommendation])? {
            found.extend(self.rows(
                "SELECT i.rid, i.id, i.kind FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN item i ON i.rid = a.commitment
                 WHERE a.recommendation = ?1 LIMIT 7",
                [recommendation.at.rid],
            )?);
        }
        Ok(found)
    }

    /// See [`Life`].
    fn life(&self, rid: i64) -> Result<i64> {
        Ok(self.conn.prepare_cached("SELECT life FROM item WHERE rid = ?1")?.query_row([rid], |r| r.get(0))?)
    }

    pub(crate) fn rows(&self, sql: &str, with: impl rusqlite::Params) -> Result<Vec<Found>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(with, |r| Ok((r.get::<_, i64>(0)?, r.get::<_, [u8; 16]>(1)?, r.get::<_, i64>(2)?)))?;
        rows.map(|row| {
            let (rid, id, code) = row?;
            let kind = Kind::from_code(code).ok_or_else(|| Error::Value(format!("an item of kind {code}")))?;
            Ok(Found { at: Ref { rid, id: Uuid::from_bytes(id) }, kind })
        })
        .collect()
    }

    /// A row by its number in this file, with its identity.
    pub fn at(&self, rid: i64) -> Result<Ref> {
        let id = self.conn.prepare_cached("SELECT id FROM item WHERE rid = ?1")?.query_row([rid], |r| r.get::<_, [u8; 16]>(0))?;
        Ok(Ref { rid, id: Uuid::from_bytes(id) })
    }

    /// The item of an identity, if it is in this file.
    pub fn by_id(&self, id: Uuid) -> Result<Option<Found>> {
        Ok(self.rows("SELECT rid, id, kind FROM item WHERE id = ?1", [id.as_bytes().as_slice()])?.into_iter().next())
    }

    /// [`Reader::by_id`], unless its creation was undone.
    pub fn present(&self, id: Uuid) -> Result<Option<Found>> {
        const PRESENT: &str = "SELECT rid, id, kind FROM item WHERE id = ?1 AND life <> 2";
        Ok(self.rows(PRESENT, [id.as_bytes().as_slice()])?.into_iter().next())
    }

    /// Whether a row counts.
    pub fn is_live(&self, rid: i64) -> Result<bool> {
        Ok(self.life(rid)? == Life::Live as i64)
    }

    /// Whether somebody changed a cell, other than by loading the catalogue.
    pub fn is_changed_by_hand(&self, rid: i64, field: &str) -> Result<bool> {
        const BY_HAND: &str = "SELECT 1 FROM change c JOIN entry e ON e.n = c.entry
            WHERE c.item = ?1 AND c.field = ?2 AND e.act = 'edit' AND e.undone_by IS NULL AND e.command NOT IN ('LoadCatalogue', 'DraftCommitments') LIMIT 1";
        Ok(self.conn.prepare_cached(BY_HAND)?.exists((rid, field))?)
    }

    /// The reference that people read.
    pub fn reference(&self, rid: i64) -> Result<String> {
        reference_of(self.conn, rid)
    }
}

/// What a search for these kinds is called in a sentence, and an example of a reference.
fn what(kinds: &[Kind]) -> (&'static str, &'static str) {
    match kinds {
        [Kind::Commitment] => ("commitment", "C-7KQ3F"),
        [Kind::Recommendation] => ("recommendation", "“A4P+ P4.3”"),
        [Kind::Actor] => ("actor", "DPO"),
        [Kind::SavedView] => ("saved view", "“Due this spring”"),
        [Kind::Source] => ("source", "A4P+"),
        [Kind::Evidence] => ("evidence", "E-7KQ3F"),
        [Kind::Update] => ("update", "U-7KQ3F"),
        [Kind::Event] => ("event", "its name, or V-7KQ3F"),
        [Kind::Milestone] => ("milestone", "M-7KQ3F"),
        [Kind::Series] => ("series", "G-7KQ3F"),
        [Kind::Framework] => ("framework", "“Our topics”"),
        [Kind::Theme] => ("theme", "“Our topics: Training”"),
        [Kind::Request] => ("request", "Q-7KQ3F"),
        [Kind::Indicator] => ("indicator", "I-7KQ3F"),
        [Kind::Observation] => ("observation", "its id, as show lists it"),
        _ => ("item", "C-7KQ3F or “A4P+ P4.3”"),
    }
}

/// SQL for the reference of a recommendation `r` of source `s` with item `i`.
pub(crate) const LABEL: &str = "s.short || ' ' || r.label";

/// The reference that people read: source and label, an actor's or source's short name, or letters.
pub(crate) fn reference_of(conn: &Connection, rid: i64) -> Result<String> {
    let (kind, code, shown) = conn
        .prepare_cached("SELECT kind, code, shown FROM item WHERE rid = ?1")?
        .query_row([rid], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Option<i64>>(1)?, r.get::<_, Option<u32>>(2)?)))?;
    let spoken: Option<String> = match Kind::from_code(kind) {
        Some(Kind::Source) => {
            conn.prepare_cached("SELECT short FROM source WHERE rid = ?1")?.query_row([rid], |r| r.get(0)).optional()?
        }
        Some(Kind::Actor) => conn
            .prepare_cached("SELECT short FROM actor WHERE rid = ?1")?
            .query_row([rid], |r| r.get::<_, Option<String>>(0))
            .optional()?
            .flatten(),
        Some(Kind::Recommendation) => conn
            .prepare_cached(&format!("SELECT {LABEL} FROM recommendation r JOIN source s ON s.rid = r.source WHERE r.rid = ?1"))?
            .query_row([rid], |r| r.get::<_, Option<String>>(0))
            .optional()?
            .flatten(),
        Some(kind @ (Kind::Framework | Kind::Theme)) => Some(
            Reader { conn, replica: None, me: "", known: None, kept: None, job: &crate::Job::default() }
                .theme_reference(rid, kind)?,
        ),
        _ => None,
    };
    Ok(spoken.unwrap_or_else(|| coded(Kind::from_code(kind), code, shown)))
}

/// The reference of a recommendation: its source and label, else its letters.
pub(crate) fn spoken(source: &str, label: Option<&str>, code: Option<i64>, shown: Option<u32>) -> String {
    label.map_or_else(|| coded(Some(Kind::Recommendation), code, shown), |label| format!("{source} {label}"))
}

/// The reference by letters.
pub(crate) fn coded(kind: Option<Kind>, code: Option<i64>, shown: Option<u32>) -> String {
    let letter = kind.map_or("", Kind::letter);
    code.zip(shown).map_or_else(String::new, |(code, shown)| format!("{letter}-{}", reference::letters(code, shown)))
}

/// One line that says which item it is.
pub(crate) fn title_of(conn: &Connection, rid: i64) -> Result<String> {
    let title: Option<String> = conn
        .prepare_cached(
            "SELECT CASE i.kind
               WHEN 1 THEN (SELECT title FROM source WHERE rid = ?1)
               WHEN 2 THEN (SELECT coalesce(heading, text) FROM recommendation WHERE rid = ?1)
               WHEN 3 THEN (SELECT name FROM actor WHERE rid = ?1)
               WHEN 4 THEN (SELECT name FROM alias WHERE rid = ?1)
               WHEN 5 THEN (SELECT a.name FROM addressee x JOIN actor a ON a.rid = x.actor WHERE x.rid = ?1)
               WHEN 6 THEN (SELECT name FROM framework WHERE rid = ?1)
               WHEN 7 THEN (SELECT name FROM theme WHERE rid = ?1)
               WHEN 8 THEN (SELECT t.name FROM theme_of x JOIN theme t ON t.rid = x.theme WHERE x.rid = ?1)
               WHEN 9 THEN (SELECT name FROM event WHERE rid = ?1)
               WHEN 10 THEN (SELECT deliverable FROM commitment WHERE rid = ?1)
               WHEN 11 THEN (SELECT coalesce(a.name, '') FROM commitment_actor x LEFT JOIN actor a ON a.rid = x.actor WHERE x.rid = ?1)
               WHEN 12 THEN (SELECT c.deliverable FROM answer x JOIN commitment c ON c.rid = x.commitment WHERE x.rid = ?1)
               WHEN 13 THEN (SELECT stated FROM due WHERE rid = ?1)
               WHEN 14 THEN (SELECT text FROM update_ WHERE rid = ?1)
               WHEN 15 THEN (SELECT verdict FROM verification WHERE rid = ?1)
               WHEN 16 THEN (SELECT title FROM evidence WHERE rid = ?1)
               WHEN 17 THEN (SELECT e.title FROM evidence_use x JOIN evidence e ON e.rid = x.evidence WHERE x.rid = ?1)
               WHEN 18 THEN (SELECT a.name FROM caller x JOIN actor a ON a.rid = x.actor WHERE x.rid = ?1)
               WHEN 19 THEN (SELECT kind || ' ' || coalesce(r.heading, r.text) FROM link x JOIN recommendation r ON r.rid = x.other WHERE x.rid = ?1)
               WHEN 20 THEN (SELECT t.name || ' ' || kind || ' ' || o.name FROM crosswalk x JOIN theme t ON t.rid = x.theme JOIN theme o ON o.rid = x.other WHERE x.rid = ?1)
               WHEN 21 THEN (SELECT a.name || ': ' || answer FROM decision x JOIN actor a ON a.rid = x.actor WHERE x.rid = ?1)
               WHEN 22 THEN (SELECT text FROM request WHERE rid = ?1)
               WHEN 23 THEN (SELECT q.text FROM request_about x JOIN request q ON q.rid = x.request WHERE x.rid = ?1)
               WHEN 24 THEN (SELECT text FROM milestone WHERE rid = ?1)
               WHEN 25 THEN (SELECT name FROM indicator WHERE rid = ?1)
               WHEN 26 THEN (SELECT n.name FROM indicator_of x JOIN indicator n ON n.rid = x.indicator WHERE x.rid = ?1)
               WHEN 27 THEN (SELECT n.name || ' ' || x.value FROM observation x JOIN indicator n ON n.rid = x.indicator WHERE x.rid = ?1)
               WHEN 28 THEN (SELECT number FROM their_ref WHERE rid = ?1)
               WHEN 29 THEN (SELECT text FROM note WHERE rid = ?1)
               WHEN 30 THEN (SELECT coalesce(why, on_day) FROM flag WHERE rid = ?1)
               WHEN 31 THEN (SELECT name FROM custom_field WHERE rid = ?1)
               WHEN 32 THEN (SELECT f.name || ': ' || x.value FROM custom_value x JOIN custom_field f ON f.rid = x.field WHERE x.rid = ?1)
               WHEN 33 THEN (SELECT name FROM saved_view WHERE rid = ?1)
               WHEN 34 THEN (SELECT name FROM review WHERE rid = ?1)
               WHEN 35 THEN (SELECT title FROM series WHERE rid = ?1)
               WHEN 36 THEN (SELECT name FROM setting WHERE rid = ?1)
               WHEN 37 THEN (SELECT e.name FROM event_date x JOIN event e ON e.rid = x.event WHERE x.rid = ?1)
             END FROM item i WHERE i.rid = ?1",
        )?
        .query_row([rid], |r| r.get(0))?;
    Ok(text::brief(&title.unwrap_or_default(), 160))
}
