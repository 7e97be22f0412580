// SPDX-License-Identifier: EUPL-1.2
// Measures what people wait for, at sizes of their choice. Fails on wrong results, never on times.
#include "tools/bench/cases.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <thread>

namespace {
using nlohmann::json;

struct Options {
    std::vector<std::int64_t> sizes{1'000, 100'000};
    std::uint64_t seed = 1;
    int runs = 5;
    std::string folder{}, out{};
};

/// A filter looks at every finding, however few it finds.
std::int64_t rows_of(const bench::Case& work) { return work.name.starts_with("record") ? work.rows : work.findings; }

/// Collects the results and shows each as it comes.
class Report {
public:
    double add(const bench::Case& work, const bench::Measured& measured) {
        json entry{{"name", work.name},
                   {"findings", work.findings},
                   {"rows", work.rows},
                   {"runs", measured.ms.size()},
                   {"peak_rss_mb", measured.peak_rss_mb}};
        auto median = measured.ms.empty() ? 0.0 : bench::median(measured.ms);
        if (!measured.wrong.empty()) {
            entry["wrong"] = measured.wrong;
            ++wrong_;
            fmt::print(stderr, "{:<28}{:>9}  WRONG: {}\n", work.name, work.findings, measured.wrong);
        } else {
            auto [least, most] = std::minmax_element(measured.ms.begin(), measured.ms.end());
            auto per_second = median > 0 ? static_cast<double>(rows_of(work)) / median * 1000.0 : 0.0;
            entry.update({{"median_ms", median}, {"min_ms", *least}, {"max_ms", *most}, {"rows_per_s", per_second}});
            fmt::print(stderr, "{:<28}{:>9}{:>12.2f} ms{:>14.0f} rows/s{:>9.0f} MB\n", work.name, work.findings, median,
                       per_second, measured.peak_rss_mb);
        }
        results_.push_back(std::move(entry));
        return measured.wrong.empty() ? median : 0.0;
    }

    void add_duel(const bench::Duel& duel) {
        auto ours = add(duel.ours, bench::measure(duel.ours));
        auto theirs = add(duel.theirs, bench::measure(duel.theirs));
        if (ours <= 0 || theirs <= 0) return;
        duels_.push_back({{"name", duel.name},
                          {"peer", duel.peer},
                          {"findings", duel.ours.findings},
                          {"ours_ms", ours},
                          {"peer_ms", theirs},
                          {"ratio", ours / theirs}});
        fmt::print(stderr, "{}: {:.2f} times what {} takes\n", duel.name, ours / theirs, duel.peer);
    }

    json as_json(const Options& options) const {
        return {{"seed", options.seed},
                {"cores", std::thread::hardware_concurrency()},
                {"results", results_},
                {"peers", duels_}};
    }
    int wrong() const { return wrong_; }

private:
    json results_ = json::array(), duels_ = json::array();
    int wrong_ = 0;
};

void run_size(Report& report, const bench::Ground& ground) {
    auto fill = bench::fill_case(ground);
    report.add(fill, bench::measure(fill));
    for (const auto& work : bench::reading_cases(ground)) report.add(work, bench::measure(work));
    for (const auto& duel : bench::duels(ground)) report.add_duel(duel);
    auto record = bench::record_case(ground);
    report.add(record, bench::measure(record));
}

std::filesystem::path working_folder(const Options& options) {
    if (!options.folder.empty()) return options.folder;
    return std::filesystem::temp_directory_path() / fmt::format("doorgang-bench-{}", getpid());
}

void write_report(const json& report, const std::string& out) {
    if (out.empty()) {
        fmt::print("{}\n", report.dump(2));
        return;
    }
    std::ofstream file(out);
    file << report.dump(2) << '\n';
    if (!file.flush()) throw std::runtime_error(out + " could not be written");
}

int run(const Options& options, const std::filesystem::path& programs) {
    Report report;
    auto folder = working_folder(options);
    for (auto size : options.sizes)
        run_size(report, {folder / std::to_string(size), programs, bench::Plan(size, options.seed), options.runs});
    if (options.folder.empty()) std::filesystem::remove_all(folder);
    write_report(report.as_json(options), options.out);
    return report.wrong() == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures Doorgang at sizes of your choice; JSON on standard output."};
    Options options;
    app.add_option("--size", options.sizes, "Findings in the dossier; several sizes with commas")
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "Other findings for another number");
    app.add_option("--runs", options.runs, "Runs of each case; the median counts")->check(CLI::Range(1, 1000));
    app.add_option("--folder", options.folder, "Where the dossiers are made and kept; otherwise a passing one");
    app.add_option("--out", options.out, "File for the JSON");
    CLI11_PARSE(app, argc, argv);
    try {
        return run(options, std::filesystem::read_symlink("/proc/self/exe").parent_path());
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
