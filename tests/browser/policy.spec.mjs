// The page's Content-Security-Policy: it is there, it is strict, and the browser keeps it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open } from "./explorer.mjs";
import { expect, test } from "./test.mjs";

const FILES = ["index.html", "crossread.html"];

const policyOf = async (page) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  return new Map(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
};

for (const file of FILES) {
  test.describe(file, () => {
    const address = (site) => {
      const path = join(site.dist, file);
      expect(existsSync(path), `dist/${file}, which \`cargo xtask build\` writes`).toBe(true);
      return file === "index.html" ? site.url : pathToFileURL(path).href;
    };

    test("the policy allows the page's own, and nothing else", async ({ page, site }) => {
      await open(page, address(site));
      const policy = await policyOf(page);
      expect(policy.get("default-src")).toEqual(["'none'"]);
      expect(policy.get("base-uri")).toEqual(["'none'"]);
      expect(policy.get("form-action")).toEqual(["'none'"]);
      // A worker from a blob inherits this policy; one from an address would have none.
      // Only the service worker has one, which the page that is one file does without.
      expect(policy.get("worker-src")).toEqual(file === "index.html" ? ["blob:", "'self'"] : ["blob:"]);
      policy.delete("worker-src");
      const values = [...policy.values()].flat();
      for (const loose of ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "blob:"]) expect(values).not.toContain(loose);
      expect(policy.get("script-src")).not.toContain("data:");
      expect(policy.get("script-src")).toContain("'wasm-unsafe-eval'");
      if (file !== "index.html") expect(values).not.toContain("'self'");
    });

    test("the policy stands before all that it governs", async ({ site }) => {
      address(site);
      const text = readFileSync(join(site.dist, file), "utf8");
      const at = (what) => text.search(what);
      const policy = at(/<meta[^>]*http-equiv="?Content-Security-Policy/i);
      expect(policy).toBeGreaterThan(0);
      for (const what of [/<script/i, /<style/i, /<link/i]) {
        const place = at(what);
        if (place >= 0) expect(policy).toBeLessThan(place);
      }
    });

    test("every script that stands in the page is known by its hash", async ({ page, site }) => {
      await open(page, address(site));
      const text = readFileSync(join(site.dist, file), "utf8").replace(/\r\n?/g, "\n");
      const scripts = [...text.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*octet-stream)[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script);
      expect(scripts.length).toBeGreaterThan(0);
      const allowed = (await policyOf(page)).get("script-src");
      for (const script of scripts) expect(allowed).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    });

    test("what an attacker would add does not run, and asks for nothing", async ({ page, site, watch }) => {
      watch.expect(/Content-Security-Policy|Content Security Policy/);
      // The browser tells of the requests that it then refuses.
      watch.allow("https://elsewhere.invalid/");
      const refused = [];
      page.on("requestfailed", (request) => refused.push(request.failure().errorText));
      await open(page, address(site));
      const ran = await page.evaluate(async () => {
        globalThis.ran = [];
        const script = document.createElement("script");
        script.textContent = "globalThis.ran.push('script')";
        document.body.append(script);
        const holder = document.createElement("div");
        holder.innerHTML = '<img src="https://elsewhere.invalid/x.png" onerror="globalThis.ran.push(\'image\')">';
        document.body.append(holder);
        const asked = await fetch("https://elsewhere.invalid/").then(() => "asked", () => "refused");
        await new Promise((done) => setTimeout(done, 200));
        return [...globalThis.ran, asked];
      });
      expect(ran).toEqual(["refused"]);
      await expect.poll(() => refused.length).toBeGreaterThan(0);
      expect(new Set(refused)).toEqual(new Set(["csp"]));
    });
  });
}
