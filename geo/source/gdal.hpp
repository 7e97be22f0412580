// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: GDAL's start, its settings and its errors.

#include "geo/base/problem.hpp"
#include "geo/crs/crs.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string>
#include <utility>
#include <vector>

namespace geo {

/// Registers the drivers and sets what holds for the whole program: write nothing beside a source, refuse no file for
/// its size, print nothing. Cheap after the first call; safe from all threads.
void start_gdal();

/// Catches what GDAL says on this thread while it lives. Also starts GDAL.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    struct Message {
        bool failure = false;  ///< a warning otherwise
        int number = 0;        ///< CPLE_…
        std::string text;
    };
    const std::vector<Message>& all() const { return messages_; }
    bool any_failure() const;
    /// All in one text, for Problem::detail.
    std::string detail() const;
    void clear() { messages_.clear(); }

private:
    static void CPL_STDCALL keep(CPLErr severity, CPLErrorNum number, const char* text);

    std::vector<Message> messages_;
};

/// GDAL configuration of this thread while it lives.
class GdalSetting {
public:
    GdalSetting(const char* name, const char* value);
    ~GdalSetting();
    GdalSetting(const GdalSetting&) = delete;
    GdalSetting& operator=(const GdalSetting&) = delete;

private:
    const char* name_;
    std::string before_;
    bool was_set_;
};

/// GDAL's object for a CRS, east or longitude first; null for an unknown one.
struct SrsRelease {
    void operator()(OGRSpatialReference* srs) const { srs->Release(); }
};
using Srs = std::unique_ptr<OGRSpatialReference, SrsRelease>;
Srs srs_of(const Crs& crs);

}  // namespace geo
