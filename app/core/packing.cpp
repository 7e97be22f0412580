// SPDX-License-Identifier: EUPL-1.2
#include "app/core/packing.hpp"

#include <zstd.h>

#include <stdexcept>
#include <utility>

namespace app {
namespace {

/// The fastest that still finds all zeros.
constexpr int k_level = -5;

std::size_t checked(std::size_t answer) {
    if (ZSTD_isError(answer)) throw std::runtime_error(ZSTD_getErrorName(answer));
    return answer;
}

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

struct Packer::Pimpl {
    std::unique_ptr<ZSTD_CCtx, Free> context{ZSTD_createCCtx()};
    std::vector<char> piece = std::vector<char>(ZSTD_CStreamOutSize());
    std::string packed{};

    void pass(std::string_view bytes, ZSTD_EndDirective how) {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        for (bool is_done = false; !is_done;) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            const auto left = checked(ZSTD_compressStream2(context.get(), &out, &in, how));
            packed.append(piece.data(), out.pos);
            is_done = how == ZSTD_e_end ? left == 0 : in.pos == in.size;
        }
    }
};

Packer::Packer() : pimpl_(std::make_unique<Pimpl>()) {
    checked(ZSTD_CCtx_setParameter(pimpl_->context.get(), ZSTD_c_compressionLevel, k_level));
    checked(ZSTD_CCtx_setParameter(pimpl_->context.get(), ZSTD_c_checksumFlag, 1));
}
Packer::~Packer() = default;

void Packer::add(std::string_view bytes) { pimpl_->pass(bytes, ZSTD_e_continue); }

std::string Packer::finish() {
    pimpl_->pass({}, ZSTD_e_end);
    return std::move(pimpl_->packed);
}

struct Unpacker::Pimpl {
    std::unique_ptr<ZSTD_DCtx, Free> context{ZSTD_createDCtx()};
    ZSTD_inBuffer in{};
};

Unpacker::Unpacker(std::string_view packed) : pimpl_(std::make_unique<Pimpl>()) {
    pimpl_->in = {packed.data(), packed.size(), 0};
}
Unpacker::~Unpacker() = default;

void Unpacker::take(char* to, std::size_t count) {
    ZSTD_outBuffer out{to, count, 0};
    while (out.pos < out.size) {
        const auto before = std::pair(out.pos, pimpl_->in.pos);
        checked(ZSTD_decompressStream(pimpl_->context.get(), &out, &pimpl_->in));
        if (before == std::pair(out.pos, pimpl_->in.pos)) throw std::runtime_error("a part is missing");
    }
}

}  // namespace app
