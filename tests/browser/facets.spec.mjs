// Facets: every count is what choosing the value leaves, and chips undo each choice.
import { articles, common, idsOf } from "./articles.mjs";
import { expectIds, ids, open, rows } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const all = idsOf(() => true);
const values = (page) => page.locator(".facet li");
const count = async (value) => Number(/\d+/.exec(await value.locator(".count").innerText())[0]);

for (const query of ["", `?q=${common}`]) {
  test(`counts are what is left, of ${query === "" ? "all" : "an answer"}`, async ({ page }) => {
    await open(page, query);
    const found = (await ids(page)).length;
    expect(await values(page).count()).toBeGreaterThan(1);
    for (const value of await values(page).all()) {
      const promised = await count(value);
      const box = value.getByRole("checkbox");
      await box.check();
      await expect(rows(page)).toHaveCount(promised);
      await box.uncheck();
      await value.locator(".exclude").click();
      await expect(rows(page)).toHaveCount(found - promised);
      await value.locator(".exclude").click();
      await expect(rows(page)).toHaveCount(found);
    }
  });
}

test("or within a facet, and across facets", async ({ page }) => {
  await open(page);
  const facets = page.locator(".facet");
  const boxes = facets.first().getByRole("checkbox");
  const [one, two] = [await count(values(page).nth(0)), await count(values(page).nth(1))];
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(rows(page)).toHaveCount(one + two);
  expect(await facets.count()).toBeGreaterThan(1);
  const other = facets.nth(1).locator("li").first();
  const promised = await count(other);
  await other.getByRole("checkbox").check();
  await expect(rows(page)).toHaveCount(promised);
  await expect(page.locator(".chip")).toHaveCount(3);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expectIds(page, all);
  await expect(page.locator(".chip")).toHaveCount(0);
  await expect(page.locator(".facet input:checked")).toHaveCount(0);
});

test("values that would leave nothing stay, with a nought", async ({ page }) => {
  await open(page, "?q=qqqzzzqqq&exact=1");
  await expect(values(page).first()).toBeVisible();
  for (const value of await values(page).all()) {
    expect(await count(value)).toBe(0);
    await expect(value).toHaveClass(/zero/);
  }
});

test("each chip undoes its own choice", async ({ page }) => {
  await open(page);
  await values(page).first().locator(".exclude").click();
  await page.getByRole("searchbox").fill(common);
  await expect(page.locator(".chip")).toHaveCount(2);
  await page.getByRole("button", { name: /^Remove filter .*not / }).click();
  await expect(page.locator(".chip")).toHaveCount(1);
  await page.getByRole("button", { name: /^Remove filter “/ }).click();
  await expectIds(page, all);
});

test("the days of the articles are listed in their order", async ({ page }) => {
  await open(page);
  const days = page.getByRole("group", { name: "Published" }).locator(".value");
  const times = (await days.allInnerTexts()).map((day) => Date.parse(`${day} UTC`)).filter((time) => !Number.isNaN(time));
  expect(times.length).toBeGreaterThan(0);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("how many are left is said to those who can't see the list", async ({ page }) => {
  await open(page);
  const said = page.locator("[role=status][aria-live=polite]");
  await expect(said).toHaveText(`${articles.length} articles`);
  await page.getByRole("searchbox").fill("qqqzzzqqq");
  await expect(said).toHaveText(`0 of ${articles.length} articles`);
});
