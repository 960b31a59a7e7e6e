// Opens the report of a document and does what an editor does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, schemes, violations, widths } from "./browser.mjs";

const file = "north/detox.md.html";
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const shown = (page, selector) => page.locator(`${selector}:visible`).count();

test("says what was found, and asks the network for nothing", async () => {
  const { page, trouble } = await open(browser, file);
  assert.match(await page.locator("h1").textContent(), /north\/detox\.md$/);
  assert.equal(await page.locator(".verdict").first().textContent(), "✕ block");
  assert.equal(await page.locator(".entry .place").count(), 15);
  assert.deepEqual(trouble, []);
});

test("nothing of the document acts", async () => {
  const { page } = await open(browser, file);
  assert.equal(await page.title(), "north/detox.md: block");
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.locator("script").count(), 1);
});

test("filters by severity, kind and family", async () => {
  const { page } = await open(browser, file);
  await page.getByRole("button", { name: /suggestion/ }).click();
  assert.equal(await shown(page, ".entry.suggestion"), 0);
  assert.ok(await shown(page, ".entry.error") > 0);
  assert.match(await page.locator(".shown").textContent(), /^12 of 15 shown$/);
  assert.equal(await page.locator(".mark.suggestion:not(.faded)").count(), 0);
  await page.getByLabel("Show one family").selectOption("cleansing");
  assert.equal(await shown(page, ".entry"), 1);
  assert.equal(await shown(page, ".place"), 2);
});

test("goes from the words to their entry and back", async () => {
  const { page } = await open(browser, file);
  const mark = page.locator(".copy-text .mark.error").first();
  await mark.click();
  const place = page.locator(".place.chosen");
  assert.equal(await place.count(), 1);
  assert.ok((await mark.getAttribute("data-entries")).split(" ").includes(await place.getAttribute("id")));
  assert.equal(await page.locator(".entry.chosen:has(.place.chosen)").count(), 1);
  await place.locator(".where a").click();
  assert.ok(await page.locator(".mark.chosen").first().isVisible());
});

test("words of several findings lead to each of them in turn", async () => {
  const { page } = await open(browser, file);
  const mark = page.locator('.copy-text .mark[data-entries*=" "]').first();
  await mark.click();
  const first = await page.locator(".place.chosen").getAttribute("id");
  await mark.click();
  assert.notEqual(await page.locator(".place.chosen").getAttribute("id"), first);
});

test("folds what one rule says many times, and says what to change first", async () => {
  const { page } = await open(browser, file);
  const entry = page.locator(".entry.error");
  assert.equal(await entry.count(), 1);
  assert.match(await entry.locator(".head").textContent(), /10 places/);
  assert.equal(await shown(page, ".entry.error .place"), 5);
  const last = page.locator(".copy-text .mark.error").last();
  await last.click();
  assert.ok(await page.locator(".more .place.chosen").isVisible(), "its fold opens");
  assert.match(await page.locator(".place.chosen").textContent(), /Salt flushes toxins/);
});

test("copies the wording, not the advice around it", async () => {
  const { page } = await open(browser, file);
  await page.locator(".entry.error button.copy").first().click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "You may feel rested.");
});

test("is at the command of the keyboard", async () => {
  const { page } = await open(browser, file);
  const numberOf = () => page.locator(".place.chosen .number").textContent();
  await page.keyboard.press("j");
  const first = await numberOf();
  await page.keyboard.press("j");
  assert.notEqual(await numberOf(), first);
  await page.keyboard.press("k");
  assert.equal(await numberOf(), first);
  const reasons = page.locator(".entry.chosen .reasons");
  assert.equal(await reasons.evaluate((details) => details.open), false);
  await page.keyboard.press("Enter");
  assert.equal(await reasons.evaluate((details) => details.open), true);
  await page.keyboard.press("c");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "You may feel rested.");
  await page.keyboard.press("?");
  assert.ok(await page.getByRole("dialog").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".entry.chosen").count(), 0);
});

test("shows dismissed words in the text when their list is opened", async () => {
  const { page } = await open(browser, file);
  const words = page.locator(".mark.dismissed").first();
  const line = () => words.evaluate((element) => getComputedStyle(element).textDecorationLine);
  assert.equal(await line(), "none");
  await page.locator(".dismissals summary").click();
  assert.equal(await line(), "underline");
});

test("reads and links without its script", async () => {
  const { page } = await open(browser, file, { javaScriptEnabled: false });
  assert.equal(await shown(page, ".filters"), 0);
  assert.equal(await shown(page, "button"), 0);
  await page.locator(".copy-text .mark").first().click();
  assert.match(page.url(), /#entry-\d+$/);
  const entry = page.locator(".entry.error").first();
  assert.ok(await entry.getByText("The liver does that.").isVisible());
  await entry.locator(".reasons summary").click();
  assert.ok(await entry.getByText("Doe 2020.").isVisible());
});

test("prints without its tools", async () => {
  const { page } = await open(browser, file);
  await page.emulateMedia({ media: "print" });
  assert.equal(await shown(page, "button"), 0);
});

for (const width of widths) {
  for (const colorScheme of schemes) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async () => {
      const { page } = await open(browser, file, { viewport: { width, height: 900 }, colorScheme });
      await page.locator(".dismissals summary").click();
      await page.keyboard.press("j");
      assert.deepEqual(await violations(page), []);
    });
    test(`nothing sticks out at ${width} px, ${colorScheme}`, async () => {
      const { page } = await open(browser, file, { viewport: { width, height: 900 }, colorScheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
    });
  }
}
