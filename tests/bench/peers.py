"""Caveat beside other linters of prose: the same 70 rules over the same Markdown files.

A rule is a verb, up to four words, and a noun, in all their forms. Caveat reads the rules as a pack
of an analyst (--rules, nothing embedded), Vale as a style of `existence` rules, textlint as one rule
of 70 regular expressions. Peers that are not there are left out:

    GOBIN=DIR go install github.com/vale-cli/vale/v3/cmd/vale@latest
    npm install --prefix DIR textlint

and DIR is named with --peers DIR.
"""
import json
import shutil
from pathlib import Path

VERBS = ("relieve", "ease", "reduce", "improve", "boost", "treat", "prevent", "restore", "soothe",
         "release")
NOUNS = ("pain", "stress", "toxin", "circulation", "muscle", "headache", "tension")
MOST_BETWEEN = 4


def verb_forms(verb):
    stem = verb[:-1] if verb.endswith("e") else verb
    return [verb, verb + "s", stem + "ed", stem + "ing"]


def rules():
    """(name, forms of the verb, forms of the noun) of every rule."""
    for verb in VERBS:
        for noun in NOUNS:
            yield f"{verb}-{noun}", verb_forms(verb), [noun, noun + "s"]


def write_pack(folder):
    lexicons, entries = [], []
    for word, forms in [(verb, verb_forms(verb)) for verb in VERBS] + [(n, [n, n + "s"]) for n in NOUNS]:
        lexicons.append(f"  {word}: {{words: [{', '.join(forms)}]}}")
    for name, _, _ in rules():
        verb, noun = name.split("-")
        entries.append(f"""\
  - id: {name}
    family: peers
    severity: warning
    message: Says that it {verb}s {noun}s.
    why: For a measurement.
    suggestion: Leave it out.
    patterns: ["<{verb}> ..{MOST_BETWEEN} <{noun}>"]
    evidence: {{verdict: not-reviewed, note: For a measurement.}}
    examples: {{flag: ["We [[{verb} {noun}]]."], pass: ["We rest."]}}""")
    path = folder / "peers.yaml"
    path.write_text("\n".join(["pack: peers", "version: 1.0.0", "language: en",
                               "description: Rules of the kind verb, gap, noun", "lexicons:"]
                              + lexicons + ["rules:"] + entries) + "\n")
    return path


def write_style(folder):
    style = folder / "styles" / "Peers"
    style.mkdir(parents=True)
    for name, verb, noun in rules():
        pattern = f"(?:{'|'.join(verb)})(?:\\W+\\w+){{0,{MOST_BETWEEN}}}\\W+(?:{'|'.join(noun)})"
        (style / f"{name}.yml").write_text(
            f"extends: existence\nmessage: \"Claim: '%s'\"\nlevel: warning\nignorecase: true\n"
            f"tokens:\n  - '{pattern}'\n")
    configuration = folder / "vale.ini"
    configuration.write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Peers\n")
    return configuration


def write_textlint_rule(folder):
    rules_folder = folder / "textlint-rules"
    rules_folder.mkdir()
    patterns = [f"\\b(?:{'|'.join(verb)})(?:\\W+\\w+){{0,{MOST_BETWEEN}}}\\W+(?:{'|'.join(noun)})\\b"
                for _, verb, noun in rules()]
    (rules_folder / "peers.js").write_text(f"""\
const patterns = {json.dumps(patterns)}.map((pattern) => new RegExp(pattern, "gi"));
module.exports = (context) => ({{
  [context.Syntax.Paragraph](node) {{
    const text = context.getSource(node);
    for (const pattern of patterns) {{
      for (const match of text.matchAll(pattern)) {{
        context.report(node, new context.RuleError("Claim: " + match[0], {{ index: match.index }}));
      }}
    }}
  }},
}});
""")
    return rules_folder


def commands(program, peers, folder, files):
    """(name, command) for Caveat and for every peer that is there, each of which writes JSON."""
    pack = write_pack(folder)
    yield "caveat", [program, "audit", "--no-config", "--rules", str(pack), "--format", "json",
                     "--fail-on", "never", "--jobs", "1", str(files)]
    vale = peers / "vale"
    if vale.exists():
        yield "vale", [str(vale), "--config", str(write_style(folder)), "--output=JSON", "--no-exit",
                       str(files)]
    textlint = peers / "node_modules" / ".bin" / "textlint"
    if textlint.exists() and shutil.which("node"):
        paths = sorted(map(str, Path(files).glob("*.md")))
        yield "textlint", [str(textlint), "--rulesdir", str(write_textlint_rule(folder)), "--format",
                           "json", *paths]
