// The address is the state: a reload, a link and every step back and forward show what was shown.
import { common, idsOf, rare } from "./articles.mjs";
import { article, answered, expectIds, expectParameter, field, ids, open, parameters, pointed, readFirst, ready, rows, search } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

/** What of the page a link should bring back. */
const shown = (page) =>
  page.evaluate(() => ({
    title: document.title,
    query: document.querySelector("#search").value,
    exact: document.querySelector(".search input[type=checkbox]").checked,
    chosen: [...document.querySelectorAll(".facet li")]
      .filter((one) => one.querySelector("input").checked || one.querySelector("[aria-pressed=true]"))
      .map((one) => one.innerText),
    sort: document.querySelector(".sort select")?.value,
    rows: [...document.querySelectorAll("#results [data-article-id]")].map((row) => row.dataset.articleId),
    article: document.querySelector("#main article.reader")?.dataset.articleId,
    source: document.querySelector(".source") !== null,
    pointed: [...document.querySelectorAll(".sentence.pointed")].map((sentence) => sentence.id),
    marks: [...document.querySelectorAll("mark")].map((mark) => mark.innerText),
  }));

test("the first view is the overview, and has no parameters", async ({ page, baseURL }) => {
  await open(page, "");
  expect(page.url()).toBe(baseURL);
  await expect(page.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");
});

test("query, facets and order are in the address, and come back with a reload", async ({ page }) => {
  await open(page);
  await search(page, common);
  await page.getByRole("checkbox", { name: "Exact spelling" }).check();
  await page.getByRole("combobox", { name: "Order:" }).selectOption("length");
  await page.locator(".facet .exclude").first().click();
  await page.locator(".facet input[type=checkbox]").last().check();
  await expectParameter(page, "q", common);
  await expectParameter(page, "exact", "1");
  await expectParameter(page, "sort", "length");
  expect([...parameters(page).keys()].filter((key) => key.startsWith("-"))).toHaveLength(1);
  const before = await shown(page);
  expect(before.chosen).toHaveLength(2);
  await page.reload();
  await ready(page);
  await expect.poll(() => shown(page)).toEqual(before);
});

test("article and sentence are in the address, and come back with a reload", async ({ page }) => {
  await open(page, `?q=${rare}&exact=1`);
  await rows(page).first().locator(".snippet").first().click();
  await expect(pointed(page)).toHaveCount(1);
  await expectParameter(page, "lens", "read");
  expect(parameters(page).get("article")).toMatch(/^[0-9a-f]{16}$/);
  expect(parameters(page).get("at")).toMatch(/^\d+-\d+$/);
  const before = await shown(page);
  await page.reload();
  await ready(page);
  await expect.poll(() => shown(page)).toEqual(before);
  await expect(pointed(page)).toBeInViewport();
  await page.getByRole("button", { name: "As in the file" }).click();
  await expectParameter(page, "source", "1");
  await page.reload();
  await expect(page.locator(".source")).toBeVisible();
});

test("back and forward walk every choice", async ({ page }) => {
  await open(page);
  const steps = [];
  const step = async (choose) => {
    steps.push({ url: page.url(), shown: await shown(page) });
    const before = page.url();
    await choose();
    await expect.poll(() => page.url()).not.toBe(before);
  };
  await step(() => page.locator(".facet .exclude").first().click());
  await step(() => page.getByRole("combobox", { name: "Order:" }).selectOption("length"));
  await step(() => rows(page).first().getByRole("heading").getByRole("link").click());
  await step(() => page.getByRole("button", { name: "As in the file" }).click());
  await step(() => page.getByRole("link", { name: "← All articles" }).click());
  await step(() => page.locator(".chip").first().click());
  steps.push({ url: page.url(), shown: await shown(page) });

  for (const { url, shown: wanted } of steps.slice(0, -1).reverse()) {
    await page.goBack();
    expect(page.url()).toBe(url);
    await expect.poll(() => shown(page)).toEqual(wanted);
  }
  for (const { url, shown: wanted } of steps.slice(1)) {
    await page.goForward();
    expect(page.url()).toBe(url);
    await expect.poll(() => shown(page)).toEqual(wanted);
  }
});

test("typing is one step, and opening an article another", async ({ page }) => {
  await open(page, `?sort=time`);
  await field(page).click();
  await page.keyboard.type(common, { delay: 40 });
  await answered(page, common);
  // At once, before the address has followed the typing.
  await rows(page).first().getByRole("heading").getByRole("link").click();
  await expect(article(page)).toBeVisible();
  await page.goBack();
  await answered(page, common);
  await expect(field(page)).toHaveValue(common);
  await expectParameter(page, "q", common);
  await page.goForward();
  await expect(article(page)).toBeVisible();
  await expectParameter(page, "q", common);
});

test("the list is where it was left", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 300 });
  await open(page);
  const last = rows(page).last().getByRole("heading").getByRole("link");
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(200);
  await last.click();
  await expect(article(page)).toBeVisible();
  await expect(article(page).getByRole("heading", { level: 2 })).toBeInViewport();
  await page.goBack();
  await expect(rows(page).last()).toBeVisible();
  await expect(last).toBeInViewport();
});

test("a link opens in a tab of its own", async ({ page, context }) => {
  await open(page, `?q=${common}`);
  const first = (await ids(page))[0];
  const opened = context.waitForEvent("page");
  await rows(page).first().getByRole("heading").getByRole("link").click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(article(tab)).toHaveAttribute("data-article-id", first);
  await expect(field(tab)).toHaveValue(common);
  await expect(rows(page).first()).toBeVisible();
});

test("a sentence can be linked to, and the link copied", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await readFirst(page);
  const sentence = page.locator("#s1");
  await sentence.hover();
  await sentence.locator(".anchor").click();
  await expect(sentence).toHaveClass(/pointed/);
  const copy = page.getByRole("button", { name: "Copy link to this sentence" });
  await copy.click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  const tab = await context.newPage();
  await open(tab, link);
  await expect(pointed(tab)).toHaveId("s1");
  await expect(pointed(tab)).toBeInViewport();
});

test("what an address says and the page does not know is left out", async ({ page }) => {
  await open(page, "?lens=x&sort=y&at=9-3&article=zz&nonsense=1&q=%00%FF");
  await expect(page.locator("#results")).toBeVisible();
  await open(page, "?lens=read&article=0000000000000000");
  await expect(page.getByRole("heading", { name: "This article is not in the collection" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "All articles" }).click();
  await expectIds(page, idsOf(() => true));
  await open(page, "?lens=read");
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});

test("a place outside the article harms nothing", async ({ page }) => {
  await readFirst(page);
  const key = parameters(page).get("article");
  for (const at of ["0-4294967295", "4294967295-4294967295", "0-0", "1-1", "7-1000000"]) {
    await open(page, `?lens=read&article=${key}&at=${at}`);
    await expect(article(page).locator(".sentence").first()).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(pointed(page).first()).toBeVisible();
  }
});
