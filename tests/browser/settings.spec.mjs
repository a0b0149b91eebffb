// What a reader or their system sets: colours, text size, motion, contrast, paper.
import { common } from "./articles.mjs";
import { article, open, readFirst, ready } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const scheme = (page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const choice = (page) => page.getByRole("combobox", { name: "Colours" });

test("colours follow the system until the reader chooses, and the choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  expect(await scheme(page)).toBe("light dark");
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper(page);
  expect(dark).not.toBe(light);

  await choice(page).selectOption("Light");
  expect(await scheme(page)).toBe("light");
  expect(await paper(page)).toBe(light);
  await page.reload();
  await ready(page);
  await expect(choice(page)).toHaveValue("light");
  await expect.poll(() => paper(page)).toBe(light);

  await page.emulateMedia({ colorScheme: "light" });
  await choice(page).selectOption("Dark");
  expect(await paper(page)).toBe(dark);
  await choice(page).selectOption("Auto");
  expect(await paper(page)).toBe(light);
});

test("the page says that it has both colour schemes", async ({ page }) => {
  await open(page);
  await expect(page.locator('meta[name="color-scheme"]')).toHaveAttribute("content", "light dark");
});

test("text size goes up and down to its ends, and is kept", async ({ page }) => {
  await readFirst(page);
  const size = () => article(page).locator(".text").evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  const [smaller, larger] = ["Smaller text", "Larger text"].map((name) => page.getByRole("button", { name }));
  const normal = await size();
  await larger.click();
  await expect.poll(size).toBeGreaterThan(normal);
  await smaller.click();
  await expect.poll(size).toBe(normal);
  while (await smaller.isEnabled()) await smaller.click();
  await expect.poll(size).toBeLessThan(normal);
  while (await larger.isEnabled()) await larger.click();
  await expect.poll(size).toBeCloseTo(2 * normal, 0);
  const largest = await size();
  await page.reload();
  await expect(article(page)).toBeVisible();
  await expect.poll(size).toBe(largest);
});

test("lines are of a length that reads well", async ({ page }) => {
  await readFirst(page);
  const letters = await page.locator(".text > p:not([class])").evaluateAll((paragraphs) => {
    const lengths = [];
    for (const paragraph of paragraphs) {
      const lines = Math.round(paragraph.clientHeight / parseFloat(getComputedStyle(paragraph).lineHeight));
      if (lines > 3) lengths.push(paragraph.innerText.replaceAll("#", "").length / (lines - 0.5));
    }
    return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  });
  expect(letters).toBeGreaterThan(58);
  expect(letters).toBeLessThan(78);
});

test("without motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await readFirst(page, `?q=${common}`);
  await page.getByRole("button", { name: "Next hit" }).click();
  await expect(page.locator(".sentence.pointed")).toBeInViewport();
  const moving = await page.evaluate(() => [
    document.getAnimations().length,
    ...[...document.querySelectorAll("*")].map((one) => getComputedStyle(one).scrollBehavior).filter((how) => how !== "auto"),
  ]);
  expect(moving).toEqual([0]);
});

test("with forced colours marks are still seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, `?q=${common}`);
  const mark = page.locator("#results mark").first();
  await expect(mark).toBeVisible();
  expect(await mark.evaluate((mark) => getComputedStyle(mark).outlineStyle)).not.toBe("none");
  await expect(page.locator(".masthead nav a[aria-current]")).toBeVisible();
});

test("on paper: the text and what it is, and nothing to press", async ({ page }) => {
  await readFirst(page, `?q=${common}`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(article(page).locator(".text p").first()).toBeVisible();
  await expect(article(page).locator(".meta")).toBeVisible();
  for (const gone of [".masthead nav", ".search", ".theme", ".tools", ".hits", ".neighbours", ".skip"]) {
    expect(await page.locator(gone).count(), gone).toBeGreaterThan(0);
    for (const one of await page.locator(gone).all()) await expect(one, gone).toBeHidden();
  }
  const [ink, back] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.color, style.backgroundColor];
  });
  expect(back).toBe("rgba(0, 0, 0, 0)");
  const light = Math.max(...ink.match(/\d+/g).slice(0, 3).map(Number));
  expect(light, "dark letters, whatever the screen has").toBeLessThan(100);
  await page.emulateMedia({ media: "print" });
  await page.goto(`?q=${common}`);
  await ready(page);
  await expect(page.locator(".row").first()).toBeVisible();
  for (const gone of [".facets", ".sort"]) await expect(page.locator(gone), gone).toBeHidden();
});

test("on paper a page of chosen colours is as light as any", async ({ page }) => {
  await open(page);
  await choice(page).selectOption("Dark");
  await page.emulateMedia({ media: "print" });
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(Math.max(...ink.match(/\d+/g).slice(0, 3).map(Number))).toBeLessThan(100);
});
