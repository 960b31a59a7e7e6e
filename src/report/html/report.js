
// The report of one document: filters, the way between text and list, copying, keys. Everything
// that can be read without this script is there without it.
"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const entryOf = (id) => document.getElementById(id);
  let chosen = null;

  const marksOf = (entry) => all(".mark[data-entries]")
    .filter((mark) => mark.dataset.entries.split(" ").includes(entry.id));

  const reveal = (element) => {
    for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };

  const instantly = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 60rem)");
  const behavior = () => (instantly.matches ? "auto" : "smooth");

  // Beside the text the list scrolls on its own, below it with the page.
  const showEntry = (entry) => {
    const list = entry.closest(".entries");
    if (wide.matches) list.scrollTo({ top: entry.offsetTop - 6, behavior: behavior() });
    else entry.scrollIntoView({ behavior: behavior(), block: "start" });
  };

  // Chooses an entry: its words light up, its reasons unfold. `where` is what comes into view.
  const choose = (entry, where) => {
    if (chosen && chosen !== entry) {
      chosen.classList.remove("chosen");
      const old = chosen.querySelector(".reasons");
      if (old && old.dataset.byScript) { old.open = false; delete old.dataset.byScript; }
    }
    all(".mark.chosen").forEach((mark) => mark.classList.remove("chosen"));
    chosen = entry;
    if (!entry) return;
    entry.classList.add("chosen");
    const reasons = entry.querySelector(".reasons");
    if (reasons && !reasons.open) { reasons.open = true; reasons.dataset.byScript = "yes"; }
    const marks = marksOf(entry);
    marks.forEach((mark) => mark.classList.add("chosen"));
    if (where !== "text") showEntry(entry);
    if (where !== "list" && marks.length > 0) {
      reveal(marks[0]);
      marks[0].scrollIntoView({ behavior: behavior(), block: "center" });
    }
  };

  const setUpFilters = (report) => {
    const filters = report.querySelector(".filters");
    if (!filters) return;
    filters.hidden = false;
    const entries = all(".entry", report);
    const shown = filters.querySelector(".shown");
    const apply = () => {
      const severities = all(".chip[aria-pressed=true]", filters).map((chip) => chip.dataset.severity);
      const wanted = Object.fromEntries(all("select", filters).map((s) => [s.dataset.filter, s.value]));
      const fits = (entry) => severities.includes(entry.dataset.severity) &&
        Object.entries(wanted).every(([name, value]) => !value || entry.dataset[name] === value);
      let number = 0;
      for (const entry of entries) {
        entry.hidden = !fits(entry);
        if (!entry.hidden) number += 1;
      }
      for (const mark of all(".mark[data-entries]", report)) {
        mark.classList.toggle("faded", mark.dataset.entries.split(" ").every((id) => entryOf(id).hidden));
      }
      shown.textContent = number === entries.length ? "" : `${number} of ${entries.length} shown`;
    };
    for (const chip of all(".chip", filters)) {
      chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
        apply();
      });
    }
    all("select", filters).forEach((select) => select.addEventListener("change", apply));
    const unfold = filters.querySelector("[data-action=unfold]");
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      all(".reasons", report).forEach((reasons) => { reasons.open = open; delete reasons.dataset.byScript; });
    });
    filters.querySelector("[data-action=keys]").addEventListener("click", showKeys);
  };

  const setUpMarks = (report) => {
    for (const mark of all(".mark[data-entries]", report)) {
      mark.addEventListener("click", (event) => {
        event.preventDefault();
        // Where several say something of the same words, each click goes on to the next.
        const entries = mark.dataset.entries.split(" ").map(entryOf).filter((entry) => !entry.hidden);
        if (entries.length === 0) return;
        const entry = entries[(entries.indexOf(chosen) + 1) % entries.length];
        choose(entry, "list");
        history.replaceState(null, "", `#${entry.id}`);
        if (!wide.matches) entry.focus({ preventScroll: true });
      });
    }
    for (const entry of all(".entry", report)) {
      entry.addEventListener("click", (event) => {
        if (event.target.closest("button, summary, a:not(.head a)")) return;
        if (event.target.closest("a")) event.preventDefault();
        else if (!wide.matches || String(getSelection())) return;  // on a phone only the link jumps
        choose(entry, wide.matches ? "both" : "text");
      });
    }
  };

  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const setUpCopying = () => {
    for (const button of all("button.copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await copyText(button.dataset.text);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
    }
  };

  const keys = document.createElement("dialog");
  keys.setAttribute("aria-label", "Keys");
  keys.innerHTML = "<dl><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>the next, the previous finding</dd>" +
    "<dt><kbd>Enter</kbd></dt><dd>unfold or fold its reasons</dd>" +
    "<dt><kbd>c</kbd></dt><dd>copy its safer wording</dd>" +
    "<dt><kbd>Esc</kbd></dt><dd>choose nothing</dd>" +
    "<dt><kbd>?</kbd></dt><dd>this list</dd></dl><form method=\"dialog\"><button>Close</button></form>";
  const showKeys = () => { if (!keys.open) keys.showModal(); };

  const step = (by) => {
    const entries = all(".entry").filter((entry) => !entry.hidden);
    if (entries.length === 0) return;
    const at = entries.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : entries.length - 1)
      : Math.min(Math.max(at + by, 0), entries.length - 1);
    choose(entries[next], wide.matches ? "both" : "list");
    entries[next].focus({ preventScroll: true });
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") showKeys();
    else if (event.key === "Escape") choose(null);
    else if (!chosen) return;
    else if (event.key === "c") {
      const button = chosen.querySelector("button.copy");
      if (button) button.click();
    } else if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
      const reasons = chosen.querySelector(".reasons");
      reasons.open = !reasons.open;
    } else return;
    event.preventDefault();
  };

  const followAddress = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("entry")) choose(target, wide.matches ? "both" : "list");
  };

  const reports = all(".report");
  if (reports.length === 0) return;
  document.body.append(keys);
  for (const report of reports) {
    setUpFilters(report);
    setUpMarks(report);
  }
  setUpCopying();
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", followAddress);
  followAddress();
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".reasons:not([open]), .region:not([open])");
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
})();
