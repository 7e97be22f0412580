// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/entry.hpp"
#include "audit/catalogue/units.hpp"

#include <algorithm>

namespace audit::detail {
namespace {

template <class Value>
Words<Value> words_of(std::initializer_list<Value> values) {
    Words<Value> words;
    for (auto value : values) words.emplace_back(word_of(value), value);
    return words;
}

void require_unit(const std::string& unit) {
    if (!kind_of_unit(unit)) refuse_word("unit", unit, known_units());
}

std::map<std::string, double> accuracies(Entry& entry) {
    std::map<std::string, double> all;
    for (const auto& [unit, value] : entry.object("accuracy").items()) {
        require_unit(unit);
        if (!value.is_number() || !(value.get<double>() >= 0))
            refuse_entry("catalogue-type",
                         base::text("The accuracy in “{unit}” must be a number, not below zero.", {{"unit", unit}}));
        all[unit] = value;
    }
    return all;
}

void require_units(const Quantity& q) {
    require_unit(q.unit);
    if (std::find(q.units.begin(), q.units.end(), q.unit) == q.units.end())
        refuse_entry("catalogue-unit", base::text("The unit “{unit}” is not among “units”.", {{"unit", q.unit}}));
    for (const auto& unit : q.units) {
        require_unit(unit);
        if (kind_of_unit(unit) != kind_of_unit(q.unit))
            refuse_entry("catalogue-unit", base::text("The units “{one}” and “{other}” do not measure the same.",
                                                      {{"one", q.unit}, {"other", unit}}));
    }
    if ((q.kind == QuantityKind::yes_no) != (kind_of_unit(q.unit) == UnitKind::yes_no))
        refuse_entry("catalogue-unit", base::text("Only a quantity of the kind yes/no has the unit “yes/no”."));
}

void read_range(Entry& entry, Quantity& q) {
    if (q.kind == QuantityKind::yes_no) {
        q.largest = 1;
        return;
    }
    q.smallest = entry.number("smallest");
    q.largest = entry.number("largest");
    if (!(q.smallest < q.largest)) refuse_entry("catalogue-range", base::text("“smallest” must be below “largest”."));
}

Quantity read_quantity(Entry& entry, const Catalogue& catalogue) {
    Quantity q{.id = entry.id(), .label = entry.label("label"), .help = entry.label("help")};
    require_new(catalogue.quantity(q.id), q.id);
    q.kind = entry.word<QuantityKind>("kind", {{"number", QuantityKind::number}, {"yes-no", QuantityKind::yes_no}});
    q.unit = entry.string("unit");
    q.units = entry.texts("units");
    require_units(q);
    q.methods = entry.texts("methods");
    for (const auto& id : q.methods) require_known(catalogue.method(id), "methods", id);
    read_range(entry, q);
    entry.finish();
    return q;
}

Condition read_condition(const Json& json, const Catalogue& catalogue) {
    Entry entry(json);
    Condition condition{
        .quantity = entry.string("quantity"), .above = entry.limit("above"), .up_to = entry.limit("up_to")};
    require_known(catalogue.quantity(condition.quantity), "condition", condition.quantity);
    bool empty = !condition.above && !condition.up_to;
    bool crossed = condition.above && condition.up_to && !(*condition.above < *condition.up_to);
    if (empty || crossed)
        refuse_entry("catalogue-condition",
                     base::text("The condition must say “above”, “up_to”, or both in rising order."));
    entry.finish();
    return condition;
}

void require_fitting_unit(const Criterion& c, const Quantity& q) {
    require_unit(c.unit);
    // A ratio 1:n grows as the slope falls, so at_least and at_most would turn round in it.
    bool fits = kind_of_unit(c.unit) == kind_of_unit(q.unit) && c.unit != "1:n";
    if (!fits)
        refuse_entry("catalogue-unit", base::text("The unit “{unit}” does not fit the quantity “{quantity}”.",
                                                  {{"unit", c.unit}, {"quantity", q.id}}));
    if ((c.comparison == Comparison::is_true) != (q.kind == QuantityKind::yes_no))
        refuse_entry("catalogue-comparison",
                     base::text("Only a quantity of the kind yes/no is compared with “is_true”."));
}

void require_thresholds(const Criterion& c) {
    bool between = c.comparison == Comparison::between;
    if (c.comparison == Comparison::is_true && (c.threshold || c.upper))
        refuse_entry("catalogue-threshold", base::text("A yes/no norm has no threshold."));
    if (c.comparison == Comparison::is_true) return;
    if (!c.threshold && c.trust != Trust::unconfirmed)
        refuse_entry("catalogue-threshold",
                     base::text("The threshold is missing; only a norm with trust “U” may be without one."));
    if (between != c.upper.has_value() && c.threshold)
        refuse_entry("catalogue-threshold", base::text("“upper” belongs to “between”, and only to that."));
    if (between && c.threshold && !(*c.threshold < *c.upper))
        refuse_entry("catalogue-threshold", base::text("“upper” must be above “threshold”."));
}

Criterion read_criterion(Entry& entry, const Catalogue& catalogue) {
    Criterion c{.id = entry.id(), .label = entry.label("label"), .quantity = entry.string("quantity")};
    require_new(catalogue.criterion(c.id), c.id);
    const auto& quantity = require_known(catalogue.quantity(c.quantity), "quantity", c.quantity);
    c.comparison =
        entry.word<Comparison>("comparison", words_of({Comparison::at_least, Comparison::at_most, Comparison::equal,
                                                       Comparison::between, Comparison::is_true}));
    c.threshold = entry.limit("threshold");
    c.upper = entry.limit("upper");
    c.unit = entry.string_or("unit", quantity.unit);
    require_fitting_unit(c, quantity);
    c.level = entry.word<Level>("level", words_of({Level::minimum, Level::preferred, Level::strict}));
    if (entry.has("condition")) c.condition = read_condition(entry.object("condition"), catalogue);
    c.applies_to = entry.texts("applies_to");
    c.source = entry.string("source");
    c.trust = trust_of(entry);
    c.note = entry.label_or_none("note");
    require_thresholds(c);
    entry.finish();
    return c;
}

Rule read_rule(Entry& entry, const Catalogue& catalogue) {
    Rule rule{.id = entry.id(), .label = entry.label("label"), .quantity = entry.string("quantity")};
    // One verdict names either, so an id may stand for only one of them.
    require_new(catalogue.rule(rule.id), rule.id);
    require_new(catalogue.criterion(rule.id), rule.id);
    require_known(catalogue.quantity(rule.quantity), "quantity", rule.quantity);
    rule.any_of = entry.texts("any_of");
    if (rule.any_of.empty()) refuse_entry("catalogue-missing", base::text("“{key}” is missing.", {{"key", "any_of"}}));
    for (const auto& id : rule.any_of)
        if (require_known(catalogue.criterion(id), "any_of", id).quantity != rule.quantity)
            refuse_entry("catalogue-rule",
                         base::text("The criterion “{id}” tests another quantity than the rule.", {{"id", id}}));
    rule.source = entry.string("source");
    rule.trust = trust_of(entry);
    entry.finish();
    return rule;
}

}  // namespace

void load_methods(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries(), [&](Entry& entry) {
        Method method{.id = entry.id(), .label = entry.label("label")};
        require_new(catalogue.method(method.id), method.id);
        method.accuracy = accuracies(entry);
        method.indicative = entry.flag_or("indicative", false);
        entry.finish();
        catalogue.methods.push_back(std::move(method));
    });
}

void load_quantities(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries(),
                   [&](Entry& entry) { catalogue.quantities.push_back(read_quantity(entry, catalogue)); });
}

void load_criteria(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries(),
                   [&](Entry& entry) { catalogue.criteria.push_back(read_criterion(entry, catalogue)); });
}

void load_rules(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries(),
                   [&](Entry& entry) { catalogue.rules.push_back(read_rule(entry, catalogue)); });
}

}  // namespace audit::detail
