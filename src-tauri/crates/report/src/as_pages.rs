//! HTML and Markdown: the summary that people read, streamed part by part through one template a format.
//! The template is asked for a `part` at a time (head, a section's opening, a lead's, a row, ...), so that the document
//! can be longer than memory. What the parts say is made in `view` and `row`; what they look like is the template's.

use crate::data::{Cite, Head, Line, Lines, Which};
use crate::row::{Note, Row};
use crate::view::Page;
use crate::words::{Labels, Words};
use crate::{Error, text};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use std::collections::HashMap;
use std::io::Write;

/// A format of pages: its template, what that includes, and how text is made safe in it.
pub(crate) struct Kind {
    template: &'static str,
    style: &'static str,
    escape: fn(&str, &mut String) -> std::fmt::Result,
}

pub(crate) const HTML: Kind =
    Kind { template: include_str!("templates/summary.html"), style: include_str!("templates/summary.css"), escape: text::html };

pub(crate) const MARKDOWN: Kind = Kind { template: include_str!("templates/summary.md"), style: "", escape: text::markdown };

/// A section that lists commitments, in the order of the document.
struct Section {
    which: Which,
    name: &'static str,
    title: fn(&Labels) -> &'static str,
    when: fn(&Labels) -> &'static str,
    /// Heading of the column of days; empty: there is none.
    days: fn(&Labels) -> &'static str,
    /// Said where there is nothing to list; empty: the section is left out.
    none: fn(&Labels) -> &'static str,
}

const SECTIONS: [Section; 4] = [
    Section {
        which: Which::Overdue,
        name: "overdue",
        title: |w| w.overdue_title,
        when: |w| w.due,
        days: |w| w.days_late,
        none: |w| w.nothing_overdue,
    },
    Section {
        which: Which::Awaiting,
        name: "awaiting",
        title: |w| w.awaiting_title,
        when: |w| w.reported_on,
        days: |w| w.days_waiting,
        none: |_| "",
    },
    Section {
        which: Which::Implemented,
        name: "implemented",
        title: |w| w.implemented_title,
        when: |w| w.implemented_on,
        days: |_| "",
        none: |w| w.nothing_implemented,
    },
    Section {
        which: Which::DueSoon,
        name: "soon",
        title: |w| w.due_soon_title,
        when: |w| w.due,
        days: |w| w.days_left,
        none: |_| "",
    },
];

/// Writes the document. Held meanwhile: the head, the reference of each piece of evidence cited, and its endnote as it
/// will be written (some 300 bytes each).
pub(crate) fn write(kind: &Kind, head: &Head, lines: &dyn Lines, words: &Words, out: &mut dyn Write) -> Result<(), Error> {
    let env = environment(kind)?;
    let mut pen = Pen { env: &env, w: Value::from(Serde(words.labels)), out };
    let page = Value::from(Serde(Page::of(head, words)));
    pen.part("head", context! { page => page.clone(), style => kind.style })?;

    let mut notes = Notes { numbers: HashMap::new(), text: Vec::new() };
    if head.figures.total > 0 {
        for section in &SECTIONS {
            list(section, head, lines, words, &mut pen, &mut notes)?;
        }
    }
    pen.part("sources", context! { sources => sources(head, words) })?;
    if !notes.numbers.is_empty() {
        pen.part("notes", context! {})?;
        pen.out.write_all(&notes.text)?;
        pen.part("notes_end", context! {})?;
    } else if head.figures.total > 0 {
        pen.part("no_notes", context! {})?;
    }
    pen.part("tail", context! { page })
}

struct Pen<'a> {
    env: &'a Environment<'a>,
    /// The labels, under the name they have in the templates.
    w: Value,
    out: &'a mut dyn Write,
}

impl Pen<'_> {
    fn part(&mut self, part: &str, data: Value) -> Result<(), Error> {
        render(self.env, &self.w, part, data, self.out)
    }
}

fn render(env: &Environment<'_>, w: &Value, part: &str, data: Value, out: &mut dyn Write) -> Result<(), Error> {
    env.get_template("summary")?.render_captured_to(context! { part, w, ..data }, out)?;
    Ok(())
}

struct Notes {
    numbers: HashMap<Box<str>, usize>,
    /// The endnotes, rendered.
    text: Vec<u8>,
}

fn list(
    section: &Section,
    head: &Head,
    lines: &dyn Lines,
    words: &Words,
    pen: &mut Pen<'_>,
    notes: &mut Notes,
) -> Result<(), Error> {
    let w = &words.labels;
    let about = context! {
        name => section.name,
        title => (section.title)(w),
        when => (section.when)(w),
        days => (section.days)(w),
        note => (section.which == Which::Overdue).then(|| {
            (words.say.days_counted_to)(&crate::dates::long(&head.as_of, words))
        }),
        none => (section.none)(w),
    };
    let mut group: Option<Option<String>> = None;
    lines.each(section.which, &mut |line: &Line| {
        let mut fresh: Vec<Note> = Vec::new();
        let row = Row::of(line, section.which, &head.as_of, words, &mut |cite: &Cite| {
            let next = notes.numbers.len() + 1;
            *notes.numbers.entry(cite.reference.as_str().into()).or_insert_with(|| {
                fresh.push(Note::of(cite, next, words));
                next
            })
        });
        for note in &fresh {
            let note = Value::from(Serde(note));
            render(pen.env, &pen.w, "note", context! { note }, &mut notes.text)?;
        }
        if group.as_ref() != Some(&line.lead) {
            pen.part(if group.is_none() { "section" } else { "group_end" }, context! { s => about.clone() })?;
            let lead = line.lead.as_deref().map_or(w.no_lead.to_owned(), |lead| text::for_page(lead, w.continues));
            pen.part("group", context! { s => about.clone(), lead })?;
            group = Some(line.lead.clone());
        }
        pen.part("row", context! { s => about.clone(), row => Value::from(Serde(&row)) })
    })?;
    if group.is_some() {
        pen.part("group_end", context! { s => about.clone() })?;
        pen.part("section_end", context! { s => about.clone() })?;
    } else if !(section.none)(w).is_empty() {
        pen.part("section_none", context! { s => about.clone() })?;
    }
    Ok(())
}

/// The sources as they are cited: short name, title, publisher, symbol, date, standing.
fn sources(head: &Head, words: &Words) -> Vec<Value> {
    let show = |text: &str| text::for_page(text, words.labels.continues);
    head.sources
        .iter()
        .map(|source| {
            let more: Vec<String> = [
                source.publisher.as_deref().map(show),
                source.symbol.as_deref().map(show),
                source.published.as_deref().map(|day| crate::dates::long(day, words)),
                Some(words.value(&source.standing)),
            ]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
            context! { short => show(&source.short), title => show(&source.title), more }
        })
        .collect()
}

/// Everything printed is escaped, unless the template says `|safe` of a text of ours.
fn environment(kind: &Kind) -> Result<Environment<'static>, Error> {
    let mut env = Environment::new();
    env.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("summary".into()));
    let escape = kind.escape;
    env.set_formatter(move |out, _, value| {
        if value.is_none() {
            return Ok(());
        }
        let text = value.to_string();
        if value.is_safe() {
            return Ok(out.write_str(&text)?);
        }
        let mut safe = String::with_capacity(text.len() + 16);
        escape(&text, &mut safe)?;
        Ok(out.write_str(&safe)?)
    });
    env.add_template("summary", kind.template)?;
    Ok(env)
}
