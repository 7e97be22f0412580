# SPDX-License-Identifier: EUPL-1.2
"""The files of the source tree, for the checks beside this file."""
import argparse
import os
import pathlib

SKIPPED = {"build", ".git", ".cache", "node_modules", "__pycache__"}


def files(root):
    """Every file below `root` that belongs to the source, as paths relative to it, sorted."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIPPED]
        found += [pathlib.Path(folder, name).relative_to(root) for name in names]
    return sorted(found)


def run(description, check):
    """Runs `check(root)` on the tree that holds this file, or on --root; a list of faults is a failure."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    faults = check(options.parse_args().root)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "no faults")
    raise SystemExit(1 if faults else 0)
