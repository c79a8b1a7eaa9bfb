//! Evidence files: 500 MB in and out with little memory, identical bytes once, damage found, what was left behind swept.

use crate::desk::{Work, is_a_sentence, machine};
use followthrough_commands::*;
use followthrough_store::Job;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const FOLDER: &str = "FOLLOWTHROUGH_EVIDENCE_FOLDER";
const LARGE: u64 = 500 * 1024 * 1024;
const MOST_KIB: u64 = 32 * 1024;

/// A file that takes up its size but little time: mostly holes, with marks that make each piece another.
fn large(path: &Path, size: u64) {
    let mut file = std::fs::File::create(path).expect("it can be made");
    file.set_len(size).expect("a sparse file");
    for at in (0..size).step_by(1 << 16) {
        file.seek(SeekFrom::Start(at)).expect("inside");
        file.write_all(&at.to_le_bytes()).expect("a mark");
    }
}

/// The most memory that this process ever held, in KiB.
#[cfg(target_os = "linux")]
fn high_water() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("proc");
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).expect("VmHWM");
    line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
}

/// The process whose memory is measured; does nothing unless it is started for that.
#[cfg(target_os = "linux")]
#[test]
fn large_file_in_and_out() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let clock = Arc::new(crate::desk::Still::new(3));
    let desk = Desk::of_terminal(machine(&folder.join("machine"), "desk", clock));
    desk.open(&folder.join("work.followthrough")).expect("it opens");
    let add = |name: &str| {
        let path = folder.join(name);
        let command =
            AddEvidence { item: "R 1".into(), file: Some(path.to_string_lossy().as_ref().into()), ..AddEvidence::default() };
        crate::desk::edit(&desk, command).reference
    };
    let small = add("small.bin");
    let at = At::on(desk.today(), desk.today());
    let export = |evidence: String, name: &str| {
        let output = folder.join(name).to_string_lossy().as_ref().into();
        ExportEvidence { evidence, output }.run(&desk, &at).expect("it is written").bytes
    };
    export(small, "small.out");
    let before = high_water();
    let evidence = add("large.bin");
    let after_in = high_water();
    assert_eq!(export(evidence, "large.out"), LARGE);
    let after_out = high_water();
    println!("\nMEMORY {} {}", after_in - before, after_out - before);
}

/// Two files hold the same, read side by side.
#[cfg(target_os = "linux")]
fn same_bytes(one: &Path, two: &Path) -> bool {
    let open = |path: &Path| std::io::BufReader::with_capacity(1 << 20, std::fs::File::open(path).expect("it is there"));
    let (mut one, mut two) = (open(one), open(two));
    let (mut a, mut b) = (vec![0; 1 << 20], vec![0; 1 << 20]);
    loop {
        let n = one.read(&mut a).expect("read");
        if n == 0 {
            return two.read(&mut b).expect("read") == 0;
        }
        if two.read_exact(&mut b[..n]).is_err() || a[..n] != b[..n] {
            return false;
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn half_a_gigabyte_goes_in_and_out_with_32_mb_of_memory() {
    let work = Work::new();
    work.source("R");
    work.recommendation("R", "1");
    large(&work.path("large.bin"), LARGE);
    large(&work.path("small.bin"), 1 << 20);
    let output = std::process::Command::new(std::env::current_exe().expect("the test program"))
        .args(["--exact", "evidence::large_file_in_and_out", "--nocapture", "--test-threads=1"])
        .env(FOLDER, work.folder.path())
        .output()
        .expect("it runs");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{out}{}", String::from_utf8_lossy(&output.stderr));
    let line = out.lines().find_map(|l| l.strip_prefix("MEMORY ")).expect("the figures");
    let figures: Vec<u64> = line.split_whitespace().map(|n| n.parse().expect("a number")).collect();
    println!("additional memory: {} KiB in, {} KiB in and out", figures[0], figures[1]);
    assert!(figures[1] <= MOST_KIB, "{figures:?} KiB");
    assert!(same_bytes(&work.path("large.bin"), &work.path("large.out")), "what came out is not what went in");
}

fn attach(work: &Work, item: &str, file: &Path) -> String {
    let file = file.to_string_lossy();
    work.edit(AddEvidence { item: item.into(), file: Some(file.as_ref().into()), ..AddEvidence::default() }).reference
}

fn count(work: &Work, what: &str) -> i64 {
    work.raw().query_row(&format!("SELECT count(*) FROM {what}"), [], |r| r.get(0)).expect("SQL")
}

#[test]
fn an_identical_file_adds_no_bytes() {
    let (work, c) = Work::small();
    large(&work.path("one.bin"), 2_000_000);
    large(&work.path("two.bin"), 2_000_000);
    let first = attach(&work, &c, &work.path("one.bin"));
    let (blobs, chunks) = (count(&work, "blob"), count(&work, "chunk"));
    assert_eq!((blobs, chunks), (1, 8));
    assert_eq!(attach(&work, "R 1", &work.path("two.bin")), first);
    assert_eq!((count(&work, "blob"), count(&work, "chunk")), (blobs, chunks));
    work.is_sound();
}

#[test]
fn files_just_about_a_piece_come_back_whole() {
    let (work, c) = Work::small();
    for size in [
        1,
        followthrough_store::PIECE - 1,
        followthrough_store::PIECE,
        followthrough_store::PIECE + 1,
        3 * followthrough_store::PIECE,
    ] {
        let path = PathBuf::from(work.write("x.bin", &vec![u8::try_from(size % 251).expect("small"); size]));
        let e = attach(&work, &c, &path);
        let out = work.path("x.out");
        work.act(ExportEvidence { evidence: e, output: out.to_string_lossy().as_ref().into() });
        assert!(std::fs::read(path).expect("in") == std::fs::read(out).expect("out"), "{size} bytes");
    }
    work.is_sound();
}

#[test]
fn a_flipped_byte_is_found() {
    let (work, c) = Work::small();
    large(&work.path("one.bin"), 1_000_000);
    let e = attach(&work, &c, &work.path("one.bin"));
    let out = work.path("one.out");
    std::fs::write(&out, "an earlier export").expect("it is written");
    let flipped = "UPDATE chunk SET data = CAST(substr(data, 1, 9) || x'01' || substr(data, 11) AS BLOB) WHERE n = 2";
    work.raw().execute(flipped, []).expect("SQL");
    let at = At::on(work.desk.today(), work.desk.today());
    let export = ExportEvidence { evidence: e, output: out.to_string_lossy().as_ref().into() };
    let problem = Problem::from(export.run(&work.desk, &at).expect_err("refused"));
    assert_eq!(problem.code, "damaged");
    is_a_sentence(&problem.message);
    assert_eq!(std::fs::read_to_string(&out).expect("it is there"), "an earlier export", "half a file replaced it");
    let found = work.ask(Check {});
    assert!(!found.ok && found.problems.len() == 1 && found.problems[0].contains("one.bin"), "{:?}", found.problems);
}

#[test]
fn a_missing_piece_is_found() {
    let (work, c) = Work::small();
    large(&work.path("one.bin"), 1_000_000);
    attach(&work, &c, &work.path("one.bin"));
    work.raw().execute("DELETE FROM chunk WHERE n = 3", []).expect("SQL");
    assert!(!work.ask(Check {}).ok);
}

#[test]
fn what_was_staged_and_never_adopted_is_swept_a_day_later() {
    let (work, c) = Work::small();
    let store = work.store();
    let staged = store.stage_bytes("left.bin", std::io::repeat(7).take(2_000_000), &Job::default()).expect("it is staged");
    drop(staged);
    assert_eq!((count(&work, "blob"), count(&work, "chunk")), (1, 8));
    work.is_sound();
    let work = work.reopened();
    assert_eq!(count(&work, "chunk"), 8, "another window may be about to adopt it");
    work.clock.add_days(2);
    let work = work.reopened();
    assert_eq!((count(&work, "blob"), count(&work, "chunk")), (0, 0));
    work.log(&c, None, None);
    work.is_sound();
}

#[test]
fn staging_that_breaks_off_leaves_nothing() {
    struct Breaks(u32);
    impl Read for Breaks {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            if self.0 > 40 { Err(std::io::Error::other("the stick was pulled out")) } else { Ok(into.len().min(100_000)) }
        }
    }
    let (work, _) = Work::small();
    let problem = Problem::from(work.store().stage_bytes("stick.bin", Breaks(0), &Job::default()).expect_err("refused"));
    assert_eq!(problem.code, "unreadable");
    is_a_sentence(&problem.message);
    assert_eq!((count(&work, "blob"), count(&work, "chunk")), (0, 0));
}

#[test]
fn a_refused_edit_leaves_no_evidence() {
    let (work, c) = Work::small();
    let small = work.write("small.bin", b"few bytes");
    let command = LogUpdate {
        file: Some(small.as_str().into()),
        ..crate::desk::update(&c, Some(followthrough_model::Status::Implemented), None)
    };
    assert_eq!(work.refused(command).code, "status");
    assert_eq!((count(&work, "blob"), count(&work, "evidence"), count(&work, "update_")), (0, 0, 0));
}

#[test]
fn a_file_that_a_window_sends_in_pieces_arrives_whole() {
    use base64_of_three::encode;
    let (work, c) = Work::small();
    let window = Desk::new(work.desk.machine().clone());
    window.open(&work.file()).expect("it opens");
    let at = At::on(window.today(), window.today());
    let mut grant = None;
    for piece in [&b"first "[..], b"second "] {
        let stage = Stage { name: "dir/paste.txt".into(), data: encode(piece), grant: grant.take() };
        grant = Some(stage.run(&window, &at).expect("it is taken").grant);
    }
    let file = grant.expect("a grant");
    let e = crate::desk::edit(&window, AddEvidence { item: c, file: Some(file.as_str().into()), ..AddEvidence::default() });
    let ItemPage::Evidence(page) = work.ask(Show { item: e.reference }) else { panic!("evidence") };
    assert_eq!((page.title.as_str(), page.bytes), ("paste.txt", Some(13)));
}

/// Base64 as the window makes it, so that no library is needed for one test.
mod base64_of_three {
    pub(super) fn encode(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = String::new();
        for three in bytes.chunks(3) {
            let bits = three.iter().fold(0_u32, |bits, b| (bits << 8) | u32::from(*b)) << (8 * (3 - three.len()));
            for i in 0..4 {
                let at = usize::try_from((bits >> (18 - 6 * i)) & 63).expect("6 bits");
                out.push(if i <= three.len() { char::from(LETTERS[at]) } else { '=' });
            }
        }
        out
    }
}
