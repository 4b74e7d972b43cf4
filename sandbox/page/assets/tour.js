// A guided way through the city for each role. A step points at the next press and is over when the city says so, whoever
// did it and however; who strays finds the tour where the city is, or is offered to begin it again.
import { city, messagesOf, onChange } from './city.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { steps } from './tour-steps.js';
import { lang, t } from './words.js';

const ROLES = ['story', 'citizen', 'coordinator', 'executor', 'approver', 'leader', 'deadlines'];
const LOST_AFTER = 6000;          // milliseconds without what the step points at

export class Tour {
  constructor(node, page) {
    this.node = node;
    this.page = page;
    this.role = null;
    this.epoch = 0;
    onChange(() => this.look());
    setInterval(() => this.look(), 400);
  }

  // The invitation, once for each tab; a visitor who simply writes as the resident is led on from there.
  welcome() {
    if (this.resume()) return;
    if (!localStorage.getItem('toured') && !sessionStorage.getItem('toured')) this.choose();
  }

  choose() {
    this.stop();
    this.epoch = city.epoch;
    this.count();
    this.node.hidden = false;
    this.node.setAttribute('aria-label', t('tourTitle'));
    const button = (role) => el('button', { class: role === 'story' ? 'main' : 'plain', 'data-role': role, onclick: () => this.begin(role) }, t(`role_${role}`));
    this.node.replaceChildren(el('div', { class: 'words' }, el('b', {}, t('welcome')), el('p', {}, t('welcomeDo'))),
      el('div', { class: 'row roles' }, ROLES.map(button)), this.cross());
  }

  begin(role, at = 0) {
    this.role = role;
    this.epoch = city.epoch;
    this.at = at;
    this.drawn = null;
    this.look();
  }

  // A reload finds the step where it was; another city does not.
  resume() {
    const kept = JSON.parse(sessionStorage.getItem('tour') ?? 'null');
    if (kept?.epoch !== city.epoch || kept.since.some(([key, count]) => messagesOf(key).length < count)) return false;
    this.node.hidden = false;
    this.since = new Map(kept.since);
    this.begin(kept.role, kept.at);
    return true;
  }

  keep() {
    sessionStorage.setItem('tour', JSON.stringify({ epoch: city.epoch, role: this.role, at: this.at, since: [...this.since] }));
  }

  end() {
    sessionStorage.removeItem('tour');
    this.stop();
    this.node.hidden = true;
    sessionStorage.setItem('toured', '1');
  }

  stop() {
    this.unpoint();
    this.role = null;
  }

  redraw() {
    if (this.node.hidden) return;
    this.drawn = null;
    if (this.role) this.look(); else this.choose();
  }

  // Only what is written from now on counts.
  count() {
    this.since = new Map(city.chats.map((chat) => [chat.key, messagesOf(chat.key).length]));
  }

  // What the steps may ask.
  get eyes() {
    const fresh = (chat) => messagesOf(chat.key).slice(this.since.get(chat.key) ?? 0);
    const chats = (kind) => city.chats.filter((chat) => chat.kind === kind);
    const columnOf = (kind, key) => [...this.page.columns.values()].find((column) => column.kind === kind && (!key || column.place.keys.includes(key)));
    return {
      own: (kind) => chats(kind).flatMap(fresh).filter((message) => !message.bot && !message.service),
      said: (kind, words) => chats(kind).flatMap(fresh).find((message) => message.bot && !message.deleted && message.text.includes(words)),
      button: (kind, label) => chats(kind).flatMap(fresh).findLast((message) => !message.deleted && message.keyboard.flat().some((one) => one.includes(label))),
      input: (kind, key) => columnOf(kind, key)?.composer.input ?? null,
    };
  }

  look() {
    if (!city.ready || this.node.hidden) return;
    if (this.epoch !== city.epoch) {
      this.count();
      if (this.role) this.begin(this.role); else this.choose();
      return;
    }
    if (!this.role) {
      if (this.eyes.own('citizen').length) this.begin('story');
      return;
    }
    const list = steps(this.role), eyes = this.eyes;
    while (this.at < list.length && list[this.at].done(eyes)) this.at += 1;
    const step = list[this.at];
    const way = step && [step, ...(step.otherwise ?? [])].find((one) => one.at(eyes));
    const shape = `${this.at} ${lang()} ${step ? (way ?? step).text.ru : ''}`;
    if (this.drawn !== shape) { this.drawn = shape; this.draw(list, way ?? step); this.keep(); }
    if (step) this.point(step, way?.at(eyes));
    else this.unpoint();
  }

  draw(list, way) {
    const within = this.node.contains(document.activeElement);
    this.lay(list, way);
    if (within) this.node.querySelector('.row button:not([hidden])')?.focus();
  }

  lay(list, way) {
    if (!way) {
      this.node.replaceChildren(el('div', { class: 'words' }, this.head(list), el('p', { 'aria-live': 'polite' }, t('tourEnd'))),
        el('div', { class: 'row' }, el('button', { class: 'main', onclick: () => this.end() }, t('close')), el('button', { class: 'plain', onclick: () => this.choose() }, t('tourAgain'))), this.cross());
      return;
    }
    const step = list[this.at];
    this.opened = false;
    this.seen = Date.now();
    this.waiting = el('p', { class: 'waiting', hidden: true }, t('tourWait'));
    this.again = el('button', { class: 'plain', 'data-again': '', hidden: true, onclick: () => { this.count(); this.begin(this.role); } }, t('tourRestart'));
    this.where = el('button', { class: 'plain where', 'data-where': '', title: t('tourWhere'), 'aria-label': t('tourWhere'), onclick: () => this.goThere() }, icon('place'), el('span', {}, t('tourWhere')));
    const on = () => { this.at += 1; this.look(); };
    this.node.replaceChildren(
      el('div', { class: 'words' }, this.head(list), el('p', { 'aria-live': 'polite' }, way.text[lang()]), this.waiting),
      el('div', { class: 'row' },
        step.example && way === step && el('button', { class: 'main', 'data-insert': '', onclick: () => this.insert(step) }, t('tourInsert')),
        step.byHand && el('button', { class: 'main', onclick: on }, t('tourNext')),
        this.where, this.again,
        !step.byHand && el('button', { class: 'plain ghost', onclick: on }, t('tourSkip'))), this.cross());
  }

  head(list) {
    const here = Math.min(this.at + 1, list.length);
    return el('div', { class: 'tour-head' }, el('b', {}, t(`role_${this.role}`).split(':')[0]), el('span', {}, `${t('step')} ${here} ${t('of')} ${list.length}`),
      el('div', { class: 'progress', 'aria-hidden': 'true' }, list.map((_, index) => el('i', { class: index < this.at ? 'past' : index === this.at ? 'here' : '' }))));
  }

  cross() {
    return el('button', { class: 'round', title: t('tourClose'), 'aria-label': t('tourClose'), onclick: () => this.end() }, icon('close'));
  }

  insert(step) {
    const target = step.at(this.eyes);
    const column = target && [...this.page.columns.values()].find((one) => one.key === target.message?.chat || one.composer.input === target.input);
    if (!column) return;
    this.page.open(column.node.dataset.column);
    if (target.message) column.composer.answer(target.message);
    column.composer.write(typeof step.example === 'function' ? step.example(this.eyes) : step.example);
  }

  // `target`: {message, label} (a button), {message} (a bubble), {input}, with {key} a key below it, or {move} (a button of the clock).
  point(step, target) {
    const node = target && this.find(target);
    if (node || step.byHand) this.seen = Date.now();
    const lost = Date.now() - this.seen > LOST_AFTER;
    this.waiting.hidden = Boolean(node) || step.byHand;
    this.waiting.textContent = lost ? t('tourLost') : t('tourWait');
    this.again.hidden = !lost;
    this.where.hidden = !node;
    const aim = node && `${this.at} ${target.message?.id ?? ''} ${target.label ?? target.key ?? target.move ?? ''}`;
    if (node === this.pointed) return;
    const moved = aim !== this.aim;
    this.unpoint();
    this.pointed = node ?? null;
    if (!node) return;
    this.aim = aim;
    node.classList.add('pointed');
    if (moved) this.show(node, !this.opened);
  }

  show(node, open) {
    const column = this.page.columns.get(node.closest('[data-column]')?.dataset.column);
    if (!column) { node.scrollIntoView({ block: 'nearest', inline: 'nearest' }); return; }
    if (open) { this.opened = true; this.page.open(column.place.id); }
    if (!column.log.contains(node)) return;
    if (column.sticks) column.toEnd(false);
    const log = column.log.getBoundingClientRect(), box = node.getBoundingClientRect();
    if (box.top >= log.top && box.bottom <= log.bottom) return;
    column.sticks = false;
    column.log.scrollTop += box.bottom - log.bottom + Math.max(24, (log.height - box.height) / 3);
  }

  goThere() {
    if (!this.pointed) return;
    this.show(this.pointed, true);
    (this.pointed.matches('button') ? this.pointed : this.pointed.querySelector('textarea, button'))?.focus({ preventScroll: true });
  }

  find({ message, label, input, key, move }) {
    if (move) {
      const button = document.querySelector(`[data-move="${move}"]`);
      return button?.offsetParent ? button : document.querySelector('[data-clock]');
    }
    if (key) return input?.closest('.composer').querySelector(`.key[data-label="${key}"]`) ?? null;
    if (input) return input.closest('.line');
    const column = message && [...this.page.columns.values()].find((one) => one.place.keys.includes(message.chat));
    if (!column) return null;
    if (column.key !== message.chat) column.choose(message.chat);
    const bubble = column.nodes.get(message.id);
    if (!label) return bubble;
    return [...(bubble?.querySelectorAll('.key') ?? [])].find((key) => key.dataset.label.includes(label)) ?? null;
  }

  unpoint() {
    this.pointed?.classList.remove('pointed');
    this.pointed = null;
  }
}
