// The steps of each role's tour: what is said, where the finger points, and how the city shows that it is done.
// `otherwise`: other ways on, for a visitor whose words or presses led elsewhere.
import { city } from './city.js';

const write = (kind) => (eyes) => ({ input: eyes.input(kind) });
const press = (kind, label) => (eyes) => { const message = eyes.button(kind, label); return message ? { message, label } : null; };
const look = (kind, words) => (eyes) => { const message = eyes.said(kind, words); return message ? { message } : null; };
const wrote = (kind) => (eyes) => eyes.own(kind).length > 0;
const gone = (kind, label, since) => (eyes) => Boolean(since(eyes)) && !eyes.button(kind, label);

const toEvening = () => ({ move: city.clock.closes ? 'evening' : 'opening' });

const LEAK = 'На Ленина, 5 прорвало трубу, вода хлещет во двор';
const LIFT = 'В доме на Мира, 8 третий день стоит лифт';
const VAGUE = 'Во дворе на Лесной, 3 сломаны качели, дети могут упасть';
const LIFT_ANSWER = 'Лифт на Мира, 8 запустили сегодня в 11:20: заменили блок управления. Если встанет снова, звоните диспетчеру.';
const POTHOLE_ANSWER = 'Яму у перехода на Мира, 8 засыпали и выровняли сегодня. Весь участок в плане ямочного ремонта до 20 марта.';
const OTHER_ANSWER = 'Выехали на место и всё исправили сегодня. Если повторится, напишите сюда же.';
const PROMISE = 'Осмотрели сегодня, нужную деталь заказали. Закончим через неделю и сразу напишем вам.';
const LEAK_ANSWER = 'Трубу на Ленина, 5 перекрыли, участок заменим сегодня до 18:00. Вода есть у подъезда 1 — подвоз.';

// The ready answer is about what the visitor's resident wrote.
const answerTo = (eyes) => {
  const words = eyes.own('citizen').map((one) => one.text).join(' ').toLowerCase();
  const [, answer] = [['лифт', LIFT_ANSWER], ['труб', LEAK_ANSWER], ['яма', POTHOLE_ANSWER]].find(([word]) => words.includes(word)) ?? [];
  return answer ?? OTHER_ANSWER;
};

const MAIN = {
  write: (example, ru, en) => ({ text: { ru, en }, at: write('citizen'), done: wrote('citizen'), example }),
  accept: { text: { ru: 'Карточка уже в чате отдела: слова сами указали, куда. Нажмите «Принять» за исполнителя.', en: 'The card is in the department’s chat already: the words themselves named it. Press «Принять» as the executor.' },
    at: press('department', 'Принять'), done: (eyes) => Boolean(eyes.said('department', 'Принял')) || Boolean(eyes.button('department', 'Просто переписка')),
    otherwise: [{ text: { ru: 'Слова не указали на один отдел, и карточка ждёт координатора. Направьте её: нажмите первый отдел.', en: 'The words name no single department, so the card waits for a coordinator. Route it: press the first department.' },
      at: (eyes) => { const message = eyes.button('coordinators', 'Взять'); return message ? { message, label: message.keyboard[0][0] } : null; } }] },
  answer: (example) => ({ text: { ru: 'Ответ — это просто ответ на карточку. Вставьте пример и отправьте.', en: 'An answer is simply a reply to the card. Insert the example and send it.' },
    at: (eyes) => { const message = eyes.button('department', 'Написать ответ') ?? eyes.button('department', 'Принять'); return message ? { message } : null; },
    done: (eyes) => Boolean(eyes.said('department', 'Так увидит житель')) || Boolean(eyes.said('approvals', '2026-')), example }),
  outcome: { text: { ru: 'Бот показал, что увидит житель. Кнопка с исходом отправляет на согласование: нажмите «Решено».', en: 'The bot shows what the resident will see. The outcome is the sending button: press «Решено».' },
    at: press('department', 'Решено'), done: (eyes) => Boolean(eyes.said('approvals', '2026-')) },
  approve: { text: { ru: 'Без согласующего ответ не уходит. Нажмите «Согласовать» — и ещё полминуты можно передумать.', en: 'No answer leaves without an approver. Press «Согласовать»; for half a minute it can be undone.' },
    at: press('approvals', 'Согласовать'), done: (eyes) => Boolean(eyes.button('approvals', 'Отменить отправку')) || Boolean(eyes.said('citizen', 'Ответ на ваше')) },
  wait: { text: { ru: 'Полминуты на отмену идут по часам города. Подождите или переведите часы на десять минут.', en: 'The half minute runs by the city’s clock. Wait, or move it by ten minutes.' },
    at: (eyes) => (eyes.button('approvals', 'Отменить отправку') ? { move: 'plus10' } : null), done: (eyes) => Boolean(eyes.said('citizen', 'Ответ на ваше')) },
  solved: { text: { ru: 'Ответ у жителя. Он говорит, решено ли: нажмите «Да, решено».', en: 'The answer is with the resident, who says whether it is solved: press «Да, решено».' },
    at: press('citizen', 'Да, решено'), done: (eyes) => Boolean(eyes.said('citizen', 'Оцените')) || Boolean(eyes.said('citizen', 'Спасибо')) },
};

const TOURS = {
  story: [
    MAIN.write(LIFT, 'Вы — житель. Напишите боту, что случилось и где, обычными словами. Или вставьте пример.', 'You are a resident. Write what happened and where, in plain words, or insert the example.'),
    { text: { ru: 'Сразу пришла расписка с номером. Больше от жителя ничего не нужно.', en: 'A receipt with a number came at once. Nothing more is needed of the resident.' }, at: look('citizen', 'Номер'), done: () => false, byHand: true },
    MAIN.accept, MAIN.answer(answerTo), MAIN.outcome, MAIN.approve, MAIN.wait, MAIN.solved,
  ],
  citizen: [
    MAIN.write(VAGUE, 'Напишите, что случилось и где. Можно с фото: скрепка слева.', 'Write what happened and where. A photo may come along: the clip on the left.'),
    { text: { ru: 'Вот номер. По нему всё и находится.', en: 'Here is the number by which everything is found.' }, at: look('citizen', 'Номер'), done: () => false, byHand: true },
    { text: { ru: 'Вспомнили важное — просто допишите: дополнение ляжет в то же сообщение.', en: 'Remembered something? Just write on: it joins the same message.' }, at: write('citizen'), done: (eyes) => eyes.own('citizen').length > 1, example: 'Это у подъезда 2, возле песочницы' },
    { text: { ru: 'Где моё сообщение? Кнопка «Мои сообщения» отвечает простыми словами.', en: 'Where is my message? «Мои сообщения» answers in plain words.' }, at: (eyes) => ({ input: eyes.input('citizen'), key: 'Мои сообщения' }), done: (eyes) => eyes.own('citizen').some((one) => one.text === 'Мои сообщения') },
    { text: { ru: 'А так выглядит помощь: кнопка «Помощь».', en: 'And this is the help: «Помощь».' }, at: (eyes) => ({ input: eyes.input('citizen'), key: 'Помощь' }), done: (eyes) => eyes.own('citizen').some((one) => one.text === 'Помощь') },
  ],
  coordinator: [
    MAIN.write(VAGUE, 'Сначала нужно сообщение, где слова не указывают на один отдел. Вставьте пример за жителя.', 'First a message whose words name no single department. Insert the example as the resident.'),
    { text: { ru: 'Карточка ждёт вас с вероятными отделами. «Взять» — вы её прочли, остальные видят это.', en: 'The card waits for you with the likely departments. «Взять» says that you have read it.' }, at: press('coordinators', 'Взять'), done: gone('coordinators', 'Взять', (eyes) => eyes.own('citizen').length && eyes.said('coordinators', '2026-')) },
    { text: { ru: 'Срочное видно руководству сразу: нажмите «Срочно».', en: 'What is urgent reaches the leaders at once: press «Срочно».' }, at: press('coordinators', 'Срочно'), done: (eyes) => Boolean(eyes.said('leadership', '2026-')) },
    { text: { ru: 'Теперь отдел: нажмите «Благоустройство».', en: 'Now the department: press «Благоустройство».' }, at: press('coordinators', 'Благоустройство'), done: (eyes) => Boolean(eyes.button('department', 'Принять')) },
    { text: { ru: 'Отдел получил карточку одним сообщением со звуком. Ваша карточка показывает, что с ней.', en: 'The department has its card, one message with sound. Yours shows what becomes of it.' }, at: look('coordinators', '2026-'), done: () => false, byHand: true },
  ],
  executor: [
    MAIN.write(LIFT, 'Сначала — сообщение жителя. Вставьте пример.', 'First a resident’s message. Insert the example.'),
    { text: { ru: 'Первая строка карточки — тема, адрес, срок: её видно в уведомлении телефона.', en: 'The card’s first line is topic, address, term: what a phone’s notification shows.' }, at: press('department', 'Принять'), done: () => false, byHand: true },
    MAIN.accept,
    { text: { ru: 'Забыть о сроке бот не даст. Переведите часы к ближайшему сроку: за полчаса до него придёт напоминание тому, кто принял.', en: 'The bot keeps the term in mind. Move the clock to the next deadline: whoever accepted is reminded half an hour before.' },
      at: () => (city.clock.nearing ? { move: 'deadline' } : null), done: (eyes) => Boolean(eyes.said('department', 'Срок близко')) || Boolean(eyes.said('department', 'срок был')) },
    MAIN.answer(PROMISE),
    { text: { ru: 'Бот нашёл в ответе обещание и посчитал день. До него оно на контроле, просто так не забудется. Отправьте: «Меры приняты».', en: 'The bot has found a promise in the answer and its day, and keeps it under control until then. Send it: «Меры приняты».' },
      at: press('department', 'Меры приняты'), done: (eyes) => Boolean(eyes.said('approvals', '2026-')) },
    { text: { ru: 'Готово: черновик у согласующего, обещание с датой тоже. Отделу напомнят за три дня, за день и в тот самый день.', en: 'Done: the draft is with the approver, the promise and its day with it. The department is reminded three days and one day before, and on the day.' }, at: look('approvals', 'Обещание'), done: () => false, byHand: true },
  ],
  approver: [
    MAIN.write(LIFT, 'Сначала — сообщение жителя. Вставьте пример.', 'First a resident’s message. Insert the example.'),
    MAIN.accept, MAIN.answer('Разберёмся.'), { ...MAIN.outcome },
    { text: { ru: 'Отписку лучше вернуть: нажмите «На доработку».', en: 'Better to send a brush-off back: press «На доработку».' }, at: press('approvals', 'На доработку'), done: (eyes) => eyes.own('approvals').length > 0 || Boolean(eyes.said('approvals', 'доработ')) },
    { text: { ru: 'Напишите причину одним сообщением или нажмите готовую. Исполнитель увидит её сразу.', en: 'Write the reason in one message, or press a ready one. The executor sees it at once.' }, at: (eyes) => ({ input: eyes.input('approvals') }), done: (eyes) => Boolean(eyes.said('department', 'доработк')), example: 'Напишите, когда запустят лифт и куда звонить' },
    { text: { ru: 'Исполнитель отвечает снова — новая версия придёт сюда же.', en: 'The executor answers again; the new version comes here.' }, at: look('department', 'доработк'), done: () => false, byHand: true },
  ],
  leader: [
    MAIN.write(LEAK, 'Авария срочна сама по себе. Вставьте пример за жителя.', 'An accident is urgent by itself. Insert the example as the resident.'),
    { text: { ru: 'Карточка пришла в чат руководства сразу, со звуком.', en: 'The card is in the leaders’ chat at once, with sound.' }, at: look('leadership', '2026-'), done: () => false, byHand: true },
    { text: { ru: 'Нажмите «Взять на контроль»: все увидят, кто следит.', en: 'Press «Взять на контроль»: everybody sees who watches.' }, at: press('leadership', 'Взять на контроль'), done: gone('leadership', 'Взять на контроль', (eyes) => eyes.said('leadership', '2026-')) },
    MAIN.accept, MAIN.answer(answerTo), MAIN.outcome,
    { text: { ru: 'Карточка руководства сама показывает, что происходит.', en: 'The leaders’ card itself shows what happens.' }, at: look('leadership', '2026-'), done: () => false, byHand: true },
    { text: { ru: 'Когда рабочий день кончается, приходит сводка. Переведите часы: «К вечеру».', en: 'When the working day ends, its summary comes. Move the clock: «Closing».' }, at: toEvening, done: (eyes) => Boolean(eyes.said('leadership', 'Сводка за')) },
    { text: { ru: 'День картинкой, под ней главное в первой строке: сколько поступило, сколько ответили, что просрочено и что требует вас. За кнопками — списки.', en: 'The day as a picture; under it the verdict comes first: received, answered, overdue, and what needs you. The lists are behind the buttons.' }, at: look('leadership', 'Сводка за'), done: () => false, byHand: true },
  ],
  deadlines: [
    MAIN.write(LEAK, 'Что будет, если никто ничего не делает? Вставьте пример за жителя: это авария.', 'What happens when nobody does anything? Insert the example as the resident: an accident.'),
    { text: { ru: 'В первой строке карточки — до какого часа отвечать. Отдел её не принимает.', en: 'The card’s first line says by what hour to answer. The department does not accept it.' }, at: look('department', '2026-'), done: () => false, byHand: true },
    { text: { ru: 'Нажмите «К сроку»: за пять минут до него отдел уже прочёл напоминание под карточкой.', en: 'Press «Next deadline»: five minutes before it, the department has its reminder under the card.' },
      at: () => (city.clock.nearing ? { move: 'deadline' } : { move: 'plus60' }), done: (eyes) => Boolean(eyes.said('department', 'Срок близко')) || Boolean(eyes.said('coordinators', 'срок был')) },
    { text: { ru: 'И всё равно тишина. Ещё десять минут — и пропущенный срок видят координаторы.', en: 'Still nothing. Ten minutes more, and the missed term is with the coordinators.' },
      at: () => ({ move: 'plus10' }), done: (eyes) => Boolean(eyes.said('coordinators', 'срок был')) },
    { text: { ru: 'Одним списком, с кнопкой на карточку. Дальше поднимется к куратору и руководству.', en: 'One list, with a button for the card. Next it climbs to the curator and the leadership.' }, at: look('coordinators', 'срок был'), done: () => false, byHand: true },
    { text: { ru: 'Нажмите «К вечеру»: по дороге придут напоминания дня, список дойдёт до руководства, а в конце — сводка.', en: 'Press «Closing»: the day’s reminders come on the way, the list reaches the leadership, and then the summary.' },
      at: toEvening, done: (eyes) => Boolean(eyes.said('leadership', 'Сводка за')) },
    { text: { ru: 'Вот что поднялось само: кто держит и с какого часа.', en: 'This climbed by itself: who holds it, and since when.' }, at: look('leadership', 'срок был'), done: () => false, byHand: true },
    { text: { ru: 'И сводка дня картинкой: под ней в первой строке главное, за кнопками списки.', en: 'And the day’s summary as a picture: under it the verdict first, the lists behind the buttons.' }, at: look('leadership', 'Сводка за'), done: () => false, byHand: true },
  ],
};

export const steps = (role) => TOURS[role];
