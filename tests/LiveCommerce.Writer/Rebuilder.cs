using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Campaigns;

namespace LiveCommerce.Tests.Harness;

/// <summary>A rebuild in small steps, as a process of its own: it says how far it has come and stops in its middle until it is killed.</summary>
sealed class Rebuilder(int stopAt) : IProgress<RebuildProgress>
{
    internal const string Command = "rebuild";
    internal const int PageSize = 10;

    internal static async Task Run(string connectionString)
    {
        await using var database = PostgresDatabase.Open(connectionString);
        await Of(database).Rebuild("registrations", new Rebuilder(3 * PageSize));
    }

    internal static ReadModels Of(PostgresDatabase database, int pageSize = PageSize) => new(database, Requests.Model, InlineTables.All, [new CampaignStatistics()], pageSize);

    public void Report(RebuildProgress value)
    {
        if (value.Facts < stopAt) return;
        Console.Out.WriteLine($"{string.Join(' ', value.Views)} {value.Facts}");
        Console.Out.Flush();
        Console.In.ReadLine();
    }
}
