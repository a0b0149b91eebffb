// A reader sets right what was understood of the header of an article of their own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { article, open, rows } from "./explorer.mjs";
import { addFiles, file, openPanel, panel, said, story, yours } from "./own.mjs";
import { PROGRAM } from "./places.mjs";
import { expect, test } from "./test.mjs";

const TABLE = 'headline,text\nFirst row,"The ferry sank on Monday."\nSecond row,"The bridge fell on Monday."\n';

const correct = (page, name) => panel(page).getByRole("button", { name: `Correct the header of ${name}` });
const form = (page) => panel(page).getByRole("form", { name: /^The header of/ });
const line = (page, name) => panel(page).locator(".files li", { has: page.locator(".head .name", { hasText: name }) });

/** Sets fields of a header, and saves. */
async function set(page, name, fields) {
  await correct(page, name).click();
  for (const [label, value] of Object.entries(fields)) await form(page).getByLabel(label).fill(value);
  await form(page).getByRole("button", { name: "Save" }).click();
}

const download = async (page, name) => {
  const file = page.waitForEvent("download");
  await panel(page).getByRole("button", { name }).click();
  return readFileSync(await (await file).path());
};

test("what the reader sets is shown as theirs, stays, and can be undone", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story")), file("two.txt", story("Other story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await set(page, "one.txt", { Headline: "A better headline", Outlet: "The Evening Ferry", Date: "2031-02-01" });
  await expect(said(page)).toHaveText("The header is as you set it, and marked as set by you.");
  await expect(line(page, "one.txt")).toContainText("“A better headline” (set by you); outlet: The Evening Ferry (set by you); date: 1 Feb 2031 (set by you)");
  await expect(line(page, "two.txt")).not.toContainText("set by you");
  await page.keyboard.press("Escape");
  await expect(yours(page).getByRole("heading", { name: "A better headline" })).toBeVisible();
  await page.reload();
  await yours(page).getByRole("link", { name: "A better headline" }).click();
  await expect(article(page)).toContainText("The Evening Ferry");
  await expect(article(page)).toContainText("set by you");
  await openPanel(page);
  await set(page, "one.txt", { Outlet: "" });
  await expect(line(page, "one.txt")).toContainText("“A better headline” (set by you); outlet: not stated; date: 1 Feb 2031 (set by you)");
  await panel(page).getByRole("button", { name: "Undo: the header as it was" }).click();
  await expect(line(page, "one.txt")).toContainText("outlet: The Evening Ferry (set by you)");
  await expect(said(page)).toHaveText("All is as it was.");
  await page.reload();
  await openPanel(page);
  await expect(line(page, "one.txt")).toContainText("outlet: The Evening Ferry (set by you)");
});

test("a date that is none is told, and nothing typed is lost", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await set(page, "one.txt", { Outlet: "The Evening Ferry", Date: "next Monday" });
  await expect(form(page).getByRole("alert")).toContainText("“next Monday” is no date that can be read: write it as 2031-02-03");
  await expect(form(page).getByLabel("Date")).toBeFocused();
  await expect(form(page).getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
  await expect(form(page).getByLabel("Outlet")).toHaveValue("The Evening Ferry");
  await form(page).getByLabel("Date").fill("2031-02-30");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("alert")).toContainText("“2031-02-30” is no date");
  await form(page).getByLabel("Date").fill("2031-02-28T09:30");
  await page.keyboard.press("Enter");
  await expect(line(page, "one.txt")).toContainText("date: 28 Feb 2031, 09:30 (set by you)");
});

test("by keyboard: open, leave, and save without a change", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await correct(page, "one.txt").focus();
  await page.keyboard.press("Enter");
  await expect(form(page).getByLabel("Headline")).toBeFocused();
  await expect(form(page).getByLabel("Date")).toHaveValue("2031-03-03T21:47");
  await form(page).getByLabel("Headline").fill("Not this");
  await form(page).getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(correct(page, "one.txt")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form(page).getByLabel("Headline")).toHaveValue("Plain story");
  await page.keyboard.press("Enter");
  await expect(form(page)).toHaveCount(0);
  await expect(line(page, "one.txt")).toContainText("“Plain story” (stated in the text)");
});

test("taken along, the headers make the command line say the same, byte for byte", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "crossread-header-"));
  for (const [name, content] of [["one.txt", story("Plain story")], ["rows.csv", TABLE]]) writeFileSync(join(folder, name), content);
  await open(page);
  await addFiles(page, ["one.txt", "rows.csv"].map((name) => join(folder, name)));
  await expect(panel(page).getByRole("button", { name: /corpus\.toml/ })).toHaveCount(0);
  await set(page, "one.txt", { Headline: 'A "better" headline \\ there', Date: "2031-02-01T10:00+01:00" });
  await expect(said(page)).toContainText("as you set it");
  await set(page, "rows.csv, article 2", { Outlet: "The Evening Ferry" });
  await expect(line(page, "rows.csv")).toContainText("outlet: The Evening Ferry (set by you)");
  writeFileSync(join(folder, "corpus.toml"), await download(page, /corpus\.toml/));
  const exported = await download(page, /JSON lines/);
  expect(exported.toString()).toContain("The Evening Ferry");
  expect(exported.equals(execFileSync(PROGRAM, ["analyse", folder])), "the same bytes").toBe(true);
});

/** Writes records of older or newer versions beside those that are kept. */
const write = (page, records) =>
  page.evaluate(async (records) => {
    const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("crossread"));
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const database = await done(indexedDB.open(name));
    const store = database.transaction("files", "readwrite").objectStore("files");
    await done(store.clear());
    for (const { text, ...record } of records) await done(store.add({ ...record, bytes: new TextEncoder().encode(text) }));
    database.close();
  }, records);

const stored = (page) =>
  page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("crossread"));
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open(name));
    const all = await done(database.transaction("files").objectStore("files").getAll());
    database.close();
    return all.map(({ format, name, set }) => ({ format, name, set: set && JSON.parse(set) }));
  });

test("files kept by an older version are read, and become of this one when a header is set", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await write(page, [{ format: 1, name: "old.txt", text: story("Old story") }, { format: 1, name: "older.txt", text: story("Older story") }]);
  await page.reload();
  await expect(yours(page)).toHaveCount(2);
  await openPanel(page);
  await set(page, "old.txt", { Outlet: "The Evening Ferry" });
  await expect(line(page, "old.txt")).toContainText("outlet: The Evening Ferry (set by you)");
  await expect.poll(() => stored(page)).toEqual([
    { format: 2, name: "old.txt", set: [[null, { headline: null, outlet: "The Evening Ferry", date: null }]] },
    { format: 1, name: "older.txt", set: undefined },
  ]);
  await page.reload();
  await openPanel(page);
  await expect(line(page, "old.txt")).toContainText("outlet: The Evening Ferry (set by you)");
});

test("a damaged header spoils nothing else, and a taken out file comes back with its header", async ({ page }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  await write(page, [{ format: 2, name: "good.txt", text: story("Good story") }, { format: 2, name: "bad.txt", text: story("Bad story"), set: "{" }]);
  await page.reload();
  await expect(page.locator("#loading")).toContainText("1 kept file cannot be read back (damaged); the others are here.");
  await expect(yours(page)).toHaveCount(1);
  await openPanel(page);
  await set(page, "good.txt", { Headline: "Better story" });
  await expect(said(page)).toContainText("as you set it");
  await panel(page).getByRole("button", { name: "Take out good.txt" }).click();
  // Not the one that undoes the header, which is there until the file is out.
  await panel(page).getByRole("button", { name: "Undo: put back what was taken out" }).click();
  await expect(line(page, "good.txt")).toContainText("“Better story” (set by you)");
  await page.reload();
  await expect(yours(page).getByRole("heading", { name: "Better story" })).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(1);
});

test("a header of a file that another tab has taken out is told to be not kept", async ({ page, context }) => {
  await open(page);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await expect(panel(page).getByText(/^Kept in this browser/)).toBeVisible();
  const other = await context.newPage();
  await open(other);
  await openPanel(other);
  await panel(other).getByRole("button", { name: "Take out one.txt" }).click();
  await expect(said(other)).toContainText("1 article taken out");
  await set(page, "one.txt", { Outlet: "The Evening Ferry" });
  await expect(line(page, "one.txt")).toContainText("outlet: The Evening Ferry (set by you)");
  await expect(panel(page).getByText("Not kept in this browser: one.txt is not, or another tab has taken it out.")).toBeVisible();
});
