// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/script.hpp"
#include "app/core/seen_view.hpp"
#include "app/core/timings.hpp"
#include "app/main/page_printing.hpp"
#include "app/main/stage.hpp"
#include "app/map/picture.hpp"
#include "app/map/picture_textures.hpp"
#include "app/map/renderer.hpp"
#include "app/ui/face.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the program was started to do besides being there.
struct Errand {
    std::vector<ScriptStep> script{};
    std::string script_name{};
    std::filesystem::path shot{};  ///< a picture once everything is there, then the end
    std::filesystem::path timings{};
    LabelFaces label_faces{};  ///< of the names on the map
    std::future<ui::MadeFonts> fonts{};
};

/// Turns the wheel: events to the face, the desk's answers, frames when something is to be seen, sleep when nothing is.
class Runner final : private ScriptHost {
public:
    Runner(Desk& desk, Stage& stage, Errand errand, double started_seconds);

    /// Until the window is closed, or the script or picture is done. @returns the exit code
    int run();

private:
    Desk& desk() override { return desk_; }
    std::optional<SeenWidget> widget(const std::string& name) override;
    void scroll_to(const std::string& name) override { face_.scroll_to(name); }
    void send(const Event& event) override;
    bool input_taken() const override { return face_.input_taken(); }
    bool settled() const override;
    Pixel map_corner() const override;
    void take_picture(const std::filesystem::path& png) override { wanted_pictures_.push_back({png, k_shown_frames}); }
    bool is_taking_picture() const override { return !wanted_pictures_.empty(); }
    double seconds() const override;
    void note_settle(const std::string& view, double milliseconds) override;

    bool go_on();
    void take_events(const std::vector<Event>& events);
    bool is_unseen() const;
    bool needs_frame() const;
    bool paints_on() const;
    void guarded(void (Runner::*step)());
    bool has_layers() const;
    bool awaits_first_look() const;
    bool is_first_look() const;
    bool is_time_to_warm_up() const;
    void draw_frame();
    void tell_desk();
    void paint_on();
    std::optional<Pixel> pointer() const;
    void note_frame(double milliseconds);
    void note_click(double milliseconds);
    void take_pictures();
    void write_pictures();
    double sleep_seconds() const;
    void finish();

    Desk& desk_;
    Stage& stage_;
    Errand errand_;
    double started_;
    PictureTextures textures_{};
    ui::Face face_;
    MapRenderer renderer_;
    PagePrinting printing_;
    std::optional<ScriptPlayer> player_{};
    Timings timings_{};
    bool shows_map_ = false, is_warm_ = false;
    std::optional<double> click_ms_{};  ///< longest building since a click that is still to be taken
    Frame last_frame_{};
    bool is_printing_ = false;
    SeenView seen_{};
    double last_frame_seconds_ = 0;
    View drawn_view_{};  ///< that was wanted when the last frame was drawn
    /// Frames that input may need until what it does is seen.
    static constexpr int k_shown_frames = 2;
    struct WantedPicture {
        std::filesystem::path png;
        int frames_before = 0;  ///< to be drawn first
    };
    std::vector<WantedPicture> wanted_pictures_{};
    std::vector<std::pair<std::filesystem::path, Picture>> taken_{};  ///< still to be written
    std::optional<base::Problem> lost_picture_{};                     ///< a picture that could not be written
    bool frame_wanted_ = true;
    bool has_news_ = false;     ///< something came that the last frame does not show
    bool has_changed_ = false;  ///< ... and the picture of the map may have to be painted anew for it
    int quiet_frames_ = 0, failed_frames_ = 0;
};

/// Seconds of the steady clock.
double steady_seconds();

}  // namespace app
