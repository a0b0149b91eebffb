// What the built page weighs and how fast it answers in Chromium, beside an empty page and the smallest one in Leptos:
// figures to read, none to pass. `cargo xtask bench` builds the page and runs this.
import { chromium as playwright } from "@playwright/test";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { articles } from "./articles.mjs";
import { ARTICLES, add } from "./bench/add.mjs";
import { toReady } from "./bench/bytes.mjs";
import { buildHello } from "./bench/hello.mjs";
import { openings } from "./bench/lenses.mjs";
import { load } from "./bench/load.mjs";
import { lines } from "./bench/lines.mjs";
import { percentile, print, spread } from "./bench/table.mjs";
import { DIST, chromium } from "./places.mjs";
import { QUIET } from "./playwright.config.mjs";
import { serve } from "./server.mjs";

/** Every page is loaded so often, each time by a browser context that has nothing cached. */
const LOADS = 5;

/** A built page of many articles, if there is one to measure. */
const LARGE = process.env.CROSSREAD_DIST_LARGE && resolve(process.env.CROSSREAD_DIST_LARGE);

/** A built page of accounts of one story, if there is one. */
const STORY = process.env.CROSSREAD_DIST_STORY && resolve(process.env.CROSSREAD_DIST_STORY);

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const wordsOfArticles = async () => lines(articles.map(({ text }) => text));
const pages = [
  { name: "empty page", folder: here("bench/empty"), lines: async () => [] },
  { name: "hello, Leptos", folder: buildHello(), lines: wordsOfArticles },
  { name: "this page", folder: DIST, lines: wordsOfArticles },
];
if (LARGE) {
  // Its articles may be anywhere: what is typed is taken from those it lists.
  pages.push({ name: "large page", folder: LARGE, lines: async (rows) => lines(rows) });
} else {
  console.log("No large page measured: CROSSREAD_DIST_LARGE names none.");
}

const browser = await playwright.launch({ executablePath: chromium(), args: QUIET });
let added;
let lenses;
try {
  for (const page of pages) {
    page.site = await serve(page.folder);
    page.bytes = toReady(page.folder);
    page.loads = [];
  }
  // The browser's own start is nobody's figure.
  await load(browser, pages[0]);
  // In turns, so that what else the machine does falls on all alike.
  for (let turn = 0; turn < LOADS; turn += 1) {
    for (const page of pages) page.loads.push(await load(browser, page));
  }
  if (STORY) {
    const site = await serve(STORY);
    lenses = await openings(browser, { site }).finally(() => site.close());
  }
  added = await add(browser, pages.find(({ folder }) => folder === DIST));
} finally {
  await Promise.all(pages.map(({ site }) => site?.close()));
  await browser.close();
}

const of = (take) => (page) => spread(page.loads.map(take));
const typed = (take, part) => of(({ keys }) => percentile(keys.map(take), part));
console.log(`Chromium ${browser.version()}, ${cpus().length} processors, served from this machine.`);
console.log(`Median of ${LOADS} loads with nothing cached (lowest–highest of them); times in ms.\n`);
print(["", ...pages.map(({ name }) => name)], [
  ["articles", (page) => page.loads[0].heading || "–"],
  ["bytes to ready, gzip", (page) => `${(page.bytes.gzip / 1000).toFixed(1)} kB`],
  ["  in files", (page) => `${page.bytes.files}`],
  ["first contentful paint", of(({ paint }) => paint)],
  ["ready", of(({ ready }) => ready)],
  ["first result", of(({ keys }) => keys[0]?.rows)],
  ["keystroke p50", typed(({ answered }) => answered, 0.5)],
  ["keystroke p95", typed(({ answered }) => answered, 0.95)],
  ["  and laid out, p50", typed(({ laidOut }) => laidOut, 0.5)],
  ["  and laid out, p95", typed(({ laidOut }) => laidOut, 0.95)],
  ["lines typed per load", (page) => `${page.loads[0].lines}`],
  ["keystrokes per load", (page) => `${page.loads[0].keys.length}`],
].map(([what, cell]) => [what, ...pages.map(cell)]));

if (lenses) {
  const ms = (times) => spread(times.slice(1));
  console.log("\nLenses of a page of 50 accounts of one story, from the click until laid out (wanted: 100 ms), in ms;");
  console.log("Overview came with the page, so that the next had the lenses’ program to fetch, with no pointer on the link before.\n");
  print(["lens", "first", "again"], Object.entries(lenses).map(([lens, times]) => [lens, times[0].toFixed(0), ms(times)]));
} else {
  console.log("\nNo lenses measured: CROSSREAD_DIST_STORY names no page.");
}

const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const steps = Object.entries(added.steps).map(([step, time]) => `${step} ${seconds(time)}`).join(", ");
console.log(`\n${ARTICLES} articles of 5 kB added in the page in ${seconds(added.all)} (wanted: 10 s): ${steps}.`);
console.log(`The page answered nothing for ${Math.round(added.block)} ms at most (wanted: 100 ms), at “${added.where}”;`);
console.log(`before it was told of the files the browser needed ${Math.round(added.listing)} ms to list them.`);
