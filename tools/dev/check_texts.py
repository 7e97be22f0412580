# SPDX-License-Identifier: EUPL-1.2
"""Every sentence of the programs has its Dutch translation with the same placeholders, and no translation is left over."""
import pathlib
import re
import subprocess
import tempfile

import po
import tree

PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")
KEYWORDS = ["--keyword", "--keyword=text", "--keyword=tr", "--keyword=text_in:1c,2", "--keyword=tr_in:1c,2"]


MEMBER_CALL = re.compile(r"(\.|->)(text|tr)\(")


def extract_said(root, sources):
    """What is given to text() and tr(). Members of that name are something else, so they are renamed in a copy."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sources:
            copy = pathlib.Path(folder, path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(MEMBER_CALL.sub(r"\1member_\2(", (root / path).read_text(encoding="utf-8")), encoding="utf-8")
        return extract(folder, sources, KEYWORDS)


def extract(root, sources, options):
    """The strings that xgettext finds in `sources`."""
    command = ["xgettext", "--language=C++", "--from-code=UTF-8", "--no-wrap", "--output=-", *options, *map(str, sources)]
    result = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    return po.parse(result.stdout)


def catalogue_faults(root):
    """The translations by key, and what is wrong among them."""
    translations, faults = {}, []
    for path in sorted((root / "assets/texts/nl").glob("*.po")):
        for entry in po.parse(path.read_text(encoding="utf-8")):
            where = f"{path.relative_to(root)}:{entry.line}"
            if not entry.msgstr:
                faults.append(f"{where}: no translation of “{entry.msgid}”")
            if sorted(set(PLACEHOLDER.findall(entry.msgid))) != sorted(set(PLACEHOLDER.findall(entry.msgstr))):
                faults.append(f"{where}: other placeholders than in “{entry.msgid}”")
            earlier = translations.get(entry.key)
            if earlier and earlier[0] != entry.msgstr:
                faults.append(f"{where}: “{entry.msgid}” is translated otherwise in {earlier[1]}")
            translations.setdefault(entry.key, (entry.msgstr, where))
    return translations, faults


def check(root):
    sources = [path for path in tree.files(root)
               if path.suffix in (".cpp", ".hpp") and path.parts[0] in ("geo", "audit", "app", "tools")]
    said = extract_said(root, sources)
    literals = {entry.msgid for entry in extract(root, sources, ["--extract-all"])}
    translations, faults = catalogue_faults(root)
    for entry in said:
        if entry.key not in translations:
            faults.append(f"{entry.reference}: “{entry.msgid}” has no translation in assets/texts/nl")
    for (context, msgid), (_, where) in translations.items():
        if msgid not in literals:
            faults.append(f"{where}: nothing says “{msgid}”")
    return faults


if __name__ == "__main__":
    tree.run(__doc__, check)
