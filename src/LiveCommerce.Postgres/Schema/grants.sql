-- Run after every migration. The writer role appends and may neither change nor delete a fact; whoever may not create roles goes without.
do $$
declare
    writer text := current_schema() || '_writer';
begin
    if not exists (select from pg_roles where rolname = writer) then
        if not (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
            return;
        end if;
        begin
            execute format('create role %I nologin', writer);
        exception when duplicate_object or unique_violation then
            null; -- another database of this server made it in this moment
        end;
    end if;
    if not pg_has_role(current_user, writer, 'member') then
        begin
            execute format('grant %I to %I', writer, current_user);
        exception when insufficient_privilege then
            null; -- another database's owner made it on this server: whoever may not take it on goes without it too
        end;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), writer);
    execute format('grant select on all tables in schema %I to %I', current_schema(), writer);
    execute format('grant select, usage on sequence mt_events_sequence to %I', writer);
    execute format('grant insert, update (version, timestamp, is_archived) on mt_streams to %I', writer);
    execute format('grant insert, update (is_archived) on mt_events to %I', writer);
    execute format('grant insert on lc_commands, lc_slots to %I', writer);
    execute format('grant update (request_digest) on lc_commands to %I', writer);
    execute format('grant insert, update (salt, value) on lc_personal to %I', writer);
    execute format('grant insert, update, delete on lc_campaigns, lc_registrations to %I', writer);
    execute format('grant insert, update, delete on lc_plans, lc_products, lc_promotion_tools to %I', writer);
    execute format('grant insert, update, delete on lc_accounts, lc_sessions, lc_session_figures to %I', writer);
    execute format('grant insert, update, delete on lc_subscriptions, lc_outbox, lc_received to %I', writer);
    execute format('grant insert, update, delete on lc_teasers, lc_outside_videos to %I', writer);
    execute format('grant insert, update, delete on lc_checkpoints, lc_campaign_counts to %I', writer);
    execute format('grant insert, update (image), delete on lc_images to %I', writer);
    execute format('grant insert, update, delete on lc_due, lc_leases, lc_suppressed to %I', writer);
end
$$;
