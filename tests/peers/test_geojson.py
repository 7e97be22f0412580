# SPDX-License-Identifier: EUPL-1.2
"""Two validators and our own strict rules pass every GeoJSON that doorgangctl writes."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import unittest

import places
import programs
import story

VALIDATORS = pathlib.Path(os.environ["DOORGANG_VALIDATORS"])

GOOD = {"type": "FeatureCollection", "bbox": [4.49, 52.15, 4.5, 52.16], "features": [{
    "type": "Feature", "id": "a", "properties": {"uuid": "a"}, "geometry": {"type": "Polygon", "coordinates": [
        [[4.49, 52.15], [4.5, 52.15], [4.5, 52.16], [4.49, 52.16], [4.49, 52.15]]]}}]}


def validators_say(*paths):
    return json.loads(programs.run("node", programs.HERE / "validate.mjs", VALIDATORS, *paths))


def our_checker_says(path):
    return programs.run(programs.BIN / "check_geojson", path, ok=(0, 1))


class ValidatorsTest(programs.Doorgang):
    """The validators and our rules see faults, so that their silence means something."""

    def broken(self, change):
        collection = copy.deepcopy(GOOD)
        change(collection)
        path = self.folder / "broken.geojson"
        path.write_text(json.dumps(collection))
        return next(iter(validators_say(path).values())), our_checker_says(path)

    def test_a_sound_file_passes_all(self):
        said, strict = self.broken(lambda collection: None)
        self.assertEqual(said, {"geojsonhint": [], "check-geojson": []})
        self.assertEqual(strict, "")

    def test_a_clockwise_ring_is_seen(self):
        said, _ = self.broken(lambda c: c["features"][0]["geometry"]["coordinates"][0].reverse())
        self.assertTrue(said["geojsonhint"])

    def test_an_open_ring_is_seen(self):
        said, _ = self.broken(lambda c: c["features"][0]["geometry"]["coordinates"][0].pop())
        self.assertTrue(said["check-geojson"])

    def test_our_rules_see_what_the_validators_do_not(self):
        def metres(c): c["features"][0]["geometry"] = {"type": "Point", "coordinates": [93500, 463900]}
        def crs(c): c["crs"] = {"type": "name", "properties": {"name": "EPSG:28992"}}
        def twice(c): c["features"] *= 2
        def box(c): c["bbox"][0] = 4.0
        def decimals(c): c["features"][0]["geometry"] = {"type": "Point", "coordinates": [4.491234567891, 52.15]}
        for fault in (metres, crs, twice, box, decimals):
            with self.subTest(fault.__name__):
                self.assertTrue(self.broken(fault)[1])


class ExportTest(programs.Doorgang):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dossier = cls.folder / "binnenstad.gpkg"
        cls.kept = story.tell(cls, cls.dossier)

    def export(self, name, *options):
        path = self.folder / name
        self.ctl("export", self.dossier, path, *options)
        return path

    def assert_sound(self, path):
        self.assertEqual(validators_say(path), {str(path): {"geojsonhint": [], "check-geojson": []}})
        self.assertEqual(our_checker_says(path), "")

    def test_every_export_is_sound(self):
        for name, options in (("public", ()), ("internal", ("--audience", "internal")), ("some", ("--where", "category:terrace-passage")),
                              ("none", ("--where", "status:verified"))):
            with self.subTest(name):
                self.assert_sound(self.export(name + ".geojson", *options))

    def test_all_findings_are_there(self):
        features = json.loads(self.export("all.geojson").read_text(encoding="utf-8"))["features"]
        self.assertEqual({feature["id"] for feature in features}, self.kept)

    def test_the_public_export_names_nobody(self):
        self.assertNotIn("de Wit", self.export("outside.geojson").read_text(encoding="utf-8"))
        self.assertIn("de Wit", self.export("inside.geojson", "--audience", "internal").read_text(encoding="utf-8"))

    def test_gdal_places_the_findings_where_we_do(self):
        path = self.export("place.geojson")
        ours = {f["id"]: f for f in json.loads(path.read_text(encoding="utf-8"))["features"]}
        text = programs.run("ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "/vsistdout/", self.dossier, "finding")
        for feature in json.loads(text)["features"]:
            mine = list(places.positions(ours[feature["properties"]["uuid"]]["geometry"]))
            theirs = list(places.positions(feature["geometry"]))
            self.assertEqual(len(mine), len(theirs))
            for a, b in zip(places.bounds(mine), places.bounds(theirs)):
                self.assertAlmostEqual(a, b, delta=3e-6, msg="more than a few decimetres apart")


if __name__ == "__main__":
    installed = subprocess.run([programs.HERE / "install.sh", VALIDATORS], check=False).returncode
    if installed != 0:
        sys.exit(installed)
    unittest.main()
