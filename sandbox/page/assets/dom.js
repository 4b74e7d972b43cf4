// Small helpers: elements are built, never parsed from strings, so that typed words can only be words.
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

const PATHS = {
  send: 'M3 20l18-8L3 4v6l12 2-12 2z',
  clip: 'M16.5 6.5v9a4.5 4.5 0 01-9 0V6a3 3 0 016 0v9a1.5 1.5 0 01-3 0V7H9v8a3 3 0 006 0V6a4.5 4.5 0 00-9 0v9.500a6 6 0 0012 0v-9z',
  more: 'M5 10a2 2 0 100 4 2 2 0 000-4zm7 0a2 2 0 100 4 2 2 0 000-4zm7 0a2 2 0 100 4 2 2 0 000-4z',
  close: 'M6.4 5L5 6.400 10.600 12 5 17.600 6.400 19l5.600-5.600 5.600 5.600 1.400-1.400-5.600-5.600L19 6.400 17.600 5 12 10.600z',
  bell: 'M4 4l16 16M6 17h11M8 17V11a4 4 0 016-3.400M16 11v3M10.500 20h3',
  pin: 'M14 3l7 7-3 1-4 4-1 5-3-3-5 5-1-1 5-5-3-3 5-1 4-4z',
  sun: 'M12 7a5 5 0 100 10 5 5 0 000-10zM12 1v3m0 16v3M1 12h3m16 0h3M4.200 4.200l2.100 2.100m11.400 11.400l2.100 2.100M4.200 19.800l2.100-2.100M17.700 6.300l2.100-2.100',
  bolt: 'M13 2L4 14h7l-1 8 9-12h-7z',
  play: 'M7 4v16l13-8z',
  again: 'M12 5a7 7 0 107 7h-2a5 5 0 11-5-5v3l5-4-5-4z',
  image: 'M3 5h18v14H3zm2 12h14l-5-6-3.500 4.500L8.500 13z',
  down: 'M6 9l6 6 6-6-1.400-1.400L12 12.200 7.400 7.600z',
  place: 'M12 2a7 7 0 00-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 00-7-7zm0 4.500A2.500 2.500 0 1112 11.500a2.500 2.500 0 010-5z',
};

export function icon(name, label = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute(label ? 'aria-label' : 'aria-hidden', label || 'true');
  if (label) svg.setAttribute('role', 'img');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

export function say(text) {
  const box = document.getElementById('said');
  box.textContent = text;
  box.classList.add('shown');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => box.classList.remove('shown'), 2600 + text.length * 45);
}

export function ask(text, answers) {
  return new Promise((resolve) => {
    const dialog = el('dialog', { class: 'ask' }, el('p', {}, text), el('div', { class: 'row' },
      answers.map(([label, value], index) => el('button', {
        class: index ? 'plain' : 'main', onclick: () => { dialog.close(); resolve(value); },
      }, label))));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function menu(anchor, items) {
  document.querySelector('.menu')?.remove();
  const list = el('div', { class: 'menu', role: 'menu' }, items.filter(Boolean).map(([label, act]) => el('button', {
    role: 'menuitem', onclick: () => { shut(); act(); },
  }, label)));
  const shut = () => { list.remove(); document.removeEventListener('pointerdown', away, true); anchor.focus?.(); };
  const away = (event) => { if (!list.contains(event.target)) shut(); };
  list.addEventListener('keydown', (event) => {
    const buttons = [...list.children];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === 'Escape') shut();
    if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length].focus();
    if (event.key === 'ArrowUp') buttons[(at + buttons.length - 1) % buttons.length].focus();
  });
  document.body.append(list);
  const box = anchor.getBoundingClientRect();
  const height = list.offsetHeight, width = list.offsetWidth;
  list.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  list.style.top = `${box.bottom + height + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
  document.addEventListener('pointerdown', away, true);
  list.firstChild?.focus();
}
