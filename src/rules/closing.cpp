#include "rules/closing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/figures/ledger.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/look_back.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/people/trainings.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/customers.hpp"
#include "rules/work/matters.hpp"
#include "rules/work/meters.hpp"
#include "rules/work/queue.hpp"

namespace teamctl::rules {
namespace {

using team::Record;

/// As many turns as `next` shows.
constexpr std::size_t queue_turns_kept = 5;

/// Picks the records to keep.
class Keeper {
  public:
    explicit Keeper(const Context& context)
        : context_{context}, today_{context.now.date}, entities_{entities_at(context.team, context.now)} {}

    std::vector<const Record*> records(const std::vector<team::CarriedQueue>& queues) && {
        for (const auto& queue : queues) keep_turns(queue);
        keep_deals();
        keep_customers();
        keep_tickets();
        keep_matters();
        keep_last();
        std::vector<const Record*> found;
        for (const auto& record : context_.team.records) {
            if (kept_.contains(&record)) found.push_back(&record);
        }
        return found;
    }

  private:
    bool recent(const Record* record) const {
        return record != nullptr && today_ - record->date < settled_days;
    }
    void keep(const Record* record) {
        if (record != nullptr) kept_.insert(record);
    }
    void keep_customer(std::string_view id) {
        if (const auto* customer = entities_.customers.find(id)) keep_whole(*customer);
    }
    void keep_whole(const Customer& customer) {
        keep(customer.opened);
        if (!customer.contacts.empty()) keep(customer.contacts.back());
        keep(customer.closed);
        keep(customer.ruling);
    }
    void keep_whole(const Deal& deal) {
        keep(deal.opened);
        for (const auto* payment : deal.payments) keep(payment);
        for (const auto* refund : deal.refunds) keep(refund);
        keep_customer(deal.opened->text("customer"));
    }

    void keep_turns(const team::CarriedQueue& queue) {
        for (const auto& turn : queue.turns) {
            for (const auto& record : context_.team.records) {
                if (record.date != turn.date || record.origin.mark != turn.mark || !record.is("turn"))
                    continue;
                keep(&record);
                keep_customer(record.text("customer"));
            }
        }
    }

    void keep_deals() {
        const auto any_recent = [&](const auto& list) {
            return std::any_of(list.begin(), list.end(), [&](const auto* record) { return recent(record); });
        };
        for (const auto& deal : entities_.deals) {
            if (recent(deal.opened) || any_recent(deal.payments) || any_recent(deal.refunds) ||
                receivable(deal))
                keep_whole(deal);
        }
    }

    /// Of a customer that stays, also the deals that say whether the renewal is done.
    void keep_customers() {
        for (const auto& customer : entities_.customers) {
            if (customer.closed == nullptr || recent(customer.closed) ||
                (!customer.contacts.empty() && recent(customer.contacts.back())))
                keep_whole(customer);
        }
        for (const auto& renewal : renewals(entities_)) {
            if (renewal.renewed && !kept_.contains(renewal.customer->opened)) continue;
            keep_whole(*renewal.customer);
            const Deal* latest = nullptr;
            for (const auto& deal : entities_.deals) {
                if (entities_.customers.find(deal.opened->text("customer")) != renewal.customer) continue;
                if (deal.opened == renewal.from)
                    keep_whole(deal);
                else if (latest == nullptr || latest->opened->date <= deal.opened->date)
                    latest = &deal;
            }
            if (latest != nullptr) keep_whole(*latest);
        }
    }

    void keep_tickets() {
        const auto& rule = context_.team.rules.call_back;
        for (const auto& ticket : entities_.tickets) {
            const bool wanted = rule && owes_call_back(*rule, ticket);
            if (ticket.closed != nullptr && !wanted && !recent(ticket.opened) && !recent(ticket.closed) &&
                !recent(ticket.called_back))
                continue;
            for (const auto* record : {ticket.opened, ticket.answered, ticket.closed, ticket.called_back})
                keep(record);
            for (const auto& pause : ticket.pauses) {
                keep(pause.from);
                keep(pause.to);
            }
        }
    }

    void keep_whole(const Matter& matter) {
        keep(matter.opened);
        keep(matter.closed);
        for (const auto* decision : matter.passed) keep(decision);
    }

    /// Problems stay with the topics, actions with the problems and assets, that they have to do with.
    void keep_matters() {
        std::set<std::string, std::less<>> named;
        for (const auto& topic : context_.team.topics) named.insert(topic.from);
        std::set<std::string, std::less<>> sources;
        for (const auto& asset : context_.team.assets) sources.insert(asset.id);
        for (const auto& problem : entities_.problems) {
            const std::string id{problem.opened->text("id")};
            if (problem.closed != nullptr && !recent(problem.closed) && !named.contains(id)) continue;
            keep_whole(problem);
            sources.insert(id);
        }
        for (const auto& action : entities_.actions) {
            const bool known = sources.contains(action.opened->text("from"));
            if (action.closed == nullptr || recent(action.closed) || known) keep_whole(action);
        }
        for (const auto& suggestion : entities_.suggestions) {
            if (suggestion.closed == nullptr || recent(suggestion.closed)) keep_whole(suggestion);
        }
    }

    /// All of a newcomer's or leaver's list, as long as it may go on.
    void keep_newcomer(const Record& record, team::PersonId person) {
        const auto& of = context_.team[person];
        const auto& day = record.person("leaver") ? of.left : of.joined;
        if (day && today_ <= *day + newcomer_days) keep(&record);
    }

    /// Those that fulfil a training which would else be told as not held.
    void keep_training(const Record& record) {
        const auto* planned = planned_for(context_.team, record);
        if (planned != nullptr && today_ <= planned->on.to + training_waits) keep(&record);
    }

    /// The last of each asset that a list runs over.
    void keep_check(const Record& record, const std::string& list,
                    std::map<std::string, const Record*>& last) const {
        const auto assets = assets_of(context_.team, record);
        if (assets.empty()) last[list + ":-1"] = &record;
        for (const auto asset : assets) last[list + ":" + std::to_string(asset.index)] = &record;
    }

    /// The last reading of each meter, and of a tank what was filled in since.
    void keep_reading(const Record& record, std::map<std::string, const Record*>& last) {
        const auto* asset = record.get<team::AssetId>("asset");
        if (asset == nullptr || !*asset) return;
        auto& refills = refills_[asset->index];
        auto& latest = last["meter" + std::to_string(asset->index)];
        // Of one day the time decides, not the line.
        const bool earlier = latest != nullptr && latest->date == record.date && latest->at && record.at &&
                             *record.at < *latest->at;
        if (earlier) return;
        if (!reading_of(record)) return refills.push_back(&record);
        refills.clear();
        latest = &record;
    }

    /// The last count of a spare part, and what was taken and came in since.
    void keep_stock(const Record& record) {
        const auto* asset = record.get<team::AssetId>("asset");
        if (asset == nullptr || !*asset) return;
        auto& since = stock_[asset->index];
        if (record.is("part_counted")) since.clear();
        since.push_back(&record);
    }

    /// What only the last of its kind tells, and announcements that go on.
    void keep_last() {
        std::map<std::string, const Record*> last;
        for (const auto& record : context_.team.records) {
            if (!known_at(record, context_.now)) continue;
            const auto id = [](const auto* named) { return named != nullptr ? named->index : -1; };
            const std::string kind{record.spec().name};
            if (record.is("attendance"))
                last[kind + std::to_string(id(record.get<team::SeriesId>("meeting")))] = &record;
            if (record.is("meter")) keep_reading(record, last);
            if (record.is("part_taken") || record.is("part_received") || record.is("part_counted"))
                keep_stock(record);
            if (record.is("inspection"))
                last[kind + std::to_string(id(record.get<team::AssetId>("asset")))] = &record;
            if (record.is("training")) keep_training(record);
            // What was handed over stays so; what was proposed waits; a document is for a meeting to come.
            if (record.is("handover") || record.is("award_proposed") || record.is("award_decided"))
                keep(&record);
            if (record.is("document_sent") && recent(&record)) keep(&record);
            if (record.is("talk")) last[kind + std::to_string(record.person("who").index)] = &record;
            if (const auto newcomer = newcomer_or_leaver(record))
                keep_newcomer(record, newcomer);
            else if (record.is("check") && today_ - record.date < checked_days)
                keep_check(record, kind + std::to_string(id(record.get<team::ChecklistId>("list"))), last);
            if (!record.is("announce")) continue;
            const auto* until = record.get<Date>("until");
            if (until != nullptr && today_ < *until) keep(&record);
        }
        for (const auto& [name, record] : last) keep(record);
        for (const auto* lists : {&refills_, &stock_}) {
            for (const auto& [asset, records] : *lists) {
                for (const auto* record : records) keep(record);
            }
        }
    }

    const Context& context_;
    Date today_;
    Entities entities_;
    std::set<const Record*> kept_;
    std::map<std::int32_t, std::vector<const Record*>> refills_;  ///< by tank, since its last reading
    std::map<std::int32_t, std::vector<const Record*>> stock_;    ///< by spare part, from its last count on
};

std::vector<team::ClosedMonth> people_of_month(const Context& context, const Books& books) {
    const Figures figures{books};
    const auto whole = [&](MetricName name, const Subject& subject) {
        const auto value = figures.value(name, subject);
        const auto* count = std::get_if<std::int64_t>(&value);
        return count != nullptr ? *count : 0;
    };
    const auto amount = [&](MetricName name, const Subject& subject) {
        const auto value = figures.value(name, subject);
        const auto* money = std::get_if<Money>(&value);
        return money != nullptr ? *money : Money{};
    };
    std::vector<team::ClosedMonth> all;
    for (std::int32_t i = 0; i < std::ssize(context.team.people); ++i) {
        const Subject subject{{i}, {}};
        team::ClosedMonth month{
            {i}, whole("points", subject), amount("fines", subject), amount("receivables", subject), {}};
        for (const auto& metric : figures.catalogue()) {
            if (metric.role.empty()) continue;
            if (const auto turns = whole(metric.name, subject); turns > 0)
                month.turns.emplace_back(metric.role, static_cast<int>(turns));
        }
        if (month.points != 0 || month.fines.fen != 0 || month.receivables.fen != 0 || !month.turns.empty())
            all.push_back(std::move(month));
    }
    return all;
}

/// Each once, in the order of the letters.
void add_registered(const team::Team& team, const Period& month, team::Closing& closing) {
    std::set<std::string> names;
    std::set<std::string> phones;
    for (const auto& record : team.records) {
        if (!record.is("customer") || !month.contains(record.date)) continue;
        names.emplace(record.text("name"));
        if (auto digits = phone_digits(record.text("phone")); !digits.empty())
            phones.insert(std::move(digits));
    }
    closing.names.assign(names.begin(), names.end());
    closing.phones.assign(phones.begin(), phones.end());
}

}  // namespace

team::Closing closing(const Context& context) {
    const auto month = month_period(month_of(context.now.date));
    const Books books{context, month};
    team::Closing made;
    made.carried.until = month.to;
    made.carried.first_record = context.team.first_record();
    made.carried.fund = books.fund().balance;
    made.carried.misses = misses_so_far(context, books.absences());
    for (std::int32_t i = 0; i < std::ssize(context.team.queues); ++i)
        made.carried.queues.push_back(carried_queue(context.team, {i}, context.now, queue_turns_kept));
    made.records = Keeper{context}.records(made.carried.queues);
    made.in_log_from = month.to - settled_days + Days{1};
    made.people = people_of_month(context, books);
    add_registered(context.team, month, made);
    return made;
}

}  // namespace teamctl::rules
