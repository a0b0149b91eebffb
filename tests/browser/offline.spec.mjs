// The page without a connection, and how it gets a new version: kept by its service worker, offered, never forced.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { articles } from "./articles.mjs";
import { open, rows, search } from "./explorer.mjs";
import { addFiles, file, openPanel, said, story, yours } from "./own.mjs";
import { DIST } from "./places.mjs";
import { SUB_PATH, serve } from "./server.mjs";
import { expect, test as base } from "./test.mjs";

const test = base.extend({
  isKept: true,
  /** A copy of the page on a server of its own, which can be closed and changed. */
  copy: async ({ watch }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "crossread-offline-"));
    cpSync(DIST, folder, { recursive: true });
    const copy = await serve(folder);
    watch.allow(copy.url);
    await use({ folder, ...copy });
    await copy.close().catch(() => {});
    rmSync(folder, { recursive: true });
  },
});

/** Waits until the page is kept. */
const kept = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
  });

/** What is kept of the page, as its caches and the names of the files in them. */
const caches = (page) =>
  page.evaluate(async () => {
    const names = (await globalThis.caches.keys()).filter((name) => name.startsWith("crossread "));
    const files = async (name) => (await (await globalThis.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.split("/").pop());
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await files(name)])));
  });

/** Makes a new version of the page: `change` gives the text of its index. */
function publish(folder, change) {
  const index = join(folder, "index.html");
  const old = readFileSync(index);
  writeFileSync(index, change(old.toString()));
  const hash = (bytes) => createHash("sha256").update(bytes).digest("base64");
  const worker = join(folder, "service-worker.js");
  const text = readFileSync(worker, "utf8").replace(hash(old), hash(readFileSync(index)));
  writeFileSync(worker, text.replace(/VERSION = "\w+"/, `VERSION = "${hash(readFileSync(index)).replace(/\W/g, "").slice(0, 16)}"`));
}

const renamed = (text) => text.replace(/<title>.*?<\/title>/, "<title>Next</title>").replace("<body>", "<body data-next>");
const offered = (page) => page.getByText("A new version of this page is ready.");

/** What a browser says itself where something cannot be fetched. */
const UNREACHED = /ERR_|Failed to load|fetch|NetworkError/;

for (const path of ["", SUB_PATH.slice(1)]) {
  test(`opens without a connection, at /${path}`, async ({ page, copy }) => {
    await open(page, `${copy.url}${path}?lens=articles`);
    await kept(page);
    await copy.close();
    await page.reload();
    await expect(rows(page)).toHaveCount(articles.length);
    await open(page, `${copy.url}${path}index.html?lens=articles`);
    await search(page, "ferry");
  });
}

test("a reader who adds nothing has only what the page needs kept", async ({ page, copy }) => {
  await open(page, copy.url);
  await kept(page);
  const files = Object.values(await caches(page)).flat();
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((name) => /crossread-(panel|worker)/.test(name))).toEqual([]);
});

test("own articles are there without a connection, and more can be added", async ({ page, copy }) => {
  await open(page, `${copy.url}?lens=articles`);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await kept(page);
  await expect.poll(async () => Object.values(await caches(page)).flat().filter((name) => /crossread-(panel|worker)/.test(name)).length).toBe(4);
  await copy.close();
  await page.reload();
  await expect(yours(page)).toHaveCount(1);
  await addFiles(page, [file("two.txt", story("Second story"))]);
  await page.keyboard.press("Escape");
  await expect(yours(page)).toHaveCount(2);
});

test("what a reader used before the page was kept is kept with it", async ({ page, copy }) => {
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    const told = new Promise((goOn) => (window.goOn = goOn));
    ServiceWorkerContainer.prototype.register = async function (...given) {
      await told;
      return register.apply(this, given);
    };
  });
  await open(page, `${copy.url}?lens=articles`);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await page.evaluate(() => window.goOn());
  await kept(page);
  await expect.poll(async () => Object.values(await caches(page)).flat().filter((name) => /crossread-(panel|worker)/.test(name)).length).toBe(4);
});

test("without a connection and the programs for it, the page says so and goes on", async ({ page, copy, watch }) => {
  watch.expect(UNREACHED);
  await open(page, `${copy.url}?lens=articles`);
  await kept(page);
  await copy.close();
  await page.reload();
  await page.getByRole("button", { name: "Add articles" }).click();
  await expect(page.locator("#loading")).toContainText("could not be loaded");
  await expect(page.locator("#loading")).toContainText("open the page again with a connection");
  await search(page, "ferry");
});

test("a new version is offered, and taken when the reader reloads", async ({ page, context, copy }) => {
  const other = await context.newPage();
  await open(page, `${copy.url}?lens=articles`);
  await kept(page);
  await open(other, `${copy.url}?lens=articles`);
  publish(copy.folder, renamed);
  await page.reload();
  await expect(offered(page)).toBeVisible();
  await expect(page.locator("body[data-next]")).toHaveCount(0);
  // Not before it is wanted, and not in the other tab.
  await page.reload();
  await expect(page.locator("body[data-next]")).toHaveCount(0);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.locator("body[data-next]")).toHaveCount(1);
  await expect(offered(page)).toHaveCount(0);
  await expect(other.locator("body[data-next]")).toHaveCount(0);
  await search(other, "ferry");
  await copy.close();
  await page.reload();
  await expect(page.locator("body[data-next]")).toHaveCount(1);
});

/** Looks for a new version; what has become of it. */
const tried = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const { installing } = registration;
    while (installing?.state === "installing") await new Promise((done) => setTimeout(done, 50));
    return installing?.state;
  });

test("a version of which a file is missing or another is not taken", async ({ page, copy }) => {
  await open(page, `${copy.url}?lens=articles`);
  await kept(page);
  const before = await caches(page);
  publish(copy.folder, renamed);
  const program = readdirSync(copy.folder).find((name) => /crossread-page-\w+_bg\.wasm$/.test(name));
  renameSync(join(copy.folder, program), join(copy.folder, "gone"));
  expect(await tried(page)).toBe("redundant");
  await page.reload();
  await expect(rows(page)).toHaveCount(articles.length);
  // The same with a file that is there and not the right one.
  writeFileSync(join(copy.folder, program), "another");
  expect(await tried(page)).toBe("redundant");
  await page.reload();
  await expect(rows(page)).toHaveCount(articles.length);
  await expect(offered(page)).toHaveCount(0);
  await expect.poll(() => caches(page)).toEqual(before);
});

test("an old page finds its programs after another tab has taken a new version", async ({ page, context, copy }) => {
  await open(page, `${copy.url}?lens=articles`);
  await addFiles(page, [file("one.txt", story("Plain story"))]);
  await kept(page);
  await expect.poll(async () => Object.values(await caches(page)).flat().filter((name) => /crossread-(panel|worker)/.test(name)).length).toBe(4);
  publish(copy.folder, renamed);
  const other = await context.newPage();
  await open(other, `${copy.url}?lens=articles`);
  await other.getByRole("button", { name: "Reload" }).click();
  await expect(other.locator("body[data-next]")).toHaveCount(1);
  await copy.close();
  await addFiles(page, [file("two.txt", story("Second story"))]);
  await expect(said(page)).toContainText("1 article added");
});

test("what other pages of the host keep is left alone", async ({ page, copy, watch }) => {
  watch.expect(/404/);
  await page.goto(`${copy.url}seeds.css`);
  await page.evaluate(async () => {
    await globalThis.caches.open("another page");
    await globalThis.caches.open("crossread /another/ 1");
  });
  for (const version of ["one", "two", "three"]) {
    publish(copy.folder, (text) => text.replace(/<body[^>]*>/, `<body data-next="${version}">`));
    await open(page, `${copy.url}?lens=articles`);
    await kept(page);
    if (await offered(page).isVisible().catch(() => false)) await page.getByRole("button", { name: "Reload" }).click();
  }
  const names = await page.evaluate(() => globalThis.caches.keys());
  expect(names).toContain("another page");
  expect(names).toContain("crossread /another/ 1");
  const asked = await page.evaluate(async () => (await fetch("./some/other/path/data.json")).status);
  expect(asked).toBe(404);
});

test("from disk and in the page that is one file there is none", async ({ page, site }) => {
  await open(page, `${site.url}crossread.html`);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await openPanel(page);
});
