#include "yaml/reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>

#include "yaml/events.hpp"
#include "yaml/source.hpp"
#include "yaml/stepped_buffer.hpp"

namespace teamctl::yaml {
namespace {

/// Stands for a question mark within a word: the library ends a text in brackets at any question mark. A byte
/// that no file may hold.
constexpr char question_mark = '\x01';

/// The text as the library is to see it; empty where nothing has to change.
std::string with_question_marks_hidden(std::string_view text) {
    std::string hidden;
    for (std::size_t pos = text.find('?', 1); pos != npos; pos = text.find('?', pos + 1)) {
        const char before = hidden.empty() ? text[pos - 1] : hidden[pos - 1];
        if (is_space(before) || std::string_view{",[]{}:?-\"'\\"}.find(before) != npos) continue;
        if (hidden.empty()) hidden = text;
        hidden[pos] = question_mark;
    }
    return hidden;
}

std::size_t offset_of(const YAML::Mark& mark, std::string_view text) {
    return mark.pos < 0 ? text.size() : std::min(static_cast<std::size_t>(mark.pos), text.size());
}

/// Hands the library's events on; nobody else knows the library.
class Adapter : public YAML::EventHandler {
  public:
    Adapter(std::string_view text, Events& events, SteppedBuffer& buffer)
        : text_{text}, events_{events}, buffer_{buffer} {}

    void OnDocumentStart(const YAML::Mark& mark) override { events_.begin_document(reached(mark)); }
    void OnDocumentEnd() override { events_.end_document(); }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { events_.null(reached(mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { events_.alias(reached(mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& value) override {
        if (value.find(question_mark) == npos) {
            events_.scalar(reached(mark), value);
            return;
        }
        std::string restored = value;
        std::replace(restored.begin(), restored.end(), question_mark, '?');
        events_.scalar(reached(mark), restored);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value style) override {
        events_.open(Kind::sequence, reached(mark), style == YAML::EmitterStyle::Flow);
    }
    void OnSequenceEnd() override { events_.close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value style) override {
        events_.open(Kind::mapping, reached(mark), style == YAML::EmitterStyle::Flow);
    }
    void OnMapEnd() override { events_.close(); }

  private:
    std::size_t reached(const YAML::Mark& mark) {
        const std::size_t offset = offset_of(mark, text_);
        buffer_.reached(offset);
        return offset;
    }

    std::string_view text_;
    Events& events_;
    SteppedBuffer& buffer_;
};

}  // namespace

void read_events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems) {
    const std::string hidden = with_question_marks_hidden(text);
    SteppedBuffer buffer{hidden.empty() ? text : std::string_view{hidden}, limits.value_bytes};
    Events events{text, limits, builder, problems};
    Adapter adapter{text, events, buffer};
    try {
        const std::size_t first = skip_space(text, 0);
        if (byte_at(text, first) == '%' && (first == 0 || is_break(text[first - 1]))) {
            events.report_directive();
            return;
        }
        std::istream stream{&buffer};
        YAML::Parser parser{stream};
        if (!parser.HandleNextDocument(adapter)) return;
        if (parser && !parser.HandleNextDocument(adapter)) events.report_directive();
    } catch (const ValueTooLong&) {
        events.report_too_long();
    } catch (const YAML::Exception& error) {
        explain(text, events.failure(error.msg, offset_of(error.mark, text)), problems);
    }
}

}  // namespace teamctl::yaml
