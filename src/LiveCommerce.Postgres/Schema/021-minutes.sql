-- Minutes of a session as bytes: they are written again with each new one, so they must be short, and compressing them would be most of the write.
-- Hosts of the older fold still write the JSON until the rebuild flips; from then on it is empty.
alter table lc_session_figures alter column minutes drop not null, add column told bytea not null default '';
alter table lc_session_figures alter column told set storage external;
update lc_views set fold_version = 3 where view = 'session_figures' and not exists (select from mt_streams where type = 'live_figures');
