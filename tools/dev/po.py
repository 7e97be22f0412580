# SPDX-License-Identifier: EUPL-1.2
"""Reads gettext catalogues: as much of the format as ours use (no plurals, no obsolete entries)."""
import ast
import re
import dataclasses

LINE = re.compile(r'^(?:(msgctxt|msgid|msgstr)\s+)?(".*")\s*$')
REFERENCE = re.compile(r"^#: (.*)$")


@dataclasses.dataclass
class Entry:
    msgctxt: str = ""
    msgid: str = ""
    msgstr: str = ""
    line: int = 0
    reference: str = ""

    @property
    def key(self):
        return (self.msgctxt, self.msgid)


def parse(text):
    """The entries of a catalogue, without its header."""
    entries, current, field, reference = [], None, None, ""
    for number, line in enumerate(text.splitlines(), 1):
        if REFERENCE.match(line):
            reference = REFERENCE.match(line).group(1)
        found = LINE.match(line)
        if not found:
            continue
        word, value = found.groups()
        if word and (word == "msgctxt" or (word == "msgid" and field != "msgctxt")):
            current = Entry(line=number, reference=reference)
            entries.append(current)
            reference = ""
        field = word or field
        setattr(current, field, getattr(current, field) + ast.literal_eval(value))
    return [entry for entry in entries if entry.msgid]
