// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/face.hpp"

#include "app/ui/draw.hpp"
#include "app/ui/input.hpp"
#include "app/ui/keyboard.hpp"
#include "app/ui/repaint.hpp"
#include "app/ui/shell.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

/// Frames drawn after the last thing that happened, so that everything comes to rest: hover, focus, scrolling.
constexpr int k_settling_frames = 3;

struct Face::Pimpl {
    Ui ui;
    Input input;
    Registry last;
    FaceOptions options;
    MadeFonts made{};
    int frames_wanted = k_settling_frames;
    std::string clipboard_text;
    std::pair<FaceOptions*, std::string*> clipboard_link{};
    app::Theme styled_theme = app::Theme::light;
    float styled_scale = 0;
    bool device_is_stale = false;
    Repaint repaint{};
    double last_seconds = 0;

    void prepare(int width, int height, double pixel_ratio, double seconds);
    void restyle(float scale);
    void take_wanted_focus();
    void abandon_frame();
};

namespace {

const char* read_clipboard(void* data) {
    auto& face = *static_cast<std::pair<FaceOptions*, std::string*>*>(data);
    *face.second = face.first->clipboard ? face.first->clipboard() : *face.second;
    return face.second->c_str();
}

void write_clipboard(void* data, const char* text) {
    auto& face = *static_cast<std::pair<FaceOptions*, std::string*>*>(data);
    *face.second = text;
    if (face.first->keep_clipboard) face.first->keep_clipboard(text);
}

/// Nothing of ImGui's own looks remains: what it still draws itself has our colours.
void set_style(const Ui& ui) {
    auto& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowRounding = style.ChildRounding = 0;
    style.PopupRounding = ui.px(6);
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
    style.PopupBorderSize = 1;
    style.WindowPadding = {ui.px(16), ui.px(16)};
    style.ItemSpacing = {ui.px(8), ui.px(8)};
    style.ScrollbarSize = ui.px(10);
    style.ScrollbarRounding = ui.px(5);
    style.GrabMinSize = ui.px(28);
    style.WindowMinSize = {1, 1};
    style.DisplaySafeAreaPadding = {0, 0};
    const auto& t = ui.t();
    auto* colours = style.Colors;
    const auto set = [&](int which, Colour colour, float alpha = 1) {
        colours[which] = ImGui::ColorConvertU32ToFloat4(paint(colour, alpha));
    };
    set(ImGuiCol_Text, t.ink);
    set(ImGuiCol_WindowBg, t.panel);
    set(ImGuiCol_PopupBg, t.panel);
    set(ImGuiCol_ChildBg, t.panel, 0);
    set(ImGuiCol_Border, t.edge);
    set(ImGuiCol_ScrollbarBg, t.panel, 0);
    set(ImGuiCol_ScrollbarGrab, t.edge, 0.6F);
    set(ImGuiCol_ScrollbarGrabHovered, t.edge);
    set(ImGuiCol_ScrollbarGrabActive, t.accent);
    set(ImGuiCol_ModalWindowDimBg, t.ink, 0.4F);
}

}  // namespace

float text_scale(const app::Settings& settings, double pixel_ratio) {
    return static_cast<float>(pixel_ratio * settings.text_scale) * tokens(settings.theme).text_factor;
}

Face::Face(app::Desk& desk, FaceOptions options)
    : pimpl_(new Pimpl{.ui = {desk}, .input = {}, .last = {}, .options = std::move(options), .clipboard_text = {}}) {
    if (pimpl_->options.fonts.valid()) pimpl_->made = pimpl_->options.fonts.get();
    pimpl_->ui.fonts = pimpl_->made.fonts;
    ImGui::CreateContext(pimpl_->made.atlas.get());
    pimpl_->ui.texture_of = pimpl_->options.texture_of;
    auto& io = ImGui::GetIO();
    io.UserData = &pimpl_->ui.registry;
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would draw all day
    io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
    Input::bind_keys();
    pimpl_->ui.colours = &tokens(desk.state().settings.theme);
    if (pimpl_->options.with_renderer)
        ImGui_ImplOpenGL3_Init("#version 330 core");
    else
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    pimpl_->clipboard_link = {&pimpl_->options, &pimpl_->clipboard_text};
    io.ClipboardUserData = &pimpl_->clipboard_link;
    io.GetClipboardTextFn = read_clipboard;
    io.SetClipboardTextFn = write_clipboard;
}

Face::~Face() {
    if (pimpl_->options.with_renderer) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void Face::send(const app::Event& event) {
    pimpl_->input.send(event);
    pimpl_->frames_wanted = k_settling_frames;
}

bool Face::input_taken() const { return pimpl_->input.is_empty(); }

void Face::Pimpl::restyle(float scale) {
    const auto theme = ui.state().settings.theme;
    if (scale != ui.fonts.scale) {
        made = make_fonts(scale);
        ui.fonts = made.fonts;
        ImGui::GetIO().Fonts = made.atlas.get();
        device_is_stale = true;
    }
    if (scale == styled_scale && theme == styled_theme) return;
    styled_scale = scale;
    styled_theme = theme;
    repaint.forget();
    set_style(ui);
}

void Face::Pimpl::prepare(int width, int height, double pixel_ratio, double seconds) {
    ui.colours = &tokens(ui.state().settings.theme);
    ui.scale = text_scale(ui.state().settings, pixel_ratio);
    ui.size = {static_cast<float>(width), static_cast<float>(height)};
    ui.seconds = seconds;
    restyle(ui.scale);
    auto& io = ImGui::GetIO();
    io.DisplaySize = ui.size;
    io.DeltaTime = static_cast<float>(std::clamp(seconds - last_seconds, 1e-4, 0.1));
    last_seconds = seconds;
}

void Face::Pimpl::take_wanted_focus() {
    auto& wanted = ui.state().focus_wanted;
    if (wanted.empty()) return;
    // “form/first” is the first field below the choice of category that can be typed in.
    if (wanted == "form/first") {
        const auto& fields = ui.desk.views().form().fields;
        wanted = fields.empty() ? "form/title" : "form/value/" + fields.front().key;
    }
    ImGui::ClearActiveID();
    ui.focus.set(wanted);
    wanted.clear();
}

void Face::Pimpl::abandon_frame() {
    ImGui::ErrorCheckEndFrameRecover(nullptr);
    ImGui::EndFrame();
    ui.layer = 0;
    ui.keys.clear();
    frames_wanted = k_settling_frames;
}

void Face::build(int width, int height, double pixel_ratio, double seconds) {
    auto& p = *pimpl_;
    p.prepare(width, height, pixel_ratio, seconds);
    p.take_wanted_focus();
    p.input.feed(p.ui);
    if (p.device_is_stale && p.options.with_renderer) {
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
        p.device_is_stale = false;
    }
    if (p.options.with_renderer) ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    const std::string focus_before = p.ui.focus.current();
    p.ui.focus.move(p.last, p.ui.keys);
    p.ui.focus.mend(p.last);
    if (p.ui.focus.current() != focus_before) ImGui::ClearActiveID();
    p.ui.registry.clear();
    p.ui.layer = 0;
    const bool had_moved = p.ui.focus.just_moved;
    p.ui.focus.text_is_active = false;
    try {
        draw_shell(p.ui);
        use_keys(p.ui);
        for (const auto& path : p.input.take_dropped()) p.ui.desk.dispatch("file-drop", path.string());
    } catch (...) {  // the frame is given up; the next one begins with nothing left open
        p.abandon_frame();
        throw;
    }
    if (had_moved) p.ui.focus.just_moved = false;
    p.ui.scroll_wanted.clear();
    ImGui::Render();
    p.last = p.ui.registry;
    if (p.frames_wanted > 0) --p.frames_wanted;
    if (std::exchange(p.ui.frames_wanted, false)) p.frames_wanted = k_settling_frames;
    if (!ImGui::GetIO().MouseDown[0] && p.ui.calm_focus != p.ui.focus.current()) {
        p.ui.calm_focus = p.ui.focus.current();
        p.frames_wanted = k_settling_frames;
    }
    if (!p.input.is_empty() || p.ui.focus.current() != focus_before || !p.ui.state().focus_wanted.empty())
        p.frames_wanted = k_settling_frames;
}

void Face::draw(bool is_kept) {
    auto* built = ImGui::GetDrawData();
    if (!is_kept) pimpl_->repaint.forget();
    pimpl_->repaint.keep_changed(*built, pimpl_->ui.map);
    ImGui_ImplOpenGL3_RenderDrawData(built);
}

bool Face::wants_frame() const { return pimpl_->frames_wanted > 0; }

const Registry& Face::registry() const { return pimpl_->last; }
const std::string& Face::focus() const { return pimpl_->ui.focus.current(); }
Rect Face::map_area() const { return pimpl_->ui.map; }

Face::Cursor Face::cursor() const {
    switch (ImGui::GetMouseCursor()) {
        case ImGuiMouseCursor_TextInput:
            return Cursor::text;
        case ImGuiMouseCursor_Hand:
            return Cursor::hand;
        case ImGuiMouseCursor_ResizeAll:
        case ImGuiMouseCursor_ResizeEW:
            return Cursor::move;
        case ImGuiMouseCursor_NotAllowed:
            return Cursor::cross_hair;
        default:
            return Cursor::arrow;
    }
}

void Face::keep_drawn(bool keep) { pimpl_->ui.registry.keeps_drawn = keep; }

void Face::scroll_to(const std::string& widget) {
    pimpl_->ui.scroll_wanted = widget;
    pimpl_->frames_wanted = k_settling_frames;
}

bool Ui::take(const app::Chord& chord) {
    const auto found = std::find(keys.begin(), keys.end(), chord);
    if (found == keys.end()) return false;
    keys.erase(found);
    return true;
}

}  // namespace ui
