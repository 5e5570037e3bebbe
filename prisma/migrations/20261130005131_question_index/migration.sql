-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "question_index" (
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "plain_title" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "first_tries" INTEGER NOT NULL DEFAULT 0,
    "first_right" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_index_pkey" PRIMARY KEY ("question_id")
);

-- CreateIndex
CREATE INDEX "question_index_words_idx" ON "question_index" USING GIN ("words");

-- CreateIndex
CREATE INDEX "questions_tags_idx" ON "questions" USING GIN ("tags");

-- AddForeignKey
ALTER TABLE "question_index" ADD CONSTRAINT "question_index_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A text without accents and capitals: the same for what is looked for and for where. (Semicolons in quoted bodies are \x3b.)
CREATE FUNCTION "plain_text"(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  E'SELECT replace(lower(regexp_replace(normalize(given, NFD), ''[\\u0300-\\u036f]'', '''', ''g'') collate "und-x-icu"), ''ı'', ''i'')';

-- What somebody may type to find a question: its title, its tags, its kind and what it says (of a question of a lesson what it asks).
CREATE FUNCTION "index_question"(asked uuid) RETURNS void LANGUAGE sql AS
  E'INSERT INTO question_index AS i (question_id, version, title, kind, seconds, points, changed_at, plain_title, words)
    SELECT q.id, v.number, v.document->>''title'', v.document->>''kind'', (v.document->>''seconds'')::int,
      (v.document->>''points'')::float, v.created_at, plain_text(v.document->>''title''),
      to_tsvector(''simple'', left(regexp_replace(plain_text(concat_ws('' '', v.document->>''title'', array_to_string(q.tags, '' ''),
        v.document->>''kind'', coalesce(v.source, regexp_replace(v.document->>''promptHtml'', ''<[^>]*>'', '' '', ''g'')))
        ) collate "und-x-icu", ''[^[:alnum:]]+'', '' '', ''g''), 200000))
    FROM questions q
    JOIN LATERAL (SELECT * FROM question_versions w WHERE w.question_id = q.id ORDER BY w.number DESC LIMIT 1) v ON true
    WHERE q.id = asked
    ON CONFLICT (question_id) DO UPDATE SET version = excluded.version, title = excluded.title, kind = excluded.kind,
      seconds = excluded.seconds, points = excluded.points, changed_at = excluded.changed_at,
      plain_title = excluded.plain_title, words = excluded.words';
CREATE FUNCTION "index_version"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN PERFORM index_question(NEW.question_id)\x3b RETURN NULL\x3b END\x3b';
CREATE FUNCTION "index_tags"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN PERFORM index_question(NEW.id)\x3b RETURN NULL\x3b END\x3b';
CREATE TRIGGER "question_versions_index" AFTER INSERT ON "question_versions" FOR EACH ROW EXECUTE FUNCTION "index_version"();
CREATE TRIGGER "questions_index" AFTER UPDATE OF "tags" ON "questions" FOR EACH ROW EXECUTE FUNCTION "index_tags"();

SELECT index_question("id") FROM "questions";
