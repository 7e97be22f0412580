// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/fetching.hpp"

#include "geo/service/capabilities.hpp"
#include "geo/source/drivers.hpp"

#include <cpl_string.h>

namespace geo {
namespace {

constexpr std::chrono::minutes k_fresh{10};

CPLHTTPResult* empty_answer(const std::string& why) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup(why.c_str());
    return result;
}

CPLHTTPResult* whole_answer(const Door::Got& got) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    const auto bytes = got.body.size();
    result->pabyData = static_cast<GByte*>(CPLMalloc(bytes + 1));
    std::copy(got.body.begin(), got.body.end(), result->pabyData);
    result->pabyData[bytes] = 0;
    result->nDataLen = result->nDataAlloc = static_cast<int>(bytes);
    result->pszContentType = CPLStrdup(got.type.c_str());
    return result;
}

/// Objects come as XML or JSON.
std::string why_no_objects(const Door::Got& got) {
    const auto begin = got.body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin != std::string::npos && (got.body[begin] == '{' || got.body[begin] == '<'))
        return wms_complaint(got.body);
    return "neither XML nor JSON (" + got.type + ")";
}

/// PostgreSQL itself ends what takes too long: the library that talks to it cannot be stopped while it waits.
std::string postgres_name(const std::string& connection) {
    if (connection.find("://") != std::string::npos) {
        const std::string limits = "connect_timeout=5&tcp_user_timeout=8000&options=-c%20statement_timeout%3D8000";
        return "PG:" + connection + (connection.find('?') == std::string::npos ? "?" : "&") + limits;
    }
    return "PG:" + connection + " connect_timeout=5 tcp_user_timeout=8000 options='-c statement_timeout=8000'";
}

const char* driver_of(ServiceKind kind) {
    return kind == ServiceKind::wfs ? "WFS" : kind == ServiceKind::features ? "OAPIF" : "PostgreSQL";
}

}  // namespace

Fetching::Fetching(const ServiceAddress& address, Door& door, const base::Progress& progress)
    : server_(server_of(address.url)), door_(door), progress_(progress) {
    start_gdal();
    CPLHTTPPushFetchCallback(&Fetching::fetch, this);
}

Fetching::~Fetching() { CPLHTTPPopFetchCallback(); }

void Fetching::check_cancelled() const {
    if (stopped_) std::rethrow_exception(stopped_);
}

/// No exception may pass through GDAL: what is thrown waits until GDAL has come back.
CPLHTTPResult* Fetching::fetch(const char* url, CSLConstList options, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                               void*, void* user) {
    auto& self = *static_cast<Fetching*>(user);
    if (CSLFetchNameValue(options, "POSTFIELDS")) return empty_answer("nothing is sent to servers");
    try {
        return self.answer(url);
    } catch (...) {
        self.stopped_ = std::current_exception();
        return empty_answer("stopped");
    }
}

CPLHTTPResult* Fetching::answer(const std::string& url) {
    if (stopped_) return empty_answer("stopped");
    if (server_of(url) != server_) return empty_answer("another server is not asked");
    auto got = door_.get(url, {.fresh = k_fresh, .why_useless = why_no_objects}, progress_);
    was_old_ = was_old_ || got.is_old;
    if (got.is_there() && got.failure.empty()) return whole_answer(got);
    failed_ = true;
    failure_ = got;
    return empty_answer(got.failure.empty() ? "HTTP error code : " + std::to_string(got.status) : got.failure);
}

GDALDatasetUniquePtr open_objects(const ServiceAddress& address, const Fetching& fetching, std::size_t page) {
    GdalMessages messages;
    auto* driver = service_driver(driver_of(address.kind));
    const bool is_database = address.kind == ServiceKind::postgres;
    const auto name = is_database ? postgres_name(address.url) : address.text();
    GDALOpenInfo info(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY);
    CPLStringList options;
    if (address.kind == ServiceKind::features) options.SetNameValue("PAGE_SIZE", std::to_string(page).c_str());
    info.papszOpenOptions = options.List();
    GDALDatasetUniquePtr data(driver && driver->pfnOpen ? driver->pfnOpen(&info) : nullptr);
    fetching.check_cancelled();
    if (!data) fail_objects(address, fetching, messages.detail());
    return data;
}

void fail_objects(const ServiceAddress& address, const Fetching& fetching, const std::string& detail) {
    if (address.kind == ServiceKind::postgres)
        throw base::Error(
            {.code = "service-away",
             .message = base::text("The database does not let us read."),
             .advice = base::text("Look whether its address is right, and whether your password stands in "
                                  "~/.pgpass; Doorgang keeps none."),
             .detail = detail});
    if (const auto* got = fetching.failure()) fail_service(address.url, *got);
    throw base::Error(
        {.code = "service-unknown",
         .message = base::text("At {server} there is no service of this kind.", {{"server", host_of(address.url)}}),
         .advice = base::text("Copy the whole address from the page where the service is described."),
         .detail = detail});
}

}  // namespace geo
