// A reader's notes: written, marked, kept, listed, taken away and brought along.
import { open, pointed } from "./explorer.mjs";
import { dialog, download, expectAccessible, readArticle, said, select, tool } from "./take.mjs";
import { expect, test } from "./test.mjs";

const noted = (page) => page.locator(".text .noted");
const notes = (page) => dialog(page, "Notes").getByRole("list", { name: "Your notes" });
const lines = (page) => notes(page).getByRole("listitem");
const inMasthead = (page) => page.getByRole("banner").getByRole("button", { name: "Notes", exact: true });

/** Expects these words to be marked, and no others: what else is marked in them cuts them. */
const expectNoted = (page, words) => expect.poll(async () => (await noted(page).allTextContents()).join("")).toBe(words);

/** Notes something on the nth sentence; gives its words. */
async function note(page, nth, words, from, to) {
  const quoted = await select(page, nth, from, to);
  await tool(page, "Note").click();
  const form = dialog(page, "Note");
  await expect(form.locator("blockquote")).toHaveText(quoted.trim());
  await form.getByLabel("Your note").fill(words);
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form).toBeHidden();
  return quoted.trim();
}

/** All notes, in a dialog that is open then. */
async function openNotes(page) {
  await inMasthead(page).click();
  await expect(dialog(page, "Notes")).toBeVisible();
}

/** Gives a chooser of notes a file. */
const bring = (page, name, text) =>
  page.locator("#take input[type=file]").setInputFiles({ name, mimeType: "application/ld+json", buffer: Buffer.from(text) });

test("a note is marked in the text, stays after a reload, and is edited, deleted and put back", async ({ page }) => {
  await readArticle(page);
  const words = await note(page, 1, "Who says so?", 0, 12);
  await expectNoted(page, words);
  await expect(page.locator("#take-said")).toHaveText("Your note is kept.");
  await page.reload();
  await expectNoted(page, words);
  await openNotes(page);
  await expect(lines(page)).toContainText(["Who says so?"]);
  await notes(page).getByRole("button", { name: "Edit: Who says so?", exact: true }).click();
  await dialog(page, "Edit note").getByLabel("Your note").fill("The mayor");
  await dialog(page, "Edit note").getByRole("button", { name: "Save", exact: true }).click();
  await expect(notes(page)).toContainText("The mayor");
  await notes(page).getByRole("button", { name: "Delete: The mayor", exact: true }).click();
  await expect(dialog(page, "Notes")).toContainText("There are no notes yet.");
  await expect(said(page)).toHaveText("Deleted.");
  const undo = dialog(page, "Notes").getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeFocused();
  await expect(noted(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(notes(page)).toContainText("The mayor");
  await expectNoted(page, words);
  await expect(said(page)).toHaveText("Undone.");
  await page.reload();
  await expectNoted(page, words);
});

test("by keyboard alone: point at a sentence, note, come back, open the note from the text", async ({ page }) => {
  await readArticle(page);
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press("j");
  await expect(pointed(page)).toBeFocused();
  await page.keyboard.press("a");
  await expect(dialog(page, "Note").getByLabel("Your note")).toBeFocused();
  await page.keyboard.type("jot, a note");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Note")).toBeHidden();
  await expect(pointed(page)).toBeFocused();
  await expect(noted(page)).not.toHaveCount(0);
  const sign = page.getByRole("button", { name: "Your note on these words" });
  await sign.focus();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toContainText(["jot, a note"]);
  await page.keyboard.press("Escape");
  await expect(sign).toBeFocused();
});

test("what is typed is still there when the dialog was closed by accident", async ({ page }) => {
  await readArticle(page);
  await select(page, 1);
  await tool(page, "Note").click();
  await dialog(page, "Note").getByLabel("Your note").fill("Half a thought");
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Note")).toBeHidden();
  await select(page, 1);
  await tool(page, "Note").click();
  await expect(dialog(page, "Note").getByLabel("Your note")).toHaveValue("Half a thought");
  await dialog(page, "Note").getByRole("button", { name: "Cancel", exact: true }).click();
  await select(page, 1);
  await tool(page, "Note").click();
  await expect(dialog(page, "Note").getByLabel("Your note")).toHaveValue("");
});

test("notes are found by words and by article, and lead to their place", async ({ page }) => {
  await readArticle(page);
  const first = await note(page, 1, "Apples");
  await note(page, 2, "Pears");
  await page.getByRole("navigation", { name: "Articles before and after in the list" }).getByRole("link").last().click();
  await expect(noted(page)).toHaveCount(0);
  await expect(page.locator("#main article.reader")).toHaveAttribute("aria-busy", "false");
  await note(page, 1, "Plums");
  await openNotes(page);
  await expect(lines(page)).toHaveCount(3);
  await dialog(page, "Notes").getByLabel("Only on the open article").check();
  await expect(lines(page)).toContainText(["Plums"]);
  await dialog(page, "Notes").getByLabel("Only on the open article").uncheck();
  await dialog(page, "Notes").getByLabel("Notes and quoted words with").fill("APPLES");
  await expect(lines(page)).toContainText(["Apples"]);
  await dialog(page, "Notes").getByLabel("Notes and quoted words with").fill("none has this");
  await expect(dialog(page, "Notes")).toContainText("No note is left by what is asked.");
  await dialog(page, "Notes").getByLabel("Notes and quoted words with").fill("apples");
  await lines(page).getByRole("link").click();
  await expect(dialog(page, "Notes")).toBeHidden();
  await expect(pointed(page)).toContainText(first);
  await expect(pointed(page)).toBeFocused();
});

test("notes are taken away as annotations and brought along, and what is wrong with one is told", async ({ page, browser, baseURL }) => {
  await readArticle(page);
  const words = await note(page, 2, "Look here");
  await openNotes(page);
  const saved = await download(page, "Save notes as a file");
  expect(saved.name).toBe("crossread-notes.jsonld");
  const collection = JSON.parse(saved.text);
  const [annotation] = collection.first.items;
  expect(collection["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
  expect(annotation.target.source.id).toMatch(/^ni:\/\/\/sha-256;/);
  expect(annotation.target.selector.map(({ type }) => type)).toEqual(["TextQuoteSelector", "TextPositionSelector"]);
  expect(annotation.target.selector[0].exact).toBe(words);
  collection.first.items.push({ type: "Annotation" });
  const other = await (await browser.newContext({ baseURL })).newPage();
  await readArticle(other);
  await openNotes(other);
  await expect(dialog(other, "Notes")).toContainText("There are no notes yet.");
  await bring(other, "mine.jsonld", JSON.stringify(collection));
  await expect(said(other)).toHaveText("1 note read from mine.jsonld.");
  await expect(dialog(other, "Notes")).toContainText("first.items[1].target: is missing");
  await expect(lines(other)).toContainText(["Look here"]);
  await bring(other, "page.html", "<html>");
  await expect(said(other)).toContainText("page.html holds no notes that can be read (line 1, column 1: not JSON");
  await expect(lines(other)).toHaveCount(1);
  await expect(noted(other)).not.toHaveCount(0);
  await other.context().close();
});

test("a note on another text says so, and is put nowhere by guessing", async ({ page }) => {
  await readArticle(page);
  await note(page, 2, "Look here");
  await openNotes(page);
  const collection = JSON.parse((await download(page, "Save notes as a file")).text);
  const [annotation] = collection.first.items;
  const on = (id, change) => {
    const other = structuredClone(annotation);
    change(other.target);
    return { ...other, id: `urn:uuid:${id}`, body: { type: "TextualBody", value: `Note ${id}.` } };
  };
  collection.first.items = [
    on("elsewhere", (target) => Object.assign(target.source, { id: "ni:///sha-256;x", "dcterms:source": undefined })),
    on("gone", (target) => {
      target.source.id = "ni:///sha-256;x";
      target.selector[0].exact = "These words stand nowhere";
    }),
    on("moved", (target) => {
      target.source.id = "ni:///sha-256;x";
    }),
  ];
  await bring(page, "others.jsonld", JSON.stringify(collection));
  await expect(lines(page)).toHaveCount(4);
  const line = (words) => lines(page).filter({ hasText: `Note ${words}.` });
  await expect(line("elsewhere")).toContainText("The article is not in this collection.");
  await expect(line("gone")).toContainText("Not found: these words are not in the text as it is now.");
  await expect(line("moved")).toContainText("found again by its words");
  await expect(line("gone").getByRole("link")).toHaveCount(0);
  await expect(line("moved").getByRole("link")).toHaveCount(1);
});

test("two tabs lose nothing, and each hears of the other", async ({ page, context }) => {
  await readArticle(page);
  const other = await context.newPage();
  await readArticle(other);
  await note(page, 1, "First");
  await expect(noted(other)).not.toHaveCount(0);
  await note(other, 2, "Second");
  for (const tab of [page, other]) {
    await openNotes(tab);
    await expect(lines(tab)).toHaveCount(2);
  }
  await notes(page).getByRole("button", { name: "Delete: First", exact: true }).click();
  await expect(lines(other)).toContainText(["Second"]);
  await expect(lines(other)).toHaveCount(1);
});

const SPOILT = {
  "the browser keeps nothing": [
    () => Object.defineProperty(window, "indexedDB", { value: { open() { throw new DOMException("x", "SecurityError"); } } }),
    "the browser does not let this page keep anything",
  ],
  "there is no room": [
    () => (IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }),
    "there is no room left for this page",
  ],
};
for (const [name, [spoil, why]] of Object.entries(SPOILT)) {
  test(`${name}: it is told, and the note is there until the page is closed`, async ({ page }) => {
    await page.addInitScript(spoil);
    await readArticle(page);
    await select(page, 1);
    await tool(page, "Note").click();
    await dialog(page, "Note").getByLabel("Your note").fill("Unkept");
    await dialog(page, "Note").getByRole("button", { name: "Save", exact: true }).click();
    await expect(dialog(page, "Notes").getByRole("alert")).toContainText(`Notes are not kept in this browser: ${why}`);
    await expect(lines(page)).toContainText(["Unkept"]);
    await expect(noted(page)).not.toHaveCount(0);
    expect((await download(page, "Save notes as a file")).text).toContain("Unkept");
  });
}

test("a kept note that cannot be read back is told of, left, and spoils no other", async ({ page }) => {
  await readArticle(page);
  await note(page, 1, "Whole");
  await page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("crossread-notes"));
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const database = await done(indexedDB.open(name));
    await done(database.transaction("notes", "readwrite").objectStore("notes").put("{", "urn:uuid:torn"));
    database.close();
  });
  await page.reload();
  await expect(noted(page)).not.toHaveCount(0);
  await openNotes(page);
  await expect(lines(page)).toContainText(["Whole"]);
  await expect(dialog(page, "Notes")).toContainText("1 kept note cannot be read back, and is left as it is.");
});

test("a note shows by line and shape, and is neither copied nor printed as text", async ({ page }) => {
  await readArticle(page);
  const words = await note(page, 1, "A");
  await expect(noted(page).first()).toHaveCSS("border-bottom-style", "double");
  const sentence = page.locator(".sentence", { has: page.locator(".noted") });
  expect(await sentence.locator(":scope > span:not(.gutter)").evaluate((element) => element.textContent)).toBe(words);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".note-sign")).toBeHidden();
  await expect(noted(page).first()).toBeVisible();
});

for (const [width, name] of [[1280, "wide"], [320, "narrow"]]) {
  test(`the dialogs can be used by all: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await readArticle(page);
    await note(page, 1, "Once");
    await select(page, 2);
    await tool(page, "Note").click();
    await expect(dialog(page, "Note")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await inMasthead(page).press("Enter");
    await expect(lines(page)).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(inMasthead(page)).toBeFocused();
  });
}

test("a program that cannot be had is told of, and the page goes on", async ({ page, watch }) => {
  await page.route("**/crossread-panel-*", (route) => route.abort());
  watch.expect(/Failed to load resource/);
  await open(page);
  await inMasthead(page).click();
  await expect(page.getByText("The program for your own articles, notes and exports could not be loaded.")).toBeVisible();
  await expect(page.locator("#results .row").first()).toBeVisible();
});
