# SPDX-License-Identifier: EUPL-1.2
"""What real QGIS changes in a dossier is taken in. Skipped where python3-qgis is not installed: it is large."""
import json
import subprocess
import sys
import unittest

import programs


def qgis(*words):
    command = ["/usr/bin/python3", programs.HERE / "qgis_edits.py", *words]
    result = subprocess.run([str(word) for word in command], capture_output=True, encoding="utf-8", check=False)
    if result.returncode != 0:
        raise AssertionError(f"QGIS ended with {result.returncode}\n{result.stdout}{result.stderr}")


class QgisTest(programs.Doorgang):
    def setUp(self):
        self.dossier = self.folder / f"{self.id().rsplit('.', maxsplit=1)[-1]}.gpkg"
        self.ctl("new", self.dossier)
        self.uuid = self.record(self.dossier, "--category", "terrace-passage", "--at", "93500,463900", "--title", "Van ons",
                                "--measure", "passage-width=1.32m±0.01@tape")

    def taken_in(self, *edits):
        """The entries of the journal, by table, that QGIS's edits became."""
        qgis(self.dossier, *edits)
        self.ctl("check", self.dossier, ok=(4,))
        self.record(self.dossier, "--category", "object-on-footway", "--at", "93650,463900", "--title", "Daarna", ok=(4,))
        self.ctl("check", self.dossier)
        self.assertEqual([path.name for path in self.folder.glob(self.dossier.name + "-*")], [], "left beside the dossier")
        return [entry for entry in json.loads(self.ctl("history", self.dossier, "--json")) if entry["outside"]]

    def record(self, dossier, *words, ok=(0,)):
        return self.ctl("record", dossier, *words, ok=ok).split()[-1]

    def by_title(self):
        return {row["title"]: row for row in self.findings(self.dossier)}

    def test_attributes(self):
        entries = self.taken_in("attributes")
        self.assertEqual([(e["table"], e["row"], sorted(e["changes"])) for e in entries],
                         [("finding", self.uuid, ["status", "title"])])
        self.assertEqual(self.by_title()["Uit QGIS"]["status"], "in-progress")

    def test_place(self):
        entries = self.taken_in("place")
        self.assertEqual([sorted(e["changes"]) for e in entries], [["geom"]])

    def test_a_new_finding_gets_a_uuid(self):
        self.taken_in("add")
        found = self.by_title()["Nieuw uit QGIS"]
        self.assertRegex(found["uuid"], r"^[0-9a-f-]{36}$")

    def test_a_pasted_finding_gets_a_uuid_of_its_own(self):
        entries = self.taken_in("copy")
        self.assertEqual(len(entries), 1)
        rows = [row for row in self.findings(self.dossier) if row["title"] == "Van ons"]
        self.assertEqual(sorted(len(row["measurements"]) for row in rows), [0, 1])
        self.assertEqual(next(row for row in rows if row["measurements"])["uuid"], self.uuid)

    def test_everything_at_once_is_one_step_and_can_be_taken_back(self):
        before = self.findings(self.dossier)
        self.taken_in("attributes", "place", "add", "copy", "delete")
        self.ctl("undo", self.dossier)
        self.ctl("undo", self.dossier)
        after = self.findings(self.dossier)
        for row in before + after:
            del row["changed"]
        self.assertEqual(after, before)
        self.ctl("check", self.dossier)


if __name__ == "__main__":
    if subprocess.run(["/usr/bin/python3", "-c", "import qgis.core"], capture_output=True, check=False).returncode != 0:
        print("skipped: python3-qgis is not installed")
        sys.exit(77)
    unittest.main()
