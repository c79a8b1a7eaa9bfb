//! The one way to write: a [`Tx`] writes rows and their log together. What it derives (kept columns, spans, the search
//! index) is brought up to date once, at the end, from the log of this edit itself.
//!
//! Does not know rules of the register; commands ask `model` before they write.

use crate::machine::{Machine, rfc3339};
use crate::open::Outcome;
use crate::{Error, Job, Reader, Result, Staged, settle, words};
use followthrough_change::{Cell, Chain, Hash, Head, Stamp, chain};
use followthrough_model::{Field, Kind, Record, Ref, Uuid, Value, record::Life, record::item, reference};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql};
use std::fmt::Write as _;

/// An edit in the making.
pub struct Tx<'a> {
    conn: &'a Connection,
    machine: &'a Machine,
    job: &'a Job,
    /// The entry that this edit becomes.
    n: i64,
    replica: i64,
    replica_id: Uuid,
    seq: i64,
    before: Hash,
    stamp: Stamp,
    command: String,
    act: &'static str,
    undoes: Option<i64>,
    changes: i64,
    next_rid: i64,
    first_rid: i64,
    digests: Vec<Hash>,
    /// Changes were written by SQL and their digests must be read back.
    unread: bool,
    staged: Option<Staged>,
}

impl<'a> Tx<'a> {
    pub(crate) fn begin(conn: &'a Connection, machine: &'a Machine, job: &'a Job, replica: i64, command: &str) -> Result<Self> {
        let (id, seq, before) = conn
            .prepare_cached("SELECT id, last_seq, last_hash FROM replica WHERE rid = ?1")?
            .query_row([replica], |r| Ok((r.get::<_, [u8; 16]>(0)?, r.get::<_, i64>(1)?, r.get::<_, [u8; 32]>(2)?)))?;
        let (n, stamp) = conn
            .prepare_cached("SELECT n, stamp FROM entry ORDER BY n DESC LIMIT 1")?
            .query_row([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?)))
            .optional()?
            .unwrap_or((0, 0));
        let last: Option<i64> = conn.prepare_cached("SELECT max(rid) FROM item")?.query_row([], |r| r.get(0))?;
        let next_rid = last.unwrap_or(0) + 1;
        Ok(Self {
            conn,
            machine,
            job,
            n: n + 1,
            replica,
            replica_id: Uuid::from_bytes(id),
            seq: seq + 1,
            before,
            stamp: Stamp::from_i64(stamp).next(machine.clock.now_ms()),
            command: command.to_owned(),
            act: "edit",
            undoes: None,
            changes: 0,
            next_rid,
            first_rid: next_rid,
            digests: Vec::new(),
            unread: false,
            staged: None,
        })
    }

    /// What is in the file now, with what this edit did so far.
    pub fn reader(&self) -> Reader<'a> {
        Reader { conn: self.conn, replica: Some(self.replica), me: &self.machine.author, known: None, kept: None, job: self.job }
    }

    /// How far the edit is, for those who wait for it. What it declares fills the first half; the rest is what follows from it.
    pub const fn job(&self) -> &'a Job {
        self.job
    }

    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }

    pub(crate) fn entry(&self) -> i64 {
        self.n
    }

    pub(crate) fn replica(&self) -> i64 {
        self.replica
    }

    /// Who does this.
    pub fn author(&self) -> &str {
        &self.machine.author
    }

    /// The machine's local date.
    pub fn today(&self) -> followthrough_model::Day {
        self.machine.clock.today()
    }

    /// The order of this act among the dated acts of one day.
    pub fn stamp(&self) -> i64 {
        self.stamp.as_i64()
    }

    /// The file that came with the command, staged before the edit began.
    pub fn set_staged(&mut self, staged: Option<Staged>) {
        self.staged = staged;
    }

    pub fn take_staged(&mut self) -> Option<Staged> {
        self.staged.take()
    }

    /// A new row with a new identity.
    pub fn insert<R: Record>(&mut self, row: &R) -> Result<Ref> {
        let random = self.machine.clock.random().to_be_bytes();
        let mut tail = [0_u8; 10];
        tail.copy_from_slice(&random[..10]);
        let ms = u64::try_from(self.stamp.as_i64() >> 16).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(ms, &tail).into_uuid();
        self.insert_new(id, row)
    }

    /// A row whose identity follows from something else (a seed, its ends). Where such a row is there, undone or in the
    /// bin too, it counts again, with these cells.
    pub fn insert_as<R: Record>(&mut self, id: Uuid, row: &R) -> Result<Ref> {
        let Some(there) = self.reader().by_id(id)? else { return self.insert_new(id, row) };
        self.set_life(there.at, Life::Live)?;
        for (field, value) in R::FIELDS.iter().zip(row.values()) {
            self.set(there.at, *field, &value)?;
        }
        Ok(there.at)
    }

    fn insert_new<R: Record>(&mut self, id: Uuid, row: &R) -> Result<Ref> {
        let kind = R::KIND;
        let rid = self.next_rid;
        self.next_rid += 1;
        let (code, shown) = if kind.has_code() { self.free_code(kind, id)? } else { (None, None) };
        self.conn.prepare_cached("INSERT INTO item(rid, id, kind, code, shown) VALUES(?1, ?2, ?3, ?4, ?5)")?.execute((
            rid,
            id.as_bytes().as_slice(),
            kind.code(),
            code,
            shown,
        ))?;
        let values = row.values();
        let mut statement = self.conn.prepare_cached(&insert_sql(kind))?;
        statement.raw_bind_parameter(1, rid)?;
        for (i, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(i + 2, Bound(value))?;
        }
        statement.raw_execute()?;
        let json = row_json(R::FIELDS, &values);
        self.log(rid, id, "", &Value::Null, &Value::Text(json))?;
        Ok(Ref { rid, id })
    }

    /// Sets one cell. Answers whether that changed it.
    pub fn set(&mut self, at: Ref, field: Field, value: &Value) -> Result<bool> {
        let table = field.kind.map_or(item::TABLE, Kind::table);
        let old = self.get(at, field)?;
        if old == *value {
            return Ok(false);
        }
        self.conn
            .prepare_cached(&format!("UPDATE {table} SET {} = ?2 WHERE rid = ?1", field.name))?
            .execute((at.rid, Bound(value)))?;
        self.log(at.rid, at.id, field.name, &old, value)?;
        Ok(true)
    }

    /// What a cell holds.
    pub fn get(&self, at: Ref, field: Field) -> Result<Value> {
        self.reader().cell(at, field)
    }

    /// Puts a row into the bin, or takes it out.
    pub fn set_life(&mut self, at: Ref, life: Life) -> Result<bool> {
        self.set(at, item::LIFE, &Value::Int(life as i64))
    }

    fn log(&mut self, rid: i64, id: Uuid, field: &str, old: &Value, new: &Value) -> Result<()> {
        self.changes += 1;
        self.conn
            .prepare_cached("INSERT INTO change(entry, n, item, field, old, new) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute((self.n, self.changes, rid, field, Logged(old), Logged(new)))?;
        if !self.unread {
            self.digests.push(chain::digest(id.as_bytes(), field, cell_of(old), cell_of(new)));
        }
        Ok(())
    }

    /// Says that `changes` rows of the log were written by SQL, as an undo does.
    pub(crate) fn wrote(&mut self, changes: i64, act: &'static str, undoes: i64) {
        self.changes += changes;
        self.unread = true;
        self.act = act;
        self.undoes = Some(undoes);
    }

    /// Says that this edit cannot be undone.
    pub(crate) fn is_final(&mut self) {
        self.act = "final";
    }

    /// The shortest code, from five letters, that no row of the kind has yet.
    fn free_code(&self, kind: Kind, id: Uuid) -> Result<(Option<i64>, Option<u32>)> {
        let code = reference::code(id);
        let mut taken = self.conn.prepare_cached("SELECT 1 FROM item WHERE kind = ?1 AND code BETWEEN ?2 AND ?3 LIMIT 1")?;
        for shown in reference::SHORTEST..=reference::WHOLE {
            let Some((from, to)) = reference::range(&reference::letters(code, shown)) else { continue };
            if !taken.exists((kind.code(), from, to))? {
                return Ok((Some(code), Some(shown)));
            }
        }
        Ok((Some(code), Some(reference::WHOLE)))
    }

    /// Derives what is derived, writes the entry, and tells what was done. Answers also the sequence on the replica.
    pub(crate) fn finish(mut self) -> Result<(Outcome, i64)> {
        if self.changes == 0 {
            return Ok((Outcome::default(), 0));
        }
        let kinds = self.kinds()?;
        settle::settle(self.conn, self.n, &kinds, self.job)?;
        words::index(self.conn, self.n, self.first_rid, self.job)?;
        let at = rfc3339(self.machine.clock.now_ms());
        let undoes_seq: Option<i64> = match self.undoes {
            Some(n) => Some(self.conn.query_row("SELECT seq FROM entry WHERE n = ?1", [n], |r| r.get(0))?),
            None => None,
        };
        let mut chain = Chain::start(
            &self.before,
            &Head {
                replica: self.replica_id,
                seq: self.seq,
                stamp: self.stamp.as_i64(),
                at: &at,
                author: &self.machine.author,
                command: &self.command,
                act: self.act,
                undoes: undoes_seq,
            },
        );
        if self.unread {
            for_each_digest(self.conn, self.n, |digest| {
                chain.add(digest);
                self.job.check()
            })?;
        } else {
            self.digests.drain(..).for_each(|d| chain.add(&d));
        }
        let hash = chain.finish();
        self.conn
            .prepare_cached(
                "INSERT INTO entry(n, replica, seq, stamp, at, author, command, act, undoes, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((self.n, self.replica, self.seq, self.stamp.as_i64(), &at, &self.machine.author, &self.command, self.act, self.undoes, hash.as_slice()))?;
        self.conn.prepare_cached("UPDATE replica SET last_seq = ?2, last_hash = ?3 WHERE rid = ?1")?.execute((
            self.replica,
            self.seq,
            hash.as_slice(),
        ))?;
        Ok((self.outcome(kinds)?, self.seq))
    }

    /// The kinds of the rows that this edit changed.
    fn kinds(&self) -> Result<Vec<Kind>> {
        Ok(self
            .conn
            .prepare_cached("SELECT DISTINCT i.kind FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1")?
            .query_map([self.n], |r| r.get::<_, i64>(0))?
            .filter_map(|code| code.map(Kind::from_code).transpose())
            .collect::<Result<Vec<_>, _>>()?)
    }

    fn outcome(&self, kinds: Vec<Kind>) -> Result<Outcome> {
        const MOST: i64 = 500;
        let ids = self
            .conn
            .prepare_cached("SELECT DISTINCT i.id FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1 LIMIT ?2")?
            .query_map((self.n, MOST), |r| Ok(Uuid::from_bytes(r.get::<_, [u8; 16]>(0)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Outcome { entry: Some(self.n), kinds, ids })
    }
}

/// The digests of an entry's changes as they stand in the file, in order.
pub(crate) fn for_each_digest(conn: &Connection, entry: i64, mut each: impl FnMut(&Hash) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT i.id, c.field, c.old, c.new, c.digest FROM change c JOIN item i ON i.rid = c.item WHERE c.entry = ?1 ORDER BY c.n",
    )?;
    let mut rows = statement.query([entry])?;
    while let Some(row) = rows.next()? {
        let (id, field) = (row.get_ref(0)?.as_blob(), row.get_ref(1)?.as_str());
        let (Ok(id), Ok(field)) = (id, field) else { return Err(Error::Value("a change without an item".into())) };
        if let Some(digest) = row.get::<_, Option<Hash>>(4)? {
            each(&digest)?;
            continue;
        }
        each(&chain::digest(id, field, cell_in(row.get_ref(2)?)?, cell_in(row.get_ref(3)?)?))?;
    }
    Ok(())
}

pub(crate) fn cell_in(value: ValueRef<'_>) -> Result<Cell<'_>> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(i) => Cell::Int(i),
        ValueRef::Blob(id) => Cell::Id(id),
        ValueRef::Text(text) => Cell::Text(std::str::from_utf8(text).map_err(|_| Error::Value("text that is not UTF-8".into()))?),
        ValueRef::Real(_) => return Err(Error::Value("a number with a fraction in the log".into())),
    })
}

fn cell_of(value: &Value) -> Cell<'_> {
    match value {
        Value::Null => Cell::Null,
        Value::Int(i) => Cell::Int(*i),
        Value::Text(text) => Cell::Text(text),
        Value::Ref(at) => Cell::Id(at.id.as_bytes()),
    }
}

/// A value as it stands in its row: a reference is a row number.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(i) => ValueRef::Integer(*i),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Ref(at) => ValueRef::Integer(at.rid),
        }))
    }
}

/// A value as it stands in the log: a reference is an identity.
struct Logged<'a>(&'a Value);

impl ToSql for Logged<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self.0 {
            Value::Ref(at) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(at.id.as_bytes()))),
            _ => Ok(ToSqlOutput::Borrowed(match self.0 {
                Value::Int(i) => ValueRef::Integer(*i),
                Value::Text(text) => ValueRef::Text(text.as_bytes()),
                Value::Null | Value::Ref(_) => ValueRef::Null,
            })),
        }
    }
}

fn insert_sql(kind: Kind) -> String {
    let mut columns = String::from("rid");
    let mut marks = String::from("?1");
    for (i, field) in kind.fields().iter().enumerate() {
        let _ = write!(columns, ", {}", field.name);
        let _ = write!(marks, ", ?{}", i + 2);
    }
    format!("INSERT INTO {}({columns}) VALUES({marks})", kind.table())
}

/// A row as it stands in the log: an object of its cells that hold something, references as identities.
fn row_json(fields: &[Field], values: &[Value]) -> String {
    let mut out = String::from("{");
    for (field, value) in fields.iter().zip(values) {
        if matches!(value, Value::Null) {
            continue;
        }
        if out.len() > 1 {
            out.push(',');
        }
        let _ = write!(out, "\"{}\":", field.name);
        match value {
            Value::Int(i) => drop(write!(out, "{i}")),
            Value::Ref(at) => drop(write!(out, "\"{}\"", at.id)),
            Value::Text(text) => out.push_str(&serde_json::Value::String(text.clone()).to_string()),
            Value::Null => {}
        }
    }
    out.push('}');
    out
}
