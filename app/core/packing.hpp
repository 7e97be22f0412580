// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Packs bytes as they come (Zstandard, RFC 8878): what is mostly zeros becomes a tenth in no time, and is never in
/// memory as a whole. For one thread at a time. @throws std::runtime_error what the library cannot do
class Packer {
public:
    Packer();
    ~Packer();
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    void add(std::string_view bytes);
    /// @returns all of them, packed
    std::string finish();

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

/// Gives the bytes back in the order in which they were added. For one thread at a time.
class Unpacker {
public:
    /// @param packed is kept by the caller
    explicit Unpacker(std::string_view packed);
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    /// @throws std::runtime_error when so many do not follow, or they are damaged
    void take(char* to, std::size_t count);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
