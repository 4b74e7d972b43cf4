// The page: columns after the city's chats, tabs, tools, the tour.
import { act, chatOf, city, follow, onChange } from './city.js';
import { Column } from './column.js';
import { clock } from './clock.js';
import { ask, el, menu } from './dom.js';
import { icon } from './icons.js';
import { turnTheme } from './theme.js';
import { Tour } from './tour.js';
import { lang, setLanguage, t } from './words.js';

const columns = new Map();
const main = document.getElementById('columns');
const tabs = document.getElementById('tabs');
const veil = document.getElementById('veil');
const news = document.getElementById('news');
const narrow = matchMedia('(max-width: 760px)');
let active = 'citizen';
let wasReady = false;
let hidden = new Set(JSON.parse(localStorage.getItem('hidden') ?? 'null') ?? []);
let hiddenByHand = localStorage.getItem('hidden') !== null;

// As a message travels: from the citizen over the coordinators and one department to the approval; then the others.
function places() {
  const of = (kind) => city.chats.filter((chat) => chat.kind === kind).map((chat) => chat.key);
  const single = (kind) => of(kind).map((key) => ({ id: key, kind, keys: [key] }));
  const [first, ...others] = single('department');
  return [
    { id: 'citizen', kind: 'citizen', keys: of('citizen'), onNew: newResident },
    ...single('coordinators'), ...(first ? [first] : []), ...single('approvals'), ...single('leadership'), ...others,
    { id: 'staff', kind: 'staff', keys: of('staff') },
  ].filter((place) => place.keys.length);
}

function lay(anew) {
  const wanted = places();
  if (anew) {
    for (const column of columns.values()) column.node.remove();
    columns.clear();
    if (!hiddenByHand) hidden = new Set([...wanted.filter((place) => place.kind === 'department').slice(2), ...wanted.filter((place) => place.kind === 'staff')].map((place) => place.id));
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
    if (!chatOf(answer.chat)) return;
    clearInterval(wait);
    column.choose(answer.chat);
    column.composer.input.focus();
  }, 60);
}

export function open(id) {
  hidden.delete(id);
  remember();
  active = id;
  const column = columns.get(id);
  column?.turnToNews();
  drawTabs();
  column?.node.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', inline: 'nearest', block: 'nearest' });
  column?.markRead();
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
    const unread = shown && column.place.keys.length === 1 && column.atEnd && column.seen ? 0 : column.unread;
    shape.push([id, column.title.textContent, shown, unread]);
  }
  const text = JSON.stringify([shape, lang()]);
  if (drawTabs.last === text) return;
  drawTabs.last = text;
  const focused = tabs.contains(document.activeElement) && document.activeElement.dataset.tab;
  tabs.setAttribute('aria-label', t('chats'));
  tabs.replaceChildren(...shape.map(([id, title, shown, unread]) => el('button', {
    class: 'tab', 'aria-pressed': String(shown), 'data-tab': id, onclick: () => turn(id),
  }, title, unread ? el('span', { class: 'count', 'aria-label': `${unread} ${t('unread')}` }, String(unread)) : null)));
  const now = focused && tabs.querySelector(`[data-tab="${focused}"]`);
  if (now) now.focus({ preventScroll: true });
  if (narrow.matches) tabs.querySelector('[aria-pressed="true"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

function drawTools() {
  const tools = document.getElementById('tools');
  const button = (name, label, act_, facts = {}) => el('button', { class: 'tool', title: label, 'aria-label': label, onclick: act_, ...facts }, icon(name));
  tools.setAttribute('aria-label', t('tools'));
  tools.replaceChildren(
    el('button', { class: 'tool wide', title: t('tour'), 'aria-label': t('tour'), onclick: () => tour.choose() }, icon('play'), el('span', {}, t('tour'))),
    button('bolt', t('faults'), (event) => faults(event.currentTarget), { 'aria-haspopup': 'menu' }),
    button('again', t('reset'), reset),
    button('sun', t('theme'), turnTheme),
    el('button', { class: 'tool text', title: t('language'), 'aria-label': t('language'), onclick: turnLanguage }, t('languageShort')));
}

function faults(anchor) {
  const citizen = columns.get('citizen');
  const chat = chatOf(citizen.key);
  const groups = city.chats.filter((one) => one.kind === 'department');
  menu(anchor, [
    ['bolt', t('outage'), () => act({ do: 'outage' })],
    ['stop', `${chat.title}: ${t(chat.blocked ? 'unblock' : 'block')}`, () => act({ do: 'block', who: citizen.seat })],
    ...groups.map((group) => ['again', `${group.title}: ${t('migrate')}`, () => act({ do: 'migrate', chat: group.key })]),
  ]);
}

async function reset() {
  if (!(await ask(t('resetAsk'), [[t('yes'), true], [t('no'), false]]))) return;
  veil.textContent = t('founding');
  veil.classList.add('shown');
  sessionStorage.clear();
  await act({ do: 'reset' });
}

function turnLanguage() {
  setLanguage(lang() === 'ru' ? 'en' : 'ru');
  begin();
  lay(true);
  tour.redraw();
  document.querySelector('.tool.text').focus();
}

function begin() {
  setLanguage(lang());
  drawTools();
  clock(document.getElementById('time'));
}

// What a screen reader hears: the newest of what the bot wrote, and where.
function announce(messages) {
  const said = messages.filter((one) => one.bot && !one.deleted && !one.service && !one.edited && one.text);
  if (said.length) news.textContent = said.slice(-3).map((one) => `${chatOf(one.chat)?.title}: ${one.text.slice(0, 160)}`).join('. ');
}

const tour = new Tour(document.getElementById('tour'), { open, columns });
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
      if (own.length) column.update(own);
      column.drawHead();
    }
    if (city.ready) announce(messages);
  }
  // What the city lived through before it opened is nobody's news.
  if (city.ready !== wasReady) for (const column of columns.values()) column.read.clear();
  wasReady = city.ready;
  drawTabs();
  if (city.ready && !begin.shown) {
    begin.shown = true;
    tour.welcome();
  }
});
follow();
