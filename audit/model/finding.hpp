// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/clock.hpp"
#include "geo/geometry/shape.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// bevinding: open, in behandeling, opgelost, gecontroleerd, vervallen.
enum class Status { open, in_progress, solved, verified, dropped };
/// ernst: aandachtspunt (1), hinderlijk (2), blokkerend (3).
enum class Severity { attention = 1, hindering = 2, blocking = 3 };
/// Who brought it in.
enum class ReportSource { inspection, resident, expert, network };

inline constexpr std::array k_statuses{Status::open, Status::in_progress, Status::solved, Status::verified,
                                       Status::dropped};
inline constexpr std::array k_severities{Severity::blocking, Severity::hindering, Severity::attention};
inline constexpr std::array k_report_sources{ReportSource::inspection, ReportSource::resident, ReportSource::expert,
                                             ReportSource::network};

/// The stable words of files and scripts: "in-progress", "blocking", "inspection". They never change.
std::string_view word_of(Status status);
std::string_view word_of(Severity severity);
std::string_view word_of(ReportSource source);
std::optional<Status> parse_status(std::string_view word);
std::optional<Severity> parse_severity(std::string_view word);
std::optional<ReportSource> parse_report_source(std::string_view word);
/// Whether a finding may go from one status to the other: only what is solved can be verified, and what was dropped is
/// opened again first. Staying is allowed, with another reason.
bool may_follow(Status from, Status to);
/// What people read, translatable.
base::Text label_of(Status status);
base::Text label_of(Severity severity);
base::Text label_of(ReportSource source);

/// meting: what was measured. Verdicts are computed from it and never stored instead of it.
struct Measurement {
    std::string uuid{};
    std::string quantity;              ///< id of a catalogue quantity: "passage-width"
    double value = 0;                  ///< in `unit`; yes/no quantities are 1 or 0
    std::string unit;                  ///< as entered: "m", "cm", "mm", "%", "N", …
    std::optional<double> accuracy{};  ///< ± in `unit`; nothing when neither the inspector nor the method says
    std::string method{};              ///< id of a catalogue method: "tape"; may be empty

    bool operator==(const Measurement&) const = default;
};

/// A photo copied into the dossier's media folder, named by its content.
struct Photo {
    std::string uuid, sha256;
    std::string path;  ///< relative to the dossier's folder: "binnenstad.media/ab12….jpg"
    std::int64_t bytes = 0;
    std::string content_type;

    bool operator==(const Photo&) const = default;
};

/// voorziening: a sports hall, a town hall, … that findings can belong to.
struct Facility {
    std::string uuid, name, kind, address, district;
    geo::Shape shape{};  ///< in the dossier's CRS; may be empty
    std::string created, changed;

    bool operator==(const Facility&) const = default;
};

/// bevinding: something observed at a place, with everything that hangs on it.
struct Finding {
    std::int64_t fid = 0;  ///< local to the file; identity is `uuid`
    std::string uuid, category, title;
    Status status = Status::open;
    std::optional<Severity> severity{};
    std::string date;      ///< of observation, YYYY-MM-DD
    std::string recorded;  ///< ISO time of entry, UTC
    std::string by;        ///< who observed; internal
    ReportSource source = ReportSource::inspection;
    std::string facility, district, notes, internal_notes, status_reason;
    std::string responsible, due;           ///< who must act, in free text, and by when, YYYY-MM-DD; both internal
    std::vector<std::string> layer_refs{};  ///< what it is about on the map: "layer-uuid/fid"
    geo::Shape shape{};                     ///< in the dossier's CRS
    std::string created, changed;           ///< ISO times, UTC
    std::vector<Measurement> measurements{};
    std::vector<std::string> goals{};  ///< goal ids, sorted
    std::vector<Photo> photos{};

    bool operator==(const Finding&) const = default;
};

}  // namespace audit
