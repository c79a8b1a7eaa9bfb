//! D6: Several frameworks at once: eight A4P themes, seven A4P+ priorities and two cross-cutting ones, the document's own topics.

use crate::desk::Work;
use followthrough_commands::*;

#[test]
fn d06_several_frameworks_at_once() {
    // The catalogue brings the frameworks of the field.
    let work = Work::new();
    work.edit(LoadCatalogue::default());
    let frameworks = work.ask(Themes::default()).frameworks;
    let of = |beginning: &str| {
        let found = frameworks.iter().find(|f| f.name.starts_with(beginning));
        found.unwrap_or_else(|| panic!("no framework “{beginning}”")).themes.len()
    };
    assert_eq!(of("Action for Peacekeeping:"), 8);
    assert_eq!(of("Action for Peacekeeping +:"), 9, "seven priorities and two cross-cutting ones");
    assert!(frameworks.iter().flat_map(|f| &f.themes).any(|t| t.items > 0), "items of the catalogue carry them");

    // The desk adds a framework of its own, and puts themes of several frameworks on one item.
    work.edit(AddFramework { name: "Our desk's topics".into() });
    work.edit(AddTheme { framework: "Our desk's topics".into(), name: "Water".into() });
    let waste = work.edit(AddTheme { framework: "Our desk's topics".into(), name: "Waste".into() });
    assert_eq!(waste.reference, "Our desk's topics: Waste");
    work.source("R");
    work.recommendation("R", "1");
    let plan = work.commitment("R 1", "DOS", "2026-01-31").reference;
    for theme in ["Water", "our desk's topics: waste", "Action for Peacekeeping: the eight themes: Partnerships"] {
        work.edit(TagItem { item: "R 1".into(), theme: theme.into() });
    }
    work.edit(TagItem { item: plan.clone(), theme: "Water".into() });
    let themes = |said: &str| match work.ask(Show { item: said.into() }) {
        ItemPage::Recommendation(page) => page.themes.into_iter().map(|t| t.name).collect::<Vec<_>>(),
        other => panic!("not a recommendation: {other:?}"),
    };
    assert_eq!(themes("R 1"), ["Partnerships", "Water", "Waste"]);
    let ours = || work.ask(Themes { framework: Some("Our desk's topics".into()) }).frameworks.remove(0).themes;
    let counts: Vec<(String, u32)> = ours().into_iter().map(|t| (t.name, t.items)).collect();
    assert_eq!(counts, [("Water".to_owned(), 2), ("Waste".to_owned(), 1)]);

    // Figures by theme, in each framework by itself: what carries two themes counts under both, and once in the total.
    let rolled = work.ask(Rollup { framework: Some("Our desk's topics".into()), source: Some("R".into()), theme: None });
    let lines: Vec<(&str, u32)> = rolled.themes.iter().map(|t| (t.name.as_str(), t.figures.recommendations)).collect();
    assert_eq!((lines, rolled.total.recommendations), (vec![("Water", 1), ("Waste", 1)], 1));

    // The total of a framework is of what carries its themes, not of the whole register.
    let field = frameworks.iter().find(|f| f.name.starts_with("Action for Peacekeeping +:")).expect("it is there");
    let total =
        |framework: &str| work.ask(Rollup { framework: Some(framework.into()), ..Rollup::default() }).total.recommendations;
    assert_eq!(total("Our desk's topics"), 1);
    assert!(total(&field.name) > 1 && total(&field.name) < work.ask(Rollup::default()).total.recommendations);

    // A theme twice on one item is one; a name twice in one framework is refused; in another framework it is another theme.
    let entry = work.last_entry();
    work.edit(TagItem { item: "R 1".into(), theme: "Water".into() });
    assert_eq!(work.last_entry(), entry);
    assert_eq!(work.refused(AddTheme { framework: "Our desk's topics".into(), name: "WATER".into() }).code, "taken");
    assert_eq!(work.refused(AddFramework { name: "our desk's topics".into() }).code, "taken");
    work.edit(AddTheme { framework: "Our desk's topics".into(), name: "Partnerships".into() });
    let problem = work.refused(TagItem { item: plan, theme: "Partnerships".into() });
    assert_eq!(problem.code, "ambiguous");
    assert!(problem.message.contains("Our desk's topics: Partnerships"), "{}", problem.message);

    // Renamed, taken off, deleted with what it was on, and restored.
    work.edit(EditTheme { theme: "Waste".into(), name: "Waste water".into() });
    work.edit(UntagItem { item: "R 1".into(), theme: "Water".into() });
    assert_eq!(themes("R 1"), ["Partnerships", "Waste water"]);
    work.edit(Delete { item: waste.id.to_string() });
    assert_eq!(themes("R 1"), ["Partnerships"]);
    work.edit(Restore { item: waste.id.to_string() });
    assert_eq!(themes("R 1"), ["Partnerships", "Waste water"]);
    assert!(work.cli(&["themes"]).out.contains("Waste water"));
    work.is_sound();
}
