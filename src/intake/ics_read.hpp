// iCalendar files (RFC 5545) as libical reads them, with plain values. Internal to intake/.
#pragma once

#include <libical/ical.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/phrase.hpp"

namespace teamctl::intake {

/// A DATE or DATE-TIME.
struct IcsTime {
    Moment local;
    bool whole_day = false;
    std::string tzid;      ///< as the file has it; `UTC` of times that end in Z; empty: wherever one is
    bool seconds = false;  ///< it names seconds, which we have not
    std::optional<int> length = {};  ///< seconds, of a PERIOD
};

/// A VEVENT.
struct IcsEvent {
    std::size_t line = 0;  ///< of its BEGIN, from 1
    std::string uid;
    std::string summary;
    std::string place;
    std::vector<std::string> description;  ///< a line each
    std::vector<std::string> attendees;    ///< the address without `mailto:`, else the name
    std::optional<IcsTime> start;
    std::optional<IcsTime> end;
    std::optional<int> duration;  ///< seconds
    std::vector<std::string> rules;
    std::vector<std::string> exception_rules;
    std::vector<IcsTime> except;
    std::vector<IcsTime> also;
    std::optional<IcsTime> instead_of;  ///< RECURRENCE-ID
    bool and_later = false;             ///< RANGE=THISANDFUTURE
    bool cancelled = false;
    int sequence = 0;
    /// What libical could not read, each with its reason.
    std::vector<std::string> unread;
    /// One of them decides when the event is.
    bool unread_time = false;
};

/// Any component that is no event.
struct IcsOther {
    std::size_t line = 0;
    std::string kind;  ///< VTODO
    std::string summary;
};

struct IcsFile {
    struct Free {
        void operator()(icalcomponent* component) const;
    };
    std::unique_ptr<icalcomponent, Free> calendar{};
    std::vector<IcsEvent> events;
    std::vector<IcsOther> others;
    Phrase problem;  ///< why it is no such file; empty: it is one
};

/// The bytes may be UTF-8, UTF-16 or GBK. Nested deeper than any real file, or with several calendars in one:
/// a problem.
IcsFile read_ics_file(const std::string& bytes);

}  // namespace teamctl::intake
