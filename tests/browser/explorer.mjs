// What a reader does with the page, in words.
import { expect } from "./test.mjs";

/** The region of the results. */
export const results = (page) => page.locator("#results");

/** The rows of the list. */
export const rows = (page) => page.locator("#results [data-article-id]");

/** The search field. */
export const field = (page) => page.getByRole("searchbox", { name: "Search the articles" });

/** The open article. */
export const article = (page) => page.locator("#main article.reader");

/** The sentence pointed at. */
export const pointed = (page) => page.locator(".sentence.pointed");

/** The list of all articles. */
export const list = "?lens=articles";

/** Opens the page, with the list unless told otherwise, and waits until it can be used. */
export async function open(page, address = list) {
  await page.goto(address);
  await ready(page);
}

/** Waits until the page can be used. */
export async function ready(page) {
  await expect(page.locator("#results, #lens, #main article.reader, #main .nothing").first()).toBeVisible();
  // What another program works out comes some time after.
  await expect(page.locator('#main [aria-busy="true"]')).toHaveCount(0);
}

/** Types a query, and waits for its answer. */
export async function search(page, line) {
  await field(page).fill(line);
  await answered(page, line);
}

/** Waits for the answer to a query. */
export async function answered(page, line) {
  await expect(results(page)).toHaveAttribute("data-query", line);
  await expect(results(page)).toHaveAttribute("aria-busy", "false");
}

/** The ids of the articles listed, as listed. */
export const ids = (page) =>
  rows(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-article-id")));

/** Expects these articles in the list, in any order. */
export const expectIds = (page, wanted) => expect.poll(async () => (await ids(page)).sort()).toEqual([...wanted].sort());

/** Asks, and expects these articles. */
export async function expectAnswer(page, line, wanted) {
  await search(page, line);
  await expectIds(page, wanted);
}

/** The parameters in the address. */
export const parameters = (page) => new URL(page.url()).searchParams;

/** Expects a parameter of the address; `null`: that it is not there. */
export const expectParameter = (page, name, value) => expect.poll(() => parameters(page).get(name)).toBe(value);

/** Presses a key until the focus is on an element that fits. */
export async function pressUntil(page, key, selector, most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`${most} times ${key} did not lead to ${selector}`);
}

/** Expects the focus to be on something, and not lost to the page as a whole. */
export const expectFocusKept = (page) =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null)).toBe(true);

/** Opens the first article in the Read lens. */
export async function readFirst(page, address = list) {
  await open(page, address);
  await rows(page).first().getByRole("heading").getByRole("link").click();
  await expect(article(page)).toBeVisible();
}
