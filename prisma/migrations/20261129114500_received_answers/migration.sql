-- A question without points: what is handed in is received, neither right nor wrong.
ALTER TABLE "verdicts" DROP CONSTRAINT "verdicts_result";
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_result"
  CHECK ("result" IN ('pass', 'partial', 'fail', 'undecided', 'error', 'timeout', 'memory', 'received'));
