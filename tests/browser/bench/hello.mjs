// Builds hello/ as the page itself is built, but for Trunk, which adds nothing that a reader loads.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = fileURLToPath(new URL("../hello/", import.meta.url));

const INDEX = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Hello</title>
    <link rel="icon" href="data:," />
    <link rel="modulepreload" href="./hello.js" />
    <link rel="preload" href="./hello_bg.wasm" as="fetch" type="application/wasm" crossorigin />
    <script type="module">
      import start from "./hello.js";
      start({ module_or_path: "./hello_bg.wasm" });
    </script>
  </head>
  <body></body>
</html>
`;

/** Builds it below target/, and returns the folder of the page. */
export function buildHello() {
  const target = join(root, "target", "hello");
  const page = join(target, "page");
  const bindgen = wasmBindgen();
  run("cargo", ["build", "--release", "--locked", "--target", "wasm32-unknown-unknown"], {
    cwd: source,
    env: { ...process.env, CARGO_TARGET_DIR: target },
  });
  mkdirSync(page, { recursive: true });
  const wasm = join(target, "wasm32-unknown-unknown", "release", "hello.wasm");
  run(bindgen, ["--target", "web", "--no-typescript", "--out-dir", page, wasm], { cwd: source });
  writeFileSync(join(page, "index.html"), INDEX);
  return page;
}

/** The tool as `cargo xtask setup` installs it, or as it is on PATH: of the version that the page is built with. */
function wasmBindgen() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const version = /^wasm-bindgen = "=([\d.]+)"$/m.exec(manifest)?.[1];
  if (!version) throw new Error("Cargo.toml does not name the version of wasm-bindgen");
  const name = process.platform === "win32" ? "wasm-bindgen.exe" : "wasm-bindgen";
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...caches().map((cache) => join(cache, `wasm-bindgen-${version}`, "bin", name)),
    ...folders.map((folder) => join(folder, name)),
  ].filter((file) => existsSync(file));
  const isRight = (file) => spawnSync(file, ["--version"], { encoding: "utf8" }).stdout?.includes(` ${version}`);
  const found = candidates.find(isRight);
  if (!found) {
    const wrong = candidates.length > 0 ? ` (${candidates.join(", ")}: other versions)` : "";
    throw new Error(`wasm-bindgen ${version} is not installed${wrong}; \`cargo xtask setup\` installs it`);
  }
  return found;
}

/** The folder that `cargo xtask setup` installs tools in. */
function caches() {
  const { CROSSREAD_TOOLS, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (CROSSREAD_TOOLS) return [resolve(root, CROSSREAD_TOOLS)];
  const own = { win32: LOCALAPPDATA, darwin: join(homedir(), "Library", "Caches") }[process.platform];
  const system = own ?? (XDG_CACHE_HOME || join(homedir(), ".cache"));
  return [join(system, "crossread", "tools")];
}

function run(program, args, options) {
  const { error, status, signal } = spawnSync(program, args, { stdio: "inherit", ...options });
  if (error) throw new Error(`${program} could not be run`, { cause: error });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status ?? signal}`);
}
