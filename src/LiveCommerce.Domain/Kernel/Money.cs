using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>An amount of one currency, as text: no float ever rounds it, and amounts of different currencies are never added.</summary>
/// <param name="Amount">A decimal number that is not negative, such as <c>1234.56</c>: no sign, no grouping, no exponent.</param>
/// <param name="Currency">An ISO 4217 code, such as <c>MYR</c>.</param>
public sealed record Money(string Amount, string Currency)
{
    const int MostDigits = 15;
    const int UsualDecimals = 2;

    // ISO 4217, the codes that are money today; beside them those whose smallest unit is not a hundredth
    static readonly FrozenSet<string> Currencies = (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
        + "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
        + "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
        + "SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG").Split(' ').ToFrozenSet();

    static readonly FrozenSet<string> WithoutDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".Split(' ').ToFrozenSet();
    static readonly FrozenSet<string> WithThreeDecimals = "BHD IQD JOD KWD LYD OMR TND".Split(' ').ToFrozenSet();

    /// <summary>Whether it can be paid: a known currency, and no more decimals than it has.</summary>
    [JsonIgnore]
    public bool IsValid => HasKnownCurrency && Amount.Split('.') switch
    {
        [var whole] => IsWhole(whole),
        [var whole, var decimals] => IsWhole(whole) && decimals.Length > 0 && decimals.Length <= Decimals && decimals.All(char.IsAsciiDigit),
        _ => false,
    };

    [JsonIgnore]
    internal bool HasKnownCurrency => Currencies.Contains(Currency);

    /// <summary>The same amount with all of the currency's decimals, so that <c>12.9</c> and <c>12.90</c> are one price; what is not valid stays as it is.</summary>
    [JsonIgnore]
    public Money InFull => IsValid ? With(Number) : this;

    /// <summary>The exact sums of amounts that <see cref="IsValid"/>, one for each currency, in the order of their codes, with the currency's decimals.</summary>
    public static ValueList<Money> SumByCurrency(IEnumerable<Money> amounts) => (
        from one in amounts.GroupBy(amount => amount.Currency).OrderBy(one => one.Key, StringComparer.Ordinal)
        select one.First().With(one.Sum(amount => amount.Number))).ToValueList();

    /// <summary>Amount and currency.</summary>
    public override string ToString() => $"{Amount} {Currency}";

    decimal Number => decimal.Parse(Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    Money With(decimal amount) => new(amount.ToString($"F{Decimals}", CultureInfo.InvariantCulture), Currency);

    int Decimals => WithoutDecimals.Contains(Currency) ? 0 : WithThreeDecimals.Contains(Currency) ? UsualDecimals + 1 : UsualDecimals;

    static bool IsWhole(string digits) => digits.Length is > 0 and <= MostDigits && digits.All(char.IsAsciiDigit) && (digits[0] != '0' || digits.Length == 1);
}
