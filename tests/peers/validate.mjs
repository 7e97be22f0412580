// SPDX-License-Identifier: EUPL-1.2
// node validate.mjs FOLDER-OF-NODE_MODULES FILE...: what two GeoJSON validators say, as JSON {file: {validator: [fault]}}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(folder + "/");
const geojsonhint = require("@mapbox/geojsonhint");
const { check } = require("@placemarkio/check-geojson");

function faultsOfCheck(text) {
    try {
        check(text);
        return [];
    } catch (error) {
        return error.issues ? error.issues.map((issue) => issue.message) : [String(error)];
    }
}

const said = {};
for (const file of files) {
    const text = readFileSync(file, "utf8");
    said[file] = {
        geojsonhint: geojsonhint.hint(text, { precisionWarning: false }).map((hint) => `line ${hint.line}: ${hint.message}`),
        "check-geojson": faultsOfCheck(text),
    };
}
console.log(JSON.stringify(said));
