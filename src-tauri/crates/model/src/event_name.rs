//! Which event words mean: “the next ministerial” is the Peacekeeping Ministerial, if that is the only one.
//!
//! Does not choose between several; the officer does.

/// Words that do not tell one event from another.
const PLAIN: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "on",
    "in",
    "at",
    "for",
    "and",
    "to",
    "this",
    "that",
    "next",
    "coming",
    "upcoming",
    "forthcoming",
    "following",
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "de",
    "du",
    "des",
    "d",
    "et",
    "sur",
    "à",
    "au",
    "aux",
    "ce",
    "cette",
    "prochain",
    "prochaine",
    "prochains",
    "prochaines",
];

fn telling(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !PLAIN.contains(word));
    words.map(str::to_owned).collect()
}

/// The names among `names` that `said` can mean, by their places: those that have all its telling words. Where one has
/// no others besides them, it alone is meant.
pub fn meant<'n>(said: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<usize> {
    let said = telling(said);
    if said.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut whole = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        let name = telling(name);
        if said.iter().all(|word| name.contains(word)) {
            found.push(at);
            if name.iter().all(|word| said.contains(word)) {
                whole.push(at);
            }
        }
    }
    if whole.is_empty() { found } else { whole }
}

#[cfg(test)]
mod tests {
    #[test]
    fn which_is_meant() {
        const NAMES: [&str; 4] = [
            "Peacekeeping Ministerial 2021, Seoul",
            "Mandate renewal of UNMISS",
            "Mandate renewal of MINUSCA",
            "Mandate renewal",
        ];
        let check = |said: &str, expect: &[usize]| assert_eq!(super::meant(said, NAMES), expect, "{said}");
        check("the next ministerial", &[0]);
        check("Peacekeeping Ministerial 2021, Seoul", &[0]);
        check("la prochaine ministerial", &[0]);
        check("the mandate renewal of UNMISS", &[1]);
        check("the renewal", &[1, 2, 3]);
        check("the mandate renewal", &[3]);
        check("the summit", &[]);
        check("the next", &[]);
    }
}
