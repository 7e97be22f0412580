-- SPDX-License-Identifier: EUPL-1.2
-- Layout 1 of a dossier: a GeoPackage 1.2 (OGC 12-128r14) as GDAL 3.6 writes it, with our tables in it.
-- {srs_id} is the dossier's CRS. No UNIQUE besides primary keys and no triggers of our own, so that QGIS, QField and
-- changeset tools can edit the same file; identity is the uuid, fid and id are local to this file.

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);

CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

CREATE TABLE gpkg_ogr_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    feature_count INTEGER DEFAULT NULL
);

-- Value lists for other programs (Schema extension).
CREATE TABLE gpkg_data_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    name TEXT,
    title TEXT,
    description TEXT,
    mime_type TEXT,
    constraint_name TEXT,
    CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
    CONSTRAINT gdc_tn UNIQUE (table_name, name)
);

CREATE TABLE gpkg_data_column_constraints (
    constraint_name TEXT NOT NULL,
    constraint_type TEXT NOT NULL,
    value TEXT,
    min NUMERIC,
    min_is_inclusive BOOLEAN,
    max NUMERIC,
    max_is_inclusive BOOLEAN,
    description TEXT,
    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);

-- Related Tables extension (OGC 18-000).
CREATE TABLE gpkgext_relations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    base_table_name TEXT NOT NULL,
    base_primary_column TEXT NOT NULL DEFAULT 'id',
    related_table_name TEXT NOT NULL,
    related_primary_column TEXT NOT NULL DEFAULT 'id',
    relation_name TEXT NOT NULL,
    mapping_table_name TEXT NOT NULL UNIQUE
);

CREATE TABLE finding (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom GEOMETRY,
    uuid TEXT,
    category TEXT,
    title TEXT,
    status TEXT CHECK (status IN ('open', 'in-progress', 'solved', 'verified', 'dropped')),
    severity TEXT CHECK (severity IN ('blocking', 'hindering', 'attention')),
    date DATE,
    recorded DATETIME,
    "by" TEXT,
    source TEXT CHECK (source IN ('inspection', 'resident', 'expert', 'network')),
    facility TEXT,
    district TEXT,
    notes TEXT,
    internal_notes TEXT,
    status_reason TEXT,
    responsible TEXT,
    due DATE,
    layer_refs TEXT,
    created DATETIME,
    changed DATETIME
);
CREATE INDEX finding_uuid ON finding (uuid);

CREATE TABLE facility (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom GEOMETRY,
    uuid TEXT,
    name TEXT,
    kind TEXT,
    address TEXT,
    district TEXT,
    created DATETIME,
    changed DATETIME
);
CREATE INDEX facility_uuid ON facility (uuid);

-- What was measured; verdicts are computed from it and never stored.
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT,
    finding TEXT,
    quantity TEXT,
    value DOUBLE,
    unit TEXT,
    accuracy DOUBLE,
    method TEXT
);
CREATE INDEX measurement_finding ON measurement (finding);
CREATE INDEX measurement_uuid ON measurement (uuid);

-- The goals of the agenda for other programs to read; what Doorgang reads stands in `catalogue`.
CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    goal_id TEXT,
    agenda TEXT,
    theme TEXT,
    label_nl TEXT,
    label_en TEXT,
    provenance TEXT,
    documents TEXT,
    target_groups TEXT,
    stakeholders TEXT,
    treaty TEXT,
    target TEXT
);

-- Many to many. base_id and related_id are for the Related Tables extension; finding and goal are what counts.
CREATE TABLE finding_goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    base_id INTEGER NOT NULL,
    related_id INTEGER NOT NULL,
    uuid TEXT,
    finding TEXT,
    goal TEXT
);
CREATE INDEX finding_goal_finding ON finding_goal (finding);
CREATE INDEX finding_goal_uuid ON finding_goal (uuid);

-- Photos lie beside the dossier, named by their content; the path is relative to the dossier's folder.
CREATE TABLE media (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT,
    finding TEXT,
    sha256 TEXT,
    path TEXT,
    bytes INTEGER,
    content_type TEXT,
    state TEXT
);
CREATE INDEX media_finding ON media (finding);
CREATE INDEX media_uuid ON media (uuid);

-- City geodata shown on the map: where it lies, relative where it lies below the dossier's folder.
CREATE TABLE layer (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT,
    name TEXT,
    path TEXT,
    layer TEXT,
    crs TEXT,
    visible BOOLEAN,
    position INTEGER,
    opacity DOUBLE, -- 0 to 1
    style TEXT -- a JSON object that the window understands; null: the usual looks
);
CREATE INDEX layer_uuid ON layer (uuid);

-- The catalogue this dossier judges by, file by file, so that any laptop can read the dossier whole. Every version that
-- was ever used stays; which files count now is said by the one row of catalogue_use, as {"name":"sha256",…}.
CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE catalogue_use (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT,
    files TEXT
);

-- The append-only list of every change; its format is described in audit/dossier/journal.hpp.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    time DATETIME NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    action_seq INTEGER NOT NULL,
    undoes INTEGER,
    outside BOOLEAN NOT NULL,
    table_name TEXT NOT NULL,
    row_uuid TEXT NOT NULL,
    patch TEXT,
    salt TEXT,
    patch_hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    finding TEXT
);
CREATE INDEX journal_device ON journal (device, seq);
CREATE INDEX journal_row ON journal (row_uuid);
CREATE INDEX journal_finding ON journal (finding);

-- One chain of the journal for every machine and copy of the dossier.
CREATE TABLE device (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL,
    machine TEXT NOT NULL,
    replica TEXT NOT NULL,
    file TEXT NOT NULL,
    created DATETIME NOT NULL
);

-- A form being filled in: not journaled, not exported.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    draft_key TEXT NOT NULL,
    content TEXT NOT NULL,
    changed DATETIME NOT NULL
);

CREATE TABLE dossier (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES
    ('finding', 'features', 'finding', 'Bevindingen / Findings', '{now}', {srs_id}),
    ('facility', 'features', 'facility', 'Voorzieningen / Facilities', '{now}', {srs_id}),
    ('measurement', 'attributes', 'measurement', 'Metingen / Measurements', '{now}', NULL),
    ('goal', 'attributes', 'goal', 'Doelen / Goals', '{now}', NULL),
    ('finding_goal', 'attributes', 'finding_goal', 'Bevinding bij doel / Finding to goal', '{now}', NULL),
    ('media', 'attributes', 'media', 'Foto''s / Photos', '{now}', NULL),
    ('layer', 'attributes', 'layer', 'Kaartlagen / Map layers', '{now}', NULL),
    ('catalogue', 'attributes', 'catalogue', 'Catalogus / Catalogue', '{now}', NULL),
    ('catalogue_use', 'attributes', 'catalogue_use', 'Catalogus in gebruik / Catalogue in use', '{now}', NULL),
    ('journal', 'attributes', 'journal', 'Logboek / Journal', '{now}', NULL);

INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
    ('finding', 'geom', 'GEOMETRY', {srs_id}, 0, 0),
    ('facility', 'geom', 'GEOMETRY', {srs_id}, 0, 0);

INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
    ('finding', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
    ('facility', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
    ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec120/#extension_schema', 'read-write'),
    ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec120/#extension_schema', 'read-write'),
    ('gpkgext_relations', NULL, 'related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write'),
    ('finding_goal', NULL, 'related_tables', 'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write');

INSERT INTO gpkgext_relations
    (base_table_name, base_primary_column, related_table_name, related_primary_column, relation_name, mapping_table_name)
VALUES ('finding', 'fid', 'goal', 'id', 'attributes', 'finding_goal');

INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
    ('finding', 'category', 'finding_category', 'Soort / Category', NULL, 'category'),
    ('finding', 'status', 'finding_status', 'Status', NULL, 'status'),
    ('finding', 'severity', 'finding_severity', 'Ernst / Severity', NULL, 'severity'),
    ('finding', 'source', 'finding_source', 'Bron / Source', NULL, 'report_source');
