# Writes a C++ source that holds the example teams, so that `teamctl init` needs no files beside the binary.
# usage: cmake -DEXAMPLES=DIR -DOUTPUT=FILE -P embed.cmake
file(GLOB_RECURSE files RELATIVE ${EXAMPLES} ${EXAMPLES}/*/*)
# What a writer left in them is no part of a team.
list(FILTER files EXCLUDE REGEX "/\\.teamctl\\.[^/]*$")
# Nor are the pictures of README.
list(FILTER files EXCLUDE REGEX "^pictures/")
list(SORT files)
set(text "// Made from examples/ by cmake/embed.cmake.\n#include \"cli/templates.hpp\"\n\nnamespace teamctl::cli {\nnamespace {\nconst TemplateFile files[] = {\n")
foreach(path IN LISTS files)
  file(READ ${EXAMPLES}/${path} content)
  string(APPEND text "    {\"${path}\", R\"__file__(${content})__file__\"},\n")
endforeach()
string(APPEND text "};\n}  // namespace\n\nstd::span<const TemplateFile> template_files() { return files; }\n\n}  // namespace teamctl::cli\n")
file(WRITE ${OUTPUT} "${text}")
