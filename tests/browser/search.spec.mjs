// Search as you type: what is found, how it is shown, and where it leads.
import { apart, articles, common, idsOf, phrase, rare, words } from "./articles.mjs";
import { answered, article, expectAnswer, expectIds, expectParameter, field, ids, open, pointed, results, rows, search } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const all = idsOf(() => true);
const withWord = (word) => idsOf((article) => article.words.has(word));
const flat = (text) => words(text).join(" ");

test.describe("exactly as spelled", () => {
  test.beforeEach(({ page }) => open(page, "?exact=1"));

  test("an article must have all the words, wherever they stand", async ({ page }) => {
    const { one, two } = apart;
    await expectAnswer(page, one, withWord(one));
    await expectAnswer(page, `${one} ${two}`, idsOf(({ words }) => words.has(one) && words.has(two)));
    await expectAnswer(page, `${two.toUpperCase()}  ${one}`, idsOf(({ words }) => words.has(one) && words.has(two)));
  });

  test("a phrase wants its words side by side", async ({ page }) => {
    const has = ({ lines }) => lines.some((line) => ` ${flat(line)} `.includes(` ${phrase} `));
    await expectAnswer(page, `"${phrase}"`, idsOf(has));
    await expectAnswer(page, `“${phrase}” ${rare}`, idsOf((article) => has(article) && article.words.has(rare)));
    const [one, two, three] = phrase.split(" ");
    await search(page, `"${three} ${one} ${two}"`);
    await expectIds(page, idsOf(({ lines }) => lines.some((line) => ` ${flat(line)} `.includes(` ${three} ${one} ${two} `))));
  });

  test("a minus leaves out", async ({ page }) => {
    await expectAnswer(page, `-${common}`, idsOf(({ words }) => !words.has(common)));
    await expectAnswer(page, `${apart.one} -${apart.two}`, idsOf(({ words }) => words.has(apart.one) && !words.has(apart.two)));
  });

  test("OR takes either", async ({ page }) => {
    await expectAnswer(page, `${rare} OR ${apart.two}`, idsOf(({ words }) => words.has(rare) || words.has(apart.two)));
  });

  test("a star takes every ending", async ({ page }) => {
    const beginning = rare.slice(0, 5);
    await expectAnswer(page, `${beginning}*`, idsOf(({ words }) => [...words].some((word) => word.startsWith(beginning))));
  });
});

test("fields narrow to a part, a day, an outlet", async ({ page }) => {
  await open(page);
  await search(page, "in:caption in:headline");
  await expect(page.locator("#search-notes .note")).toHaveCount(0);
  await search(page, `in:body ${rare}`);
  await expectIds(page, withWord(rare));
  await search(page, `in:headline ${rare}`);
  expect(await ids(page)).not.toContain(withWord(rare)[0]);

  const day = page.getByRole("group", { name: "Published" }).getByRole("checkbox");
  await search(page, "date:1800..2999");
  const dated = (await ids(page)).length;
  await search(page, "-date:1800..2999");
  expect(dated + (await ids(page)).length).toBe(all.length);
  expect(await day.count()).toBeGreaterThan(0);

  await search(page, "outlet:none");
  await expect(rows(page).locator(".outlet:not(.unknown)")).toHaveCount(0);
  await search(page, "-outlet:none");
  await expect(rows(page).locator(".outlet.unknown")).toHaveCount(0);
  const name = await rows(page).first().locator(".outlet bdi").innerText();
  await search(page, `outlet:"${name}"`);
  await expect(rows(page).locator(".outlet bdi")).toHaveText(new Array(await rows(page).count()).fill(name));

  await search(page, "date:someday");
  await expect(page.locator("#search-notes .note")).toContainText("date: takes a day");
  await expectIds(page, all);
});

test("a typing error is forgiven, and said", async ({ page }) => {
  await open(page);
  const typed = `${rare.slice(0, 3)}${rare[4]}${rare[3]}${rare.slice(5)}`;
  await search(page, typed);
  expect(await ids(page)).toEqual(expect.arrayContaining(withWord(rare)));
  const said = page.locator(".spellings");
  await expect(said).toContainText(new RegExp(rare, "i"));
  await said.getByRole("button", { name: "Only as typed" }).click();
  await expectIds(page, withWord(typed));
  await expectParameter(page, "exact", "1");
  await expect(page.getByRole("checkbox", { name: "Exact spelling" })).toBeChecked();
});

test("nothing found: what is to blame can be dropped", async ({ page }) => {
  await open(page, `?exact=1&q=${common}+qqqzzzqqq`);
  await expect(rows(page)).toHaveCount(0);
  const drop = page.getByRole("button", { name: /^Drop .*qqqzzzqqq/ });
  await expect(drop).toContainText(`${withWord(common).length} article`);
  await expect(page.getByRole("button", { name: /^Drop / })).toHaveCount(1);
  await drop.click();
  await expectIds(page, withWord(common));
  await expect(field(page)).toHaveValue(common);
});

test("a filter that leaves nothing is to blame too", async ({ page }) => {
  await open(page, "?outlet=No+outlet+has+this+name");
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("button", { name: /^Drop / }).click();
  await expectIds(page, all);
});

test("what was asked is marked in the sentences shown, and in nothing else", async ({ page }) => {
  await open(page, `?exact=1&q=${apart.one}+${apart.two}`);
  const marks = page.locator("#results mark");
  await expect(marks.first()).toBeVisible();
  for (const mark of await marks.allTextContents()) expect([apart.one, apart.two]).toContain(flat(mark));
  for (const row of await rows(page).all()) {
    const marked = (await row.locator("mark").allTextContents()).map(flat);
    expect(marked).toEqual(expect.arrayContaining([apart.one, apart.two]));
    expect(await row.locator(".snippet").count()).toBeLessThanOrEqual(3);
  }
});

test("a sentence of the list leads to its place in the article", async ({ page }) => {
  await open(page, `?exact=1&q=${rare}`);
  const snippet = rows(page).first().locator(".snippet").first();
  const text = (await snippet.innerText()).trim();
  await snippet.click();
  await expect(article(page)).toHaveAttribute("data-article-id", withWord(rare)[0]);
  await expect(pointed(page)).toHaveCount(1);
  await expect(pointed(page)).toBeInViewport();
  await expect(pointed(page)).toBeFocused();
  await expect(pointed(page)).toContainText(text);
  await expect(pointed(page).locator("mark.current")).toHaveText(new RegExp(`^${rare}$`, "i"));
  await expect(page.locator(".hits")).toContainText(/1 of \d+/);
});

test("the answer keeps up with typing", async ({ page }) => {
  await open(page);
  await field(page).click();
  await page.keyboard.type(`${common} ${rare}`);
  await answered(page, `${common} ${rare}`);
  await expectParameter(page, "q", `${common} ${rare}`);
  await field(page).fill("");
  await answered(page, "");
  await expectIds(page, all);
  await expectParameter(page, "q", null);
});

test("the text of an article is shown whole, and as in the file", async ({ page }) => {
  for (const { id, text, lines } of articles) {
    await open(page);
    await page.locator(`[data-article-id="${id}"] h3 a`).click();
    const shown = flat(await article(page).locator(".text").evaluate((text) => text.textContent));
    for (const line of lines) expect(shown, id).toContain(flat(line));
    await page.getByRole("button", { name: "As in the file" }).click();
    await expect.poll(() => page.locator(".source").evaluate((source) => source.textContent)).toBe(text);
  }
});
