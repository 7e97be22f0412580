# SPDX-License-Identifier: EUPL-1.2
"""The checks find what they are there for: each gets a small tree with one fault in it."""
import contextlib
import io
import pathlib
import tempfile
import unittest

import check_files
import check_layers
import check_texts

LICENCE = "// SPDX-License-Identifier: EUPL-1.2\n"
LAYERS = """
room geo/base:
room geo/source: geo/base
room audit/model: geo/*
room tests: *
foreign gdal.h: geo/source
foreign nlohmann/*: audit/* hidden
"""


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("tools/dev/layers.txt", LAYERS)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def faults(self, check):
        with contextlib.redirect_stdout(io.StringIO()):
            return check.check(self.root)

    def assert_fault(self, check, words):
        self.assertTrue(any(words in fault for fault in self.faults(check)), f"“{words}” not in {self.faults(check)}")


class LayersTest(Tree):
    def test_downward_includes_are_fine(self):
        self.write("audit/model/a.hpp", '#include "geo/source/s.hpp"\n#include <vector>\n#include <unistd.h>\n')
        self.write("geo/source/s.cpp", '#include <gdal.h>\n')
        self.assertEqual(self.faults(check_layers), [])

    def test_an_upward_include_is_found(self):
        self.write("geo/base/b.hpp", '#include "audit/model/a.hpp"\n')
        self.assert_fault(check_layers, "geo/base may not include audit/model/a.hpp")

    def test_a_foreign_header_outside_its_room_is_found(self):
        self.write("audit/model/a.cpp", "#include <gdal.h>\n")
        self.assert_fault(check_layers, "belongs to geo/source")

    def test_an_unknown_foreign_header_is_found(self):
        self.write("audit/model/a.cpp", "#include <curl/curl.h>\n")
        self.assert_fault(check_layers, "give the library a room")

    def test_a_room_without_a_line_is_found(self):
        self.write("geo/other/a.cpp", '#include "geo/base/b.hpp"\n')
        self.assert_fault(check_layers, "lies in no room")

    def test_a_hidden_library_stays_inside_its_room(self):
        self.write("audit/model/json.hpp", "#include <nlohmann/json.hpp>\n")
        self.write("audit/model/m.cpp", '#include "audit/model/json.hpp"\n')
        self.assertEqual(self.faults(check_layers), [])
        self.write("tools/dev/layers.txt", LAYERS + "room audit/query: audit/model\n")
        self.write("audit/query/q.cpp", '#include "audit/model/json.hpp"\n')
        self.assert_fault(check_layers, "is for audit/model only")


class FilesTest(Tree):
    def test_a_missing_licence_is_found(self):
        self.write("geo/base/b.cpp", "int b();\n")
        self.assert_fault(check_files, "do not name the licence")

    def test_a_long_file_is_found(self):
        self.write("geo/base/b.cpp", LICENCE + "int b();\n" * 700)
        self.assert_fault(check_files, "701 lines")

    def test_a_word_of_the_workshop_is_found(self):
        self.write("README.md", "As asked in " + "issue" + " 12\n")
        self.assert_fault(check_files, "means nothing to a reader elsewhere")


class TextsTest(Tree):
    def say(self, source, catalogue):
        self.write("geo/base/b.cpp", source)
        self.write("assets/texts/nl/geo.po", 'msgid ""\nmsgstr "Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' + catalogue)

    def test_a_translated_sentence_is_fine(self):
        self.say('auto a = text("The “{file}” "\n  "is empty.", {});', '\nmsgid "The “{file}” is empty."\nmsgstr "‘{file}’ is leeg."\n')
        self.assertEqual(self.faults(check_texts), [])

    def test_a_sentence_without_translation_is_found(self):
        self.say('auto a = base::tr("Save");', "")
        self.assert_fault(check_texts, "“Save” has no translation")

    def test_the_context_is_part_of_a_sentence(self):
        self.say('auto a = tr_in("layer", "Open");', '\nmsgctxt "status"\nmsgid "Open"\nmsgstr "Open"\n')
        self.assert_fault(check_texts, "“Open” has no translation")

    def test_a_member_named_text_is_something_else(self):
        self.say('auto a = entry.text("id");', "")
        self.assertEqual(self.faults(check_texts), [])

    def test_other_placeholders_are_found(self):
        self.say('auto a = text("In {file}");', '\nmsgid "In {file}"\nmsgstr "In {bestand}"\n')
        self.assert_fault(check_texts, "other placeholders")

    def test_a_translation_that_is_left_over_is_found(self):
        self.say("int a;", '\nmsgid "Gone"\nmsgstr "Weg"\n')
        self.assert_fault(check_texts, "nothing says “Gone”")


if __name__ == "__main__":
    unittest.main()
