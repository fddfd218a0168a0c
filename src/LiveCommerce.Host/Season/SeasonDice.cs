using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.Host.Season;

/// <summary>Draws that follow from a name alone: the same on every machine and in every version of the runtime.</summary>
sealed class SeasonDice(string name)
{
    int rolls;

    /// <summary>From 0 to one less than there are sides.</summary>
    public int Roll(int sides) => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{rolls++}"))) % (uint)sides);

    public int Between(int from, int to) => from + Roll(to - from + 1);

    public T Pick<T>(IReadOnlyList<T> from) => from[Roll(from.Count)];
}
