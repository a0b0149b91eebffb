// What was found in an article: layers that are switched on and off, cards that tell of one finding, and asking by it.
import { expectParameter, ids, open, parameters, pressUntil, readFirst, rows, search } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const layers = ["Quotes", "Names", "Dates", "Figures", "Voice"];
const reader = (page) => page.locator("#main article.reader");
const findings = (page, layer) => reader(page).locator(`.sentence .finding.${layer.toLowerCase()}`);
const toggle = (page, layer) => page.getByRole("group", { name: "Show in the text" }).getByRole("button", { name: layer });
const card = (page) => page.locator(".finding-card");

/** Opens the first article with one layer only. */
async function only(page, layer) {
  await readFirst(page);
  for (const other of layers) {
    const pressed = (await toggle(page, other).getAttribute("aria-pressed")) === "true";
    if (pressed !== (other === layer)) await toggle(page, other).click();
  }
  await expect(toggle(page, layer)).toHaveAttribute("aria-pressed", "true");
  await expect(findings(page, layer).first()).toBeVisible();
}

for (const layer of layers) {
  test(`${layer}: switched on and off, kept by a reload, and told apart without colour`, async ({ page }) => {
    await only(page, layer);
    for (const other of layers.filter((other) => other !== layer)) await expect(findings(page, other)).toHaveCount(0);
    const count = await findings(page, layer).count();
    expect(count).toBeGreaterThan(0);
    const marked = await findings(page, layer).first().evaluate((one) => {
      const style = getComputedStyle(one);
      return [style.borderBottomStyle, style.borderInlineStartStyle, style.textDecorationLine, style.outlineStyle, style.boxShadow, style.backgroundImage].some((value) => value !== "none");
    });
    expect(marked).toBe(true);
    await page.reload();
    await expect(findings(page, layer)).toHaveCount(count);
    const text = await reader(page).innerText();
    await toggle(page, layer).click();
    await expect(findings(page, layer)).toHaveCount(0);
    expect(await reader(page).innerText()).toBe(text);
  });

  test(`${layer}: a card opens by click and by Enter, says its rule, and closes by Escape`, async ({ page }) => {
    await only(page, layer);
    await findings(page, layer).first().click();
    await expect(card(page)).toBeVisible();
    await expect(card(page)).toContainText(/rule/i);
    await expectParameter(page, "card", layer.toLowerCase());
    expect(parameters(page).get("at")).toMatch(/^\d+-\d+$/);
    await page.reload();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card(page)).toHaveCount(0);
    await pressUntil(page, "Tab", `[data-layer="${layer.toLowerCase()}"][role=button]`, 400);
    await page.keyboard.press("Enter");
    await expect(card(page).getByRole("heading", { level: 3 })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(`[data-layer="${layer.toLowerCase()}"][role=button]:focus`)).toHaveCount(1);
  });
}

test("the words of a card are where they lead", async ({ page }) => {
  await only(page, "Names");
  await findings(page, "Names").first().click();
  const places = await card(page).locator("a.place").evaluateAll((all) => all.map((one) => [one.getAttribute("href"), one.textContent]));
  expect(places.length).toBeGreaterThan(0);
  for (const [href, words] of places.slice(0, 10)) {
    await open(page, href);
    await expect.poll(async () => (await page.locator(".sentence.pointed").allTextContents()).join(" ")).toContain(words);
  }
});

test("facets of speakers, people, organisations and places narrow the list to what they count", async ({ page }) => {
  await open(page);
  const all = (await ids(page)).length;
  for (const name of ["Speaker", "People", "Organisations", "Places"]) {
    const facet = page.locator(".facet").filter({ has: page.getByText(name, { exact: true }) });
    await expect(facet).toHaveCount(1);
    const value = facet.locator("li").last();
    const count = parseInt(await value.locator(".count").innerText(), 10);
    expect(count).toBeLessThanOrEqual(all);
    await value.getByRole("checkbox").check();
    await expect.poll(async () => (await ids(page)).length).toBe(count);
    await value.getByRole("checkbox").uncheck();
    await expect.poll(async () => (await ids(page)).length).toBe(all);
  }
});

test("speaker:, person: and in:quote ask by what was found", async ({ page }) => {
  await open(page);
  const facet = page.locator(".facet").filter({ has: page.getByText("Speaker", { exact: true }) });
  const first = facet.locator("li").first();
  const name = (await first.locator(".value").innerText()).trim();
  const count = parseInt(await first.locator(".count").innerText(), 10);
  await search(page, `speaker:"${name}"`);
  await expect.poll(async () => (await ids(page)).length).toBe(count);
  const people = page.locator(".facet").filter({ has: page.getByText("People", { exact: true }) }).locator("li").first();
  const person = (await people.locator(".value").innerText()).trim();
  await search(page, `person:"${person}"`);
  await expect.poll(async () => (await ids(page)).length).toBe(parseInt(await people.locator(".count").innerText(), 10));
  await search(page, "the in:quote");
  const marks = await rows(page).locator(".snippet").allTextContents();
  expect(marks.length).toBeGreaterThan(0);
  for (const snippet of marks) expect(snippet).toMatch(/["“”'‘’]/);
});
