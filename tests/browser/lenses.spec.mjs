// The lenses over several accounts: reached from a link and by keyboard, narrowed, and every place they show is there.
import { articles, common, idsOf, rare } from "./articles.mjs";
import { expectFocusKept, expectIds, expectParameter, field, open, parameters, pressUntil, ready, rows } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const lenses = ["overview", "compare", "voices", "timeline", "figures", "names", "wording", "coverage"];
const named = (name) => name[0].toUpperCase() + name.slice(1);
const region = (page) => page.locator("#lens");

/** Opens a lens by its address, and waits until it shows something. */
async function openLens(page, lens, more = "") {
  await open(page, `?lens=${lens}${more}`);
  await expect(region(page).locator(".worked-out > *").first()).toBeVisible();
}

/** The addresses the lens links to, each with its class and words. */
const links = (page) =>
  region(page).locator("a[href]").evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute("href"), place: link.classList.contains("place"), words: link.textContent })),
  );

for (const lens of lenses) {
  test.describe(named(lens), () => {
    test("opens from its link, and a reload brings it back", async ({ page }) => {
      await open(page);
      await page.getByRole("navigation", { name: "Lenses" }).getByRole("link", { name: named(lens) }).click();
      await expect(region(page).getByRole("heading", { level: 2, name: named(lens) })).toBeFocused();
      await expect(page.getByRole("link", { name: named(lens), exact: true })).toHaveAttribute("aria-current", "page");
      await ready(page);
      await expect(region(page).locator(".worked-out > *").first()).toBeVisible();
      const before = await region(page).innerText();
      await page.reload();
      await expect.poll(() => region(page).innerText()).toBe(before);
    });

    test("opens by keyboard, and its links are reached", async ({ page }) => {
      await open(page);
      const link = `.masthead nav a[href*="lens=${lens}"], .masthead nav a[href="?"]`;
      await pressUntil(page, "Tab", lens === "overview" ? ".masthead nav a" : link);
      await page.keyboard.press("Enter");
      await expect(region(page).getByRole("heading", { level: 2 })).toBeFocused();
      await ready(page);
      await pressUntil(page, "Tab", "#lens a");
      await page.keyboard.press("Enter");
      await expectFocusKept(page);
    });

    test("every place it shows is in the article, word for word; every other link shows something", async ({ page }) => {
      test.slow();
      await openLens(page, lens);
      for (const fold of await region(page).locator("details > summary").all()) await fold.click();
      const all = await links(page);
      expect(all.length).toBeGreaterThan(5);
      const seen = new Map(all.map((link) => [`${link.href} ${link.place && link.words}`, link]));
      const faults = await page.evaluate(async (all) => {
        const plain = (text) => text.replace(/\s+/g, " ").trim();
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const faults = [];
        for (const { href, place, words } of all) {
          history.pushState(null, "", href);
          dispatchEvent(new PopStateEvent("popstate"));
          await frame();
          if (document.querySelector("#main .nothing")) faults.push(`${href} shows nothing`);
          if (!place) continue;
          const pointed = [...document.querySelectorAll(".sentence.pointed")].map((sentence) => {
            const copy = sentence.cloneNode(true);
            copy.querySelectorAll(".gutter, .anchor").forEach((extra) => extra.remove());
            return copy.textContent;
          });
          if (!plain(pointed.join(" ")).includes(plain(words))) faults.push(`${href}: “${words}” is not in “${pointed.join(" ")}”`);
        }
        return faults;
      }, [...seen.values()]);
      expect(faults).toEqual([]);
    });

    test("is narrowed by search and facets, and says when nothing is left", async ({ page }) => {
      await openLens(page, lens, `&q=${rare}&exact=1`);
      const left = idsOf(({ words }) => words.has(rare));
      expect(left.length).toBeLessThan(articles.length);
      const keys = (await links(page)).map(({ href }) => new URLSearchParams(href).get("article")).filter(Boolean);
      expect(new Set(keys).size).toBeLessThanOrEqual(left.length);
      await page.locator(".chip").first().click();
      await expectFocusKept(page);
      await expectParameter(page, "q", null);
      await expectParameter(page, "lens", lens === "overview" ? null : lens);
      await open(page, `?lens=${lens}&q=${common}+qqqzzzqqq&exact=1`);
      await expect(page.locator("#main .nothing").first()).toBeVisible();
    });

    test("fits 320 px, and no part of it is wider than what scrolls", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await openLens(page, lens);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const outside = await region(page).locator("*").evaluateAll((all) =>
        all.filter((one) => !one.closest(".scrolls, .visually-hidden") && one.getBoundingClientRect().right > 321).map((one) => one.outerHTML.slice(0, 90)),
      );
      expect(outside).toEqual([]);
    });

    test("is printed without what only a screen can use", async ({ page }) => {
      await openLens(page, lens);
      await page.emulateMedia({ media: "print" });
      await expect(region(page)).toBeVisible();
      await expect(page.locator(".masthead nav")).toBeHidden();
      await expect(page.locator(".facets")).toBeHidden();
    });
  });
}

test("a question asked in the overview is answered with the list", async ({ page }) => {
  await open(page, "");
  await expect(region(page).getByRole("heading", { level: 3 }).first()).toBeVisible();
  await field(page).fill(rare);
  await expectIds(page, idsOf(({ words }) => words.has(rare)));
  await expect(page.getByRole("link", { name: "Articles", exact: true })).toHaveAttribute("aria-current", "page");
  await expect(field(page)).toBeFocused();
});

test("articles are set side by side and taken away, and that is in the address", async ({ page }) => {
  await openLens(page, "compare");
  const choices = region(page).getByRole("navigation", { name: "Articles side by side" }).getByRole("link");
  await expect(choices).toHaveCount(articles.length);
  await expect(region(page).locator(".beside").first().locator(":scope > div")).toHaveCount(2);
  await choices.nth(2).click();
  await expect(region(page).locator(".beside").first().locator(":scope > div")).toHaveCount(3);
  expect(parameters(page).getAll("beside")).toHaveLength(3);
  await page.goBack();
  await expect(region(page).locator(".beside").first().locator(":scope > div")).toHaveCount(2);
});

test("matches are walked by key, there and to the sentence beside", async ({ page }) => {
  await openLens(page, "compare");
  const tied = region(page).locator(".tied");
  const count = await tied.count();
  expect(count).toBeGreaterThan(1);
  await page.keyboard.press("n");
  await expect(tied.nth(0).locator("p:not(.note) a").first()).toBeFocused();
  const column = () => page.evaluate(() => {
    const cell = document.activeElement.closest(".tied > div");
    return [...cell.parentElement.children].indexOf(cell);
  });
  expect(await column()).toBe(0);
  await page.keyboard.press("m");
  expect(await column()).toBe(1);
  await page.keyboard.press("n");
  await expect(tied.nth(1).locator("p:not(.note) a").first()).toBeFocused();
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await expect(tied.nth(count - 1).locator("p:not(.note) a").first()).toBeFocused();
});

test("word differences are shown when asked for", async ({ page }) => {
  await openLens(page, "compare");
  await expect(region(page).locator("ins, del")).toHaveCount(0);
  await region(page).getByRole("link", { name: "Shared, with word differences" }).click();
  await expect(region(page).locator("ins").first()).toBeVisible();
  await expect(region(page).locator("del").first()).toBeVisible();
});

test("a day of the timeline narrows the table, and each mark of the chart leads into an article", async ({ page }) => {
  await openLens(page, "timeline");
  const all = await region(page).getByRole("row").count();
  const days = region(page).getByRole("navigation", { name: "Day" }).getByRole("link");
  await days.nth((await days.count()) - 1).click();
  await expect.poll(() => region(page).getByRole("row").count()).toBeLessThan(all);
  await page.goBack();
  await region(page).locator(".lane li a").first().click();
  await expectParameter(page, "lens", "read");
  await expect(page.locator("#main article.reader")).toBeVisible();
});

test("some days of the timeline are looked at by choosing the last of them, or by drawing over the chart", async ({ page }) => {
  await openLens(page, "timeline");
  const rows = () => region(page).getByRole("row").count();
  const all = await rows();
  const days = region(page).getByRole("navigation", { name: "Day" }).getByRole("link");
  const first = await days.nth((await days.count()) - 4).innerText();
  await days.nth((await days.count()) - 4).click();
  await expect.poll(rows).toBeLessThan(all);
  const oneDay = await rows();
  const until = region(page).getByRole("navigation", { name: "Until" }).getByRole("link");
  const last = await until.nth(1).innerText();
  await until.nth(1).click();
  await expect.poll(rows).toBeGreaterThan(oneDay);
  const someDays = await rows();
  const chosen = new URL(page.url()).searchParams.get("of");
  expect(chosen).toMatch(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
  await openLens(page, "timeline");
  const heads = region(page).locator(".lane.head .day");
  const middle = async (day) => {
    const box = await heads.filter({ hasText: new RegExp(`^${day}$`) }).first().boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await heads.first().scrollIntoViewIfNeeded();
  await page.mouse.move(...(await middle(last)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(first)), { steps: 8 });
  await expect(heads.filter({ hasText: new RegExp(`^${last}$`) }).first()).toHaveClass(/\bin\b/);
  await page.mouse.up();
  await expectParameter(page, "of", chosen);
  await expect.poll(rows).toBe(someDays);
});

test("a name leads to its page, with its spellings and sentences", async ({ page }) => {
  await openLens(page, "names");
  const first = region(page).locator("tbody th a").first();
  const name = await first.innerText();
  await first.click();
  await expect(region(page).getByRole("heading", { level: 3, name })).toBeVisible();
  expect(await region(page).locator("a.place").count()).toBeGreaterThan(0);
});

test("a statement of the coverage shows what each account says, or what was searched for", async ({ page }) => {
  await openLens(page, "coverage");
  const table = region(page).getByRole("table").first();
  const accounts = (await table.getByRole("columnheader").count()) - 2;
  expect(accounts).toBe(articles.length);
  await table.locator("tbody th a").first().click();
  await expect(region(page).locator("a.place").first()).toBeVisible();
  expect(parameters(page).get("of")).not.toBeNull();
});

test("what is long and folded is made when it is opened, as many lines as it says", async ({ page }) => {
  await openLens(page, "coverage");
  const fold = region(page).locator("details.fold", { hasText: /^\d{2,} more/ }).first();
  const count = Number.parseInt(await fold.locator("summary").textContent());
  await expect(fold.locator("li")).toHaveCount(0);
  await fold.locator("summary").press("Enter");
  await expect(fold.locator("li")).toHaveCount(count);
  await fold.locator("summary").press("Enter");
  await fold.locator("summary").press("Enter");
  await expect(fold.locator("li")).toHaveCount(count);
});

test("a facet narrows what a lens shows, and the number of rows is told", async ({ page }) => {
  await openLens(page, "voices");
  const before = await region(page).innerText();
  await page.locator(".facet .exclude").first().click();
  await expect.poll(() => region(page).innerText()).not.toBe(before);
  await expect(rows(page)).toHaveCount(0);
});
