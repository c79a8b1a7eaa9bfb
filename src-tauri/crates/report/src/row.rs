//! One commitment and one piece of evidence as a page shows them: texts cut to size, dates and numbers in words.
//! HTML and Markdown share it; neither escaping nor layout is done here, and nothing is counted.

use crate::data::{Cite, Line, Which};
use crate::words::Words;
use crate::{dates, text};
use serde::Serialize;
use std::fmt::Write as _;

#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) lead: Option<String>,
    item: String,
    page: Option<String>,
    reference: String,
    deliverable: String,
    drafted: bool,
    with: Option<String>,
    status: String,
    word: Option<Said>,
    pub(crate) cites: Vec<Cited>,
    when: String,
    notes: Vec<String>,
    days: Option<String>,
    late: bool,
}

#[derive(Serialize)]
struct Said {
    head: String,
    text: String,
}

/// A citation in a row: the endnote's number, and what is particular to this use of it.
#[derive(Serialize)]
pub(crate) struct Cited {
    pub(crate) n: usize,
    pub(crate) more: Vec<String>,
}

/// An endnote.
#[derive(Serialize)]
pub(crate) struct Note {
    pub(crate) n: usize,
    title: String,
    more: Vec<String>,
    link: Option<String>,
    target: Option<String>,
    reference: String,
}

impl Row {
    /// A line as it stands in the section of `which`; `number` gives a piece of evidence its endnote.
    pub(crate) fn of(line: &Line, which: Which, as_of: &str, words: &Words, number: &mut dyn FnMut(&Cite) -> usize) -> Row {
        let show = |text: &str| text::for_page(text, words.labels.continues);
        let long = |iso: &str| dates::long(iso, words);
        let since = line.status_since.as_deref();
        let gone = || dates::days_between(since?, as_of);
        let left = || dates::days_between(as_of, line.due_by.as_deref()?);
        let (when, days) = match which {
            Which::Awaiting => (since.map(long).unwrap_or_default(), gone()),
            Which::Implemented => (since.map(long).unwrap_or_default(), None),
            Which::DueSoon => (due(line, words), left()),
            Which::Overdue | Which::All => (due(line, words), line.days_overdue),
        };
        let dated = matches!(which, Which::Overdue | Which::DueSoon | Which::All);
        Row {
            lead: line.lead.clone(),
            item: show(line.recommendation.as_deref().unwrap_or(&line.commitment)),
            page: line.page.as_deref().map(|page| (words.say.page)(&show(page))),
            reference: show(&line.commitment),
            deliverable: show(&line.deliverable),
            drafted: line.drafted,
            with: (!line.joint.is_empty()).then(|| show(&line.joint.join(", "))),
            status: capital(&words.status(&line.status)),
            word: line.last_update.as_ref().map(|word| Said {
                head: [
                    Some(long(&word.day)),
                    word.by.as_deref().map(show),
                    Some(if word.formal { words.labels.formal } else { words.labels.informal }.into()),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<String>>()
                .join(", "),
                text: show(&word.text),
            }),
            cites: line.evidence.iter().map(|cite| Cited { n: number(cite), more: particulars(cite, words) }).collect(),
            when,
            notes: if dated { due_notes(line, words) } else { Vec::new() }.into_iter().chain(facts(line, words)).collect(),
            days: days.map(|days| (words.say.number)(days.unsigned_abs())),
            late: which == Which::Overdue,
        }
    }
}

/// The day; without one, the words; without these, that there is none.
fn due(line: &Line, words: &Words) -> String {
    match (&line.due_by, &line.due_stated) {
        (Some(iso), _) => dates::long(iso, words),
        (None, Some(stated)) => (words.say.quoted)(&text::for_page(stated, words.labels.continues)),
        (None, None) => words.labels.no_due.to_owned(),
    }
}

/// What was said, where it is not simply the day; from when it was moved, and why; what limit the actor declared.
fn due_notes(line: &Line, words: &Words) -> Vec<String> {
    let show = |text: &str| text::for_page(text, words.labels.continues);
    let quoted = |stated: &str| (words.say.quoted)(&show(stated));
    // A day's own words add nothing to the day.
    let adds = |stated: &str, iso: Option<&str>| {
        iso.is_some_and(|iso| stated != iso && !stated.eq_ignore_ascii_case(&dates::long(iso, words)))
    };
    let mut notes = Vec::new();
    if let Some(stated) = line.due_stated.as_deref()
        && adds(stated, line.due_by.as_deref())
    {
        notes.push(quoted(stated));
    }
    if line.slips > 0 {
        let by = line.original_due_by.as_deref();
        let original = match line.original_stated.as_deref() {
            Some(stated) if by.is_none() || adds(stated, by) => Some(quoted(stated)),
            _ => by.map(|iso| dates::long(iso, words)),
        };
        let reason = line.slip_reason.as_deref().map(show);
        notes.push((words.say.moved)(line.slips, original.as_deref(), reason.as_deref()));
    }
    if let Some(caveat) = line.caveat.as_deref() {
        notes.push(format!("{}: {}", words.labels.caveat, show(caveat)));
    }
    notes
}

/// What else is recorded, one note each.
fn facts(line: &Line, words: &Words) -> impl Iterator<Item = String> {
    let show = |text: &str| text::for_page(text, words.labels.continues);
    let further = line.further.iter().map(move |fact| format!("{}: {}", capital(&words.value(&fact.name)), show(&fact.value)));
    let own = line.own_fields.iter().map(move |fact| format!("{}: {}", show(&fact.name), show(&fact.value)));
    further.chain(own)
}

/// Page, and the stance where it is not plain support.
fn particulars(cite: &Cite, words: &Words) -> Vec<String> {
    let page = cite.page.as_deref().map(|page| (words.say.page)(&text::for_page(page, words.labels.continues)));
    let stance = Some(words.value(&cite.stance)).filter(|stance| !stance.is_empty());
    page.into_iter().chain(stance).collect()
}

impl Note {
    pub(crate) fn of(cite: &Cite, n: usize, words: &Words) -> Note {
        let show = |text: &str| text::for_page(text, words.labels.continues);
        let target = cite.target.as_deref().filter(|target| !target.is_empty());
        // Where a file lay on somebody's machine is nobody else's business.
        let target = if cite.kind == "file" { target.and_then(|path| path.rsplit(['/', '\\']).next()) } else { target };
        let (link, target) = match target {
            Some(url) if is_link(url) => (Some(link(url)), None),
            other => (None, other.map(show).filter(|target| *target != cite.title)),
        };
        let independence =
            cite.independent.map(|yes| if yes { words.labels.independent } else { words.labels.self_reported }.to_owned());
        Note {
            n,
            title: show(&cite.title),
            more: Some(words.value(&cite.kind))
                .filter(|kind| !kind.is_empty())
                .into_iter()
                .chain(cite.date.as_deref().map(|day| (words.say.speaks_of)(&dates::long(day, words))))
                .chain(independence)
                .collect(),
            link,
            target,
            reference: show(&cite.reference),
        }
    }
}

fn is_link(url: &str) -> bool {
    url.len() <= 2_000 && (url.starts_with("https://") || url.starts_with("http://"))
}

/// An address that may stand between angle brackets: what would end or break it is percent-encoded.
fn link(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_control() || c.is_whitespace() || "<>\"\\|`^{}".contains(c) || text::turns(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(safe, "%{byte:02X}");
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
