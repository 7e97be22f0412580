// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/connection.hpp"
#include "audit/dossier/tables.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The journal's format, decided once because merging and the hub are built on it.
///
/// A *chain* is the list of entries of one device (a machine working in one copy of the dossier), numbered by `seq`
/// from 1 without gaps. Every entry is about one row of one table; the entries of one user action follow each other
/// and share `action_seq`, the seq of the first of them. `undoes` is the action_seq, in the same chain, of the action
/// whose inverse this is (for action "redo": of the undo it takes back).
///
/// patch       {"field":[old,new],…} canonical: keys sorted, no spaces, UTF-8, shortest round-trip numbers, geometry as
///             hex of little-endian ISO WKB in the dossier's CRS. A new row has "uuid":[null,"…"], a deleted one
///             "uuid":["…",null]; fields that are null on both sides are left out.
/// salt        32 random hex digits. Patch and salt may be blanked (NULL) for privacy; the chain still verifies.
/// patch_hash  SHA-256 over salt followed by patch, in hex
/// hash        SHA-256, in hex, over the canonical JSON object {"action","action_seq","device","outside","patch",
///             "person","previous","row","seq","table","time","undoes"} where "patch" is patch_hash and "previous" the
///             hash of the device's previous entry ("" for the first)
///
/// Besides, `finding` names the finding that an entry is about: its row, or one that hangs on it. It follows from the
/// entries, is there for finding them through an index, and is not hashed.
namespace audit {

using Patch = std::map<std::string, std::pair<std::string, std::string>>;  ///< field -> old and new value as JSON text

struct JournalEntry {
    std::string device;
    std::int64_t seq = 0;
    std::string time, person, action;
    std::int64_t action_seq = 0;
    std::optional<std::int64_t> undoes{};
    bool outside = false;
    std::string table, row;
    std::optional<std::string> patch{}, salt{};  ///< nothing once blanked
    std::string patch_hash, previous, hash;
    std::string finding{};  ///< uuid; empty when the entry is about no finding
};

/// The action of entries with `outside`: one for each time that edits of other programs were found.
constexpr const char* k_outside_action = "outside";

std::string text_of(const Patch& patch);
/// @throws base::Error code "journal-broken"
Patch parse_patch(const std::string& text);

std::string patch_hash_of(const std::string& salt, const std::string& patch);
std::string hash_of(const JournalEntry& entry);

/// The end of a device's chain: what the next entry is linked to. seq 0 and no hash before the first.
struct ChainEnd {
    std::int64_t seq = 0;
    std::string hash;
};
ChainEnd end_of_chain(Connection& connection, const std::string& device);
/// Call inside the transaction that makes the change.
void append(Connection& connection, const JournalEntry& entry);

/// Entries in the order they came into this file. @param where SQL condition with bound `?` values, empty for all
void read_journal(Connection& connection, const std::string& where, const std::vector<std::string>& values,
                  const std::function<void(const JournalEntry&)>& use);
/// A chain from its end backwards, until `use` says stop (false).
void read_chain_backwards(Connection& connection, const std::string& device,
                          const std::function<bool(const JournalEntry&)>& use);
/// The entries of one action, first to last.
std::vector<JournalEntry> entries_of_action(Connection& connection, const std::string& device, std::int64_t action_seq);

}  // namespace audit
