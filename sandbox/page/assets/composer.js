// Where the visitor writes: words, a reply, a correction, files; it asks for the answer that the bot waits for.
import { act, city, messagesOf } from './city.js';
import { el, icon, menu } from './dom.js';
import { drawn } from './samples.js';
import { t } from './words.js';

export class Composer {
  constructor(column) {
    this.column = column;
    this.reply = this.editing = null;
    this.handled = new Set();
    this.aim = el('div', { class: 'aim', hidden: true });
    this.keys = el('div', { class: 'reply-keys' });
    this.input = el('textarea', { rows: 1, placeholder: t('message'), 'aria-label': t('message') });
    this.input.addEventListener('input', () => this.fit());
    this.input.addEventListener('keydown', (event) => this.typed(event));
    this.file = el('input', { type: 'file', accept: 'image/*', hidden: true });
    this.file.addEventListener('change', () => this.upload());
    this.node = el('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.keys, this.aim,
      el('div', { class: 'line' },
        el('button', { type: 'button', class: 'round', 'aria-label': t('attach'), title: t('attach'), onclick: (event) => this.attach(event.currentTarget) }, icon('clip')),
        this.input, this.file,
        el('button', { class: 'round send', 'aria-label': t('send'), title: t('send') }, icon('send'))));
  }

  get order() { return { chat: this.column.key, who: this.column.seat, reply_to: this.reply?.id }; }

  typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === 'Escape') this.release();
  }

  fit() {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
  }

  write(text) { this.input.value = text; this.fit(); this.input.focus(); }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const order = this.editing ? { ...this.order, do: 'edit', message: this.editing.id, text } : { ...this.order, do: 'send', text };
    this.input.value = '';
    this.release();
    this.fit();
    if (!(await act(order))) { this.input.value = text; this.fit(); }
  }

  aimAt(message, why) {
    this.aim.replaceChildren(el('div', {}, el('b', {}, why), el('span', {}, message.text.slice(0, 120))),
      el('button', { type: 'button', class: 'round small', 'aria-label': t('cancel'), onclick: () => this.release() }, icon('close')));
    this.aim.hidden = false;
    this.input.focus({ preventScroll: true });
  }

  answer(message, why = t('replyTo')) { this.editing = null; this.reply = message; this.aimAt(message, why); }

  correct(message) { this.reply = null; this.editing = message; this.aimAt(message, t('editing')); this.write(message.text); }

  release() { this.reply = this.editing = null; this.aim.hidden = true; }

  // What the newest messages ask for: a ForceReply opens the answer by itself, a keyboard stands below the words.
  attend() {
    const messages = messagesOf(this.column.key);
    const asked = messages.findLast((message) => message.asks.includes(this.column.seat) && !message.deleted);
    if (asked && asked === messages.findLast((message) => message.bot && message.asks.length) && !this.handled.has(asked.id)) {
      this.handled.add(asked.id);
      if (!messages.some((message) => message.reply_to === asked.id) && this.column.fresh) this.answer(asked, t('asked'));
    }
    if (this.reply?.deleted) this.release();
    const keys = this.column.kind === 'citizen' ? messages.findLast((message) => message.keys.length)?.keys ?? [] : [];
    const shape = JSON.stringify(keys);
    if (shape !== this.shape) {
      this.shape = shape;
      this.keys.replaceChildren(...keys.map((row) => el('div', { class: 'keys' }, row.map((label) => el('button', {
        type: 'button', class: 'key flat', 'data-label': label, onclick: () => act({ ...this.order, do: 'send', text: label }),
      }, label)))));
    }
  }

  attach(anchor) {
    const words = () => { const text = this.input.value.trim(); this.input.value = ''; return text; };
    const file = (kind, extra = {}) => act({ ...this.order, do: 'file', kind, text: words(), ...extra }).then(() => this.release());
    const picture = async (name) => file('photo', { content: await drawn(name) });
    menu(anchor, [
      [t('photoPothole'), () => picture('pothole')],
      [t('photoPipe'), () => picture('pipe')],
      [t('photoFixed'), () => picture('fixed')],
      [t('photoOwn'), () => this.file.click()],
      [t('album'), () => act({ ...this.order, do: 'album', text: words() })],
      [t('voice'), () => file('voice')],
      [t('video'), () => file('video')],
      [t('document'), () => file('document')],
      this.column.kind === 'citizen' && [t('location'), () => act({ ...this.order, do: 'place', latitude: 55.7558, longitude: 37.6173 })],
      this.column.kind === 'citizen' && [t('contact'), () => act({ ...this.order, do: 'contact' })],
      this.column.kind === 'citizen' && [t('sticker'), () => file('sticker')],
    ]);
  }

  async upload() {
    const [chosen] = this.file.files;
    this.file.value = '';
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    await act({ ...this.order, do: 'file', kind: 'photo', content: btoa(text), text: this.input.value.trim() });
    this.input.value = '';
    this.release();
  }
}
