// The page: columns after the city's chats, tabs, tools, the tour.
import { act, city, follow, onChange } from './city.js';
import { Column } from './column.js';
import { clock } from './clock.js';
import { ask, el, icon, menu } from './dom.js';
import { Tour } from './tour.js';
import { lang, setLanguage, t } from './words.js';

const columns = new Map();
const main = document.getElementById('columns');
const tabs = document.getElementById('tabs');
const veil = document.getElementById('veil');
const narrow = matchMedia('(max-width: 760px)');
let active = 'citizen';
let hidden = new Set(JSON.parse(localStorage.getItem('hidden') ?? 'null') ?? []);
let hiddenByHand = localStorage.getItem('hidden') !== null;

function places() {
  const of = (kind) => city.chats.filter((chat) => chat.kind === kind).map((chat) => chat.key);
  const single = (kind) => of(kind).map((key) => ({ id: key, kind, keys: [key] }));
  return [
    { id: 'citizen', kind: 'citizen', keys: of('citizen'), onNew: newResident },
    ...single('coordinators'), ...single('department'), ...single('approvals'), ...single('leadership'),
    { id: 'staff', kind: 'staff', keys: of('staff') },
  ].filter((place) => place.keys.length);
}

function lay(anew) {
  const wanted = places();
  if (anew) {
    for (const column of columns.values()) column.node.remove();
    columns.clear();
    if (!hiddenByHand) hidden = new Set(wanted.filter((place) => place.kind === 'staff').concat(wanted.filter((place) => place.kind === 'department').slice(2)).map((place) => place.id));
  }
  for (const place of wanted) {
    const known = columns.get(place.id);
    if (known) known.place.keys = place.keys;
    else {
      const column = new Column({ ...place, onRead: drawTabs });
      columns.set(place.id, column);
      main.append(column.node);
      column.redraw();
    }
  }
  drawTabs();
}

async function newResident() {
  const answer = await act({ do: 'resident' });
  if (!answer) return;
  const column = columns.get('citizen');
  const wait = setInterval(() => {
    if (!city.chats.some((chat) => chat.key === answer.chat)) return;
    clearInterval(wait);
    column.key = answer.chat;
    column.redraw();
    column.composer.input.focus();
  }, 60);
}

export function open(id) {
  hidden.delete(id);
  remember();
  active = id;
  drawTabs();
  columns.get(id)?.node.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });
  columns.get(id)?.markRead();
}

function remember() { hiddenByHand = true; localStorage.setItem('hidden', JSON.stringify([...hidden])); }

function turn(id) {
  if (narrow.matches) { open(id); return; }
  const here = !hidden.has(id);
  const box = columns.get(id).node.getBoundingClientRect();
  const inSight = here && box.left >= -4 && box.right <= innerWidth + 4;
  if (inSight) { hidden.add(id); remember(); drawTabs(); } else open(id);
}

function drawTabs() {
  const shape = [];
  for (const [id, column] of columns) {
    const shown = narrow.matches ? id === active : !hidden.has(id);
    column.node.classList.toggle('away', !shown);
    const unread = shown && column.atEnd && column.seen ? 0 : column.unread;
    shape.push([id, column.title.textContent, shown, unread]);
  }
  const text = JSON.stringify([shape, lang()]);
  if (drawTabs.last === text) return;
  drawTabs.last = text;
  tabs.replaceChildren(...shape.map(([id, title, shown, unread]) => el('button', {
    class: `tab ${shown ? 'shown' : ''}`, role: 'tab', 'aria-selected': String(shown), 'data-tab': id, onclick: () => turn(id),
  }, title, unread ? el('span', { class: 'count', 'aria-label': `${unread} ${t('unread')}` }, String(unread)) : null)));
}

function drawTools() {
  const tools = document.getElementById('tools');
  const button = (name, label, act_, cls = '') => el('button', { class: `tool ${cls}`, title: label, 'aria-label': label, onclick: act_ }, icon(name), cls && el('span', {}, label));
  tools.replaceChildren(
    button('play', t('tour'), () => tour.choose(), 'wide'),
    button('bolt', t('faults'), (event) => faults(event.currentTarget)),
    button('again', t('reset'), reset),
    button('sun', t('theme'), turnTheme),
    el('button', { class: 'tool text', onclick: turnLanguage }, t('language')));
}

function faults(anchor) {
  const citizen = columns.get('citizen');
  const chat = city.chats.find((one) => one.key === citizen.key);
  const groups = city.chats.filter((one) => one.kind === 'department');
  menu(anchor, [
    [t('outage'), () => act({ do: 'outage' })],
    [`${t(chat.blocked ? 'unblock' : 'block')}: ${chat.title}`, () => act({ do: 'block', who: citizen.seat })],
    ...groups.map((group) => [`${t('migrate')}: ${group.title}`, () => act({ do: 'migrate', chat: group.key })]),
  ]);
}

async function reset() {
  if (!(await ask(t('resetAsk'), [[t('yes'), true], [t('no'), false]]))) return;
  veil.textContent = t('founding');
  veil.classList.add('shown');
  tour.end();
  await act({ do: 'reset' });
}

function turnTheme() {
  const dark = (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', document.documentElement.dataset.theme);
}

function turnLanguage() {
  setLanguage(lang() === 'ru' ? 'en' : 'ru');
  begin();
  lay(true);
}

function begin() {
  setLanguage(lang());
  drawTools();
  clock(document.getElementById('time'));
}

const tour = new Tour(document.getElementById('tour'), { open, columns });
if (localStorage.getItem('theme')) document.documentElement.dataset.theme = localStorage.getItem('theme');
begin();
narrow.addEventListener('change', drawTabs);
document.addEventListener('visibilitychange', () => { for (const column of columns.values()) if (column.seen && column.atEnd) column.markRead(); drawTabs(); });

onChange(({ anew, messages, lost }) => {
  document.getElementById('city').textContent = city.name;
  veil.textContent = lost ? t('lost') : t('founding');
  veil.classList.toggle('shown', Boolean(lost) || !city.ready);
  if (lost) return;
  lay(anew);
  if (!anew) {
    for (const column of columns.values()) {
      const own = messages.filter((message) => message.chat === column.key);
      column.drawHead();
      if (own.length) column.update(own);
    }
  }
  drawTabs();
  if (city.ready && !begin.shown) {
    begin.shown = true;
    if (!localStorage.getItem('toured')) tour.choose();
  }
});
follow();
