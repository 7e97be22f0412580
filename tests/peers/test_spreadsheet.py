# SPDX-License-Identifier: EUPL-1.2
"""A Dutch and an English LibreOffice read our tables as they are meant. Skipped where LibreOffice is not installed."""
import json
import shutil
import unittest
import xml.etree.ElementTree as ElementTree

import programs
import story

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LOCALES = {"nl": (";", 1043), "en": (",", 1033)}


def value_of(cell):
    """A number is a float, everything else what stands in the cell."""
    if cell.get(OFFICE + "value-type") == "float":
        return float(cell.get(OFFICE + "value"))
    date = cell.get(OFFICE + "date-value")
    return date or "\n".join("".join(paragraph.itertext()) for paragraph in cell.findall(TEXT + "p"))


def rows_of(spreadsheet):
    for row in ElementTree.parse(spreadsheet).iter(TABLE + "table-row"):
        cells = []
        for cell in row.findall(TABLE + "table-cell"):
            cells += [value_of(cell)] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), 100)
        if any(cells):
            yield cells


@unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
class SpreadsheetTest(programs.Doorgang):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dossier = cls.folder / "binnenstad.gpkg"
        story.tell(cls, cls.dossier)
        cls.record(cls.dossier, "--category", "object-on-footway", "--at", "93600.5,463601.25", "--title", "=1+1", "--notes", "-3 cm")

    def sheet(self, language):
        separator, locale = LOCALES[language]
        table = self.folder / f"{language}.csv"
        self.ctl("export", self.dossier, table, "--format", "csv", "--audience", "internal", "--language", language)
        # UTF-8 (76), quotes ("), from the first line, and numbers as people of this language write them.
        reader = f"--infilter=CSV:{ord(separator)},34,76,1,,{locale},false,true"
        programs.run("soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/office", reader,
                     "--convert-to", "fods", "--outdir", self.folder, table, env=self.env)
        head, *rows = rows_of(self.folder / f"{language}.fods")
        return {row[0]: dict(zip(head, row)) for row in rows}

    def test_every_finding_is_one_row_with_numbers_as_numbers(self):
        truth = {finding["uuid"]: finding for finding in self.findings(self.dossier)}
        for language in LOCALES:
            with self.subTest(language=language):
                sheet = self.sheet(language)
                self.assertEqual(sheet.keys(), truth.keys())
                for uuid, row in sheet.items():
                    self.assertIsInstance(row["x"], float)
                    self.assertIsInstance(row["y"], float)
                    self.assertEqual(row["date"], truth[uuid]["date"])
                    self.assertEqual(row["notes"].lstrip("'"), truth[uuid]["notes"], json.dumps(row, ensure_ascii=False))

    def test_a_title_is_never_calculated(self):
        titles = {row["title"] for row in self.sheet("nl").values()}
        self.assertTrue(any("1+1" in str(title) for title in titles), titles)


if __name__ == "__main__":
    unittest.main()
