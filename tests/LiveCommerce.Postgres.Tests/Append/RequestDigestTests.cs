using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>What is kept of a request tells whether it was the same one, and to nobody what stood in it.</summary>
public sealed class RequestDigestTests(TestCluster cluster)
{
    static readonly Moment Noon = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));
    static readonly string Sent = Digest.Of("the request as it was sent");

    [Fact]
    public async Task A_receipt_s_digest_is_no_digest_of_the_request_and_another_one_in_every_log()
    {
        var stored = new List<string?>();
        for (var log = 0; log < 2; log++)
        {
            await using var test = await TestStore.Create(cluster);
            await using var pipeline = new CommandPipeline(Toy.Model, test.Store(), () => Noon);
            await pipeline.Send(Toy.Ask(new DropCoin(Guid.CreateVersion7(), "penny"), "k1") with { RequestDigest = Sent });
            stored.Add(await test.Ask<string>("select request_digest from lc_commands"));
            (await test.Ask<long>($"select count(*) from lc_commands where lc_commands::text like '%{Sent}%'")).ShouldBe(0);
        }
        stored.ShouldAllBe(digest => digest!.Length == 64 && digest != Sent && digest != Digest.Of(Sent));
        stored.ShouldBeUnique();
    }

    [Fact]
    public async Task Once_it_is_erased_a_repeated_request_still_gets_its_first_answer()
    {
        await using var test = await TestStore.Create(cluster);
        var jar = Guid.CreateVersion7();
        await using var pipeline = new CommandPipeline(Toy.Model, test.Store(), () => Noon);
        var asked = Toy.Ask(new SealJar(jar), "k1") with { RequestDigest = Sent };
        await pipeline.Send(asked);
        (await pipeline.Send(asked with { RequestDigest = Digest.Of("another") })).Status.ShouldBe(CommandStatus.KeyReused);
        (await pipeline.Send(asked)).Status.ShouldBe(CommandStatus.AnsweredBefore);
        await test.Execute("update lc_commands set request_digest = null");
        (await pipeline.Send(asked)).Receipt.ShouldNotBeNull().Facts.ShouldHaveSingleItem().Stream.ShouldBe(jar);
    }
}
