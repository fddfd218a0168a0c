-- The rows of teasers. What lists sort and filter by stands in columns; the record is read whole.
create table lc_teasers (
    generation     integer     not null,
    id             uuid        not null,
    version        bigint      not null,
    merchant       uuid        not null,
    status         text        not null collate "C",
    is_deleted     boolean     not null,
    plan           uuid,
    started_at     timestamptz not null,
    posted_at      timestamptz,
    record         jsonb       not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_teasers_1 partition of lc_teasers for values in (1);
create index lc_teasers_by_merchant on lc_teasers (generation, merchant, is_deleted, started_at, id);
create index lc_teasers_by_posting on lc_teasers (generation, merchant, posted_at) where posted_at is not null and not is_deleted;
create index lc_teasers_by_plan on lc_teasers (generation, plan, posted_at) where plan is not null and not is_deleted;

insert into lc_views (view, generation, fold_version) select 'teasers', 1, case when exists (select from mt_streams where type = 'teaser') then 0 else 1 end;
