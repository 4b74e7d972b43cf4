// The city's time, and the hand that moves it.
import { act, city, now, onChange } from './city.js';
import { el } from './dom.js';
import { lang, t } from './words.js';

export function clock(node) {
  const face = el('div', { class: 'face' });
  const state = el('div', { class: 'state' });
  const moves = [
    ['plus10', { seconds: 600 }], ['plus60', { seconds: 3600 }], ['deadline', { to: 'deadline' }], ['evening', { to: 'evening' }], ['opening', { to: 'opening' }], ['monday', { to: 'monday' }],
  ];
  const buttons = moves.map(([label, order]) => el('button', { class: 'move', 'data-move': label, onclick: (event) => move(event.currentTarget, order) }, t(label)));
  const toDeadline = buttons[moves.findIndex(([label]) => label === 'deadline')];
  node.replaceChildren(el('div', { class: 'now', title: t('cityTime') }, face, state), el('div', { class: 'moves' }, buttons));

  let moving = false;

  async function move(button, order) {
    moving = true;
    for (const one of buttons) one.disabled = true;
    button.classList.add('waits');
    state.textContent = t('moving');
    await act({ do: 'move', ...order });
    button.classList.remove('waits');
    for (const one of buttons) one.disabled = false;
    moving = false;
    draw();
  }

  function draw() {
    if (!city.clock) return;
    const at = now();
    const zone = city.clock.zone;
    const text = new Intl.DateTimeFormat(lang(), { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
    if (face.textContent !== text) face.textContent = text;
    const opens = city.clock.opens && new Intl.DateTimeFormat(lang(), { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(city.clock.opens));
    const words = city.outage ? t('outageOn') : city.clock.open ? t('working') : `${t('closed')}, ${t('opensAt')} ${opens}`;
    if (!moving) toDeadline.disabled = !city.clock.nearing;
    if (!moving && state.textContent !== words) state.textContent = words;
    node.classList.toggle('open', city.clock.open && !city.outage);
    node.classList.toggle('down', Boolean(city.outage));
  }
  onChange(draw);
  clearInterval(clock.timer);
  clock.timer = setInterval(draw, 1000);
  draw();
}
