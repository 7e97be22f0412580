# SPDX-License-Identifier: EUPL-1.2
"""Where the things in a GeoJSON are."""


def positions(geometry):
    """Every position of a geometry, at whatever depth."""
    if geometry is None:
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
