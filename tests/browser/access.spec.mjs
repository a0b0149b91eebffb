// axe-core finds no fault: in light and dark, wide and narrow, with everything that can be open open.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { common } from "./articles.mjs";
import { open, readFirst } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const lenses = ["overview", "compare", "voices", "timeline", "figures", "names", "wording", "coverage"];

const states = {
  ...Object.fromEntries(
    lenses.map((lens) => [
      `the lens ${lens}`,
      async (page) => {
        await open(page, `?lens=${lens}`);
        await expect(page.locator("#lens .worked-out > *").first()).toBeVisible();
        for (const fold of await page.locator("#lens details > summary").all()) await fold.click();
      },
    ]),
  ),
  "a finding's card": async (page) => {
    await readFirst(page);
    await page.locator(".sentence .finding").first().click();
    await expect(page.locator(".finding-card")).toBeVisible();
  },
  "the list": (page) => open(page),
  "search results": (page) => open(page, `?q=${common}&-outlet=`),
  "nothing found": (page) => open(page, `?q=${common}+qqqzzzqqq&exact=1`),
  "the Read lens": (page) => readFirst(page),
  "the Read lens with hits": async (page) => {
    await readFirst(page, `?q=${common}`);
    await page.getByRole("button", { name: "Next hit" }).click();
    await expect(page.locator("mark.current").first()).toBeVisible();
  },
  "as in the file": async (page) => {
    await readFirst(page);
    await page.getByRole("button", { name: "As in the file" }).click();
    await expect(page.locator(".source")).toBeVisible();
  },
  "an article that is not there": (page) => open(page, "?lens=read&article=0000000000000000"),
  "the help": async (page) => {
    await open(page);
    await page.getByText("Search help").click();
    await expect(page.getByText("these words side by side")).toBeVisible();
  },
  "on what the header rests": async (page) => {
    await open(page);
    for (const fold of await page.getByText("How we know").all()) await fold.click();
  },
  "the filters": async (page) => {
    await open(page, `?q=${common}`);
    const toggle = page.locator(".facets .toggle");
    if (await toggle.isVisible()) await toggle.click();
    await expect(page.locator(".facet").first()).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      for (const [name, reach] of Object.entries(states)) {
        test(name, async ({ page }) => {
          await reach(page);
          await page.evaluate(axe);
          const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
          expect(passes.length).toBeGreaterThan(10);
          const faults = violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
          );
          expect(faults.join("\n\n")).toBe("");
        });
      }
    });
  }
}
