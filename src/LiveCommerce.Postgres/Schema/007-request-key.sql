-- A digest of a request is kept under a key of the log's own: a plain one would let whoever sees a receipt try what a person typed.
-- The digests of before were plain; without one a repeated request gets its first answer unseen.
alter table lc_log add column request_key bytea;
update lc_log set request_key = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
alter table lc_log alter column request_key set not null;
update lc_commands set request_digest = null where request_digest is not null;
