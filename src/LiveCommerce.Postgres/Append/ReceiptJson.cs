using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.Append;

/// <summary>The two JSON columns of a receipt: what the decision was told, and what was answered.</summary>
static class ReceiptJson
{
    static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal sealed record ContextOf(Actor Actor, ValueList<StreamVersion> Reads, string Policy);

    internal sealed record AnswerOf(ValueList<FactRecorded> Facts, ValueList<Refusal> Refusals, ValueList<Detail> Details, ValueList<Refusal>? Warnings);

    internal static string Context(Receipt receipt) => JsonSerializer.Serialize(new ContextOf(receipt.Actor, receipt.Reads, receipt.Policy), Wire);

    internal static string Answer(Receipt receipt) => JsonSerializer.Serialize(new AnswerOf(receipt.Facts, receipt.Refusals, receipt.Details, receipt.Warnings), Wire);

    internal static ContextOf ReadContext(string json) => JsonSerializer.Deserialize<ContextOf>(json, Wire) ?? throw new JsonException("A receipt has no context.");

    internal static AnswerOf ReadAnswer(string json) => JsonSerializer.Deserialize<AnswerOf>(json, Wire) ?? throw new JsonException("A receipt has no answer.");
}
