// Many articles added in the page: how long it takes, and for how long the page meanwhile answers nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** So many articles, of so many bytes, in stories of so many accounts. */
export const ARTICLES = 1000;
const BYTES = 5000;
const ACCOUNTS = 20;

/** Long enough for a busy machine: beyond it the page is broken, and not slow. */
const PATIENCE = 600_000;

/** Adds them once. Times are milliseconds: `all` until the page shows them, `steps` those of its parts, `block` the
 *  longest time in which the page answered nothing, and in which of the steps that was, `listing` the longest before it
 *  was told of the files. */
export async function add(browser, { site }) {
  const folder = mkdtempSync(join(tmpdir(), "crossread-bench-"));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const paths = Array.from({ length: ARTICLES }, (_, number) => {
      const path = join(folder, `${String(number).padStart(4, "0")}.txt`);
      writeFileSync(path, article(number));
      return path;
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(site.url);
    await page.locator("#add").click();
    await page.locator("#own").waitFor();
    await page.evaluate(watch);
    await page.locator("#own input[type=file]:not([webkitdirectory])").setInputFiles(paths);
    await page.waitForFunction(() => window.crossreadBench.end, null, { polling: 500 });
    // What follows from the new library belongs to it.
    await page.waitForTimeout(1000);
    if (errors.length > 0) throw errors[0];
    return await page.evaluate(() => window.crossreadBench.told());
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: asks for a turn every 5 ms, and notes how late each comes and what the panel says then. What the
 *  browser needs before it tells the page of the files counts for itself: no page can shorten it. */
function watch() {
  const bench = { end: 0, blocks: {}, steps: {} };
  let start;
  let last = performance.now();
  let step = "the browser's list of files";
  const note = (step, late) => {
    bench.blocks[step] = Math.max(bench.blocks[step] ?? 0, late);
  };
  window.addEventListener("change", () => {
    const now = performance.now();
    note(step, Math.max(0, now - last - 5));
    last = now;
    step = "waiting";
  }, { capture: true, once: true });
  setInterval(() => {
    const now = performance.now();
    const late = Math.max(0, now - last - 5);
    const said = document.querySelector("#own .said")?.textContent ?? "";
    const work = document.querySelector("#own .progress span")?.textContent.replace(/\d+ of.*/, "").trim();
    const current = work ?? (bench.end ? "shown" : step);
    if (work) start ??= now;
    // A late turn belongs to the step that it came out of.
    note(step, late);
    note(current, late);
    if (start) bench.steps[step] = (bench.steps[step] ?? 0) + now - last;
    if (!bench.end && /articles added/.test(said)) bench.end = now;
    if (/Nothing was added|could not/.test(said)) throw new Error(said);
    step = current;
    last = now;
  }, 5);
  bench.told = () => {
    const { "the browser's list of files": listing, ...own } = bench.blocks;
    const [where, block] = Object.entries(own).reduce((most, one) => (one[1] > most[1] ? one : most));
    return { all: bench.end - start, steps: bench.steps, listing, block, where };
  };
  window.crossreadBench = bench;
}

/** Numbers in no order that shows, the same every time. */
function dice(seed) {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return (sides) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const pick = (roll, list) => list[roll(list.length)];
const word = (roll) => Array.from({ length: 2 + roll(2) }, () => pick(roll, ["ba", "do", "ke", "li", "mo", "ra", "su", "te", "vi", "no"])).join("");
const name = (roll) => word(roll).replace(/^./, (letter) => letter.toUpperCase());

const DEEDS = ["closed", "opened", "rebuilt", "sold", "inspected", "flooded", "repaired", "painted"];
const THINGS = ["the bridge", "the harbour", "the market hall", "the old mill", "the ferry", "the town library", "the railway"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/** One account: part of it is the story's, in the story's words or others, and part its own. */
function article(number) {
  const story = Math.floor(number / ACCOUNTS);
  const shared = dice(story + 1);
  const people = Array.from({ length: 6 }, () => `${name(shared)} ${name(shared)}`);
  const places = Array.from({ length: 4 }, () => name(shared));
  const facts = Array.from({ length: 24 }, () => sentence(shared, people, places));
  const roll = dice(10_007 + number);
  const lines = [`${pick(roll, THINGS).replace(/^the /, "")} ${pick(roll, DEEDS)} in ${pick(roll, places)}`.replace(/^./, (letter) => letter.toUpperCase())];
  lines.push("", `Published 2${roll(4)}:${10 + roll(50)}, ${1 + (story % 27)} March 2031`, "");
  let size = 0;
  while (size < BYTES - 200) {
    const paragraph = Array.from({ length: 2 }, () => (roll(3) === 0 ? pick(roll, facts) : sentence(roll, people, places))).join(" ");
    size += paragraph.length + 2;
    lines.push(paragraph, "");
  }
  return lines.join("\n");
}

function sentence(roll, people, places) {
  const who = pick(roll, people);
  const where = pick(roll, places);
  const what = `${pick(roll, THINGS)} ${word(roll)} and ${word(roll)} near ${where}`;
  switch (roll(5)) {
    case 0:
      return `“We ${pick(roll, DEEDS)} ${what},” ${who} said on ${pick(roll, DAYS)}.`;
    case 1:
      return `${who} said that ${10 + roll(900)} people had ${pick(roll, DEEDS)} ${what}.`;
    case 2:
      return `According to ${who}, ${pick(roll, THINGS)} was ${pick(roll, DEEDS)} by ${word(roll)} workers from ${where}.`;
    case 3:
      return `About ${1 + roll(90)} per cent of the ${word(roll)} in ${where} ${pick(roll, DEEDS)} ${what} in ${2000 + roll(30)}.`;
    default:
      return `In ${where} ${what} was ${pick(roll, DEEDS)} after the ${word(roll)} ${word(roll)} of ${pick(roll, DAYS)}.`;
  }
}
