using System.Globalization;

namespace LiveCommerce.Kernel;

/// <summary>Whole numbers as text.</summary>
public static class Numeral
{
    /// <summary>The digits, such as <c>-1200</c>: the same on every machine.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
