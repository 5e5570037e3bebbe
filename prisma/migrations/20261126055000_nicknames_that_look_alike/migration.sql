-- In a room a nickname is taken once as it looks, not as it is spelt: Cyrillic and Greek letters that cannot be told from
-- Latin ones count as these. (domain/live/nickname.ts refuses words that mix the scripts.)
CREATE FUNCTION "nickname_looks"("name" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate("name",
    'АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ',
    'ABEKMHOPCTYXSIJQWaeopcyxsijdqwhABEZHIKMNOPTYXaikvopux'));

-- a room of before may hold two that look alike
UPDATE "players" p SET "nickname" = left(p."nickname", 30) || ' ' || left(p."id"::text, 4)
WHERE p."removed_at" IS NULL AND EXISTS (
  SELECT 1 FROM "players" q
  WHERE q."session_id" = p."session_id" AND q."id" < p."id" AND q."removed_at" IS NULL
    AND nickname_looks(q."nickname") = nickname_looks(p."nickname"));

DROP INDEX "players_nickname";
CREATE UNIQUE INDEX "players_nickname" ON "players" ("session_id", nickname_looks("nickname")) WHERE "removed_at" IS NULL;
