# SPDX-License-Identifier: EUPL-1.2
"""What RFC 7946 and our users ask of a file, and the validators do not look at."""
import json
import re


def positions(geometry):
    """Every position of a geometry, at whatever depth."""
    if geometry is None:
        return
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from positions(part)
        return
    stack = [geometry["coordinates"]]
    while stack:
        value = stack.pop()
        if value and isinstance(value[0], (int, float)):
            yield value
        else:
            stack.extend(value)


def bounds(found):
    xs, ys = [p[0] for p in found], [p[1] for p in found]
    return [min(xs), min(ys), max(xs), max(ys)]


def feature_faults(feature):
    faults = []
    name = feature.get("id", "a feature without id")
    for lon, lat, *_ in positions(feature["geometry"]):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            faults.append(f"{name}: {lon}, {lat} is no longitude and latitude")
    if not isinstance(feature.get("id"), str) or feature["id"] != feature["properties"].get("uuid"):
        faults.append(f"{name}: the id is not the uuid")
    return faults


def faults_of(text):
    """@returns sentences, none when the file is fine"""
    if text.startswith("\ufeff"):
        return ["begins with a byte order mark"]
    collection = json.loads(text)
    faults = ["has a crs member"] if "crs" in collection else []
    if re.search(r"\d\.\d{8,}", json.dumps([feature["geometry"] for feature in collection["features"]])):
        faults.append("has more than seven decimals")
    ids = [feature.get("id") for feature in collection["features"]]
    if len(set(ids)) != len(ids):
        faults.append("has an id twice")
    for feature in collection["features"]:
        faults += feature_faults(feature)
    found = [p for feature in collection["features"] for p in positions(feature["geometry"])]
    if found and any(abs(a - b) > 1e-9 for a, b in zip(bounds(found), collection.get("bbox", [999] * 4))):
        faults.append(f"bbox {collection.get('bbox')} is not that of the data, {bounds(found)}")
    return faults
