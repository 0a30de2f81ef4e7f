// What is asked of every page. Runs in the page of frames that run.sh writes: `pages` holds [name, base64] pairs,
// `hostile` the names (base64) that must stand in the hostile pages as text, `axe_source` the script of axe-core or nothing.
// Writes one line a fault, then a count.
'use strict';

const widths = location.hash === '#dark' ? [1280] : [360, 1280];
const least_contrast = 4.5;
const report = [];
const decoded = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));

function say(page, width, what) {
  const line = `${page} at ${width}: ${what}`;
  if (!report.includes(line)) report.push(line);
}

function named(element) {
  const text = (element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') || ''}"> ${text}`;
}

// An element that scrolls by itself may hold more than the page is wide.
function scrolls(element) {
  for (let e = element; e && e.tagName !== 'BODY'; e = e.parentElement)
    if (/auto|scroll/.test(e.ownerDocument.defaultView.getComputedStyle(e).overflowX)) return true;
  return false;
}

function look_at_widths(doc, tell, width) {
  if (doc.documentElement.scrollWidth > width) tell(`the page is ${doc.documentElement.scrollWidth} px wide`);
  for (const element of doc.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('svg svg, title, desc')) continue;
    if ((box.right > width + 1 || box.left < -1) && !scrolls(element.parentElement)) tell(`sticks out: ${named(element)}`);
    const style = doc.defaultView.getComputedStyle(element);
    if (element.clientWidth > 0 && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1 &&
        !/auto|scroll/.test(style.overflowX) && !element.closest('svg'))
      tell(`runs over its own edge: ${named(element)}`);
  }
}

// A desk has room for whole tables: what has to be moved aside to be seen is overlooked.
function look_at_tables(doc, tell) {
  for (const box of doc.querySelectorAll('.wide'))
    if (box.scrollWidth > box.clientWidth + 1) tell(`a part of a table is hidden: ${named(box)}`);
}

// What a phone moves aside is moved by keys as well, and has a name for those who hear it.
function look_at_what_moves(doc, tell) {
  for (const box of doc.querySelectorAll('.wide')) {
    if (box.scrollWidth <= box.clientWidth + 1) continue;
    if (box.tabIndex < 0 || box.getAttribute('role') !== 'group' || !box.ariaLabel) tell(`no key moves it: ${named(box)}`);
  }
}

// A drawing names itself for those who hear it, and starts at zero or says where.
function look_at_drawings(doc, tell) {
  for (const plot of doc.querySelectorAll('.plot')) {
    if (!plot.ariaLabel) tell('a drawing without a name');
    const columns = plot.querySelectorAll('.col').length;
    if (columns < 5) tell(`a drawing of ${columns} points`);
    const dots = plot.querySelector('.dots') !== null;
    const said = plot.closest('figure').querySelector('figcaption small') !== null;
    if (dots !== said) tell('a drawing of dots that does not say where its axis starts');
  }
}

function look_at_structure(doc, tell) {
  if (!doc.documentElement.lang) tell('no language');
  if (!doc.title) tell('no title');
  const levels = [...doc.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => Number(h.tagName[1]));
  const titles = Math.max(1, doc.querySelectorAll('article').length);
  if (levels.filter((level) => level === 1).length !== titles) tell(`not ${titles} h1`);
  levels.forEach((level, i) => {
    if (level > (i === 0 ? 1 : levels[i - 1] + 1)) tell(`a heading of level ${level} after ${i === 0 ? 'nothing' : levels[i - 1]}`);
  });
  for (const th of doc.querySelectorAll('th')) if (!th.scope) tell(`a table heading without scope: ${named(th)}`);
  for (const table of doc.querySelectorAll('table')) {
    const heads = table.tHead ? table.tHead.rows[0].cells.length : 0;
    for (const row of table.rows)
    {
      const cells = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
      if (heads && cells !== heads) tell(`a row of ${cells} cells under ${heads} headings`);
    }
    if (!table.caption && !table.ariaLabel) tell(`a table without a name: ${named(table)}`);
  }
}

function look_at_what_is_loaded(doc, tell) {
  const policy = doc.querySelector('meta[http-equiv=Content-Security-Policy]');
  if (!policy || !policy.content.includes("default-src 'none'")) tell("its policy lets things be loaded");
  for (const element of doc.querySelectorAll('*')) {
    if (/^(script|link|img|iframe|object|embed|base|form|image|use|video|audio)$/i.test(element.tagName))
      tell(`an element of its own: ${named(element)}`);
    for (const attribute of element.attributes)
      if (/^(on.*|src|href|srcset|action)$/i.test(attribute.name)) tell(`an attribute ${attribute.name}: ${named(element)}`);
  }
  for (const style of doc.querySelectorAll('style'))
    if (/url\(|@import|https?:/i.test(style.textContent)) tell('its style loads something');
  if (doc.defaultView.performance.getEntriesByType('resource').length) tell('something was loaded');
}

function light_of(color) {
  const part = (c) => ((c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(color[0]) + 0.7152 * part(color[1]) + 0.0722 * part(color[2]);
}

const parts = (color) => (color.match(/[\d.]+/g) || []).map(Number);

function background_of(element) {
  for (let e = element; e; e = e.parentElement) {
    const color = parts(e.ownerDocument.defaultView.getComputedStyle(e).backgroundColor);
    if (color.length === 3 || color[3] > 0) return color;
  }
  return [255, 255, 255];
}

function look_at_contrast(doc, tell) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('title, desc, style') || !element.getClientRects().length) continue;
    const style = doc.defaultView.getComputedStyle(element);
    const ink = light_of(parts(element.closest('svg') ? style.fill : style.color));
    const paper = light_of(background_of(element));
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < least_contrast) tell(`contrast ${contrast.toFixed(1)}: ${named(element)}`);
  }
}

// Type has one of five sizes, but on a certificate, which has its own.
const sizes = ['12px', '14px', '16px', '20px', '28px'];
function look_at_type(doc, tell) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const told = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('title, style, .certificate')) continue;
    const size = doc.defaultView.getComputedStyle(element).fontSize;
    if (!sizes.includes(size) && !told.has(size)) tell(`type of ${size}: ${named(element)}`);
    told.add(size);
  }
}

// A colour that means something has a sign, a word or a length beside it.
function look_at_signs(doc, tell) {
  for (const element of doc.querySelectorAll('.good, .warn, .bad')) {
    if (element.closest('svg') || element.classList.contains('notice') || !element.textContent.trim()) continue;
    if (doc.defaultView.getComputedStyle(element, '::before').content === 'none') tell(`colour alone: ${named(element)}`);
  }
}

// A dark page is dark: else nothing was seen of it. A certificate is paper on any screen.
function look_at_scheme(doc, tell) {
  const dark = light_of(background_of(doc.body)) < 0.2;
  if (dark !== (location.hash === '#dark')) tell(`is ${dark ? 'dark' : 'light'}`);
}

function look(name, doc, width) {
  const tell = (what) => say(name, width, what);
  look_at_widths(doc, tell, width);
  if (width >= 1280 && !name.startsWith('hostile')) look_at_tables(doc, tell);
  if (!name.startsWith('hostile')) look_at_what_moves(doc, tell);
  look_at_drawings(doc, tell);
  look_at_structure(doc, tell);
  look_at_what_is_loaded(doc, tell);
  look_at_contrast(doc, tell);
  look_at_type(doc, tell);
  look_at_signs(doc, tell);
  look_at_scheme(doc, tell);
  if (/^hostile-(roster|certificate)/.test(name)) {
    const wanted = name.includes('roster') ? hostile : hostile.slice(0, 1);
    for (const text of wanted.map(decoded))
      if (!doc.body.textContent.includes(text)) tell(`does not say ${text}`);
  }
  if (doc.title === 'taken') tell('a name was run');
}

// What axe-core says, where its script is at hand (run.sh); the page runs without its policy for that.
async function ask_axe(name, text, width) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
  frame.srcdoc = decoded(text).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  frame.contentWindow.eval(decoded(axe_source));
  const found = await frame.contentWindow.axe.run();
  for (const { id, nodes } of found.violations) say(name, width, `axe ${id}: ${nodes[0].html.slice(0, 100)}`);
  frame.remove();
}

async function measure() {
  let looks = 0;
  for (const [name, text] of pages) {
    for (const width of widths) {
      const frame = document.createElement('iframe');
      frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
      frame.srcdoc = decoded(text);
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      await loaded;
      try {
        look(name, frame.contentDocument, frame.contentWindow.innerWidth);
      } catch (error) {
        say(name, width, `measuring failed: ${error}`);
      }
      frame.remove();
      ++looks;
      if (axe_source && !name.startsWith('hostile')) await ask_axe(name, text, width);
    }
  }
  report.push(`measured ${pages.length} pages, ${looks} times, ${report.length} faults`);
  document.documentElement.innerHTML = '<pre id="report"></pre>';  // all that run.sh reads
  document.getElementById('report').textContent = report.join('\n');
}

measure().catch((error) => (document.getElementById('report').textContent = `failed: ${error}`));
