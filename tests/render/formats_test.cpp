#include <doctest/doctest.h>

#include <set>

#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;

TEST_CASE("every format is a row of its own, and its renderer makes something of a report") {
    std::set<std::string_view> names;
    for (const auto& format : render::formats) {
        CAPTURE(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(format.ending.starts_with('.'));
        CHECK_FALSE(format.render(samples::month_summary(), samples::en, {}).empty());
    }
    CHECK(render::formats[0].shape == render::Shape::text);  // where no format is asked for
}
