
// The page about a whole run: sorting and filtering its tables.
"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const valueOf = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
  };

  const sortBy = (table, column, descending) => {
    const body = table.tBodies[0];
    const sign = descending ? -1 : 1;
    const rows = all("tr", body).map((row) => ({ row, value: valueOf(row, column) }));
    rows.sort((a, b) => sign * (typeof a.value === "number" && typeof b.value === "number"
      ? a.value - b.value : String(a.value).localeCompare(String(b.value), "en")));
    body.append(...rows.map(({ row }) => row));
  };

  for (const table of all("table.sortable")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Numbers are looked at from the largest down, words from A on.
        const first = head.classList.contains("figure") ? "descending" : "ascending";
        const other = first === "descending" ? "ascending" : "descending";
        const order = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", order);
        sortBy(table, column, order === "descending");
      });
    });
  }

  const filters = document.querySelector(".documents .filters");
  if (!filters) return;
  filters.hidden = false;
  const rows = all(".documents tbody tr");
  const search = filters.querySelector("input");
  const selects = all("select", filters);
  const shown = filters.querySelector(".shown");
  const apply = () => {
    const words = search.value.toLowerCase();
    let number = 0;
    for (const row of rows) {
      const fits = row.cells[0].textContent.toLowerCase().includes(words) &&
        selects.every((select) => !select.value || row.dataset[select.dataset.filter] === select.value);
      row.hidden = !fits;
      if (fits) number += 1;
    }
    shown.textContent = number === rows.length ? "" : `${number} of ${rows.length} shown`;
  };
  search.addEventListener("input", apply);
  selects.forEach((select) => select.addEventListener("change", apply));
})();
