// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"
#include "geo/base/progress.hpp"

#include <exception>

namespace app {

/// Runs `work` about a layer on a worker; what leaves it becomes the `problem` of its answer. Only being cancelled goes
/// on.
template <class Answer, class Work>
Answer guarded(Work&& work) {
    Answer answer;
    try {
        return work();
    } catch (const base::Cancelled&) {
        throw;
    } catch (const base::Error& error) {
        answer.problem = error.problem();
    } catch (const std::exception& error) {
        base::Problem problem{.code = "layer-failed", .message = base::text("The layer could not be loaded.")};
        problem.advice = base::text("Try again; if it stays, report it with the technical text.");
        problem.detail = error.what();
        answer.problem = problem;
    }
    return answer;
}

}  // namespace app
