// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace ctl {

struct Column {
    std::string title;
    std::size_t width = 0;  ///< in characters; 0 in the last column: what is left of the line
    bool to_the_right = false;
};

/// Rows in aligned columns for people, one at a time, so that a million of them need no memory. What is wider than its
/// column goes on below, broken between words. Control characters become spaces: a title must not steer a terminal.
class Table {
public:
    /// Prints the titles. @param line width of the terminal in characters
    Table(std::vector<Column> columns, std::ostream& out, std::size_t line);
    void add(const std::vector<std::string>& cells);

private:
    std::vector<Column> columns_;
    std::ostream& out_;
};

/// Of the terminal standard output is, of $COLUMNS, or else 120.
std::size_t line_width();
/// Characters in UTF-8 text.
std::size_t width_of(const std::string& text);
std::size_t widest(const std::vector<std::string>& texts);

}  // namespace ctl
