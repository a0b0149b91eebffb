// What a screen reader is told of the page: landmarks, headings, names. Structure only, no words of any article.
import { articles } from "./articles.mjs";
import { open, readFirst } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

test("the list", async ({ page }) => {
  await open(page);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Skip to the articles":
      - /url: "#main"
    - banner:
      - heading /\\d+ accounts?$/ [level=1]:
        - link
      - search:
        - searchbox "Search the articles"
        - checkbox "Exact spelling"
        - group: Search help
      - combobox "Colours":
        - option "Auto" [selected]
        - option "Light"
        - option "Dark"
      - navigation "Lenses":
        - link "Articles"
        - link "Read"
    - main:
      - region "Filters":
        - group "Published":
          - list:
            - listitem:
              - checkbox
              - button /^Exclude Published/
      - region /^\\d+ articles?$/:
        - heading /^\\d+ articles?$/ [level=2]
        - combobox "Order:":
          - option "time" [selected]
          - option "relevance"
          - option "length"
        - list:
          - listitem:
            - article:
              - heading [level=3]:
                - link
              - paragraph: /minutes? to read/
              - group: How we know
    - status: /^\\d+ articles?$/
  `);
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(articles.length);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("the Read lens", async ({ page }) => {
  await readFirst(page);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - banner:
      - heading [level=1]
      - search
      - navigation "Lenses":
        - link "Articles"
        - link "Read"
    - main:
      - article:
        - group "Reading":
          - link "← All articles"
          - button "Smaller text"
          - button "Larger text"
          - button "As in the file"
          - button "Copy link"
          - button "Print"
          - button "Cite"
          - button "Note"
          - button "Export"
        - heading [level=2]
        - group: How we know
        - paragraph
        - navigation "Articles before and after in the list":
          - link
    - status
  `);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("where the reader is, is said", async ({ page }) => {
  await open(page);
  const current = page.locator("[aria-current=page]");
  await expect(current).toHaveText("Articles");
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(current).toHaveText("Read");
  await expect(page).toHaveTitle(/ · /);
});

test("no heading level is left out, in any article", async ({ page }) => {
  for (const { id } of articles) {
    await open(page);
    await page.locator(`[data-article-id="${id}"] h3 a`).click();
    await expect(page.locator("#main article.reader")).toBeVisible();
    const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    levels.reduce((before, level) => {
      expect(level, id).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  }
});

test("nothing moves when the focus leaves the heading of an article, so that a first click lands where it aims", async ({ page }) => {
  for (const { id } of articles) {
    await open(page);
    await page.locator(`[data-article-id="${id}"] h3 a`).click();
    await expect(page.locator("#main article.reader").getByRole("heading", { level: 2 })).toBeFocused();
    const top = () => page.locator("#main article.reader .text").evaluate((text) => text.getBoundingClientRect().top);
    const before = await top();
    await page.evaluate(() => document.activeElement.blur());
    expect(await top(), id).toBe(before);
  }
});
