// The kinds of fields that a plain form can have, and how what was typed becomes an argument of a command.

import type { PickKind } from "../../queries/pickers";
import type { ItemPage } from "../../queries/types";
import {
  asFlag,
  asPicked,
  asPicks,
  asText,
  type FieldValue,
  isEmpty,
  orNull,
} from "../../shared/form/values";
import type { ListName } from "../../strings/lists";

type Common = {
  required?: boolean;
  /** Takes the whole row; short kinds share it. */
  wide?: boolean;
  /** Its words: `plain.field.<label>` and `plain.hint.<label>`, if other than the argument's name. */
  label?: string;
  /** What it starts from; "today" is the day. */
  start?: FieldValue | ((page: ItemPage | undefined) => FieldValue);
  /** Emptied, it says "none". */
  none?: true;
};
type Typed = Common & { kind: "text" | "long" | "day" | "due" };
type One = Common & { kind: "one" | "few"; list: ListName };
type Pick = Common & { kind: "pick"; of: PickKind };
type Picks = Common & { kind: "picks"; of: PickKind };
type Lines = Common & { kind: "lines" };
type Check = Common & { kind: "check" };
type YesNo = Common & { kind: "yesNo" };
type Num = Common & { kind: "number" };

export type PlainField = Typed | One | Pick | Picks | Lines | Check | YesNo | Num;

/** The fields that fit an argument of that type. */
export type FieldFor<V> =
  NonNullable<V> extends boolean
    ? Check | YesNo
    : NonNullable<V> extends number
      ? Num
      : NonNullable<V> extends readonly string[]
        ? Picks | Lines
        : Typed | One | Pick | Check;

type More = Omit<Common, "label"> & { label?: string };

export const text = (more: More = {}): Typed => ({ kind: "text", ...more });
export const long = (more: More = {}): Typed => ({ kind: "long", wide: true, ...more });
export const day = (more: More = {}): Typed => ({ kind: "day", ...more });
/** Words of a due, with what they mean told while one types. */
export const due = (more: More = {}): Typed => ({ kind: "due", wide: true, ...more });
export const one = (list: ListName, more: More = {}): One => ({ kind: "one", list, ...more });
export const few = (list: ListName, more: More = {}): One => ({ kind: "few", list, wide: true, ...more });
export const pick = (of: PickKind, more: More = {}): Pick => ({ kind: "pick", of, wide: true, ...more });
export const picks = (of: PickKind, more: More = {}): Picks => ({ kind: "picks", of, wide: true, ...more });
/** Several texts, one a line. */
export const lines = (more: More = {}): Lines => ({ kind: "lines", wide: true, ...more });
export const check = (more: More = {}): Check => ({ kind: "check", wide: true, ...more });
/** Yes, no, or nothing said. */
export const yesNo = (more: More = {}): YesNo => ({ kind: "yesNo", ...more });
export const number = (more: More = {}): Num => ({ kind: "number", ...more });
export const must = { required: true } as const;

/** What an empty field of that kind holds. */
export function emptyOf(field: PlainField): FieldValue {
  if (field.kind === "check") return false;
  if (field.kind === "picks") return [];
  return field.kind === "pick" ? null : "";
}

/** The argument that the field's value stands for; null where nothing was said. */
export function argument(field: PlainField, value: FieldValue | undefined): unknown {
  switch (field.kind) {
    case "check":
      return asFlag(value);
    case "yesNo":
      return isEmpty(value) ? null : value === "yes";
    case "number":
      return isEmpty(value) ? null : Number(asText(value));
    case "pick":
      return asPicked(value)?.id ?? null;
    case "picks":
      return asPicks(value).map((one) => one.id);
    case "lines":
      return asText(value)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    default:
      return orNull(value) ?? (field.none ? "none" : null);
  }
}
