//! A small register that has one of everything, for the tests. Its progress, evidence and updates are made up.

#![allow(dead_code, unreachable_pub)] // each test file uses its part

use followthrough_report::{
    Cite, Count, Covers, Error, Figures, Format, Group, Head, Held, Line, SourceLine, Which, Word, Words, write,
};

pub const AS_OF: &str = "2026-11-20";
const DPO: &str = "Department of Peace Operations";
const DOS: &str = "Department of Operational Support";

/// What `write` makes of it.
pub fn bytes(format: Format, head: &Head, lines: &Held) -> Vec<u8> {
    let mut out = Vec::new();
    write(format, head, lines, &Words::english(), &mut out).expect("the summary is written");
    out
}

pub fn text(format: Format, head: &Head, lines: &Held) -> String {
    String::from_utf8(bytes(format, head, lines)).expect("text is UTF-8")
}

/// Counted here from the lines, as the caller does it in SQL.
pub fn head(lines: &[Line]) -> Head {
    let admitted = |which: Which| count(lines, |line| which.admits(line, AS_OF));
    let mut leads: Vec<Option<String>> = lines.iter().map(|line| line.lead.clone()).collect();
    leads.sort_by_key(|lead| (lead.is_none(), lead.clone()));
    leads.dedup();
    let of_lead = |lead: &Option<String>| {
        let of: Vec<Line> = lines.iter().filter(|line| line.lead == *lead).cloned().collect();
        group(lead.clone(), of.first().and_then(|line| line.lead_short.clone()), &of)
    };
    let a4p = source(
        "A4P+",
        "Action for Peacekeeping+: priorities for 2021–2023",
        Some("United Nations, Department of Peace Operations"),
        lines,
    );
    let peace = source("PCPO 2016", "People-centred peace operations", Some("A partnership of three institutes"), lines);
    let by_source = [&a4p, &peace].map(|source| {
        let of: Vec<Line> = lines.iter().filter(|line| line.source.as_ref() == Some(&source.short)).cloned().collect();
        group(Some(source.title.clone()), Some(source.short.clone()), &of)
    });
    Head {
        title: "Action for Peacekeeping+: where the commitments stand".into(),
        as_of: AS_OF.into(),
        workspace: "Peace operations desk".into(),
        covers: Covers { sources: 2, recommendations: 42, parts: 57, commitments: lines.len() as u64 },
        figures: Figures {
            total: lines.len() as u64,
            overdue: admitted(Which::Overdue),
            due_90: admitted(Which::DueSoon),
            no_date: count(lines, |line| line.due_by.is_none()),
            no_evidence: count(lines, |line| line.evidence.is_empty()),
            awaiting_verification: admitted(Which::Awaiting),
            implemented: admitted(Which::Implemented),
            oldest_due: lines
                .iter()
                .filter(|line| Which::Overdue.admits(line, AS_OF))
                .filter_map(|line| line.due_by.clone())
                .min(),
            by_status: statuses(lines),
            by_lead: leads.iter().map(of_lead).collect(),
            by_source: by_source.into(),
        },
        sources: vec![a4p, peace],
        left_out: 2,
        drafted: count(lines, |line| line.drafted),
        ..Head::default()
    }
}

pub fn held(lines: Vec<Line>) -> Held {
    Held { as_of: AS_OF.into(), lines }
}

fn count(lines: &[Line], of: impl Fn(&Line) -> bool) -> u64 {
    lines.iter().filter(|line| of(line)).count() as u64
}

fn statuses(lines: &[Line]) -> Vec<Count> {
    let mut names: Vec<&str> = lines.iter().map(|line| line.status.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|status| Count { status: status.into(), n: count(lines, |line| line.status == status) }).collect()
}

fn group(name: Option<String>, short: Option<String>, of: &[Line]) -> Group {
    Group {
        name,
        short,
        all: of.len() as u64,
        overdue: count(of, |line| Which::Overdue.admits(line, AS_OF)),
        no_evidence: count(of, |line| line.evidence.is_empty()),
        by_status: statuses(of),
    }
}

fn source(short: &str, title: &str, publisher: Option<&str>, lines: &[Line]) -> SourceLine {
    let of = |line: &Line| line.source.as_deref() == Some(short);
    SourceLine {
        short: short.into(),
        title: title.into(),
        publisher: publisher.map(Into::into),
        symbol: None,
        published: Some(if short == "A4P+" { "2021-03".into() } else { "2016-11-08".into() }),
        standing: if short == "A4P+" { "official".into() } else { "partnership".into() },
        recommendations: if short == "A4P+" { 19 } else { 23 },
        commitments: count(lines, of),
        overdue: count(lines, |line| of(line) && Which::Overdue.admits(line, AS_OF)),
    }
}

pub fn line(n: usize, label: &str, lead: Option<(&str, &str)>, deliverable: &str) -> Line {
    Line {
        commitment: format!("C-7KQ{n:02}"),
        deliverable: deliverable.into(),
        drafted: true,
        recommendation: Some(format!("A4P+ {label}")),
        source: Some("A4P+".into()),
        label: Some(label.into()),
        page: Some((n / 6 + 3).to_string()),
        lead: lead.map(|(name, _)| name.into()),
        lead_short: lead.map(|(_, short)| short.into()),
        due_stated: Some("2021–2023".into()),
        due_by: Some("2023-12-31".into()),
        original_stated: Some("2021–2023".into()),
        original_due_by: Some("2023-12-31".into()),
        days_overdue: Some(1055),
        status: "not_started".into(),
        status_since: Some("2021-03-01".into()),
        ..Line::default()
    }
}

fn cite(n: usize, kind: &str, title: &str, stance: &str) -> Cite {
    Cite { reference: format!("E-4M0Q{n}"), kind: kind.into(), title: title.into(), stance: stance.into(), ..Cite::default() }
}

fn word(day: &str, by: &str, formal: bool, text: &str) -> Word {
    Word { day: day.into(), by: Some(by.into()), formal, text: text.into() }
}

/// Nine commitments: overdue with and without a word, moved, waiting for verification, implemented, soon due, without
/// date, without lead.
pub fn lines() -> Vec<Line> {
    let dpo = Some((DPO, "DPO"));
    let dos = Some((DOS, "DOS"));
    let minutes = Cite {
        page: Some("4".into()),
        date: Some("2024-02-28".into()),
        independent: Some(false),
        target: Some("minutes-2024-02-28.pdf".into()),
        ..cite(1, "file", "Minutes of the strategy meeting", "supports")
    };
    let quarterly = Cite {
        page: Some("11".into()),
        date: Some("2024-06-30".into()),
        independent: Some(true),
        target: Some("https://example.org/reports/quarterly_2".into()),
        ..cite(2, "link", "Mission quarterly report, annex II", "contradicts")
    };
    let letter = Cite {
        date: Some("2025-12-01".into()),
        target: Some("S/2025/000".into()),
        ..cite(3, "symbol", "Letter to the Security Council", "supports")
    };
    let under = || Line { status: "under_implementation".into(), status_since: Some("2022-05-01".into()), ..Line::default() };
    vec![
        Line {
            status: under().status,
            status_since: under().status_since,
            last_update: Some(word("2024-03-05", "DPO", false, "Agreed in three missions, drafts in two more.")),
            evidence: vec![minutes.clone(), quarterly],
            joint: vec![DOS.into()],
            drafted: false,
            ..line(1, "P1.2", dpo, "One political strategy for each mission, shared by its partners")
        },
        line(2, "P2.1", dpo, "Integrated planning from mandate to drawdown"),
        Line {
            status: "partially_implemented".into(),
            status_since: Some("2025-12-01".into()),
            due_stated: Some("31 December 2025".into()),
            due_by: Some("2025-12-31".into()),
            slips: 1,
            slip_reason: Some("staffing".into()),
            days_overdue: Some(324),
            last_update: Some(word("2025-12-01", "DPO", true, "In place in nine missions; three wait for staff.")),
            evidence: vec![letter.clone()],
            ..line(3, "P6.2", dpo, "Strategic communications plan in each mission")
        },
        Line {
            status: under().status,
            status_since: under().status_since,
            ..line(4, "P3.2", dos, "Equipment that can be moved within a week")
        },
        line(5, "P7.1", None, "A named counterpart in each host government"),
        Line {
            status: "reported_implemented".into(),
            status_since: Some("2026-10-02".into()),
            days_overdue: None,
            last_update: Some(word("2026-10-02", "DOS", true, "Waste water is measured at every site.")),
            evidence: vec![Cite { page: Some("9".into()), ..minutes }],
            ..line(6, "P3.5", dos, "Waste-water risk measured at every site")
        },
        Line {
            status: "implemented".into(),
            status_since: Some("2026-01-15".into()),
            days_overdue: None,
            drafted: false,
            last_update: Some(word("2025-12-20", "DPO", true, "The policy was issued and is in force.")),
            evidence: vec![letter],
            ..line(7, "P5.1", dpo, "A policy on accountability to peacekeepers")
        },
        Line {
            status: under().status,
            status_since: under().status_since,
            due_stated: Some("Q1 2027, at the latest by the end of January".into()),
            due_by: Some("2027-01-31".into()),
            slips: 2,
            slip_reason: Some("the ministerial was moved".into()),
            days_overdue: None,
            ..line(8, "P4.1", dos, "Casualty evacuation tested in each sector")
        },
        Line {
            due_stated: Some("when conditions allow".into()),
            due_by: None,
            original_stated: None,
            original_due_by: None,
            days_overdue: None,
            recommendation: Some("PCPO 2016 7".into()),
            source: Some("PCPO 2016".into()),
            ..line(9, "7", None, "Community alert networks in every mission that protects civilians")
        },
    ]
}

/// What somebody could enter, or a register could bring, to break a document.
pub fn hostile() -> Vec<Line> {
    let mut first = line(
        1,
        "P1|x",
        Some(("=HYPERLINK(\"http://a\")", "+1")),
        "<script>alert('x')</script> & \"quotes\" | a pipe\nand a line",
    );
    first.joint = vec!["@SUM(1)".into(), "-2|3".into()];
    first.slip_reason = Some("\t=1+1".into());
    first.slips = 1;
    first.due_stated = Some("\u{202E}backwards\u{2069}\u{2069}".into());
    first.last_update = Some(word(
        "2024-03-05",
        "وزارة الخارجية",
        false,
        "تم الاتفاق في ثلاث بعثات\u{0}\u{1}\u{b}\u{1f}\u{fffe} [x](javascript:alert(1)) `code` **bold**",
    ));
    first.evidence = vec![
        Cite { target: Some("javascript:alert(1)".into()), ..cite(1, "link", "- not a list", "supports") },
        Cite {
            target: Some("https://example.org/a\"><img src=x>|`\\".into()),
            page: Some("<4>".into()),
            ..cite(2, "link", "1. not a list", "contradicts")
        },
        Cite { target: Some("C:\\Users\\someone\\secret\\notes.txt".into()), ..cite(3, "file", "</title></style>", "mixed") },
        Cite { target: Some("/home/someone/letter.pdf".into()), ..cite(4, "file", "_x000D_", "context") },
    ];
    let mut long = line(2, "P2", Some(("Ω\u{0}\r\n", "x")), &"long words ".repeat(95_000));
    long.last_update = Some(word("not a day", "x", true, &"𝔘".repeat(300_000)));
    long.status = "a_status_of_tomorrow".into();
    let mut odd = line(3, "", None, "");
    odd.due_by = Some("2023-02-30".into());
    odd.status_since = Some("1850-01-01".into());
    odd.days_overdue = Some(i64::MAX);
    vec![first, long, odd]
}

/// Lines that cannot be read to the end.
pub struct Broken;

impl followthrough_report::Lines for Broken {
    fn each(&self, _: Which, _: &mut dyn FnMut(&Line) -> Result<(), Error>) -> Result<(), Error> {
        Err(Error::lines("the file vanished"))
    }
}
