//! Search as one types: every word must occur, the last one as a beginning. What is found is shown with its words in
//! their context. Few hits are put in order by how well they fit, many by how new they are, which needs no look at all
//! of them. A word that occurs nowhere gets the nearest one that does (see `spelling`).

use super::fields_found::{self, SearchField};
use super::value::id;
use crate::{Reader, Result, lookup, words};
use followthrough_model::search::{Fit, Mark, Typed, around};
use followthrough_model::{Kind, Uuid, text};
use rusqlite::OptionalExtension;
use std::cmp::Ordering;

/// Up to so many hits are put in order by how well they fit: their texts are read for that.
const FEW: usize = 300;
/// Nobody reads on: a count ends here.
const COUNTED: u32 = 10_000;
/// So many words that begin so are sought one by one, where all that any of them is in is wanted, or only the newest.
pub(super) const ALL: usize = 100;
const NEWEST: usize = 1000;
const TITLE: usize = 160;
const EXCERPT: usize = 200;

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SearchHit {
    pub id: Uuid,
    #[serde(rename = "ref")]
    pub reference: String,
    pub kind: Kind,
    pub title: String,
    /// Where the words stand in the title: from which character up to which (without it).
    pub marks: Vec<Mark>,
    /// The words in their context, where the title does not have them all.
    pub excerpt: Option<Excerpt>,
    /// The item whose page shows it: itself, the commitment of an update or milestone, the request of a reminder.
    pub open: Uuid,
}

/// A piece of the field in which the words were found.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct Excerpt {
    pub field: SearchField,
    pub text: String,
    pub marks: Vec<Mark>,
}

/// In which order the hits stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchOrder {
    /// What fits best first: there are few.
    Fit,
    Newest,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct KindCount {
    pub kind: Kind,
    pub hits: u32,
}

#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct SearchReply {
    pub hits: Vec<SearchHit>,
    pub order: SearchOrder,
    /// How many there are; nothing where there are many and it was not asked to count them.
    pub total: Option<u32>,
    /// Of which kinds, while there are few.
    pub kinds: Vec<KindCount>,
    /// What was typed with the nearest words that occur in place of those that do not.
    pub suggestion: Option<String>,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct SearchAsk<'a> {
    pub typed: &'a str,
    pub kind: Option<Kind>,
    pub offset: u32,
    pub limit: u32,
    /// Count all hits, up to ten thousand.
    pub count: bool,
    /// The item that what was typed means, if it is a reference: it goes first.
    pub meant: Option<i64>,
}

impl Reader<'_> {
    pub fn search(&self, ask: &SearchAsk<'_>) -> Result<SearchReply> {
        let mut reply =
            SearchReply { hits: Vec::new(), order: SearchOrder::Fit, total: Some(0), kinds: Vec::new(), suggestion: None };
        let Some(typed) = Typed::read(ask.typed) else { return Ok(reply) };
        let begun = self.begun(&typed, NEWEST)?;
        let mut expression = typed.exactly(&begun);
        let mut found = self.newest(&expression, None, FEW + 1, 0)?;
        if found.is_empty()
            && let Some(parts) = typed.by_parts(&begun)
        {
            expression = parts;
            found = self.newest(&expression, None, FEW + 1, 0)?;
        }
        let meant = self.meant(ask)?;
        let (limit, offset) =
            (usize::try_from(ask.limit).unwrap_or(usize::MAX), usize::try_from(ask.offset).unwrap_or(usize::MAX));
        let page = if found.len() <= FEW {
            found.retain(|rid| !meant.contains(rid));
            let mut all = meant;
            all.extend(self.by_fit(&typed, found)?);
            let mut kinds = Vec::with_capacity(all.len());
            for rid in &all {
                kinds.push(self.kind_of(*rid)?);
            }
            reply.kinds = counted(&kinds);
            if let Some(only) = ask.kind {
                let mut kinds = kinds.iter();
                all.retain(|_| kinds.next().copied().flatten() == Some(only));
            }
            reply.total = u32::try_from(all.len()).ok();
            all.into_iter().skip(offset).take(limit).collect()
        } else {
            reply.order = SearchOrder::Newest;
            reply.total = if ask.count { Some(self.how_many(&expression, ask.kind)?) } else { None };
            let ahead = meant.len().min(offset);
            let mut page = self.newest(&expression, ask.kind, limit.saturating_add(meant.len()), offset - ahead)?;
            page.retain(|rid| !meant.contains(rid));
            let mut all: Vec<i64> = if offset == 0 { meant } else { Vec::new() };
            all.extend(page);
            all.truncate(limit);
            all
        };
        reply.hits = self.shown(Some(&typed), &page)?;
        if reply.hits.is_empty() && offset == 0 && reply.kinds.is_empty() {
            reply.suggestion = self.spelt(&typed)?;
        }
        Ok(reply)
    }

    /// The words that begin with the one that is being typed, where asking for each of them is quicker. By its beginning
    /// alone the index brings together all that any of them is in before it tells the newest. It is prepared for beginnings
    /// of up to three letters, but beside another word those of three take long too.
    /// `most`: so many at most, from four letters on; each is gone along at every row that any of them is in, so it is for
    /// who reads only the newest.
    pub(super) fn begun(&self, typed: &Typed, most: usize) -> Result<Vec<String>> {
        const PREPARED: usize = 3;
        let Some(word) = typed.open_word() else { return Ok(Vec::new()) };
        let most = match word.chars().count().cmp(&PREPARED) {
            Ordering::Less => return Ok(Vec::new()),
            Ordering::Equal => ALL.min(most),
            Ordering::Greater => most,
        };
        let mut next = self.conn.prepare_cached(words::NEXT)?;
        let mut begun: Vec<String> = Vec::new();
        let mut from = word.clone();
        while let Some(term) = next.query_row([&from], |r| r.get::<_, String>(0)).optional()? {
            if !term.starts_with(&word) {
                break;
            }
            if begun.len() == most {
                return Ok(Vec::new());
            }
            from = format!("{term}\0");
            begun.push(term);
        }
        Ok(begun)
    }

    /// These items as hits, with nothing marked.
    pub fn search_these(&self, rows: &[i64]) -> Result<SearchReply> {
        let hits = self.shown(None, rows)?;
        let total = u32::try_from(hits.len()).ok();
        Ok(SearchReply { hits, order: SearchOrder::Fit, total, kinds: Vec::new(), suggestion: None })
    }

    /// The newest rows that have the words.
    fn newest(&self, expression: &str, kind: Option<Kind>, limit: usize, offset: usize) -> Result<Vec<i64>> {
        let [limit, offset] = [limit, offset].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
        match kind {
            None => self.all(
                "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?2 OFFSET ?3",
                (expression, limit, offset),
                |r| r.get(0),
            ),
            Some(kind) => self.all(
                "SELECT w.rowid FROM words w JOIN item k ON k.rid = w.rowid AND k.kind = ?4 WHERE w.words MATCH ?1 ORDER BY w.rowid DESC LIMIT ?2 OFFSET ?3",
                (expression, limit, offset, kind.code()),
                |r| r.get(0),
            ),
        }
    }

    fn how_many(&self, expression: &str, kind: Option<Kind>) -> Result<u32> {
        match kind {
            None => self.count("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT ?2)", (expression, COUNTED)),
            Some(kind) => self.count(
                "SELECT count(*) FROM (SELECT 1 FROM words w JOIN item k ON k.rid = w.rowid AND k.kind = ?3 WHERE w.words MATCH ?1 LIMIT ?2)",
                (expression, COUNTED, kind.code()),
            ),
        }
    }

    /// The items that bear what was typed as their name or symbol.
    fn meant(&self, ask: &SearchAsk<'_>) -> Result<Vec<i64>> {
        const SYMBOL: &str =
            "SELECT s.rid FROM source s JOIN item i ON i.rid = s.rid AND i.life = 0 WHERE s.symbol = ?1 COLLATE NOCASE
            UNION SELECT e.rid FROM evidence e JOIN item i ON i.rid = e.rid AND i.life = 0 WHERE e.target = ?1";
        let mut meant = Vec::from_iter(ask.meant);
        for rid in self.all(SYMBOL, [ask.typed.trim()], |r| r.get(0))? {
            if !meant.contains(&rid) {
                meant.push(rid);
            }
        }
        if let Some(only) = ask.kind {
            let mut kept = Vec::new();
            for rid in meant {
                if self.kind_of(rid)? == Some(only) {
                    kept.push(rid);
                }
            }
            meant = kept;
        }
        meant.truncate(20);
        Ok(meant)
    }

    fn kind_of(&self, rid: i64) -> Result<Option<Kind>> {
        Ok(Kind::from_code(self.one("SELECT kind FROM item WHERE rid = ?1", [rid], |r| r.get(0))?))
    }

    /// What fits best first; of what fits equally, the newest.
    fn by_fit(&self, typed: &Typed, found: Vec<i64>) -> Result<Vec<i64>> {
        let mut scored = Vec::with_capacity(found.len());
        for rid in found {
            let mut fit = Fit::default();
            if let Some(kind) = self.kind_of(rid)? {
                for (field, text) in fields_found::texts(self, rid, kind)? {
                    typed.weigh(&mut fit, fields_found::beginning(&text), field.weight());
                }
            }
            scored.push((Typed::score(&fit), rid));
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        Ok(scored.into_iter().map(|(_, rid)| rid).collect())
    }

    fn shown(&self, typed: Option<&Typed>, rows: &[i64]) -> Result<Vec<SearchHit>> {
        rows.iter().filter_map(|rid| self.hit(typed, *rid).transpose()).collect()
    }

    fn hit(&self, typed: Option<&Typed>, rid: i64) -> Result<Option<SearchHit>> {
        const HIT: &str = "SELECT i.id, i.kind,
               CASE i.kind WHEN 14 THEN (SELECT ci.id FROM update_ u JOIN item ci ON ci.rid = u.commitment WHERE u.rid = i.rid)
                 WHEN 24 THEN (SELECT mi.id FROM milestone m JOIN item mi ON mi.rid = m.commitment WHERE m.rid = i.rid)
                 WHEN 22 THEN coalesce((SELECT ri.id FROM request q JOIN item ri ON ri.rid = q.reminds WHERE q.rid = i.rid), i.id)
                 ELSE i.id END, i.code, i.shown,
               CASE i.kind WHEN 1 THEN (SELECT short FROM source WHERE rid = i.rid)
                 WHEN 2 THEN (SELECT s.short || ' ' || r.label FROM recommendation r JOIN source s ON s.rid = r.source WHERE r.rid = i.rid)
                 WHEN 3 THEN (SELECT coalesce(short, name) FROM actor WHERE rid = i.rid) END,
               substr(CASE i.kind WHEN 1 THEN (SELECT title FROM source WHERE rid = i.rid)
                 WHEN 2 THEN (SELECT coalesce(heading, text) FROM recommendation WHERE rid = i.rid) WHEN 3 THEN (SELECT name FROM actor WHERE rid = i.rid)
                 WHEN 10 THEN (SELECT deliverable FROM commitment WHERE rid = i.rid) WHEN 14 THEN (SELECT text FROM update_ WHERE rid = i.rid)
                 WHEN 16 THEN (SELECT title FROM evidence WHERE rid = i.rid) WHEN 24 THEN (SELECT text FROM milestone WHERE rid = i.rid)
                 WHEN 9 THEN (SELECT name FROM event WHERE rid = i.rid) WHEN 22 THEN (SELECT text FROM request WHERE rid = i.rid) END, 1, 640)
             FROM item i WHERE i.rid = ?1";
        let mut statement = self.conn.prepare_cached(HIT)?;
        let row = statement.query_row([rid], |r| {
            let kind = Kind::from_code(r.get(1)?);
            let reference = match r.get::<_, Option<String>>(5)? {
                Some(spoken) => spoken,
                None => lookup::coded(kind, r.get(3)?, r.get(4)?),
            };
            let title = r.get_ref(6)?.as_str_or_null()?.map(|title| text::brief(title, TITLE));
            Ok((id(r, 0)?, kind, id(r, 2)?, reference, title))
        });
        let Some((id, Some(kind), open, reference, title)) = row.optional()? else { return Ok(None) };
        let title = title.unwrap_or_else(|| lookup::title_of(self.conn, rid).unwrap_or_default());
        let Some(typed) = typed else {
            return Ok(Some(SearchHit { id, reference, kind, title, marks: Vec::new(), excerpt: None, open }));
        };
        let (marks, met) = typed.marks(&title);
        let (_, named) = typed.marks(&reference);
        let missing: Vec<bool> = met.iter().zip(&named).map(|(a, b)| !a && !b).collect();
        let excerpt = if missing.contains(&true) { self.excerpt(typed, rid, kind, &missing)? } else { None };
        Ok(Some(SearchHit { id, reference, kind, title, marks, excerpt, open }))
    }

    /// The field that has most of the missing words, around the first of them.
    fn excerpt(&self, typed: &Typed, rid: i64, kind: Kind, missing: &[bool]) -> Result<Option<Excerpt>> {
        let mut best: Option<(usize, SearchField, String, Vec<Mark>)> = None;
        for (field, whole) in fields_found::texts(self, rid, kind)? {
            let flat = fields_found::beginning(&whole).split_whitespace().collect::<Vec<_>>().join(" ");
            let (marks, met) = typed.marks(&flat);
            let more = met.iter().zip(missing).filter(|(met, missing)| **met && **missing).count();
            if more > best.as_ref().map_or(0, |best| best.0) {
                best = Some((more, field, flat, marks));
            }
        }
        Ok(best.map(|(_, field, flat, marks)| {
            let (text, marks) = around(&flat, &marks, EXCERPT);
            Excerpt { field, text, marks }
        }))
    }
}

fn counted(kinds: &[Option<Kind>]) -> Vec<KindCount> {
    let of = |kind| u32::try_from(kinds.iter().filter(|one| **one == Some(kind)).count()).unwrap_or(u32::MAX);
    let all = Kind::ALL.iter().map(|kind| KindCount { kind: *kind, hits: of(*kind) });
    all.filter(|count| count.hits > 0).collect()
}
