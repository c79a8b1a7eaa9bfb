-- The file, version 1. All tables are STRICT. rid: the local row number, explicit, or VACUUM would renumber rows under
-- the search index. id: the UUID, used outside the file and in the log. Days are ISO text; '9999-12-31' means still.
-- A column marked "kept" is derived: store::settle alone writes it, `check` computes it again, the log never holds it.
-- Columns that are not kept are the fields of model::record, by the same names.

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The kinds by name, for those who read this file with other tools.
CREATE TABLE kind(code INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE item(
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), kind INTEGER NOT NULL REFERENCES kind,
  code INTEGER, shown INTEGER,                                  -- the short reference: 60 bits, and letters shown
  private INTEGER NOT NULL DEFAULT 0, private_why TEXT,
  life INTEGER NOT NULL DEFAULT 0                               -- 0 live, 1 in the bin, 2 its creation was undone, 3 gone with the bin
) STRICT;
CREATE INDEX item_code ON item(kind, code) WHERE code IS NOT NULL;
CREATE INDEX item_bin ON item(rid, kind) WHERE life = 1;
CREATE INDEX item_private ON item(rid, kind, life) WHERE private = 1;

CREATE TABLE source(
  rid INTEGER PRIMARY KEY REFERENCES item, short TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, symbol TEXT,
  published TEXT, language TEXT, standing TEXT, review_months INTEGER
) STRICT;
CREATE INDEX source_short ON source(short COLLATE NOCASE);

CREATE TABLE recommendation(
  rid INTEGER PRIMARY KEY REFERENCES item, source INTEGER NOT NULL REFERENCES source, parent INTEGER REFERENCES recommendation,
  ord INTEGER NOT NULL, label TEXT, section TEXT, page TEXT, line INTEGER, line_end INTEGER, heading TEXT, text TEXT NOT NULL,
  force TEXT, contested TEXT, priority TEXT, aim TEXT, precondition TEXT, risk TEXT, contingency TEXT, theory TEXT,
  already TEXT, enables INTEGER, feasible INTEGER, impact INTEGER, consensus INTEGER, remark TEXT,
  -- kept, from here to the end: live commitments that answer it, of them those implemented; addressees confirmed; those that
  -- declined; the first day on which it is known to have stood
  live INTEGER NOT NULL DEFAULT 0, answers_n INTEGER NOT NULL DEFAULT 0, done_n INTEGER NOT NULL DEFAULT 0,
  confirmed_n INTEGER NOT NULL DEFAULT 0, declined_n INTEGER NOT NULL DEFAULT 0, age_from TEXT
) STRICT;
CREATE INDEX recommendation_untaken ON recommendation(age_from, rid, answers_n, declined_n, live) WHERE live = 1 AND answers_n = 0 AND declined_n = 0;
CREATE INDEX recommendation_unowned ON recommendation(confirmed_n, age_from, rid, live) WHERE live = 1 AND confirmed_n = 0;
CREATE INDEX recommendation_live ON recommendation(age_from, rid, live) WHERE live = 1;
CREATE INDEX recommendation_source ON recommendation(source, ord, rid, parent, live);
CREATE INDEX recommendation_parent ON recommendation(parent, ord) WHERE parent IS NOT NULL;
CREATE INDEX recommendation_label ON recommendation(label COLLATE NOCASE, source) WHERE label IS NOT NULL;

CREATE TABLE actor(
  rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, short TEXT, kind TEXT NOT NULL, level TEXT,
  parent INTEGER REFERENCES actor, successor INTEGER REFERENCES actor, succeeded_on TEXT, merged_into INTEGER REFERENCES actor, merged_why TEXT,
  contact TEXT, review_months INTEGER
) STRICT;
CREATE INDEX actor_merged ON actor(merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX actor_name ON actor(name COLLATE NOCASE);
CREATE INDEX actor_short ON actor(short COLLATE NOCASE) WHERE short IS NOT NULL;
CREATE INDEX actor_parent ON actor(parent) WHERE parent IS NOT NULL;
CREATE INDEX actor_successor ON actor(successor) WHERE successor IS NOT NULL;

CREATE TABLE alias(rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES item, name TEXT NOT NULL) STRICT;
CREATE INDEX alias_of ON alias(of);
CREATE INDEX alias_name ON alias(name COLLATE NOCASE);

CREATE TABLE addressee(
  rid INTEGER PRIMARY KEY REFERENCES item, recommendation INTEGER NOT NULL REFERENCES recommendation,
  actor INTEGER NOT NULL REFERENCES actor, named INTEGER NOT NULL, confirmed INTEGER NOT NULL, sent_on TEXT, reply_by TEXT,
  live INTEGER NOT NULL DEFAULT 0,                              -- kept, with its recommendation's
  decision TEXT, decided_on TEXT,                               -- kept: the latest decision, nothing while there is none
  age_from TEXT                                                 -- kept: sent, else the age of its recommendation
) STRICT;
CREATE INDEX addressee_silent ON addressee(age_from, rid, decision, live) WHERE live = 1 AND decision IS NULL;
CREATE INDEX addressee_decided ON addressee(decided_on, rid, decision, live) WHERE live = 1 AND decision IS NOT NULL;
CREATE INDEX addressee_unconfirmed ON addressee(age_from, rid, confirmed, live) WHERE live = 1 AND confirmed = 0;
CREATE INDEX addressee_recommendation ON addressee(recommendation, actor);
CREATE INDEX addressee_actor ON addressee(actor, recommendation);

CREATE TABLE framework(rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL) STRICT;
CREATE TABLE theme(rid INTEGER PRIMARY KEY REFERENCES item, framework INTEGER NOT NULL REFERENCES framework, name TEXT NOT NULL, ord INTEGER NOT NULL) STRICT;
CREATE INDEX theme_framework ON theme(framework, ord);
CREATE TABLE theme_of(rid INTEGER PRIMARY KEY REFERENCES item, theme INTEGER NOT NULL REFERENCES theme, of INTEGER NOT NULL REFERENCES item) STRICT;
CREATE INDEX theme_of_theme ON theme_of(theme, of);
CREATE INDEX theme_of_item ON theme_of(of, theme);

CREATE TABLE event(
  rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL,
  from_day TEXT, to_day TEXT                                    -- kept: of its latest date
) STRICT;
CREATE INDEX event_name ON event(name COLLATE NOCASE);
CREATE TABLE event_date(
  rid INTEGER PRIMARY KEY REFERENCES item, event INTEGER NOT NULL REFERENCES event, from_day TEXT NOT NULL, to_day TEXT,
  decided_on TEXT, decider TEXT, reason TEXT, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX event_date_event ON event_date(event, decided_on, stamp);

CREATE TABLE commitment(
  rid INTEGER PRIMARY KEY REFERENCES item, deliverable TEXT NOT NULL, kind TEXT NOT NULL, made_on TEXT, occasion TEXT, done_when TEXT, post TEXT,
  handler TEXT, caveat TEXT, drafted INTEGER NOT NULL, series INTEGER REFERENCES series, contact TEXT, result_level TEXT, review_months INTEGER,
  -- kept, from here to the end. status_since: nothing where it stands so from the start. age_from: made, else its source's date.
  -- word_by: the last day before an update is overdue, where it is to be reviewed. against: uses of evidence that contradict.
  live INTEGER NOT NULL DEFAULT 0, lead INTEGER REFERENCES actor, status TEXT NOT NULL DEFAULT 'not_started', open INTEGER NOT NULL DEFAULT 0,
  due_now INTEGER REFERENCES due, due_by TEXT, due_first TEXT, slips INTEGER NOT NULL DEFAULT 0,
  last_update_on TEXT, evidence_n INTEGER NOT NULL DEFAULT 0, status_since TEXT, age_from TEXT, word_by TEXT, against INTEGER NOT NULL DEFAULT 0,
  health TEXT, reach TEXT
) STRICT;
-- A partial index covers a query only if the columns of its condition stand in it.
CREATE INDEX commitment_due ON commitment(due_by, rid, lead, evidence_n, slips, open, live) WHERE open = 1 AND live = 1 AND due_by IS NOT NULL;
CREATE INDEX commitment_lead ON commitment(lead, due_by, rid, word_by, open, live) WHERE open = 1 AND live = 1;
CREATE INDEX commitment_led ON commitment(lead, status, status_since, rid, due_by, slips, live) WHERE live = 1 AND lead IS NOT NULL;
CREATE INDEX commitment_status ON commitment(status, status_since, rid, live) WHERE live = 1;
CREATE INDEX commitment_bare ON commitment(evidence_n, age_from, rid, open, live) WHERE open = 1 AND live = 1 AND evidence_n = 0;
CREATE INDEX commitment_unled ON commitment(lead, age_from, rid, open, live) WHERE open = 1 AND live = 1 AND lead IS NULL;
CREATE INDEX commitment_undated ON commitment(due_by, age_from, rid, open, live) WHERE open = 1 AND live = 1 AND due_by IS NULL;
CREATE INDEX commitment_long ON commitment(age_from, rid, open, live) WHERE open = 1 AND live = 1;
CREATE INDEX commitment_word ON commitment(word_by, rid, open, live) WHERE open = 1 AND live = 1 AND word_by IS NOT NULL;
CREATE INDEX commitment_slipping ON commitment(due_first, rid, slips, due_by, open, live) WHERE open = 1 AND live = 1 AND slips > 0;
CREATE INDEX commitment_against ON commitment(age_from, rid, against, live) WHERE live = 1 AND against > 0;
CREATE INDEX commitment_series ON commitment(series, rid) WHERE series IS NOT NULL;
CREATE INDEX commitment_handler ON commitment(handler, due_by, rid, age_from, open, live) WHERE open = 1 AND live = 1 AND handler IS NOT NULL;
CREATE INDEX commitment_closed ON commitment(status_since, rid, status, live) WHERE live = 1
  AND status IN ('implemented', 'partially_implemented_no_further_action', 'overtaken_by_events', 'closed_without_implementation', 'superseded');
CREATE INDEX commitment_live ON commitment(rid, age_from, live) WHERE live = 1;

CREATE TABLE series(rid INTEGER PRIMARY KEY REFERENCES item, title TEXT NOT NULL, recommendation INTEGER REFERENCES recommendation) STRICT;
CREATE INDEX series_recommendation ON series(recommendation) WHERE recommendation IS NOT NULL;

-- Kept: the open commitments that have a day, by its month, so that the figures over all that is overdue need not
-- count them one by one. bare: without evidence. moved: whose due was moved.
CREATE TABLE due_month(month TEXT PRIMARY KEY, n INTEGER NOT NULL, bare INTEGER NOT NULL, moved INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Kept: the same by lead, for its groups. lead: 0 where there is none.
CREATE TABLE due_lead(lead INTEGER NOT NULL, month TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(lead, month)) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_actor(
  rid INTEGER PRIMARY KEY REFERENCES item, commitment INTEGER NOT NULL REFERENCES commitment, actor INTEGER REFERENCES actor,
  role TEXT NOT NULL, from_day TEXT, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_actor_commitment ON commitment_actor(commitment, role);
CREATE INDEX commitment_actor_actor ON commitment_actor(actor, role, commitment);

CREATE TABLE answer(
  rid INTEGER PRIMARY KEY REFERENCES item, commitment INTEGER NOT NULL REFERENCES commitment,
  recommendation INTEGER NOT NULL REFERENCES recommendation, main INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_commitment ON answer(commitment, main, recommendation);
CREATE INDEX answer_recommendation ON answer(recommendation, commitment);

CREATE TABLE due(
  rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES item, kind TEXT NOT NULL, stated TEXT NOT NULL,
  from_day TEXT, to_day TEXT, event INTEGER REFERENCES event, before INTEGER NOT NULL, offset_days INTEGER NOT NULL, every_months INTEGER,
  decided_on TEXT, decider TEXT, reason TEXT, stamp INTEGER NOT NULL,
  due_by TEXT                                                   -- kept
) STRICT;
CREATE INDEX due_of ON due(of, decided_on, stamp);
CREATE INDEX due_event ON due(event) WHERE event IS NOT NULL;

CREATE TABLE update_(
  rid INTEGER PRIMARY KEY REFERENCES item, commitment INTEGER NOT NULL REFERENCES commitment, on_day TEXT NOT NULL,
  by_actor INTEGER REFERENCES actor, formal INTEGER NOT NULL, status TEXT, reach TEXT, health TEXT, text TEXT NOT NULL, obstacle TEXT,
  obstacle_kind TEXT, resources TEXT, resources_asked TEXT, remedy TEXT, escalated_to INTEGER REFERENCES actor, practice TEXT, occurrence TEXT,
  request INTEGER REFERENCES request, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX update_obstacle ON update_(on_day, rid, obstacle_kind) WHERE obstacle IS NOT NULL;
CREATE INDEX update_escalated ON update_(escalated_to, on_day) WHERE escalated_to IS NOT NULL;
CREATE INDEX update_practice ON update_(on_day, rid, practice) WHERE practice IS NOT NULL;
CREATE INDEX update_request ON update_(request) WHERE request IS NOT NULL;
CREATE INDEX update_commitment ON update_(commitment, on_day, stamp, status);
CREATE INDEX update_actor ON update_(by_actor) WHERE by_actor IS NOT NULL;

CREATE TABLE verification(
  rid INTEGER PRIMARY KEY REFERENCES item, commitment INTEGER NOT NULL REFERENCES commitment, on_day TEXT NOT NULL, verdict TEXT NOT NULL,
  reason TEXT, by TEXT, occurrence TEXT, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX verification_commitment ON verification(commitment, on_day, stamp);

CREATE TABLE milestone(
  rid INTEGER PRIMARY KEY REFERENCES item, commitment INTEGER NOT NULL REFERENCES commitment, text TEXT NOT NULL, term TEXT, done_on TEXT,
  ord INTEGER NOT NULL,
  live INTEGER NOT NULL DEFAULT 0, due_by TEXT                  -- kept, of its own latest due
) STRICT;
CREATE INDEX milestone_commitment ON milestone(commitment, ord);
CREATE INDEX milestone_due ON milestone(due_by, rid, done_on, live) WHERE live = 1 AND done_on IS NULL AND due_by IS NOT NULL;

-- How items stand to each other.
CREATE TABLE caller(rid INTEGER PRIMARY KEY REFERENCES item, recommendation INTEGER NOT NULL REFERENCES recommendation, actor INTEGER NOT NULL REFERENCES actor) STRICT;
CREATE INDEX caller_recommendation ON caller(recommendation, actor);
CREATE INDEX caller_actor ON caller(actor, recommendation);
CREATE TABLE link(
  rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES recommendation, other INTEGER NOT NULL REFERENCES recommendation,
  kind TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX link_of ON link(of, kind, other);
CREATE INDEX link_other ON link(other, kind, of);
CREATE TABLE crosswalk(
  rid INTEGER PRIMARY KEY REFERENCES item, theme INTEGER NOT NULL REFERENCES theme, other INTEGER NOT NULL REFERENCES theme, kind TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX crosswalk_theme ON crosswalk(theme, other);
CREATE INDEX crosswalk_other ON crosswalk(other, theme);

-- What was asked and answered.
CREATE TABLE decision(
  rid INTEGER PRIMARY KEY REFERENCES item, recommendation INTEGER NOT NULL REFERENCES recommendation, actor INTEGER NOT NULL REFERENCES actor,
  answer TEXT NOT NULL, on_day TEXT NOT NULL, reason TEXT, planned_on TEXT, request INTEGER REFERENCES request, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_recommendation ON decision(recommendation, actor, on_day, stamp);
CREATE INDEX decision_actor ON decision(actor, on_day);
CREATE INDEX decision_request ON decision(request) WHERE request IS NOT NULL;
CREATE TABLE request(
  rid INTEGER PRIMARY KEY REFERENCES item, actor INTEGER NOT NULL REFERENCES actor, on_day TEXT NOT NULL, text TEXT NOT NULL, how TEXT, reply_by TEXT,
  reminds INTEGER REFERENCES request,
  live INTEGER NOT NULL DEFAULT 0, answered_on TEXT             -- kept: the first day of what answers it or a reminder of it
) STRICT;
CREATE INDEX request_waiting ON request(on_day, rid, actor, reply_by, reminds, answered_on, live) WHERE live = 1 AND answered_on IS NULL AND reminds IS NULL;
CREATE INDEX request_answered ON request(answered_on, on_day, rid, actor, reminds, live) WHERE live = 1 AND answered_on IS NOT NULL AND reminds IS NULL;
CREATE INDEX request_actor ON request(actor, on_day);
CREATE INDEX request_reminds ON request(reminds) WHERE reminds IS NOT NULL;
CREATE TABLE request_about(rid INTEGER PRIMARY KEY REFERENCES item, request INTEGER NOT NULL REFERENCES request, of INTEGER NOT NULL REFERENCES item) STRICT;
CREATE INDEX request_about_request ON request_about(request, of);
CREATE INDEX request_about_of ON request_about(of, request);

-- What is measured. Numbers are decimal text, as they were said.
CREATE TABLE indicator(
  rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, definition TEXT, unit TEXT NOT NULL, direction TEXT NOT NULL,
  baseline TEXT, baseline_on TEXT, target TEXT, target_on TEXT
) STRICT;
CREATE INDEX indicator_name ON indicator(name COLLATE NOCASE);
CREATE TABLE indicator_of(rid INTEGER PRIMARY KEY REFERENCES item, indicator INTEGER NOT NULL REFERENCES indicator, of INTEGER NOT NULL REFERENCES item) STRICT;
CREATE INDEX indicator_of_indicator ON indicator_of(indicator, of);
CREATE INDEX indicator_of_item ON indicator_of(of, indicator);
CREATE TABLE observation(
  rid INTEGER PRIMARY KEY REFERENCES item, indicator INTEGER NOT NULL REFERENCES indicator, on_day TEXT NOT NULL, value TEXT NOT NULL, category TEXT,
  source TEXT, evidence INTEGER REFERENCES evidence, note TEXT, corrects INTEGER REFERENCES observation, reason TEXT, stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_indicator ON observation(indicator, on_day, stamp);
CREATE INDEX observation_evidence ON observation(evidence) WHERE evidence IS NOT NULL;
CREATE INDEX observation_corrects ON observation(corrects) WHERE corrects IS NOT NULL;

-- What the desk needs.
CREATE TABLE their_ref(rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES item, number TEXT NOT NULL, whose TEXT) STRICT;
CREATE INDEX their_ref_of ON their_ref(of);
CREATE INDEX their_ref_number ON their_ref(number COLLATE NOCASE);
CREATE TABLE note(rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES item, text TEXT NOT NULL) STRICT;
CREATE INDEX note_of ON note(of);
CREATE TABLE flag(rid INTEGER PRIMARY KEY REFERENCES item, of INTEGER NOT NULL REFERENCES item, on_day TEXT NOT NULL, why TEXT) STRICT;
CREATE INDEX flag_of ON flag(of, on_day);
CREATE INDEX flag_day ON flag(on_day, of);
CREATE TABLE custom_field(
  rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, kind TEXT NOT NULL, list TEXT NOT NULL, choices TEXT, ord INTEGER NOT NULL
) STRICT;
CREATE INDEX custom_field_name ON custom_field(name COLLATE NOCASE);
CREATE TABLE custom_value(rid INTEGER PRIMARY KEY REFERENCES item, field INTEGER NOT NULL REFERENCES custom_field, of INTEGER NOT NULL REFERENCES item, value TEXT NOT NULL) STRICT;
CREATE INDEX custom_value_of ON custom_value(of, field, value);
CREATE INDEX custom_value_field ON custom_value(field, value, of);
CREATE TABLE saved_view(rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, list TEXT NOT NULL, filter TEXT NOT NULL, group_by TEXT, ord INTEGER NOT NULL) STRICT;
CREATE TABLE review(rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, on_day TEXT NOT NULL, note TEXT) STRICT;
CREATE TABLE setting(rid INTEGER PRIMARY KEY REFERENCES item, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE INDEX setting_name ON setting(name);

-- Bytes, once for identical files; in pieces of 256 KiB, so that neither side needs the whole in memory.
CREATE TABLE blob(rid INTEGER PRIMARY KEY, sha256 TEXT, bytes INTEGER NOT NULL, staged_at TEXT) STRICT; -- staged_at: nothing refers to it yet
CREATE UNIQUE INDEX blob_sha256 ON blob(sha256) WHERE staged_at IS NULL;
CREATE INDEX blob_staged ON blob(staged_at) WHERE staged_at IS NOT NULL;
CREATE TABLE chunk(blob INTEGER NOT NULL REFERENCES blob, n INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(blob, n)) STRICT;

CREATE TABLE evidence(
  rid INTEGER PRIMARY KEY REFERENCES item, kind TEXT NOT NULL, title TEXT NOT NULL, target TEXT, sha256 TEXT, speaks_of TEXT, independent INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_target ON evidence(target, kind) WHERE target IS NOT NULL;
CREATE INDEX evidence_sha256 ON evidence(sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX evidence_mechanism ON evidence(title COLLATE NOCASE) WHERE kind = 'mechanism'; -- named, so found by its name
CREATE TABLE evidence_use(
  rid INTEGER PRIMARY KEY REFERENCES item, evidence INTEGER NOT NULL REFERENCES evidence, of INTEGER NOT NULL REFERENCES item,
  page TEXT, stance TEXT NOT NULL, level TEXT
) STRICT;
CREATE INDEX evidence_use_of ON evidence_use(of, evidence, stance);
CREATE INDEX evidence_use_evidence ON evidence_use(evidence, of);

-- Kept: the life of a commitment as stretches of days, and when we learnt (and unlearnt) them. A fact that arrives late
-- sets `unlearnt` on the stretches that it corrects and adds new ones; nothing is overwritten.
CREATE TABLE span(
  commitment INTEGER NOT NULL REFERENCES commitment, from_day TEXT NOT NULL, to_day TEXT NOT NULL, learnt INTEGER NOT NULL, unlearnt INTEGER,
  status TEXT NOT NULL, lead INTEGER, due_now INTEGER, due_by TEXT, due_first TEXT, slips INTEGER NOT NULL DEFAULT 0,
  late_from TEXT,                                               -- its first overdue day, if there is one before to_day
  bare INTEGER NOT NULL DEFAULT 1,                              -- its commitment is without evidence, as it is known now
  PRIMARY KEY(commitment, from_day, learnt)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_count ON span(to_day, late_from, lead, due_by, bare, slips, commitment, from_day, learnt, unlearnt) WHERE late_from IS NOT NULL AND unlearnt IS NULL;
CREATE INDEX span_page ON span(due_by, commitment, late_from, to_day, lead, from_day, learnt, unlearnt) WHERE late_from IS NOT NULL AND unlearnt IS NULL;

-- The log. A replica is a file at a place; its entries have a sequence without gaps and a chain of hashes.
CREATE TABLE replica(rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, last_seq INTEGER NOT NULL, last_hash BLOB NOT NULL) STRICT;
CREATE TABLE entry(
  n INTEGER PRIMARY KEY, replica INTEGER NOT NULL REFERENCES replica, seq INTEGER NOT NULL, stamp INTEGER NOT NULL, at TEXT NOT NULL,
  author TEXT NOT NULL, command TEXT NOT NULL, act TEXT NOT NULL, undoes INTEGER REFERENCES entry,
  undone_by INTEGER,                                            -- kept
  hash BLOB NOT NULL, UNIQUE(replica, seq)
) STRICT;
CREATE INDEX entry_undoes ON entry(undoes) WHERE undoes IS NOT NULL;
-- For the diary: each is in the order of the entries within one author, one command.
CREATE INDEX entry_author ON entry(author);
CREATE INDEX entry_command ON entry(command);
-- A new row is one change with an empty field and the row as JSON; an edit is one change a field. Written before its
-- entry's hash is known, so without a foreign key to it.
CREATE TABLE change(
  entry INTEGER NOT NULL, n INTEGER NOT NULL, item INTEGER NOT NULL REFERENCES item, field TEXT NOT NULL, old ANY, new ANY,
  digest BLOB,                                                  -- of a change whose words went with the bin
  PRIMARY KEY(entry, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_item ON change(item, entry);

CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2");
