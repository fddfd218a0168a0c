using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>Bytes are there from their put to their deletion, and a registration that uses them keeps them for ever (C39).</summary>
public sealed class ImageStorageTests(TestCluster cluster) : IAsyncLifetime
{
    static readonly byte[] Bytes = [1, 2, 3];
    TestStore test = null!;
    PostgresEventStore store = null!;
    ImageUploads uploads = null!;
    Season season = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static ImageFacts Facts => new(Digest.Of(Bytes), "image/png", 400, 400, Bytes.Length);

    ImageId Image => PartyImage.IdOf(season.Party, Facts.ContentHash);

    Actor Seller => new("seller", ActorRole.Merchant, season.Party);

    DueWorker Worker(Func<CommandEnvelope, Task<CommandResult>>? send = null) => new(test.Database(), send ?? season.Send, () => season.Now);

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        store = test.Store(LiveCommerceEvents.Catalog);
        uploads = new(test.Database());
        season = new(store);
        await season.Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await season.DisposeAsync();
        await test.DisposeAsync();
    }

    [Fact, Rule("C39")]
    public async Task Bytes_belong_to_the_party_that_put_them_and_were_not_there_before()
    {
        var put = Put("first");
        await uploads.Stage(put.CommandId, Facts.ContentHash, Bytes, Cancellation);
        (await uploads.Read(Image, Cancellation)).ShouldBeNull();
        (await season.Send(put)).Receipt!.Recorded.ShouldBeTrue();
        (await uploads.Read(Image, Cancellation)).ShouldBe(Bytes);
        (await uploads.Read(PartyImage.IdOf(Party.Of(new MerchantId(Guid.CreateVersion7())), Facts.ContentHash), Cancellation)).ShouldBeNull();
        await uploads.Discard(put.CommandId, Facts.ContentHash, Cancellation);
        (await uploads.Read(Image, Cancellation)).ShouldBe(Bytes);
    }

    [Fact]
    public async Task What_was_uploaded_and_not_put_is_taken_back_or_swept()
    {
        await uploads.Stage(Guid.CreateVersion7(), Facts.ContentHash, Bytes, Cancellation);
        await uploads.Sweep(Cancellation);
        (await test.Ask<long>("select count(*) from lc_images")).ShouldBe(1);
        await test.Execute("update lc_images set uploaded_at = now() - interval '61 minutes'");
        await uploads.Sweep(Cancellation);
        (await test.Ask<long>("select count(*) from lc_images")).ShouldBe(0);
        var other = Put("other");
        await uploads.Stage(other.CommandId, Facts.ContentHash, Bytes, Cancellation);
        await uploads.Discard(other.CommandId, Facts.ContentHash, Cancellation);
        (await test.Ask<long>("select count(*) from lc_images")).ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_another_request_left_under_the_same_key_are_not_taken_for_these()
    {
        var put = Put("key");
        await uploads.Stage(put.CommandId, Digest.Of([9]), new byte[] { 9 }, Cancellation);
        await uploads.Stage(put.CommandId, Facts.ContentHash, Bytes, Cancellation);
        await season.Send(put);
        (await uploads.Read(Image, Cancellation)).ShouldBe(Bytes);
    }

    [Fact, Rule("C39")]
    public async Task What_was_unused_for_seven_days_is_deleted_once_and_can_be_put_anew()
    {
        await PutNow("first");
        season.Now += Duration.FromDays(7) - Duration.FromMilliseconds(1);
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        season.Now += Duration.FromMilliseconds(1);
        var finished = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Worker().RunDue(Cancellation)));
        finished.Sum().ShouldBe(1);
        (await uploads.Read(Image, Cancellation)).ShouldBeNull();
        (await test.Ask<long>("select count(*) from lc_images")).ShouldBe(0);
        (await History()).ShouldBe(["image_put", "image_deleted"]);
        await PutNow("second");
        (await uploads.Read(Image, Cancellation)).ShouldBe(Bytes);
        season.Now += Duration.FromDays(7);
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await uploads.Read(Image, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Putting_it_again_moves_the_end_of_its_term()
    {
        await PutNow("first");
        season.Now += Duration.FromDays(6);
        await PutNow("second");
        season.Now += Duration.FromDays(1);
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        season.Now += Duration.FromDays(6);
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await History()).ShouldBe(["image_put", "image_put_again", "image_deleted"]);
    }

    [Fact, Rule("C39")]
    public async Task One_that_a_registration_of_any_status_uses_is_never_deleted()
    {
        await PutNow("first");
        var registration = await Submit(season.Do);
        await season.Do(new RejectRegistration(registration, season.Text("No.")));
        season.Now += Duration.FromDays(8);
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await uploads.Read(Image, Cancellation)).ShouldBe(Bytes);
        (await History()).ShouldBe(["image_put", "image_used"]);
    }

    // two hosts, each with what it remembers of the image: the log's guard sends the later one back to decide again
    [Fact, Rule("C39")]
    public async Task A_submission_and_a_deletion_on_two_hosts_never_both_have_their_way()
    {
        await PutNow("first");
        await using var other = new CommandPipeline(LiveCommerceModel.Default, test.Store(LiveCommerceEvents.Catalog), () => season.Now);
        await other.Send(Put("the other host looks at it"));
        await Submit(season.Do);
        season.Now += Duration.FromDays(7);
        (await Worker(other.Send).RunDue(Cancellation)).ShouldBe(1);
        (await History()).ShouldBe(["image_put", "image_used"]);
    }

    [Fact, Rule("C39")]
    public async Task A_submission_after_another_host_s_deletion_is_refused()
    {
        await PutNow("first");
        await using var other = new CommandPipeline(LiveCommerceModel.Default, test.Store(LiveCommerceEvents.Catalog), () => season.Now);
        await other.Send(Put("the other host looks at it"));
        season.Now += Duration.FromDays(7);
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        CommandResult? refused = null;
        await Submit(async (command, actor) => refused = await other.Send(new(command, actor!, "late")));
        refused!.Receipt!.Refusals.Select(refusal => refusal.Code).ShouldBe(["registration.image.unknown", "registration.image.unknown"]);
        (await History()).ShouldBe(["image_put", "image_deleted"]);
    }

    [Fact, Rule("C39")]
    public async Task Submissions_and_a_deletion_at_once_come_to_one_of_the_two_ends()
    {
        await PutNow("first");
        season.Now += Duration.FromDays(7);
        await using var other = new CommandPipeline(LiveCommerceModel.Default, test.Store(LiveCommerceEvents.Catalog), () => season.Now);
        var refused = new List<CommandResult>();
        var submissions = Enumerable.Range(0, 8).Select(at => Submit(async (command, actor) =>
        {
            var result = await other.Send(new(command, actor!, $"at once {at}"));
            lock (refused) if (result.Receipt!.Refusals.Count > 0) refused.Add(result);
            return result;
        }));
        await Task.WhenAll(submissions.Append<Task>(Worker().RunDue(Cancellation)));
        var isThere = await uploads.Read(Image, Cancellation) is not null;
        refused.Count.ShouldBe(isThere ? 0 : 8);
        (await History()).ShouldBe(["image_put", isThere ? "image_used" : "image_deleted"]);
    }

    CommandEnvelope Put(string key) => new(PutImage.For(season.Party, Facts), Seller, key);

    async Task PutNow(string key)
    {
        var put = Put(key);
        await uploads.Stage(put.CommandId, Facts.ContentHash, Bytes, Cancellation);
        (await season.Send(put)).Receipt!.Recorded.ShouldBeTrue();
    }

    async Task<RegistrationId> Submit(Func<ICommand, Actor?, Task<CommandResult>> send)
    {
        var registration = new RegistrationId(Guid.CreateVersion7());
        var start = season.Now + Duration.FromDays(2);
        var form = new RegistrationForm(["S"], new(start, start + Duration.FromHours(2)), "fashion", Facts.ContentHash, Facts.ContentHash);
        await send(new SubmitRegistration(registration, season.Campaign, form), Seller);
        return registration;
    }

    async Task<IEnumerable<string>> History() => (await store.ReadStream(Image.Value, new(), Cancellation)).Select(fact => fact.Type);
}
