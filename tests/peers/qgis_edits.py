# SPDX-License-Identifier: EUPL-1.2
"""Edits a dossier as a person does in QGIS: `qgis_edits.py DOSSIER WHAT...`, each WHAT in an edit session of its own."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer, QgsVectorLayerUtils
except ImportError:
    sys.exit(77)


def attributes(layer):
    feature = next(layer.getFeatures())
    fields = layer.fields()
    layer.changeAttributeValue(feature.id(), fields.indexOf("title"), "Uit QGIS")
    layer.changeAttributeValue(feature.id(), fields.indexOf("status"), "in-progress")


def place(layer):
    feature = next(layer.getFeatures())
    layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(93777, 463888)))


def add(layer):
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromPointXY(QgsPointXY(93600, 463950)))
    feature["title"], feature["category"], feature["status"] = "Nieuw uit QGIS", "object-on-footway", "open"
    layer.addFeature(feature)


def copy(layer):
    """Copying and pasting a feature keeps every attribute but the row number."""
    original = next(layer.getFeatures())
    pasted = QgsFeature(layer.fields())
    pasted.setGeometry(original.geometry())
    pasted.setAttributes(original.attributes())
    pasted["fid"] = None
    layer.addFeature(pasted)


def delete(layer):
    layer.deleteFeature(next(layer.getFeatures()).id())


def main(dossier, *edits):
    application = QgsApplication([], False)
    application.initQgis()
    for edit in edits:
        layer = QgsVectorLayer(f"{dossier}|layername=finding", "finding", "ogr")
        assert layer.isValid() and layer.startEditing()
        globals()[edit](layer)
        assert layer.commitChanges(), layer.commitErrors()
        del layer
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
