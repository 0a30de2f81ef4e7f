// What problems are called. Each is listed with its meaning in teamctl-check(1), PROBLEMS, which
// tests/checks/manual_keys.sh holds to this list; a code that is not of it does not compile.
#pragma once

#include <string>
#include <string_view>

namespace teamctl {

// clang-format off
inline constexpr std::string_view problem_codes[] = {
    // of the writing
    "alias", "anchor", "bad-escape", "bad-indent", "bad-utf8", "complex-key", "control-character", "duplicate-key",
    "full-width-comma", "long-line", "merge-key", "missing-colon", "missing-comma", "missing-item",
    "not-plain-data", "null-key", "second-colon", "second-document", "syntax", "tab-indent", "tag",
    "text-after-quote", "too-deep", "too-large", "unclosed-bracket", "unclosed-quote",
    // of files
    "closed-list", "conflict-copy", "git-conflict", "in-the-way", "missing-file", "not-a-file", "not-a-list", "not-synced",
    "odd-layout",
    "outside", "unknown-file",
    // of single values and keys
    "after-left", "agenda-too-long", "ambiguous-name", "attendance-clash", "bad-block", "bad-checklist", "bad-choice", "bad-half",
    "bad-id", "bad-reading", "bad-record", "bad-role-name", "bad-rrule", "bad-split", "bad-steps", "bad-training",
    "bad-when", "bad-zone", "duplicate-id", "duplicate-line", "empty-list", "missing-brackets", "missing-key",
    "out-of-range", "own-review", "pairs-contradict", "pairs-need-count", "reversed", "same-person",
    "together-too-many", "too-many-holders",
    "unit-circle", "unknown-asset", "unknown-award", "unknown-checklist", "unknown-field", "unknown-key",
    "unknown-metric", "unknown-person", "unknown-queue", "unknown-record", "unknown-role", "unknown-series",
    "unknown-unit", "wrong-month", "wrong-type",
    // of the team
    "any-other-business", "holiday-and-workday", "idle-wish", "limit-never-met", "limit-of-nothing", "line-circle", "never-whole-block", "no-lead",
    "no-mentor", "pair-never-serves", "planned-twice", "same-name", "selects-nobody", "selects-nothing", "starts-twice",
    "target-too-low", "no-effect",
    "targets-do-not-add-up", "too-many-attendees", "unit-size",
    // of records and plans
    "after-today", "before-joined", "cancelled-meeting", "already-closed", "ambiguous-id", "closed-twice", "day-off", "deal-money",
    "fund-overdrawn", "left-before", "meter-backwards", "not-expected", "not-the-owner", "on-leave", "logged-twice", "no-asset", "no-attendance", "no-items", "no-newcomer", "no-occurrence", "no-run", "no-second", "not-out",
    "not-a-tank", "not-employed", "not-for-newcomers", "other-asset", "out-of-order", "stock-below-zero", "not-planned", "not-open-yet", "no-topic", "recorded-twice", "registered-twice",
    "unknown-action", "unknown-customer", "unknown-deal", "unknown-item", "unknown-problem", "unknown-source",
    "tank-rises", "unknown-suggestion", "unknown-ticket", "visit-incomplete",
    "named-twice", "no-effect", "not-closed-yet", "not-in-queue", "not-waiting", "over-already", "pays-nobody",
    // of closings
    "closed-month", "closed-month-changed", "closing-chain", "closing-damaged", "closing-differs",
};
// clang-format on

/// Stable, kebab-case: `unknown-key`.
class Code {
  public:
    constexpr Code() = default;
    /// Of the list; another text does not compile.
    template <std::size_t size>
    consteval Code(const char (&text)[size]) : name_{text, size - 1} {
        bool known = false;
        for (const auto code : problem_codes) known = known || code == name_;
        if (!known) throw "no such code in problem_codes";
    }
    constexpr std::string_view name() const { return name_; }
    bool operator==(const Code&) const = default;

  private:
    std::string_view name_;
};

}  // namespace teamctl
