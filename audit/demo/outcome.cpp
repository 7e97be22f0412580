// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/findings.hpp"
#include "geo/base/clock.hpp"

namespace audit::demo {
namespace {

/// What a coordinator writes when a finding is closed without a solution.
const char* const k_drop_reasons[] = {"Dubbel gemeld: staat al bij een andere bevinding.",
                                      "Bij hercontrole niet aangetroffen.", "Valt onder de nieuwe terrasvergunning.",
                                      "Ligt op eigen terrein, niet op openbare ruimte."};
const char* const k_progress_reasons[] = {"Besproken met de ondernemer.", "Opdracht gegeven aan de aannemer.",
                                          "Wacht op een besluit over het plein.", ""};
const char* const k_verified_reasons[] = {"Bij hercontrole in orde.", "Samen met een ervaringsdeskundige nagemeten."};
const char* const k_solved_reasons[] = {"Ondernemer heeft het terras teruggezet.", "Door de buitendienst verplaatst.",
                                        "Aangepast na gesprek op locatie.", ""};

void choose_status(Story& story, Random& random) {
    double dice = random.uniform(0, 1);
    story.status = dice < 0.42   ? Status::open
                   : dice < 0.6  ? Status::in_progress
                   : dice < 0.77 ? Status::solved
                   : dice < 0.91 ? Status::verified
                                 : Status::dropped;
    if (story.status == Status::in_progress) story.reason = random.one_of(k_progress_reasons);
    if (story.status == Status::dropped) story.reason = random.one_of(k_drop_reasons);
    if (story.status == Status::solved) story.reason = random.one_of(k_solved_reasons);
    if (story.status == Status::verified) story.reason = random.one_of(k_verified_reasons);
}

/// Who usually acts. The category's own theme says it: enforcement for what stands in the way, and so on.
const char* actor_for(const Category& category) {
    auto about = [&](const char* word) { return category.id.find(word) != std::string::npos; };
    if (about("terrace") || about("display") || about("bicycles")) return "Handhaving";
    if (about("sports") || about("changing") || about("play")) return "Sport en bewegen";
    if (about("threshold") || about("door") || about("lift") || about("toilet") || about("desk")) return "Vastgoed";
    if (about("parking") || about("crossing") || about("stop")) return "Verkeer";
    if (about("signs") || about("controls")) return "Communicatie";
    return "Beheer openbare ruimte";
}

std::string days_after(const std::string& date, int days) {
    auto noon = base::parse_time(date + "T12:00:00Z").value_or(base::Time{});
    return base::local_date(noon + std::chrono::days(days));
}

}  // namespace

void tell_outcome(Story& story, const Category& category, Random& random) {
    choose_status(story, random);
    if (story.status == Status::dropped || !random.chance(0.7)) return;
    story.record.responsible = actor_for(category);
    story.record.due = days_after(story.record.date, static_cast<int>(random.uniform(14, 270)));
}

}  // namespace audit::demo
