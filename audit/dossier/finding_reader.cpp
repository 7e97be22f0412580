// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/cells.hpp"
#include "audit/dossier/finding_rows.hpp"
#include "audit/dossier/state.hpp"
#include "geo/geometry/geopackage_blob.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace audit {
namespace {

constexpr const char* k_finding =
    "SELECT fid, uuid, category, title, status, severity, date, recorded, \"by\", source, facility, district, notes, "
    "internal_notes, status_reason, responsible, due, layer_refs, created, changed, geom FROM finding ";
constexpr const char* k_measurement = "SELECT finding, uuid, quantity, value, unit, accuracy, method FROM measurement ";
constexpr const char* k_goal = "SELECT finding, goal FROM finding_goal ";
constexpr const char* k_photo = "SELECT finding, uuid, sha256, path, bytes, content_type FROM media ";

// Values that another program wrote and that we do not know become the nearest we do; check() reports them.
Finding finding_from(const Cells& row) {
    Finding f;
    f.fid = row.number(0);
    f.uuid = row.text(1);
    f.category = row.text(2);
    f.title = row.text(3);
    f.status = parse_status(row.text(4)).value_or(Status::open);
    f.severity = parse_severity(row.text(5));
    f.date = row.text(6);
    f.recorded = row.text(7);
    f.by = row.text(8);
    f.source = parse_report_source(row.text(9)).value_or(ReportSource::inspection);
    f.facility = row.text(10);
    f.district = row.text(11);
    f.notes = row.text(12);
    f.internal_notes = row.text(13);
    f.status_reason = row.text(14);
    f.responsible = row.text(15);
    f.due = row.text(16);
    if (!row.is_null(17)) f.layer_refs = parse_layer_refs(row.text(17));
    f.created = row.text(18);
    f.changed = row.text(19);
    if (!row.is_null(20)) {
        try {
            f.shape = geo::from_geopackage_blob(row.blob(20)).shape;
        } catch (const base::Error&) {
            // A broken blob leaves the finding without a place; check() names it.
            f.shape = {};
        }
    }
    return f;
}

void add_measurement(Finding& f, const Cells& row) {
    Measurement m;
    m.uuid = row.text(1);
    m.quantity = row.text(2);
    m.value = row.real(3);
    m.unit = row.text(4);
    if (!row.is_null(5)) m.accuracy = row.real(5);
    m.method = row.text(6);
    f.measurements.push_back(std::move(m));
}

void add_goal(Finding& f, const Cells& row) { f.goals.push_back(row.text(1)); }

void add_photo(Finding& f, const Cells& row) {
    f.photos.push_back({row.text(1), row.text(2), row.text(3), row.number(4), row.text(5)});
}

/// Rows that belong to findings, walked beside them: both sides are ordered by the finding's uuid.
class Follower {
public:
    Follower(Connection& connection, const std::string& sql, void (*add)(Finding&, const Cells&))
        : rows_(connection, sql + "ORDER BY finding, uuid"), add_(add) {
        step();
    }

    void collect(Finding& finding) {
        while (more_ && owner_ < finding.uuid) step();
        for (; more_ && owner_ == finding.uuid; step()) add_(finding, rows_);
    }

private:
    void step() {
        more_ = rows_.step();
        if (more_) owner_ = rows_.text(0);
    }

    Cells rows_;
    void (*add_)(Finding&, const Cells&);
    std::string owner_;
    bool more_ = false;
};

void collect(Connection& connection, const char* sql, Finding& finding, void (*add)(Finding&, const Cells&)) {
    Cells rows(connection, std::string(sql) + "WHERE finding = ? ORDER BY uuid");
    rows.bind(1, finding.uuid);
    while (rows.step()) add(finding, rows);
}

void put_goals_in_order(Finding& finding) {
    std::sort(finding.goals.begin(), finding.goals.end());
    finding.goals.erase(std::unique(finding.goals.begin(), finding.goals.end()), finding.goals.end());
}

using Batch = std::vector<Finding>;
constexpr std::size_t k_batch = 256;
/// Enough to keep both sides busy, few enough that memory does not grow with the dossier.
constexpr std::size_t k_waiting_batches = 8;

/// Findings on their way from the thread that reads the file to the one that uses them.
class Belt {
public:
    /// @returns false when nobody wants more
    bool put(Batch batch) {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [&] { return stopped_ || waiting_.size() < k_waiting_batches; });
        if (stopped_) return false;
        waiting_.push_back(std::move(batch));
        moved_.notify_all();
        return true;
    }

    void end(std::exception_ptr fault) {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        fault_ = std::move(fault);
        moved_.notify_all();
    }

    /// Empty at the end. @throws what ended the reading
    Batch take() {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            if (fault_) std::rethrow_exception(fault_);
            return {};
        }
        auto batch = std::move(waiting_.front());
        waiting_.pop_front();
        moved_.notify_all();
        return batch;
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        moved_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable moved_;
    std::deque<Batch> waiting_;
    std::exception_ptr fault_;
    bool ended_ = false, stopped_ = false;
};

/// Gives every finding, in the order of uuid, until `use` returns false.
void read_in_order(Connection& connection, const std::function<bool(Finding&&)>& use) {
    Cells rows(connection, std::string(k_finding) + "ORDER BY uuid");
    Follower measurements(connection, k_measurement, add_measurement), goals(connection, k_goal, add_goal),
        photos(connection, k_photo, add_photo);
    while (rows.step()) {
        auto finding = finding_from(rows);
        measurements.collect(finding);
        goals.collect(finding);
        photos.collect(finding);
        put_goals_in_order(finding);
        if (!use(std::move(finding))) return;
    }
}

void read_onto(Belt& belt, Connection& connection) {
    try {
        Batch batch;
        bool wanted = true;
        read_in_order(connection, [&](Finding&& finding) {
            batch.push_back(std::move(finding));
            if (batch.size() == k_batch) wanted = belt.put(std::exchange(batch, {}));
            return wanted;
        });
        if (wanted && !batch.empty()) belt.put(std::move(batch));
        belt.end(nullptr);
    } catch (...) {
        belt.end(std::current_exception());
    }
}

/// A thread that reads while this one works on what was read. It is the only one to use the connection meanwhile.
class Reading {
public:
    explicit Reading(Connection& connection) : thread_([this, &connection] { read_onto(belt_, connection); }) {}
    ~Reading() {
        belt_.stop();
        thread_.join();
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Batch take() { return belt_.take(); }

private:
    Belt belt_;
    std::thread thread_;
};

}  // namespace

void read_findings(Connection& connection, const std::function<void(Finding&&)>& use, base::Progress progress) {
    auto total = static_cast<double>(std::max<std::int64_t>(1, connection.number("SELECT count(*) FROM finding")));
    Reading reading(connection);
    std::size_t done = 0;
    for (auto batch = reading.take(); !batch.empty(); batch = reading.take()) {
        for (auto& finding : batch) use(std::move(finding));
        done += batch.size();
        progress.report(static_cast<double>(done) / total);
    }
}

std::shared_ptr<const Finding> read_finding(Connection& connection, const std::string& uuid) {
    Cells row(connection, std::string(k_finding) + "WHERE uuid = ?");
    row.bind(1, uuid);
    if (!row.step()) return nullptr;
    auto finding = finding_from(row);
    collect(connection, k_measurement, finding, add_measurement);
    collect(connection, k_goal, finding, add_goal);
    collect(connection, k_photo, finding, add_photo);
    put_goals_in_order(finding);
    return std::make_shared<const Finding>(std::move(finding));
}

}  // namespace audit
