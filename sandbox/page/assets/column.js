// A chat as a column: head with who writes, the pinned message, the messages, the composer.
import { chatOf, city, messagesOf } from './city.js';
import { Composer } from './composer.js';
import { bubble, day } from './bubble.js';
import { el, icon } from './dom.js';
import { savePicture } from './export.js';
import { t } from './words.js';

export class Column {
  constructor(place) {
    this.place = place;            // {id, kind, keys: [...]}: one column may hold the chats of many citizens
    this.kind = place.kind;
    this.nodes = new Map();
    this.seats = new Map();
    this.read = new Map();
    this.fresh = false;
    this.key = place.keys[0];
    this.composer = new Composer(this);
    this.chooser = el('select', { class: 'chooser', 'aria-label': t(place.kind === 'citizen' ? 'writeAs' : 'whichChat'), onchange: (event) => this.choose(event.target.value) });
    this.title = el('h2', {});
    this.seatChooser = el('select', { class: 'chooser seat', 'aria-label': t('who'), onchange: (event) => { this.seats.set(this.key, Number(event.target.value)); this.redraw(); } });
    this.pinned = el('button', { class: 'pinned', hidden: true });
    this.log = el('div', { class: 'log', role: 'log', 'aria-live': 'off', tabIndex: 0 });
    this.down = el('button', { class: 'round down', hidden: true, 'aria-label': t('down'), onclick: () => this.toEnd(true) }, icon('down'));
    this.log.addEventListener('scroll', () => { this.down.hidden = this.atEnd; if (this.atEnd) this.markRead(); }, { passive: true });
    this.node = el('section', { class: `column ${place.kind}`, 'data-column': place.id },
      el('div', { class: 'head' }, el('div', { class: 'who' }, this.title, this.chooser, this.seatChooser),
        el('button', { class: 'round small', title: t('picture'), 'aria-label': t('picture'), onclick: () => savePicture(this) }, icon('image'))),
      this.pinned, el('div', { class: 'frame' }, this.log, this.down), this.composer.node);
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

  choose(key) {
    if (key === '+') { this.place.onNew?.(); this.drawHead(); return; }
    this.key = key;
    this.redraw();
  }

  redraw() {
    this.nodes.clear();
    this.log.replaceChildren();
    this.lastDay = '';
    this.composer.release();
    this.composer.shape = undefined;
    this.drawHead();
    this.update(messagesOf(this.key), true);
  }

  drawHead() {
    const chat = chatOf(this.key);
    if (!chat) return;
    const many = this.place.keys.length > 1 || this.kind === 'citizen' || this.kind === 'staff';
    this.title.textContent = many ? t(this.kind) : chat.title;
    this.chooser.hidden = !many;
    if (many) {
      const options = this.place.keys.map((key) => [key, name(chatOf(key))]);
      if (this.kind === 'citizen') options.push(['+', t('newResident')]);
      this.chooser.replaceChildren(...options.map(([value, label]) => el('option', { value, selected: value === this.key }, label)));
    }
    this.seatChooser.hidden = chat.seats.length < 2;
    if (chat.seats.length > 1) {
      this.seatChooser.replaceChildren(...chat.seats.map((id) => el('option', { value: id, selected: id === this.seat }, short(city.people.get(id)))));
    }
    this.node.classList.toggle('blocked', chat.blocked);
    this.node.dataset.blocked = chat.blocked ? t('blocked') : '';
  }

  update(changed, whole = false) {
    const stay = this.atEnd || whole || changed.some((message) => message.chat === this.key && message.from === this.seat && !this.nodes.has(message.id));
    for (const message of changed) {
      if (message.chat !== this.key) continue;
      this.put(message);
    }
    this.drawPinned();
    this.composer.attend();
    this.fresh = true;
    if (!this.log.querySelector('.bubble')) this.log.replaceChildren(el('p', { class: 'empty' }, t(this.kind === 'citizen' ? 'emptyCitizen' : 'empty')));
    else this.log.querySelector('.empty')?.remove();
    if (stay) this.toEnd(!whole);
    if (stay && this.seen) this.markRead();
  }

  put(message) {
    const known = this.nodes.get(message.id);
    if (message.deleted) { known?.remove(); this.nodes.delete(message.id); return; }
    const node = bubble(message, this.seat, this.hands);
    this.nodes.set(message.id, node);
    if (known) { known.replaceWith(node); return; }
    const today = day(message.date);
    if (today !== this.lastDay && !message.service) { this.lastDay = today; this.log.append(el('div', { class: 'day' }, today)); }
    if (this.fresh) node.classList.add('new');
    this.log.append(node);
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
    node?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    node?.classList.add('lit');
    setTimeout(() => node?.classList.remove('lit'), 1600);
  }

  toEnd(smooth) { this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'auto' }); }

  get seen() { return this.node.isConnected && this.node.offsetParent !== null && document.visibilityState === 'visible'; }

  markRead() { this.read.set(this.key, messagesOf(this.key).length); this.place.onRead?.(); }

  get unread() {
    return this.place.keys.reduce((sum, key) => {
      const list = messagesOf(key);
      const from = this.read.get(key) ?? list.length;
      if (!this.read.has(key)) this.read.set(key, list.length);
      return sum + list.slice(from).filter((message) => message.bot && !message.deleted && !message.service).length;
    }, 0);
  }
}

function name(chat) { return chat?.title ?? ''; }

function short(person) {
  if (!person) return '';
  const role = person.role ? ` · ${t(person.role === 'staff' ? 'role_staff' : person.role)}` : '';
  return `${person.name}${role}`;
}
