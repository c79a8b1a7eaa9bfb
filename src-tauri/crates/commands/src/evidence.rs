//! Evidence: entered once, used on many items.

use crate::desk::Input;
use crate::door::{Edit, command};
use crate::values::{About, Created, Take, day, find, line, patch, patch_word};
use followthrough_model::record::{Evidence, EvidenceUse};
use followthrough_model::vocabulary::{EvidenceKind, ResultLevel, Stance};
use followthrough_model::{Kind, Ref, text};
use followthrough_store::{Error, Result, Tx};

command! {
    /// Attaches evidence to a commitment, an update or a recommendation: a file, a link, a document symbol, a mechanism that exists already or a note.
    pub struct AddEvidence {
        /// Reference or id of the item.
        pub item: String,
        /// A file.
        #[cfg_attr(feature = "clap", arg(long))]
        pub file: Option<Input>,
        /// The address of a page.
        #[cfg_attr(feature = "clap", arg(long))]
        pub link: Option<String>,
        /// The symbol of a document (S/2024/123).
        #[cfg_attr(feature = "clap", arg(long))]
        pub symbol: Option<String>,
        /// A system of reporting or assessment that exists already, by its name (CPAS): it is cited, not typed in again. Say the period in page.
        #[cfg_attr(feature = "clap", arg(long))]
        pub mechanism: Option<String>,
        /// Words of your own: a telephone call, a meeting.
        #[cfg_attr(feature = "clap", arg(long))]
        pub note: Option<String>,
        /// Title; the file's name, address, symbol or first words if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// The day that it speaks of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub date: Option<String>,
        /// The page.
        #[cfg_attr(feature = "clap", arg(long))]
        pub page: Option<String>,
        /// What it says of the item; supports if not given.
        #[cfg_attr(feature = "clap", arg(long))]
        pub stance: Option<Stance>,
        /// The level of result that it speaks of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<ResultLevel>,
        /// It comes from somebody else than the actor who reports.
        #[cfg_attr(feature = "clap", arg(long))]
        #[ts(as = "Option<bool>")]
        #[serde(default)]
        pub independent: bool,
    }
}

impl Edit for AddEvidence {
    type Reply = Created;
    fn file(&self) -> Option<&Input> {
        self.file.as_ref()
    }
    fn run(self, tx: &mut Tx<'_>) -> Result<Created> {
        let of = evidence_item(tx, &self.item)?;
        let what = Attach {
            file: self.file.is_some(),
            link: self.link,
            symbol: self.symbol,
            mechanism: self.mechanism,
            note: self.note,
            title: self.title,
            date: self.date,
            page: self.page,
            stance: self.stance,
            level: self.level,
            independent: self.independent,
        };
        let evidence = attach(tx, of, what)?;
        Created::of(tx, evidence)
    }
}

/// The item that evidence may hang on. A label that only one commitment answers still means the recommendation.
fn evidence_item(tx: &Tx<'_>, said: &str) -> Result<Ref> {
    Ok(tx.reader().find(said, &[Kind::Commitment, Kind::Update, Kind::Recommendation])?.at)
}

/// What is attached, as it was typed.
pub(crate) struct Attach {
    pub file: bool,
    pub link: Option<String>,
    pub symbol: Option<String>,
    pub mechanism: Option<String>,
    pub note: Option<String>,
    pub title: Option<String>,
    pub date: Option<String>,
    pub page: Option<String>,
    pub stance: Option<Stance>,
    pub level: Option<ResultLevel>,
    pub independent: bool,
}

/// Ties evidence to an item; what is in the workspace already is used again. Answers the evidence.
pub(crate) fn attach(tx: &mut Tx<'_>, of: Ref, what: Attach) -> Result<Ref> {
    let words = [&what.link, &what.symbol, &what.mechanism, &what.note];
    let given = usize::from(what.file) + words.iter().filter(|w| w.is_some()).count();
    if given != 1 {
        return Err(Error::refuse("evidence", "Give one of these: a file, a link, a document symbol, a mechanism or a note."));
    }
    if what.mechanism.is_some() && (what.date.is_some() || what.title.is_some()) {
        return Err(Error::refuse(
            "mechanism",
            "A mechanism goes by its name and speaks of many periods: give neither title nor date, and say the period in page.",
        ));
    }
    let speaks_of = day(what.date.as_deref()).about("date")?;
    let (kind, target, sha256, called) = if what.file {
        let staged = tx.take_staged().ok_or_else(|| Error::refuse("evidence", "The file did not arrive. Choose it again."))?;
        let name = staged.name.clone();
        (EvidenceKind::File, None, Some(tx.adopt(staged)?), name)
    } else if let Some(link) = &what.link {
        let link = address(link)?;
        (EvidenceKind::Link, Some(link.clone()), None, link)
    } else if let Some(symbol) = &what.symbol {
        let symbol = crate::values::required_line("document symbol", symbol)?;
        (EvidenceKind::Symbol, Some(symbol.clone()), None, symbol)
    } else if let Some(mechanism) = &what.mechanism {
        (EvidenceKind::Mechanism, None, None, crate::values::required_line("mechanism", mechanism)?)
    } else {
        let note = text::required("note", what.note.as_deref().unwrap_or_default())?;
        let called = text::brief(&note, 80);
        (EvidenceKind::Note, Some(note), None, called)
    };
    let known = match (&sha256, &target) {
        (Some(sha256), _) => tx.reader().evidence_of_file(sha256)?,
        (None, Some(target)) if kind != EvidenceKind::Note => tx.reader().evidence_of_target(target, kind)?,
        _ if kind == EvidenceKind::Mechanism => mechanism(tx, &called)?,
        _ => None,
    };
    let evidence = match known {
        Some(known) => {
            complete(tx, known, &what, speaks_of)?;
            known
        }
        None => tx.insert(&Evidence {
            kind,
            title: line(what.title.as_deref())?.unwrap_or(called),
            target,
            sha256,
            speaks_of,
            independent: what.independent,
        })?,
    };
    tx.insert(&EvidenceUse {
        evidence,
        of,
        page: line(what.page.as_deref())?,
        stance: what.stance.unwrap_or(Stance::Supports),
        level: what.level,
    })?;
    Ok(evidence)
}

/// The mechanism that goes by that name or reference; nothing if it is to be entered.
fn mechanism(tx: &Tx<'_>, said: &str) -> Result<Option<Ref>> {
    let found = match tx.reader().find(said, &[Kind::Evidence]) {
        Ok(found) => found.at,
        Err(Error::Unknown { .. }) if !said.to_uppercase().starts_with("E-") => return Ok(None),
        Err(e) => return Err(e),
    };
    let page = tx.reader().evidence(found.rid)?;
    if page.kind != EvidenceKind::Mechanism {
        return Err(Error::refuse(
            "mechanism",
            format!(
                "“{}” ({}) is no mechanism. Give the mechanism's name, as in CPAS.",
                text::brief(&page.title, 80),
                page.reference
            ),
        ));
    }
    Ok(Some(found))
}

/// Evidence that is on file already takes the date that it lacked; what it says otherwise is not changed in passing.
fn complete(tx: &mut Tx<'_>, known: Ref, what: &Attach, speaks_of: Option<followthrough_model::Day>) -> Result<()> {
    let page = tx.reader().evidence(known.rid)?;
    let other_title = line(what.title.as_deref())?.is_some_and(|title| title != page.title);
    let other_date = speaks_of.is_some() && page.date.is_some() && page.date != speaks_of;
    if other_title || other_date || (what.independent && !page.independent) {
        return Err(Error::refuse(
            "on_file",
            format!(
                "This is on file already as “{}” ({}). Attach it without a title, date or mark of its own, or change it with edit-evidence.",
                page.title, page.reference
            ),
        ));
    }
    if let (Some(day), None) = (speaks_of, page.date) {
        tx.set(known, Evidence::speaks_of, &followthrough_model::Value::Text(day.to_string()))?;
    }
    Ok(())
}

fn address(said: &str) -> Result<String> {
    let link = crate::values::required_line("link", said)?;
    let lower = link.to_lowercase();
    if link.contains(' ') || !(lower.starts_with("https://") || lower.starts_with("http://")) {
        return Err(Error::refuse(
            "link",
            format!("“{}” is not an address. Give the whole of it, beginning with https://.", text::brief(&link, 60)),
        )
        .about("link"));
    }
    Ok(link)
}

command! {
    /// Changes fields of a piece of evidence. A field that is not given stays; none clears it.
    pub struct EditEvidence {
        /// Reference or id of the evidence.
        pub evidence: String,
        /// Title.
        #[cfg_attr(feature = "clap", arg(long))]
        pub title: Option<String>,
        /// The day that it speaks of.
        #[cfg_attr(feature = "clap", arg(long))]
        pub date: Option<String>,
        /// true or false: it comes from somebody else than the actor who reports.
        #[cfg_attr(feature = "clap", arg(long))]
        pub independent: Option<String>,
    }
}

impl Edit for EditEvidence {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.evidence, Kind::Evidence).about("evidence")?;
        patch(tx, at, Evidence::title, self.title.as_deref(), Take::Required("title"))?;
        patch(tx, at, Evidence::speaks_of, self.date.as_deref(), Take::Day)?;
        patch(tx, at, Evidence::independent, self.independent.as_deref(), Take::Flag)?;
        Ok(())
    }
}

command! {
    /// Changes how a piece of evidence is used on an item.
    pub struct EditUse {
        /// Id of the use.
        #[cfg_attr(feature = "clap", arg(id = "USE"))]
        #[serde(rename = "use")]
        pub used: String,
        /// The page, or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub page: Option<String>,
        /// supports, contradicts, mixed or context.
        #[cfg_attr(feature = "clap", arg(long))]
        pub stance: Option<String>,
        /// input, output, outcome, impact or none.
        #[cfg_attr(feature = "clap", arg(long))]
        pub level: Option<String>,
    }
}

impl Edit for EditUse {
    type Reply = ();
    fn run(self, tx: &mut Tx<'_>) -> Result<()> {
        let at = find(tx, &self.used, Kind::EvidenceUse).about("used")?;
        patch(tx, at, EvidenceUse::page, self.page.as_deref(), Take::Line)?;
        patch_word::<Stance>(tx, at, EvidenceUse::stance, self.stance.as_deref(), false)?;
        patch_word::<ResultLevel>(tx, at, EvidenceUse::level, self.level.as_deref(), true)?;
        Ok(())
    }
}
