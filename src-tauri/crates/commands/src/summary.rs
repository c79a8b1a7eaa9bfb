//! The status summary: asks the store for counts and commitments, and hands them to `report`, which makes the document.
//!
//! Does not decide how a document looks.

use crate::desk::{Desk, Output};
use crate::door::{Act, At, command};
use crate::files::{Written, write_whole, written};
use followthrough_model::vocabulary::ListKind;
use followthrough_model::{Kind, Status};
use followthrough_report::{
    Cite, Count, Covers, Fact, Figures, Format, Group, Head, Line, Lines, SourceLine, Which, Word, Words,
};
use followthrough_store::read::summary::{Having, Scope, Section, SummaryRow, Tally};
use followthrough_store::{Error, Job, Reader, Result};
use std::path::Path;
use std::sync::Arc;

command! {
    /// Writes the status summary: where the commitments stand, what is overdue and what was last said, with its evidence.
    pub struct Summary {
        /// html, md, csv, xlsx or json.
        #[cfg_attr(feature = "clap", arg(long, value_parser = ["html", "md", "csv", "xlsx", "json"]))]
        pub format: String,
        /// The file to write.
        #[cfg_attr(feature = "clap", arg(long))]
        pub output: Output,
        /// Only the commitments whose main recommendation is of this source.
        #[cfg_attr(feature = "clap", arg(long))]
        pub source: Option<String>,
        /// Only the commitments of this lead.
        #[cfg_attr(feature = "clap", arg(long))]
        pub lead: Option<String>,
        /// Only the commitments that a filter finds, for example: lead:DPO status:open due<2024-01-01.
        #[cfg_attr(feature = "clap", arg(long))]
        pub filter: Option<String>,
    }
}

impl Act for Summary {
    type Reply = Written;
    fn run_until(self, desk: &Desk, at: &At, job: &Arc<Job>) -> Result<Written> {
        let format = Format::from_name(&self.format).ok_or_else(|| {
            Error::refuse("format", format!("There is no format “{}”. Use html, md, csv, xlsx or json.", self.format))
        })?;
        let path = desk.output(&self.output)?;
        let store = desk.store()?;
        let name = store.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let left_out = write_whole(&path, job, |out| {
            store.read_until(at.known, job, |r| {
                let of = |said: &Option<String>, kind| said.as_deref().map(|s| r.find(s, &[kind])).transpose();
                let (lead, source) = (of(&self.lead, Kind::Actor)?, of(&self.source, Kind::Source)?);
                let filter = self.filter.as_deref().map(|text| r.filter(text, ListKind::Commitments, at.today)).transpose()?;
                let scope = Scope {
                    as_of: at.as_of,
                    today: at.today,
                    lead: lead.map(|f| f.at.rid),
                    source: source.map(|f| f.at.rid),
                    filter: filter.as_ref(),
                };
                let head = head(r, &scope, &name)?;
                job.part(0..95, head.figures.total);
                let rows = StoredLines { reader: r, scope, having: r.summary_having()? };
                followthrough_report::write(format, &head, &rows, &Words::english(), out).map_err(|e| cannot_write(e, &path))?;
                Ok(head.left_out)
            })
        })?;
        written(path, left_out)
    }
}

fn cannot_write(error: followthrough_report::Error, path: &Path) -> Error {
    use followthrough_report::Error as Report;
    match error {
        Report::Write(e) => Error::writing(path, &e),
        Report::Lines(e) => match e.downcast::<Error>() {
            Ok(e) => *e,
            Err(e) => Error::Value(e.to_string()),
        },
        other => Error::Unwritable { path: path.to_owned(), why: other.to_string() },
    }
}

fn head(r: &Reader<'_>, scope: &Scope<'_>, name: &str) -> Result<Head> {
    let (tallies, left_out) = r.summary_tallies(scope)?;
    let cited = r.summary_sources(scope.source)?;
    let figures = figures(&tallies);
    let by_source = |short: &str| figures.by_source.iter().find(|g| g.short.as_deref() == Some(short));
    let sources: Vec<SourceLine> = cited
        .iter()
        .map(|s| SourceLine {
            short: s.short.clone(),
            title: s.title.clone(),
            publisher: s.publisher.clone(),
            symbol: s.symbol.clone(),
            published: s.published.clone(),
            standing: s.standing.map(|s| s.as_str().to_owned()).unwrap_or_default(),
            recommendations: s.recommendations,
            commitments: by_source(&s.short).map_or(0, |g| g.all),
            overdue: by_source(&s.short).map_or(0, |g| g.overdue),
        })
        .collect();
    Ok(Head {
        title: title(&sources),
        as_of: scope.as_of.to_string(),
        workspace: name.to_owned(),
        practice: false,
        covers: Covers {
            sources: cited.len() as u64,
            recommendations: cited.iter().map(|s| s.recommendations).sum(),
            parts: cited.iter().map(|s| s.parts).sum(),
            commitments: figures.total,
        },
        scope: limited_to(r, scope)?,
        drafted: tallies.iter().map(|t| t.drafted).sum(),
        left_out,
        figures,
        sources,
    })
}

/// Named after the source, where all commitments are of one.
fn title(sources: &[SourceLine]) -> String {
    let mut with = sources.iter().filter(|s| s.commitments > 0);
    match (with.next(), with.next()) {
        (Some(only), None) => format!("{}: where the commitments stand", only.title),
        _ => "Where the commitments stand".to_owned(),
    }
}

fn limited_to(r: &Reader<'_>, scope: &Scope<'_>) -> Result<Option<String>> {
    let source = scope.source.map(|rid| r.brief(rid)).transpose()?.map(|b| format!("the source {}", b.reference));
    let lead = scope.lead.map(|rid| r.brief(rid)).transpose()?.map(|b| format!("the lead {}", b.title));
    let filter = scope.filter.map(|filter| format!("the filter “{filter}”"));
    let parts: Vec<String> = [source, lead, filter].into_iter().flatten().collect();
    Ok((!parts.is_empty()).then(|| parts.join(" and ")))
}

fn figures(tallies: &[Tally]) -> Figures {
    let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).sum::<u64>();
    let in_status = |status: Status| tallies.iter().filter(|t| t.status == status).map(|t| t.n).sum::<u64>();
    Figures {
        total: sum(|t| t.n),
        overdue: sum(|t| t.overdue),
        due_90: sum(|t| t.due_soon),
        no_date: sum(|t| t.no_date),
        no_evidence: sum(|t| t.no_evidence),
        awaiting_verification: in_status(Status::ReportedImplemented),
        implemented: in_status(Status::Implemented),
        oldest_due: tallies.iter().filter_map(|t| t.oldest_overdue).min().map(|d| d.to_string()),
        by_status: by_status(tallies.iter()),
        by_lead: {
            let mut groups = groups(tallies, |t| (t.lead_name.clone(), t.lead_short.clone()));
            // Those who owe most first; without a lead last.
            groups.sort_by(|a, b| {
                (a.name.is_none(), std::cmp::Reverse(a.overdue), &a.name).cmp(&(
                    b.name.is_none(),
                    std::cmp::Reverse(b.overdue),
                    &b.name,
                ))
            });
            groups
        },
        by_source: groups(tallies, |t| (t.source.clone(), t.source.clone())),
    }
}

fn by_status<'a>(tallies: impl Iterator<Item = &'a Tally> + Clone) -> Vec<Count> {
    Status::ALL
        .iter()
        .map(|status| Count {
            status: status.as_str().to_owned(),
            n: tallies.clone().filter(|t| t.status == *status).map(|t| t.n).sum(),
        })
        .filter(|count| count.n > 0)
        .collect()
}

/// The counts under each name, in the order in which the names come.
fn groups(tallies: &[Tally], name: impl Fn(&Tally) -> (Option<String>, Option<String>)) -> Vec<Group> {
    /// Name and short name, and the counts under them.
    type Under<'a> = ((Option<String>, Option<String>), Vec<&'a Tally>);
    let mut found: Vec<Under<'_>> = Vec::new();
    for tally in tallies {
        let key = name(tally);
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, of)) => of.push(tally),
            None => found.push((key, vec![tally])),
        }
    }
    found
        .into_iter()
        .map(|((name, short), of)| Group {
            name,
            short,
            all: of.iter().map(|t| t.n).sum(),
            overdue: of.iter().map(|t| t.overdue).sum(),
            no_evidence: of.iter().map(|t| t.no_evidence).sum(),
            by_status: by_status(of.iter().copied()),
        })
        .collect()
}

/// The commitments of the workspace, one by one, out of one moment of it.
struct StoredLines<'a> {
    reader: &'a Reader<'a>,
    scope: Scope<'a>,
    having: Having,
}

impl Lines for StoredLines<'_> {
    fn each(
        &self,
        which: Which,
        f: &mut dyn FnMut(&Line) -> Result<(), followthrough_report::Error>,
    ) -> Result<(), followthrough_report::Error> {
        let section = match which {
            Which::Overdue => Section::Overdue,
            Which::Awaiting => Section::Awaiting,
            Which::Implemented => Section::Implemented,
            Which::DueSoon => Section::DueSoon,
            Which::All => Section::All,
        };
        self.reader
            .summary_rows::<Stop>(&self.scope, section, &self.having, &mut |row| {
                self.reader.job().step()?;
                f(&line(row)).map_err(Stop::Report)
            })
            .map_err(|stop| match stop {
                Stop::Report(e) => e,
                Stop::Store(e) => followthrough_report::Error::lines(e),
            })
    }
}

/// What stops the stream of commitments.
enum Stop {
    Store(Error),
    Report(followthrough_report::Error),
}

impl From<Error> for Stop {
    fn from(e: Error) -> Self {
        Self::Store(e)
    }
}

fn line(row: SummaryRow) -> Line {
    let (original_stated, original_due_by) = row.original.map_or((None, None), |(stated, due_by)| (Some(stated), due_by));
    let iso = |day: followthrough_model::Day| day.to_string();
    Line {
        commitment: row.reference,
        deliverable: row.deliverable,
        drafted: row.drafted,
        recommendation: row.recommendation,
        source: row.source,
        label: row.label,
        page: row.page,
        lead: row.lead,
        lead_short: row.lead_short,
        joint: row.partners,
        due_stated: row.due_stated,
        due_by: row.due_by.map(iso),
        original_stated,
        original_due_by: original_due_by.map(iso),
        slips: row.slips,
        slip_reason: row.slip_reason,
        days_overdue: row.days_overdue.map(i64::from),
        status: row.status.as_str().to_owned(),
        status_since: row.status_since.map(iso),
        caveat: row.caveat,
        further: facts(row.further),
        own_fields: facts(row.own_fields),
        last_update: row.word.map(|w| Word { day: iso(w.day), by: w.by, formal: w.formal, text: w.text }),
        evidence: row
            .evidence
            .into_iter()
            .map(|e| Cite {
                reference: e.reference,
                kind: e.kind.as_str().to_owned(),
                title: e.title,
                page: e.page,
                stance: e.stance.as_str().to_owned(),
                date: e.date.map(iso),
                independent: Some(e.independent),
                target: e.target,
            })
            .collect(),
    }
}

fn facts(facts: Vec<(String, String)>) -> Vec<Fact> {
    facts.into_iter().map(|(name, value)| Fact { name, value }).collect()
}
