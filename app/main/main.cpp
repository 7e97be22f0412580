// SPDX-License-Identifier: EUPL-1.2
#include "app/main/options.hpp"
#include "app/main/runner.hpp"
#include "app/ui/fonts.hpp"
#include "audit/dossier/identity.hpp"
#include "geo/base/files.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <memory>
#include <thread>
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace {

using namespace app;

void set_up_log() {
    // People read the window; the log is for whoever looks for a fault.
    auto log = spdlog::stderr_logger_mt("doorgang");
    log->set_level(spdlog::level::warn);
    spdlog::set_default_logger(log);
}

void need_file(const std::filesystem::path& file) {
    if (std::filesystem::exists(file)) return;
    base::Problem problem{.code = "file-missing", .message = base::text("The file is not there.")};
    problem.where.file = file.string();
    problem.advice = base::text("Check the name and the folder.");
    throw base::Error(problem);
}

[[noreturn]] void one_dossier_only(const std::filesystem::path& second) {
    base::Problem problem{.code = "several-dossiers", .message = base::text("Only one dossier can be open at a time.")};
    problem.where.file = second.string();
    problem.advice = base::text("Leave it out, or start the program once for each.");
    throw base::Refusal(problem);
}

/// @param somebody_is_there who can choose what to open
void open_files(Desk& desk, const std::vector<std::filesystem::path>& files, bool somebody_is_there) {
    if (files.empty() && somebody_is_there) return desk.show_start();
    for (const auto& file : files) need_file(file);
    auto sources = files;
    const auto dossiers = std::stable_partition(sources.begin(), sources.end(), audit::Dossier::is_one);
    const std::vector<std::filesystem::path> named(sources.begin(), dossiers);
    sources.erase(sources.begin(), dossiers);
    if (named.size() > 1) one_dossier_only(named.back());
    if (named.empty())
        desk.open_scratch(sources);
    else
        desk.open(named.front(), sources);
}

/// The typeface of the window is also that of the map.
LabelFaces label_faces() {
    constexpr const char* family = "Noto Sans";
    return {ui::font_file(family, "Regular"), ui::font_file(family, "Bold"), ui::font_file(family, "Italic")};
}

Errand errand_of(const Options& options) {
    Errand errand{.script = {},
                  .script_name = options.script.string(),
                  .shot = options.shot,
                  .timings = options.timings,
                  .label_faces = label_faces()};
    if (!options.script.empty()) errand.script = parse_script(base::read_file(options.script), options.script.string());
    return errand;
}

/// Pictures and scripts look the same on every computer: settings are for people.
Settings settings_of(const Options& options, bool somebody_is_there) {
    Settings settings = somebody_is_there ? read_settings(settings_file()) : Settings{};
    if (options.theme) settings.theme = *options.theme;
    if (options.says_language) settings.language = options.language;
    if (settings.language) base::set_language(*settings.language);
    return settings;
}

DeskOptions desk_options_of(const Options& options, std::function<void()> wake, bool somebody_is_there) {
    DeskOptions desk;
    desk.settings = settings_of(options, somebody_is_there);
    if (somebody_is_there)
        desk.keep_settings = [](const Settings& settings) { keep_settings(settings, settings_file()); };
    desk.author = audit::this_author();
    if (options.now) {
        desk.author.clock = base::fixed_clock(*options.now);
        desk.author.ids = base::time_ordered_ids(desk.author.clock);
    }
    desk.letter_widths = [] { return read_letter_widths(label_faces()); };
    desk.wake = std::move(wake);
    desk.is_calm = false;
    desk.first_looks.wanted = !options.headless || options.shot.empty();
    desk.keep_person = [](const std::string& person) { audit::keep_person(person); };
    return desk;
}

/// The first frame takes some hundredths of a second: what is to be read is begun before.
void await_reading(Desk& desk) {
    constexpr std::chrono::milliseconds k_longest{100}, k_between{1};
    const auto end = std::chrono::steady_clock::now() + k_longest;
    while (!desk.idle() && desk.layers().all().empty() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(k_between);
        desk.tick();
    }
}

/// The desk takes its answers meanwhile, on a thread that has it for so long: opening files takes several questions,
/// and starting the graphics driver as long as all of them.
std::unique_ptr<Stage> make_stage(const Options& options, Desk& desk) {
    std::future<void> answering;
    std::promise<void> made;  // where it cannot be made, its going says so
    answering = std::async(std::launch::async, [&desk, is_made = made.get_future()] {
        while (is_made.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) desk.tick();
    });
    auto stage = options.headless ? make_headless_stage(options.width, options.height, options.scale)
                                  : make_window_stage(options.width, options.height, options.scale);
    made.set_value();
    answering.get();
    return stage;
}

int run(const Options& options, double started) {
    Errand errand = errand_of(options);
    // A script and a picture must not wait for somebody to say who they are.
    const bool somebody_is_there = !options.headless && options.script.empty() && options.shot.empty();
    std::unique_ptr<Stage> stage;  // outlives what wakes it
    std::atomic<Stage*> on_stage = nullptr;
    const auto wake = [&on_stage] {
        if (auto* now = on_stage.load()) now->wake();
    };
    const auto desk_options = desk_options_of(options, wake, somebody_is_there);
    errand.fonts = std::async(std::launch::async, ui::make_fonts, ui::text_scale(desk_options.settings, options.scale));
    Desk desk(desk_options);
    desk.state().asks_name = somebody_is_there && audit::identity().person.empty();
    open_files(desk, options.files, somebody_is_there);
    stage = make_stage(options, desk);
    on_stage = stage.get();
    desk.tick();
    await_reading(desk);
    const int exit_code = Runner(desk, *stage, std::move(errand), started).run();
    // What was chosen in the last moment may still wait for its worker.
    if (somebody_is_there) keep_settings(desk.state().settings, settings_file());
    return exit_code;
}

}  // namespace

/// What a layer takes while it loads goes back to the system, instead of being kept for later; but what is needed again
/// and again for moments does not, for getting it anew takes as long as filling it.
void give_memory_back() {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 2 << 20);
#endif
}

int main(int argc, char** argv) {
    const double started = steady_seconds();
    give_memory_back();
    set_up_log();
    base::load_texts(base::assets_folder() / "texts");
    const auto parsed = parse_options(argc, argv);
    if (parsed.exit_code) return *parsed.exit_code;
    try {
        return run(parsed.options, started);
    } catch (const base::Refusal& refusal) {
        fmt::print(stderr, "{}\n", base::say(refusal.problem()));
        return 3;
    } catch (const base::Error& error) {
        fmt::print(stderr, "{}\n", base::say(error.problem()));
        return 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n{}\n", base::tr("Something went wrong in the program itself."), error.what());
        return 1;
    }
}
