-- Refusals beyond a day's limit are counted and not recorded. Once the day is over one fact tells the number, and the row goes in its append.
-- An attempt whose connection was lost in the very commit may be counted twice, never left out.
create table lc_suppressed (
    refusal_log uuid        not null primary key,
    judged_by   uuid        not null,
    day_end     timestamptz not null,
    attempts    integer     not null
);
