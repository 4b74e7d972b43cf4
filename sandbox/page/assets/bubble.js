// One message as a bubble: words, media, the buttons under it, and what the visitor may do with it.
import { act, city, messageOf } from './city.js';
import { ask, el, menu, say } from './dom.js';
import { icon } from './icons.js';
import { media } from './media.js';
import { rich } from './rich.js';
import { lang, t } from './words.js';

const REACTIONS = ['👍', '❤️', '🔥', '🙏', '👎'];

// `album`: the messages that came together, this one first; most messages are an album of one.
export function bubble(message, seat, hands, album = [message]) {
  if (message.service) return service(message);
  const own = message.from === seat;
  const worded = album.find((one) => one.text) ?? message;
  const node = el('article', {
    class: `bubble ${own ? 'own' : ''} ${message.bot ? 'bot' : ''} ${message.keyboard.length ? 'has-keys' : ''}`,
    'data-id': message.id, 'data-from': message.from ?? '', 'aria-label': `${message.name}, ${time(message.date)}`,
  });
  const body = el('div', { class: 'body' },
    !own && el('div', { class: 'name', style: `--hue:${hue(message.from)}` }, message.name),
    message.forward && el('div', { class: 'forward' }, `${t('forwarded')} ${message.forward}`),
    quoted(message, hands),
    media(album),
    worded.text && el('div', { class: 'text' }, rich(worded.text, worded.entities)),
    el('div', { class: 'foot' }, reactions(message), el('span', { class: 'facts' },
      message.pinned && icon('pin', t('pinned')),
      message.silent && icon('bell', t('silent')),
      message.edited && el('span', {}, t('edited')),
      el('time', {}, time(message.date)))),
    el('button', { class: 'dots', 'aria-label': t('more'), 'aria-haspopup': 'menu', title: t('more'), onclick: (event) => deeds(event.currentTarget, message, seat, hands) }, icon('more')));
  body.addEventListener('dblclick', () => hands.reply(message));
  node.append(body, ...keyboard(message, seat));
  return node;
}

function deeds(anchor, message, seat, hands) {
  const order = { chat: message.chat, who: seat, message: message.id };
  menu(anchor, [
    ['reply', t('reply'), () => hands.reply(message)],
    message.from === seat && message.text && ['edit', t('edit'), () => hands.edit(message)],
    ['forward', t('forward'), () => forward(anchor, order)],
    ['smile', t('react'), () => menu(anchor, REACTIONS.map((emoji) => [null, emoji, () => act({ ...order, do: 'react', emoji })]))],
    ['pin', t('pin'), () => act({ ...order, do: 'pin' })],
  ]);
}

function forward(anchor, order) {
  const places = city.chats.filter((chat) => chat.seats.includes(order.who));
  const send = async (chat) => { if (await act({ ...order, do: 'forward', to: chat.key })) say(`${t('forwardedTo')} ${chat.private ? t('ownChat') : chat.title}`, anchor); };
  if (places.length === 1) { send(places[0]); return; }
  menu(anchor, places.map((chat) => ['forward', chat.private ? t('ownChat') : chat.title, () => send(chat)]));
}

function quoted(message, hands) {
  if (!message.reply_to) return null;
  const source = messageOf(message.chat, message.reply_to);
  if (!source) return null;
  return el('button', { class: 'quoted', onclick: () => hands.show(source) },
    el('b', {}, source.name), el('span', {}, source.text.slice(0, 90) || (source.media ? t(source.media.kind) : '…')));
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
  const about = button.closest('.column');
  button.classList.add('waits');
  const answer = await act({ do: 'press', chat: message.chat, who: seat, message: message.id, row, column, label });
  button.classList.remove('waits');
  if (!answer) return;
  if (answer.stale) say(t('stale'), about);
  else if (answer.unanswered) say(t('unanswered'), about);
  else if (answer.alert) ask(answer.toast, [[t('ok'), true]]);
  else if (answer.toast) say(answer.toast, about);
}

function service(message) {
  const words = {
    migrate_to_chat_id: t('migrated'), left_chat_member: `${message.name} ${t('left')}`,
    pinned_message: `${message.name}: ${t('pinnedOne')}`,
  }[message.service];
  return words ? el('div', { class: 'service', 'data-id': message.id }, words) : el('div', { hidden: true, 'data-id': message.id });
}

export function time(seconds) {
  return new Intl.DateTimeFormat(lang(), { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: city.clock?.zone }).format(new Date(seconds * 1000));
}

export function day(seconds) {
  return new Intl.DateTimeFormat(lang(), { day: 'numeric', month: 'long', weekday: 'short', timeZone: city.clock?.zone }).format(new Date(seconds * 1000));
}

export function hue(id) {
  return (Number(id ?? 0) * 137) % 360;
}
