-- What is practised again, apart from where it is asked, never counts: it has a purpose of its own, and nothing follows from it.
-- AlterEnum
ALTER TYPE "purpose" ADD VALUE 'again';

CREATE OR REPLACE FUNCTION facts_of_submissions() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT DISTINCT a.id, n.user_id FROM new_rows n
    JOIN activities a ON a.lesson_id = n.lesson_id
    JOIN enrolments e ON e.class_id = a.class_id AND e.user_id = n.user_id AND e.role = ''student''
    WHERE n.purpose IN (''submit'', ''practice'') ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';

CREATE OR REPLACE FUNCTION facts_of_verdicts() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    INSERT INTO activity_results (activity_id, user_id)
    SELECT DISTINCT a.id, s.user_id FROM new_rows n
    JOIN submissions s ON s.id = n.submission_id
    JOIN activities a ON a.lesson_id = s.lesson_id
    JOIN enrolments e ON e.class_id = a.class_id AND e.user_id = s.user_id AND e.role = ''student''
    WHERE s.purpose IN (''submit'', ''practice'') ORDER BY 1, 2
    ON CONFLICT (activity_id, user_id) DO UPDATE SET facts = activity_results.facts + 1\x3b
    RETURN NULL\x3b
  END\x3b';
