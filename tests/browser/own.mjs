// What a reader does with articles of their own, in words.
import { expect } from "./test.mjs";

/** An invented story under a headline. */
export const story = (headline) =>
  `${headline}\n\nPublished 21:47, 3 March 2031\n\nMayor Ann Poe said on Monday that the ferry would carry “almost 7,000 people” a day. “We are ready,” she told the Harbour Times.\n`;

/** A file as a chooser takes it. */
export const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

/** The panel. */
export const panel = (page) => page.getByRole("dialog", { name: "Your articles" });

/** What the panel says. */
export const said = (page) => panel(page).locator(".said");

/** The articles in the list that are marked as the reader's. */
export const yours = (page) => page.locator("#results [data-article-id]", { has: page.locator(".tag", { hasText: /^yours$/ }) });

/** Opens the panel. */
export async function openPanel(page) {
  await page.getByRole("button", { name: "Add articles" }).click();
  await expect(panel(page)).toBeVisible();
}

/** Adds files by the chooser, and waits for what is said then, if need be longer than usual (milliseconds). */
export async function addFiles(page, files, outcome = /added/, timeout = undefined) {
  if (!(await panel(page).isVisible())) await openPanel(page);
  await panel(page).locator("input[type=file]:not([webkitdirectory])").setInputFiles(files);
  await expect(said(page)).toHaveText(outcome, { timeout });
}

/** Drops files on the page. */
export const drop = (page, files) =>
  page.evaluate((files) => {
    const dragged = new DataTransfer();
    for (const [name, text] of files) dragged.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: dragged, bubbles: true, cancelable: true }));
    }
  }, files);
