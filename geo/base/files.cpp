// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"

#include "geo/base/ids.hpp"
#include "geo/base/problem.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace base {
namespace {

[[noreturn]] void cannot_write(const std::filesystem::path& path) {
    throw Error({.code = "file-not-written",
                 .message = text("The file could not be written."),
                 .where = {.file = path.string()},
                 .advice = text("Check the free space and the rights on the folder, or choose another place."),
                 .detail = std::strerror(errno)});
}

/// Never the folder one happens to work in: settings would then lie among somebody's data.
std::filesystem::path home_folder() {
    if (const char* home = std::getenv("HOME"); home && *home == '/') return home;
    if (const auto* user = ::getpwuid(::geteuid()); user && user->pw_dir && *user->pw_dir == '/') return user->pw_dir;
    std::error_code ignored;
    return std::filesystem::temp_directory_path(ignored) / ("doorgang-" + std::to_string(::geteuid()));
}

std::filesystem::path user_folder(const char* variable, const char* below_home) {
    // A relative path is to be ignored (XDG Base Directory Specification): it would lie wherever one happens to be.
    if (const char* set = std::getenv(variable); set && *set == '/') return std::filesystem::path(set) / "doorgang";
    return home_folder() / below_home / "doorgang";
}

}  // namespace

NewFile::NewFile(std::filesystem::path target) : target_(std::move(target)) {
    temporary_ = target_;
    temporary_ += "." + random_hex(4) + ".part";
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor_ < 0) cannot_write(target_);
    buffer_.reserve(1 << 20);
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

void NewFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= (1 << 20)) flush();
}

void NewFile::flush() {
    const char* at = buffer_.data();
    auto left = buffer_.size();
    while (left > 0) {
        auto written = ::write(descriptor_, at, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) cannot_write(target_);
        at += written;
        left -= static_cast<std::size_t>(written);
    }
    buffer_.clear();
}

void NewFile::commit() {
    flush();
    if (::fsync(descriptor_) != 0) cannot_write(target_);
    ::close(descriptor_);
    descriptor_ = -1;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        auto reason = errno;
        ::unlink(temporary_.c_str());
        errno = reason;
        cannot_write(target_);
    }
    sync_folder(target_.parent_path());
}

namespace {

void flush_file(const std::filesystem::path& path) {
    int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!flushed) cannot_write(path);
}

[[noreturn]] void refuse_to_replace(const std::filesystem::path& target) {
    throw Refusal({.code = "file-exists",
                   .message = text("There is a file of this name already."),
                   .where = {.file = target.string()},
                   .advice = text("Choose another name; Doorgang never overwrites a dossier.")});
}

/// Removes a half-made file and what SQLite may have laid beside it.
struct Passing {
    std::filesystem::path path;
    ~Passing() {
        std::error_code ignored;
        for (const char* ending : {"", "-journal", "-wal", "-shm"})
            std::filesystem::remove(path.string() + ending, ignored);
    }
};

}  // namespace

void make_whole(const std::filesystem::path& target, const std::function<void(const std::filesystem::path&)>& write) {
    if (std::filesystem::exists(target)) refuse_to_replace(target);
    auto folder = target.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw Error({.code = "folder-missing",
                     .message = text("The folder for the file does not exist."),
                     .where = {.file = target.string()},
                     .advice = text("Make the folder first, or choose another place.")});
    Passing passing{target.string() + "." + random_hex(4) + ".part"};
    write(passing.path);
    flush_file(passing.path);
    // A hard link fails where the name is taken meanwhile, which a rename would silently replace.
    if (::link(passing.path.c_str(), target.c_str()) != 0) {
        if (errno == EEXIST) refuse_to_replace(target);
        if (::rename(passing.path.c_str(), target.c_str()) != 0) cannot_write(target);  // file systems without links
    }
    sync_folder(folder);
}

void copy_whole(const std::filesystem::path& from, const std::filesystem::path& to) {
    NewFile copy(to);
    copy.write(read_file(from));
    copy.commit();
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    if (in) bytes << in.rdbuf();
    if (!in || std::filesystem::is_directory(path))
        throw Error({.code = "file-not-read",
                     .message = text("The file could not be read."),
                     .where = {.file = path.string()},
                     .advice = text("Check the name and the rights on the file."),
                     .detail = std::strerror(errno)});
    return bytes.str();
}

void sync_folder(const std::filesystem::path& folder) {
    int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

std::filesystem::path assets_folder() {
    if (const char* set = std::getenv("DOORGANG_ASSETS"); set && *set) return set;
    std::error_code ignored;
    auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    return program.parent_path().parent_path() / "share" / "doorgang";
}

std::filesystem::path config_folder() { return user_folder("XDG_CONFIG_HOME", ".config"); }
std::filesystem::path data_folder() { return user_folder("XDG_DATA_HOME", ".local/share"); }
std::filesystem::path cache_folder() { return user_folder("XDG_CACHE_HOME", ".cache"); }

}  // namespace base
