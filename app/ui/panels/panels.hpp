// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/panel.hpp"
#include "app/ui/widgets.hpp"

namespace ui {

/// Every panel, each in a file of its own. A panel draws view models and dispatches actions; it keeps nothing.

void top_line(Ui& ui, const Rect& rect);
void bottom_line(Ui& ui, const Rect& rect);
void findings_panel(Ui& ui, const Rect& rect);
void goals_panel(Ui& ui, const Rect& rect);
void goal_panel(Ui& ui, const Rect& rect, const PanelLook& look = {});
/// @param open the part of it that no panel lies over
void map_panel(Ui& ui, const Rect& rect, const Rect& open);
void map_marks(Ui& ui, const Rect& map);
void tool_panel(Ui& ui, Rect map);
void tool_buttons(Ui& ui);
void map_tools(Ui& ui, const Rect& map);
void finding_form_panel(Ui& ui, const Rect& rect);
void finding_panel(Ui& ui, const Rect& rect);
void many_panel(Ui& ui, const Rect& rect);
void feature_panel(Ui& ui, const Rect& rect);

/// Who must be named beside the map.
void attribution(Ui& ui, const Rect& map);

/// What the colours of the heat map mean; nothing where it is not shown.
void heat_lines(Ui& ui);
/// The same, or what the figures of areas mean, at the bottom left of the map where there is room and the drawer does
/// not have it.
void map_legend(Ui& ui, const Rect& map);

void layers_drawer(Ui& ui, const Rect& rect);
/// How a layer is, beside how it is drawn. @param text in the language of the window
void layer_state(Ui& ui, const app::LoadedLayer& layer, const std::string& text);
void layer_legend(Ui& ui, const app::LoadedLayer& layer);
/// What areas are coloured by, as the legend calls it.
std::string figure_words(app::DistrictFigure figure);
/// Of how many findings the figures are, and when; with how many lie in no area.
void figure_lines(Ui& ui, const app::LoadedLayer& layer);
/// Which figure of the findings colours the areas of a layer.
void layer_figures(Ui& ui, const app::LoadedLayer& layer);
void layer_marks(Ui& ui, const app::LoadedLayer& layer);
void layer_names(Ui& ui, const app::LoadedLayer& layer);
void layer_names_problem(Ui& ui, const app::LoadedLayer& layer);
void remarks_drawer(Ui& ui, const Rect& rect);
void jobs_drawer(Ui& ui, const Rect& rect);
void history_drawer(Ui& ui, const Rect& rect);
void settings_drawer(Ui& ui, const Rect& rect);
void help_drawer(Ui& ui, const Rect& rect);

void under_list(Ui& ui);
void goals_picker(Ui& ui, const Rect& rect);
/// Where the notice of now stands on `map`.
Rect notice_place(Ui& ui, const Rect& map, bool at_top);
void notice_bar(Ui& ui, const Rect& place, int layer);
void file_browser(Ui& ui);
void start_screen(Ui& ui);
void new_dossier(Ui& ui);
void export_dialog(Ui& ui);
void export_report(Ui& ui);
void print_dialog(Ui& ui);
void search_panel(Ui& ui);
void service_dialog(Ui& ui);
void crs_question(Ui& ui);
void welcome(Ui& ui);

/// The head of a drawer: its title and the button that closes it.
void drawer_head(Ui& ui, const std::string& name, const std::string& title);
/// Chips, order and headings above the list of Review.
void review_head(Ui& ui);
/// How high the line is, which has more than one row where the text is large.
float top_line_height(Ui& ui);
float bottom_line_height(Ui& ui);
/// Each job with how far it is and a button that stops it, as `name/ID` and `name/ID/stop`. @returns whether any is
bool job_lines(Ui& ui, const std::string& name);
void progress_bar(Ui& ui, const Rect& track, double fraction);
/// The quantity fields of the open form.
void form_fields(Ui& ui);
/// Its other fields: photos, note, source, facility, dates, who must act.
void form_more(Ui& ui);
struct PhotoItem {
    std::string key, file;  ///< uuid of a photo, or the file of one that is still to be copied in
};
/// Thumbnails that open when they are pressed, each with a button that dispatches `remove` with its key.
void photo_strip(Ui& ui, const std::string& name, const std::vector<PhotoItem>& photos, std::string_view remove);
/// Of the open form: thumbnails and the button that adds one.
void form_photos(Ui& ui);
/// A photo over everything.
void large_photo(Ui& ui);
/// The facility of the open form: near ones first, or a new one.
void facility_part(Ui& ui);
/// What was done with a finding, as people read it.
void history_part(Ui& ui, const audit::Finding& finding);
/// A label above its value; nothing when the value is empty.
void fact(Ui& ui, const std::string& label, const std::string& value, const std::string& name = {});
void verdict_lines(Ui& ui, const std::vector<app::VerdictLine>& lines, const std::string& name);

}  // namespace ui
