//! Followthrough from a terminal: every command of the list as a verb, its arguments as flags.
//!
//! Exit codes: 0 done, 1 refused (one sentence on stderr), 2 wrong usage. Holds no logic of its own; `print` turns
//! replies into text for people.

mod print;

use clap::{CommandFactory, Parser, Subcommand};
use followthrough_commands::{Command, Desk, Envelope, Problem, machine_of_user};
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Follows what became of recommendations.
#[derive(Parser)]
#[command(name = "followthrough", version, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    /// The workspace file.
    #[arg(short, long, global = true, env = "FOLLOWTHROUGH_WORKSPACE")]
    workspace: Option<PathBuf>,
    /// Print the answer as JSON.
    #[arg(long, global = true)]
    json: bool,
    /// Answer as of this day (2026-11-20) instead of today.
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<String>,
    /// Answer what was known after this entry of the log (see history) instead of now.
    #[arg(long, global = true, value_name = "ENTRY")]
    known: Option<i64>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
#[allow(clippy::large_enum_variant)] // one, for a moment
enum Verb {
    #[command(flatten)]
    Listed(Command),
    /// Runs any command by its name, with its arguments as JSON; prints { reply, entry, kinds, ids }.
    Call {
        /// Its name in the list, for example Overdue.
        name: String,
        /// Its arguments, such as '{"item": "DPO"}'.
        args: String,
    },
    /// Prints completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// What ends a run other than well.
enum Stop {
    Refused(Problem),
    Usage(String),
}

impl From<followthrough_store::Error> for Stop {
    fn from(e: followthrough_store::Error) -> Self {
        Self::Refused(e.into())
    }
}

fn main() -> ExitCode {
    // A panic is a defect of ours; the user gets a sentence, and the file is whole in any case.
    std::panic::set_hook(Box::new(|_| {}));
    let ended = std::panic::catch_unwind(|| run(Cli::parse()));
    match ended {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Stop::Refused(problem))) => {
            let _ = writeln!(std::io::stderr(), "{problem}");
            ExitCode::from(1)
        }
        Ok(Err(Stop::Usage(sentence))) => {
            let _ = writeln!(std::io::stderr(), "{sentence}");
            ExitCode::from(2)
        }
        Err(_) => {
            let _ = writeln!(
                std::io::stderr(),
                "Followthrough met a fault of its own and stopped; the workspace is as it was. Please report what you did."
            );
            ExitCode::from(1)
        }
    }
}

fn run(cli: Cli) -> Result<(), Stop> {
    let out = &mut std::io::stdout().lock();
    let desk = Desk::of_terminal(machine_of_user());
    match cli.verb {
        Verb::Completions { shell } => {
            let mut script = Vec::new(); // clap_complete panics where its output is closed
            clap_complete::generate(shell, &mut Cli::command(), "followthrough", &mut script);
            let _ = out.write_all(&script);
        }
        Verb::Call { name, args } => {
            if !matches!(name.as_str(), "Sample" | "New" | "Open" | "Recent") {
                open(&desk, cli.workspace.as_ref())?;
            }
            let envelope = serde_json::to_string(&Envelope { as_of: cli.as_of, known: cli.known, job: None }).unwrap_or_default();
            let answer = desk.call(&name, &args, &envelope).map_err(refused)?;
            let _ = writeln!(out, "{answer}");
        }
        Verb::Listed(command) => {
            if !matches!(command, Command::Sample(_) | Command::New(_) | Command::Open(_) | Command::Recent(_)) {
                open(&desk, cli.workspace.as_ref())?;
            }
            if cli.as_of.is_some() && command.is_edit() {
                return Err(Stop::Usage(
                    "--as-of goes with questions. Give the day of an act with --on, where it has one.".into(),
                ));
            }
            let verb = print::Verb::of(&command);
            let at = Envelope { as_of: cli.as_of, known: cli.known, job: None }.at(desk.today())?;
            let text = command.run(&desk, &at)?;
            let answer: Value = serde_json::from_str(&text).unwrap_or_default();
            let _ = if cli.json { print::json(out, verb, &text) } else { print::reply(out, verb, &answer) };
            if verb == print::Verb::Check && answer["reply"]["ok"] == false {
                let first = answer["reply"]["problems"][0].as_str().unwrap_or_default().to_owned();
                return Err(Stop::Refused(Problem { code: "check".into(), message: first, detail: Value::Null, field: None }));
            }
        }
    }
    Ok(())
}

fn open(desk: &Desk, path: Option<&PathBuf>) -> Result<(), Stop> {
    let path = path.ok_or_else(|| {
        Stop::Usage(
            "Say which workspace: give -w FILE, or set FOLLOWTHROUGH_WORKSPACE. `followthrough sample FILE` makes one to try."
                .into(),
        )
    })?;
    desk.open(path)?;
    Ok(())
}

fn refused(json: String) -> Stop {
    let problem: Value = serde_json::from_str(&json).unwrap_or_default();
    let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
    let field = problem["field"].as_str().map(str::to_owned);
    Stop::Refused(Problem { code: text("code"), message: text("message"), detail: problem["detail"].clone(), field })
}
