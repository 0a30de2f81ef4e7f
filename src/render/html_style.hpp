// The style sheet of HTML pages: light and dark, on screen, phone and A4 paper. Nothing is loaded from
// anywhere.
#pragma once

#include <string_view>

namespace teamctl::render {

inline constexpr std::string_view html_style = R"css(
:root {
  color-scheme: light dark;
  --ink: #1c2127; --soft: #5c6670; --paper: #ffffff; --line: #d5dade; --shade: #f3f5f7; --accent: #2563a8;
  --good: #1a7340; --warn: #8a5a00; --bad: #b3261e; --warn-shade: #fdf5e2; --bad-shade: #fcebe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e7ea; --soft: #9aa4ae; --paper: #16191d; --line: #373d44; --shade: #1f2429; --accent: #74aef0;
    --good: #63c48b; --warn: #e2b252; --bad: #f28b82; --warn-shade: #2c2614; --bad-shade: #331d1b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-size: 16px; line-height: 1.6;
  font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.8em 0 .5em; break-after: avoid; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; margin-top: 0; padding-bottom: .35em; border-bottom: 2px solid var(--accent); }
h2 { font-size: 1.25rem; padding-left: .5em; border-left: .25em solid var(--accent); }
h3, h4 { font-size: 1.05rem; }
p, ul, ol, dl, table, .wide { margin: .6em 0; }
p, li, dd { overflow-wrap: anywhere; }
.strong, .bad { font-weight: 600; }
.muted, .none { color: var(--soft); }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.notice { padding: .45em .8em; border-left: .25em solid currentColor; break-inside: avoid; }
.notice.warn { background: var(--warn-shade); }
.notice.bad { background: var(--bad-shade); font-weight: 400; }
.notice span { color: var(--ink); }
ul, ol { padding-left: 1.5em; }
li { margin: .15em 0; break-inside: avoid; }
li > ul { margin: 0; }
li.tick { list-style: none; margin-left: -1.5em; padding-left: 1.6em; position: relative; }
.box {
  position: absolute; left: 0; top: .3em; width: 1em; height: 1em; border: 1.5px solid var(--soft);
  border-radius: 2px; font-size: .95em; line-height: .8; text-align: center; font-weight: 700;
}
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: 1.2em; }
dt { color: var(--soft); }
dd { margin: 0; }
dt, dd, td.r, th.r { font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
.wide table { margin: 0; }
.beside { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 2.5em; }
.beside > * { max-width: 100%; }
table { border-collapse: collapse; font-size: .94em; }
caption { text-align: left; font-weight: 600; padding: .3em 0; white-space: nowrap; }
th, td { padding: .35em .75em; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; }
tfoot td { border-top: 2px solid var(--soft); border-bottom: 0; font-weight: 600; }
.r { text-align: right; white-space: nowrap; }
th.r { white-space: normal; word-break: keep-all; }
.d { white-space: nowrap; }
.m { white-space: nowrap; text-align: center; }
.wide td.m, .wide th.m { padding-left: .3em; padding-right: .3em; min-width: 2.4em; }
td.p { white-space: nowrap; }
td.t { min-width: 6em; overflow-wrap: break-word; }
.wide td.r.bad { position: relative; }
.wide td.r.bad .sign { position: absolute; right: .15em; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
table.bars td, table.bars th { border: 0; font-weight: 400; vertical-align: middle; }
table.bars td.track { width: 40%; min-width: 9em; }
table.bars.bare td.track { width: 70%; }
table.bars { width: 100%; }
table.bars th { padding-left: 0; white-space: nowrap; }
table.bars, table.month { break-inside: avoid; }
svg { display: block; width: 100%; height: 1em; }
svg .rest { fill: var(--shade); stroke: none; }
svg .fill { fill: var(--accent); }
svg .fill.good { fill: var(--good); }
svg .fill.warn { fill: var(--warn); }
svg .fill.bad { fill: var(--bad); }
svg .whole { fill: var(--ink); }
figure.chart { margin: .4em 0 1em; break-inside: avoid; }
figure.chart .wide > svg { min-width: 36rem; max-width: 60rem; height: auto; }
figure.chart text { font-size: 11px; fill: var(--soft); text-anchor: middle; }
figure.chart text.end { text-anchor: end; }
figure.chart .grid { stroke: var(--line); stroke-width: 1; }
figure.chart .s0 { fill: var(--accent); stroke: var(--accent); }
figure.chart .s1 { fill: var(--paper); stroke: var(--accent); stroke-width: 1.5; }
figure.chart .s2 { fill: var(--shade); stroke: var(--ink); stroke-dasharray: 3 2; }
figure .legend span { display: inline-flex; align-items: center; margin-right: 1.5em; font-size: .9em; }
figure .legend svg { width: .9em; height: .9em; margin-right: .4em; }
table.month { width: 100%; table-layout: fixed; }
table.month th, table.month td { border: 1px solid var(--line); padding: .25em .4em; }
table.month thead th { text-align: center; background: var(--shade); }
table.month td { height: 4.2em; font-size: .9em; overflow-wrap: anywhere; }
table.month .head { display: flex; justify-content: space-between; font-weight: 600; }
table.month .head small { font-weight: 400; color: var(--soft); }
table.month .weekday { display: none; }
table.month td > div { word-break: keep-all; }
table.month .titled b { display: block; font-weight: 600; }
table.month .titled span { display: inline-block; margin-right: .8em; word-break: normal; }
h1 + table.month:last-child caption { display: none; }
table.month td > div + .titled, table.month td > .titled + div { margin-top: .25em; }
table.month td.muted { background: var(--shade); }
table.month td.strong { outline: 2px solid var(--accent); outline-offset: -2px; font-weight: 400; }
@media screen and (max-width: 40rem) {
  main { padding: 1rem .8rem 2rem; }
  h1 { font-size: 1.4rem; }
  .wide th, .wide td { padding: .35em .5em; }
  .wide caption { white-space: normal; }
  table.month, table.month tbody, table.month tr, table.month td { display: block; width: auto; height: auto; }
  table.month thead, table.month td.out { display: none; }
  table.month .weekday { display: inline; margin-left: .5em; font-weight: 400; }
  table.month td { margin-bottom: -1px; }
  table.bars tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: .3em 0; }
  table.bars, table.bars tbody, table.bars caption { display: block; }
  table.bars th, table.bars td { padding: 0; white-space: normal; overflow-wrap: anywhere; }
  table.bars caption, table.texts caption { white-space: normal; }
  table.bars td.track { grid-column: 1 / 3; width: auto; order: 3; }
  table.bars td.note { grid-column: 1 / 3; order: 4; color: var(--soft); }
  table.texts, table.texts tbody, table.texts tfoot, table.texts tr, table.texts caption { display: block; }
  table.texts thead, table.texts td:empty { display: none; }
  table.texts tr { border-bottom: 1px solid var(--line); padding: .4em 0; }
  table.texts td { display: grid; grid-template-columns: 6em minmax(0, 1fr); border: 0; padding: .1em 0; }
  table.texts td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
  table.texts td::before { content: attr(data-title); color: var(--soft); font-weight: 400; padding-right: .8em; }
  .wide table.texts td.r.bad .sign { position: static; }
  .wide th:first-child, .wide td:first-child { position: sticky; left: 0; background: var(--paper); z-index: 1; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000000; --soft: #555555; --paper: #ffffff; --line: #bbbbbb; --shade: #eeeeee; --accent: #2563a8;
    --good: #1a7340; --warn: #8a5a00; --bad: #b3261e; --warn-shade: #fdf5e2; --bad-shade: #fcebe9;
  }
  body { font-size: 10.5pt; line-height: 1.45; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0 1px; }
  h1, h2, h3, h4 { margin: 1.2em 0 .4em; }
  h2 + p { break-after: avoid; }
  ul:has(> li.tick):not(:has(> li:nth-child(16))) { break-inside: avoid; }
  td.p { white-space: normal; min-width: 16em; overflow-wrap: break-word; font-size: 8pt; }
  .wide { overflow: visible; }
  .beside { display: block; columns: 2; column-gap: 8mm; }
  .beside > .broad { column-span: all; }
  .beside > :not(.broad) th, .beside > :not(.broad) td { padding: .3em .5em; }
  .wide:not(:has(tbody tr:nth-child(16))) { break-inside: avoid; }
  .wide.many table { font-size: 8pt; }
  .wide.many th, .wide.many td { padding: .25em .4em; }
  .wide.many th { white-space: normal; }
}
)css";

inline constexpr std::string_view html_portrait = "@page { size: A4 portrait; margin: 15mm 14mm; }\n";
/// A certificate fills one landscape page of A4, on the screen and on paper; paper is always light.
inline constexpr std::string_view html_certificate = R"css(@page { size: A4 landscape; margin: 0; }
main { max-width: none; padding: 0; }
.certificate {
  --gold: #9a7428; --red: #8c1c13;
  box-sizing: border-box; width: 297mm; max-width: 100%; min-height: 209mm; margin: 0 auto; padding: 12mm; display: flex;
  background: #fffdf7; color: #2b2418; break-inside: avoid;
  font-family: "Noto Serif", Georgia, "Times New Roman", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong,
    SimSun, serif;
}
:lang(zh-CN) .certificate {
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, "Noto Serif", serif;
}
.certificate .frame {
  flex: 1; display: flex; flex-direction: column; justify-content: center; align-items: center; text-align: center;
  padding: 10mm 22mm; border: 2.2mm double var(--gold); outline: .4mm solid var(--gold); outline-offset: -5mm;
}
.certificate p, .certificate h1 { margin: 0; max-width: 100%; overflow-wrap: anywhere; }
.certificate .heading { border: 0; padding: 0; color: var(--red); font-size: 36pt; letter-spacing: .08em; font-weight: 700; }
:lang(zh-CN) .certificate .heading {
  font-family: STKaiti, KaiTi, "AR PL UKai CN", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  font-size: 44pt; letter-spacing: .3em; margin-right: -.3em;
}
.certificate .before { margin-top: 9mm; font-size: 15pt; font-style: italic; }
:lang(zh-CN) .certificate .before { font-style: normal; }
.certificate .recipient {
  margin-top: 7mm; padding: 0 10mm 1.5mm; font-size: 30pt; font-weight: 700; border-bottom: .3mm solid var(--gold);
}
.certificate .reason { margin-top: 9mm; font-size: 16pt; line-height: 1.7; }
.certificate .award { margin-top: 5mm; color: var(--red); font-size: 26pt; font-weight: 700; }
.certificate .closing { margin-top: 5mm; font-size: 15pt; }
.certificate footer { align-self: flex-end; margin-top: 11mm; font-size: 14pt; line-height: 1.7; text-align: center; }
@media (max-width: 700px) {
  .certificate { min-height: 0; padding: 3mm; }
  .certificate .frame { padding: 10mm 6mm; outline: 0; }
}
@media print { .certificate { height: 209mm; min-height: 0; } }
)css";

inline constexpr std::string_view html_landscape = R"css(@page { size: A4 landscape; margin: 10mm; }
@media print {
  h1 { margin: 0 0 2mm; padding-bottom: 1mm; font-size: 17pt; }
  table.month { margin: 0; line-height: 1.2; font-size: var(--type); }
  h1 + table.month { height: 168mm; }
  h1 + table.month:last-child { height: 174mm; }
  table.month + table.month { break-before: page; height: 178mm; }
  table.month caption { padding: 0 0 1mm; font-size: 10pt; }
  table.month td { height: auto; padding: .8mm 1.5mm; font-size: inherit; }
  table.month th { padding: .5mm; font-size: 9pt; }
}
)css";

/// A3 is A4, enlarged.
inline constexpr std::string_view html_a3 = R"css(@page { size: A3 landscape; margin: 14mm; }
@media print { main { zoom: 1.414; } }
)css";

/// What pages have that lead to each other.
inline constexpr std::string_view html_site = R"css(
main a { color: inherit; text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: .2em; }
main a:hover, nav a:hover { color: var(--accent); }
nav { max-width: 62rem; margin: 0 auto; padding: .5rem 1rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav.bar { padding-top: .75rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
nav a { color: var(--ink); text-decoration: none; padding: .25rem 0; }
nav.months { font-size: .875rem; }
nav.months a { color: var(--soft); }
nav a[aria-current] { color: var(--accent); font-weight: 600; }
nav form { margin-left: auto; }
input[type=search] {
  font: inherit; font-size: .875rem; padding: .25rem .75rem; width: 12rem; max-width: 100%; color: var(--ink);
  background: var(--shade); border: 1px solid var(--line); border-radius: 1rem;
}
input.find { font-size: 1rem; width: 100%; }
@media print { nav { display: none; } }
)css";

}  // namespace teamctl::render
