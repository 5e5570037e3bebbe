/**
 * What a person's record consists of: every table that holds something about a person, with how it is about them. Export and erasing go
 * by this list, and a test compares it with the database: a new table, or a new column that points to an account, stands here or fails.
 *
 * - `theirs`  it is about them and goes with them: told in an export of their record, gone when they are erased
 * - `made`    they made or decided it for others: it stays without their name
 * - `through` it is about them by another table of this list, whose rows it hangs on
 */
export const PERSON_RECORD = {
  users: { id: 'theirs' },
  sign_ins: { user_id: 'theirs' },
  password_resets: { user_id: 'theirs', created_by_id: 'made' },
  enrolments: { user_id: 'theirs' },
  class_assistants: { user_id: 'theirs', added_by_id: 'made' },
  class_invitations: { user_id: 'theirs', invited_by_id: 'made' },
  former_students: { user_id: 'theirs', removed_by_id: 'made' },
  rosters: { made_by_id: 'made' },
  roster_people: { user_id: 'theirs' },
  course_editors: { user_id: 'theirs', given_by_id: 'made' },
  drafts: { user_id: 'theirs' },
  question_variants: { user_id: 'theirs' },
  // what somebody tries without handing it in, until it is told: `user:` and whose
  tries: { asker: 'theirs' },
  hint_reveals: { user_id: 'theirs' },
  submissions: { user_id: 'theirs' },
  verdicts: { submission_id: 'through', decided_by_id: 'made' },
  scores: { user_id: 'theirs' },
  board_changes: { user_id: 'theirs' },
  // what was done with what they said: by their id, or by a word that others may have said too
  said_marks: { key: 'theirs' },
  // said to somebody's work, by whoever teaches them or by themselves; what was read, and what is said often
  remarks: { submission_id: 'through', author_id: 'made' },
  remark_reads: { submission_id: 'through', user_id: 'theirs' },
  remark_phrases: { user_id: 'theirs' },
  // asked by a student, and answered by whoever teaches them
  inquiries: { student_id: 'theirs', answered_by_id: 'made', taken_by_id: 'made' },
  inquiry_messages: { inquiry_id: 'through', author_id: 'made' },
  inquiry_reads: { inquiry_id: 'through', user_id: 'theirs' },
  // what they are told of, how far they have seen it, and where their mail goes
  notice_settings: { user_id: 'theirs' },
  mail_confirmations: { user_id: 'theirs' },
  sittings: { user_id: 'theirs' },
  // where they were last, the hours they led, the hands they raised, and what was kept of their answers to be shown
  presences: { user_id: 'theirs' },
  class_hours: { begun_by_id: 'made' },
  hands: { user_id: 'theirs', lowered_by_id: 'made' },
  snapshots: { taken_by_id: 'made' },
  snapshot_answers: { user_id: 'theirs' },
  regrades: { created_by_id: 'made', applied_by_id: 'made' },
  regrade_items: { submission_id: 'through' },
  activities: { created_by_id: 'made' },
  activity_students: { user_id: 'theirs' },
  activity_overrides: { user_id: 'theirs', set_by_id: 'made' },
  activity_points: { user_id: 'theirs', given_by_id: 'made' },
  activity_changes: { user_id: 'theirs', actor_id: 'made' },
  activity_results: { user_id: 'theirs' },
  live_sessions: { host_id: 'made' },
  live_events: { session_id: 'through' },
  players: { user_id: 'theirs', seated_by_id: 'made' },
  live_answers: { player_id: 'through' },
  live_misread: { player_id: 'through' },
  live_earned: { player_id: 'through' },
  practice_cards: { user_id: 'theirs' },
  author_drafts: { user_id: 'theirs' },
  lessons: { owner_id: 'theirs' },
  lesson_versions: { created_by_id: 'made' },
  questions: { owner_id: 'theirs' },
  question_versions: { created_by_id: 'made' },
  question_shares: { user_id: 'theirs' },
  quiz_shares: { user_id: 'theirs' },
  misconceptions: { owner_id: 'theirs' },
  picture_uploads: { user_id: 'theirs' },
  handovers: { from_id: 'theirs', to_id: 'theirs', made_by_id: 'made', undone_by_id: 'made' },
  handover_things: { handover_id: 'through' },
  audit_events: { actor_id: 'made', subject: 'theirs' },
} as const satisfies Record<string, Readonly<Record<string, 'theirs' | 'made' | 'through'>>>;

/** Tables that say nothing of anybody, each for its reason. */
export const NOBODYS = {
  courses: 'what the school teaches',
  levels: 'what the school teaches',
  former_slugs: 'addresses',
  classes: 'a group, whose people stand in enrolments',
  grade_categories: 'what counts in a class',
  question_index: 'what is looked for in questions',
  lesson_questions: 'which question stands where',
  live_measures: 'how a question went in rooms, in numbers',
  measured_rooms: 'which rooms are in those numbers',
  pictures: 'whose they are stands in picture_uploads',
  question_pictures: 'which picture stands where',
  lesson_pictures: 'which picture stands where',
} as const satisfies Record<string, string>;
