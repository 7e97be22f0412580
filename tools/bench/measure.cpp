// SPDX-License-Identifier: EUPL-1.2
#include "tools/bench/measure.hpp"

#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <stdexcept>

namespace bench {
namespace {

std::string wrong_count(std::int64_t expected, std::int64_t got) {
    return "expected " + std::to_string(expected) + " rows, got " + std::to_string(got);
}

/// Of the programs that were run, or else of this process.
double peak_rss_mb() {
    rusage own{}, programs{};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &programs);
    return static_cast<double>(programs.ru_maxrss > 0 ? programs.ru_maxrss : own.ru_maxrss) / 1024.0;
}

Measured measure_here(const Case& wanted) {
    Measured result;
    try {
        auto work = wanted.prepare();
        for (int run = 0; run < wanted.runs && result.wrong.empty(); ++run) {
            auto begin = std::chrono::steady_clock::now();
            auto rows = work();
            std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            result.ms.push_back(took.count());
            if (rows != wanted.rows) result.wrong = wrong_count(wanted.rows, rows);
        }
    } catch (const std::exception& error) {
        result.wrong = error.what();
    }
    result.peak_rss_mb = peak_rss_mb();
    return result;
}

void write_all(int descriptor, const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
        auto count = write(descriptor, text.data() + done, text.size() - done);
        if (count <= 0) return;
        done += static_cast<std::size_t>(count);
    }
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t count; (count = read(descriptor, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(count));
    return text;
}

[[noreturn]] void run_child(const Case& wanted, int out) {
    auto result = measure_here(wanted);
    nlohmann::json told{{"ms", result.ms}, {"peak_rss_mb", result.peak_rss_mb}, {"wrong", result.wrong}};
    write_all(out, told.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    _exit(0);
}

Measured from_json(const std::string& text) {
    if (text.empty()) return {.wrong = "the process ended without a result"};
    auto told = nlohmann::json::parse(text);
    return {.ms = told.at("ms"), .peak_rss_mb = told.at("peak_rss_mb"), .wrong = told.at("wrong")};
}

}  // namespace

Measured measure(const Case& work) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    auto child = fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) {
        close(ends[0]);
        run_child(work, ends[1]);
    }
    close(ends[1]);
    auto text = read_all(ends[0]);
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return from_json(text);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    auto half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace bench
