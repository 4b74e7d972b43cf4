// The page's own icons: strokes on a grid of 24.
const PATHS = {
  send: 'M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4',
  clip: 'M17 8v8a5 5 0 0 1-10 0V7.500a3.500 3.500 0 0 1 7 0V16a2 2 0 0 1-4 0V8',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  bell: 'M4 4l16 16M18 17H6l1.500-2.500V11a4.500 4.500 0 0 1 .8-2.600M11 6.600a4.500 4.500 0 0 1 5.500 4.400v1.500M10.500 20h3',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  play: 'M8 5.500v13l10.500-6.500z',
  again: 'M5.500 9.500a7 7 0 1 1-.300 4.500M5 4.500v5h5',
  save: 'M12 4v11M7.500 10.500 12 15l4.500-4.500M5 19.500h14',
  image: 'M4 5h16v14H4zM4 16l4.500-5 4 4.500 2.500-2.500 5 5M15.500 9h.01',
  album: 'M8 4h12v11H8zM4 8v12h12M8 13l3.500-3.500 3 3 2-2 3.500 3.500',
  down: 'M6 9.500l6 6 6-6',
  place: 'M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  mic: 'M12 3.500a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3',
  film: 'M4 5.500h16v13H4zM10 9.500v5l4.500-2.500z',
  file: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12.500h6M9 16h6',
  music: 'M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z',
  phone: 'M6 4h3.500l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500V18a2 2 0 0 1-2 2A14.500 14.500 0 0 1 4 6a2 2 0 0 1 2-2z',
  poll: 'M5 20V10M12 20V4M19 20v-7',
  smile: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM8.500 14a4 4 0 0 0 7 0M9 9.500h.01M15 9.500h.01',
  forward: 'M13 6l6.500 6-6.500 6v-4c-4 0-6.500 1-8.500 4 0-5.500 3.500-8 8.500-8z',
  reply: 'M11 6l-6.500 6 6.500 6v-4c4 0 6.500 1 8.500 4 0-5.500-3.500-8-8.500-8z',
  edit: 'M4.500 19.500l1-4L16 5l3 3L8.500 18.500zM14 7l3 3',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 8v4.500l3 2',
  stop: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM6 6l12 12',
};
const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, facts = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(facts)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function icon(name, label = '') {
  const facts = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' };
  return svg('svg', { viewBox: '0 0 24 24', class: `icon icon-${name}`, ...facts }, svg('path', { d: PATHS[name] }));
}
