//! The desktop program: reads its one argument, sets Tauri up and opens the first window.
//!
//! It knows nothing of recommendations or files. What can be asked of the program is in `crates/commands`; what a
//! window is, in `window.rs`; what the page may ask of the shell, in `ipc.rs`.

// On Windows a desktop program must not open a console beside its window; a debug build keeps it for its messages.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialog;
mod graphics;
mod ipc;
mod memory;
mod menu;
mod window;

use std::error::Error;
use std::ffi::OsString;
use std::path::{PathBuf, absolute};
use std::process::ExitCode;

use tauri::RunEvent;
use tauri_plugin_window_state::StateFlags;

const USAGE: &str = "Usage: followthrough-desktop [FILE]\n\nOpens the window, on the workspace FILE if one is given.\nThe same program for the terminal is `followthrough`.";

/// What the command line asks for.
enum Wish {
    Open(Option<PathBuf>),
    Print(String),
    Refuse(String),
}

fn main() -> ExitCode {
    let file = match wish(std::env::args_os().skip(1)) {
        Wish::Open(file) => file,
        Wish::Print(text) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Wish::Refuse(text) => {
            eprintln!("{text}");
            return ExitCode::from(2);
        }
    };
    followthrough_memory::fit();
    graphics::fit();
    match run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The window could not be opened: {error}. The command line, `followthrough`, works without one.");
            ExitCode::FAILURE
        }
    }
}

/// Reads the arguments. A file is made absolute now, because the working directory means nothing later.
fn wish(mut arguments: impl Iterator<Item = OsString>) -> Wish {
    let Some(first) = arguments.next() else { return Wish::Open(None) };
    if arguments.next().is_some() {
        return Wish::Refuse(USAGE.to_owned());
    }
    match first.to_str() {
        Some("--help" | "-h") => Wish::Print(USAGE.to_owned()),
        Some("--version" | "-V") => Wish::Print(concat!("followthrough-desktop ", env!("CARGO_PKG_VERSION")).to_owned()),
        Some(flag) if flag.starts_with('-') => Wish::Refuse(format!("There is no option {flag}.\n\n{USAGE}")),
        _ => {
            let path = PathBuf::from(first);
            Wish::Open(Some(absolute(&path).unwrap_or(path)))
        }
    }
}

fn run(file: Option<PathBuf>) -> Result<(), Box<dyn Error>> {
    // The toolkit would panic.
    #[cfg(target_os = "linux")]
    gtk::init().map_err(|_| "there is no display to show it on")?;
    // What a window remembers between runs: where it stood. Whether it was shown or decorated is not ours to restore.
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .manage(window::Seats::default())
        .menu(menu::build)
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(window::on_event)
        .invoke_handler(tauri::generate_handler![
            ipc::call,
            ipc::take_launch_file,
            ipc::kept,
            ipc::keep,
            ipc::pick_file,
            ipc::pick_files,
            ipc::pick_save,
            ipc::reveal,
            ipc::mail,
            ipc::new_window,
            ipc::set_title,
            ipc::set_menu,
            ipc::zoom,
            ipc::notify,
        ])
        .setup(|app| {
            match file {
                Some(file) => window::open_or_say(app.handle(), Some(file)),
                None => window::open_as_left(app.handle()),
            }
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let mut code = 0;
    app.run(move |app, event| match event {
        RunEvent::ExitRequested { code: Some(asked), .. } => code = asked,
        RunEvent::Exit => {
            // The event loop ends the process without dropping anything; a desk that is let go closes its file whole.
            window::close_all(app);
            leave(code);
        }
        _ => {}
    });
    Ok(())
}

/// Ends the process at once. The toolkit reads keys of X on a thread that it never ends: what the C library does at an
/// ordinary end takes away the X libraries from under it, and the key that is let go after Ctrl+Q crashed the program.
#[cfg(target_os = "linux")]
fn leave(code: i32) {
    signal_hook::low_level::exit(code);
}

#[cfg(not(target_os = "linux"))]
fn leave(_: i32) {}

#[cfg(test)]
mod tests {
    use super::{Wish, wish};

    fn given(arguments: &[&str]) -> Wish {
        wish(arguments.iter().map(Into::into))
    }

    #[test]
    fn one_file_or_none_opens_the_window() {
        assert!(matches!(given(&[]), Wish::Open(None)));
        assert!(matches!(given(&["/a/b.followthrough"]), Wish::Open(Some(path)) if path.is_absolute()));
        assert!(matches!(given(&["b.followthrough"]), Wish::Open(Some(path)) if path.is_absolute()));
    }

    #[test]
    fn anything_else_is_answered_on_the_terminal() {
        assert!(matches!(given(&["--version"]), Wish::Print(_)));
        assert!(matches!(given(&["--help"]), Wish::Print(_)));
        assert!(matches!(given(&["--verbose"]), Wish::Refuse(_)));
        assert!(matches!(given(&["a", "b"]), Wish::Refuse(_)));
    }
}
