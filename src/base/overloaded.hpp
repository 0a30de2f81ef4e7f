// A visitor of std::visit made of lambdas, one for each type or more.
#pragma once

namespace teamctl {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace teamctl
