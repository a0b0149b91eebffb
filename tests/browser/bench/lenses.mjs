// How long each lens takes to be worked out and laid out when its link is followed, timed inside the page.

const LENSES = ["overview", "compare", "voices", "timeline", "figures", "names", "wording", "coverage"];

/** Each lens is opened so often. */
const ROUNDS = 3;

/** Long enough for a busy machine: beyond it the page is broken, and not slow. */
const PATIENCE = 60_000;

/** For each lens its milliseconds, from the click until all of it has its place, round by round: the first one of all has
 *  the lenses' program to fetch. */
export async function openings(browser, { site }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(`${site.url}?lens=articles`);
    await page.locator("#results").waitFor();
    const times = await page.evaluate(follow, { lenses: LENSES, rounds: ROUNDS, patience: PATIENCE });
    if (errors.length > 0) throw errors[0];
    return times;
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function follow({ lenses, rounds, patience }) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  // a timer would wait four milliseconds each time
  const turn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
  const link = (lens) =>
    [...document.querySelectorAll(".masthead nav a")].find((a) => a.textContent.trim().toLowerCase() === lens);
  const shown = (lens) => {
    const region = document.querySelector(`#lens.${lens}`);
    return region?.getAttribute("aria-busy") !== "true" && region?.querySelector(".worked-out > :not(.awaited)");
  };
  const times = Object.fromEntries(lenses.map((lens) => [lens, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const lens of lenses) {
      const start = performance.now();
      link(lens).click();
      while (!shown(lens)) {
        if (performance.now() - start > patience) throw new Error(`${lens} is not there in ${patience} ms`);
        await turn();
      }
      // Asking for a place is what makes the browser find all of them now.
      document.body.getBoundingClientRect();
      times[lens].push(performance.now() - start);
      await drawn();
    }
  }
  return times;
}
