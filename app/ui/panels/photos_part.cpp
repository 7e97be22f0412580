// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <filesystem>

namespace ui {
namespace {

using base::tr;

/// The picture as large as fits in the middle of `rect`; a sign while it is being read or where it cannot be.
void draw_photo(Ui& ui, const Rect& rect, const app::ShownPhoto& photo) {
    const ImVec2 middle{(rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2};
    const std::uint32_t texture = photo.picture && ui.texture_of ? ui.texture_of(photo.picture) : 0;
    if (texture == 0) {
        draw_icon(middle, ui.fonts.heading, photo.problem ? ui.t().blocking : ui.t().muted,
                  photo.problem ? "warning" : "photo");
        return;
    }
    const auto w = static_cast<float>(photo.picture->width), h = static_cast<float>(photo.picture->height);
    const float factor = std::min(rect.width() / w, rect.height() / h);
    const ImVec2 half{w * factor / 2, h * factor / 2};
    ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture)),
                                         {middle.x - half.x, middle.y - half.y},
                                         {middle.x + half.x, middle.y + half.y});
}

std::string words_of(const app::ShownPhoto& photo, const PhotoItem& item) {
    const std::string name = std::filesystem::path(item.file).filename().string();
    if (photo.problem) return base::say(photo.problem->message) + " " + name;
    return base::say(base::text("Photo {name}", {{"name", name}}));
}

void thumbnail(Ui& ui, const std::string& name, const PhotoItem& item, float width, std::string_view remove) {
    const app::ShownPhoto photo = ui.desk.photos().look(item.file, app::k_thumbnail_edge);
    const float height = width * 0.75F;
    ImGui::BeginGroup();
    const std::string said = words_of(photo, item);
    const auto state = pressable(ui, name + "/show/" + item.key, {width, height}, said, {});
    fill(state.rect, ui.t().hover, ui.px(4));
    draw_photo(ui, state.rect, photo);
    outline(state.rect, ui.t().edge, std::max(1.0F, ui.px(1)), ui.px(4));
    if (state.focused) focus_ring(ui, state.rect);
    if (state.hovered) tip(ui, state, said);
    if (state.pressed) ui.desk.dispatch("photo-show", item.file);
    action_button(ui, name + "/remove/" + item.key, remove, {.weight = Weight::quiet, .icon_only = true}, item.key);
    if (photo.problem) {
        same_line(ui, 4);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = width - ui.px(ui.t().control_height + 4);
        const std::string fault = base::say(photo.problem->message);
        draw_text(at, ui.fonts.small, ui.t().blocking, fault, room);
        ImGui::Dummy(text_size(ui.fonts.small, fault, room));
        note(ui, name + "/missing/" + item.key, {at.x, at.y, at.x + room, at.y + ui.px(20)}, fault);
    }
    ImGui::EndGroup();
}

}  // namespace

void photo_strip(Ui& ui, const std::string& name, const std::vector<PhotoItem>& photos, std::string_view remove) {
    const float gap = ui.px(8), width = (content_width() - gap) / 2;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (i % 2 == 1) ImGui::SameLine(0, gap);
        thumbnail(ui, name, photos[i], width, remove);
    }
}

void form_photos(Ui& ui) {
    const auto& state = ui.state();
    const auto& draft = *state.draft;
    std::vector<PhotoItem> photos;
    if (const auto* finding = draft.is_new() ? nullptr : state.snapshot->find(draft.uuid))
        for (const auto& photo : finding->photos) {
            const auto& removed = draft.removed_photos;
            if (std::find(removed.begin(), removed.end(), photo.uuid) == removed.end())
                photos.push_back({photo.uuid, app::file_of(state.snapshot->info, photo)});
        }
    for (const auto& file : draft.photos) photos.push_back({file, file});
    label(ui, tr("Photos"));
    photo_strip(ui, "form/photos", photos, "form-photo-remove");
    action_button(ui, "form/photo", "photo-browse", {.width = -1});
}

void large_photo(Ui& ui) {
    dim_everything(ui);
    const float margin = ui.px(24);
    const Rect rect{margin, margin, ui.size.x - margin, ui.size.y - margin};
    const Panel panel(ui, "photo", rect, {.padding = 12, .over = true, .scrolls = false, .layer = 25});
    const std::string file = ui.state().large_photo;
    const app::ShownPhoto photo = ui.desk.photos().look(file, app::k_large_photo_edge);
    if (button(ui, "photo/close", tr("Close"), {.weight = Weight::primary, .icon = "cross"})) ui.desk.dispatch("back");
    same_line(ui);
    words(ui, words_of(photo, {file, file}), Style::normal, photo.problem ? ui.t().blocking : ui.t().ink, "photo/name");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_photo(ui, {rect.x0 + ui.px(12), at.y, rect.x1 - ui.px(12), rect.y1 - ui.px(12)}, photo);
}

}  // namespace ui
