// Keeps the page's own files, so that it opens without a connection. Before this stand VERSION and, each file with the
// SHA-256 of its bytes in base64, FIRST and LATER: what the page needs, and its programs for a reader's own articles and
// what they take away, each of which is kept once a reader has used it.
//
// A version is kept whole or not at all. What other pages of this host keep, and what they ask for, is left alone.
const scope = new URL("./", location);
const OURS = `crossread ${scope.pathname} `;
const CACHE = OURS + VERSION;

const addressOf = (name) => new URL(name === "index.html" ? "./" : name, scope).href;
/** The caches of other versions of this page, oldest first. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

/** A file of this version, fetched whole and found to be the right one. */
async function fetched([name, digest]) {
  const response = await fetch(addressOf(name), { cache: "no-cache" });
  const bytes = await response.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (!response.ok || btoa(String.fromCharCode(...found)) !== digest) throw new Error(`${name} is of another version`);
  // Made anew: where a host has redirected, the browser would not take it for a page.
  return [addressOf(name), new Response(bytes, { headers: response.headers })];
}

/** Keeps files, once all of them are there; what is kept already is not fetched again. */
async function keep(files) {
  const cache = await caches.open(CACHE);
  const known = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(files).filter(([name]) => !known.has(addressOf(name)));
  const all = await Promise.all(missing.map(fetched));
  await Promise.all(all.map(([address, response]) => cache.put(address, response)));
}

/** The program that a file is of: "crossread-panel-…" is of "panel". */
const programOf = (name) => name.split("-")[1];
/** The files of these programs. */
const laterOf = (programs) => Object.fromEntries(Object.entries(LATER).filter(([name]) => programs.includes(programOf(name))));

/** The programs that a reader of an older version has used. */
async function used() {
  const addresses = await Promise.all((await others()).map(async (name) => (await caches.open(name)).keys()));
  return addresses.flat().map(({ url }) => programOf(url.slice(url.lastIndexOf("/") + 1)));
}

async function install() {
  try {
    await keep({ ...FIRST, ...laterOf(await used()) });
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  // The version before stays: a page in another tab may be of it, and need one of its programs yet.
  const older = (await others()).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
  await clients.claim();
}

/** The programs that are being kept. */
const keeping = new Set();

/** Keeps the program that a file is of: whoever only quotes something does without the analysis. The analysis is of no use
 *  without the panel, which may have come before this worker had the page. */
async function keepLater(name) {
  const program = programOf(name);
  if (keeping.has(program)) return;
  keeping.add(program);
  await keep(laterOf(["panel", program])).finally(() => keeping.delete(program));
}

async function answer(event, name) {
  // The page itself only as it is in this version; other names tell which version they are of.
  const where = name === "index.html" ? [CACHE] : [CACHE, ...(await others())];
  for (const cacheName of where) {
    const kept = await caches.match(addressOf(name), { cacheName });
    if (kept) return kept;
  }
  // Without a connection, or without room, they are not kept; the page tells when it misses them.
  if (Object.hasOwn(LATER, name)) event.waitUntil(keepLater(name).catch(() => {}));
  return fetch(event.request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const name = pathname.slice(scope.pathname.length) || "index.html";
  if (name === "index.html" || /^[^/]+\.(css|m?js|shard|wasm)$/.test(name)) event.respondWith(answer(event, name));
});
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  // The reader had one of the programs before this worker had the page: which ones is not known.
  if (event.data === "keep all") event.waitUntil(keep(LATER).catch(() => {}));
});
