// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/map_server.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace test {
namespace {

std::string line_from(int descriptor) {
    std::string line;
    char c = 0;
    while (read(descriptor, &c, 1) == 1 && c != '\n') line += c;
    return line;
}

std::string asked_of(const std::string& url) {
    const auto got = run("curl --silent --show-error --noproxy '*' '" + url + "'");
    if (got.exit_code != 0) throw std::runtime_error("the server of maps does not answer: " + got.output);
    return got.output;
}

}  // namespace

std::unique_ptr<MapServer> MapServer::start() {
    if (run("command -v mapserv && command -v python3 && command -v curl && command -v ogr2ogr").exit_code != 0) return nullptr;
    std::unique_ptr<MapServer> server(new MapServer);
    server->launch();
    return server;
}

MapServer::~MapServer() { die(); }

std::string MapServer::url() const { return "http://127.0.0.1:" + std::to_string(port_); }

void MapServer::behave(const std::string& how) const { asked_of(url("/control?" + how)); }

int MapServer::asked() const { return std::stoi(asked_of(url("/count"))); }

void MapServer::die() {
    if (process_ == 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    close(input_);
    process_ = 0;
}

void MapServer::come_back() {
    die();
    launch();
}

/// Its standard input is a pipe of ours: it ends with the test, however that ends.
void MapServer::launch() {
    std::array<int, 2> in{}, out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto script = (source_tree() / "tests" / "support" / "map_server.py").string();
    const auto folder = folder_.path().string(), port = std::to_string(port_);
    process_ = fork();
    if (process_ == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        execlp("python3", "python3", script.c_str(), folder.c_str(), "--port", port.c_str(), nullptr);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    input_ = in[1];
    const auto line = line_from(out[0]);
    close(out[0]);
    if (!line.starts_with("port ")) throw std::runtime_error("the server of maps did not start: " + line);
    port_ = std::stoi(line.substr(5));
}

}  // namespace test
