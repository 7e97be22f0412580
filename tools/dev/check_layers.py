# SPDX-License-Identifier: EUPL-1.2
"""Compares the include lines of the sources with tools/dev/layers.txt."""
import fnmatch
import re
import pathlib

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
OURS = ("geo/", "audit/", "app/", "tools/", "tests/")
SYSTEM = re.compile(r"[a-z_0-9]+|(sys|linux|arpa|netinet)/\w+\.h|"
                    r"(unistd|fcntl|poll|dirent|dlfcn|signal|pthread|pwd|stdlib|stdio|string|errno|time|spawn|malloc|termios)\.h")


class Layers:
    """What layers.txt says."""

    def __init__(self, text):
        self.rooms = {}
        self.foreign = []
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if not line:
                continue
            kind, rest = line.split(None, 1)
            left, right = (part.split() for part in rest.split(":", 1))
            if kind == "room":
                self.rooms[left[0]] = right
            else:
                self.foreign.append((left, [word for word in right if word != "hidden"], "hidden" in right))

    def room_of(self, path):
        """The longest room name that `path` lies in."""
        inside = [room for room in self.rooms if str(path).startswith(room + "/")]
        return max(inside, key=len, default=None)

    def owner_fault(self, room, header):
        for patterns, rooms, _ in self.foreign:
            if any(fnmatch.fnmatchcase(header, pattern) for pattern in patterns):
                return None if matches(room, rooms) else f"<{header}> belongs to {', '.join(rooms)}, not to {room}"
        return f"<{header}> has no line in layers.txt: give the library a room"

    def is_hidden(self, header):
        """True for libraries that a room keeps to itself: its headers for others do not show them."""
        return any(hidden and any(fnmatch.fnmatchcase(header, pattern) for pattern in patterns)
                   for patterns, _, hidden in self.foreign)


def matches(room, patterns):
    return room == "tests" or any(fnmatch.fnmatchcase(room, pattern) for pattern in patterns)


def includes(root):
    """(path, line number, quote, header) of every include line."""
    for path in tree.files(root):
        if path.suffix not in (".cpp", ".hpp"):
            continue
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if found:
                yield path, number, *found.groups()


def fault_of(layers, private, path, quote, header):
    room = layers.room_of(path)
    if room is None:
        return "lies in no room of layers.txt"
    if header.startswith(OURS):
        other = layers.room_of(pathlib.Path(header))
        if other == room or room == "tests":
            return None
        if not other or not (matches(other, layers.rooms[room]) or header in layers.rooms[room]):
            return f"{room} may not include {header}"
        if header in private:
            return f"{header} is for {other} only: it includes {private[header]}"
        return None
    if SYSTEM.fullmatch(header):
        return None
    if quote == '"':
        return f'"{header}" is not written from the source root'
    return layers.owner_fault(room, header)


def check(root):
    layers = Layers((root / "tools/dev/layers.txt").read_text(encoding="utf-8"))
    lines = list(includes(root))
    private = {str(path): header for path, _, _, header in lines if path.suffix == ".hpp" and layers.is_hidden(header)}
    faults = []
    for path, number, quote, header in lines:
        fault = fault_of(layers, private, path, quote, header)
        if fault:
            faults.append(f"{path}:{number}: {fault}")
    return faults


if __name__ == "__main__":
    tree.run(__doc__, check)
