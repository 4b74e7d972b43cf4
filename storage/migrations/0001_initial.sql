-- Moments are UTC text, '2026-03-02T06:00:00.000000Z': they sort as they stand and can be read by eye.

CREATE TABLE municipality_versions (
    version INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    applied_by TEXT NOT NULL
) STRICT;

-- Codes that let a person into the staff; only the digest of a code is kept. issued_by 0: the program itself.
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    department TEXT,
    issued_by INTEGER NOT NULL,
    issued_by_name TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_by INTEGER,
    used_at TEXT
) STRICT;

-- Who asks to work for a department, and who has decided; one row for a person and a department.
CREATE TABLE access_requests (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    department TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    offered_at TEXT NOT NULL,
    asked_at TEXT,
    decided_by TEXT,
    decided_at TEXT,
    granted INTEGER NOT NULL,
    UNIQUE (user_id, department)
) STRICT;

-- Words that an administrator is asked for while setting up; an open question has no closed_at.
CREATE TABLE setup_questions (
    id INTEGER PRIMARY KEY,
    change TEXT NOT NULL,
    "of" TEXT NOT NULL,
    stamp TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

CREATE INDEX setup_questions_open ON setup_questions (user_id) WHERE closed_at IS NULL;

CREATE TABLE counters (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- blocked_at: the citizen has blocked the bot. barred_at: the coordinators have blocked the citizen; bar_told_at: told of it.
CREATE TABLE citizens (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    username TEXT,
    language TEXT,
    phone TEXT,
    wants_new_until TEXT,
    consent_version TEXT,
    consent_at TEXT,
    consent_asked_at TEXT,
    consent_remind_at TEXT,
    blocked_at TEXT,
    barred_at TEXT,
    barred_by TEXT,
    bar_reason TEXT,
    bar_told_at TEXT,
    forget_asked_at TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (channel, user_id)
) STRICT;

CREATE INDEX citizens_of_chat ON citizens (chat_id);
CREATE INDEX citizens_to_forget ON citizens (forget_asked_at) WHERE forget_asked_at IS NOT NULL;
CREATE INDEX citizens_to_remind_of_consent ON citizens (consent_remind_at) WHERE consent_remind_at IS NOT NULL;

CREATE TABLE appeals (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    citizen_id INTEGER NOT NULL REFERENCES citizens (id),
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_reason TEXT,
    topic TEXT,
    address TEXT,
    latitude REAL,
    longitude REAL,
    gist TEXT NOT NULL,
    category TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    detected_at TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    settles_at TEXT,
    read_by TEXT,
    read_at TEXT,
    department TEXT,
    route_reason TEXT,
    assigned_at TEXT,
    undo_until TEXT,
    return_by TEXT,
    assignments INTEGER NOT NULL,
    executor_id INTEGER,
    executor_name TEXT,
    accepted_at TEXT,
    released_at TEXT,
    returns INTEGER NOT NULL,
    return_reason TEXT,
    returned_late INTEGER NOT NULL,
    returned_at TEXT,
    revisions INTEGER NOT NULL,
    submitted_at TEXT,
    revised_at TEXT,
    approved_at TEXT,
    interim_at TEXT,
    controlled_by TEXT,
    controlled_at TEXT,
    mayor_told_by TEXT,
    mayor_told_at TEXT,
    mayor_reason TEXT NOT NULL,
    repeat_of INTEGER REFERENCES appeals (id),
    question_waits INTEGER NOT NULL,
    asked_at TEXT,
    waited TEXT NOT NULL,
    answered_at TEXT,
    outcome TEXT,
    delivery TEXT,
    delivered_at TEXT,
    solved TEXT,
    rating INTEGER,
    closed_at TEXT,
    closed_by TEXT,
    caution TEXT,
    no_reply_id INTEGER,
    no_reply_reason TEXT,
    no_reply_by_id INTEGER,
    no_reply_by TEXT,
    handed_over_by TEXT,
    handed_over_at TEXT,
    way TEXT NOT NULL,
    contact TEXT,
    task_since TEXT,
    attempts INTEGER NOT NULL,
    reached_by TEXT,
    reached_at TEXT,
    outgoing_number TEXT,
    outgoing_date TEXT,
    account TEXT NOT NULL,
    external_number TEXT,
    link TEXT,
    applicant_kind TEXT NOT NULL,
    formal INTEGER NOT NULL,
    collective INTEGER NOT NULL,
    important INTEGER NOT NULL,
    territory TEXT,
    territory_given INTEGER NOT NULL,
    forwarded_from TEXT,
    repeat_number TEXT,
    requests INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    shelved INTEGER NOT NULL,
    erased_at TEXT,
    extension_id INTEGER,
    extension_days INTEGER NOT NULL,
    extension_reason TEXT,
    extension_by_id INTEGER,
    extension_by TEXT,
    extended_days INTEGER NOT NULL,
    committed_until TEXT,
    committed_at TEXT,
    extended_until TEXT,
    extended_for TEXT,
    promise_id INTEGER,
    promised_on TEXT,
    promised_at TEXT,
    promised_by TEXT,
    promise_moves INTEGER NOT NULL,
    promise_reported_at TEXT,
    kept_at TEXT
) STRICT;

CREATE INDEX appeals_by_time ON appeals (registered_at, topic);
CREATE INDEX appeals_of_citizen ON appeals (citizen_id, registered_at);
CREATE INDEX appeals_waiting ON appeals (registered_at) WHERE status = 'registered' AND settles_at IS NULL AND NOT shelved;
CREATE INDEX appeals_promised ON appeals (promised_by) WHERE promise_id IS NOT NULL;
CREATE INDEX appeals_by_detection ON appeals (detected_at);
CREATE INDEX appeals_of_external_number ON appeals (channel, external_number) WHERE external_number IS NOT NULL;
CREATE INDEX appeals_forwarded ON appeals (id) WHERE forwarded_from IS NOT NULL;
CREATE INDEX appeals_to_let_go ON appeals (undo_until) WHERE undo_until IS NOT NULL;
CREATE INDEX appeals_by_moment ON appeals (registered_at);
CREATE INDEX appeals_answered ON appeals (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX appeals_closed ON appeals (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX appeals_to_age ON appeals (coalesce(answered_at, closed_at))
WHERE erased_at IS NULL AND coalesce(answered_at, closed_at) IS NOT NULL;
CREATE INDEX appeals_open ON appeals (status) WHERE status NOT IN ('answered', 'closed');
CREATE INDEX appeals_urgent ON appeals (id) WHERE urgent AND status NOT IN ('answered', 'closed');
CREATE INDEX appeals_searched ON appeals (id, status, department, detected_at, urgent, shelved);
CREATE INDEX appeals_of_departments ON appeals (department, status, detected_at, urgent, shelved);
CREATE INDEX appeals_asking ON appeals (asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX appeals_controlled ON appeals (id) WHERE controlled_by IS NOT NULL;
CREATE INDEX appeals_to_settle ON appeals (settles_at) WHERE settles_at IS NOT NULL;

-- Each department's stay with an appeal, the lead's too; `text` and `attachments` are the part that it gave.
CREATE TABLE assignments (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    department TEXT NOT NULL,
    is_lead INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    task TEXT NOT NULL,
    questions INTEGER NOT NULL,
    state TEXT NOT NULL,
    assigned_at TEXT NOT NULL,
    assigned_by TEXT NOT NULL,
    return_by TEXT,
    executor_id INTEGER,
    executor_name TEXT,
    accepted_at TEXT,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL,
    given_at TEXT,
    released_at TEXT,
    ended_at TEXT,
    reason TEXT
) STRICT;

CREATE INDEX assignments_of_appeal ON assignments (appeal_id);
CREATE UNIQUE INDEX assignments_open ON assignments (appeal_id, department) WHERE ended_at IS NULL;
CREATE INDEX assignments_by_moment ON assignments (assigned_at);
CREATE INDEX assignments_held ON assignments (executor_id) WHERE ended_at IS NULL;

-- Until when who has to do what; `begun_at` to `ended_at` is the time in those hands, `started_at` what the term counts from.
-- due_at is empty where the working calendar cannot say it. `climbed`: so many levels have been told that it is missed as it stands,
-- so that a look for what has to climb passes by all that has.
CREATE TABLE deadlines (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    stage TEXT NOT NULL,
    holder TEXT NOT NULL,
    department TEXT,
    begun_at TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT,
    clause TEXT NOT NULL,
    ended_at TEXT,
    told_due TEXT,
    climbed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX deadlines_of_appeal ON deadlines (appeal_id);
CREATE INDEX deadlines_promised ON deadlines (due_at) WHERE ended_at IS NULL AND stage = 'promise';
CREATE INDEX deadlines_due ON deadlines (due_at) WHERE ended_at IS NULL;
CREATE INDEX deadlines_climbing ON deadlines (climbed, due_at) WHERE ended_at IS NULL;

-- Who was told of a missed deadline; told once for each level. `is_over`: it is missed no more; `settled_at`: and the list
-- there says so. `loud`: the list was put up anew with a sound.
CREATE TABLE escalations (
    deadline_id INTEGER NOT NULL REFERENCES deadlines (id),
    level TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    told_at TEXT NOT NULL,
    loud INTEGER NOT NULL,
    is_over INTEGER NOT NULL DEFAULT 0,
    settled_at TEXT,
    PRIMARY KEY (deadline_id, level, chat_id, due_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX escalations_standing ON escalations (chat_id) WHERE settled_at IS NULL;
CREATE INDEX escalations_over ON escalations (chat_id) WHERE is_over AND settled_at IS NULL;
CREATE INDEX escalations_by_moment ON escalations (chat_id, told_at);

-- All deadlines are computed anew when the regulation or a calendar has changed; a few appeals at a time.
CREATE TABLE recounts (
    id INTEGER PRIMARY KEY,
    stamp TEXT NOT NULL,
    after_id INTEGER NOT NULL DEFAULT 0,
    asked_at TEXT NOT NULL,
    done_at TEXT
) STRICT;

CREATE INDEX recounts_asked ON recounts (id) WHERE done_at IS NULL;

-- What citizens wrote, to the letter; `held` says why a message has no appeal yet, `due_at` when it gets one.
CREATE TABLE citizen_messages (
    id INTEGER PRIMARY KEY,
    citizen_id INTEGER NOT NULL REFERENCES citizens (id),
    appeal_id INTEGER REFERENCES appeals (id),
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    media_group_id TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    file_id TEXT,
    file_name TEXT,
    detail TEXT NOT NULL,
    forwarded_from TEXT,
    latitude REAL,
    longitude REAL,
    position TEXT NOT NULL,
    held TEXT,
    held_appeal_id INTEGER REFERENCES appeals (id),
    due_at TEXT,
    sent_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    shown INTEGER NOT NULL DEFAULT 0,
    UNIQUE (chat_id, message_id)
) STRICT;

CREATE INDEX messages_of_appeal ON citizen_messages (appeal_id);
CREATE INDEX messages_of_album ON citizen_messages (chat_id, media_group_id) WHERE media_group_id IS NOT NULL;
CREATE INDEX messages_held ON citizen_messages (citizen_id, held) WHERE held IS NOT NULL;
CREATE INDEX messages_due ON citizen_messages (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE message_edits (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES citizen_messages (id),
    old_text TEXT NOT NULL,
    new_text TEXT NOT NULL,
    edited_at TEXT NOT NULL
) STRICT;

CREATE INDEX edits_of_message ON message_edits (row_id);

CREATE TABLE drafts (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL,
    media_group_id TEXT,
    author_id INTEGER NOT NULL,
    author_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    submitted_at TEXT,
    decided_by TEXT,
    decided_at TEXT,
    reason TEXT,
    remark_files TEXT NOT NULL,
    replaced_by TEXT,
    publish_at TEXT,
    published_at TEXT,
    assignment_id INTEGER REFERENCES assignments (id),
    is_common INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    committed_until TEXT,
    responsible TEXT NOT NULL,
    actions TEXT NOT NULL,
    promised_on TEXT,
    controlled_on TEXT,
    promise_flaw TEXT,
    promise_id INTEGER,
    UNIQUE (appeal_id, version)
) STRICT;

-- What an answer promises by a day; the open one of an appeal stands in its row, too.
CREATE TABLE promises (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    department TEXT,
    draft_id INTEGER REFERENCES drafts (id),
    first_due_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    made_at TEXT NOT NULL,
    moves INTEGER NOT NULL,
    state TEXT NOT NULL,
    reported_at TEXT,
    is_late INTEGER,
    ended_at TEXT,
    ended_by TEXT,
    reason TEXT
) STRICT;

CREATE UNIQUE INDEX promises_open ON promises (appeal_id) WHERE state = 'open';
CREATE INDEX promises_by_day ON promises (due_on);

CREATE INDEX drafts_said ON drafts (message_id, chat_id) WHERE message_id <> 0;

CREATE INDEX drafts_on_approval ON drafts (submitted_at) WHERE state = 'submitted';
CREATE INDEX drafts_to_publish ON drafts (publish_at) WHERE publish_at IS NOT NULL;

CREATE TABLE instructions (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    words TEXT NOT NULL,
    given_by_id INTEGER NOT NULL,
    given_by TEXT NOT NULL,
    given_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    due_has_hour INTEGER NOT NULL,
    done_by TEXT,
    done_at TEXT,
    report TEXT
) STRICT;

CREATE INDEX instructions_of_appeal ON instructions (appeal_id);
CREATE INDEX instructions_open ON instructions (appeal_id) WHERE done_at IS NULL;

-- Pictures sent to a department's chat beside a reply: kept for three minutes, in which they are offered for it.
CREATE TABLE loose_files (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL,
    sent_at TEXT NOT NULL
) STRICT;

CREATE INDEX loose_files_of_person ON loose_files (chat_id, user_id, sent_at);

-- What colleagues note on an appeal for each other; never sent to a citizen.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    author_id INTEGER NOT NULL,
    author_name TEXT NOT NULL,
    text TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX notes_of_appeal ON notes (appeal_id);
CREATE INDEX notes_said ON notes (message_id, chat_id);

-- Files that are kept on disk too, where the town wants that. `name` is made up: the file's name in the folder.
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    file_id TEXT NOT NULL,
    file_unique_id TEXT,
    kind TEXT NOT NULL,
    size INTEGER,
    name TEXT NOT NULL UNIQUE,
    ending TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    wanted_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    kept_at TEXT
) STRICT;

CREATE UNIQUE INDEX attachments_of_file ON attachments (file_id) WHERE state <> 'erasing';
CREATE INDEX attachments_waiting ON attachments (not_before) WHERE state = 'waiting';
CREATE INDEX attachments_to_erase ON attachments (id) WHERE state = 'erasing';

-- Cards that go by e-mail. A letter is written when it leaves: nothing of a citizen's stands here.
CREATE TABLE mailings (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    department TEXT NOT NULL,
    address TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    sent_at TEXT,
    trouble TEXT,
    code TEXT NOT NULL DEFAULT '',
    follows INTEGER REFERENCES mailings (id),
    added TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE INDEX mailings_of_appeal ON mailings (appeal_id);
CREATE INDEX mailings_waiting ON mailings (not_before) WHERE state IN ('waiting', 'sending');

-- Whose words the bot waits for, and for what; an open prompt has no closed_at.
CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    draft_id INTEGER REFERENCES drafts (id),
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    words TEXT,
    attachments TEXT NOT NULL DEFAULT '[]',
    instruction_id INTEGER REFERENCES instructions (id),
    created_at TEXT NOT NULL,
    closed_at TEXT,
    assignment_id INTEGER REFERENCES assignments (id),
    message_id INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX prompts_said ON prompts (message_id, chat_id) WHERE message_id <> 0;
CREATE INDEX prompts_open ON prompts (chat_id, user_id) WHERE closed_at IS NULL;
CREATE INDEX prompts_of_appeal ON prompts (appeal_id) WHERE closed_at IS NULL;

-- A card is redrawn from the current state; `rendered` is the digest of what stands in the chat.
CREATE TABLE cards (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    kind TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    department TEXT,
    turn INTEGER NOT NULL,
    draft_id INTEGER REFERENCES drafts (id),
    message_id INTEGER,
    rendered TEXT,
    rests_until TEXT,
    menu TEXT NOT NULL DEFAULT '',
    page INTEGER NOT NULL DEFAULT 0,
    chosen TEXT,
    assignment_id INTEGER REFERENCES assignments (id),
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX cards_of_appeal ON cards (appeal_id);
CREATE INDEX cards_of_chat ON cards (chat_id);
CREATE INDEX cards_of_queue ON cards (appeal_id) WHERE kind = 'queue';

-- What stands on top of a staff chat; pinned_at: the messenger took the pin, refused_at: it did not, and the chat was told how to pin by hand.
CREATE TABLE pinned (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    message_id INTEGER,
    rendered TEXT,
    pinned_at TEXT,
    refused_at TEXT,
    UNIQUE (chat_id, thread_id, kind)
) STRICT;

-- Every message of the bot about an appeal, so that a reply to any of them finds it.
CREATE TABLE sent_messages (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL DEFAULT 0,
    outbox_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    appeal_id INTEGER,
    ref_id INTEGER,
    sent_at TEXT NOT NULL,
    heard INTEGER NOT NULL DEFAULT 0 CHECK (heard IN (0, 1)),
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sent_messages_heard ON sent_messages (chat_id, sent_at) WHERE heard;
CREATE INDEX sent_messages_by_matter ON sent_messages (ref_id, kind) WHERE ref_id IS NOT NULL;

-- An id is never used again: sent messages, the journal and the sender's memory name it after the row is forgotten.
-- `done_parts` counts the calls of a row that Telegram has confirmed; `doubtful` those whose answer was lost.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL,
    kind TEXT NOT NULL,
    appeal_id INTEGER REFERENCES appeals (id),
    ref_id INTEGER,
    args TEXT NOT NULL DEFAULT '{}',
    coalesce_key TEXT,
    state TEXT NOT NULL DEFAULT 'pending',
    attempts INTEGER NOT NULL DEFAULT 0,
    done_parts INTEGER NOT NULL DEFAULT 0,
    doubtful INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    error TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;

CREATE INDEX outbox_waiting ON outbox (chat_id, priority, id) WHERE state = 'pending';
CREATE INDEX outbox_later ON outbox (chat_id, not_before) WHERE state = 'pending' AND not_before IS NOT NULL;
CREATE INDEX outbox_claimed ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_held ON outbox (chat_id) WHERE state = 'held';
CREATE INDEX outbox_of_appeal ON outbox (appeal_id) WHERE state IN ('pending', 'sending', 'held');
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;
CREATE UNIQUE INDEX outbox_coalesced ON outbox (coalesce_key) WHERE coalesce_key IS NOT NULL AND state = 'pending';

CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat_key INTEGER NOT NULL,
    raw TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new',
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    received_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;

CREATE INDEX inbox_waiting ON inbox (update_id) WHERE state = 'new';
CREATE INDEX inbox_set_aside ON inbox (update_id) WHERE state = 'set_aside';
CREATE INDEX inbox_finished ON inbox (finished_at) WHERE state = 'done';

-- Telegram's own word on when a chat may be written to again, and chats that cannot be reached at all.
CREATE TABLE chats (
    chat_id INTEGER PRIMARY KEY,
    paused_until TEXT,
    unreachable TEXT,
    since TEXT,
    moved_to INTEGER,
    title TEXT
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    appeal_id INTEGER REFERENCES appeals (id),
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    in_place_of TEXT,
    action TEXT NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT
) STRICT;

CREATE INDEX journal_of_appeal ON journal (appeal_id);
CREATE INDEX journal_of_queue ON journal (at) WHERE actor_id <> 0
    AND action IN ('take', 'route', 'mark_urgent', 'classify', 'return');

-- Who acts for whom (`replaced_id`), or in a role, from when to when.
CREATE TABLE stints (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL,
    replaced_id INTEGER,
    role TEXT,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    set_by TEXT NOT NULL,
    taken_over INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX stints_of_person ON stints (user_id, until);

-- A sudden growth of a topic is told of once a day; `day` is the municipality's.
CREATE TABLE surges (
    topic TEXT NOT NULL,
    day TEXT NOT NULL,
    count INTEGER NOT NULL,
    told_at TEXT NOT NULL,
    PRIMARY KEY (topic, day)
) STRICT, WITHOUT ROWID;

-- Each stretch in which nobody saw to the queue is told of once.
CREATE TABLE queue_calls (
    since TEXT PRIMARY KEY,
    told_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the day's rhythm has done, each thing once for a chat and a local date; written with its message.
CREATE TABLE beats (
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    told_at TEXT NOT NULL,
    PRIMARY KEY (what, day, chat_id)
) STRICT, WITHOUT ROWID;

-- Groups and pages that somebody has looked through, once for each and a local date.
CREATE TABLE looks (
    channel TEXT NOT NULL,
    day TEXT NOT NULL,
    seen_by TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (channel, day)
) STRICT, WITHOUT ROWID;

-- Months whose results were brought into ССТУ.РФ; month: its first day.
CREATE TABLE uploads (
    month TEXT PRIMARY KEY,
    uploaded_by TEXT NOT NULL,
    uploaded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Reception days, calls, meetings: rows of the monthly report that are no appeals.
CREATE TABLE occasions (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    is_more INTEGER NOT NULL,
    words TEXT NOT NULL,
    noted_by_id INTEGER NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    dropped_by TEXT,
    dropped_at TEXT
) STRICT;

CREATE INDEX occasions_by_day ON occasions (day);

-- Why people write about a topic, and what is done about it (R62): no row of these names an appeal or a citizen.
CREATE TABLE causes (
    id INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    words TEXT NOT NULL,
    noted_by_id INTEGER NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    state TEXT NOT NULL,
    closed_by TEXT,
    closed_at TEXT
) STRICT;

CREATE TABLE measures (
    id INTEGER PRIMARY KEY,
    cause_id INTEGER NOT NULL REFERENCES causes (id),
    words TEXT NOT NULL,
    noted_by_id INTEGER NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    due TEXT,
    department TEXT,
    person INTEGER,
    state TEXT NOT NULL,
    said TEXT,
    said_by TEXT,
    said_at TEXT,
    moves INTEGER NOT NULL,
    told_due TEXT
) STRICT;

CREATE INDEX measures_to_do ON measures (due) WHERE state = 'open';

CREATE TABLE cause_questions (
    id INTEGER PRIMARY KEY,
    ask TEXT NOT NULL,
    "of" TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

CREATE INDEX cause_questions_open ON cause_questions (user_id) WHERE closed_at IS NULL;

-- Papers to other bodies; those of a register from a file are only counted, in the appeals' column `requests`.
CREATE TABLE inquiries (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    body TEXT NOT NULL,
    asked_by_id INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    dropped_by TEXT,
    dropped_at TEXT
) STRICT;

CREATE INDEX inquiries_of_appeal ON inquiries (appeal_id) WHERE dropped_at IS NULL;
CREATE INDEX inquiries_by_moment ON inquiries (asked_at) WHERE dropped_at IS NULL;

-- Answers that a person has published elsewhere; settled_at: what shows it is there, or is done without.
CREATE TABLE publications (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL REFERENCES appeals (id),
    draft_id INTEGER REFERENCES drafts (id),
    sender TEXT,
    published_by TEXT NOT NULL,
    published_at TEXT NOT NULL,
    attachments TEXT NOT NULL,
    media_group_id TEXT,
    link TEXT,
    waived_for TEXT,
    settled_by TEXT,
    settled_at TEXT,
    told_by TEXT,
    told_at TEXT,
    outgoing_number TEXT,
    outgoing_date TEXT
) STRICT;

CREATE INDEX publications_of_appeal ON publications (appeal_id);
CREATE INDEX publications_unshown ON publications (published_at) WHERE settled_at IS NULL;
CREATE INDEX publications_untold ON publications (settled_at) WHERE sender IS NOT NULL AND told_at IS NULL;

-- A department's report to the head on the measures taken; given_at: since when it is there.
CREATE TABLE measures_reports (
    id INTEGER PRIMARY KEY,
    appeal_id INTEGER NOT NULL UNIQUE REFERENCES appeals (id),
    department TEXT NOT NULL,
    clause TEXT NOT NULL,
    asked_of TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    words TEXT NOT NULL,
    attachments TEXT NOT NULL,
    media_group_id TEXT,
    given_by_id INTEGER,
    given_by TEXT,
    given_at TEXT
) STRICT;

CREATE INDEX measures_reports_awaited ON measures_reports (asked_at) WHERE given_at IS NULL;

-- The words of each appeal (id: rowid) by their dictionary forms, for /find; written in the transaction that changes them.
CREATE VIRTUAL TABLE search USING fts5 (
    terms, detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '-'"
);

-- What a coordinator enters by hand: guessed, put right, then registered; its words wait among the citizens' messages.
-- What is personal in it is emptied when it is registered or dropped.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    citizen_id INTEGER NOT NULL REFERENCES citizens (id),
    appeal_id INTEGER REFERENCES appeals (id),
    author_id INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    album TEXT NOT NULL,
    menu TEXT,
    asked TEXT,
    asked_id INTEGER,
    asked_name TEXT NOT NULL,
    channel TEXT NOT NULL,
    received TEXT,
    applicant TEXT NOT NULL,
    applicant_kind TEXT NOT NULL,
    address TEXT NOT NULL,
    contact TEXT NOT NULL,
    way TEXT NOT NULL,
    is_way_chosen INTEGER NOT NULL,
    forwarded_from TEXT NOT NULL,
    external_number TEXT NOT NULL,
    link TEXT NOT NULL,
    collective INTEGER NOT NULL,
    formal INTEGER NOT NULL,
    questions INTEGER NOT NULL
) STRICT;

CREATE INDEX entries_of_person ON entries (user_id, id);
CREATE INDEX entries_of_citizen ON entries (citizen_id);
CREATE INDEX entries_open ON entries (created_at) WHERE state = 'open';
CREATE INDEX entries_of_author ON entries (author_id) WHERE state = 'open';

-- What is looked for, as long as its pages may be turned; words: NULL while they are waited for.
CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    words TEXT,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    asked_at TEXT NOT NULL
) STRICT;

CREATE INDEX searches_by_moment ON searches (asked_at);

-- Papers that are ordered in a chat: made one after another by a process of its own, sent as files. `file`: its name in the
-- folder of papers. `attempts`: so often the making was begun.
CREATE TABLE paper_orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper TEXT NOT NULL,
    state TEXT NOT NULL,
    first TEXT,
    last TEXT,
    scope TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    file TEXT,
    trouble TEXT
) STRICT;

CREATE INDEX paper_orders_on_their_way ON paper_orders (state, id) WHERE state IN ('waiting', 'made');

-- Files that administrators have sent: settings or a register, looked at, then put in force by a press. `content`: the file, ready
-- for that, while it waits for the press.
CREATE TABLE handed_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    file_id TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    handed_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    lines TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    content BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE INDEX handed_files_to_do ON handed_files (id) WHERE state IN ('waiting', 'wanted');

-- What was erased of a person, and why: the act of it. `numbers`: the messages; `swept_at`: the file holds no trace of them either.
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    cause TEXT NOT NULL,
    citizen_id INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    numbers TEXT NOT NULL,
    messages INTEGER NOT NULL,
    files INTEGER NOT NULL,
    erased_at TEXT NOT NULL,
    swept_at TEXT
) STRICT;

CREATE INDEX erasures_to_sweep ON erasures (id) WHERE swept_at IS NULL;
