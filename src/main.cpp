#include "cli/run.hpp"

int main(int argc, char** argv) {
    return teamctl::cli::run(argc, argv);
}
