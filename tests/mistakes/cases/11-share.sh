# a share above one
mkdir -p roster; echo 'people: [{id: huangtao, name: 黄涛, share: 1.5}]' > roster/a11.yaml
