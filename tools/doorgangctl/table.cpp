// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace ctl {
namespace {

constexpr std::string_view k_gap = "  ";
constexpr std::size_t k_narrowest = 20;  ///< of the last column, however narrow the terminal is

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Bytes of the first `width` characters.
std::size_t bytes_of(const std::string& text, std::size_t width) {
    std::size_t at = 0;
    for (; at < text.size() && (width > 0 || is_continuation(text[at])); ++at)
        if (at + 1 == text.size() || !is_continuation(text[at + 1])) --width;
    return at;
}

std::vector<std::string> wrapped(std::string text, std::size_t width) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    std::vector<std::string> lines;
    while (width_of(text) > width) {
        auto cut = bytes_of(text, width);
        auto space = text.rfind(' ', cut);
        auto end = space == std::string::npos || space == 0 ? cut : space;
        lines.push_back(text.substr(0, end));
        text.erase(0, end);
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    }
    lines.push_back(text);
    return lines;
}

}  // namespace

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t widest(const std::vector<std::string>& texts) {
    std::size_t width = 1;
    for (const auto& text : texts) width = std::max(width, width_of(text));
    return width;
}

std::size_t line_width() {
    winsize size{};
    if (::isatty(STDOUT_FILENO) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const char* columns = std::getenv("COLUMNS");
    auto asked = columns ? std::strtoul(columns, nullptr, 10) : 0;
    return asked > 0 && asked < 10000 ? asked : 120;
}

Table::Table(std::vector<Column> columns, std::ostream& out, std::size_t line)
    : columns_(std::move(columns)), out_(out) {
    std::size_t used = 0;
    std::vector<std::string> titles;
    for (auto& column : columns_) {
        if (column.width > 0) column.width = std::max(column.width, width_of(column.title));
        used += column.width + k_gap.size();
        titles.push_back(column.title);
    }
    auto left = line + k_gap.size() > used ? line + k_gap.size() - used : 0;
    if (columns_.back().width == 0) columns_.back().width = std::max(left, k_narrowest);
    add(titles);
}

void Table::add(const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        lines.push_back(wrapped(cells[i], columns_[i].width));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t row = 0; row < height; ++row) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto text = row < lines[i].size() ? lines[i][row] : std::string();
            std::string padding(columns_[i].width - std::min(width_of(text), columns_[i].width), ' ');
            line += (i > 0 ? std::string(k_gap) : "") + (columns_[i].to_the_right ? padding + text : text + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out_ << line << "\n";
    }
}

}  // namespace ctl
