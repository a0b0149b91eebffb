// How the browser tests run: the built page, in the Chromium that CHROMIUM names, with nothing asked of the network.
import { defineConfig } from "@playwright/test";
import { chromium } from "./places.mjs";

/** What keeps the browser quiet and to this machine. */
export const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "test-results",
  reporter: "list",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A loaded machine may miss a deadline once; what passes only the second time is listed as flaky.
  retries: 1,
  // Generous: a busy machine is no fault of the page.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: chromium(), args: QUIET },
  },
});
