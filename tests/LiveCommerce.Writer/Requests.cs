using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>
/// Requests as one word each, which is their idempotency key as well: <c>submit/campaign/party/number</c>, <c>series/campaign/party/number/count</c>, which
/// duplicates the first one's registration so many times, and <c>tally/book/first/count</c>.
/// The same word means the same command in every process.
/// </summary>
static class Requests
{
    internal static DomainModel Model { get; } = LiveCommerceModel.Default.With(new(Tally.Types), [Tally.Kind], Tally.Route);

    internal static EventCatalog Catalog => Model.Catalog;

    internal static string Submit(int campaign, int party, int number) => string.Create(CultureInfo.InvariantCulture, $"submit/{campaign}/{party}/{number}");

    internal static string Series(int campaign, int party, int number, int count) => string.Create(CultureInfo.InvariantCulture, $"series/{campaign}/{party}/{number}/{count}");

    internal static string Write(int book, int first, int count) => string.Create(CultureInfo.InvariantCulture, $"tally/{book}/{first}/{count}");

    internal static CommandEnvelope Envelope(string request)
    {
        var words = request.Split('/');
        var numbers = words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return words[0] == "tally" ? new(new WriteLines(numbers[0], numbers[1], numbers[2]), Market.Admin, request)
            : words[0] == "series" ? Market.Series(Submit(numbers[0], numbers[1], numbers[2]), numbers[1], numbers[3], request)
            : Market.Submission(numbers[0], numbers[1], numbers[2], request);
    }
}
