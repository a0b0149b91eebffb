// A reader's corrections: names parted and joined, findings hidden; kept, listed, taken back and handed on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { article, expectFocusKept, open, readFirst, ready } from "./explorer.mjs";
import { ARTICLES } from "./places.mjs";
import { expect, test } from "./test.mjs";

const panel = (page) => page.locator("#corrections");
const correct = (page, name) => page.locator("#main").getByRole("button", { name });
const heading = (page) => page.locator("#lens h2, #lens h3").first();

/** The names listed, kind by kind: each with how many sentences have it. */
async function listed(page) {
  const rows = page.locator("#lens .worked-out tbody tr");
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector("th a").textContent,
      also: row.querySelector("th").textContent,
      total: Number(row.lastElementChild.textContent),
    })),
  );
}

/** Opens the page of the first name that has a spelling to part. */
async function openPartable(page) {
  await open(page, "?lens=names");
  for (const { name } of (await listed(page)).filter(({ also }) => also.includes(" also "))) {
    await open(page, `?lens=names&of=${encodeURIComponent(name)}`);
    if ((await correct(page, /^Part “/).count()) > 0) return name;
  }
  throw new Error("no name of the articles has another spelling, which the tests need");
}

/** The number of sentences that the page of a name counts. */
const sentences = async (page) =>
  Number(/\((\d+)\)/.exec(await page.getByRole("heading", { name: /^Every sentence/ }).innerText())[1]);

const file = async (page) => {
  const href = await panel(page).getByRole("link", { name: "Download as corpus.toml", includeHidden: true }).getAttribute("href");
  return decodeURIComponent(href.replace(/^[^,]*,/, ""));
};

test("a name is parted, counts follow, it is kept, and taken back", async ({ page }) => {
  const name = await openPartable(page);
  await expect(panel(page)).toBeHidden();
  const before = await sentences(page);
  const button = correct(page, /^Part “/).first();
  const [, spelling, from] = /^Part “(.*)” from “(.*)”$/.exec(await button.getAttribute("aria-label"));
  await button.press("Enter");
  await expect.poll(() => sentences(page)).toBeLessThan(before);
  const after = await sentences(page);
  await expect(panel(page).locator("summary")).toHaveText("Your corrections (1)");
  await expect(page.getByRole("status").first()).toContainText("1 correction of yours");
  await expectFocusKept(page);

  await page.reload();
  await ready(page);
  await expect.poll(() => sentences(page)).toBe(after);
  await open(page, "?lens=names");
  const names = (await listed(page)).map((row) => row.name);
  expect(names).toContain(name);
  expect(names).toContain(spelling);
  expect(new URL(page.url()).search).not.toContain("part");

  await panel(page).locator("summary").click();
  const line = panel(page).getByRole("listitem");
  await expect(line).toHaveText(`“${spelling}” is not “${from}” Undo`);
  await line.getByRole("button").press("Enter");
  await expect(panel(page)).toBeHidden();
  await expectFocusKept(page);
  await open(page, `?lens=names&of=${encodeURIComponent(name)}`);
  await expect.poll(() => sentences(page)).toBe(before);
});

test("two names are joined", async ({ page }) => {
  await open(page, "?lens=names");
  const [first] = await listed(page);
  await open(page, `?lens=names&of=${encodeURIComponent(first.name)}`);
  const before = await sentences(page);
  const choice = page.getByRole("combobox", { name: /is the same as/ });
  const other = await choice.locator("option").nth(1).innerText();
  await choice.selectOption(other);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect.poll(() => sentences(page)).toBeGreaterThan(before);
  await expect(panel(page).locator("summary")).toHaveText("Your corrections (1)");
  await page.getByText(/^What joins these names/).click();
  await expect(page.locator("#lens .tag", { hasText: "joined by you" }).first()).toBeVisible();
  expect(await file(page)).toContain("[[joined]]\nnames = [");
});

test("a finding is hidden where it is read, and facets keep counting what is left", async ({ page }) => {
  await readFirst(page);
  const figures = article(page).locator('[data-layer="figures"][role="button"]');
  // What is found is marked some time after the text is there.
  await expect(figures.first()).toBeVisible();
  const before = await figures.count();
  const words = await figures.first().innerText();
  await figures.first().press("Enter");
  await page.locator(".finding-card").getByRole("button", { name: /^Hide this finding/ }).press("Enter");
  await expect(figures).toHaveCount(before - 1);
  await expect(page.locator(".finding-card")).toHaveCount(0);
  await expectFocusKept(page);
  const toml = await file(page);
  expect(toml).toContain('[[hidden]]\nfinding = "figure"\nat = [\n  { article = "');
  expect(toml).toContain(`words = "${words}`);
  expect(toml.startsWith(readFileSync(join(ARTICLES, "corpus.toml"), "utf8").trimEnd())).toBe(true);
  await panel(page).locator("summary").click();
  await panel(page).getByRole("button", { name: "Undo all" }).click();
  await expect(figures).toHaveCount(before);
  await expect(panel(page)).toBeHidden();
});

test("statements and differences are hidden line by line", async ({ page }) => {
  await open(page, "?lens=coverage");
  for (const [kind, finding] of [[/^Hide the statement/, "claim"], [/^Hide the difference/, "difference"]]) {
    const buttons = correct(page, kind);
    const name = await buttons.first().getAttribute("aria-label");
    await buttons.first().press("Enter");
    // only so many are listed at first: another may take its place
    await expect(correct(page, name).filter({ hasText: "Hide" })).toHaveCount(0);
    await expectFocusKept(page);
    expect(await file(page)).toContain(`finding = "${finding}"`);
  }
  await expect(heading(page)).toBeVisible();
});

test("the file is saved under its name", async ({ page }) => {
  await openPartable(page);
  await correct(page, /^Part “/).first().click();
  await panel(page).locator("summary").click();
  const saved = page.waitForEvent("download");
  await panel(page).getByRole("link", { name: "Download as corpus.toml" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("corpus.toml");
  expect(readFileSync(await download.path(), "utf8")).toBe(await file(page));
});

test("at 320 px nothing of it sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPartable(page);
  await correct(page, /^Part “/).first().click();
  await panel(page).locator("summary").click();
  const undo = panel(page).getByRole("button", { name: "Undo all" });
  await undo.scrollIntoViewIfNeeded();
  await expect(undo).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
