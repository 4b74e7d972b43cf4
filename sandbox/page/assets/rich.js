// A text and its entities as nodes. Entities may nest; offsets are UTF-16 units, as JavaScript's own.
import { el } from './dom.js';
import { t } from './words.js';

const TAGS = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre' };

export function rich(text, entities) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return part(text, sorted, 0, text.length);
}

function part(text, entities, from, to) {
  const nodes = [];
  let at = from, index = 0;
  while (index < entities.length) {
    const one = entities[index];
    const start = Math.max(one.offset, at), end = Math.min(one.offset + one.length, to);
    if (start >= end) { index += 1; continue; }
    if (start > at) nodes.push(text.slice(at, start));
    const inner = [];
    let next = index + 1;
    while (next < entities.length && entities[next].offset < end) inner.push(entities[next++]);
    nodes.push(wrap(one, part(text, inner, start, end), text.slice(start, end)));
    // A quotation is a block of its own: the line break after it would be a second one.
    at = one.type.endsWith('blockquote') && text[end] === '\n' ? end + 1 : end;
    index = next;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, children, words) {
  const { type } = entity;
  if (TAGS[type]) return el(TAGS[type], {}, children);
  if (type === 'blockquote') return el('blockquote', {}, children);
  if (type === 'expandable_blockquote') return expandable(children);
  if (type === 'spoiler') return spoiler(children);
  if (type === 'text_mention') return el('span', { class: 'mention' }, children);
  if (type === 'text_link' || type === 'url') return link(entity.url ?? words, children);
  return el('span', { class: 'linked' }, children);
}

function link(url, children) {
  const safe = /^https?:\/\//i.test(url) ? url : /^[\w.-]+\.[a-z]{2,}/i.test(url) ? `https://${url}` : null;
  return safe ? el('a', { href: safe, target: '_blank', rel: 'noreferrer noopener' }, children) : el('span', { class: 'linked' }, children);
}

function expandable(children) {
  const quote = el('blockquote', { class: 'folded', tabIndex: 0, role: 'button', title: t('expand') }, children);
  const turn = () => quote.classList.toggle('folded');
  quote.addEventListener('click', turn);
  quote.addEventListener('keydown', (event) => { if (event.key === 'Enter') turn(); });
  return quote;
}

function spoiler(children) {
  const cover = el('span', { class: 'spoiler', tabIndex: 0, role: 'button', 'aria-label': t('spoiler') }, children);
  const open = () => { cover.classList.add('open'); cover.removeAttribute('aria-label'); };
  cover.addEventListener('click', open);
  cover.addEventListener('keydown', (event) => { if (event.key === 'Enter') open(); });
  return cover;
}
