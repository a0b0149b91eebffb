// What a reader loads before a page is ready, as `cargo xtask build` counts it: the page and the files it names.
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** The bytes and number of these files in a folder, each compressed by itself as servers send it. */
export function toReady(folder) {
  const index = readFileSync(join(folder, "index.html"), "utf8");
  const named = readdirSync(folder, { recursive: true })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /\.(js|mjs|css|wasm)$/.test(name) && index.includes(`/${name}`));
  const gzip = ["index.html", ...named].map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return { gzip: gzip.reduce((sum, bytes) => sum + bytes, 0), files: gzip.length };
}
