// What pages have that lead to each other: the bar above them, and the page that searches.
#include <fmt/format.h>

#include "base/text.hpp"
#include "render/html_style.hpp"
#include "render/html_style_paper.hpp"
#include "render/html_text.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

// Words of the address, all of which an entry has to hold; runs from a file as well as from a server. Its
// digest stands in the page's policy: it is the only script that may run.
constexpr std::string_view search_script =
    R"js(const box=document.querySelector('main input'),rows=[...document.querySelectorAll('main li')];)js"
    R"js(const show=()=>{const words=box.value.toLowerCase().split(/\s+/).filter(Boolean);)js"
    R"js(for(const row of rows)row.hidden=!words.every(word=>row.textContent.toLowerCase().includes(word));};)js"
    R"js(box.value=new URLSearchParams(location.search).get('q')||'';box.addEventListener('input',show);show();)js";
constexpr std::string_view search_digest = "sha256-WMBvNEawgP6kevUEDPPDALkzDjb/dj6Hiz2v3vFbRQk=";

std::string entry_html(const Links::Entry& entry, const Translator& words) {
    return fmt::format("<a href=\"{}\"{}>{}</a>\n", html_escaped(entry.href),
                       entry.here ? " aria-current=\"true\"" : "", html_escaped(words.say(entry.title)));
}

/// Opens a bar; each has a name of its own for those who hear the page.
std::string bar_begun(std::string_view kind, std::string_view name, const Translator& words) {
    return fmt::format("<nav class=\"{}\" aria-label=\"{}\">\n", kind, html_escaped(words.say(say(name))));
}

}  // namespace

std::string html_bar(const Links& links, const Translator& words) {
    std::string out = bar_begun("bar", "site.pages", words);
    for (const auto& entry : links.bar) out += entry_html(entry, words);
    const auto search = html_escaped(words.say(say("site.search")));
    if (!links.search.empty())
        out += fmt::format(
            "<form action=\"{}\" role=\"search\"><input type=\"search\" name=\"q\" aria-label=\"{}\" "
            "placeholder=\"{}\"></form>\n",
            html_escaped(links.search), search, search);
    out += "</nav>\n";
    if (links.beside.empty()) return out;
    out += bar_begun("months", "site.months", words);
    for (const auto& entry : links.beside) out += entry_html(entry, words);
    return out + "</nav>\n";
}

std::string search_html(const Phrase& title, const std::vector<Found>& entries, const Translator& words,
                        const Links& links) {
    const auto shown = html_escaped(words.say(title));
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; "
        "script-src '{}'\">\n<title>{}</title>\n<style>",
        words.code() == "zh" ? "zh-CN" : words.code(), search_digest, shown);
    out.append(html_sheet(html_portrait)).append(html_site);
    out += "</style>\n</head>\n<body>\n";
    Links bar = links;
    bar.search.clear();
    out += html_bar(bar, words);
    out += fmt::format(
        "<main>\n<h1>{}</h1>\n<p><input type=\"search\" class=\"find\" aria-label=\"{}\"></p>\n<ul>\n", shown,
        shown);
    // The name of the page is the id of what it shows.
    const auto id_of = [](std::string_view href) {
        const auto name = href.substr(href.rfind('/') + 1);
        return name.substr(0, name.rfind('.'));
    };
    for (const auto& entry : entries)
        out += fmt::format("<li><a href=\"{}\">{}</a> <span class=\"muted\">{} {}</span></li>\n",
                           html_escaped(entry.href), html_escaped(words.say(entry.title)),
                           html_escaped(words.say(entry.kind)), html_escaped(id_of(entry.href)));
    out += "</ul>\n</main>\n<script>";
    out.append(search_script);
    return out + "</script>\n</body>\n</html>\n";
}

}  // namespace teamctl::render
