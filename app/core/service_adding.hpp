// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"
#include "audit/dossier/snapshot.hpp"
#include "geo/base/jobs.hpp"
#include "geo/service/offer.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class Desk;

/// The dialog in which a service is added: an address is typed, the server is asked, layers are chosen.
struct ServiceForm {
    std::string typed{};
    base::JobId asking = 0;  ///< of the server; 0: nothing is being asked
    std::optional<geo::ServiceOffer> offer{};
    std::optional<base::Problem> problem{};  ///< why there is no offer
    std::string search{};                    ///< in long offers
    std::set<std::string> chosen{};          ///< names of layers
    std::string attribution{};               ///< typed, where the service names nobody
};

/// Up to so many layers are seen at a glance; more can be searched.
constexpr std::size_t k_few_layers = 8;

/// Whether this is meant as the address of a service and not as a file.
bool is_service_address(std::string_view text);

/// Opens the dialog; with an address in it the server is asked at once.
void open_service_form(Desk& desk, const std::string& typed);
void ask_for_offer(Desk& desk);
/// Why the chosen layers cannot be added yet; nothing when they can.
std::optional<base::Text> why_not_addable(const ServiceForm& form);
/// Adds what is chosen and closes the dialog.
void add_chosen(Desk& desk);
/// Those of the offer whose name or title holds what is searched for.
std::vector<geo::OfferedLayer> layers_found(const ServiceForm& form);

/// Adds the layer that the address names, or the only one; where there is a choice, the dialog asks it.
/// @param name what it is called; empty: as the service calls it
base::JobId add_service(Desk& desk, const std::string& address, const std::string& layer, const std::string& crs,
                        const std::string& name);

/// Adds these layers of the offer, except those that are there.
std::vector<audit::DossierAction> service_layer_actions(const geo::ServiceOffer& offer,
                                                        const std::set<std::string>& chosen, const std::string& crs,
                                                        const std::string& attribution,
                                                        const audit::Snapshot& snapshot);

/// Asks how much was kept of what servers sent, unless it is known; and throws it away.
void follow_seen_bytes(Desk& desk);
void forget_seen(Desk& desk);

}  // namespace app
