namespace LiveCommerce.Tests;

/// <summary>Names the requirement that a test proves, such as <c>REG-03</c>; <c>docs/rules.md</c> is generated from these.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
sealed class RuleAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
