# SPDX-License-Identifier: EUPL-1.2
"""Readers and validators of others find nothing wrong with our dossiers."""
import json
import sqlite3
import subprocess
import unittest

import programs
import story


def validator_says(path):
    """Exit code and words of GDAL's validate_gpkg. Debian's python3: another one may lack osgeo, and then says less."""
    result = subprocess.run(["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", str(path)],
                            capture_output=True, encoding="utf-8", check=False)
    return result.returncode, result.stdout + result.stderr


class GeoPackageTest(programs.Doorgang):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dossier = cls.folder / "binnenstad.gpkg"
        cls.kept = story.tell(cls, cls.dossier)
        cls.copy = cls.folder / "kopie.gpkg"
        cls.ctl("copy", cls.dossier, cls.copy)

    def test_the_validator_has_no_complaint(self):
        for path in (self.dossier, self.copy):
            code, words = validator_says(path)
            self.assertEqual(code, 0, words)

    def test_the_validator_would_complain(self):
        broken = self.folder / "broken.gpkg"
        broken.write_bytes(self.dossier.read_bytes())
        with sqlite3.connect(broken) as database:
            database.execute("UPDATE gpkg_geometry_columns SET srs_id = 4326")
        self.assertNotEqual(validator_says(broken)[0], 0)

    def test_sqlite_finds_the_file_whole(self):
        for path in (self.dossier, self.copy):
            self.assertEqual(programs.run("sqlite3", path, "PRAGMA integrity_check").strip(), "ok")
            self.assertEqual(programs.run("sqlite3", path, "PRAGMA foreign_key_check").strip(), "")
            self.assertEqual(programs.run("sqlite3", path, "PRAGMA journal_mode").strip(), "delete")

    def test_our_own_check_agrees(self):
        for path in (self.dossier, self.copy):
            self.ctl("check", path)

    def test_gdal_reads_every_table(self):
        said = programs.run("ogrinfo", "-ro", "-al", "-so", self.dossier)
        self.assertIn("Layer name: finding", said)
        self.assertIn('ID["EPSG",28992]', said)
        self.assertIn(f"Feature Count: {len(self.kept)}", said)

    def test_gdal_reads_the_same_findings_as_we_do(self):
        ours = {row["uuid"]: row["title"] for row in self.findings(self.dossier)}
        text = programs.run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", self.dossier, "finding", "-t_srs", "EPSG:4326")
        theirs = {f["properties"]["uuid"]: f["properties"]["title"] or "" for f in json.loads(text)["features"]}
        self.assertEqual(set(ours), self.kept)
        self.assertEqual(theirs, ours)

    def test_gdal_edits_a_finding_and_the_dossier_stays_valid(self):
        edited = self.folder / "edited.gpkg"
        self.ctl("copy", self.dossier, edited)
        uuid = next(iter(self.kept))
        programs.run("ogrinfo", edited, "-sql", f"UPDATE finding SET title = 'elders' WHERE uuid = '{uuid}'")
        self.assertEqual(validator_says(edited)[0], 0)
        self.assertIn("elders", {row["title"] for row in self.findings(edited)})

    def test_nothing_is_left_beside_the_dossier(self):
        beside = {path.name for path in self.folder.glob("binnenstad*")}
        self.assertEqual(beside, {"binnenstad.gpkg", "binnenstad.media"})


if __name__ == "__main__":
    unittest.main()
