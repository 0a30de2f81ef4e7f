#include "report/schema.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "render/render.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

/// By name or any word that means it, or as the kind of the file of that path.
const team::FileSpec* find_kind(const std::string& name) {
    for (const auto& spec : team::file_specs()) {
        if (spec.name == name) return &spec;
    }
    for (const auto& spec : team::file_specs()) {
        if (team::means_file(spec, name)) return &spec;
    }
    const auto kind = team::file_kind(name);
    return kind ? &team::file_spec(*kind) : nullptr;
}

Exit run_schema(Session& session) {
    // The files of every team look alike; a team around only says in which language to explain them.
    if (store::find_root(session.option("directory").value_or("."))) {
        if (const auto exit = session.enter()) return *exit;
    }
    const auto name = session.argument(0);
    if (name.empty()) return session.emit(report::schema_report());
    const auto* file = find_kind(name);
    if (file == nullptr) {
        std::vector<std::string> known;
        for (const auto& spec : team::file_specs()) known.emplace_back(spec.name);
        return session.refuse_unknown("schema.kind", name, known);
    }
    session.write(render::to_json(report::file_schema(*file, session.words())));
    return Exit::done;
}

}  // namespace

CommandSpec schema_command() {
    return {"schema",
            "每种文件的 JSON Schema，供编辑器使用",
            "JSON Schema of every file, for editors",
            {{"KIND", false, false, "哪种文件；不写则列出全部", "kind of file; without: list them",
              Completes::file_kind}},
            {},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_schema};
}

}  // namespace teamctl::cli
