// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace base {

/// A file that comes into being whole or not at all: written beside its place, flushed to the disk, then renamed.
/// Without commit() nothing stays behind. Errors (full disk, read-only folder) are base::Error naming the file.
class NewFile {
public:
    explicit NewFile(std::filesystem::path target);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes);
    void commit();

private:
    void flush();

    std::filesystem::path target_, temporary_;
    std::string buffer_;
    int descriptor_ = -1;
};

/// Makes a file that is written by somebody else's code (SQLite, GDAL): `write` gets a passing name beside `target`;
/// when it returns, the file is flushed and takes its name. Never replaces: @throws base::Refusal code "file-exists".
/// When `write` throws, nothing stays behind.
void make_whole(const std::filesystem::path& target, const std::function<void(const std::filesystem::path&)>& write);

/// Copies a file so that it is whole or not there; an existing `to` is replaced. @throws base::Error
void copy_whole(const std::filesystem::path& from, const std::filesystem::path& to);

/// The whole file. @throws base::Error when it cannot be read
std::string read_file(const std::filesystem::path& path);

/// Makes renames and new names in `folder` survive a power cut.
void sync_folder(const std::filesystem::path& folder);

/// Where our own data files (catalogue, texts, shaders) lie: beside the program's folder in `share/doorgang`.
std::filesystem::path assets_folder();
/// `$XDG_CONFIG_HOME/doorgang` or `~/.config/doorgang`; not created.
std::filesystem::path config_folder();
/// `$XDG_DATA_HOME/doorgang` or `~/.local/share/doorgang`; not created.
std::filesystem::path data_folder();
/// `$XDG_CACHE_HOME/doorgang` or `~/.cache/doorgang`; not created. What lies there may be thrown away at any time.
std::filesystem::path cache_folder();

}  // namespace base
