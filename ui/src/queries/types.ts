// The contract's types, passed on to the features (which do not import ipc). No values.
export type * from "../ipc/commands";
export type {
  Args,
  Call,
  Dropped,
  EditName,
  Host,
  Name,
  OpenKind,
  Refusal,
  Reply,
  SaveKind,
  Shell,
} from "../ipc/door";
export type { Run } from "./door";
