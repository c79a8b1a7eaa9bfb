import { readdirSync, readFileSync } from "node:fs";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { fakeHost, faults, show } from "../../../test/host";
import { commitment } from "../../../test/pages";
import { pickers } from "../../queries/pickers";
import ar from "../../strings/ar.json";
import en from "../../strings/en.json";
import { type ListName, lists } from "../../strings/lists";
import type { PlainField } from "./fields";
import { also, commandOf, entryOf, offered, ownForms, plain, plainNames } from "./forms";
import { PlainForm } from "./PlainForm";

type Tree = { [key: string]: string | Tree };
const word = (tree: unknown, key: string): unknown =>
  key.split(".").reduce<unknown>((at, step) => (at as Tree | undefined)?.[step], tree);

const edits = [
  ...readFileSync("src/ipc/commands.ts", "utf8").matchAll(/^ {2}(\w+): \{ args: .* sort: "edit" \};$/gm),
].map((found) => found[1] ?? "");

describe("the table of plain forms", () => {
  it("has every edit of the core, or names its own form", () => {
    expect(edits.length).toBeGreaterThan(20);
    const known = [...Object.keys(plain), ...ownForms];
    expect(Object.keys(also).filter((name) => edits.includes(name))).toEqual([]);
    expect(edits.filter((name) => !known.includes(name as "Undo"))).toEqual([]);
    expect(known.filter((name) => !edits.includes(name))).toEqual([]);
    expect(plainNames.filter((name) => (ownForms as readonly string[]).includes(name))).toEqual([]);
  });

  it.each([
    ["en", en],
    ["ar", ar],
  ])("has all its words: %s", (_, words) => {
    const keys = plainNames.flatMap((name) => {
      const fields = Object.entries(entryOf(name).fields as Record<string, PlainField>);
      return [
        `plain.title.${name}`,
        `plain.group.${entryOf(name).group}`,
        `commands.${commandOf(name)}`,
        ...fields.map(([arg, field]) => `plain.field.${field.label ?? arg}`),
      ];
    });
    const ofLists = Object.entries(lists).flatMap(([list, all]) => all.map((one) => `${list}.${one}`));
    const missing = [...keys, ...ofLists].filter((key) => typeof word(words, key) !== "string");
    expect([...new Set(missing)]).toEqual([]);
  });

  it("has no word that no form uses", () => {
    const titles = Object.keys(word(en, "plain.title") as object);
    expect(titles.filter((name) => !plainNames.includes(name as "AddAlias"))).toEqual([]);
    const labels = plainNames.flatMap((name) =>
      Object.entries(entryOf(name).fields as Record<string, PlainField>).map(
        ([arg, field]) => field.label ?? arg,
      ),
    );
    const code = readFileSync("src/features/recommendation/RecommendationForm.tsx", "utf8");
    const unused = Object.keys(word(en, "plain.field") as object).filter(
      (name) => !labels.includes(name) && !code.includes(`"plain.field.${name}"`),
    );
    expect(unused).toEqual([]);
    expect(Object.keys(word(en, "plain.hint") as object).filter((name) => !labels.includes(name))).toEqual(
      [],
    );
  });

  it("has each form that a page or a report opens", () => {
    const files = readdirSync("src/features", { recursive: true, encoding: "utf8" });
    const code = files
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => readFileSync(`src/features/${file}`, "utf8"))
      .join("\n");
    const opened = [...code.matchAll(/\bact\("(\w+)"/g)].map((found) => found[1] ?? "");
    const added = [...code.matchAll(/adds: \[([^\]]*)\]/g)].flatMap((found) =>
      (found[1] ?? "").split(",").map((name) => name.trim().replaceAll('"', "")),
    );
    expect(opened.length).toBeGreaterThan(5);
    const all = [...opened, ...added].filter((name) => name !== "");
    expect(all.filter((name) => !plainNames.includes(name as "AddAlias"))).toEqual([]);
  });

  it("picks and lists only what there is", () => {
    for (const name of plainNames) {
      for (const field of Object.values(entryOf(name).fields as Record<string, PlainField>)) {
        if (field.kind === "pick" || field.kind === "picks") expect(pickers[field.of]).toBeTypeOf("function");
        if (field.kind === "one" || field.kind === "few")
          expect(lists[field.list as ListName].length).toBeGreaterThan(0);
      }
    }
  });

  it("offers what the open item can have, and nothing in a file that is only read", () => {
    expect(offered(commitment, false)).toContain("AddPartner");
    expect(offered(commitment, false)).not.toContain("AddAlias");
    expect(offered({ ...commitment, deleted: true }, false)).not.toContain("AddPartner");
    expect(offered(commitment, true)).toEqual([]);
  });
});

describe("a plain form", () => {
  const actors = {
    as_of: "2026-11-20",
    total: 1,
    commitments: [],
    recommendations: [],
    actors: [
      {
        id: "a7",
        actor: "OMA",
        name: "Office of Military Affairs",
        kind: "office",
        level: null,
        parent: null,
        leads: 0,
        overdue: 0,
      },
    ],
    sources: [],
  };
  it("sends the open item with what was typed, and closes", async () => {
    const { host, asked } = fakeHost({
      AddPartner: () => ({ id: "p1", ref: "" }),
      List: () => actors as never,
      Search: () => ({ hits: [], order: "fit", total: 0, kinds: [], suggestion: null }),
    });
    const onDone = vi.fn();
    const { container } = show(
      <PlainForm
        command="AddPartner"
        page={commitment}
        today="2026-11-20"
        onDone={onDone}
        onCancel={() => {}}
      />,
      host,
    );
    expect(await faults(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: /Show the choices/ }));
    await userEvent.click(await screen.findByRole("option", { name: /Military Affairs/ }));
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(asked.find((one) => one.name === "AddPartner")?.args).toEqual({
      commitment: "c1",
      actor: "a7",
      role: "supporting",
    });
  });
  it("shows what a change of many would do, then does it and says nothing that was not said", async () => {
    const { host, asked } = fakeHost({
      PreviewMany: () => ({
        total: 3,
        changed: 2,
        unchanged: 0,
        left_out: 1,
        changes: [{ id: "c1", ref: "C-1", title: "Roster", field: "handler", from: "Amal", to: "Noor" }],
        refused: [{ ref: "C-3", why: "It is in the bin." }],
      }),
      SetMany: () => ({ changed: 2, unchanged: 0, left_out: 1 }),
      List: () => actors as never,
      Search: () => ({ hits: [], order: "fit", total: 0, kinds: [], suggestion: null }),
    });
    const onDone = vi.fn();
    const of = (filter: string) => (
      <PlainForm
        command="SetMany"
        page={undefined}
        today="2026-11-20"
        fill={{ filter, list: "commitments" }}
        onDone={onDone}
        onCancel={() => {}}
      />
    );
    const first = show(of("status:closed"), host);
    await userEvent.type(screen.getByRole("textbox", { name: /New handler/ }), "Else");
    first.unmount();
    show(of("queue:overdue"), host);
    expect(screen.getByRole("textbox", { name: /All that the filter admits/ })).toHaveProperty(
      "value",
      "queue:overdue",
    );
    await userEvent.type(screen.getByRole("textbox", { name: /New handler/ }), "Noor");
    await userEvent.click(screen.getByRole("button", { name: new RegExp(en.plain.preview) }));
    expect(await screen.findByText(/2 would change/)).toBeTruthy();
    expect(screen.getByText("It is in the bin.")).toBeTruthy();
    expect(screen.getByText("Amal")).toBeTruthy();
    expect(asked.some((one) => one.name === "SetMany")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: new RegExp(en.plain.confirm) }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    const sent = asked.find((one) => one.name === "SetMany")?.args;
    expect(sent).toMatchObject({
      filter: "queue:overdue",
      handler: "Noor",
      private: null,
      status: null,
      skip: false,
    });
    expect(sent).toEqual(asked.find((one) => one.name === "PreviewMany")?.args);
  });
  it("does not send without what is needed, and keeps what was typed after a refusal", async () => {
    const { host, asked } = fakeHost({
      AddAlias: () => {
        throw { code: "taken", message: "Another actor has that name.", detail: null };
      },
    });
    const page = { type: "actor", id: "a9", ref: "DPO", deleted: false } as never;
    show(
      <PlainForm command="AddAlias" page={page} today="2026-11-20" onDone={() => {}} onCancel={() => {}} />,
      host,
    );
    await userEvent.click(screen.getByRole("button", { name: /Save/ }));
    expect(await screen.findByText("This is needed.")).toBeTruthy();
    expect(asked).toEqual([]);
    await userEvent.type(screen.getByRole("textbox"), "DPKO");
    await userEvent.click(screen.getByRole("button", { name: /Save/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("Another actor has that name.");
    expect(screen.getByRole("textbox")).toHaveProperty("value", "DPKO");
  });
});
