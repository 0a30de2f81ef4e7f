# an id with a space
mkdir -p roster; echo 'people: [{id: he fang, name: 何芳}]' > roster/a12.yaml
