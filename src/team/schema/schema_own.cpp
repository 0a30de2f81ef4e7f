// config.yaml of one user
#include "team/schema.hpp"
#include "team/schema/own_defaults.hpp"

namespace teamctl::team {

template <>
struct Codec<std::vector<OwnAlias>> {
    static bool read(Reader& reader, yaml::Node node, std::vector<OwnAlias>& out) {
        if (!reader.expect_mapping(node, "morning")) return false;
        bool good = true;
        for (auto key = node.first(); key; key = key.next()) {
            OwnAlias alias{std::string{key.text()}, {}, key.value().place(), key.place()};
            if (Codec<std::string>::read(reader, key.value(), alias.call))
                out.push_back(std::move(alias));
            else
                good = false;
        }
        return good;
    }
    static TypeSpec spec() {
        return {.form = TypeSpec::Form::mapping,
                .item = std::make_shared<TypeSpec>(TypeSpec{.form = TypeSpec::Form::text})};
    }
};

template <>
struct Schema<OwnDefaults> {
    static const std::vector<Row<OwnDefaults>>& rows() {
        using D = OwnDefaults;
        static const std::vector<Row<D>> rows{
            row("who", &D::who, Need::optional, "我是谁，log 用来填自己", "who I am, for log"),
            words_row("language", &D::language, Need::optional, "输出语言：zh 或 en",
                      "language of the output: zh or en", {"zh", "en"}),
            words_row("color", &D::color, Need::optional, "颜色：auto、always、never",
                      "colour: auto, always, never", {"auto", "always", "never"}),
            row("pager", &D::pager, Need::optional, "分页程序", "the pager"),
            row("directory", &D::directory, Need::optional, "不在团队目录里时用哪个团队",
                "the team where none is found upwards"),
            row("aliases", &D::aliases, Need::optional, "自己的短命令", "commands of one's own"),
        };
        return rows;
    }
};

OwnDefaults read_own_defaults(const yaml::Document& document, Diagnostics& diagnostics) {
    OwnDefaults read;
    const Names names;
    Reader reader{names, diagnostics, 0};
    // A file of comments alone sets nothing.
    if (!document.root().is_null()) read_mapping(reader, document.root(), read);
    return read;
}

}  // namespace teamctl::team
