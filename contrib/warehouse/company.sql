-- Over all teams. With several shards these views lie in the database that reads all of them.

-- All teams together: sums, and of quotients and means the quotient of the sums.
DROP TABLE IF EXISTS company_month;
CREATE VIEW company_month AS
SELECT month, metric, unit, count() AS teams,
    multiIf(unit IN ('ratio', 'score'), if(sum(base) > 0, sum(part) / sum(base), NULL), unit = 'money', sum(part) / 100,
            sum(part)) AS value
FROM figures WHERE who = '' GROUP BY month, metric, unit;

-- Everybody of all teams by points, then sales (a rank is for the asker: ORDER BY points DESC, sales DESC).
DROP TABLE IF EXISTS standings_month;
CREATE VIEW standings_month AS
SELECT month, team, who, sumIf(assumeNotNull(value), metric = 'points') AS points,
    sumIf(assumeNotNull(value), metric = 'sales') AS sales
FROM figures WHERE who != '' AND metric IN ('points', 'sales') GROUP BY month, team, who;
