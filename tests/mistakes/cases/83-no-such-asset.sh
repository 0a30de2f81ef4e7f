# an asset that does not exist
mkdir -p assets; echo '- {id: pc-1, name: 电脑}' > assets/pc.yaml
echo '- ticket: {id: t261119-1, kind: fault, asset: pc-2, text: 坏了}' > log/2026-11/2026-11-19.yaml
