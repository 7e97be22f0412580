// SPDX-License-Identifier: EUPL-1.2
#include "app/main/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace app {
namespace {

constexpr double k_progress_seconds = 0.1;  ///< how often a running job is drawn anew
constexpr double k_paint_seconds = 0.01;    ///< how often is looked whether tiles were finished
constexpr double k_news_seconds = 0.1;      ///< how often what comes bit by bit is shown
constexpr double k_print_seconds = 0.001;   ///< between two pieces of a picture for paper
constexpr double k_cold_seconds = 0.5;      ///< after which the driver is made ready whatever is shown
constexpr double k_asleep_seconds = 3600;
constexpr Budget k_tile_budget = std::chrono::milliseconds(8);
constexpr unsigned k_painters = 2;     ///< more than two cores are hardly ever free
constexpr int k_quiet_frames = 2;      ///< settled frames before a picture is taken
constexpr int k_patience_frames = 10;  ///< frames that may fail in a row before the program gives up

ui::FaceOptions face_options(Stage& stage, PictureTextures& textures, std::future<ui::MadeFonts> fonts) {
    ui::FaceOptions options;
    options.fonts = std::move(fonts);
    options.texture_of = [&textures](const auto& picture) { return textures.of(picture); };
    if (auto* window = stage.window()) {
        options.clipboard = [window] { return window->clipboard(); };
        options.keep_clipboard = [window](const std::string& text) { window->set_clipboard(text); };
    }
    return options;
}

Cursor cursor_of(ui::Face::Cursor cursor) {
    switch (cursor) {
        case ui::Face::Cursor::arrow:
            return Cursor::arrow;
        case ui::Face::Cursor::hand:
            return Cursor::hand;
        case ui::Face::Cursor::text:
            return Cursor::text;
        case ui::Face::Cursor::cross_hair:
            return Cursor::cross_hair;
        case ui::Face::Cursor::move:
            return Cursor::hand;
    }
    return Cursor::arrow;
}

}  // namespace

double steady_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Runner::Runner(Desk& desk, Stage& stage, Errand errand, double started_seconds)
    : desk_(desk),
      stage_(stage),
      errand_(std::move(errand)),
      started_(started_seconds),
      face_(desk, face_options(stage, textures_, std::move(errand_.fonts))),
      renderer_(errand_.label_faces, k_painters, [&stage] { stage.wake(); }),
      printing_(desk, errand_.label_faces, k_painters, [&stage] { stage.wake(); }) {
    if (!errand_.script.empty()) player_.emplace(errand_.script, errand_.script_name, static_cast<ScriptHost&>(*this));
}

double Runner::seconds() const { return steady_seconds(); }

int Runner::run() {
    int exit_code = 0;
    try {
        while (!desk_.state().wants_quit) {
            take_events(stage_.wait(sleep_seconds()));
            if (desk_.tick()) has_news_ = has_changed_ = true;
            if (!go_on()) break;
            is_printing_ = printing_.go_on();
            if (needs_frame())
                guarded(&Runner::draw_frame);
            else if (paints_on())
                guarded(&Runner::paint_on);
            if (lost_picture_) throw base::Error(*lost_picture_);
        }
        if (is_taking_picture()) guarded(&Runner::draw_frame);
        if (lost_picture_) throw base::Error(*lost_picture_);
    } catch (const base::Error& error) {
        fmt::print(stderr, "{}\n", base::say(error.problem()));
        exit_code = 1;
    }
    finish();
    return exit_code;
}

/// @returns false when what the program was started for is done
bool Runner::go_on() {
    if (player_) {
        if (player_->advance() == ScriptPlayer::Result::running) return true;
        player_.reset();
        frame_wanted_ = true;
    }
    if (errand_.shot.empty()) return stage_.window() != nullptr;
    if (!settled() || quiet_frames_ < k_quiet_frames) {
        frame_wanted_ |= desk_.idle() && last_frame_.complete;
        return true;
    }
    wanted_pictures_.push_back({errand_.shot});
    return false;
}

/// Without a window only the picture counts that the program was started for.
bool Runner::is_unseen() const {
    return !stage_.window() && !player_ && !desk_.idle() && timings_.first_picture_ms > 0;
}

bool Runner::needs_frame() const {
    if (is_unseen()) return false;
    if (frame_wanted_ || is_taking_picture() || seen_.is_moving()) return true;
    const double since = seconds() - last_frame_seconds_;
    const bool has_moved = !(desk_.state().camera.view == drawn_view_);
    if ((has_moved || face_.wants_frame()) && !(awaits_first_look() && since < k_news_seconds)) return true;
    // Frames that show nothing new, or little, would take the workers' time.
    if (desk_.is_busy() && since > k_progress_seconds) return true;
    if (has_news_ && (since > k_news_seconds || is_first_look())) return true;
    // Names come with frames only.
    if (!last_frame_.complete) return last_frame_.tiles_missing == last_frame_.tiles_awaited;
    if (has_news_) return desk_.idle() && !has_changed_;
    return player_ && (desk_.idle() || since > k_progress_seconds);
}

/// The picture of the map gets further without a frame.
bool Runner::paints_on() const {
    if (is_unseen()) return false;
    if (has_changed_ || renderer_.has_finished()) return true;
    return !last_frame_.complete && !last_frame_.waits;
}

/// What has come is not shown at once, but what it makes of the map is begun at once.
void Runner::paint_on() {
    has_changed_ = false;
    last_frame_ = renderer_.paint_on(desk_.views().scene(), desk_.state().camera, k_tile_budget, pointer());
    has_news_ |= last_frame_.tiles_drawn > 0;
    tell_desk();
}

/// Who wants one picture does not wait for what may be wanted next.
void Runner::tell_desk() {
    if (errand_.shot.empty()) desk_.be_calm(last_frame_.complete);
}

double Runner::sleep_seconds() const {
    if (needs_frame() || paints_on()) return 0;
    if (is_printing_) return k_print_seconds;
    if (has_news_ || last_frame_.waits) return k_paint_seconds;
    if (player_ || !errand_.shot.empty()) return 0.002;
    return desk_.is_busy() ? k_progress_seconds : desk_.seconds_until_due().value_or(k_asleep_seconds);
}

void Runner::take_events(const std::vector<Event>& events) {
    for (const auto& event : events) {
        if (std::holds_alternative<CloseAsked>(event)) desk_.state().wants_quit = true;
        send(event);
    }
}

void Runner::send(const Event& event) {
    const auto* button = std::get_if<ButtonChanged>(&event);
    if (button && !button->pressed) click_ms_ = 0;
    face_.send(event);
}

/// What a click leads to is found out while the frame that takes it is built.
void Runner::note_click(double milliseconds) {
    if (!click_ms_) return;
    click_ms_ = std::max(*click_ms_, milliseconds);
    if (!face_.input_taken()) return;
    timings_.clicks.push_back(*click_ms_);
    click_ms_.reset();
}

void Runner::take_pictures() {
    std::erase_if(wanted_pictures_, [this](WantedPicture& wanted) {
        if (wanted.frames_before-- > 0) return false;
        taken_.emplace_back(wanted.png, read_picture(stage_.framebuffer(), stage_.width(), stage_.height()));
        return true;
    });
}

/// A picture that was asked for is what the program was started to make: without it the run has failed.
void Runner::write_pictures() {
    for (const auto& [png, picture] : std::exchange(taken_, {})) try {
            write_png(picture, png);
        } catch (const base::Error& error) {
            lost_picture_ = error.problem();
        }
}

/// The last boundary: a frame that fails is shown as a message and the program goes on.
void Runner::guarded(void (Runner::*step)()) {
    try {
        (this->*step)();
        failed_frames_ = 0;
    } catch (const base::Error& error) {
        if (++failed_frames_ > k_patience_frames) throw;
        desk_.say_failed(error.problem());
    } catch (const std::exception& error) {
        base::Problem problem{.code = "frame-failed", .message = base::text("The window could not be drawn.")};
        problem.advice = base::text("What you recorded is safe. Report it with the technical text.");
        problem.detail = error.what();
        if (++failed_frames_ > k_patience_frames) throw base::Error(problem);
        desk_.say_failed(problem);
    }
}

void Runner::draw_frame() {
    frame_wanted_ = has_news_ = has_changed_ = false;
    const double begin = seconds();
    face_.build(stage_.width(), stage_.height(), stage_.pixel_ratio(), begin);
    note_click((seconds() - begin) * 1000);
    const auto& state = desk_.state();
    const auto area = face_.map_area();
    const Target target{stage_.framebuffer(), stage_.height(), static_cast<int>(area.x0), static_cast<int>(area.y0)};
    stage_.begin();
    last_frame_ =
        renderer_.draw(desk_.views().scene(), seen_.camera(desk_.state(), begin), target, k_tile_budget, pointer());
    tell_desk();
    face_.draw(stage_.keeps_picture());
    take_pictures();
    stage_.present();
    if (auto* window = stage_.window()) window->set_cursor(cursor_of(face_.cursor()));
    last_frame_seconds_ = seconds();
    drawn_view_ = state.camera.view;
    note_frame((last_frame_seconds_ - begin) * 1000);
    quiet_frames_ = settled() ? quiet_frames_ + 1 : 0;
    write_pictures();
    shows_map_ |= last_frame_.complete && has_layers();
    if (is_time_to_warm_up()) {
        renderer_.warm_up(target);
        is_warm_ = true;
    }
}

bool Runner::has_layers() const {
    const auto& layers = desk_.layers().all();
    return std::any_of(layers.begin(), layers.end(), [](const auto& layer) { return layer.data || layer.image; });
}

/// In the first moments the panels come to rest with the first look at the map.
bool Runner::awaits_first_look() const {
    return !shows_map_ && desk_.is_busy() && seconds() - started_ < k_cold_seconds;
}

/// Who waits for the map waits no longer.
bool Runner::is_first_look() const { return !shows_map_ && last_frame_.complete && has_layers(); }

/// While layers are read, before anybody moves the map; but nobody waits for it who waits for the first look at them,
/// or for one picture.
bool Runner::is_time_to_warm_up() const {
    if (is_warm_ || !errand_.shot.empty()) return false;
    return shows_map_ || desk_.idle() || seconds() - started_ > k_cold_seconds;
}

std::optional<Pixel> Runner::pointer() const {
    const auto& state = desk_.state();
    if (!state.pointer) return std::nullopt;
    return state.camera.to_screen(*state.pointer);
}

/// The first one belongs to starting: it brings fonts and shaders, and is told as such.
void Runner::note_frame(double milliseconds) {
    if (timings_.first_picture_ms > 0) return timings_.frames.push_back(milliseconds);
    timings_.first_picture_ms = (seconds() - started_) * 1000;
}

bool Runner::settled() const {
    // What came after the last frame was drawn is not in its picture yet.
    return !frame_wanted_ && !has_news_ && desk_.idle() && last_frame_.complete && !seen_.is_moving() &&
           face_.input_taken() && !face_.wants_frame() &&
           (desk_.state().snapshot || desk_.state().notice || desk_.state().start_open);
}

std::optional<SeenWidget> Runner::widget(const std::string& name) {
    const auto* found = face_.registry().find(name);
    if (!found) return std::nullopt;
    return SeenWidget{.middle = {(found->rect.x0 + found->rect.x1) / 2, (found->rect.y0 + found->rect.y1) / 2},
                      .text = found->text,
                      .enabled = found->reason.empty(),
                      .in_view = found->in_view};
}

Pixel Runner::map_corner() const { return {face_.map_area().x0, face_.map_area().y0}; }

void Runner::note_settle(const std::string& view, double milliseconds) {
    timings_.settles.push_back({view, milliseconds});
}

void Runner::finish() {
    if (errand_.timings.empty()) return;
    for (const auto& layer : desk_.layers().all()) {
        if (!layer.data) continue;
        timings_.features += static_cast<std::int64_t>(layer.data->feature_count);
        timings_.vertices += static_cast<std::int64_t>(layer.data->corners);
    }
    write_timings(timings_, errand_.timings);
}

}  // namespace app
