# SPDX-License-Identifier: EUPL-1.2
"""Every source file names its licence, stays short, and tells nothing about the place where it was written."""
import re

import tree

LICENCE = "SPDX-License-Identifier: EUPL-1.2"
CODE = {".cpp", ".hpp", ".cmake", ".sh", ".py", ".mjs", ".js", ".sql", ".glsl"}
LICENSED = CODE | {".po"}
TEXTS = LICENSED | {".md", ".txt", ".json", ".yml", ".desktop"}
SOFT_LINES, HARD_LINES = 400, 700
WORKSHOP = re.compile(r"/work/|/tmp/brief|shared/design|\b(issue|session) #?\d+\b|\bin (this|an earlier|the last) session\b|"
                      r"\bsub-?agents?\b|\bthe (brief|lead) (says|said|asks|asked)\b|\bworktree\b")


def is_program(text):
    return text.startswith("#!")


def check_file(path, text):
    faults = []
    lines = text.splitlines()
    code = path.suffix in CODE or path.name == "CMakeLists.txt" or is_program(text)
    if (code or path.suffix in LICENSED) and LICENCE not in "\n".join(lines[:3]):
        faults.append(f"{path}:1: the first lines do not name the licence ({LICENCE})")
    if code and len(lines) > HARD_LINES:
        faults.append(f"{path}: {len(lines)} lines, more than {HARD_LINES}: split it by subject")
    elif code and len(lines) > SOFT_LINES:
        print(f"remark: {path}: {len(lines)} lines, more than {SOFT_LINES}")
    for number, line in enumerate(lines, 1):
        found = WORKSHOP.search(line)
        if found:
            faults.append(f"{path}:{number}: “{found.group()}” means nothing to a reader elsewhere")
    return faults


def check(root):
    faults = []
    for path in tree.files(root):
        if path.name == "check_files.py":
            continue
        data = (root / path).read_bytes()
        if path.suffix in TEXTS or path.name == "CMakeLists.txt" or data.startswith(b"#!"):
            faults += check_file(path, data.decode("utf-8"))
    return faults


if __name__ == "__main__":
    tree.run(__doc__, check)
