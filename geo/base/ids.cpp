// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/ids.hpp"

#include <fmt/format.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <array>
#include <atomic>
#include <cctype>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

namespace base {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::string write_uuid(Bytes b, std::int64_t unix_ms, std::uint16_t sequence) {
    for (int i = 0; i < 6; ++i) b[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(unix_ms >> (8 * (5 - i)));
    b[6] = static_cast<std::uint8_t>(0x70 | ((sequence >> 8) & 0x0F));
    b[7] = static_cast<std::uint8_t>(sequence);
    b[8] = static_cast<std::uint8_t>(0x80 | (b[8] & 0x3F));
    auto hex = to_hex(b);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
           hex.substr(20);
}

}  // namespace

Ids time_ordered_ids(Clock clock) {
    // Ids of one millisecond keep their order by this counter (RFC 9562, 6.2 method 1).
    auto sequence = std::make_shared<std::atomic<std::uint16_t>>(std::uint16_t{0});
    return [clock = std::move(clock), sequence] {
        Bytes bytes{};
        if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
            throw std::runtime_error("the operating system gave no random numbers");
        return write_uuid(bytes, clock().time_since_epoch().count(),
                          static_cast<std::uint16_t>(sequence->fetch_add(1) & 0x0FFF));
    };
}

Ids seeded_ids(std::uint64_t seed, Time begin) {
    auto random = std::make_shared<std::mt19937_64>(seed);
    auto next = std::make_shared<std::int64_t>(0);
    return [random, next, begin] {
        Bytes bytes{};
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>((*random)() >> 56);
        auto step = (*next)++;
        return write_uuid(bytes, begin.time_since_epoch().count() + step / 4096,
                          static_cast<std::uint16_t>(step % 4096));
    };
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
    }
    return true;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return to_hex(digest);
}

std::string random_hex(std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1)
        throw std::runtime_error("the operating system gave no random numbers");
    return to_hex(bytes);
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (auto byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

}  // namespace base
