// One message as a bubble: words, media, the buttons under it, and what the visitor may do with it.
import { act, city, messageOf } from './city.js';
import { ask, el, icon, menu, say } from './dom.js';
import { rich } from './rich.js';
import { lang, t } from './words.js';

const EMOJI = { voice: '🎤', video: '🎬', document: '📄', audio: '🎵', animation: '🎞', video_note: '⏺', location: '📍', venue: '📍', contact: '☎', poll: '📊', dice: '', sticker: '' };
const REACTIONS = ['👍', '❤️', '🔥', '🙏', '👎'];

export function bubble(message, seat, hands) {
  if (message.service) return service(message);
  const own = message.from === seat;
  const node = el('article', {
    class: `bubble ${own ? 'own' : ''} ${message.bot ? 'bot' : ''} ${message.keyboard.length ? 'has-keys' : ''}`,
    'data-id': message.id, 'aria-label': `${message.name}: ${message.text.slice(0, 120)}`,
  });
  const body = el('div', { class: 'body' },
    !own && el('div', { class: 'name', style: `--hue:${hue(message.from)}` }, message.name),
    message.forward && el('div', { class: 'forward' }, `${t('forwarded')} ${message.forward}`),
    quoted(message, hands),
    media(message),
    message.text && el('div', { class: 'text' }, rich(message.text, message.entities)),
    el('div', { class: 'foot' }, reactions(message), el('span', { class: 'facts' },
      message.pinned && icon('pin', t('pinned')),
      message.silent && icon('bell', t('silent')),
      message.edited && el('span', {}, t('edited')),
      el('time', {}, time(message.date)))),
    el('button', { class: 'dots', 'aria-label': t('more'), title: t('more'), onclick: (event) => deeds(event.currentTarget, message, seat, hands) }, icon('more')));
  body.addEventListener('dblclick', () => hands.reply(message));
  node.append(body, ...keyboard(message, seat));
  return node;
}

function deeds(anchor, message, seat, hands) {
  const order = { chat: message.chat, who: seat, message: message.id };
  menu(anchor, [
    [t('reply'), () => hands.reply(message)],
    message.from === seat && [t('edit'), () => hands.edit(message)],
    [`${t('react')} ${REACTIONS.slice(0, 3).join(' ')}`, () => menu(anchor, REACTIONS.map((emoji) => [emoji, () => act({ ...order, do: 'react', emoji })]))],
    [t('pin'), () => act({ ...order, do: 'pin' })],
  ]);
}

function quoted(message, hands) {
  if (!message.reply_to) return null;
  const source = messageOf(message.chat, message.reply_to);
  if (!source) return null;
  return el('button', { class: 'quoted', onclick: () => hands.show(source) },
    el('b', {}, source.name), el('span', {}, source.text.slice(0, 90) || (source.media ? t(source.media.kind) : '…')));
}

function media(message) {
  const { media: one } = message;
  if (!one) return null;
  if (one.kind === 'photo') {
    const picture = el('img', { class: 'photo', src: `/file/${one.file}`, alt: t('photo'), loading: 'lazy' });
    picture.addEventListener('error', () => picture.replaceWith(el('div', { class: 'photo blank' }, icon('image', t('photo')))), { once: true });
    return picture;
  }
  if (one.kind === 'sticker' || one.kind === 'dice') return el('div', { class: 'huge' }, one.title || '🙂');
  if (one.kind === 'location' || one.kind === 'venue') {
    return el('div', { class: 'map' }, icon('place', t('location')), el('span', {}, one.title ? `${one.title}, ${one.text}` : `${one.latitude.toFixed(4)}, ${one.longitude.toFixed(4)}`));
  }
  const length = one.seconds ? `${Math.floor(one.seconds / 60)}:${String(one.seconds % 60).padStart(2, '0')}` : '';
  return el('div', { class: 'file' }, el('span', { class: 'emoji' }, EMOJI[one.kind] ?? '📎'),
    el('span', {}, one.title || t(one.kind), one.text ? ` ${one.text}` : ''), el('small', {}, length));
}

function reactions(message) {
  if (!message.reactions.length) return null;
  const counted = new Map();
  for (const emoji of message.reactions) counted.set(emoji, (counted.get(emoji) ?? 0) + 1);
  return el('span', { class: 'reactions' }, [...counted].map(([emoji, count]) => el('span', {}, count > 1 ? `${emoji} ${count}` : emoji)));
}

function keyboard(message, seat) {
  return message.keyboard.map((row, rowIndex) => el('div', { class: 'keys' }, row.map((label, column) => {
    const link = message.links[rowIndex]?.[column];
    const button = el('button', { class: 'key', 'data-label': label }, label);
    button.addEventListener('click', () => (link ? window.open(link, '_blank', 'noopener') : press(button, message, seat, rowIndex, column, label)));
    return button;
  })));
}

async function press(button, message, seat, row, column, label) {
  button.classList.add('waits');
  const answer = await act({ do: 'press', chat: message.chat, who: seat, message: message.id, row, column, label });
  button.classList.remove('waits');
  if (!answer) return;
  if (answer.stale) say(t('stale'));
  else if (answer.unanswered) say(t('unanswered'));
  else if (answer.alert) ask(answer.toast, [[t('ok'), true]]);
  else if (answer.toast) say(answer.toast);
}

function service(message) {
  const words = {
    migrate_to_chat_id: t('migrated'), left_chat_member: `${message.name} ${t('left')}`,
    pinned_message: `${message.name} ${t('pinnedOne')}`,
  }[message.service];
  return words ? el('div', { class: 'service', 'data-id': message.id }, words) : el('div', { hidden: true, 'data-id': message.id });
}

export function time(seconds) {
  return new Intl.DateTimeFormat(lang(), { hour: '2-digit', minute: '2-digit', timeZone: city.clock?.zone }).format(new Date(seconds * 1000));
}

export function day(seconds) {
  return new Intl.DateTimeFormat(lang(), { day: 'numeric', month: 'long', weekday: 'short', timeZone: city.clock?.zone }).format(new Date(seconds * 1000));
}

export function hue(id) {
  return (Number(id ?? 0) * 137) % 360;
}
