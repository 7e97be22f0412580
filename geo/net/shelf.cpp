// SPDX-License-Identifier: EUPL-1.2
#include "geo/net/shelf.hpp"

#include "geo/base/ids.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <vector>

namespace geo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_kind = "doorgang-answer-1";
/// What was used is marked as used, but not at every look.
constexpr auto k_marked_again = std::chrono::hours(1);

struct Entry {
    fs::file_time_type used;
    std::uintmax_t bytes = 0;
    fs::path file;
};

std::vector<Entry> entries_in(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code gone;
        if (!at->is_regular_file(gone) || gone) continue;
        entries.push_back({at->last_write_time(gone), at->file_size(gone), at->path()});
        if (gone) entries.pop_back();
    }
    return entries;
}

std::uintmax_t sum_of(const std::vector<Entry>& entries) {
    std::uintmax_t sum = 0;
    for (const auto& entry : entries) sum += entry.bytes;
    return sum;
}

void mark_used(const fs::path& file) {
    std::error_code ignored;
    const auto now = fs::file_time_type::clock::now();
    if (now - fs::last_write_time(file, ignored) > k_marked_again) fs::last_write_time(file, now, ignored);
}

/// Straight into its place: a stream would copy what may be many megabytes by small pieces.
std::string rest_of(std::ifstream& in, const fs::path& file) {
    std::error_code failed;
    const auto bytes = fs::file_size(file, failed), begun = static_cast<std::uintmax_t>(in.tellg());
    if (failed || bytes < begun) return {};
    std::string rest(bytes - begun, '\0');
    in.read(rest.data(), static_cast<std::streamsize>(rest.size()));
    rest.resize(static_cast<std::size_t>(in.gcount()));
    return rest;
}

/// A line each for kind, time, type, address and length; then the bytes.
std::string head_of(base::Time when, const std::string& type, const std::string& address, std::size_t bytes) {
    std::string head(k_kind);
    for (const auto& line : {base::to_iso(when), type, address, std::to_string(bytes)}) head += "\n" + line;
    return head + "\n";
}

}  // namespace

Shelf::Shelf(fs::path folder, std::uintmax_t most_bytes, base::Clock clock)
    : folder_(std::move(folder)), most_(most_bytes), clock_(std::move(clock)) {}

fs::path Shelf::file_of(const std::string& address) const {
    const auto name = base::sha256_hex(address);
    return folder_ / name.substr(0, 2) / name;
}

std::optional<Shelf::Kept> Shelf::find(const std::string& address) const {
    const auto file = file_of(address);
    std::ifstream in(file, std::ios::binary);
    std::string kind, when, type, whose, length;
    for (auto* line : {&kind, &when, &type, &whose, &length})
        if (!std::getline(in, *line)) return std::nullopt;
    const auto time = base::parse_time(when);
    if (kind != k_kind || whose != address || !time) return std::nullopt;
    Kept kept{*time, type, rest_of(in, file)};
    if (std::to_string(kept.body.size()) != length) return std::nullopt;
    mark_used(file);
    return kept;
}

void Shelf::keep(const std::string& address, const std::string& type, const std::string& body) {
    const auto file = file_of(address);
    const auto head = head_of(clock_(), type.substr(0, type.find_first_of("\r\n")), address, body.size());
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    const auto passing = file.string() + "." + base::random_hex(8);
    {
        std::ofstream out(passing, std::ios::binary);
        out << head << body;
        out.close();
        if (!out) {
            fs::remove(passing, failed);
            return;
        }
    }
    const auto before = fs::file_size(file, failed);
    const auto replaced = failed ? 0 : before;
    fs::rename(passing, file, failed);
    if (failed) {
        fs::remove(passing, failed);
        return;
    }
    const std::lock_guard lock(mutex_);
    if (!bytes_)
        bytes_ = sum_of(entries_in(folder_));
    else
        *bytes_ += head.size() + body.size() - std::min<std::uintmax_t>(replaced, *bytes_);
    if (*bytes_ > most_) make_room();
}

/// A tenth more than needed, so that it is not done for every answer.
void Shelf::make_room() {
    auto entries = entries_in(folder_);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.used < b.used; });
    bytes_ = sum_of(entries);
    for (const auto& entry : entries) {
        if (*bytes_ <= most_ - most_ / 10) return;
        std::error_code failed;
        if (fs::remove(entry.file, failed)) *bytes_ -= entry.bytes;
    }
}

void Shelf::clear() {
    const std::lock_guard lock(mutex_);
    std::error_code ignored;
    for (const auto& entry : entries_in(folder_)) fs::remove(entry.file, ignored);
    bytes_ = sum_of(entries_in(folder_));
}

std::uintmax_t Shelf::bytes() {
    const std::lock_guard lock(mutex_);
    if (!bytes_) bytes_ = sum_of(entries_in(folder_));
    return *bytes_;
}

}  // namespace geo
