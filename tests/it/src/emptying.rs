//! Emptying the bin: what goes, what stays on record, and that nothing else is touched.

use crate::desk::{Work, refused};
use followthrough_commands::*;

fn binned() -> (Work, String) {
    let (work, c) = Work::small();
    let file = work.write("secret.txt", b"the bytes of the secret");
    work.edit(LogUpdate {
        text: "A secret word was said.".into(),
        file: Some(file.as_str().into()),
        ..crate::desk::update(&c, None, None)
    });
    let page = work.commitment_page(&c);
    let evidence = page
        .timeline
        .iter()
        .find_map(|e| match e {
            followthrough_store::read::commitment::TimelineEntry::Update(u) => Some(u.evidence[0].reference.clone()),
            _ => None,
        })
        .expect("an update with evidence");
    work.edit(Delete { item: evidence });
    work.edit(Delete { item: c.clone() });
    (work, c)
}

/// Whether the file holds these bytes anywhere.
fn holds(work: &Work, bytes: &[u8]) -> bool {
    let conn = work.raw();
    conn.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);").expect("SQLite compacts it");
    let all = std::fs::read(work.file()).expect("the file");
    all.windows(bytes.len()).any(|w| w == bytes)
}

#[test]
fn it_first_says_what_would_be_gone() {
    let (work, c) = binned();
    let before = work.last_entry();
    let asked = work.edit(EmptyBin { sure: false });
    assert!(!asked.emptied);
    assert!(asked.sentence.contains("commitment") && asked.sentence.contains("would be gone"), "{}", asked.sentence);
    assert_eq!(work.last_entry(), before);
    work.edit(Restore { item: c.clone() });
    assert!(!work.commitment_page(&c).deleted);
}

#[test]
fn its_words_and_bytes_leave_the_file_and_the_chain_holds() {
    let (work, c) = binned();
    assert!(holds(&work, b"A plan for the camps") && holds(&work, b"the bytes of the secret"));
    let emptied = work.edit(EmptyBin { sure: true });
    assert!(emptied.emptied && emptied.files == 1, "{emptied:?}");
    assert!(!holds(&work, b"A plan for the camps"), "its words are still in the file");
    assert!(!holds(&work, b"the bytes of the secret"), "its bytes are still in the file");
    assert_eq!(work.ask(Bin::default()).total, 0);
    assert!(refused(&work.desk, Restore { item: c }).message.contains("no item"));
    work.is_sound();
    // That it happened stays on record.
    assert!(work.last_entry() > 5);
    assert_eq!(work.edit(EmptyBin { sure: true }).sentence, "The bin is empty.");
}

#[test]
fn what_was_done_before_cannot_be_undone_what_comes_after_can() {
    let (work, _) = binned();
    work.edit(EmptyBin { sure: true });
    assert_eq!(refused(&work.desk, Undo {}).code, "nothing_to_undo");
    work.actor("DPET");
    work.edit(Undo {});
    assert_eq!(refused(&work.desk, Undo {}).code, "nothing_to_undo");
    work.is_sound();
}
