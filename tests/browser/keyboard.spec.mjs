// Everything by keyboard alone: no test here touches the mouse.
import { articles, common, idsOf, rare } from "./articles.mjs";
import { answered, article, expectFocusKept, expectIds, expectParameter, field, ids, open, pointed, pressUntil, rows } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const all = idsOf(() => true);

test("the first stop is a link past the masthead", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the articles" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("main") !== null)).toBe(true);
  await expect(page.locator("#results, article.reader").first()).toBeVisible();
});

test("search, open an article, walk its hits and sentences, and back", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(common);
  await answered(page, common);
  await pressUntil(page, "Tab", ".row h3 a");
  const id = await page.evaluate(() => document.activeElement.closest("[data-article-id]").dataset.articleId);
  await page.keyboard.press("Enter");
  await expect(article(page)).toHaveAttribute("data-article-id", id);
  await expect(article(page).getByRole("heading", { level: 2 })).toBeFocused();

  const count = page.locator(".hits [role=status]");
  const total = Number(/\d+/.exec(await count.innerText())[0]);
  expect(total).toBeGreaterThan(0);
  for (let hit = 1; hit <= total; hit += 1) {
    await page.keyboard.press("n");
    await expect(count).toHaveText(`${hit} of ${total}`);
    await expect(pointed(page).first()).toBeInViewport();
    await expect(page.locator("mark.current").first()).toBeVisible();
  }
  await page.keyboard.press("n");
  await expect(count).toHaveText(`1 of ${total}`);
  await page.keyboard.press("p");
  await expect(count).toHaveText(`${total} of ${total}`);

  await page.goBack();
  await expectIds(page, await ids(page));
  await expect(field(page)).toHaveValue(common);
});

test("j and k go from sentence to sentence", async ({ page }) => {
  await open(page);
  await pressUntil(page, "Tab", ".row h3 a");
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeVisible();
  await page.keyboard.press("j");
  await expect(pointed(page)).toHaveId("s0");
  await expect(pointed(page)).toBeFocused();
  await page.keyboard.press("j");
  await expect(pointed(page)).toHaveId("s1");
  await page.keyboard.press("k");
  await expect(pointed(page)).toHaveId("s0");
  await page.keyboard.press("k");
  await expect(pointed(page)).toHaveId("s0");
  await expectParameter(page, "at", /^0-/.exec(await page.url()) ? null : await page.evaluate(() => new URLSearchParams(location.search).get("at")));
  const last = await page.locator(".sentence").count();
  for (let pressed = 0; pressed < last + 2; pressed += 1) await page.keyboard.press("j");
  await expect(pointed(page)).toHaveId(`s${last - 1}`);
  await expect(pointed(page)).toBeInViewport();
});

test("letters typed into the search field are only letters", async ({ page }) => {
  await open(page, "?lens=read");
  await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("n/jpk");
  await expect(field(page)).toHaveValue("n/jpk");
  await expect(field(page)).toBeFocused();
});

test("keys of the browser's own shortcuts are left alone", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+/");
  await expect(field(page)).not.toBeFocused();
});

test("facets by space: choose, exclude, and the focus stays", async ({ page }) => {
  await open(page);
  await pressUntil(page, "Tab", ".facet input[type=checkbox]");
  await page.keyboard.press("Space");
  const chosen = page.locator(".facet input[type=checkbox]").first();
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeFocused();
  const left = (await ids(page)).length;
  expect(left).toBeLessThan(all.length);
  await page.keyboard.press("Tab");
  await expect(page.locator(".facet .exclude").first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.locator(".facet .exclude").first()).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".facet .exclude").first()).toBeFocused();
  await expect(chosen).not.toBeChecked();
  await expect.poll(async () => (await ids(page)).length).toBe(all.length - left);
});

test("a chip drops its filter, and the focus is not lost", async ({ page }) => {
  await open(page, `?q=${common}&exact=1&-outlet=`);
  await pressUntil(page, "Tab", ".chip");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("");
  await expectFocusKept(page);
  await pressUntil(page, "Tab", ".chip");
  await page.keyboard.press("Enter");
  await expectIds(page, all);
  await expectFocusKept(page);
});

test("the order of the list", async ({ page }) => {
  await open(page);
  const byLength = [...articles].sort((a, b) => Buffer.byteLength(b.text) - Buffer.byteLength(a.text)).map(({ id }) => id);
  await pressUntil(page, "Tab", ".sort select");
  const select = page.getByRole("combobox", { name: "Order:" });
  await expect(select).toHaveValue("time");
  await page.keyboard.press("l");
  await expect(select).toHaveValue("length");
  await expect.poll(() => ids(page)).toEqual(byLength);
  await expectParameter(page, "sort", "length");
});

test("nothing found: the button is reached and pressed, and the focus is not lost", async ({ page }) => {
  await open(page, `?exact=1&q=${rare}+qqqzzzqqq`);
  await pressUntil(page, "Tab", ".nothing button");
  await page.keyboard.press("Enter");
  await expectIds(page, idsOf(({ words }) => words.has(rare)));
  await expectFocusKept(page);
});

test("help and “How we know” open and close", async ({ page }) => {
  await open(page);
  await pressUntil(page, "Tab", ".help summary");
  await page.keyboard.press("Enter");
  await expect(page.getByText("these words side by side")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("these words side by side")).toBeHidden();
  await pressUntil(page, "Tab", ".grounds summary");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /^File/ }).first()).toBeVisible();
  await pressUntil(page, "Tab", ".grounds a");
  const target = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeVisible();
  expect(new URL(page.url()).search).toBe(target);
});

test("the lenses, and the way back to the list", async ({ page }) => {
  await open(page);
  await pressUntil(page, "Tab", '.masthead nav a[href*="lens=read"]');
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeVisible();
  await expect(article(page).getByRole("heading", { level: 2 })).toBeFocused();
  await pressUntil(page, "Shift+Tab", ".tools a");
  await page.keyboard.press("Enter");
  await expectIds(page, all);
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
});

test("the focus is always seen", async ({ page }) => {
  await open(page, `?q=${common}`);
  const stops = new Set();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return "end";
      const style = (of) => getComputedStyle(of);
      const outlined = (of) => style(of).outlineStyle !== "none" && parseFloat(style(of).outlineWidth) > 0;
      const frame = element.closest(".field");
      return outlined(element) || (frame && outlined(frame)) ? "seen" : `unseen: ${element.outerHTML.slice(0, 120)}`;
    });
    if (seen === "end") break;
    stops.add(seen);
  }
  expect([...stops]).toEqual(["seen"]);
});
