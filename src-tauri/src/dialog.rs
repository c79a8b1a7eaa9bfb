//! The system's file dialogs. The page names a kind of file, never a path, and gets a grant for what the officer chose.
//!
//! It does not read or write the files.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// What a dialog is asked for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A `.followthrough` file, to open or to make.
    Workspace,
    /// A copy of the open workspace.
    Copy,
    /// A status summary; the ending of the suggested name says in which format.
    Summary,
    /// A picture; the ending of the suggested name says whether SVG or PNG.
    Picture,
    /// Any file.
    Evidence,
    /// A letter.
    Text,
}

/// Name of a filter in English, by ending.
const FORMATS: [(&str, &str); 9] = [
    ("followthrough", "Followthrough workspace"),
    ("html", "Web page"),
    ("md", "Markdown"),
    ("csv", "Comma-separated values"),
    ("xlsx", "Excel workbook"),
    ("json", "JSON"),
    ("svg", "SVG picture"),
    ("png", "PNG picture"),
    ("txt", "Plain text"),
];

/// The filter, as its name in English and its ending; none: every file.
fn filter(kind: Kind, suggested: &str) -> Option<(&'static str, &'static str)> {
    let ending = match kind {
        Kind::Workspace | Kind::Copy => "followthrough",
        Kind::Summary | Kind::Picture => Path::new(suggested).extension()?.to_str()?,
        Kind::Text => "txt",
        Kind::Evidence => return None,
    };
    FORMATS.into_iter().find(|(format, _)| *format == ending).map(|(format, name)| (name, format))
}

/// What the dialog says in the officer's language; English or the system's own words where nothing is given.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Words {
    title: Option<String>,
    filter: Option<String>,
}

/// Asks for one existing file. Blocks until the officer has chosen, so never on the main thread.
pub(crate) fn pick_file(window: &WebviewWindow, kind: Kind, words: Words) -> Option<PathBuf> {
    dialog(window, filter(kind, ""), words).blocking_pick_file()?.into_path().ok()
}

/// Asks for any number of existing files. Blocks.
pub(crate) fn pick_files(window: &WebviewWindow, kind: Kind, words: Words) -> Vec<PathBuf> {
    let picked = dialog(window, filter(kind, ""), words).blocking_pick_files().unwrap_or_default();
    picked.into_iter().filter_map(|file| file.into_path().ok()).collect()
}

/// Asks where to write; the dialog itself asks before an existing file is replaced. Blocks.
pub(crate) fn pick_save(window: &WebviewWindow, kind: Kind, suggested: &str, words: Words) -> Option<PathBuf> {
    let name = file_name(suggested);
    let dialog = dialog(window, filter(kind, &name), words).set_file_name(name);
    dialog.blocking_save_file()?.into_path().ok()
}

fn dialog(window: &WebviewWindow, filter: Option<(&str, &str)>, words: Words) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = window.dialog().file().set_parent(window);
    if let Some((name, ending)) = filter {
        dialog = dialog.add_filter(words.filter.as_deref().unwrap_or(name), &[ending]);
    }
    if let Some(title) = words.title {
        dialog = dialog.set_title(title);
    }
    dialog
}

/// A suggestion is a name, so what could lead elsewhere is cut off.
fn file_name(suggested: &str) -> String {
    let name = suggested.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    if Path::new(&name).file_name().is_some() { name } else { "Followthrough".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Kind, file_name, filter};

    #[test]
    fn a_dialog_shows_the_files_of_its_kind() {
        assert_eq!(filter(Kind::Workspace, ""), Some(("Followthrough workspace", "followthrough")));
        assert_eq!(filter(Kind::Copy, "a.followthrough"), Some(("Followthrough workspace", "followthrough")));
        assert_eq!(filter(Kind::Summary, "Summary.xlsx"), Some(("Excel workbook", "xlsx")));
        assert_eq!(filter(Kind::Summary, "Summary"), None);
        assert_eq!(filter(Kind::Picture, "Picture.png"), Some(("PNG picture", "png")));
        assert_eq!(filter(Kind::Text, "Letter.txt"), Some(("Plain text", "txt")));
        assert_eq!(filter(Kind::Evidence, "letter.pdf"), None);
    }

    #[test]
    fn a_suggested_name_is_only_a_name() {
        for (suggested, name) in [
            ("Summary 2026-03-01.html", "Summary 2026-03-01.html"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Windows\\a.md", "a.md"),
            ("..", "Followthrough"),
            ("", "Followthrough"),
            ("a\nb.csv", "ab.csv"),
        ] {
            assert_eq!(file_name(suggested), name);
        }
    }
}
