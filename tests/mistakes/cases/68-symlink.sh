# a link that leads out of the directory
ln -s /etc/hostname log/2026-11/2026-11-16.yaml
