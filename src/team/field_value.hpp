// The values of a record's fields, kept small: they are most of what a team's years come to in memory.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "team/id.hpp"

namespace teamctl::team {

/// A text that does not change. One of up to 15 bytes, as most are, lies in the 16 bytes of the object.
class Text {
  public:
    template <std::convertible_to<std::string_view> Source>
    Text(const Source& source) : Text{std::string_view{source}, 0} {}
    Text(const Text& other) : Text{other.view(), 0} {}
    Text(Text&& other) noexcept : bytes_{std::exchange(other.bytes_, {})} {}
    Text& operator=(Text other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~Text() {
        if (is_far()) delete[] far().data;
    }

    std::string_view view() const {
        return is_far() ? std::string_view{far().data, far().size}
                        : std::string_view{bytes_.data(), static_cast<std::size_t>(bytes_.back())};
    }
    operator std::string_view() const { return view(); }

  private:
    /// Where a longer text lies.
    struct Far {
        const char* data;
        std::uint32_t size;
    };
    static constexpr std::size_t last = 15;
    static constexpr char far_mark = 127;

    Text(std::string_view text, int) {
        if (text.size() <= last) {
            std::memcpy(bytes_.data(), text.data(), text.size());
            bytes_[last] = static_cast<char>(text.size());
            return;
        }
        auto* data = new char[text.size()];
        std::memcpy(data, text.data(), text.size());
        const Far where{data, static_cast<std::uint32_t>(text.size())};
        std::memcpy(bytes_.data(), &where, sizeof where);
        bytes_[last] = far_mark;
    }
    bool is_far() const { return bytes_[last] == far_mark; }
    Far far() const { return std::bit_cast<Far>(bytes_); }

    /// The text and, in the last byte, its length; or a Far, and there the mark.
    std::array<char, last + 1> bytes_{};
};

/// A list of a record: few records have one. Copies share it.
template <class T>
class SharedList {
  public:
    SharedList(std::vector<T> items) : items_{std::make_shared<const std::vector<T>>(std::move(items))} {}
    const std::vector<T>& items() const { return *items_; }

  private:
    std::shared_ptr<const std::vector<T>> items_;
};

/// A whole number of 1/10000.
struct Decimal {
    std::int64_t units = 0;
    auto operator<=>(const Decimal&) const = default;
};

struct Reading {
    std::string item;
    Decimal value;
};

/// What a round over many assets found at one of them.
struct Finding {
    AssetId asset;
    std::vector<std::string> failed;
    std::vector<Reading> readings;
};

using FieldValue =
    std::variant<std::monostate, Text, std::int64_t, Decimal, Money, Date, TimeOfDay, bool, PersonId,
                 SharedList<PersonId>, SharedList<std::string>, SharedList<Reading>, SharedList<AssetId>,
                 SharedList<Finding>, SeriesId, QueueId, ChecklistId, AssetId, AwardId>;

template <class T>
struct Stored {
    static const T* in(const FieldValue& value) { return std::get_if<T>(&value); }
};
template <class T>
struct Stored<std::vector<T>> {
    static const std::vector<T>* in(const FieldValue& value) {
        const auto* list = std::get_if<SharedList<T>>(&value);
        return list != nullptr ? &list->items() : nullptr;
    }
};

/// The value, or null where it is of another type. The items of a list as their vector.
template <class T>
const T* value_as(const FieldValue& value) {
    return Stored<T>::in(value);
}

/// The values of a record by position of RecordSpec::fields; room is taken only by those that are set.
class FieldValues {
  public:
    static constexpr std::size_t most = 32;

    bool has(std::size_t field) const { return (set_ >> field & 1U) != 0; }
    const FieldValue& operator[](std::size_t field) const {
        return has(field) ? values_[before(field)] : nothing;
    }
    /// A value that is `monostate` is no longer set.
    void set(std::size_t field, FieldValue value) {
        const auto at = values_.begin() + static_cast<std::ptrdiff_t>(before(field));
        const std::uint32_t bit = std::uint32_t{1} << field;
        const bool was_set = has(field);
        const bool is_set = !std::holds_alternative<std::monostate>(value);
        if (was_set && is_set) *at = std::move(value);
        if (was_set && !is_set) values_.erase(at);
        if (!was_set && is_set) values_.insert(at, std::move(value));
        set_ = is_set ? set_ | bit : set_ & ~bit;
    }
    void reserve(std::size_t count) { values_.reserve(count); }
    /// Those that are set, in the order of the fields.
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }

  private:
    std::size_t before(std::size_t field) const {
        return static_cast<std::size_t>(std::popcount(set_ & ((std::uint32_t{1} << field) - 1)));
    }

    inline static const FieldValue nothing;

    std::vector<FieldValue> values_;
    std::uint32_t set_ = 0;  ///< a bit for each field
};

}  // namespace teamctl::team
