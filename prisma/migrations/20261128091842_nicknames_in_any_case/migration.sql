-- In a room a nickname is taken in any case, spacing and spelling with what nobody sees: `lower` of a cluster that was made
-- with --locale=C knows the letters of ASCII alone, so Ünal and ünal were two. As it is folded, and as it looks (0 like o, 1 like l, and letters
-- of other scripts as before): two indexes, since for some letters the capital looks like one letter and the small one like another.
CREATE FUNCTION "nickname_folded"("name" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(upper(regexp_replace("name", '[\s\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]', '', 'g')
    COLLATE "und-x-icu") COLLATE "und-x-icu");

CREATE OR REPLACE FUNCTION "nickname_looks"("name" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(nickname_folded(translate("name",
    'АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ',
    'ABEKMHOPCTYXSIJQWaeopcyxsijdqwhABEZHIKMNOPTYXaikvopux')), '01', 'ol');

-- the index was made with the function as it was
DROP INDEX "players_nickname";

-- a room of before may hold two that are one now: the later one is told apart by its id
UPDATE "players" p SET "nickname" = left(p."nickname", 30) || ' ' || left(p."id"::text, 8)
WHERE p."removed_at" IS NULL AND EXISTS (
  SELECT 1 FROM "players" q
  WHERE q."session_id" = p."session_id" AND q."id" < p."id" AND q."removed_at" IS NULL
    AND (nickname_looks(q."nickname") = nickname_looks(p."nickname") OR nickname_folded(q."nickname") = nickname_folded(p."nickname")));

CREATE UNIQUE INDEX "players_nickname" ON "players" ("session_id", nickname_looks("nickname")) WHERE "removed_at" IS NULL;
CREATE UNIQUE INDEX "players_nickname_folded" ON "players" ("session_id", nickname_folded("nickname")) WHERE "removed_at" IS NULL;
