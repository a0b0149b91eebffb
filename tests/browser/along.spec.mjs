// A collection taken along in one file, and opened where another reader gave it.
import { readFileSync } from "node:fs";
import { ready, open } from "./explorer.mjs";
import { addFiles, drop, file, openPanel, panel, said, story, yours } from "./own.mjs";
import { word } from "./packed.mjs";
import { dialog, download, expectAccessible, note, readArticle, select, tool } from "./take.mjs";
import { expect, test } from "./test.mjs";

const SAVE = "Save the collection as a file";
const refused = (page) => panel(page).getByRole("list", { name: "Files being added" }).getByRole("listitem");

/** A collection as a reader without articles writes it. */
const collection = (more) => JSON.stringify({ format: "crossread", version: 1, articles: [], corrections: "", ...more });

/** Opens the page in a browser that knows nothing of the other, on what is kept there. */
async function elsewhere(browser, baseURL) {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await open(page);
  return page;
}

/** Sets the outlet of an article of a file of several. */
async function setOutlet(page, name, outlet) {
  await panel(page).getByRole("button", { name: `Correct the header of ${name}` }).click();
  await panel(page).getByLabel("Outlet").fill(outlet);
  await panel(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(said(page)).toContainText("The header is as you set it");
}

test("articles, headers, corrections and notes come out in another browser as they went", async ({ page, browser, baseURL }) => {
  await open(page);
  const table = 'headline,text\nFirst row,"The ferry sank on Monday."\nSecond row,"The bridge fell on Monday."\n';
  await addFiles(page, [file("one.txt", story("Plain story")), file("two.docx", word("Word story", "The ferry runs. ".repeat(20))), file("rows.csv", table)]);
  await setOutlet(page, "rows.csv, article 2", "The Evening Ferry");
  await page.keyboard.press("Escape");
  await yours(page).getByRole("link", { name: "Plain story" }).click();
  await expect(page.locator("#main article.reader")).toHaveAttribute("aria-busy", "false");
  const words = await note(page, "A note to take along");
  await openPanel(page);
  const saved = await download(page, SAVE);
  expect(saved.name).toBe("collection.crossread.json");
  await expect(said(page)).toHaveText("Saved: 3 files, 0 corrections and 1 note.");
  const written = JSON.parse(saved.text);
  expect(written.articles.map(({ name }) => name)).toEqual(["one.txt", "two.docx", "rows.csv"]);

  const other = await elsewhere(browser, baseURL);
  written.corrections = "join=Ann&and=Poe";
  await drop(other, [["collection.crossread (2).json", JSON.stringify(written)]]);
  await expect(said(other)).toContainText("4 articles added");
  await expect(said(other)).toContainText("1 correction and 1 note came along.");
  await expect(panel(other)).toContainText("outlet: The Evening Ferry (set by you)");
  await other.keyboard.press("Escape");
  await expect(other.locator("#corrections summary")).toHaveText("Your corrections (1)");
  await other.reload();
  await yours(other).getByRole("link", { name: "Plain story" }).click();
  await expect.poll(async () => (await other.locator(".text .noted").allTextContents()).join("")).toBe(words);
  await other.context().close();
});

test("a file that is no collection says so by name, and spoils none beside it", async ({ page }) => {
  await open(page);
  const files = [
    file("good.txt", story("Good story")),
    file("torn.crossread.json", '{"format": "cross'),
    file("other.crossread.json", "[]"),
    file("later.crossread.json", collection({ version: 2 })),
    file("half.crossread.json", collection({ articles: [{ name: "in.txt", text: story("Inner story") }, { name: "bad.txt", base64: "?" }] })),
  ];
  await addFiles(page, files);
  await expect(said(page)).toContainText("2 articles added");
  const why = {
    "torn.crossread.json": "line 1, column 17: not JSON",
    "other.crossread.json": "this is no collection of this page",
    "later.crossread.json": "a newer version of the page reads it",
    "half.crossread.json": "articles[1].base64: must be base64",
  };
  for (const [name, words] of Object.entries(why)) await expect(refused(page).filter({ hasText: name })).toContainText(words);
  await expect(refused(page).filter({ hasText: "torn" })).toContainText("Ask for the file again");
});

test("a collection of notes alone is opened, and one with nothing says so", async ({ page }) => {
  await readArticle(page);
  await select(page, 1);
  await tool(page, "Note").click();
  await dialog(page, "Note").getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page, "Note")).toBeHidden();
  await openPanel(page);
  const saved = await download(page, SAVE);
  await expect(said(page)).toHaveText("Saved: 0 files, 0 corrections and 1 note.");
  await addFiles(page, [file("notes.crossread.json", saved.bytes)], /No articles were added\. 0 corrections and 1 note came along/);
  await addFiles(page, [file("empty.crossread.json", collection())], /^No articles were added\.\s*$/);
});

test("where nothing can be kept the articles are in the file nevertheless", async ({ page }) => {
  await page.route("**/crossread-worker-*.js", async (route) => {
    const answer = await route.fetch();
    const spoil = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    await route.fulfill({ response: answer, body: `${spoil}\n${await answer.text()}` });
  });
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Not kept in this browser/)).toBeVisible();
  const saved = await download(page, SAVE);
  expect(JSON.parse(saved.text).articles).toEqual([{ name: "one.txt", text: story("Plain story") }]);
});

test("with articles of their own the reader is told that links do not carry them, and is offered the file", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await expect(page.locator(".sharing")).toHaveCount(0);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const share = page.locator(".sharing");
  await expect(share).toContainText("A link to this page does not carry the articles you added");
  const coming = page.waitForEvent("download");
  await share.getByRole("button", { name: SAVE, exact: true }).press("Enter");
  const saved = await coming;
  expect(JSON.parse(readFileSync(await saved.path(), "utf8")).articles.length).toBe(1);
  await expect(page.locator("#take-said")).toHaveText("Saved: 1 file, 0 corrections and 0 notes.");
  await yours(page).getByRole("link", { name: "Plain story" }).click();
  await ready(page);
  await expect(share).toBeVisible();
  await tool(page, "Copy link").click();
  await expect(tool(page, "Link copied, without your article")).toBeVisible();
});
