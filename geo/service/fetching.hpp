// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: GDAL's drivers of services, which reach the network only through our door.

#include "geo/net/door.hpp"
#include "geo/service/address.hpp"
#include "geo/source/gdal.hpp"

#include <cpl_http.h>

#include <exception>

namespace geo {

/// While it lives, what GDAL asks of the network on this thread goes through the door, to the one server only.
class Fetching {
public:
    Fetching(const ServiceAddress& address, Door& door, const base::Progress& progress);
    ~Fetching();
    Fetching(const Fetching&) = delete;
    Fetching& operator=(const Fetching&) = delete;

    /// To be called after GDAL came back. @throws base::Cancelled when that was why
    void check_cancelled() const;
    bool was_old() const { return was_old_; }
    /// Of the last answer that could not be had; empty when all came.
    const Door::Got* failure() const { return failed_ ? &failure_ : nullptr; }

private:
    static CPLHTTPResult* fetch(const char* url, CSLConstList options, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                                void*, void* self);
    CPLHTTPResult* answer(const std::string& url);

    std::string server_;
    Door& door_;
    const base::Progress& progress_;
    std::exception_ptr stopped_{};
    bool was_old_ = false, failed_ = false;
    Door::Got failure_{};
};

/// Opens WFS, OGC API Features or PostGIS. @throws base::Error; base::Cancelled
/// @param page objects that are asked for at a time
GDALDatasetUniquePtr open_objects(const ServiceAddress& address, const Fetching& fetching, std::size_t page = 1000);

/// Why it does not work, by what the server did.
[[noreturn]] void fail_objects(const ServiceAddress& address, const Fetching& fetching, const std::string& detail);

}  // namespace geo
