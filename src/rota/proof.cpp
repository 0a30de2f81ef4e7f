#include "rota/proof.hpp"

#include <fmt/format.h>

#include "rota/search/branch.hpp"
#include "rota/search/encode.hpp"
#include "rota/split.hpp"

namespace teamctl::rota {

namespace {

mpq_class gcd_of(const mpq_class& a, const mpq_class& b) {
    mpz_class numerator, denominator;
    mpz_gcd(numerator.get_mpz_t(), mpz_class(a.get_num() * b.get_den()).get_mpz_t(),
            mpz_class(b.get_num() * a.get_den()).get_mpz_t());
    mpq_class out(numerator, a.get_den() * b.get_den());
    out.canonicalize();
    return out;
}

// One part of the problem that shares nothing with the others.
class PartProof {
  public:
    PartProof(const Model& model, const std::vector<int>& tasks, const Holders& plan, Work& work)
        : model_(model), tasks_(tasks), work_(work), encoding_(model, tasks) {
        Draft draft(model, tasks);
        draft.set(plan);
        score_ = draft.score();
        encoding_.prepare_counters(std::vector<int>(model.base.size(), 1 << 20));
    }
    std::string text(int number);

  private:
    mpq_class step() const;
    std::string dues() const;
    std::string rows(std::size_t from) const;
    std::string goal(const char* name, const SoftSum& cost, const mpq_class& value, const mpq_class& step);
    std::string count(const char* name, const SoftSum& cost, long value);

    const Model& model_;
    const std::vector<int>& tasks_;
    Work& work_;
    Encoding encoding_;
    Score score_;
};

// Two plans differ by a multiple of this in fairness.
mpq_class PartProof::step() const {
    mpq_class step = 0;
    for (const int g : groups_of(model_, tasks_)) {
        const mpq_class unit = model_.problem->unit(g);
        step = gcd_of(unit * unit, step);
        for (const Standing& s : model_.problem->standing[at(g)]) step = gcd_of(2 * unit * s.due, step);
    }
    return step;
}

std::string PartProof::dues() const {
    std::string out;
    for (const int g : groups_of(model_, tasks_))
        for (int p = 0; p < model_.problem->people; ++p) {
            const int id = model_.counter(g, p);
            out += fmt::format("due {} {} {} {} {}\n", g, p, model_.problem->unit(g).get_str(),
                               model_.base[at(id)], model_.due(id).get_str());
        }
    return out;
}

std::string PartProof::rows(std::size_t from) const {
    std::string out;
    for (std::size_t i = from; i < encoding_.rows().size(); ++i) {
        const LinearRow& row = encoding_.rows()[i];
        out += fmt::format("row {} {} {} {}", i, row.what, row.equal ? "=" : "<=", row.bound);
        for (const Term& t : row.terms) out += fmt::format(" {}*{}", t.coef, var_of(t.lit));
        out += '\n';
    }
    return out;
}

std::string PartProof::goal(const char* name, const SoftSum& cost, const mpq_class& value,
                            const mpq_class& step) {
    std::string out = fmt::format("goal {} value {} step {} constant {}", name, value.get_str(),
                                  step.get_str(), cost.constant.get_str());
    for (const Soft& s : cost.softs) out += fmt::format(" {}*{}", s.weight.get_str(), var_of(s.lit));
    out += '\n';
    LinearProgram program(encoding_.rows(), cost, [](Lit) { return 0; });
    const auto found = [&](const BranchSearch::Shares&, bool) { return value; };
    const auto alone = [](const std::vector<Lit>& lits, std::vector<Lit>& implied) {
        implied = lits;
        return true;
    };
    BranchSearch search(program, value, step, found, alone, work_);
    search.prefer(encoding_.wide());
    search.tell([&](const std::vector<Lit>& decisions, const Prices& prices) {
        out += "leaf";
        for (const Lit l : decisions) out += fmt::format(" {}{}", (l & 1) == 0 ? "+" : "-", var_of(l));
        out += " :";
        for (std::size_t i = 0; i < prices.size(); ++i)
            if (prices[i] != 0) out += fmt::format(" {}*{}", prices[i].get_str(), i);
        out += '\n';
    });
    if (program.bound({}) > value - step) return out + "leaf :\n";
    search.shave(encoding_.wide());
    while (!work_.over())
        if (search.run(1000)) return out;
    return out + "unfinished\n";
}

// A count that is brought down to its least, and is a row from then on.
std::string PartProof::count(const char* name, const SoftSum& cost, long value) {
    if (cost.softs.empty() && value == cost.constant) return {};
    std::string out = goal(name, cost, value, 1);
    const std::size_t before = encoding_.rows().size();
    encoding_.require_at_most(cost, value);
    encoding_.require_at_least(cost, value);
    return out + rows(before);
}

std::string PartProof::text(int number) {
    std::string out = fmt::format("part {}\n", number) + dues() + encoding_.meanings() + rows(0);
    out += count("pins", encoding_.broken(tasks_), score_.broken);
    out += count("uncovered", encoding_.uncovered(tasks_), score_.uncovered);
    out += count("changes", encoding_.lost(tasks_), score_.lost);
    out += count("blocks", encoding_.stand_ins(tasks_), score_.stand_ins);
    const mpq_class whole = step(),
                    wish = model_.wishes.empty()
                               ? mpq_class(0)
                               : mpq_class(whole / (static_cast<long>(model_.wishes.size()) + 1));
    out += goal("fairness", encoding_.fairness(wish), score_.fairness + wish * score_.refused,
                model_.wishes.empty() ? whole : wish);
    return out;
}

}  // namespace

std::string prove(const Problem& problem, const std::vector<std::optional<int>>& who, long most_work) {
    const Model model = build_model(problem, {});
    Holders plan(model.tasks.size());
    for (std::size_t t = 0; t < plan.size(); ++t)
        for (const auto& lane : model.tasks[t].lanes)
            if (const auto holder = who[at(lane.front())]) plan[t].push_back(*holder);
    Work work{most_work, {}};
    std::string out;
    int number = 0;
    for (const auto& tasks : components(model)) out += PartProof(model, tasks, plan, work).text(number++);
    return out;
}

}  // namespace teamctl::rota
