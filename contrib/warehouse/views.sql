-- The month's figures as `teamctl summary` shows them. An absent figure is NULL.

DROP TABLE IF EXISTS latest;
CREATE VIEW latest AS SELECT team, month, max(load) AS load FROM loads GROUP BY team, month;

-- Every figure of every team, person and month, with the lines that it comes from; money in yuan.
DROP TABLE IF EXISTS figures;
CREATE VIEW figures AS
SELECT team, month, who, metric, unit, part, base, lines,
    multiIf(unit IN ('ratio', 'score'), if(base > 0, part / base, NULL), unit = 'amount', if(base > 0, part, NULL),
            unit = 'money', part / 100, part) AS value
FROM metrics
WHERE (team, month, load) IN (SELECT team, month, load FROM latest);

-- A row a team, month and person, and one with no person for the team's own figures: attendance, diaries, customers, sales and targets, refunds, tickets and
-- service levels, checks, points and fines.
DROP TABLE IF EXISTS each_month;
CREATE VIEW each_month AS
SELECT team, month, who,
    if(sumIf(base, metric = 'attendance_rate') > 0,
       sumIf(part, metric = 'attendance_rate') / sumIf(base, metric = 'attendance_rate'), NULL) AS attendance_rate,
    sumIf(assumeNotNull(value), metric = 'late') AS late,
    sumIf(assumeNotNull(value), metric = 'left_early') AS left_early,
    sumIf(assumeNotNull(value), metric = 'absent') AS absent,
    sumIf(assumeNotNull(value), metric = 'excused') AS excused,
    sumIf(assumeNotNull(value), metric = 'diaries') AS diaries,
    sumIf(assumeNotNull(value), metric = 'diaries_late') AS diaries_late,
    sumIf(assumeNotNull(value), metric = 'diaries_missing') AS diaries_missing,
    sumIf(assumeNotNull(value), metric = 'reviews') AS reviews,
    sumIf(assumeNotNull(value), metric = 'visits') AS visits,
    sumIf(assumeNotNull(value), metric = 'contacts') AS contacts,
    sumIf(assumeNotNull(value), metric = 'follow_ups_overdue') AS follow_ups_overdue,
    sumIf(assumeNotNull(value), metric = 'customers_new') AS customers_new,
    sumIf(assumeNotNull(value), metric = 'customers_won') AS customers_won,
    sumIf(assumeNotNull(value), metric = 'sales') AS sales,
    if(sumIf(base, metric = 'target_ratio') > 0,
       sumIf(part, metric = 'target_ratio') / sumIf(base, metric = 'target_ratio'), NULL) AS target_ratio,
    sumIf(assumeNotNull(value), metric = 'refunds') AS refunds,
    if(sumIf(base, metric = 'refund_rate') > 0,
       sumIf(part, metric = 'refund_rate') / sumIf(base, metric = 'refund_rate'), NULL) AS refund_rate,
    sumIf(assumeNotNull(value), metric = 'payments') AS payments,
    sumIf(assumeNotNull(value), metric = 'receivables') AS receivables,
    sumIf(assumeNotNull(value), metric = 'commission') AS commission,
    sumIf(assumeNotNull(value), metric = 'complaints') AS complaints,
    sumIf(assumeNotNull(value), metric = 'tickets_answered_in_time') AS tickets_answered_in_time,
    sumIf(assumeNotNull(value), metric = 'tickets_resolved_in_time') AS tickets_resolved_in_time,
    sumIf(assumeNotNull(value), metric = 'tickets_closed') AS tickets_closed,
    sumIf(assumeNotNull(value), metric = 'cost') AS cost,
    sumIf(assumeNotNull(value), metric = 'call_backs') AS call_backs,
    sumIf(assumeNotNull(value), metric = 'call_backs_in_time') AS call_backs_in_time,
    if(sumIf(base, metric = 'score_call_back') > 0,
       sumIf(part, metric = 'score_call_back') / sumIf(base, metric = 'score_call_back'), NULL) AS score_call_back,
    sumIf(assumeNotNull(value), metric = 'praise') AS praise,
    sumIf(assumeNotNull(value), metric = 'suggestions') AS suggestions,
    sumIf(assumeNotNull(value), metric = 'suggestions_accepted') AS suggestions_accepted,
    sumIf(assumeNotNull(value), metric = 'mistakes') AS mistakes,
    sumIf(assumeNotNull(value), metric = 'training_minutes') AS training_minutes,
    sumIf(assumeNotNull(value), metric = 'checks_done') AS checks_done,
    sumIf(assumeNotNull(value), metric = 'checks_missed') AS checks_missed,
    sumIf(assumeNotNull(value), metric = 'points') AS points,
    sumIf(assumeNotNull(value), metric = 'fines') AS fines
FROM figures GROUP BY team, month, who;

DROP TABLE IF EXISTS team_month;
CREATE VIEW team_month AS SELECT * FROM each_month WHERE who = '';
DROP TABLE IF EXISTS person_month;
CREATE VIEW person_month AS SELECT * FROM each_month WHERE who != '';

-- Turns of the rota by role.
DROP TABLE IF EXISTS turns_month;
CREATE VIEW turns_month AS
SELECT team, month, who, substring(metric, 7) AS role, value AS turns
FROM figures WHERE metric LIKE 'turns\\_%';

-- The records and the roster of the latest loads.
DROP TABLE IF EXISTS current_records;
CREATE VIEW current_records AS
SELECT * FROM records WHERE (team, month, load) IN (SELECT team, month, load FROM latest);
DROP TABLE IF EXISTS current_roster;
CREATE VIEW current_roster AS
SELECT * FROM roster WHERE (team, month, load) IN (SELECT team, month, load FROM latest);
