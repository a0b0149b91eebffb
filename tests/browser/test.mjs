// Playwright's `test` with the built page served, and with an eye on all that the page says and asks for: a message in
// the console, an error, a breach of the page's policy or a request to anywhere else fails the test.
import { test as base, expect } from "@playwright/test";
import { pathToFileURL } from "node:url";
import { DIST } from "./places.mjs";
import { serve } from "./server.mjs";

export { expect };

const BREACH = "breach of the Content-Security-Policy";

export const test = base.extend({
  /** Whether the page is kept by its service worker, which would answer before the test's own routes. */
  isKept: [false, { option: true }],

  /** The folder to serve. */
  dist: [DIST, { option: true, scope: "worker" }],

  /** The built page on a server of its own. */
  site: [
    async ({ dist }, use) => {
      const site = await serve(dist);
      await use({ ...site, dist });
      await site.close();
    },
    { scope: "worker" },
  ],

  baseURL: ({ site }, use) => use(site.url),

  /** Watches the test's pages; `expect(pattern)` names a message that must come and is no fault, `allow(start)`
   *  the beginning of addresses that are no fault either. */
  watch: [
    async ({ context, site, isKept }, use) => {
      const own = [site.url, pathToFileURL(`${site.dist}/`).href, "data:", "blob:", "about:"];
      const messages = [];
      const expected = [];
      const requests = [];
      context.on("console", (message) => {
        if (["error", "warning", "assert"].includes(message.type())) messages.push(`${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (error) => messages.push(`error: ${error.error()}`));
      context.on("request", (request) => requests.push(request.url()));
      if (!isKept) await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
      await context.addInitScript((breach) => {
        addEventListener("securitypolicyviolation", (event) =>
          console.error(`${breach}: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`),
        );
      }, BREACH);
      await use({ expect: (pattern) => expected.push(pattern), allow: (start) => own.push(start), requests });
      const faults = messages.filter((message) => !expected.some((pattern) => pattern.test(message)));
      expect(faults, "the page's messages").toEqual([]);
      for (const pattern of expected) {
        expect(messages.some((message) => pattern.test(message)), `a message like ${pattern}`).toBe(true);
      }
      const foreign = requests.filter((url) => !own.some((start) => url.startsWith(start)));
      expect(foreign, "requests to elsewhere").toEqual([]);
    },
    { auto: true },
  ],
});

