#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A server of maps for tests, on the loopback address: MapServer as CGI over a small made-up city.

    map_server.py FOLDER [--port N]

Prints `port N` when it listens, and ends when its standard input ends. /map is WMS and WFS, /ogcapi OGC API Features,
/xyz/Z/X/Y.png tiles in web mercator, /wmts a WMTS with the grid of the Netherlands and that of web mercator.
/control?answer=ok|500|404|garbage|huge&delay=SECONDS says how it is to behave from now on, /count how much was asked of it.
"""
import argparse
import http.server
import json
import os
import subprocess
import sys
import threading
import time
import urllib.parse

MAPSERV = "/usr/lib/cgi-bin/mapserv" if os.path.exists("/usr/lib/cgi-bin/mapserv") else "mapserv"
RD_EDGE, RD_TOP, RD_COARSEST = -285401.92, 903401.92, 3440.64
WORLD = 20037508.342789244

MAPFILE = """MAP
  NAME "city"
  SIZE 512 512
  MAXSIZE 4096
  EXTENT {extent}
  UNITS METERS
  PROJECTION "init={crs}" END
  IMAGECOLOR 255 255 255
  OUTPUTFORMAT NAME "png" DRIVER AGG/PNG MIMETYPE "image/png" IMAGEMODE RGBA EXTENSION "png" TRANSPARENT ON END
  WEB METADATA
    "ows_title" "The made-up city"
    "ows_abstract" "For tests"
    "ows_onlineresource" "{base}/map?"
    "ows_srs" "EPSG:28992 EPSG:3857 EPSG:4326"
    "ows_enable_request" "*"
    "ows_attribution_title" "Made-up city survey"
    "oga_onlineresource" "{base}/ogcapi"
    "oga_enable_request" "*"
    "wfs_getfeature_formatlist" "gml"
  END END
{layers}END
"""

LAYER = """  LAYER
    NAME "{name}"
    TYPE {kind}
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "{folder}/{name}{suffix}.geojson"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    PROJECTION "init={crs}" END
    EXTENT {extent}
    TEMPLATE "none"
    METADATA
      "ows_title" "{title}"
      "gml_include_items" "all"
      "gml_featureid" "id"
      "ows_featureid" "id"
      "wms_attribution_title" "Made-up city survey"
    END
    CLASS STYLE COLOR {colour} {size} END END
  END
"""

LAYERS = [("building", "POLYGON", "Buildings", "200 30 40", ""), ("road", "LINE", "Roads", "60 60 60", "WIDTH 3"),
          ("tree", "POINT", "Trees", "20 140 60", "")]


def feature(number, kind, coordinates, **properties):
    return {"type": "Feature", "properties": {"id": number, **properties},
            "geometry": {"type": kind, "coordinates": coordinates}}


def made_city():
    """20 × 20 blocks of 100 m, each with a building of 60 m whose corner is at a round number."""
    city = {"building": [], "road": [], "tree": []}
    for row in range(20):
        for column in range(20):
            x, y, number = 93000 + 100 * column, 463000 + 100 * row, 20 * row + column + 1
            ring = [[x, y], [x + 60, y], [x + 60, y + 60], [x, y + 60], [x, y]]
            city["building"].append(feature(number, "Polygon", [ring], name=f"Huis {number}", year=1900 + number % 120))
            city["tree"].append(feature(number, "Point", [x + 80, y + 80], name=f"Boom {number}"))
    for column in range(20):
        x = 93000 + 100 * column + 80
        city["road"].append(feature(column + 1, "LineString", [[x, 463000], [x, 465000]], name=f"Straat {column + 1}"))
    return city


def write_map(folder, name, base, place):
    layers = "".join(LAYER.format(name=n, kind=k, title=t, colour=c, size=s, folder=folder, **place)
                     for n, k, t, c, s in LAYERS)
    with open(os.path.join(folder, name + ".map"), "w", encoding="utf-8") as out:
        out.write(MAPFILE.format(base=base, layers=layers, **place))


def write_city(folder, base):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    for name, features in made_city().items():
        with open(os.path.join(folder, name + ".geojson"), "w", encoding="utf-8") as out:
            json.dump({"type": "FeatureCollection", "name": name, "crs": crs, "features": features}, out)
        degrees = os.path.join(folder, name + "84.geojson")
        if not os.path.exists(degrees):
            subprocess.run(["ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", degrees,
                            os.path.join(folder, name + ".geojson")], check=True)
    write_map(folder, "city", base, {"crs": "epsg:28992", "extent": "93000 463000 95000 465000", "suffix": ""})
    # Objects by OGC API are told in degrees, and MapServer leaves the change of datum out on that way.
    write_map(folder, "degrees", base, {"crs": "epsg:4326", "extent": "4.47 52.14 4.52 52.18", "suffix": "84"})
    with open(os.path.join(folder, "mapserver.conf"), "w", encoding="utf-8") as out:
        out.write(f'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\n  MAPS\n    CITY "{folder}/city.map"\n'
                  f'    DEGREES "{folder}/degrees.map"\n  END\nEND\n')


def wmts_capabilities(base):
    def matrix_set(name, crs, left, top, coarsest, levels):
        matrices = "".join(
            f"<TileMatrix><ows:Identifier>{z:02d}</ows:Identifier>"
            f"<ScaleDenominator>{coarsest / 2 ** z / 0.00028!r}</ScaleDenominator>"
            f"<TopLeftCorner>{left} {top}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
            f"<MatrixWidth>{2 ** z}</MatrixWidth><MatrixHeight>{2 ** z}</MatrixHeight></TileMatrix>"
            for z in range(levels))
        return (f"<TileMatrixSet><ows:Identifier>{name}</ows:Identifier>"
                f"<ows:SupportedCRS>{crs}</ows:SupportedCRS>{matrices}</TileMatrixSet>")
    rest = f"{base}/wmts/{{TileMatrixSet}}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.png"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceIdentification><ows:Title>The made-up city in tiles</ows:Title></ows:ServiceIdentification>
<ows:ServiceProvider><ows:ProviderName>Made-up city survey</ows:ProviderName></ows:ServiceProvider>
<Contents><Layer><ows:Title>City</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>4.45 52.10</ows:LowerCorner>
<ows:UpperCorner>4.55 52.20</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>city</ows:Identifier>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>EPSG:3857</TileMatrixSet></TileMatrixSetLink>
<TileMatrixSetLink><TileMatrixSet>EPSG:28992</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile" template="{rest}"/></Layer>
{matrix_set("EPSG:3857", "urn:ogc:def:crs:EPSG::3857", -WORLD, WORLD, 2 * WORLD / 256, 20)}
{matrix_set("EPSG:28992", "urn:ogc:def:crs:EPSG::28992", RD_EDGE, RD_TOP, RD_COARSEST, 15)}
</Contents></Capabilities>"""


def tile_box(grid, z, x, y):
    left, top, side = (RD_EDGE, RD_TOP, 256 * RD_COARSEST / 2 ** z) if grid == "EPSG:28992" else (
        -WORLD, WORLD, 2 * WORLD / 2 ** z)
    return left + x * side, top - (y + 1) * side, left + (x + 1) * side, top - y * side


class Behaviour:
    """What the test said; shared by the threads that answer."""
    answer, delay, count = "ok", 0.0, 0
    asked = []
    lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    folder = ""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def control(self, query):
        Behaviour.answer = query.get("answer", [Behaviour.answer])[0]
        Behaviour.delay = float(query.get("delay", [Behaviour.delay])[0])
        self.send(200, "text/plain", b"ok")

    def misbehave(self):
        """Whether something else than the truth was answered."""
        if Behaviour.answer in ("500", "404"):
            self.send(int(Behaviour.answer), "text/plain", b"no")
        elif Behaviour.answer == "garbage":
            self.send(200, "image/png", b"\x89PNG\r\n\x1a\nthis is no picture <html>")
        elif Behaviour.answer == "huge":
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.close_connection = True
            try:
                while True:
                    self.wfile.write(b"\0" * 1_000_000)
            except OSError:
                pass
        else:
            return False
        return True

    def cgi(self, query, path_info=""):
        environment = dict(os.environ, REQUEST_METHOD="GET", QUERY_STRING=query, PATH_INFO=path_info,
                           MAPSERVER_CONFIG_FILE=os.path.join(self.folder, "mapserver.conf"),
                           SERVER_NAME="127.0.0.1", SERVER_PORT=str(self.server.server_port), SCRIPT_NAME="/ogcapi")
        out = subprocess.run([MAPSERV], env=environment, capture_output=True, check=False).stdout
        head, _, body = out.partition(b"\r\n\r\n")
        status, kind = 200, "application/octet-stream"
        for line in head.decode("latin-1").split("\r\n"):
            key, _, value = line.partition(":")
            if key.lower() == "content-type":
                kind = value.strip()
            if key.lower() == "status":
                status = int(value.split()[0])
        self.send(status, kind, body)

    def tile(self, grid, z, x, y):
        box = ",".join(repr(edge) for edge in tile_box(grid, z, x, y))
        self.cgi(f"map=CITY&SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=building,road&STYLES=&CRS={grid}&BBOX={box}"
                 "&WIDTH=256&HEIGHT=256&FORMAT=image/png&TRANSPARENT=TRUE")

    def do_GET(self):  # pylint: disable=invalid-name
        path, _, query = self.path.partition("?")
        if path == "/control":
            return self.control(urllib.parse.parse_qs(query))
        if path == "/count":
            return self.send(200, "text/plain", str(Behaviour.count).encode())
        if path == "/asked":
            return self.send(200, "text/plain", "\n".join(Behaviour.asked).encode())
        with Behaviour.lock:
            Behaviour.count += 1
            Behaviour.asked.append(self.path)
        if Behaviour.delay:
            time.sleep(Behaviour.delay)
        if self.misbehave():
            return None
        parts = path.strip("/").split("/")
        if parts[0] == "map":
            return self.cgi("map=CITY&" + query)
        if parts[0] == "ogcapi":
            rest = "/".join(parts[1:])
            return self.cgi(query or "f=json", "/DEGREES/ogcapi/" + rest)
        if parts[0] == "xyz" and len(parts) == 4:
            return self.tile("EPSG:3857", int(parts[1]), int(parts[2]), int(parts[3].split(".")[0]))
        if parts[0] == "wmts" and len(parts) == 5:
            return self.tile(parts[1], int(parts[2]), int(parts[3]), int(parts[4].split(".")[0]))
        if parts[0] == "wmts":
            base = f"http://127.0.0.1:{self.server.server_port}"
            return self.send(200, "application/xml", wmts_capabilities(base).encode())
        return self.send(404, "text/plain", b"nothing here")


class Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Who asked may have gone away: that is what tests are about."""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args()
    server = Server(("127.0.0.1", options.port), Handler)
    Handler.folder = os.path.abspath(options.folder)
    write_city(Handler.folder, f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"port {server.server_port}", flush=True)
    sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
