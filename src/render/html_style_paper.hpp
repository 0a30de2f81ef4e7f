// What a month on the wall, a certificate and the pages of a site have of their own.
#pragma once

#include <string_view>

namespace teamctl::render {

/// A month: weekends and what is held on them are as legible as workdays. On paper it fills one sheet.
inline constexpr std::string_view html_style_month = R"css(
table.month { width: 100%; table-layout: fixed; }
table.month th, table.month td { border: 1px solid var(--line); padding: 8px; }
table.month thead th { color: var(--soft); padding: 4px 8px; }
table.month td { height: 80px; font-size: var(--t2); line-height: 20px; overflow-wrap: anywhere; }
table.month tbody tr:hover > td { background: none; }
table.month .head { display: flex; justify-content: space-between; font-weight: 600; }
table.month .head::before { content: none; }
table.month .head small { font-weight: 400; font-size: var(--t1); color: var(--soft); }
table.month .weekday { display: none; }
table.month td > div { word-break: keep-all; }
table.month .alone { font-weight: 600; }
table.month .about { font-weight: 400; color: var(--soft); }
table.month .whole { display: inline-block; max-width: 100%; }
main:has(> table.month) { max-width: 1440px; }
main:has(> table.month) > p { max-width: 80em; }
table.month ~ details { max-width: 960px; }
@media screen {
  table.month .hanging { display: flex; gap: 0 4px; }
  table.month .headed { display: flex; flex-wrap: wrap; gap: 0 8px; }
  table.month .about { flex: none; max-width: 100%; }
  table.month .headed + .headed { margin-top: 4px; }
}
table.month .titled b { display: block; font-weight: 600; }
table.month .titled span { display: inline-block; margin-right: 8px; word-break: normal; }
h1 + table.month:last-of-type caption, h1 + p + table.month:last-of-type caption { display: none; }
table.month td > div + .titled, table.month td > .titled + div { margin-top: 4px; }
table.month td.muted, table.month tbody tr:hover > td.muted { background: var(--shade); color: var(--ink); }
table.month td.strong { outline: 2px solid var(--accent); outline-offset: -2px; font-weight: 400; }
table.month + table.month { margin-top: 24px; }
main:has(> .qr) { position: relative; }
.qr { position: absolute; top: 24px; right: 24px; margin: 0; display: flex; flex-direction: row-reverse; gap: 0 8px; align-items: flex-end; }
.qr svg { width: 96px; height: 96px; flex: none; }
.qr .light { fill: #ffffff; }
.qr path { fill: #000000; }
.qr figcaption { margin: 0; text-align: right; font-weight: 400; font-size: var(--t2); line-height: 20px; }
.qr figcaption small { display: block; margin: 0; overflow-wrap: anywhere; }
.qr + h1 { padding-right: 320px; min-height: 96px; }
@media screen and (max-width: 640px) {
  .qr { position: static; margin-bottom: 16px; justify-content: flex-end; }
  .qr figcaption { text-align: left; }
  .qr + h1 { padding-right: 0; min-height: 0; }
}
@media screen and (max-width: 640px) {
  table.month, table.month tbody, table.month tr, table.month td { display: block; width: auto; height: auto; }
  table.month thead, table.month td.out { display: none; }
  table.month .weekday { display: inline; margin-left: 8px; font-weight: 400; }
  table.month td { margin-bottom: -1px; }
}
@media print { table.month { break-inside: avoid; } }
)css";

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
/* A seal of 42 mm goes over issuer and date. */
.certificate footer {
  align-self: flex-end; margin-top: 4mm; min-width: 46mm; min-height: 42mm; padding: 0 4mm; display: flex;
  flex-direction: column; justify-content: center; font-size: 14pt; line-height: 1.7; text-align: center;
}
@media (max-width: 700px) {
  .certificate { min-height: 0; padding: 3mm; }
  .certificate .frame { padding: 10mm 6mm; outline: 0; }
}
@media screen { main:has(> .certificate) { padding: 24px; } }
@media print { .certificate { height: 208mm; min-height: 0; overflow: hidden; } }
)css";

inline constexpr std::string_view html_landscape = R"css(@page { size: A4 landscape; margin: 10mm; }
@media print {
  h1 { margin: 0 0 2mm; line-height: 1.2; }
  table.month { margin: 0; line-height: 1.2; font-size: var(--type); }
  h1 + table.month { height: 164mm; }
  h1 + table.month:last-of-type { height: 170mm; }
  h1 + p { margin: 0 0 1mm; max-width: none; font-size: var(--t1); line-height: 1.3; }
  h1 + p + table.month { height: 156mm; }
  h1 + p + table.month:last-of-type { height: 162mm; }
  .qr { top: 0; right: 1px; }
  .qr svg { width: 20mm; height: 20mm; }
  .qr figcaption { font-size: var(--t2); line-height: 1.3; max-width: 80mm; }
  .qr + h1 { padding-right: 105mm; min-height: 20mm; margin: 0 0 1mm; }
  .qr + h1 + table.month { height: 153mm; }
  .qr + h1 + table.month:last-of-type { height: 159mm; }
  .qr + h1 + p + table.month { height: 145mm; }
  .qr + h1 + p + table.month:last-of-type { height: 151mm; }
  table.month ~ details { break-before: page; max-width: none; }
  table.month ~ details > summary { display: none; }
  table.month ~ details .wide { columns: 4; column-gap: 6mm; }
  table.month ~ details table { width: 100%; font-size: var(--t1); line-height: 1.2; }
  table.month ~ details :is(th, td) { padding: .15mm 1mm; min-width: 0; }
  table.month ~ details table tr.group > th { padding-top: 1mm; }
  table.month ~ details tr:not(.group) > :nth-child(3) { display: none; }
  table.month + table.month { break-before: page; height: 178mm; }
  table.month caption { padding: 0 0 1mm; font-size: var(--t3); }
  table.month td { height: auto; padding: .8mm 1.5mm; font-size: inherit; line-height: 1.2; }
  table.month th { padding: .5mm; font-size: var(--t2); }
  footer.page { margin-top: 1mm; border: 0; padding: 0; }
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
nav { max-width: 1008px; margin: 0 auto; padding: 8px 24px 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
nav.bar { padding-top: 12px; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
body:has(table.grid) > nav { max-width: 1280px; }
body:has(main > table.month) > nav { max-width: 1440px; }
nav a { color: var(--ink); text-decoration: none; padding: 4px 0; }
nav.months { font-size: var(--t2); }
nav.months a { color: var(--soft); }
nav a[aria-current] { color: var(--accent); font-weight: 600; }
nav form { margin-left: auto; }
input[type=search] {
  font: inherit; font-size: var(--t2); padding: 4px 12px; width: 192px; max-width: 100%; color: var(--ink);
  background: var(--shade); border: 1px solid var(--line); border-radius: 16px;
}
input.find { font-size: var(--t3); width: 100%; }
@media print { nav { display: none; } }
)css";

}  // namespace teamctl::render
