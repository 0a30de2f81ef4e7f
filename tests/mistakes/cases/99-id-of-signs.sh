# ids with signs that are of no file name and no word
mkdir -p roster; printf 'people: [{id: he/fang, name: 何芳二}]\n' > roster/a99.yaml; printf 'people: [{id: "何：芳", name: 何芳三}]\n' > roster/a99b.yaml
