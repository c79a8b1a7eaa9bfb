//! D7: A crosswalk when one framework succeeds another, without rewriting the older items.

use crate::desk::Work;
use followthrough_commands::*;
use followthrough_model::vocabulary::CrosswalkKind;

fn crosswalk(theme: &str, other: &str, kind: CrosswalkKind) -> AddCrosswalk {
    AddCrosswalk { theme: theme.into(), other: other.into(), kind: Some(kind), reason: format!("{other} speaks of {theme} too.") }
}

#[test]
fn d07_a_crosswalk_leaves_the_older_items_as_they_are() {
    // An older framework with items, and the one that succeeds it.
    let work = Work::new();
    for (framework, themes) in [("Old plan", ["Protection", "Conduct"]), ("New plan", ["People first", "Good conduct"])] {
        work.edit(AddFramework { name: framework.into() });
        for theme in themes {
            work.edit(AddTheme { framework: framework.into(), name: theme.into() });
        }
    }
    work.source("R");
    for (label, theme) in [("1", "Protection"), ("2", "Protection"), ("3", "Conduct"), ("4", "People first")] {
        work.recommendation("R", label);
        work.edit(TagItem { item: format!("R {label}"), theme: theme.into() });
    }
    let theme = |name: &str| {
        let all = work.ask(Themes::default()).frameworks.into_iter().flat_map(|f| f.themes);
        all.into_iter().find(|t| t.name == name).unwrap_or_else(|| panic!("no theme {name}"))
    };
    let history = |item: &str| work.ask(History { item: item.into(), limit: None }).len();
    assert_eq!((theme("People first").items, theme("People first").through), (1, 1));
    let before = history("R 1");

    // The crosswalk says how the themes stand to each other, with its reason; the older items are found under the new theme.
    let made = work.edit(crosswalk("Protection", "People first", CrosswalkKind::Subset));
    work.edit(crosswalk("Good conduct", "Conduct", CrosswalkKind::Equal));
    assert_eq!((theme("People first").items, theme("People first").through), (1, 3));
    assert_eq!((theme("Protection").items, theme("Protection").through), (2, 2), "a part does not take in the whole");
    assert_eq!((theme("Good conduct").through, theme("Conduct").through), (1, 1), "equal leads both ways");
    let people = work.ask(Rollup { theme: Some("People first".into()), ..Rollup::default() }).total;
    assert_eq!((people.recommendations, people.states.not_taken_up), (3, 3));

    // It is read from both sides, and the older items themselves were not touched.
    let (old, new) = (theme("Protection"), theme("People first"));
    assert_eq!((old.crosswalks[0].kind, old.crosswalks[0].forward), (CrosswalkKind::Subset, true));
    assert_eq!((new.crosswalks[0].kind, new.crosswalks[0].forward), (CrosswalkKind::Superset, false));
    assert_eq!(new.crosswalks[0].other.reference, "Old plan: Protection");
    assert_eq!(new.crosswalks[0].reason, "People first speaks of Protection too.");
    assert_eq!(history("R 1"), before);
    let ItemPage::Recommendation(page) = work.ask(Show { item: "R 1".into() }) else { panic!("a recommendation") };
    let carried: Vec<&str> = page.themes.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(carried, ["Protection"]);

    // What would close a circle or contradict is refused, and nothing changes.
    work.edit(AddFramework { name: "Third plan".into() });
    work.edit(AddTheme { framework: "Third plan".into(), name: "Safety".into() });
    work.edit(crosswalk("People first", "Safety", CrosswalkKind::Subset));
    let entry = work.last_entry();
    assert_eq!(work.refused(crosswalk("Safety", "Protection", CrosswalkKind::Subset)).code, "circle");
    assert_eq!(work.refused(crosswalk("Safety", "Protection", CrosswalkKind::Equal)).code, "circle");
    assert_eq!(work.refused(crosswalk("People first", "Protection", CrosswalkKind::Subset)).code, "taken");
    assert_eq!(work.refused(crosswalk("Safety", "Safety", CrosswalkKind::Equal)).code, "circle");
    assert_eq!(work.refused(crosswalk("Protection", "Conduct", CrosswalkKind::Overlaps)).code, "same_framework");
    assert_eq!(work.last_entry(), entry);
    assert_eq!(theme("Safety").through, 3, "through two steps");

    // Taken away, it no longer leads anywhere; restored, it does.
    work.edit(Delete { item: made.id.to_string() });
    assert_eq!((theme("People first").through, theme("Safety").through), (1, 1));
    work.edit(Restore { item: made.id.to_string() });
    assert_eq!(theme("Safety").through, 3);
    let printed = work.cli(&["themes", "--framework", "New plan"]).out;
    assert!(printed.contains("superset Old plan: Protection"), "{printed}");
    work.is_sound();
}
