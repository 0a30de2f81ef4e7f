// Reading one file's tree into the model: problems go to the diagnostics with their place, reading goes on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "team/id.hpp"
#include "team/names.hpp"
#include "yaml/document.hpp"

namespace teamctl::team {

class Reader {
  public:
    Reader(const Names& names, Diagnostics& diagnostics, std::uint32_t file)
        : names_{names}, diagnostics_{diagnostics}, file_{file} {}

    const Names& names() const { return names_; }
    Origin origin(yaml::Node node) const { return {file_, node.mark()}; }

    /// Reports an error at the node; always false, so that readers can return it.
    bool error(yaml::Node node, Code code, Phrase message, Phrase hint = {});
    void warning(yaml::Node node, Code code, Phrase message, Phrase hint = {});
    /// An error that names a second place.
    bool conflict(yaml::Node node, Code code, Phrase message, const Place& other, Phrase hint = {});

    /// "expected a date such as 2026-11-23, found ...": `what` is a key of words_check, `example` a value.
    bool wrong(yaml::Node node, std::string_view what, std::string_view example);
    /// The same with a hint of its own.
    bool wrong(yaml::Node node, std::string_view what, Phrase hint);
    /// A word that is none of the known ones.
    bool bad_choice(yaml::Node node, const std::vector<std::string>& known);
    /// The same of a name that is no series and no `series.role`.
    bool unknown_series(yaml::Node node, const std::vector<std::string>& known);
    bool unknown_role(yaml::Node node, const std::vector<std::string>& known);
    /// Puts the known words for those that were read of the node, which may be written in Chinese; reports
    /// those that are none.
    bool take_words(yaml::Node list, const std::vector<std::string>& known, std::vector<std::string>& words);
    bool take_words(yaml::Node node, const std::vector<std::string>& known, std::string& word);
    /// A plain word of a list that holds commas, or full-width ones, is read as one: a warning.
    void check_commas(yaml::Node list);
    /// Reports a key that the mapping does not know, with the nearest known one.
    void unknown_key(yaml::Node key, const std::vector<std::string>& known);
    /// Index of the named thing, or -1 with a report.
    int resolve(yaml::Node node, RefKind kind);
    bool expect_mapping(yaml::Node node, std::string_view key = "name");
    /// A text that has to be given, and is given without a word in it, is an error; true where it is not.
    bool expect_words(yaml::Node node);
    bool expect_sequence(yaml::Node node, std::string_view like = "[…]");
    /// Whether the node stands for a list whose brackets were left out.
    bool lacks_brackets(yaml::Node node) const { return node == list_ && node.is_scalar(); }

    /// While it lives a list is read, whose items may turn out to be several in one: `mon, tue` without
    /// brackets, `[mon，tue]` with a full-width comma. The hints then say how a list is written.
    class InList {
      public:
        InList(Reader& reader, yaml::Node list)
            : reader_{reader}, outer_{std::exchange(reader.list_, list)} {}
        ~InList() { reader_.list_ = outer_; }
        InList(const InList&) = delete;
        InList& operator=(const InList&) = delete;

      private:
        Reader& reader_;
        yaml::Node outer_;
    };

  private:
    /// How the list that is being read would be written, where commas stand within the item; else
    /// `otherwise`.
    Phrase list_or(yaml::Node item, Phrase otherwise) const;

    /// Whether the file has so many errors that one more is counted and not told; it then has counted it.
    bool counts_only();

    const Names& names_;
    Diagnostics& diagnostics_;
    std::uint32_t file_;
    std::string told_in_;  ///< the file's name, once something was told
    yaml::Node list_;
};

}  // namespace teamctl::team
