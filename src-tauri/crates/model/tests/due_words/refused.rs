//! What cannot be read as a due, and what the sentence says.
//!
//! Does not hold what is read.

use followthrough_model::due_words::read;

#[test]
fn refusing_words() {
    let check = |words: &str, says: &str| {
        let refused = read(words).map(|due| super::shown(&due)).expect_err(words);
        assert!(refused.sentence.contains(says), "{words}: {}", refused.sentence);
        assert!(refused.sentence.ends_with('.'), "{words}: {}", refused.sentence);
    };
    check("2023-02-30", "not a day of the calendar");
    check("30 February 2023", "not a day of the calendar");
    check("by 31 June 2027", "not a day of the calendar");
    check("before 31 February 2024", "not a day of the calendar");
    check("2023-13", "not a day of the calendar");
    check("29 February 2023", "not a day of the calendar");
    check("31/31/2024", "not a day of the calendar");
    check("31 juin 2027", "not a day of the calendar");
    check("31.XI.2026", "not a day of the calendar");
    check("2023-2021", "ends before it begins");
    check("2024-03-01 to 2024-02-01", "ends before it begins");
    check("November to February 2027", "ends before it begins");
    check("01/02/2024", "1 February 2024 or 2 January 2024");
    check("01.02.2024", "Write it as 2024-02-01 or 2024-01-02");
    check("le 01/02/2024", "1 February 2024 or 2 January 2024");
    check("before 01/02/2024", "1 February 2024 or 2 January 2024");
    check("13/02/24", "four digits");
    check("2011/12", "a month or a budget year");
    check("2010-11", "a month or a budget year");
    check("FY 2024", "which two years");
    check("summer 2027", "Write the months");
    check("by the summer of 2027", "Write the months");
    check("été 2027", "Write the months");
    check("the 2020s", "is a decade");
    check("by the end of the decade", "is a decade");
    check("années 2020", "is a decade");
    check("31 March", "says no year");
    check("by the end of June", "says no year");
    check("Mar 27", "says no year");
    check("Q2", "says no year");
    check("fin mars", "says no year");
    check("before March", "says no year");
    check("weekly", "in months");
    check("every two weeks", "in months");
    check("twice a month", "in months");
    check("hebdomadaire", "in months");
    check("five times a year", "whole number of months");
    check("biannual", "two meanings");
    check("bimonthly", "two meanings");
    check("within 10 working days", "holidays");
    check("sous dix jours ouvrables", "holidays");
    check("every six months from 2030 until 2028", "ends before");
    check("soon", "cannot be read");
    check("soonish", "cannot be read");
    check("", "cannot be read");
    check("   ", "cannot be read");
    check("Q5 2024", "cannot be read");
    check("Q0 2024", "cannot be read");
    check("0 months", "cannot be read");
    check("99999", "cannot be read");
    check("1850", "cannot be read");
    check("32 March 2027", "not a day of the calendar");
    check("before 32 March 2027", "not a day of the calendar");
    check("\u{0}\u{0}", "cannot be read");
    check("two or three", "cannot be read");
    check("by the Secretariat", "cannot be read");
    check("if", "cannot be read");
    check("before", "cannot be read");
    check("every", "cannot be read");
    check("٢٠٢٧", "cannot be read");
    check("2027年", "cannot be read");
    check(&"before the ministerial ".repeat(30), "too long");
}
