// What the page itself says; what the city says comes from the city.
const WORDS = {
  ru: {
    product: 'Приёмная', skip: 'К чатам',
    citizen: 'Житель', staff: 'Личные чаты', newResident: '＋ новый житель',
    writeAs: 'Пишет', who: 'Кто пишет', whichChat: 'Чей чат',
    mayor: 'глава', leader: 'руководитель', approver: 'согласующий', coordinator: 'координатор', executor: 'исполнитель', admin: 'администратор', role_staff: 'сотрудник',
    message: 'Сообщение…', send: 'Отправить', attach: 'Приложить', cancel: 'Отмена', reply: 'Ответить', edit: 'Изменить', react: 'Реакция', pin: 'Закрепить', more: 'Действия с сообщением',
    replyTo: 'Ответ:', editing: 'Изменение сообщения', asked: 'Бот ждёт ваших слов',
    photo: 'Фото', photoOwn: 'Фото с устройства…', photoPothole: 'Фото: яма', photoPipe: 'Фото: прорыв трубы', photoFixed: 'Фото: исправлено',
    album: 'Альбом из трёх фото', voice: 'Голосовое сообщение', video: 'Видео', document: 'Документ', location: 'Место на карте', contact: 'Телефон', sticker: 'Стикер',
    audio: 'Аудио', video_note: 'Видеосообщение', animation: 'Анимация', poll: 'Опрос', venue: 'Место', dice: 'Кубик',
    silent: 'Без звука', pinned: 'Закреплено', edited: 'изменено', forwarded: 'Переслано от', left: 'вышел', migrated: 'Группа стала супергруппой: у неё новый номер', pinnedOne: 'закрепил(а) сообщение',
    working: 'рабочее время', closed: 'нерабочее время', opensAt: 'откроется', cityTime: 'Время города',
    plus10: '+10 мин', plus60: '+1 ч', deadline: 'К сроку', evening: 'К вечеру', opening: 'К утру', monday: 'К понедельнику', moving: 'Время идёт…',
    noMoment: 'Такой момент сегодня уже прошёл.', notNow: 'Сейчас это невозможно.', notPossible: 'Так не получится: проверьте, что выбрано.', silentBot: 'Бот молчит: связь с Telegram прервана. Подождите минуту.', lost: 'Нет связи с городом. Пробуем снова…', unanswered: 'Бот не ответил на нажатие: связь прервана. Он получит его, когда связь вернётся.', stale: 'Кнопка успела измениться: посмотрите ещё раз.',
    tour: 'Показать, как это работает', faults: 'Что может сломаться', outage: 'Telegram недоступен минуту', outageOn: 'Telegram недоступен', block: 'Житель блокирует бота', unblock: 'Житель возвращается', migrate: 'Группа становится супергруппой', blocked: 'бот заблокирован',
    theme: 'Тема: светлая или тёмная', language: 'English', reset: 'Начать сначала', resetAsk: 'Город начнётся заново, всё написанное исчезнет. Начать?', yes: 'Да', no: 'Нет', ok: 'Понятно', close: 'Закрыть', hide: 'Убрать чат', picture: 'Сохранить чат картинкой',
    founding: 'Город просыпается: бот проживает прошлую неделю…', unread: 'непрочитанных', empty: 'Здесь пока тихо.', emptyCitizen: 'Напишите боту, что случилось и где: например, «На Ленина, 5 прорвало трубу».', spoiler: 'Показать скрытый текст', expand: 'Развернуть', down: 'К последнему сообщению',
    tourTitle: 'Показ', tourNext: 'Дальше', tourSkip: 'Пропустить', tourInsert: 'Вставить пример', tourEnd: 'Готово! Пробуйте сами: пишите, нажимайте, двигайте время.', tourAgain: 'Другая роль', tourWait: 'Ждём, пока это появится…', step: 'Шаг', of: 'из',
    role_story: 'Весь путь', role_citizen: 'Житель', role_coordinator: 'Координатор', role_executor: 'Исполнитель', role_approver: 'Согласующий', role_leader: 'Руководитель',
  },
  en: {
    product: 'Priemnaya', skip: 'To the chats',
    citizen: 'Resident', staff: 'Private chats', newResident: '＋ new resident',
    writeAs: 'Writing', who: 'Who writes', whichChat: 'Whose chat',
    mayor: 'mayor', leader: 'leader', approver: 'approver', coordinator: 'coordinator', executor: 'executor', admin: 'administrator', role_staff: 'staff',
    message: 'Message…', send: 'Send', attach: 'Attach', cancel: 'Cancel', reply: 'Reply', edit: 'Edit', react: 'React', pin: 'Pin', more: 'Message actions',
    replyTo: 'Reply:', editing: 'Editing a message', asked: 'The bot waits for your words',
    photo: 'Photo', photoOwn: 'Photo from this device…', photoPothole: 'Photo: a pothole', photoPipe: 'Photo: a burst pipe', photoFixed: 'Photo: mended',
    album: 'Album of three photos', voice: 'Voice message', video: 'Video', document: 'Document', location: 'Place on the map', contact: 'Phone', sticker: 'Sticker',
    audio: 'Audio', video_note: 'Video message', animation: 'Animation', poll: 'Poll', venue: 'Place', dice: 'Dice',
    silent: 'Silent', pinned: 'Pinned', edited: 'edited', forwarded: 'Forwarded from', left: 'left', migrated: 'The group became a supergroup: it has a new id', pinnedOne: 'pinned a message',
    working: 'working hours', closed: 'out of hours', opensAt: 'opens', cityTime: 'City time',
    plus10: '+10 min', plus60: '+1 h', deadline: 'Next deadline', evening: 'Closing', opening: 'Opening', monday: 'Monday', moving: 'Time passes…',
    noMoment: 'That moment is over for today.', notNow: 'Not possible just now.', notPossible: 'That does not work: check what is chosen.', silentBot: 'The bot is silent: Telegram is away. Wait a minute.', lost: 'No connection to the city. Trying again…', unanswered: 'The bot did not answer the press: the connection is down. It gets the press when it is back.', stale: 'The button has just changed: look again.',
    tour: 'Show me how it works', faults: 'What may break', outage: 'Telegram is down for a minute', outageOn: 'Telegram is down', block: 'The resident blocks the bot', unblock: 'The resident comes back', migrate: 'The group becomes a supergroup', blocked: 'bot is blocked',
    theme: 'Theme: light or dark', language: 'Русский', reset: 'Start anew', resetAsk: 'The city begins anew, everything written is gone. Start?', yes: 'Yes', no: 'No', ok: 'I see', close: 'Close', hide: 'Put the chat away', picture: 'Save the chat as a picture',
    founding: 'The city wakes up: the bot lives through last week…', unread: 'unread', empty: 'Quiet here so far.', emptyCitizen: 'Write to the bot what happened and where, e.g. «На Ленина, 5 прорвало трубу».', spoiler: 'Show the hidden text', expand: 'Expand', down: 'To the last message',
    tourTitle: 'Tour', tourNext: 'Next', tourSkip: 'Skip', tourInsert: 'Insert an example', tourEnd: 'Done! Try it yourself: write, press, move the clock.', tourAgain: 'Another role', tourWait: 'Waiting for it to appear…', step: 'Step', of: 'of',
    role_story: 'The whole way', role_citizen: 'Resident', role_coordinator: 'Coordinator', role_executor: 'Executor', role_approver: 'Approver', role_leader: 'Leader',
  },
};
const REFUSALS = { 'no-such-moment': 'noMoment', 'not-now': 'notNow', 'not-possible': 'notPossible', silent: 'silentBot' };

let language = localStorage.getItem('language') || (navigator.language.startsWith('ru') ? 'ru' : 'ru');

export const t = (key) => WORDS[language][key] ?? key;
export const refusal = (code) => t(REFUSALS[code] ?? 'notPossible');
export const lang = () => language;

export function setLanguage(next) {
  language = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
}
