// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace base {

/// Where something went wrong. Empty parts are filled in on the way up, see at().
struct Where {
    std::string file{}, layer{}, field{};
    std::optional<std::int64_t> feature{};

    bool operator==(const Where&) const = default;
};

/// What happened, where, and what to do. `code` is stable, for tests and scripts; `detail` is the technical
/// text (GDAL's, SQLite's) that folds out.
struct Problem {
    std::string code;
    Text message;
    Where where{};
    Text advice{};
    std::string detail{};
};

/// One sentence or two for a person: place, what happened, what to do.
std::string say(const Problem& problem, Language language);
std::string say(const Problem& problem);

/// What cannot be delivered. Bad data that can be worked around is a remark (Problems) instead; misuse is an assertion.
class Error : public std::exception {
public:
    explicit Error(Problem problem);
    const char* what() const noexcept override { return english_.c_str(); }
    const Problem& problem() const { return problem_; }
    void fill(const Where& where);

private:
    Problem problem_;
    std::string english_;
};

/// An action that is not allowed now; its reason is the tooltip in the window and exit code 3 of the command line.
class Refusal : public Error {
public:
    using Error::Error;
};

/// Runs `work`; an Error that leaves it gets the parts of `where` that it does not know yet.
template <class Work>
auto at(const Where& where, Work&& work) {
    try {
        return work();
    } catch (Error& error) {
        error.fill(where);
        throw;
    }
}

/// Remarks of one kind in one layer: all are counted, the first ones are listed.
struct Remark {
    Problem problem;
    std::int64_t count = 0;
    std::vector<std::int64_t> first{};  ///< feature ids, at most k_listed_features
};

/// A million broken features must fill neither memory nor the screen.
constexpr std::size_t k_listed_features = 50;

class Problems {
public:
    Problems() = default;
    explicit Problems(std::vector<Remark> remarks) : remarks_(std::move(remarks)) {}
    void add(const Problem& problem);
    void add(const Problems& others);
    const std::vector<Remark>& remarks() const { return remarks_; }
    bool empty() const { return remarks_.empty(); }
    std::int64_t count(const std::string& code) const;

private:
    std::vector<Remark> remarks_;
};

/// A result that came with remarks.
template <class T>
struct Loaded {
    T value;
    Problems problems{};
};

}  // namespace base
