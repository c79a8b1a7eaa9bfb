// Holds that each term has its words, and that it is found where it stands.

import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import en from "../strings/en.json";
import type { Words } from "../strings/words";
import { explainedAt, meaning, termAt, termIds, termOf } from "./terms";

describe("the terms", () => {
  it("have a name and an explanation each, and no others are there", () => {
    expect(Object.keys(en.terms).sort()).toEqual([...termIds].sort());
  });
  it.each([
    ["due", false, "due"],
    ["words", true, "due"],
    ["slips", false, "slip"],
    ["late", false, "overdue"],
    ["text", true, null],
    ["decider", true, null],
  ])("%s in a form: %s is %s", (name, inForm, term) => {
    expect(termOf(name, inForm)).toBe(term);
  });
  const t = createTranslator({ locale: "en", messages: en }) as unknown as Words["t"];
  const names = (id: string) => explainedAt(t, document.getElementById(id)).map(({ name }) => name);
  it("and the meaning of each mark are found", () => {
    const all = Object.entries(en.means).flatMap(([sort, means]) =>
      Object.entries(means).map(([name, text]) => [`${sort}.${name}`, text] as const),
    );
    expect(all.map(([mark]) => meaning(t, mark)?.text)).toEqual(all.map(([, text]) => text));
    expect(["overdue", "status.no", "x", "tag."].map((mark) => meaning(t, mark)?.name)).toEqual([
      "Overdue",
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("are explained by what is marked where the focus is, the nearest part of the page first", () => {
    document.body.innerHTML = `<div role="row" id="row">
        <div role="gridcell" data-column="status" id="status"><span data-mark="status.suspended"></span></div>
        <div role="gridcell" data-column="due" id="due"><span data-mark="overdue"></span></div>
        <div role="gridcell" data-column="handler" id="handler"></div>
        <div role="gridcell" data-column="updated_by" id="by"></div></div>
      <section class="item"><h2 id="title"></h2><span data-mark="tag.drafted"></span><span data-mark="status.implemented"></span>
        <ul><li><button id="line"></button><span data-mark="status.implemented"></span></li></ul>
        <form class="form"><button id="button"></button><p data-field="status"><input id="field" /></p></form></section>
      <p id="elsewhere"></p><button id="day" data-term="as-of"></button>`;
    expect(
      ["row", "status", "due", "handler", "by", "title", "line", "button", "field", "elsewhere", "day"].map(
        names,
      ),
    ).toEqual([
      ["Suspended", "Overdue"],
      ["Suspended", "Status"],
      ["Overdue", "Due"],
      ["Followed by"],
      [],
      ["Drafted by us, not confirmed by the lead", "Implemented"],
      ["Implemented"],
      [],
      ["Status"],
      [],
      ["As of"],
    ]);
  });
  it("are found from what has the focus", () => {
    document.body.innerHTML = `<div data-field="verdict"><input id="a" /></div><div data-column="health" id="b"></div><p id="c"></p>`;
    expect(["a", "b", "c"].map((id) => termAt(document.getElementById(id)))).toEqual([
      "verdict",
      "health",
      null,
    ]);
  });
});
