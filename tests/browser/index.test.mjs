// Opens the page about a whole run and does what an analyst does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, schemes, violations, widths } from "./browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const paths = (page) => page.locator(".documents tbody tr:visible th").allTextContents();

test("shows the worst document first, and asks the network for nothing", async () => {
  const { page, trouble } = await open(browser, "index.html");
  assert.match((await paths(page))[0], /north\/detox\.md$/);
  assert.equal((await paths(page)).length, 3);
  assert.deepEqual(trouble, []);
});

test("sorts by a column, and back", async () => {
  const { page } = await open(browser, "index.html");
  const head = page.locator(".documents thead").getByRole("button", { name: "Document" });
  await head.click();
  const up = await paths(page);
  assert.deepEqual(up, [...up].sort());
  await head.click();
  assert.deepEqual(await paths(page), up.reverse());
  assert.equal(await page.locator("th[aria-sort]").first().getAttribute("aria-sort"), "descending");
  await page.locator(".documents thead").getByRole("button", { name: "Warnings" }).click();
  assert.match((await paths(page))[0], /north\/detox\.md$/);
});

test("filters by path, verdict and site", async () => {
  const { page } = await open(browser, "index.html");
  await page.getByLabel("Part of a path").fill("CALM");
  assert.equal((await paths(page)).length, 1);
  await page.getByLabel("Part of a path").fill("");
  await page.getByLabel("Show one verdict").selectOption("pass");
  assert.deepEqual(await paths(page), ["south/calm.txt"]);
  await page.getByLabel("Show one verdict").selectOption("");
  await page.getByLabel("Show one site").selectOption("north");
  assert.deepEqual(await paths(page), ["north/detox.md"]);
  assert.equal(await page.locator(".documents .shown").textContent(), "1 of 3 shown");
});

test("leads to a document and back", async () => {
  const { page } = await open(browser, "index.html");
  await page.locator(".documents").getByRole("link", { name: "north/detox.md" }).click();
  assert.match(page.url(), /north\/detox\.md\.html$/);
  await page.getByRole("link", { name: "All documents" }).click();
  assert.match(page.url(), /index\.html$/);
});

test("groups the same claim over documents", async () => {
  const { page } = await open(browser, "index.html");
  await page.locator(".claims summary").first().click();
  assert.deepEqual(await page.locator(".claims li").first().locator("ul a").allTextContents(),
    ["north/detox.md", "south/plain.html"]);
});

for (const width of widths) {
  for (const colorScheme of schemes) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async () => {
      const { page } = await open(browser, "index.html", { viewport: { width, height: 900 }, colorScheme });
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
    });
  }
}
