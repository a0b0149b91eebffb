// Where the page works: below a project's path, and from disk as one file.
import { existsSync, mkdtempSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { common, idsOf, rare } from "./articles.mjs";
import { answered, article, expectAnswer, expectIds, field, open, pointed, ready, rows, search } from "./explorer.mjs";
import { SUB_PATH } from "./server.mjs";
import { expect, test } from "./test.mjs";

const withWord = (word) => idsOf(({ words }) => words.has(word));

test("below a project's path", async ({ page, baseURL, watch }) => {
  const root = new URL(SUB_PATH.slice(1), baseURL).href;
  await open(page, root);
  await expectAnswer(page, rare, withWord(rare));
  await rows(page).first().locator(".snippet").first().click();
  await expect(article(page)).toHaveAttribute("data-article-id", withWord(rare)[0]);
  expect(page.url().startsWith(`${root}?`)).toBe(true);
  await page.reload();
  await expect(pointed(page)).toBeInViewport();
  await page.goBack();
  await answered(page, rare);
  // A program of the page's own is started from a blob.
  expect(watch.requests.filter((url) => ![root, "data:", `blob:${new URL(root).origin}/`].some((own) => url.startsWith(own)))).toEqual([]);
});

test("a file that is not there is not made up", async ({ request, baseURL }) => {
  expect((await request.get(`${baseURL}no/such/file.html`)).status()).toBe(404);
});

test.describe("from disk, as one file", () => {
  const fromDisk = (site, query = "") => {
    const file = join(site.dist, "crossread.html");
    expect(existsSync(file), "dist/crossread.html, which `cargo xtask build` writes").toBe(true);
    return pathToFileURL(file).href + query;
  };

  test("search, read, back and forward", async ({ page, site, watch }) => {
    const address = fromDisk(site);
    await open(page, address);
    await expectIds(page, idsOf(() => true));
    await search(page, common);
    await expect(page.locator("#results mark").first()).toBeVisible();
    const first = await rows(page).first().getAttribute("data-article-id");
    await rows(page).first().getByRole("heading").getByRole("link").click();
    await expect(article(page)).toHaveAttribute("data-article-id", first);
    await page.goBack();
    await answered(page, common);
    await expect(field(page)).toHaveValue(common);
    await page.goForward();
    await expect(article(page)).toHaveAttribute("data-article-id", first);
    expect(new Set(watch.requests.filter((url) => !/^(data|blob):/.test(url)).map((url) => url.split(/[?#]/)[0]))).toEqual(new Set([address]));
  });

  test("a reload and a link bring back what was shown", async ({ page, context, site }) => {
    await open(page, fromDisk(site));
    await search(page, rare);
    await rows(page).first().locator(".snippet").first().click();
    await expect(pointed(page)).toBeInViewport();
    await page.reload();
    await ready(page);
    await expect(pointed(page)).toBeInViewport();
    await expect(field(page)).toHaveValue(rare);
    const tab = await context.newPage();
    await open(tab, page.url());
    await expect(pointed(tab)).toBeInViewport();
  });

  test("wherever the file lies, by whatever name", async ({ page, site, watch }) => {
    fromDisk(site);
    const folder = mkdtempSync(join(tmpdir(), "crossread "));
    const copy = join(folder, "a #copy % é.html");
    copyFileSync(join(site.dist, "crossread.html"), copy);
    const address = pathToFileURL(copy).href;
    watch.allow(address);
    await open(page, address);
    await expectAnswer(page, rare, withWord(rare));
    await rows(page).first().getByRole("heading").getByRole("link").click();
    await expect(article(page)).toBeVisible();
    await page.goBack();
    await answered(page, rare);
  });
});
