//! The words with which registers say where something stands, in English and in French.
//!
//! Does not guess: words that are not here are handed back as unknown.

use super::columns::plain;
use followthrough_model::Status;

/// Longer phrases before those that they contain. Without marks, in lower case.
const WORDS: &[(&str, Status)] = &[
    ("not yet implemented", Status::NotImplemented),
    ("not implemented", Status::NotImplemented),
    ("non mise en oeuvre", Status::NotImplemented),
    ("non mis en oeuvre", Status::NotImplemented),
    ("non realise", Status::NotImplemented),
    ("partially", Status::PartiallyImplemented),
    ("partly", Status::PartiallyImplemented),
    ("partial", Status::PartiallyImplemented),
    ("partiellement", Status::PartiallyImplemented),
    ("partiel", Status::PartiallyImplemented),
    ("not started", Status::NotStarted),
    ("not begun", Status::NotStarted),
    ("not yet", Status::NotStarted),
    ("non commence", Status::NotStarted),
    ("pas commence", Status::NotStarted),
    ("non entame", Status::NotStarted),
    ("a faire", Status::NotStarted),
    ("en attente", Status::NotStarted),
    ("not completed", Status::UnderImplementation),
    ("under implementation", Status::UnderImplementation),
    ("being implemented", Status::UnderImplementation),
    ("implementation ongoing", Status::UnderImplementation),
    ("in progress", Status::UnderImplementation),
    ("in process", Status::UnderImplementation),
    ("in hand", Status::UnderImplementation),
    ("under way", Status::UnderImplementation),
    ("underway", Status::UnderImplementation),
    ("ongoing", Status::UnderImplementation),
    ("on going", Status::UnderImplementation),
    ("on track", Status::UnderImplementation),
    ("delayed", Status::UnderImplementation),
    ("started", Status::UnderImplementation),
    ("en cours", Status::UnderImplementation),
    ("entame", Status::UnderImplementation),
    ("commence", Status::UnderImplementation),
    ("overtaken", Status::OvertakenByEvents),
    ("obsolete", Status::OvertakenByEvents),
    ("no longer", Status::OvertakenByEvents),
    ("caduc", Status::OvertakenByEvents),
    ("caduque", Status::OvertakenByEvents),
    ("depasse", Status::OvertakenByEvents),
    ("superseded", Status::Superseded),
    ("replaced", Status::Superseded),
    ("remplace", Status::Superseded),
    ("not accepted", Status::ClosedWithoutImplementation),
    ("closed without", Status::ClosedWithoutImplementation),
    ("rejected", Status::ClosedWithoutImplementation),
    ("withdrawn", Status::ClosedWithoutImplementation),
    ("cancelled", Status::ClosedWithoutImplementation),
    ("canceled", Status::ClosedWithoutImplementation),
    ("dropped", Status::ClosedWithoutImplementation),
    ("abandonne", Status::ClosedWithoutImplementation),
    ("annule", Status::ClosedWithoutImplementation),
    ("retire", Status::ClosedWithoutImplementation),
    ("rejete", Status::ClosedWithoutImplementation),
    ("suspended", Status::Suspended),
    ("on hold", Status::Suspended),
    ("suspendu", Status::Suspended),
    ("reported implemented", Status::ReportedImplemented),
    ("reported as implemented", Status::ReportedImplemented),
    ("to be verified", Status::ReportedImplemented),
    ("a verifier", Status::ReportedImplemented),
    ("implemented", Status::Implemented),
    ("completed", Status::Implemented),
    ("complete", Status::Implemented),
    ("fulfilled", Status::Implemented),
    ("achieved", Status::Implemented),
    ("finished", Status::Implemented),
    ("done", Status::Implemented),
    ("closed", Status::Implemented),
    ("mise en oeuvre", Status::Implemented),
    ("mis en oeuvre", Status::Implemented),
    ("appliquee", Status::Implemented),
    ("realise", Status::Implemented),
    ("termine", Status::Implemented),
    ("acheve", Status::Implemented),
    ("execute", Status::Implemented),
    ("cloture", Status::Implemented),
    ("clos", Status::Implemented),
    ("fait", Status::Implemented),
    ("open", Status::NotStarted),
    ("pending", Status::NotStarted),
    ("outstanding", Status::NotStarted),
    ("planned", Status::NotStarted),
    ("new", Status::NotStarted),
    ("ouvert", Status::NotStarted),
    ("prevu", Status::NotStarted),
    ("nouveau", Status::NotStarted),
];

/// The status that words say; a program's own words too (`under_implementation`).
pub(super) fn read(words: &str) -> Option<Status> {
    if let Ok(status) = words.trim().to_lowercase().replace(' ', "_").parse() {
        return Some(status);
    }
    let plain = format!(" {} ", plain(words));
    // French participles agree: réalisée, réalisés, réalisées.
    let says = |phrase: &str| ["", "e", "s", "es"].iter().any(|end| plain.contains(&format!(" {phrase}{end} ")));
    let negated =
        |phrase: &str| ["not", "non", "to be", "pas", "never", "un"].iter().any(|no| plain.contains(&format!(" {no} {phrase}")));
    let (phrase, status) = WORDS.iter().find(|(phrase, _)| says(phrase))?;
    // “to be completed”, “not done”: the opposite of what the word says by itself.
    if *status == Status::Implemented && negated(phrase) { Some(Status::NotStarted) } else { Some(*status) }
}
