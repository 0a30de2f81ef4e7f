#include "team/write_record.hpp"

#include <fmt/format.h>

#include "base/overloaded.hpp"
#include "base/text.hpp"
#include "yaml/document.hpp"

namespace teamctl::team {
namespace {

using yaml::quoted_scalar;

template <class Tag>
std::string flow_id(const Team& team, Id<Tag> id) {
    return id ? quoted_scalar(team[id].id) : std::string{"~"};
}

std::string flow_readings(const std::vector<Reading>& readings) {
    std::vector<std::string> parts;
    for (const auto& reading : readings)
        parts.push_back(quoted_scalar(reading.item) + ": " + number_text(reading.value));
    return "{" + joined(parts, ", ") + "}";
}

std::string flow_texts(const std::vector<std::string>& texts) {
    std::vector<std::string> items;
    for (const auto& text : texts) items.push_back(quoted_scalar(text));
    return flow_list(items);
}

std::string flow_findings(const Team& team, const std::vector<Finding>& findings) {
    std::vector<std::string> parts;
    for (const auto& finding : findings) {
        std::string what = flow_texts(finding.failed);
        if (!finding.readings.empty()) {
            const auto failed = finding.failed.empty() ? std::string{} : "failed: " + what + ", ";
            what = "{" + failed + "readings: " + flow_readings(finding.readings) + "}";
        }
        parts.push_back(flow_id(team, finding.asset) + ": " + what);
    }
    return "{" + joined(parts, ", ") + "}";
}

}  // namespace

std::string number_text(Decimal number) {
    std::string text = decimals({number.units, 10000}, 4);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string quoted_time(TimeOfDay time) {
    return "\"" + to_string(time) + "\"";
}

std::string flow_list(const std::vector<std::string>& items) {
    return "[" + joined(items, ", ") + "]";
}

std::string flow_ids(const Team& team, const std::vector<PersonId>& people) {
    std::vector<std::string> items;
    for (const auto person : people) items.push_back(flow_id(team, person));
    return flow_list(items);
}

std::string flow_value(const Team& team, const FieldValue& value) {
    return std::visit(
        Overloaded{
            [](std::monostate) { return std::string{"~"}; },
            [](const Text& text) { return quoted_scalar(text); },
            [](std::int64_t number) { return std::to_string(number); },
            [](Decimal number) { return number_text(number); },
            [](Money money) { return to_string(money); },
            [](Date date) { return to_string(date); },
            [](TimeOfDay time) { return quoted_time(time); },
            [](bool flag) { return std::string{flag ? "true" : "false"}; },
            [](const SharedList<std::string>& texts) { return flow_texts(texts.items()); },
            [&](const SharedList<PersonId>& people) { return flow_ids(team, people.items()); },
            [](const SharedList<Reading>& readings) { return flow_readings(readings.items()); },
            [&](const SharedList<Finding>& found) { return flow_findings(team, found.items()); },
            [&](const SharedList<AssetId>& assets) {
                std::vector<std::string> ids;
                for (const auto asset : assets.items()) ids.push_back(flow_id(team, asset));
                return flow_list(ids);
            },
            [&](auto id) { return flow_id(team, id); },
        },
        value);
}

std::string record_text(std::string_view kind, const std::vector<WrittenField>& fields) {
    std::vector<std::string> parts;
    for (const auto& field : fields) parts.push_back(fmt::format("{}: {}", field.key, field.value));
    return fmt::format("{}: {{{}}}", kind, joined(parts, ", "));
}

std::string record_text(const Team& team, const Record& record) {
    std::vector<WrittenField> written;
    const auto& fields = record.spec().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (record.values.has(i)) written.push_back({fields[i].name, flow_value(team, record.values[i])});
    }
    return record_text(record.spec().name, written);
}

std::string record_line(std::string_view kind, const std::vector<WrittenField>& fields) {
    return "- " + record_text(kind, fields);
}

}  // namespace teamctl::team
