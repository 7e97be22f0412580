# SPDX-License-Identifier: EUPL-1.2
"""The tour in the README works as it stands there."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ["DOORGANG_BIN"])


def tour():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = re.search(r"<!-- tour: begin -->(.*)<!-- tour: end -->", text, re.DOTALL).group(1)
    return "\n".join(re.findall(r"```sh\n(.*?)```", part, re.DOTALL))


class ReadmeTest(unittest.TestCase):
    def test_every_command_of_the_tour_succeeds(self):
        with tempfile.TemporaryDirectory(prefix="doorgang-tour-") as folder:
            # The tour starts in a checkout with a release build; here another build may stand in for it.
            (pathlib.Path(folder) / "build/release").mkdir(parents=True)
            (pathlib.Path(folder) / "build/release/bin").symlink_to(BIN)
            env = os.environ | {"HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "TMPDIR": folder, "LC_ALL": "C.UTF-8"}
            result = subprocess.run(["bash", "-e", "-c", tour() + "\nls"], cwd=folder, env=env, capture_output=True,
                                    encoding="utf-8", check=False)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("Terras bij de Waag", result.stdout)
        for name in ("binnenstad.gpkg", "binnenstad.geojson", "binnenstad.csv"):
            self.assertIn(name, result.stdout.split())


if __name__ == "__main__":
    unittest.main()
