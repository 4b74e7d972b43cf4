// Small helpers: elements are built, never parsed from strings, so that typed words can only be words.
import { icon } from './icons.js';

export function el(tag, facts = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node && !name.startsWith('aria')) node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// A short word at the top of the chat that it is about, away from its newest buttons, or on the page; the live region says it, too.
export function say(text, about = null) {
  document.getElementById('said').textContent = text;
  document.querySelector('.toast')?.remove();
  const toast = el('div', { class: 'toast', 'aria-hidden': 'true' }, text);
  (about?.closest?.('.column')?.querySelector('.frame') ?? document.body).append(toast);
  setTimeout(() => toast.remove(), 2600 + text.length * 45);
}

export function ask(text, answers) {
  return new Promise((resolve) => {
    const words = el('p', { id: 'asked' }, text);
    const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'asked' }, words, el('div', { class: 'row' },
      answers.map(([label, value], index) => el('button', {
        class: index ? 'plain' : 'main', onclick: () => { dialog.close(); resolve(value); },
      }, label))));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function view(picture, label) {
  const dialog = el('dialog', { class: 'viewer', 'aria-label': label, onclick: () => dialog.close(), onclose: () => dialog.remove() }, el('img', { src: picture, alt: label }));
  document.body.append(dialog);
  dialog.showModal();
}

// Items are [icon, label, deed]; what is falsy is left out.
export function menu(anchor, items) {
  document.querySelector('.menu')?.remove();
  const list = el('div', { class: 'menu', role: 'menu' }, items.filter(Boolean).map(([name, label, act]) => el('button', {
    role: 'menuitem', onclick: () => { shut(); act(); },
  }, name && icon(name), label)));
  const shut = () => { list.remove(); document.removeEventListener('pointerdown', away, true); anchor.setAttribute('aria-expanded', 'false'); anchor.focus?.(); };
  const away = (event) => { if (!list.contains(event.target)) shut(); };
  list.addEventListener('keydown', (event) => {
    const buttons = [...list.children], at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at + buttons.length - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') shut();
    if (to === undefined) return;
    event.preventDefault();
    buttons[to % buttons.length].focus();
  });
  document.body.append(list);
  const box = anchor.getBoundingClientRect();
  const height = list.offsetHeight, width = list.offsetWidth;
  list.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  list.style.top = `${box.bottom + height + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
  document.addEventListener('pointerdown', away, true);
  anchor.setAttribute('aria-expanded', 'true');
  list.firstChild?.focus();
}
