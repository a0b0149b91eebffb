// Where the tests find the built page, the articles it was built from, and the browser.
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = (name, otherwise) => resolve(here, process.env[name] || otherwise);

/** The built page. */
export const DIST = folder("CROSSREAD_DIST", "../../dist");

/** The articles it was built from. */
export const ARTICLES = folder("CROSSREAD_ARTICLES", "../../seeds");

/** Articles that try to be more than text. */
export const HOSTILE_ARTICLES = resolve(here, "hostile");

/** The page built from them. */
export const HOSTILE_DIST = process.env.CROSSREAD_DIST_HOSTILE && resolve(here, process.env.CROSSREAD_DIST_HOSTILE);

/** The browser's program. */
export function chromium() {
  const path = process.env.CHROMIUM;
  if (!path) {
    throw new Error("CHROMIUM must name the browser's program; `cargo xtask browser` finds one and sets it");
  }
  if (!existsSync(path)) {
    throw new Error(`CHROMIUM is ${path}, and there is no such file`);
  }
  return path;
}

/** The command line, which the build of the page has built. */
export const PROGRAM = folder("CROSSREAD_PROGRAM", "../../target/debug/crossread");
