// Opens the reports of real copy: no violation of accessibility, nothing that sticks out.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, reports, violations } from "./browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const files = readdirSync(`${reports}/corpus`, { recursive: true })
  .filter((file) => file.endsWith(".html")).sort();
assert.ok(files.length > 20, "the corpus was audited");

for (const file of files) {
  test(file, async () => {
    const { page, trouble } = await open(browser, `corpus/${file}`, { viewport: { width: 390, height: 844 } });
    assert.deepEqual(trouble, []);
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
    await page.context().close();
  });
}
