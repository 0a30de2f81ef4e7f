# wishes for what is not there
mkdir -p wishes
printf -- '- {who: wangli, from: 2026-12-24, want: of}\n- {who: wangli, from: 2026-12-24, of: [tower], want: "on"}\n- {who: wangli, from: 2026-12-24, to: 2026-12-23, want: "off"}\n' > wishes/2026.yaml
