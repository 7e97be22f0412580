# SPDX-License-Identifier: EUPL-1.2
"""A dossier in which everything that the command line can do was done once."""
import programs

SQUARE = "POLYGON ((93610 463700, 93616 463700, 93616 463704.5, 93610 463704.5, 93610 463700))"
WALK = "LINESTRING (93640 463710, 93652.4 463711.9, 93660 463712)"


def tell(test, dossier):
    """Makes `dossier` with every action; @returns the uuids of findings that must be in it."""
    ctl, record = test.ctl, test.record
    photos = [test.folder / name for name in ("one.png", "two.png")]
    programs.write_png(photos[0], (200, 30, 30))
    programs.write_png(photos[1], (30, 30, 200))

    ctl("new", dossier)
    terrace = record(dossier, "--category", "terrace-over-boundary", "--wkt", SQUARE, "--title", "Terras “De Waag” 'n meter te ver",
                     "--notes", "Regel één;\nregel twee, met \"aanhaling\"", "--measure", "overrun-depth=0.45m±0.02@tape",
                     "--photo", photos[0], "--goal", "LIA-T1", "--severity", "blocking", "--source", "resident",
                     "--date", "2026-04-03", "--by", "J. de Wit")
    passage = record(dossier, "--category", "terrace-passage", "--wkt", WALK, "--measure", "passage-width=1.32m±0.01@tape")
    threshold = record(dossier, "--category", "entrance-threshold", "--at", "93655,463690", "--measure", "threshold-height=35mm")
    lonlat = record(dossier, "--category", "object-on-footway", "--at", "4.4942,52.1583", "--crs", "EPSG:4326", "--photo", photos[1])
    gone = record(dossier, "--category", "object-on-footway", "--at", "93600,463600")

    ctl("edit", dossier, passage, "--set", "title=Doorgang langs de gracht", "--set", "severity=hindering",
        "--measure", "passage-width=1.10m@tape")
    ctl("edit", dossier, threshold, "--at", "93655.25,463690.5")
    ctl("status", dossier, passage, "in-progress")
    ctl("status", dossier, terrace, "dropped", "--reason", "dubbel gemeld")
    ctl("link", dossier, threshold, "LIA-T1")
    ctl("unlink", dossier, threshold, "LIA-T1")
    ctl("delete", dossier, gone, "--reason", "vergissing")
    ctl("undo", dossier)
    ctl("redo", dossier)
    return {terrace, passage, threshold, lonlat}
