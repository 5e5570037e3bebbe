-- What somebody may have misunderstood: a catalogue of each course and each person, and by which of them answers and questions are found.

-- AlterTable
ALTER TABLE "question_index" ADD COLUMN     "misconceptions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "verdicts" ADD COLUMN     "misconceptions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "misconceptions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID,
    "owner_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "from_file" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "misconceptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "misconceptions_code_idx" ON "misconceptions"("code");

-- CreateIndex
CREATE UNIQUE INDEX "misconceptions_course_id_code_key" ON "misconceptions"("course_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "misconceptions_owner_id_code_key" ON "misconceptions"("owner_id", "code");

-- CreateIndex
CREATE INDEX "question_index_misconceptions_idx" ON "question_index" USING GIN ("misconceptions");

-- AddForeignKey
ALTER TABLE "misconceptions" ADD CONSTRAINT "misconceptions_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "misconceptions" ADD CONSTRAINT "misconceptions_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One catalogue each, and ids as questions write them.
ALTER TABLE "misconceptions" ADD CONSTRAINT "misconceptions_home" CHECK (num_nonnulls("course_id", "owner_id") = 1);
ALTER TABLE "misconceptions" ADD CONSTRAINT "misconceptions_code" CHECK ("code" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length("code") <= 60);

-- What a verdict says in its document is found by its row, whoever writes it.
CREATE FUNCTION "note_misconceptions"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF NEW.detail ? ''misconceptions'' THEN
      NEW.misconceptions := ARRAY(SELECT m->>''id'' FROM jsonb_array_elements(NEW.detail->''misconceptions'') m)\x3b
    END IF\x3b RETURN NEW\x3b END\x3b';
CREATE TRIGGER "verdicts_misconceptions" BEFORE INSERT ON "verdicts" FOR EACH ROW EXECUTE FUNCTION "note_misconceptions"();

-- No question that is stored yet tells misconceptions apart: there is nothing to fill.
CREATE OR REPLACE FUNCTION "index_question"(asked uuid) RETURNS void LANGUAGE sql AS
  E'INSERT INTO question_index AS i (question_id, version, title, kind, seconds, points, changed_at, plain_title, words, misconceptions)
    SELECT q.id, v.number, v.document->>''title'', v.document->>''kind'', (v.document->>''seconds'')::int,
      (v.document->>''points'')::float, v.created_at, plain_text(v.document->>''title''),
      to_tsvector(''simple'', left(regexp_replace(plain_text(concat_ws('' '', v.document->>''title'', array_to_string(q.tags, '' ''),
        v.document->>''kind'', coalesce(v.source, regexp_replace(v.document->>''promptHtml'', ''<[^>]*>'', '' '', ''g'')))
        ) collate "und-x-icu", ''[^[:alnum:]]+'', '' '', ''g''), 200000)),
      ARRAY(SELECT DISTINCT m->>''id'' FROM jsonb_array_elements(coalesce(v.key->''misconceptions'', ''[]'')) m)
    FROM questions q
    JOIN LATERAL (SELECT * FROM question_versions w WHERE w.question_id = q.id ORDER BY w.number DESC LIMIT 1) v ON true
    WHERE q.id = asked
    ON CONFLICT (question_id) DO UPDATE SET version = excluded.version, title = excluded.title, kind = excluded.kind,
      seconds = excluded.seconds, points = excluded.points, changed_at = excluded.changed_at,
      plain_title = excluded.plain_title, words = excluded.words, misconceptions = excluded.misconceptions';
