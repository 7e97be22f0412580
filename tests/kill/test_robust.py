# SPDX-License-Identifier: EUPL-1.2
"""Full disks, write-protected places and several programs at once: nothing is lost, one sentence says what is wrong, and
nothing half written is left."""
import concurrent.futures
import contextlib
import itertools
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import unittest

BIN = pathlib.Path(os.environ["DOORGANG_BIN"])
NOBODY = 65534


class RobustTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="doorgang-robust-")))
        self.folder.chmod(0o755)
        self.env = os.environ | {"HOME": str(self.folder / "home"), "XDG_CONFIG_HOME": str(self.folder / "home/config"),
                                 "XDG_DATA_HOME": str(self.folder / "home/data"), "LC_ALL": "C.UTF-8"}
        self.desk = self.folder / "desk"
        self.desk.mkdir()
        self.dossier = self.desk / "a.gpkg"
        self.places = itertools.count()
        self.photo = self.folder / "photo.jpg"
        self.photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 400)
        self.done("new", self.dossier)

    def start(self, *words, **how):
        return subprocess.run([BIN / "doorgangctl", *map(str, words)], env=self.env, capture_output=True, encoding="utf-8",
                              check=False, **how)

    def done(self, *words, **how):
        result = self.start(*words, **how)
        self.assertEqual(result.returncode, 0, f"{words}: {result.stdout}{result.stderr}")
        return result.stdout

    def recording(self, *more):
        # Each at a place of its own: a second finding on the spot of the first is remarked on.
        return ("record", self.dossier, "--category", "object-on-footway", "--at", f"{93000 + 20 * next(self.places)},463600", *more)

    def uuids(self):
        return [finding["uuid"] for finding in json.loads(self.done("list", self.dossier, "--json"))]

    def assert_one_sentence(self, result, codes=(1, 3)):
        self.assertIn(result.returncode, codes, result.stdout + result.stderr)
        said = [line for line in result.stderr.splitlines() if not line.startswith("  [")]
        self.assertEqual(len(said), 1, result.stderr)
        self.assertIn(".", said[0])

    def beside(self):
        return sorted(path.name for path in self.desk.iterdir())


class SeveralProgramsTest(RobustTest):
    def test_two_recorders_wait_for_each_other(self):
        def record(n):
            return self.done(*self.recording("--title", f"nummer {n}")).split()[-1]
        with concurrent.futures.ThreadPoolExecutor(2) as recorders:
            printed = list(recorders.map(record, range(24)))
        self.assertEqual(sorted(self.uuids()), sorted(printed))
        self.done("check", self.dossier)

    def test_a_writer_waits_for_a_reader(self):
        self.done(*self.recording())
        reader = sqlite3.connect(self.dossier, check_same_thread=False)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM finding").fetchall()
        later = threading.Timer(1.0, reader.close)
        later.start()
        self.done(*self.recording())
        later.join()
        self.assertEqual(len(self.uuids()), 2)

    def test_a_writer_that_waited_in_vain_says_so_and_changed_nothing(self):
        with contextlib.closing(sqlite3.connect(self.dossier)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM finding").fetchall()
            result = self.start(*self.recording("--photo", self.photo))
        self.assert_one_sentence(result, (1,))
        self.assertEqual(self.uuids(), [])
        self.done("check", self.dossier)
        self.assertEqual(list(self.desk.glob("a.media/*")), [])

    def test_reading_goes_on_beside_a_writer(self):
        self.done(*self.recording())
        with contextlib.closing(sqlite3.connect(self.dossier)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("UPDATE measurement SET value = 2")
            self.assertEqual(len(self.uuids()), 1)
            self.done("export", self.dossier, self.folder / "a.geojson")


class FullDiskTest(RobustTest):
    """A limit on the size of files stands in for a full disk: it needs no rights, and can be put at every page."""

    def limited(self, size, *words):
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        # Signals as Python has them: writing beyond the limit is an error then, not the end of the program.
        return self.start(*words, preexec_fn=limit, restore_signals=False)

    def test_recording(self):
        for n in range(3):
            self.done(*self.recording("--title", f"eerder {n}", "--photo", self.photo))
        size = self.dossier.stat().st_size
        refused = 0
        for limit in [100, 4096, 50_000, *range(size - 8192, size + 40_000, 4096)]:
            before = self.uuids()
            photo = self.folder / "other.jpg"
            photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(str(limit), "ascii") * 9000)
            result = self.limited(limit, *self.recording("--title", "lang " * 300, "--photo", photo))
            after = self.uuids()
            if result.returncode == 0:
                self.assertEqual(after, [*before, result.stdout.split()[-1]])
            else:
                refused += 1
                self.assert_one_sentence(result)
                self.assertEqual(after, before)
            self.done("check", self.dossier)
            self.assertEqual(self.beside(), ["a.gpkg", "a.media"])
            self.assertFalse([path for path in (self.desk / "a.media").iterdir() if path.suffix != ".jpg"])
        self.assertGreater(refused, 2)

    def test_exporting(self):
        for n in range(40):
            self.done(*self.recording("--title", f"nummer {n} " * 40))
        whole = self.folder / "whole.geojson"
        self.done("export", self.dossier, whole)
        out = self.desk / "out.geojson"
        for limit in (0, 100, whole.stat().st_size - 1):
            for earlier in (None, whole.read_bytes()):
                out.unlink(missing_ok=True)
                if earlier:
                    out.write_bytes(earlier)
                self.assert_one_sentence(self.limited(limit, "export", self.dossier, out), (1,))
                self.assertEqual(out.read_bytes() if out.exists() else None, earlier)
                self.assertEqual(self.beside(), ["a.gpkg", *(["out.geojson"] if earlier else [])])

    def test_copying_and_making(self):
        self.done(*self.recording("--photo", self.photo))
        size = self.dossier.stat().st_size
        for limit in (100, 60_000, size // 2, size - 1):
            self.assert_one_sentence(self.limited(limit, "copy", self.dossier, self.desk / "b.gpkg"), (1,))
            self.assert_one_sentence(self.limited(limit, "new", self.desk / "c.gpkg"), (1,))
            self.assertEqual(self.beside(), ["a.gpkg", "a.media"])

    def test_taking_in_what_another_program_changed(self):
        self.done(*self.recording("--measure", "passage-width=1.1m"))
        with contextlib.closing(sqlite3.connect(self.dossier)) as other:
            for n in range(200):
                other.execute("INSERT INTO measurement (finding, quantity, value, unit, method) VALUES (?, 'x', ?, 'm', ?)",
                              (self.uuids()[0] if n == 0 else "nobody", n, "y" * 400))
            other.commit()
        size = self.dossier.stat().st_size
        self.assert_one_sentence(self.limited(size, *self.recording()), (1,))
        self.assertEqual(len(self.uuids()), 1)
        # Listing just now had the room for it.
        self.assertTrue(any(entry["outside"] for entry in json.loads(self.done("history", self.dossier, "--json"))))
        self.done(*self.recording())
        self.assertEqual(len(self.uuids()), 2)

    def test_a_disk_that_is_really_full(self):
        script = f"""mount -t tmpfs -o size=700k tmpfs {self.desk} || exit 77
            cp {self.folder}/kept.gpkg {self.desk}/a.gpkg
            dd if=/dev/zero of={self.desk}/filler bs=4k 2>/dev/null
            {BIN}/doorgangctl record {self.dossier} --category object-on-footway --at 93600,463600 2>{self.folder}/said
            echo $? >{self.folder}/code; ls {self.desk} >{self.folder}/left; {BIN}/doorgangctl check {self.dossier}"""
        shutil.copy(self.dossier, self.folder / "kept.gpkg")
        ran = subprocess.run(["unshare", "-rm", "sh", "-c", script], env=self.env, capture_output=True, encoding="utf-8", check=False)
        if not (self.folder / "code").exists():
            self.skipTest("no file system of our own can be mounted here: " + ran.stderr)
        self.assertEqual((self.folder / "code").read_text().strip(), "1")
        self.assertIn("disk is full", (self.folder / "said").read_text())
        self.assertEqual((self.folder / "left").read_text().split(), ["a.gpkg", "filler"])
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)


class WriteProtectedTest(RobustTest):
    def as_somebody(self, *words):
        """Root may write everywhere, so it becomes nobody first."""
        if os.geteuid() != 0:
            return self.start(*words)
        return self.start(*words, user=NOBODY, group=NOBODY, extra_groups=[])

    def protect(self, file_mode, folder_mode):
        uuid = self.done(*self.recording()).split()[-1]
        (self.folder / "home").mkdir(exist_ok=True)
        (self.folder / "home").chmod(0o777)
        self.dossier.chmod(file_mode)
        self.desk.chmod(folder_mode)
        self.addCleanup(self.desk.chmod, 0o755)
        try:
            self.as_somebody("--version")
        except PermissionError:
            self.skipTest("the programs cannot be run by another user here")
        return uuid

    def check_reading_only(self, uuid):
        bytes_before, beside = self.dossier.read_bytes(), self.beside()
        outside = self.folder / "home" / "out.geojson"
        for words in (("info", self.dossier), ("list", self.dossier), ("check", self.dossier), ("history", self.dossier),
                      ("goals", self.dossier), ("layer", "list", self.dossier), ("export", self.dossier, outside),
                      ("copy", self.dossier, self.folder / "home" / "b.gpkg")):
            result = self.as_somebody(*words)
            self.assertEqual(result.returncode, 0, f"{words}: {result.stdout}{result.stderr}")
        for words in (self.recording("--photo", self.photo), ("edit", self.dossier, uuid, "--set", "title=x"),
                      ("status", self.dossier, uuid, "solved"), ("delete", self.dossier, uuid), ("undo", self.dossier),
                      ("layer", "add", self.dossier, outside)):
            self.assert_one_sentence(self.as_somebody(*words))
        self.assertEqual(self.beside(), beside)
        self.assertEqual(self.dossier.read_bytes(), bytes_before)

    def test_a_write_protected_dossier(self):
        self.check_reading_only(self.protect(0o444, 0o777))

    def test_a_write_protected_folder(self):
        self.check_reading_only(self.protect(0o666, 0o555))

    def test_edits_of_another_program_in_a_write_protected_dossier_are_shown(self):
        uuid = self.done(*self.recording("--measure", "passage-width=1.1m")).split()[-1]
        with contextlib.closing(sqlite3.connect(self.dossier)) as other:
            other.execute("UPDATE measurement SET value = 2")
            other.commit()
        self.dossier.chmod(0o444)
        listed = self.as_somebody("list", self.dossier, "--json")
        self.assertEqual(json.loads(listed.stdout)[0]["measurements"][0]["value"], 2)
        self.assertEqual(self.as_somebody("check", self.dossier).returncode, 4)
        self.assert_one_sentence(self.as_somebody("delete", self.dossier, uuid))


if __name__ == "__main__":
    unittest.main()
