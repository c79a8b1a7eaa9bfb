//! From the files as they are written to the catalogue: each id is used once, each reference leads somewhere, and a part
//! has what it takes from its item.
//!
//! Does not stop at the first fault, so that whoever writes a catalogue sees all of them at once.

use super::{Actor, Addressee, Catalogue, Files, Framework, Item, Problem, Source, Theme, shape};
use followthrough_model::{Due, due::DueKind};
use std::collections::{HashMap, HashSet};

/// The catalogue and what is wrong with it; it is whole only if nothing is.
pub(super) fn build(files: &Files<'_>) -> (Catalogue, Vec<Problem>) {
    let mut problems = Vec::new();
    let actors: Option<shape::Actors> = kept(shape::shape(files.actors), &mut problems);
    let frameworks: Option<shape::Frameworks> = kept(shape::shape(files.frameworks), &mut problems);
    let documents: Vec<_> =
        files.sources.iter().filter_map(|file| Some((file.name, kept(shape::shape(*file), &mut problems)?))).collect();
    let (Some(actors), Some(frameworks), true) = (actors, frameworks, problems.is_empty()) else {
        return (Catalogue::default(), problems);
    };
    let mut builder = Builder {
        problems,
        used: HashSet::new(),
        actors: actors.actors.iter().map(|actor| actor.id.clone()).collect(),
        themes: frameworks.frameworks.iter().flat_map(|f| &f.themes).map(|theme| theme.id.clone()).collect(),
        actors_file: files.actors.name,
        frameworks_file: files.frameworks.name,
    };
    let catalogue = Catalogue {
        actors: builder.actors(actors.actors),
        frameworks: builder.frameworks(frameworks.frameworks),
        sources: builder.sources(documents),
        between: super::Between::default(),
    };
    (catalogue, builder.problems)
}

fn kept<T>(read: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

struct Builder<'a> {
    problems: Vec<Problem>,
    /// Ids met so far, of whatever noun.
    used: HashSet<String>,
    /// Ids of all actors.
    actors: HashSet<String>,
    /// Ids of all themes.
    themes: HashSet<String>,
    actors_file: &'a str,
    frameworks_file: &'a str,
}

/// Where a fault is told.
#[derive(Clone, Copy)]
struct At<'a> {
    file: &'a str,
    id: &'a str,
}

impl Builder<'_> {
    fn fault(&mut self, at: At<'_>, what: impl Into<String>) {
        self.problems.push(Problem::Content { file: at.file.to_owned(), id: at.id.to_owned(), what: what.into() });
    }

    fn refuse_if(&mut self, wrong: bool, at: At<'_>, what: impl FnOnce() -> String) {
        if wrong {
            self.fault(at, what());
        }
    }

    /// An id has to be `head/…`, in small letters, and new.
    fn id(&mut self, at: At<'_>, head: &str) {
        let tail = at.id.strip_prefix(head).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        let plain = !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b));
        self.refuse_if(!plain, at, || format!("has an id that is not {head}/ and then small letters, digits, “-” or “.”"));
        let new = self.used.insert(at.id.to_owned());
        self.refuse_if(!new, at, || "stands twice".to_owned());
    }

    /// Text that is given has to say something.
    fn texts(&mut self, at: At<'_>, texts: &[(&str, Option<&str>)]) {
        for (what, text) in texts {
            let blank = text.is_some_and(|text| text.trim().is_empty());
            self.refuse_if(blank, at, || format!("has an empty {what}"));
        }
    }

    fn actor(&mut self, at: At<'_>, how: &str, actor: &str) {
        let file = self.actors_file;
        self.refuse_if(!self.actors.contains(actor), at, || format!("{how} {actor}, which is not in {file}"));
    }

    fn actors(&mut self, shapes: Vec<shape::Actor>) -> Vec<Actor> {
        let file = self.actors_file;
        let mut owners: HashMap<String, String> = HashMap::new();
        let mut actors = Vec::with_capacity(shapes.len());
        for actor in shapes {
            let at = At { file, id: &actor.id };
            self.id(at, "actor");
            self.texts(at, &[("name", Some(&actor.name)), ("short name", actor.short.as_deref())]);
            for alias in &actor.aliases {
                self.texts(at, &[("alias", Some(alias))]);
            }
            for name in [&actor.name].into_iter().chain(&actor.short).chain(&actor.aliases) {
                let owner = owners.entry(name.to_lowercase()).or_insert_with(|| actor.id.clone());
                self.refuse_if(*owner != actor.id, at, || format!("has the name “{name}”, which is that of {owner}"));
            }
            if let Some(parent) = &actor.parent {
                self.actor(at, "belongs to", parent);
            }
            let successor = actor.successor.and_then(|successor| {
                self.actor(at, "is succeeded by", &successor.actor);
                let from = shape::day(&successor.from).map_err(|what| self.fault(at, what)).ok()?;
                Some((successor.actor, from))
            });
            actors.push(Actor {
                seed: actor.id,
                name: actor.name,
                short: actor.short,
                kind: actor.kind,
                level: actor.level,
                parent: actor.parent,
                aliases: actor.aliases,
                successor,
            });
        }
        self.circles(&actors);
        self.in_order(actors)
    }

    /// No actor may come to be its own successor.
    fn circles(&mut self, actors: &[Actor]) {
        let next: HashMap<&str, &str> =
            actors.iter().filter_map(|a| Some((a.seed.as_str(), a.successor.as_ref()?.0.as_str()))).collect();
        for actor in actors {
            let mut line = std::iter::successors(next.get(actor.seed.as_str()), |seed| next.get(*seed)).take(actors.len());
            let back = line.any(|seed| *seed == actor.seed);
            self.refuse_if(back, At { file: self.actors_file, id: &actor.seed }, || "comes to be its own successor".to_owned());
        }
    }

    /// Parents first, and successors as far as that allows; else as in the file.
    fn in_order(&mut self, mut rest: Vec<Actor>) -> Vec<Actor> {
        let mut placed: HashSet<String> = HashSet::new();
        let mut ordered = Vec::with_capacity(rest.len());
        while !rest.is_empty() {
            // What is not in the file has been told already, and must not hold up the others.
            let there = |seed: &str| placed.contains(seed) || !self.actors.contains(seed);
            let below = |actor: &Actor| actor.parent.as_deref().is_none_or(there);
            let after = |actor: &Actor| actor.successor.as_ref().is_none_or(|(seed, _)| there(seed));
            let next = rest.iter().position(|a| below(a) && after(a)).or_else(|| rest.iter().position(below));
            let Some(next) = next else { break };
            let actor = rest.remove(next);
            placed.insert(actor.seed.clone());
            ordered.push(actor);
        }
        for actor in &rest {
            self.fault(At { file: self.actors_file, id: &actor.seed }, "has no top: its line of parents runs in a circle");
        }
        ordered.extend(rest);
        ordered
    }

    fn frameworks(&mut self, shapes: Vec<shape::Framework>) -> Vec<Framework> {
        let file = self.frameworks_file;
        let mut frameworks = Vec::with_capacity(shapes.len());
        for framework in shapes {
            let at = At { file, id: &framework.id };
            self.id(at, "framework");
            self.texts(at, &[("name", Some(&framework.name))]);
            let head = framework.id.replacen("framework", "theme", 1);
            let mut themes = Vec::with_capacity(framework.themes.len());
            for theme in framework.themes {
                let at = At { file, id: &theme.id };
                self.id(at, &head);
                self.texts(at, &[("name", Some(&theme.name)), ("short name", theme.short.as_deref())]);
                themes.push(Theme { seed: theme.id, name: theme.name });
            }
            frameworks.push(Framework { seed: framework.id, name: framework.name, themes });
        }
        frameworks
    }

    fn sources(&mut self, documents: Vec<(&str, shape::Document)>) -> Vec<Source> {
        let mut shorts = HashSet::new();
        let mut sources = Vec::with_capacity(documents.len());
        for (file, shape::Document { source, items, .. }) in documents {
            let at = At { file, id: &source.id };
            self.id(at, "source");
            let (_, stem) = source.id.split_once('/').unwrap_or_default();
            self.refuse_if(file.strip_suffix(".json") != Some(stem), at, || "is not what its file is named after".to_owned());
            let texts = [
                ("short name", source.short.as_str()),
                ("title", &source.title),
                ("publisher", &source.publisher),
                ("language", &source.language),
            ];
            self.texts(at, &texts.map(|(what, text)| (what, Some(text))));
            self.texts(at, &[("symbol", source.symbol.as_deref())]);
            let new = shorts.insert(source.short.clone());
            self.refuse_if(!new, at, || format!("has the short name of another source, {}", source.short));
            self.refuse_if(!is_date(&source.date), at, || format!("says “{}” where a date must stand", source.date));
            let sum = source.text.sha256.len() == 64 && source.text.sha256.bytes().all(|b| b"0123456789abcdef".contains(&b));
            self.refuse_if(!sum, at, || "has a text whose SHA-256 is not 64 hexadecimal digits".to_owned());
            self.refuse_if(items.is_empty(), at, || "has no items".to_owned());
            // Where the text does not end its last line, the count of newlines is one less than its lines.
            let last_line = i64::from(source.text.lines.get()) + 1;
            let mut within = Within { file, stem, last_line, labels: HashSet::new() };
            let items = items.into_iter().map(|item| self.item(&mut within, item)).collect();
            sources.push(Source {
                seed: source.id,
                short: source.short,
                title: source.title,
                publisher: source.publisher,
                symbol: source.symbol,
                published: source.date,
                language: source.language,
                standing: source.standing,
                items,
            });
        }
        sources
    }

    fn item(&mut self, within: &mut Within<'_>, shape: shape::Item) -> Item {
        let at = At { file: within.file, id: &shape.id };
        let texts = [("section", shape.section.as_deref()), ("heading", shape.heading.as_deref())];
        self.texts(at, &texts);
        let remarks = (&shape.contested, &shape.note);
        let (line, line_end) = self.line(within, at, shape.label.as_deref(), &shape.summary, &shape.place, remarks);
        let callers = self.actors_of(at, "is called for by", shape.callers);
        let addressees = self.actors_of(at, "addresses", shape.addressees);
        self.theme_list(at, &shape.themes);
        let (due, event) = self.due(at, shape.due);
        let mut item = Item {
            label: shape.label,
            section: shape.section,
            page: shape.place.page,
            line,
            line_end,
            heading: shape.heading,
            text: shape.summary,
            force: shape.force,
            contested: shape.contested,
            aim: shape.aim,
            note: shape.note,
            callers,
            addressees,
            themes: shape.themes,
            due,
            event,
            parts: Vec::new(),
            seed: shape.id,
        };
        item.parts = shape.parts.into_iter().map(|part| self.part(within, &item, part)).collect();
        item
    }

    /// A key that the part does not have is its item's; one that it has replaces the item's whole.
    fn part(&mut self, within: &mut Within<'_>, of: &Item, shape: shape::Part) -> Item {
        let at = At { file: within.file, id: &shape.id };
        let tail = shape.id.strip_prefix(&of.seed).filter(|tail| tail.starts_with(|c: char| c == '.' || c.is_ascii_lowercase()));
        self.refuse_if(tail.is_none(), at, || format!("is a part of {}, but its id does not continue that id", of.seed));
        let remarks = (&shape.contested.clone().flatten(), &shape.note);
        let (line, line_end) = self.line(within, at, shape.label.as_deref(), &shape.summary, &shape.place, remarks);
        let outside = line < of.line || line_end > of.line_end;
        self.refuse_if(outside, at, || format!("stands outside the lines of its item, {} to {}", of.line, of.line_end));
        let callers = shape.callers.map_or_else(|| of.callers.clone(), |own| self.actors_of(at, "is called for by", own));
        let addressees = shape.addressees.map_or_else(|| of.addressees.clone(), |own| self.actors_of(at, "addresses", own));
        let themes = shape.themes.inspect(|own| self.theme_list(at, own)).unwrap_or_else(|| of.themes.clone());
        let (due, event) = shape.due.map_or_else(|| (of.due.clone(), of.event.clone()), |own| self.due(at, own));
        Item {
            label: shape.label,
            section: of.section.clone(),
            page: shape.place.page,
            line,
            line_end,
            heading: None,
            text: shape.summary,
            force: shape.force.unwrap_or(of.force),
            contested: shape.contested.unwrap_or_else(|| of.contested.clone()),
            aim: shape.aim.or(of.aim),
            note: shape.note,
            callers,
            addressees,
            themes,
            due,
            event,
            parts: Vec::new(),
            seed: shape.id,
        }
    }

    /// Checks what an item and a part have alike; gives the lines of the place.
    fn line(
        &mut self,
        within: &mut Within<'_>,
        at: At<'_>,
        label: Option<&str>,
        summary: &str,
        place: &shape::Place,
        (contested, note): (&Option<String>, &Option<String>),
    ) -> (i64, i64) {
        self.id(at, within.stem);
        let texts = [("label", label), ("summary", Some(summary)), ("page", place.page.as_deref())];
        self.texts(at, &texts);
        self.texts(at, &[("word on why it is contested", contested.as_deref()), ("note", note.as_deref())]);
        if let Some(label) = label {
            let new = within.labels.insert(label.to_owned());
            self.refuse_if(!new, at, || format!("has the label of another item of its source, {label}"));
        }
        let (line, end, last) = (i64::from(place.line.get()), i64::from(place.line_end.get()), within.last_line);
        self.refuse_if(end < line, at, || format!("ends on line {end}, before it begins on line {line}"));
        self.refuse_if(end > last, at, || format!("ends on line {end}, but its text has no more than {last}"));
        (line, end)
    }

    /// Actors that stand to an item as `how` says, none of them twice.
    fn actors_of(&mut self, at: At<'_>, how: &str, shapes: Vec<shape::Addressee>) -> Vec<Addressee> {
        let mut met = HashSet::new();
        for asked in &shapes {
            self.actor(at, how, &asked.actor);
            self.refuse_if(!met.insert(asked.actor.as_str()), at, || format!("{how} {} twice", asked.actor));
        }
        shapes.into_iter().map(|asked| Addressee { actor: asked.actor, named: asked.named }).collect()
    }

    fn theme_list(&mut self, at: At<'_>, themes: &[String]) {
        let mut met = HashSet::new();
        for theme in themes {
            let file = self.frameworks_file;
            self.refuse_if(!self.themes.contains(theme), at, || format!("has the theme {theme}, which is not in {file}"));
            self.refuse_if(!met.insert(theme), at, || format!("has the theme {theme} twice"));
        }
    }

    fn due(&mut self, at: At<'_>, shape: shape::Due) -> (Due, Option<String>) {
        shape.said().unwrap_or_else(|what| {
            self.fault(at, what);
            (Due::words_only(DueKind::None, ""), None)
        })
    }
}

/// The source whose items are being read.
struct Within<'a> {
    file: &'a str,
    /// Second half of its id, first half of theirs.
    stem: &'a str,
    last_line: i64,
    /// Labels met so far.
    labels: HashSet<String>,
}

/// ISO, to the year, the month or the day.
fn is_date(text: &str) -> bool {
    let rest = match text.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    text.starts_with(|c: char| c.is_ascii_digit()) && followthrough_model::parse_day(&format!("{text}{rest}")).is_ok()
}
