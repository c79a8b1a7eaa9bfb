//! The TypeScript of the window is made from the Rust list of commands, and is current.

use std::path::Path;

#[test]
fn the_windows_types_are_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/commands.ts");
    let expect = followthrough_commands::typescript();
    if std::env::var_os("FOLLOWTHROUGH_WRITE_TYPES").is_some() {
        std::fs::write(&file, &expect).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == expect, "ui/src/ipc/commands.ts is not what the list of commands says: run `make types`");
}
