# a key that does not exist
sed -i 's/^currency: CNY/curency: CNY/' teamctl.yaml
