// The closed lists of words that forms offer, in their order. Their words stand in the JSON files under the list's name;
// a word of the contract that is missing here, or one too many, does not compile.
import type {
  ActorKind,
  CommitmentKind,
  EvidenceKind,
  Force,
  Health,
  Level,
  Reach,
  ResultLevel,
  Role,
  Stance,
  Standing,
  Status,
  Verdict,
} from "../ipc/commands";

const all =
  <T extends string>() =>
  (words: Record<T, true>): readonly T[] =>
    Object.keys(words) as T[];

export const lists = {
  force: all<Force>()({ must: true, will: true, should: true, could: true, some_participants: true }),
  standing: all<Standing>()({ official: true, partnership: true, non_attributed: true }),
  actorKind: all<ActorKind>()({
    organ: true,
    department: true,
    office: true,
    mission: true,
    role: true,
    state: true,
    class_of_states: true,
    regional_body: true,
    agency: true,
    think_tank: true,
    civil_society: true,
    group: true,
  }),
  actorLevel: all<Level>()({ headquarters: true, field: true, capital: true }),
  commitmentKind: all<CommitmentKind>()({
    response: true,
    declared_commitment: true,
    pledge: true,
    compact: true,
    plan_action: true,
    directive: true,
  }),
  role: all<Exclude<Role, "lead">>()({ joint: true, supporting: true }),
  stance: all<Stance>()({ supports: true, contradicts: true, mixed: true, context: true }),
  level: all<ResultLevel>()({ input: true, output: true, outcome: true, impact: true }),
  verdict: all<Verdict>()({ verified: true, returned: true, waived: true }),
  reach: all<Reach>()({ adopted: true, applied: true, applied_everywhere: true }),
  health: all<Health>()({ on_track: true, at_risk: true, off_track: true }),
  evidenceKind: all<EvidenceKind>()({ file: true, link: true, symbol: true, note: true, mechanism: true }),
  status: all<Status>()({
    not_started: true,
    under_implementation: true,
    partially_implemented: true,
    not_implemented: true,
    reported_implemented: true,
    implemented: true,
    partially_implemented_no_further_action: true,
    overtaken_by_events: true,
    closed_without_implementation: true,
    superseded: true,
    suspended: true,
  }),
} as const;

export type ListName = keyof typeof lists;
