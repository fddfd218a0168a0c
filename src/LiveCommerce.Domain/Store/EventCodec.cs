using System.Text;

namespace LiveCommerce.Store;

/// <summary>Turns facts into stored bodies and back; one place for both stores.</summary>
/// <param name="catalog">The wire names.</param>
public sealed class EventCodec(EventCatalog catalog)
{
    /// <summary>The canonical body of a fact or a command, adding the personal texts that it met.</summary>
    public static string Write(object value, List<PersonalText> met) => PersonalScope.Collecting(met, () => CanonicalJson.Of(value));

    /// <summary>A stored body in UTF-8 as a fact, its personal texts filled in where their values are known.</summary>
    /// <exception cref="UnknownEventException">The name is unknown here.</exception>
    public IEvent Read(string type, Guid stream, long version, ReadOnlyMemory<byte> body, PersonalValues? personal = null)
    {
        var known = catalog.Named(type, stream, version);
        using (PersonalScope.Knowing(personal)) return known.Read(body);
    }

    /// <summary>A stored body as a fact, its personal texts filled in where their values are known.</summary>
    /// <exception cref="UnknownEventException">The name is unknown here.</exception>
    public IEvent Read(string type, Guid stream, long version, string body, PersonalValues? personal = null) =>
        Read(type, stream, version, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(body), personal);
}
