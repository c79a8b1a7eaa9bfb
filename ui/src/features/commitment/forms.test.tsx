import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { fakeHost, faults, show } from "../../../test/host";
import { commitment } from "../../../test/pages";
import { CommitmentPage } from "./CommitmentPage";
import { DueForm } from "./DueForm";
import { UpdateForm } from "./UpdateForm";
import { hasSupport, VerifyForm } from "./VerifyForm";

const empty = {
  as_of: "2026-11-20",
  counted: true,
  total: 0,
  bands: [],
  undated: 0,
  groups: [],
  filter: null,
  commitments: [],
  recommendations: [],
  actors: [],
  sources: [],
};
const none = { onDone: () => {}, onCancel: () => {} };

describe("logging an update", () => {
  it("sends what was typed, with the evidence, and says so once", async () => {
    const { host, asked } = fakeHost({ LogUpdate: () => ({ id: "u9", ref: "U-9" }), List: () => empty });
    const onDone = vi.fn();
    const page = { ...commitment, id: "c-sends" };
    const { container } = show(<UpdateForm page={page} today="2026-11-20" {...none} onDone={onDone} />, host);
    await userEvent.type(screen.getByLabelText(/What happened/), "Agreed in two more missions.");
    await userEvent.type(screen.getByRole("textbox", { name: /^Evidence/ }), "S/2024/123");
    expect(await faults(container)).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: "Mixed" }));
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(asked.find((one) => one.name === "LogUpdate")?.args).toMatchObject({
      commitment: "c-sends",
      text: "Agreed in two more missions.",
      on: "2026-11-20",
      status: null,
      by: "a1",
      symbol: "S/2024/123",
      link: null,
      stance: "mixed",
    });
  });

  it("shows a refusal as it is and loses nothing, not even when closed", async () => {
    const { host } = fakeHost({
      LogUpdate: () => {
        throw { code: "status", message: "Verify the result instead.", detail: null };
      },
      List: () => empty,
    });
    const page = { ...commitment, id: "c-refused" };
    const form = <UpdateForm page={page} today="2026-11-20" {...none} />;
    const first = show(form, host);
    await userEvent.type(screen.getByLabelText(/What happened/), "A long text");
    await userEvent.click(screen.getByRole("button", { name: /Log update/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("Verify the result instead.");
    expect(screen.getByLabelText(/What happened/)).toHaveProperty("value", "A long text");
    first.unmount();
    show(form, host);
    expect(screen.getByLabelText(/What happened/)).toHaveProperty("value", "A long text");
  });

  it("names what is missing and goes there", async () => {
    const { host, asked } = fakeHost({ List: () => empty });
    show(<UpdateForm page={{ ...commitment, id: "c-missing" }} today="2026-11-20" {...none} />, host);
    await userEvent.click(screen.getByRole("button", { name: /Log update/ }));
    expect(await screen.findByText("This is needed.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/What happened/)));
    expect(asked.some((one) => one.name === "LogUpdate")).toBe(false);
  });
});

describe("changing a due date", () => {
  it("tells what the words mean as one types", async () => {
    const { host } = fakeHost({
      ReadDue: ({ words }) => ({
        kind: "day",
        stated: words,
        due_by: "2027-12-31",
        from: null,
        to: null,
        hangs_on: null,
        event: null,
        before: null,
        offset_days: null,
        interval: null,
        understood: "so by 31 December 2027",
      }),
    });
    const { container } = show(<DueForm page={commitment} today="2026-11-20" {...none} />, host);
    await userEvent.type(screen.getByLabelText(/in the words/), "31 December 2027");
    expect(await screen.findByText("so by 31 December 2027")).toBeTruthy();
    expect(await faults(container)).toEqual([]);
  });
});

describe("verifying", () => {
  it("says what is missing", async () => {
    expect(hasSupport(commitment)).toBe(false);
    const { container } = show(<VerifyForm page={commitment} today="2026-11-20" {...none} />);
    expect(screen.getByText(/No supporting evidence yet/)).toBeTruthy();
    expect(screen.getByText(/Implementation was not reported/)).toBeTruthy();
    expect(await faults(container)).toEqual([]);
  });
});

describe("the page", () => {
  it("says due, delay, drafting and source in words", async () => {
    const { container } = show(
      <main>
        <CommitmentPage
          page={commitment}
          asOf="2026-11-20"
          slots={{ acts: null, form: null, history: null }}
          onOpen={() => {}}
          onCorrect={() => {}}
          onAddEvidence={() => {}}
        />
      </main>,
    );
    expect(container.textContent).toContain("“2021-2023”, so by 31 December 2023");
    expect(container.textContent).toContain("1,055 days overdue");
    expect(container.textContent).toContain("Drafted by us, not confirmed by the lead");
    expect(container.textContent).toContain("last word 5 March 2024, 990 days ago");
    expect(await faults(container)).toEqual([]);
  });
});

describe("a refusal that is about one field", () => {
  it("stands at the field, takes the focus there, and goes when one types", async () => {
    const { host } = fakeHost({
      SetDue: () => {
        throw { code: "due", message: "Write the year in four digits.", detail: null, field: "words" };
      },
      ReadDue: () => ({ understood: "the 1st of May" }) as never,
      List: () => empty,
    });
    const page = { ...commitment, id: "c-at-field" };
    const { container } = show(<DueForm page={page} today="2026-11-20" {...none} />, host);
    await userEvent.type(screen.getByLabelText(/^Due, in the words/), "1/5/27");
    await userEvent.type(screen.getByLabelText(/^Reason/), "As agreed.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    const field = await screen.findByRole("textbox", {
      name: /^Due, in the words/,
      description: /Write the year/,
    });
    expect(field.getAttribute("aria-invalid")).toBe("true");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(await faults(container)).toEqual([]);
    await userEvent.type(field, "0");
    expect(screen.queryByText("Write the year in four digits.")).toBeNull();
  });

  it("stands at the head where the form has no such field", async () => {
    const { host } = fakeHost({
      SetDue: () => {
        throw { code: "unknown", message: "It is gone.", detail: null, field: "commitment" };
      },
      ReadDue: () => ({ understood: "2031" }) as never,
      List: () => empty,
    });
    show(<DueForm page={{ ...commitment, id: "c-at-head" }} today="2026-11-20" {...none} />, host);
    await userEvent.type(screen.getByLabelText(/^Due, in the words/), "2031");
    await userEvent.type(screen.getByLabelText(/^Reason/), "As agreed.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect((await screen.findByRole("alert")).textContent).toContain("It is gone.");
  });
});
