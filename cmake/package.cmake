# A Debian package of what is installed: `cpack -G DEB` in the build directory. Included by the top CMakeLists.txt.
set(TEAMCTL_MAINTAINER "The teamctl authors <teamctl@example.org>" CACHE STRING "Who answers for the package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME teamctl)
set(CPACK_PACKAGE_CONTACT ${TEAMCTL_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# What is to be packed was built before: no `ninja all`, tests included, on the way.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# Below every revision of a distribution's own package.
set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# dpkg-shlibdeps sees what is linked; what is loaded late (src/CMakeLists.txt) is named here.
set(late_packages tzdata)
get_property(late_libraries GLOBAL PROPERTY TEAMCTL_LATE_LIBRARIES)
foreach(library ${late_libraries})
  file(REAL_PATH ${library} library)
  execute_process(COMMAND dpkg-query -S ${library} OUTPUT_VARIABLE owner ERROR_QUIET)
  if(owner MATCHES "^([a-z0-9.+-]+)")
    list(APPEND late_packages ${CMAKE_MATCH_1})
  endif()
endforeach()
list(REMOVE_DUPLICATES late_packages)
list(JOIN late_packages ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, curl")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "agendas, fair rotas and summaries from plain team records
A team's roster, meetings, duties and daily records are plain YAML files in a
directory under git. teamctl turns them into today's agenda, next month's
rota, the checklists that are due and the month's summary, and tells of every
figure which line of which file it comes from.

It speaks Chinese and English, writes text, Markdown, HTML, JSON, CSV,
workbooks and iCalendar, and messages for the robots of chat groups.")

# Debian wants its own change log and copyright beside the ones of the sources, all but the latter compressed.
if(TEAMCTL_COMMIT)
  execute_process(COMMAND ${GIT_EXECUTABLE} -C ${CMAKE_SOURCE_DIR} log -1 --format=%aD
                  OUTPUT_VARIABLE TEAMCTL_COMMIT_DATE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
else()
  string(TIMESTAMP TEAMCTL_COMMIT_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
configure_file(cmake/debian/changelog.in ${CMAKE_BINARY_DIR}/debian/changelog.Debian @ONLY)
configure_file(cmake/debian/copyright.in ${CMAKE_BINARY_DIR}/debian/copyright @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/debian/finish.cmake)
set(CPACK_TEAMCTL_DEBIAN_FILES ${CMAKE_BINARY_DIR}/debian)
include(CPack)
