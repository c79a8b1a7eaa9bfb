//! Which column of a pasted table is which: as the user says, by the words of the heading, or by what stands in the cells.
//!
//! Does not read the cells' values further than that.

use super::table::Table;
use super::{Told, status};
use followthrough_model::{Refusal, due_words, text};
use std::collections::BTreeSet;
use std::str::FromStr;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Reference,
    Text,
    Responsible,
    Deadline,
    Status,
}

const ALL: [Column; 5] = [Column::Reference, Column::Text, Column::Responsible, Column::Deadline, Column::Status];

impl Column {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Text => "text",
            Self::Responsible => "responsible",
            Self::Deadline => "deadline",
            Self::Status => "status",
        }
    }

    /// Words of headings; the first ones say it best.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &[
                "reference",
                "ref",
                "id",
                "no",
                "nr",
                "n",
                "number",
                "numero",
                "num",
                "item",
                "paragraph",
                "para",
                "paragraphe",
                "code",
                "serial",
            ],
            Self::Text => &[
                "recommendation",
                "recommendations",
                "recommandation",
                "recommandations",
                "text",
                "texte",
                "commitment",
                "commitments",
                "engagement",
                "engagements",
                "action",
                "actions",
                "measure",
                "measures",
                "mesure",
                "mesures",
                "description",
                "activity",
                "activite",
                "activities",
                "deliverable",
                "what",
                "libelle",
                "intitule",
            ],
            Self::Responsible => &[
                "responsible",
                "responsable",
                "responsables",
                "responsibility",
                "responsabilite",
                "lead",
                "owner",
                "accountable",
                "pilote",
                "porteur",
                "assigned",
                "addressee",
                "addressees",
                "destinataire",
                "entity",
                "entite",
                "actor",
                "actors",
                "acteur",
                "acteurs",
                "department",
                "departement",
                "service",
                "unit",
                "who",
                "qui",
                "focal",
            ],
            Self::Deadline => &[
                "deadline",
                "due",
                "echeance",
                "delai",
                "timeline",
                "timeframe",
                "when",
                "quand",
                "calendrier",
                "date",
                "target",
                "completion",
            ],
            Self::Status => &["status", "statut", "state", "etat", "progress", "avancement"],
        }
    }
}

impl FromStr for Column {
    type Err = Refusal;
    fn from_str(said: &str) -> Result<Self, Refusal> {
        ALL.into_iter().find(|c| c.name() == said.trim().to_lowercase()).ok_or_else(|| {
            Refusal::new(
                "column",
                format!(
                    "“{}” is no kind of column. Use reference, text, responsible, deadline, status, or - for one that is none of these.",
                    text::brief(said, 40)
                ),
            )
        })
    }
}

/// Lower case, without marks and punctuation: `N°`, `Échéance :` are `n` and `echeance`.
pub(super) fn plain(words: &str) -> String {
    let folded = text::index_words(&words.replace(['œ', 'Œ'], "oe")).to_lowercase();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was told of the columns, and the first row that is not the heading.
pub(super) struct Columns {
    pub columns: Vec<Told>,
    pub first: usize,
}

pub(super) fn tell(table: &Table, said: Option<&[Option<Column>]>) -> Result<Columns, Refusal> {
    /// A heading stands among the first rows, below a title at most.
    const HEADING_WITHIN: usize = 5;
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(table.width);
    let heading = table.rows.iter().take(HEADING_WITHIN).position(|row| by_heading(&row.cells).iter().flatten().count() >= 2);
    let first = heading.map_or(0, |at| at + 1);
    let cells = heading.map(|at| &table.rows[at].cells);
    let is: Vec<Option<Column>> = match (said, cells) {
        (Some(said), _) => said_by_user(said, width)?,
        (None, Some(cells)) => by_heading(cells),
        (None, None) => by_content(table, width),
    };
    if !is.contains(&Some(Column::Text)) {
        return Err(Refusal::new(
            "columns",
            "The columns cannot be told: none reads as the text of recommendations. Put a first row above with headings such as Reference, Recommendation, Responsible, Deadline, Status, or say which column is which.",
        ));
    }
    let columns = (0..width)
        .map(|at| Told { heading: cells.and_then(|cells| text::line(cells.get(at)?)), is: is.get(at).copied().flatten() })
        .collect();
    Ok(Columns { columns, first })
}

fn said_by_user(said: &[Option<Column>], width: usize) -> Result<Vec<Option<Column>>, Refusal> {
    if said.len() > width {
        return Err(Refusal::new(
            "columns",
            format!(
                "You named {} columns, and the table has {width}. Name one for each, - for one that is none of these.",
                said.len()
            ),
        ));
    }
    for column in ALL {
        if said.iter().flatten().filter(|c| **c == column).count() > 1 {
            return Err(Refusal::new("columns", format!("You named two columns as {}. Name one.", column.name())));
        }
    }
    Ok(said.to_vec())
}

/// What each heading says; each kind of column once, where it is said best.
fn by_heading(cells: &[String]) -> Vec<Option<Column>> {
    let mut told = vec![None; cells.len()];
    let mut scores: Vec<(usize, usize, Column)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let plain = plain(cell);
        let words: Vec<&str> = plain.split(' ').filter(|w| !w.is_empty()).collect();
        // A heading is short; comments and what was done are neither text nor status.
        if words.is_empty() || words.len() > 8 || words.iter().any(|w| REMARKS.contains(w)) {
            continue;
        }
        for column in ALL {
            let score = score(column, &words);
            if score > 0 {
                scores.push((score, at, column));
            }
        }
    }
    scores.sort_by_key(|(score, at, _)| (std::cmp::Reverse(*score), *at));
    for (_, at, column) in scores {
        if told[at].is_none() && !told.contains(&Some(column)) {
            told[at] = Some(column);
        }
    }
    told
}

const REMARKS: [&str; 10] =
    ["comment", "comments", "commentaire", "commentaires", "remarks", "remarques", "taken", "observations", "notes", "update"];

/// How well the words of a heading say a column.
fn score(column: Column, words: &[&str]) -> usize {
    let known = column.words();
    let says = |word: &&&str| known.contains(*word);
    let Some(at) = words.iter().position(|w| known.contains(w)) else { return 0 };
    let numbered = column == Column::Reference && words.last().as_ref().is_some_and(says);
    match (words.len(), at) {
        (1, _) => 100,
        _ if numbered => 90,
        // “Status of the recommendation”, “Responsible for the action”, “Implementation status”.
        _ if matches!(column, Column::Status | Column::Responsible) => 80 - at.min(9),
        (_, 0) if column == Column::Text => 60,
        _ if column == Column::Deadline => 70 - at.min(9),
        _ => 50 - at.min(9),
    }
}

/// What each column seems to hold, where there is no heading.
fn by_content(table: &Table, width: usize) -> Vec<Option<Column>> {
    let mut told = vec![None; width];
    let columns: Vec<Vec<&str>> = (0..width)
        .map(|at| table.rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str).filter(|c| !c.is_empty()).collect())
        .collect();
    let share = |at: usize, holds: &dyn Fn(&str) -> bool| {
        let cells = &columns[at];
        if cells.is_empty() { 0 } else { cells.iter().filter(|c| holds(c)).count() * 100 / cells.len() }
    };
    let length = |at: usize| columns[at].iter().map(|c| c.chars().count()).sum::<usize>() / columns[at].len().max(1);
    let best = |told: &[Option<Column>], least: usize, of: &dyn Fn(usize) -> usize| {
        (0..width)
            .filter(|at| told[*at].is_none())
            .map(|at| (of(at), at))
            .filter(|(n, _)| *n >= least)
            .max_by_key(|(n, at)| (*n, std::cmp::Reverse(*at)))
    };
    let mut take = |column, least, of: &dyn Fn(usize) -> usize| {
        if let Some((_, at)) = best(&told, least, of) {
            told[at] = Some(column);
        }
    };
    // Sentences: the longest column whose cells are several words.
    take(Column::Text, 20, &|at| if share(at, &|c| c.split_whitespace().count() >= 4) >= 60 { length(at) } else { 0 });
    take(Column::Deadline, 60, &|at| share(at, &|c| due_words::read(c).is_ok_and(|due| due.from.is_some() || due.to.is_some())));
    take(Column::Status, 60, &|at| share(at, &|c| c.chars().count() <= 60 && status::read(c).is_some()));
    take(Column::Reference, 80, &|at| {
        let distinct = columns[at].iter().collect::<BTreeSet<_>>().len() * 100 / columns[at].len().max(1);
        distinct.min(share(at, &|c| c.chars().count() <= 24 && c.chars().any(|c| c.is_ascii_digit())))
    });
    take(Column::Responsible, 80, &|at| share(at, &|c| c.chars().count() <= 120 && c.chars().any(char::is_uppercase)));
    told
}
