using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveCommerce.Images;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>Images are put first, by the party that uses them, and judged by their bytes (REG-09, REG-10, C39).</summary>
public sealed class ImageTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly byte[] Picture = Jpeg.Of(640, 480);
    static readonly string Hash = Digest.Of(Picture);
    readonly World world = new(host);

    public static TheoryData<string> HostileNames => [.. Hostile.All.Keys];

    [Fact, Rule("REG-09"), Rule("REG-10"), Rule("C39")]
    public async Task An_image_is_put_once_and_answered_with_its_content_hash()
    {
        var seller = await world.Merchant(linked: false);
        var put = (await seller.Caller.PutImage(Picture, "image/jpeg", "picture")).ShouldBe(HttpStatusCode.Created);
        (put["sha256"].GetString(), put["mediaType"].GetString(), put["width"].GetInt32(), put["height"].GetInt32(), put["bytes"].GetInt32(), put["party"].GetString())
            .ShouldBe((Hash, "image/jpeg", 640, 480, Picture.Length, seller.Party));
        put["keptUntil"].GetDateTimeOffset().ShouldBeInRange(DateTimeOffset.UtcNow.AddDays(6.9), DateTimeOffset.UtcNow.AddDays(7));
        put.Headers.Location!.ToString().ShouldBe($"/v1/images/{Hash}?party={seller.Party}");
        (await seller.Caller.PutImage(Picture, "image/jpg", "picture")).ShouldBe(HttpStatusCode.Created).Body.ToString().ShouldBe(put.Body.ToString());
        var again = (await seller.Caller.PutImage(Picture, null)).ShouldBe(HttpStatusCode.OK);
        (again["recorded"].GetBoolean(), again["sha256"].GetString(), again["id"].GetString()).ShouldBe((false, Hash, put.Id));
        (await seller.Caller.PutImage(Png.Of(), key: "picture")).ShouldBeProblem(422, "idempotency.key-reused");
        (await Uploads()).ShouldBe((await Claimed(), 0));
    }

    [Fact, Rule("C39")]
    public async Task Its_bytes_are_read_by_its_party_and_the_platform_alone()
    {
        var (seller, other) = (await world.Merchant(linked: false), await world.Merchant(linked: false));
        await seller.Caller.PutImage(Picture, "image/jpeg");
        var read = await seller.Caller.GetRaw($"/v1/images/{Hash}");
        (await read.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Picture);
        (read.Content.Headers.ContentType!.MediaType, read.Content.Headers.ContentDisposition!.DispositionType, read.Headers.ETag!.Tag).ShouldBe(("image/jpeg", "attachment", $"\"{Hash}\""));
        (read.Headers.CacheControl!.Private, read.Headers.GetValues("X-Content-Type-Options").Single()).ShouldBe((true, "nosniff"));
        (await seller.Caller.GetRaw($"/v1/images/{Hash}", $"\"{Hash}\"")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        foreach (var caller in new[] { world.Reviewer, world.Auditor, seller.Caller })
            (await caller.GetRaw($"/v1/images/{Hash}?party={seller.Party}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Caller.Get($"/v1/images/{Hash}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/images/{Hash}?party={seller.Party}")).ShouldBeProblem(404, "not-found");
        (await world.Nobody.Get($"/v1/images/{Hash}?party={seller.Party}")).ShouldBeProblem(401, "sign-in.required");
        (await world.Reviewer.Get($"/v1/images/{Hash}")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("party");
        (await seller.Caller.Get("/v1/images/ABC")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("contentHash");
    }

    [Fact]
    public async Task Operators_put_for_a_party_and_nobody_else_for_another()
    {
        var (seller, other) = (await world.Merchant(linked: false), await world.Creator());
        (await world.Reviewer.PutImage(Picture, "image/jpeg", party: seller.Party)).ShouldBe(HttpStatusCode.Created)["party"].GetString().ShouldBe(seller.Party);
        (await seller.Caller.GetRaw($"/v1/images/{Hash}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var before = await host.Recorded();
        (await world.Reviewer.PutImage(Picture, "image/jpeg")).ShouldBeProblem(400, "request.malformed");
        (await world.Reviewer.PutImage(Picture, "image/jpeg", party: "nobody")).ShouldBeProblem(400, "request.malformed");
        (await other.Caller.PutImage(Picture, "image/jpeg", party: seller.Party)).ShouldBeProblem(404, "not-found");
        (await world.Auditor.PutImage(Picture, "image/jpeg", party: seller.Party)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Nobody.PutImage(Picture, "image/jpeg")).ShouldBeProblem(401, "sign-in.required");
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("BEY-01")]
    public async Task A_put_can_be_tried_first_and_leaves_nothing()
    {
        var seller = await world.Merchant(linked: false);
        var (before, uploads) = (await host.Recorded(), await Uploads());
        var tried = (await seller.Caller.PutImage(Picture, "image/jpeg", key: "", party: $"{seller.Party}&dryRun=true")).ShouldBe(HttpStatusCode.OK);
        (tried["recorded"].GetBoolean(), tried["sha256"].GetString(), tried.Body.TryGetProperty("receipt", out _)).ShouldBe((false, Hash, false));
        (await seller.Caller.PutImage([1, 2, 3], null, key: "", party: $"{seller.Party}&dryRun=true")).ShouldBeProblem(415, "image.format");
        (await host.Recorded(), await Uploads()).ShouldBe((before, uploads));
        (await seller.Caller.Get($"/v1/images/{Hash}")).ShouldBeProblem(404, "not-found");
    }

    [Theory, MemberData(nameof(HostileNames)), Rule("C39")]
    public async Task A_hostile_image_is_refused_at_the_door_and_leaves_nothing(string name)
    {
        var (bytes, code) = Hostile.All[name];
        var (before, uploads) = (await host.Recorded(), await Uploads());
        var caller = new Caller(host.Http, host.Tokens.For("merchant", new MerchantId(Guid.CreateVersion7()).ToString()));
        var begun = Stopwatch.GetTimestamp();
        foreach (var chunked in new[] { false, true })
            (await caller.PutImage(bytes, null, chunked: chunked)).ShouldBeProblem(code switch { "image.format" => 415, "image.too-large" => 413, _ => 422 }, code)["rule"].GetString().ShouldBe("C39");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalMilliseconds / 2:0.0} ms for {name}");
        (await host.Recorded(), await Uploads()).ShouldBe((before, uploads));
    }

    [Fact]
    public async Task The_limit_is_five_mebibytes_to_the_byte()
    {
        var caller = (await world.Merchant(linked: false)).Caller;
        var full = Png.With(Png.Chunk("IDAT", new byte[ImagePolicy.MaxBytes - Png.Of().Length - 12]));
        full.Length.ShouldBe(ImagePolicy.MaxBytes);
        (await caller.PutImage(full, chunked: true)).ShouldBe(HttpStatusCode.Created);
        (await caller.PutImage([.. full, 0])).ShouldBeProblem(413, "image.too-large");
        (await caller.PutImage([.. full, 0], chunked: true)).ShouldBeProblem(413, "image.too-large");
        (await caller.PutImage(new byte[25 * 1024 * 1024], chunked: true)).ShouldBeProblem(413, "image.too-large");
    }

    [Theory, Rule("C39")]
    [InlineData("image/jpeg")]
    [InlineData("text/html")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_header_that_contradicts_the_bytes_is_refused(string mediaType)
    {
        var caller = (await world.Merchant(linked: false)).Caller;
        (await caller.PutImage(Png.Of(500, 500), mediaType)).ShouldBeProblem(415, "image.media-type");
        (await caller.PutImage(Png.Of(500, 500), key: "")).ShouldBeProblem(400, "idempotency.key-missing");
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing()
    {
        var token = host.Tokens.For("merchant", new MerchantId(Guid.CreateVersion7()).ToString());
        var before = await host.Recorded();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
            var head = $"POST /v1/images HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: cut\r\nContent-Length: {Picture.Length}\r\n\r\n";
            await socket.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Picture[..^1]], TestContext.Current.CancellationToken);
        }
        (await new Caller(host.Http, token).PutImage(Picture, "image/jpeg", "cut")).ShouldBe(HttpStatusCode.Created); // the key was not used up
        (await host.Recorded()).ShouldBe((before.Facts + 1, before.Receipts + 1));
    }

    [Fact, Rule("REG-09"), Rule("REG-10"), Rule("C19")]
    public async Task A_registration_names_images_of_its_own_party()
    {
        var (campaign, seller, other) = (await world.Campaign(), await world.Merchant(), await world.Merchant());
        await other.Caller.PutImage(Picture, "image/jpeg");
        var refused = (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(image: Hash))).ShouldBeProblem(422, "registration.image.unknown");
        refused["errors"].EnumerateArray().Select(error => (error.GetProperty("rule").GetString(), error.GetProperty("field").GetString()))
            .ShouldBe([("REG-09", "whiteBackgroundImage"), ("REG-10", "brandLogo")]);
        await seller.Caller.PutImage(Picture, "image/jpeg");
        var registration = (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(image: Hash))).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.PutImage(Picture, "image/jpeg")).ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("keptUntil", out _).ShouldBeFalse();
        (await seller.Caller.Get($"/v1/registrations/{registration}")).Body.TryGetProperty("reviewChecklist", out _).ShouldBeFalse();
    }

    [Fact, Rule("C39")]
    public async Task The_reviewer_is_asked_to_look_at_the_background()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var registration = await World.Registration(seller, campaign);
        var item = (await world.Reviewer.Get($"/v1/registrations/{registration}"))["reviewChecklist"].EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("code").GetString().ShouldBe("white_background");
        (await world.Reviewer.GetRaw(item.GetProperty("image").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("RREC-17")]
    public async Task On_behalf_the_represented_party_s_images_are_used()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var behalf = new { party = seller.Party, channel = "SellerCenter", account = seller.Account, opsName = "Rina" };
        (await world.Reviewer.Post($"/v1/campaigns/{campaign}/registrations", World.Form(onBehalfOf: behalf, image: Hash))).ShouldBeProblem(422, "registration.image.unknown");
        (await world.Reviewer.PutImage(Picture, "image/jpeg", party: seller.Party)).ShouldBe(HttpStatusCode.Created);
        (await world.Reviewer.Post($"/v1/campaigns/{campaign}/registrations", World.Form(onBehalfOf: behalf, image: Hash))).ShouldBe(HttpStatusCode.Created);
    }

    async Task<(long Claimed, long Ready)> Uploads() => (await Count("is not null"), await Count("is null"));

    Task<long> Claimed() => Count("is not null");

    async Task<long> Count(string image)
    {
        await using var command = host.Database.CreateCommand($"select count(*) from lc_images where image {image}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
