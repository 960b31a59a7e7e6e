"""The standard packs four times more, under other names and about other things. Two ways:

`frequent`: in copy k every word of three letters and more in lexicons, frames, patterns and regexes that the
corpus uses becomes the word of the corpus that stands 7 k places further in the order of frequency,
the 150 most frequent ones left as they are; so the copies meet in the text what the originals meet,
about as often, in patterns of the same shape.

`elsewhere`: these words are coined, so that the copies speak of what the text does not: rules of
another field.

Lexicons and frames of the copies have names of their
own. Cues, sections and built-in checks are not copied: they are no rules that grow in number.
"""
import re
from collections import Counter

import yaml

COPIES = 4  # ten times the rules would pass the limit of two million terms
KEPT = 150
WORD = re.compile(r"[A-Za-z]{3,}")


def word_order(texts):
    counts = Counter(word.lower() for text in texts for word in WORD.findall(text))
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


class Copy:
    def __init__(self, number, order, names, used, way):
        self.number = number
        self.used = used  # lexicons; the others are those of cues and checks
        self.names = names  # of lexicons and frames
        turned = order[KEPT:]
        shift = number * 7
        if way == "frequent":
            self.other = {word: turned[(i + shift) % len(turned)] for i, word in enumerate(turned)}
        else:
            self.other = {word: "qz" + word[::-1] + "bcdf"[number - 1] for word in turned}

    def name(self, name):
        base, dot, form = name.partition(".")
        return f"{base}-x{self.number}{dot}{form}" if base in self.names else name

    def words(self, text):
        """A pattern or a term with other words; names in <…> are those of the copy."""
        pieces = re.split(r"(<[^<>]*>)", text)
        for i, piece in enumerate(pieces):
            if piece.startswith("<") and len(piece) > 2:
                names = piece[1:-1].split("|")
                pieces[i] = "<" + "|".join(map(self.name, names)) + ">"
            elif i % 2 == 0:
                pieces[i] = WORD.sub(lambda word: self.other.get(word[0].lower(), word[0]), piece)
        return "".join(pieces)

    def regex(self, regex):
        pieces = re.split(r"(\\.|\{[^}]*\}|\[[^\]]*\]|\(\?[^)]*\))", regex)
        return "".join(piece if i % 2 else WORD.sub(lambda word: self.other.get(word[0].lower(), word[0]), piece)
                       for i, piece in enumerate(pieces))

    def deep(self, value):
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, list):
            return [self.deep(item) for item in value]
        if isinstance(value, dict):
            return self.part(value) if "use" in value else {key: self.deep(item) for key, item in value.items()}
        return value

    def names_of(self, value):
        return [self.name(name) for name in ([value] if isinstance(value, str) else value)]

    def part(self, part):
        """Of a frame: a pattern, or another frame that it uses."""
        return {"use": self.name(part["use"])} if isinstance(part, dict) else self.words(part)

    def lexicon(self, lexicon):
        # What a copy would remove from its forms is not there any more.
        made = {key: self.deep(value) for key, value in lexicon.items() if key not in ("except", "include")}
        if "include" in lexicon:
            made["include"] = self.names_of(lexicon["include"])
        return made

    def rule(self, rule):
        made = dict(rule)
        if "regexes" in rule:
            made["regexes"] = [self.regex(regex) for regex in rule["regexes"]]
        for key in ("patterns", "except", "satisfied_by", "not_satisfied_by", "not_owed_for",
                    "satisfied_in_parts"):
            if key in made:
                made[key] = self.deep(made[key])
        for key in ("patterns", "except"):
            if key in made.get("owed_for", {}):
                made["owed_for"] = dict(made["owed_for"], **{key: self.deep(made["owed_for"][key])})
        for key in ("target", "frames"):
            if key in made:
                made[key] = self.names_of(made[key])
        return made

    def pack(self, pack):
        made = {key: pack[key] for key in ("version", "language", "description") if key in pack}
        made["pack"] = f"{pack['pack']}-x{self.number}"
        made["lexicons"] = {self.name(name): self.lexicon(lexicon)
                            for name, lexicon in pack.get("lexicons", {}).items() if name in self.used}
        made["frames"] = {self.name(name): [self.part(part) for part in frame]
                          for name, frame in pack.get("frames", {}).items()}
        made = {key: value for key, value in made.items() if value}
        for key in ("rules", "obligations"):
            kept = [self.rule(rule) for rule in pack.get(key, []) if "check" not in rule]
            if kept:
                made[key] = kept
        return made


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from strings(item)


def used_lexicons(packs):
    """Those that a rule, an obligation, a frame or another used lexicon names."""
    lexicons, used = {}, set()
    for pack in packs:
        lexicons.update(pack.get("lexicons", {}))
        parts = [pack.get("frames", {}), *(rule for key in ("rules", "obligations")
                                           for rule in pack.get(key, []) if "check" not in rule)]
        for text in strings(parts):
            used.update(name.split(".")[0] for names in re.findall(r"<([^<>]+)>", text)
                        for name in names.split("|"))
        for rule in pack.get("rules", []):
            target = rule.get("target", [])
            used.update([target] if isinstance(target, str) else target)
    while True:
        texts = [text for name in used & lexicons.keys() for text in strings(lexicons[name])]
        more = {name.split(".")[0] for text in texts for names in re.findall(r"<([^<>]+)>", text)
                for name in names.split("|")}
        for name in used & lexicons.keys():
            include = lexicons[name].get("include", [])
            more.update([include] if isinstance(include, str) else include)
        if more <= used:
            return used
        used |= more


def write(rules_folder, texts, folder, way):
    """Writes the packs and their copies into `folder`; `way`: "frequent" or "elsewhere"."""
    packs = {path.name: yaml.safe_load(path.read_text()) for path in sorted(rules_folder.glob("*.yaml"))}
    names = {name for pack in packs.values() for key in ("lexicons", "frames")
             for name in pack.get(key, {})}
    used = used_lexicons(packs.values())
    order = word_order(texts)
    for file in packs:
        (folder / file).write_text((rules_folder / file).read_text())
    for number in range(1, COPIES + 1):
        copy = Copy(number, order, names, used, way)
        for file, pack in packs.items():
            made = copy.pack(pack)
            if {"rules", "obligations", "lexicons", "frames"} & made.keys():
                (folder / f"x{number}-{file}").write_text(
                    yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100000))
