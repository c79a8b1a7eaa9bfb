import { act } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../test/host";
import type { RowsOf } from "../queries/rows";
import { say, useSaid } from "../shared/ui/announce";
import { useMany } from "./use-many";

type Row = { id: string };

/** A list of at least 100 rows of which 250 are counted when `count` is called. */
function open() {
  let count = (_: number) => {};
  let here = { id: "c1", index: 0 };
  const whole = new Promise<number>((done) => {
    count = done;
  });
  const rows = { total: 100, counted: false, whole: () => whole, fetchPages: async () => [] };
  function Rows() {
    const many = useMany(rows as unknown as RowsOf<Row>, "list", () => here);
    return (
      <button type="button" onClick={many.select.all} onDoubleClick={many.select.clear}>
        {`${many.all}`}
      </button>
    );
  }
  const { container } = show(<Rows />);
  const button = container.querySelector("button");
  return {
    all: () => act(() => button?.click()),
    clear: () => act(() => void button?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }))),
    goOn: () => {
      here = { id: "c2", index: 1 };
    },
    count: () => act(async () => count(250)),
    text: () => container.textContent,
  };
}

it("selects all when it is known how many that are, unless something else was done", async () => {
  const list = open();
  list.all();
  expect(list.text()).toBe("false");
  await list.count();
  expect(list.text()).toBe("true");

  const left = open();
  left.all();
  left.goOn();
  await left.count();
  expect(left.text()).toBe("false");

  const ended = open();
  ended.all();
  ended.clear();
  await ended.count();
  expect(ended.text()).toBe("false");
});

it("tells at the foot what a question for the selected rows was refused with", async () => {
  const refused = async () => {
    throw { code: "gone", message: "The file is gone. Open it anew.", detail: null };
  };
  const rows = { total: 100, counted: true, fetchPages: refused };
  let found: unknown = "nothing";
  function Rows() {
    const many = useMany(rows as unknown as RowsOf<Row>, "list", () => null);
    const said = useSaid();
    return (
      <button type="button" onClick={() => void many.found().then((rows) => (found = rows))}>
        {said.text}
      </button>
    );
  }
  say("");
  const { container } = show(<Rows />);
  await act(async () => container.querySelector("button")?.click());
  expect(container.textContent).toBe("The file is gone. Open it anew.");
  expect(found).toBeNull();
});
