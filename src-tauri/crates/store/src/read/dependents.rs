//! What belongs to an item, and what rests on it: for deleting without tearing anything.
//!
//! What belongs goes into the bin along with it; what rests on it must go first.

use super::Brief;
use super::value::id;
use crate::{Reader, Result};
use followthrough_model::Ref;

/// Rows that belong to `?1`: the recommendations of a source, the parts of a recommendation, the themes of a framework,
/// what a theme is on and its crosswalks, the answers of an addressee, the reminders of a request and what it is about.
const OWNED: &str = "
    WITH theme_gone(rid) AS (SELECT rid FROM theme WHERE rid = ?1 OR framework = ?1)
    SELECT i.rid, i.id FROM item i WHERE i.life = 0 AND i.rid <> ?1 AND i.rid IN (
      SELECT rid FROM recommendation WHERE source = ?1 UNION SELECT rid FROM recommendation WHERE parent = ?1
      UNION SELECT d.rid FROM addressee x JOIN decision d ON d.recommendation = x.recommendation AND d.actor = x.actor WHERE x.rid = ?1
      UNION SELECT rid FROM request WHERE reminds = ?1 UNION SELECT rid FROM request_about WHERE request = ?1
      UNION SELECT rid FROM theme_gone
      UNION SELECT x.rid FROM theme_gone t JOIN theme_of x ON x.theme = t.rid
      UNION SELECT x.rid FROM theme_gone t JOIN crosswalk x ON x.theme = t.rid
      UNION SELECT x.rid FROM theme_gone t JOIN crosswalk x ON x.other = t.rid) ORDER BY i.rid";

/// Live commitments that answer `?1`, a part of it, or a recommendation of it; for an actor everything that names it; for an
/// event what is due by it now; for a request what answers it.
const RESTING: &str = "
    SELECT c.rid FROM recommendation r JOIN answer a ON a.recommendation = r.rid JOIN item ai ON ai.rid = a.rid AND ai.life = 0 JOIN commitment c ON c.rid = a.commitment AND c.live = 1
      WHERE r.rid = ?1 OR r.parent = ?1 OR r.source = ?1
    UNION SELECT x.recommendation FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN item ri ON ri.rid = x.recommendation AND ri.life = 0 WHERE x.actor = ?1
    UNION SELECT x.commitment FROM commitment_actor x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 JOIN commitment c ON c.rid = x.commitment AND c.live = 1 WHERE x.actor = ?1
    UNION SELECT a.rid FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.parent = ?1
    UNION SELECT a.rid FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.successor = ?1
    UNION SELECT u.commitment FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 JOIN commitment c ON c.rid = u.commitment AND c.live = 1 WHERE u.by_actor = ?1
    UNION SELECT u.commitment FROM update_ u JOIN item i ON i.rid = u.rid AND i.life = 0 JOIN commitment c ON c.rid = u.commitment AND c.live = 1 WHERE u.escalated_to = ?1
    UNION SELECT a.rid FROM actor a JOIN item i ON i.rid = a.rid AND i.life = 0 WHERE a.merged_into = ?1
    UNION SELECT d.recommendation FROM decision d JOIN item i ON i.rid = d.rid AND i.life = 0 JOIN item ri ON ri.rid = d.recommendation AND ri.life = 0 WHERE d.actor = ?1
    UNION SELECT x.recommendation FROM caller x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN item ri ON ri.rid = x.recommendation AND ri.life = 0 WHERE x.actor = ?1
    UNION SELECT q.rid FROM request q JOIN item i ON i.rid = q.rid AND i.life = 0 WHERE q.actor = ?1
    UNION SELECT u.rid FROM request q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 JOIN update_ u ON u.request = q.rid JOIN item i ON i.rid = u.rid AND i.life = 0 WHERE q.rid = ?1 OR q.reminds = ?1
    UNION SELECT d.rid FROM request q JOIN item qi ON qi.rid = q.rid AND qi.life = 0 JOIN decision d ON d.request = q.rid JOIN item i ON i.rid = d.rid AND i.life = 0 WHERE q.rid = ?1 OR q.reminds = ?1
    UNION SELECT x.commitment FROM answer x JOIN item i ON i.rid = x.rid AND i.life = 0 JOIN commitment c ON c.rid = x.commitment AND c.live = 1 WHERE x.rid = ?1 AND x.main = 1
    UNION SELECT d.of FROM due d JOIN item di ON di.rid = d.rid AND di.life = 0 JOIN item oi ON oi.rid = d.of AND oi.life = 0 LEFT JOIN milestone m ON m.rid = d.of
      WHERE d.event = ?1 AND (m.rid IS NULL OR m.live = 1)
        AND d.rid = (SELECT n.rid FROM due n JOIN item ni ON ni.rid = n.rid AND ni.life = 0 WHERE n.of = d.of ORDER BY n.decided_on DESC, n.stamp DESC, n.rid DESC LIMIT 1)
    LIMIT 1000";

/// What `?1` rests on: its source, its whole, its commitment, who is named in what hangs on it.
pub(crate) const BENEATH: &str = "
    SELECT source FROM recommendation WHERE rid = ?1 UNION SELECT parent FROM recommendation WHERE rid = ?1
    UNION SELECT a.recommendation FROM answer a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE a.commitment = ?1
    UNION SELECT a.actor FROM commitment_actor a JOIN item ai ON ai.rid = a.rid AND ai.life = 0 WHERE a.commitment = ?1
    UNION SELECT commitment FROM update_ WHERE rid = ?1 UNION SELECT evidence FROM evidence_use WHERE rid = ?1
    UNION SELECT of FROM evidence_use WHERE rid = ?1 UNION SELECT recommendation FROM addressee WHERE rid = ?1
    UNION SELECT actor FROM addressee WHERE rid = ?1 UNION SELECT commitment FROM commitment_actor WHERE rid = ?1
    UNION SELECT actor FROM commitment_actor WHERE rid = ?1 UNION SELECT commitment FROM answer WHERE rid = ?1
    UNION SELECT recommendation FROM answer WHERE rid = ?1 UNION SELECT of FROM alias WHERE rid = ?1
    UNION SELECT parent FROM actor WHERE rid = ?1 UNION SELECT successor FROM actor WHERE rid = ?1 UNION SELECT merged_into FROM actor WHERE rid = ?1
    UNION SELECT recommendation FROM decision WHERE rid = ?1 UNION SELECT actor FROM decision WHERE rid = ?1
    UNION SELECT request FROM decision WHERE rid = ?1 UNION SELECT request FROM update_ WHERE rid = ?1
    UNION SELECT recommendation FROM caller WHERE rid = ?1 UNION SELECT actor FROM caller WHERE rid = ?1
    UNION SELECT actor FROM request WHERE rid = ?1 UNION SELECT reminds FROM request WHERE rid = ?1
    UNION SELECT request FROM request_about WHERE rid = ?1 UNION SELECT of FROM request_about WHERE rid = ?1
    UNION SELECT commitment FROM milestone WHERE rid = ?1
    UNION SELECT event FROM (SELECT d.event FROM due d JOIN item di ON di.rid = d.rid AND di.life = 0 WHERE d.of = ?1 ORDER BY d.decided_on DESC, d.stamp DESC, d.rid DESC LIMIT 1)
    UNION SELECT of FROM link WHERE rid = ?1 UNION SELECT other FROM link WHERE rid = ?1
    UNION SELECT framework FROM theme WHERE rid = ?1 UNION SELECT theme FROM theme_of WHERE rid = ?1 UNION SELECT of FROM theme_of WHERE rid = ?1
    UNION SELECT theme FROM crosswalk WHERE rid = ?1 UNION SELECT other FROM crosswalk WHERE rid = ?1
    UNION SELECT escalated_to FROM update_ WHERE rid = ?1 UNION SELECT by_actor FROM update_ WHERE rid = ?1
    UNION SELECT x.escalated_to FROM update_ x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.commitment = ?1
    UNION SELECT x.by_actor FROM update_ x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.commitment = ?1
    UNION SELECT x.request FROM update_ x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.commitment = ?1
    UNION SELECT x.actor FROM addressee x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.recommendation = ?1
    UNION SELECT x.actor FROM caller x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.recommendation = ?1
    UNION SELECT x.actor FROM decision x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.recommendation = ?1
    UNION SELECT x.request FROM decision x JOIN item xi ON xi.rid = x.rid AND xi.life = 0 WHERE x.recommendation = ?1
    UNION SELECT indicator FROM indicator_of WHERE rid = ?1 UNION SELECT of FROM indicator_of WHERE rid = ?1
    UNION SELECT indicator FROM observation WHERE rid = ?1 UNION SELECT of FROM their_ref WHERE rid = ?1
    UNION SELECT of FROM note WHERE rid = ?1 UNION SELECT of FROM flag WHERE rid = ?1";

impl Reader<'_> {
    /// The live rows that go along when an item is deleted.
    pub fn owned(&self, rid: i64) -> Result<Vec<Ref>> {
        self.all(OWNED, [rid], |r| Ok(Ref { rid: r.get(0)?, id: id(r, 1)? }))
    }

    /// The live items that would be torn if it went.
    pub fn resting_on(&self, rid: i64) -> Result<Vec<Brief>> {
        let found = self.all(RESTING, [rid], |r| r.get::<_, i64>(0))?;
        found.into_iter().map(|rid| self.brief(rid)).collect()
    }

    /// What an item rests on that does not count: its source, its whole, its commitment, its main recommendation.
    pub fn gone_beneath(&self, rid: i64) -> Result<Option<i64>> {
        Ok(self.all_gone_beneath(rid)?.into_iter().next())
    }

    /// All that an item rests on and that does not count.
    pub fn all_gone_beneath(&self, rid: i64) -> Result<Vec<i64>> {
        self.all(&format!("SELECT i.rid FROM item i WHERE i.rid IN ({BENEATH}) AND i.life <> 0"), [rid], |r| r.get(0))
    }
}
