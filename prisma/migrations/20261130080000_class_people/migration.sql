-- A class for a term: assistants beside its teachers, invitations, who was in it, lists of people added at once, names as lists have them.

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "full_name" TEXT,
ADD COLUMN     "made_in_id" UUID,
ADD COLUMN     "sort_name" TEXT;

-- AlterTable
ALTER TABLE "classes" ADD COLUMN     "names_by" TEXT NOT NULL DEFAULT 'family';

-- CreateTable
CREATE TABLE "class_assistants" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "may_grade" BOOLEAN NOT NULL DEFAULT false,
    "may_people" BOOLEAN NOT NULL DEFAULT false,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_assistants_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateTable
CREATE TABLE "class_invitations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "user_id" UUID,
    "token_hash" TEXT,
    "as_role" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,

    CONSTRAINT "class_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_students" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "barred" BOOLEAN NOT NULL DEFAULT false,
    "removed_by_id" UUID,
    "left_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_students_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateTable
CREATE TABLE "rosters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "rosters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_people" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roster_id" UUID NOT NULL,
    "user_id" UUID,
    "invitation_id" UUID,

    CONSTRAINT "roster_people_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "class_assistants_user_id_idx" ON "class_assistants"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_invitations_token_hash_key" ON "class_invitations"("token_hash");

-- CreateIndex
CREATE INDEX "class_invitations_class_id_idx" ON "class_invitations"("class_id");

-- CreateIndex
CREATE INDEX "class_invitations_user_id_idx" ON "class_invitations"("user_id");

-- CreateIndex
CREATE INDEX "former_students_user_id_idx" ON "former_students"("user_id");

-- CreateIndex
CREATE INDEX "rosters_class_id_idx" ON "rosters"("class_id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_people_invitation_id_key" ON "roster_people"("invitation_id");

-- CreateIndex
CREATE INDEX "roster_people_roster_id_idx" ON "roster_people"("roster_id");

-- CreateIndex
CREATE INDEX "roster_people_user_id_idx" ON "roster_people"("user_id");

-- CreateIndex
CREATE INDEX "users_made_in_id_idx" ON "users"("made_in_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_made_in_id_fkey" FOREIGN KEY ("made_in_id") REFERENCES "classes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_assistants" ADD CONSTRAINT "class_assistants_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_assistants" ADD CONSTRAINT "class_assistants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_assistants" ADD CONSTRAINT "class_assistants_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_students" ADD CONSTRAINT "former_students_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_students" ADD CONSTRAINT "former_students_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_students" ADD CONSTRAINT "former_students_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_people" ADD CONSTRAINT "roster_people_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "rosters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_people" ADD CONSTRAINT "roster_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_people" ADD CONSTRAINT "roster_people_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "class_invitations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody helps in a class in which they learn or teach, and one of a person and class is asked at a time.
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_as_role" CHECK ("as_role" IN ('student', 'teacher', 'assistant'));
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_whom" CHECK ("user_id" IS NOT NULL OR "token_hash" IS NOT NULL);
ALTER TABLE "class_invitations" ADD CONSTRAINT "class_invitations_answer" CHECK (("answered_at" IS NULL) = ("accepted" IS NULL));
CREATE UNIQUE INDEX "class_invitations_open_key" ON "class_invitations"("class_id", "user_id") WHERE "answered_at" IS NULL AND "user_id" IS NOT NULL;
ALTER TABLE "classes" ADD CONSTRAINT "classes_names_by" CHECK ("names_by" IN ('family', 'given'));
ALTER TABLE "roster_people" ADD CONSTRAINT "roster_people_what" CHECK (num_nonnulls("user_id", "invitation_id") = 1);

-- One is a student, a teacher or an assistant of a class, and nothing else beside it. Two who write at the same time wait for each other.
-- (The engine that applies migrations splits at every semicolon, also inside a quoted body: they are written as \x3b.)
CREATE FUNCTION one_place_in_a_class() RETURNS trigger LANGUAGE plpgsql AS
  E'DECLARE taken boolean\x3b
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.class_id::text || NEW.user_id::text, 17))\x3b
    IF TG_TABLE_NAME = ''enrolments'' THEN
      taken := EXISTS (SELECT 1 FROM class_assistants WHERE class_id = NEW.class_id AND user_id = NEW.user_id)\x3b
    ELSE
      taken := EXISTS (SELECT 1 FROM enrolments WHERE class_id = NEW.class_id AND user_id = NEW.user_id)\x3b
    END IF\x3b
    IF taken THEN
      RAISE EXCEPTION ''one has one place in a class'' USING ERRCODE = ''unique_violation''\x3b
    END IF\x3b
    RETURN NEW\x3b
  END\x3b';
CREATE TRIGGER one_place_in_a_class BEFORE INSERT ON "enrolments"
  FOR EACH ROW EXECUTE FUNCTION one_place_in_a_class();
CREATE TRIGGER one_place_in_a_class BEFORE INSERT ON "class_assistants"
  FOR EACH ROW EXECUTE FUNCTION one_place_in_a_class();

-- Lists are in the order of family names: the last word, with the small ones before it (as in domain/people/names/sort-name.ts).
UPDATE "users" SET "sort_name" = regexp_replace("name",
  '^(.+?)\s+((?:(?:[Dd]e|[Dd]a|[Dd]o|[Dd]os|[Dd]as|[Dd]i|[Dd]u|[Dd]el|[Dd]ella|[Ll]a|[Ll]e|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Zz]u|[Zz]ur|[Ee]l|[Aa]l|[Bb]in|[Ii]bn)\s+)*\S+)$',
  '\2, \1');

-- Until now who taught a student could give out links to the password. That stays with the class in which the account was made: by its
-- join link, or by its teacher, in which case both are written in one moment.
UPDATE "users" u SET "made_in_id" = first."class_id"
  FROM (
    SELECT DISTINCT ON (e."user_id") e."user_id", e."class_id" FROM "enrolments" e JOIN "users" made ON made."id" = e."user_id"
    WHERE e."role" = 'student' AND made."role" = 'student' AND e."joined_at" BETWEEN made."created_at" AND made."created_at" + interval '1 minute'
    ORDER BY e."user_id", e."joined_at"
  ) first
  WHERE first."user_id" = u."id";
