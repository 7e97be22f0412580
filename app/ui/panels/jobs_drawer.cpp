// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {

using base::tr;

void progress_bar(Ui& ui, const Rect& track, double fraction) {
    fill(track, ui.t().panel, ui.px(3));
    outline(track, ui.t().edge, std::max(1.0F, ui.px(1)), ui.px(3));
    const float part = static_cast<float>(std::clamp(fraction, 0.02, 1.0));
    fill({track.x0, track.y0, track.x0 + track.width() * part, track.y1}, ui.t().accent, ui.px(3));
}

namespace {

std::string job_words(const app::Work& job) {
    if (!job.running) return base::say(base::text("{job}: waiting for its turn", {{"job", base::say(job.name)}}));
    const int percent = static_cast<int>(job.fraction * 100 + 0.5);
    return base::say(
        base::text("{job}: {percent} %", {{"job", base::say(job.name)}, {"percent", std::to_string(percent)}}));
}

}  // namespace

bool job_lines(Ui& ui, const std::string& name) {
    const auto jobs = ui.desk.work();
    for (const auto& job : jobs) {
        const std::string own = name + "/" + (job.job ? std::to_string(*job.job) : "intake");
        const float stop = text_size(ui.fonts.normal, tr("Stop")).x + ui.px(56);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = content_width() - stop - ui.px(12);
        const std::string text = job_words(job);
        const ImVec2 size = text_size(ui.fonts.normal, text, width);
        draw_text(at, ui.fonts.normal, ui.t().ink, text, width);
        note(ui, own, {at.x, at.y, at.x + width, at.y + size.y}, text);
        progress_bar(ui, {at.x, at.y + size.y + ui.px(6), at.x + width, at.y + size.y + ui.px(12)}, job.fraction);
        ImGui::SetCursorScreenPos({at.x + width + ui.px(12), at.y});
        if (job.job && button(ui, own + "/stop", tr("Stop"), {.icon = "cross"})) ui.desk.stop_job(*job.job);
        const float used = std::max(size.y + ui.px(16), ui.px(ui.t().control_height));
        ImGui::SetCursorScreenPos({at.x, at.y + used + ui.px(8)});
    }
    return !jobs.empty();
}

/// Everything that is being done now, each with how far it is and a way to stop it.
void jobs_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "jobs", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "jobs", tr("Jobs"));
    if (job_lines(ui, "jobs/job")) return;
    words(ui, tr("Nothing is being done now. Reading layers and writing files is shown here, and can be stopped here."),
          Style::normal, ui.t().muted, "jobs/none");
}

}  // namespace ui
