// Times of the rota solver on generated teams. `rota_bench [count]`: how many of each class; `rota_bench
// wide|crowded [first] [last]`: a line for each slow or open one of the random teams of that class.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "instances.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

namespace {

struct Timed {
    double milliseconds = 0;
    bool proven = false;
    std::size_t places = 0;
    Certificate certificate;
};

Timed run(const Problem& problem) {
    const auto start = std::chrono::steady_clock::now();
    const Result result = solve(problem);
    Timed out;
    out.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const Certificate& c = out.certificate = result.certificate;
    out.proven = c.coverage.proven && c.changes.proven && c.fairness.proven;
    out.places = problem.slots.size();
    return out;
}

Timed run(std::uint64_t seed, const Shape& shape) {
    Dice dice(seed);
    return run(team_problem(dice, shape));
}

void print(const std::string& name, std::vector<Timed> runs) {
    std::sort(runs.begin(), runs.end(),
              [](const Timed& a, const Timed& b) { return a.milliseconds < b.milliseconds; });
    const auto proven = std::count_if(runs.begin(), runs.end(), [](const Timed& t) { return t.proven; });
    std::size_t places = 0;
    for (const Timed& t : runs) places = std::max(places, t.places);
    std::printf("| %-46s | %6zu | %3zu | %3ld | %8.1f | %8.1f | %8.1f |\n", name.c_str(), places, runs.size(),
                static_cast<long>(proven), runs[runs.size() / 2].milliseconds,
                runs[runs.size() * 9 / 10].milliseconds, runs.back().milliseconds);
    std::fflush(stdout);
}

void bench(const std::string& name, const Shape& shape, int count) {
    std::vector<Timed> runs;
    for (int i = 1; i <= count; ++i) runs.push_back(run(static_cast<std::uint64_t>(i), shape));
    print(name, runs);
}

void random_teams(const char* name, Problem (*make)(Dice&), int first, int last) {
    std::vector<Timed> runs;
    for (int seed = first; seed <= last; ++seed) {
        Dice dice(static_cast<std::uint64_t>(seed));
        const Problem problem = make(dice);
        runs.push_back(run(problem));
        const Timed& last_run = runs.back();
        if (last_run.proven && last_run.milliseconds <= 1000) continue;
        const Certificate& c = last_run.certificate;
        std::printf(
            "seed %d: %d people, %zu places, %.0f ms; coverage %ld/%ld, changes %ld/%ld, fairness "
            "%.4f/%.4f\n",
            seed, problem.people, problem.slots.size(), last_run.milliseconds, c.coverage.value,
            c.coverage.bound, c.changes.value, c.changes.bound, c.fairness.value.get_d(),
            c.fairness.bound.get_d());
        std::fflush(stdout);
    }
    print(name, runs);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    const int first = argc > 2 ? std::atoi(argv[2]) : 1, last = argc > 3 ? std::atoi(argv[3]) : 100;
    if (what == "wide") random_teams("random teams of 5 to 80 people", wide_problem, first, last);
    if (what == "crowded") random_teams("random teams of 3 to 9 people", crowded_problem, first, last);
    if (what == "wide" || what == "crowded") return 0;
    const int count = argc > 1 ? std::atoi(argv[1]) : 20;
    std::printf("| %-46s | places | n   | opt | median   | 90 %%     | slowest  |\n", "milliseconds");
    Shape month;
    month.debts = 6;
    bench("20 people, a month of stand-ups", month, count);
    Shape desk = month;
    desk.desk = desk.inspection = true;
    desk.gap_days = 4;
    desk.max_per_week = 2;
    bench("the same, a desk and inspections; gaps, caps", desk, count);
    Shape repair = desk;
    repair.published = true;
    bench("the same, repaired", repair, count);
    Shape year;
    year.people = 200;
    year.days = 365;
    year.leave_percent = 2;
    bench("200 people, a year of stand-ups", year, std::max(1, count / 10));
    Shape week = desk;
    week.weekly = true;
    bench("a duty held by the week beside the others", week, std::max(1, count / 4));
    Shape tight = desk;
    tight.people = 8;
    tight.leave_percent = 40;
    tight.shared = true;
    bench("8 people, much leave, shared counts", tight, std::max(1, count / 4));
    std::vector<Timed> mixed;
    for (int i = 1; i <= count; ++i) {
        Dice dice(static_cast<std::uint64_t>(i));
        const Shape shape = random_shape(dice);
        mixed.push_back(run(static_cast<std::uint64_t>(i), shape));
    }
    print("random teams of 6 to 40 people", mixed);
    return 0;
}
