// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: features come in one by one, a layer and the truth about it come out.

#include "geo/source/box_sample.hpp"
#include "geo/source/source.hpp"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace geo {

/// What is asked of every feature beside counting it.
struct Care {
    bool keep_coordinates = true;  ///< otherwise only boxes are kept: a probe of millions needs no memory for them
    bool check_validity = false;   ///< costs some microseconds a polygon
    bool glance = false;           ///< the first features are enough, once one of them has a place
    bool is_table = false;         ///< without a geometry column, so that none is missed
    std::size_t most = 0;          ///< features that are wanted; 0: all
};

class LayerCollector {
public:
    /// @param where the file and layer that remarks name
    LayerCollector(LayerReport& report, base::Where where, Care care)
        : report_(report), where_(std::move(where)), care_(care) {}

    /// Makes room for what comes: growing step by step means copying again and again. @param bytes of all that comes
    void expect_wkb(std::size_t bytes);
    void add_null(std::int64_t fid);
    void add_wkb(std::int64_t fid, std::span<const std::uint8_t> wkb);
    void add_values(std::vector<std::string> of_feature) { values.push_back(std::move(of_feature)); }
    /// From now on features are given away in batches, and forgotten. @param take may change and empty what it likes
    void give_away(std::size_t batch, std::function<void(LayerCollector&)> take);
    /// After the last feature: extent, outliers and what is to be said about the CRS.
    void finish();

    std::int64_t count() const { return report_.features; }
    /// True when no further feature is wanted.
    bool has_enough() const;
    bool is_glance() const { return care_.glance; }
    /// Features after which that is worth asking; 0: all are wanted.
    std::size_t enough() const;

    Shapes shapes{};
    std::vector<std::int64_t> fids{};
    std::vector<std::vector<std::string>> values{};  ///< of each feature, where some were asked for
    std::vector<std::size_t> outliers{};             ///< indices, ascending; after finish(), unless given away

private:
    void add_without_parts(std::int64_t fid);
    bool append(std::int64_t fid, std::span<const std::uint8_t> wkb);
    void remark_nothing_to_draw(std::int64_t fid);
    void judge_newest(std::int64_t fid);
    void forget_coordinates();
    void give_batch();
    void give_batch_when_full();
    void judge_all();
    void judge_sample();
    void remark_outlier(std::int64_t fid);
    base::Where at(std::int64_t fid) const { return {where_.file, where_.layer, {}, fid}; }

    LayerReport& report_;
    base::Where where_;
    Care care_;
    std::array<std::int64_t, 8> kinds_{};
    std::size_t batch_ = 0;  ///< 0: nothing is given away
    std::function<void(LayerCollector&)> take_{};
    BoxSample given_{};  ///< of what was given away
};

}  // namespace geo
