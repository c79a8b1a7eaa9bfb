import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { fakeHost, faults, show } from "../../../test/host";
import type { Figure } from "../../queries/types";
import { rateReports } from "./rates";
import { ReportView } from "./report";

const figure = (name: string, n: number, of: [string, number] | null, filter: string): Figure => ({
  name,
  n,
  of_name: of?.[0] ?? null,
  of: of?.[1] ?? null,
  permille: of && Math.round((n * 1000) / of[1]),
  list: "recommendations",
  filter,
});

it("says what a rate is out of, and each figure opens the list that it counts", async () => {
  const { host, asked } = fakeHost({
    Rates: () => ({
      as_of: "2026-11-20",
      figures: [
        figure("recommendations", 40, null, ""),
        figure("implemented", 5, ["to_implement", 8], "status:implemented"),
        { ...figure("implemented", 17, null, "status:implemented"), list: "commitments" },
      ],
      groups: [
        {
          key: "high",
          name: null,
          figures: [figure("implemented", 3, ["to_implement", 4], "priority:high status:implemented")],
        },
      ],
      groups_total: 1,
    }),
  });
  const leads = vi.fn();
  const { container } = show(
    <ReportView
      report={rateReports.rates}
      leads={leads}
      readOnly={false}
      head={(_, tools) => tools}
      empty=""
      addWords={(form) => form}
    />,
    host,
  );
  expect(await screen.findByText(/62\.5% of 8/)).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "High" })).toBeTruthy();
  expect(await faults(container)).toEqual([]);
  await userEvent.click(screen.getByRole("link", { name: "3 (75%)" }));
  expect(leads).toHaveBeenCalledWith({ list: "recommendations", filter: "priority:high status:implemented" });
  await userEvent.click(screen.getByRole("link", { name: "17" }));
  expect(leads).toHaveBeenLastCalledWith({ list: "commitments", filter: "status:implemented" });
  await userEvent.type(screen.getByRole("textbox"), "lead:DPO{Enter}");
  const filters = asked
    .filter((one) => one.name === "Rates")
    .map((one) => (one.args as { filter: unknown }).filter);
  expect(filters).toEqual([null, "lead:DPO"]);
});
