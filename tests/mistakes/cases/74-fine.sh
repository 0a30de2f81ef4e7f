# a fine that is no amount
sed -i 's/fine: 100/fine: 一百/' rules.yaml
