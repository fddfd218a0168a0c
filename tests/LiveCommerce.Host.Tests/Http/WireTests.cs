using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>What is wrong with the bytes themselves: a problem document from the moment that there is a request; before it a bare status, as the README says.</summary>
public sealed class WireTests(TestHost host) : IClassFixture<TestHost>
{
    const string Get = "GET /health/live HTTP/1.1\r\n";

    public static TheoryData<int, string> NoRequest { get; } = new()
    {
        { 400, "GARBAGE\r\n\r\n" },
        { 505, "GET /health/live HTTP/9.9\r\nHost: x\r\n\r\n" },
        { 405, "GET health HTTP/1.1\r\nHost: x\r\n\r\n" },
        { 400, "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { 414, $"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: x\r\n\r\n" },
        { 400, $"{Get}\r\n" },
        { 400, $"{Get}Host: a\r\nHost: b\r\n\r\n" },
        { 400, $"{Get}Host: a<>b\r\n\r\n" },
        { 400, $"{Get}Host: x\r\nnonsense\r\n\r\n" },
        { 400, $"{Get}Host: x\r\nContent-Length: many\r\n\r\n" },
        { 431, $"{Get}Host: x\r\nLarge: {new string('a', 17_000)}\r\n\r\n" },
        { 431, $"{Get}Host: x\r\n{string.Concat(Enumerable.Range(0, 101).Select(number => $"H{number}: x\r\n"))}\r\n" },
    };

    [Theory]
    [MemberData(nameof(NoRequest))]
    public async Task Bytes_that_are_no_request_get_a_bare_status_and_the_connection_is_closed(int status, string bytes)
    {
        var before = await host.Recorded();
        var (answered, headers, body) = await Say(bytes);
        answered.ShouldBe(status);
        headers.ShouldContain("Connection: close");
        body.ShouldBeEmpty();
        (await host.Recorded()).ShouldBe(before);
    }

    [Theory]
    [InlineData(400, "request.malformed", "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    [InlineData(400, "request.malformed", "Transfer-Encoding: chunked\r\n\r\n5\r\n{}nonsense\r\n")]
    [InlineData(413, "request.too-large", "Content-Length: 65537\r\n\r\n")]
    [InlineData(413, "request.too-large", "Content-Length: 99999999999\r\n\r\n")]
    public async Task A_request_whose_body_cannot_be_read_gets_a_problem_document(int status, string code, string rest)
    {
        var before = await host.Recorded();
        var token = host.Tokens.For("ops_admin");
        var (answered, headers, body) = await Say(
            $"POST /v1/campaigns HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: wire\r\nContent-Type: application/json\r\n{rest}");
        answered.ShouldBe(status);
        headers.ShouldContain("application/problem+json");
        using var problem = JsonDocument.Parse(body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)]); // within its chunk
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
        (await host.Recorded()).ShouldBe(before);
    }

    /// <summary>Says these bytes and hears the answer: to its last chunk, else until the other side has closed.</summary>
    async Task<(int Status, string Headers, string Body)> Say(string bytes)
    {
        using var connection = new TcpClient("127.0.0.1", new Uri(host.App.Urls.Single()).Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), TestContext.Current.CancellationToken);
        var (answer, buffer) = ("", new byte[4_096]);
        while (!answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is var length and > 0)
            answer += Encoding.ASCII.GetString(buffer, 0, length);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer[..end], answer[(end + 4)..]);
    }
}
