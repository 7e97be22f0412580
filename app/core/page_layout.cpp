// SPDX-License-Identifier: EUPL-1.2
#include "app/core/page_layout.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace app {
namespace {

/// Millimetres of paper. A style pixel is a little smaller than on most screens, since paper is read from nearer by.
constexpr double k_style_pixel = 0.22, k_inch = 25.4;
constexpr double k_margin = 10, k_gap = 4, k_legend = 56, k_title = 11, k_foot = 17;
constexpr double k_title_size = 6.5, k_text_size = 3.0, k_small_size = 2.5, k_line = 4.6, k_hairline = 0.25;
constexpr double k_longest_bar = 60;

bool is_one(const std::string& word, std::initializer_list<const char*> of) {
    return std::any_of(of.begin(), of.end(), [&](const char* each) { return word == each; });
}

double number_of(const std::string& word) { return base::parse_number(word).value_or(300); }

/// 1 : 250, 300, 400, 500, 600, 750, 800, 1000 and so on.
double round_scale(double least) {
    const double ten = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0})
        if (step * ten >= least * (1 - 1e-9)) return step * ten;
    return 10 * ten;
}

/// Draws on a page in millimetres.
class Pen {
public:
    Pen(Page& page, const LetterWidths& widths)
        : page_(page), widths_(widths), ink_(map_colours(page.theme).ink), muted_(map_colours(page.theme).muted) {}

    int px(double mm) const { return static_cast<int>(std::lround(mm * page_.dpi / k_inch)); }
    double mm(int pixels) const { return pixels * k_inch / page_.dpi; }
    double width_of(const std::string& text, Cut cut, double size) const {
        return static_cast<double>(widths_.width_of(text, cut)) * size;
    }
    void text(const std::string& words, Cut cut, double size, double left, double middle, bool muted = false) {
        if (words.empty()) return;
        page_.texts.push_back({.text = words,
                               .cut = cut,
                               .size = size * page_.dpi / k_inch,
                               .left = px(left),
                               .middle = px(middle),
                               .colour = muted ? muted_ : ink_});
    }
    void fill(double left, double top, double width, double height) {
        page_.fills.push_back({{px(left), px(top), std::max(1, px(width)), std::max(1, px(height))}, ink_});
    }
    void frame(const PageBox& box) {
        const int line = std::max(1, px(k_hairline));
        page_.fills.push_back({{box.left - line, box.top - line, box.width + 2 * line, line}, ink_});
        page_.fills.push_back({{box.left - line, box.bottom(), box.width + 2 * line, line}, ink_});
        page_.fills.push_back({{box.left - line, box.top, line, box.height}, ink_});
        page_.fills.push_back({{box.right(), box.top, line, box.height}, ink_});
    }
    /// @returns the lines of `words` that are no wider than `room`
    std::vector<std::string> wrapped(const std::string& words, Cut cut, double size, double room) const {
        std::vector<std::string> lines(1);
        std::istringstream stream(words);
        for (std::string word; stream >> word;) {
            const auto longer = lines.back().empty() ? word : lines.back() + " " + word;
            if (lines.back().empty() || width_of(longer, cut, size) <= room)
                lines.back() = longer;
            else
                lines.push_back(word);
        }
        return lines;
    }
    Page& page() { return page_; }

private:
    Page& page_;
    const LetterWidths& widths_;
    Colour ink_, muted_;
};

struct Place {
    double left = 0, top = 0, bottom = 0;  ///< millimetres
};

/// Lines of one entry of the legend. @returns how high it is
double entry(Pen& pen, const LegendLine& line, const Place& at, bool draws) {
    const double sample = k_sample_width * k_style_pixel, indent = line.sample ? sample + 2.5 : 0;
    const auto cut = line.is_heading ? Cut::bold : Cut::regular;
    const auto lines = pen.wrapped(line.text, cut, k_text_size, k_legend - k_gap - indent);
    const double first = line.is_heading ? 2.2 : 0;
    const double sample_height = k_sample_height * k_style_pixel;
    const double step = std::max(k_line, line.sample ? sample_height + 0.6 : 0);
    const double high = first + step + k_line * 0.85 * static_cast<double>(lines.size() - 1);
    if (!draws) return high;
    double middle = at.top + first + step / 2;
    if (line.sample) {
        const int width = static_cast<int>(std::lround(k_sample_width * pen.page().pixel_ratio));
        const int height = static_cast<int>(std::lround(k_sample_height * pen.page().pixel_ratio));
        pen.page().samples.push_back({{pen.px(at.left), pen.px(middle) - height / 2, width, height}, *line.sample});
    }
    for (const auto& words : lines) {
        pen.text(words, cut, k_text_size, at.left + indent, middle);
        middle += k_line * 0.85;
    }
    return high;
}

void legend(Pen& pen, const std::vector<LegendLine>& lines, Place at, base::Language language) {
    double rest = 0;
    for (const auto& line : lines) rest += entry(pen, line, at, false);
    const bool all_fit = at.top + rest <= at.bottom;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double high = entry(pen, lines[i], at, false);
        if (!all_fit && at.top + high > at.bottom - k_line) {
            const auto count = base::number_for_people(static_cast<double>(lines.size() - i), 0, language);
            pen.text(base::say(base::text("{count} more lines find no room here.", {{"count", count}}), language),
                     Cut::italic, k_small_size, at.left, at.bottom - k_line / 2, true);
            return;
        }
        entry(pen, lines[i], at, true);
        at.top += high;
    }
}

std::string metres_words(double metres, base::Language language) {
    if (metres >= 1000) return base::number_for_people(metres / 1000, 0, language) + " km";
    if (metres >= 1) return base::number_for_people(metres, 0, language) + " m";
    return base::number_for_people(metres * 100, 0, language) + " cm";
}

/// @returns where it ends, millimetres
double scale_bar(Pen& pen, double left, double middle, base::Language language) {
    const double metres_per_mm = pen.page().scale / 1000, most = k_longest_bar * metres_per_mm;
    const double ten = std::pow(10, std::floor(std::log10(most)));
    double metres = ten;
    for (const double step : {2.0, 5.0})
        if (step * ten <= most) metres = step * ten;
    const double long_mm = metres / metres_per_mm, high = 1.6;
    pen.fill(left, middle - k_hairline, long_mm, 2 * k_hairline);
    for (const double part : {0.0, 0.5, 1.0})
        pen.fill(left + long_mm * part - k_hairline, middle - high, 2 * k_hairline, high + k_hairline);
    const auto words = metres_words(metres, language);
    pen.text(words, Cut::regular, k_text_size, left + long_mm + 1.5, middle - 0.4);
    const auto scale = base::say(
        base::text("Scale 1 : {number}", {{"number", base::number_for_people(pen.page().scale, 0, language)}}),
        language);
    const double next = left + long_mm + 1.5 + pen.width_of(words, Cut::regular, k_text_size) + 6;
    pen.text(scale, Cut::regular, k_text_size, next, middle - 0.4);
    return next + pen.width_of(scale, Cut::regular, k_text_size);
}

}  // namespace

std::optional<PrintForm> changed(PrintForm form, const std::string& words) {
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
        if (is_one(word, {"a4", "a3"}))
            form.paper = word;
        else if (is_one(word, {"landscape", "portrait"}))
            form.orientation = word;
        else if (is_one(word, {"150", "300"}))
            form.dpi = word;
        else
            return std::nullopt;
    }
    return form;
}

Page blank_page(const PrintForm& form, const geo::Box& in_view, double metres_per_unit, Theme theme) {
    Page page{.dpi = number_of(form.dpi), .theme = theme};
    std::array<double, 2> sides = form.paper == "a3" ? std::array{420.0, 297.0} : std::array{297.0, 210.0};
    if (form.orientation == "portrait") std::swap(sides[0], sides[1]);
    const auto px = [&page](double mm) { return static_cast<int>(std::lround(mm * page.dpi / k_inch)); };
    page.width = px(sides[0]);
    page.height = px(sides[1]);
    page.pixel_ratio = k_style_pixel * page.dpi / k_inch;
    const double top = form.title.empty() ? k_margin : k_margin + k_title;
    page.map = {px(k_margin), px(top), page.width - px(2 * k_margin + k_legend),
                page.height - px(top + k_foot + k_margin)};
    const double metres_per_pixel =
        metres_per_unit * std::max(in_view.width() / page.map.width, in_view.height() / page.map.height);
    const double pixel_metres = k_inch / 1000 / page.dpi;
    page.scale = round_scale(std::max(metres_per_pixel / pixel_metres, 1.0));
    page.camera.width = page.map.width;
    page.camera.height = page.map.height;
    page.camera.pixel_ratio = page.pixel_ratio;
    page.camera.view = {in_view.centre(), page.scale * pixel_metres / metres_per_unit};
    return page;
}

void lay_out(Page& page, const PrintForm& form, const PageWords& words, const LetterWidths& widths,
             base::Language language) {
    Pen pen(page, widths);
    const double map_top = pen.mm(page.map.top), map_bottom = pen.mm(page.map.bottom());
    pen.frame(page.map);
    double size = k_title_size;
    const double room = pen.mm(page.width) - 2 * k_margin;
    if (const double width = pen.width_of(form.title, Cut::bold, size); width > room) size *= room / width;
    pen.text(form.title, Cut::bold, size, k_margin, k_margin + k_title_size / 2);
    legend(pen, words.legend, {pen.mm(page.map.right()) + k_gap, map_top, map_bottom}, language);
    const double bar = map_bottom + 5.5;
    scale_bar(pen, k_margin, bar, language);
    const double date = pen.width_of(words.date, Cut::regular, k_text_size);
    pen.text(words.date, Cut::regular, k_text_size, pen.mm(page.width) - k_margin - date, bar - 0.4);
    double middle = map_bottom + 10.5;
    const auto source = words.attribution.empty() ? words.crs : words.crs + "  ·  " + words.attribution;
    for (const auto& line : pen.wrapped(source, Cut::regular, k_small_size, room)) {
        if (middle > pen.mm(page.height) - 3) break;
        pen.text(line, Cut::regular, k_small_size, k_margin, middle, true);
        middle += 3.4;
    }
}

}  // namespace app
