//! What the window remembers on this machine between starts: choices of the user, drafts, where one was. Names and values
//! are the window's own affair.
//!
//! A small file of its own in the machine's folder, because it must outlive a program that is killed the moment after, and
//! the storage of a web view does not. Holds nothing that belongs to a workspace, and does not decide what is kept.

use crate::Machine;
use rusqlite::{Connection, ErrorCode, Result, params};
use std::collections::BTreeMap;
use std::time::Duration;

/// How long two windows' programs wait for each other. What is not written by then is forgotten, no more.
const WAIT: Duration = Duration::from_secs(2);

impl Machine {
    fn kept_file(&self) -> Result<Connection> {
        let open = || -> Result<Connection> {
            let conn = Connection::open(self.folder.join("window.sqlite"))?;
            conn.busy_timeout(WAIT)?;
            conn.execute_batch(
                "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            )?;
            Ok(conn)
        };
        let _ = std::fs::create_dir_all(&self.folder); // what cannot be made cannot be opened either
        open().or_else(|error| {
            // A file that is no database any more: what was in it is forgotten rather than all that comes.
            if error.sqlite_error_code() != Some(ErrorCode::NotADatabase) {
                return Err(error);
            }
            let _ = std::fs::remove_file(self.folder.join("window.sqlite"));
            open()
        })
    }

    /// All that is kept, by name.
    pub fn kept(&self) -> Result<BTreeMap<String, String>> {
        let conn = self.kept_file()?;
        let mut all = conn.prepare("SELECT name, value FROM kept")?;
        let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect()
    }

    /// Keeps values by name, all of them or none; without a value the name is forgotten.
    pub fn keep(&self, changes: &[(String, Option<String>)]) -> Result<()> {
        let mut conn = self.kept_file()?;
        let tx = conn.transaction()?;
        for (name, value) in changes {
            match value {
                Some(value) => tx.execute("INSERT OR REPLACE INTO kept (name, value) VALUES (?1, ?2)", params![name, value])?,
                None => tx.execute("DELETE FROM kept WHERE name = ?1", [name])?,
            };
        }
        tx.commit()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Machine, SystemClock};
    use std::sync::Arc;

    fn machine(folder: &std::path::Path) -> Machine {
        Machine { folder: folder.join("not there yet"), author: "a".into(), clock: Arc::new(SystemClock) }
    }

    fn change(name: &str, value: Option<&str>) -> (String, Option<String>) {
        (name.to_owned(), value.map(str::to_owned))
    }

    #[test]
    fn what_is_kept_is_there_for_the_next_program_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let one = machine(folder.path());
        assert!(one.kept().expect("reads").is_empty());
        one.keep(&[change("language", Some("ar")), change("draft", Some("Half of a"))]).expect("keeps");
        one.keep(&[change("draft", None), change("language", Some("fr")), change("notice", Some("off"))]).expect("keeps");
        let found: Vec<(String, String)> = machine(folder.path()).kept().expect("reads").into_iter().collect();
        assert_eq!(found, [("language", "fr"), ("notice", "off")].map(|(n, v)| (n.to_owned(), v.to_owned())));
    }

    #[test]
    fn a_file_that_is_no_database_is_begun_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let one = machine(folder.path());
        one.keep(&[change("a", Some("1"))]).expect("keeps");
        std::fs::write(one.folder.join("window.sqlite"), "not a database, but long enough to be looked at as one".repeat(20))
            .expect("writes");
        one.keep(&[change("b", Some("2"))]).expect("keeps");
        assert_eq!(one.kept().expect("reads").len(), 1);
    }
}
