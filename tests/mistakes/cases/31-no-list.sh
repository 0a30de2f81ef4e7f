# one mapping where a list is expected
echo 'who: wangli' > leave/a31.yaml
