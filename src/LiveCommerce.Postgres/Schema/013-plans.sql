-- The rows of LIVE plans. Lists are ordered by the scheduled start, which never changes: a page neither loses nor repeats a plan that meanwhile
-- changes its status. What is LIVE and what is not are two stretches of the index, so that neither is looked for among the other.
create table lc_plans (
    generation         integer     not null,
    id                 uuid        not null,
    version            bigint      not null,
    merchant           uuid        not null,
    status             text        not null collate "C",
    outcome            text,
    is_live            boolean     not null,
    is_published       boolean     not null,
    local_date         text        not null,
    local_time         text        not null,
    minutes            integer     not null,
    zone               text        not null,
    time_rule          text        not null,
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    title_subject      uuid        not null,
    title_reference    uuid        not null,
    title_digest       text        not null,
    product_count      integer     not null,
    tool_count         integer     not null,
    session            uuid,
    session_started_at timestamptz,
    rescheduled_from   uuid,
    rescheduled_to     uuid,
    created_at         timestamptz not null,
    over_at            timestamptz,
    primary key (generation, id)
) partition by list (generation);
create table lc_plans_1 partition of lc_plans for values in (1);
create index lc_plans_by_merchant on lc_plans (generation, merchant, status, is_live, starts_at, id) include (ends_at);

-- A log that holds plans from before has no rows of them: its rows are of an older fold and are built anew.
insert into lc_views (view, generation, fold_version) select 'plans', 1, case when exists (select from mt_streams where type = 'live_plan') then 1 else 2 end;
