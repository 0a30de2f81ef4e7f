# a required key is missing
mkdir -p roster; echo 'people: [{id: xuting}]' > roster/a09.yaml
