//! The native menu: what stands in it, in which words, and where a choice goes.
//!
//! Most choices are only told to the page of the front window (event `menu`, with the action's id), which knows what
//! they mean; the same actions have keys there. Undo and redo are among them, because in a text field they mean the
//! text. Editing text, zooming and quitting are done here.

use std::collections::HashMap;

use serde::Deserialize;
use tauri::menu::{Menu, MenuItem, MenuItemKind, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, WebviewWindow, Wry};

use crate::window::{self, Seats};

/// Words of one entry of the menu, and its key, such as `CmdOrCtrl+N`: an empty one takes it away, none leaves it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    label: String,
    #[serde(default)]
    key: Option<String>,
}

/// The words by id: those of `MENUS` below, for menus and entries alike. An id that is not there is passed over.
pub(crate) type Labels = HashMap<String, Label>;

/// One entry: id, English words, key. An id of nothing is a line between groups.
///
/// Undo, redo and the editing of text have no key here: GTK would take it before the text field gets it.
type Entry = (&'static str, &'static str, &'static str);
const LINE: Entry = ("", "", "");

const MENUS: &[(&str, &str, &[Entry])] = &[
    (
        "file",
        "File",
        &[
            ("new", "New workspace…", "CmdOrCtrl+N"),
            ("open", "Open…", "CmdOrCtrl+O"),
            ("new-window", "New window", "CmdOrCtrl+Shift+N"),
            LINE,
            ("save-copy", "Save a copy as…", "CmdOrCtrl+Shift+S"),
            ("export", "Export status summary…", "CmdOrCtrl+E"),
            LINE,
            ("quit", "Quit", "CmdOrCtrl+Q"),
        ],
    ),
    (
        "edit",
        "Edit",
        &[
            ("undo", "Undo", ""),
            ("redo", "Redo", ""),
            LINE,
            ("cut", "Cut", ""),
            ("copy", "Copy", ""),
            ("paste", "Paste", ""),
            ("select-all", "Select all", ""),
        ],
    ),
    (
        "view",
        "View",
        &[
            ("overdue", "Overdue review", ""),
            ("palette", "Commands…", "CmdOrCtrl+K"),
            LINE,
            ("zoom-in", "Larger", "CmdOrCtrl+="),
            ("zoom-out", "Smaller", "CmdOrCtrl+-"),
            ("zoom-reset", "Ordinary size", "CmdOrCtrl+0"),
        ],
    ),
    ("help", "Help", &[("manual", "Manual", "F1"), ("keys", "Keys", ""), ("about", "About Followthrough", "")]),
];

/// Makes the menu, in English.
pub(crate) fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for &(id, words, entries) in MENUS {
        let submenu = Submenu::with_id(app, id, words, true)?;
        for &entry in entries {
            append(app, &submenu, entry)?;
        }
        menu.append(&submenu)?;
    }
    Ok(menu)
}

fn append(app: &AppHandle, menu: &Submenu<Wry>, (id, words, key): Entry) -> tauri::Result<()> {
    if id.is_empty() {
        return menu.append(&PredefinedMenuItem::separator(app)?);
    }
    // macOS sends the keys of its text fields through these; elsewhere the web view has its own.
    if cfg!(target_os = "macos") {
        let own = match id {
            "cut" => Some(PredefinedMenuItem::cut(app, None)?),
            "copy" => Some(PredefinedMenuItem::copy(app, None)?),
            "paste" => Some(PredefinedMenuItem::paste(app, None)?),
            "select-all" => Some(PredefinedMenuItem::select_all(app, None)?),
            _ => None,
        };
        if let Some(own) = own {
            return menu.append(&own);
        }
    }
    menu.append(&MenuItem::with_id(app, id, words, true, (!key.is_empty()).then_some(key))?)
}

/// Puts other words, and keys where some are given, on the menu of every window. The menu itself stays: GTK loses the
/// keys of one that is replaced.
pub(crate) fn set(app: &AppHandle, labels: &Labels) -> tauri::Result<()> {
    let Some(menu) = app.menu() else { return Ok(()) };
    for &(id, _, entries) in MENUS {
        let Some(MenuItemKind::Submenu(submenu)) = menu.get(id) else { continue };
        if let Some(given) = labels.get(id) {
            submenu.set_text(&given.label)?;
        }
        for &(id, _, _) in entries {
            let Some(given) = labels.get(id) else { continue };
            if let Some(MenuItemKind::MenuItem(item)) = submenu.get(id) {
                item.set_text(&given.label)?;
                if let Some(key) = &given.key {
                    item.set_accelerator((!key.is_empty()).then_some(key))?;
                }
            }
        }
    }
    Ok(())
}

/// Does what was chosen, or tells the page of the front window.
pub(crate) fn chosen(app: &AppHandle, id: &str) {
    if id == "quit" {
        app.exit(0);
        return;
    }
    let Some(window) = app.state::<Seats>().front().and_then(|label| app.get_webview_window(&label)) else { return };
    let done = match id {
        "zoom-in" => window::zoom(&window, 1).map(drop),
        "zoom-out" => window::zoom(&window, -1).map(drop),
        "zoom-reset" => window::zoom(&window, 0).map(drop),
        "cut" => edit_text(&window, id, "Cut"),
        "copy" => edit_text(&window, id, "Copy"),
        "paste" => edit_text(&window, id, "Paste"),
        "select-all" => edit_text(&window, id, "SelectAll"),
        _ => tell(&window, id),
    };
    if let Err(error) = done {
        eprintln!("The menu's “{id}” could not be done: {error}.");
    }
}

fn tell(window: &WebviewWindow, id: &str) -> tauri::Result<()> {
    window.emit_to(window.label(), "menu", id)
}

/// Editing of the text that has the focus. Only the web view itself may reach the clipboard.
#[cfg(target_os = "linux")]
fn edit_text(window: &WebviewWindow, _id: &str, command: &'static str) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(move |view| view.inner().execute_editing_command(command))
}

#[cfg(not(target_os = "linux"))]
fn edit_text(window: &WebviewWindow, id: &str, _command: &'static str) -> tauri::Result<()> {
    tell(window, id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::MENUS;

    #[test]
    fn every_id_and_every_key_stands_once() {
        let entries = || MENUS.iter().flat_map(|(_, _, entries)| entries.iter()).filter(|entry| !entry.0.is_empty());
        let ids: HashSet<_> = entries().map(|entry| entry.0).chain(MENUS.iter().map(|menu| menu.0)).collect();
        assert_eq!(ids.len(), entries().count() + MENUS.len());
        let keys: Vec<_> = entries().map(|entry| entry.2).filter(|key| !key.is_empty()).collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    }
}
