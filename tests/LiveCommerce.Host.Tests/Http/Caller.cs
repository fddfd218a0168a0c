using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>What the host answered.</summary>
sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers, string? MediaType)
{
    internal string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    internal string Id => Body.GetProperty("id").GetString()!;

    internal JsonElement this[string name] => Body.GetProperty(name);

    internal Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Body.ToString());
        return this;
    }

    /// <summary>A problem document with everything that one must have.</summary>
    internal Answer ShouldBeProblem(int status, string code)
    {
        ((int)Status).ShouldBe(status, Body.ToString());
        MediaType.ShouldBe("application/problem+json");
        Code.ShouldBe(code);
        this["type"].GetString().ShouldBe($"/problems/{code}");
        this["status"].GetInt32().ShouldBe(status);
        this["errors"].EnumerateArray().ShouldAllBe(error => error.GetProperty("code").GetString() != "" && error.GetProperty("fix").GetString() != "");
        return this;
    }
}

/// <summary>Somebody who talks to the host.</summary>
sealed class Caller(HttpClient http, string? token)
{
    internal string? Invitation { get; init; }

    internal Task<Answer> Get(string path) => Send(new(HttpMethod.Get, path));

    internal Task<Answer> Post(string path, object? body = null, string? key = null, long? ifMatch = null) => Write(HttpMethod.Post, path, body, key, ifMatch);

    internal Task<Answer> Write(HttpMethod method, string path, object? body, string? key = null, long? ifMatch = null) =>
        WriteRaw(method, path, JsonSerializer.Serialize(body ?? new { }, JsonSerializerOptions.Web), key, ifMatch);

    internal Task<Answer> WriteRaw(HttpMethod method, string path, string body, string? key = null, long? ifMatch = null, string mediaType = "application/json")
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (key != "") request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (ifMatch is not null) request.Headers.Add("If-Match", $"\"{ifMatch}\"");
        return Send(request);
    }

    internal Task<Answer> PutImage(byte[] bytes, string? mediaType = "image/png", string? key = null, string? party = null, bool chunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, party is null ? "/v1/images" : $"/v1/images?party={party}") { Content = new ByteArrayContent(bytes) };
        if (mediaType is not null) request.Content.Headers.ContentType = new(mediaType);
        if (key != "") request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        request.Headers.TransferEncodingChunked = chunked;
        return Send(request);
    }

    internal Task<Answer> PostCsv(string path, string csv, string? key = null, string mediaType = "text/csv", long? ifMatch = null) => PostCsv(path, Encoding.UTF8.GetBytes(csv), key, mediaType, ifMatch);

    internal Task<Answer> PostCsv(string path, byte[] csv, string? key = null, string mediaType = "text/csv", long? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(csv) };
        request.Content.Headers.ContentType = new(mediaType);
        if (key != "") request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (ifMatch is not null) request.Headers.Add("If-Match", $"\"{ifMatch}\"");
        return Send(request);
    }

    internal Task<Answer> PutFootage(byte[] bytes, string query = "", string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/footage{query}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("video/mp4");
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return Send(request);
    }

    /// <summary>What is answered where it is no document.</summary>
    internal async Task<HttpResponseMessage> GetRaw(string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (ifNoneMatch is not null) request.Headers.Add("If-None-Match", ifNoneMatch);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<Answer> Send(HttpRequestMessage request)
    {
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (Invitation is not null) request.Headers.Add("Invitation", Invitation);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var media = response.Content.Headers.ContentType?.MediaType;
        using var document = JsonDocument.Parse(text.Length > 0 && media?.EndsWith("json", StringComparison.Ordinal) == true ? text : "{}");
        return new(response.StatusCode, document.RootElement.Clone(), response.Headers, media);
    }
}
