// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/csv_text.hpp"
#include "audit/exchange/formats.hpp"
#include "audit/exchange/place.hpp"
#include "geo/base/files.hpp"
#include "geo/base/numbers.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"

#include <algorithm>

namespace audit {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_line_end = "\r\n";
/// What a cell of LibreOffice 7 and Excel holds; they cut off the rest without a word.
constexpr std::size_t k_cell_limit = 32767;

/// Items joined by semicolons; one inside an item becomes a comma, so that the cell can be split again.
template <class Items, class Words>
std::string joined(const Items& items, Words words_of_item) {
    std::string out;
    for (const auto& item : items) {
        std::string words = words_of_item(item);
        std::replace(words.begin(), words.end(), ';', ',');
        out.append(&item == &*items.begin() ? "" : ";").append(words);
    }
    return out;
}

struct CellOf {
    char decimal = '.';

    std::string operator()(std::monostate /*nothing*/) const { return {}; }
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(const std::vector<std::string_view>& list) const {
        return joined(list, [](std::string_view text) { return std::string(text); });
    }
    std::string operator()(std::span<const Measurement> list) const {
        return joined(list, [this](const Measurement& measurement) { return notation_of(measurement, decimal); });
    }
    std::string operator()(const std::vector<Verdict>& list) const {
        return joined(list, [](const Verdict& verdict) { return notation_of(verdict); });
    }
};

/// One file being written.
class CsvRows {
public:
    CsvRows(const Wording& wording, const CsvDialect& dialect, int decimals)
        : wording_(wording), dialect_(dialect), decimals_(decimals) {}

    std::string header() const {
        std::string out(k_byte_order_mark);
        for (const auto& property : properties())
            if (is_told(property, wording_)) out.append(property.name) += dialect_.separator;
        out.append("x") += dialect_.separator;
        out.append("y") += dialect_.separator;
        return out.append("wkt").append(k_line_end);
    }

    void append(std::string& out, const Finding& finding, const geo::Shape& place, base::Problems& remarks) const {
        for (const auto& property : properties()) {
            if (!is_told(property, wording_)) continue;
            auto cell = guarded(std::visit(CellOf{dialect_.decimal}, property.value(finding, wording_)));
            if (cell.size() > k_cell_limit) remark_long(remarks, property, finding);
            append_cell(out, cell, dialect_);
            out += dialect_.separator;
        }
        append_place(out, place);
        out += k_line_end;
    }

private:
    static void remark_long(base::Problems& remarks, const Property& property, const Finding& finding) {
        remarks.add({.code = "export-long-text",
                     .message = base::text("A text of finding {uuid}, in column “{column}”, is longer than the 32,767 "
                                           "characters that a spreadsheet shows.",
                                           {{"uuid", finding.uuid}, {"column", std::string(property.name)}}),
                     .where = {.feature = finding.fid},
                     .advice = base::text("The file has it whole; export to GeoJSON to work with it.")});
    }

    void append_number(std::string& out, double value) const {
        auto number = base::number_for_files(value, decimals_);
        std::replace(number.begin(), number.end(), '.', dialect_.decimal);
        append_cell(out, number, dialect_);
    }

    void append_place(std::string& out, const geo::Shape& place) const {
        if (place.is_empty()) {
            out.append(2, dialect_.separator);
            return;
        }
        auto point = place.kind == geo::Kind::point ? place.points.front() : geo::point_on(place);
        append_number(out, point.x);
        out += dialect_.separator;
        append_number(out, point.y);
        out += dialect_.separator;
        if (place.kind != geo::Kind::point) append_cell(out, geo::wkt_of(place), dialect_);
    }

    const Wording& wording_;
    CsvDialect dialect_;
    int decimals_;
};

}  // namespace

Exported write_csv(const std::filesystem::path& out, const FindingFeed& feed, const ExportOptions& options) {
    Exported exported;
    auto crs = options.crs.value_or(feed.crs);
    int decimals = crs.is_geographic() ? 7 : 3;
    Wording wording(*feed.catalogue, options.audience, options.language);
    Placer placer(feed.crs, crs, decimals);
    Matcher wanted(options.where, *feed.catalogue);
    CsvRows rows(wording, csv_dialect(options.language), decimals);
    base::NewFile file(out);
    file.write(rows.header());
    std::string line;
    feed.for_each([&](const Finding& finding) {
        if (!wanted(finding)) return;
        auto place = placer.place(finding, exported.remarks);
        line.clear();
        rows.append(line, finding, place, exported.remarks);
        file.write(line);
        ++exported.findings;
        if (place.is_empty()) ++exported.without_place;
    });
    file.commit();
    return exported;
}

}  // namespace audit
