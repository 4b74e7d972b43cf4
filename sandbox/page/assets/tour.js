// A guided way through the city for each role. A step points at the next press and is over when the city says so, whoever
// did it and however; who strays finds the tour where the city is.
import { city, messagesOf, onChange } from './city.js';
import { el, icon } from './dom.js';
import { steps } from './tour-steps.js';
import { lang, t } from './words.js';

const ROLES = ['story', 'citizen', 'coordinator', 'executor', 'approver', 'leader'];

export class Tour {
  constructor(node, page) {
    this.node = node;
    this.page = page;
    this.role = null;
    onChange(() => this.look());
    setInterval(() => this.look(), 400);
  }

  choose() {
    this.unpoint();
    this.role = null;
    this.node.hidden = false;
    this.node.replaceChildren(this.head(t('tourTitle')), el('div', { class: 'roles' },
      ROLES.map((role) => el('button', { class: role === 'story' ? 'main' : 'plain', 'data-role': role, onclick: () => this.begin(role) }, t(`role_${role}`)))));
  }

  begin(role) {
    this.role = role;
    this.at = 0;
    this.since = new Map(city.chats.map((chat) => [chat.key, messagesOf(chat.key).length]));
    this.drawn = null;
    this.look();
  }

  end() {
    this.unpoint();
    this.role = null;
    this.node.hidden = true;
    localStorage.setItem('toured', '1');
  }

  // What the steps may ask: only what was written after the tour began counts.
  get eyes() {
    const fresh = (chat) => messagesOf(chat.key).slice(this.since.get(chat.key) ?? 0);
    const chats = (kind) => city.chats.filter((chat) => chat.kind === kind);
    const columnOf = (kind, key) => [...this.page.columns.values()].find((column) => column.kind === kind && (!key || column.place.keys.includes(key)));
    return {
      own: (kind) => chats(kind).flatMap(fresh).filter((message) => !message.bot && !message.service),
      said: (kind, words) => chats(kind).flatMap(fresh).find((message) => message.bot && !message.deleted && message.text.includes(words)),
      every: (kind, words) => chats(kind).flatMap((chat) => messagesOf(chat.key)).findLast((message) => message.bot && !message.deleted && message.text.includes(words)),
      button: (kind, label) => chats(kind).flatMap(fresh).findLast((message) => !message.deleted && message.keyboard.flat().some((one) => one.includes(label))),
      input: (kind, key) => columnOf(kind, key)?.composer.input ?? null,
      columnOf,
    };
  }

  look() {
    if (!this.role || !city.ready) return;
    const list = steps(this.role);
    while (this.at < list.length && list[this.at].done(this.eyes)) this.at += 1;
    if (this.drawn !== `${this.at} ${lang()}`) this.draw(list);
    if (this.at < list.length) this.point(list[this.at]);
    else this.unpoint();
  }

  draw(list) {
    this.drawn = `${this.at} ${lang()}`;
    if (this.at >= list.length) {
      this.node.replaceChildren(this.head(t(`role_${this.role}`)), el('p', {}, t('tourEnd')),
        el('div', { class: 'row' }, el('button', { class: 'main', onclick: () => this.end() }, t('close')), el('button', { class: 'plain', onclick: () => this.choose() }, t('tourAgain'))));
      return;
    }
    const step = list[this.at];
    this.opened = false;
    this.waiting = el('p', { class: 'waiting', hidden: true }, t('tourWait'));
    this.node.replaceChildren(this.head(t(`role_${this.role}`)),
      el('div', { class: 'progress', role: 'img', 'aria-label': `${t('step')} ${this.at + 1} ${t('of')} ${list.length}` }, list.map((_, index) => el('i', { class: index < this.at ? 'past' : index === this.at ? 'here' : '' }))),
      el('p', { 'aria-live': 'polite' }, step.text[lang()]), this.waiting,
      el('div', { class: 'row' },
        step.example && el('button', { class: 'main', 'data-insert': '', onclick: () => this.insert(step) }, t('tourInsert')),
        step.byHand && el('button', { class: 'main', onclick: () => { this.at += 1; this.look(); } }, t('tourNext')),
        !step.byHand && el('button', { class: 'plain', onclick: () => { this.at += 1; this.look(); } }, t('tourSkip'))));
  }

  head(title) {
    return el('div', { class: 'tour-head' }, el('b', {}, title), el('button', { class: 'round small', 'aria-label': t('close'), onclick: () => this.end() }, icon('close')));
  }

  insert(step) {
    const target = step.at(this.eyes);
    const column = target && [...this.page.columns.values()].find((one) => one.key === target.message?.chat || one.composer.input === target.input);
    if (!column) return;
    if (target.message) column.composer.answer(target.message);
    column.composer.write(step.example);
  }

  // `at` gives {message, label} (a button), {message} (a bubble), {input}, with {key} a key below it, or {move} (a button of the clock).
  point(step) {
    const target = step.at(this.eyes);
    const node = target && this.find(target);
    if (this.waiting) this.waiting.hidden = Boolean(node) || step.byHand;
    if (node === this.pointed) return;
    this.unpoint();
    this.pointed = node ?? null;
    if (!node) return;
    node.classList.add('pointed');
    const column = node.closest('[data-column]');
    if (column && !this.opened) { this.opened = true; this.page.open(column.dataset.column); }
    node.scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' });
  }

  find({ message, label, input, key, move }) {
    if (move) return document.querySelector(`[data-move="${move}"]`);
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
