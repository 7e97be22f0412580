// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/address.hpp"

#include "geo/base/letters.hpp"
#include "geo/base/sources.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

struct Known {
    ServiceKind kind;
    std::string_view word, name;
};
constexpr std::array k_known{
    Known{ServiceKind::wms, "WMS:", "WMS"},
    Known{ServiceKind::wmts, "WMTS:", "WMTS"},
    Known{ServiceKind::xyz, "XYZ:", "XYZ"},
    Known{ServiceKind::wfs, "WFS:", "WFS"},
    Known{ServiceKind::features, "OAPIF:", "OGC API Features"},
    Known{ServiceKind::postgres, "PG:", "PostGIS"},
};
static_assert(k_known.size() == base::k_service_words.size());

const Known& known(ServiceKind kind) {
    return *std::find_if(k_known.begin(), k_known.end(), [kind](const auto& each) { return each.kind == kind; });
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n\"'<>"), end = text.find_last_not_of(" \t\r\n\"'<>");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

/// "https://name:password@host/" becomes "https://host/". @returns whether there was something
bool drop_user(std::string& url) {
    const auto host = url.find("://");
    if (host == std::string::npos) return false;
    const auto end = std::min(url.find_first_of("/?#", host + 3), url.size());
    const auto at = url.rfind('@', end);
    if (at == std::string::npos || at < host + 3 || at >= end) return false;
    url.erase(host + 3, at + 1 - (host + 3));
    return true;
}

struct Field {
    std::string name, value;  ///< as they stand in the address
};

std::vector<Field> fields_of(std::string_view query) {
    std::vector<Field> fields;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto one = query.substr(0, end), equals = std::string_view("=");
        const auto split = one.find(equals);
        if (!one.empty())
            fields.push_back({std::string(one.substr(0, split)),
                              split == std::string_view::npos ? std::string() : std::string(one.substr(split + 1))});
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return fields;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code = text[i] == '%' && i + 2 < text.size() &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 2]));
        out += is_code ? static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)) : text[i];
        if (is_code) i += 2;
    }
    return out;
}

std::string joined(std::string_view path, const std::vector<Field>& fields) {
    std::string url(path);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        url += (i == 0 ? "?" : "&") + fields[i].name;
        if (!fields[i].value.empty()) url += "=" + fields[i].value;
    }
    return url;
}

bool is_template(std::string_view url) {
    const auto has = [url](const char* word) { return url.find(word) != std::string_view::npos; };
    return has("{z}") && has("{x}") && (has("{y}") || has("{-y}"));
}

std::optional<ServiceKind> kind_named(const std::string& service) {
    for (const auto& each :
         {Known{ServiceKind::wms, "wms", ""}, {ServiceKind::wmts, "wmts", ""}, {ServiceKind::wfs, "wfs", ""}})
        if (service == each.word) return each.kind;
    return std::nullopt;
}

/// Fields of a request; the others (a map's name, a key) belong to the address.
constexpr std::array k_asked{
    std::string_view("service"),
    std::string_view("request"),
    std::string_view("version"),
    std::string_view("layers"),
    std::string_view("layer"),
    std::string_view("typename"),
    std::string_view("typenames"),
    std::string_view("styles"),
    std::string_view("style"),
    std::string_view("crs"),
    std::string_view("srs"),
    std::string_view("srsname"),
    std::string_view("bbox"),
    std::string_view("width"),
    std::string_view("height"),
    std::string_view("format"),
    std::string_view("count"),
    std::string_view("transparent"),
    std::string_view("acceptversions"),
};

void read_query(Pasted& pasted) {
    const auto hash = pasted.url.find('#');
    if (hash != std::string::npos) {
        pasted.layer = unescaped(pasted.url.substr(hash + 1));
        pasted.url.erase(hash);
    }
    const auto query = pasted.url.find('?');
    if (query == std::string::npos) return;
    std::vector<Field> kept;
    for (auto& field : fields_of(std::string_view(pasted.url).substr(query + 1))) {
        const auto name = base::small_letters(field.name);
        if (name == "service" && !pasted.kind) pasted.kind = kind_named(base::small_letters(field.value));
        if ((name == "layers" || name == "layer" || name == "typename" || name == "typenames") && pasted.layer.empty())
            pasted.layer = unescaped(field.value);
        if (std::find(k_asked.begin(), k_asked.end(), name) == k_asked.end()) kept.push_back(std::move(field));
    }
    pasted.url = joined(std::string_view(pasted.url).substr(0, query), kept);
}

/// Takes "password=…" out of a connection string, quoted or not.
bool drop_password(std::string& connection) {
    bool found = false;
    for (;;) {
        const auto begin = base::small_letters(connection).find("password=");
        if (begin == std::string::npos) return found;
        auto end = begin + 9;
        if (end < connection.size() && connection[end] == '\'') {
            for (++end; end < connection.size() && connection[end] != '\''; ++end)
                if (connection[end] == '\\') ++end;
            end = std::min(end + 1, connection.size());
        } else {
            end = std::min(connection.find_first_of(" &", end), connection.size());
        }
        connection.erase(begin, std::min(end + 1, connection.size()) - begin);
        found = true;
    }
}

bool is_postgres(const std::string& text) {
    const auto small = base::small_letters(text);
    return small.starts_with("postgres://") || small.starts_with("postgresql://") || small.find("dbname=") == 0 ||
           small.find(" dbname=") != std::string::npos || small.starts_with("service=") ||
           (small.starts_with("host=") && small.find("://") == std::string::npos);
}

/// The name of a user may stand in it; the password belongs into the user's own files.
void read_postgres(Pasted& pasted) {
    pasted.kind = ServiceKind::postgres;
    auto& url = pasted.url;
    pasted.held_secret = drop_password(url) || pasted.held_secret;
    const auto host = url.find("://");
    if (host == std::string::npos) return;
    const auto at = url.find('@', host), colon = url.find(':', host + 3);
    if (at == std::string::npos || colon == std::string::npos || colon > at) return;
    url.erase(colon, at - colon);
    pasted.held_secret = true;
}

}  // namespace

bool is_of_pictures(ServiceKind kind) {
    return kind == ServiceKind::wms || kind == ServiceKind::wmts || kind == ServiceKind::xyz;
}

std::string_view name_of(ServiceKind kind) { return known(kind).name; }

std::string ServiceAddress::text() const { return std::string(known(kind).word) + url; }

std::optional<ServiceAddress> service_address(std::string_view source) {
    for (const auto& each : k_known)
        if (source.starts_with(each.word))
            return ServiceAddress{each.kind, std::string(source.substr(each.word.size()))};
    return std::nullopt;
}

Pasted read_pasted(std::string_view text) {
    Pasted pasted;
    text = trimmed(text);
    for (const auto& each : k_known)
        if (base::small_letters(text.substr(0, each.word.size())) == base::small_letters(each.word)) {
            pasted.kind = each.kind;
            text = trimmed(text.substr(each.word.size()));
            break;
        }
    pasted.url = text;
    if (pasted.kind == ServiceKind::postgres || (!pasted.kind && is_postgres(pasted.url))) {
        read_postgres(pasted);
        return pasted;
    }
    if (!base::small_letters(text).starts_with("http://") && !base::small_letters(text).starts_with("https://"))
        return {};
    pasted.held_secret = drop_user(pasted.url);
    if (is_template(pasted.url))
        pasted.kind = ServiceKind::xyz;
    else
        read_query(pasted);
    return pasted;
}

std::string with_query(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields) {
    const auto query = url.find('?');
    std::vector<Field> all;
    if (query != std::string::npos)
        for (auto& field : fields_of(std::string_view(url).substr(query + 1))) {
            const auto name = base::small_letters(field.name);
            const bool replaced = std::any_of(fields.begin(), fields.end(), [&](const auto& each) {
                return base::small_letters(each.first) == name;
            });
            if (!replaced) all.push_back(std::move(field));
        }
    for (const auto& [name, value] : fields) all.push_back({name, escaped(value)});
    auto out = joined(std::string_view(url).substr(0, query), all);
    return out;
}

std::string escaped(std::string_view value) {
    constexpr std::string_view k_hex = "0123456789ABCDEF", k_plain = "-_.~,:/";
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || k_plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += k_hex[byte >> 4U];
            out += k_hex[byte & 15U];
        }
    }
    return out;
}

}  // namespace geo
