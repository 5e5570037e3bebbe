-- Which verdicts show a misconception: the map of a class looks at these alone, and not at all that was handed in.
CREATE INDEX "verdicts_misread" ON "verdicts"("submission_id") WHERE "misconceptions" <> '{}';
