# SPDX-License-Identifier: EUPL-1.2
"""Programs are killed at random moments of their life; whatever they said was done is there, and nothing is half done.

The seed (DOORGANG_KILL_SEED) chooses the moments. Where exactly a moment falls depends on the machine, so a failure names
the command and the delay rather than promising to come back.
"""
import contextlib
import itertools
import json
import os
import pathlib
import random
import re
import signal
import sqlite3
import statistics
import subprocess
import tempfile
import time
import unittest

BIN = pathlib.Path(os.environ["DOORGANG_BIN"])
UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$")
STATE = """SELECT uuid, title, notes, (SELECT count(*) FROM measurement WHERE finding = f.uuid),
    (SELECT count(*) FROM media WHERE finding = f.uuid) FROM finding f"""
RECORD_KILLS, OTHER_KILLS = 120, 16  # programs that were killed alive, in each test


class Killed:
    """What was known of a program when it was killed."""

    def __init__(self, alive, output):
        self.alive, self.output = alive, output

    @property
    def uuid(self):
        """The uuid that was printed in full, or nothing."""
        found = UUID.search(self.output) if self.output.endswith("\n") else None
        return found.group().strip() if found else None


class KillTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="doorgang-kill-")))
        cls.env = os.environ | {"HOME": str(cls.folder), "XDG_CONFIG_HOME": str(cls.folder / "config"),
                                "XDG_DATA_HOME": str(cls.folder / "data"), "LC_ALL": "C.UTF-8"}
        cls.random = random.Random(int(os.environ.get("DOORGANG_KILL_SEED", "1")))
        cls.kills = cls.hits = 0
        cls.places = itertools.count()

    @classmethod
    def tearDownClass(cls):
        print(f"{cls.kills} kills, {cls.hits} of them met a living program")

    def ctl(self, *words):
        command = [BIN / "doorgangctl", *map(str, words)]
        result = subprocess.run(command, env=self.env, capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(result.returncode, 0, f"{words}: {result.stdout}{result.stderr}")
        return result.stdout

    def lifetime(self, command):
        """Seconds that `command(n)` usually lives."""
        def seconds(n):
            start = time.perf_counter()
            self.ctl(*command(f"timing{n}"))
            return time.perf_counter() - start
        return statistics.median(seconds(n) for n in range(3))

    def kill(self, words, life):
        """Starts doorgangctl and kills it somewhere in its life, or just after."""
        delay = self.random.uniform(0, life * 1.15)
        process = subprocess.Popen([BIN / "doorgangctl", *map(str, words)], env=self.env, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay)
        alive = process.poll() is None
        if alive:
            os.killpg(process.pid, signal.SIGKILL)
        output = process.communicate()[0].decode()
        type(self).kills += 1
        type(self).hits += alive
        return Killed(alive, output)

    def kill_alive(self, times, life, prepare):
        """Kills the commands of `prepare(n)` until `times` programs died of it; gives (n, Killed), also of those that were done first."""
        alive = attempts = 0
        while alive < times:
            attempts += 1
            self.assertLess(attempts, 6 * times, "the programs are always done before they can be killed")
            killed = self.kill(prepare(attempts), life)
            alive += killed.alive
            yield attempts, killed

    def new(self, name):
        dossier = self.folder / name
        self.ctl("new", dossier)
        return dossier

    def state(self, dossier):
        """The findings as another program sees them, once ours has opened the dossier."""
        self.ctl("info", dossier)
        with contextlib.closing(sqlite3.connect(dossier.as_uri() + "?mode=ro", uri=True)) as database:
            return {row[0]: dict(zip(("title", "notes", "measurements", "photos"), row[1:])) for row in database.execute(STATE)}

    def recording(self, dossier, title="stoepbord"):
        """Each at a place of its own: one beside another would be recorded with a remark."""
        row, column = divmod(next(self.places), 100)
        return ("record", dossier, "--category", "object-on-footway", "--at", f"{93000 + 20 * column},{463000 + 20 * row}", "--title", title,
                "--measure", "passage-width=1.1m@tape", "--photo", self.photo())

    def photo(self):
        """A small file that begins like a JPEG and is like no other, so that each one is copied in."""
        path = self.folder / "photo.jpg"
        path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + self.random.randbytes(20000) + b"\xff\xd9")
        return path

    def test_every_printed_uuid_is_there(self):
        dossiers = [self.new(f"record{n}.gpkg") for n in range(4)]
        promised = {dossier: set() for dossier in dossiers}
        life = self.lifetime(lambda n: self.recording(dossiers[0], n))
        for n, killed in self.kill_alive(RECORD_KILLS, life, lambda n: self.recording(dossiers[n % 4])):
            if killed.uuid:
                promised[dossiers[n % 4]].add(killed.uuid)
        for dossier in dossiers:
            self.ctl("check", dossier)
            state = self.state(dossier)
            self.assertEqual(promised[dossier] - set(state), set(), "a printed uuid is missing")
            for row in state.values():
                self.assertEqual((row["measurements"], row["photos"]), (1, 1), "a finding is there by half")

    def test_an_edit_is_done_or_not_done(self):
        dossier = self.new("edit.gpkg")
        uuid = self.ctl(*self.recording(dossier)).split()[-1]
        def command(title): return ("edit", dossier, uuid, "--set", f"title={title}", "--set", f"notes={title}")
        life = self.lifetime(command)
        before = self.state(dossier)[uuid]["title"]
        for n, _ in self.kill_alive(OTHER_KILLS, life, lambda n: command(f"titel {n}")):
            after = self.state(dossier)[uuid]
            self.assertIn(after["title"], (before, f"titel {n}"))
            before = after["title"]
            self.assertEqual(after["title"], after["notes"], "an edit is there by half")
        self.ctl("check", dossier)

    def test_undo_takes_back_all_or_nothing(self):
        dossier = self.new("undo.gpkg")
        for _ in range(3):
            self.ctl(*self.recording(dossier))
        life = self.lifetime(lambda _: ("undo", dossier))
        before = {}
        def prepare(_):
            self.ctl(*self.recording(dossier))
            before.clear()
            before.update(self.state(dossier))
            return ("undo", dossier)
        for _ in self.kill_alive(OTHER_KILLS, life, prepare):
            after = self.state(dossier)
            gone = set(before) - set(after)
            self.assertLessEqual(len(gone), 1)
            self.assertEqual({uuid: row for uuid, row in before.items() if uuid not in gone}, after)
        self.ctl("check", dossier)

    def test_a_new_dossier_is_whole_or_not_there(self):
        def command(name): return ("new", self.folder / f"new-{name}.gpkg")
        life = self.lifetime(command)
        for n, _ in self.kill_alive(OTHER_KILLS, life, command):
            dossier = self.folder / f"new-{n}.gpkg"
            if not dossier.exists():
                self.ctl(*command(n))
            self.ctl("check", dossier)

    def test_a_copy_is_whole_or_not_there(self):
        dossier = self.new("origin.gpkg")
        for _ in range(5):
            self.ctl(*self.recording(dossier))
        state = self.state(dossier)
        def command(name): return ("copy", dossier, self.folder / f"copy-{name}.gpkg")
        life = self.lifetime(command)
        for n, _ in self.kill_alive(OTHER_KILLS, life, command):
            if not (self.folder / f"copy-{n}.gpkg").exists():
                self.ctl(*command(n))
            self.ctl("check", self.folder / f"copy-{n}.gpkg")
            self.assertEqual(set(self.state(self.folder / f"copy-{n}.gpkg")), set(state))
        self.assertEqual(self.state(dossier), state)

    def test_edits_of_another_program_are_taken_in_whole_or_not_yet(self):
        dossier = self.new("outside.gpkg")
        uuid = self.ctl(*self.recording(dossier)).split()[-1]
        def command(n):
            with contextlib.closing(sqlite3.connect(dossier)) as other:
                other.executemany("INSERT INTO measurement (finding, quantity, value, unit) VALUES (?, 'x', 1, ?)",
                                  [(uuid, str(n))] * 60)
                other.commit()
            return ("status", dossier, uuid, "open")
        life = self.lifetime(lambda n: self.recording(dossier, n))
        for n, _ in self.kill_alive(OTHER_KILLS, life, command):
            self.ctl("info", dossier)
            with contextlib.closing(sqlite3.connect(dossier.as_uri() + "?mode=ro", uri=True)) as database:
                named, = database.execute("SELECT count(uuid) FROM measurement WHERE unit = ?", (str(n),)).fetchone()
            self.assertIn(named, (0, 60), "taken in by half")
        subprocess.run([BIN / "doorgangctl", "status", dossier, uuid, "solved"], env=self.env, capture_output=True, check=False)
        self.ctl("check", dossier)

    def test_an_export_replaces_the_file_as_a_whole(self):
        dossier = self.new("export.gpkg")
        for _ in range(5):
            self.ctl(*self.recording(dossier))
        out = self.folder / "out.geojson"
        def command(n):
            if n % 2:
                out.unlink(missing_ok=True)
            elif not out.exists():
                self.ctl("export", dossier, out)
            return ("export", dossier, out)
        life = self.lifetime(lambda _: command(0))
        whole = out.read_bytes()
        for n, _ in self.kill_alive(OTHER_KILLS, life, command):
            if n % 2 == 0 or out.exists():
                self.assertEqual(len(json.loads(out.read_bytes())["features"]), 5)
        self.ctl(*command(0))
        self.assertEqual(out.read_bytes(), whole)


if __name__ == "__main__":
    unittest.main()
