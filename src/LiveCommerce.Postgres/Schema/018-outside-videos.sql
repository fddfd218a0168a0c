-- The rows of videos that were posted elsewhere: when, and for which plan.
create table lc_outside_videos (
    generation     integer     not null,
    id             uuid        not null,
    version        bigint      not null,
    plan           uuid        not null,
    kind           text        not null collate "C",
    posted_at      timestamptz not null,
    told_at        timestamptz not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_outside_videos_1 partition of lc_outside_videos for values in (1);
create index lc_outside_videos_by_plan on lc_outside_videos (generation, plan, kind, posted_at);

insert into lc_views (view, generation, fold_version) select 'outside_videos', 1, case when exists (select from mt_streams where type = 'outside_video') then 0 else 1 end;
