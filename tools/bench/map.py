#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""How fast a city is on the map, beside what else is there, in one run: the plain reading of the same file by GDAL, and
QGIS drawing the same views. Prints JSON; the ratios are what counts, the times depend on the machine.

usage: tools/bench/map.py FILE.gpkg [--at X,Y] [--rounds 3] [--dossier DOSSIER]
--at: middle of the near views in the file's coordinates; the middle of its extent when not given
--dossier: moves over this one, its layers and its findings, as well; doorgangctl demo --size metro --findings 100000
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "build/release/bin/doorgang"
WIDTHS_M = (20000, 5000, 1000, 250)
CLICKED_M = (5000, 1000)
# Limits, where there is no other program to be compared with.
LIMITS_MS = {"second_picture_ms": 500, "frame_p99_ms": 16.7, "frame_longest_ms": 50, "click_p99_ms": 5}
SIZE = (1600, 1000)
PYTHON = "/usr/bin/python3"  # Debian's: the one its GDAL and QGIS packages belong to

READ = """
import sys
from osgeo import gdal
data = gdal.OpenEx(sys.argv[1], gdal.OF_VECTOR)
for i in range(data.GetLayerCount()):
    stream = data.GetLayer(i).GetArrowStream(["INCLUDE_FID=YES"])
    while stream.GetNextRecordBatch():
        pass
"""

QGIS = """
import json, resource, sys, time
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
path, views, size = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
app = QgsApplication([], False)
app.initQgis()
start = time.monotonic()
from osgeo import ogr
data = ogr.Open(path)
names = [data.GetLayer(i).GetName() for i in range(data.GetLayerCount())]
data = None
layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names]
said = {"open_ms": (time.monotonic() - start) * 1000, "settles": {}}
whole = QgsRectangle()
for layer in layers:
    whole.combineExtentWith(layer.extent())
for name, x, y, width in views:
    box = whole
    if width:
        height = width * size[1] / size[0]
        box = QgsRectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(*size))
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(box)
    start = time.monotonic()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    said["settles"][name] = (time.monotonic() - start) * 1000
said["peak_rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(said))
"""


def run(words, **options):
    return subprocess.run(words, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)


def middle_of(path):
    text = run(["ogrinfo", "-ro", "-so", "-al", path]).stdout
    numbers = []
    for line in text.splitlines():
        if line.startswith("Extent: ("):
            numbers.append([float(n) for n in line[9:-1].replace(") - (", ", ").split(",")])
    low_x, low_y = min(n[0] for n in numbers), min(n[1] for n in numbers)
    high_x, high_y = max(n[2] for n in numbers), max(n[3] for n in numbers)
    return (low_x + high_x) / 2, (low_y + high_y) / 2


def read_ms(path):
    start = time.monotonic()
    run([PYTHON, "-c", READ, path])
    whole = time.monotonic() - start
    start = time.monotonic()
    run([PYTHON, "-c", "from osgeo import gdal"])
    return (whole - (time.monotonic() - start)) * 1000


def home(folder):
    """An own one, so that nothing of the program is there from before; of the graphics driver everything is, as on every
    day but the first."""
    return dict(os.environ, HOME=str(folder), XDG_DATA_HOME=str(folder / "data"), XDG_CONFIG_HOME=str(folder / "config"),
                XDG_CACHE_HOME=str(folder / "cache"),
                MESA_SHADER_CACHE_DIR=str(pathlib.Path(tempfile.gettempdir()) / f"doorgang-bench-shaders-{os.getuid()}"))


def picture_ms(path, folder):
    """From the start of the program until the whole picture is written."""
    start = time.monotonic()
    run([PROGRAM, path, "--headless", "--size", "x".join(map(str, SIZE)), "--shot", folder / "all.png"], env=home(folder))
    return (time.monotonic() - start) * 1000


def clicks(x, y, width):
    """All over the view."""
    steps = []
    for row in range(8):
        for column in range(8):
            steps.append(f"map {x + width * (column / 8 - 0.4)} {y + width * (row / 14 - 0.25)}")
    return steps


# As people move: across, in, across, out.
MOVES = ["key escape", "fit", "settle", "pan 600 300 60", "zoom 8 60", "pan 600 300 60", "zoom 8 60", "pan 800 400 60",
         "zoom 0.05 90"]


def frames_of(said):
    frames = sorted(said["frames"])
    return {"frame_p50_ms": statistics.median(frames), "frame_p99_ms": frames[int(len(frames) * 0.99)],
            "frame_longest_ms": frames[-1], "frames_over_50_ms": sum(f > 50 for f in frames), "frames": len(frames)}


def scripted(opened, steps, folder):
    """What the program said of a run of these steps."""
    script, timings = folder / "steps.txt", folder / "timings.json"
    script.write_text("\n".join(steps + ["quit"]) + "\n")
    run([PROGRAM, *opened, "--headless", "--script", script, "--timings", timings, "--size", "x".join(map(str, SIZE))],
        env=home(folder))
    return json.loads(timings.read_text())


def over_findings(dossier, x, y, folder):
    folder.mkdir()
    return frames_of(scripted([dossier], ["settle", f"view {x} {y} {WIDTHS_M[0]}", "settle"] + MOVES, folder))


def ours(path, views, folder):
    folder.mkdir()
    steps = ["settle"]
    for _, x, y, width in views:
        steps += ["fit" if not width else f"view {x} {y} {width}", "settle"]
    for width in CLICKED_M:
        steps += [f"view {views[0][1]} {views[0][2]} {width}", "settle"] + clicks(views[0][1], views[0][2], width)
    said = scripted([path], steps + MOVES, folder)
    clicked = sorted(said["clicks"])
    settles = [s["ms"] for s in said["settles"]]
    return {"opened_ms": settles[0], "settles": dict(zip((name for name, *_ in views), settles[1:])), **frames_of(said),
            "click_p99_ms": clicked[int(len(clicked) * 0.99)], "clicks": len(clicked),
            "peak_rss_mb": said["peak_rss_mb"], "features": said["features"], "vertices": said["vertices"]}


def empty_window_mb(folder):
    return scripted([], ["settle"], folder)["peak_rss_mb"]


def qgis(path, views):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    return json.loads(run([PYTHON, "-c", QGIS, path, json.dumps(views), json.dumps(SIZE)], env=environment).stdout)


def has_qgis():
    return subprocess.run([PYTHON, "-c", "import qgis.core"], stderr=subprocess.DEVNULL).returncode == 0


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("file")
    words.add_argument("--at")
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--dossier")
    asked = words.parse_args()
    x, y = map(float, asked.at.split(",")) if asked.at else middle_of(asked.file)
    views = [("all", x, y, 0)] + [(f"{width} m", x, y, width) for width in WIDTHS_M]
    compared = has_qgis()
    if not compared:
        print("QGIS (python3-qgis) is not installed: its part is left out.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        empty_window_mb(pathlib.Path(folder))  # the driver keeps its shaders
    pairs = []
    for _ in range(asked.rounds):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            pair = {"plain_read_ms": read_ms(asked.file), "first_picture_ms": picture_ms(asked.file, folder),
                    "second_picture_ms": picture_ms(asked.file, folder), "doorgang": ours(asked.file, views, folder / "fresh"),
                    "empty_window_mb": empty_window_mb(folder)}
            if asked.dossier:
                pair["over_findings"] = over_findings(asked.dossier, x, y, folder / "findings")
        if compared:
            pair["qgis"] = qgis(asked.file, views)
        pairs.append(pair)
    said = {"file": asked.file, "pairs": pairs, "ratios": {
        "first picture / plain read": [p["first_picture_ms"] / p["plain_read_ms"] for p in pairs]}}
    for name, limit in LIMITS_MS.items():
        said["ratios"][f"{name} / {limit}"] = [{**p["doorgang"], **p}[name] / limit for p in pairs]
    if asked.dossier:
        for name in ("frame_p99_ms", "frame_longest_ms"):
            said["ratios"][f"{name} over findings / {LIMITS_MS[name]}"] = [
                p["over_findings"][name] / LIMITS_MS[name] for p in pairs]
    if compared:
        for name, *_ in views:
            said["ratios"][f"qgis / doorgang, {name}"] = [
                p["qgis"]["settles"][name] / max(p["doorgang"]["settles"][name], 1) for p in pairs]
        said["ratios"]["memory without an empty window's, doorgang / qgis"] = [
            (p["doorgang"]["peak_rss_mb"] - p["empty_window_mb"]) / p["qgis"]["peak_rss_mb"] for p in pairs]
    print(json.dumps(said, indent=1))


if __name__ == "__main__":
    main()
