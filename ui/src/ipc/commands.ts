// Made from the Rust list of commands by `make types`; do not edit. A test holds it current.

export type AccountArgs = { 
/**
 * Short name, name or id of the actor.
 */
actor: string, 
/**
 * With the actors that belong to it.
 */
tree?: boolean | null, };

export type AccountReply = { as_of: string, actor: Named, 
/**
 * What is under it was counted too.
 */
tree: boolean, 
/**
 * Actors under it, at any depth.
 */
below: number, 
/**
 * Recommendations that ask it.
 */
asked: Counted, 
/**
 * Of these, those without an answer of its own.
 */
silent: Counted, 
/**
 * The first 10 that ask it: those without an answer first, the oldest first.
 */
asked_rows: Array<AskedRow>, 
/**
 * Recommendations that it answered.
 */
decided: Counted, 
/**
 * The answers that hold, the most frequent first.
 */
answers: Array<AnswerCount>, 
/**
 * Commitments that it leads or joins.
 */
undertook: Counted, 
/**
 * Of these, led by it.
 */
leads: Counted, undertook_rows: Array<CommitmentRow>, 
/**
 * Open, and led by it.
 */
owes: Counted, overdue: Counted, overdue_rows: Array<CommitmentRow>, 
/**
 * Due in the next 90 days.
 */
due_soon: Counted, due_soon_rows: Array<CommitmentRow>, undated: Counted, 
/**
 * Nobody said anything for longer than its interval.
 */
update_overdue: Counted, update_overdue_rows: Array<CommitmentRow>, 
/**
 * What we asked it and it did not answer.
 */
requests: number, request_rows: Array<RequestRow>, 
/**
 * Implemented, and led by it.
 */
delivered: Counted, 
/**
 * Of these, verified; the others were waived.
 */
verified: Counted, delivered_rows: Array<CommitmentRow>, 
/**
 * Reported as implemented, waiting for us.
 */
reported: Counted, 
/**
 * What was delivered: from its due to the day on which that was reported.
 */
delivered_late: Lateness, 
/**
 * What is owed: from its due to the day asked about.
 */
owed_late: Lateness, 
/**
 * Of what it leads, those whose due was moved, and how often in all.
 */
moved: number, moves: number, };

export type Across = "lead" | "theme";

export type ActorCount = { id: string, ref: string, name: string, 
/**
 * How deep it stands in the tree.
 */
depth: number, 
/**
 * Open commitments that it leads itself.
 */
leads: number, overdue: number, };

export type ActorKind = "organ" | "department" | "office" | "mission" | "role" | "state" | "class_of_states" | "regional_body" | "agency" | "think_tank" | "civil_society" | "group";

export type ActorPage = { id: string, ref: string, name: string, short: string | null, kind: ActorKind, level: Level | null, parent: Named | null, aliases: Array<string>, successor: Successor | null, 
/**
 * Those that it took over from.
 */
predecessors: Array<Named>, private: boolean, private_why: string | null, deleted: boolean, children: Array<Named>, 
/**
 * A contact at work, as the officer typed it.
 */
contact: string | null, 
/**
 * Months after which what it leads is due for a word again.
 */
review_months: number | null, 
/**
 * The actor that it turned out to be: what names this one is shown there.
 */
merged_into: Named | null, 
/**
 * Those merged into it.
 */
merged: Array<Merged>, 
/**
 * Open commitments that it leads under its own name, those merged into it included.
 */
leads: number, overdue: number, 
/**
 * Open commitments still under the name of one from whom it took over.
 */
leads_before: number, 
/**
 * The first 200 that it leads, joins or supports, under every name that it had.
 */
commitments: Array<CommitmentRow>, 
/**
 * The first 100 recommendations that ask it, under every name that it had.
 */
asked: Array<AskedRow>, 
/**
 * The first 100 recommendations by which it is to call on others.
 */
calls: Array<Brief>, 
/**
 * Its answers, newest first; at most 100.
 */
decided: Array<DecidedRow>, 
/**
 * What it was asked by us, those that wait first; at most 100.
 */
requests: Array<RequestRow>, desk: AtDesk, };

export type ActorRow = { id: string, 
/**
 * Its short reference.
 */
actor: string, name: string, kind: ActorKind, level: Level | null, parent: string | null, 
/**
 * Open commitments that it leads.
 */
leads: number, overdue: number, };

export type AddActorArgs = { 
/**
 * Full name.
 */
name: string, 
/**
 * Acronym or short name.
 */
short?: string | null, 
/**
 * What sort of actor it is; group if not given.
 */
kind?: ActorKind | null, 
/**
 * Where it works.
 */
level?: Level | null, 
/**
 * The actor that it belongs to.
 */
parent?: string | null, 
/**
 * A contact at work: an office, a functional address.
 */
contact?: string | null, 
/**
 * Another name of it; may be given several times.
 */
alias?: Array<string> | null, };

export type AddAddresseeArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * The actor.
 */
actor: string, 
/**
 * The text does not name it: it is only implied, and stays unconfirmed.
 */
implied?: boolean | null, };

export type AddAliasArgs = { 
/**
 * Short name, name or id of the actor.
 */
item: string, 
/**
 * The other name.
 */
alias: string, };

export type AddAnswerArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, };

export type AddCallerArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * The actor.
 */
actor: string, };

export type AddCommitmentArgs = { 
/**
 * Reference or id of the recommendation that it answers.
 */
recommendation: string, 
/**
 * What will be delivered.
 */
deliverable: string, 
/**
 * The accountable lead.
 */
lead?: string | null, 
/**
 * An actor that undertook it jointly; may be given several times.
 */
joint?: Array<string> | null, 
/**
 * An actor that supports it; may be given several times.
 */
supporting?: Array<string> | null, 
/**
 * What it came from; response if not given.
 */
kind?: CommitmentKind | null, 
/**
 * The day on which it was undertaken.
 */
made_on?: string | null, 
/**
 * When it is due, in words: 2027-06-30, Q2 2027, 2025-2027, within 12 months, before the next ministerial, every six months.
 */
due?: string | null, 
/**
 * The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, 
/**
 * On what occasion it was undertaken: a ministerial, a visit, a debate.
 */
occasion?: string | null, 
/**
 * How completion will be recognised.
 */
done_when?: string | null, 
/**
 * The post responsible.
 */
post?: string | null, 
/**
 * A contact at work: an office, a functional address.
 */
contact?: string | null, 
/**
 * The desk colleague who follows it.
 */
handler?: string | null, 
/**
 * A limit that the actor itself declared.
 */
caveat?: string | null, 
/**
 * Worded by the desk and not yet anyone's word.
 */
drafted?: boolean | null, 
/**
 * The level of result that it is about.
 */
result_level?: ResultLevel | null, 
/**
 * Months after which a word is due on it.
 */
review_months?: number | null, };

export type AddCrosswalkArgs = { 
/**
 * The theme: its name, “framework: name”, or id.
 */
theme: string, 
/**
 * The theme of the other framework.
 */
other: string, 
/**
 * How the first stands to the second: it equals it, is a part of it, contains it, or overlaps with it.
 */
kind?: CrosswalkKind | null, 
/**
 * Why.
 */
reason: string, };

export type AddEventArgs = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its first day, or a month or year: 2021-12-07, December 2021. Without it the event has no date yet.
 */
from?: string | null, 
/**
 * Its last day, where it has several.
 */
to?: string | null, };

export type AddEvidenceArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * A file.
 */
file?: Input | null, 
/**
 * The address of a page.
 */
link?: string | null, 
/**
 * The symbol of a document (S/2024/123).
 */
symbol?: string | null, 
/**
 * A system of reporting or assessment that exists already, by its name (CPAS): it is cited, not typed in again. Say the period in page.
 */
mechanism?: string | null, 
/**
 * Words of your own: a telephone call, a meeting.
 */
note?: string | null, 
/**
 * Title; the file's name, address, symbol or first words if not given.
 */
title?: string | null, 
/**
 * The day that it speaks of.
 */
date?: string | null, 
/**
 * The page.
 */
page?: string | null, 
/**
 * What it says of the item; supports if not given.
 */
stance?: Stance | null, 
/**
 * The level of result that it speaks of.
 */
level?: ResultLevel | null, 
/**
 * It comes from somebody else than the actor who reports.
 */
independent?: boolean | null, };

export type AddFrameworkArgs = { 
/**
 * Its name.
 */
name: string, };

export type AddIndicatorArgs = { 
/**
 * What is measured.
 */
name: string, 
/**
 * The unit of its values: %, missions, days.
 */
unit: string, 
/**
 * increase, decrease or maintain; increase if not given.
 */
direction?: Direction | null, 
/**
 * How it is measured.
 */
definition?: string | null, 
/**
 * The value from which it sets out.
 */
baseline?: string | null, 
/**
 * The day of that value.
 */
baseline_on?: string | null, 
/**
 * The value that is wanted.
 */
target?: string | null, 
/**
 * The day by which it is wanted.
 */
target_on?: string | null, 
/**
 * A recommendation or commitment that it speaks of; may be given several times.
 */
of?: Array<string> | null, };

export type AddMilestoneArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * What will have been reached.
 */
text: string, 
/**
 * When it is due, in words.
 */
due?: string | null, 
/**
 * How far ahead it lies: short, medium or long.
 */
term?: Term | null, 
/**
 * The event on which its due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, };

export type AddPartnerArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * The actor.
 */
actor: string, 
/**
 * joint or supporting; supporting if not given.
 */
role?: Role | null, };

export type AddRecommendationArgs = { 
/**
 * Short name or id of the source.
 */
source: string, 
/**
 * What it asks.
 */
text: string, 
/**
 * Its label in the source (P4.3).
 */
label?: string | null, 
/**
 * The section that it stands in.
 */
section?: string | null, 
/**
 * The page, as printed.
 */
page?: string | null, 
/**
 * Its heading.
 */
heading?: string | null, 
/**
 * How strongly it asks.
 */
force?: Force | null, 
/**
 * Why it is contested.
 */
contested?: string | null, 
/**
 * Their own reference number.
 */
their_ref?: string | null, 
/**
 * The recommendation that it is a part of.
 */
parent?: string | null, 
/**
 * An actor that it asks; may be given several times.
 */
addressee?: Array<string> | null, 
/**
 * When it is to be done, in the words of the source.
 */
due?: string | null, 
/**
 * The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, 
/**
 * How much it matters to the desk.
 */
priority?: Priority | null, 
/**
 * Whom the line is meant for, where a heading of its source would mislead.
 */
aim?: Aim | null, 
/**
 * What must be there first.
 */
precondition?: string | null, 
/**
 * What may go wrong.
 */
risk?: string | null, 
/**
 * What to do then.
 */
contingency?: string | null, 
/**
 * Why doing it should bring about what is wanted.
 */
theory?: string | null, 
/**
 * What was in place already when it was made.
 */
already?: string | null, 
/**
 * Score 0 to 3: it helps several areas.
 */
enables?: number | null, 
/**
 * Score 0 to 3: it can be done with what is there.
 */
feasible?: number | null, 
/**
 * Score 0 to 3: it shows on the ground.
 */
impact?: number | null, 
/**
 * Score 0 to 3: it keeps agreement.
 */
consensus?: number | null, 
/**
 * A remark of the desk about the text.
 */
remark?: string | null, };

export type AddSourceArgs = { 
/**
 * Short name, which begins the references of its recommendations (A4P+).
 */
short: string, 
/**
 * Full title.
 */
title: string, 
/**
 * Who published it.
 */
publisher?: string | null, 
/**
 * Document symbol.
 */
symbol?: string | null, 
/**
 * When it was published: 2021, 2021-03 or 2021-03-25.
 */
published?: string | null, 
/**
 * Its language, as a code (en, fr, ar).
 */
language?: string | null, 
/**
 * What standing it has.
 */
standing?: Standing | null, 
/**
 * Months after which a word is due on its commitments.
 */
review_months?: number | null, };

export type AddTheirRefArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * The number, as they write it.
 */
number: string, 
/**
 * Whose number it is.
 */
whose?: string | null, };

export type AddThemeArgs = { 
/**
 * Name or id of the framework.
 */
framework: string, 
/**
 * Its name.
 */
name: string, };

export type AddresseeRow = { id: string, actor: Named, 
/**
 * The text names it; else it is implied.
 */
named: boolean, 
/**
 * The officer confirmed it.
 */
confirmed: boolean, 
/**
 * The day on which it was sent to the actor.
 */
sent_on: string | null, 
/**
 * The day by which an answer is asked.
 */
reply_by: string | null, 
/**
 * Nothing: no response.
 */
decision: DecisionKind | null, decided_on: string | null, 
/**
 * The day by which it means to act.
 */
planned_on: string | null, reason: string | null, 
/**
 * Days without an answer since it was sent, or since its source is of; nothing where it answered.
 */
days_waiting: number | null, 
/**
 * Days without an answer since the reply was due.
 */
days_late: number | null, };

export type AgeBand = { from_days: number, to_days: number | null, count: number, };

export type AgeingArgs = { 
/**
 * Only what this admits, as in list commitments --filter.
 */
filter?: string | null, 
/**
 * Leave out what is not for export.
 */
exported?: boolean | null, };

export type Aim = "mission" | "headquarters" | "training" | "member_states" | "own_study";

export type AnswerCount = { answer: DecisionKind, n: number, };

export type Answered = { id: string, ref: string, 
/**
 * Short name of its source.
 */
source: string, label: string | null, page: string | null, line: number | null, 
/**
 * Its own, or that of the whole that it is a part of.
 */
heading: string | null, text: string, 
/**
 * The code of the language of its source, in which it is written.
 */
language: string | null, 
/**
 * The one that it is counted under.
 */
main: boolean, };

export type AskActorArgs = { 
/**
 * The actor that was asked.
 */
actor: string, 
/**
 * Reference or id of a recommendation, commitment or source that it is about; may be given several times.
 */
about?: Array<string> | null, 
/**
 * What was asked.
 */
text: string, 
/**
 * By letter, note, mail, telephone.
 */
how?: string | null, 
/**
 * The day on which it was asked; today if not given.
 */
on?: string | null, 
/**
 * The day by which an answer is asked.
 */
reply_by?: string | null, };

export type AskedRow = { id: string, ref: string, kind: Kind, title: string, 
/**
 * The name under which it is asked, where that is not its own.
 */
under: Named | null, confirmed: boolean, 
/**
 * Nothing: no response.
 */
decision: DecisionKind | null, decided_on: string | null, };

export type AtDesk = { 
/**
 * The numbers under which others know it.
 */
refs: Array<TheirNumber>, 
/**
 * Never exported.
 */
note: OwnNote | null, flag: FlagNow | null, 
/**
 * Only the fields that hold something, in the user's order.
 */
fields: Array<FieldValue>, indicators: Array<IndicatorBrief>, };

export type BinArgs = { 
/**
 * At most so many.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type BinReply = { total: number, items: Array<BinRow>, };

export type BinRow = { id: string, ref: string, kind: Kind, title: string, 
/**
 * RFC 3339, UTC.
 */
deleted_at: string, by: string, };

export type Binned = { kind: Kind, count: number, };

export type Brief = { id: string, ref: string, kind: Kind, title: string, };

export type CallerRow = { id: string, actor: Named, };

export type CancelArgs = { 
/**
 * The name in the envelope.
 */
job: string, };

export type Carried = { 
/**
 * The successors, in the order in which the old ones were named.
 */
opened: Array<Created>, 
/**
 * Commitments that were closed as superseded.
 */
closed: number, 
/**
 * Open commitments that stay open, as they answer others that are not carried forward.
 */
left_open: Array<Brief>, };

export type CarryForwardArgs = { 
/**
 * Reference or id of a recommendation; one or more.
 */
recommendation?: Array<string> | null, 
/**
 * The source under which the successors stand; that of the old one if not given.
 */
source?: string | null, 
/**
 * The framework to which the themes of the old one lead through crosswalks; the successors carry those themes.
 */
framework?: string | null, 
/**
 * A theme that the successors carry.
 */
theme?: string | null, 
/**
 * The label of the successor, where it is one.
 */
label?: string | null, 
/**
 * Why.
 */
reason: string, };

export type Cell = { 
/**
 * Reference or id of a commitment or recommendation.
 */
item: string, 
/**
 * The field, by its English name; # and its name for a field of your own.
 */
field: string, 
/**
 * As it was typed; nothing, or none, clears it where it may be cleared.
 */
value: string, };

export type CellPreview = { 
/**
 * Nothing where no item is meant.
 */
id: string | null, ref: string, title: string, field: string, before: string | null, after: string | null, changed: boolean, 
/**
 * Why it may not be set so, in one sentence.
 */
refusal: string | null, };

export type CellsPreview = { changed: number, 
/**
 * Which are so already.
 */
unchanged: number, 
/**
 * Which may not be set so.
 */
refused: number, 
/**
 * Some of these are refused only because no reason is given.
 */
needs_reason: boolean, 
/**
 * One for each cell, in their order.
 */
cells: Array<CellPreview>, };

export type CellsRead = { 
/**
 * For preview-cells and set-cells.
 */
cells: Array<Cell>, 
/**
 * The columns that were understood.
 */
columns: Array<PastedColumn>, 
/**
 * What could not be read, and is left out.
 */
problems: Array<PasteProblem>, };

export type CellsSet = { changed: number, 
/**
 * Which were so already.
 */
unchanged: number, 
/**
 * Which may not be set so, and stay as they were.
 */
left_out: number, };

export type ChangeKind = "new" | "moved" | "slipped" | "closed" | "reopened" | "decided" | "updated";

export type ChangeLine = { what: ChangeKind, entry: number, 
/**
 * RFC 3339, UTC: when it was entered.
 */
at: string, 
/**
 * Who entered it.
 */
by: string, 
/**
 * The day that it speaks of.
 */
day: string | null, 
/**
 * The due or status before, as it was said.
 */
old: string | null, 
/**
 * The due, status or answer after.
 */
new: string | null, 
/**
 * Who reported, decided or answered.
 */
who: string | null, why: string | null, };

export type ChangeTotals = { new: number, moved: number, slipped: number, closed: number, reopened: number, decided: number, updated: number, };

export type ChangedItem = { id: string, ref: string, kind: Kind, title: string, lines: Array<ChangeLine>, };

export type ChangedReply = { entry: number, kinds: Array<Kind>, };

export type ChangedSinceArgs = { 
/**
 * The last entry that was seen.
 */
entry: number, };

export type ChangesArgs = { 
/**
 * A day (2026-10-01), the name of a review, or the number of an entry.
 */
since: string, 
/**
 * Only of items that this admits, as in list --filter.
 */
filter?: string | null, 
/**
 * At most so many items; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many items.
 */
offset?: number | null, };

export type ChangesReply = { 
/**
 * Entries after this one are told.
 */
after: number, 
/**
 * When that entry was made; nothing: from the start.
 */
since: string | null, 
/**
 * Items that changed.
 */
total: number, totals: ChangeTotals, items: Array<ChangedItem>, };

export type CheckArgs = Record<symbol, never>;

export type CheckReply = { ok: boolean, 
/**
 * Entries of the log that were gone over.
 */
entries: number, items: number, evidence_files: number, 
/**
 * What is wrong, one sentence each; at most 50.
 */
problems: Array<string>, };

export type Choice = { 
/**
 * What to give to take the catalogue's.
 */
take: string, id: string, ref: string, title: string, field: string, yours: string | null, catalogue: string | null, };

export type CommitmentKind = "response" | "declared_commitment" | "pledge" | "compact" | "plan_action" | "directive";

export type CommitmentPage = { id: string, ref: string, deliverable: string, kind: CommitmentKind, drafted: boolean, made_on: string | null, done_when: string | null, post: string | null, handler: string | null, caveat: string | null, private: boolean, private_why: string | null, deleted: boolean, status: Status, 
/**
 * The day since which it stands there; nothing: from the start.
 */
status_since: string | null, days_overdue: number | null, 
/**
 * What an update may set now.
 */
next_statuses: Array<Status>, lead: Named | null, joint: Array<Named>, supporting: Array<Named>, answers: Array<Answered>, due: DueNow | null, original: DueNow | null, slips: number, 
/**
 * Days between the original due and the current one.
 */
days_moved: number | null, 
/**
 * The moves of its due, oldest first.
 */
moves: Array<DueEntry>, 
/**
 * Days by which the original due has passed, while it is open.
 */
days_overdue_original: number | null, 
/**
 * Of a recurring due: those up to the day asked about, and the next ones.
 */
occurrences: Array<Occurrence>, 
/**
 * In their order.
 */
milestones: Array<MilestoneRow>, 
/**
 * Months after which a word on it is due, where it has an interval of its own.
 */
review_months: number | null, 
/**
 * The last day before its update is overdue; its source or its lead may say so too.
 */
word_by: string | null, 
/**
 * Days by which that has passed, while it is open.
 */
update_overdue_days: number | null, 
/**
 * How far its result reaches, by the latest update that says so.
 */
reach: Reach | null, 
/**
 * How it fares, by the latest update that says so.
 */
health: Health | null, 
/**
 * Newest first.
 */
timeline: Array<TimelineEntry>, 
/**
 * On the commitment itself; that of updates stands in the time line.
 */
evidence: Array<UseRow>, 
/**
 * Day of the latest update.
 */
last_word: string | null, 
/**
 * The level of result that it is about.
 */
result_level: ResultLevel | null, 
/**
 * The series that it was made with.
 */
series: Brief | null, 
/**
 * A contact at work, as the officer typed it.
 */
contact: string | null, 
/**
 * On what occasion it was undertaken.
 */
occasion: string | null, 
/**
 * What was asked about it, newest first. None of it counts as an update.
 */
requests: Array<RequestRow>, desk: AtDesk, };

export type CommitmentRow = { id: string, 
/**
 * Its reference.
 */
commitment: string, deliverable: string, 
/**
 * Worded by the desk, not anyone's word yet.
 */
drafted: boolean, 
/**
 * Reference of the main recommendation that it answers.
 */
recommendation: string | null, 
/**
 * Short name of that recommendation's source.
 */
source: string | null, label: string | null, 
/**
 * Short reference of the lead.
 */
lead: string | null, lead_name: string | null, due_stated: string | null, due_by: string | null, 
/**
 * Nothing where it is not overdue.
 */
days_overdue: number | null, status: Status, 
/**
 * Day of the latest update.
 */
last_update: string | null, 
/**
 * How often its due was moved.
 */
slips: number, 
/**
 * Its first due, where it was moved.
 */
original: string | null, 
/**
 * Days between that and the current one.
 */
days_moved: number | null, 
/**
 * Days by which the original due has passed, while it is open.
 */
days_overdue_original: number | null, 
/**
 * Uses of evidence on it and on its updates.
 */
evidence: number, private: boolean, kind: CommitmentKind, 
/**
 * The desk colleague who follows it.
 */
handler: string | null, 
/**
 * What its latest update that says so says.
 */
health: Health | null, 
/**
 * Where its lead works.
 */
level: Level | null, 
/**
 * Months after which a word is due.
 */
review_months: number | null, 
/**
 * Days since it was made, or since its source's date.
 */
age: number | null, 
/**
 * The beginning of that recommendation's text.
 */
asked: string | null, };

export type CompareArgs = { 
/**
 * The first day, such as 2026-01-01.
 */
from: string, 
/**
 * The second day; the day asked about if not given.
 */
to?: string | null, 
/**
 * Only of items that this admits, on each of the two days, as in list --filter.
 */
filter?: string | null, 
/**
 * Name items of this sort alone.
 */
what?: CompareKind | null, 
/**
 * At most so many items of each sort; 10 if not given, 100 of one sort.
 */
limit?: number | null, 
/**
 * After so many items.
 */
offset?: number | null, };

export type CompareKind = "new" | "gone" | "closed" | "reopened" | "became_overdue" | "no_longer_overdue" | "due_moved" | "lead_changed" | "status_changed";

export type CompareReply = { from: string, to: string, total: Pair, open: Pair, overdue: Pair, closed: Pair, implemented: Pair, 
/**
 * Implemented, and the latest verdict on it was not a waiver.
 */
verified: Pair, 
/**
 * Every status that occurs.
 */
statuses: Array<StatusPair>, 
/**
 * The leads with most, up to 30.
 */
leads: Array<LeadPair>, 
/**
 * How many leads there are besides.
 */
leads_more: number, 
/**
 * Commitments that differ in any way.
 */
differ: number, 
/**
 * Every sort of difference.
 */
moved: Array<Moved>, };

export type CompareRow = { id: string, ref: string, title: string, 
/**
 * Nothing: it was not there.
 */
before: CompareSide | null, after: CompareSide | null, };

export type CompareSide = { status: Status, 
/**
 * Short reference of the lead.
 */
lead: string | null, due_stated: string | null, due_by: string | null, overdue: boolean, };

export type CompleteMilestoneArgs = { 
/**
 * Reference or id of the milestone.
 */
milestone: string, 
/**
 * The day; today if not given; none opens it again.
 */
on?: string | null, };

export type ConfirmAddresseeArgs = { 
/**
 * Id of the addressee.
 */
addressee: string, };

export type CorrectObservationArgs = { 
/**
 * Id of the observation.
 */
observation: string, 
/**
 * The right value.
 */
value?: string | null, 
/**
 * The unit in which it was said; refused if it is not the indicator's.
 */
unit?: string | null, 
/**
 * The right day.
 */
on?: string | null, 
/**
 * Who says so, or none.
 */
source?: string | null, 
/**
 * The right division, or none.
 */
category?: string | null, 
/**
 * The evidence that it stands in, or none.
 */
evidence?: string | null, 
/**
 * A remark, or none.
 */
note?: string | null, 
/**
 * Why it is corrected.
 */
reason: string, };

export type Counted = { n: number, list: ListKind, queue: Queue, filter: string, };

export type CountsArgs = Record<symbol, never>;

export type CountsReply = { as_of: string, overdue: number, 
/**
 * Open commitments whose original due is past, moved or not.
 */
overdue_original: number, due_soon: number, due_30: number, awaiting_verification: number, no_lead: number, no_date: number, no_evidence: number, update_overdue: number, slipping: number, long_outstanding: number, contradicting: number, 
/**
 * Open and followed by the user.
 */
mine: number, 
/**
 * Commitments and recommendations flagged for today or before.
 */
flagged: number, 
/**
 * Recommendations that no commitment answers and nobody declined.
 */
not_taken_up: number, 
/**
 * Recommendations without a confirmed addressee.
 */
no_owner: number, suspended: number, closed: number, all: number, bin: number, sources: Array<SourceCount>, 
/**
 * Those who lead something open, with those above them, as a tree in reading order.
 */
actors: Array<ActorCount>, 
/**
 * The earliest due that is still ahead, of what is open.
 */
next_due: string | null, };

export type Created = { id: string, 
/**
 * Its short reference.
 */
ref: string, };

export type CrossColumn = { 
/**
 * A word of the picture: where they stand, or how late; of a theme its id.
 */
key: string, 
/**
 * Of a theme.
 */
name: string | null, 
/**
 * What a filter adds for it.
 */
filter: string, 
/**
 * How late, in days.
 */
from_days: number | null, to_days: number | null, 
/**
 * Of all rows, those left out included.
 */
n: number, };

export type CrossRow = { 
/**
 * Of a lead: its list is that of the lead itself. Nothing: no lead.
 */
lead: Named | null, 
/**
 * Of a theme.
 */
theme: string | null, 
/**
 * What a filter adds for it; of a lead nothing, as its own list is meant.
 */
filter: string, cells: Array<number>, };

export type Crossed = { as_of: string, 
/**
 * The framework of the themes, where there are any.
 */
framework: Named | null, columns: Array<CrossColumn>, 
/**
 * Of leads those with the most overdue first, no lead last; of themes in the order of the framework.
 */
rows: Array<CrossRow>, 
/**
 * Rows that are not shown, and what stands in them.
 */
rows_more: number, more: Array<number>, 
/**
 * Themes that are not shown.
 */
themes_more: number, 
/**
 * Commitments that the filter admits.
 */
total: number, 
/**
 * Commitments that were left out because they, their recommendation or their source are not for export.
 */
left_out: number, };

export type CrosswalkKind = "equal" | "subset" | "superset" | "overlaps";

export type CrosswalkRow = { id: string, 
/**
 * How this theme stands to the other: read from the other side where the crosswalk was made there.
 */
kind: CrosswalkKind, 
/**
 * It was made from this theme to the other.
 */
forward: boolean, other: Named, reason: string, };

export type CustomKind = "text" | "number" | "date" | "one" | "several";

export type DecidedRow = { id: string, recommendation: Brief, 
/**
 * The name that it had, where that is not its own.
 */
under: Named | null, answer: DecisionKind, day: string, reason: string | null, planned_on: string | null, 
/**
 * It is the latest on this recommendation.
 */
holds: boolean, };

export type DecisionKind = "accepted" | "accepted_in_part" | "accepted_in_principle" | "noted" | "not_accepted" | "under_consideration" | "not_applicable";

export type DecisionRow = { id: string, actor: Named, answer: DecisionKind, day: string, reason: string | null, 
/**
 * The day by which it means to act.
 */
planned_on: string | null, 
/**
 * The request that it answered.
 */
request: Brief | null, 
/**
 * It is the latest of its actor; else a later one took its place.
 */
holds: boolean, };

export type DefineFieldArgs = { 
/**
 * Its name.
 */
name: string, 
/**
 * text, number, date, one or several; text if not given.
 */
kind?: CustomKind | null, 
/**
 * Of which list its items are; commitments if not given.
 */
list?: ListKind | null, 
/**
 * A choice; may be given several times.
 */
choices?: Array<string> | null, };

export type DeleteArgs = { 
/**
 * Reference or id of the item.
 */
item: string, };

export type DiaryAct = "edit" | "undo" | "redo" | "final";

export type DiaryArgs = { 
/**
 * Only what touched this item, or what hangs on it.
 */
item?: string | null, 
/**
 * Only entries before this number: the `next` of the page before.
 */
before?: number | null, 
/**
 * At most so many entries; 50 if not given.
 */
limit?: number | null, 
/**
 * Only by this person, as the diary names them.
 */
author?: string | null, 
/**
 * The first day.
 */
since?: string | null, 
/**
 * The last day.
 */
until?: string | null, 
/**
 * Only acts of these sorts.
 */
kinds?: Array<DiaryKind> | null, };

export type DiaryChange = { 
/**
 * The item that it is about: of a due or an update its commitment.
 */
item: Brief, 
/**
 * What sort of row was changed.
 */
kind: Kind, 
/**
 * The row was added.
 */
made: boolean, 
/**
 * The field; of an added row nothing.
 */
field: string, before: string | null, after: string | null, 
/**
 * Where an added update sets it.
 */
status: Status | null, 
/**
 * Whose it is: of a decision who answered.
 */
who: string | null, why: string | null, };

export type DiaryKind = "added" | "edited" | "progress" | "dates" | "who" | "answers" | "evidence" | "links" | "bin" | "imports" | "desk" | "undo";

export type DiaryLine = { entry: number, 
/**
 * RFC 3339, UTC.
 */
at: string, author: string, 
/**
 * What was done; of an undo or a redo: what was undone or done again.
 */
command: string, act: DiaryAct, 
/**
 * Of an undo or a redo: the edit that it is about.
 */
of: number | null, 
/**
 * The entry that took it back.
 */
undone_by: number | null, 
/**
 * The first items that it was about.
 */
items: Array<Brief>, 
/**
 * How many more there are; nothing where there are too many to count at a glance.
 */
items_more: number | null, 
/**
 * How many cells and rows it changed.
 */
changes_total: number, 
/**
 * The first of them.
 */
changes: Array<DiaryChange>, 
/**
 * It stands, and nothing is seen that stands in the way of taking it back. Undo itself looks at everything.
 */
can_undo: boolean, 
/**
 * It was undone, and nothing is seen that stands in the way of doing it again.
 */
can_redo: boolean, 
/**
 * The later entry that stands in the way.
 */
in_the_way: number | null, };

export type DiaryReply = { lines: Array<DiaryLine>, 
/**
 * Ask for what comes before this entry for the next page; nothing: that was all.
 */
next: number | null, 
/**
 * Everybody who stands in the log.
 */
authors: Array<string>, };

export type Direction = "increase" | "decrease" | "maintain";

export type DraftCommitmentsArgs = Record<symbol, never>;

export type Drafted = { commitments: number, };

export type DueEntry = { id: string, 
/**
 * Nothing for the original.
 */
day: string | null, stated: string, due_by: string | null, 
/**
 * The words before; nothing for the original.
 */
before: string | null, 
/**
 * What was due before.
 */
due_by_before: string | null, 
/**
 * Days between the two.
 */
days: number | null, 
/**
 * “event moved” where the event that it hangs on did.
 */
reason: string | null, decider: string | null, 
/**
 * Name of the event that it hangs on.
 */
event: string | null, 
/**
 * Why that event moved.
 */
event_reason: string | null, };

export type DueKind = "day" | "month" | "quarter" | "year" | "window" | "event" | "stage" | "condition" | "recurring" | "none";

export type DueLineArgs = { 
/**
 * At most so many; 200 if not given, and no more.
 */
limit?: number | null, 
/**
 * Only what this admits, as in list commitments --filter.
 */
filter?: string | null, 
/**
 * Leave out what is not for export.
 */
exported?: boolean | null, };

export type DueLineReply = { as_of: string, 
/**
 * What adds up to `total` in a list.
 */
filter: string, 
/**
 * Open commitments with a day.
 */
total: number, 
/**
 * Of them those whose due was moved.
 */
moved: number, 
/**
 * The longest overdue first, then the soonest.
 */
items: Array<DueLineRow>, 
/**
 * Commitments that were left out because they are not for export.
 */
left_out: number, };

export type DueLineRow = { id: string, ref: string, deliverable: string, 
/**
 * Short reference of the lead.
 */
lead: string | null, due_by: string, days_overdue: number | null, 
/**
 * The first due and each move, oldest first.
 */
dues: Array<DueEntry>, };

export type DueNow = { id: string, kind: DueKind, 
/**
 * The words as they were said.
 */
stated: string, 
/**
 * The last day that they allow, where it can be known; of a recurring due its first occurrence that is still owed.
 */
due_by: string | null, from: string | null, to: string | null, 
/**
 * Name of the event that it hangs on.
 */
event: string | null, 
/**
 * Reference of that event.
 */
event_ref: string | null, 
/**
 * Months between two occurrences.
 */
every_months: number | null, decided_on: string | null, decider: string | null, reason: string | null, };

export type DueRead = { kind: DueKind, stated: string, 
/**
 * The last day that they allow, where it can be known.
 */
due_by: string | null, 
/**
 * First day of the stretch; for a recurring due the first occurrence.
 */
from: string | null, 
/**
 * Last day of the stretch; for a recurring due the day after which it comes no more.
 */
to: string | null, 
/**
 * Name of the event that it hangs on, as it was said.
 */
event: string | null, 
/**
 * For an event: due before it (else after it).
 */
before: boolean | null, 
/**
 * For an event: days between it and the due.
 */
offset_days: number | null, 
/**
 * For a recurring due: months between two occurrences.
 */
interval: number | null, 
/**
 * Name of the event of this workspace that is meant.
 */
hangs_on: string | null, 
/**
 * One sentence.
 */
understood: string, };

export type EditActorArgs = { 
/**
 * Short name, name or id of the actor.
 */
actor: string, 
/**
 * Full name.
 */
name?: string | null, 
/**
 * Acronym or short name.
 */
short?: string | null, 
/**
 * What sort of actor it is.
 */
kind?: string | null, 
/**
 * headquarters, field, capital or none.
 */
level?: string | null, 
/**
 * The actor that it belongs to, or none.
 */
parent?: string | null, 
/**
 * The actor that took over its work, or none.
 */
successor?: string | null, 
/**
 * The first day on which that one did.
 */
succeeded_on?: string | null, 
/**
 * A contact at work: an office, a functional address.
 */
contact?: string | null, };

export type EditAddresseeArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * The addressee.
 */
actor: string, 
/**
 * true: the text names it; false: it is only implied.
 */
named?: string | null, 
/**
 * true: the officer confirmed it; false: not confirmed.
 */
confirmed?: string | null, 
/**
 * The day on which it was sent.
 */
sent_on?: string | null, 
/**
 * The day by which an answer is asked.
 */
reply_by?: string | null, };

export type EditCommitmentArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * What will be delivered.
 */
deliverable?: string | null, 
/**
 * What it came from.
 */
kind?: string | null, 
/**
 * The day on which it was undertaken.
 */
made_on?: string | null, 
/**
 * On what occasion it was undertaken: a ministerial, a visit, a debate.
 */
occasion?: string | null, 
/**
 * How completion will be recognised.
 */
done_when?: string | null, 
/**
 * The post responsible.
 */
post?: string | null, 
/**
 * A contact at work: an office, a functional address.
 */
contact?: string | null, 
/**
 * The desk colleague who follows it.
 */
handler?: string | null, 
/**
 * A limit that the actor itself declared.
 */
caveat?: string | null, 
/**
 * true: worded by the desk; false: confirmed by the lead.
 */
drafted?: string | null, 
/**
 * The level of result that it is about, or none.
 */
result_level?: string | null, 
/**
 * Months after which a word is due on it, or none.
 */
review_months?: string | null, };

export type EditEvidenceArgs = { 
/**
 * Reference or id of the evidence.
 */
evidence: string, 
/**
 * Title.
 */
title?: string | null, 
/**
 * The day that it speaks of.
 */
date?: string | null, 
/**
 * true or false: it comes from somebody else than the actor who reports.
 */
independent?: string | null, };

export type EditFieldArgs = { 
/**
 * Name or id of the field.
 */
field: string, 
/**
 * Its new name.
 */
name?: string | null, 
/**
 * text, number, date, one or several.
 */
kind?: CustomKind | null, 
/**
 * A choice; may be given several times. All of them are given again; if none is given they stay.
 */
choices?: Array<string> | null, 
/**
 * Of which list it is, where two lists have a field of that name.
 */
list?: ListKind | null, };

export type EditFrameworkArgs = { 
/**
 * Name or id of the framework.
 */
framework: string, 
/**
 * The new name.
 */
name: string, };

export type EditIndicatorArgs = { 
/**
 * Name, reference or id of the indicator.
 */
indicator: string, 
/**
 * What is measured.
 */
name?: string | null, 
/**
 * The unit of its values.
 */
unit?: string | null, 
/**
 * increase, decrease or maintain.
 */
direction?: string | null, 
/**
 * How it is measured.
 */
definition?: string | null, 
/**
 * The value from which it sets out.
 */
baseline?: string | null, 
/**
 * The day of that value.
 */
baseline_on?: string | null, 
/**
 * The value that is wanted.
 */
target?: string | null, 
/**
 * The day by which it is wanted.
 */
target_on?: string | null, };

export type EditLinkArgs = { 
/**
 * Id of the link.
 */
link: string, 
/**
 * Why.
 */
reason: string, };

export type EditMilestoneArgs = { 
/**
 * Reference or id of the milestone.
 */
milestone: string, 
/**
 * What will have been reached.
 */
text?: string | null, 
/**
 * short, medium, long or none.
 */
term?: string | null, 
/**
 * Its place among the milestones of its commitment, from 1.
 */
place?: number | null, };

export type EditRecommendationArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * What it asks.
 */
text?: string | null, 
/**
 * Its label in the source.
 */
label?: string | null, 
/**
 * The section that it stands in.
 */
section?: string | null, 
/**
 * The page, as printed.
 */
page?: string | null, 
/**
 * Its heading.
 */
heading?: string | null, 
/**
 * How strongly it asks, or none.
 */
force?: string | null, 
/**
 * Why it is contested.
 */
contested?: string | null, 
/**
 * How much it matters to the desk, or none.
 */
priority?: string | null, 
/**
 * Whom the line is meant for, where a heading of its source would mislead, or none.
 */
aim?: string | null, 
/**
 * What must be there first.
 */
precondition?: string | null, 
/**
 * What may go wrong.
 */
risk?: string | null, 
/**
 * What to do then.
 */
contingency?: string | null, 
/**
 * Why doing it should bring about what is wanted.
 */
theory?: string | null, 
/**
 * What was in place already when it was made.
 */
already?: string | null, 
/**
 * Score 0 to 3: it helps several areas.
 */
enables?: string | null, 
/**
 * Score 0 to 3: it can be done with what is there.
 */
feasible?: string | null, 
/**
 * Score 0 to 3: it shows on the ground.
 */
impact?: string | null, 
/**
 * Score 0 to 3: it keeps agreement.
 */
consensus?: string | null, 
/**
 * A remark of the desk about the text.
 */
remark?: string | null, };

export type EditSourceArgs = { 
/**
 * Short name or id of the source.
 */
source: string, 
/**
 * Short name.
 */
short?: string | null, 
/**
 * Full title.
 */
title?: string | null, 
/**
 * Who published it.
 */
publisher?: string | null, 
/**
 * Document symbol.
 */
symbol?: string | null, 
/**
 * When it was published: 2021, 2021-03 or 2021-03-25.
 */
published?: string | null, 
/**
 * Its language, as a code.
 */
language?: string | null, 
/**
 * What standing it has, or none.
 */
standing?: string | null, 
/**
 * Months after which a word is due on its commitments, or none.
 */
review_months?: string | null, };

export type EditThemeArgs = { 
/**
 * The theme: its name, “framework: name”, or id.
 */
theme: string, 
/**
 * The new name.
 */
name: string, };

export type EditUpdateArgs = { 
/**
 * Reference or id of the update.
 */
update: string, 
/**
 * What happened.
 */
text?: string | null, 
/**
 * The status from that day on, or none for unchanged.
 */
status?: string | null, 
/**
 * The day that it speaks of.
 */
on?: string | null, 
/**
 * The actor who reported, or none.
 */
by?: string | null, 
/**
 * true or false: it was reported formally.
 */
formal?: string | null, 
/**
 * What stands in the way, or none.
 */
obstacle?: string | null, 
/**
 * What kind of thing stands in the way, or none.
 */
obstacle_kind?: string | null, 
/**
 * What is needed, or none.
 */
resources?: string | null, 
/**
 * The day on which it was asked for, or none.
 */
resources_asked?: string | null, 
/**
 * What is done about it, or none.
 */
remedy?: string | null, 
/**
 * The actor to whom it was taken up, or none.
 */
escalated_to?: string | null, 
/**
 * `good_practice`, lesson or none.
 */
practice?: string | null, 
/**
 * How far the result reaches, or none.
 */
reach?: string | null, 
/**
 * How it fares, or none.
 */
health?: string | null, 
/**
 * The request that it answers, or none.
 */
request?: string | null, };

export type EditUseArgs = { 
/**
 * Id of the use.
 */
use: string, 
/**
 * The page, or none.
 */
page?: string | null, 
/**
 * supports, contradicts, mixed or context.
 */
stance?: string | null, 
/**
 * input, output, outcome, impact or none.
 */
level?: string | null, };

export type EditViewArgs = { 
/**
 * Name or id of the view.
 */
view: string, 
/**
 * Its new name.
 */
name?: string | null, 
/**
 * What it admits.
 */
filter?: string | null, 
/**
 * How it is grouped, or none.
 */
group?: string | null, };

export type Emptied = { 
/**
 * It was done; else it was only asked.
 */
emptied: boolean, gone: Array<Binned>, 
/**
 * Files of evidence whose bytes go.
 */
files: number, 
/**
 * What is, or would be, gone.
 */
sentence: string, };

export type EmptyBinArgs = { 
/**
 * Yes, for good.
 */
sure?: boolean | null, };

export type Envelope = { 
/**
 * The day asked about; the machine's local date if none is given.
 */
as_of?: string | null, 
/**
 * Answer what was known after this entry of the log; what is known now if none is given.
 */
known?: number | null, 
/**
 * A name for what may take long: `Cancel` ends it by that name, `HowFar` says how far it is. The next question of a name ends the one before.
 */
job?: string | null, };

export type EscalationsArgs = { 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type EventDateEntry = { id: string, from: string, to: string | null, 
/**
 * Nothing for the first.
 */
decided_on: string | null, decider: string | null, reason: string | null, };

export type EventMove = { 
/**
 * Its name.
 */
event: string, ref: string, from: string, to: string | null, was_from: string | null, was_to: string | null, 
/**
 * Dues that would move.
 */
total: number, becomes_overdue: number, no_longer_overdue: number, 
/**
 * Why it cannot be moved so, where it cannot.
 */
refused: string | null, 
/**
 * At most 500 of them.
 */
moves: Array<MovedDue>, };

export type EventMovePreviewArgs = { 
/**
 * Name, reference or id of the event.
 */
event: string, 
/**
 * Its new first day, or a month or year.
 */
from: string, 
/**
 * Its new last day, where it has several.
 */
to?: string | null, };

export type EventPage = { id: string, ref: string, name: string, deleted: boolean, from: string | null, to: string | null, 
/**
 * First to last.
 */
dates: Array<EventDateEntry>, 
/**
 * The dues that hang on it now, earliest first; at most 500.
 */
hanging: Array<Hanging>, total: number, };

export type EventRow = { id: string, ref: string, name: string, 
/**
 * Nothing while its date is not known.
 */
from: string | null, 
/**
 * Nothing where it is of one day.
 */
to: string | null, 
/**
 * How often its date was moved.
 */
moved: number, 
/**
 * Dues that hang on it now.
 */
hanging: number, 
/**
 * The next one that is still ahead.
 */
next: boolean, };

export type EventsArgs = { 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type EventsReply = { as_of: string, total: number, items: Array<EventRow>, };

export type EvidenceKind = "file" | "link" | "symbol" | "note" | "mechanism";

export type EvidencePage = { id: string, ref: string, kind: EvidenceKind, title: string, target: string | null, bytes: number | null, sha256: string | null, date: string | null, independent: boolean, private: boolean, private_why: string | null, deleted: boolean, uses: Array<EvidenceUseOf>, desk: AtDesk, };

export type EvidenceUseOf = { use: UseRow, of: Brief, };

export type Excerpt = { field: SearchField, text: string, marks: Array<[number, number]>, };

export type ExportEvidenceArgs = { 
/**
 * Reference or id of the evidence.
 */
evidence: string, 
/**
 * The file to write.
 */
output: Output, };

export type Far = { 
/**
 * It runs; else it is over, or never began.
 */
running: boolean, 
/**
 * How much of it is done; nothing where that is not known.
 */
percent: number | null, };

export type FieldRow = { id: string, name: string, kind: CustomKind, 
/**
 * Of which list its items are.
 */
list: ListKind, choices: Array<string>, 
/**
 * Live items that hold something in it.
 */
items: number, };

export type FieldValue = { 
/**
 * Id of the field.
 */
id: string, 
/**
 * Its name.
 */
field: string, kind: CustomKind, 
/**
 * Several only where several may be chosen; never empty.
 */
values: Array<string>, };

export type FieldsArgs = { 
/**
 * Only those of this list.
 */
list?: ListKind | null, };

export type FieldsReply = { items: Array<FieldRow>, };

export type Figure = { 
/**
 * What is counted; of commitments their statuses.
 */
name: string, n: number, 
/**
 * The figure that it is out of, by its name; nothing: it is out of none.
 */
of_name: string | null, 
/**
 * Its number.
 */
of: number | null, 
/**
 * Out of a thousand; nothing where there is nothing to be out of.
 */
permille: number | null, 
/**
 * The list that shows what is counted.
 */
list: ListKind, 
/**
 * With this filter.
 */
filter: string, };

export type FlagNow = { id: string, on: string, why: string | null, };

export type FlaggedArgs = { 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type FlaggedReply = { total: number, 
/**
 * How many are flagged for a later day.
 */
later: number, items: Array<FlaggedRow>, };

export type FlaggedRow = { item: Brief, on: string, why: string | null, private: boolean, };

export type Force = "must" | "will" | "should" | "could" | "some_participants";

export type FrameworkRow = { id: string, name: string, themes: Array<ThemeLine>, };

export type Grant = { grant: string, 
/**
 * The file's name, without its folder.
 */
name: string, 
/**
 * Its size; 0 for a file that is yet to be written.
 */
bytes: number, };

export type Group = { 
/**
 * Where grouped by lead; nothing: no lead.
 */
actor: Named | null, 
/**
 * What they have in common: a word, a month, a reference; nothing: they have none.
 */
key: string | null, 
/**
 * The same as people read it, where that is not the key.
 */
name: string | null, count: number, overdue: number, 
/**
 * The earliest due of those overdue.
 */
oldest: string | null, 
/**
 * Index of its first row in the whole list.
 */
start: number, };

export type Hanging = { 
/**
 * What is due: a commitment, a milestone, a recommendation.
 */
id: string, ref: string, kind: Kind, title: string, 
/**
 * Reference of the commitment; of a milestone, of the one that it belongs to.
 */
commitment: string | null, 
/**
 * Name of the lead.
 */
lead: string | null, 
/**
 * The words of the due.
 */
stated: string, due_by: string | null, days_overdue: number | null, };

export type Health = "on_track" | "at_risk" | "off_track";

export type HeatArgs = { 
/**
 * What is counted: overdue or open; overdue if not given.
 */
owed?: Owed | null, 
/**
 * The themes of this framework; of the one that most carry if not given.
 */
framework?: string | null, 
/**
 * Only what this admits, as in list commitments --filter.
 */
filter?: string | null, 
/**
 * Leave out what is not for export.
 */
exported?: boolean | null, };

export type HistoryArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * At most so many lines; 200 if not given.
 */
limit?: number | null, };

export type HistoryLine = { entry: number, 
/**
 * RFC 3339, UTC.
 */
at: string, author: string, command: string, 
/**
 * The entry was taken back since.
 */
undone: boolean, 
/**
 * The entry that it took back.
 */
undoes: number | null, item: Brief, 
/**
 * Empty: the item was made.
 */
field: string, 
/**
 * As people read it: a reference for an item, words for the rest.
 */
old: string | null, new: string | null, };

export type HoldReviewArgs = { 
/**
 * Its name, such as “Spring 2027”.
 */
name: string, 
/**
 * What came out of it.
 */
note?: string | null, };

export type HowFarArgs = { 
/**
 * The name in the envelope.
 */
job: string, };

export type IndicatorBrief = { id: string, ref: string, name: string, unit: string, direction: Direction, baseline: string | null, baseline_on: string | null, target: string | null, target_on: string | null, 
/**
 * The earliest first.
 */
points: Array<IndicatorPoint>, 
/**
 * The latest value of the whole; where there is none, of the first category.
 */
latest: IndicatorPoint | null, progress: IndicatorProgress | null, disputed: boolean, private: boolean, 
/**
 * How many items it speaks of.
 */
items: number, };

export type IndicatorPage = { id: string, ref: string, name: string, definition: string | null, unit: string, direction: Direction, baseline: string | null, baseline_on: string | null, target: string | null, target_on: string | null, private: boolean, private_why: string | null, deleted: boolean, 
/**
 * The items that it speaks of.
 */
of: Array<Brief>, 
/**
 * By category, the whole first.
 */
series: Array<IndicatorSeries>, conflicts: Array<ObservationConflict>, 
/**
 * Values that others took the place of.
 */
superseded: Array<ObservationRow>, desk: AtDesk, };

export type IndicatorPoint = { on: string, value: string, category: string | null, };

export type IndicatorProgress = { 
/**
 * Part of the way from the baseline to the target, in per cent: below 0 it goes the wrong way, above 100 beyond.
 * Nothing where there is no way to measure: no baseline, or one to be kept.
 */
percent: number | null, 
/**
 * The target is met.
 */
met: boolean, };

export type IndicatorSeries = { 
/**
 * Nothing: of the whole.
 */
category: string | null, 
/**
 * Those that stand, the earliest first.
 */
points: Array<ObservationRow>, 
/**
 * Nothing where the latest values do not agree, or there is no target.
 */
progress: IndicatorProgress | null, 
/**
 * The latest values do not agree.
 */
disputed: boolean, };

export type IndicatorsArgs = { 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type IndicatorsReply = { total: number, items: Array<IndicatorBrief>, };

export type Input = string;

export type ItemPage = { "type": "commitment" } & CommitmentPage | { "type": "recommendation" } & RecommendationPage | { "type": "actor" } & ActorPage | { "type": "source" } & SourcePage | { "type": "evidence" } & EvidencePage | { "type": "event" } & EventPage | { "type": "series" } & SeriesPage | { "type": "request" } & RequestPage | { "type": "indicator" } & IndicatorPage;

export type JoinPartsArgs = { 
/**
 * Reference or id of the whole, for all its parts, or of one part.
 */
recommendation: string, };

export type Joined = { 
/**
 * The whole.
 */
ref: string, parts: number, 
/**
 * Rows that moved to the whole.
 */
moved: number, };

export type Kind = "source" | "recommendation" | "actor" | "alias" | "addressee" | "framework" | "theme" | "theme_of" | "event" | "commitment" | "commitment_actor" | "answer" | "due" | "update" | "verification" | "evidence" | "evidence_use" | "caller" | "link" | "crosswalk" | "decision" | "request" | "request_about" | "milestone" | "indicator" | "indicator_of" | "observation" | "their_ref" | "note" | "flag" | "custom_field" | "custom_value" | "saved_view" | "review" | "series" | "setting" | "event_date";

export type KindCount = { kind: Kind, hits: number, };

export type Lateness = { 
/**
 * That have a date.
 */
dated: number, 
/**
 * Of these, late.
 */
late: number, 
/**
 * Days, of those that are late.
 */
median: number | null, longest: number | null, };

export type LeadEntry = { id: string, day: string | null, lead: Named | null, };

export type LeadPair = { 
/**
 * Nothing: no lead.
 */
lead: Named | null, 
/**
 * All that it leads itself.
 */
count: Pair, overdue: Pair, };

export type Level = "headquarters" | "field" | "capital";

export type LinkIndicatorArgs = { 
/**
 * Name, reference or id of the indicator.
 */
indicator: string, 
/**
 * Reference or id of the item.
 */
item: string, };

export type LinkKind = "duplicates" | "elaborates" | "related" | "supersedes";

export type LinkRecommendationsArgs = { 
/**
 * Reference or id of the first recommendation.
 */
of: string, 
/**
 * Reference or id of the second.
 */
other: string, 
/**
 * How the first stands to the second; related if not given.
 */
kind?: LinkKind | null, 
/**
 * Why.
 */
reason: string, };

export type LinkRow = { id: string, kind: LinkKind, 
/**
 * This one duplicates, elaborates or supersedes the other; else the other does so with this one.
 */
forward: boolean, other: Brief, 
/**
 * The source of the other.
 */
source: Named, reason: string, };

export type ListArgs = { 
/**
 * What to list.
 */
kind?: ListKind | null, 
/**
 * At most so many rows; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, 
/**
 * Only this queue; `not_taken_up` and `no_owner` are queues of recommendations.
 */
queue?: Queue | null, 
/**
 * Only those of this source.
 */
source?: string | null, 
/**
 * Of commitments: only those of this lead.
 */
lead?: string | null, 
/**
 * Only what this admits: terms side by side, such as 'lead:DPO status:open due<2024-01-01 theme:"protection"'.
 */
filter?: string | null, 
/**
 * Group by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
 */
group?: string | null, 
/**
 * Sort by up to four columns, such as lead,-due; a - before what goes down. A wrong name lists those of the list.
 */
sort?: string | null, 
/**
 * Milliseconds in which all that is admitted is counted; where that takes longer the reply says that it was not. Not for groups.
 */
within?: number | null, 
/**
 * A saved view: its list, filter and groups, with whatever else is asked here on top.
 */
view?: string | null, };

export type ListKind = "recommendations" | "commitments" | "actors" | "sources";

export type ListReply = { as_of: string, 
/**
 * All were counted; else `total` is how many there are at least, and nothing is known of ages.
 */
counted: boolean, total: number, 
/**
 * By age, youngest first; of what is to come, nearest first. Of commitments and recommendations; not of all there are,
 * nor of what is closed.
 */
bands: Array<AgeBand>, 
/**
 * Whose age is not known, and which therefore stand in no band.
 */
undated: number, 
/**
 * Empty unless grouped.
 */
groups: Array<Group>, 
/**
 * The filter in its canonical form.
 */
filter: string | null, commitments: Array<CommitmentRow>, recommendations: Array<RecommendationRow>, actors: Array<ActorRow>, sources: Array<SourceRow>, };

export type LoadCatalogueArgs = { 
/**
 * A choice to take from the catalogue, as listed (ID.field), or all; may be given several times.
 */
take?: Array<string> | null, };

export type Loaded = { sources: number, 
/**
 * Parts included.
 */
recommendations: number, actors: number, links: number, crosswalks: number, indicators: number, 
/**
 * Mechanisms that can be cited as evidence.
 */
mechanisms: number, 
/**
 * Cells that were brought up to date.
 */
updated: number, 
/**
 * What was changed here and reads otherwise in the catalogue; at most 200.
 */
choices: Array<Choice>, };

export type LogUpdateArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * What happened.
 */
text: string, 
/**
 * The status from that day on; unchanged if not given.
 */
status?: Status | null, 
/**
 * The day that it speaks of; today if not given.
 */
on?: string | null, 
/**
 * The actor who reported.
 */
by?: string | null, 
/**
 * It was reported formally.
 */
formal?: boolean | null, 
/**
 * How far the result reaches.
 */
reach?: Reach | null, 
/**
 * How it fares.
 */
health?: Health | null, 
/**
 * What stands in the way.
 */
obstacle?: string | null, 
/**
 * What kind of thing stands in the way.
 */
obstacle_kind?: ObstacleKind | null, 
/**
 * What is needed.
 */
resources?: string | null, 
/**
 * The day on which it was asked for.
 */
resources_asked?: string | null, 
/**
 * What is done about what stands in the way.
 */
remedy?: string | null, 
/**
 * The actor to whom it was taken up.
 */
escalated_to?: string | null, 
/**
 * It is a good practice or a lesson for others.
 */
practice?: Practice | null, 
/**
 * The occurrence of a recurring due that it reports, by its day.
 */
occurrence?: string | null, 
/**
 * The request that it answers.
 */
request?: string | null, 
/**
 * A file that shows it.
 */
file?: Input | null, 
/**
 * The address of a page that shows it.
 */
link?: string | null, 
/**
 * The symbol of a document that shows it.
 */
symbol?: string | null, 
/**
 * A mechanism that exists already and shows it, by its name (CPAS).
 */
mechanism?: string | null, 
/**
 * Title of the evidence; the file's name, address or symbol if not given.
 */
title?: string | null, 
/**
 * The day that the evidence speaks of.
 */
date?: string | null, 
/**
 * The page of the evidence.
 */
page?: string | null, 
/**
 * What the evidence says of it; supports if not given.
 */
stance?: Stance | null, };

export type ManyChange = { id: string, ref: string, title: string, 
/**
 * The argument that changes it.
 */
field: string, from: string | null, to: string | null, };

export type ManyPreview = { 
/**
 * The items that were chosen.
 */
total: number, changed: number, 
/**
 * Which are so already.
 */
unchanged: number, 
/**
 * Which may not be changed so.
 */
left_out: number, 
/**
 * The first twenty changes.
 */
changes: Array<ManyChange>, 
/**
 * The first twenty items that may not be changed so.
 */
refused: Array<ManyRefused>, };

export type ManyRefused = { ref: string, why: string, };

export type ManySet = { changed: number, 
/**
 * Which were so already.
 */
unchanged: number, 
/**
 * Which may not be changed so, and stay as they were.
 */
left_out: number, };

export type MergeActorsArgs = { 
/**
 * The actor that is no actor of its own.
 */
actor: string, 
/**
 * The actor that it turned out to be; none takes the merge back.
 */
into: string, 
/**
 * Why.
 */
reason?: string | null, };

export type Merged = { actor: Named, why: string | null, };

export type MilestoneRow = { id: string, ref: string, text: string, term: Term | null, 
/**
 * The day on which it was done.
 */
done_on: string | null, due_stated: string | null, due_by: string | null, 
/**
 * The event that its due hangs on.
 */
event: string | null, 
/**
 * How often its due was moved.
 */
slips: number, 
/**
 * Its first due.
 */
original: string | null, 
/**
 * Nothing where it is done or not overdue.
 */
days_overdue: number | null, 
/**
 * Reference of its commitment, and what that will deliver.
 */
commitment: string, deliverable: string, 
/**
 * Short reference of the lead.
 */
lead: string | null, };

export type MilestonesArgs = { 
/**
 * Only those whose day is past.
 */
overdue?: boolean | null, 
/**
 * Only those that are due within so many days.
 */
due_within?: number | null, 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type MilestonesReply = { as_of: string, total: number, items: Array<MilestoneRow>, };

export type MoveEventArgs = { 
/**
 * Name, reference or id of the event.
 */
event: string, 
/**
 * Its new first day, or a month or year.
 */
from: string, 
/**
 * Its new last day, where it has several.
 */
to?: string | null, 
/**
 * Why it moves; not needed for its first date.
 */
reason?: string | null, 
/**
 * Who decided it.
 */
decider?: string | null, 
/**
 * The day on which it was decided; today if not given.
 */
on?: string | null, };

export type Moved = { what: CompareKind, total: number, items: Array<CompareRow>, };

export type MovedDue = { 
/**
 * What is due now.
 */
from: string | null, 
/**
 * What would be due.
 */
to: string | null, becomes_overdue: boolean, no_longer_overdue: boolean, 
/**
 * What is due: a commitment, a milestone, a recommendation.
 */
id: string, ref: string, kind: Kind, title: string, 
/**
 * Reference of the commitment; of a milestone, of the one that it belongs to.
 */
commitment: string | null, 
/**
 * Name of the lead.
 */
lead: string | null, 
/**
 * The words of the due.
 */
stated: string, due_by: string | null, days_overdue: number | null, };

export type Named = { id: string, 
/**
 * Its short reference.
 */
ref: string, name: string, };

export type NewArgs = { 
/**
 * The file to make.
 */
file: Output, 
/**
 * Load the catalogue of sources into it.
 */
catalogue?: boolean | null, };

export type NoResponseArgs = { 
/**
 * Only this actor, under every name that it had.
 */
actor?: string | null, 
/**
 * With the actors that belong to it.
 */
tree?: boolean | null, 
/**
 * Only recommendations of this source.
 */
source?: string | null, 
/**
 * Only those to whom it was sent.
 */
sent?: boolean | null, 
/**
 * At most so many rows; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, };

export type ObservationConflict = { on: string, category: string | null, values: Array<ObservationRow>, };

export type ObservationRow = { id: string, on: string, 
/**
 * Decimal text.
 */
value: string, 
/**
 * Sex, component or another division.
 */
category: string | null, 
/**
 * Who says so.
 */
source: string | null, 
/**
 * The evidence that it stands in.
 */
evidence: Brief | null, note: string | null, private: boolean, 
/**
 * The value whose place it took, and why.
 */
corrects: string | null, reason: string | null, 
/**
 * The value that took its place.
 */
corrected_by: string | null, };

export type ObserveArgs = { 
/**
 * Name, reference or id of the indicator.
 */
indicator: string, 
/**
 * The value, with or without its unit: 45, 1 234,5, 45 %.
 */
value: string, 
/**
 * The unit in which it was said; refused if it is not the indicator's.
 */
unit?: string | null, 
/**
 * The day that it speaks of; today if not given.
 */
on?: string | null, 
/**
 * Who says so.
 */
source?: string | null, 
/**
 * Sex, component or another division that it is of; of the whole if not given.
 */
category?: string | null, 
/**
 * The evidence that it stands in.
 */
evidence?: string | null, 
/**
 * A remark.
 */
note?: string | null, };

export type ObstacleKind = "resources" | "political" | "security" | "capacity" | "coordination" | "mandate" | "host_state" | "other";

export type ObstaclesArgs = { 
/**
 * Only those of open commitments, the latest of each.
 */
open?: boolean | null, 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type Occurred = "reported" | "waived" | "missed" | "ahead";

export type Occurrence = { day: string, state: Occurred, 
/**
 * The day on which it was reported or waived.
 */
on: string | null, 
/**
 * Days by which it was reported late, or by which it is late.
 */
days_late: number | null, 
/**
 * The update that reports it.
 */
update: string | null, 
/**
 * Why it was waived.
 */
reason: string | null, };

export type OpenArgs = { 
/**
 * The file.
 */
file: Input, };

export type Opened = { file: string, };

export type OutlineArgs = { 
/**
 * Short name or id of the source.
 */
source: string, 
/**
 * At most so many rows, parts counted; 1000 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, };

export type OutlineReply = { as_of: string, 
/**
 * Rows in all: items and parts.
 */
total: number, 
/**
 * Items without their parts; the numbers below are of these.
 */
items: number, taken_up: number, implemented: number, overdue: number, 
/**
 * One page, parts after their whole.
 */
rows: Array<OutlineRow>, };

export type OutlineRow = { id: string, 
/**
 * Its reference.
 */
recommendation: string, label: string | null, section: string | null, page: string | null, line: number | null, heading: string | null, 
/**
 * Its first 400 characters.
 */
text: string, 
/**
 * It is a part of the item before.
 */
part: boolean, private: boolean, state: ProgressState, 
/**
 * Live commitments that answer it or a part of it.
 */
commitments: number, 
/**
 * Short references of their leads, each once.
 */
leads: Array<string>, 
/**
 * Short references of those whom it asks.
 */
asked: Array<string>, 
/**
 * The earliest due of those that are open.
 */
due_by: string | null, 
/**
 * Days since then.
 */
days_overdue: number | null, 
/**
 * Uses of evidence on it and on its commitments.
 */
evidence: number, };

export type Output = string;

export type OverTimeArgs = { 
/**
 * The first day.
 */
from: string, 
/**
 * How far apart the days are: month, quarter or year; quarter if not given.
 */
step?: Step | null, 
/**
 * Only what this admits, as in list commitments --filter.
 */
filter?: string | null, 
/**
 * Leave out what is not for export.
 */
exported?: boolean | null, };

export type OverTimeReply = { as_of: string, points: Array<TimePoint>, 
/**
 * Commitments that were left out because they are not for export.
 */
left_out: number, };

export type OverdueArgs = { 
/**
 * At most so many rows; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, 
/**
 * Group by lead, the group with the oldest due first.
 */
by_lead?: boolean | null, 
/**
 * Only those of this lead.
 */
lead?: string | null, 
/**
 * Only those whose main recommendation is of this source.
 */
source?: string | null, 
/**
 * Only what this admits, as in: list commitments --filter 'lead:DPO theme:"women, peace and security"'.
 */
filter?: string | null, 
/**
 * Group by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
 */
group?: string | null, 
/**
 * Sort by up to four columns, such as lead,-due; a - before what goes down.
 */
sort?: string | null, 
/**
 * Milliseconds in which all that is admitted is counted; where that takes longer the reply says that it was not. Not for groups.
 */
within?: number | null, };

export type OverdueReply = { as_of: string, 
/**
 * All were counted; else `total` is how many there are at least, and the numbers beside it are not known.
 */
counted: boolean, total: number, without_evidence: number, 
/**
 * Whose due was moved before.
 */
moved: number, 
/**
 * The earliest due among them.
 */
oldest: string | null, 
/**
 * By age, youngest first.
 */
bands: Array<AgeBand>, 
/**
 * Empty unless grouped.
 */
groups: Array<Group>, items: Array<CommitmentRow>, };

export type Owed = "overdue" | "open";

export type OwedAnswer = { id: string, 
/**
 * Its reference.
 */
request: string, day: string, text: string, 
/**
 * References of what it is about.
 */
about: Array<string>, reply_by: string | null, reminders: number, last_reminded: string | null, days_waiting: number | null, };

export type OwedArgs = { 
/**
 * Short name, name or id of the actor.
 */
actor: string, 
/**
 * With the actors that belong to it.
 */
tree?: boolean | null, };

export type OwedItem = { id: string, 
/**
 * Its reference.
 */
commitment: string, 
/**
 * Reference of the main recommendation that it answers.
 */
recommendation: string | null, 
/**
 * What was undertaken.
 */
deliverable: string, 
/**
 * The desk worded it; it is nobody's word yet.
 */
drafted: boolean, 
/**
 * Short reference of the lead.
 */
lead: string | null, status: Status, due_stated: string | null, due_by: string | null, 
/**
 * As it was due first, where it was moved.
 */
first_stated: string | null, first_by: string | null, 
/**
 * How often it was moved.
 */
slips: number, 
/**
 * Nothing where it is not overdue.
 */
days_overdue: number | null, word: OwedWord | null, };

export type OwedReply = { as_of: string, 
/**
 * The last day that "soon" takes in.
 */
soon: string, actor: Named, tree: boolean, 
/**
 * A contact at work, as the officer typed it.
 */
contact: string | null, 
/**
 * Who writes: the desk's name.
 */
desk: string, overdue_total: number, 
/**
 * The oldest due first; at most 200, as of each sort.
 */
overdue: Array<OwedItem>, due_soon_total: number, due_soon: Array<OwedItem>, answers_total: number, 
/**
 * The oldest first.
 */
answers: Array<OwedAnswer>, responses_total: number, 
/**
 * In the order of their sources.
 */
responses: Array<OwedResponse>, 
/**
 * Left out because it, or what it hangs on, is not for export.
 */
left_out: number, 
/**
 * Recommendations that may mean it and that nobody confirmed: not in the letter.
 */
unconfirmed: number, };

export type OwedResponse = { id: string, 
/**
 * Its reference.
 */
recommendation: string, 
/**
 * Title of its source.
 */
source: string, heading: string | null, text: string, 
/**
 * Short reference of who is asked.
 */
actor: Named, sent_on: string | null, reply_by: string | null, };

export type OwedWord = { day: string, 
/**
 * Who reported it, by name.
 */
by: string | null, text: string, };

export type OwnNote = { id: string, text: string, };

export type Pair = { from: number, to: number, };

export type PasteProblem = { 
/**
 * Counted from 1, the headings included.
 */
row: number, 
/**
 * Counted from 1; nothing: the whole row.
 */
column: number | null, sentence: string, };

export type PastedColumn = { 
/**
 * Counted from 1.
 */
column: number, heading: string, 
/**
 * The field that it sets; reference: it names the items.
 */
field: string, };

export type Practice = "good_practice" | "lesson";

export type PracticesArgs = { 
/**
 * `good_practice` or lesson; both if not given.
 */
kind?: Practice | null, 
/**
 * At most so many; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many.
 */
offset?: number | null, };

export type PreviewCellsArgs = { 
/**
 * What each cell becomes, as in: 'C-7KQ3F due=Q2 2027' 'A4P+ P4.3 priority=high'; at most 10,000.
 */
cells: Array<Cell>, 
/**
 * Why dues move, and the text of the update that reports a status.
 */
reason?: string | null, 
/**
 * Leave out the cells that may not be set so; else one of them refuses all.
 */
skip?: boolean | null, };

export type PreviewManyArgs = { 
/**
 * Reference or id of an item; may be given several times.
 */
items?: Array<string> | null, 
/**
 * commitments or recommendations; commitments if not given.
 */
list?: ListKind | null, 
/**
 * All that this admits too, as in: list commitments --filter 'lead:DPO status:open'.
 */
filter?: string | null, 
/**
 * Of commitments: the accountable lead, or none.
 */
lead?: string | null, 
/**
 * Of commitments: the desk colleague who follows it, or none.
 */
handler?: string | null, 
/**
 * Of recommendations: how much it matters to the desk, or none.
 */
priority?: string | null, 
/**
 * Of commitments: the new due, as it was said; with a reason.
 */
due?: string | null, 
/**
 * The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, 
/**
 * Why the due moves, or why it is not for export.
 */
reason?: string | null, 
/**
 * Of commitments: the status that is reported; with a text.
 */
status?: Status | null, 
/**
 * Of commitments: what happened, as an update on each.
 */
text?: string | null, 
/**
 * The day of the new lead, of the decision on the due and of the update; today if not given.
 */
on?: string | null, 
/**
 * Of commitments: months after which a word is due, or none.
 */
review_months?: string | null, 
/**
 * A theme to put on each: its name, “framework: name”, or id.
 */
theme?: string | null, 
/**
 * true: not for export, with a reason; false: for export again.
 */
private?: boolean | null, 
/**
 * Leave out the items that may not be changed so; else one of them refuses all.
 */
skip?: boolean | null, };

export type Priority = "high" | "medium" | "low";

export type Problem = { code: string, message: string, detail: unknown, 
/**
 * The argument that it is about, if it is about one.
 */
field?: string, };

export type Progress = { state: ProgressState, why: Why, 
/**
 * One English sentence, for the terminal.
 */
sentence: string, };

export type ProgressState = "not_taken_up" | "open" | "overdue" | "waiting" | "suspended" | "implemented" | "partly" | "closed" | "overtaken";

export type Queue = "all" | "overdue" | "due_soon" | "due_30" | "awaiting_verification" | "no_lead" | "no_date" | "no_evidence" | "update_overdue" | "slipping" | "long_outstanding" | "contradicting" | "mine" | "flagged" | "suspended" | "closed" | "not_taken_up" | "no_owner";

export type RatesArgs = { 
/**
 * Only what this admits, as in list recommendations --filter.
 */
filter?: string | null, 
/**
 * Also by lead, source, theme, status, health, level, priority, force, handler, kind, month, decision or #field.
 */
group?: string | null, 
/**
 * At most so many groups; 20 if not given.
 */
limit?: number | null, 
/**
 * After so many groups.
 */
offset?: number | null, };

export type RatesGroup = { 
/**
 * A word, a month, a reference; nothing: they have none.
 */
key: string | null, 
/**
 * The same as people read it, where that is not the key.
 */
name: string | null, figures: Array<Figure>, };

export type RatesReply = { as_of: string, 
/**
 * Of everything that the filter admits.
 */
figures: Array<Figure>, 
/**
 * One page of groups, without those in which nothing is counted. They can overlap.
 */
groups: Array<RatesGroup>, 
/**
 * Groups on all pages, those with nothing in them included.
 */
groups_total: number, };

export type Reach = "adopted" | "applied" | "applied_everywhere";

export type ReadCellsArgs = { 
/**
 * The list whose items are meant: commitments or recommendations; commitments if not given.
 */
list?: ListKind | null, 
/**
 * The rows, their cells parted by tabs, as a spreadsheet copies them.
 */
text: string, 
/**
 * Which field a heading means, beside the English names of the fields; reference for the one that names the items.
 */
columns?: { [key in string]: string } | null, };

export type ReadDueArgs = { 
/**
 * The words, for example “by the end of Q2 2027” or “within 12 months”.
 */
words: string, 
/**
 * The day on which they were said, from which “within 12 months” counts.
 */
made?: string | null, };

export type ReadRegisterArgs = { 
/**
 * The table, as it was copied in Excel or Word, or as CSV.
 */
text: string, 
/**
 * What each column is, from the first: reference, text, responsible, deadline, status, or - for none of these. Told by the headings if not given.
 */
columns?: Array<string> | null, 
/**
 * Short name or title of the source that the rows would belong to; rows whose reference it has already are shown as such.
 */
source?: string | null, 
/**
 * At most so many rows; 200 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, };

export type RecentArgs = Record<symbol, never>;

export type RecentFile = { file: string, 
/**
 * Its name without the ending.
 */
name: string, 
/**
 * RFC 3339, UTC.
 */
opened: string, 
/**
 * It is not there any more.
 */
missing: boolean, 
/**
 * To open it.
 */
grant: string, };

export type RecommendationPage = { id: string, ref: string, source: Named, label: string | null, section: string | null, page: string | null, line: number | null, heading: string | null, text: string, 
/**
 * The code of the language of its source, in which it is written.
 */
language: string | null, force: Force | null, contested: string | null, private: boolean, private_why: string | null, deleted: boolean, 
/**
 * It came with the catalogue: the text is a summary in the catalogue's own words.
 */
catalogue: boolean, parent: Brief | null, parts: Array<Brief>, themes: Array<ThemeRow>, addressees: Array<AddresseeRow>, 
/**
 * All answers, newest first.
 */
decisions: Array<DecisionRow>, 
/**
 * Who is to call on the addressees.
 */
callers: Array<CallerRow>, 
/**
 * What was asked about it, newest first.
 */
requests: Array<RequestRow>, due: DueNow | null, 
/**
 * Of it and its parts.
 */
progress: Progress, commitments: Array<CommitmentRow>, evidence: Array<UseRow>, 
/**
 * To others, in both directions.
 */
links: Array<LinkRow>, 
/**
 * What was carried forward into what, the oldest first, itself included; empty where it was not.
 */
chain: Array<Brief>, 
/**
 * Series that were made for it.
 */
series: Array<Brief>, desk: AtDesk, priority: Priority | null, 
/**
 * Whom the line is meant for, where a heading of its source would mislead.
 */
aim: Aim | null, 
/**
 * What must be there first.
 */
precondition: string | null, risk: string | null, contingency: string | null, 
/**
 * Why doing it should bring about what is wanted.
 */
theory: string | null, 
/**
 * What was in place already when it was made.
 */
already: string | null, 
/**
 * It helps several areas.
 */
enables: number | null, 
/**
 * It can be done with what is there.
 */
feasible: number | null, 
/**
 * It shows on the ground.
 */
impact: number | null, 
/**
 * It keeps agreement.
 */
consensus: number | null, 
/**
 * A remark of the register about the text.
 */
remark: string | null, 
/**
 * The last line of its place in the source.
 */
line_end: number | null, };

export type RecommendationRow = { id: string, 
/**
 * Its reference.
 */
recommendation: string, 
/**
 * Short name of its source.
 */
source: string, label: string | null, section: string | null, heading: string | null, text: string, 
/**
 * Live parts of it.
 */
parts: number, 
/**
 * Live commitments that answer it or a part of it.
 */
commitments: number, 
/**
 * Of these, overdue.
 */
overdue: number, 
/**
 * How far it is.
 */
state: ProgressState, 
/**
 * Short references of those it asks.
 */
addressees: Array<string>, private: boolean, 
/**
 * Of a part: the reference of its whole.
 */
parent: string | null, 
/**
 * How much it matters to the desk.
 */
priority: Priority | null, 
/**
 * How strongly its source asks.
 */
force: Force | null, 
/**
 * Days since it is known to stand.
 */
age: number | null, };

export type RecordDecisionArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * The addressee that answered.
 */
actor: string, 
/**
 * Its answer; not accepted, accepted in part and not applicable need a reason.
 */
answer?: DecisionKind | null, 
/**
 * The day of the answer; today if not given.
 */
on?: string | null, 
/**
 * Why.
 */
reason?: string | null, 
/**
 * The day by which it means to act.
 */
planned?: string | null, 
/**
 * The request that it answers.
 */
request?: string | null, };

export type RedoArgs = Record<symbol, never>;

export type RedoEntryArgs = { 
/**
 * The number of the entry that was undone, as the diary shows it.
 */
entry: number, };

export type RegisterActor = { name: string, 
/**
 * The actor that it is; nothing: it would be added as a group.
 */
known: string | null, };

export type RegisterColumn = { heading: string | null, 
/**
 * reference, text, responsible, deadline or status; nothing: its words are kept as a remark.
 */
is: string | null, };

export type RegisterReply = { 
/**
 * tab, semicolon or comma.
 */
separator: string, columns: Array<RegisterColumn>, 
/**
 * Rows that would become items.
 */
total: number, 
/**
 * Of these, closed in bulk.
 */
closed: number, 
/**
 * Rows that are in the workspace already.
 */
duplicates: number, 
/**
 * Names that would be added as groups.
 */
new_actors: Array<string>, 
/**
 * Rows that are left out, one sentence each.
 */
left_out: Array<string>, 
/**
 * Rows with a doubt.
 */
doubtful: number, rows: Array<RegisterRow>, };

export type RegisterRow = { 
/**
 * Its number in the table, the heading counted.
 */
row: number, section: string | null, reference: string | null, text: string, responsible: Array<RegisterActor>, 
/**
 * The words of the deadline.
 */
due_stated: string | null, due_kind: DueKind | null, due_by: string | null, status: Status, 
/**
 * The words of the status.
 */
said: string | null, 
/**
 * It would be closed in bulk, and wait for no verification.
 */
closed: boolean, 
/**
 * It is in the workspace already, and would be left out.
 */
duplicate_of: Brief | null, 
/**
 * One sentence each.
 */
problems: Array<string>, };

export type RemindArgs = { 
/**
 * Reference or id of the request, or of an earlier reminder of it.
 */
request: string, 
/**
 * The day of the reminder; today if not given.
 */
on?: string | null, 
/**
 * By letter, note, mail, telephone.
 */
how?: string | null, 
/**
 * What it said; the words of the request if not given.
 */
text?: string | null, 
/**
 * The new day by which an answer is asked.
 */
reply_by?: string | null, };

export type Reminder = { id: string, ref: string, 
/**
 * The second letter is the first reminder: 1.
 */
nth: number, day: string, how: string | null, text: string, reply_by: string | null, };

export type RenameEventArgs = { 
/**
 * Name, reference or id of the event.
 */
event: string, 
/**
 * The new name.
 */
name: string, };

export type RepeatCommitmentArgs = { 
/**
 * Reference or id of the recommendation that they answer.
 */
recommendation: string, 
/**
 * What each will deliver.
 */
deliverable: string, 
/**
 * An actor that gets one; may be given several times.
 */
actor?: Array<string> | null, 
/**
 * All below this actor, however far.
 */
under?: string | null, 
/**
 * All actors of this kind; with --under only those below it.
 */
of_kind?: ActorKind | null, 
/**
 * Of these, only those at this level.
 */
level?: Level | null, 
/**
 * An actor of the group that gets none; may be given several times.
 */
except?: Array<string> | null, 
/**
 * A series that exists: those of the group who have no commitment in it yet join it.
 */
series?: string | null, 
/**
 * The name of the group line; the deliverable if not given.
 */
title?: string | null, 
/**
 * When each is due, in words.
 */
due?: string | null, 
/**
 * What they came from; response if not given.
 */
kind?: CommitmentKind | null, 
/**
 * The day on which they were undertaken.
 */
made_on?: string | null, 
/**
 * How completion will be recognised.
 */
done_when?: string | null, 
/**
 * The desk colleague who follows them.
 */
handler?: string | null, };

export type RepeatPreviewArgs = { 
/**
 * An actor that gets one; may be given several times.
 */
actor?: Array<string> | null, 
/**
 * All below this actor, however far.
 */
under?: string | null, 
/**
 * All actors of this kind; with --under only those below it.
 */
of_kind?: ActorKind | null, 
/**
 * Of these, only those at this level.
 */
level?: Level | null, 
/**
 * An actor of the group that gets none; may be given several times.
 */
except?: Array<string> | null, 
/**
 * A series that exists: those who have a commitment in it already get none.
 */
series?: string | null, };

export type RepeatPreviewReply = { total: number, 
/**
 * Who would get one.
 */
members: Array<Named>, 
/**
 * Who has one in the series already.
 */
already: Array<Named>, };

export type Repeated = { id: string, 
/**
 * The reference of the series.
 */
ref: string, commitments: number, };

export type RequestAnswer = { id: string, 
/**
 * Update or decision.
 */
kind: Kind, 
/**
 * Of an update; a decision has none.
 */
ref: string, day: string, by: Named | null, 
/**
 * The commitment or the recommendation.
 */
of: Brief, 
/**
 * What was reported, or the answer.
 */
text: string, };

export type RequestPage = { id: string, ref: string, actor: Named, day: string, how: string | null, text: string, 
/**
 * Of the request itself.
 */
reply_by: string | null, 
/**
 * Of the latest reminder that gives one, else of the request.
 */
reply_by_now: string | null, private: boolean, private_why: string | null, deleted: boolean, about: Array<Brief>, 
/**
 * Oldest first.
 */
reminders: Array<Reminder>, 
/**
 * Oldest first; those of reminders included.
 */
answers: Array<RequestAnswer>, answered_on: string | null, days_waiting: number | null, days_late: number | null, };

export type RequestRow = { id: string, 
/**
 * Its reference.
 */
request: string, actor: Named, day: string, how: string | null, text: string, about: Array<Brief>, 
/**
 * The day by which an answer is asked; that of the latest reminder which gives one.
 */
reply_by: string | null, 
/**
 * How often the actor was reminded.
 */
reminders: number, last_reminded: string | null, answered_on: string | null, 
/**
 * Days without an answer; nothing where it was answered.
 */
days_waiting: number | null, 
/**
 * Days without an answer since the reply was due.
 */
days_late: number | null, };

export type RequestsArgs = { 
/**
 * Only those to this actor, under every name that it had.
 */
actor?: string | null, 
/**
 * With the actors that belong to it.
 */
tree?: boolean | null, 
/**
 * true: only those that were answered; false: only those that wait.
 */
answered?: boolean | null, 
/**
 * Group by actor, the one that has been silent longest first.
 */
by_actor?: boolean | null, 
/**
 * At most so many rows; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, };

export type RequestsReply = { as_of: string, total: number, 
/**
 * Of them, without an answer.
 */
waiting: number, 
/**
 * Those without an answer by age, youngest first.
 */
bands: Array<AgeBand>, 
/**
 * Empty unless grouped by actor.
 */
groups: Array<Group>, items: Array<RequestRow>, };

export type RestoreArgs = { 
/**
 * Reference or id of the item.
 */
item: string, };

export type ResultLevel = "input" | "output" | "outcome" | "impact";

export type ReviewRow = { id: string, name: string, day: string, note: string | null, 
/**
 * What changed since is what came after this entry.
 */
entry: number, by: string, };

export type ReviewsArgs = Record<symbol, never>;

export type Role = "lead" | "joint" | "supporting";

export type Rolled = { 
/**
 * Recommendations; a part counts with its whole.
 */
recommendations: number, 
/**
 * The same with each group of duplicates counted once.
 */
once: number, 
/**
 * Where those stand that count once. A group stands where the commitments of all its members put it.
 */
states: States, 
/**
 * Commitments that answer them, each once.
 */
commitments: number, };

export type RollupArgs = { 
/**
 * Only those that carry this theme, or one that crosswalks call equal to it or a part of it.
 */
theme?: string | null, 
/**
 * Only those of this source.
 */
source?: string | null, 
/**
 * A line for each theme of this framework.
 */
framework?: string | null, };

export type RollupReply = { as_of: string, 
/**
 * A line for each theme of the framework; an item that carries several themes is in several.
 */
themes: Array<RollupRow>, 
/**
 * Of all that is asked about, nothing counted twice.
 */
total: Rolled, };

export type RollupRow = { id: string, name: string, figures: Rolled, };

export type SampleArgs = { 
/**
 * The file to make.
 */
file: Output, };

export type SaveCopyArgs = { 
/**
 * The file to write.
 */
file: Output, };

export type SavePictureArgs = { 
/**
 * The picture.
 */
file: Input, 
/**
 * The file to write, ending in .svg or .png.
 */
output: Output, };

export type SaveTextArgs = { 
/**
 * The file to write.
 */
output: Output, 
/**
 * The text.
 */
text: string, };

export type SaveViewArgs = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it lists; commitments if not given.
 */
list?: ListKind | null, 
/**
 * What it admits, as in list --filter.
 */
filter?: string | null, 
/**
 * How it is grouped, as in list --group.
 */
group?: string | null, };

export type SearchArgs = { 
/**
 * The words.
 */
words: string, 
/**
 * At most so many hits; 50 if not given.
 */
limit?: number | null, 
/**
 * Skip so many hits.
 */
offset?: number | null, 
/**
 * Only items of this kind.
 */
kind?: Kind | null, 
/**
 * Count the hits where there are many too, up to 10,000.
 */
count?: boolean | null, 
/**
 * These items instead, by their references or ids, as far as they are there.
 */
these?: Array<string> | null, };

export type SearchField = "title" | "label" | "symbol" | "publisher" | "text" | "alias" | "post" | "handler" | "occasion" | "obstacle" | "resources" | "remedy" | "target" | "definition" | "number";

export type SearchHit = { id: string, ref: string, kind: Kind, title: string, 
/**
 * Where the words stand in the title: from which character up to which (without it).
 */
marks: Array<[number, number]>, 
/**
 * The words in their context, where the title does not have them all.
 */
excerpt: Excerpt | null, 
/**
 * The item whose page shows it: itself, the commitment of an update or milestone, the request of a reminder.
 */
open: string, };

export type SearchOrder = "fit" | "newest";

export type SearchReply = { hits: Array<SearchHit>, order: SearchOrder, 
/**
 * How many there are; nothing where there are many and it was not asked to count them.
 */
total: number | null, 
/**
 * Of which kinds, while there are few.
 */
kinds: Array<KindCount>, 
/**
 * What was typed with the nearest words that occur in place of those that do not.
 */
suggestion: string | null, };

export type SendToArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * The addressee.
 */
actor: string, 
/**
 * The day on which it was sent; today if not given.
 */
on?: string | null, 
/**
 * The day by which an answer is asked.
 */
reply_by?: string | null, };

export type SeriesPage = { id: string, ref: string, title: string, deleted: boolean, 
/**
 * What it was made for.
 */
recommendation: Brief | null, 
/**
 * Over all its commitments.
 */
progress: Progress, 
/**
 * The earliest due that is still ahead, of what is open.
 */
next_due: string | null, 
/**
 * By lead; at most 500.
 */
commitments: Array<CommitmentRow>, };

export type SetCellsArgs = { 
/**
 * What each cell becomes, as in: 'C-7KQ3F due=Q2 2027' 'A4P+ P4.3 priority=high'; at most 10,000.
 */
cells: Array<Cell>, 
/**
 * Why dues move, and the text of the update that reports a status.
 */
reason?: string | null, 
/**
 * Leave out the cells that may not be set so; else one of them refuses all.
 */
skip?: boolean | null, };

export type SetDueArgs = { 
/**
 * Reference or id of the commitment or milestone.
 */
commitment: string, 
/**
 * The new due, as it was said: 2027-06-30, Q2 2027, 2025-2027, within 12 months, before the next ministerial, none.
 */
words: string, 
/**
 * Why it moves.
 */
reason: string, 
/**
 * Who decided it.
 */
decider?: string | null, 
/**
 * The day on which it was decided; today if not given.
 */
on?: string | null, 
/**
 * The event on which it hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, };

export type SetFieldArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * Name or id of the field.
 */
field: string, 
/**
 * The value; several only where the field takes several. none clears the field.
 */
values: Array<string>, };

export type SetFlagArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * The day, or how long from today: 2027-01-31, in 2 weeks, in three months, end of March 2027; or none.
 */
on: string, 
/**
 * Why.
 */
why?: string | null, };

export type SetLeadArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * The actor, or none.
 */
actor: string, 
/**
 * Since when; today if not given.
 */
on?: string | null, };

export type SetManyArgs = { 
/**
 * Reference or id of an item; may be given several times.
 */
items?: Array<string> | null, 
/**
 * commitments or recommendations; commitments if not given.
 */
list?: ListKind | null, 
/**
 * All that this admits too, as in: list commitments --filter 'lead:DPO status:open'.
 */
filter?: string | null, 
/**
 * Of commitments: the accountable lead, or none.
 */
lead?: string | null, 
/**
 * Of commitments: the desk colleague who follows it, or none.
 */
handler?: string | null, 
/**
 * Of recommendations: how much it matters to the desk, or none.
 */
priority?: string | null, 
/**
 * Of commitments: the new due, as it was said; with a reason.
 */
due?: string | null, 
/**
 * The event on which the due hangs, by name or reference, where the words do not tell; none keeps the words as a condition.
 */
event?: string | null, 
/**
 * Why the due moves, or why it is not for export.
 */
reason?: string | null, 
/**
 * Of commitments: the status that is reported; with a text.
 */
status?: Status | null, 
/**
 * Of commitments: what happened, as an update on each.
 */
text?: string | null, 
/**
 * The day of the new lead, of the decision on the due and of the update; today if not given.
 */
on?: string | null, 
/**
 * Of commitments: months after which a word is due, or none.
 */
review_months?: string | null, 
/**
 * A theme to put on each: its name, “framework: name”, or id.
 */
theme?: string | null, 
/**
 * true: not for export, with a reason; false: for export again.
 */
private?: boolean | null, 
/**
 * Leave out the items that may not be changed so; else one of them refuses all.
 */
skip?: boolean | null, };

export type SetNoteArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * The note, or none.
 */
text: string, };

export type SetPrivateArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * true: not for export; false: for export again.
 */
private: boolean, 
/**
 * Why.
 */
reason?: string | null, };

export type SetReviewIntervalArgs = { 
/**
 * Reference or id of the commitment, source or actor.
 */
item: string, 
/**
 * Months, 1 to 120; or none.
 */
months: string, };

export type SetSettingArgs = { 
/**
 * Which: `verify_by_another` (a result is verified by somebody else than who reported it).
 */
name?: SettingName | null, 
/**
 * yes or no.
 */
value: string, };

export type SettingName = "verify_by_another";

export type SettingsArgs = Record<symbol, never>;

export type SettingsReply = { 
/**
 * A result is verified by somebody else than who reported it.
 */
verify_by_another: boolean, };

export type ShowArgs = { 
/**
 * Reference or id of the item.
 */
item: string, };

export type SilentReply = { as_of: string, total: number, 
/**
 * By age, youngest first; what has no date is counted as oldest.
 */
bands: Array<AgeBand>, items: Array<SilentRow>, };

export type SilentRow = { 
/**
 * Of the addressee.
 */
id: string, actor: Named, recommendation_id: string, 
/**
 * Reference of the recommendation.
 */
recommendation: string, source: string, heading: string | null, text: string, named: boolean, confirmed: boolean, sent_on: string | null, reply_by: string | null, 
/**
 * Since it was sent, or since its source is of.
 */
days_waiting: number | null, 
/**
 * Since the reply was due.
 */
days_late: number | null, };

export type SourceCount = { id: string, ref: string, title: string, 
/**
 * Without parts.
 */
recommendations: number, overdue: number, };

export type SourcePage = { id: string, ref: string, short: string, title: string, publisher: string | null, symbol: string | null, published: string | null, language: string | null, standing: Standing | null, 
/**
 * Months after which a word is due on its commitments.
 */
review_months: number | null, private: boolean, private_why: string | null, deleted: boolean, 
/**
 * The first 500, parts after their whole.
 */
recommendations: Array<RecommendationRow>, desk: AtDesk, };

export type SourceRow = { id: string, 
/**
 * Its short name.
 */
source: string, title: string, publisher: string | null, symbol: string | null, 
/**
 * ISO, as precise as known.
 */
published: string | null, standing: Standing | null, 
/**
 * Live recommendations without their parts.
 */
recommendations: number, parts: number, 
/**
 * Live commitments whose main recommendation is of this source.
 */
commitments: number, overdue: number, };

export type Split = { 
/**
 * The whole.
 */
ref: string, parts: Array<Created>, };

export type SplitRecommendationArgs = { 
/**
 * Reference or id of the recommendation.
 */
recommendation: string, 
/**
 * What a part asks; given once for each part.
 */
parts?: Array<string> | null, 
/**
 * A commitment that goes to a part, with the part's letter: C-7KQ3F=b; may be given several times.
 */
moves?: Array<string> | null, };

export type StageArgs = { 
/**
 * The file's name.
 */
name: string, 
/**
 * The piece in base64, at most 256 KiB of bytes.
 */
data: string, 
/**
 * The grant that the piece before it answered.
 */
grant?: string | null, };

export type Stance = "supports" | "contradicts" | "mixed" | "context";

export type Standing = "official" | "partnership" | "non_attributed";

export type States = { not_taken_up: number, open: number, overdue: number, waiting: number, suspended: number, implemented: number, partly: number, closed: number, overtaken: number, };

export type Status = "not_started" | "under_implementation" | "partially_implemented" | "not_implemented" | "reported_implemented" | "implemented" | "partially_implemented_no_further_action" | "overtaken_by_events" | "closed_without_implementation" | "superseded" | "suspended";

export type StatusByArgs = { 
/**
 * By lead or by theme; by lead if not given.
 */
by?: Across | null, 
/**
 * Of themes: those of this framework; of the one that most carry if not given.
 */
framework?: string | null, 
/**
 * Only what this admits, as in list commitments --filter.
 */
filter?: string | null, 
/**
 * Leave out what is not for export.
 */
exported?: boolean | null, };

export type StatusPair = { status: Status, count: Pair, };

export type Step = "month" | "quarter" | "year";

export type StepBack = { entry: number, command: string, 
/**
 * RFC 3339, UTC.
 */
at: string, 
/**
 * What it was about.
 */
title: string | null, };

export type Successor = { actor: Named, from: string | null, };

export type SummaryArgs = { 
/**
 * html, md, csv, xlsx or json.
 */
format: string, 
/**
 * The file to write.
 */
output: Output, 
/**
 * Only the commitments whose main recommendation is of this source.
 */
source?: string | null, 
/**
 * Only the commitments of this lead.
 */
lead?: string | null, 
/**
 * Only the commitments that a filter finds, for example: lead:DPO status:open due<2024-01-01.
 */
filter?: string | null, };

export type TagItemArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * The theme: its name, “framework: name”, or id.
 */
theme: string, };

export type TakeOverRegisterArgs = { 
/**
 * The table, as it was copied in Excel or Word, or as CSV.
 */
text: string, 
/**
 * Short name of the source that the rows belong to; it is added if there is none.
 */
source: string, 
/**
 * Name of the file that the table was in, as it is cited.
 */
file: string, 
/**
 * Title of the source, where it is added; the name of the file if not given.
 */
title?: string | null, 
/**
 * What each column is, from the first: reference, text, responsible, deadline, status, or - for none of these. Told by the headings if not given.
 */
columns?: Array<string> | null, 
/**
 * The day on which this register begins: what is said of each row holds from the day before. Today if not given.
 */
closed_before?: string | null, };

export type TakenOver = { 
/**
 * Short name of the source.
 */
source: string, recommendations: number, commitments: number, 
/**
 * Of these, closed in bulk.
 */
closed: number, 
/**
 * Actors that were added.
 */
actors: number, 
/**
 * Rows that were in the workspace already.
 */
duplicates: number, 
/**
 * Rows without a text.
 */
left_out: number, };

export type Term = "short" | "medium" | "long";

export type TheirNumber = { id: string, number: string, 
/**
 * Whose number it is, where it was said.
 */
whose: string | null, };

export type ThemeLine = { id: string, 
/**
 * Framework and name.
 */
ref: string, name: string, 
/**
 * Items that carry it.
 */
items: number, 
/**
 * Items that carry it, or a theme that a crosswalk calls equal to it or a part of it.
 */
through: number, crosswalks: Array<CrosswalkRow>, };

export type ThemeRow = { id: string, name: string, framework: string, };

export type ThemesArgs = { 
/**
 * Only this framework: its name or id.
 */
framework?: string | null, };

export type ThemesReply = { frameworks: Array<FrameworkRow>, };

export type TimePoint = { day: string, 
/**
 * status:open, those overdue included.
 */
open: number, 
/**
 * queue:overdue
 */
overdue: number, 
/**
 * status:implemented
 */
implemented: number, };

export type TimelineEntry = { "type": "update" } & UpdateEntry | { "type": "verification" } & VerificationEntry | { "type": "due" } & DueEntry | { "type": "lead" } & LeadEntry;

export type ToldReply = { as_of: string, total: number, items: Array<ToldRow>, };

export type ToldRow = { 
/**
 * The update.
 */
id: string, ref: string, day: string, text: string, by: Named | null, obstacle: string | null, obstacle_kind: ObstacleKind | null, 
/**
 * What is needed.
 */
resources: string | null, 
/**
 * The day on which it was asked for.
 */
resources_asked: string | null, remedy: string | null, escalated_to: Named | null, practice: Practice | null, 
/**
 * Reference of its commitment.
 */
commitment: string, commitment_id: string, deliverable: string, lead: Named | null, status: Status, 
/**
 * It or its commitment is not for export.
 */
private: boolean, };

export type UnconfirmedArgs = { 
/**
 * Only this actor, under every name that it had.
 */
actor?: string | null, 
/**
 * With the actors that belong to it.
 */
tree?: boolean | null, 
/**
 * Only recommendations of this source.
 */
source?: string | null, 
/**
 * At most so many rows; 100 if not given.
 */
limit?: number | null, 
/**
 * After so many rows.
 */
offset?: number | null, };

export type UndoArgs = Record<symbol, never>;

export type UndoEntryArgs = { 
/**
 * The number of the entry, as the diary shows it.
 */
entry: number, };

export type UntagItemArgs = { 
/**
 * Reference or id of the item.
 */
item: string, 
/**
 * The theme: its name, “framework: name”, or id.
 */
theme: string, };

export type UpdateEntry = { id: string, ref: string, day: string, 
/**
 * Nothing: unchanged.
 */
status: Status | null, by: Named | null, formal: boolean, reach: Reach | null, health: Health | null, text: string, obstacle: string | null, obstacle_kind: ObstacleKind | null, 
/**
 * What is needed.
 */
resources: string | null, resources_asked: string | null, remedy: string | null, 
/**
 * To whom it was taken up.
 */
escalated_to: Named | null, practice: Practice | null, 
/**
 * The occurrence of a recurring due that it reports.
 */
occurrence: string | null, 
/**
 * Reference of the request that it answers.
 */
request: string | null, 
/**
 * It was corrected; the history has both texts.
 */
edited: boolean, evidence: Array<UseRow>, };

export type UseRow = { id: string, 
/**
 * The evidence itself.
 */
evidence: string, ref: string, kind: EvidenceKind, title: string, 
/**
 * Address, symbol or words; nothing for a file.
 */
target: string | null, 
/**
 * Size of the file.
 */
bytes: number | null, 
/**
 * The day that it speaks of.
 */
date: string | null, page: string | null, stance: Stance, level: ResultLevel | null, independent: boolean, };

export type Verdict = "verified" | "returned" | "waived";

export type VerificationEntry = { id: string, day: string, verdict: Verdict, reason: string | null, by: string | null, 
/**
 * The one occurrence of a recurring due that it waives; nothing: it is about the result.
 */
occurrence: string | null, };

export type Verified = { status: Status, };

export type VerifyResultArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * verified, returned or waived.
 */
verdict?: Verdict | null, 
/**
 * Why.
 */
reason?: string | null, 
/**
 * The day of the verdict; today if not given.
 */
on?: string | null, 
/**
 * The post that gives it.
 */
by?: string | null, };

export type ViewRow = { id: string, name: string, list: ListKind, 
/**
 * In its canonical form; empty: everything.
 */
filter: string, group: string | null, ord: number, };

export type ViewsArgs = Record<symbol, never>;

export type WaiveOccurrenceArgs = { 
/**
 * Reference or id of the commitment.
 */
commitment: string, 
/**
 * The day of the occurrence.
 */
occurrence: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day on which it was waived; today if not given.
 */
on?: string | null, };

export type Why = { implemented: number, 
/**
 * Commitments that count: all but those overtaken by events.
 */
of: number, overdue: number, 
/**
 * Open and not overdue.
 */
open: number, 
/**
 * Reported as implemented, not yet verified.
 */
waiting: number, suspended: number, 
/**
 * Closed as implemented in part.
 */
partly: number, 
/**
 * Closed without being implemented.
 */
closed: number, 
/**
 * Overtaken by events: shown apart.
 */
overtaken: number, parts: number, 
/**
 * Parts that no commitment answers, where none answers the whole.
 */
parts_untaken: number, };

export type WorkspaceArgs = Record<symbol, never>;

export type WorkspaceReply = { 
/**
 * The file's name without its ending.
 */
name: string, 
/**
 * The file.
 */
file: string, read_only: boolean, entry: number, undo: StepBack | null, redo: StepBack | null, 
/**
 * The machine's local date.
 */
today: string, 
/**
 * No recommendation stands in it yet, or none any more.
 */
empty: boolean, };

export type Written = { path: string, bytes: number, 
/**
 * Items that were left out because they are not for export.
 */
left_out: number, };

/** What a call answers. */
export type Outcome<R> = { reply: R; entry: number | null; kinds: Kind[]; ids: string[] };

/** Every command: its arguments, its reply, and whether it edits. */
export interface Commands {
  /** Takes back one entry of the log, also an older one or a colleague's, if nothing later rests on it. */
  UndoEntry: { args: UndoEntryArgs; reply: StepBack; sort: "edit" };
  /** Does one entry of the log again that was undone, if nothing touched since what it changed. */
  RedoEntry: { args: RedoEntryArgs; reply: StepBack; sort: "edit" };
  /** Adds an indicator: what is measured, in which unit, which way it should go, from where and to where. */
  AddIndicator: { args: AddIndicatorArgs; reply: Created; sort: "edit" };
  /** Changes fields of an indicator. A field that is not given stays; none clears it. The unit stays once values were observed. */
  EditIndicator: { args: EditIndicatorArgs; reply: null; sort: "edit" };
  /** Says that an indicator speaks of a further recommendation or commitment. */
  LinkIndicator: { args: LinkIndicatorArgs; reply: Created; sort: "edit" };
  /** Records what was observed of an indicator on a day. Another value of the same day and category stays beside it. */
  Observe: { args: ObserveArgs; reply: Created; sort: "edit" };
  /** Corrects an observed value, for a reason. The new value takes the place of the old one, which stays on record. What is not given stays; none clears it. */
  CorrectObservation: { args: CorrectObservationArgs; reply: Created; sort: "edit" };
  /** Adds a number under which others know an item: a file number, a paragraph of their report. The item is then found by it. */
  AddTheirRef: { args: AddTheirRefArgs; reply: Created; sort: "edit" };
  /** Sets the desk's private note on an item; none takes it away. A note is never exported. */
  SetNote: { args: SetNoteArgs; reply: null; sort: "edit" };
  /** Flags an item to be seen again on a day; none takes the flag away. A review passes over what is flagged for a later day. */
  SetFlag: { args: SetFlagArgs; reply: null; sort: "edit" };
  /** Defines a field of your own for the items of a list: text, number, date, one of several choices, or several of them. */
  DefineField: { args: DefineFieldArgs; reply: Created; sort: "edit" };
  /** Changes a field of your own. Its kind and its choices change only where all the values that it holds fit. */
  EditField: { args: EditFieldArgs; reply: null; sort: "edit" };
  /** Sets what an item holds in a field of your own; none clears it. */
  SetField: { args: SetFieldArgs; reply: null; sort: "edit" };
  /** Takes over an old register from a pasted table, in one act that one undo takes back. Rows closed before are closed with where they stand as the reason, and wait for no verification. */
  TakeOverRegister: { args: TakeOverRegisterArgs; reply: TakenOver; sort: "edit" };
  /** Adds a source: a document that recommends or declares. */
  AddSource: { args: AddSourceArgs; reply: Created; sort: "edit" };
  /** Changes fields of a source. A field that is not given stays; none clears it. */
  EditSource: { args: EditSourceArgs; reply: null; sort: "edit" };
  /** Adds a recommendation of a source, or a part of one. */
  AddRecommendation: { args: AddRecommendationArgs; reply: Created; sort: "edit" };
  /** Changes fields of a recommendation. A field that is not given stays; none clears it. An earlier label stays an alias. */
  EditRecommendation: { args: EditRecommendationArgs; reply: null; sort: "edit" };
  /** Adds an actor: an organ, department, mission, role, state, group of states, organisation. */
  AddActor: { args: AddActorArgs; reply: Created; sort: "edit" };
  /** Changes fields of an actor. A field that is not given stays; none clears it. */
  EditActor: { args: EditActorArgs; reply: null; sort: "edit" };
  /** Adds another name of an actor, under which it is found. */
  AddAlias: { args: AddAliasArgs; reply: Created; sort: "edit" };
  /** Adds an actor that a recommendation asks. */
  AddAddressee: { args: AddAddresseeArgs; reply: Created; sort: "edit" };
  /** Confirms an actor that was only implied. */
  ConfirmAddressee: { args: ConfirmAddresseeArgs; reply: null; sort: "edit" };
  /** Records what an addressee answered to a recommendation. It changes nothing about progress; earlier answers stay, and the latest by its day holds. */
  RecordDecision: { args: RecordDecisionArgs; reply: Created; sort: "edit" };
  /** Says that a recommendation was sent to an addressee, and by when an answer is asked. */
  SendTo: { args: SendToArgs; reply: null; sort: "edit" };
  /** Changes what is on record about an addressee. A field that is not given stays; none clears it. */
  EditAddressee: { args: EditAddresseeArgs; reply: null; sort: "edit" };
  /** Adds an actor that is to call on the addressees of a recommendation. */
  AddCaller: { args: AddCallerArgs; reply: Created; sort: "edit" };
  /** Records that we asked an actor about some items. */
  AskActor: { args: AskActorArgs; reply: Created; sort: "edit" };
  /** Records that we reminded an actor of a request. An answer to the reminder answers the request. */
  Remind: { args: RemindArgs; reply: Created; sort: "edit" };
  /** Says that an actor is the same as another. Its rows stay as they are; its name finds the other, where all of it is shown. */
  MergeActors: { args: MergeActorsArgs; reply: null; sort: "edit" };
  /** Adds a commitment: what one actor undertook in answer to a recommendation. */
  AddCommitment: { args: AddCommitmentArgs; reply: Created; sort: "edit" };
  /** Changes fields of a commitment. A field that is not given stays; none clears it. Lead, due and status have their own commands. */
  EditCommitment: { args: EditCommitmentArgs; reply: null; sort: "edit" };
  /** Sets the accountable lead of a commitment from a day on. There is at most one at a time. */
  SetLead: { args: SetLeadArgs; reply: null; sort: "edit" };
  /** Adds an actor that joins or supports a commitment. */
  AddPartner: { args: AddPartnerArgs; reply: Created; sort: "edit" };
  /** Says that a commitment answers a further recommendation. It is still counted once, under its main one. */
  AddAnswer: { args: AddAnswerArgs; reply: Created; sort: "edit" };
  /** Records what was reported about a commitment, with its evidence if there is any. */
  LogUpdate: { args: LogUpdateArgs; reply: Created; sort: "edit" };
  /** Corrects an update. Both texts stay on record. A field that is not given stays; none clears it. */
  EditUpdate: { args: EditUpdateArgs; reply: null; sort: "edit" };
  /** Attaches evidence to a commitment, an update or a recommendation: a file, a link, a document symbol, a mechanism that exists already or a note. */
  AddEvidence: { args: AddEvidenceArgs; reply: Created; sort: "edit" };
  /** Changes fields of a piece of evidence. A field that is not given stays; none clears it. */
  EditEvidence: { args: EditEvidenceArgs; reply: null; sort: "edit" };
  /** Changes how a piece of evidence is used on an item. */
  EditUse: { args: EditUseArgs; reply: null; sort: "edit" };
  /** Splits a recommendation into parts, labelled a, b, c. What hangs on it stays on the whole; commitments may go to a part. */
  SplitRecommendation: { args: SplitRecommendationArgs; reply: Split; sort: "edit" };
  /** Joins the parts of a recommendation, or one of them, into the whole again. What hangs on a part moves to the whole; the part goes into the bin. */
  JoinParts: { args: JoinPartsArgs; reply: Joined; sort: "edit" };
  /** Links a recommendation to another, of whatever source: the first duplicates, elaborates, is related to or supersedes the second. */
  LinkRecommendations: { args: LinkRecommendationsArgs; reply: Created; sort: "edit" };
  /** Changes the reason of a link. To change its ends or its kind, delete it and make another. */
  EditLink: { args: EditLinkArgs; reply: null; sort: "edit" };
  /** Carries unfinished recommendations forward: opens a successor of each under a newer source or framework, and closes what is still open of the old ones as superseded. */
  CarryForward: { args: CarryForwardArgs; reply: Carried; sort: "edit" };
  /** Adds a framework: a named classification with themes. */
  AddFramework: { args: AddFrameworkArgs; reply: Created; sort: "edit" };
  /** Gives a framework another name. */
  EditFramework: { args: EditFrameworkArgs; reply: null; sort: "edit" };
  /** Adds a theme to a framework, after the others. */
  AddTheme: { args: AddThemeArgs; reply: Created; sort: "edit" };
  /** Gives a theme another name. */
  EditTheme: { args: EditThemeArgs; reply: null; sort: "edit" };
  /** Puts a theme on a recommendation or commitment. It may carry themes of several frameworks. */
  TagItem: { args: TagItemArgs; reply: Created; sort: "edit" };
  /** Takes a theme off an item. */
  UntagItem: { args: UntagItemArgs; reply: null; sort: "edit" };
  /** Says how a theme stands to one of another framework, so that items of the one are found under the other. No item is changed. */
  AddCrosswalk: { args: AddCrosswalkArgs; reply: Created; sort: "edit" };
  /** Makes one commitment for each member of a group in one act: for named actors, for all below an actor, for all of a kind. Each is then followed by itself. */
  RepeatCommitment: { args: RepeatCommitmentArgs; reply: Repeated; sort: "edit" };
  /** Moves the due of a commitment or a milestone, for a stated reason. The original and every earlier due stay on record. */
  SetDue: { args: SetDueArgs; reply: DueNow; sort: "edit" };
  /** Adds an event that dues can hang on: a ministerial, a renewal of a mandate, a conference. */
  AddEvent: { args: AddEventArgs; reply: Created; sort: "edit" };
  /** Renames an event. What hangs on it stays. */
  RenameEvent: { args: RenameEventArgs; reply: null; sort: "edit" };
  /** Moves an event to other days, for a stated reason. The dues that hang on it move along in the same entry; its preview says which. */
  MoveEvent: { args: MoveEventArgs; reply: EventMove; sort: "edit" };
  /** Adds a dated step to a commitment, after those that it has. */
  AddMilestone: { args: AddMilestoneArgs; reply: Created; sort: "edit" };
  /** Changes a milestone. A field that is not given stays; none clears it. Its due is moved with set-due. */
  EditMilestone: { args: EditMilestoneArgs; reply: null; sort: "edit" };
  /** Says on which day a milestone was reached; or opens it again with --on none. */
  CompleteMilestone: { args: CompleteMilestoneArgs; reply: null; sort: "edit" };
  /** Waives one occurrence of a recurring due, for a stated reason. The others stay due. */
  WaiveOccurrence: { args: WaiveOccurrenceArgs; reply: Created; sort: "edit" };
  /** Sets after how many months a word is due again: on one commitment, on all of a source, or on all that an actor leads. */
  SetReviewInterval: { args: SetReviewIntervalArgs; reply: null; sort: "edit" };
  /** Changes many commitments or recommendations at once, as one entry with one undo. None clears a field. Preview-many shows it first. */
  SetMany: { args: SetManyArgs; reply: ManySet; sort: "edit" };
  /** Sets cells: fields of commitments and recommendations, each to a value of its own, as one entry with one undo. Preview-cells shows it first. */
  SetCells: { args: SetCellsArgs; reply: CellsSet; sort: "edit" };
  /** Gives the verdict on a result that was reported as implemented. Verified needs supporting evidence; returned and waived need a reason. */
  VerifyResult: { args: VerifyResultArgs; reply: Verified; sort: "edit" };
  /** Records that a round of review was held today: what changed since is then asked by its name. */
  HoldReview: { args: HoldReviewArgs; reply: Created; sort: "edit" };
  /** Saves a list with its filter and groups under a name. Open it with list --view. */
  SaveView: { args: SaveViewArgs; reply: Created; sort: "edit" };
  /** Changes a saved view. A field that is not given stays; none clears its groups. */
  EditView: { args: EditViewArgs; reply: null; sort: "edit" };
  /** Keeps an item out of every export, for a reason; or lets it in again with --private false. */
  SetPrivate: { args: SetPrivateArgs; reply: null; sort: "edit" };
  /** Puts an item into the bin, with what belongs to it. Refused while commitments or other items still rest on it. */
  Delete: { args: DeleteArgs; reply: null; sort: "edit" };
  /** Takes an item out of the bin, with what went in with it. */
  Restore: { args: RestoreArgs; reply: null; sort: "edit" };
  /** Empties the bin: the words and files of what is in it leave this workspace for good. Without --sure it only says what would go. */
  EmptyBin: { args: EmptyBinArgs; reply: Emptied; sort: "edit" };
  /** Sets a rule of this workspace. */
  SetSetting: { args: SetSettingArgs; reply: null; sort: "edit" };
  /** Loads the catalogue: sources on peacekeeping with their recommendations, actors, frameworks, links and indicators. Loaded again, it brings up to date what nobody here has changed, and lists the rest as choices. */
  LoadCatalogue: { args: LoadCatalogueArgs; reply: Loaded; sort: "edit" };
  /** Drafts a commitment for each undertaking of the catalogue that has none yet. They are marked as drafted until their lead confirms them. */
  DraftCommitments: { args: DraftCommitmentsArgs; reply: Drafted; sort: "edit" };
  /** Takes back the newest edit of this file. */
  Undo: { args: UndoArgs; reply: StepBack; sort: "edit" };
  /** Does again what was undone last. Ends with the next edit. */
  Redo: { args: RedoArgs; reply: StepBack; sort: "edit" };
  /** What was done, newest first: when, who, to which items, what it changed, and whether it can be undone. */
  Diary: { args: DiaryArgs; reply: DiaryReply; sort: "query" };
  /** Compares how commitments stood at the end of two days: the counts at both, and which of them differ and how. */
  Compare: { args: CompareArgs; reply: CompareReply; sort: "query" };
  /** The account of an actor: what it was asked, decided, undertook, owes and delivered, and how late. */
  Account: { args: AccountArgs; reply: AccountReply; sort: "query" };
  /** What an actor owes, for a letter to it: overdue, due soon, questions and recommendations without an answer. Nothing that is not for export. */
  Owed: { args: OwedArgs; reply: OwedReply; sort: "query" };
  /** The items of a source in its own order, each with its state: taken up or not, lead, due, evidence. */
  Outline: { args: OutlineArgs; reply: OutlineReply; sort: "query" };
  /** Requests, oldest first: whom we asked, about what, and how long they have been silent. */
  Requests: { args: RequestsArgs; reply: RequestsReply; sort: "query" };
  /** Addressees that have not answered, the longest silence first. */
  NoResponse: { args: NoResponseArgs; reply: SilentReply; sort: "query" };
  /** Addressees that the text only implies and that nobody confirmed yet, the oldest first. */
  Unconfirmed: { args: UnconfirmedArgs; reply: SilentReply; sort: "query" };
  /** Where commitments stand, by lead or by theme: overdue, open, waiting for us, implemented, closed otherwise, suspended. */
  StatusBy: { args: StatusByArgs; reply: Crossed; sort: "query" };
  /** How late what is overdue is, by lead. */
  Ageing: { args: AgeingArgs; reply: Crossed; sort: "query" };
  /** Who owes how much in which theme: leads by the themes of a framework. */
  Heat: { args: HeatArgs; reply: Crossed; sort: "query" };
  /** How many commitments were open, overdue and implemented at the end of each month, quarter or year. */
  OverTime: { args: OverTimeArgs; reply: OverTimeReply; sort: "query" };
  /** Open commitments by their due, the longest overdue first, each with its first due and every move. */
  DueLine: { args: DueLineArgs; reply: DueLineReply; sort: "query" };
  /** Lists the indicators by name, each with its values until the day asked about. */
  Indicators: { args: IndicatorsArgs; reply: IndicatorsReply; sort: "query" };
  /** The items that are flagged for the day asked about or for one before it, the oldest flag first. */
  Flagged: { args: FlaggedArgs; reply: FlaggedReply; sort: "query" };
  /** The fields that you defined, with how many items hold something in each. */
  Fields: { args: FieldsArgs; reply: FieldsReply; sort: "query" };
  /** Reads a pasted table of an old register and shows what it would become. Writes nothing. */
  ReadRegister: { args: ReadRegisterArgs; reply: RegisterReply; sort: "query" };
  /** What stands in the way, with what is needed and what is done about it, newest first. */
  Obstacles: { args: ObstaclesArgs; reply: ToldReply; sort: "query" };
  /** What was taken up with somebody higher, and when, newest first. */
  Escalations: { args: EscalationsArgs; reply: ToldReply; sort: "query" };
  /** Good practices and lessons that updates mark for others, newest first. */
  Practices: { args: PracticesArgs; reply: ToldReply; sort: "query" };
  /** What is overdue, oldest first. */
  Overdue: { args: OverdueArgs; reply: OverdueReply; sort: "query" };
  /** Lists recommendations, commitments, actors or sources. */
  List: { args: ListArgs; reply: ListReply; sort: "query" };
  /** Says how many recommendations were accepted, how many of those are implemented, and where commitments stand. */
  Rates: { args: RatesArgs; reply: RatesReply; sort: "query" };
  /** The saved views, in their order. */
  Views: { args: ViewsArgs; reply: Array<ViewRow>; sort: "query" };
  /** What changed since a day, a review or an entry: new, moved, slipped, closed, reopened, decided, updated; with who and why. */
  Changes: { args: ChangesArgs; reply: ChangesReply; sort: "query" };
  /** The rounds of review that were held, newest first. */
  Reviews: { args: ReviewsArgs; reply: Array<ReviewRow>; sort: "query" };
  /** Everything about one item. */
  Show: { args: ShowArgs; reply: ItemPage; sort: "query" };
  /** What happened to an item: who, when, which field, from what to what. Newest first. */
  History: { args: HistoryArgs; reply: Array<HistoryLine>; sort: "query" };
  /** Finds items by their words, or by their reference. Every word must occur; the last one may be a beginning. What fits best first while the hits are few, else newest first. */
  Search: { args: SearchArgs; reply: SearchReply; sort: "query" };
  /** The numbers beside the views: each queue, each source, each actor. */
  Counts: { args: CountsArgs; reply: CountsReply; sort: "query" };
  /** What is in the bin, newest first. */
  Bin: { args: BinArgs; reply: BinReply; sort: "query" };
  /** The rules of this workspace. */
  Settings: { args: SettingsArgs; reply: SettingsReply; sort: "query" };
  /** The state of the open workspace: its file, what undo and redo would do. */
  Workspace: { args: WorkspaceArgs; reply: WorkspaceReply; sort: "query" };
  /** Which kinds of rows changed after an entry of the log: how a window sees the edits of others. */
  ChangedSince: { args: ChangedSinceArgs; reply: ChangedReply; sort: "query" };
  /** Reads the words of a due and says what they mean. Stores nothing. */
  ReadDue: { args: ReadDueArgs; reply: DueRead; sort: "query" };
  /** The events that dues hang on, the earliest first, those without a date last. */
  Events: { args: EventsArgs; reply: EventsReply; sort: "query" };
  /** What would move if an event moved: which dues, from which day to which, what would be overdue and what no longer. Stores nothing. */
  EventMovePreview: { args: EventMovePreviewArgs; reply: EventMove; sort: "query" };
  /** The milestones of open commitments that are not reached yet and have a day, the earliest first. */
  Milestones: { args: MilestonesArgs; reply: MilestonesReply; sort: "query" };
  /** Checks the whole file: its structure, the chain of the log, the evidence, everything that is kept. */
  Check: { args: CheckArgs; reply: CheckReply; sort: "query" };
  /** The frameworks with their themes: how many items carry each, by itself and through crosswalks, and how they stand to each other. */
  Themes: { args: ThemesArgs; reply: ThemesReply; sort: "query" };
  /** Who would get a commitment if it were repeated to this group. Stores nothing. */
  RepeatPreview: { args: RepeatPreviewArgs; reply: RepeatPreviewReply; sort: "query" };
  /** Shows what set-many would do with the same arguments. Stores nothing. */
  PreviewMany: { args: PreviewManyArgs; reply: ManyPreview; sort: "query" };
  /** Shows, cell by cell, what set-cells would do with the same arguments. Stores nothing. */
  PreviewCells: { args: PreviewCellsArgs; reply: CellsPreview; sort: "query" };
  /** Reads rows that were copied in a spreadsheet into cells for preview-cells and set-cells. Stores nothing. The first row has the headings; a column headed reference, else the first, names the items. Empty cells are left as they are; none clears. */
  ReadCells: { args: ReadCellsArgs; reply: CellsRead; sort: "query" };
  /** How many recommendations there are and how far they are, with duplicates counted once: of all, a source, a theme, or each theme of a framework. */
  Rollup: { args: RollupArgs; reply: RollupReply; sort: "query" };
  /** Makes the sample workspace: the catalogue, and a drafted commitment for each undertaking of A4P+. */
  Sample: { args: SampleArgs; reply: Opened; sort: "act" };
  /** Makes a new workspace. */
  New: { args: NewArgs; reply: Opened; sort: "act" };
  /** Opens a workspace in this window. */
  Open: { args: OpenArgs; reply: Opened; sort: "act" };
  /** The workspaces that were opened lately on this machine. */
  Recent: { args: RecentArgs; reply: Array<RecentFile>; sort: "act" };
  /** Saves a copy of the whole workspace, evidence included. The open workspace stays the one that is open. */
  SaveCopy: { args: SaveCopyArgs; reply: Written; sort: "act" };
  /** Writes the status summary: where the commitments stand, what is overdue and what was last said, with its evidence. */
  Summary: { args: SummaryArgs; reply: Written; sort: "act" };
  /** Writes the file of a piece of evidence out again. Its checksum is checked on the way. */
  ExportEvidence: { args: ExportEvidenceArgs; reply: Written; sort: "act" };
  /** Writes a picture that was drawn, SVG or PNG, to a file of that ending. */
  SavePicture: { args: SavePictureArgs; reply: Written; sort: "act" };
  /** Writes a text to a file, in UTF-8: a letter as the window worded it. */
  SaveText: { args: SaveTextArgs; reply: Written; sort: "act" };
  /** Takes in a piece of a file that the window holds; the grant then stands for the file. */
  Stage: { args: StageArgs; reply: Grant; sort: "act" };
  /** Ends what a window asked under this name: a question, an edit that is not saved yet, a file that is not whole yet. */
  Cancel: { args: CancelArgs; reply: boolean; sort: "act" };
  /** How far it is that a window asked under this name. */
  HowFar: { args: HowFarArgs; reply: Far; sort: "act" };
}

/** The kinds of rows that the answer to a query depends on. */
export const READS = {
  Diary: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Compare: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Account: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Owed: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Outline: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  Requests: ["request", "request_about", "update", "decision", "addressee", "actor", "recommendation", "commitment", "source"],
  NoResponse: ["request", "request_about", "update", "decision", "addressee", "actor", "recommendation", "commitment", "source"],
  Unconfirmed: ["request", "request_about", "update", "decision", "addressee", "actor", "recommendation", "commitment", "source"],
  StatusBy: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Ageing: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  Heat: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  OverTime: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  DueLine: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  Indicators: ["indicator", "indicator_of", "observation", "commitment", "recommendation"],
  Flagged: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Fields: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  ReadRegister: ["source", "recommendation", "actor", "alias", "their_ref"],
  Obstacles: ["update", "commitment", "commitment_actor", "actor", "verification"],
  Escalations: ["update", "commitment", "commitment_actor", "actor", "verification"],
  Practices: ["update", "commitment", "commitment_actor", "actor", "verification"],
  Overdue: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  List: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Rates: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Views: ["saved_view"],
  Changes: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Reviews: ["review"],
  Show: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  History: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Search: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Counts: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Bin: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Settings: ["setting"],
  Workspace: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  ChangedSince: [],
  ReadDue: ["event", "event_date"],
  Events: ["event", "event_date", "due", "commitment", "milestone", "recommendation"],
  EventMovePreview: ["event", "event_date", "due", "commitment", "milestone"],
  Milestones: ["milestone", "due", "event", "event_date", "commitment", "commitment_actor", "update", "verification", "actor"],
  Check: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Themes: ["framework", "theme", "theme_of", "crosswalk", "recommendation", "commitment"],
  RepeatPreview: ["actor", "alias", "series", "commitment", "commitment_actor"],
  PreviewMany: ["commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "actor", "recommendation", "source", "event", "event_date", "theme_of", "crosswalk", "addressee", "decision", "flag", "custom_value"],
  PreviewCells: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  ReadCells: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
  Rollup: ["source", "recommendation", "actor", "alias", "addressee", "framework", "theme", "theme_of", "event", "commitment", "commitment_actor", "answer", "due", "update", "verification", "evidence", "evidence_use", "caller", "link", "crosswalk", "decision", "request", "request_about", "milestone", "indicator", "indicator_of", "observation", "their_ref", "note", "flag", "custom_field", "custom_value", "saved_view", "review", "series", "setting", "event_date"],
} as const satisfies Record<string, readonly Kind[]>;
