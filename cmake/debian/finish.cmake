# Runs in cpack on the tree that is to be packed: what Debian's policy asks of documents, folders and modes.
foreach(root IN LISTS CPACK_TEMPORARY_INSTALL_DIRECTORY)
  set(share ${root}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
  set(doc ${share}/doc/teamctl)
  file(REMOVE ${doc}/LICENSE)
  file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
  file(COPY ${CPACK_TEAMCTL_DEBIAN_FILES}/changelog.Debian ${CPACK_TEAMCTL_DEBIAN_FILES}/copyright DESTINATION ${doc})
  file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
  file(GLOB pages ${share}/man/man*/* ${share}/man/zh_CN/man*/*)
  execute_process(COMMAND gzip -9 -n ${pages} ${doc}/changelog ${doc}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
  # Whatever the umask of the builder.
  execute_process(COMMAND chmod -R u=rwX,go=rX ${root} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
