// Narrow screens: nothing runs out of the page, and fingers find what they press.
import { common } from "./articles.mjs";
import { expectIds, ids, open, readFirst, rows } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const states = {
  "the list": (page) => open(page),
  "search results": (page) => open(page, `?q=${common}&-outlet=`),
  "nothing found": (page) => open(page, `?q=${"a-word-without-end".repeat(8)}&exact=1`),
  "the Read lens": (page) => readFirst(page, `?q=${common}`),
  "the Read lens in the largest letters": async (page) => {
    await readFirst(page, `?q=${common}`);
    const larger = page.getByRole("button", { name: "Larger text" });
    while (await larger.isEnabled()) await larger.click();
  },
  "as in the file": async (page) => {
    await readFirst(page);
    await page.getByRole("button", { name: "As in the file" }).click();
  },
  "the help": async (page) => {
    await open(page);
    await page.getByText("Search help").click();
  },
  "on what the header rests": async (page) => {
    await open(page);
    for (const fold of await page.getByText("How we know").all()) await fold.click();
  },
  "the filters": async (page) => {
    await open(page);
    await page.getByRole("button", { name: "Filters" }).click();
  },
};

// 320 by 256 is a screen of 1280 by 1024 at 400 %.
for (const [width, height] of [[320, 640], [320, 256]]) {
  test.describe(`${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const [name, reach] of Object.entries(states)) {
      test(`nothing runs out of the page: ${name}`, async ({ page }) => {
        await reach(page);
        const outside = await page.evaluate(() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          const far = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > wide + 0.5);
          return [`${document.documentElement.scrollWidth} px`, ...far.map((one) => one.outerHTML.slice(0, 100))];
        });
        expect(outside).toEqual([]);
      });
    }

    test("at most a third of the screen is kept by what does not scroll", async ({ page }) => {
      await readFirst(page, `?q=${common}`);
      await page.mouse.wheel(0, 600);
      const kept = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((one) => ["sticky", "fixed"].includes(getComputedStyle(one).position))
          .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0),
      );
      expect(kept).toBeLessThan(height / 3);
    });
  });
}

test.describe("360 px, touched", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("filters wait behind a button", async ({ page }) => {
    await open(page);
    const facets = page.locator("#facet-list");
    await expect(facets).toBeHidden();
    const toggle = page.getByRole("button", { name: "Filters" });
    await expect(toggle).toHaveAttribute("aria-expanded", "false");
    await toggle.tap();
    await expect(toggle).toHaveAttribute("aria-expanded", "true");
    await expect(facets).toBeVisible();
    const before = (await ids(page)).length;
    await page.locator(".facet li label").first().tap();
    await expect(toggle).toHaveText("Filters (1)");
    await expect.poll(() => rows(page).count()).toBeLessThan(before);
    await toggle.tap();
    await expect(facets).toBeHidden();
    await page.locator(".chip").tap();
    await expect(rows(page)).toHaveCount(before);
  });

  const LEAST = 44;
  const small = (page, where) =>
    page.locator(where).evaluateAll(
      (all, least) =>
        all
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => ({ one: one.closest("label") ?? one, box: (one.closest("label") ?? one).getBoundingClientRect() }))
          .filter(({ box }) => box.height > 1 && (box.height < least || box.width < least))
          .map(({ one, box }) => `${one.outerHTML.slice(0, 90)}: ${Math.round(box.width)} by ${Math.round(box.height)}`),
      LEAST,
    );

  test("buttons, boxes and choices are large enough for fingers", async ({ page }) => {
    await open(page, `?q=${common}`);
    await page.getByRole("button", { name: "Filters" }).tap();
    expect(await small(page, "button, select, input")).toEqual([]);
    await readFirst(page, `?q=${common}`);
    expect(await small(page, "button, select, input")).toEqual([]);
  });

  test("links that stand by themselves too: lenses, titles, folds", async ({ page }) => {
    await open(page);
    const least = 24;
    const low = await page
      .locator(".masthead nav a, .row h3 a, summary")
      .evaluateAll((all, least) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height).filter((height) => height < least), least);
    expect(low).toEqual([]);
  });

  test("a query can be typed and its answer read", async ({ page }) => {
    await open(page);
    await page.getByRole("searchbox").tap();
    await page.keyboard.type(common);
    await expect(page.locator("#results mark").first()).toBeVisible();
    await expectIds(page, await ids(page));
  });
});
