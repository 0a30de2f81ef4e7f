#include "base/late.hpp"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace teamctl {
namespace {

/// What the loader says of its last call.
[[noreturn]] void fail(const char* otherwise) {
    const char* said = ::dlerror();
    throw std::runtime_error{std::string{said != nullptr ? said : otherwise}};
}

}  // namespace

void* late_function(const char* library, const char* name) {
    // A library that is there already is only counted once more; none is ever let go.
    void* const loaded = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (loaded == nullptr) fail(library);
    void* const function = ::dlsym(loaded, name);
    if (function == nullptr) fail(name);
    return function;
}

}  // namespace teamctl
