// The city's time, and the hand that moves it.
import { act, city, now, onChange } from './city.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { lang, t } from './words.js';

const MOVES = [
  ['plus10', { seconds: 600 }], ['plus60', { seconds: 3600 }], ['deadline', { to: 'deadline' }],
  ['evening', { to: 'evening' }], ['opening', { to: 'opening' }], ['monday', { to: 'monday' }],
];

export function clock(node) {
  const face = el('div', { class: 'face' });
  const state = el('div', { class: 'state', role: 'status' });
  const buttons = MOVES.map(([label, order]) => el('button', { class: 'move', 'data-move': label, title: t(`${label}Hint`), onclick: (event) => move(event.currentTarget, order) }, t(label)));
  const turn = el('button', { class: 'turn', 'data-clock': '', 'aria-expanded': 'false', onclick: () => show(!node.classList.contains('turning')) }, icon('clock'), t('turnClock'));
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', t('cityTime'));
  node.replaceChildren(el('div', { class: 'now', title: t('cityTime') }, face, state), turn, el('div', { class: 'moves' }, buttons));

  let moving = false;

  function show(open) {
    node.classList.toggle('turning', open);
    turn.setAttribute('aria-expanded', String(open));
  }

  async function move(button, order) {
    moving = true;
    for (const one of buttons) one.disabled = true;
    button.classList.add('waits');
    state.textContent = t('moving');
    await act({ do: 'move', ...order });
    button.classList.remove('waits');
    moving = false;
    show(false);
    draw();
    if (document.activeElement === document.body) (turn.offsetParent ? turn : button).focus();
  }

  function draw() {
    if (!city.clock) return;
    const at = now();
    const zone = city.clock.zone;
    const write = (facts, moment) => new Intl.DateTimeFormat(lang(), { ...facts, hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }).format(moment);
    const text = write({ weekday: 'short', day: 'numeric', month: 'long' }, at);
    if (face.textContent !== text) face.textContent = text;
    const words = city.outage ? t('outageOn') : city.clock.open ? t('working') : `${t('closed')}, ${t('opensAt')} ${write({ weekday: 'short' }, new Date(city.clock.opens))}`;
    if (!moving) {
      for (const button of buttons) button.disabled = (button.dataset.move === 'deadline' && !city.clock.nearing) || (button.dataset.move === 'evening' && !city.clock.closes);
      if (state.textContent !== words) state.textContent = words;
    }
    node.classList.toggle('open', city.clock.open && !city.outage);
    node.classList.toggle('outage', Boolean(city.outage));
  }
  onChange(draw);
  clearInterval(clock.timer);
  clock.timer = setInterval(draw, 1000);
  document.removeEventListener('pointerdown', clock.away);
  clock.away = (event) => { if (!node.contains(event.target)) show(false); };
  document.addEventListener('pointerdown', clock.away);
  node.onkeydown = (event) => { if (event.key === 'Escape') { show(false); turn.focus(); } };
  draw();
}
