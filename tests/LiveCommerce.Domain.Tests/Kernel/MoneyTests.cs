using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Kernel;

public sealed class MoneyTests
{
    [Theory, InlineData("0", "USD"), InlineData("12.9", "MYR"), InlineData("12.90", "MYR"), InlineData("150000", "VND"), InlineData("1.234", "KWD"), InlineData("999999999999999.99", "IDR")]
    public void A_decimal_amount_of_a_known_currency_is_money(string amount, string currency) => new Money(amount, currency).IsValid.ShouldBeTrue();

    [Theory]
    [InlineData("", "USD"), InlineData("-1", "USD"), InlineData("+1", "USD"), InlineData("1,00", "USD"), InlineData("1.", "USD"), InlineData(".5", "USD"), InlineData("01", "USD"), InlineData("1e3", "USD")]
    [InlineData("1.234", "USD"), InlineData("1.5", "JPY"), InlineData("1.2.3", "USD"), InlineData(" 1", "USD"), InlineData("١", "USD"), InlineData("NaN", "USD"), InlineData("1000000000000000", "USD")]
    [InlineData("1", "usd"), InlineData("1", "XXX"), InlineData("1", ""), InlineData("1", "USDT"), InlineData("1", "XAU")]
    public void Anything_else_is_not(string amount, string currency) => new Money(amount, currency).IsValid.ShouldBeFalse();
}
