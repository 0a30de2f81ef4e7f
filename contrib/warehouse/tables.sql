-- What teams export, month by month. A load is complete once it stands in `loads`, which is written last: until then, and
-- after one that was cut short, the views show the load before. A load of the same team and month takes its place.

CREATE TABLE IF NOT EXISTS loads (
    team String,
    month Date,             -- its first day
    load UInt64             -- the larger, the later
) ENGINE = MergeTree PARTITION BY toYYYYMM(month) ORDER BY (team, month, load);

-- `export metrics -f ndjson`: a row for each person and metric; `who` is empty where it is the team's.
CREATE TABLE IF NOT EXISTS metrics (
    team String,
    month Date,
    load UInt64,
    who String,
    metric String,
    unit String,            -- count, points, minutes, money, ratio, score, amount
    part Float64,           -- what adds up: of money in fen
    base Int64,             -- of ratios, scores and amounts; 0 where there is no value
    lines Array(String)     -- FILE:LINE, below the team's directory
) ENGINE = MergeTree PARTITION BY toYYYYMM(month) ORDER BY (team, month, load, metric, who);

-- `export records -f ndjson`
CREATE TABLE IF NOT EXISTS records (
    team String,
    month Date,
    load UInt64,
    date Date,
    at Nullable(String),
    record String,
    who Nullable(String),
    fields String,          -- a JSON object
    file String,
    line UInt32
) ENGINE = MergeTree PARTITION BY toYYYYMM(month) ORDER BY (team, month, load, date, file, line);

-- `export roster -f ndjson`, as it stood when the month was loaded
CREATE TABLE IF NOT EXISTS roster (
    team String,
    month Date,
    load UInt64,
    id String,
    name String,
    unit Nullable(String),
    position Nullable(String),
    level Nullable(String),
    reports_to Nullable(String),
    joined Nullable(Date),
    left_on Nullable(Date),
    state String,
    file String,
    line UInt32
) ENGINE = MergeTree PARTITION BY toYYYYMM(month) ORDER BY (team, month, load, id);
