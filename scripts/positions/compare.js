// Compares where Caveat says that words come from with the positions of two other parsers.
//
//   npm ci
//   cmake --build build/release --target caveat_positions
//   node compare.js ../../build/release/tests/caveat_positions ../../corpus
//
// The first argument is the program built from tests/positions/dump.cc; a path may be a folder. For each text
// node of parse5 (HTML) and mdast (Markdown), Caveat's segments inside the node's range must spell
// the node's text, white space apart, and no segment may stick out of the range. Nodes that Caveat
// leaves out on purpose are counted by reason. Exit code 1 where a node differs.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { parse, parseFragment } from "parse5";

// White space as a reader sees it. No-break spaces and list signs at the edges are layout to Caveat.
const collapse = (text) =>
  text.replace(/[ \t\n\r\f]+/g, " ").replace(/^[ \u00A0]*[•✓✔►▶▪●◦‣➤➔✅☑❖]?\uFE0F?[ \u00A0]+|[ \u00A0]+$/g, "");

// Elements whose content is no prose, or is read from elsewhere.
const left_out = new Set(["script", "style", "template", "iframe", "noembed", "noframes"]);

function html_nodes(text) {
  const nodes = [];
  const open = [parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false })];
  while (open.length > 0) {
    const node = open.pop();
    if (node.nodeName === "#text") {
      const place = node.sourceCodeLocation;
      if (place) {
        const slice = text.slice(place.startOffset, place.endOffset);
        const raw = ["title", "textarea", "xmp", "plaintext"].includes(node.parentNode.nodeName);
        nodes.push({
          begin: place.startOffset,
          end: place.endOffset,
          value: node.value,
          kind: "text",
          // Foster-parented pieces are joined, and their range covers what lies between them.
          spans_markup: !raw && /<[a-z/!?]/i.test(slice),
          // After white space that it drops (at the start of <pre> or of the page), parse5 begins
          // the text inside its first reference.
          misplaced: /&[#\w]{0,31}$/.test(
            text.slice(Math.max(0, place.startOffset - 33), place.startOffset)),
        });
      }
    }
    if (left_out.has(node.nodeName)) continue;
    for (const child of node.childNodes ?? []) open.push(child);
  }
  return nodes;
}

function without_front_matter(text) {
  const match = /^(?:---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)|\+\+\+[ \t]*\r?\n[\s\S]*?\r?\n\+\+\+[ \t]*(?:\r?\n|$))/.exec(text);
  if (!match) return { text, end: 0 };
  return { text: match[0].replace(/[^\r\n]/g, " ") + text.slice(match[0].length), end: match[0].length };
}

function markdown_nodes(text) {
  const tree = fromMarkdown(without_front_matter(text).text, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmAutolinkLiteral()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
  const nodes = [];
  const open = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (node.type === "text" || node.type === "inlineCode" || node.type === "image") {
      const value = node.type === "image" ? node.alt ?? "" : node.value;
      const place = node.position;
      const begin = place?.start.offset, end = place?.end.offset;
      if (begin !== undefined) {
        nodes.push({ begin, end, value, title: node.title ?? "", kind: node.type, spans_markup: false });
      } else {
        nodes.push({ begin: 0, end: 0, value, kind: "without a position", spans_markup: true });
      }
    }
    if (node.type === "image") continue;
    for (const child of node.children ?? []) open.push(child);
  }
  return nodes;
}

// Byte offsets of UTF-16 offsets.
function byte_offsets(text) {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let i = 0; i < text.length; ++i) {
    offsets[i] = bytes;
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) bytes += 4;
    else if (unit >= 0xdc00 && unit < 0xe000) bytes += 0;
    else bytes += 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}

function first_ending_after(ranges, at) {
  let low = 0, high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle][1] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// What Caveat has in the bytes [begin, end).
function prose_between(segments, begin, end) {
  const parts = [];
  for (let i = first_ending_after(segments, begin); i < segments.length; ++i) {
    const [from, to, copied, text] = segments[i];
    if (from >= end) break;
    if (from >= begin && to <= end) {
      parts.push(Buffer.from(text));
    } else if (copied) {
      const low = Math.max(begin, from), high = Math.min(end, to);
      parts.push(Buffer.from(text).subarray(low - from, high - from));
    } else if (!/^\s*$/.test(text)) {
      return null;  // a replacement sticks out of the node
    }
  }
  return Buffer.concat(parts).toString("utf8");
}

function skip_reason(skipped, begin, end) {
  for (let i = first_ending_after(skipped, begin); i < skipped.length; ++i) {
    const [from, , reason] = skipped[i];
    if (from >= end) break;
    if (reason !== "markup" && reason !== "whitespace" && reason !== "url") return reason;
  }
  return null;
}

// A replacement must stand for what its source says.
function check_references(segments, bytes, report) {
  for (const [from, to, copied, text] of segments) {
    const source = bytes.subarray(from, to).toString("utf8");
    if (copied || !source.startsWith("&")) continue;
    const decoded = parseFragment(source).childNodes.map((node) => node.value ?? "").join("");
    report.references += 1;
    if (collapse(decoded) !== collapse(text)) {
      report.exceptions.push({ kind: "reference", expected: decoded, found: text, source });
    }
  }
}

function compare(dump, report) {
  const bytes = readFileSync(dump.path);
  let text = bytes.toString("utf8");
  const bom = text.startsWith("\uFEFF") ? 3 : 0;
  if (bom) text = text.slice(1);
  if (dump.encoding !== "utf-8" || text.includes("\uFFFD") || text.includes("\0")) {
    report.other_encodings += 1;
    return;
  }
  const nodes = dump.format === "html" ? html_nodes(text) : markdown_nodes(text);
  const offsets = byte_offsets(text);
  const segments = dump.segments.sort((a, b) => a[0] - b[0]);
  check_references(segments, bytes, report);
  for (const node of nodes) {
    const expected = collapse(node.value);
    if (/^[\s\u00A0]*$/.test(node.value)) continue;  // an empty line, to an editor
    report.nodes += 1;
    if (node.spans_markup || node.misplaced) {
      report[node.misplaced ? "misplaced_by_parse5" : "spans_markup"] += 1;
      continue;
    }
    const begin = offsets[node.begin] + bom, end = offsets[node.end] + bom;
    const found = prose_between(segments, begin, end);
    const same = found !== null && (collapse(found) === expected ||
      (node.title && collapse(found.replace(/\n/g, "")) === collapse(expected + node.title)));
    if (same) {
      report.exact += 1;
      continue;
    }
    const reason = skip_reason(dump.skipped, begin, end);
    if (reason) {
      report.left_out[reason] = (report.left_out[reason] ?? 0) + 1;
      continue;
    }
    report.exceptions.push({ path: dump.path, kind: node.kind, begin, end, expected, found });
  }
}

function documents(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((name) => [".html", ".htm", ".md"].includes(extname(name)))
    .sort();
}

const [program, ...paths] = process.argv.slice(2);
if (!program || paths.length === 0) {
  console.error("usage: node compare.js DUMP PATH...");
  process.exit(2);
}
const reports = {};
const files = paths.flatMap(documents);
for (let i = 0; i < files.length; i += 50) {
  const lines = execFileSync(program, files.slice(i, i + 50), { maxBuffer: 1 << 30 });
  for (const line of lines.toString("utf8").split("\n")) {
    if (line === "") continue;
    const dump = JSON.parse(line);
    const report = (reports[dump.format] ??= {
      documents: 0, nodes: 0, exact: 0, references: 0, spans_markup: 0, misplaced_by_parse5: 0, other_encodings: 0,
      left_out: {}, exceptions: [],
    });
    report.documents += 1;
    compare(dump, report);
  }
}
let failed = false;
for (const [format, report] of Object.entries(reports)) {
  const { exceptions, ...counts } = report;
  console.log(format, JSON.stringify(counts));
  console.log(`  exact: ${report.exact} of ${report.exact + exceptions.length} compared`);
  for (const exception of exceptions.slice(0, 20)) console.log("  differs:", JSON.stringify(exception));
  if (exceptions.length > 20) console.log(`  … and ${exceptions.length - 20} more`);
  failed ||= exceptions.length > 0;
}
process.exit(failed ? 1 : 0);
