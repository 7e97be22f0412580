// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/finding.hpp"

#include "geo/base/texts.hpp"

#include <algorithm>

namespace audit {
namespace {

template <class Value, std::size_t N>
std::optional<Value> parse(const std::array<Value, N>& all, std::string_view word) {
    auto found = std::find_if(all.begin(), all.end(), [&](Value value) { return word_of(value) == word; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::string_view word_of(Status status) {
    switch (status) {
        case Status::open:
            return "open";
        case Status::in_progress:
            return "in-progress";
        case Status::solved:
            return "solved";
        case Status::verified:
            return "verified";
        case Status::dropped:
            return "dropped";
    }
    return "open";
}

std::string_view word_of(Severity severity) {
    switch (severity) {
        case Severity::attention:
            return "attention";
        case Severity::hindering:
            return "hindering";
        case Severity::blocking:
            return "blocking";
    }
    return "attention";
}

std::string_view word_of(ReportSource source) {
    switch (source) {
        case ReportSource::inspection:
            return "inspection";
        case ReportSource::resident:
            return "resident";
        case ReportSource::expert:
            return "expert";
        case ReportSource::network:
            return "network";
    }
    return "inspection";
}

std::optional<Status> parse_status(std::string_view word) { return parse(k_statuses, word); }
std::optional<Severity> parse_severity(std::string_view word) { return parse(k_severities, word); }
std::optional<ReportSource> parse_report_source(std::string_view word) { return parse(k_report_sources, word); }

bool may_follow(Status from, Status to) {
    if (from == to) return true;
    if (to == Status::verified) return from == Status::solved;
    if (from == Status::dropped) return to == Status::open || to == Status::in_progress;
    return true;
}

base::Text label_of(Status status) {
    switch (status) {
        case Status::open:
            return base::text_in("status", "open");
        case Status::in_progress:
            return base::text_in("status", "in progress");
        case Status::solved:
            return base::text_in("status", "solved");
        case Status::verified:
            return base::text_in("status", "verified");
        case Status::dropped:
            return base::text_in("status", "dropped");
    }
    return {};
}

base::Text label_of(Severity severity) {
    switch (severity) {
        case Severity::attention:
            return base::text_in("severity", "point of attention");
        case Severity::hindering:
            return base::text_in("severity", "hindering");
        case Severity::blocking:
            return base::text_in("severity", "blocking");
    }
    return {};
}

base::Text label_of(ReportSource source) {
    switch (source) {
        case ReportSource::inspection:
            return base::text_in("report source", "inspection");
        case ReportSource::resident:
            return base::text_in("report source", "resident");
        case ReportSource::expert:
            return base::text_in("report source", "expert by experience");
        case ReportSource::network:
            return base::text_in("report source", "neighbourhood network");
    }
    return {};
}

}  // namespace audit
