// What the page itself says; what the city says comes from the city.
const WORDS = {
  ru: {
    product: 'Приёмная', skip: 'К чатам', skipToTour: 'К подсказке',
    citizen: 'Житель', staff: 'Личные чаты', newResident: '＋ новый житель',
    writeAs: 'Пишет', who: 'Кто пишет', whichChat: 'Чей чат',
    mayor: 'глава', leader: 'руководитель', approver: 'согласующий', coordinator: 'координатор', executor: 'исполнитель', admin: 'администратор', role_staff: 'сотрудник',
    message: 'Сообщение…', send: 'Отправить', attach: 'Приложить', cancel: 'Отмена', reply: 'Ответить', edit: 'Изменить', react: 'Реакция', pin: 'Закрепить', more: 'Действия с сообщением',
    replyTo: 'Ответ:', editing: 'Изменение сообщения', asked: 'Бот ждёт ваших слов',
    photo: 'Фото', photoOwn: 'Фото с устройства…', photoPothole: 'Фото: яма', photoPipe: 'Фото: прорыв трубы', photoFixed: 'Фото: исправлено',
    album: 'Альбом из трёх фото', voice: 'Голосовое сообщение', video: 'Видео', document: 'Документ', location: 'Место на карте', contact: 'Телефон', sticker: 'Стикер',
    audio: 'Аудио', video_note: 'Видеосообщение', animation: 'Анимация', poll: 'Опрос', venue: 'Место', dice: 'Кубик',
    silent: 'Без звука', pinned: 'Закреплено', edited: 'изменено', forwarded: 'Переслано:', left: 'вышел', migrated: 'Группа стала супергруппой: у неё новый номер', pinnedOne: 'закреплено сообщение',
    working: 'рабочее время', closed: 'нерабочее время', opensAt: 'откроется', cityTime: 'Время города',
    plus10: '+10 мин', plus60: '+1 ч', deadline: 'К сроку', evening: 'К вечеру', opening: 'К утру', monday: 'К понедельнику', moving: 'Время идёт…',
    noMoment: 'Такой момент сегодня уже прошёл.', notNow: 'Сейчас это невозможно.', notPossible: 'Так не получится: проверьте, что выбрано.', silentBot: 'Бот молчит: связь с Telegram прервана. Подождите минуту.', lost: 'Нет связи с городом. Пробуем снова…', unanswered: 'Бот не ответил на нажатие: связь прервана. Он получит его, когда связь вернётся.', stale: 'Кнопка успела измениться: посмотрите ещё раз.',
    tour: 'Показать, как это работает', faults: 'Что может сломаться', outage: 'Telegram недоступен минуту', outageOn: 'Telegram недоступен', block: 'заблокировать бота', unblock: 'разблокировать бота', migrate: 'группа становится супергруппой', blocked: 'Житель заблокировал бота',
    theme: 'Тема: светлая или тёмная', language: 'In English', reset: 'Начать сначала', resetAsk: 'Город начнётся заново, всё написанное исчезнет. Начать?', yes: 'Да', no: 'Нет', ok: 'Понятно', close: 'Закрыть', hide: 'Убрать чат', picture: 'Сохранить чат картинкой',
    founding: 'Город просыпается: бот проживает прошлую неделю…', unread: 'непрочитанных', empty: 'Здесь пока тихо.', emptyCitizen: 'Вы — житель. Напишите внизу, что случилось и где, или возьмите готовое и отправьте:', spoiler: 'Показать скрытый текст', expand: 'Развернуть', down: 'К последнему сообщению',
    tourTitle: 'Показ', tourNext: 'Дальше', tourSkip: 'Пропустить', tourInsert: 'Вставить пример', tourEnd: 'Готово! Пробуйте сами: пишите, нажимайте, двигайте время.', tourAgain: 'Другая роль', tourWait: 'Ждём, пока это появится…', step: 'Шаг', of: 'из',
    welcome: 'Показательный город: бот настоящий, Telegram и люди учебные.',
    welcomeDo: 'Напишите за жителя, что случилось, и нажимайте кнопки за сотрудников, пока ответ не придёт. Подсказки покажут, где:',
    curator: 'куратор', department_head: 'начальник отдела', nobody: 'только читают', messagesOf: 'Сообщения', chats: 'Чаты', tools: 'Управление показом',
    forward: 'Переслать', forwardedTo: 'Переслано:', ownChat: 'свой чат с ботом', neighbour: 'Переслать фото от соседа', neighbourSays: 'Сосед прислал: яма у дома на Лесной, 3', openPhoto: 'Открыть фото', saved: 'Сохранено',
    turnClock: 'Перевести часы', plus10Hint: 'Через десять минут', plus60Hint: 'Через час', deadlineHint: 'За пять минут до ближайшего срока', eveningHint: 'К концу рабочего дня', openingHint: 'К началу следующего рабочего дня', mondayHint: 'К началу работы в понедельник',
    tourLost: 'Этого сейчас нет в чатах: вы пошли другим путём. Так можно! Показ можно начать заново — город останется как есть.', tourRestart: 'Начать показ заново', tourWhere: 'Показать где', tourClose: 'Закрыть подсказки', languageShort: 'EN',
    role_story: 'Весь путь: 2 минуты', role_citizen: 'Житель', role_coordinator: 'Координатор', role_executor: 'Исполнитель', role_approver: 'Согласующий', role_leader: 'Руководитель', role_deadlines: 'Сроки и сводка',
  },
  en: {
    product: 'Priemnaya', skip: 'To the chats', skipToTour: 'To the hint',
    citizen: 'Resident', staff: 'Private chats', newResident: '＋ new resident',
    writeAs: 'Writing', who: 'Who writes', whichChat: 'Whose chat',
    mayor: 'mayor', leader: 'leader', approver: 'approver', coordinator: 'coordinator', executor: 'executor', admin: 'administrator', role_staff: 'staff',
    message: 'Message…', send: 'Send', attach: 'Attach', cancel: 'Cancel', reply: 'Reply', edit: 'Edit', react: 'React', pin: 'Pin', more: 'Message actions',
    replyTo: 'Reply:', editing: 'Editing a message', asked: 'The bot waits for your words',
    photo: 'Photo', photoOwn: 'Photo from this device…', photoPothole: 'Photo: a pothole', photoPipe: 'Photo: a burst pipe', photoFixed: 'Photo: mended',
    album: 'Album of three photos', voice: 'Voice message', video: 'Video', document: 'Document', location: 'Place on the map', contact: 'Phone', sticker: 'Sticker',
    audio: 'Audio', video_note: 'Video message', animation: 'Animation', poll: 'Poll', venue: 'Place', dice: 'Dice',
    silent: 'Silent', pinned: 'Pinned', edited: 'edited', forwarded: 'Forwarded from', left: 'left', migrated: 'The group became a supergroup: it has a new id', pinnedOne: 'a message is pinned',
    working: 'working hours', closed: 'out of hours', opensAt: 'opens', cityTime: 'City time',
    plus10: '+10 min', plus60: '+1 h', deadline: 'Next deadline', evening: 'Closing', opening: 'Opening', monday: 'Monday', moving: 'Time passes…',
    noMoment: 'That moment is over for today.', notNow: 'Not possible just now.', notPossible: 'That does not work: check what is chosen.', silentBot: 'The bot is silent: Telegram is away. Wait a minute.', lost: 'No connection to the city. Trying again…', unanswered: 'The bot did not answer the press: the connection is down. It gets the press when it is back.', stale: 'The button has just changed: look again.',
    tour: 'Show me how it works', faults: 'What may break', outage: 'Telegram is down for a minute', outageOn: 'Telegram is down', block: 'block the bot', unblock: 'let the bot in again', migrate: 'the group becomes a supergroup', blocked: 'The resident has blocked the bot',
    theme: 'Theme: light or dark', language: 'По-русски', reset: 'Start anew', resetAsk: 'The city begins anew, everything written is gone. Start?', yes: 'Yes', no: 'No', ok: 'I see', close: 'Close', hide: 'Put the chat away', picture: 'Save the chat as a picture',
    founding: 'The city wakes up: the bot lives through last week…', unread: 'unread', empty: 'Quiet here so far.', emptyCitizen: 'You are a resident. Write below what happened and where, or take an example and send it:', spoiler: 'Show the hidden text', expand: 'Expand', down: 'To the last message',
    tourTitle: 'Tour', tourNext: 'Next', tourSkip: 'Skip', tourInsert: 'Insert an example', tourEnd: 'Done! Try it yourself: write, press, move the clock.', tourAgain: 'Another role', tourWait: 'Waiting for it to appear…', step: 'Step', of: 'of',
    welcome: 'This is a demonstration city: the bot is real, Telegram and the people are not.',
    welcomeDo: 'Write as the resident what happened, and press the buttons of the staff until the answer comes. Hints show where:',
    curator: 'curator', department_head: 'head of the department', nobody: 'readers only', messagesOf: 'Messages', chats: 'Chats', tools: 'Tools of the show',
    forward: 'Forward', forwardedTo: 'Forwarded:', ownChat: 'the own chat with the bot', neighbour: 'Forward a neighbour’s photo', neighbourSays: 'Сосед прислал: яма у дома на Лесной, 3', openPhoto: 'Open the photo', saved: 'Saved',
    turnClock: 'Move the clock', plus10Hint: 'Ten minutes on', plus60Hint: 'An hour on', deadlineHint: 'Five minutes before the next deadline', eveningHint: 'To the end of the working day', openingHint: 'To the beginning of the next working day', mondayHint: 'To the beginning of Monday’s work',
    tourLost: 'That is not in the chats now: you went another way, which is fine. The tour can begin again; the city stays as it is.', tourRestart: 'Begin the tour again', tourWhere: 'Show me where', tourClose: 'Close the hints', languageShort: 'РУ',
    role_story: 'The whole way: 2 minutes', role_citizen: 'Resident', role_coordinator: 'Coordinator', role_executor: 'Executor', role_approver: 'Approver', role_leader: 'Leader', role_deadlines: 'Terms and summary',
  },
};
const REFUSALS = { 'no-such-moment': 'noMoment', 'not-now': 'notNow', 'not-possible': 'notPossible', silent: 'silentBot' };

let language = localStorage.getItem('language') || 'ru';

export const t = (key) => WORDS[language][key] ?? key;
export const refusal = (code) => t(REFUSALS[code] ?? 'notPossible');
export const lang = () => language;

export function setLanguage(next) {
  language = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
}
