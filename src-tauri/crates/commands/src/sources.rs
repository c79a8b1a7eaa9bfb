//! Entering and editing sources, and a source as it is read: its items with their states.

use crate::door::{At, Edit, Query, command};
use crate::lists::COMMITMENTS;
use crate::values::{About, Created, Take, create, find, line, patch, patch_word, refuse_taken, required_line, whole};
use followthrough_model::record::Source;
use followthrough_model::vocabulary::Standing;
use followthrough_model::{Kind, text};
use followthrough_store::read::outline::OutlineReply;
use followthrough_store::{Error, Reader, Result, Tx};

command! {
    /// Adds a source: a document that recommends or declares.
    pub struct AddSource {
        /// Short name, which begins the references of its recommendations (A4P+).
        #[cfg_attr(feature = "clap", arg(long))]
        pub short: String,
        /// Full title.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: String,
        /// Who published it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub publisher: Option<String>,
        /// Document symbol.
        #[cfg_attr(feature = "clap", arg(long))]
        pub symbol: Option<String>,
        /// When it was published: 2021, 2021-03 or 2021-03-25.
        #[cfg_attr(feature = "clap", arg(long))]
        pub published: Option<String>,
        /// Its language, as a code (en, fr, ar).
        #[cfg_attr(feature = "clap", arg(long))]
        pub language: Option<String>,
        /// What standing it has.
        #[cfg_attr(feature = "clap", arg(long))]
        pub standing: Option<Standing>,
        /// Months after which a word is due on its commitments.
        #[cfg_attr(feature = "clap", arg(long))]
        pub review_months: Option<u32>,
    }
}

impl Edit for AddSource {
    type Reply = Created;
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let short = required_line("short name", &self.short).about("short")?;
        refuse_taken(tx, &short, &[Kind::Source], None).about("short")?;
        let source = Source {
            short,
            title: required_line("title", &self.title).about("title")?,
            publisher: line(self.publisher.as_deref()).about("publisher")?,
            symbol: line(self.symbol.as_deref()).about("symbol")?,
            published: published(self.published.as_deref()).about("published")?,
            language: line(self.language.as_deref()).about("language")?,
            standing: self.standing,
            review_months: whole("number of months", self.review_months, 1, 120).about("review_months")?,
        };
        create(tx, &source)
    }
}

/// A date as precise as it is known.
fn published(said: Option<&str>) -> Result<Option<String>> {
    let Some(said) = line(said)? else { return Ok(None) };
    let whole = match said.len() {
        4 => format!("{said}-01-01"),
        7 => format!("{said}-01"),
        _ => said.clone(),
    };
    if followthrough_model::parse_day(&whole).is_err() {
        return Err(Error::refuse(
            "day",
            format!("“{}” is not a date of publication. Write 2021, 2021-03 or 2021-03-25.", text::brief(&said, 40)),
        ));
    }
    Ok(Some(said))
}

command! {
    /// Changes fields of a source. A field that is not given stays; none clears it.
    pub struct EditSource {
        /// Short name or id of the source.
        pub source: String,
        /// Short name.
        #[cfg_attr(feature = "clap", arg(long))]
        pub short: Option<String>,
        /// Full title.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// Who published it.
        #[cfg_attr(feature = "clap", arg(long))]
        pub publisher: Option<String>,
        /// Document symbol.
        #[cfg_attr(feature = "clap", arg(long))]
        pub symbol: Option<String>,
        /// When it was published: 2021, 2021-03 or 2021-03-25.
        #[cfg_attr(feature = "clap", arg(long))]
        pub published: Option<String>,
        /// Its language, as a code.
        #[cfg_attr(feature = "clap", arg(long))]
        pub language: Option<String>,
        /// What standing it has, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub standing: Option<String>,
        /// Months after which a word is due on its commitments, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub review_months: Option<String>,
    }
}

impl Edit for EditSource {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.source, Kind::Source).about("source")?;
        if let Some(short) = &self.short {
            refuse_taken(tx, short, &[Kind::Source], Some(at)).about("short")?;
        }
        if let Some(said) = self.published.as_deref().filter(|p| *p != crate::values::NONE) {
            published(Some(said))?;
        }
        patch(tx, at, Source::short, self.short.as_deref(), Take::Required("short name"))?;
        patch(tx, at, Source::title, self.title.as_deref(), Take::Required("title"))?;
        patch(tx, at, Source::publisher, self.publisher.as_deref(), Take::Line)?;
        patch(tx, at, Source::symbol, self.symbol.as_deref(), Take::Line)?;
        patch(tx, at, Source::published, self.published.as_deref(), Take::Line)?;
        patch(tx, at, Source::language, self.language.as_deref(), Take::Line)?;
        patch_word::<Standing>(tx, at, Source::standing, self.standing.as_deref(), true)?;
        patch(tx, at, Source::review_months, self.review_months.as_deref(), Take::Whole("number of months", 1, 120))?;
        Ok(())
    }
}

command! {
    /// The items of a source in its own order, each with its state: taken up or not, lead, due, evidence.
    pub struct Outline {
        /// Short name or id of the source.
        pub source: String,
        /// At most so many rows, parts counted; 1000 if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub limit: Option<u32>,
        /// After so many rows.
        #[cfg_attr(feature = "clap", arg(long))]
        pub offset: Option<u32>,
    }
}

impl Query for Outline {
    type Reply = OutlineReply;
    const READS: &'static [Kind] = COMMITMENTS;
    fn run(self, r: &Reader<'_>, at: &At) -> Result<OutlineReply> {
        let source = r.find(&self.source, &[Kind::Source])?.at.rid;
        r.outline(source, at.as_of, at.today, (self.limit.unwrap_or(1000), self.offset.unwrap_or(0)))
    }
}
