// Where the visitor writes: words, a reply, a correction, files; it asks for the answer that the bot waits for.
import { act, messagesOf } from './city.js';
import { el, menu } from './dom.js';
import { icon } from './icons.js';
import { drawn } from './samples.js';
import { t } from './words.js';

const LONGEST_CAPTION = 1024;

export class Composer {
  constructor(column) {
    this.column = column;
    this.reply = this.editing = null;
    this.handled = new Set();
    this.aim = el('div', { class: 'aim', hidden: true });
    this.keys = el('div', { class: 'reply-keys' });
    this.input = el('textarea', { rows: 1, dir: 'auto', placeholder: t('message') });
    this.input.addEventListener('input', () => { this.fit(); this.remember(); });
    this.input.addEventListener('keydown', (event) => this.typed(event));
    this.file = el('input', { type: 'file', accept: 'image/*', hidden: true });
    this.file.addEventListener('change', () => this.upload());
    this.sender = el('button', { class: 'round send', 'aria-label': t('send'), title: t('send') }, icon('send'));
    this.node = el('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.keys, this.aim,
      el('div', { class: 'line' },
        el('button', { type: 'button', class: 'round', 'aria-label': t('attach'), 'aria-haspopup': 'menu', title: t('attach'), onclick: (event) => this.attach(event.currentTarget) }, icon('clip')),
        this.input, this.file, this.sender));
  }

  get order() { return { chat: this.column.key, who: this.column.seat, reply_to: this.reply?.id }; }

  typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === 'Escape') this.release();
  }

  fit() {
    this.sender.classList.toggle('ready', this.input.value.trim() !== '');
    this.input.style.height = 'auto';
    if (this.input.scrollHeight) this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
  }

  // What is typed and not yet sent survives a reload.
  remember() {
    if (!this.editing) sessionStorage.setItem(`draft ${this.column.key}`, this.input.value);
  }

  recall() { this.input.value = sessionStorage.getItem(`draft ${this.column.key}`) ?? ''; this.fit(); }

  write(text) { this.input.value = text; this.fit(); this.remember(); this.input.focus(); }

  clear() { this.put(''); this.release(); }

  put(text) { this.input.value = text; this.fit(); this.remember(); }

  async send() {
    const text = this.input.value.trim();
    if (!text) return true;
    const order = this.editing ? { ...this.order, do: 'edit', message: this.editing.id, text } : { ...this.order, do: 'send', text };
    const before = { reply: this.reply, editing: this.editing };
    this.clear();
    if (await act(order)) return true;
    if (!this.input.value) { this.put(text); Object.assign(this, before); this.aim.hidden = !(this.reply || this.editing); }
    return false;
  }

  aimAt(message, why, focus = true) {
    this.aim.replaceChildren(el('div', {}, el('b', {}, why), el('span', {}, message.text.slice(0, 120) || '…')),
      el('button', { type: 'button', class: 'round', 'aria-label': t('cancel'), onclick: () => { if (this.editing) this.put(''); this.release(); } }, icon('close')));
    this.aim.hidden = false;
    if (focus) this.input.focus({ preventScroll: true });
  }

  answer(message, why = t('replyTo'), focus = true) { this.editing = null; this.reply = message; this.aimAt(message, why, focus); }

  correct(message) { this.reply = null; this.editing = message; this.aimAt(message, t('editing')); this.input.value = message.text; this.fit(); this.input.focus(); }

  release() { this.reply = this.editing = null; this.aim.hidden = true; }

  // What the newest messages ask for: a ForceReply opens the answer by itself, a keyboard stands below the words.
  attend() {
    const messages = messagesOf(this.column.key);
    const asked = messages.findLast((message) => message.bot && message.asks.length && !message.deleted);
    if (asked?.asks.includes(this.column.seat) && !this.handled.has(asked.id)) {
      this.handled.add(asked.id);
      const later = messages.slice(messages.indexOf(asked) + 1);
      if (!later.some((message) => message.from === this.column.seat)) this.answer(asked, t('asked'), this.column.fresh && this.column.seen && !busyElsewhere(this.input));
    }
    if (this.reply?.deleted) this.release();
    this.drawKeys(this.column.kind === 'citizen' ? messages.findLast((message) => message.keys.length)?.keys ?? [] : []);
  }

  drawKeys(keys) {
    const shape = JSON.stringify(keys);
    if (shape === this.shape) return;
    this.shape = shape;
    this.keys.replaceChildren(...keys.map((row) => el('div', { class: 'keys' }, row.map((label) => el('button', {
      type: 'button', class: 'key flat', 'data-label': label, onclick: () => act({ ...this.order, do: 'send', text: label }),
    }, label)))));
  }

  attach(anchor) {
    const file = (kind) => this.enclose({ do: 'file', kind });
    const picture = async (name) => this.enclose({ do: 'file', kind: 'photo', content: await drawn(name) });
    const album = async () => this.enclose({ do: 'album', contents: await Promise.all(['pothole', 'pipe', 'fixed'].map(drawn)) });
    const neighbours = async () => act({ ...this.order, do: 'neighbour', content: await drawn('pothole'), text: t('neighbourSays') });
    const citizen = this.column.kind === 'citizen';
    menu(anchor, [
      ['image', t('photoPothole'), () => picture('pothole')],
      ['image', t('photoPipe'), () => picture('pipe')],
      ['image', t('photoFixed'), () => picture('fixed')],
      ['image', t('photoOwn'), () => this.file.click()],
      ['album', t('album'), album],
      ['mic', t('voice'), () => file('voice')],
      ['film', t('video'), () => file('video')],
      ['file', t('document'), () => file('document')],
      citizen && ['forward', t('neighbour'), neighbours],
      citizen && ['place', t('location'), () => act({ ...this.order, do: 'place', latitude: 55.7558, longitude: 37.6173 })],
      citizen && ['phone', t('contact'), () => act({ ...this.order, do: 'contact' })],
      citizen && ['smile', t('sticker'), () => file('sticker')],
      ['poll', t('poll'), () => act({ ...this.order, do: 'poll' })],
    ]);
  }

  // With a file goes what is typed as its caption; what is longer than a caption may be goes before it.
  async enclose(deed) {
    if (this.input.value.trim().length > LONGEST_CAPTION && !(await this.send())) return;
    const order = { ...this.order, ...deed, text: this.input.value.trim() };
    if (await act(order)) this.clear();
  }

  async upload() {
    const [chosen] = this.file.files;
    this.file.value = '';
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    await this.enclose({ do: 'file', kind: 'photo', content: btoa(text) });
  }
}

// Nobody who is typing in another chat loses the cursor.
function busyElsewhere(input) {
  const active = document.activeElement;
  return active !== input && active?.tagName === 'TEXTAREA' && active.value !== '';
}
