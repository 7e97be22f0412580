// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/numbers.hpp"
#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace geo {
namespace {

constexpr int k_max_depth = 32;

[[noreturn]] void fail(base::Text message) {
    throw base::Error(
        {.code = "wkt-broken",
         .message = std::move(message),
         .advice = base::text("Write a geometry as in POINT (93500 463900) or POLYGON ((0 0, 4 0, 4 3, 0 0)).")});
}

Kind kind_of(std::string_view word) {
    for (auto kind : {Kind::point, Kind::line, Kind::polygon, Kind::multi_point, Kind::multi_line, Kind::multi_polygon,
                      Kind::collection}) {
        auto name = name_of(kind);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
        if (name == word) return kind;
    }
    return Kind::none;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Shape read() {
        shape_.kind = geometry(0);
        skip_spaces();
        if (at_ != text_.size())
            fail(base::text("The geometry goes on after its end, at “{rest}”.", {{"rest", rest()}}));
        return std::move(shape_);
    }

private:
    void skip_spaces() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }

    std::string rest() const { return std::string(text_.substr(at_, 24)); }

    bool accept(char c) {
        skip_spaces();
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void expect(char c) {
        if (accept(c)) return;
        if (at_ == text_.size())
            fail(base::text("The geometry ends where “{expected}” was expected.", {{"expected", std::string(1, c)}}));
        fail(base::text("“{expected}” was expected at “{rest}”.", {{"expected", std::string(1, c)}, {"rest", rest()}}));
    }

    std::string word() {
        skip_spaces();
        std::string found;
        while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])))
            found += static_cast<char>(std::toupper(static_cast<unsigned char>(text_[at_++])));
        return found;
    }

    bool accept_word(std::string_view wanted) {
        auto before = at_;
        if (word() == wanted) return true;
        at_ = before;
        return false;
    }

    bool empty() { return accept_word("EMPTY"); }

    /// The kind's name, with Z, M or ZM behind it or attached to it: `POINT Z`, `POINTZ`.
    Kind kind() {
        auto name = word();
        auto found = kind_of(name);
        for (std::string_view suffix : {"ZM", "Z", "M"}) {
            if (found == Kind::none && name.ends_with(suffix))
                found = kind_of(std::string_view(name).substr(0, name.size() - suffix.size()));
        }
        if (found == Kind::none)
            fail(base::text("“{word}” is no kind of geometry.", {{"word", name.empty() ? rest() : name}}));
        if (!accept_word("ZM") && !accept_word("Z")) accept_word("M");
        return found;
    }

    double number() {
        skip_spaces();
        if (at_ < text_.size() && text_[at_] == '+') ++at_;
        double value = 0;
        auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc() || !std::isfinite(value))
            fail(base::text("A coordinate was expected at “{rest}”.", {{"rest", rest()}}));
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    bool at_number() {
        skip_spaces();
        return at_ < text_.size() && text_[at_] != ',' && text_[at_] != ')';
    }

    /// East and north; a height and a measure may follow and are dropped.
    Point position() {
        Point p;
        p.x = number();
        p.y = number();
        for (int extra = 0; extra < 2 && at_number(); ++extra) number();
        return p;
    }

    std::vector<Point> positions() {
        std::vector<Point> found;
        expect('(');
        do found.push_back(position());
        while (accept(','));
        expect(')');
        return found;
    }

    void point() {
        expect('(');
        auto p = position();
        expect(')');
        shape_.add_part(Part::point, {&p, 1});
    }

    void line() {
        auto found = positions();
        if (found.size() < 2) fail(base::text("A line needs at least two positions."));
        shape_.add_part(Part::line, found);
    }

    void ring(Part part) {
        auto found = positions();
        if (!(found.front() == found.back())) found.push_back(found.front());
        if (found.size() < 4) fail(base::text("A polygon needs at least three different corners."));
        shape_.add_part(part, found);
    }

    void polygon() {
        expect('(');
        auto part = Part::shell;
        do {
            ring(part);
            part = Part::hole;
        } while (accept(','));
        expect(')');
    }

    /// In `MULTIPOINT (1 2, 3 4)` the inner brackets may be left out.
    void point_of_many() {
        skip_spaces();
        if (at_ < text_.size() && text_[at_] == '(') return point();
        auto p = position();
        shape_.add_part(Part::point, {&p, 1});
    }

    template <class Member>
    void members(Member&& member) {
        expect('(');
        do {
            if (!empty()) member();
        } while (accept(','));
        expect(')');
    }

    Kind geometry(int depth) {
        if (depth > k_max_depth) fail(base::text("The geometry is nested too deep."));
        auto found = kind();
        if (empty()) return found;
        switch (found) {
            case Kind::none:
                break;
            case Kind::point:
                point();
                break;
            case Kind::line:
                line();
                break;
            case Kind::polygon:
                polygon();
                break;
            case Kind::multi_point:
                members([this] { point_of_many(); });
                break;
            case Kind::multi_line:
                members([this] { line(); });
                break;
            case Kind::multi_polygon:
                members([this] { polygon(); });
                break;
            case Kind::collection:
                members([this, depth] { geometry(depth + 1); });
                break;
        }
        return found;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Shape shape_;
};

class Writer {
public:
    explicit Writer(const Shape& shape) : shape_(shape) {}

    std::string write() {
        auto name = name_of(shape_.kind == Kind::none ? Kind::collection : shape_.kind);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
        if (shape_.is_empty()) return name + " EMPTY";
        text_ = name + " ";
        bool many = shape_.kind >= Kind::multi_point || shape_.kind == Kind::none;
        if (!many) {
            member(0);
            return text_;
        }
        text_ += '(';
        for (std::size_t i = 0; i < shape_.part_count();) {
            if (i > 0) text_ += ", ";
            if (name == "GEOMETRYCOLLECTION") text_ += name_of_member(i);
            i = member(i);
        }
        return text_ + ")";
    }

private:
    const char* name_of_member(std::size_t i) const {
        if (shape_.parts[i] == Part::point) return "POINT ";
        return shape_.parts[i] == Part::line ? "LINESTRING " : "POLYGON ";
    }

    void positions(std::size_t part) {
        text_ += '(';
        bool first = true;
        for (auto p : shape_.part(part)) {
            if (!first) text_ += ", ";
            first = false;
            text_ += base::number_for_files(p.x) + " " + base::number_for_files(p.y);
        }
        text_ += ')';
    }

    std::size_t member(std::size_t i) {
        bool polygon = shape_.parts[i] == Part::shell || shape_.parts[i] == Part::hole;
        if (!polygon) {
            positions(i);
            return i + 1;
        }
        text_ += '(';
        positions(i);
        for (++i; i < shape_.part_count() && shape_.parts[i] == Part::hole; ++i) {
            text_ += ", ";
            positions(i);
        }
        text_ += ')';
        return i;
    }

    const Shape& shape_;
    std::string text_;
};

}  // namespace

Shape shape_from_wkt(std::string_view wkt) { return Reader(wkt).read(); }

std::string wkt_of(const Shape& shape) { return Writer(shape).write(); }

}  // namespace geo
