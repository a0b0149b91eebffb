// A page that a reader makes in the browser: the collection in one file, which opens from disk by itself.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { articles } from "./articles.mjs";
import { open, ready, rows } from "./explorer.mjs";
import { addFiles, file, openPanel, panel, said, story, yours } from "./own.mjs";
import { download, expectAccessible, note } from "./take.mjs";
import { expect, test } from "./test.mjs";

const SAVE = "Save the collection as a page";
const ALL = articles.length + 1;

/** Makes a page of what is open, and gives its address on this disk. */
async function made(page, watch, path) {
  if (!(await panel(page).isVisible())) await openPanel(page);
  const saved = await download(page, SAVE);
  expect(saved.name).toBe("collection.html");
  await expect(said(page)).toHaveText(`Saved: a page with ${ALL} articles.`);
  writeFileSync(path, saved.bytes);
  const { href } = pathToFileURL(path);
  watch.allow(href);
  return href;
}

/** Adds an article, a note on it, and a correction. */
async function prepare(page) {
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await page.keyboard.press("Escape");
  await yours(page).getByRole("link", { name: "Plain story" }).click();
  await expect(page.locator("#main article.reader")).toHaveAttribute("aria-busy", "false");
  const words = await note(page, "A note to take along");
  await page.goto(`${page.url().split("?")[0]}?lens=coverage`);
  await ready(page);
  const statements = page.getByRole("button", { name: /^Hide the statement/ });
  const all = await statements.count();
  await statements.first().click();
  await expect(statements).toHaveCount(all - 1);
  return { words, statements: all - 1 };
}

test("it opens from disk with articles, note, correction and lenses, and makes another", async ({ page, browser, watch }, info) => {
  test.slow();
  await open(page);
  const { words, statements } = await prepare(page);
  let address = await made(page, watch, info.outputPath("first.html"));
  for (const generation of ["second", "third"]) {
    const context = await browser.newContext();
    const other = await context.newPage();
    const faults = [];
    other.on("pageerror", (error) => faults.push(error.message));
    other.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    other.on("request", (request) => /^(https?|file):/.test(request.url()) && faults.push(request.url()));
    await open(other, `${address}?lens=articles`);
    await expect(rows(other)).toHaveCount(ALL);
    await expect(yours(other)).toHaveCount(0);
    await expect(other.locator("#corrections summary")).toHaveText("Your corrections (1)");
    await rows(other).getByRole("link", { name: "Plain story" }).click();
    await expect.poll(async () => (await other.locator(".text .noted").allTextContents()).join("")).toBe(words);
    await open(other, `${address}?lens=coverage`);
    await expect(other.getByRole("button", { name: /^Hide the statement/ })).toHaveCount(statements);
    address = await made(other, watch, info.outputPath(`${generation}.html`));
    expect(faults.filter((fault) => !fault.includes(".html?lens="))).toEqual([]);
    await context.close();
  }
});

test("with scripts off its articles can be read", async ({ page, browser, watch }, info) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expectAccessible(page);
  const address = await made(page, watch, info.outputPath("page.html"));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.locator("#plain article")).toHaveCount(ALL);
  await expect(other.locator("#plain article").filter({ hasText: "Plain story" })).toContainText("“almost 7,000 people” a day");
  await expect(other.locator("noscript .notice")).toContainText("Scripts are off");
  await context.close();
});

test("without the file that it is made of it says so, and nothing is lost", async ({ page, watch }) => {
  watch.expect(/ERR_FAILED|Failed to load resource/);
  await page.route("**/crossread.html", (route) => route.abort());
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await panel(page).getByRole("button", { name: SAVE }).click();
  await expect(said(page)).toHaveText("The page could not be made: crossread.html, of which it is made, could not be loaded; see that there is a connection.");
  await page.keyboard.press("Escape");
  await expect(yours(page)).toHaveCount(1);
});
