// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
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

}  // namespace base
