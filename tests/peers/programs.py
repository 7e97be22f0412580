# SPDX-License-Identifier: EUPL-1.2
"""Runs doorgangctl and the programs of others on what it writes."""
import json
import os
import pathlib
import struct
import subprocess
import tempfile
import unittest
import zlib

BIN = pathlib.Path(os.environ["DOORGANG_BIN"])
HERE = pathlib.Path(__file__).resolve().parent


def run(*command, env=None, ok=(0,)):
    """Standard output of a program that must end with one of the codes in `ok`."""
    result = subprocess.run([str(word) for word in command], capture_output=True, encoding="utf-8", env=env, check=False)
    if result.returncode not in ok:
        raise AssertionError(f"{' '.join(map(str, command))}\nended with {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def write_png(path, colour):
    """A picture of one pixel; another colour is another file for the dossier."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" + bytes(colour))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


class Doorgang(unittest.TestCase):
    """A folder and a user of the test's own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="doorgang-peers-")))
        cls.env = os.environ | {"HOME": str(cls.folder), "XDG_CONFIG_HOME": str(cls.folder / "config"),
                                "XDG_DATA_HOME": str(cls.folder / "data"), "LC_ALL": "C.UTF-8"}

    @classmethod
    def ctl(cls, *words, ok=(0,)):
        return run(BIN / "doorgangctl", *words, env=cls.env, ok=ok)

    @classmethod
    def record(cls, dossier, *words):
        return cls.ctl("record", dossier, *words).split()[-1]

    @classmethod
    def findings(cls, dossier):
        return json.loads(cls.ctl("list", dossier, "--json"))
