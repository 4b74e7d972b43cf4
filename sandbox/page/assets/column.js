// A chat as a column: head with who writes, the pinned message, the messages, the composer.
import { chatOf, city, messageOf, messagesOf } from './city.js';
import { Composer } from './composer.js';
import { bubble, day } from './bubble.js';
import { el } from './dom.js';
import { savePicture } from './export.js';
import { icon } from './icons.js';
import { lang, t } from './words.js';

const CHATS_IN_ENGLISH = { coordinators: 'Coordinators', approvals: 'Approvals', leadership: 'Leadership' };
const EXAMPLES = ['На Ленина, 5 прорвало трубу, вода хлещет во двор', 'В доме на Мира, 8 третий день стоит лифт', 'Яма у перехода на Мира, 8, вчера упал велосипедист'];

export class Column {
  constructor(place) {
    this.place = place;            // {id, kind, keys: [...]}: one column may hold the chats of many citizens
    this.kind = place.kind;
    this.nodes = new Map();
    this.seats = new Map();
    this.read = new Map();
    this.fresh = false;
    this.sticks = true;            // to the end of the log, until somebody scrolls up
    this.top = 0;
    this.key = place.keys[0];
    this.title = el('h2', {});
    this.composer = new Composer(this);
    this.speaker = el('div', { class: 'speaker' });
    this.chooser = el('select', { class: 'chooser', 'aria-label': t(place.kind === 'citizen' ? 'writeAs' : 'whichChat'), onchange: (event) => this.choose(event.target.value) });
    this.seatChooser = el('select', { class: 'chooser seat', 'aria-label': t('who'), onchange: (event) => { this.seats.set(this.key, Number(event.target.value)); this.redraw(); } });
    this.barred = el('div', { class: 'barred', hidden: true }, icon('stop'), t('blocked'));
    this.pinned = el('button', { class: 'pinned', hidden: true });
    this.log = el('div', { class: 'log', role: 'log', 'aria-live': 'off', tabIndex: 0 });
    this.down = el('button', { class: 'round down', hidden: true, 'aria-label': t('down'), title: t('down'), onclick: () => this.toEnd(true) }, icon('down'));
    this.log.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.log.addEventListener('load', () => { if (this.sticks) this.toEnd(false); }, true);
    new ResizeObserver(() => { if (this.sticks) this.toEnd(false); }).observe(this.log);
    this.node = el('section', { class: `column ${place.kind}`, 'data-column': place.id },
      el('div', { class: 'head' }, el('div', { class: 'who' }, this.title, this.chooser, this.seatChooser, this.speaker),
        el('button', { class: 'round save', title: t('picture'), 'aria-label': t('picture'), onclick: () => savePicture(this) }, icon('save'))),
      this.barred, this.pinned, el('div', { class: 'frame' }, this.log, this.down), this.composer.node);
  }

  get seat() {
    const chat = chatOf(this.key);
    const chosen = this.seats.get(this.key);
    return chat?.seats.includes(chosen) ? chosen : chat?.seats[0];
  }

  get atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60; }

  get hands() {
    return { reply: (message) => this.composer.answer(message), edit: (message) => this.composer.correct(message), show: (message) => this.show(message) };
  }

  get name() { return chatOf(this.key)?.title ?? this.title.textContent; }

  scrolled() {
    if (!this.log.clientHeight) return;
    if (this.atEnd) this.sticks = true;
    else if (this.log.scrollTop < this.top - 1) this.sticks = false;
    this.top = this.log.scrollTop;
    this.down.hidden = this.atEnd;
    if (this.atEnd) this.markRead();
  }

  choose(key) {
    if (key === '+') { this.place.onNew?.(); this.drawHead(); return; }
    this.key = key;
    this.redraw();
  }

  redraw() {
    this.nodes.clear();
    this.albums = new Map();
    this.log.replaceChildren();
    this.lastDay = '';
    this.fresh = false;
    this.sticks = true;
    this.composer.release();
    this.composer.shape = undefined;
    this.composer.recall();
    this.drawHead();
    this.update(messagesOf(this.key));
  }

  drawHead() {
    const chat = chatOf(this.key);
    if (!chat) return;
    const many = this.kind === 'citizen' || this.kind === 'staff';
    this.title.textContent = many ? t(this.kind) : titleOf(chat);
    this.node.setAttribute('aria-label', this.title.textContent);
    this.log.setAttribute('aria-label', `${t('messagesOf')}: ${this.title.textContent}`);
    this.composer.input.setAttribute('aria-label', `${t('message')} ${this.title.textContent}`);
    this.chooser.hidden = !many;
    this.seatChooser.hidden = many || chat.seats.length < 2;
    this.speaker.hidden = many || chat.seats.length > 1;
    if (many) {
      const options = this.place.keys.map((key) => [key, `${worded(city.people.get(chatOf(key)?.seats[0]))}${this.unreadOf(key) ? ` (${this.unreadOf(key)})` : ''}`]);
      if (this.kind === 'citizen') options.push(['+', t('newResident')]);
      fill(this.chooser, options, this.key);
    } else if (chat.seats.length > 1) fill(this.seatChooser, chat.seats.map((id) => [id, worded(city.people.get(id))]), this.seat);
    else this.speaker.textContent = worded(city.people.get(chat.seats[0])) || t('nobody');
    this.barred.hidden = !chat.blocked;
  }

  update(changed) {
    const own = changed.some((message) => message.chat === this.key && message.from === this.seat && !this.nodes.has(message.id));
    for (const message of changed) if (message.chat === this.key) this.put(message);
    this.drawPinned();
    this.composer.attend();
    const smooth = this.fresh;
    this.fresh = true;
    this.drawEmpty();
    if (own) this.sticks = true;
    if (this.sticks) { this.toEnd(smooth); if (this.seen) this.markRead(); }
  }

  put(message) {
    if (message.album && message.media?.kind === 'photo') { this.putPart(message); return; }
    this.settle(message, bubble(message, this.seat, this.hands));
  }

  // The pictures of an album are one bubble, which every further part draws anew.
  putPart(message) {
    const parts = this.albums.get(message.album) ?? new Map();
    if (message.deleted) parts.delete(message.id); else parts.set(message.id, message);
    this.albums.set(message.album, parts);
    const album = [...parts.values()];
    const known = this.nodes.get(album[0]?.id ?? message.id) ?? this.nodes.get(message.id);
    if (!album.length) { known?.remove(); this.nodes.delete(message.id); return; }
    const node = bubble(album[0], this.seat, this.hands, album);
    if (known) { node.classList.toggle('next', known.classList.contains('next')); known.replaceWith(node); }
    else this.append(album[0], node);
    for (const one of album) this.nodes.set(one.id, node);
  }

  settle(message, node) {
    const known = this.nodes.get(message.id);
    if (message.deleted) {
      if (known?.nextElementSibling && !known.classList.contains('next')) known.nextElementSibling.classList.remove('next');
      known?.remove();
      this.nodes.delete(message.id);
      return;
    }
    if (known?.querySelector('.key:active')) { this.putLater(message); return; }
    this.nodes.set(message.id, node);
    if (!known) { this.append(message, node); return; }
    node.classList.toggle('next', known.classList.contains('next'));
    const focused = known.contains(document.activeElement) && document.activeElement.dataset.label;
    known.replaceWith(node);
    if (focused) (node.querySelector(`.key[data-label="${CSS.escape(focused)}"]`) ?? node.querySelector('.key') ?? this.log).focus({ preventScroll: true });
  }

  // What is under a finger is drawn anew when the finger is lifted: a press must not be lost.
  putLater(message) {
    window.addEventListener('pointerup', () => setTimeout(() => this.put(messageOf(this.key, message.id) ?? message)), { once: true });
  }

  append(message, node) {
    const today = day(message.date);
    if (today !== this.lastDay && !message.service) { this.lastDay = today; this.log.append(el('div', { class: 'day' }, today)); }
    const before = this.log.lastElementChild;
    if (before?.dataset.from && before.dataset.from === node.dataset.from) node.classList.add('next');
    if (this.fresh) node.classList.add('new');
    this.log.append(node);
  }

  drawEmpty() {
    const empty = this.log.querySelector('.empty');
    const quiet = !this.log.querySelector('.bubble');
    if (!quiet) empty?.remove();
    else if (!empty) this.log.append(el('div', { class: 'empty' }, ...(this.kind === 'citizen' ? this.invitation() : [el('p', {}, t('empty'))])));
  }

  invitation() {
    return [el('p', {}, t('emptyCitizen')), el('div', { class: 'examples' },
      EXAMPLES.map((words) => el('button', { class: 'example', onclick: () => this.composer.write(words) }, words)))];
  }

  drawPinned() {
    const one = messagesOf(this.key).findLast((message) => message.pinned && !message.deleted);
    this.pinned.hidden = !one;
    if (one) {
      this.pinned.replaceChildren(icon('pin', t('pinned')), el('span', {}, one.text.split('\n')[0] || '…'));
      this.pinned.onclick = () => this.show(one);
    }
  }

  show(message) {
    const node = this.nodes.get(message.id);
    node?.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
    node?.classList.add('lit');
    setTimeout(() => node?.classList.remove('lit'), 1600);
  }

  toEnd(smooth) {
    this.sticks = true;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth && !calm() ? 'smooth' : 'auto' });
  }

  get seen() { return this.node.isConnected && this.node.offsetParent !== null && document.visibilityState === 'visible'; }

  markRead() {
    this.read.set(this.key, messagesOf(this.key).length);
    if (this.place.keys.length > 1) this.drawHead();
    this.place.onRead?.();
  }

  unreadOf(key) {
    const list = messagesOf(key);
    if (!this.read.has(key) || !city.ready) this.read.set(key, list.length);
    return list.slice(this.read.get(key)).filter((message) => message.bot && !message.deleted && !message.service).length;
  }

  get unread() { return this.place.keys.reduce((sum, key) => sum + this.unreadOf(key), 0); }

  // Of many chats in one column the one with news comes to the front.
  turnToNews() {
    const key = this.unreadOf(this.key) ? null : this.place.keys.find((one) => this.unreadOf(one));
    if (key) this.choose(key);
  }
}

function fill(chooser, options, chosen) {
  const shape = JSON.stringify([options, chosen]);
  if (chooser.shape === shape) return;
  chooser.shape = shape;
  chooser.replaceChildren(...options.map(([value, label]) => el('option', { value, selected: value === chosen }, label)));
}

const titleOf = (chat) => (lang() === 'en' && CHATS_IN_ENGLISH[chat.kind]) || chat.title;
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function worded(person) {
  if (!person) return '';
  return person.role ? `${shortened(person.name)} · ${t(person.role === 'staff' ? 'role_staff' : person.role)}` : person.name;
}

// «Смирнова Ольга Викторовна» as «Смирнова О. В.»: the post beside it has to be read, too.
function shortened(name) {
  const [first, ...others] = name.split(' ');
  return others.length === 2 ? `${first} ${others.map((one) => `${one[0]}.`).join(' ')}` : name;
}
