using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using LiveCommerce.Host.Export;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using LiveCommerce.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveCommerce.Tests.Export;

/// <summary>An export as it was written, and its parts.</summary>
sealed record Exported(ExportHeader Header, ExportTotals Totals, string Sha256, byte[] Bytes)
{
    internal string Text => Encoding.UTF8.GetString(Bytes);

    internal List<JsonElement> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The cells of a CSV as a plain reader sees them.</summary>
    internal List<Dictionary<string, string>> Rows()
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(Bytes)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }

    internal static Task<Exported> AsJsonLines(TestHost host, CampaignId campaign, Moment? from = null, Moment? to = null) =>
        Of(host, campaign, from, to, stream => new JsonLinesExport(stream));

    internal static Task<Exported> AsCsv(TestHost host, CampaignId campaign) => Of(host, campaign, null, null, stream => new CsvExport(stream));

    static async Task<Exported> Of(TestHost host, CampaignId campaign, Moment? from, Moment? to, Func<Stream, IExportWriter> form)
    {
        var export = host.App.Services.GetRequiredService<CampaignExport>();
        var header = (await export.Begin(campaign, new("tests", ActorRole.Auditor, OpenLog.Now(), from, to), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        var (totals, sha256) = await export.Write(header, form(bytes), TestContext.Current.CancellationToken);
        return new(header, totals, sha256, bytes.ToArray());
    }
}

/// <summary>A public campaign, and shops with any name that anybody gave them.</summary>
sealed class Fair(TestHost host)
{
    static readonly Actor Admin = new("adm", ActorRole.OpsAdmin), Reviewer = new("=rev", ActorRole.OpsReviewer);
    readonly CommandPipeline pipeline = host.App.Services.GetRequiredService<CommandPipeline>();

    internal CampaignId Campaign { get; } = new(Guid.CreateVersion7());

    internal async Task Open()
    {
        var now = OpenLog.Now();
        var (opens, ends) = (now + NodaTime.Duration.FromDays(-1), now + NodaTime.Duration.FromDays(30));
        await Do(Admin, new Campaigns.DraftCampaign(Campaign, new("Fair", "", null, Campaigns.CampaignVisibility.Public, [new("A", 60)], new(opens, ends), new(opens, ends), [])));
        await Do(Admin, new Campaigns.PublishCampaign(Campaign));
    }

    /// <summary>A shop of that name registers with such notes.</summary>
    internal async Task<RegistrationId> Register(string shop, string notes)
    {
        var (merchant, account, registration) = (new MerchantId(Guid.CreateVersion7()), new AccountId(Guid.CreateVersion7()), new RegistrationId(Guid.CreateVersion7()));
        await Do(Admin, new Sellers.OnboardMerchant(merchant, Sealed(merchant.Value, shop), ZoneId.TryParse("Asia/Jakarta")!));
        await Do(Admin, new Sellers.AddTikTokAccount(account, Sellers.AccountType.Official, Sealed(merchant.Value, "@it"), Sealed(merchant.Value, "1"), null, null, null));
        await Do(Admin, new Sellers.LinkOfficialAccount(merchant, account));
        var start = OpenLog.Now() + NodaTime.Duration.FromDays(2);
        await Do(new("-sel", ActorRole.Merchant, Party.Of(merchant)), new Registrations.SubmitRegistration(
            registration, Campaign, new(["A"], new(start, start + NodaTime.Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true, Notes: Sealed(registration.Value, notes)),
            Entry: Registrations.RegistrationEntry.TikTokAppLink));
        return registration;
    }

    internal Task Reject(RegistrationId registration, string reason)
    {
        var why = Sealed(registration.Value, reason);
        return Do(Reviewer, new Registrations.RejectRegistration(registration, why), why);
    }

    async Task Do(Actor actor, ICommand command, PersonalText? reason = null) =>
        (await pipeline.Send(new(command, actor, $"{Guid.NewGuid()}") { Reason = reason })).Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Recorded);

    static PersonalText Sealed(Guid subject, string text) => PersonalText.Seal(subject, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), text);
}
