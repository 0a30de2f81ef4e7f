# an extension that is not read
echo 'name: 会' > meetings/a72.yml
