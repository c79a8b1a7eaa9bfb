//! What the first part of a page shows, ready for a template: sentences, figures, and the bars measured.
//! HTML and Markdown share it, so that they say the same; neither escaping nor layout is done here, and no row of a
//! commitment (see `row`).

use crate::data::{Group, Head};
use crate::status::{self, CLASSES};
use crate::words::{Sentence, Words};
use crate::{dates, text};
use serde::Serialize;

/// Width of the longest bar of a table, in tenths of a millimetre; the bar of the whole is wider.
const BAR: u32 = 460;
const WHOLE: u32 = 1740;

#[derive(Serialize)]
pub(crate) struct Page {
    title: String,
    footer: String,
    as_of: String,
    as_of_footer: String,
    workspace: String,
    scope: Option<String>,
    practice: bool,
    covers: String,
    left_out: Option<String>,
    drafted: Option<String>,
    empty: bool,
    standing: Vec<Sentence>,
    figures: Vec<Figure>,
    whole: Bar,
    key: Vec<Key>,
    leads: Vec<Bar>,
    sources: Vec<Bar>,
}

#[derive(Serialize)]
struct Figure {
    value: String,
    label: &'static str,
    late: bool,
}

#[derive(Serialize)]
struct Key {
    class: &'static str,
    label: &'static str,
    n: String,
}

/// One row of a table of groups, with its drawing.
#[derive(Serialize)]
struct Bar {
    name: String,
    short: Option<String>,
    recommendations: String,
    all: String,
    overdue: String,
    late: bool,
    no_evidence: String,
    /// What the drawing shows, in words.
    label: String,
    width: u32,
    segments: Vec<Segment>,
}

#[derive(Serialize)]
struct Segment {
    class: &'static str,
    x: u32,
    width: u32,
    middle: u32,
    /// Paper behind the number, where the part is hatched.
    pill: u32,
    /// The number, where there is room for it.
    n: Option<String>,
}

impl Page {
    pub(crate) fn of(head: &Head, words: &Words) -> Page {
        let show = |text: &str| text::for_page(text, words.labels.continues);
        let number = words.say.number;
        let f = &head.figures;
        let figure = |n, label, late| Figure { value: number(n), label, late: late && n > 0 };
        let as_of = dates::long(&head.as_of, words);
        let title = show(&head.title);
        let counts = status::by_class(&f.by_status);
        let whole = Group { all: f.total, by_status: f.by_status.clone(), ..Group::default() };
        let most = |groups: &[Group]| groups.iter().map(|group| group.all).max().unwrap_or_default();
        let footer: String = title.chars().take(70).collect();
        let mut as_of_footer = format!("{} {as_of}", words.labels.as_of);
        if head.practice {
            as_of_footer = format!("{} · {as_of_footer}", words.labels.practice_short);
        }
        Page {
            footer: text::css_string(&footer),
            title,
            as_of_footer: text::css_string(&as_of_footer),
            as_of,
            workspace: show(&head.workspace),
            scope: head.scope.as_deref().map(show),
            practice: head.practice,
            covers: (words.say.covers)(head, words),
            left_out: (head.left_out > 0).then(|| (words.say.left_out)(head.left_out)),
            drafted: (head.drafted > 0).then(|| (words.say.drafted)(head.drafted, f.total)),
            empty: f.total == 0,
            standing: (words.say.standing)(head, words),
            figures: vec![
                figure(f.total, words.labels.commitments, false),
                figure(f.implemented, words.labels.implemented, false),
                figure(f.awaiting_verification, words.labels.to_verify, false),
                figure(f.overdue, words.labels.overdue, true),
                figure(f.due_90, words.labels.due_90, false),
                figure(f.no_date, words.labels.no_date, false),
                figure(f.no_evidence, words.labels.no_evidence, false),
            ],
            whole: bar(&whole, String::new(), WHOLE, f.total, words),
            key: (0..CLASSES.len())
                .filter(|&class| counts[class] > 0)
                .map(|class| Key { class: CLASSES[class], label: words.classes[class], n: number(counts[class]) })
                .collect(),
            leads: f
                .by_lead
                .iter()
                .map(|group| {
                    let name = group.name.as_deref().map_or(words.labels.no_lead.to_owned(), show);
                    bar(group, name, BAR, most(&f.by_lead), words)
                })
                .collect(),
            sources: source_bars(head, words, most(&f.by_source)),
        }
    }
}

/// Every source has its row, also one that nobody has undertaken anything for.
fn source_bars(head: &Head, words: &Words, most: u64) -> Vec<Bar> {
    let rows = head.sources.iter().map(|source| {
        let counted = head.figures.by_source.iter().find(|group| group.short.as_deref() == Some(source.short.as_str()));
        let group = counted.cloned().unwrap_or_else(|| Group {
            all: source.commitments,
            overdue: source.overdue,
            short: Some(source.short.clone()),
            ..Group::default()
        });
        let title = text::for_page(&source.title, words.labels.continues);
        let mut row = bar(&group, title, BAR, most, words);
        row.recommendations = (words.say.number)(source.recommendations);
        row
    });
    rows.collect()
}

fn bar(group: &Group, name: String, room: u32, most: u64, words: &Words) -> Bar {
    let number = words.say.number;
    let counts = status::by_class(&group.by_status);
    let mut segments: Vec<Segment> = Vec::new();
    let mut spoken = Vec::new();
    let mut x = 0;
    for (class, &n) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
        let exact = u64::from(room).saturating_mul(n) / most.max(1);
        let width = u32::try_from(exact).unwrap_or(room).clamp(6, room);
        let text = number(n);
        let wanted = 18 + 16 * u32::try_from(text.len()).unwrap_or(room);
        segments.push(Segment {
            class: CLASSES[class],
            x,
            width: width - 2, // a hairline of paper between two parts
            middle: x + width / 2,
            pill: 8 + 15 * u32::try_from(text.len()).unwrap_or(room),
            n: (width >= wanted).then_some(text),
        });
        spoken.push((words.classes[class], n));
        x += width;
    }
    Bar {
        name,
        short: group.short.as_deref().map(|short| text::for_page(short, words.labels.continues)),
        recommendations: String::new(),
        all: number(group.all),
        overdue: number(group.overdue),
        late: group.overdue > 0,
        no_evidence: number(group.no_evidence),
        label: (words.say.bar)(&spoken),
        width: x.max(room),
        segments,
    }
}
