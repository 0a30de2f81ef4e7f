# brackets nested a thousand deep
{ printf 'name: '; i=0; while [ $i -lt 1000 ]; do printf '['; i=$((i + 1)); done; echo; } > queues/a79.yaml
