// A reader's own articles: added, refused, cancelled, kept, taken out, exported.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { articles } from "./articles.mjs";
import { expectFocusKept, field, open, pressUntil, rows, search } from "./explorer.mjs";
import { addFiles, drop, file, openPanel, panel, said, story, yours } from "./own.mjs";
import { book, packed, word } from "./packed.mjs";
import { locked, page as pdfPage, printed } from "./pdf.mjs";
import { ARTICLES, PROGRAM } from "./places.mjs";
import { SUB_PATH } from "./server.mjs";
import { expect, test } from "./test.mjs";

const TEXT = "The ferry runs again, Mayor Ann Poe said on Monday. ".repeat(6);
const MAIL = ["From: a@harbour.example", "Subject: Mail story", "Date: Mon, 3 Mar 2031 21:47:00 +0000", "", TEXT].join("\r\n");

const FORMATS = {
  "one.txt": story("Plain story"),
  "two.md": `# Markdown story\n\n${TEXT}\n`,
  "three.html": `<!doctype html><html><head><title>Page story</title></head><body><article><h1>Page story</h1><p>${TEXT}</p></article></body></html>`,
  "four.json": JSON.stringify({ headline: "Object story", text: TEXT + "Four." }),
  "five.jsonl": `${JSON.stringify({ headline: "Line story", text: TEXT + "Five." })}\n`,
  "six.csv": `headline,text\nTable story,"${TEXT}Six."\n`,
  "seven.eml": MAIL,
  "eight.docx": word("Word story", TEXT),
  "nine.epub": book("Book story", TEXT),
};
const HEADLINES = ["Plain", "Markdown", "Page", "Object", "Line", "Table", "Mail", "Word", "Book", "Printed"].map((word) => `${word} story`);

const headlinesOf = async (page) => (await yours(page).getByRole("heading").allInnerTexts()).sort();

test("every format is read, and is found by searching", async ({ page, browser }) => {
  await open(page);
  const formats = { ...FORMATS, "ten.pdf": await printed(browser, "Printed story", TEXT) };
  await addFiles(page, Object.entries(formats).map(([name, content]) => file(name, content)));
  await expect(said(page)).toContainText("10 articles added");
  await expect(panel(page).getByText(/^“Plain story” \(stated in the text\).*3 Mar 2031, 21:47 \(stated in the text\)/)).toBeVisible();
  await page.keyboard.press("Escape");
  await search(page, "ferry Poe");
  await expect(yours(page)).toHaveCount(10);
  expect(await headlinesOf(page)).toEqual([...HEADLINES].sort());
});

test("below a project's path the same", async ({ page, baseURL }) => {
  await open(page, new URL(SUB_PATH.slice(1), baseURL).href);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(said(page)).toContainText("1 article added");
});

test("a bad file spoils none beside it, and says why", async ({ page }) => {
  const bad = {
    "empty.txt": ["", "the file is empty"],
    "picture.png": ["\x89PNG", "no reader for .png files"],
    "long.txt": [Buffer.alloc(20_000_001, "x"), "at most 20000000 are read"],
    "bomb.docx": [packed({ "word/document.xml": Buffer.alloc(60_000_000, " ") }), "unpacked it would be over 40 MB"],
    "bomb.epub": [packed({ "META-INF/container.xml": Buffer.alloc(60_000_000, " ") }), "unpacked it would be over 40 MB"],
    "torn.docx": ["PK\x03\x04torn", "this is not a Word document, or it is damaged"],
    "bomb.pdf": [pdfPage(Buffer.alloc(60_000_000, " ")), "unpacked it would be over 40 MB"],
    "torn.pdf": ["%PDF-1.7\n1 0 obj << /Type", "the PDF is damaged"],
    "locked.pdf": [locked(), "locked with a password"],
    "scan.pdf": [pdfPage("0 0 9 9 re f"), "the PDF holds no text; it may be scanned pictures"],
    "words.pdf": ["just words", "this is not a PDF"],
    "deep.html": ["<div>".repeat(200_000), ""],
    "broken.json": ['{"text": ', "line 1"],
    "lone.json": ['{"text": "\\ud800"}', ""],
    "drawn.svg": ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "no reader for .svg files"],
  };
  const line = `One line\n\n${"word ".repeat(200_000)}\n`;
  const script = '<html><body><h1>Drawn story</h1><svg><script>alert(1)</script></svg><p onclick="alert(1)">' + TEXT + "</p></body></html>";
  await open(page);
  const files = [file("good.txt", story("Good story")), ...Object.entries(bad).map(([name, [content]]) => file(name, content))];
  await addFiles(page, [...files, file("line.txt", line), file("drawn.html", script)]);
  const refused = panel(page).getByRole("list", { name: "Files being added" }).getByRole("listitem");
  for (const [name, [, why]] of Object.entries(bad)) {
    await expect(refused.filter({ hasText: name })).toContainText(`Not read: `);
    await expect(refused.filter({ hasText: name })).toContainText(why);
  }
  await expect(said(page)).toContainText("3 articles added");
  await expect(said(page)).toContainText("15 files were not read");
});

test("a line of 10 MB is read, and is found", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page);
  const line = `Published 3 March 2031\n\nOne line\n\n${"word ".repeat(2_000_000)}\n`;
  await addFiles(page, [file("line.txt", line)], /1 article added/, 150_000);
  await page.keyboard.press("Escape");
  await search(page, "line");
  await expect(yours(page)).toHaveCount(1);
});

test("what is no article at all leaves everything as it was", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("empty.txt", "")], /Nothing was added/);
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(articles.length);
});

test("files dropped anywhere are added, before the panel is there and after", async ({ page }) => {
  await open(page);
  await drop(page, [["one.txt", story("Dropped first")]]);
  await expect(said(page)).toContainText("1 article added");
  await drop(page, [["one.txt", story("Dropped second")]]);
  await expect(panel(page).getByText("one (2).txt", { exact: true }).first()).toBeVisible();
  await drop(page, [["again.txt", story("Dropped second")]]);
  await expect(panel(page).getByText("the same file as your one (2).txt")).toBeVisible();
});

test("pasted text and markup are added", async ({ page }) => {
  await open(page);
  await openPanel(page);
  await panel(page).getByText("Paste an article").click();
  const paste = panel(page).getByLabel("Text or HTML of one article");
  await paste.fill(story("Pasted story"));
  await panel(page).getByRole("button", { name: "Add what is pasted" }).click();
  await expect(said(page)).toContainText("1 article added");
  await expect(paste).toHaveValue("");
  await paste.fill(`<h1>Marked story</h1><p>${TEXT}</p>`);
  await panel(page).getByRole("button", { name: "Add what is pasted" }).click();
  await expect(panel(page).getByText("“Marked story”")).toBeVisible();
});

test("the work can be cancelled, and begun again", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("first.txt", story("First story"))]);
  const many = Array.from({ length: 400 }, (_, number) => file(`${number}.txt`, story(`Story ${number}`) + TEXT.repeat(10)));
  await panel(page).locator("input[type=file]").first().setInputFiles(many);
  await panel(page).getByRole("button", { name: "Cancel" }).click();
  await expect(said(page)).toHaveText("Stopped: nothing of this was added.");
  await expect(panel(page).getByRole("button", { name: "Cancel" })).toBeHidden();
  await addFiles(page, [file("second.txt", story("Second story"))], /1 article added/);
  await page.keyboard.press("Escape");
  await expect.poll(() => headlinesOf(page)).toEqual(["First story", "Second story"]);
});

test("by keyboard alone: open, choose, take out, undo, close", async ({ page }) => {
  await open(page);
  await pressUntil(page, "Tab", "#add");
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await pressUntil(page, "Tab", ".drop button");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles([file("one.txt", story("Plain story"))]);
  await expect(said(page)).toContainText("1 article added");
  await expectFocusKept(page);
  await pressUntil(page, "Tab", ".own li button");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("1 article taken out");
  await expectFocusKept(page);
  await panel(page).getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("1 article added");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("#add")).toBeFocused();
  await expect(yours(page)).toHaveCount(1);
});

test("what was typed and opened stays when articles come and go", async ({ page }) => {
  await open(page);
  await search(page, "ferry");
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("ferry");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().getByRole("heading").getByRole("link").click();
  await expect(page.locator("#main article.reader")).toContainText("Harbour Times");
  await page.reload();
  await expect(page.locator("#main article.reader")).toContainText("Harbour Times");
});

test("a reload keeps them, and what is taken out stays out", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("b.txt", story("Second story")), file("a.txt", story("First story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await page.reload();
  await expect.poll(() => headlinesOf(page)).toEqual(["First story", "Second story"]);
  await openPanel(page);
  await expect(panel(page).locator(".files .head .name")).toHaveText(["b.txt", "a.txt"]);
  await panel(page).getByRole("button", { name: "Take out b.txt" }).click();
  await expect(said(page)).toContainText("1 article taken out");
  await page.reload();
  await expect.poll(() => headlinesOf(page)).toEqual(["First story"]);
  await openPanel(page);
  await panel(page).getByRole("button", { name: "Take all out" }).click();
  await expect(said(page)).toContainText("1 article taken out");
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await expect(said(page)).toContainText("1 article added");
  await panel(page).getByRole("button", { name: "Take all out" }).click();
  await expect(said(page)).toContainText("1 article taken out");
  await page.reload();
  await expect(rows(page)).toHaveCount(articles.length);
  await expect(yours(page)).toHaveCount(0);
});

test("what is asked while the panel is on its way is done when it is there", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  let release;
  const asked = new Promise((resolve) => (release = resolve));
  await page.route(/crossread-panel-.*\.wasm$/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Add articles" }).click();
  await drop(page, [["two.txt", story("Second story")]]);
  await drop(page, [["three.txt", story("Third story")]]);
  release();
  await expect(yours(page)).toHaveCount(3);
  await expect(panel(page)).toBeVisible();
  expect(await headlinesOf(page)).toEqual(["Plain story", "Second story", "Third story"]);
});

test("a reader who keeps nothing loads neither panel nor worker", async ({ page, watch }) => {
  await open(page);
  await search(page, "ferry");
  expect(watch.requests.filter((url) => /crossread-(panel|worker)/.test(url))).toEqual([]);
});

test("another tab hears of the change, and loses nothing of its own", async ({ page, context }) => {
  const other = await context.newPage();
  await open(other);
  await addFiles(other, [file("other.txt", story("Harbour story"))]);
  await open(page);
  await expect(yours(page)).toHaveCount(1);
  await addFiles(page, [file("mine.txt", story("Mine story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await other.keyboard.press("Escape");
  await expect(other.getByText("Your articles were changed in another tab.")).toBeVisible();
  await addFiles(other, [file("third.txt", story("Third story"))]);
  await expect(panel(other).getByText("third.txt", { exact: true }).first()).toBeVisible();
  await other.keyboard.press("Escape");
  await other.getByRole("button", { name: "Load them anew" }).click();
  await expect.poll(() => headlinesOf(other)).toEqual(["Harbour story", "Mine story", "Third story"]);
});

const SPOILT = {
  "the browser keeps nothing": ["Object.defineProperty(self, 'indexedDB', { value: { open() { throw new DOMException('x', 'SecurityError'); } } });", /Not kept in this browser: the browser does not let this page keep anything/],
  "there is no room once all is written": ["const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...of) { const request = put.apply(this, of); request.addEventListener('success', () => this.transaction.abort()); return request; };", /Not kept in this browser: there is no room left/],
  "there is no room": ["IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };", /Not kept in this browser: there is no room left/],
};
for (const [name, [spoil, message]] of Object.entries(SPOILT)) {
  test(`${name}: it is told, and the articles are there until the page is closed`, async ({ page }) => {
    await page.route("**/crossread-worker-*.js", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${spoil}\n${await answer.text()}` });
    });
    await open(page);
    await addFiles(page, [file("one.txt", story("Plain story"))]);
    await expect(panel(page).getByText(message)).toBeVisible();
    await panel(page).getByRole("button", { name: "Take out one.txt" }).click();
    await panel(page).getByRole("button", { name: "Undo" }).click();
    await page.keyboard.press("Escape");
    await expect(yours(page)).toHaveCount(1);
  });
}

/** Does something with the store of kept files. */
const spoilStore = (page, act) =>
  page.evaluate(async (act) => {
    const name = (await indexedDB.databases()).find(({ name }) => name.startsWith("crossread")).name;
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const database = await done(indexedDB.open(name, act === "newer" ? 99 : undefined));
    if (act === "damage") {
      const store = database.transaction("files", "readwrite").objectStore("files");
      await done(store.add({ format: 1, name: "half.txt" }));
      await done(store.add({ format: 9, name: "later.txt", text: "x" }));
    }
    database.close();
  }, act);

test("a damaged record and one of a newer version are told of, and spoil nothing else", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await spoilStore(page, "damage");
  await page.reload();
  await expect(yours(page)).toHaveCount(1);
  await expect(page.locator("#loading")).toContainText("1 kept file cannot be read back (damaged); the others are here.");
  await expect(page.locator("#loading")).toContainText("1 kept file can only be read by a newer version of this page");
});

test("a store of a newer version is left alone, and told of", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await spoilStore(page, "newer");
  await page.reload();
  await expect(page.locator("#loading")).toContainText("a newer version of this page");
  await expect(rows(page)).toHaveCount(articles.length);
});

test("a worker that cannot be had is told of, and the page goes on", async ({ page }) => {
  await page.route("**/crossread-worker-*", (route) => route.abort());
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))], /could not be read/);
  await page.keyboard.press("Escape");
  await search(page, "ferry");
});

test("the analysis of dropped articles is the command line's, byte for byte", async ({ page, browser }) => {
  expect(existsSync(PROGRAM), `${PROGRAM}, which the build of the page builds`).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), "crossread-"));
  const names = readdirSync(ARTICLES).filter((name) => name.endsWith(".txt")).sort();
  for (const name of names) copyFileSync(join(ARTICLES, name), join(folder, name));
  names.push("printed.pdf");
  writeFileSync(join(folder, "printed.pdf"), await printed(browser, "Printed story", TEXT));
  const expected = execFileSync(PROGRAM, ["analyse", ...names], { cwd: folder, maxBuffer: 1 << 28 });
  await open(page);
  await addFiles(page, names.map((name) => join(folder, name)));
  await expect(panel(page).getByText("the collection has this article already and shows it once").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Download their analysis" }).click();
  const exported = readFileSync(await (await download).path());
  expect(exported.length).toBeGreaterThan(10_000);
  expect(exported.equals(expected), "the same bytes").toBe(true);
});

test("in the page that is one file, from disk", async ({ page, site }) => {
  await open(page, pathToFileURL(join(site.dist, "crossread.html")).href);
  await addFiles(page, [file("one.txt", story("Plain story")), file("eight.docx", FORMATS["eight.docx"])]);
  await expect(said(page)).toContainText("2 articles added");
  await page.keyboard.press("Escape");
  await expect(yours(page)).toHaveCount(2);
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

for (const colorScheme of ["light", "dark"]) {
  test.describe(`${colorScheme}, 320 px, touched`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 }, hasTouch: true });

    test("the panel has no fault, fits, and is large enough for fingers", async ({ page }) => {
      await open(page);
      await addFiles(page, [file("a-name-without-end".repeat(6) + ".txt", story("Plain story")), file("empty.txt", "")]);
      await panel(page).getByText("Paste an article").click();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
      const wide = await panel(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const small = await panel(page).locator("button, summary").evaluateAll((all) =>
        all.filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
      // Only coarse pointers have the large ones.
      if (await page.evaluate(() => matchMedia("(pointer: coarse)").matches)) expect(small).toEqual([]);
    });
  });
}
