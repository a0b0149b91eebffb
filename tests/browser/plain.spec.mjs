// Before the program runs, and when it can't: the articles are there as plain HTML, whole, and one sentence says why.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { articles, words } from "./articles.mjs";
import { field, open } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const flat = (text) => words(text).join(" ");
const notice = (page) => page.locator(".notice:visible");

/** Expects every line of every article below `#plain`, in its order. */
async function expectArticles(page) {
  for (const { id, lines } of articles) {
    const article = page.locator(`#plain article[data-article-id="${id}"]`);
    await expect(article, id).toHaveCount(1);
    const shown = flat(await article.evaluate((one) => one.textContent));
    let from = 0;
    for (const line of lines) {
      const at = shown.indexOf(flat(line), from);
      expect(at, `${id}: ${line}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
  }
  await expect(page.locator("#plain p").first()).toBeVisible();
}

test.describe("scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("all articles are there, and one sentence says so", async ({ page }) => {
    await page.goto("");
    // Without scripts the page can't be asked; its text as sent is.
    await expect(page.locator("#plain article")).toHaveCount(articles.length);
    for (const { id, lines } of articles) {
      const shown = flat(await page.locator(`#plain article[data-article-id="${id}"]`).textContent());
      for (const line of lines) expect(shown, id).toContain(flat(line));
    }
    await expect(notice(page)).toHaveCount(1);
    await expect(notice(page)).toContainText("Scripts are off");
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.locator("style, link[rel=stylesheet]").first()).toBeAttached();
    expect(await page.locator("#plain").boundingBox()).toMatchObject({ x: expect.any(Number) });
  });

  test("links of the list lead to the articles", async ({ page }) => {
    await page.goto("");
    const link = page.locator("#plain nav a").last();
    const title = await link.innerText();
    await link.click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(target).toBeInViewport();
    await expect(target).toContainText(title);
  });

  for (const width of [1280, 320]) {
    test(`nothing runs out of the page at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("");
      for (const part of await page.locator("#plain article").all()) {
        const { x, width: wide } = await part.boundingBox();
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width);
      }
    });
  }
});

test("the plain articles are there before the program, and make way for it", async ({ page }) => {
  let send;
  const held = new Promise((done) => (send = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  await expectArticles(page);
  await expect(notice(page)).toHaveCount(1);
  await expect(notice(page)).toContainText("Loading");
  send();
  await expect(page.locator("#results")).toBeVisible();
  await expect(page.locator("#plain")).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("when the program is not there the articles stay, and one sentence says so", async ({ page, watch }) => {
  watch.expect(/./);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }));
  await page.goto("");
  await expect(notice(page)).toHaveText("Search and filters could not start in this browser; all the articles are below, as plain text.");
  await expectArticles(page);
  await expect(field(page)).toHaveCount(0);
});

test("when the connection breaks the articles stay, and one sentence says so", async ({ page, watch }) => {
  watch.expect(/./);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("");
  await expect(notice(page)).toContainText("could not start");
  await expectArticles(page);
});

test("when a script is not there the articles stay, and one sentence says so", async ({ page, watch }) => {
  watch.expect(/./);
  await page.route("**/*.js", (route) => route.abort());
  await page.goto("");
  await expectArticles(page);
  await expect(notice(page)).toHaveCount(1);
});

for (const [from, address] of [["a server", ({ url }) => url], ["disk", ({ dist }) => pathToFileURL(join(dist, "crossread.html")).href]]) {
  test(`a browser without WebAssembly, from ${from}: the articles stay, and one sentence says so`, async ({ page, site, watch }) => {
    watch.expect(/WebAssembly/);
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(address(site));
    await expect(notice(page)).toHaveText("Search and filters could not start in this browser; all the articles are below, as plain text.");
    await expectArticles(page);
    await expect(field(page)).toHaveCount(0);
  });
}

test("nothing jumps when the program takes over", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) globalThis.shifts.push(shift.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const shifted = await page.evaluate(() => globalThis.shifts.reduce((sum, shift) => sum + shift, 0));
  expect(shifted).toBeLessThan(0.1);
});
