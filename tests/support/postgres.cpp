// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/postgres.hpp"

#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace test {

std::unique_ptr<Postgres> Postgres::start() {
    const auto found = run("ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1");
    auto programs = found.output.substr(0, found.output.find('\n'));
    const bool has_postgis = run("ls /usr/share/postgresql/*/extension/postgis.control").exit_code == 0;
    if (!programs.starts_with("/usr/lib/postgresql") || !has_postgis) return nullptr;
    if (geteuid() == 0 && run("id postgres").exit_code != 0) return nullptr;
    std::unique_ptr<Postgres> server(new Postgres);
    server->programs_ = programs;
    if (geteuid() == 0) run("chown postgres '" + server->folder_.path().string() + "'");
    const auto data = (server->folder_ / "data").string(), here = server->folder_.path().string();
    run(server->as_server(programs + "/initdb -D " + data + " -A trust -U postgres --no-sync"));
    const auto begun = run(server->as_server(programs + "/pg_ctl -D " + data + " -w -l " + here + "/log -o \"-k " +
                                             here + " -c listen_addresses= -F\" start"));
    if (begun.exit_code != 0) throw std::runtime_error("PostgreSQL did not start: " + begun.output);
    server->runs_ = true;
    server->run_sql("CREATE EXTENSION postgis");
    return server;
}

Postgres::~Postgres() { die(); }

/// It refuses to be run by root.
std::string Postgres::as_server(const std::string& command) const {
    const auto here = "cd '" + folder_.path().string() + "' && ";
    return geteuid() == 0 ? here + "runuser -u postgres -- " + command : here + command;
}

std::string Postgres::connection() const {
    return "host=" + folder_.path().string() + " user=postgres dbname=postgres";
}

void Postgres::run_sql(const std::string& sql) const {
    const auto file = folder_ / "statement.sql";
    std::ofstream(file) << sql;
    const auto done = run("psql -q -v ON_ERROR_STOP=1 '" + connection() + "' -f '" + file.string() + "'");
    if (done.exit_code != 0) throw std::runtime_error(done.output);
}

void Postgres::die() {
    if (runs_) run(as_server(programs_ + "/pg_ctl -D " + (folder_ / "data").string() + " -m immediate stop"));
    runs_ = false;
}

}  // namespace test
