//! The summary as its readers get it: what the pages say, that hostile text breaks nothing, that the same input gives
//! the same bytes. The workbook has its own tests in `workbook.rs`.

#![allow(clippy::unwrap_used)] // all of this file is tests

mod example;

use example::{AS_OF, Broken, bytes, head, held, hostile, line, lines, text};
use followthrough_report::{Error, Format, Head, Held, Line, Lines, Which, Words, write};

fn empty() -> Head {
    Head { title: "Status of the register".into(), as_of: AS_OF.into(), workspace: "New desk".into(), ..Head::default() }
}

#[test]
fn html_as_people_read_it() {
    insta::assert_snapshot!(text(Format::Html, &head(&lines()), &held(lines())));
}

#[test]
fn markdown_as_people_read_it() {
    insta::assert_snapshot!(text(Format::Md, &head(&lines()), &held(lines())));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for lines in [lines(), hostile(), Vec::new()] {
        for format in Format::ALL {
            let write = || bytes(format, &head(&lines), &held(lines.clone()));
            assert!(write() == write(), "{format:?}");
        }
    }
}

#[test]
fn formats_have_their_names() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(&format.name().to_uppercase()), Some(format));
        assert!(format.media_type().contains('/'));
    }
    assert_eq!(Format::from_name("pdf"), None);
}

#[test]
fn an_empty_register_gives_a_decent_page() {
    for format in [Format::Html, Format::Md] {
        let page = text(format, &empty(), &held(Vec::new()));
        assert!(page.contains("No recommendation and no commitment is on file yet, so nothing is due."), "{page}");
        assert!(!page.contains("By lead") && !page.contains("left out"), "{page}");
    }
    let json: serde_json::Value = serde_json::from_slice(&bytes(Format::Json, &empty(), &held(Vec::new()))).unwrap();
    assert_eq!(json["commitments"], serde_json::json!([]));
}

#[test]
fn pages_say_what_they_must() {
    let mut head = head(&lines());
    head.practice = true;
    head.scope = Some("the source A4P+".into());
    for format in [Format::Html, Format::Md] {
        let page = text(format, &head, &held(lines()));
        for said in [
            "2 items marked as not for export were left out.",
            "This comes from a practice workspace.",
            "No word on file.",
            "drafted",
            "the source A4P+",
            "31 December 2023",
            "contradicts",
            "moved from “2021–2023”: staffing",
            "moved 2 times, first due “2021–2023”: the ministerial was moved",
            "“when conditions allow”",
        ] {
            // What has no date and is neither late nor done is counted, not listed.
            assert_eq!(page.contains(said), said != "“when conditions allow”", "{format:?}: {said}");
        }
    }
}

#[test]
fn one_piece_of_evidence_has_one_number() {
    let page = text(Format::Html, &head(&lines()), &held(lines()));
    let cited = |n: usize| page.matches(&format!("href=\"#e{n}\"")).count();
    assert_eq!((cited(1), cited(2), cited(3), cited(4)), (2, 1, 2, 0));
    for n in 1..=3 {
        assert_eq!(page.matches(&format!("<li id=\"e{n}\"")).count(), 1);
    }
}

#[test]
fn hostile_text_stays_text_in_html() {
    let page = text(Format::Html, &head(&hostile()), &held(hostile()));
    for breach in ["<script", "<img", "href=\"javascript", "href=\"C:", "someone", "\u{202E}", "\u{0}", "\u{1f}", "secret"] {
        assert!(!page.contains(breach), "{breach:?}");
    }
    assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    assert!(page.contains("notes.txt") && page.contains("letter.pdf"));
    assert!(page.contains("… (continues in the register)"));
    assert!(page.len() < 60_000, "texts of a megabyte are cut: {}", page.len());
    for tag in ["table", "thead", "tbody", "tr", "td", "section", "p", "li", "span", "a", "bdi", "svg", "style", "title"] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn hostile_text_stays_text_in_markdown() {
    let page = text(Format::Md, &head(&hostile()), &held(hostile()));
    assert!(!page.contains("<script") && !page.replace("\\]", "").contains("](") && !page.contains('\u{202E}'));
    // Each row of a table has the bars of its heading: none came in from a text.
    let bars = |row: &str| row.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let mut expected = None;
    for row in page.lines() {
        if row.starts_with('|') {
            assert_eq!(bars(row), *expected.get_or_insert(bars(row)), "{row}");
        } else {
            expected = None;
        }
    }
    assert!(page.contains("<https://example.org/a%22%3E%3Cimg%20src=x%3E%7C%60%5C>"));
}

#[test]
fn a_page_in_the_margin_cannot_end_the_style() {
    let mut head = empty();
    head.title = "\"} </style><script>".into();
    let page = text(Format::Html, &head, &held(Vec::new()));
    assert_eq!((page.matches("</style>").count(), page.matches("<script>").count()), (1, 0));
}

#[test]
fn csv_is_a_row_a_commitment() {
    let table = bytes(Format::Csv, &head(&lines()), &held(lines()));
    assert!(table.starts_with(b"\xEF\xBB\xBFcommitment,deliverable,"));
    assert_eq!(table.split(|byte| *byte == b'\n').count(), lines().len() + 2, "heading, rows, and nothing after the last break");
    assert!(table.windows(2).all(|pair| pair[1] != b'\n' || pair[0] == b'\r'));
    let mut reader = csv::Reader::from_reader(&table[3..]);
    let headers = reader.headers().unwrap().clone();
    let first = reader.records().next().unwrap().unwrap();
    let get = |name: &str| &first[headers.iter().position(|header| header == name).unwrap()];
    assert_eq!(get("due_by"), "2023-12-31");
    assert_eq!(get("drafted"), "false");
    assert_eq!(get("days_overdue"), "1055");
    assert_eq!(get("evidence"), "Minutes of the strategy meeting, p. 4; Mission quarterly report, annex II, p. 11 (contradicts)");
}

#[test]
fn csv_is_harmless_and_whole() {
    let table = bytes(Format::Csv, &head(&hostile()), &held(hostile()));
    let mut reader = csv::Reader::from_reader(&table[3..]);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1][1].len(), 1_045_000, "a megabyte goes through");
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:.40}");
    }
}

#[test]
fn json_has_the_raw_text_in_a_fixed_order() {
    let written = text(Format::Json, &head(&hostile()), &held(hostile()));
    let json: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(json["commitments"].as_array().unwrap().len(), 3);
    assert_eq!(json["commitments"][0]["deliverable"], hostile()[0].deliverable.as_str());
    assert_eq!(json["commitments"][1]["last_update"]["text"].as_str().unwrap().len(), 1_200_000);

    let written = text(Format::Json, &head(&lines()), &held(lines()));
    let json: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(json["overdue"], serde_json::json!(["C-7KQ01", "C-7KQ02", "C-7KQ04", "C-7KQ05", "C-7KQ03"]));
    assert_eq!(json["implemented"], serde_json::json!(["C-7KQ07"]));
    assert_eq!((&json["left_out"], &json["figures"]["overdue"]), (&2.into(), &5.into()));
    let at = |key: &str| written.find(&format!("\"{key}")).unwrap();
    let keys = ["format\":", "title\":", "as_of\":", "covers\":", "figures\":", "sources\":[", "left_out\":", "commitments\":["];
    assert!(keys.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
}

#[test]
fn what_could_not_be_read_is_an_error() {
    for format in Format::ALL {
        let error = write(format, &head(&lines()), &Broken, &Words::english(), &mut Vec::new()).unwrap_err();
        assert!(matches!(error, Error::Lines(_)), "{format:?}: {error}");
        assert_eq!(error.to_string(), "The commitments could not be read: the file vanished");
    }
}

#[test]
fn many_leads_all_have_their_row() {
    let many: Vec<Line> =
        (0..200).map(|n| line(n, &format!("P{n}"), Some((&format!("Ministry {n:03}"), "M")), "A pledge")).collect();
    let page = text(Format::Html, &head(&many), &held(many.clone()));
    assert_eq!(page.matches("<table class=\"list\">").count(), 200);
    assert!((0..200).all(|n| page.contains(&format!("Ministry {n:03}</th>"))));
}

#[test]
fn lines_are_asked_for_by_lead_and_day() {
    let held = held(lines());
    let of = |which| {
        let mut found = Vec::new();
        held.each(which, &mut |line| {
            found.push(line.commitment.clone());
            Ok(())
        })
        .unwrap();
        found
    };
    assert_eq!(of(Which::Overdue), ["C-7KQ04", "C-7KQ01", "C-7KQ02", "C-7KQ03", "C-7KQ05"]);
    assert_eq!(of(Which::Awaiting), ["C-7KQ06"]);
    assert_eq!(of(Which::Implemented), ["C-7KQ07"]);
    assert_eq!(of(Which::DueSoon), ["C-7KQ08"]);
    assert_eq!(of(Which::All).len(), 9);
    let on = |as_of: &str| Which::DueSoon.admits(&lines()[7], as_of);
    assert_eq!([on("2026-11-01"), on("2026-11-02"), on("2027-01-31"), on("2027-02-01")], [false, true, true, false]);
    let _: &dyn Lines = &Held::default();
}
