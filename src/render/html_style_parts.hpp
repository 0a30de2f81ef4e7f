// The components of a page: lists and the tree, the timeline, tiles, the card, tables with bars, charts, what
// is folded.
#pragma once

#include <string_view>

namespace teamctl::render {

inline constexpr std::string_view html_style_parts = R"css(
ul, ol { list-style: none; margin: 8px 0; padding: 0; }
code {
  display: inline-block; max-width: 100%; padding: 0 8px; border-radius: 4px; background: var(--shade); overflow-wrap: anywhere;
  font: var(--t1)/24px ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Noto Sans Mono CJK SC", monospace;
  user-select: all;
}
/* Several lists to tick off stand side by side. */
.checks > h2 { margin: 0 0 8px; break-after: avoid; }
.checks > p { break-after: avoid; }
.checks > ul { break-inside: avoid; margin-bottom: 32px; }
.checks > :is(h1, footer) { column-span: all; }
.checks > h1 { margin-bottom: 24px; }
@media screen and (min-width: 1000px) { .checks { columns: 2; column-gap: 48px; } }
li { padding: 4px 0; break-inside: avoid; }
main > ul > li + li, main > .fold > ul > li + li { border-top: 1px solid var(--line); }
main > ol, .fold > ol { list-style: decimal; padding-left: 24px; }
li > ul { margin: 0 0 0 8px; padding-left: 16px; border-left: 1px solid var(--line); }
li > ul > li { padding: 0; }
li.tick { padding-left: 24px; position: relative; }
.box {
  position: absolute; left: 0; top: 8px; width: 16px; height: 16px; border: 1px solid var(--soft); border-radius: 4px;
  font-size: var(--t1); line-height: 14px; text-align: center; font-weight: 600;
}
li li .box { top: 4px; }
.tag {
  display: inline-block; max-width: 100%; padding: 0 8px; border-radius: 4px; background: var(--shade); color: var(--ink);
  font-size: var(--t1); line-height: 20px; vertical-align: 1px; margin-left: 8px; font-weight: 400; overflow-wrap: anywhere;
}
main > ol.timeline { list-style: none; padding: 0; }
ol.timeline > li {
  display: grid; grid-template-columns: 56px minmax(0, 1fr); padding: 8px 0; border-top: 1px solid var(--line);
}
ol.timeline time { color: var(--soft); }
ol.timeline .item b { font-weight: 600; }
ol.timeline .item small { color: var(--soft); font-size: var(--t1); margin-left: 8px; }
ol.timeline .item.empty b { font-weight: 400; color: var(--soft); }
ol.timeline li > ul { grid-column: 2; margin: 0; padding: 0; border: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(208px, 1fr)); gap: 16px; margin: 16px 0; padding: 0; }
.tiles.few { grid-template-columns: repeat(auto-fit, minmax(208px, 1fr)); }
.tile {
  padding: 16px; border: 1px solid var(--line); border-radius: 8px; break-inside: avoid; min-width: 0;
  display: flex; flex-direction: column;
}
.tile .label { color: var(--soft); font-size: var(--t2); line-height: 20px; }
.tile .value { font-size: var(--t5); line-height: 40px; font-weight: 600; overflow-wrap: anywhere; }
.tile .note { color: var(--soft); font-size: var(--t1); line-height: 16px; min-height: 16px; }
.tile svg { margin-top: 8px; }
.tile svg.spark { height: 32px; }
.tiles:not(.few) { gap: 8px; grid-template-columns: repeat(auto-fill, minmax(136px, 1fr)); }
.tiles:not(.few) .tile { padding: 8px 12px; }
.tiles:not(.few) .value { font-size: var(--t4); line-height: 28px; }
.tiles:not(.few) .label { font-size: var(--t1); }
svg { display: block; width: 100%; height: 8px; }
svg .rest { fill: var(--line); }
svg .fill { fill: var(--accent); }
svg .fill.good { fill: var(--good); }
svg .fill.warn { fill: var(--warn); }
svg .fill.bad { fill: var(--bad); }
svg .whole { fill: var(--ink); }
svg.spark path { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 0 32px; }
dl > div {
  display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 0 16px; padding: 4px 0; border-top: 1px solid var(--line);
  break-inside: avoid;
}
dt { color: var(--soft); overflow-wrap: anywhere; }
dd { margin: 0; }
h1 + dl { border: 1px solid var(--line); border-radius: 8px; padding: 8px 16px; margin: 16px 0; }
h1 + dl > div { border-top: 0; }
.wide { overflow-x: auto; }
.wide table { margin: 0; }
.beside { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 40px; }
.beside > * { max-width: 100%; }
.beside > .barred { flex: 1 1 100%; }
table { border-collapse: collapse; font-size: var(--t2); line-height: 20px; }
caption { text-align: left; font-weight: 600; padding: 8px 0; white-space: nowrap; }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tr > :first-child { padding-left: 0; }
tr > :last-child { padding-right: 0; }
thead th { font-size: var(--t1); font-weight: 400; color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 400; }
tfoot td { border-bottom: 0; font-weight: 600; }
tbody tr:hover > * { background: var(--shade); }
tr.group > th { padding-top: 24px; font-size: var(--t3); line-height: 24px; font-weight: 600; }
tbody:first-of-type tr.group > th { padding-top: 8px; }
tr.group:hover > th { background: none; }
main:has(table.grid) { max-width: 1280px; }
main:has(table.things thead th:nth-child(7)) { max-width: 1152px; }
table.grid { width: 100%; }
table.grid:not(:has(thead th:nth-child(4))) { width: auto; min-width: min(100%, 480px); }
table.grid th, table.grid td { padding: 4px 8px; }
table.grid th > span { display: block; width: min-content; min-width: 100%; word-break: keep-all; }
table.grid td.t { min-width: 0; }
@media screen and (min-width: 1200px) { table.grid td.t { white-space: nowrap; } }
tr.off > * { background: var(--shade); }
table.things { width: 100%; }
table.things .title { font-weight: 600; }
table.things:not(:has(thead th:nth-child(8))) .title { width: 40%; }
table.things td.t { min-width: 0; }
.short { white-space: nowrap; }
table.things :is(.d, .rest:not(.r)) { color: var(--soft); }
table.ledger tr.group > th { padding-top: 16px; font-size: var(--t2); line-height: 20px; }
table.ledger.days { min-width: min(100%, 640px); }
table.ledger.days td.d, table.ledger.days .p { color: var(--soft); }
table.things .tag { margin-left: 0; font-size: var(--t2); }
.badge {
  display: inline-block; padding: 0 8px; border-radius: 10px; background: var(--shade); font-size: var(--t1); line-height: 20px;
  white-space: nowrap; font-weight: 600;
}
.badge.warn { background: var(--warn-shade); }
.badge.bad { background: var(--bad-shade); }
.tree .tag { margin-left: 8px; }
@media (min-width: 640px) {
  main > ul.tree > li > ul { columns: 3 208px; column-gap: 32px; margin: 0; padding: 0; border: 0; }
}
.r { text-align: right; white-space: nowrap; }
th.r { white-space: normal; word-break: keep-all; }
.d { white-space: nowrap; }
.m { white-space: nowrap; text-align: center; }
.wide td.m, .wide th.m { padding-left: 4px; padding-right: 4px; min-width: 32px; border-left: 1px solid var(--line); }
td.p { white-space: nowrap; }
td.t { min-width: 96px; overflow-wrap: break-word; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
.barred table, table.bars { width: 100%; }
td.track { width: 40%; min-width: 96px; }
.barred :is(th, td).r:first-child { width: 1%; }
td.track svg { margin-top: 6px; }
table.bars td, table.bars th { white-space: nowrap; }
figure.chart { margin: 16px 0 24px; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 8px; }
figcaption small { font-weight: 400; font-size: var(--t1); color: var(--soft); margin-left: 8px; }
.plot { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 8px; font-size: var(--t1); line-height: 16px; color: var(--soft); }
.plot .axis { display: flex; flex-direction: column; justify-content: space-between; text-align: right; margin: -8px 0; }
.plot .cols { height: 128px; display: flex; border: solid var(--line); border-width: 1px 0; }
.plot .col { flex: 1 1 0; min-width: 0; position: relative; display: flex; justify-content: center; gap: 1px; }
.plot .col > span { flex: 0 1 24px; min-width: 0; margin: 0 1px; position: relative; }
.plot i { position: absolute; left: 0; right: 0; border-radius: 2px; background: var(--accent); min-height: 1px; }
.plot .s1 i { background: var(--paper); border: 2px solid var(--accent); }
.plot .s2 i { background: var(--soft); }
.plot .dots i { left: 50%; right: auto; width: 8px; height: 8px; margin: 0 0 -4px -4px; border-radius: 4px; }
.plot .points { grid-column: 2; display: flex; }
.plot .points span { min-width: 0; text-align: center; white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: 0 24px; font-size: var(--t1); color: var(--soft); }
.legend i { display: inline-block; width: 8px; height: 8px; border-radius: 2px; background: var(--accent); margin-right: 8px; }
.legend .s1 i { background: var(--paper); border: 2px solid var(--accent); }
.legend .s2 i { background: var(--soft); }
details { border-top: 1px solid var(--line); }
details:not(:has(+ details)) { border-bottom: 1px solid var(--line); }
details > summary { padding: 12px 0; cursor: pointer; list-style: none; display: flex; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "▸"; width: 24px; color: var(--soft); flex: none; }
details[open] > summary::before { content: "▾"; }
summary > h2, summary > h3 { display: inline; margin: 0; font-size: var(--t3); line-height: 24px; }
details > .fold { padding: 0 0 16px 24px; }
@media screen and (max-width: 640px) {
  table, .tag, .tile .label { font-size: var(--t2); }
  .tiles.few { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
  .tiles.few .tile { padding: 12px; }
  .tiles.few .value { font-size: var(--t4); line-height: 28px; }
  dl > div { grid-template-columns: 96px minmax(0, 1fr); }
  ol.timeline > li { grid-template-columns: 48px minmax(0, 1fr); }
  ol.timeline time { font-size: var(--t2); }
  .wide th, .wide td { padding: 8px; }
  .wide tr > :first-child { padding-left: 0; }
  .wide caption { white-space: normal; }
  details > .fold { padding-left: 0; }
  td.track { min-width: 72px; }
  table.bars tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 4px 0; }
  table.bars, table.bars tbody, table.bars caption { display: block; }
  table.bars th, table.bars td { padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere; }
  table.bars caption, table.texts caption { white-space: normal; }
  table.bars td.track { grid-column: 1 / 3; width: auto; order: 3; }
  table.bars td.note { grid-column: 1 / 3; order: 4; color: var(--soft); }
  table.things, table.things tbody, table.things tfoot, table.things caption { display: block; }
  table.things thead, table.things td:empty, table.things .kept { display: none; }
  table.things tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; padding: 8px 0; border-bottom: 1px solid var(--line); }
  table.things tr.group { padding: 24px 0 0; }
  table.things tr > * { border: 0; padding: 0; width: auto; min-width: 0; white-space: normal; text-align: left; color: var(--soft); }
  table.things tr > .title, table.things tr.group > th { flex: 1 1 0; color: var(--ink); order: -3; overflow-wrap: anywhere; }
  table.things .state { flex: none; order: -2; }
  table.things tr:not(.group)::before { content: ""; flex: 0 0 100%; order: -1; }
  table.things td[data-title]::before { content: attr(data-title) "\00a0"; }
  table.things .tag { padding: 0; background: none; }
  table.texts, table.texts tbody, table.texts tfoot, table.texts tr, table.texts caption { display: block; }
  table.texts thead, table.texts td:empty { display: none; }
  table.texts tr { border-bottom: 1px solid var(--line); padding: 8px 0; }
  table.texts td { display: grid; grid-template-columns: 80px minmax(0, 1fr); border: 0; padding: 0; line-height: 24px; }
  table.texts td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
  table.texts td::before { content: attr(data-title); color: var(--soft); font-weight: 400; padding-right: 8px; }
  table.grid td { grid-template-columns: 144px minmax(0, 1fr); padding: 0 8px; }
  table.grid td:first-child { display: block; }
  table.grid td:first-child::before { content: none; }
  table.texts td:first-child, table.texts td.strong { font-weight: 600; }
  table.ledger, table.ledger tbody, table.ledger tfoot, table.ledger caption { display: block; }
  table.ledger thead, table.ledger td:empty { display: none; }
  table.ledger tr {
    display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; position: relative; padding: 8px 0 8px 88px;
    border-bottom: 1px solid var(--line);
  }
  table.ledger tr > td {
    border: 0; padding: 0; min-width: 0; max-width: 100%; white-space: normal; overflow-wrap: anywhere; font-size: var(--t1);
    color: var(--soft);
  }
  table.ledger tr > td:first-child { position: absolute; left: 0; font-size: var(--t2); }
  table.ledger tr > .told { flex: 1 1 0; order: -3; font-size: var(--t2); color: var(--ink); overflow-wrap: anywhere; }
  table.ledger tr > .figure { flex: none; order: -2; font-size: var(--t2); font-weight: 600; color: var(--ink); }
  table.ledger tr:not(.group)::before { content: ""; flex: 0 0 100%; order: -1; }
  table.ledger tr.group { padding: 16px 0 4px; }
  table.ledger tr.group > th { border: 0; padding: 0; }
  table.ledger.days tr:not(.group) { padding-left: 0; }
  table.ledger.days tr:not(.group) > td:first-child { position: static; font-size: var(--t1); }
  table.ledger.days.timed tr:not(.group) { padding-left: 56px; }
  table.ledger.days.timed tr:not(.group) > td:first-child { position: absolute; font-size: var(--t2); }
  table.ledger td[data-title]::before { content: attr(data-title) "\00a0"; }
  .wide table:not(.texts, .things, .ledger) tr > :first-child { position: sticky; left: 0; background: var(--paper); z-index: 1; }
  .wide table:not(.texts, .things, .ledger) tr.off > :first-child { background: var(--shade); }
}
@media print {
  ul, ol { margin: 1mm 0; }
  li { padding: .5mm 0; }
  .box { top: 1mm; width: 3mm; height: 3mm; line-height: 2.6mm; border-radius: .5mm; }
  li li .box { top: .6mm; }
  li.tick { padding-left: 5mm; }
  .checks { columns: 2; column-gap: 8mm; }
  .checks > h1 { margin-bottom: 3mm; }
  .checks > ul { margin-bottom: 3mm; }
  code { line-height: 1.4; padding: 0 1mm; }
  .tag { line-height: 1.3; padding: 0 1mm; margin-left: 1.5mm; }
  .badge { line-height: 1.4; padding: 0 1.5mm; border-radius: 1.5mm; }
  tr.group > th, table.ledger tr.group > th { padding-top: 2mm; line-height: 1.3; }
  tr.group > th { break-after: avoid; }
  table.ledger tr.group > th { font-size: var(--t2); }
  ul:has(> li.tick):not(:has(> li:nth-child(16))) { break-inside: avoid; }
  main > ol.timeline { columns: 2; column-gap: 8mm; }
  ol.timeline > li { grid-template-columns: 10mm minmax(0, 1fr); padding: 1mm 0; break-inside: auto; }
  ol.timeline .item { break-after: avoid; }
  ol.timeline li li { padding: 0; line-height: 1.35; }
  ol.timeline li li.tick { padding-left: 5mm; }
  .tiles, .tiles.few { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2mm; margin: 2mm 0; }
  .tiles:not(.few) { grid-template-columns: repeat(7, minmax(0, 1fr)); }
  .tile, .tiles:not(.few) .tile { padding: 1.5mm 2mm; }
  .tile .label, .tile .note { font-size: var(--t1); line-height: 1.3; min-height: 0; }
  .tile .value { line-height: 1.3; }
  .tiles:not(.few) .value { font-size: var(--t3); line-height: 1.3; }
  .tile svg, .tile svg.spark { margin-top: 1mm; }
  dl > div { padding: .5mm 0; }
  dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  table { line-height: 1.3; }
  th, td { padding: .6mm 2mm; }
  td.p { white-space: normal; min-width: 16em; overflow-wrap: break-word; font-size: var(--t1); }
  .wide { overflow: visible; }
  .beside { display: block; columns: 2; column-gap: 8mm; }
  .fold > .beside { columns: 3; column-gap: 6mm; }
  .fold table { font-size: var(--t1); line-height: 1.2; }
  .fold td.t { min-width: 18mm; }
  .fold :is(th, td) { padding: .2mm 1mm; }
  .fold caption { padding: .8mm 0; }
  .fold > .beside :is(th, caption) { white-space: normal; overflow-wrap: break-word; word-break: normal; }
  .beside > .broad, .beside > .barred { column-span: all; }
  .wide:not(:has(tbody tr:nth-child(8), tbody:nth-of-type(4))) { break-inside: avoid; }
  table.things .short { white-space: normal; }
  table.things:has(thead th:nth-child(7)) { font-size: var(--t1); }
  table.things:has(thead th:nth-child(7)) :is(th, td) { padding: .4mm 1.2mm; }
  table.things:has(thead th:nth-child(7)) tr > :first-child { padding-left: 0; }
  table.ledger td { padding-top: .4mm; padding-bottom: .4mm; }
  .wide tr > :first-child { padding-left: 0; }
  .wide tr > :last-child { padding-right: 0; }
  .wide.many table { font-size: var(--t1); }
  .wide.many th, .wide.many td { padding: .5mm 1mm; }
  .wide.many :is(th, td).m { padding: .5mm .2mm; min-width: 0; }
  .wide.many th { white-space: normal; }
  .wide.many table:has(td.m) { width: 100%; }
  .wide.many:has(td.m) tr > :first-child { white-space: nowrap; }
  table.grid { font-size: var(--t1); line-height: 1.2; }
  table.grid th, table.grid td { padding: .4mm 1mm; }
  table.grid td.t { min-width: 0; }
  figure.chart { margin: 2mm 0; }
  .plot .cols { height: 18mm; }
  details, details:not(:has(+ details)) { border: 0; }
  details > summary { padding: 0; margin: 3mm 0 1mm; }
  details > summary > h2 { font-size: var(--t4); }
  details:not([open])::details-content { content-visibility: visible; block-size: auto; }
  main:not(.brief) summary::before { content: none; }
  /* A summary is three sheets: what is folded there is named only. */
  .brief > details:not([open]) { display: inline-block; }
  .brief > details:not([open])::details-content { content-visibility: hidden; }
  .brief > details:not([open]) > .fold { display: none; }
  .brief > details:not([open]) > summary { display: inline; margin: 0; }
  details > .fold { padding-left: 0; }
  .brief > details:not([open]) > summary { color: var(--soft); margin-right: 3mm; }
  .brief > details:not([open]) > summary > * { font-size: var(--t2); font-weight: 400; }
  summary::before { width: auto; margin-right: 1mm; }
}
)css";

}  // namespace teamctl::render
