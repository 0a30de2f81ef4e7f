#include "rota/prices.hpp"

#include "rota/draft.hpp"

#include <algorithm>
#include <cmath>

namespace teamctl::rota {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

constexpr int kPatience = 25;      // steps without a better bound before they are shortened
constexpr double kShare = 0.1;     // of the newest slope in the average
constexpr double kGrid = 1 << 20;  // prices are kept as multiples of 1 / kGrid

class Ascent {
  public:
    Ascent(const Relaxation& r, const Prices& start);
    Prices run(double known, int rounds);

  private:
    struct Point {
        std::vector<double> task, row;
        std::vector<double> empty;
    };
    struct Offer {
        double value = 0;  // per turn
        int link = 0;
        int weight = 1;
    };
    double evaluate(const Point& point);
    double counter_part(int counter, std::vector<Offer>& offers);
    double uneven_part(int counter, const std::vector<Offer>& offers);
    double links_by_sign();
    void average(double share);
    void level_groups();
    void step(const Point& from, double length);
    Prices rounded(const Point& point);

    const Relaxation& r_;
    const Model& model_;
    std::vector<std::vector<int>> rows_of_;   // by link
    std::vector<int> counters_;               // those with links
    std::vector<std::vector<int>> links_of_;  // by counter
    std::vector<double> start_;               // base - due, by counter
    std::vector<int> room_;                   // turns left, by counter
    std::vector<int> knot_of_;                // by task; -1: none, an uncovered slot costs 1
    std::vector<double> lambda_;              // by counter
    std::vector<Offer> offers_;
    std::vector<double> offer_;  // by link: what the task pays after the rows
    std::vector<double> taken_;  // by link: the share of it that is taken
    std::vector<double> wide_;   // by knot: tasks that its price moves at once; its steps are shorter by that
    Point slope_, mean_, now_;
};

Ascent::Ascent(const Relaxation& r, const Prices& start) : r_(r), model_(*r.model) {
    rows_of_.resize(r.links.size());
    for (std::size_t i = 0; i < r.rows.size(); ++i)
        for (const int l : r.rows[i].links) rows_of_[at(l)].push_back(static_cast<int>(i));
    links_of_.resize(model_.base.size());
    start_.resize(model_.base.size());
    for (std::size_t c = 0; c < start_.size(); ++c)
        start_[c] = model_.base[c] - model_.due(static_cast<int>(c)).get_d();
    room_ = r.most;
    for (std::size_t l = 0; l < r.links.size(); ++l) {
        const int counter = r.links[l].counter;
        auto& list = links_of_[at(counter)];
        if (r.links[l].held) {
            start_[at(counter)] += model_.tasks[at(r.links[l].task)].weight;
            room_[at(counter)] -= model_.tasks[at(r.links[l].task)].weight;
            continue;
        }
        if (list.empty()) counters_.push_back(counter);
        list.push_back(static_cast<int>(l));
    }
    lambda_.assign(start_.size(), 0);
    for (std::size_t c = 0; c < start.counter.size(); ++c) lambda_[c] = start.counter[c].get_d();
    offer_.resize(r.links.size());
    taken_.resize(r.links.size());
    now_.task.assign(model_.tasks.size(), 0);
    for (std::size_t t = 0; t < start.task.size(); ++t) now_.task[t] = start.task[t].get_d();
    now_.row.assign(r.rows.size(), 0);
    for (std::size_t i = 0; i < start.row.size(); ++i) now_.row[i] = start.row[i].get_d();
    now_.empty.assign(r.knots.size(), 0);
    for (std::size_t k = 0; k < start.empty.size(); ++k) now_.empty[k] = start.empty[k].get_d();
    for (const Knot& k : r.knots) wide_.push_back(static_cast<double>(k.tasks.size()));
    knot_of_.assign(model_.tasks.size(), -1);
    for (std::size_t k = 0; k < r.knots.size(); ++k)
        for (const int t : r.knots[k].tasks) knot_of_[at(t)] = static_cast<int>(k);
}

// The counter takes the best offers while they pay more than the turn weighs. Its price lies between the last
// taken and the first refused.
double Ascent::counter_part(int counter, std::vector<Offer>& offers) {
    std::stable_sort(offers.begin(), offers.end(),
                     [](const Offer& a, const Offer& b) { return a.value > b.value; });
    const double first = start_[at(counter)];
    double value = first * first, high = 1e9, low = -1e9;
    int turns = 0;
    for (const Offer& o : offers) {
        const double mean = 2 * (first + turns) + o.weight;  // of the next `weight` marginal costs
        if (turns + o.weight > room_[at(counter)] || o.value <= mean) {
            low = std::max(low, o.value);
            if (turns + o.weight <= room_[at(counter)]) high = std::min(high, mean);
            break;
        }
        taken_[at(o.link)] = 1;
        value += o.weight * (mean - o.value);
        turns += o.weight;
        high = o.value;
        low = mean;
    }
    if (low < -1e8) low = high;
    if (high > 1e8) high = low;
    lambda_[at(counter)] = (low + high) / 2;
    return value;
}

// The same where offers bring several turns: the counter's cost is that of the sums it can reach, and the
// best price is one of those where something changes.
double Ascent::uneven_part(int counter, const std::vector<Offer>& offers) {
    std::vector<bool> reach{true};
    for (const Offer& o : offers) {
        reach.resize(reach.size() + at(o.weight), false);
        for (std::size_t v = reach.size(); v-- > at(o.weight);)
            if (reach[v - at(o.weight)]) reach[v] = true;
    }
    reach.resize(std::min(reach.size(), at(std::max(0, room_[at(counter)])) + 1));
    std::vector<double> prices, sums;
    for (std::size_t v = 0; v < reach.size(); ++v)
        if (reach[v]) sums.push_back(static_cast<double>(v));
    const double first = start_[at(counter)];
    for (std::size_t i = 1; i < sums.size(); ++i) prices.push_back(2 * first + sums[i] + sums[i - 1]);
    for (const Offer& o : offers) prices.push_back(o.value);
    double best = -1e300, low = 0, high = 0;
    for (const double price : prices) {
        double least = 1e300, value = 0, from = 0, to = 0;
        for (const double v : sums) {
            const double cost = (first + v) * (first + v) - price * v;
            if (cost < least - 1e-9) from = v;
            if (cost < least + 1e-9) to = v;
            least = std::min(least, cost);
        }
        for (const Offer& o : offers) value += std::min(0.0, o.weight * (price - o.value));
        if (value + least <= best) continue;
        best = value + least;
        lambda_[at(counter)] = price;
        low = from;
        high = to;
    }
    const double price = lambda_[at(counter)];
    double sure = 0, open = 0;
    for (const Offer& o : offers) {
        if (o.value > price) sure += o.weight;
        if (o.value == price) open += o.weight;
    }
    const double share = open > 0 ? std::clamp((std::clamp(sure, low, high) - sure) / open, 0.0, 1.0) : 0;
    for (const Offer& o : offers) taken_[at(o.link)] = o.value > price ? 1 : o.value == price ? share : 0;
    return best;
}

double Ascent::links_by_sign() {
    double value = 0;
    for (std::size_t l = 0; l < offer_.size(); ++l) {
        if (r_.links[l].held) continue;
        if (offer_[l] <= 0) continue;
        taken_[l] = 1;
        value -= offer_[l];
    }
    return value;
}

// The bound at these prices; leaves the slope in slope_.
double Ascent::evaluate(const Point& point) {
    slope_.task.assign(point.task.size(), 0);
    slope_.row.assign(point.row.size(), 0);
    slope_.empty.assign(point.empty.size(), 0);
    double value = 0;
    for (std::size_t k = 0; k < point.empty.size(); ++k) {
        slope_.empty[k] -= static_cast<double>(r_.knots[k].uncovered);
        value -= point.empty[k] * static_cast<double>(r_.knots[k].uncovered);
    }
    for (const int t : r_.tasks) {
        const Task& task = model_.tasks[at(t)];
        value += point.task[at(t)] * task.need();
        slope_.task[at(t)] += task.need();
        const int knot = knot_of_[at(t)];
        const double stay = (knot >= 0 ? point.empty[at(knot)] : 1) * task.weight - point.task[at(t)];
        if (!r_.can_stay_empty[at(t)] || stay >= 0) continue;
        value += stay * task.need();
        slope_.task[at(t)] -= task.need();
        if (knot >= 0) slope_.empty[at(knot)] += static_cast<double>(task.weight) * task.need();
    }
    for (std::size_t l = 0; l < offer_.size(); ++l) {
        offer_[l] = point.task[at(r_.links[l].task)];
        for (const int i : rows_of_[l]) offer_[l] -= point.row[at(i)];
    }
    std::fill(taken_.begin(), taken_.end(), 0.0);
    for (std::size_t l = 0; l < offer_.size(); ++l)
        if (r_.links[l].held) {
            taken_[l] = 1;
            value -= offer_[l];
        }
    if (!r_.fair) value += links_by_sign();
    for (const int c : counters_) {
        if (!r_.fair) break;
        offers_.clear();
        for (const int l : links_of_[at(c)]) {
            const int weight = model_.tasks[at(r_.links[at(l)].task)].weight;
            offers_.push_back({offer_[at(l)] / weight, l, weight});
        }
        const bool even =
            std::all_of(offers_.begin(), offers_.end(), [](const Offer& o) { return o.weight == 1; });
        value += even ? counter_part(c, offers_) : uneven_part(c, offers_);
    }
    for (std::size_t i = 0; i < point.row.size(); ++i) {
        value -= point.row[i] * r_.rows[i].bound;
        slope_.row[i] -= r_.rows[i].bound;
    }
    for (std::size_t l = 0; l < offer_.size(); ++l) {
        if (taken_[l] == 0) continue;
        slope_.task[at(r_.links[l].task)] -= taken_[l];
        for (const int i : rows_of_[l]) slope_.row[at(i)] += taken_[l];
    }
    return value;
}

void Ascent::step(const Point& from, double length) {
    now_ = from;
    for (const int t : r_.tasks) now_.task[at(t)] += length * mean_.task[at(t)];
    for (std::size_t i = 0; i < now_.row.size(); ++i)
        now_.row[i] = std::max(0.0, now_.row[i] + length * mean_.row[i]);
    for (std::size_t k = 0; k < now_.empty.size(); ++k) now_.empty[k] += length * mean_.empty[k] / wide_[k];
}

Prices Ascent::rounded(const Point& point) {
    const auto exact = [](double x) {
        mpq_class q(mpz_class(std::round(x * kGrid)), mpz_class(kGrid));
        q.canonicalize();
        return q;
    };
    Prices out;
    evaluate(point);  // for the counters' prices
    for (const double x : lambda_) out.counter.push_back(exact(x));
    for (const double x : point.task) out.task.push_back(exact(x));
    for (const double x : point.row) out.row.push_back(exact(x));
    for (const double x : point.empty) out.empty.push_back(exact(x));
    return out;
}

void Ascent::average(double share) {
    const auto mix = [share](std::vector<double>& mean, const std::vector<double>& now) {
        mean.resize(now.size(), 0);
        for (std::size_t i = 0; i < now.size(); ++i) mean[i] += share * (now[i] - mean[i]);
    };
    mix(mean_.task, slope_.task);
    mix(mean_.row, slope_.row);
    mix(mean_.empty, slope_.empty);
}

// Turns that come by the week are coarse: one price a turn for the whole group is a better start than the
// flow's, which deals them out one by one. The bound is concave in it.
void Ascent::level_groups() {
    for (const int g : groups_of(model_, r_.tasks)) {
        const auto coarse = [&](int t) {
            return model_.tasks[at(t)].group == g && model_.tasks[at(t)].weight > 1;
        };
        if (!r_.fair || std::none_of(r_.tasks.begin(), r_.tasks.end(), coarse)) continue;
        Point trial = now_;
        const auto at_price = [&](double price) {
            for (const int t : r_.tasks)
                if (model_.tasks[at(t)].group == g) trial.task[at(t)] = price * model_.tasks[at(t)].weight;
            return evaluate(trial);
        };
        double low = -100, high = 100;
        while (high - low > 1e-3) {
            const double a = low + (high - low) / 3, b = high - (high - low) / 3;
            (at_price(a) < at_price(b) ? low : high) = at_price(a) < at_price(b) ? a : b;
        }
        if (at_price((low + high) / 2) > evaluate(now_)) now_ = trial;
    }
}

// The volume algorithm: steps from the best prices along the average of the slopes met, which does not
// swing between the corners of the relaxation as the last slope alone does.
Prices Ascent::run(double known, int rounds) {
    level_groups();
    Point best = now_;
    double best_value = evaluate(now_), scale = 1;
    average(1);
    for (int k = 0, since = 0; k < rounds && best_value < known; ++k) {
        double norm = 0;
        for (std::size_t i = 0; i < mean_.empty.size(); ++i)
            norm += mean_.empty[i] * mean_.empty[i] / wide_[i];
        for (const double s : mean_.task) norm += s * s;
        for (std::size_t i = 0; i < mean_.row.size(); ++i)
            if (best.row[i] > 0 || mean_.row[i] > 0) norm += mean_.row[i] * mean_.row[i];
        if (norm < 1e-12 || scale < 1e-4) break;
        step(best, scale * (1.02 * known - best_value) / norm);
        const double value = evaluate(now_);
        average(kShare);
        if (value > best_value) {
            best_value = value;
            best = now_;
            scale = std::min(scale * 1.1, 2.0);
            since = 0;
        } else if (++since > kPatience) {
            scale *= 0.66;
            since = 0;
        }
    }
    return rounded(best);
}

}  // namespace

Prices improve_prices(const Relaxation& relaxation, const Prices& start, double known, int rounds) {
    return Ascent(relaxation, start).run(known, rounds);
}

}  // namespace teamctl::rota
