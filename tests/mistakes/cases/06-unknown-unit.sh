# a unit that does not exist
mkdir -p roster; echo 'people: [{id: chenjing, name: 陈静, unit: slaes}]' > roster/a06.yaml
