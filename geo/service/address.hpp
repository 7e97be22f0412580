// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

/// Maps in pictures: WMS, WMTS and tiles by number. Objects: WFS, OGC API Features and PostGIS.
enum class ServiceKind { wms, wmts, xyz, wfs, features, postgres };

bool is_of_pictures(ServiceKind kind);
/// "WMS", "OGC API Features": names, the same in every language.
std::string_view name_of(ServiceKind kind);

/// Where a service is, without what is asked of it and without any name or password.
struct ServiceAddress {
    ServiceKind kind = ServiceKind::wms;
    std::string url{};  ///< for postgres: what libpq calls a connection string

    /// As it is written down: "WMS:https://…".
    std::string text() const;
    bool operator==(const ServiceAddress&) const = default;
};

/// Of what was written down; nothing for a file. See base::is_service().
std::optional<ServiceAddress> service_address(std::string_view source);

/// What somebody pasted: an address as it was written down or found on a page. Takes a name and password away, and
/// what is asked of the service.
struct Pasted {
    std::string url{};                  ///< empty: no address
    std::optional<ServiceKind> kind{};  ///< nothing: the server must be asked
    std::string layer{};                ///< named in the address, empty when none is
    bool held_secret = false;           ///< a name or password was taken away
};
Pasted read_pasted(std::string_view text);

/// The address with these fields in its query instead of any of the same names.
std::string with_query(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields);
/// Percent signs for what a query cannot hold.
std::string escaped(std::string_view value);

}  // namespace geo
