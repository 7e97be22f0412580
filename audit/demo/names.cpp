// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/names.hpp"

namespace audit::demo {
namespace {

const char* const k_stems[] = {
    "Wever",  "Lakenkoper", "Kuiper",    "Bakker",  "Zijdewinde", "Mandenmaker", "Appel",   "Boter",    "Garen",
    "Wol",    "Turf",       "Zout",      "Koren",   "Vlas",       "Linden",      "Iepen",   "Wilgen",   "Vlier",
    "Roos",   "Lelie",      "Zwaluw",    "Reiger",  "Ooievaar",   "Kievit",      "Anker",   "Schipper", "Roeier",
    "Molen",  "Vest",       "Poort",     "Toren",   "Klok",       "Gast",        "Hout",    "Steen",    "Zand",
    "Veen",   "Haring",     "Mossel",    "Spinner", "Verver",     "Drukker",     "Sleutel", "Spiegel",  "Lantaarn",
    "Zilver", "Koper",      "Tingieter", "Zadel",   "Hoefijzer"};
const char* const k_before[] = {"",       "",       "",      "",        "Oude ",   "Nieuwe ",
                                "Lange ", "Korte ", "Hoge ", "Kleine ", "Achter ", "Middel "};
const char* const k_people[] = {"Aaltje Verbrugge", "Pieter Onnes",   "Johanna Kist",   "Willem Dekhuyzen",
                                "Neeltje Boom",     "Cornelis Adder", "Maria Zwart",    "Hendrik Kolff",
                                "Trijntje Loos",    "Jan Rijpwater",  "Geertruida Mol", "Simon Vlaming",
                                "Elisabeth Prins",  "Dirk Houtman",   "Antje Haver"};
const char* const k_nature[] = {"Meidoorn",   "Hazelaar",  "Berken",     "Esdoorn",  "Kastanje", "Merel",
                                "Nachtegaal", "Zonnedauw", "Boterbloem", "Klaproos", "Dotter",   "Waterlelie",
                                "Rietvink",   "Grutto",    "Vlinder",    "Krokus",   "Narcis",   "Hyacint",
                                "Tulpen",     "Iris",      "Varen"};

std::string from(Random& random, std::initializer_list<const char*> words) {
    return std::data(words)[random.next() % words.size()];
}

}  // namespace

std::string street_name(Random& random) {
    return std::string(random.one_of(k_before)) + random.one_of(k_stems) +
           from(random, {"straat", "straat", "straat", "hof", "weg"});
}

std::string alley_name(Random& random) {
    return std::string(random.one_of(k_stems)) + from(random, {"steeg", "poort", "gang", "slop"});
}

std::string canal_name(Random& random) {
    return from(random, {"Oude ", "Nieuwe ", "", "", "Stille "}) + random.one_of(k_stems) +
           from(random, {"gracht", "gracht", "singel", "vest"});
}

std::string bridge_name(Random& random) { return std::string(random.one_of(k_stems)) + "brug"; }

std::string avenue_name(Random& random) {
    if (random.chance(0.25)) return std::string(random.one_of(k_people)) + from(random, {"laan", "straat", "weg"});
    return std::string(random.one_of(k_nature)) + from(random, {"laan", "straat", "hof", "pad", "weg", "plantsoen"});
}

std::string river_name(Random& random) {
    return from(random, {"Oude Zijl", "Vlietstroom", "De Leede", "Kromme Aar", "Waterloop", "Trekvliet"});
}

std::string square_name(Random& random) {
    return std::string(random.one_of(k_stems)) + from(random, {"plein", "markt", "plaats"});
}

std::string district_name(Random& random) {
    return (random.chance(0.5) ? random.one_of(k_stems) : random.one_of(k_nature)) +
           from(random, {"kwartier", "wijk", "buurt", "veld", "hoek", "oord", "waard"});
}

std::string cafe_name(Random& random) {
    auto what = from(random, {"Café ", "Eetcafé ", "Restaurant ", "Lunchroom ", "Grand café ", "Proeflokaal ",
                              "Koffiehuis ", "IJssalon "});
    auto name = from(
        random,
        {"De Zwarte Zwaan",  "Het Volle Glas",     "Bij Aaltje", "De Gouden Bal",   "Oom Gerrit",         "De Waag",
         "Het Anker",        "De Vergulde Kan",    "Noorderzon", "De Blauwe Vogel", "Tante Truus",        "De Kade",
         "Het Zoute Hoekje", "De Laatste Stuiver", "Mooi Weer",  "De Brug",         "Het Wapen van Veen", "De Lantaarn",
         "Zus en Zo",        "De Kikker"});
    return what + name;
}

std::string sports_name(Random& random, const std::string& kind) {
    if (kind == "speeltuin")
        return "Speeltuin " + from(random, {"De Wip", "Het Klimhuis", "De Zandbak", "De Kiekeboe", "Het Eiland"});
    if (kind == "beweegtuin") return "Beweegtuin " + std::string(random.one_of(k_nature)) + "park";
    if (kind == "sporthal")
        return "Sporthal " + from(random, {"De Veste", "De Poort", "Het Trefpunt", "De Vijf", "Zuiderhof"});
    if (kind == "zwembad") return "Zwembad " + from(random, {"De Waterval", "De Vis", "Het Diepe"});
    return from(random, {"SV ", "VV ", "TC ", "HC "}) +
           from(random, {"De Sleutels", "Snelvoet", "Vooruit", "De Zwaluwen", "Veenstad", "Rapiditas"});
}

std::string inspector_name(Random& random) {
    return from(random,
                {"Noor van Dalen", "Bram Hoekstra", "Fatima el Idrissi", "Joost Verbeek", "Sanne Kok", "Devi Ramdin"});
}

}  // namespace audit::demo
