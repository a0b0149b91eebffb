// What a reader takes away: quotations and exports.
import { list, open, pointed, ready, search } from "./explorer.mjs";
import { common } from "./articles.mjs";
import { dialog, download, expectAccessible, readArticle, said, select, tool } from "./take.mjs";
import { expect, test } from "./test.mjs";

/** The rows of a table as RFC 4180 has it, each by its columns' names. */
function table(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push([]);
  }
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

test("selected words are quoted with their citation, and lead back to their place", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await readArticle(page);
  const words = await select(page, 1, 4, 30);
  await tool(page, "Cite").click();
  const cite = dialog(page, "Cite");
  await expect(cite.getByLabel("Quotation", { exact: true })).toContainText(words.trim());
  await cite.getByRole("button", { name: "Copy: Quotation", exact: true }).click();
  await expect(said(page)).toHaveText("Copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(words.trim());
  const link = copied.match(/https?:\S+at=\d+-\d+/)[0];
  await cite.getByRole("button", { name: "Copy: Quotation as Markdown", exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^> /);
  await page.goto(link);
  await expect(pointed(page)).toContainText(words.trim());
});

test("by keyboard alone a sentence is quoted, and the focus comes back to it", async ({ page }) => {
  await readArticle(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(pointed(page)).toBeFocused();
  const words = await pointed(page).locator(":scope > span:not(.gutter)").innerText();
  await page.keyboard.press("c");
  await expect(dialog(page, "Cite").getByLabel("Quotation", { exact: true })).toContainText(words.trim());
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Cite")).toBeHidden();
  await expect(pointed(page)).toBeFocused();
});

test("an article is cited for other programs, and how to quote words is told", async ({ page }) => {
  await readArticle(page);
  await tool(page, "Cite").click();
  await expect(dialog(page, "Cite")).toContainText("To quote words, select them in the text first");
  const bibtex = await download(page, "Save: BibTeX");
  expect(bibtex.name).toMatch(/^crossread-[0-9a-f]{16}\.bib$/);
  expect(bibtex.text).toMatch(/^@(article|misc)\{crossread-[0-9a-f]{16}/);
  expect((await download(page, "Save: RIS")).text).toMatch(/^TY {2}- NEWS\r\n/);
  expect(JSON.parse((await download(page, "Save: CSL-JSON")).text)[0].type).toBe("article-newspaper");
  await expect(said(page)).toHaveText("Saved.");
});

test("where the page may not copy it says what to do", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
  await readArticle(page);
  await tool(page, "Cite").click();
  await dialog(page, "Cite").getByRole("button", { name: "Copy: BibTeX", exact: true }).click();
  await expect(said(page)).toContainText("select the text instead");
});

test("a lens is saved as a table, as JSON, as Markdown and as pictures", async ({ page }) => {
  await open(page, "?lens=voices");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog(page, "Export")).toBeVisible();
  const saved = await download(page, "Save: Table (CSV)");
  expect(saved.name).toBe("crossread-voices.csv");
  const placed = table(saved.text).filter((row) => row.start !== "");
  expect(placed.length).toBeGreaterThan(0);
  for (const row of placed) {
    expect(Number(row.end)).toBeGreaterThan(Number(row.start));
    expect(row.link).toContain(`at=${row.start}-${row.end}`);
  }
  expect(JSON.parse((await download(page, "Save: JSON")).text)).toMatchObject({ format: 1, lens: "voices" });
  expect((await download(page, "Save: Markdown")).text).toMatch(/^# Voices\n/);
  const drawing = await download(page, /^Save as SVG: Chart/);
  expect(drawing.text).toMatch(/^<svg [^>]*role="img"/);
  const picture = await download(page, /^Save as PNG: Chart/);
  expect(picture.name).toMatch(/\.png$/);
  expect([...picture.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [width, height] = [16, 20].map((at) => picture.bytes.readUInt32BE(at));
  expect([width, height]).toEqual(["width", "height"].map((name) => 2 * Number(new RegExp(` ${name}="(\\d+)"`).exec(drawing.text)[1])));
});

for (const lens of ["overview", "compare", "timeline", "figures", "names", "wording", "coverage"]) {
  test(`the ${lens} lens is exported`, async ({ page }) => {
    await open(page, `?lens=${lens}`);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const saved = await download(page, "Save: Table (CSV)");
    expect(saved.name).toBe(`crossread-${lens}.csv`);
    expect(table(saved.text).filter((row) => row.link !== "").length).toBeGreaterThan(0);
  });
}

test("the list is exported as search leaves it, with the sentences that answer", async ({ page }) => {
  await open(page, list);
  await search(page, common);
  const titles = await page.locator("#results .row h3").allInnerTexts();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const rows = table((await download(page, "Save: Table (CSV)")).text);
  expect(rows.filter((row) => row.column === "Headline").map((row) => row.words || row.text)).toEqual(titles);
  const answers = rows.filter((row) => row.column === "Sentences that answer");
  expect(answers.length).toBeGreaterThan(0);
});

test("an open article is exported sentence by sentence, with what is marked in it", async ({ page }) => {
  await readArticle(page, "?lens=articles");
  await page.getByRole("group", { name: "Show in the text" }).getByRole("button", { name: "Figures" }).click();
  await tool(page, "Export").click();
  const rows = table((await download(page, "Save: Table (CSV)")).text);
  const sentences = await page.locator(".reader .sentence").count();
  expect(rows.filter((row) => row.kind === "pair").length).toBe(sentences);
  expect(rows.every((row) => row.kind !== "pair" || row.link.includes(`at=${row.start}-${row.end}`))).toBe(true);
});

for (const [width, name] of [[1280, "wide"], [320, "narrow"]]) {
  test(`the dialogs can be used by all: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await readArticle(page);
    await select(page, 1);
    await tool(page, "Cite").click();
    await expect(dialog(page, "Cite")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog(page, "Cite")).toBeHidden();
    await open(page, "?lens=voices");
    await page.getByRole("button", { name: "Export", exact: true }).press("Enter");
    await expect(dialog(page, "Export")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Export", exact: true })).toBeFocused();
  });
}

test("a reader who takes nothing away does not load the panel", async ({ page, watch }) => {
  await readArticle(page);
  await ready(page);
  expect(watch.requests.filter((url) => /crossread-panel/.test(url))).toEqual([]);
});
