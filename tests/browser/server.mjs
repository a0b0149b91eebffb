// A static server for a built page, on this machine only: below the root, and below a project's path as GitHub Pages
// has it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

/** The path below which the same page stands once more. */
export const SUB_PATH = "/some/project/";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves a folder; `log`, if given, takes the name and size of every file sent. */
export async function serve(folder, log = () => {}) {
  const server = createServer(async (request, response) => {
    const refuse = (status, why) => response.writeHead(status, { "content-type": "text/plain" }).end(why);
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return refuse(400, "no address");
    }
    const name = normalize(path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) : path.slice(1));
    if (name.startsWith("..") || name.startsWith(sep)) return refuse(404, "not here");
    const file = name === "." || name.endsWith(sep) ? join(name, "index.html") : name;
    try {
      const bytes = await readFile(join(folder, file));
      log(file, bytes);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-length": bytes.length,
        "cache-control": "no-cache",
      });
      response.end(bytes);
    } catch {
      refuse(404, "not here");
    }
  });
  await new Promise((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
