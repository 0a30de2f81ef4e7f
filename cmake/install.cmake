# What `cmake --install` puts where: the program, the manual, completion for the shells, and the documents with the
# example teams. Included by the top CMakeLists.txt.
include(GNUInstallDirs)

install(TARGETS teamctl)

foreach(section 1 5 7)
  install(DIRECTORY man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} FILES_MATCHING PATTERN "*.${section}")
endforeach()

install(DIRECTORY ${CMAKE_BINARY_DIR}/zh_CN DESTINATION ${CMAKE_INSTALL_MANDIR})

# In the folders where the shells look; made whenever the program is linked (src/CMakeLists.txt).
set(completions ${CMAKE_BINARY_DIR}/completions)
install(FILES ${completions}/teamctl DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_teamctl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/teamctl.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
# try.sh builds from the sources, which are not there, and pictures.py writes into them.
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN "try.sh" EXCLUDE PATTERN "pictures.py" EXCLUDE)
# The scripts may be run as they are.
install(DIRECTORY contrib/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples/contrib USE_SOURCE_PERMISSIONS)
