// What the page knows of the city: kept by the stream, changed only by it; deeds go the other way.
import { refusal, t } from './words.js';
import { say } from './dom.js';

export const city = { epoch: 0, ready: false, name: '', chats: [], people: new Map(), messages: new Map(), clock: null, outage: null };
const listeners = new Set();
let clockReadAt = 0;

export const onChange = (listener) => listeners.add(listener);
const tell = (changed) => { for (const listener of listeners) listener(changed); };

export const chatOf = (key) => city.chats.find((chat) => chat.key === key);
export const messagesOf = (key) => city.messages.get(key)?.list ?? [];
export const messageOf = (key, id) => city.messages.get(key)?.byId.get(id);

export function now() {
  if (!city.clock) return new Date();
  return new Date(Date.parse(city.clock.now) + (performance.now() - clockReadAt) * city.clock.speed);
}

export function follow() {
  let mark = '';
  const connect = () => {
    const stream = new EventSource(`/live${mark ? `?since=${mark}` : ''}`);
    stream.onmessage = (event) => { mark = event.lastEventId; take(JSON.parse(event.data)); };
    stream.onerror = () => {
      stream.close();
      city.ready = false;
      tell({ lost: true, messages: [] });
      setTimeout(connect, 1500);
    };
  };
  connect();
}

function take(news) {
  const anew = news.whole || news.epoch !== city.epoch;
  if (anew) city.messages.clear();
  Object.assign(city, { epoch: news.epoch, ready: news.ready, name: news.city, chats: news.chats, clock: news.clock, outage: news.outage });
  clockReadAt = performance.now();
  city.people = new Map(news.people.map((person) => [person.id, person]));
  for (const message of news.messages) keep(message);
  tell({ anew, messages: news.messages });
}

function keep(message) {
  if (!city.messages.has(message.chat)) city.messages.set(message.chat, { list: [], byId: new Map() });
  const chat = city.messages.get(message.chat);
  const known = chat.byId.get(message.id);
  if (known) Object.assign(known, message);
  else { chat.byId.set(message.id, message); chat.list.push(message); }
}

export async function act(order) {
  let answer;
  try {
    const response = await fetch('/do', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(order) });
    answer = await response.json();
  } catch {
    say(t('lost'));
    return null;
  }
  if (answer.error) { say(refusal(answer.error)); return null; }
  return answer;
}
