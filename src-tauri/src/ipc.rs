//! Everything the page may ask of the shell. The page's side of it is `ui/src/ipc/tauri.ts`, and nothing else there.
//!
//! `call` is the one way to the core. Its answer is the JSON text that the core wrote, passed on as it is, for answers
//! are large and are not to be parsed and written again on the way. Errors are `{ code, message, detail }`. The events
//! that go the other way are `menu` (an action's id), `kept` (what another window keeps), `drag` and `dropped` (see
//! `window.rs`); they are meant for single windows, so listen with `getCurrentWebviewWindow().listen`, because the global
//! `listen` hears those of every window.
//!
//! No command here knows what the core does; all run off the main thread, for `async` commands do.

use std::collections::BTreeMap;
use std::sync::Arc;

use followthrough_commands::{Desk, Grant, machine_of_user};
use serde_json::{Value, json};
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, EventTarget, State, WebviewWindow, async_runtime};
use tauri_plugin_notification::NotificationExt;

use crate::window::Seats;
use crate::{dialog, memory, menu, window};

type Answer<T> = Result<T, Value>;

fn problem(code: &str, message: &str, detail: &str) -> Value {
    json!({ "code": code, "message": message, "detail": detail })
}

/// Runs something that blocks on a thread made for it. A panic in it ends there and becomes a sentence.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    async_runtime::spawn_blocking(work).await.map_err(|error| {
        let message = "The program made a mistake and stopped what it was doing. Nothing was half written; what was \
                       saved before is safe. Try again, and if it happens again, restart the program.";
        problem("fault", message, &error.to_string())
    })
}

fn closed() -> Value {
    problem("closed", "This window is being closed.", "")
}

fn desk(seats: &Seats, window: &WebviewWindow) -> Answer<Arc<Desk>> {
    seats.desk(window.label()).ok_or_else(closed)
}

/// Asks the core, once the file that the window was opened for is there. Answers with its JSON,
/// `{ reply, entry, kinds, ids }`, as it wrote it.
#[tauri::command]
pub(crate) async fn call(
    window: WebviewWindow,
    seats: State<'_, Seats>,
    name: String,
    args: Value,
    envelope: Value,
) -> Answer<Response> {
    let desk = desk(&seats, &window)?;
    let begun = seats.begun(window.label()).ok_or_else(closed)?;
    let asked = move || {
        begun.wait();
        memory::tidy(|| desk.call(&name, &args.to_string(), &envelope.to_string()))
    };
    match aside(asked).await? {
        Ok(reply) => Ok(Response::new(reply)),
        // The core writes JSON; should it not, its text is still better than nothing.
        Err(text) => Err(serde_json::from_str(&text).unwrap_or_else(|_| problem("fault", &text, ""))),
    }
}

/// The file that the window was opened for, where it could not be opened; once.
#[tauri::command]
pub(crate) async fn take_launch_file(window: WebviewWindow, seats: State<'_, Seats>) -> Answer<Option<Grant>> {
    let begun = seats.begun(window.label()).ok_or_else(closed)?;
    aside(move || {
        begun.wait();
    })
    .await?;
    Ok(seats.take_launch_file(window.label()))
}

/// What this machine remembers for the window between starts, by name; nothing where it cannot be read.
#[tauri::command]
pub(crate) async fn kept() -> Answer<BTreeMap<String, String>> {
    let read = aside(|| machine_of_user().kept()).await?;
    Ok(read.unwrap_or_else(|error| {
        eprintln!("What was kept for the window could not be read: {error}.");
        BTreeMap::new()
    }))
}

/// Remembers values by name, and tells the other windows; without a value the name is forgotten. Answered once it would
/// outlive the program.
#[tauri::command]
pub(crate) async fn keep(window: WebviewWindow, changes: Vec<(String, Option<String>)>) -> Answer<()> {
    let told = changes.clone();
    if let Err(error) = aside(move || machine_of_user().keep(&changes)).await? {
        eprintln!("What the window keeps could not be written: {error}.");
    }
    let others = |target: &EventTarget| !matches!(target, EventTarget::WebviewWindow { label } if label == window.label());
    window
        .emit_filter("kept", told, others)
        .map_err(|error| problem("window", "The other windows could not be told.", &error.to_string()))
}

/// Lets the officer choose a file to read; nothing if the dialog was closed.
#[tauri::command]
pub(crate) async fn pick_file(
    window: WebviewWindow,
    seats: State<'_, Seats>,
    kind: dialog::Kind,
    words: Option<dialog::Words>,
) -> Answer<Option<Grant>> {
    let desk = desk(&seats, &window)?;
    let picked = aside(move || dialog::pick_file(&window, kind, words.unwrap_or_default())).await?;
    Ok(picked.map(|path| desk.grant_input(path)))
}

/// Lets the officer choose files to read; none if the dialog was closed.
#[tauri::command]
pub(crate) async fn pick_files(
    window: WebviewWindow,
    seats: State<'_, Seats>,
    kind: dialog::Kind,
    words: Option<dialog::Words>,
) -> Answer<Vec<Grant>> {
    let desk = desk(&seats, &window)?;
    let picked = aside(move || dialog::pick_files(&window, kind, words.unwrap_or_default())).await?;
    Ok(picked.into_iter().map(|path| desk.grant_input(path)).collect())
}

/// Lets the officer choose where to write; nothing if the dialog was closed.
#[tauri::command]
pub(crate) async fn pick_save(
    window: WebviewWindow,
    seats: State<'_, Seats>,
    kind: dialog::Kind,
    suggested: String,
    words: Option<dialog::Words>,
) -> Answer<Option<Grant>> {
    let label = window.label().to_owned();
    let picked = aside(move || dialog::pick_save(&window, kind, &suggested, words.unwrap_or_default())).await?;
    Ok(picked.and_then(|path| seats.grant_output(&label, path)))
}

/// Shows a written file in the system's file manager.
#[tauri::command]
pub(crate) async fn reveal(window: WebviewWindow, seats: State<'_, Seats>, grant: String) -> Answer<()> {
    let path = seats.written(window.label(), &grant);
    let path = path.ok_or_else(|| problem("unknown_grant", "This window has not written that file.", ""))?;
    let shown = aside(move || tauri_plugin_opener::reveal_item_in_dir(path)).await?;
    shown.map_err(|error| problem("reveal", "The folder could not be shown. The file is there all the same.", &error.to_string()))
}

/// Opens the mail program of the system. Only an address of a mail is taken.
#[tauri::command]
pub(crate) async fn mail(url: String) -> Answer<()> {
    let refused =
        |detail: &str| problem("mail", "The mail program could not be opened. Copy the text and paste it into a mail.", detail);
    if !url.starts_with("mailto:") {
        return Err(refused("not a mail"));
    }
    let opened = aside(move || tauri_plugin_opener::open_url(url, None::<&str>)).await?;
    opened.map_err(|error| refused(&error.to_string()))
}

/// Opens another window, with its own desk and nothing open in it.
#[tauri::command]
pub(crate) async fn new_window(app: AppHandle) -> Answer<()> {
    window::open(&app, None).map_err(|error| problem("window", "Another window could not be opened.", &error.to_string()))
}

/// Sets what stands in the window's title bar. The page does so when another file is open in it: that is noted.
#[tauri::command]
pub(crate) async fn set_title(window: WebviewWindow, seats: State<'_, Seats>, title: String) -> Answer<()> {
    seats.note();
    window.set_title(&title).map_err(|error| problem("window", "The title could not be set.", &error.to_string()))
}

/// Gives the menu the words and keys of the officer's language; what is not given stays as it is in English.
#[tauri::command]
pub(crate) async fn set_menu(app: AppHandle, labels: menu::Labels) -> Answer<()> {
    menu::set(&app, &labels).map_err(|error| problem("menu", "The menu could not be changed.", &error.to_string()))
}

/// Larger (1), smaller (-1), ordinary size (0); answers with the factor.
#[tauri::command]
pub(crate) async fn zoom(window: WebviewWindow, step: i8) -> Answer<f64> {
    window::zoom(&window, step).map_err(|error| problem("window", "The size could not be changed.", &error.to_string()))
}

/// Shows a notification of the system. A desktop without them shows none; nothing depends on it.
#[tauri::command]
pub(crate) async fn notify(app: AppHandle, title: String, body: String) -> Answer<()> {
    let shown = aside(move || app.notification().builder().title(title).body(body).show()).await?;
    if let Err(error) = shown {
        eprintln!("The notification could not be shown: {error}.");
    }
    Ok(())
}
