//! Ugly tables, as people paste them.

use super::*;

/// What a row became, in one line: row | section | reference | responsible | due | status | text.
fn shown(register: &Register) -> Vec<String> {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let due = |due: &Option<Due>| {
        due.as_ref().map_or_else(String::new, |d| {
            format!("{}={}", d.kind.as_str(), d.due_by(None).map(|d| d.to_string()).unwrap_or_default())
        })
    };
    let line = |e: &Entry| {
        format!(
            "{}|{}|{}|{}|{}|{}|{}",
            e.row,
            some(&e.section),
            some(&e.reference),
            some(&e.responsible),
            due(&e.due),
            e.status.as_str(),
            e.text.replace('\n', "/")
        )
    };
    register.rows.iter().map(line).collect()
}

#[track_caller]
fn check(pasted: &str, expect: &[&str]) -> Register {
    let register = read(pasted, None).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(shown(&register), expect);
    register
}

fn told(register: &Register) -> Vec<&'static str> {
    register.columns.iter().map(|c| c.is.map_or("-", Column::name)).collect()
}

#[test]
fn a_table_out_of_excel() {
    let register = check(
        "No.\tRecommendation\tResponsible\tDeadline\tStatus\tComments\r\n\
         1\t\"Train all staff\nbefore they deploy, including \"\"late\"\" arrivals\"\tDPO\t31/12/2023\tIn progress\twaiting for funds\r\n\
         2\tReview the mandate\tDPPA\tQ2 2027\tImplemented\t\r\n\
         \t\t\t\t\t\r\n\
         3\tPublish the figures\t\tsee note 4\tunclear\t\r\n",
        &[
            "2||1|DPO|day=2023-12-31|under_implementation|Train all staff/before they deploy, including \"late\" arrivals",
            "3||2|DPPA|quarter=2027-06-30|implemented|Review the mandate",
            "5||3||condition=|not_started|Publish the figures",
        ],
    );
    assert_eq!(told(&register), ["reference", "text", "responsible", "deadline", "status", "-"]);
    assert_eq!(register.rows[0].rest, [(Some("Comments".to_owned()), "waiting for funds".to_owned())]);
    assert_eq!(register.rows[2].doubts.len(), 2, "{:?}", register.rows[2].doubts);
    assert!(register.rows[1].closed() && !register.rows[0].closed());
}

#[test]
fn a_french_table_with_semicolons_and_sections() {
    let register = check(
        "\u{feff}Suivi des recommandations;;;;\n\
         N°;Recommandation;Responsable;Échéance;État d'avancement\n\
         A. Protection;;;;\n\
         A.1;Former le personnel, avant le déploiement;DOP;fin 2024;En cours\n\
         A.2;\"Publier; puis réviser\";DAO;;Réalisée\n\
         B. Femmes;;;;\n\
         B.1;Nommer une conseillère;;d'ici juin 2025;Non mise en œuvre\n",
        &[
            "4|A. Protection|A.1|DOP|year=2024-12-31|under_implementation|Former le personnel, avant le déploiement",
            "5|A. Protection|A.2|DAO||implemented|Publier; puis réviser",
            "7|B. Femmes|B.1||month=2025-06-30|not_implemented|Nommer une conseillère",
        ],
    );
    assert_eq!(register.separator, Separator::Semicolon);
}

#[test]
fn a_table_out_of_word_with_paragraphs_in_its_cells() {
    check(
        "Ref\tAction\tLead\tDue date\tStatus\n\
         R1\tAppoint an adviser\n\
         in each mission\tDPO\t2024\tDone\n\
         R2\tSet up a board\tDOS\t2025\tOpen\n",
        &[
            "2||R1|DPO|year=2024-12-31|implemented|Appoint an adviser/in each mission",
            "3||R2|DOS|year=2025-12-31|not_started|Set up a board",
        ],
    );
}

#[test]
fn short_rows_are_not_run_together() {
    check(
        "Ref\tAction\tLead\tDue\n1\tFirst thing to do\tDPO\n2\tSecond thing to do\tDOS\n3\tThird thing to do\tDPO\t2024\n",
        &[
            "2||1|DPO||not_started|First thing to do",
            "3||2|DOS||not_started|Second thing to do",
            "4||3|DPO|year=2024-12-31|not_started|Third thing to do",
        ],
    );
}

#[test]
fn a_table_without_a_heading_is_told_by_its_cells() {
    let register = check(
        "DPO\t12\tTrain all of the staff before they deploy\tcompleted\t2023-12-31\n\
         DOS\t13\tReview the whole of the supply chain\ton hold\t2024-06-30\n\
         DPO\t14\tPublish figures of all contingents\tpending\t2025-01-31\n",
        &[
            "1||12|DPO|day=2023-12-31|implemented|Train all of the staff before they deploy",
            "2||13|DOS|day=2024-06-30|suspended|Review the whole of the supply chain",
            "3||14|DPO|day=2025-01-31|not_started|Publish figures of all contingents",
        ],
    );
    assert_eq!(told(&register), ["responsible", "reference", "text", "status", "deadline"]);
}

#[test]
fn headings_in_many_words() {
    let check = |heading: &str, expect: &[&str]| {
        let row = "1,The board should meet twice a year,DPO,2024,open,x";
        let cells = heading.split(',').count();
        let row: Vec<&str> = row.split(',').take(cells).collect();
        let register =
            read(&format!("{heading}\n{}\n", row.join(",")), None).unwrap_or_else(|refused| panic!("{heading}: {refused}"));
        assert_eq!(told(&register), expect, "{heading}");
    };
    check(
        "Recommendation no.,Recommendation,Entity responsible,Target date,Implementation status",
        &["reference", "text", "responsible", "deadline", "status"],
    );
    check("Para,Text of the recommendation,Action by (department),Timeline", &["reference", "text", "responsible", "deadline"]);
    check("ID,Measures,Pilote,Délai,Statut,Commentaires", &["reference", "text", "responsible", "deadline", "status", "-"]);
    check(
        "#,Commitment,Owner,Due,Status of implementation,Action taken",
        &["-", "text", "responsible", "deadline", "status", "-"],
    );
}

#[test]
fn the_user_says_which_column_is_which() {
    let columns = [None, Some(Column::Text), Some(Column::Deadline)];
    let register = read("a;Do;2024\nb;Undo;2025\n", Some(&columns)).expect("it is read");
    assert_eq!(shown(&register), ["1||||year=2024-12-31|not_started|Do", "2||||year=2025-12-31|not_started|Undo"]);
    let twice = read("a;Do\nb;Undo\n", Some(&[Some(Column::Text), Some(Column::Text)])).expect_err("twice");
    assert!(twice.sentence.contains("two columns as text"));
    let many = read("a;Do\nb;Undo\n", Some(&[None, Some(Column::Text), None])).expect_err("too many");
    assert!(many.sentence.contains("has 2"), "{many}");
}

#[test]
fn what_is_no_register_is_refused() {
    let check = |pasted: &str, code: &str| {
        let refused = read(pasted, None).expect_err(pasted);
        assert_eq!(refused.code, code, "{pasted:?}: {refused}");
    };
    check("", "no_table");
    check("One line of prose without any cell", "no_table");
    check("a\tb\nc\td\n1\t2\n", "columns");
    check("2021\t5\n2022\t7\n2023\t9\n", "columns");
    check("Reference\tRecommendation\tStatus\n", "empty");
}

#[test]
fn rows_without_a_text_are_left_out_and_told() {
    let register = read("Ref\tAction\tLead\n1\tDo the first thing\tDPO\n2\t\tDOS\n", None).expect("it is read");
    assert_eq!(register.left_out, [(3, "Row 3 has no text and is left out.".to_owned())]);
}

#[test]
fn statuses_in_two_languages() {
    let check = |words: &str, expect: Option<Status>| assert_eq!(status::read(words), expect, "{words}");
    check("Implemented", Some(Status::Implemented));
    check("Fully implemented (2019)", Some(Status::Implemented));
    check("Not implemented", Some(Status::NotImplemented));
    check("Partially implemented", Some(Status::PartiallyImplemented));
    check("partly done", Some(Status::PartiallyImplemented));
    check("under_implementation", Some(Status::UnderImplementation));
    check("Ongoing", Some(Status::UnderImplementation));
    check("to be completed", Some(Status::NotStarted));
    check("not done", Some(Status::NotStarted));
    check("Overtaken by events", Some(Status::OvertakenByEvents));
    check("Withdrawn", Some(Status::ClosedWithoutImplementation));
    check("Réalisées", Some(Status::Implemented));
    check("Mise en œuvre", Some(Status::Implemented));
    check("Non mise en œuvre", Some(Status::NotImplemented));
    check("Partiellement réalisé", Some(Status::PartiallyImplemented));
    check("en cours de réalisation", Some(Status::UnderImplementation));
    check("On hold", Some(Status::Suspended));
    check("amber", None);
    check("", None);
}

#[test]
fn people_of_a_cell() {
    let known = ["DPO", "DOS", "DPPA", "Department of Safety and Security", "Mali, Niger and Chad"];
    let check = |cell: &str, expect: &[&str]| {
        assert_eq!(people(cell, &mut |name| known.contains(&name)), expect, "{cell}");
    };
    check("DPO", &["DPO"]);
    check("DPO/DOS", &["DPO", "DOS"]);
    check("DPO, DOS and DPPA", &["DPO", "DOS", "DPPA"]);
    check("Department of Safety and Security", &["Department of Safety and Security"]);
    check(
        "Ministry of Trade, Industry and Mines of the host country",
        &["Ministry of Trade, Industry and Mines of the host country"],
    );
    check("Mali, Niger and Chad", &["Mali, Niger and Chad"]);
    check("UNPOL; the missions\nDPO", &["UNPOL", "the missions", "DPO"]);
    check("A, B, C", &["A", "B", "C"]);
    check("N/A", &[]);
    check("TBD", &[]);
}
