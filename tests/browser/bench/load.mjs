// One load of a page by a browser that has nothing cached, and lines typed into its search field, timed inside the page:
// so no figure has the way between this program and the browser in it.

/** Long enough for a busy machine: beyond it the page is broken, and not slow. */
const PATIENCE = 60_000;

/** Loads the page once. Times are milliseconds: `paint` and `ready` since navigation began, `keys` as in `type`. */
export async function load(browser, { site, lines }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.addInitScript(watch);
    await page.goto(site.url);
    const { ready, paint } = await page.evaluate(() => window.crossreadBench);
    const heading = await page.evaluate(() => document.querySelector("#results h2")?.textContent.trim());
    const rows = await page.locator("#results [data-article-id]").allTextContents();
    const typed = await lines(rows);
    const keys = typed.length > 0 ? await page.evaluate(type, { lines: typed, patience: PATIENCE }) : [];
    if (errors.length > 0) throw errors[0];
    return { ready, paint, heading, keys, lines: typed.length };
  } finally {
    await context.close();
  }
}

/** Runs in the page before all of its scripts: notes when the results are there and when something is first drawn. */
function watch() {
  const ready = new Promise((done) => {
    new MutationObserver((_, observer) => {
      if (document.getElementById("results")) {
        observer.disconnect();
        done(performance.now());
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const paint = new Promise((done) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName("first-contentful-paint")[0];
      if (first) done(first.startTime);
    }).observe({ type: "paint", buffered: true });
  });
  window.crossreadBench = Promise.all([ready, paint]).then(([ready, paint]) => ({ ready, paint }));
}

/** Runs in the page: types each line letter by letter. For every letter the milliseconds from the event until the
 *  results say that they answer what is typed (`answered`), until the last change of the document that follows from it
 *  (`rows`), and until all of that has its place on the screen (`laidOut`). */
async function type({ lines, patience }) {
  const field = document.getElementById("search");
  // The list of the start page makes way for that of the answer.
  const results = () => document.getElementById("results");
  const turn = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
  // What the browser draws between two letters is not the page's time to answer.
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  async function enter(line) {
    let answered;
    let rows;
    let laidOut;
    let changes = 0;
    const observer = new MutationObserver(() => {
      rows = performance.now();
      changes += 1;
      const region = results();
      if (region?.dataset.query === line && region.getAttribute("aria-busy") !== "true") answered ??= rows;
      if (answered === undefined) return;
      // Asking for a place is what makes the browser find all of them now.
      document.body.getBoundingClientRect();
      laidOut = performance.now();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    field.value = line;
    const start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    let before;
    do {
      before = changes;
      await turn();
      if (performance.now() - start > patience) throw new Error(`no answer to “${line}” in ${patience} ms`);
    } while (answered === undefined || changes !== before);
    observer.disconnect();
    await drawn();
    return { answered: answered - start, rows: rows - start, laidOut: laidOut - start };
  }

  field.focus();
  const keys = [];
  for (const line of lines) {
    for (let end = 1; end <= line.length; end += 1) keys.push(await enter(line.slice(0, end)));
    await enter("");
  }
  return keys;
}
