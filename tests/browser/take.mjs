// What a reader does with what they take away, in words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readFirst } from "./explorer.mjs";
import { expect } from "./test.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A dialog by its name. */
export const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

/** What the dialog that is open says. */
export const said = (page) => page.locator("#take .said");

/** A button above an open article. */
export const tool = (page, name) => page.getByRole("group", { name: "Reading" }).getByRole("button", { name, exact: true });

/** Opens the first article and waits for all that is marked in it: words are drawn anew with them. */
export async function readArticle(page, address) {
  await readFirst(page, address);
  await expect(page.locator("#main article.reader")).toHaveAttribute("aria-busy", "false");
}

/** Selects the words of the nth sentence of the story, from one letter to another; gives them. */
export const select = (page, nth, from = 0, to = Infinity) =>
  page.evaluate(
    ([nth, from, to]) => {
      const sentence = document.querySelectorAll(".reader p:not(.role) .sentence")[nth];
      const words = sentence.querySelector(":scope > span:not(.gutter)");
      const range = new Range();
      let passed = 0;
      range.selectNodeContents(words);
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const end = passed + node.length;
        if (passed <= from && from < end) range.setStart(node, from - passed);
        if (passed < to && to <= end) range.setEnd(node, to - passed);
        passed = end;
      }
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return range.toString();
    },
    [nth, from, to],
  );

/** Notes something on the first sentence of the open article; gives the sentence. */
export async function note(page, text) {
  const words = await select(page, 0);
  await tool(page, "Note").click();
  await dialog(page, "Note").getByLabel("Your note").fill(text);
  await dialog(page, "Note").getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page, "Note")).toBeHidden();
  return words.trim();
}

/** Presses a button of the dialog, and gives the file that is saved. */
export async function download(page, name) {
  const coming = page.waitForEvent("download");
  await page.locator("dialog[open]").getByRole("button", { name, exact: typeof name === "string" }).first().click();
  const file = await coming;
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** Expects that nothing in the open dialog is amiss for those who use other means than sight, and that it fits. */
export async function expectAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document.querySelector("dialog[open]")));
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector("dialog[open]").scrollWidth <= innerWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}
