//! Windows: each has its own desk (its open workspace, its grants), and goes nowhere but to our own page.
//!
//! It does not know what a workspace is; it hands paths, that the user chose, to the desk and gives the page the grant.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use followthrough_commands::{Desk, Grant, machine_of_user};
use serde::Serialize;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window, WindowEvent,
    async_runtime,
};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

const TITLE: &str = "Followthrough";
/// The steps of the zoom. Text must be readable at twice its size (WCAG 1.4.4); a step more is there for those who
/// need it.
const ZOOM: [f64; 9] = [0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5];
const UNZOOMED: usize = 2;

/// What belongs to one window.
struct Seat {
    desk: Arc<Desk>,
    /// Set when the file that the window was opened for is open, or could not be opened; at once where there is none.
    begun: Arc<OnceLock<()>>,
    /// That file, where it could not be opened, until the page has taken it.
    launch: Option<PathBuf>,
    /// Where each file that the save dialog granted is, so that its folder can be shown.
    written: HashMap<String, PathBuf>,
    /// Index into `ZOOM`.
    zoom: usize,
    /// The how-manieth window it is since the program began.
    number: u32,
}

/// All open windows by label, and which of them had the focus last.
#[derive(Default)]
pub(crate) struct Seats {
    taken: Mutex<HashMap<String, Seat>>,
    front: Mutex<String>,
    opened: AtomicU32,
    /// The files that were noted for the next start.
    noted: Mutex<Vec<PathBuf>>,
}

/// A mutex whose holder panicked still guards whole data here: every change under it is one assignment or insertion.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Seats {
    /// The desk of a window; none once the window is closed.
    pub(crate) fn desk(&self, label: &str) -> Option<Arc<Desk>> {
        lock(&self.taken).get(label).map(|seat| Arc::clone(&seat.desk))
    }

    /// What is set once the desk of a window has its first file.
    pub(crate) fn begun(&self, label: &str) -> Option<Arc<OnceLock<()>>> {
        lock(&self.taken).get(label).map(|seat| Arc::clone(&seat.begun))
    }

    /// The file that the window was opened for and that could not be opened, granted to the window, which tries it again
    /// and tells why; the second time there is none.
    pub(crate) fn take_launch_file(&self, label: &str) -> Option<Grant> {
        let (desk, path) = {
            let mut seats = lock(&self.taken);
            let seat = seats.get_mut(label)?;
            (Arc::clone(&seat.desk), seat.launch.take()?)
        };
        Some(desk.grant_input(path))
    }

    /// Grants a place to write to, and remembers where it is.
    pub(crate) fn grant_output(&self, label: &str, path: PathBuf) -> Option<Grant> {
        let grant = self.desk(label)?.grant_output(path.clone());
        lock(&self.taken).get_mut(label)?.written.insert(grant.grant.clone(), path);
        Some(grant)
    }

    /// Where a file that was granted to this window for writing is.
    pub(crate) fn written(&self, label: &str, grant: &str) -> Option<PathBuf> {
        lock(&self.taken).get(label)?.written.get(grant).cloned()
    }

    /// Notes which files the windows show, so that the next start shows them again, also after the program was killed.
    /// While nothing is open, what was noted before stays.
    pub(crate) fn note(&self) {
        let mut shown: Vec<(u32, PathBuf)> =
            lock(&self.taken).values().filter_map(|seat| Some((seat.number, seat.desk.file()?))).collect();
        shown.sort();
        let shown: Vec<PathBuf> = shown.into_iter().map(|(_, file)| file).collect();
        let mut noted = lock(&self.noted);
        if !shown.is_empty() && *noted != shown {
            machine_of_user().set_windows(&shown);
            *noted = shown;
        }
    }

    /// A program that was started beside this one may have noted its own windows: of several the one that ends last is
    /// right.
    fn note_at_end(&self) {
        lock(&self.noted).clear();
        self.note();
    }

    /// The window that had the focus last, or any if that one is closed.
    pub(crate) fn front(&self) -> Option<String> {
        let front = lock(&self.front).clone();
        let seats = lock(&self.taken);
        if seats.contains_key(&front) { Some(front) } else { seats.keys().next().cloned() }
    }
}

/// Opens a window with a desk of its own.
pub(crate) fn open(app: &AppHandle, launch: Option<PathBuf>) -> Result<(), Box<dyn std::error::Error>> {
    let desk = Arc::new(Desk::new(machine_of_user()));
    let begun = Arc::default();
    let seats = app.state::<Seats>();
    let number = seats.opened.fetch_add(1, Ordering::Relaxed);
    let label = match number {
        0 => "main".to_owned(),
        number => format!("window-{}", number + 1),
    };
    // Before the window, because its page may call as soon as it is there.
    let seat = Seat {
        desk: Arc::clone(&desk),
        begun: Arc::clone(&begun),
        launch: launch.clone(),
        written: HashMap::new(),
        zoom: UNZOOMED,
        number,
    };
    lock(&seats.taken).insert(label.clone(), seat);
    begin(app.clone(), label.clone(), desk, begun, launch);
    lock(&seats.front).clone_from(&label);
    let built = WebviewWindowBuilder::new(app, &label, WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 800.0)
        .min_inner_size(720.0, 480.0)
        .on_navigation(|url| is_ours(url) || leave(url))
        .on_new_window(|url, _| {
            leave(&url);
            NewWindowResponse::Deny
        })
        .build();
    if let Err(error) = built {
        lock(&seats.taken).remove(&label);
        return Err(error.into());
    }
    Ok(())
}

/// Opens the file of a window while the toolkit makes the window: that takes longer.
fn begin(app: AppHandle, label: String, desk: Arc<Desk>, begun: Arc<OnceLock<()>>, launch: Option<PathBuf>) {
    let Some(file) = launch else {
        let _ = begun.set(()); // it is new: nobody has set it
        return;
    };
    async_runtime::spawn(async move {
        // A panic in it ends there: the page tries the file again, and tells of it.
        let opened = async_runtime::spawn_blocking(move || desk.open(&file).is_ok()).await;
        if matches!(opened, Ok(true))
            && let Some(seat) = lock(&app.state::<Seats>().taken).get_mut(&label)
        {
            seat.launch = None;
        }
        let _ = begun.set(()); // nobody else does
    });
}

/// Opens a window, and where that fails says so in a box, since there is no page that could.
pub(crate) fn open_or_say(app: &AppHandle, launch: Option<PathBuf>) {
    if let Err(error) = open(app, launch) {
        eprintln!("{error}");
        let last = app.clone();
        app.dialog().message(error.to_string()).title(TITLE).kind(MessageDialogKind::Error).show(move |_| {
            if last.webview_windows().is_empty() {
                last.exit(1);
            }
        });
    }
}

/// Opens the windows that there were when the program was left, each on its file; one empty window if there was none.
pub(crate) fn open_as_left(app: &AppHandle) {
    let mut files = machine_of_user().windows();
    files.retain(|file| file.exists());
    files.dedup();
    if files.is_empty() {
        return open_or_say(app, None);
    }
    for file in files {
        open_or_say(app, Some(file));
    }
}

/// Lets every desk go, so that the files are closed before the process ends.
pub(crate) fn close_all(app: &AppHandle) {
    let seats = app.state::<Seats>();
    seats.note_at_end();
    let taken = std::mem::take(&mut *lock(&seats.taken));
    drop(taken);
}

/// Makes what a window shows larger (positive), smaller (negative) or of the ordinary size (zero). Answers with the
/// factor that is now in force.
pub(crate) fn zoom(window: &WebviewWindow, step: i8) -> tauri::Result<f64> {
    let seats = window.state::<Seats>();
    let factor = {
        let mut seats = lock(&seats.taken);
        let Some(seat) = seats.get_mut(window.label()) else { return Ok(1.0) };
        seat.zoom = zoomed(seat.zoom, step);
        ZOOM[seat.zoom]
    };
    window.set_zoom(factor)?;
    Ok(factor)
}

fn zoomed(now: usize, step: i8) -> usize {
    match step.signum() {
        0 => UNZOOMED,
        1 => (now + 1).min(ZOOM.len() - 1),
        _ => now.saturating_sub(1),
    }
}

/// Whether a page is the program's own: the built UI or, in development, the server that serves it.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", _) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => tauri::is_dev() && url.port() == Some(5173),
        _ => false,
    }
}

/// A link that the officer followed goes to the system's browser; the window stays. Always `false`: not here.
fn leave(url: &Url) -> bool {
    if matches!(url.scheme(), "http" | "https" | "mailto")
        && let Err(error) = tauri_plugin_opener::open_url(url, None::<&str>)
    {
        eprintln!("The link {url} could not be opened: {error}.");
    }
    false
}

/// Files over a window: `phase` is `over` or `leave`; the place is in CSS pixels of the page.
#[derive(Clone, Serialize)]
struct Drag {
    phase: &'static str,
    x: f64,
    y: f64,
}

/// Files dropped on a window, as grants in the order they came.
#[derive(Clone, Serialize)]
struct Dropped {
    grants: Vec<Grant>,
    x: f64,
    y: f64,
}

/// Follows the focus, notes what is open, lets a closed window's desk go, and turns dropped files into grants.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let seats = window.state::<Seats>();
    match event {
        WindowEvent::Focused(true) => {
            window.label().clone_into(&mut lock(&seats.front));
            seats.note();
        }
        WindowEvent::Destroyed => {
            // The last window is noted as it was; of several, the closed one is not to come again.
            if lock(&seats.taken).len() == 1 {
                seats.note_at_end();
            }
            let seat = lock(&seats.taken).remove(window.label());
            drop(seat);
            seats.note();
        }
        WindowEvent::DragDrop(drag) => {
            let factor = window.scale_factor().unwrap_or(1.0) * page_zoom(&seats, window.label());
            let told = match drag {
                DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
                    tell(window, "drag", Drag { phase: "over", x: position.x / factor, y: position.y / factor })
                }
                DragDropEvent::Drop { paths, position } => {
                    let grants = grant_all(&seats, window.label(), paths);
                    tell(window, "dropped", Dropped { grants, x: position.x / factor, y: position.y / factor })
                }
                _ => tell(window, "drag", Drag { phase: "leave", x: 0.0, y: 0.0 }),
            };
            if let Err(error) = told {
                eprintln!("A drop did not reach the page: {error}.");
            }
        }
        _ => {}
    }
}

fn page_zoom(seats: &Seats, label: &str) -> f64 {
    lock(&seats.taken).get(label).map_or(1.0, |seat| ZOOM[seat.zoom])
}

fn grant_all(seats: &Seats, label: &str, paths: &[impl AsRef<Path>]) -> Vec<Grant> {
    let Some(desk) = seats.desk(label) else { return Vec::new() };
    paths.iter().map(|path| desk.grant_input(path.as_ref().to_owned())).collect()
}

fn tell<P: Serialize + Clone>(window: &Window, event: &str, payload: P) -> tauri::Result<()> {
    window.emit_to(window.label(), event, payload)
}

#[cfg(test)]
mod tests {
    use super::{UNZOOMED, ZOOM, is_ours, zoomed};

    #[test]
    fn only_our_own_page_may_be_shown() {
        for (url, ours) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("http://localhost:8080/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_ours(&url.parse().expect("a URL")), ours, "{url}");
        }
    }

    #[test]
    fn zoom_stays_within_its_steps() {
        assert_eq!(zoomed(ZOOM.len() - 1, 1), ZOOM.len() - 1);
        assert_eq!(zoomed(0, -1), 0);
        assert_eq!(zoomed(5, 0), UNZOOMED);
        assert_eq!(zoomed(UNZOOMED, 1), UNZOOMED + 1);
    }
}
