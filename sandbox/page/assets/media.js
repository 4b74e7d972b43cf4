// What a message carries besides words: pictures, sounds, files, places, polls.
import { el, view } from './dom.js';
import { icon, svg } from './icons.js';
import { t } from './words.js';

const BADGES = { voice: 'mic', video: 'film', animation: 'film', video_note: 'film', audio: 'music', document: 'file', contact: 'phone' };
const WAVES = [6, 10, 16, 9, 20, 13, 7, 17, 22, 11, 8, 15, 19, 10, 6, 13, 17, 9];

export function media(album) {
  const [{ media: one }] = album;
  if (!one) return null;
  if (one.kind === 'photo') return el('div', { class: `photos ${album.length > 1 ? 'many' : ''}` }, album.map((message) => photo(message.media)));
  if (one.kind === 'sticker' || one.kind === 'dice') return el('div', { class: 'huge' }, one.title || '🙂');
  if (one.kind === 'location' || one.kind === 'venue') return place(one);
  if (one.kind === 'poll') return el('div', { class: 'poll' }, el('b', {}, one.title), el('ul', {}, one.options.map((option) => el('li', {}, option))));
  return file(one);
}

// The sides are known before the picture is there, so that nothing jumps when it comes.
function photo({ file: name, width, height }) {
  const source = `/file/${name}`;
  const picture = el('img', { src: source, alt: t('photo'), width, height });
  const button = el('button', { class: 'photo', 'aria-label': t('openPhoto'), onclick: () => view(source, t('photo')) }, picture);
  picture.addEventListener('error', () => button.replaceWith(el('div', { class: 'photo blank' }, icon('image', t('photo')))), { once: true });
  return button;
}

function file(one) {
  const length = one.seconds ? `${Math.floor(one.seconds / 60)}:${String(one.seconds % 60).padStart(2, '0')}` : '';
  const words = one.kind === 'voice' ? el('div', { class: 'waves', role: 'img', 'aria-label': t('voice') }, WAVES.map((height) => el('i', { style: `height:${height}px` })))
    : el('div', {}, one.title || t(one.kind));
  return el('div', { class: 'file' }, el('span', { class: 'badge' }, icon(BADGES[one.kind] ?? 'file')),
    el('div', {}, words, el('small', {}, one.text || length)));
}

// No map of the world is at hand: streets of nowhere, the pin, and the place in figures.
function place(one) {
  const street = (d, width) => svg('path', { d, fill: 'none', stroke: 'var(--panel)', 'stroke-width': width });
  const words = one.title ? `${one.title}, ${one.text}` : `${one.latitude.toFixed(4)}, ${one.longitude.toFixed(4)}`;
  return el('div', { class: 'map' },
    svg('svg', { viewBox: '0 0 240 110', 'aria-hidden': 'true' },
      svg('rect', { width: 240, height: 110, fill: 'color-mix(in srgb, var(--accent) 22%, var(--panel))' }),
      svg('path', { d: 'M0 78c60-18 90 22 240-8v40H0z', fill: 'color-mix(in srgb, var(--good) 26%, var(--panel))' }),
      street('M-5 38 250 62', 9), street('M62-5 92 120', 7), street('M176-5 150 120', 7), street('M-5 92 250 20', 4),
      svg('path', { d: 'M120 70s15-14 15-25a15 15 0 0 0-30 0c0 11 15 25 15 25z', fill: 'var(--warm)' }), svg('circle', { cx: 120, cy: 45, r: 5, fill: 'var(--on-warm)' })),
    el('span', {}, icon('place', t('location')), words));
}
