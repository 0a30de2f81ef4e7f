// The books of one period: everything that metrics, reports and awards are made of, each part worked out once
// and only when it is asked for.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "rules/figures/ledger.hpp"
#include "rules/figures/targets.hpp"
#include "rules/work/customers.hpp"
#include "rules/work/meters.hpp"
#include "rules/work/service.hpp"

namespace teamctl::rules {

/// Not to be shared between threads. The context's references outlive it.
class Books {
  public:
    Books(const Context& context, const Period& period);
    ~Books();
    Books(Books&&) noexcept;

    const Context& context() const { return context_; }
    const team::Team& team() const { return context_.team; }
    const Period& period() const { return period_; }
    /// The end of the period, or now where that is earlier.
    Moment end() const { return end_; }
    const Absences& absences() const { return absences_; }

    /// The records of that kind in the period, up to now, in the order of the files.
    const std::vector<const team::Record*>& records(std::string_view kind) const;
    /// Whether the record is of the period and not after now.
    bool holds(const team::Record& record) const {
        return period_.contains(record.date) && known_at(record, end_);
    }

    const Attendance& attendance() const;
    const std::vector<Judgement>& judgements() const;
    /// Points and fines of the period, by date.
    const std::vector<Entry>& entries() const;
    const Fund& fund() const;
    /// As they stand at the end.
    const Entities& entities() const;
    const std::vector<TicketState>& tickets() const;
    /// Every meter and tank with its readings up to the end.
    const std::vector<Meter>& meters() const;

  private:
    struct Parts;

    Context context_;
    Period period_;
    Moment end_;
    Absences absences_;
    std::vector<std::vector<const team::Record*>> by_kind_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace teamctl::rules
