# an id that stands twice
mkdir -p roster; printf 'people:\n  - {id: sunyan, name: 孙燕}\n  - {id: sunyan, name: 孙燕燕}\n' > roster/a07.yaml
