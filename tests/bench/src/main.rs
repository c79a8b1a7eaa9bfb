//! `make bench`: our times against hand-written limits, taken in turns in one process, at the full size and at a tenth; the
//! table here, the same figures in `out/bench.json`. A target that is missed is said and does not fail the run. What else
//! it does stands in `USAGE`.

mod bulk;
mod figures;
mod filtering;
mod huge;
mod listing;
mod logging;
mod measure;
mod memory;
mod reading;
mod silent;
mod space;
mod writing;

use followthrough_bench::generator::{Size, TODAY, workspace};
use followthrough_commands::At;
use measure::Figure;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "Usage: followthrough-bench [--tenth] [--huge]
  --tenth  only at a tenth of the size
  --huge   also a filter over 300,000 recommendations
       followthrough-bench --workspace FOLDER whole|tenth|hundredth
  only makes the file that the design plans for, or a part of it, and prints where it is
       followthrough-bench --keys FILE FIGURES
  only what is asked with a key, of such a file: the table here, the figures as JSON in FIGURES";
const SEED: u64 = 1;
const AT: At = At::on(TODAY, TODAY);

/// Typed letter by letter: frequent words and rare ones, two together, an accent, Arabic, Chinese.
const TYPED: &[&str] = &[
    "training",
    "peacekeeping operations",
    "ceasefire",
    "women security",
    "coordination",
    "sécurité",
    "السلام",
    "维持和平",
    "SRC07",
    "interverified",
];

/// Makes the workspace that the design plans for, or a part of it, and prints where it is (for `make bench-ui`).
fn planned(folder: &Path, size: &str) -> Result<(), Box<dyn Error>> {
    let size = match size {
        "whole" => Size::HUGE,
        "tenth" => Size::HUGE_TENTH,
        "hundredth" => Size::HUGE_HUNDREDTH,
        _ => return Err("the size is whole, tenth or hundredth".into()),
    };
    let folder = std::path::absolute(folder)?;
    std::fs::create_dir_all(&folder)?;
    println!("{}", workspace(&folder, size, SEED)?.display());
    Ok(())
}

/// Figures of a file that there is already (for `make bench-ui`).
fn of_file(file: &Path, figures: &Path) -> Result<(), Box<dyn Error>> {
    // On a large file the bare query of a queue takes up to a second.
    const ROUNDS: usize = 5;
    let folder = figures.parent().ok_or("no folder for the figures")?;
    measure::heading();
    write(&figures::keys(file, folder, ROUNDS)?, figures)
}

fn write(figures: &[Figure], to: &Path) -> Result<(), Box<dyn Error>> {
    let json: Vec<_> = figures.iter().map(Figure::json).collect();
    Ok(std::fs::write(to, serde_json::to_string_pretty(&json)? + "\n")?)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [child, file, folder] = args.as_slice()
        && child == memory::CHILD
    {
        return memory::child(Path::new(file), Path::new(folder));
    }
    if let [make, folder, size] = args.as_slice()
        && make == "--workspace"
    {
        return planned(Path::new(folder), size);
    }
    if let [keys, file, figures] = args.as_slice()
        && keys == "--keys"
    {
        return of_file(&std::path::absolute(file)?, &std::path::absolute(figures)?);
    }
    if args.iter().any(|arg| arg == "--help") {
        println!("{USAGE}");
        return Ok(());
    }
    if args.iter().any(|arg| !["--tenth", "--huge"].contains(&arg.as_str())) {
        return Err(USAGE.into());
    }
    let folder = std::path::absolute("out/bench")?;
    std::fs::create_dir_all(&folder)?;
    let mut by_size = Vec::new();
    for (name, size) in [("a tenth", Size::TENTH), ("full size", Size::FULL)] {
        if args.iter().any(|a| a == "--tenth") && size != Size::TENTH {
            continue;
        }
        println!(
            "\n{name}: {} recommendations, {} commitments, {} updates",
            size.recommendations, size.commitments, size.updates
        );
        let file = workspace(&folder, size, SEED)?;
        measure::heading();
        by_size.push(figures::all(&file, &folder)?);
        if size == Size::FULL && args.iter().any(|a| a == "--huge") {
            by_size.last_mut().ok_or("no figures")?.extend(huge::figures(&file, &folder)?);
        }
    }
    let mut figures = by_size.pop().ok_or("no size was measured")?;
    if let Some(tenth) = by_size.pop() {
        println!("\ngrowth: the ratio at full size over the ratio at a tenth");
        measure::heading();
        let grown: Vec<Figure> = figures
            .iter()
            .filter(|full| full.allowed.is_some_and(|a| a > 1.0))
            .filter_map(|full| Some((full, tenth.iter().find(|tenth| tenth.name == full.name)?)))
            .map(|(full, tenth)| {
                let grown = Figure {
                    name: format!("growth: {}", full.name),
                    ours: full.ratio(),
                    limit: tenth.ratio(),
                    allowed: Some(1.5),
                    unit: "ratio",
                };
                grown.print();
                grown
            })
            .collect();
        figures.extend(tenth.into_iter().map(|f| Figure { name: format!("a tenth: {}", f.name), ..f }));
        figures.extend(grown);
    }
    write(&figures, Path::new("out/bench.json"))?;
    let missed = figures.iter().filter(|f| f.allowed.is_some_and(|a| f.ratio() > a)).count();
    println!("\n{missed} targets missed. The figures are in out/bench.json.");
    Ok(())
}
