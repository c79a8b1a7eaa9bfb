import { describe, expect, it } from "vitest";
import { faults, show } from "../../../test/host";
import { LineChart, span } from "./LineChart";

describe("a line chart", () => {
  it("spans its values by round numbers", () => {
    expect(span([45, 60, 100])).toEqual([0, 100]);
    expect(span([7, 7])).toEqual([0, 7]);
    expect(span([0])).toEqual([0, 1]);
    expect(span([-3, 4])).toEqual([-3, 4]);
    expect(span([1012, 1034])).toEqual([1010, 1040]);
  });
  it("has a name, a point for each value, and the line that is wanted", async () => {
    const { container } = show(
      <LineChart
        label="Women in contingents: 2 values"
        series={[
          {
            name: "whole",
            points: [
              { day: "2021-01-01", value: 4 },
              { day: "2023-01-01", value: 8 },
            ],
          },
        ]}
        target={{ value: 15, label: "target 15 %" }}
        sayValue={(value) => `${value} %`}
        sayDay={(day) => day}
      />,
    );
    expect(container.querySelector("svg")?.getAttribute("aria-label")).toBe("Women in contingents: 2 values");
    expect(container.querySelectorAll("circle").length).toBe(2);
    expect(container.textContent).toContain("target 15 %");
    expect(await faults(container)).toEqual([]);
  });
});
