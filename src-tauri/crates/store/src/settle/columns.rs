//! Kept columns that SQL can say: each with its expression, declared once; `settle` writes it for the rows that an entry
//! touched, `check` compares it for all.
//!
//! Does not hold what needs the dated facts of a commitment folded; that is in the module above.

use crate::Result;
use followthrough_model::Kind;
use rusqlite::Connection;

/// Since when a commitment `t` is owed: the day on which it was made, else the date of its source.
macro_rules! age_from {
    () => {
        "coalesce(t.made_on, (SELECT substr(s.published || '-01-01', 1, 10) FROM answer a JOIN item i ON i.rid = a.rid AND i.life = 0
                   JOIN recommendation r ON r.rid = a.recommendation JOIN source s ON s.rid = r.source WHERE a.commitment = t.rid AND a.main = 1 LIMIT 1))"
    };
}

/// After how many months a commitment `t` is due for a word: its own interval, else its source's, else its lead's.
macro_rules! review_months {
    () => {
        "coalesce(t.review_months,
                (SELECT s.review_months FROM answer a JOIN item i ON i.rid = a.rid AND i.life = 0 JOIN recommendation r ON r.rid = a.recommendation JOIN source s ON s.rid = r.source
                 WHERE a.commitment = t.rid AND a.main = 1 LIMIT 1),
                (SELECT l.review_months FROM actor l WHERE l.rid = t.lead))"
    };
}
/// See above; as text for the lists of earlier days.
pub(crate) const REVIEW_MONTHS: &str = review_months!();

/// The kept columns of one table.
pub(crate) struct Group {
    pub table: &'static str,
    /// Entries that touch none of these kinds leave it alone.
    kinds: &'static [Kind],
    /// The rows whose kept columns an entry `?1` decides.
    touched: &'static str,
    /// Column and expression; `t` is the row.
    pub columns: &'static [(&'static str, &'static str)],
}

/// In the order in which they are settled: a later group reads what an earlier one kept. Those before the commitments.
pub(crate) const BEFORE: &[Group] = &[Group {
    table: "event",
    kinds: &[Kind::Event, Kind::EventDate],
    touched: "SELECT c.item FROM change c JOIN event x ON x.rid = c.item WHERE c.entry = ?1
        UNION SELECT x.event FROM change c JOIN event_date x ON x.rid = c.item WHERE c.entry = ?1",
    columns: &[
        (
            "from_day",
            "(SELECT d.from_day FROM event_date d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.event = t.rid ORDER BY d.decided_on DESC, d.stamp DESC, d.rid DESC LIMIT 1)",
        ),
        (
            "to_day",
            "(SELECT d.to_day FROM event_date d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.event = t.rid ORDER BY d.decided_on DESC, d.stamp DESC, d.rid DESC LIMIT 1)",
        ),
    ],
}];

/// Those after the commitments.
pub(crate) const AFTER: &[Group] = &[
    Group {
        table: "recommendation",
        kinds: &[
            Kind::Recommendation,
            Kind::Source,
            Kind::Answer,
            Kind::Commitment,
            Kind::Update,
            Kind::Verification,
            Kind::Addressee,
            Kind::Decision,
        ],
        touched: "SELECT c.item FROM change c JOIN recommendation x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT r.rid FROM change c JOIN recommendation r ON r.source = c.item WHERE c.entry = ?1 AND c.field IN ('published', 'life')
            UNION SELECT x.recommendation FROM change c JOIN answer x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.recommendation FROM change c JOIN answer x ON x.commitment = c.item WHERE c.entry = ?1
            UNION SELECT x.recommendation FROM change c JOIN update_ u ON u.rid = c.item JOIN answer x ON x.commitment = u.commitment WHERE c.entry = ?1
            UNION SELECT x.recommendation FROM change c JOIN verification u ON u.rid = c.item JOIN answer x ON x.commitment = u.commitment WHERE c.entry = ?1
            UNION SELECT x.recommendation FROM change c JOIN addressee x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.recommendation FROM change c JOIN decision x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT i.rid FROM change c JOIN item i ON i.id = c.old AND i.kind = 2 WHERE c.entry = ?1 AND c.field = 'recommendation'",
        columns: &[
            ("live", "(SELECT i.life = 0 FROM item i WHERE i.rid = t.rid)"),
            (
                "answers_n",
                "(SELECT count(*) FROM answer a JOIN item i ON i.rid = a.rid AND i.life = 0 JOIN commitment c ON c.rid = a.commitment AND c.live = 1 WHERE a.recommendation = t.rid)",
            ),
            (
                "done_n",
                "(SELECT count(*) FROM answer a JOIN item i ON i.rid = a.rid AND i.life = 0 JOIN commitment c ON c.rid = a.commitment AND c.live = 1 AND c.status = 'implemented' WHERE a.recommendation = t.rid)",
            ),
            (
                "confirmed_n",
                "(SELECT count(*) FROM addressee x JOIN item i ON i.rid = x.rid AND i.life = 0 WHERE x.recommendation = t.rid AND x.confirmed = 1)",
            ),
            (
                "declined_n",
                "(SELECT count(*) FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.recommendation = t.rid AND d.answer IN ('not_accepted', 'not_applicable')
                   AND NOT EXISTS (SELECT 1 FROM decision n JOIN item ni ON ni.rid = n.rid AND ni.life = 0
                     WHERE n.recommendation = d.recommendation AND n.actor = d.actor AND (n.on_day, n.stamp, n.rid) > (d.on_day, d.stamp, d.rid)))",
            ),
            ("age_from", "(SELECT substr(s.published || '-01-01', 1, 10) FROM source s WHERE s.rid = t.source)"),
        ],
    },
    Group {
        table: "addressee",
        kinds: &[Kind::Addressee, Kind::Recommendation, Kind::Decision, Kind::Source],
        touched: "SELECT c.item FROM change c JOIN addressee x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.rid FROM change c JOIN addressee x ON x.recommendation = c.item WHERE c.entry = ?1
            UNION SELECT x.rid FROM change c JOIN decision d ON d.rid = c.item JOIN addressee x ON x.recommendation = d.recommendation WHERE c.entry = ?1
            UNION SELECT x.rid FROM change c JOIN item i ON i.id = c.old AND i.kind = 2 JOIN addressee x ON x.recommendation = i.rid WHERE c.entry = ?1 AND c.field = 'recommendation'
            UNION SELECT x.rid FROM change c JOIN recommendation r ON r.source = c.item JOIN addressee x ON x.recommendation = r.rid WHERE c.entry = ?1 AND c.field IN ('published', 'life')",
        columns: &[
            (
                "live",
                "(SELECT i.life = 0 AND r.live FROM item i JOIN recommendation r ON r.rid = t.recommendation WHERE i.rid = t.rid)",
            ),
            (
                "decision",
                "(SELECT d.answer FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.recommendation = t.recommendation AND d.actor = t.actor ORDER BY d.on_day DESC, d.stamp DESC, d.rid DESC LIMIT 1)",
            ),
            (
                "decided_on",
                "(SELECT d.on_day FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.recommendation = t.recommendation AND d.actor = t.actor ORDER BY d.on_day DESC, d.stamp DESC, d.rid DESC LIMIT 1)",
            ),
            ("age_from", "coalesce(t.sent_on, (SELECT r.age_from FROM recommendation r WHERE r.rid = t.recommendation))"),
        ],
    },
    Group {
        table: "commitment",
        kinds: &[
            Kind::Commitment,
            Kind::Update,
            Kind::Answer,
            Kind::EvidenceUse,
            Kind::Evidence,
            Kind::CommitmentActor,
            Kind::Recommendation,
            Kind::Source,
            Kind::Actor,
        ],
        touched: "SELECT c.item FROM change c JOIN commitment x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.commitment FROM change c JOIN update_ x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.commitment FROM change c JOIN answer x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.commitment FROM change c JOIN commitment_actor x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.of FROM change c JOIN evidence_use x ON x.rid = c.item JOIN commitment y ON y.rid = x.of WHERE c.entry = ?1
            UNION SELECT y.commitment FROM change c JOIN evidence_use x ON x.rid = c.item JOIN update_ y ON y.rid = x.of WHERE c.entry = ?1
            UNION SELECT coalesce(y.commitment, x.of) FROM change c JOIN evidence_use x ON x.evidence = c.item LEFT JOIN update_ y ON y.rid = x.of WHERE c.entry = ?1 AND c.field = 'life'
            UNION SELECT x.commitment FROM change c JOIN answer x ON x.recommendation = c.item AND x.main = 1 WHERE c.entry = ?1 AND c.field = 'source'
            UNION SELECT x.commitment FROM change c JOIN recommendation r ON r.source = c.item JOIN answer x ON x.recommendation = r.rid AND x.main = 1
              WHERE c.entry = ?1 AND c.field IN ('published', 'review_months', 'life')
            UNION SELECT x.commitment FROM (
              WITH RECURSIVE one(rid) AS (SELECT c.item FROM change c JOIN actor a ON a.rid = c.item WHERE c.entry = ?1 AND c.field IN ('review_months', 'merged_into')
                UNION SELECT a.rid FROM one JOIN actor a ON a.merged_into = one.rid) SELECT rid FROM one) m CROSS JOIN commitment_actor x ON x.actor = m.rid",
        columns: &[
            ("age_from", age_from!()),
            (
                "against",
                "(SELECT count(*) FROM (
                   SELECT x.rid, x.evidence, x.stance FROM evidence_use x WHERE x.of = t.rid
                   UNION ALL SELECT x.rid, x.evidence, x.stance FROM update_ u JOIN item ui ON ui.rid = u.rid AND ui.life = 0 JOIN evidence_use x ON x.of = u.rid WHERE u.commitment = t.rid
                 ) x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN item e ON e.rid = x.evidence AND e.life = 0 WHERE x.stance = 'contradicts')",
            ),
            (
                "health",
                "(SELECT u.health FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 WHERE u.commitment = t.rid AND u.health IS NOT NULL ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1)",
            ),
            (
                "reach",
                "(SELECT u.reach FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 WHERE u.commitment = t.rid AND u.reach IS NOT NULL ORDER BY u.on_day DESC, u.stamp DESC LIMIT 1)",
            ),
            (
                "word_by",
                // From the last word, else from when it was made.
                concat!(
                    "(SELECT date(coalesce(t.last_update_on, ",
                    age_from!(),
                    "), '+' || n || ' months', 'floor') FROM (SELECT ",
                    review_months!(),
                    " AS n))"
                ),
            ),
        ],
    },
    Group {
        table: "milestone",
        kinds: &[Kind::Milestone, Kind::Commitment, Kind::Due, Kind::Event, Kind::EventDate],
        touched: "SELECT c.item FROM change c JOIN milestone x ON x.rid = c.item WHERE c.entry = ?1
            UNION SELECT x.rid FROM change c JOIN milestone x ON x.commitment = c.item WHERE c.entry = ?1 AND c.field = 'life'
            UNION SELECT d.of FROM change c JOIN due d ON d.rid = c.item JOIN milestone x ON x.rid = d.of WHERE c.entry = ?1
            UNION SELECT d.of FROM change c JOIN event_date e ON e.rid = c.item JOIN due d ON d.event = e.event JOIN milestone x ON x.rid = d.of WHERE c.entry = ?1
            UNION SELECT d.of FROM change c JOIN due d ON d.event = c.item JOIN milestone x ON x.rid = d.of WHERE c.entry = ?1",
        columns: &[
            ("live", "(SELECT i.life = 0 AND c.live FROM item i JOIN commitment c ON c.rid = t.commitment WHERE i.rid = t.rid)"),
            (
                "due_by",
                "(SELECT d.due_by FROM due d JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE d.of = t.rid ORDER BY d.decided_on DESC, d.stamp DESC, d.rid DESC LIMIT 1)",
            ),
        ],
    },
    Group {
        table: "request",
        kinds: &[Kind::Request, Kind::Update, Kind::Decision],
        touched: "WITH one(rid) AS (SELECT c.item FROM change c JOIN request x ON x.rid = c.item WHERE c.entry = ?1
              UNION SELECT x.request FROM change c JOIN update_ x ON x.rid = c.item WHERE c.entry = ?1 AND x.request IS NOT NULL
              UNION SELECT x.request FROM change c JOIN decision x ON x.rid = c.item WHERE c.entry = ?1 AND x.request IS NOT NULL
              UNION SELECT i.rid FROM change c JOIN item i ON i.id = c.old AND i.kind = 22 WHERE c.entry = ?1 AND c.field = 'request')
            SELECT rid FROM one UNION SELECT q.reminds FROM one JOIN request q ON q.rid = one.rid WHERE q.reminds IS NOT NULL",
        columns: &[
            ("live", "(SELECT i.life = 0 FROM item i WHERE i.rid = t.rid)"),
            (
                "answered_on",
                // What speaks of an earlier day answers from the day of asking.
                "(SELECT max(min(on_day), t.on_day) FROM (
                   SELECT u.on_day FROM request q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 JOIN update_ u ON u.request = q.rid JOIN item i ON i.rid = u.rid AND i.life = 0
                     WHERE q.rid = t.rid OR q.reminds = t.rid
                   UNION ALL SELECT d.on_day FROM request q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 JOIN decision d ON d.request = q.rid JOIN item i ON i.rid = d.rid AND i.life = 0
                     WHERE q.rid = t.rid OR q.reminds = t.rid))",
            ),
        ],
    },
];

impl Group {
    /// Whether an entry that touched these kinds can change something kept here.
    pub(crate) fn concerns(&self, kinds: &[Kind]) -> bool {
        self.kinds.iter().any(|kind| kinds.contains(kind))
    }

    pub(crate) fn settle(&self, conn: &Connection, entry: i64) -> Result<()> {
        let sets: Vec<String> = self.columns.iter().map(|(column, expression)| format!("{column} = {expression}")).collect();
        let sql = format!("UPDATE {} AS t SET {} WHERE t.rid IN ({})", self.table, sets.join(", "), self.touched);
        conn.prepare_cached(&sql)?.execute([entry])?;
        Ok(())
    }

    /// How many rows hold something else than follows from the facts.
    pub(crate) fn wrong(&self, conn: &Connection) -> Result<u32> {
        let differ: Vec<String> =
            self.columns.iter().map(|(column, expression)| format!("t.{column} IS NOT {expression}")).collect();
        let sql = format!("SELECT count(*) FROM {} t WHERE {}", self.table, differ.join(" OR "));
        Ok(conn.query_row(&sql, [], |r| r.get(0))?)
    }
}
