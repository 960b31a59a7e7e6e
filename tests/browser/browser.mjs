// What the checks share: a browser that asks the network for nothing, and axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const widths = [390, 1024, 1600];
export const schemes = ["light", "dark"];
export const reports = process.env.CAVEAT_REPORTS;

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// A page of a report. `trouble` collects what the browser complains of and every request but for
// the page itself.
export const open = async (browser, file, options = {}) => {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 }, reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"], ...options,
  });
  const page = await context.newPage();
  const address = pathToFileURL(`${reports}/${file}`).href;
  const trouble = [];
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) trouble.push(`asks for ${request.url()}`);
  });
  await page.goto(address);
  return { page, trouble };
};

// What axe has against the page, a line each. Its own code comes through the debugger, which the
// page's content security policy does not stop.
export const violations = async (page) => {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
