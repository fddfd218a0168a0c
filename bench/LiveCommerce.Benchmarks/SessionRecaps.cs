using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.Performance;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LiveSessions;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>The recap of a shop that is LIVE for eight hours a day, beside few sessions of other shops and beside many.</summary>
static class SessionRecaps
{
    const int Own = 28; // two a day, of the 7 days and of the 7 before; every other one goes on after midnight
    const int Few = 100;

    internal static async Task<(Figure Few, Figure Many)> Measure(Server server, int others, int products)
    {
        var connection = await server.Database();
        await using var database = PostgresDatabase.Open(connection);
        await using var scene = new SessionScene(database, products);
        var (shop, sessions) = await scene.Shop(Own, Start);
        foreach (var (number, session) in sessions.Index())
        {
            for (var minute = 0; minute < SessionScene.Length; minute += SessionScene.Hour) await scene.Tell(session, minute, SessionScene.Hour);
            await scene.End(session, Start(number) + NodaTime.Duration.FromMinutes(SessionScene.Length));
        }
        await using var raw = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { SearchPath = new PostgresOptions().Schema } }.Build();
        var recaps = new RecapQueries(database);
        await Add(raw, 1, Few);
        var few = await Recap(Few);
        await Add(raw, Few + 1, others);
        return (few, await Recap(others));

        Task<Figure> Recap(int beside) => Load.Run(
            string.Create(CultureInfo.InvariantCulture, $"recap of 7 days and the 7 before, {Own} sessions of {SessionScene.Length} minutes beside {beside:N0} of other shops"), 1,
            _ => recaps.Of(shop, new RecapPeriod.Last7Days(), SessionScene.Zone, SessionScene.Now));
    }

    static Moment Start(int number) => SessionScene.Now + NodaTime.Duration.FromHours(-12 * (number + 1));

    /// <summary>Sessions of other shops, a hundred each, with their figures: rows like the ones that were told.</summary>
    static async Task Add(NpgsqlDataSource raw, int first, int last)
    {
        foreach (var sql in (string[])
        [
            "drop table if exists others",
            $"create table others as select gen_random_uuid() as session, gen_random_uuid() as figures, md5((n / 100)::text)::uuid as party, n % 14 * interval '1 day' as back from generate_series({first}, {last}) as n",
            """
            insert into lc_sessions select made.* from others o, (select s from lc_sessions s order by started_at desc limit 1) of,
                jsonb_populate_record(of.s, jsonb_build_object('id', o.session, 'party', o.party, 'started_at', (of.s).started_at - o.back, 'ended_at', (of.s).ended_at - o.back)) made
            """,
            """
            insert into lc_session_figures select made.* from others o, (select f from lc_session_figures f order by f.id limit 1) of,
                jsonb_populate_record(of.f, jsonb_build_object('id', o.figures, 'session', o.session)) made
            """,
            "vacuum analyze lc_sessions", "vacuum analyze lc_session_figures",
        ])
        {
            await using var command = raw.CreateCommand(sql);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }
    }
}
