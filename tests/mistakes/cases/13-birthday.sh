# an impossible birthday
mkdir -p roster; echo 'people: [{id: hefang, name: 何芳, birthday: 13-01}]' > roster/a13.yaml
