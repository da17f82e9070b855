-- A store as version 0.1.0 left it, after migrations 001 and 002, with the run of schema-1.json, whose
-- document is left out here. It is never made anew.
PRAGMA application_id = 1112689477;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('001');
INSERT INTO grdb_migrations VALUES('002');
CREATE TABLE IF NOT EXISTS "run" ("id" TEXT PRIMARY KEY NOT NULL, "created_at" TEXT NOT NULL, "schema" INTEGER NOT NULL, "title" TEXT NOT NULL, "question" TEXT NOT NULL, "seed" TEXT NOT NULL, "draws" INTEGER NOT NULL, "sampler" TEXT NOT NULL, "scenario" TEXT, "as_of" TEXT NOT NULL, "start_year" INTEGER NOT NULL, "horizon" INTEGER NOT NULL, "currency" TEXT NOT NULL, "discount_rate" REAL NOT NULL, "version" TEXT NOT NULL, "facts_sha256" TEXT NOT NULL, "settings_sha256" TEXT NOT NULL) STRICT;
INSERT INTO run VALUES('08e2ae3e4ebf','2026-07-01',1,'T','Q','1',16,'sobol',NULL,'2026-06-30',2026,2030,'CNY',0.11999999999999999555,'0.1.0','a','b');
CREATE TABLE IF NOT EXISTS "run_document" ("run_id" TEXT PRIMARY KEY NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "document" TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS "run_override" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "name" TEXT NOT NULL, "distribution" TEXT NOT NULL, PRIMARY KEY ("run_id", "name")) STRICT;
CREATE TABLE IF NOT EXISTS "run_model" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "path" TEXT NOT NULL, "title" TEXT, "version" INTEGER NOT NULL, "file" TEXT, "sha256" TEXT, PRIMARY KEY ("run_id", "path")) STRICT;
CREATE TABLE IF NOT EXISTS "company" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "id" TEXT NOT NULL, "name" TEXT NOT NULL, "name_zh_hant" TEXT, "name_zh_hans" TEXT, "region" TEXT NOT NULL, "kind" TEXT NOT NULL, "listing" TEXT, "parent" TEXT, PRIMARY KEY ("run_id", "id")) STRICT;
INSERT INTO company VALUES('08e2ae3e4ebf','big-group','big-group',NULL,NULL,'china','k',NULL,NULL);
INSERT INTO company VALUES('08e2ae3e4ebf','cloud-pipe','cloud-pipe',NULL,NULL,'china','k',NULL,NULL);
INSERT INTO company VALUES('08e2ae3e4ebf','deep-whale','deep-whale',NULL,NULL,'china','k',NULL,NULL);
CREATE TABLE IF NOT EXISTS "outcome" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "company" TEXT NOT NULL, "unknown" TEXT, "already_broke_even" INTEGER NOT NULL, "broke_even" REAL, "still_losing" REAL, "sold" REAL, "cashed_out" REAL, "broke_even_with_base_rate" REAL, "still_losing_with_base_rate" REAL, "sold_with_base_rate" REAL, "cashed_out_with_base_rate" REAL, "broke_even_with_base_rate_p5" REAL, "broke_even_with_base_rate_p95" REAL, "median_break_even_year" REAL, "runway_static" REAL, "runway_alone" REAL, "runway_with_rounds" REAL, "runway_with_rounds_p5" REAL, "runway_with_rounds_p50" REAL, "runway_with_rounds_p95" REAL, "headroom" REAL, "headroom_p5" REAL, "headroom_p50" REAL, "headroom_p95" REAL, "cash_cover" REAL, "path_support" REAL, "independence" REAL, "gap" REAL, "other" REAL, PRIMARY KEY ("run_id", "company"), FOREIGN KEY ("run_id", "company") REFERENCES "company"("run_id", "id") ON DELETE CASCADE) STRICT;
INSERT INTO outcome VALUES('08e2ae3e4ebf','big-group',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1.0,2.0,3.0);
INSERT INTO outcome VALUES('08e2ae3e4ebf','cloud-pipe',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1.0,2.0,3.0);
INSERT INTO outcome VALUES('08e2ae3e4ebf','deep-whale',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1.0,2.0,3.0);
CREATE TABLE IF NOT EXISTS "assessment" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "company" TEXT NOT NULL, "path" TEXT NOT NULL, "status" TEXT NOT NULL CHECK (status IN ('assessed', 'not_applicable', 'missing_facts')), "because" TEXT, "missing" TEXT, "exposure" REAL, "drain" REAL, "exposure_today" REAL, "recovery" REAL, "viability" REAL, "viability_beyond" REAL, "readiness" REAL, "score" REAL, "score_p5" REAL, "score_p95" REAL, "carry" REAL, "payback_year" REAL, "knock_out" REAL, "evidence" TEXT, "mostly_assumption" INTEGER, PRIMARY KEY ("run_id", "company", "path"), FOREIGN KEY ("run_id", "company") REFERENCES "company"("run_id", "id") ON DELETE CASCADE) STRICT;
INSERT INTO assessment VALUES('08e2ae3e4ebf','big-group','chat-advertising','assessed',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
INSERT INTO assessment VALUES('08e2ae3e4ebf','big-group','medical-ai','missing_facts',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
INSERT INTO assessment VALUES('08e2ae3e4ebf','cloud-pipe','chat-advertising','not_applicable',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
INSERT INTO assessment VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','assessed',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
INSERT INTO assessment VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','assessed',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
INSERT INTO assessment VALUES('08e2ae3e4ebf','deep-whale','medical-ai','not_applicable',NULL,NULL,NULL,NULL,NULL,4.0,NULL,NULL,NULL,NULL,NULL,NULL,5.0,NULL,6.0,NULL,NULL);
CREATE TABLE IF NOT EXISTS "assessment_year" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "company" TEXT NOT NULL, "path" TEXT NOT NULL, "metric" TEXT NOT NULL, "year" TEXT NOT NULL, "value" REAL NOT NULL, "unit" TEXT NOT NULL, "p5" REAL NOT NULL, "p50" REAL NOT NULL, "p95" REAL NOT NULL, "standard_error" REAL NOT NULL, PRIMARY KEY ("run_id", "company", "path", "metric", "year"), FOREIGN KEY ("run_id", "company", "path") REFERENCES "assessment"("run_id", "company", "path") ON DELETE CASCADE, FOREIGN KEY ("run_id", "company") REFERENCES "company"("run_id", "id") ON DELETE CASCADE) STRICT;
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2027','contribution',360631779.37927079199,'CNY/year',360631779.37927079199,360631779.37927079199,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2027','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2027','revenue',714135572.5088415146,'CNY/year',714135572.5088415146,714135572.5088415146,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2029','contribution',375687045.32377052306,'CNY/year',375687045.32377052306,375687045.32377052306,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2029','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2029','revenue',716751721.81475973131,'CNY/year',716751721.81475973131,716751721.81475973131,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2030','revenue',736452420.43403732778,'CNY/year',736452420.43403732778,736452420.43403732778,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2030','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2030','contribution',389589074.00391054154,'CNY/year',389589074.00391054154,389589074.00391054154,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2028','contribution',366091550.99611204863,'CNY/year',366091550.99611204863,366091550.99611204863,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2028','revenue',709037818.77206707002,'CNY/year',709037818.77206707002,709037818.77206707002,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2028','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2026','contribution',359052339.28380560874,'CNY/year',359052339.28380560874,359052339.28380560874,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2026','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','big-group','chat-advertising','2026','revenue',733758150.83349239828,'CNY/year',733758150.83349239828,733758150.83349239828,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2028','contribution',12093747.900660743936,'CNY/year',12093747.900660743936,12093747.900660743936,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2028','investment',9024227.2715098559854,'CNY/year',9024227.2715098559854,9024227.2715098559854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2028','revenue',19619716.867092277854,'CNY/year',19619716.867092277854,19619716.867092277854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2028','served',67.874857917066336197,'hospital',67.874857917066336197,67.874857917066336197,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2026','investment',9024227.2715098559854,'CNY/year',9024227.2715098559854,9024227.2715098559854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2026','served',43.228689404538215511,'hospital',43.228689404538215511,43.228689404538215511,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2026','revenue',12702683.624775167554,'CNY/year',12702683.624775167554,12702683.624775167554,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2026','contribution',7757000.6678043426947,'CNY/year',7757000.6678043426947,7757000.6678043426947,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2030','contribution',19274955.264947548507,'CNY/year',19274955.264947548507,19274955.264947548507,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2030','investment',9024227.2715098559854,'CNY/year',9024227.2715098559854,9024227.2715098559854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2030','served',110.62214336041600404,'hospital',110.62214336041600404,110.62214336041600404,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2030','revenue',31369944.130057670174,'CNY/year',31369944.130057670174,31369944.130057670174,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2029','served',86.23248039789197605,'hospital',86.23248039789197605,86.23248039789197605,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2029','investment',9024227.2715098559854,'CNY/year',9024227.2715098559854,9024227.2715098559854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2029','revenue',24694473.807300712912,'CNY/year',24694473.807300712912,24694473.807300712912,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2029','contribution',15217973.843172319233,'CNY/year',15217973.843172319233,15217973.843172319233,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2027','served',53.926421779591279916,'hospital',53.926421779591279916,53.926421779591279916,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2027','contribution',9664586.3006493262946,'CNY/year',9664586.3006493262946,9664586.3006493262946,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2027','revenue',15723288.70423206687,'CNY/year',15723288.70423206687,15723288.70423206687,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','cloud-pipe','medical-ai','2027','investment',9024227.2715098559854,'CNY/year',9024227.2715098559854,9024227.2715098559854,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2030','revenue',572644154.19699215888,'CNY/year',572644154.19699215888,572644154.19699215888,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2030','contribution',312002873.68102377653,'CNY/year',312002873.68102377653,312002873.68102377653,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2030','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2026','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2026','contribution',291092166.59401249884,'CNY/year',291092166.59401249884,291092166.59401249884,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2026','revenue',570035657.41315841675,'CNY/year',570035657.41315841675,570035657.41315841675,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2027','revenue',554915559.86785531043,'CNY/year',554915559.86785531043,554915559.86785531043,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2027','contribution',291174085.8316810131,'CNY/year',291174085.8316810131,291174085.8316810131,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2027','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2028','revenue',551126040.34618902205,'CNY/year',551126040.34618902205,551126040.34618902205,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2028','contribution',294610617.60361582041,'CNY/year',294610617.60361582041,294610617.60361582041,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2028','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2029','revenue',557270209.73218798637,'CNY/year',557270209.73218798637,557270209.73218798637,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2029','contribution',301527232.56395888328,'CNY/year',301527232.56395888328,301527232.56395888328,0.0,0.0);
INSERT INTO assessment_year VALUES('08e2ae3e4ebf','deep-whale','chat-advertising','2029','investment',21637536.959165975451,'CNY/year',21637536.959165975451,21637536.959165975451,0.0,0.0);
CREATE TABLE IF NOT EXISTS "input" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "id" INTEGER NOT NULL, "company" TEXT, "path" TEXT, "region" TEXT, "name" TEXT NOT NULL, "title" TEXT, "unit" TEXT NOT NULL, "kind" TEXT NOT NULL, "scope" TEXT NOT NULL, "distribution" TEXT NOT NULL, "because" TEXT, "sources" TEXT NOT NULL, "place" TEXT, PRIMARY KEY ("run_id", "id")) STRICT;
CREATE TABLE IF NOT EXISTS "fact_used" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "input_id" INTEGER NOT NULL, "position" INTEGER NOT NULL, "metric" TEXT NOT NULL, "period" TEXT NOT NULL, "value" REAL, "low" REAL, "high" REAL, "unit" TEXT NOT NULL, "source" TEXT NOT NULL, "confidence" TEXT NOT NULL, "is_estimate" INTEGER NOT NULL, "known_since" TEXT NOT NULL, "verdict" TEXT, "because" TEXT, "note" TEXT, PRIMARY KEY ("run_id", "input_id", "position"), FOREIGN KEY ("run_id", "input_id") REFERENCES "input"("run_id", "id") ON DELETE CASCADE) STRICT;
CREATE TABLE IF NOT EXISTS "source" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "id" TEXT NOT NULL, "title" TEXT NOT NULL, "publisher" TEXT NOT NULL, "date" TEXT, "kind" TEXT NOT NULL, "reference" TEXT NOT NULL, "known_since" TEXT, PRIMARY KEY ("run_id", "id")) STRICT;
CREATE TABLE IF NOT EXISTS "ranking" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "company" TEXT NOT NULL, "position" INTEGER, "tier" TEXT, "sign" TEXT, "mean_utility" REAL, "rank" REAL, "rank_p5" REAL, "rank_p95" REAL, "unranked_because" TEXT, PRIMARY KEY ("run_id", "company"), FOREIGN KEY ("run_id", "company") REFERENCES "company"("run_id", "id") ON DELETE CASCADE) STRICT;
INSERT INTO ranking VALUES('08e2ae3e4ebf','big-group',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'x');
INSERT INTO ranking VALUES('08e2ae3e4ebf','cloud-pipe',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'x');
INSERT INTO ranking VALUES('08e2ae3e4ebf','deep-whale',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'x');
CREATE TABLE IF NOT EXISTS "preference" ("run_id" TEXT NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "company" TEXT NOT NULL, "over" TEXT NOT NULL, "probability" REAL NOT NULL, PRIMARY KEY ("run_id", "company", "over"), FOREIGN KEY ("run_id", "company") REFERENCES "company"("run_id", "id") ON DELETE CASCADE) STRICT;
CREATE TABLE IF NOT EXISTS "run_identity" ("run_id" TEXT PRIMARY KEY NOT NULL REFERENCES "run"("id") ON DELETE CASCADE, "sha256" TEXT NOT NULL UNIQUE ON CONFLICT REPLACE) STRICT;
CREATE VIEW league_table AS
SELECT ranking.run_id, ranking.position, ranking.tier, ranking.sign,
  ranking.company, company.name,
  round(100 * outcome.broke_even, 1) AS broke_even_percent,
  round(100 * outcome.broke_even_with_base_rate, 1) AS with_base_rate_percent,
  round(100 * outcome.broke_even_with_base_rate_p5, 1) AS with_base_rate_p5,
  round(100 * outcome.broke_even_with_base_rate_p95, 1) AS with_base_rate_p95,
  round(outcome.runway_with_rounds_p50, 1) AS runway_months,
  round(outcome.headroom_p5, 1) AS headroom_p5,
  round(outcome.headroom_p50, 1) AS headroom_p50,
  round(outcome.headroom_p95, 1) AS headroom_p95,
  round(ranking.rank_p5) AS rank_p5, round(ranking.rank_p95) AS rank_p95,
  coalesce(ranking.unranked_because, outcome.unknown) AS unknown
FROM ranking
JOIN company ON company.run_id = ranking.run_id AND company.id = ranking.company
JOIN outcome ON outcome.run_id = ranking.run_id AND outcome.company = ranking.company
ORDER BY ranking.run_id, ranking.position IS NULL, ranking.position, ranking.company;
CREATE VIEW heat_map AS
SELECT assessment.run_id, assessment.company, company.name, assessment.path,
  assessment.status,
  round(assessment.score) AS score, round(assessment.score_p5) AS score_p5,
  round(assessment.score_p95) AS score_p95,
  round(assessment.exposure) AS exposure, round(assessment.recovery) AS recovery,
  round(100 * assessment.viability) AS viability_percent,
  round(assessment.readiness) AS readiness,
  assessment.evidence, assessment.mostly_assumption,
  coalesce(assessment.because, assessment.missing) AS because
FROM assessment
JOIN company ON company.run_id = assessment.run_id AND company.id = assessment.company
ORDER BY assessment.run_id, assessment.company, assessment.path;
COMMIT;
