//! The filter language as tables: what is read and how it is written back, what is meant, what is refused and where.
//!
//! Does not test what a list shows; the store does.

use super::*;
use crate::Status;
use crate::record::Cell;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn own() -> Vec<OwnField> {
    let field = |name: &str, kind, choices: &[&str]| OwnField {
        name: name.to_owned(),
        kind,
        choices: choices.iter().map(|c| (*c).to_owned()).collect(),
    };
    vec![
        field("Region", CustomKind::One, &["Sahel", "Great Lakes", "Sahel, west"]),
        field("Budget line", CustomKind::Number, &[]),
        field("Note", CustomKind::Text, &[]),
        field("Start", CustomKind::Date, &[]),
    ]
}

fn parse_in(text: &str, list: Option<ListKind>) -> Result<Filter, FilterProblem> {
    Filter::parse(text, &Reading { today: day("2024-05-15"), list, own: &own() })
}

pub(super) fn parse(text: &str) -> Result<Filter, FilterProblem> {
    parse_in(text, None)
}

#[test]
fn what_is_read_and_how_it_is_written_back() {
    let check = |input: &str, expect: &str| {
        let filter = parse(input).unwrap_or_else(|no| panic!("{input}: {no}"));
        assert_eq!(filter.to_string(), expect, "{input}");
        assert_eq!(parse(expect), Ok(filter), "{expect}");
    };
    let same = |input: &str| check(input, input);
    same("");
    check("  \n\t ", "");
    same(r#"lead:DPO status:open due<2024-01-01 theme:"women, peace and security""#);
    // Words without a field.
    same("camp protection");
    same(r#""camp protection""#);
    check("“camp  protection”", r#""camp protection""#);
    check(r#""camp""#, "camp");
    check("text:camp", "camp");
    same(r#"text:camp,"host state""#);
    check("text:camp,camp", "camp");
    check("women, peace", r#""women," peace"#);
    same("-camp");
    same("التدريب 维持和平 sécurité e-mail");
    same(r#""-camp""#);
    check(r#""and" "OR" "Not" "none""#, r#""and" "OR" "Not" "none""#);
    same(r#""http://example.org""#);
    same("lead status");
    // Turning round, and joining.
    check("not status:open", "-status:open");
    check("NOT  camp", "-camp");
    check("not -camp", "camp");
    check("--camp", "camp");
    check("lead:DPO AND status:open", "lead:DPO status:open");
    check("-and", r#"-"and""#);
    check("notable nothing", "notable nothing");
    // Fields and other names of fields.
    check("LEAD:DPO", "lead:DPO");
    check("owner:DPO", "lead:DPO");
    check("deadline<2024", "due<2024");
    check("label:P4.3", "ref:P4.3");
    check("lead=DPO", "lead:DPO");
    // Names.
    same(r#"source:A4P+ ref:"A4P+ P4.3""#);
    check(r#"lead:"DPO""#, "lead:DPO");
    same("lead:DPO,DOS,none");
    check("lead:none,DPO,any,DPO", "lead:DPO,any,none");
    same(r#"lead:"none""#);
    check("lead:NONE", "lead:none");
    same(r#"lead:"UN (New York)""#);
    same(r#"lead:"a \"b\" \\ c“""#);
    check(r"lead:“a ”,b", "lead:a,b");
    check("lead:“say \\”hi\\””", r#"lead:"say ”hi”""#);
    check(r#"lead:"C:\new""#, r#"lead:"C:\\new""#);
    check("ref:A/RES/76:12", r#"ref:"A/RES/76:12""#);
    same("handler:me");
    same("obstacle:any");
    same("obstacle:resources,host_state escalated:any aim:own_study series:\"one for each mission\"");
    // Words of closed lists.
    check("status:Under-Implementation", "status:under_implementation");
    check(r#"decision:"not accepted""#, "decision:not_accepted");
    same("status:suspended,superseded");
    same("health:off_track,none");
    same("status:open,waiting,closed,suspended");
    same("decision:none");
    same("queue:awaiting_verification priority:high level:field kind:pledge force:must reach:adopted");
    same("verdict:returned standing:official practice:lesson");
    // Yes or no.
    same("private:yes drafted:no contested:yes");
    check("contested:any", "contested:yes");
    check("contested:none,yes", "contested:yes,no");
    check("flagged:yes", "flagged:any");
    same("flagged<=today");
    // Days.
    check("due=2024", "due:2024");
    check("due:2024-q2", "due:2024-Q2");
    check("due:<=2024-03", "due<=2024-03");
    check("due=<2024-03", "due<=2024-03");
    check("due=>2024-03", "due>=2024-03");
    same("due:2024-01-01..2024-06-30");
    check("due:2024..", "due>=2024");
    check("due:..2024", "due<=2024");
    same("due:today-30..today+30");
    check("due:TODAY+007", "due:today+7");
    check("due:today-0", "due:today");
    same("due<2024,2026-Q1,none");
    same("due:2024,>2026");
    same("updated<today-365 made:any original>2023-12-31");
    // Numbers.
    same("slips>2");
    check("slips:002", "slips:2");
    check("slips=1..3", "slips:1..3");
    same("evidence:none");
    check("evidence:0,no", "evidence:0,none");
    // The user's own fields.
    check("#region:sahel", "#Region:Sahel");
    same(r#"#Region:"Great Lakes",none"#);
    same(r#"#Region:"Sahel, west""#);
    same(r#"#"Budget line">100.5"#);
    check(r#"#"budget line"=-2.50"#, r#"#"Budget line":-2.5"#);
    check("#“Budget line”:1..2", r#"#"Budget line":1..2"#);
    same(r#"-#Note:any #Start<today #Note:"some words""#);
}

#[test]
fn what_is_meant() {
    let one = |input: &str| {
        let mut filter = parse(input).unwrap_or_else(|no| panic!("{input}: {no}"));
        assert_eq!(filter.terms.len(), 1, "{input}");
        filter.terms.remove(0)
    };
    let check = |input: &str, field: FilterField, any_of: &[Test]| {
        let term = one(input);
        assert_eq!((term.field, term.any_of.as_slice()), (field, any_of), "{input}");
    };
    let texts = |texts: &[&str]| Test::Texts(texts.iter().map(|t| (*t).to_owned()).collect());
    check("-camp", FilterField::Text, &[texts(&["camp"])]);
    assert!(one("-camp").negated && !one("camp").negated);
    check("lead:DPO,none,DOS", FilterField::Lead, &[texts(&["DPO", "DOS"]), Test::None]);
    check("lead:\"none\"", FilterField::Lead, &[texts(&["none"])]);
    check("status:open,Superseded", FilterField::Status, &[Test::Words(vec!["open", "superseded"])]);
    check("private:no", FilterField::Private, &[Test::None]);
    check("#region:\"great lakes\"", FilterField::Own("Region".into()), &[texts(&["Great Lakes"])]);

    let days = |input: &str, from: &str, to: &str| {
        let end = |text: &str| (!text.is_empty()).then(|| day(text));
        match one(input).any_of.as_slice() {
            [Test::Days { from: f, to: t, .. }] => assert_eq!((*f, *t), (end(from), end(to)), "{input}"),
            other => panic!("{input}: {other:?}"),
        }
    };
    days("due:2024-02-29", "2024-02-29", "2024-02-29");
    days("due<2024-01-01", "", "2023-12-31");
    days("due<=2024-01-01", "", "2024-01-01");
    days("due>2024-01-01", "2024-01-02", "");
    days("due>=2024-01-01", "2024-01-01", "");
    days("due:2024", "2024-01-01", "2024-12-31");
    days("due<2024", "", "2023-12-31");
    days("due<=2024", "", "2024-12-31");
    days("due>2024", "2025-01-01", "");
    days("due>=2024", "2024-01-01", "");
    days("due:2024-02", "2024-02-01", "2024-02-29");
    days("due:2024-Q2", "2024-04-01", "2024-06-30");
    days("due>2024-Q4", "2025-01-01", "");
    days("due:2023-Q4..2024-02", "2023-10-01", "2024-02-29");
    days("due:2023..", "2023-01-01", "");
    days("due:today", "2024-05-15", "2024-05-15");
    days("due<today+30", "", "2024-06-13");
    days("updated<today-365", "", "2023-05-15");

    let numbers = |input: &str, expect: (Option<f64>, Option<f64>)| match one(input).any_of.as_slice() {
        [Test::Numbers { from, to, .. }] => assert_eq!((*from, *to), expect, "{input}"),
        other => panic!("{input}: {other:?}"),
    };
    numbers("slips>2", (Some(3.0), None));
    numbers("slips>=2", (Some(2.0), None));
    numbers("slips<2", (None, Some(1.0)));
    numbers("slips:2", (Some(2.0), Some(2.0)));
    numbers("slips:1..3", (Some(1.0), Some(3.0)));
    numbers("#\"Budget line\"<=-1.5", (None, Some(-1.5)));
    numbers("#\"Budget line\">100", (Some(100_f64.next_up()), None));
    numbers("#\"Budget line\"<0", (None, Some(0_f64.next_down())));
}

#[test]
fn what_is_refused_and_where() {
    let check_in = |list, input: &str, place: usize, len: usize, says: &str| {
        let problem = parse_in(input, list).expect_err(input);
        assert_eq!((problem.place, problem.len), (place, len), "{input}: {problem}");
        assert!(problem.sentence.contains(says), "{input}: {problem}");
        assert!(problem.sentence.contains(&format!("at place {place}")), "{input}: {problem}");
    };
    let check = |input: &str, place: usize, len: usize, says: &str| check_in(None, input, place, len, says);
    // Fields.
    check("led:DPO", 1, 3, "Unknown field “led” at place 1. Did you mean lead?");
    check("status:open stauts:open", 13, 6, "Did you mean status?");
    check("prio:high", 1, 4, "Did you mean priority?");
    check("é -http://x", 4, 4, "The fields are text, source");
    check("due < 2024", 5, 1, "directly before “<”");
    check(":x", 1, 1, "directly before “:”");
    check("status!=open", 1, 7, "-status:VALUE");
    check("\"lead\":DPO", 1, 6, "without quotes");
    check("a | b", 3, 1, "no letter or digit");
    check("*", 1, 1, "Leave it out");
    // Values that are missing.
    check("lead:", 6, 0, "lead:VALUE");
    check("due<", 5, 0, "due<VALUE");
    check("status: open", 8, 0, "without a space");
    check("status:open, closed", 13, 0, "A value of status is missing");
    check("status:,open", 8, 0, "A value of status is missing");
    check("lead:\"\"", 6, 2, "between the quotes");
    // Values that do not fit.
    check("due<soon", 5, 4, "“soon” at place 5 is not a day. Write due<2024-01-31");
    check("due:2023-02-29", 5, 10, "is not a day");
    check("due:2024-13", 5, 7, "is not a day");
    check("due:2024-Q5", 5, 7, "is not a day");
    check("due:2024-1-1", 5, 8, "is not a day");
    check("due:0000", 5, 4, "is not a day");
    check("due:9999", 5, 4, "is not a day");
    check("due:today+x", 5, 7, "is not a day");
    check("due:today+99999", 5, 11, "is not a day");
    check("due:2024..soon", 11, 4, "is not a day");
    check("due:2024..2023", 5, 10, "Write 2023..2024");
    check("due:..", 5, 2, "is not a day");
    check("due<2023..2024", 5, 10, "is not a day");
    check("slips>many", 7, 4, "is not a whole number");
    check("slips:1.5", 7, 3, "is not a whole number");
    check("slips:-1", 7, 2, "is not a whole number");
    check("slips:3..1", 7, 4, "ends before it begins");
    check("status:opne", 8, 4, "“opne” at place 8 is not a word of status. Did you mean open?");
    check("status:open,clsoed", 13, 6, "Did you mean closed?");
    check("level:moon", 7, 4, "Use one of headquarters, field, capital, any or none");
    check("status:\"none\"", 8, 6, "is not a word of status");
    check("status<open", 7, 1, "has no order");
    check("lead:>=DPO", 6, 2, "has no order");
    check("private:maybe", 9, 5, "private:yes or private:no");
    // Marks.
    check("(lead:DPO)", 1, 1, "no parentheses");
    check("lead:UN(NY)", 8, 1, "stands in quotes");
    check("lead:DPO or lead:DOS", 10, 2, "cannot stand between terms");
    check("lead:DPO OR lead:DOS", 10, 2, "status:open,suspended");
    check("lead:DPO - camp", 10, 1, "stands alone");
    check("lead:DPO -", 10, 1, "stands alone");
    check("lead:DPO not", 10, 3, "Nothing follows");
    check("theme:\"women, peace", 7, 1, "is not closed");
    check("theme:“women\"", 7, 1, "is not closed");
    check("theme:\"women\"peace", 14, 1, "A space or a comma");
    check("theme:wo\"men\"", 9, 1, "middle of a word");
    check("\"a\",\"b\"", 4, 1, "text:\"one\"");
    // The user's own fields.
    check("#Regoin:Sahel", 1, 7, "Did you mean #Region?");
    check("#\"budget lines\">1", 1, 15, "Did you mean #\"Budget line\"?");
    check("#colour:red", 1, 7, "Yours are #Region");
    check("#:x", 1, 1, "Unknown field");
    check("#Region", 1, 7, "#Region:any");
    check("#Region:Sahle", 9, 5, "Did you mean Sahel?");
    check("#Region:\"Sahel west\"", 9, 12, "Did you mean \"Sahel, west\"?");
    check("#Region:Mars", 9, 4, "Use one of Sahel, \"Great Lakes\"");
    check("#\"Budget line\":much", 16, 4, "is not a number");
    check("#\"Budget line\":1e5", 16, 3, "is not a number");
    check("#Note<3", 6, 1, "has no order");
    check("#Start:1", 8, 1, "is not a day");
    // Lists.
    check_in(Some(ListKind::Actors), "level:field due<2024", 13, 3, "cannot be asked of actors");
    assert!(parse_in("level:field camp ref:A1", Some(ListKind::Actors)).is_ok());
    assert!(parse_in("due<2024 #Note:x", Some(ListKind::Recommendations)).is_ok());

    let none_defined = Filter::parse("#a:b", &Reading::on(day("2024-05-15"))).expect_err("unknown");
    assert!(none_defined.sentence.contains("None is defined yet"));
    let long = parse(&"x ".repeat(LONGEST)).expect_err("too long");
    assert_eq!((long.place, Refusal::from(long).code), (LONGEST + 1, "filter"));
}

#[test]
fn words_of_status_name_statuses() {
    let check = |words: &[&str], expect: &[Status]| assert_eq!(statuses(words), expect, "{words:?}");
    check(&["waiting", "suspended"], &[Status::ReportedImplemented, Status::Suspended]);
    check(&["not_started"], &[Status::NotStarted]);
    assert_eq!(statuses(&["open", "waiting", "closed", "suspended"]), Status::ALL);
    assert!(statuses(&["open"]).iter().all(|status| status.is_open()));
}

#[test]
fn the_table_of_fields_names_each_once() {
    let mut names: Vec<_> = FIELDS.iter().flat_map(|row| std::iter::once(&row.name).chain(row.aliases)).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
    for row in FIELDS {
        assert!(row.help.ends_with('.') && !row.lists.is_empty(), "{}", row.name);
        assert_eq!(row.field.row().map(|found| found.name), Some(row.name));
        assert!(!["and", "or", "not"].contains(&row.name));
        if let Takes::Words(words) = row.takes {
            let any = |word: &&str| ["any", "none"].contains(word);
            assert!(!words().iter().any(any), "{}", row.name);
        }
    }
}

#[test]
fn ways_to_group() {
    let check = |input: &str, expect: Result<&str, &str>| {
        let read = Group::parse(input, &own());
        let read = read.as_ref().map(ToString::to_string).map_err(|no| no.sentence.clone());
        match (read, expect) {
            (Ok(read), Ok(expect)) => {
                assert_eq!(read, expect, "{input}");
                assert!(Group::parse(expect, &own()).is_ok());
            }
            (Err(sentence), Err(says)) => assert!(sentence.contains(says), "{input}: {sentence}"),
            (read, _) => panic!("{input}: {read:?}"),
        }
    };
    for by in GroupBy::ALL {
        check(by.as_str(), Ok(by.as_str()));
        assert_eq!(by.value(), crate::Value::Text(by.to_string()));
    }
    check(" Lead ", Ok("lead"));
    check("#region", Ok("#Region"));
    check(" #\"Budget line\" ", Ok("#\"Budget line\""));
    check("#Regoin", Err("Did you mean #Region?"));
    check("#Region:x", Err("More follows"));
    check("colour", Err("#name"));
    check("", Err("#name"));
}
