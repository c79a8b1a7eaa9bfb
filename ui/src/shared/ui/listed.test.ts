import { expect, it } from "vitest";
import { listedIn } from "./listed";

const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

it.each([
  ["WebKitGTK", `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT}`, { "aria-controls": "" }],
  ["WKWebView", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`, {}],
  [
    "WebView2",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
    {},
  ],
  ["Chromium", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", {}],
])("%s", (_, browser, given) => {
  expect(listedIn(browser)).toEqual(given);
});
