//! Lets Tauri read its configuration, capabilities and icons at compile time.

fn main() {
    tauri_build::build();
}
