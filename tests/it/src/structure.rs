//! What must not be said about how items hang together: circles, doubles, groups of nobody. Each is refused with its
//! sentence, and nothing changes. Also what a join may not lose.
//!
//! What these edits do when they are right is in the demands.

use crate::desk::{Work, is_a_sentence};
use followthrough_commands::*;
use followthrough_model::vocabulary::{CrosswalkKind, LinkKind, ListKind};
use followthrough_store::read::recommendation::RecommendationPage;

fn page(work: &Work, said: &str) -> RecommendationPage {
    match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page,
        other => panic!("not a recommendation: {other:?}"),
    }
}

fn link(of: &str, other: &str, kind: LinkKind) -> LinkRecommendations {
    LinkRecommendations { of: of.into(), other: other.into(), kind: Some(kind), reason: "They speak of one thing.".into() }
}

/// A command is refused with this code and a sentence, and the log stays as it was.
#[track_caller]
fn no<C: Edit + crate::desk::Named>(work: &Work, command: C, code: &str) {
    let entry = work.last_entry();
    let problem = work.refused(command);
    assert_eq!(problem.code, code, "{}", problem.message);
    is_a_sentence(&problem.message);
    assert_eq!(work.last_entry(), entry);
}

/// A source R with items 1 to 5; 5 has the parts 5a and 5b.
fn five() -> Work {
    let work = Work::new();
    work.source("R");
    work.actor("DPO");
    for label in ["1", "2", "3", "4", "5"] {
        work.recommendation("R", label);
    }
    work.edit(SplitRecommendation { recommendation: "R 5".into(), parts: vec!["This.".into(), "That.".into()], moves: vec![] });
    work
}

#[test]
fn circles_of_links() {
    let work = five();
    for kind in [LinkKind::Supersedes, LinkKind::Elaborates, LinkKind::Duplicates] {
        work.edit(link("R 1", "R 2", kind));
        work.edit(link("R 2", "R 3", kind));
        no(&work, link("R 3", "R 1", kind), "circle");
        no(&work, link("R 1", "R 1", kind), "circle");
        no(&work, link("R 1", "R 2", kind), "taken");
        work.edit(link("R 4", "R 1", kind));
    }
    // Related is no order: three may be related to each other, once each.
    for (a, b) in [("R 1", "R 2"), ("R 2", "R 3"), ("R 3", "R 1")] {
        work.edit(link(a, b, LinkKind::Related));
        no(&work, link(b, a, LinkKind::Related), "taken");
    }
    no(&work, link("R 5", "R 5a", LinkKind::Related), "own_part");
    no(&work, link("R 5a", "R 5", LinkKind::Elaborates), "own_part");
    no(&work, LinkRecommendations { reason: " ".into(), ..link("R 1", "R 4", LinkKind::Related) }, "empty");
    // What is deleted closes no circle.
    let between = page(&work, "R 1").links.into_iter().find(|l| l.kind == LinkKind::Supersedes && l.forward).expect("a link");
    work.edit(Delete { item: between.id.to_string() });
    work.edit(link("R 3", "R 1", LinkKind::Supersedes));
    work.is_sound();
}

#[test]
fn circles_of_parts() {
    let work = five();
    let part = |parent: &str| AddRecommendation {
        source: "R".into(),
        text: "A part of a part.".into(),
        parent: Some(parent.into()),
        ..AddRecommendation::default()
    };
    no(&work, part("R 5a"), "part_of_part");
    let split = |said: &str, parts: &[&str], moves: &[&str]| SplitRecommendation {
        recommendation: said.into(),
        parts: parts.iter().map(|&p| p.into()).collect(),
        moves: moves.iter().map(|&m| m.into()).collect(),
    };
    no(&work, split("R 5a", &["x", "y"], &[]), "part_of_part");
    no(&work, split("R 1", &["x"], &[]), "too_few_parts");
    no(&work, split("R 5", &[], &[]), "too_few_parts");
    let c = work.commitment("R 1", "DPO", "2027").reference;
    no(&work, split("R 1", &["x", "y"], &[&format!("{c}=z")]), "no_such_part");
    no(&work, split("R 1", &["x", "y"], &[&c]), "no_such_part");
    no(&work, split("R 2", &["x", "y"], &[&format!("{c}=a")]), "no_answer");
    no(&work, JoinParts { recommendation: "R 1".into() }, "no_parts");
    // What was split already takes a further part, under the next letter.
    assert_eq!(work.edit(split("R 5", &["And more."], &[])).parts[0].reference, "R 5c");
    // The letters of what is in the bin are not given again.
    work.edit(Delete { item: "R 5c".into() });
    assert_eq!(work.edit(split("R 5", &["And more still."], &[])).parts[0].reference, "R 5d");
    work.is_sound();
}

#[test]
fn a_join_keeps_what_hangs_on_the_parts() {
    let work = five();
    let c = work.commitment("R 5a", "DPO", "2025-12-31").reference;
    work.edit(AddAnswer { commitment: c.clone(), recommendation: "R 5b".into() });
    work.edit(AddAnswer { commitment: c.clone(), recommendation: "R 5".into() });
    work.edit(link("R 5b", "R 2", LinkKind::Elaborates));
    work.edit(link("R 5a", "R 2", LinkKind::Elaborates));
    work.edit(link("R 3", "R 5b", LinkKind::Supersedes));
    work.edit(AddFramework { name: "Topics".into() });
    work.edit(AddTheme { framework: "Topics".into(), name: "Water".into() });
    for item in ["R 5", "R 5a"] {
        work.edit(TagItem { item: item.into(), theme: "Water".into() });
    }
    work.edit(AddAddressee { recommendation: "R 5".into(), actor: "DPO".into(), implied: true });
    work.edit(AddAddressee { recommendation: "R 5a".into(), actor: "DPO".into(), implied: false });
    work.edit(JoinParts { recommendation: "R 5".into() });
    let whole = page(&work, "R 5");
    // No doubles, and of two the one that says more.
    assert_eq!((whole.themes.len(), whole.addressees.len(), whole.addressees[0].confirmed), (1, 1, true));
    let links: Vec<_> = whole.links.iter().map(|l| (l.other.reference.as_str(), l.forward)).collect();
    assert_eq!(links, [("R 2", true), ("R 3", false)]);
    let answers = work.commitment_page(&c).answers;
    assert_eq!((answers.len(), answers[0].main), (1, true));
    work.is_sound();
    // Taken out of the bin, the parts come back without a second main answer.
    work.edit(Restore { item: "R 5a".into() });
    assert_eq!(work.commitment_page(&c).answers.iter().filter(|a| a.main).count(), 1);
    work.is_sound();
}

#[test]
fn a_join_keeps_when_a_part_was_sent() {
    let work = five();
    for item in ["R 5", "R 5a"] {
        work.edit(AddAddressee { recommendation: item.into(), actor: "DPO".into(), implied: false });
    }
    let sent = SendTo {
        recommendation: "R 5a".into(),
        actor: "DPO".into(),
        on: Some("2026-01-10".into()),
        reply_by: Some("2026-02-10".into()),
    };
    work.edit(sent);
    work.edit(JoinParts { recommendation: "R 5".into() });
    let asked = page(&work, "R 5").addressees.remove(0);
    assert_eq!((asked.sent_on, asked.reply_by), (Some(crate::desk::day("2026-01-10")), Some(crate::desk::day("2026-02-10"))));
    work.is_sound();
}

#[test]
fn a_join_leaves_one_note_and_one_flag_that_can_be_taken_away() {
    let work = five();
    let note = |item: &str, text: &str| SetNote { item: item.into(), text: text.into() };
    let flag = |item: &str, on: &str| SetFlag { item: item.into(), on: on.into(), why: None };
    for (item, text, on) in
        [("R 5", "Of the whole", "2026-12-01"), ("R 5a", "Of this", "2026-11-01"), ("R 5b", "Of that", "2027-01-01")]
    {
        work.edit(note(item, text));
        work.edit(flag(item, on));
    }
    work.edit(JoinParts { recommendation: "R 5".into() });
    let kept = page(&work, "R 5").desk;
    assert_eq!(kept.note.map(|n| n.text).as_deref(), Some("Of the whole\n\nOf this\n\nOf that"));
    assert_eq!(kept.flag.map(|f| f.on), Some(crate::desk::day("2026-11-01")));
    assert_eq!(work.ask(Flagged::default()).total, 1);
    work.edit(note("R 5", "none"));
    work.edit(flag("R 5", "none"));
    let kept = page(&work, "R 5").desk;
    assert!(kept.note.is_none() && kept.flag.is_none(), "{kept:?}");
    assert_eq!(work.ask(Flagged::default()).total, 0);
    work.is_sound();
}

#[test]
fn what_a_join_took_along_stays_with_the_whole() {
    let work = five();
    work.edit(AddFramework { name: "Topics".into() });
    work.edit(AddTheme { framework: "Topics".into(), name: "Water".into() });
    let tag = |item: &str| TagItem { item: item.into(), theme: "Water".into() };
    work.edit(tag("R 5a"));
    work.edit(JoinParts { recommendation: "R 5".into() });
    work.edit(Restore { item: "R 5a".into() });
    work.edit(tag("R 5a"));
    assert_eq!((page(&work, "R 5").themes.len(), page(&work, "R 5a").themes.len()), (1, 1));
    work.is_sound();
}

#[test]
fn carried_forward_to_what_follows_it() {
    let work = five();
    let [c, d] = ["R 1", "R 5a"].map(|item| work.commitment(item, "DPO", "2025-12-31").reference);
    work.source("S");
    let carry = CarryForward {
        recommendation: vec!["R 1".into(), "R 5".into()],
        source: Some("S".into()),
        reason: "A new plan.".into(),
        ..CarryForward::default()
    };
    let opened = work.edit(carry).opened;
    for (commitment, to, not) in [(c, &opened[0], &opened[1]), (d, &opened[1], &opened[0])] {
        let said = format!("{:?}", work.commitment_page(&commitment).timeline);
        assert!(said.contains(&to.reference) && !said.contains(&not.reference), "{said}");
    }
}

#[test]
fn circles_of_crosswalks() {
    use CrosswalkKind::{Equal, Overlaps, Subset, Superset};
    let work = Work::new();
    for framework in ["A", "B", "C"] {
        work.edit(AddFramework { name: framework.into() });
        for theme in ["one", "two"] {
            work.edit(AddTheme { framework: framework.into(), name: theme.into() });
        }
    }
    let cross = |theme: &str, other: &str, kind| AddCrosswalk {
        theme: theme.into(),
        other: other.into(),
        kind: Some(kind),
        reason: "They share a part.".into(),
    };
    work.edit(cross("A: one", "B: one", Subset));
    no(&work, cross("B: one", "A: one", Subset), "taken");
    no(&work, cross("A: one", "A: one", Equal), "circle");
    no(&work, cross("A: one", "A: two", Equal), "same_framework");
    // The second is said from the other side.
    work.edit(cross("C: one", "B: one", Superset));
    for kind in [Subset, Equal] {
        no(&work, cross("C: one", "A: one", kind), "circle");
    }
    no(&work, cross("A: one", "C: one", Superset), "circle");
    // What follows anyway may be said, and so may what is neither.
    work.edit(cross("A: one", "C: one", Subset));
    work.edit(cross("A: two", "B: two", Equal));
    work.edit(cross("B: two", "C: two", Equal));
    work.edit(cross("C: two", "A: two", Equal));
    work.edit(cross("A: one", "B: two", Overlaps));
    no(&work, AddCrosswalk { kind: None, ..cross("A: one", "C: two", Equal) }, "arguments");
    no(&work, cross("one", "C: two", Equal), "ambiguous");
    no(&work, cross("nothing", "C: two", Equal), "unknown");
    // A framework goes with its themes and crosswalks, and comes back with them.
    work.edit(Delete { item: "C".into() });
    assert_eq!(work.ask(Themes::default()).frameworks.len(), 2);
    let framework = work.ask(Bin::default()).items.remove(0).id;
    work.edit(Restore { item: framework.to_string() });
    let themes = work.ask(Themes { framework: Some("C".into()) }).frameworks.remove(0).themes;
    assert_eq!(themes.iter().map(|t| t.crosswalks.len()).collect::<Vec<_>>(), [2, 2]);
    work.is_sound();
}

#[test]
fn a_group_of_nobody() {
    let work = five();
    let repeat = |actor: &[&str], under: Option<&str>| RepeatCommitment {
        recommendation: "R 1".into(),
        deliverable: "A plan".into(),
        actor: actor.iter().map(|&a| a.into()).collect(),
        under: under.map(str::to_owned),
        ..RepeatCommitment::default()
    };
    no(&work, repeat(&[], Some("DPO")), "empty_group");
    no(&work, repeat(&[], None), "arguments");
    no(&work, RepeatCommitment { except: vec!["DPO".into()], ..repeat(&["DPO"], None) }, "empty_group");
    no(&work, repeat(&["NOBODY"], None), "unknown");
    // Named twice, an actor gets one.
    assert_eq!(work.edit(repeat(&["DPO", "dpo"], None)).commitments, 1);
    // Who was succeeded is not of a group any more.
    for (short, parent) in [("UNAX", "DPO"), ("UNBX", "DPO")] {
        work.edit(AddActor { name: short.into(), short: Some(short.into()), parent: Some(parent.into()), ..AddActor::default() });
    }
    let group = RepeatPreview { under: Some("DPO".into()), ..RepeatPreview::default() };
    assert_eq!(work.ask(group.clone()).total, 2);
    work.edit(Delete { item: "UNBX".into() });
    assert_eq!(work.ask(group).total, 1);
}

#[test]
fn carrying_forward_what_cannot_go() {
    let work = five();
    let carry = |said: &[&str]| CarryForward {
        recommendation: said.iter().map(|&s| s.into()).collect(),
        source: Some("R".into()),
        reason: "A new plan.".into(),
        ..CarryForward::default()
    };
    no(&work, carry(&[]), "arguments");
    no(&work, CarryForward { source: None, ..carry(&["R 1"]) }, "arguments");
    no(&work, CarryForward { label: Some("9".into()), ..carry(&["R 1", "R 2"]) }, "taken");
    no(&work, CarryForward { label: Some("2".into()), ..carry(&["R 1"]) }, "taken");
    no(&work, CarryForward { reason: String::new(), ..carry(&["R 1"]) }, "empty");
    // The same one twice goes once; its parts' commitments are closed with it.
    let c = work.commitment("R 5a", "DPO", "2025-12-31").reference;
    let carried = work.edit(carry(&["R 5", "R 5"]));
    assert_eq!((carried.opened.len(), carried.closed), (1, 1));
    assert_eq!(work.commitment_page(&c).status, followthrough_model::Status::Superseded);
    no(&work, carry(&["R 5"]), "taken");
    work.is_sound();
}

#[test]
fn the_catalogue_says_the_same_as_an_officer_would() {
    let work = Work::new();
    work.edit(LoadCatalogue::default());
    // Its links and crosswalks close no circle: each can be taken away and said again, and is then the same row.
    let all = List { kind: Some(ListKind::Recommendations), limit: Some(5000), ..List::default() };
    let mut links = 0;
    for row in work.ask(all).recommendations {
        for said in page(&work, &row.recommendation).links.into_iter().filter(|l| l.forward) {
            work.edit(Delete { item: said.id.to_string() });
            let again = work.edit(link(&row.recommendation, &said.other.id.to_string(), said.kind));
            assert_eq!(again.id, said.id, "{} {} {}", row.recommendation, said.kind, said.other.reference);
            links += 1;
        }
    }
    let mut crosswalks = 0;
    for theme in work.ask(Themes::default()).frameworks.into_iter().flat_map(|f| f.themes) {
        for said in theme.crosswalks.into_iter().filter(|x| x.forward) {
            work.edit(Delete { item: said.id.to_string() });
            let again = work.edit(AddCrosswalk {
                theme: theme.id.to_string(),
                other: said.other.id.to_string(),
                kind: Some(said.kind),
                reason: said.reason,
            });
            assert_eq!(again.id, said.id, "{} {} {}", theme.reference, said.kind, said.other.reference);
            crosswalks += 1;
        }
    }
    assert!(links > 30 && crosswalks > 0, "{links} links and {crosswalks} crosswalks");
    work.is_sound();
}

#[test]
fn what_is_not_for_export_stays_so() {
    let work = five();
    let mark = |item: &str, private| SetPrivate {
        item: item.into(),
        private,
        reason: private.then(|| "Said in confidence.".to_owned()),
    };
    work.commitment("R 5a", "DPO", "2025-12-31");
    work.edit(mark("R 5a", true));
    // A join would let out what hangs on the part.
    no(&work, JoinParts { recommendation: "R 5".into() }, "private");
    no(&work, JoinParts { recommendation: "R 5a".into() }, "private");
    // The successor is as private as what it follows, by itself or by its source.
    let carry = |said: &str, source: &str| CarryForward {
        recommendation: vec![said.into()],
        source: Some(source.into()),
        reason: "A new plan.".into(),
        ..CarryForward::default()
    };
    work.source("S");
    let new = work.edit(carry("R 5a", "S")).opened.remove(0).reference;
    assert_eq!(page(&work, &new).private_why.as_deref(), Some("Said in confidence."));
    work.edit(mark("R", true));
    let new = work.edit(carry("R 1", "S")).opened.remove(0).reference;
    assert!(page(&work, &new).private);
    // Where the whole is kept out too, they are joined.
    work.edit(mark("R", false));
    work.edit(mark("R 5", true));
    work.edit(JoinParts { recommendation: "R 5".into() });
    work.is_sound();
}
