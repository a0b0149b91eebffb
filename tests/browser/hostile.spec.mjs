// Articles that try to be more than text: markup, scripts, ends of comments, marks that turn the direction of what
// follows, words without end. They are shown as text, letter by letter, and harm nothing around them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { read } from "./articles.mjs";
import { article, ids, open, ready, rows, search } from "./explorer.mjs";
import { HOSTILE_ARTICLES, HOSTILE_DIST } from "./places.mjs";
import { expect, test } from "./test.mjs";

const BUILD = "cargo xtask build --articles tests/browser/hostile --dist target/hostile";

test.use({ dist: HOSTILE_DIST ?? "no page of hostile articles" });

test.beforeAll(() => {
  const told = `CROSSREAD_DIST_HOSTILE must name a page built from tests/browser/hostile: ${BUILD}`;
  expect(HOSTILE_DIST !== undefined && existsSync(join(HOSTILE_DIST, "index.html")), told).toBe(true);
});

const hostile = read(HOSTILE_ARTICLES);
/** Text as it reads, whatever the blanks between. */
const close = (text) => text.replace(/\s+/gu, "");

const expectUnharmed = async (page) => {
  expect(await page.evaluate(() => globalThis.ran)).toBe(undefined);
  await expect(page.locator("main img, main script, main svg, main iframe, main b, main meta, main base, main textarea")).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
};

const readOne = async (page, id) => {
  await page.locator(`[data-article-id="${id}"] h3 a`).click();
  await expect(article(page)).toHaveAttribute("data-article-id", id);
};

for (const { id, text, lines } of hostile) {
  test(`${id}: every letter is there, in both forms`, async ({ page }) => {
    await open(page);
    await expectUnharmed(page);
    await readOne(page, id);
    const shown = close(
      await article(page)
        .locator(".text")
        .evaluate((text) => {
          const copy = text.cloneNode(true);
          copy.querySelectorAll(".anchor").forEach((anchor) => anchor.remove());
          return copy.textContent;
        }),
    );
    for (const line of lines) expect(shown).toContain(close(line));
    await expectUnharmed(page);
    await page.getByRole("button", { name: "As in the file" }).click();
    await expect.poll(() => page.locator(".source").evaluate((source) => source.textContent)).toBe(text);
    await expectUnharmed(page);
  });
}

test("markup can be searched for, and is marked as text", async ({ page }) => {
  await open(page);
  for (const line of ['"<script>"', "onerror", '<img src=x onerror="globalThis.ran=1">', "</script><b>", "-->"]) {
    await search(page, line);
    await expectUnharmed(page);
  }
  await search(page, "onerror");
  await expect.poll(() => ids(page)).toEqual(["markup"]);
  await expect(page.locator("#results mark").first()).toHaveText("onerror");
});

test("an address full of markup harms nothing", async ({ page }) => {
  const attack = encodeURIComponent('"><img src=x onerror="globalThis.ran=1"><script>globalThis.ran=2</script>');
  for (const key of ["q", "outlet", "-day", "lens", "article", "at", "sort"]) {
    await open(page, `?${key}=${attack}`);
    await expectUnharmed(page);
  }
});

test("turned directions end with their sentence", async ({ page }) => {
  await open(page);
  await readOne(page, "direction");
  const isolated = await page
    .locator(".sentence, main h2 bdi, .neighbours bdi")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).unicodeBidi).filter((how) => !how.startsWith("isolate")));
  expect(isolated).toEqual([]);
  await open(page);
  for (const row of await rows(page).all()) {
    for (const name of await row.locator("h3 a, .snippet").all()) await expect(name.locator("> bdi")).toHaveCount(1);
    // What follows the title stands where it would without it.
    const [meta, box] = [await row.locator(".meta").boundingBox(), await row.boundingBox()];
    expect(meta.x).toBeCloseTo(box.x, 0);
  }
});

test("words without end do not widen the page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  await open(page);
  expect(await fits()).toBe(true);
  for (const fold of await page.getByText("How we know").all()) await fold.click();
  expect(await fits()).toBe(true);
  await readOne(page, "long");
  expect(await fits()).toBe(true);
  await page.getByRole("button", { name: "As in the file" }).click();
  expect(await fits()).toBe(true);
});

test("the page as one file", async ({ page, site }) => {
  await open(page, pathToFileURL(join(site.dist, "crossread.html")).href);
  for (const { id } of hostile) {
    await readOne(page, id);
    await expectUnharmed(page);
    await page.goBack();
    await ready(page);
  }
});

test.describe("scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("every letter is there", async ({ page }) => {
    await page.goto("");
    await expect(page.locator("#plain article")).toHaveCount(hostile.length);
    await expect(page.locator("main img, main svg, main iframe, main b, main script")).toHaveCount(0);
    for (const { id, lines } of hostile) {
      const shown = close(await page.locator(`#plain article[data-article-id="${id}"]`).textContent());
      for (const line of lines) expect(shown).toContain(close(line));
    }
  });
});
