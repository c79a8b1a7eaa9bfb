//! A door of HTTP on this machine's loopback address to the same desk that the shell has, and the built window beside
//! it, so that journeys run in a browser. For tests and for looking; never shipped.
//!
//! POST /call {name, args, envelope} answers the core's answer; POST /grant-output {name} gives a file to write in a
//! folder of the host's own, which GET /out/NAME serves; POST /grant-input {name} grants a file lying there.

use clap::Parser;
use followthrough_commands::{Desk, machine_of_user};
use serde_json::value::RawValue;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

#[derive(Parser)]
struct Args {
    /// The workspace to open at once.
    #[arg(long)]
    workspace: Option<PathBuf>,
    /// The built window.
    #[arg(long, default_value = "ui/dist")]
    ui: PathBuf,
    /// The port; 0 takes a free one, which is printed.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

struct Host {
    desk: Desk,
    ui: PathBuf,
    out: tempfile::TempDir,
}

#[derive(serde::Deserialize)]
struct Call<'a> {
    name: String,
    #[serde(borrow)]
    args: &'a RawValue,
    #[serde(borrow)]
    envelope: Option<&'a RawValue>,
}

#[derive(serde::Deserialize)]
struct Name {
    name: String,
}

type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Fault> {
    let args = Args::parse();
    let desk = Desk::new(machine_of_user());
    if let Some(path) = &args.workspace {
        desk.open(path)?;
    }
    let listener = TcpListener::bind(("127.0.0.1", args.port))?;
    // What is accepted inherits it. Else the second packet of an answer waits 40 ms for the first to be acknowledged.
    socket2::SockRef::from(&listener).set_tcp_nodelay(true)?;
    let server = Arc::new(Server::from_listener(listener, None)?);
    let at = server.server_addr().to_string();
    let host = Arc::new(Host { desk, ui: args.ui, out: tempfile::tempdir()? });
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let (server, host) = (Arc::clone(&server), Arc::clone(&host));
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    if let Err(fault) = host.answer(request) {
                        eprintln!("{fault}");
                    }
                }
            })
        })
        .collect();
    let _held = hold_spares(&at)?;
    println!("http://{at}");
    for thread in threads {
        let _ = thread.join();
    }
    Ok(())
}

/// Connections that keep the server's spare threads busy, so that each connection of a browser gets a thread of its own.
/// Where several come at once, the server may count one spare thread for two of them (`tiny_http` 0.12, `TaskPool::spawn`),
/// and the second waits until another is closed.
fn hold_spares(at: &str) -> std::io::Result<Vec<TcpStream>> {
    // It begins with four, and one more where the first connection comes before they wait.
    const SPARES: usize = 8;
    (0..SPARES)
        .map(|_| {
            let mut one = TcpStream::connect(at)?;
            one.write_all(b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            // Answered: a thread has it.
            one.read_exact(&mut [0; 1])?;
            Ok(one)
        })
        .collect()
}

impl Host {
    fn answer(&self, mut request: Request) -> Result<(), Fault> {
        let path = request.url().split('?').next().unwrap_or_default().to_owned();
        let mut body = String::new();
        request.as_reader().read_to_string(&mut body)?;
        let (status, kind, bytes) = match (request.method(), path.as_str()) {
            (Method::Post, "/call") => self.call(&body)?,
            (Method::Post, "/grant-output") => {
                let name: Name = serde_json::from_str(&body)?;
                let grant = self.desk.grant_output(self.out.path().join(file_name(&name.name)));
                (200, "application/json", serde_json::to_vec(&grant)?)
            }
            (Method::Post, "/grant-input") => {
                let name: Name = serde_json::from_str(&body)?;
                let grant = self.desk.grant_input(self.out.path().join(file_name(&name.name)));
                (200, "application/json", serde_json::to_vec(&grant)?)
            }
            (Method::Get, path) => match path.strip_prefix("/out/") {
                Some(name) => file(&self.out.path().join(file_name(name))),
                None => self.page(path),
            },
            _ => (405, "text/plain", b"POST /call".to_vec()),
        };
        let header = |name: &str, value: &str| {
            Header::from_bytes(name.as_bytes(), value.as_bytes()).map_err(|()| format!("header {name}"))
        };
        let mut response = Response::from_data(bytes).with_status_code(status).with_header(header("Content-Type", kind)?);
        // As strict as the shell, so that a journey meets what an officer would.
        let csp = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";
        response.add_header(header("Content-Security-Policy", csp)?);
        response.add_header(header("Cache-Control", "no-store")?);
        Ok(request.respond(response)?)
    }

    fn call(&self, body: &str) -> Result<(u16, &'static str, Vec<u8>), Fault> {
        let call: Call<'_> = serde_json::from_str(body)?;
        let envelope = call.envelope.map_or("{}", RawValue::get);
        Ok(match self.desk.call(&call.name, call.args.get(), envelope) {
            Ok(answer) => (200, "application/json", answer.into_bytes()),
            Err(problem) => (422, "application/json", problem.into_bytes()),
        })
    }

    fn page(&self, path: &str) -> (u16, &'static str, Vec<u8>) {
        let inside: PathBuf = Path::new(path).components().filter(|c| matches!(c, Component::Normal(_))).collect();
        let path = self.ui.join(inside);
        file(&if path.is_file() { path } else { self.ui.join("index.html") })
    }
}

/// The last part of a name, so that nothing outside the folder is meant.
fn file_name(name: &str) -> String {
    Path::new(name).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn file(path: &Path) -> (u16, &'static str, Vec<u8>) {
    let kind = match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    match std::fs::read(path) {
        Ok(bytes) => (200, kind, bytes),
        Err(e) => (404, "text/plain", e.to_string().into_bytes()),
    }
}
