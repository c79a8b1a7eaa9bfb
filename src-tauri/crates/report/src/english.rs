//! English. Its sentences, with their plurals; no other file holds a word that a reader sees.

use crate::data::{Covers, Head};
use crate::dates;
use crate::text;
use crate::words::{Columns, Labels, Say, Sentence, Words};

pub(crate) const ENGLISH: Words = Words {
    labels: LABELS,
    say: Say {
        day: |year, month, day| format!("{day} {month} {year}"),
        month: |year, month| format!("{month} {year}"),
        number,
        standing,
        covers,
        left_out: |n| match n {
            1 => "1 item marked as not for export was left out.".to_owned(),
            n => format!("{} items marked as not for export were left out.", number(n)),
        },
        drafted,
        moved,
        quoted: |text| format!("“{text}”"),
        page: |page| format!("p. {page}"),
        bar: |parts| {
            let parts: Vec<_> = parts.iter().map(|(label, n)| format!("{} {label}", number(*n))).collect();
            parts.join("; ")
        },
        days_counted_to: |day| format!("Days are counted to {day}; a window of time is due on its last day."),
        speaks_of: |day| format!("speaks of {day}"),
        chart_of_leads: |shown, all| {
            if shown < all { format!("Status by lead: the first {shown} of {all}") } else { "Status by lead".to_owned() }
        },
    },
    statuses: &[
        ("not_started", "not started"),
        ("under_implementation", "under implementation"),
        ("partially_implemented", "partially implemented"),
        ("not_implemented", "not implemented"),
        ("reported_implemented", "reported as implemented"),
        ("implemented", "implemented"),
        ("partially_implemented_no_further_action", "partially implemented, no further action"),
        ("partially_implemented_with_no_further_action", "partially implemented, no further action"),
        ("overtaken_by_events", "overtaken by events"),
        ("closed_without_implementation", "closed without implementation"),
        ("superseded", "superseded"),
        ("suspended", "suspended"),
    ],
    values: &[
        ("supports", ""),
        ("contradicts", "contradicts"),
        ("mixed", "partly supports, partly contradicts"),
        ("context", "context"),
        ("official", "official document"),
        ("partnership", "document of a partnership"),
        ("non_attributed", "non-attributed"),
        ("file", "document on file"),
        ("link", "web page"),
        ("symbol", "UN document"),
        ("note", "note of the desk"),
        ("mechanism", "existing mechanism"),
        ("milestone", "next milestone"),
        ("resources", "needed"),
        ("escalated_to", "taken up with"),
        ("their_ref", "their number"),
    ],
    classes: [
        "implemented",
        "to be verified",
        "partially implemented",
        "under implementation",
        "not started",
        "not implemented",
        "suspended",
        "closed otherwise",
    ],
    columns: COLUMNS,
};

const LABELS: Labels = Labels {
    lang: "en",
    dir: "ltr",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    status_summary: "Status summary",
    as_of: "As of",
    workspace: "Register",
    limited_to: "Limited to",
    practice: "This comes from a practice workspace. Its updates are examples and nobody’s word; it is not for use.",
    practice_short: "Practice workspace",
    in_figures: "In figures",
    commitments: "Commitments",
    recommendations: "Recommendations",
    overdue: "Overdue",
    due_90: "Due in 90 days",
    no_date: "Without date",
    no_evidence: "No evidence",
    to_verify: "To verify",
    implemented: "Implemented",
    by_status: "By status",
    by_lead: "By lead",
    by_source: "By source",
    lead: "Lead",
    no_lead: "No lead",
    source: "Source",
    all: "All",
    status: "Status",
    bars: "The longer the bar, the more commitments.",
    overdue_title: "Overdue, and what was last said",
    awaiting_title: "Reported as done, to be verified",
    implemented_title: "What was implemented",
    due_soon_title: "Due in the next 90 days",
    nothing_overdue: "Nothing is overdue.",
    nothing_implemented: "Nothing is verified as implemented.",
    overdue_note: "“Drafted” marks wording that the desk drafted and that is not the lead’s own word.",
    item: "Item",
    commitment: "Commitment",
    due: "Due",
    days_late: "Days late",
    days_left: "Days left",
    days_waiting: "Days waiting",
    reported_on: "Reported",
    implemented_on: "Since",
    latest_word: "Latest word",
    no_word: "No word on file.",
    no_due: "No date",
    formal: "formal",
    informal: "informal",
    drafted: "drafted",
    caveat: "caveat",
    with: "With",
    sources_and_evidence: "Sources and evidence",
    sources: "Sources",
    evidence: "Evidence",
    no_sources: "No source is on file.",
    no_evidence_cited: "No evidence is on file for the commitments listed here.",
    independent: "independent",
    self_reported: "self-reported",
    continues: "… (continues in the register)",
    made_with: "Written with Followthrough",
    yes: "yes",
    no: "no",
};

const COLUMNS: Columns = Columns {
    sheets: ["Summary", "Overdue", "Implemented", "All commitments", "Sources and evidence"],
    figure: "Figure",
    number: "Number",
    reference: "Reference",
    deliverable: "Commitment",
    wording: "Wording",
    recommendation: "Recommendation",
    page: "Page",
    status_since: "Status since",
    due_stated: "Due, as stated",
    original_due: "Original due",
    original_stated: "Original due, as stated",
    slips: "Times moved",
    slip_reason: "Reason of the last move",
    word_on: "Last word on",
    word_by: "Last word by",
    word_formal: "Formal",
    pieces: "Evidence",
    further: "Further",
    own_fields: "Own fields",
    kind: "Kind",
    title: "Title",
    publisher: "Publisher",
    symbol: "Symbol",
    date: "Date",
    standing: "Standing, independence",
    stance: "Says",
    supports: "supports",
    target: "Where",
    sheet_full: "The sheet is full; the rest is in the register.",
};

fn number(n: u64) -> String {
    text::grouped(n, ",")
}

/// "1 source", "3 sources", "no source".
fn counted(n: u64, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        n => format!("{} {many}", number(n)),
    }
}

fn covers(head: &Head, words: &Words) -> String {
    let c = &head.covers;
    let as_of = dates::long(&head.as_of, words);
    if *c == Covers::default() {
        return format!("As of {as_of}.");
    }
    let parts = if c.parts == 0 { String::new() } else { format!(" with {}", counted(c.parts, "part", "parts")) };
    format!(
        "Covers {}{parts} from {}, and {}, as of {as_of}.",
        counted(c.recommendations, "recommendation", "recommendations"),
        counted(c.sources, "source", "sources"),
        counted(c.commitments, "commitment", "commitments"),
    )
}

fn drafted(n: u64, total: u64) -> String {
    let who = match (n, total) {
        (1, 1) => return "The commitment’s wording was drafted by the desk and is nobody’s word yet.".to_owned(),
        (n, total) if n == total => format!("All {} commitments are", number(n)),
        (1, total) => format!("1 of the {} commitments is", number(total)),
        (n, total) => format!("{} of the {} commitments are", number(n), number(total)),
    };
    format!("{who} worded by the desk, not by the lead, and marked “drafted”.")
}

fn moved(slips: u32, original: Option<&str>, reason: Option<&str>) -> String {
    let mut text = match (slips, original) {
        (0 | 1, None) => "moved".to_owned(),
        (0 | 1, Some(original)) => format!("moved from {original}"),
        (n, None) => format!("moved {n} times"),
        (n, Some(original)) => format!("moved {n} times, first due {original}"),
    };
    if let Some(reason) = reason {
        text.push_str(": ");
        text.push_str(reason);
    }
    text
}

/// The answer first: what is done, what is late, what proves it, what comes.
fn standing(head: &Head, words: &Words) -> Vec<Sentence> {
    let f = &head.figures;
    let mut said = Vec::new();
    let mut say = |late, text: String| said.push(Sentence { text, late });
    if f.total == 0 {
        say(false, nothing_yet(head.covers.recommendations));
        return said;
    }
    let one = f.total == 1;
    let total = number(f.total);
    say(
        false,
        match f.implemented {
            0 if one => "The 1 commitment is not verified as implemented.".to_owned(),
            0 => format!("None of the {total} commitments is verified as implemented."),
            1 if one => "The 1 commitment is verified as implemented.".to_owned(),
            n if n == f.total => format!("All {total} commitments are verified as implemented."),
            1 => format!("1 of the {total} commitments is verified as implemented."),
            n => format!("{} of the {total} commitments are verified as implemented.", number(n)),
        },
    );
    let oldest = f.oldest_due.as_deref().map(|iso| dates::long(iso, words));
    match (f.overdue, oldest) {
        (0, _) => say(false, "Nothing is overdue.".to_owned()),
        (1, None) => say(true, "1 commitment is overdue.".to_owned()),
        (1, Some(day)) => say(true, format!("1 commitment is overdue; it was due by {day}.")),
        (n, None) => say(true, format!("{} commitments are overdue.", number(n))),
        (n, Some(day)) => {
            say(true, format!("{} commitments are overdue, the oldest since {day}.", number(n)));
        }
    }
    say(
        false,
        match f.no_evidence {
            0 if one => "There is evidence on file for it.".to_owned(),
            0 => "There is evidence on file for each.".to_owned(),
            _ if one => "There is no evidence on file for it.".to_owned(),
            n if n == f.total => "There is no evidence on file for any of them.".to_owned(),
            n => format!("For {} there is no evidence on file.", number(n)),
        },
    );
    match f.awaiting_verification {
        0 => {}
        1 => say(false, "1 result is reported as done and waits for verification.".to_owned()),
        n => say(false, format!("{} results are reported as done and wait for verification.", number(n))),
    }
    say(
        false,
        match f.due_90 {
            0 => "Nothing falls due in the next 90 days.".to_owned(),
            1 => "1 commitment falls due in the next 90 days.".to_owned(),
            n => format!("{} commitments fall due in the next 90 days.", number(n)),
        },
    );
    match f.no_date {
        0 => {}
        1 => say(false, "1 commitment has no date.".to_owned()),
        n => say(false, format!("{} commitments have no date.", number(n))),
    }
    said
}

fn nothing_yet(recommendations: u64) -> String {
    match recommendations {
        0 => "No recommendation and no commitment is on file yet, so nothing is due.".to_owned(),
        1 => "1 recommendation is on file, and no commitment to it yet, so nothing is due.".to_owned(),
        n => format!("{} recommendations are on file, and no commitment to any of them yet, so nothing is due.", number(n)),
    }
}

#[cfg(test)]
mod tests;
