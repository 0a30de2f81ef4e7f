// The design of HTML pages, all of it in html_style*.hpp: here what every page is made of. Nothing is loaded
// from anywhere.
//
// Five sizes of type (--t1 to --t5), each with a line that is a multiple of 4 px; distances are multiples of
// 8 px, and of 4 px inside a component. One accent, for what is looked at or leads somewhere. Three colours
// that mean something: wrong
// (--bad), watch (--warn), good (--good); a sign, a word or a length stands beside each. Faces that have
// Chinese and Latin of one hand come first; a face that lacks Chinese never gives the digits of a Chinese
// page.
#pragma once

#include <string_view>

namespace teamctl::render {

inline constexpr std::string_view html_style = R"css(
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #59616b; --paper: #ffffff; --line: #e1e4e8; --shade: #f5f6f8; --accent: #2a5bd0;
  --good: #156c3c; --warn: #875200; --bad: #b3261e; --warn-shade: #fcf4e3; --bad-shade: #fdeeec;
  --t1: 12px; --t2: 14px; --t3: 16px; --t4: 20px; --t5: 28px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e8eb; --soft: #9ba4ae; --paper: #131518; --line: #2c3138; --shade: #1d2025; --accent: #8db1ff;
    --good: #63c78e; --warn: #e3b356; --bad: #f4938a; --warn-shade: #29220f; --bad-shade: #311b19;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-size: var(--t2); line-height: 24px;
  font-family: -apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", "Source Sans 3", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
:lang(zh-CN) body, body:lang(zh-CN) {
  font-family: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei", sans-serif;
}
main { max-width: 1008px; margin: 0 auto; padding: 32px 24px 48px; }
h1, h2, h3, h4 { margin: 0; font-weight: 600; break-after: avoid; overflow-wrap: anywhere; }
h1 { font-size: var(--t5); line-height: 40px; margin-bottom: 8px; text-wrap: balance; }
:lang(zh-CN) h1 { text-wrap: pretty; }
h2 { font-size: var(--t4); line-height: 28px; margin: 40px 0 8px; }
h3, h4 { font-size: var(--t3); line-height: 24px; margin: 24px 0 8px; }
p, dl, table, .wide { margin: 8px 0; }
p, li, dd { overflow-wrap: anywhere; }
p { max-width: 48em; }
h1 + p:has(+ footer) { max-width: none; margin: 16px 0; padding: 24px; border-radius: 8px; background: var(--shade); }
.strong, .bad { font-weight: 600; }
.muted, .none { color: var(--soft); }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.good:is(p, span, td, dd, div)::before { content: "✓\00a0"; }
.warn:is(p, span, td, dd, div)::before { content: "!\00a0"; font-weight: 600; }
.bad:is(p, span, td, dd, div)::before { content: "✕\00a0"; }
p.notice {
  max-width: none; margin: 8px 0; padding: 8px 16px; border-radius: 8px; background: var(--shade); color: var(--ink);
  break-inside: avoid; font-weight: 400;
}
p.notice.warn { background: var(--warn-shade); }
p.notice.bad { background: var(--bad-shade); }
p.notice b { font-weight: 600; }
p.notice.warn b, p.notice.warn::before { color: var(--warn); }
p.notice.bad b, p.notice.bad::before { color: var(--bad); }
p.notice.good b, p.notice.good::before { color: var(--good); }
footer.page {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 24px; margin-top: 48px; padding-top: 8px;
  border-top: 1px solid var(--line); color: var(--soft); font-size: var(--t1); line-height: 24px;
}
@media screen and (max-width: 640px) {
  body { font-size: var(--t3); }
  main { padding: 24px 16px 32px; }
  h1 { font-size: var(--t4); line-height: 28px; }
  h2 { font-size: var(--t3); line-height: 24px; margin-top: 32px; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000000; --soft: #50565d; --paper: #ffffff; --line: #c8ccd0; --shade: #f1f2f4; --accent: #2a5bd0;
    --good: #156c3c; --warn: #875200; --bad: #b3261e; --warn-shade: #fcf4e3; --bad-shade: #fdeeec;
    --t1: 8pt; --t2: 9pt; --t3: 10.5pt; --t4: 13pt; --t5: 18pt;
  }
  body { line-height: 1.45; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0 1px; }
  h1 { line-height: 1.3; margin-bottom: 1mm; }
  h2 { line-height: 1.3; margin: 4mm 0 1mm; }
  h3, h4 { line-height: 1.3; margin: 3mm 0 1mm; }
  h2 + p { break-after: avoid; }
  p, dl, table, .wide { margin: 1mm 0; }
  p.notice { margin: 1mm 0; padding: 1mm 3mm; }
  footer.page { margin-top: 5mm; padding-top: 1mm; line-height: 1.45; }
}
)css";

inline constexpr std::string_view html_portrait = "@page { size: A4 portrait; margin: 13mm 14mm; }\n";

}  // namespace teamctl::render
